"""Words of our texts, for formats that are made of them: enough to say what the marks of the test texts come to."""

import re

from check import shown

LETTER = "\\w\u00ad\u0300-\u036f"
JOINED = "[^\\w\\s](?:\u200d[^\\w\\s])+"
WORD = re.compile(f"{JOINED}|[{LETTER}](?:[{LETTER}/&-]*[{LETTER}])?")
TOKEN = re.compile(f"{WORD.pattern}|\\S")
NAMES = {"person": "PER", "organisation": "ORG", "location": "LOC", "other": "OTH"}


def trimmed(text, start, end):
    """A mark without white space at its ends."""
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def widened(text, start, end):
    """A mark that ends inside words, up to where they end."""
    start, end = trimmed(text, start, end)
    for word in WORD.finditer(text):
        if word.start() < start < word.end():
            start = word.start()
        if word.start() < end < word.end():
            end = word.end()
    return start, end


def names(data):
    """The names that a flat format holds: of those that overlap the longest, of two as long the first."""
    text = data["document"]["text"]
    marks = []
    for mention in shown(data["mentions"]):
        if mention["type"] in NAMES and mention["form"] in ("name", "derived", "part"):
            marks.append((*widened(text, mention["start"], mention["end"]), mention))
    marks.sort(key=lambda mark: (-len(TOKEN.findall(text[mark[0]:mark[1]])), mark[0]))
    kept = []
    for start, end, mention in marks:
        if all(end <= other[0] or other[1] <= start for other in kept):
            kept.append((start, end, mention))
    return kept


def speakers(data, place=trimmed):
    """For each statement whose speaker is known, the name and what is said."""
    text, entities = data["document"]["text"], data["entities"]
    found = []
    for statement in shown(data["statements"]):
        speaker = statement["speaker"]
        if speaker and speaker["entity"] is not None:
            pieces = [slice(*place(text, *piece)) for piece in statement["content"]]
            name = " ".join(entities[speaker["entity"]]["name"].split())
            found.append((name, [text[piece] for piece in pieces]))
    return found


def all_words(data, place=trimmed):
    """What our JSON says, each mark where `place` puts it."""
    text = data["document"]["text"]

    def words(start, end):
        return text[slice(*place(text, start, end))]

    return {
        "mentions": [(m["type"], words(m["start"], m["end"])) for m in shown(data["mentions"])],
        "statements": [(s["kind"], [words(a, b) for a, b in s["content"]]) for s in shown(data["statements"])],
        "speakers": speakers(data, place),
        "text": [text],
    }
