//! Word documents of every kind, sound and broken.

use expect_test::{Expect, expect};
use proptest::prelude::*;

use super::super::archive::tests::packed;
use super::*;
use crate::article::shown::shown;

const NAMESPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" \
    xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"";

const STYLES: &str = "<w:style w:type='paragraph' w:styleId='berschrift1'><w:name w:val='heading 1'/></w:style>\
    <w:style w:type='paragraph' w:styleId='a1'><w:name w:val='Mein Titel'/><w:basedOn w:val='a0'/></w:style>\
    <w:style w:type='paragraph' w:styleId='a0'><w:name w:val='Title'/><w:basedOn w:val='a1'/></w:style>\
    <w:style w:type='paragraph' w:styleId='Gliederung'><w:name w:val='Gliederung'/><w:pPr><w:outlineLvl w:val='1'/></w:pPr></w:style>";

fn document(body: &str) -> Vec<u8> {
    let main = format!(
        "<?xml version='1.0'?><w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
    );
    let styles = format!("<w:styles {NAMESPACES}>{STYLES}</w:styles>");
    packed(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", main.as_bytes()),
        ("word/styles.xml", styles.as_bytes()),
    ])
}

fn check(body: &str, expected: &Expect) {
    let bytes = document(body);
    assert!(is_one(&bytes, Path::new("a.txt")));
    let article = read(&bytes).expect("a document");
    expected.assert_eq(&shown(&article));
}

