//! Markup: entities, depth, width, and what never closes, in HTML, XML and Markdown.

use super::Expected::{Either, Message, Reading};
use super::packing::{docx, docx_with, epub, epub_with, odt, word_paragraph, word_xml};
use super::{Hostile, SENTENCE, file, text};

/// Ten entities, each ten times the one before.
const LAUGHS: &str = "<!DOCTYPE lolz [<!ENTITY a \"haha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;\"><!ENTITY g \"&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;\"><!ENTITY h \"&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;\"><!ENTITY i \"&h;&h;&h;&h;&h;&h;&h;&h;&h;&h;\">]>";

/// A file of the system, and an address that nobody listens on.
const OUTSIDE: &str = "<!DOCTYPE x [<!ENTITY x SYSTEM \"file:///etc/passwd\"><!ENTITY % y SYSTEM \"http://127.0.0.1:9/y.dtd\">%y;]>";

fn declared(prolog: &str, xml: &str) -> String {
    xml.replacen("?>", &format!("?>{prolog}"), 1)
}

fn page(body: &str) -> String {
    format!("<html><head><title>Regen</title></head><body>{body}<p>{SENTENCE}</p></body></html>")
}

pub fn files() -> Vec<Hostile> {
    [entities(), depth(), width(), unclosed(), markdown()]
        .into_iter()
        .flatten()
        .collect()
}

fn entities() -> Vec<Hostile> {
    vec![
        file("laughs.docx", Reading(SENTENCE), || {
            let xml = word_xml(&[word_paragraph("&i;"), word_paragraph(SENTENCE)].concat());
            docx_with(&declared(LAUGHS, &xml), &[])
        }),
        text("laughs.html", Reading(SENTENCE), || {
            format!("{LAUGHS}{}", page("<p>&i;</p>"))
        }),
        file("laughs.epub", Reading(SENTENCE), || {
            let page = format!("<?xml version=\"1.0\"?>{LAUGHS}{}", page("<p>&i;</p>"));
            epub_with(&["c.xhtml"], &[("c.xhtml", page.as_bytes())])
        }),
        file("outside.docx", Reading(SENTENCE), || {
            let xml = word_xml(&[word_paragraph("&x;"), word_paragraph(SENTENCE)].concat());
            docx_with(&declared(OUTSIDE, &xml), &[])
        }),
        text("outside.html", Reading(SENTENCE), || {
            format!(
                "<?xml version=\"1.0\"?>{OUTSIDE}<html xmlns:xi=\"http://www.w3.org/2001/XInclude\"><head><base href=\"http://127.0.0.1:9/\"><meta http-equiv=refresh content=\"0;url=http://127.0.0.1:9/\"><link rel=stylesheet href=\"http://127.0.0.1:9/a.css\"><script src=\"http://127.0.0.1:9/a.js\"></script></head><body><p>&x;</p><xi:include href=\"file:///etc/passwd\" parse=\"text\"/><iframe src=\"file:///etc/passwd\"></iframe><object data=\"http://127.0.0.1:9/a\"></object><img src=\"http://127.0.0.1:9/a.png\"><p>{SENTENCE}</p></body></html>"
            )
        }),
        text("surrogates.html", Reading(SENTENCE), || {
            page("<p>&#xD800;&#xDFFF;&#x110000;&#99999999999;&#0;&#x;&#;&;&amp;&notanentity;</p>")
        }),
        file("surrogates.docx", Reading(SENTENCE), || {
            docx(
                &[
                    word_paragraph("&#xD800;&#x110000;&#0;&unknown;"),
                    word_paragraph(SENTENCE),
                ]
                .concat(),
            )
        }),
    ]
}

fn depth() -> Vec<Hostile> {
    const N: usize = 100_000;
    let nested =
        |open: &str, close: &str| [open.repeat(N), SENTENCE.to_owned(), close.repeat(N)].concat();
    vec![
        text("deep.html", Reading(SENTENCE), move || {
            nested("<div>", "</div>")
        }),
        text("deep-formatting.html", Either, move || {
            nested("<b><i><a href=x>", "</b>")
        }),
        text("deep-tables.html", Either, move || {
            nested("<table><tr><td>", "")
        }),
        text("deep-select.html", Either, move || {
            nested("<select><template><svg><math>", "")
        }),
        text("deep-json-ld.html", Reading(SENTENCE), || {
            let json = format!(
                "<script type=\"application/ld+json\">{}</script>",
                "[".repeat(1_000_000)
            );
            page(&json)
        }),
        file("deep.docx", Message("unpacks to more"), move || {
            docx(&nested("<w:sdt>", "</w:sdt>"))
        }),
        file("deep.odt", Message("unpacks to more"), move || {
            odt(&nested("<text:section>", "</text:section>"))
        }),
        file("deep.epub", Reading(SENTENCE), move || {
            epub(&nested("<div>", "</div>"))
        }),
        text("deep.fodt", Either, move || {
            format!(
                "<?xml version=\"1.0\"?><office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\">{}",
                nested("<text:section>", "</text:section>")
            )
        }),
    ]
}

