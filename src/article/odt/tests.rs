//! `OpenDocument` texts of every kind, sound and broken.

use expect_test::{Expect, expect};
use proptest::prelude::*;

use super::super::archive::tests::packed;
use super::*;
use crate::article::shown::shown;

const NAMESPACES: &str = "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' \
    xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0' xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' \
    xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0' \
    xmlns:fo='urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0'";

const STYLES: &str = "<style:style style:name='P1' style:family='paragraph' style:parent-style-name='P2'/>\
    <style:style style:name='P2' style:family='paragraph' style:parent-style-name='Title'/>\
    <style:style style:name='R' style:family='paragraph' style:parent-style-name='R'/>\
    <style:style style:name='N' style:display-name='Zwischentitel' style:family='paragraph'/>\
    <style:style style:name='B' style:family='text'><style:text-properties fo:font-weight='bold'/></style:style>\
    <style:style style:name='H' style:family='text'><style:text-properties text:display='none'/></style:style>";

fn flat(body: &str) -> String {
    format!(
        "<?xml version='1.0'?><office:document {NAMESPACES} office:mimetype='application/vnd.oasis.opendocument.text'>\
         <office:automatic-styles>{STYLES}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document>"
    )
}

fn document(body: &str) -> Vec<u8> {
    let content = flat(body).replace("office:document", "office:document-content");
    packed(&[
        ("mimetype", KIND),
        ("content.xml", content.as_bytes()),
        ("META-INF/manifest.xml", b"<manifest/>"),
    ])
}

fn check(body: &str, expected: &Expect) {
    for bytes in [flat(body).into_bytes(), document(body)] {
        assert!(is_one(&bytes, Path::new("a.txt")));
        let article = read(&bytes).expect("a document");
        expected.assert_eq(&shown(&article));
    }
}

#[test]
fn styles_are_known_by_their_parents() {
    check(
        "<text:p text:style-name='P1'>Kran kippt</text:p><text:p text:style-name='R'>Niemand wurde verletzt.</text:p>\
         <text:h text:outline-level='1'><text:number>1.</text:number>Am Kai</text:h><text:p text:style-name='N'>Im Hafen</text:p>\
         <text:p text:style-name='Illustration'>Der Kran</text:p><text:p>Ein Schiff wartet.</text:p>",
        &expect![[r"
            headline: Kran kippt
            paragraph: Niemand wurde verletzt.
            subheading: Am Kai
            subheading: Im Hafen
            caption: Der Kran
            paragraph: Ein Schiff wartet.
        "]],
    );
}

#[test]
fn text_is_what_is_shown() {
    check(
        "<text:tracked-changes><text:p>gelöscht</text:p></text:tracked-changes>\
         <text:p><text:span text:style-name='B'>Kran kippt</text:span></text:p>\
         <text:p>Der\n Ha\u{AD}fen<text:s text:c='9'/>ist<text:tab/>neu.<text:line-break/>Ja<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Note</text:p></text:note-body></text:note>, \
         <text:a>sagte sie</text:a>.<office:annotation><text:p>Prüfen!</text:p></office:annotation><text:span text:style-name='H'>geheim</text:span></text:p>\
         <text:p>Vor<draw:frame><draw:text-box><text:p>Im Kasten.</text:p></draw:text-box></draw:frame> dem Kasten.</text:p>\
         <table:table><table:table-row><table:table-cell><text:p>Rostock</text:p></table:table-cell><table:table-cell><text:p>12</text:p></table:table-cell></table:table-row></table:table>\
         <text:table-of-content><text:index-body><text:p>Inhalt</text:p></text:index-body></text:table-of-content>\
         <text:section text:display='none'><text:p>Versteckt</text:p></text:section>\
         <text:list><text:list-item><text:p>Ein Punkt.</text:p></text:list-item></text:list>",
        &expect![[r"
            headline: Kran kippt
            paragraph: Der Hafen ist neu. ⏎ Ja, sagte sie.
            paragraph: Vor dem Kasten.
            paragraph: Im Kasten.
            paragraph: Rostock 12
            paragraph: Ein Punkt.
        "]],
    );
}

#[test]
fn what_cannot_be_read_says_why() {
    let manifest =
        b"<m:manifest xmlns:m='x'><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>";
    let encrypted = packed(&[
        ("mimetype", KIND),
        ("META-INF/manifest.xml", manifest),
        ("encrypted-package", b"noise"),
    ]);
    assert!(is_one(&encrypted, Path::new("a.odt")));
    assert_eq!(read(&encrypted), Err(Refusal::Encrypted));

    let whole = document("<text:p>Es regnet.</text:p>");
    let cut = &whole[..whole.len() - 30];
    assert!(is_one(cut, Path::new("a.odt")));
    assert!(matches!(read(cut), Err(Refusal::Damaged(_))));
    let deep = "<text:section>".repeat(10_000);
    assert_eq!(read(&document(&deep)), Err(Refusal::Bloated));
    assert_eq!(read(flat(&deep).as_bytes()), Err(Refusal::Bloated));
    assert_eq!(
        read(&document(&" ".repeat(60_000_000))),
        Err(Refusal::Bloated)
    );

    let sheet = packed(&[(
        "mimetype",
        b"application/vnd.oasis.opendocument.spreadsheet",
    )]);
    assert!(!is_one(&sheet, Path::new("a.odt")));
    assert!(!is_one(
        "<p>Über opendocument".as_bytes(),
        Path::new("a.fodt")
    ));
}

#[test]
fn dates_have_no_fractions_of_seconds() {
    let check = |date, expected| assert_eq!(whole_seconds(date), expected);
    check("2026-03-01T10:00:00.123456789", "2026-03-01T10:00:00");
    check("2026-03-01T10:00:00.5Z", "2026-03-01T10:00:00Z");
    check("2026-03-01", "2026-03-01");
}

fn fragments() -> impl Strategy<Value = String> {
    let fragment = prop::sample::select(vec![
        "<text:p>",
        "</text:p>",
        "<text:h>",
        "</text:h>",
        "<text:span text:style-name='B'>",
        "</text:span>",
        "Wort ",
        "<table:table-row>",
        "</table:table-row>",
        "<table:table-cell>",
        "</table:table-cell>",
        "<text:p>Es regnet.</text:p>",
        "<text:note>",
        "</text:note>",
        "<draw:text-box>",
        "</draw:text-box>",
        "<text:s/>",
        "&amp;",
        "&x;",
        "<",
        "]]>",
        "<office:text>",
        "</office:text>",
    ]);
    prop::collection::vec(fragment, 0..40).prop_map(|fragments| fragments.concat())
}

proptest! {
    #[test]
    fn any_body_is_read_or_refused(body in fragments()) {
        let _ = read(flat(&body).as_bytes());
        let _ = read(&document(&body));
    }

    #[test]
    fn mutated_documents_are_read_or_refused(is_flat in any::<bool>(), changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8), cut in any::<prop::sample::Index>(), is_cut in any::<bool>()) {
        let body = "<text:p text:style-name='P1'>Kran kippt</text:p>";
        let mut bytes = if is_flat { flat(body).into_bytes() } else { document(body) };
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let end = if is_cut { cut.index(bytes.len()) } else { bytes.len() };
        let _ = is_one(&bytes[..end], Path::new("a.odt"));
        let _ = read(&bytes[..end]);
    }

    #[test]
    fn any_bytes_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        prop_assert!(read(&bytes).is_err());
    }
}
