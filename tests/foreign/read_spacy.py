"""spaCy JSON, with spaCy's own Doc.from_json."""

import json

import spacy
from spacy.tokens import Doc

from words import NAMES, all_words, names


def read(folder, stem):
    data = json.loads((folder / f"{stem}.spacy.json").read_text(encoding="utf-8"))
    doc = Doc(spacy.blank("de").vocab).from_json(data, validate=True)
    assert doc.text == data["text"]
    assert "".join(sentence.text_with_ws for sentence in doc.sents) == doc.text
    rest = data["wortlaut"]  # spaCy passes over it
    entities = {entity["id"]: entity for entity in rest["entities"]}
    pieces = {}
    for span in doc.spans["statements"]:
        pieces.setdefault(span.kb_id_, (span.label_, []))[1].append(span.text)
    speakers = []
    for statement in rest["statements"]:
        speaker = statement["speaker"]
        if speaker and speaker["entity"]:
            name = " ".join(entities[speaker["entity"]]["name"].split())
            speakers.append((name, pieces[statement["id"]][1]))
    return {
        "mentions": [(span.label_, span.text) for span in doc.spans["mentions"]],
        "names": [(entity.label_, entity.text) for entity in doc.ents],
        "statements": list(pieces.values()),
        "speakers": speakers,
        "text": [doc.text],
    }


def expected(data):
    text = data["document"]["text"]
    labels = {**NAMES, "other": "MISC"}
    flat = [(labels[m["type"]], text[m["start"]:m["end"]].strip()) for _, _, m in names(data)]
    return {**all_words(data), "names": flat}
