//! How good the program is at statements, on our own gold articles: figures that must not fall.

use crate::files::files;
use crate::floors::reached;
use crate::reader::read;
use wortlaut::document::Statement;
use wortlaut::evaluation::corpora::quotes::Quote;
use wortlaut::evaluation::scores::{Part, StatementScores};
use wortlaut::exchange::json;
use wortlaut::span::Span;

/// What has to be reached on the articles of `tests/gold/statements`, a little below what is reached.
const FLOORS: [(&str, f64); 6] = [
    ("content", 0.86),
    ("speaker", 0.78),
    ("cue", 0.83),
    ("joint", 0.80),
    ("kind", 0.87),
    ("speaker right, of the statements found", 0.86),
];

#[test]
#[expect(clippy::print_stdout, reason = "the figures are seen with --nocapture")]
fn statements_reach_their_floors() {
    let mut scores = StatementScores::default();
    for (path, json) in files("tests/gold/statements", "json") {
        let gold = json::read(json.as_bytes()).unwrap_or_else(|error| panic!("{path:?}: {error}"));
        let document = read(gold.document().text());
        let tokens: Vec<Span> = document.tokens.iter().map(|token| token.span).collect();
        let quotes = |statements: &[Statement]| -> Vec<Quote> {
            statements.iter().map(Quote::from).collect()
        };
        let found = quotes(&document.findings.statements);
        scores.add(&tokens, &quotes(&gold.findings().statements), &found);
    }
    let figures = [
        scores.of(&[Part::Content]).f1(),
        scores.of(&[Part::Speaker]).f1(),
        scores.of(&[Part::Cue]).f1(),
        scores.joint().f1(),
        scores.kinds().f1(),
        scores.attribution(),
    ];
    let (report, is_reached) = reached(&FLOORS, &figures);
    println!("\n{report}");
    assert!(is_reached, "a figure is too low, see above");
}
