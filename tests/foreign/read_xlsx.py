"""The workbook, with openpyxl."""

import openpyxl
import read_csv
from read_csv import text_of


def rows(sheet):
    heading, *rest = sheet.iter_rows()
    names = [cell.value for cell in heading]
    assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref, sheet.title
    for row in rest:
        # "s" is text: nothing is a formula, whatever it begins with.
        assert all(cell.data_type in ("s", "n", "b") for cell in row), row
        yield {name: cell.value for name, cell in zip(names, row)}


def replaced(data):
    """XML has no place for some characters."""
    if isinstance(data, str):
        return "".join(c if c in "\t\n\r" or (" " <= c and c not in "\ufffe\uffff") else "\ufffd" for c in data)
    if isinstance(data, (list, tuple)):
        return [replaced(part) for part in data]
    return data


def expected(data):
    return {key: replaced(found) for key, found in read_csv.expected(data).items()}


def read(folder, stem):
    text = replaced(text_of(folder, stem))
    flat = lambda start, end: " ".join(text[start:end].split())
    book = openpyxl.load_workbook(folder / f"{stem}.xlsx")
    assert book.sheetnames == ["Statements", "Entities", "Mentions", "Article"]
    mentions, statements = [], []
    for row in rows(book["Mentions"]):
        start, end = row["start"], row["end"]
        assert isinstance(start, int) and row["text"] == flat(start, end), row
        mentions.append([start, end, flat(start, end), row["type"], row["form"], row["entity_name"] or "",
                         row["value"] or "", row["verdict"], round(float(row["confidence"]), 3), row["note"] or ""])
    for row in rows(book["Statements"]):
        ranges = [[int(end) for end in piece.split("-")] for piece in row["ranges"].split()]
        pieces = [flat(*range) for range in ranges]
        assert row["text"] == " … ".join(pieces), row
        statements.append([row["kind"], ranges, pieces, row["speaker"] or "", row["speaker_entity"] is not None,
                           row["key"], round(float(row["salience"]), 3), row["inside"], row["verdict"], row["note"] or ""])
    facts = {row["field"]: row["value"] for row in rows(book["Article"])}
    assert facts["n_characters"] == len(text), facts
    return {"mentions": mentions, "statements": statements}
