//! The words of our own vocabulary, so that a JSON-LD processor drops none of them.

use serde_json::{Value, json};

/// What all IRIs of our vocabulary begin with. A UUID, since no domain is ours: it is `uuid5(NAMESPACE_OID, "wortlaut")`.
pub(super) const NAMESPACE: &str = "urn:uuid:c6e071bd-a940-53f7-9aa6-4b9e7a882a6c#";

/// The context of the standard.
pub(super) const STANDARD: &str = "http://www.w3.org/ns/anno.jsonld";

/// Terms that are nothing but names.
const PLAIN: [&str; 20] = [
    "part",
    "form",
    "normalised",
    "medium",
    "stance",
    "key",
    "because",
    "anonymous",
    "verdict",
    "kind",
    "role",
    "party",
    "file",
    "fileFormat",
    "url",
    "encoding",
    "byline",
    "stub",
    "sha256",
    "text",
];

/// Classes beside those of the standard.
const CLASSES: [&str; 2] = ["Place", "OtherName"];

/// `@context`: the standard's, and ours.
pub(super) fn context() -> Value {
    let mut terms = json!({
        "@version": 1.1,
        "wortlaut": NAMESPACE,
        // In the vocabulary of Web Annotation, but not in its context.
        "Composite": "http://www.w3.org/ns/oa#Composite",
        "title": "http://purl.org/dc/terms/title",
        "date": "http://purl.org/dc/terms/date",
        "article": {"@id": "wortlaut:article", "@type": "@id"},
        "analysis": {"@id": "wortlaut:analysis", "@type": "@id"},
        "inside": {"@id": "wortlaut:inside", "@type": "@id"},
        "salience": {"@id": "wortlaut:salience", "@type": "http://www.w3.org/2001/XMLSchema#double"},
        "confidence": {"@id": "wortlaut:confidence", "@type": "http://www.w3.org/2001/XMLSchema#double"},
        "aliases": {"@id": "wortlaut:aliases", "@container": "@list"},
        "agencies": {"@id": "wortlaut:agencies", "@container": "@list"},
        "blocks": {"@id": "wortlaut:blocks", "@container": "@list"},
        "block": "wortlaut:block",
        "corrections": {"@id": "wortlaut:corrections", "@type": "@json"},
    });
    if let Some(terms) = terms.as_object_mut() {
        for term in PLAIN.iter().chain(&CLASSES) {
            terms.insert((*term).to_owned(), format!("wortlaut:{term}").into());
        }
    }
    json!([STANDARD, terms])
}