#[test]
fn styles_and_levels_make_headings() {
    check(
        "<w:p><w:pPr><w:pStyle w:val='a1'/></w:pPr><w:r><w:t>Kran kippt</w:t></w:r></w:p>\
         <w:p><w:r><w:t>Niemand wurde verletzt.</w:t></w:r></w:p>\
         <w:p><w:pPr><w:pStyle w:val='berschrift1'/></w:pPr><w:r><w:t>Am Kai</w:t></w:r></w:p>\
         <w:p><w:pPr><w:pStyle w:val='Gliederung'/></w:pPr><w:r><w:t>Im Hafen</w:t></w:r></w:p>\
         <w:p><w:pPr><w:outlineLvl w:val='2'/></w:pPr><w:r><w:t>Auf See</w:t></w:r></w:p>\
         <w:p><w:pPr><w:outlineLvl w:val='9'/><w:pPrChange><w:pPr><w:pStyle w:val='a1'/></w:pPr></w:pPrChange></w:pPr><w:r><w:t>Ein Schiff wartet.</w:t></w:r></w:p>",
        &expect![[r"
            headline: Kran kippt
            paragraph: Niemand wurde verletzt.
            subheading: Am Kai
            subheading: Im Hafen
            subheading: Auf See
            paragraph: Ein Schiff wartet.
        "]],
    );
}

#[test]
fn text_is_what_is_shown() {
    check(
        "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Kran</w:t></w:r></w:p>\
         <w:p><w:r><w:t xml:space='preserve'>Der Ha</w:t><w:softHyphen/><w:t>fen</w:t><w:tab/><w:t>ist</w:t><w:br/><w:t>E</w:t><w:noBreakHyphen/><w:t>Auto</w:t></w:r>\
         <w:del><w:r><w:t>alt</w:t><w:delText>alt</w:delText></w:r></w:del><w:ins><w:r><w:t xml:space='preserve'> neu</w:t></w:r></w:ins>\
         <w:moveFrom><w:r><w:t>weg</w:t></w:r></w:moveFrom><w:r><w:rPr><w:vanish/></w:rPr><w:t>geheim</w:t></w:r>\
         <w:hyperlink><w:r><w:t>, sagte sie</w:t></w:r></w:hyperlink><w:r><w:footnoteReference w:id='1'/></w:r><m:oMath><m:r><m:t> a=b</m:t></m:r></m:oMath></w:p>\
         <w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>PAGE</w:instrText><w:t>nein</w:t></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>Seite 7</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r><w:r><w:t xml:space='preserve'> von &lt;9&gt;.</w:t></w:r></w:p>\
         <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space='preserve'>Das Ende </w:t></w:r></w:p><w:p><w:r><w:t>ist gelöscht.</w:t></w:r></w:p>\
         <w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Hier klicken</w:t></w:r></w:p></w:sdtContent></w:sdt>\
         <w:sdt><w:sdtContent><w:p><w:r><w:t>Im Feld steht etwas.</w:t></w:r></w:p></w:sdtContent></w:sdt>",
        &expect![[r"
            headline: Kran
            paragraph: Der Hafen ist ⏎ E-Auto neu, sagte sie a=b
            paragraph: Seite 7 von <9>.
            paragraph: Das Ende ist gelöscht.
            paragraph: Im Feld steht etwas.
        "]],
    );
}

#[test]
fn text_boxes_come_once_and_tables_row_by_row() {
    let text_box = |text: &str| {
        format!("<w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent>")
    };
    let cell = |text: &str| format!("<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>");
    check(
        &format!(
            "<w:p><w:pPr><w:pStyle w:val='a0'/></w:pPr><w:r><w:t>Kran kippt</w:t></w:r></w:p>\
             <w:p><w:r><w:t>Der Kran </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent><w:t>fiel um.</w:t></w:r></w:p>\
             <w:tbl><w:tr>{}{}</w:tr><w:tr>{}{}</w:tr><w:tr><w:tc><w:p><w:r><w:t>Erster Absatz.</w:t></w:r></w:p><w:p><w:r><w:t>Zweiter Absatz.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
            text_box("Im Kasten."),
            text_box("Im Kasten."),
            cell("Hafen"),
            cell("Kräne"),
            cell("Rostock"),
            cell("12"),
        ),
        &expect![[r"
            headline: Kran kippt
            paragraph: Der Kran fiel um.
            paragraph: Im Kasten.
            paragraph: Hafen Kräne
            paragraph: Rostock 12
            paragraph: Erster Absatz.
            paragraph: Zweiter Absatz.
        "]],
    );
}

#[test]
fn a_document_without_any_style_is_read_like_plain_text() {
    let paragraph = |text: &str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
    check(
        &[
            "Kran kippt im Hafen",
            "Von Anna Beispiel",
            "Der Kran fiel am Morgen um. Niemand wurde verletzt, sagte die Polizei.",
        ]
        .map(paragraph)
        .concat(),
        &expect![[r"
            headline: Kran kippt im Hafen
            signature: Von Anna Beispiel
            paragraph: Der Kran fiel am Morgen um. Niemand wurde verletzt, sagte die Polizei.
        "]],
    );
}

#[test]
fn what_cannot_be_read_says_why() {
    let mut encrypted = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1........".to_vec();
    encrypted.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert!(is_one(&encrypted, Path::new("a.docx")));
    assert_eq!(read(&encrypted), Err(Refusal::Encrypted));

    let whole = document("<w:p><w:r><w:t>Es regnet.</w:t></w:r></w:p>");
    let cut = &whole[..whole.len() - 40];
    assert!(is_one(cut, Path::new("a.docx")));
    assert!(matches!(read(cut), Err(Refusal::Damaged(_))));

    let deep = document(&"<w:tbl><w:tr><w:tc>".repeat(10_000));
    assert_eq!(read(&deep), Err(Refusal::Bloated));
    let bomb = document(&" ".repeat(60_000_000));
    assert_eq!(read(&bomb), Err(Refusal::Bloated));

    let other = packed(&[("a.txt", b"Es regnet.")]);
    assert!(!is_one(&other, Path::new("a.docx")));
    assert!(!is_one("Es regnet.".as_bytes(), Path::new("a.docx")));
}

#[test]
fn nested_tables_and_boxes_take_little_time() {
    let n = 40;
    let body = format!(
        "{}{}{}",
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p>".repeat(n),
        "<w:p><w:r><w:t>Es regnet.</w:t></w:r></w:p>".repeat(50_000),
        "</w:tc></w:tr></w:tbl>".repeat(n)
    );
    let article = read(&document(&body)).expect("a document");
    assert_eq!(article.text.matches("Es regnet.").count(), 50_000);
}

fn fragments() -> impl Strategy<Value = String> {
    let fragment = prop::sample::select(vec![
        "<w:p>",
        "</w:p>",
        "<w:r>",
        "</w:r>",
        "<w:t>",
        "</w:t>",
        "Wort ",
        "<w:tbl>",
        "</w:tbl>",
        "<w:tr>",
        "</w:tr>",
        "<w:tc>",
        "</w:tc>",
        "<w:p><w:r><w:t>Es regnet.</w:t></w:r></w:p>",
        "<w:pPr><w:pStyle w:val='a1'/></w:pPr>",
        "<w:del>",
        "</w:del>",
        "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>",
        "<mc:AlternateContent>",
        "</mc:AlternateContent>",
        "<mc:Choice/>",
        "<mc:Fallback/>",
        "<w:fldChar w:fldCharType='begin'/>",
        "<w:fldChar w:fldCharType='end'/>",
        "<w:tab/>",
        "<w:sdt>",
        "</w:sdt>",
        "&amp;",
        "&x;",
        "<",
        "]]>",
    ]);
    prop::collection::vec(fragment, 0..40).prop_map(|fragments| fragments.concat())
}

proptest! {
    #[test]
    fn any_body_is_read_or_refused(body in fragments()) {
        let _ = read(&document(&body));
    }

    #[test]
    fn mutated_documents_are_read_or_refused(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8), cut in any::<prop::sample::Index>(), is_cut in any::<bool>()) {
        let mut bytes = document("<w:p><w:pPr><w:pStyle w:val='a1'/></w:pPr><w:r><w:t>Kran kippt</w:t></w:r></w:p>");
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let end = if is_cut { cut.index(bytes.len()) } else { bytes.len() };
        let _ = is_one(&bytes[..end], Path::new("a.docx"));
        let _ = read(&bytes[..end]);
    }

    #[test]
    fn any_bytes_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        prop_assert!(read(&bytes).is_err());
        let archive = [b"PK\x03\x04word/document.xml", bytes.as_slice()].concat();
        prop_assert!(read(&archive).is_err());
    }
}
