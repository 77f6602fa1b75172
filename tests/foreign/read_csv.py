"""The tables, with Python's csv. The texts in them are one line each; those compared are at the offsets."""

import csv

DELIMITER, DASH = ",", "-"


def rows(path, delimiter=DELIMITER):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter, strict=True))


def meant(cell):
    """What a cell said before it was made harmless for spreadsheets."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in tuple("=+-@0123456789") else cell


def expected(data):
    text = data["document"]["text"]
    flat = lambda start, end: " ".join(text[start:end].split())
    shown = lambda findings: [finding for finding in findings if finding["verdict"] != "rejected"]
    names = {entity["id"]: entity["name"] for entity in data["entities"]}
    speaker = lambda s: (s["speaker"] or {}).get("name") or ""
    office = lambda s: names.get((s["speaker"] or {}).get("entity"), "")
    return {
        "mentions": [
            [m["start"], m["end"], flat(m["start"], m["end"]), m["type"], m["form"], names.get(m["entity"], ""),
             m["value"] or "", m["verdict"], round(m["confidence"], 3), m.get("note", "")]
            for m in shown(data["mentions"])
        ],
        "statements": [
            [s["kind"], s["content"], [flat(*range) for range in s["content"]], speaker(s), bool(office(s)), s["key"],
             round(s["salience"], 3), s["inside"], s["verdict"], s["note"]]
            for s in shown(data["statements"])
        ],
    }


def text_of(folder, stem):
    """The article: the tables have none, and come with it."""
    import json
    path = folder.parent / "json" / f"{stem}.json"
    return json.loads(path.read_text(encoding="utf-8"))["document"]["text"]


def read_style(folder, stem, suffix, delimiter, dash, number, yes):
    text = text_of(folder, stem)
    flat = lambda start, end: " ".join(text[start:end].split())
    table = lambda name: rows(folder / f"{stem}.{name}.{suffix}", delimiter)
    mentions, statements = [], []
    for row in table("mentions"):
        start, end = int(row["start"]), int(row["end"])
        assert meant(row["text"]) == flat(start, end), row
        mentions.append([start, end, flat(start, end), row["type"], row["form"], meant(row["entity_name"]),
                         meant(row["value"]), row["verdict"], number(row["confidence"]), meant(row["note"])])
    for row in table("statements"):
        ranges = [[int(end) for end in piece.split(dash)] for piece in row["ranges"].split()]
        pieces = [flat(*range) for range in ranges]
        assert meant(row["text"]) == " … ".join(pieces), row
        assert ranges[0][0] == int(row["start"]) and ranges[-1][1] == int(row["end"]), row
        statements.append([row["kind"], ranges, pieces, meant(row["speaker"]), row["speaker_entity"] != "",
                           row["key"] == yes, number(row["salience"]), int(row["inside"]) if row["inside"] else None,
                           row["verdict"], meant(row["note"])])
    for row in table("entities"):
        places = [[int(end) for end in piece.split(dash)] for piece in row["mentions"].split()]
        assert len(places) == int(row["n_mentions"]), row
        assert not places or meant(row["first_mention"]) == flat(*places[0]), row
    return {"mentions": mentions, "statements": statements}


def read(folder, stem):
    return read_style(folder, stem, "csv", DELIMITER, DASH, float, "true")
