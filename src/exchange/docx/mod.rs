//! A report as a Word document, Office Open XML (ECMA-376, `WordprocessingML`): the article with its names in their colours,
//! key statements, all statements, a table of names.
//!
//! Everything is set with styles, so that it can be restyled: `Title`, `Subtitle`, `Heading1`, `Heading2`, `Quote`, and a
//! character style for each kind of name. Every mention is a bookmark (`m5`), every piece of a statement too (`s2_1`) and has
//! a comment that says who speaks. Names in the table lead to where they stand first, numbers to their statement.

mod article;
mod styles;

use std::fmt::Write;

use super::archive::packed;
use super::extract::Extract;
use super::format::{Facts, FileName, Group};
use super::left_out;
use super::loss::{Loss, Losses};
use super::report::{Quote, Report};
use super::xml::{self, Tag, escaped};
use article::Body;

/// The format.
pub const FACTS: Facts = Facts {
    name: "docx",
    describe: "a report for Word and LibreOffice: marked text, statements, names",
    group: Group::Report,
    files: &[FileName::Suffix("docx")],
    write: |extract, losses| vec![document(extract, losses)],
    read: None,
};

const LEFT_OUT: [Loss; 6] = [
    Loss::Forms,
    Loss::Values,
    Loss::Frames,
    Loss::Confidence,
    Loss::Steps,
    Loss::Provenance,
];

/// The namespace of what documents are written in.
const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The namespace of links between parts.
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

fn document(extract: &Extract<'_>, losses: &mut Losses) -> Vec<u8> {
    left_out::count(extract, &LEFT_OUT, losses);
    left_out::tell_rejected(extract, losses);
    xml::tell_forbidden(extract.text(), losses);
    let report = Report::new(extract);
    let body = Body::new(extract, &report, losses);
    let text = |file: &str, xml: String| (file.to_owned(), xml.into_bytes());
    packed(&[
        text("[Content_Types].xml", content_types()),
        text(
            "_rels/.rels",
            relations(&[("officeDocument", "word/document.xml")], true),
        ),
        text("docProps/core.xml", properties(&report)),
        text("word/document.xml", main(&report, &body)),
        text(
            "word/_rels/document.xml.rels",
            relations(
                &[
                    ("styles", "styles.xml"),
                    ("settings", "settings.xml"),
                    ("footer", "footer1.xml"),
                    ("comments", "comments.xml"),
                ],
                false,
            ),
        ),
        text("word/styles.xml", styles::styles()),
        text("word/settings.xml", settings()),
        text("word/footer1.xml", footer(&report)),
        text("word/comments.xml", part("comments", &body.comments)),
    ])
}

/// A part of the document with its root element.
fn part(root: &'static str, xml: &str) -> String {
    format!("{DECLARATION}<w:{root} xmlns:w=\"{MAIN}\" xmlns:r=\"{RELATIONS}\">{xml}</w:{root}>")
}

fn content_types() -> String {
    let mut xml = String::from(
        "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>",
    );
    for (file, kind) in [
        ("document", "document.main"),
        ("styles", "styles"),
        ("settings", "settings"),
        ("footer1", "footer"),
        ("comments", "comments"),
    ] {
        let _ = write!(
            xml,
            "<Override PartName=\"/word/{file}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml\"/>"
        );
    }
    format!(
        "{DECLARATION}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">{xml}</Types>"
    )
}

fn relations(targets: &[(&str, &str)], is_root: bool) -> String {
    let mut xml = String::new();
    for (number, (kind, target)) in (1..).zip(targets) {
        let _ = write!(
            xml,
            "<Relationship Id=\"rId{number}\" Type=\"{RELATIONS}/{kind}\" Target=\"{target}\"/>"
        );
    }
    if is_root {
        xml.push_str(
            "<Relationship Id=\"core\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" \
             Target=\"docProps/core.xml\"/>",
        );
    }
    format!(
        "{DECLARATION}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{xml}</Relationships>"
    )
}

