"""The report for Word, with python-docx. The words are those between bookmarks; a comment says who speaks."""

import docx
from check import shown
from docx.oxml.ns import qn
from lxml import etree
from read_tei import flat

STYLES = {"Person": "person", "Organisation": "organisation", "Ort": "location", "WeitererName": "other", "Rolle": "role",
          "Zeit": "time", "Menge": "amount"}


def expected(data):
    text = data["document"]["text"]
    words = lambda start, end: flat(text[start:end])
    standing_out = [m for m in shown(data["mentions"]) if m["form"] in ("name", "derived", "part") or
                    m["form"] == "description" and m["type"] not in ("person", "organisation", "location", "other")]
    colour = lambda kind: "time" if kind in ("date", "duration") else kind
    colours = {}
    for m in sorted(standing_out, key=lambda m: (m["end"] - m["start"], m["id"]), reverse=True):
        colours |= dict.fromkeys(range(m["start"], m["end"]), colour(m["type"]))
    return {
        "mentions": [words(m["start"], m["end"]) for m in shown(data["mentions"])],
        "statements": [
            (words(start, end), flat((s["speaker"] or {}).get("name") or "Sprecher unbekannt"))
            for s in shown(data["statements"]) for start, end in s["content"]
        ],
        # Character by character: of names inside others the inner one has the colour.
        "coloured": [(kind, flat(text[at])) for at, kind in colours.items() if flat(text[at])],
        "quotes": [flat(" … ".join(words(a, b) for a, b in s["content"]))
                   for s in [s for s in shown(data["statements"]) if s["key"]] + shown(data["statements"])],
    }


def read(folder, stem):
    document = docx.Document(folder / f"{stem}.docx")
    comments = {}
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/comments"):
            for comment in etree.fromstring(relation.target_part.blob):
                comments[comment.get(qn("w:id"))] = "".join(comment.itertext(qn("w:t")))
    text, open_at, marked, runs = "", {}, [], []
    for paragraph in document.paragraphs:
        for element in paragraph._p.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"), qn("w:t"), qn("w:br"), qn("w:tab")):
            if element.tag == qn("w:bookmarkStart"):
                open_at[element.get(qn("w:id"))] = (element.get(qn("w:name")), len(text))
            elif element.tag == qn("w:bookmarkEnd"):
                name, start = open_at.pop(element.get(qn("w:id")))
                marked.append((name, element.get(qn("w:id")), flat(text[start:])))
            elif element.tag == qn("w:t"):
                text += element.text
            else:
                text += "\n"
        text += "\n\n"
        runs += [(run.style.style_id, run.text) for run in paragraph.runs if paragraph.style.style_id != "Legend"]
    assert not open_at
    coloured = [(STYLES[style], flat(character)) for style, words in runs if style in STYLES
                for character in words if flat(character)]
    said = lambda comment: comment.split(": ", 1)[1]  # after "Aussage 3"
    statements = []
    for name, id, words in marked:
        if name.startswith("s"):
            who = flat(said(comments[id]))
            statements.append((words, who))
    names = lambda who: who.split(" · ")[0].split(", ")[0]
    quotes = [flat(p.text) for p in document.paragraphs if p.style.name == "Quote"]
    assert document.core_properties.author.startswith("Wortlaut")
    return {
        "mentions": [words for name, _, words in marked if name.startswith("m")],
        "statements": [(words, names(who)) for words, who in statements],
        "coloured": coloured,
        "quotes": quotes,
    }

