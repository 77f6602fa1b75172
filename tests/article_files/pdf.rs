//! PDF files as programs write them, against the texts they were made from.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use wortlaut::article::{Article, ReadError, read_bytes, read_file};

use super::samples::check;

fn files() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles/files")
}

/// The samples by name, without ending.
fn names() -> Vec<String> {
    let entries = std::fs::read_dir(files().join("pdf")).expect("the samples are there");
    let names = entries.filter_map(|entry| {
        let name = entry.expect("it can be listed").file_name();
        Some(name.to_string_lossy().strip_suffix(".pdf")?.to_owned())
    });
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}

fn path(name: &str) -> PathBuf {
    files().join("pdf").join(format!("{name}.pdf"))
}

/// The blocks as the sources list them.
fn blocks(article: &Article) -> String {
    let blocks = article.blocks.iter().map(|block| {
        let words: Vec<&str> = block.span.of(&article.text).split_whitespace().collect();
        format!("{}: {}\n", block.kind.label(), words.join(" "))
    });
    blocks.collect::<Vec<_>>().concat()
}

#[test]
fn samples_are_read() {
    assert!(12 <= check("pdf"));
}

#[test]
fn every_program_gives_back_the_text_it_was_given() {
    for name in names() {
        let source = name
            .split('-')
            .next()
            .expect("names begin with their source");
        let source = files().join("pdf-sources").join(format!("{source}.txt"));
        let source = std::fs::read_to_string(source).expect("it is there");
        let body = source
            .lines()
            .filter(|line| !line.starts_with("title: ") && !line.starts_with("byline: "));
        let written: String = body.flat_map(|line| [line, "\n"]).collect();
        let article = read_file(&path(&name)).expect("a sample can be read");
        assert_eq!(blocks(&article), written, "{name}");
        let title = source
            .lines()
            .next()
            .and_then(|line| line.strip_prefix("title: "));
        assert_eq!(article.source.title.as_deref(), title, "{name}");
    }
}

#[test]
fn what_cannot_be_read_is_told() {
    let read = |name| read_file(&files().join("pdf-refused").join(name));
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
    for name in names() {
        let bytes = std::fs::read(path(&name)).expect("it is there");
        for round in 0..15 {
            let mut damaged = bytes.clone();
            for _ in 0..=round % 40 {
                let place = next() % damaged.len();
                damaged[place] = next() as u8;
            }
            if round % 3 == 0 {
                damaged.truncate(next() % bytes.len());
            }
            let start = Instant::now();
            let _ = read_bytes(&damaged, Path::new("a.pdf"));
            assert!(start.elapsed() < Duration::from_secs(6), "{name} {round}");
        }
    }
}