fn properties(report: &Report) -> String {
    let title = escaped(&report.title, false);
    format!(
        "{DECLARATION}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{title}</dc:title>\
         <dc:creator>Wortlaut {}</dc:creator><dc:language>de-DE</dc:language></cp:coreProperties>",
        env!("CARGO_PKG_VERSION")
    )
}

fn settings() -> String {
    part(
        "settings",
        "<w:zoom w:percent=\"100\"/><w:autoHyphenation w:val=\"true\"/><w:defaultTabStop w:val=\"567\"/>\
         <w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>\
         <w:themeFontLang w:val=\"de-DE\"/>",
    )
}

fn footer(report: &Report) -> String {
    let field = |code: &str| {
        format!(
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> {code} </w:instrText></w:r>\
             <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
        )
    };
    let mut title: String = report.title.chars().take(70).collect();
    if title.len() < report.title.len() {
        title.push('…');
    }
    let xml = format!(
        "{}<w:r><w:tab/></w:r>{}{}{}{}",
        run(&title, None),
        run("Seite ", None),
        field("PAGE"),
        run(" von ", None),
        field("NUMPAGES")
    );
    part("ftr", &paragraph("Footer", &xml))
}

/// The document itself.
fn main(report: &Report, body: &Body) -> String {
    let mut xml = paragraph("Title", &run(&report.title, None));
    let mut byline = report.byline.clone();
    byline.extend(report.url.clone());
    if !byline.is_empty() {
        xml.push_str(&paragraph("Subtitle", &run(&byline.join(" · "), None)));
    }
    if !report.note.is_empty() {
        xml.push_str(&paragraph("Note", &run(&report.note, None)));
    }
    if report.key_quotes().next().is_some() {
        xml.push_str(&heading("Kernaussagen"));
        for quote in report.key_quotes() {
            self::quote(quote, body, &mut xml);
        }
    }
    xml.push_str(&heading("Artikel"));
    xml.push_str(&legend());
    xml.push_str(&body.xml);
    xml.push_str(&heading("Aussagen"));
    if report.quotes.is_empty() {
        let none = "In diesem Artikel wurde keine Aussage gefunden.";
        xml.push_str(&paragraph("BodyText", &run(none, None)));
    }
    for quote in &report.quotes {
        self::quote(quote, body, &mut xml);
    }
    if !report.groups.is_empty() {
        xml.push_str(&heading("Namen"));
        xml.push_str(&names(report, body));
    }
    xml.push_str(&paragraph("Origin", &run(&report.origin, None)));
    // A4 with the margins of DIN 5008.
    xml.push_str(
        "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId3\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
         <w:pgMar w:top=\"1418\" w:right=\"1418\" w:bottom=\"1418\" w:left=\"1418\" w:header=\"709\" w:footer=\"709\" w:gutter=\"0\"/></w:sectPr>",
    );
    part("document", &format!("<w:body>{xml}</w:body>"))
}

fn heading(words: &str) -> String {
    paragraph("Heading1", &run(words, None))
}

/// What the colours mean.
fn legend() -> String {
    let kinds = styles::KINDS
        .iter()
        .map(|kind| run(kind.label, Some(kind.style)));
    let runs: Vec<String> = kinds.collect();
    paragraph("Legend", &runs.join(&run("  ", None)))
}

fn quote(quote: &Quote, body: &Body, xml: &mut String) {
    xml.push_str(&paragraph("Quote", &run(&quote.text, None)));
    let number = format!("Aussage {}", quote.number);
    let mark = format!("s{}_1", quote.id.0);
    let mut who = linked(body, &mark, &number);
    who.push_str(&run(" — ", None));
    who.push_str(&run(&quote.speaker, Some("Strong")));
    let mut rest = String::new();
    if let Some(role) = &quote.role {
        let _ = write!(rest, ", {role}");
    }
    for fact in &quote.facts {
        let _ = write!(rest, " · {fact}");
    }
    who.push_str(&run(&rest, None));
    xml.push_str(&paragraph("Attribution", &who));
    if !quote.note.is_empty() {
        xml.push_str(&paragraph("Note", &run(&quote.note, None)));
    }
}

