"""CoNLL-U: entities with udapi, forms, spaces and statements with conllu."""

import re
from urllib.parse import unquote

import conllu
import udapi
from udapi.block.read.conllu import Conllu

from check import shown
from words import all_words, widened

ESCAPES = {"s": " ", "t": "\t", "r": "\r", "n": "\n", "p": "|", "\\": "\\"}
CHUNKS = re.compile(r"\([^()]+\)?|[^()]+\)")


def spaces(misc):
    if misc.get("SpaceAfter") == "No":
        return ""
    escaped = misc.get("SpacesAfter")
    return " " if not escaped else unescaped(escaped)


def unescaped(escaped):
    def sign(match):
        return chr(int(match[1][1:], 16)) if match[1].startswith("u") else ESCAPES[match[1]]

    return re.sub(r"\\(u[0-9A-F]{4}|.)", sign, escaped)


def marks(values):
    """Brackets as in CorefUD, over all sentences: for each number the places of its pieces, and what stands behind it."""
    opened, found, facts = {}, {}, {}
    for place, value in enumerate(values):
        for chunk in CHUNKS.findall(value or ""):
            name, _, rest = chunk.strip("()").partition("-")
            number, _, piece = name.partition("[")
            if chunk.startswith("("):
                opened[name] = place
                if not piece or piece.startswith("1/"):
                    facts[number] = rest
            if chunk.endswith(")"):
                found.setdefault(number, []).append((piece, opened.pop(name), place + 1))
    assert not opened, f"never closed: {opened}"
    return {number: ([(a, b) for _, a, b in sorted(pieces, key=lambda piece: piece[1:])], facts[number])
            for number, pieces in found.items()}


def read(folder, stem):
    path = folder / f"{stem}.conllu"
    sentences = conllu.parse(path.read_text(encoding="utf-8"))
    tokens = [token for sentence in sentences for token in sentence]
    names = {key: value for sentence in sentences for key, value in sentence.metadata.items() if key.startswith("entity ")}
    text, starts, ends = unescaped((tokens[0]["misc"] or {}).get("SpacesBefore", "")), [], []
    for token in tokens:
        starts.append(len(text))
        text += token["form"]
        ends.append(len(text))
        text += spaces(token["misc"] or {})
    for sentence in sentences:
        told = "".join(t["form"] + (" " if spaces(t["misc"] or {}) else "") for t in sentence).strip(" ")
        assert sentence.metadata["text"] == told

    def words(place):
        return text[starts[place[0]]:ends[place[1] - 1]]

    statements, speakers = [], []
    for pieces, facts in marks([(t["misc"] or {}).get("Quote") for t in tokens]).values():
        kind, _, pairs = facts.partition("-")
        pairs = dict(pair.split(":") for pair in pairs.split(",") if pair)
        pieces = [words(piece) for piece in pieces]
        statements.append((kind, pieces))
        if "speaker" in pairs:
            speakers.append((names[f"entity {pairs['speaker']}"], pieces))

    document = udapi.Document()
    Conllu(files=str(path), empty_parent="ignore").apply_on_document(document)
    first, n_tokens = {}, 0
    for tree in document.trees:
        first[tree] = n_tokens - 1
        n_tokens += len(tree.descendants)
    assert n_tokens == len(tokens)
    mentions, coreference = [], []
    for entity in document.coref_entities:
        found = []
        for mention in entity.mentions:
            places = [first[word.root] + word.ord for word in mention.words]
            found.append(words((places[0], places[-1] + 1)))
            kind = mention.other["kind"] or mention.other["orig_etype"] or entity.etype
            mentions.append((unquote(kind), found[-1]))
        if 1 < len(found):
            coreference.append(sorted(found))
    return {"mentions": mentions, "statements": statements, "speakers": speakers,
            "coreference": coreference, "text": [text]}


def expected(data):
    """Marks widened to words."""
    text = data["document"]["text"]
    meant = {}
    for mention in shown(data["mentions"]):
        refers = mention["form"] in ("name", "description", "pronoun") and mention["type"] != "role"
        if refers and mention["entity"] is not None:
            words = text[slice(*widened(text, mention["start"], mention["end"]))]
            meant.setdefault(mention["entity"], []).append(words)
    return {
        **all_words(data, widened),
        "coreference": [sorted(words) for words in meant.values() if 1 < len(words)],
    }
