"""doccano. Nobody offers a reader of its files apart from the web application, so this checks the fields that it documents,
with their types, and looks the words up as Python counts them, which is what doccano does."""

import json

import read_regions

expected = read_regions.expected


def read(folder, stem):
    lines = (folder / f"{stem}.doccano.jsonl").read_bytes().decode("utf-8").split("\n")
    assert len(lines) == 2 and lines[1] == ""
    line = json.loads(lines[0])
    text = line["text"]
    assert isinstance(line["id"], int) and isinstance(text, str)
    assert all(isinstance(comment, str) and comment for comment in line["Comments"])
    regions = {}
    for entity in line["entities"]:
        assert set(entity) == {"id", "label", "start_offset", "end_offset"}
        start, end = entity["start_offset"], entity["end_offset"]
        assert isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(text)
        assert isinstance(entity["label"], str) and len(entity["label"]) <= 100
        regions[entity["id"]] = (entity["label"], start, end, None)
    assert len(regions) == len(line["entities"])
    for relation in line["relations"]:
        assert set(relation) == {"id", "from_id", "to_id", "type"}
        assert relation["from_id"] in regions and relation["to_id"] in regions
    relations = [(relation["type"], relation["from_id"], relation["to_id"]) for relation in line["relations"]]
    return read_regions.found(text, regions, relations)