/// Words that lead to a bookmark, if there is one.
fn linked(body: &Body, bookmark: &str, words: &str) -> String {
    if !body.bookmarks.contains(bookmark) {
        return run(words, None);
    }
    let link = Tag::new("w:hyperlink")
        .with("w:anchor", bookmark)
        .with("w:history", "1");
    link.around(&run(words, None))
}

fn names(report: &Report, body: &Body) -> String {
    let widths = [3100, 2570, 1800, 1600];
    let grid = widths.map(|width| format!("<w:gridCol w:w=\"{width}\"/>"));
    let grid = grid.concat();
    let cell = |index: usize, style: &str, xml: &str| {
        let width = widths.get(index).copied().unwrap_or_default();
        format!(
            "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>{}</w:tc>",
            paragraph(style, xml)
        )
    };
    let heading = ["Name", "Rolle", "Erwähnungen", "Aussagen"]
        .into_iter()
        .enumerate();
    let heading: String = heading
        .map(|(index, words)| {
            cell(
                index,
                if index < 2 {
                    "TableHead"
                } else {
                    "TableHeadNumber"
                },
                &run(words, None),
            )
        })
        .collect();
    let mut rows = format!("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{heading}</w:tr>");
    for group in &report.groups {
        let total: i32 = widths.iter().sum();
        let _ = write!(
            rows,
            "<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w=\"{total}\" w:type=\"dxa\"/><w:gridSpan w:val=\"4\"/></w:tcPr>{}</w:tc></w:tr>",
            paragraph("TableGroup", &run(group.label, None))
        );
        for name in &group.names {
            let mut words = match name.first {
                Some(id) => linked(body, &format!("m{}", id.0), &name.name),
                None => run(&name.name, None),
            };
            if !name.aliases.is_empty() {
                let aliases = format!(" (auch: {})", name.aliases.join(", "));
                words.push_str(&run(&aliases, Some("Faint")));
            }
            if !name.note.is_empty() {
                words.push_str(&run(&format!(" – {}", name.note), Some("Faint")));
            }
            let cells = [
                cell(0, "TableText", &words),
                cell(
                    1,
                    "TableText",
                    &run(name.role.as_deref().unwrap_or_default(), None),
                ),
                cell(2, "TableNumber", &run(&name.n_mentions.to_string(), None)),
                cell(3, "TableNumber", &run(&name.n_statements.to_string(), None)),
            ];
            let _ = write!(
                rows,
                "<w:tr><w:trPr><w:cantSplit/></w:trPr>{}</w:tr>",
                cells.concat()
            );
        }
    }
    format!(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"Names\"/><w:tblW w:w=\"9070\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr>\
         <w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )
}

/// A paragraph in a style.
fn paragraph(style: &str, xml: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{xml}</w:p>")
}

/// Words in one style of characters. Line ends and tabs are elements.
fn run(words: &str, style: Option<&str>) -> String {
    if words.is_empty() {
        return String::new();
    }
    let mut xml = String::from("<w:r>");
    if let Some(style) = style {
        let _ = write!(xml, "<w:rPr><w:rStyle w:val=\"{style}\"/></w:rPr>");
    }
    for piece in words.split_inclusive(['\n', '\t', '\r']) {
        let plain = piece.trim_end_matches(['\n', '\t', '\r']);
        if !plain.is_empty() {
            let _ = write!(
                xml,
                "<w:t xml:space=\"preserve\">{}</w:t>",
                escaped(plain, false)
            );
        }
        match piece.as_bytes().last() {
            Some(b'\t') => xml.push_str("<w:tab/>"),
            Some(b'\n' | b'\r') => xml.push_str("<w:br/>"),
            _ => {}
        }
    }
    xml + "</w:r>"
}

#[cfg(test)]
mod tests;
