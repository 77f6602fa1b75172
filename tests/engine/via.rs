//! The way a statement came, measured on our own sentences in `tests/gold/via.tsv`: figures that must not fall.

use std::fmt::Write;

use crate::files::files;
use crate::floors::reached;
use crate::reader::read;
use wortlaut::document::{Document, Statement, Voice};
use wortlaut::evaluation::names::Counts;
use wortlaut::span::Span;
use wortlaut::view::speaker::is_anonymous;

/// What has to be reached, a little below what is reached.
const FLOORS: [(&str, f64); 7] = [
    ("rows right", 0.85),
    ("rows right to the word", 0.85),
    ("links: precision", 0.97),
    ("links: recall", 0.82),
    ("links: F1", 0.90),
    ("rows without via kept clean", 0.95),
    ("anonymous right", 0.95),
];

/// A line of the table.
struct Row {
    text: String,
    speaker: Vec<String>,
    via: Vec<Vec<String>>,
    is_anonymous: bool,
}

fn rows() -> Vec<Row> {
    let tables = files("tests/gold", "tsv");
    let (_, table) = tables
        .iter()
        .find(|(path, _)| path.ends_with("via.tsv"))
        .expect("the table is there");
    let row = |line: &str| {
        let fields: Vec<&str> = line.split('\t').collect();
        let links = fields[2].split(" < ").map(words);
        Row {
            text: fields[0].to_owned(),
            speaker: words(fields[1]),
            via: links.filter(|link| !link.is_empty()).collect(),
            is_anonymous: fields[3] == "yes",
        }
    };
    let lines = table.lines().filter(|line| !line.starts_with('#'));
    lines.map(row).collect()
}

#[test]
#[expect(clippy::print_stdout, reason = "the figures are seen with --nocapture")]
fn figures_reach_their_floors() {
    let mut right = Counts::default();
    let mut exact = Counts::default();
    let mut links = Counts::default();
    let mut clean = Counts::default();
    let mut anonymous = Counts::default();
    let mut misses = String::new();
    for row in rows() {
        let document = read(&row.text);
        let statement = statement_of(&document, &row.speaker);
        let found: Vec<Vec<String>> = statement.map_or_else(Vec::new, |statement| {
            let via = statement.via.iter();
            via.map(|voice| voice_words(&document, voice)).collect()
        });
        let is_right = same_chain(&found, &row.via, overlap);
        count(&mut right, is_right);
        count(&mut exact, same_chain(&found, &row.via, same));
        if row.via.is_empty() {
            count(&mut clean, found.is_empty());
        }
        let n_right = row
            .via
            .iter()
            .filter(|link| found.iter().any(|found| overlap(found, link)))
            .count();
        links.right += n_right;
        links.missed += row.via.len() - n_right;
        links.wrong += found.len().saturating_sub(n_right);
        let unnamed = |voice| is_anonymous(document.text(), &document.findings, voice);
        let is_anonymous = statement
            .is_some_and(|statement| statement.speaker.iter().chain(&statement.via).any(unnamed));
        count(&mut anonymous, is_anonymous == row.is_anonymous);
        if !is_right || is_anonymous != row.is_anonymous {
            let speaker = statement.and_then(|statement| statement.speaker.as_ref());
            let speaker = speaker.map(|voice| voice_words(&document, voice).join(" "));
            let found: Vec<String> = found.iter().map(|link| link.join(" ")).collect();
            let note = if is_right { "anonymous: " } else { "" };
            let _ = writeln!(
                misses,
                "  {note}{}\n    speaker {speaker:?}, via {found:?}, anonymous {is_anonymous}\n    {}",
                row.text,
                statement.map_or_else(String::new, |statement| pieces(&document, statement))
            );
        }
    }
    let figures = [
        right.recall(),
        exact.recall(),
        links.precision(),
        links.recall(),
        links.f1(),
        clean.recall(),
        anonymous.recall(),
    ];
    let (report, is_reached) = reached(&FLOORS, &figures);
    println!("\n{report}\nmissed:\n{misses}");
    assert!(is_reached, "a figure is too low, see above");
}

fn count(counts: &mut Counts, is_right: bool) {
    counts.right += usize::from(is_right);
    counts.missed += usize::from(!is_right);
}

/// The statement by this speaker, else the first.
fn statement_of<'a>(document: &'a Document, speaker: &[String]) -> Option<&'a Statement> {
    let statements = &document.findings.statements;
    let is_by = |statement: &&Statement| {
        let voice = statement.speaker.as_ref();
        voice.is_some_and(|voice| overlap(&voice_words(document, voice), speaker))
    };
    statements.iter().find(is_by).or_else(|| statements.first())
}

/// Content, cue and frame.
fn pieces(document: &Document, statement: &Statement) -> String {
    let text = |spans: &[Span]| {
        let pieces: Vec<&str> = spans.iter().map(|span| span.of(document.text())).collect();
        pieces.join(" // ")
    };
    let (content, cue, frame) = (&statement.content, &statement.cue, &statement.frame);
    let label = statement.kind.label();
    format!(
        "{label} [{}] [{}] [{}]",
        text(content),
        text(cue),
        text(frame)
    )
}

fn voice_words(document: &Document, voice: &Voice) -> Vec<String> {
    let pieces = voice.spans.iter().map(|span| span.of(document.text()));
    words(&pieces.collect::<Vec<_>>().join(" "))
}

/// Whether two chains have the same links in the same order.
fn same_chain(
    found: &[Vec<String>],
    expected: &[Vec<String>],
    same: impl Fn(&[String], &[String]) -> bool,
) -> bool {
    found.len() == expected.len()
        && found
            .iter()
            .zip(expected)
            .all(|(found, expected)| same(found, expected))
}

/// Whether one is a part of the other.
fn overlap(one: &[String], other: &[String]) -> bool {
    let is_in = |part: &[String], whole: &[String]| {
        !part.is_empty() && whole.windows(part.len()).any(|words| words == part)
    };
    is_in(one, other) || is_in(other, one)
}

/// Whether the two are the same but for an article at the beginning.
fn same(one: &[String], other: &[String]) -> bool {
    without_article(one) == without_article(other)
}

fn without_article(words: &[String]) -> &[String] {
    match words.split_first() {
        Some((first, rest)) if matches!(first.as_str(), "der" | "die" | "das" | "dem" | "den") => {
            rest
        }
        _ => words,
    }
}

/// Words without regard to case and to marks around them; "-" has none.
fn words(text: &str) -> Vec<String> {
    text.split(|character: char| !character.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}
