//! Web pages in the manner of news sites: their articles are read whole, and nothing of the website around them.

#![expect(
    clippy::expect_used,
    reason = "a test may stop where its files cannot be read"
)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use wortlaut::article::{self, Article};

/// The least share of the article's words that is read, and of the words read that are the article's.
const LEAST: f64 = 0.98;

/// What a page must become: `.expected` has facts, a blank line, and blocks, one a line.
struct Expected {
    facts: String,
    blocks: Vec<String>,
}

impl Expected {
    fn of(page: &Path) -> Self {
        let path = page.with_extension("expected");
        let text = std::fs::read_to_string(path).expect("beside each page stands what it says");
        let (facts, blocks) = text.split_once("\n\n").expect("facts, then blocks");
        Self {
            facts: facts.to_owned(),
            blocks: blocks.lines().map(str::to_owned).collect(),
        }
    }
}

fn pages() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles/pages");
    let entries = std::fs::read_dir(folder).expect("folder can be listed");
    let paths = entries.map(|entry| entry.expect("folder can be listed").path());
    let mut pages: Vec<_> = paths
        .filter(|path| path.extension().is_some_and(|ending| ending == "html"))
        .collect();
    pages.sort();
    pages
}

fn blocks(article: &Article) -> Vec<String> {
    let line = |block: &article::Block| {
        let words = block.span.of(&article.text).replace('\n', " ");
        format!("{}: {words}", block.kind.label())
    };
    article.blocks.iter().map(line).collect()
}

fn facts(article: &Article) -> String {
    let source = &article.source;
    let facts = [
        ("title", &source.title),
        ("byline", &source.byline),
        ("date", &source.date),
        ("url", &source.url),
    ];
    let known = facts
        .iter()
        .filter_map(|(name, fact)| Some(format!("{name}: {}", fact.as_deref()?)));
    let agencies = source.agencies.iter().map(|name| format!("agency: {name}"));
    let stub = source.is_stub.then(|| "stub".to_owned());
    let all = known.chain(agencies).chain(stub);
    all.collect::<Vec<_>>().join("\n")
}

/// How often each word stands in the blocks, their kinds not counted, without signatures, which are no text.
fn words(blocks: &[String]) -> BTreeMap<&str, usize> {
    let mut words = BTreeMap::new();
    let is_text = |block: &&String| !block.starts_with("signature: ");
    for block in blocks.iter().filter(is_text) {
        let text = block.split_once(": ").map_or("", |(_, text)| text);
        for word in text.split_whitespace() {
            *words.entry(word).or_default() += 1;
        }
    }
    words
}

/// Share of the words read that are the article's, and of the article's words that were read.
fn precision_and_recall(read: &[String], wanted: &[String]) -> (f64, f64) {
    let (read, wanted) = (words(read), words(wanted));
    let common = read
        .iter()
        .map(|(word, n)| wanted.get(word).map_or(0, |m| *n.min(m)));
    let n_common = common.sum::<usize>() as f64;
    let count = |words: &BTreeMap<&str, usize>| words.values().sum::<usize>() as f64;
    (n_common / count(&read), n_common / count(&wanted))
}

#[test]
fn main_texts_are_read_whole_and_alone() {
    let pages = pages();
    assert_eq!(pages.len(), 12);
    let mut faults = Vec::new();
    for page in pages {
        let expected = Expected::of(&page);
        let article = article::read_file(&page).expect("the page has an article");
        let blocks = blocks(&article);
        let (precision, recall) = precision_and_recall(&blocks, &expected.blocks);
        let facts = facts(&article);
        if precision < LEAST
            || recall < LEAST
            || facts != expected.facts
            || blocks != expected.blocks
        {
            let name = page.file_name().unwrap_or_default().to_string_lossy();
            let missing: Vec<_> = expected
                .blocks
                .iter()
                .filter(|b| !blocks.contains(b))
                .collect();
            let other: Vec<_> = blocks
                .iter()
                .filter(|b| !expected.blocks.contains(b))
                .collect();
            faults.push(format!(
                "{name}: precision {precision:.3}, recall {recall:.3}\n{facts}\n– for –\n{}\nmissing: {missing:#?}\nother: {other:#?}",
                expected.facts
            ));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}
