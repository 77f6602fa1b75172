//! Archives: bombs of all kinds, names that lead out of the archive, lists that lie.

use super::Expected::{Either, Message, Reading};
use super::packing::{
    Entry, archive, docx, docx_with, end, epub_with, overlapping, packed, word_paragraph, word_xml,
};
use super::{Hostile, SENTENCE, file};

const BLOATED: &str = "unpacks to more than any article takes";
const DOCUMENT: &str = "word/document.xml";

fn good_xml() -> Vec<u8> {
    word_xml(&word_paragraph(SENTENCE)).into_bytes()
}

fn zeros(n_bytes: usize) -> Vec<u8> {
    word_xml(&word_paragraph(&"a".repeat(n_bytes))).into_bytes()
}

pub fn files() -> Vec<Hostile> {
    [bombs(), names(), lists()].into_iter().flatten().collect()
}

fn bombs() -> Vec<Hostile> {
    vec![
        file("bomb-size.docx", Message(BLOATED), || {
            packed(&[(DOCUMENT, &zeros(200_000_000))])
        }),
        file("bomb-ratio.docx", Message(BLOATED), || {
            packed(&[(DOCUMENT, &zeros(30_000_000))])
        }),
        file("bomb-styles.docx", Message(BLOATED), || {
            let styles = vec![b' '; 100_000_000];
            packed(&[(DOCUMENT, &good_xml()), ("word/styles.xml", &styles)])
        }),
        file("bomb-picture.docx", Reading(SENTENCE), || {
            let picture = vec![0; 100_000_000];
            packed(&[(DOCUMENT, &good_xml()), ("word/media/a.png", &picture)])
        }),
        file("nested.zip", Message("a ZIP archive"), || {
            (0..40).fold(zeros(10_000_000), |inner, level| {
                let name = format!("{level}.zip");
                packed(&[(&name, &inner)])
            })
        }),
        file("many-entries.docx", Message(BLOATED), || {
            let entry = Entry::stored("", b"");
            let names: Vec<String> = (0..100_000).map(|index| format!("{index}")).collect();
            overlapping(&names, &entry, &[Entry::stored(DOCUMENT, &good_xml())])
        }),
        file("overlapping.docx", Message(BLOATED), || {
            let entry = Entry::deflated(DOCUMENT, &zeros(120_000_000));
            let mut names: Vec<String> = (0..15_000).map(|index| format!("{index}")).collect();
            names.push(DOCUMENT.to_owned());
            overlapping(&names, &entry, &[])
        }),
        file("overlapping.epub", Message(BLOATED), || {
            let names: Vec<String> = (0..15_000).map(|index| format!("{index}.xhtml")).collect();
            let chapters: Vec<&str> = names.iter().map(String::as_str).collect();
            let (container, package) = super::packing::book_frame(&chapters);
            let page = format!(
                "<html><body><p>{}</p></body></html>",
                SENTENCE.repeat(40_000)
            );
            let others = [
                Entry::stored("mimetype", b"application/epub+zip"),
                Entry::stored("META-INF/container.xml", container.as_bytes()),
                Entry::stored("book.opf", package.as_bytes()),
            ];
            overlapping(&names, &Entry::deflated("", page.as_bytes()), &others)
        }),
        file(
            "chapters.epub",
            Reading("Es regnet in Kapitel 4999."),
            || {
                let names: Vec<String> = (0..5000).map(|index| format!("{index}.xhtml")).collect();
                let pages: Vec<String> = (0..5000)
                    .map(|index| {
                        format!("<html><body><p>Es regnet in Kapitel {index}.</p></body></html>")
                    })
                    .collect();
                let chapters: Vec<&str> = names.iter().map(String::as_str).collect();
                let files: Vec<(&str, &[u8])> = (chapters.iter().copied())
                    .zip(pages.iter().map(String::as_bytes))
                    .collect();
                epub_with(&chapters, &files)
            },
        ),
        file("cyclic.epub", Reading(SENTENCE), || {
            let page = format!(
                "<html><body><nav epub:type=\"toc\"><a href=\"a.xhtml\">a</a></nav><p>{SENTENCE}</p></body></html>"
            );
            epub_with(&vec!["a.xhtml"; 50_000], &[("a.xhtml", page.as_bytes())])
        }),
    ]
}

