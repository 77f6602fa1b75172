"""Prodigy, which cannot be had for free, so this checks the fields that it documents, with their types, and lets spaCy, on
which it builds, make a text of the tokens: `Doc.char_span` gives the marks, and finds none where a mark does not end with a
token. What was rejected is left out."""

import json

import read_regions
import spacy
from spacy.tokens import Doc

from check import all_of

VOCAB = spacy.blank("de").vocab
SPAN = {"start": int, "end": int, "token_start": int, "token_end": int, "label": str, "text": str}


def has_fields(one, fields):
    assert set(one) == set(fields), set(one) ^ set(fields)
    assert all(type(one[name]) is type_ for name, type_ in fields.items()), one


def read(folder, stem):
    found = {"mentions": [], "statements": [], "links": []}
    lines = (folder / f"{stem}.prodigy.jsonl").read_bytes().decode("utf-8").split("\n")
    assert lines.pop() == "" and lines
    for line in lines:
        example = json.loads(line)
        assert example.get("answer") in (None, "accept", "reject")
        assert not any(name.startswith("_") for name in example)
        for id, token in enumerate(example["tokens"]):
            has_fields(token, {"text": str, "start": int, "end": int, "id": int, "ws": bool})
            assert token["id"] == id
        words = [token["text"] for token in example["tokens"]]
        doc = Doc(VOCAB, words=words, spaces=[token["ws"] for token in example["tokens"]])
        assert doc.text == example["text"]
        if example.get("answer") == "reject":
            continue
        regions, relations = {}, []
        for span in example["spans"]:
            has_fields(span, SPAN)
            same = doc.char_span(span["start"], span["end"], label=span["label"], alignment_mode="strict")
            assert same is not None and same.text == span["text"]
            assert (same.start, same.end - 1) == (span["token_start"], span["token_end"])
            regions[len(regions)] = (span["label"], same.start_char, same.end_char, None)
        for relation in example["relations"]:
            ends = []
            for name in ("head", "child"):
                span = relation[f"{name}_span"]
                assert span in example["spans"] and relation[name] == span["token_end"]
                ends.append(example["spans"].index(span))
            relations.append((relation["label"], *ends))
        for key, some in read_regions.found(doc.text, regions, relations).items():
            found[key] += some
    return found


def expected(data):
    """Marks have no white space at their ends."""
    found = read_regions.expected(data)

    def seen(words):
        return words.strip() if isinstance(words, str) else [one.strip() for one in words]

    return {
        "mentions": [(kind, seen(words)) for kind, words in all_of(data)["mentions"]],
        "statements": [(kind, seen(words)) for kind, words in found["statements"]],
        "links": [(role, seen(one), seen(other)) for role, one, other in found["links"]],
    }
