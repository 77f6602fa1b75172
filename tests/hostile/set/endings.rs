//! Files that are not what their names say, and names that are no files.

use super::Expected::{Either, Message, Reading};
use super::packing::{docx, word_paragraph};
use super::{Content, Expected, Hostile, SENTENCE, file, text};

pub fn files() -> Vec<Hostile> {
    [wrong(), nothing(), no_files()]
        .into_iter()
        .flatten()
        .collect()
}

fn wrong() -> Vec<Hostile> {
    vec![
        file("word.txt", Reading(SENTENCE), || {
            docx(&word_paragraph(SENTENCE))
        }),
        text("text.docx", Reading(SENTENCE), || SENTENCE.to_owned()),
        text("text.epub", Reading(SENTENCE), || SENTENCE.to_owned()),
        text("text.rtf", Reading(SENTENCE), || SENTENCE.to_owned()),
        text("text.eml", Reading(SENTENCE), || SENTENCE.to_owned()),
        text("text.srt", Reading(SENTENCE), || SENTENCE.to_owned()),
        text("page.docx", Reading(SENTENCE), || {
            format!("<html><body><p>{SENTENCE}</p></body></html>")
        }),
        file("picture.txt", Message("an image"), || {
            b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR\x7F\xFF\xFF\xFF\x7F\xFF\xFF\xFF\x08\x06\0\0\0".to_vec()
        }),
        file("program.docx", Message("a program"), || {
            [b"\x7FELF\x02\x01\x01".to_vec(), vec![0; 1000]].concat()
        }),
        file("old-office.docx", Message("an old Office document"), || {
            [
                b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(),
                vec![0xFF; 10_000],
            ]
            .concat()
        }),
        file("archive.html", Message("a packed archive"), || {
            b"\x1F\x8B\x08\0\0\0\0\0\0\x03".repeat(100)
        }),
        text("without-ending", Reading(SENTENCE), || SENTENCE.to_owned()),
        text("turned\u{202E}txt.exe", Reading(SENTENCE), || {
            SENTENCE.to_owned()
        }),
        text("line\nend\u{1B}[31m.txt", Message("empty"), String::new),
        text("pdf.txt", Message(""), || "%PDF-1.7\n%%EOF".to_owned()),
    ]
}

fn nothing() -> Vec<Hostile> {
    const ENDINGS: [&str; 10] = [
        "txt", "md", "html", "docx", "odt", "epub", "rtf", "eml", "mhtml", "srt",
    ];
    let empty =
        ENDINGS.map(|ending| text(&format!("empty.{ending}"), Message("empty"), String::new));
    let byte = ["txt", "json", "ann", "csv", "xml"]
        .map(|ending| text(&format!("brace.{ending}"), Either, || "{".to_owned()));
    empty.into_iter().chain(byte).collect()
}

fn no_files() -> Vec<Hostile> {
    let special = |name: &str, content: Content, words: &'static str| Hostile {
        name: name.to_owned(),
        content,
        beside: None,
        expected: if words.is_empty() {
            Expected::Either
        } else {
            Message(words)
        },
    };
    if cfg!(not(unix)) {
        return Vec::new();
    }
    vec![
        // On the command line a folder stands for the articles in it.
        special("folder.txt", Content::Folder, ""),
        special("pipe.txt", Content::Pipe, "a device or a pipe"),
        special("pipe.json", Content::Pipe, "a device or a pipe"),
        special("pipe.ann", Content::Pipe, "a device or a pipe"),
        special(
            "device.txt",
            Content::Link("/dev/zero"),
            "a device or a pipe",
        ),
        special(
            "terminal.json",
            Content::Link("/dev/tty"),
            "a device or a pipe",
        ),
        special("circle.txt", Content::Link("circle.txt"), "cannot be"),
        special("nowhere.txt", Content::Link("not-there"), "no such file"),
    ]
}
