"""The REFI-QDA project, with Python's zipfile and lxml; the shape is that of the standard's schema (Project.xsd, 1.0)."""

import re
import zipfile

from check import all_of, shown
from lxml import etree

Q = "{urn:QDA-XML:project:1.0}"
GUID = re.compile(r"([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})$")
# Element: attributes (! is needed), then what may be in it, in this order (* any number, ? none or one).
SHAPE = {
    "Project": ("name! origin creatingUserGUID creationDateTime modifyingUserGUID modifiedDateTime basePath",
                "Users? CodeBook? Variables? Cases? Sources? Notes? Links? Sets? Graphs? Description? NoteRef*"),
    "Users": ("", "User*"), "User": ("guid! name id", ""),
    "CodeBook": ("origin", "Codes Sets?"), "Codes": ("", "Code*"),
    "Code": ("guid! name! isCodable! color", "Description? NoteRef* Code*"),
    "Cases": ("", "Case*"), "Case": ("guid! name", "Description? CodeRef* VariableValue* SourceRef* SelectionRef*"),
    "Sources": ("", "TextSource*"),
    "TextSource": ("guid! name richTextPath plainTextPath creatingUser creationDateTime modifyingUser modifiedDateTime",
                   "Description? PlainTextContent? PlainTextSelection* Coding* NoteRef* VariableValue*"),
    "PlainTextSelection": ("guid! name startPosition! endPosition! creatingUser creationDateTime modifyingUser modifiedDateTime",
                           "Description? Coding* NoteRef*"),
    "Coding": ("guid! creatingUser creationDateTime", "CodeRef NoteRef*"),
    "Notes": ("", "Note*"),
    "Note": ("guid! name richTextPath plainTextPath creatingUser creationDateTime modifyingUser modifiedDateTime",
             "Description? PlainTextContent? PlainTextSelection* Coding* NoteRef* VariableValue*"),
    "CodeRef": ("targetGUID!", ""), "NoteRef": ("targetGUID!", ""),
    "SourceRef": ("targetGUID!", ""), "SelectionRef": ("targetGUID!", ""), "Description": ("", ""),
}
KINDS = {"Person": "person", "Organisation": "organisation", "Ort": "location", "Weiterer Name": "other", "Rolle": "role",
         "Datum": "date", "Uhrzeit": "time", "Dauer": "duration", "Menge": "amount"}
STATEMENTS = {"direkte Rede": "direct", "indirekte Rede": "indirect", "berichtete Rede": "reported",
              "erlebte Rede": "free_indirect", "frei indirekte Rede": "indirect_free_indirect"}


def check_shape(element):
    name = etree.QName(element).localname
    attributes, children = SHAPE[name]
    allowed = {attribute.rstrip("!") for attribute in attributes.split()}
    assert set(element.attrib) <= allowed, (name, dict(element.attrib))
    for attribute in attributes.split():
        assert not attribute.endswith("!") or attribute[:-1] in element.attrib, (name, attribute)
    for attribute, value in element.attrib.items():
        if attribute in ("guid", "targetGUID", "creatingUser", "creatingUserGUID"):
            assert GUID.match(value), value
        if attribute == "color":
            assert re.fullmatch("#[0-9A-Fa-f]{6}", value), value
    pattern = "".join(
        f"(?:{child.rstrip('*?')} ){child[-1] if child[-1] in '*?' else ''}" for child in children.split())
    inside = "".join(etree.QName(child).localname + " " for child in element)
    assert re.fullmatch(pattern, inside), (name, inside)
    for child in element:
        check_shape(child)


def expected(data):
    """Without the speakers' words: cases have names."""
    text = data["document"]["text"]
    return all_of(data) | {
        "said": [((s["speaker"]["name"]), text[a:b]) for s in shown(data["statements"])
                 if s["speaker"] and s["speaker"]["name"] for a, b in s["content"]],
        "cues": [text[a:b] for s in shown(data["statements"]) for a, b in s["cue"]],
        "keys": [text[a:b] for s in shown(data["statements"]) if s["key"] for a, b in s["content"]],
        "notes": [f["note"] for f in shown(data["statements"]) + shown(data["mentions"]) if f.get("note")]
        + [data["note"]] * bool(data["note"]) + [e["note"] for e in data["entities"] if e["note"]],
    }


def read(folder, stem):
    with zipfile.ZipFile(folder / f"{stem}.qdpx") as archive:
        root = etree.fromstring(archive.read("project.qde"))
        files = {name: archive.read(name).decode("utf-8") for name in archive.namelist() if name.startswith("sources/")}
    check_shape(root)
    path = lambda element: element.get("plainTextPath").replace("internal://", "sources/")
    source = root.find(f"{Q}Sources/{Q}TextSource")
    text = files[path(source)]
    guids = {element.get("guid"): element for element in root.iter() if element.get("guid")}
    kind_of = {}
    for code in root.iter(f"{Q}Code"):
        parent = code.getparent()
        name = code.get("name")
        kind_of[code.get("guid")] = parent.get("name") if parent.get("name") in KINDS and name not in STATEMENTS else name
    mentions, statements, cues, keys, words = [], {}, [], [], {}
    for selection in source.iterfind(f"{Q}PlainTextSelection"):
        found = text[int(selection.get("startPosition")):int(selection.get("endPosition"))]
        words[selection.get("guid")] = found
        codes = [kind_of[ref.get("targetGUID")] for ref in selection.iter(f"{Q}CodeRef")]
        if codes[0] in STATEMENTS:
            name = selection.get("name").split(" (")[0]
            statements.setdefault(name, (STATEMENTS[codes[0]], []))[1].append(found)
            keys += [found] * ("Kernaussage" in codes)
        elif codes == ["Redeankündigung"]:
            cues.append(found)
        else:
            mentions.append((KINDS[codes[0]], found))
    said = [(case.get("name"), words[ref.get("targetGUID")]) for case in root.iter(f"{Q}Case")
            for ref in case.iterfind(f"{Q}SelectionRef")]
    notes = [files[path(note)] for note in root.iter(f"{Q}Note")]
    assert all(ref.get("targetGUID") in guids for ref in root.iter(f"{Q}NoteRef", f"{Q}SourceRef"))
    return {"mentions": mentions, "statements": list(statements.values()), "said": said, "cues": cues, "keys": keys,
            "notes": notes}
