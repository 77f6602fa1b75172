"""Compares what other people's programs read in our files with our own JSON.

    check.py FOLDER FORMAT...

FOLDER has a folder for each format, with the files of the same articles. For the format "tei" the module read_tei has

    read(folder, stem) -> {"mentions": [(type, words), ...], "statements": [(kind, [words, ...]), ...], ...}

with what the other program found, in any order; a key that is missing stands for something that the format cannot hold.
The module may also have

    expected(data) -> the same for the data of our JSON, where the format holds less or writes it otherwise.

The words have to be those of the text at the offsets that the other program gives, not copies beside them.
"""

import importlib
import json
import sys
from collections import Counter
from pathlib import Path


def shown(findings):
    return [finding for finding in findings if finding["verdict"] != "rejected"]


def all_of(data):
    """What our JSON says, in the form that the readers give."""
    text = data["document"]["text"]
    return {
        "mentions": [(m["type"], text[m["start"]:m["end"]]) for m in shown(data["mentions"])],
        "statements": [(s["kind"], [text[a:b] for a, b in s["content"]]) for s in shown(data["statements"])],
    }


def counted(findings):
    return Counter(json.dumps(finding, ensure_ascii=False) for finding in findings)


def compare(name, key, ours, theirs):
    ours, theirs = counted(ours), counted(theirs)
    for only, who in ((ours - theirs, "not read"), (theirs - ours, "not ours")):
        for finding in only:
            print(f"{name}: {key}: {who}: {finding}")
    return ours == theirs


def main():
    folder, formats, is_good = Path(sys.argv[1]), sys.argv[2:], True
    for format in formats:
        module = importlib.import_module("read_" + format.replace("-", "_"))
        paths = sorted((folder / "json").glob("*.json"))
        assert paths, f"{folder} has no articles"
        for path in paths:
            data = json.loads(path.read_text(encoding="utf-8"))
            expected = getattr(module, "expected", all_of)(data)
            read = module.read(folder / format, path.stem)
            assert set(read) <= set(expected), f"{format}: {set(read)}"
            for key, theirs in read.items():
                is_good &= compare(f"{format}/{path.stem}", key, expected[key], theirs)
            counts = ", ".join(f"{len(found)} {key}" for key, found in read.items())
            print(f"{format:<16} {path.stem:<12} {counts}")
    sys.exit(0 if is_good else 1)


if __name__ == "__main__":
    main()
