"""Web Annotation: expanded by PyLD, as triples in rdflib, asked in SPARQL. The words are those at the offsets.

Nothing is fetched: `anno_context.json` has those terms of http://www.w3.org/ns/anno.jsonld that stand in our files.
"""

import json
from pathlib import Path

from pyld import jsonld
from rdflib import Dataset, Graph

STANDARD = "http://www.w3.org/ns/anno.jsonld"
CONTEXT = json.loads((Path(__file__).parent / "anno_context.json").read_text(encoding="utf-8"))
PREFIXES = """
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX as: <http://www.w3.org/ns/activitystreams#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
PREFIX w: <urn:uuid:c6e071bd-a940-53f7-9aa6-4b9e7a882a6c#>
"""
# A target is a place or a list of places.
PLACE = """
    ?annotation oa:hasTarget/(as:items/rdf:rest*/rdf:first)? ?place .
    ?place oa:hasSelector ?position, ?quote .
    ?position a oa:TextPositionSelector ; oa:start ?start ; oa:end ?end .
    ?quote a oa:TextQuoteSelector ; oa:exact ?exact ; oa:prefix ?prefix ; oa:suffix ?suffix .
"""


def load(url, options):
    assert url == STANDARD, f"{url} would be fetched"
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": CONTEXT}


def terms_of(value):
    """All names of fields, without those of the correction's own JSON."""
    if isinstance(value, list):
        return set().union(*map(terms_of, value))
    if isinstance(value, dict):
        inner = (terms_of(inner) for key, inner in value.items() if key not in ("@context", "corrections"))
        return set(value).union(*inner)
    return set()


def triples(data):
    """The graph. A term that no context knows would be dropped silently: an error here."""
    known = set(CONTEXT["@context"]) | set(data["@context"][1]) | {"@context"}
    assert terms_of(data) <= known, terms_of(data) - known
    quads = jsonld.to_rdf(data, {"format": "application/n-quads", "documentLoader": load})
    graph = Dataset()
    graph.parse(data=quads, format="nquads")
    plain = Graph()
    for triple in graph.triples((None, None, None)):
        plain.add(triple)
    return plain


def findings(data):
    graph = triples(data)
    ask = lambda question: list(graph.query(PREFIXES + question))
    [[text]] = ask("SELECT ?text { ?collection a as:OrderedCollection ; w:article/w:text ?text }")
    text = str(text)
    places = {}
    rows = ask(f"SELECT * {{ ?annotation w:part ?part . {PLACE} }}")
    for row in rows:
        start, end = int(row.start), int(row.end)
        exact, prefix, suffix = str(row.exact), str(row.prefix), str(row.suffix)
        assert text[start:end] == exact, (text[start:end], exact)
        assert text[:start].endswith(prefix) and text[end:].startswith(suffix), (prefix, exact, suffix)
        assert len(prefix) <= 32 and len(suffix) <= 32
        places.setdefault(str(row.annotation), set()).add((start, end))

    def words(annotation):
        return [text[start:end] for start, end in sorted(places.get(str(annotation), []))]

    shown = lambda row: str(row.verdict) != "rejected"
    mentions = ask("""SELECT * { ?annotation a oa:Annotation ; oa:motivatedBy oa:tagging ; w:verdict ?verdict ;
        oa:hasBody [ oa:hasPurpose oa:tagging ; rdf:value ?type ] }""")
    statements = ask("""SELECT * { ?annotation a oa:Annotation ; oa:motivatedBy oa:classifying ; w:verdict ?verdict ;
        oa:hasBody [ oa:hasPurpose oa:classifying ; rdf:value ?kind ] }""")
    links = ask("""SELECT ?annotation ?part ?name { ?annotation oa:motivatedBy oa:linking ; w:part ?part ;
        oa:hasBody [ oa:hasPurpose oa:linking ; oa:hasSource ?statement ] .
        ?statement w:verdict ?verdict . FILTER(?verdict != "rejected")
        OPTIONAL { ?annotation oa:hasBody [ oa:hasPurpose oa:identifying ; oa:hasSource/foaf:name ?name ] } }""")
    entities = ask("SELECT ?name ?kind { ?entity foaf:name ?name ; w:kind ?kind }")
    return {
        "mentions": [(str(row.type), words(row.annotation)[0]) for row in mentions if shown(row)],
        "statements": [(str(row.kind), words(row.annotation)) for row in statements if shown(row)],
        "links": [(str(row.part), row.name and str(row.name), words(row.annotation)) for row in links],
        "entities": [(str(row.kind), str(row.name)) for row in entities],
    }


def read(folder, stem):
    return findings(json.loads((folder / f"{stem}.jsonld").read_text(encoding="utf-8")))


def expected(data):
    from check import all_of, shown
    text, names = data["document"]["text"], [entity["name"] for entity in data["entities"]]
    links = []
    for statement in shown(data["statements"]):
        for part in ("cue", "frame"):
            if statement[part]:
                links.append((part, None, [text[a:b] for a, b in statement[part]]))
        ends = [("speaker", statement["speaker"]), ("addressee", statement["addressee"])]
        for part, voice in ends + [("via", voice) for voice in statement["via"]]:
            if voice:
                entity = voice["entity"]
                links.append((part, None if entity is None else names[entity], [text[a:b] for a, b in voice["spans"]]))
    return all_of(data) | {
        "links": links,
        "entities": [(entity["type"], entity["name"]) for entity in data["entities"]],
    }
