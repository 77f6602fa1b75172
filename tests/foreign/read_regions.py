"""Mentions, statements and voices from labelled regions and relations, for the tools that have only these."""

from check import all_of, shown

LINKS = {"SaidBy": "speaker", "SaidTo": "addressee", "Via": "via"}


def found(text, regions, relations):
    """`regions`: id → (label, start, end, name of the entity or None); `relations`: (label, from, to)."""
    further, first_of = {}, {}
    for label, one, other in relations:
        if label == "Continues":
            further.setdefault(other, []).append(one)
            first_of[one] = other

    def pieces(id):
        return [text[start:end] for _, start, end, _ in sorted(
            (regions[one] for one in [id, *further.get(id, [])]), key=lambda region: region[1]
        )]

    mentions, statements, links = [], [], []
    for id, (label, start, end, _) in regions.items():
        if label.startswith("Statement_"):
            if id not in first_of:
                statements.append((label.removeprefix("Statement_"), pieces(id)))
        elif label not in ("Cue", "Voice"):
            mentions.append((label.lower(), text[start:end]))
    for label, one, other in relations:
        if label in LINKS:
            links.append((LINKS[label], pieces(one), pieces(other)))
        elif label == "CueOf":
            links.append(("cue", pieces(other), pieces(one)))
        elif label == "PartOf":
            links.append(("inside", pieces(one), pieces(other)))
    return {"mentions": mentions, "statements": statements, "links": links}


def expected(data):
    text = data["document"]["text"]
    statements = {statement["id"]: statement for statement in shown(data["statements"])}
    judged = {id: statement["verdict"] != "open" for id, statement in statements.items()}

    def pieces(spans):
        return [text[a:b] for a, b in spans]

    links = []
    for id, statement in statements.items():
        content = pieces(statement["content"])
        voices = [("speaker", statement["speaker"]), ("addressee", statement["addressee"])]
        for role, voice in voices + [("via", voice) for voice in statement["via"]]:
            if voice is not None and voice["spans"]:
                links.append((role, content, pieces(voice["spans"])))
        links += [("cue", content, pieces([cue])) for cue in statement["cue"]]
        outer = statements.get(statement["inside"])
        if outer is not None and judged[id] == judged[outer["id"]]:
            links.append(("inside", content, pieces(outer["content"])))
    return {**all_of(data), "links": links}