fn width() -> Vec<Hostile> {
    vec![
        text("attribute.html", Reading(SENTENCE), || {
            page(&format!(
                "<p class=\"{}\">Ein Satz.</p>",
                "a ".repeat(500_000)
            ))
        }),
        text("attributes.html", Reading(SENTENCE), || {
            let many: String = (0..200_000).map(|index| format!(" a{index}=b")).collect();
            page(&format!("<p{many}>Ein Satz.</p>"))
        }),
        file("attribute.docx", Reading(SENTENCE), || {
            let many: String = (0..100_000)
                .map(|index| format!(" w:a{index}=\"{}\"", index * 7919))
                .collect();
            docx(&[format!("<w:p{many}/>"), word_paragraph(SENTENCE)].concat())
        }),
        file("namespaces.docx", Reading(SENTENCE), || {
            let many: String = (0..100_000)
                .map(|index| format!(" xmlns:a{index}=\"urn:{}\"", index * 7919))
                .collect();
            docx(&[format!("<w:p{many}/>"), word_paragraph(SENTENCE)].concat())
        }),
        text("data-picture.html", Reading(SENTENCE), || {
            page(&format!(
                "<img src=\"data:image/png;base64,{}\">",
                "QUJD".repeat(10_000_000)
            ))
        }),
        text("elements.html", Message("too intricate"), || {
            page(&"<p>Wort</p>".repeat(400_000))
        }),
        text("lines.html", Either, || page(&"Wort<br>".repeat(100_000))),
        text("script.html", Reading(SENTENCE), || {
            page(&format!("<script>{}</script>", "a<b;\n".repeat(8_000_000)))
        }),
        text("classes.html", Either, || {
            page(&"<p class=caption>a</p><div class=\"ad comment teaser\">b</div>".repeat(20_000))
        }),
        file("runs.docx", Either, || {
            let run = "<w:r><w:t>Wort </w:t></w:r>";
            docx(&format!("<w:p>{}</w:p>", run.repeat(100_000)))
        }),
        file("rows.docx", Either, || {
            let row = "<w:tr><w:tc><w:p><w:r><w:t>Wort</w:t></w:r></w:p></w:tc></w:tr>";
            docx(&format!("<w:tbl>{}</w:tbl>", row.repeat(100_000)))
        }),
        file("spaces.odt", Either, || {
            odt(&format!(
                "<text:p>a<text:s text:c=\"4000000000\"/>b{}</text:p><text:p>{SENTENCE}</text:p>",
                "<text:s text:c=\"1000000\"/>".repeat(1000)
            ))
        }),
    ]
}

fn unclosed() -> Vec<Hostile> {
    const N: usize = 200_000;
    vec![
        text("comments.html", Either, || page(&"<!--".repeat(N))),
        text("declarations.html", Either, || {
            page(&"<!DOCTYPE [<![CDATA[".repeat(N))
        }),
        text("tags.html", Either, || {
            page(&"<a href=\"<p class='".repeat(N))
        }),
        text("titles.html", Either, || {
            page(&"<title><textarea><xmp>".repeat(N))
        }),
        text("ampersands.html", Either, || page(&"&#&#x&amp".repeat(N))),
        file("notes.epub", Either, || {
            epub(&format!(
                "{}<p>{SENTENCE}</p>",
                "<a epub:type=\"noteref\"><aside epub:type=\"footnote\" <a/ ".repeat(N)
            ))
        }),
        file("comment.docx", Message("damaged"), || {
            docx(&"<!-- <![CDATA[ <?a ".repeat(N))
        }),
        file("not-well-formed.docx", Message("damaged"), || {
            docx("<w:p><w:r></w:p></w:r>")
        }),
    ]
}

fn markdown() -> Vec<Hostile> {
    const N: usize = 100_000;
    vec![
        text("deep.md", Either, || {
            format!("{}{SENTENCE}", "> - ".repeat(N))
        }),
        text("emphasis.md", Either, || {
            format!("{SENTENCE}\n\n{}", "*a **a _a __a ".repeat(N))
        }),
        text("brackets.md", Either, || {
            format!("{SENTENCE}\n\n{}", "[![a](<b".repeat(N))
        }),
        text("references.md", Either, || {
            let defined: String = (0..N).map(|index| format!("[{index}]: /a\n")).collect();
            let used: String = (0..N).map(|index| format!("[{index}] ")).collect();
            format!("{SENTENCE}\n\n{defined}\n{used}")
        }),
        text("references-that-swell.md", Either, || {
            format!(
                "{SENTENCE}\n\n[a]: /{}\n\n{}",
                "b".repeat(100_000),
                "[a] ".repeat(100_000)
            )
        }),
        text("table.md", Either, || {
            let row = "|a".repeat(20_000);
            format!(
                "{SENTENCE}\n\n{row}\n{}\n{}",
                "|-".repeat(20_000),
                format!("{}\n", "|").repeat(20_000)
            )
        }),
        text("front-matter.md", Either, || {
            format!("---\n{}", "title: [[[[\n".repeat(N))
        }),
        text("deep-front-matter.md", Reading(SENTENCE), || {
            format!("---\ntitle: {}\n---\n\n{SENTENCE}\n", "[".repeat(30_000))
        }),
        text("nested-front-matter.md", Reading(SENTENCE), || {
            let nested: String = (0..300)
                .map(|depth| format!("{}a:\n", " ".repeat(depth)))
                .collect();
            format!("---\n{nested}---\n\n{SENTENCE}\n")
        }),
        text("laughs.md", Reading(SENTENCE), || {
            let laughs: String = ('b'..='k')
                .map(|name| {
                    let before = char::from(name as u8 - 1);
                    format!(
                        "{name}: &{name} [{}]\n",
                        vec![format!("*{before}"); 10].join(",")
                    )
                })
                .collect();
            format!("---\na: &a haha\n{laughs}title: *k\nauthor: *k\n---\n\n{SENTENCE}\n")
        }),
        text("fences.md", Either, || {
            format!("{SENTENCE}\n\n{}", "```\n~~~\n".repeat(N))
        }),
    ]
}