fn names() -> Vec<Hostile> {
    vec![
        file("traversal.docx", Reading(SENTENCE), || {
            let outside = [
                "../../escaped.txt",
                "/tmp/escaped.txt",
                "..\\..\\escaped.txt",
                "C:\\escaped.txt",
            ];
            let mut entries: Vec<Entry> = outside
                .iter()
                .map(|name| Entry::stored(name, b"x"))
                .collect();
            entries.push(Entry::stored(DOCUMENT, &good_xml()));
            archive(&entries)
        }),
        file("traversal.epub", Message("no chapter"), || {
            epub_with(
                &[
                    "../../../../../../etc/passwd",
                    "file:///etc/passwd",
                    "/etc/passwd",
                ],
                &[],
            )
        }),
        file("link.docx", Message("no article text"), || {
            let mut entry = Entry::stored(DOCUMENT, b"/etc/passwd");
            entry.mode = 0o120_777;
            archive(&[entry])
        }),
        file("odd-names.docx", Reading(SENTENCE), || {
            let odd = [
                "a\0b",
                "",
                "a/",
                "con",
                "\u{202E}xcod",
                "\n",
                &"a/".repeat(30_000),
            ];
            let mut entries: Vec<Entry> =
                odd.iter().map(|name| Entry::stored(name, b"x")).collect();
            entries.push(Entry::stored(DOCUMENT, &good_xml()));
            archive(&entries)
        }),
        file("two-of-a-name.docx", Either, || {
            archive(&[
                Entry::stored(DOCUMENT, &good_xml()),
                Entry::stored(DOCUMENT, b"<other/>"),
            ])
        }),
        file("relations.docx", Reading(SENTENCE), || {
            let relations = b"<Relationships><Relationship Id=\"a\" TargetMode=\"External\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate\" Target=\"http://127.0.0.1:9/a.dotm\"/><Relationship Id=\"b\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"../../../etc/passwd\"/></Relationships>";
            docx_with(
                &String::from_utf8_lossy(&good_xml()),
                &[
                    ("word/_rels/document.xml.rels", relations),
                    ("_rels/.rels", relations),
                ],
            )
        }),
    ]
}

fn lists() -> Vec<Hostile> {
    vec![
        file("lying-sizes.docx", Either, || {
            let mut entry = Entry::deflated(DOCUMENT, &zeros(100_000_000));
            entry.size = 10;
            archive(&[entry])
        }),
        file("wrong-sum.docx", Message("damaged"), || {
            let mut entry = Entry::stored(DOCUMENT, &good_xml());
            entry.crc ^= 1;
            archive(&[entry])
        }),
        file("unknown-method.docx", Message("damaged"), || {
            let mut entry = Entry::stored(DOCUMENT, &good_xml());
            entry.method = 99;
            archive(&[entry])
        }),
        file("encrypted.docx", Message("encrypted"), || {
            let mut entry = Entry::stored(DOCUMENT, &good_xml());
            entry.flags = 1;
            archive(&[entry])
        }),
        file("list-beyond-the-end.docx", Message("damaged"), || {
            let mut bytes = Entry::stored(DOCUMENT, &good_xml()).local();
            bytes.extend(end(1, 0xFFFF_FFF0, 0xFFFF_FFF0));
            bytes
        }),
        file("broken-zip64.docx", Message("damaged"), || {
            let mut bytes = Entry::stored(DOCUMENT, &good_xml()).local();
            let at = bytes.len() as u64;
            bytes.extend(b"PK\x06\x06");
            bytes.extend(44_u64.to_le_bytes());
            bytes.extend([45, 0, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
            for number in [u64::MAX, u64::MAX, u64::MAX, u64::MAX - 7] {
                bytes.extend(number.to_le_bytes());
            }
            bytes.extend(b"PK\x06\x07\0\0\0\0");
            bytes.extend(at.to_le_bytes());
            bytes.extend(1_u32.to_le_bytes());
            bytes.extend(end(0xFFFF, 0xFFFF_FFFF, 0xFFFF_FFFF));
            bytes
        }),
        file("ends-in-comments.docx", Either, || {
            let mut bytes = docx(&word_paragraph(SENTENCE));
            let length = bytes.len();
            bytes[length - 2..].copy_from_slice(&60_000_u16.to_le_bytes());
            bytes.extend(end(0, 0, 0).repeat(2800));
            bytes.truncate(length + 60_000);
            bytes
        }),
        file("only-an-end.docx", Message("a ZIP archive"), || {
            end(0, 0, 0)
        }),
        file("no-document.docx", Message("a ZIP archive"), || {
            packed(&[("[Content_Types].xml", b"<Types/>")])
        }),
    ]
}
