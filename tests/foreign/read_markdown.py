"""The report as Markdown, with markdown-it-py (CommonMark and tables, as on GitHub)."""

from check import shown
from markdown_it import MarkdownIt

GROUPS = {"Personen": "person", "Organisationen": "organisation", "Orte": "location", "Weitere Namen": "other"}


def expected(data):
    text = data["document"]["text"]
    speaks, means = {}, {}
    for statement in shown(data["statements"]):
        entity = (statement["speaker"] or {}).get("entity")
        speaks[entity] = speaks.get(entity, 0) + 1
    for mention in shown(data["mentions"]):
        if mention["form"] not in ("derived", "part") and mention["type"] != "role":
            means[mention["entity"]] = means.get(mention["entity"], 0) + 1
    linked = {m["entity"] for m in shown(data["mentions"])} | set(speaks)
    plain = lambda words: "".join("\ufffd" if ord(c) < 32 or 127 <= ord(c) < 160 else c for c in " ".join(words.split()))
    quote = lambda s: plain(" … ".join(" ".join(text[a:b].split()) for a, b in s["content"]))
    speaker = lambda s: plain((s["speaker"] or {}).get("name") or "Sprecher unbekannt")
    statements = shown(data["statements"])
    return {
        "statements": [(quote(s), speaker(s)) for s in [s for s in statements if s["key"]] + statements],
        "names": [(e["type"], plain(e["name"]), means.get(e["id"], 0), speaks.get(e["id"], 0))
                  for e in data["entities"] if e["id"] in linked],
    }


def number(words, after):
    """3 of "3 Erwähnungen"."""
    found = [part for part in words.replace("\xa0", " ").split(", ") if after in part]
    return int(found[-1].split("– ")[-1].split()[0].replace(".", "")) if found else 0


def read(folder, stem):
    markdown = (folder / f"{stem}.report.md").read_text(encoding="utf-8")
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown)
    assert not [t for t in tokens if t.type == "html_block" and t.content.strip() != "<!-- -->"], "markup in the words"
    assert not [t for t in tokens if t.type in ("table_open", "code_block", "fence", "ordered_list_open")]
    inline = lambda token: "".join(c.content for c in token.children if c.type == "text")
    statements, names, group, quote = [], [], None, None
    for index, token in enumerate(tokens):
        if token.type == "inline":
            assert not [c for c in token.children if c.type in ("html_inline", "image", "code_inline")], token.content
        if token.type == "blockquote_open":
            quote = []
        elif token.type == "blockquote_close":
            words, who, *_ = quote
            strong = [i for i, c in enumerate(who.children) if c.type == "strong_open"][0]
            statements.append((inline(words), who.children[strong + 1].content))
            quote = None
        elif token.type == "inline" and quote is not None:
            quote.append(token)
        elif token.type == "heading_open" and token.tag == "h3":
            group = GROUPS[inline(tokens[index + 1])]
        elif token.type == "list_item_open":
            item = tokens[index + 2]
            strong = [i for i, c in enumerate(item.children) if c.type == "strong_open"][0]
            words = inline(item)
            names.append((group, item.children[strong + 1].content, number(words, "Erwähnung"), number(words, "Aussage")))
    return {"statements": statements, "names": names}
