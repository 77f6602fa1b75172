"""The HTML report, with html5lib, which parses as browsers do: what stands on the marks and the cards, and the data.

A mark that others cross is several elements; a mark over two paragraphs too. Their words are joined.
"""

import json
import unicodedata

import html5lib
import read_web_annotation

BARS = {"direct": "direct", "reported": "reported"}


def classes(element):
    return (element.get("class") or "").split()


def text_of(element):
    """The words, without the numbers of statements."""
    parts = [element.text or ""]
    for child in element:
        if child.tag != "sup" and "back" not in classes(child):
            parts.append(text_of(child))
        parts.append(child.tail or "")
    return "".join(parts)


def read(folder, stem):
    page = html5lib.parse((folder / f"{stem}.html").read_bytes(), namespaceHTMLElements=False, transport_encoding="utf-8")
    scripts = page.findall(".//script")
    assert [script.get("type") for script in scripts] == ["application/ld+json"], scripts
    article = page.find(".//article")
    words, kinds = {}, {}
    for element in article.iter():
        name = element.get("data-of") or element.get("id")
        if name:
            words[name] = words.get(name, "") + text_of(element)
            kinds.setdefault(name, [kind for kind in classes(element) if kind not in ("m", "said", *SIGNS)][0])
    marks = [(kinds[name], words[name]) for name in words if name.startswith("mention-")]
    said = [(kinds[name], words[name]) for name in words if name.startswith("said-")]
    cards = []
    for card in page.iter("li"):
        if "card" in classes(card):
            cards.append((classes(card)[1], text_of(card.find("blockquote"))))
    data = read_web_annotation.findings(json.loads(scripts[0].text))
    return data | {"marks": marks, "said": said, "cards": cards}


SIGNS = ("accepted", "changed", "added")


def expected(data):
    from check import shown
    text, blocks = data["document"]["text"], data["document"]["blocks"]

    def harmless(words):
        return "".join("\uFFFD" if unicodedata.category(c) == "Cc" and c not in "\n\t" else c for c in words)

    def placed(ranges):
        """What of some ranges stands in blocks: the rest is the white space between them."""
        pieces = [(max(a, b["start"]), min(e, b["end"])) for a, e in ranges for b in blocks]
        return harmless("".join(text[a:e] for a, e in pieces if a < e))

    def mark(mention):
        names = ("person", "organisation", "location", "other")
        is_quiet = mention["form"] == "pronoun" or mention["form"] == "description" and mention["type"] in names
        kind = {"time": "date", "duration": "date"}.get(mention["type"], mention["type"])
        return "quiet" if is_quiet else kind, placed([(mention["start"], mention["end"])])

    statements = [(BARS.get(s["kind"], "indirect"), s) for s in shown(data["statements"])]
    return read_web_annotation.expected(data) | {
        "marks": [mark(mention) for mention in shown(data["mentions"])],
        "said": [(bar, placed(s["content"])) for bar, s in statements],
        "cards": [(bar, harmless(s["text"])) for bar, s in statements],
    }
