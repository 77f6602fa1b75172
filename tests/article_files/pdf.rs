//! PDF files as programs write them, against the texts they were made from.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;
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

/// Numbers from a fixed sequence.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 as usize
    }

    /// Changes some bytes.
    fn damage(&mut self, bytes: &mut [u8], times: usize) {
        for _ in 0..times.min(bytes.len()) {
            let place = self.next() % bytes.len();
            bytes[place] = self.next() as u8;
        }
    }
}

fn ends_in_time(bytes: &[u8], name: &str) {
    let start = Instant::now();
    let _ = read_bytes(bytes, Path::new("a.pdf"));
    assert!(start.elapsed() < Duration::from_secs(10), "{name}");
}

#[test]
fn damaged_files_end_in_time() {
    let mut numbers = Numbers(0x2545_F491_4F6C_DD1D);
    for name in names() {
        let bytes = std::fs::read(path(&name)).expect("it is there");
        for round in 0..ROUNDS {
            let mut damaged = bytes.clone();
            numbers.damage(&mut damaged, 1 + round % 40);
            if round % 3 == 0 {
                damaged.truncate(numbers.next() % bytes.len());
            }
            ends_in_time(&damaged, &name);
        }
    }
}

#[test]
fn files_damaged_inside_their_streams_end_in_time() {
    let mut numbers = Numbers(0x9E37_79B9_7F4A_7C15);
    for name in names() {
        let bytes = std::fs::read(path(&name)).expect("it is there");
        for round in 0..ROUNDS {
            let damaged = repacked(&bytes, |stream| numbers.damage(stream, 1 + round % 9));
            ends_in_time(&damaged, &name);
        }
    }
}

const ROUNDS: usize = 10;

/// The file with the content of its packed streams changed and packed again.
fn repacked(bytes: &[u8], mut change: impl FnMut(&mut [u8])) -> Vec<u8> {
    let mut repacked = Vec::new();
    let mut rest = bytes;
    while let Some(start) = find(rest, b"stream\n").or_else(|| find(rest, b"stream\r\n")) {
        let line = rest[start..]
            .iter()
            .position(|&byte| byte == b'\n')
            .expect("it was found");
        let start = start + line + 1;
        repacked.extend_from_slice(&rest[..start]);
        rest = &rest[start..];
        let end = find(rest, b"endstream").unwrap_or(rest.len());
        let mut content = Vec::new();
        if ZlibDecoder::new(&rest[..end])
            .read_to_end(&mut content)
            .is_ok()
        {
            change(&mut content);
            let mut encoder = ZlibEncoder::new(&mut repacked, Compression::fast());
            encoder.write_all(&content).expect("memory takes it");
            encoder.finish().expect("memory takes it");
        } else {
            repacked.extend_from_slice(&rest[..end]);
        }
        let after = rest.len().min(end + b"endstream".len());
        repacked.extend_from_slice(&rest[end..after]);
        rest = &rest[after..];
    }
    repacked.extend_from_slice(rest);
    repacked
}

fn find(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    bytes
        .windows(needle.len())
        .position(|window| window == needle)
}
