"""UIMA CAS JSON, with dkpro-cassis. It counts code points inside and converts the UTF-16 units of the file itself."""

from cassis import load_cas_from_json

from check import all_of, shown

NER = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
KINDS = {
    "PER": "person",
    "ORG": "organisation",
    "LOC": "location",
    "OTH": "other",
    "ROLE": "role",
    "DATE": "date",
    "TIME": "time",
    "DURATION": "duration",
    "AMOUNT": "amount",
}


def read(folder, stem):
    return found((folder / f"{stem}.cas.json").read_text(encoding="utf-8"), load_cas_from_json)


def found(file, load):
    cas = load(file)
    text = cas.sofa_string

    def pieces(one):
        parts = one.pieces.elements if one.pieces is not None else [one]
        return [text[part.begin:part.end] for part in parts if part.begin < part.end]

    mentions, statements, links = [], [], []
    for one in cas.select(NER):
        label = one.value.removesuffix("deriv").removesuffix("part")
        mentions.append((KINDS[label], text[one.begin:one.end]))
        assert one.entity is None or one.entity.name == one.identifier
    for one in cas.select("wortlaut.type.Statement"):
        statements.append((one.kind, pieces(one)))
        voices = [("speaker", one.speaker), ("addressee", one.addressee)]
        voices += [("via", voice) for voice in (one.via.elements if one.via is not None else [])]
        for role, voice in voices:
            if voice is not None:
                name = voice.entity.name if voice.entity is not None else None
                links.append((role, pieces(one), pieces(voice), name))
        cues = one.cues.elements if one.cues is not None else []
        links += [("cue", pieces(one), [text[cue.begin:cue.end]], None) for cue in cues]
        if one.inside is not None:
            links.append(("inside", pieces(one), pieces(one.inside), None))
    sentences = list(cas.select("de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence"))
    tokens = list(cas.select("de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token"))
    assert sentences and tokens
    inside = [token for sentence in sentences for token in cas.select_covered(tokens[0].type, sentence)]
    assert len(inside) == len(tokens)
    assert all(not text[token.begin].isspace() for token in tokens)
    return {"mentions": mentions, "statements": statements, "links": links}


def expected(data):
    text = data["document"]["text"]
    names = {entity["id"]: entity["name"] for entity in data["entities"]}

    def pieces(spans):
        return [text[a:b] for a, b in spans]

    links, all_statements = [], {statement["id"]: statement for statement in shown(data["statements"])}
    for statement in all_statements.values():
        voices = [("speaker", statement["speaker"]), ("addressee", statement["addressee"])]
        for role, voice in voices + [("via", voice) for voice in statement["via"]]:
            if voice is not None:
                name = names.get(voice["entity"])
                links.append((role, pieces(statement["content"]), pieces(voice["spans"]), name))
        links += [("cue", pieces(statement["content"]), pieces([cue]), None) for cue in statement["cue"]]
        outer = all_statements.get(statement["inside"])
        if outer is not None:
            links.append(("inside", pieces(statement["content"]), pieces(outer["content"]), None))
    return {**all_of(data), "links": links}
