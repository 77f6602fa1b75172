//! Books of every kind, sound and broken.

use std::fmt::Write;

use expect_test::{Expect, expect};
use proptest::prelude::*;

use super::super::archive::tests::packed;
use super::*;
use crate::article::shown::shown;

const LIST: &[u8] =
    b"<container><rootfiles><rootfile full-path='OEBPS/a.opf'/></rootfiles></container>";

fn book(chapters: &[&str], others: &[(&str, &[u8])]) -> Vec<u8> {
    let mut package = "<package xmlns:dc='http://purl.org/dc/elements/1.1/'><metadata><dc:title>Moor</dc:title><dc:creator>Lena Torf</dc:creator></metadata><manifest>".to_owned();
    let names: Vec<String> = (0..chapters.len())
        .map(|index| format!("OEBPS/text/k {index}.xhtml"))
        .collect();
    for index in 0..chapters.len() {
        let _ = write!(
            package,
            "<item id='k{index}' href='text/k%20{index}.xhtml' media-type='application/xhtml+xml'/>"
        );
    }
    package.push_str("</manifest><spine>");
    for index in 0..chapters.len() {
        let _ = write!(
            package,
            "<itemref idref='k{index}'/><itemref idref='k{index}'/>"
        );
    }
    package.push_str("</spine></package>");
    let mut files: Vec<(&str, &[u8])> = vec![
        ("mimetype", b"application/epub+zip"),
        (CONTAINER, LIST),
        ("OEBPS/a.opf", package.as_bytes()),
    ];
    for (name, chapter) in names.iter().zip(chapters) {
        files.push((name, chapter.as_bytes()));
    }
    files.extend(others);
    packed(&files)
}

fn check(chapters: &[&str], expected: &Expect) {
    let bytes = book(chapters, &[]);
    assert!(is_one(&bytes, Path::new("a.txt")));
    let article = read(&bytes).expect("a book");
    expected.assert_eq(&shown(&article));
}

#[test]
fn chapters_are_joined_in_order_and_once() {
    check(
        &[
            "<?xml version='1.0'?><html><head><title/><script src='a.js'/></head><body><section><h1>Moor</h1><p>Lena Torf</p></section></body></html>",
            "<html><body><h1>Moor</h1><table><caption>Tafel</caption><tr><td>1</td><td>2</td></tr></table><div class='footnotes x'><p>Note</p></div><p><a id='s1'/>Es regnet<a epub:type=\"noteref\" href='#n1'>1</a>, sagt <i>Hein</i>.</p><aside epub:type=\"footnote\" id='n1'><p>Der Bauer.</p></aside><h2>Nacht</h2><p>Stille.<br/>Nebel.</p></body></html>",
        ],
        &expect![[r"
            headline: Moor
            signature: Lena Torf
            caption: Tafel
            paragraph: 1 2
            paragraph: Es regnet, sagt Hein.
            subheading: Nacht
            paragraph: Stille. ⏎ Nebel.
        "]],
    );
}

#[test]
fn encryption_of_fonts_does_not_matter() {
    let method = |name: &str| {
        format!(
            "<encryption><EncryptedData><EncryptionMethod Algorithm='{name}'/></EncryptedData></encryption>"
        )
    };
    let locked = |name: &str| {
        let list = method(name);
        read(&book(
            &["<p>Es regnet.</p>"],
            &[("META-INF/encryption.xml", list.as_bytes())],
        ))
    };
    assert!(locked("http://www.idpf.org/2008/embedding").is_ok());
    let aes = locked("http://www.w3.org/2001/04/xmlenc#aes128-cbc");
    assert_eq!(aes, Err(Refusal::Encrypted));
}

#[test]
fn what_cannot_be_read_says_why() {
    let whole = book(&["<p>Es regnet.</p>"], &[]);
    let cut = &whole[..whole.len() - 30];
    assert!(is_one(cut, Path::new("a.epub")));
    assert!(matches!(read(cut), Err(Refusal::Damaged(_))));
    assert!(matches!(read(&book(&[], &[])), Err(Refusal::Damaged(_))));
    let bomb = " ".repeat(60_000_000);
    assert_eq!(read(&book(&[&bomb], &[])), Err(Refusal::Bloated));
    let many = "<p>a</p>".repeat(140_000);
    assert_eq!(
        read(&book(&[&many, &many, &many], &[])),
        Err(Refusal::Bloated)
    );
    // Deep chapters are cut flat, as web pages are.
    let deep = format!("{}Es regnet.", "<div>".repeat(50_000));
    assert_eq!(
        read(&book(&[&deep], &[])).map(|book| book.text),
        Ok("Es regnet.".to_owned())
    );
}

#[test]
fn unclosed_notes_take_little_time() {
    for piece in [
        "<a epub:type=\"noteref\">",
        "<aside role='doc-footnote'",
        "<a ",
        "<a/",
        "<section epub:type='footnotes'></section ",
    ] {
        let chapter = format!("<p>Es regnet.</p>{}", piece.repeat(20_000));
        assert!(read(&book(&[&chapter], &[])).is_ok());
    }
}

proptest! {
    #[test]
    fn any_chapter_is_read_or_refused(chapter in "(<p>|</p>|<a/>|<a epub:type=\"noteref\">|</a>|<h1>|</h1>|Wort |<aside epub:type='footnote'>|</aside>|<|/>|&amp;|\\PC){0,40}") {
        let _ = read(&book(&[&chapter], &[]));
    }

    #[test]
    fn mutated_books_are_read_or_refused(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8), cut in any::<prop::sample::Index>(), is_cut in any::<bool>()) {
        let mut bytes = book(&["<h1>Moor</h1><p>Es regnet.</p>"], &[]);
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let end = if is_cut { cut.index(bytes.len()) } else { bytes.len() };
        let _ = is_one(&bytes[..end], Path::new("a.epub"));
        let _ = read(&bytes[..end]);
    }

    #[test]
    fn any_bytes_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        prop_assert!(read(&bytes).is_err());
    }
}
