//! How well the key statements of our own articles are chosen: figures that must not fall.

use std::fmt::Write;
use std::path::Path;

use crate::files::files;
use crate::reader::read;
use wortlaut::evaluation::key_statements::{Choice, KeyScores, read_picks};
use wortlaut::exchange::json;

/// Precision@3 that the program has to reach on the articles of `tests/gold/key_statements/own.json`.
const FLOOR: f64 = 0.45;

/// The text that a key of the gold file stands for: an example, or an article of `tests/gold/names`.
fn text_of(key: &str) -> String {
    let (folder, ending) = match key.strip_prefix("names/") {
        Some(_) => ("tests/gold/names", "json"),
        None => ("assets/examples", "txt"),
    };
    let stem = Path::new(key).file_name();
    let mut found = files(folder, ending);
    found.retain(|(path, _)| path.file_stem() == stem);
    let (_, text) = found.pop().unwrap_or_else(|| panic!("no article {key}"));
    if ending == "txt" {
        return text;
    }
    let gold = json::read(text.as_bytes()).unwrap_or_else(|error| panic!("{key}: {error}"));
    gold.document().text().to_owned()
}

#[test]
#[expect(clippy::print_stdout, reason = "the figures are seen with --nocapture")]
fn the_program_chooses_better_than_the_baselines() {
    let (_, picks) = files("tests/gold/key_statements", "json").remove(0);
    let picks = read_picks(&picks).expect("the picks are well formed");
    let mut scores = KeyScores::default();
    let mut report = String::new();
    let row = |name: &str, scores: &KeyScores| {
        let figures = Choice::ALL.map(|choice| format!("{:8.3}", scores.precision(choice)));
        format!("{name:24}{}\n", figures.concat())
    };
    let labels = Choice::ALL.map(Choice::label).join(", ");
    let _ = writeln!(report, "precision@3 of: {labels}");
    for (key, picks) in &picks {
        let document = read(&text_of(key));
        let mut own = KeyScores::default();
        own.add(&document, picks);
        scores.add(&document, picks);
        report += &row(key, &own);
    }
    report += &row("all", &scores);
    println!("\n{report}");
    let program = scores.precision(Choice::Salient);
    assert!(FLOOR <= program, "below {FLOOR}:\n{report}");
    for baseline in [Choice::First, Choice::LongestDirect] {
        assert!(scores.precision(baseline) < program, "{report}");
    }
}
