"""The tables for Excel in German, with Python's csv."""

import read_csv
from read_csv import expected  # noqa: F401


def number(cell):
    return float(cell.replace(",", "."))


def read(folder, stem):
    for name in ("statements", "entities", "mentions"):
        assert (folder / f"{stem}.{name}.excel.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    return read_csv.read_style(folder, stem, "excel.csv", ";", "–", number, "WAHR")
