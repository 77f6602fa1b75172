//! PDF files as programs write them.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use wortlaut::article::{Article, Format, ReadError, read_bytes, read_file};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles/files/pdf")
}

fn shown(article: &Article) -> String {
    let mut shown = String::new();
    for block in &article.blocks {
        let text = block.span.of(&article.text);
        writeln!(shown, "{}: {text}", block.kind.label()).expect("a text takes it");
    }
    let source = &article.source;
    for (name, value) in [("title", &source.title), ("byline", &source.byline)] {
        if let Some(value) = value {
            writeln!(shown, "{name}: {value}").expect("a text takes it");
        }
    }
    shown
}

fn check(name: &str, expected: &str) {
    let article = read_file(&folder().join(format!("{name}.pdf"))).expect("a sample can be read");
    let expected = std::fs::read_to_string(folder().join(format!("{expected}.expected")));
    assert_eq!(article.source.format, Format::Pdf);
    assert_eq!(shown(&article), expected.expect("it is there"), "{name}");
}

#[test]
fn one_column_is_read_as_it_was_written() {
    check("writer", "writer");
    check("chromium", "chromium");
    check("rewritten", "rewritten");
}

#[test]
fn columns_are_read_one_after_the_other() {
    check("writer-columns", "writer-columns");
    check("chromium-columns", "chromium-columns");
}

#[test]
fn a_file_that_only_forbids_changes_opens() {
    check("owner", "writer");
}

#[test]
fn what_cannot_be_read_is_told() {
    let read = |name| read_file(&folder().join(name));
    let encrypted = read("encrypted.pdf");
    assert!(matches!(encrypted, Err(ReadError::Encrypted { .. })));
    assert!(matches!(read("scan.pdf"), Err(ReadError::Scan { .. })));
}

/// Bytes changed and cut by a fixed sequence: a message or a text, soon.
#[test]
fn damaged_files_end_in_time() {
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let mut next = move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state as usize
    };
    for name in ["writer", "chromium-columns", "writer-columns", "owner"] {
        let bytes = std::fs::read(folder().join(format!("{name}.pdf"))).expect("it is there");
        for round in 0..25 {
            let mut damaged = bytes.clone();
            for _ in 0..1 + round % 40 {
                let place = next() % damaged.len();
                damaged[place] = next() as u8;
            }
            if round % 3 == 0 {
                damaged.truncate(next() % bytes.len());
            }
            let start = Instant::now();
            let _ = read_bytes(&damaged, Path::new("a.pdf"));
            assert!(start.elapsed() < Duration::from_secs(5), "{name} {round}");
        }
    }
}
