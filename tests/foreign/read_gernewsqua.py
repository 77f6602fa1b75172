"""GerNewsQuA JSON. Nobody has published a reader: Python's json, and offsets as the corpus' own measure takes them."""

import json

from check import shown
from words import all_words

KINDS = {"Direct": "direct", "Indirect": "indirect", "Reported": "reported", "FreeIndirect": "free_indirect",
         "IndirectFreeIndirect": "indirect_free_indirect"}
MEDIA = {"Speech": "speech", "Writing": "writing", "Thought": "thought"}


def read(folder, stem):
    lines = (folder / f"{stem}.gernewsqua.json").read_text(encoding="utf-8").split("\n")
    assert len(lines) == 2 and not lines[1]
    data = json.loads(lines[0])
    text, tokens = data["text"], data["tokens"]
    assert "".join(text[a:b] for a, b in tokens) == "".join(text.split())
    ends = [0] + [end for _, end in data["sentences"]]
    assert [start for start, _ in data["sentences"]] == ends[:-1] and ends[-1] == len(tokens)

    def words(spans):
        return [text[a:b] for a, b in spans]

    return {
        "statements": [(KINDS[quote["type"]], words(quote["quote"])) for quote in data["quotes"]],
        "roles": [[words(quote[role]) for role in ("speaker", "cue", "frame", "addressee")]
                  + [MEDIA[quote["medium"]], quote["nested"]] for quote in data["quotes"]],
        "text": [text],
    }


def expected(data):
    text, statements = data["document"]["text"], shown(data["statements"])
    there = {statement["id"] for statement in statements}

    def words(spans):
        return [text[a:b] for a, b in spans]

    def voice(voice):
        return words(voice["spans"]) if voice else []

    roles = [[voice(s["speaker"]), words(s["cue"]), words(s["frame"]), voice(s["addressee"]), s["medium"],
              s["inside"] in there] for s in statements]
    return {"statements": [(s["kind"], words(s["content"])) for s in statements], "roles": roles,
            "text": all_words(data)["text"]}
