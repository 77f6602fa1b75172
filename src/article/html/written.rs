//! Pages that a word processor or a converter wrote: nothing but one text, all of which is the article, without footnotes, page headers
//! and the notes of editors.

use dom_query::{Document, NodeRef};

use super::metadata::Metadata;
use super::page::{CAPTION, Page};
use super::walk::{Piece, pieces};
use crate::article::weave::squeeze;

/// How such programs name themselves (`<meta name="generator">`), in lower case.
const PROGRAMS: &[&str] = &[
    "asciidoctor",
    "cocoa html writer",
    "docutils",
    "libreoffice",
    "microsoft word",
    "openoffice",
    "pandoc",
];

/// What they write that is not part of the text.
const BESIDE: &[&str] = &[
    "del",
    "#footer",
    "#footnotes",
    "#header .details",
    "#toc",
    "#TOC",
    "div[title=header]",
    "div[title=footer]",
    "div[id^=sdfootnote]",
    "div[id^=sdendnote]",
    "span[title=annotation]",
    "span[title^='Footnote:']",
    "dl.docinfo",
    "aside.footnote-list",
    "section.footnotes",
    "div.footnotes",
    "p.Footnote",
    "p.MsoFootnoteText",
    "a.footnote-ref",
    "a[role=doc-noteref]",
    "p.author",
    "p.date",
    "h2.author",
    "h3.date",
    "[hidden]",
    "[style*='display: none']",
    "[style*='display:none']",
    "a.footnote-reference",
    "a.sdfootnoteanc",
    ".footnote",
    ".MsoFootnoteReference",
    ".Numbering_20_Symbols",
];

/// How they mark the headline.
const TITLES: &[&str] = &["p.Title", "p.title", "p.MsoTitle"];

/// How they mark what stands below it.
const SUBTITLES: &[&str] = &["h1.subtitle", "p.Subtitle", "p.subtitle", "p.MsoSubtitle"];

/// Whether a page is one of these.
pub(super) fn is_written(page: &Page) -> bool {
    let of = |name| page.metas.get(name).map(|by| by.to_lowercase());
    let generator = of("generator").unwrap_or_default();
    PROGRAMS.iter().any(|program| generator.contains(program))
        || of("dcterms.source").is_some_and(|source| source.ends_with("/odf2xhtml"))
}

/// Takes away what is not part of the text, and marks headline and lead as web pages do.
pub(super) fn prepare(document: &Document, metadata: &Metadata) {
    for beside in BESIDE {
        document.select(beside).remove();
    }
    // LibreOffice's floating parts of a line.
    document
        .select("div[style*='display:inline']")
        .rename("span");
    for caption in document.select(".imageblock > .title").nodes() {
        caption.prepend_html(CAPTION.to_string());
    }
    let marked = |names: &[&str]| -> Option<NodeRef> {
        let mut found = names.iter().map(|name| document.select(name));
        found.find_map(|found| found.nodes().first().copied())
    };
    let title = metadata.title.as_deref().map(squeeze).unwrap_or_default();
    if let Some(headline) = marked(TITLES).or_else(|| first_paragraph(document, &title)) {
        document.select("h1").rename("h2");
        headline.rename("h1");
    }
    let lead = marked(SUBTITLES);
    if let Some(lead) = lead {
        lead.rename("p");
        lead.set_attr("class", "lead");
    }
}

/// The first paragraph, if it is the title of the page.
fn first_paragraph<'a>(document: &'a Document, title: &str) -> Option<NodeRef<'a>> {
    let paragraphs = document.select("p");
    let first = *paragraphs.nodes().first()?;
    (!title.is_empty() && squeeze(&first.text()).replace('\n', " ") == title).then_some(first)
}

/// The whole text.
pub(super) fn text(document: &Document) -> Vec<Piece> {
    let body = document.body();
    body.map(|body| pieces(&body)).unwrap_or_default()
}
