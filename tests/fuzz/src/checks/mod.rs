//! What has to hold for any bytes: one check for each thing that reads files of others.
//!
//! Fuzzing calls them with bytes that nobody has thought of, `tests/engine/crashes.rs` with those that once went wrong.

pub mod articles;
pub mod findings;
pub mod importing;
pub mod packing;
pub mod pipeline;
pub mod reviews;
#[path = "../../../common/traps.rs"]
pub mod traps;

use wortlaut::exchange::Format;

/// A check under the name of what it is about. Panics if something does not hold.
pub struct Target {
    /// The name of the fuzz target, of its corpus, and of its folder in `tests/fuzz/crashes`.
    pub name: &'static str,
    /// What has to hold for these bytes.
    pub check: fn(&[u8]),
}

/// All of them, those first that are most likely to break.
pub const TARGETS: &[Target] = &[
    target("rtf", |bytes| articles::file(bytes, "a.rtf")),
    target("eml", |bytes| articles::file(bytes, "a.eml")),
    target("html", |bytes| articles::file(bytes, "a.html")),
    target("subtitles", |bytes| articles::file(bytes, "a.srt")),
    target("docx_parts", |bytes| {
        articles::file(&packing::docx(bytes), "a.docx");
    }),
    target("odt_parts", |bytes| {
        articles::file(&packing::odt(bytes), "a.odt");
    }),
    target("epub_parts", |bytes| {
        articles::file(&packing::epub(bytes), "a.epub");
    }),
    target("pdf", |bytes| articles::file(bytes, "a.pdf")),
    target("pdf_parts", |bytes| {
        articles::file(&packing::pdf(bytes), "a.pdf");
    }),
    target("saved", reviews::saved),
    target("edits", reviews::edits),
    target("brat", |bytes| {
        importing::file(bytes, Format::BRAT, "a.ann");
    }),
    target("web_annotation", |bytes| {
        importing::file(bytes, Format::WEB_ANNOTATION, "a.annotations.jsonld");
    }),
    target("cas", |bytes| {
        importing::file(bytes, Format::CAS_JSON, "a.cas.json");
    }),
    target("csv", |bytes| {
        importing::file(bytes, Format::CSV, "a.statements.csv");
    }),
    target("pipeline", pipeline::text),
    target("exports", pipeline::exports),
    target("mail_parts", |bytes| {
        articles::file(&packing::mail(bytes), "a.eml");
    }),
    target("mhtml", |bytes| articles::file(bytes, "a.mhtml")),
    target("plain", |bytes| articles::file(bytes, "a.txt")),
    target("markdown", |bytes| articles::file(bytes, "a.md")),
    target("pdf", |bytes| articles::file(bytes, "a.pdf")),
    target("docx", |bytes| articles::file(bytes, "a.docx")),
    target("odt", |bytes| articles::file(bytes, "a.odt")),
    target("epub", |bytes| articles::file(bytes, "a.epub")),
    target("report", |bytes| {
        importing::file(bytes, Format::HTML, "a.html");
    }),
    target("anything", |bytes| articles::file(bytes, "a")),
];

const fn target(name: &'static str, check: fn(&[u8])) -> Target {
    Target { name, check }
}

/// The check of this name, chosen while compiling, so that a fuzz target holds nothing else.
pub const fn named(name: &str) -> Option<fn(&[u8])> {
    let mut at = 0;
    while at < TARGETS.len() {
        if is_same(TARGETS[at].name.as_bytes(), name.as_bytes()) {
            return Some(TARGETS[at].check);
        }
        at += 1;
    }
    None
}

const fn is_same(one: &[u8], other: &[u8]) -> bool {
    let mut at = 0;
    while at < one.len() && at < other.len() && one[at] == other[at] {
        at += 1;
    }
    at == one.len() && at == other.len()
}
