"""Reads the files of `annotate` with other people's readers: JSON Schema, Python's csv and html.parser.

    check_files.py SCHEMA FOLDER
"""

import csv
import json
import sys
from html.parser import HTMLParser
from pathlib import Path

from jsonschema import Draft202012Validator

VOID = {"meta", "br", "input", "link"}
DATA = {"type": "application/ld+json", "id": "annotations"}


def check(condition, message):
    if not condition:
        sys.exit(message)


class Page(HTMLParser):
    """Nesting, ids and inner links of a page; scripts and anything loaded from elsewhere are errors.

    The one <script> is the data block with the annotations, which no browser runs.
    """

    def __init__(self, path):
        super().__init__()
        self.path, self.open, self.ids, self.links, self.data = path, [], [], [], []
        self.feed(path.read_text(encoding="utf-8"))
        self.close()
        check(not self.open, f"{path}: not closed: {self.open}")
        check(len(self.ids) == len(set(self.ids)), f"{path}: an id is there twice")
        check(len(self.data) == 1, f"{path}: no data block, or more than one")
        check("@context" in json.loads(self.data[0]), f"{path}: the data block is something else")
        for link in self.links:
            check(link[1:] in self.ids, f"{path}: {link} leads nowhere")

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        check(tag != "script" or attributes == DATA, f"{self.path}: <script> {attributes}")
        check(tag not in {"img", "iframe", "object", "link"}, f"{self.path}: <{tag}>")
        check(not any(name.startswith("on") for name in attributes), f"{self.path}: {attributes}")
        check(tag != "a" or "a" not in self.open, f"{self.path}: a link in a link")
        if tag == "script":
            self.data.append("")
        if "id" in attributes:
            self.ids.append(attributes["id"])
        if attributes.get("href", "").startswith("#"):
            self.links.append(attributes["href"])
        if tag not in VOID:
            self.open.append(tag)

    def handle_data(self, data):
        if self.open and self.open[-1] == "script":
            self.data[-1] += data

    def handle_endtag(self, tag):
        check(self.open and self.open.pop() == tag, f"{self.path}: </{tag}> at {self.getpos()}")


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def words(text, ranges):
    for piece in ranges.split():
        start, end = map(int, piece.split("-"))
        yield text[start:end]


def meant(cell):
    """What a cell said before it was made harmless for spreadsheets."""
    return cell.removeprefix("'") if cell[:2] in ("'=", "'+", "'-", "'@") else cell


def check_article(path, validator):
    data = json.loads(path.read_text(encoding="utf-8"))
    for error in validator.iter_errors(data):
        sys.exit(f"{path}: {error.json_path}: {error.message}")
    text = data["document"]["text"]
    for mention in data["mentions"]:
        check(text[mention["start"]:mention["end"]] == mention["text"], f"{path}: {mention}")
    for statement in data["statements"]:
        pieces = [" ".join(text[start:end].split()) for start, end in statement["content"]]
        check(" … ".join(pieces) == statement["text"], f"{path}: {statement}")

    table = rows(path.with_suffix(".statements.csv"))
    shown = [s for s in data["statements"] if s["verdict"] != "rejected"]
    check(sorted(row["id"] for row in table) == sorted(str(s["id"]) for s in shown), f"{path}: statements differ")
    for row in table:
        pieces = [" ".join(piece.split()) for piece in words(text, row["ranges"])]
        check(" … ".join(pieces) == meant(row["text"]), f"{path}: {row}")

    table = rows(path.with_suffix(".entities.csv"))
    for row in table:
        # Derived words, parts and roles have to do with an entity, but do not mean it.
        refers = lambda m: m["form"] not in ("derived", "part") and m["type"] != "role" and m["verdict"] != "rejected"
        mentions = [m["text"] for m in data["mentions"] if str(m["entity"]) == row["id"] and refers(m)]
        check(sorted(words(text, row["mentions"])) == sorted(mentions), f"{path}: {row}")

    table = rows(path.with_suffix(".mentions.csv"))
    names = {str(entity["id"]): entity["name"] for entity in data["entities"]}
    all_mentions = [m for m in data["mentions"] if m["verdict"] != "rejected"]
    check(sorted(row["id"] for row in table) == sorted(str(m["id"]) for m in all_mentions), f"{path}: mentions differ")
    for row in table:
        piece = " ".join(text[int(row["start"]):int(row["end"])].split())
        check(piece == meant(row["text"]), f"{path}: {row}")
        check(names.get(row["entity"], "") == meant(row["entity_name"]), f"{path}: {row}")

    page = Page(path.with_suffix(".html"))
    check(sum(id.startswith("statement-") for id in page.ids) == len(shown), f"{path}: cards are missing")
    return len(data["mentions"]), len(data["statements"])


def main():
    schema, folder = Path(sys.argv[1]), Path(sys.argv[2])
    schema = json.loads(schema.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    paths = sorted(folder.glob("*.json"))
    check(paths, f"{folder}: no files")
    for path in paths:
        n_mentions, n_statements = check_article(path, Draft202012Validator(schema))
        print(f"{path.name}: {n_mentions} mentions, {n_statements} statements")


if __name__ == "__main__":
    main()
