//! How fast a search is in an article of a million characters with 30,000 marks and 10,000 statements.
//!
//! `cargo bench --no-default-features --bench finding`. The text is one paragraph over and over; time is the median.

#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use wortlaut::document::{Document, Mention, Statement};
use wortlaut::span::Span;
use wortlaut::view::query::{Subject, parse};
use wortlaut::view::statements;

// The sample speaks of `crate::article` and so on.
use wortlaut::{article, document, span};

#[path = "../../src/view/sample.rs"]
mod sample;

const N_CHARACTERS: usize = 1_000_000;
const N_ROUNDS: usize = 9;

/// The sample again and again, with marks and statements.
fn long(sample: &Document) -> Document {
    let n_copies = N_CHARACTERS.div_ceil(sample.text().chars().count());
    let step = sample.text().len() + 1;
    let move_by = |span: Span, by: usize| Span::new(span.start() + by, span.end() + by);
    let mut long = Document {
        article: article::from_text(vec![sample.text(); n_copies].join("\n")),
        tokens: Vec::new(),
        sentences: Vec::new(),
        ..sample.clone()
    };
    let (mut mentions, mut statements) = (Vec::new(), Vec::new());
    for copy in 0..n_copies {
        let by = copy * step;
        mentions.extend(sample.findings.mentions.iter().map(|mention| Mention {
            span: move_by(mention.span, by),
            ..mention.clone()
        }));
        statements.extend(sample.findings.statements.iter().map(|statement| {
            let mut statement = statement.clone();
            let Statement {
                content,
                cue,
                speaker,
                via,
                ..
            } = &mut statement;
            let voices = speaker
                .iter_mut()
                .chain(via)
                .flat_map(|voice| &mut voice.spans);
            for span in content.iter_mut().chain(cue).chain(voices) {
                *span = move_by(*span, by);
            }
            statement
        }));
    }
    long.findings.mentions = mentions;
    long.findings.statements = statements;
    long
}

fn main() {
    let document = long(&sample::document());
    let rows = statements::rows(document.text(), &document.findings);
    println!(
        "{} characters, {} marks, {} statements, median of {N_ROUNDS} rounds",
        document.text().chars().count(),
        document.findings.mentions.len(),
        rows.len(),
    );
    let subject = Subject {
        document: &document,
        findings: &document.findings,
        rows: &rows,
    };
    let queries = [
        "e",
        "brucke",
        "die brücke",
        "nirgends",
        "\"ohnesorg\" \"kurt\" -brücke",
        r"/\b\w+stadt\b/",
        "typ:person",
        "typ:ort neustadt",
        "sprecher:Ohnesorg",
        "sprecher:Ohnesorg art:indirekt typ:person bezahlt",
        // What somebody types who means harm.
        r"/(\w+\s?){9}x/",
        r"/(a*)*b|.*.*.*x/",
        r"/([a-z]+.?)*[^a]{30}y/",
        r"/\w{12}\W\w{9}z/",
    ];
    for typed in queries {
        let mut times: Vec<Duration> = Vec::new();
        let mut found = None;
        for _ in 0..N_ROUNDS {
            let start = Instant::now();
            found = Some(parse(black_box(typed)).map(|query| query.run(subject)));
            times.push(start.elapsed());
        }
        times.sort();
        let found = match found {
            Some(Ok(hits)) => format!("{} hits", hits.len()),
            Some(Err(problem)) => format!("{:?}", problem.fault),
            None => String::new(),
        };
        let time = times[N_ROUNDS / 2].as_secs_f64() * 1000.0;
        println!("{time:8.1} ms  {typed:52} {found}");
    }
}
