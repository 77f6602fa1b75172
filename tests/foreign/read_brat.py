"""brat standoff, with pybrat.

pybrat gives entities, relations and normalisations; attributes and notes it skips. It refuses two marks over the same
words, which brat itself allows, so that check is left out. The words of a mark are fragments joined by a space, since no
mark may contain a line break: ours are written in the same way before they are compared.
"""

import re
import shutil
import tempfile
from pathlib import Path

from check import all_of, shown
from pybrat.parser import BratParser

BREAKS = re.compile("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
LINKS = {"SaidBy": "speaker", "SaidTo": "addressee", "Via": "via"}


class Parser(BratParser):
    def _check_entities(self, entities):
        pass


def labels(folder):
    """What annotation.conf knows, section by section."""
    known, section = {}, None
    for line in (folder / "annotation.conf").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = known.setdefault(line.strip("[]"), set())
        elif line.strip() and line[0] not in "#<":
            section.add(re.split(r"[\t ]", line.strip().lstrip("!"))[0])
    return known


def read(folder, stem):
    with tempfile.TemporaryDirectory() as alone:
        for ending in ("txt", "ann"):
            shutil.copy(folder / f"{stem}.{ending}", alone)
        (example,) = Parser().parse(alone)
    known = labels(folder)
    for line in (folder / f"{stem}.ann").read_text(encoding="utf-8").splitlines():
        assert re.match(r"[TRNA#]\d+\t", line), line
        label = re.split(r"[\t ]", line)[1]
        assert re.fullmatch(r"[A-Za-z0-9_-]+", label)
        section = {"T": "entities", "R": "relations", "A": "attributes"}.get(line[0])
        assert section is None or label in known[section], line
    found = {"mentions": [], "statements": [], "links": []}

    def words(entity):
        there = [example.text[span.start:span.end] for span in entity.spans]
        assert " ".join(there) == entity.mention, (there, entity.mention)
        return there

    for entity in example.entities:
        kind = entity.type.lower()
        if kind.startswith("statement_"):
            found["statements"].append((kind.removeprefix("statement_"), words(entity)))
        elif kind not in ("cue", "voice"):
            found["mentions"].append((kind, words(entity)))
    for relation in example.relations:
        if relation.type in LINKS:
            names = [reference.entry for reference in relation.arg2.references]
            found["links"].append((LINKS[relation.type], words(relation.arg1), words(relation.arg2), names))
    return found


def fragments(words):
    return [piece for piece in BREAKS.split(words) if piece.strip()]


def expected(data):
    text, found = data["document"]["text"], all_of(data)
    names = {entity["id"]: [entity["name"]] for entity in data["entities"]}

    def pieces(spans):
        return [piece for a, b in spans for piece in fragments(text[a:b])]

    links = []
    for statement in shown(data["statements"]):
        voices = [("speaker", statement["speaker"]), ("addressee", statement["addressee"])]
        for role, voice in voices + [("via", voice) for voice in statement["via"]]:
            if voice is not None:
                name = names.get(voice["entity"], [])
                links.append((role, pieces(statement["content"]), pieces(voice["spans"]), name))
    return {
        "mentions": [(kind, fragments(words)) for kind, words in found["mentions"]],
        "statements": [(s["kind"], pieces(s["content"])) for s in shown(data["statements"])],
        "links": links,
    }
