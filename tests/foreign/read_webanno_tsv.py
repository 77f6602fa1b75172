"""WebAnno TSV 3.3, with web-anno-tsv, and with a strict reader after the documentation of INCEpTION.

web-anno-tsv 0.0.1 reads the first layer only, and no annotation that leads over the end of a sentence; of texts with
escaped signs (tab, backslash, control characters) it miscounts the offsets and gives up. So it reads sentence by sentence:
what it can read has to be what the strict reader finds there.
"""

import re

from web_anno_tsv.web_anno_tsv import Reader, ReadException

from check import shown
from words import all_words, trimmed

LABELS = {"person": "PER", "organisation": "ORG", "location": "LOC", "other": "OTH", "role": "ROLE", "date": "DATE",
          "time": "TIME", "duration": "DURATION", "amount": "AMOUNT"}
ENDINGS = {"derived": "deriv", "part": "part"}
VALUE = re.compile(r"(?P<value>(?:\\.|[^\[\]|])+)\[(?P<id>\d+(?:_\d+)?)\]")


def unescaped_text(text):
    signs = {"t": "\t", "n": "\n", "f": "\f", "r": "\r", "b": "\b"}
    return re.sub(r"\\(.)", lambda match: signs.get(match[1], match[1]), text, flags=re.DOTALL)


def values(column):
    """What is stacked in a column: values with the numbers of their annotations."""
    found, rest = [], column
    while rest and rest != "_":
        match = VALUE.match(rest)
        assert match, f"not a value: {rest!r}"
        value = None if match["value"] == "*" else re.sub(r"\\(->|.)", r"\1", match["value"])
        found.append((match["id"], value))
        rest = rest[match.end():]
        assert not rest or rest.startswith("|"), f"after a value: {rest!r}"
        rest = rest.removeprefix("|")
    return found


def strict(content):
    """The text, and for each layer its annotations: number -> [start, end, {feature: value}]; the sentences as lines."""
    header, body = content.split("\n\n\n", 1)
    lines = header.split("\n")
    assert lines[0] == "#FORMAT=WebAnno TSV 3.3"
    columns = []
    for line in lines[1:]:
        kind, _, declared = line.partition("=")
        layer, *features = declared.split("|")
        assert kind in ("#T_SP", "#T_CH", "#T_RL") and features == sorted(features, key=lambda f: (f.startswith("BT_"), f))
        columns += [(kind, layer, feature) for feature in features]
    units, layers = [], {}
    text = b""
    sentences = [block.split("\n") for block in body.removesuffix("\n").split("\n\n")]
    for number, sentence in enumerate(sentences, 1):
        texts = [line for line in sentence if line.startswith("#Text=")]
        rows = [line.split("\t") for line in sentence[len(texts):]]
        begin = 2 * int(rows[0][1].split("-")[0])
        if begin < len(text):
            assert begin == len(text) - 2 and text.endswith("\n".encode("utf-16-le"))
            text = text[:-2]
        text += " ".encode("utf-16-le") * ((begin - len(text)) // 2)
        text += "".join(unescaped_text(line.removeprefix("#Text=")) + "\n" for line in texts).encode("utf-16-le")
        token = 0
        for row in rows:
            assert len(row) == 3 + len(columns) + 1 and row[-1] == "", row
            token += "." not in row[0]
            part = row[0].partition(".")[2]
            assert row[0] == f"{number}-{token}" + (f".{part}" if part else "")
            start, end = map(int, row[1].split("-"))
            there = text[2 * start:2 * end].decode("utf-16-le")
            assert there == unescaped_text(row[2]), (there, row)
            units.append(row[0])
            for (kind, layer, feature), column in zip(columns, row[3:]):
                if kind == "#T_CH" and feature == "referenceRelation":
                    assert column == "_" or all(re.fullmatch(r"\*->\d+-\d+", link) for link in column.split("|"))
                elif kind == "#T_CH":
                    values(column)
                elif kind == "#T_RL" and feature == "role":
                    assert column == "_" or re.fullmatch(r"[a-z|]+", column)
                else:
                    for name, value in values(column):
                        if feature.startswith("BT_"):
                            assert re.fullmatch(r"\d+-\d+(\.\d+)?", value), value
                        found = layers.setdefault(layer, {}).setdefault(name, [start, end, {}])
                        found[1] = max(end, found[1])
                        assert found[2].setdefault(feature, value) == value
    return text.decode("utf-16-le"), layers, sentences, units


def read(folder, stem):
    content = (folder / f"{stem}.webanno.tsv").read_text(encoding="utf-8")
    text, layers, sentences, units = strict(content)
    utf16 = text.encode("utf-16-le")

    def words(annotation):
        return utf16[2 * annotation[0]:2 * annotation[1]].decode("utf-16-le")

    names = layers.get("de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity", {})
    mentions = [(found[2]["value"], words(found)) for found in names.values()]
    n_read = 0
    for index, sentence in enumerate(sentences):
        try:
            theirs = Reader.get_annotated_sentence(sentence, index)
        except ReadException:
            continue
        n_read += 1
        starts = [int(line.split("\t")[1].split("-")[0]) for line in sentence if not line.startswith("#Text=")]
        ours = [(found[2]["value"], words(found)) for found in names.values() if starts[0] <= found[0] <= starts[-1]]
        assert sorted((a.label, a.text) for a in theirs.annotations) == sorted(ours), (theirs.annotations, ours)
    print(f"{'':<16} {stem:<12} web-anno-tsv reads {n_read} of {len(sentences)} sentences")

    statements, speakers = {}, {}
    parts = layers.get("webanno.custom.Statement", {})
    for found in sorted(parts.values(), key=lambda found: found[:2]):
        features = found[2]
        if features["role"] == "content":
            kind, pieces = statements.setdefault(features["statement"], (features["kind"], []))
            pieces.append(words(found))
        if features["role"] == "speaker":
            speakers.setdefault(features["statement"], features["entity"])
    # Every relation comes from a part and leads to a piece of what the same statement says.
    for ids, (_, _, features) in layers.get("webanno.custom.StatementPart", {}).items():
        source, target = (parts[name][2] for name in ids.split("_"))
        assert source["statement"] == target["statement"] and target["role"] == "content"
        assert next(iter(features.values())) in units
    return {"mentions": mentions, "statements": list(statements.values()),
            "speakers": [(speakers[name], statements[name][1]) for name in speakers], "text": [text]}


def expected(data):
    """A final line feed is the reader's, white space before the first word becomes spaces; speakers are told by name or else
    as the text has it."""
    text = data["document"]["text"]
    all = all_words(data)
    mentions = shown(data["mentions"])
    all["mentions"] = [(LABELS[m["type"]] + ENDINGS.get(m["form"], ""), words)
                       for m, (_, words) in zip(mentions, all["mentions"])]
    spoken = [s for s in shown(data["statements"]) if s["speaker"] and s["speaker"]["spans"]]
    all["speakers"] = [(" ".join(s["speaker"]["name"].split()), [text[slice(*trimmed(text, *piece))] for piece in s["content"]])
                       for s in spoken]
    rest = text.lstrip()
    all["text"] = [" " * (len(text) - len(rest)) + rest + ("" if rest.endswith("\n") else "\n")]
    return all
