//! Samples and what must be read from them: metadata, then a line for each block, in a file `.expected` beside each.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use wortlaut::article::{Article, read_file};

/// Reads all samples in a folder of `tests/articles/files` and compares; returns how many there are.
pub fn check(folder: &str) -> usize {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/articles/files")
        .join(folder);
    let entries = std::fs::read_dir(&folder).expect("the samples are there");
    let paths = entries.map(|entry| entry.expect("it can be listed").path());
    let mut samples: Vec<PathBuf> = paths
        .filter(|path| path.extension().is_none_or(|ending| ending != "expected"))
        .collect();
    samples.sort();
    for sample in &samples {
        let article = read_file(sample).expect("samples are sound");
        let name = sample.file_name().expect("it is a file").to_string_lossy();
        let expected = folder.join(format!("{name}.expected"));
        expect_test::expect_file![expected].assert_eq(&listed(&article));
    }
    samples.len()
}

fn listed(article: &Article) -> String {
    let source = &article.source;
    let mut listed = format!("format: {}\n", source.format.label());
    for (name, value) in [
        ("title", &source.title),
        ("byline", &source.byline),
        ("date", &source.date),
        ("url", &source.url),
    ] {
        if let Some(value) = value {
            let _ = writeln!(listed, "{name}: {value}");
        }
    }
    listed.push('\n');
    for block in &article.blocks {
        let words = block.span.of(&article.text).replace('\n', " ⏎ ");
        let _ = writeln!(listed, "{}: {words}", block.kind.label());
    }
    listed
}
