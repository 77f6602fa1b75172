//! The judge learns from statements that were put together without having seen their article.

use std::collections::BTreeSet;

use wortlaut::document::Voice;
use wortlaut::evaluation::corpora::quotes::Quote;
use wortlaut::learning::calibration::Calibration;
use wortlaut::learning::sequence_training::{Example, Settings};
use wortlaut::pipeline::statements::judging::{Candidate, Judge, LABELS, probability};
use wortlaut::span::Span;

use super::jackknife::{FOLDS, jackknife};
use super::prepared::Prepared;

/// A statement is said if a gold one has about these words.
const ABOUT: f64 = 0.5;
/// Its words are right if they are nearly those of a gold one.
const NEARLY: f64 = 0.8;

const SETTINGS: Settings = Settings {
    epochs: 20,
    l1: 0.1,
    min_count: 2,
    noise: 0.25,
    averaged: 5,
    ..Settings::DEFAULT
};

/// Trains the judge on candidates of each article.
pub fn train(articles: &[Prepared], candidates: Vec<(usize, Vec<Candidate>)>) -> Judge {
    let verdicts: Vec<Vec<[bool; 2]>> = candidates
        .iter()
        .map(|(index, candidates)| {
            let article = &articles[*index];
            let verdict = |candidate: &Candidate| verdict(article, candidate);
            candidates.iter().map(verdict).collect()
        })
        .collect();
    let rows = |index: usize, question: usize, out: &mut Vec<Example>| {
        let (_, candidates) = &candidates[index];
        for (candidate, verdict) in candidates.iter().zip(&verdicts[index]) {
            out.push(Example {
                rows: candidate.row.clone(),
                allowed: vec![1 << u64::from(verdict[question])],
            });
        }
    };
    let n = candidates.len();
    let learn = |name: &str, question: usize| {
        let examples = |index: usize, out: &mut Vec<Example>| rows(index, question, out);
        jackknife(name, &LABELS, n, SETTINGS, examples, |label, _| label)
    };
    let (said, right) = (learn("said", 0), learn("right", 1));
    let mut beliefs = Vec::new();
    for (index, (_, candidates)) in candidates.iter().enumerate() {
        let model = &right.folds[index % FOLDS];
        for (candidate, verdict) in candidates.iter().zip(&verdicts[index]) {
            beliefs.push((probability(model, &candidate.row), verdict[1]));
        }
    }
    Judge {
        is_said: said.model,
        is_right: right.model,
        calibration: Calibration::fit(beliefs),
    }
}

/// Whether a candidate is said, and whether words and speaker are right.
fn verdict(article: &Prepared, candidate: &Candidate) -> [bool; 2] {
    let words =
        |spans: &[Span]| -> BTreeSet<usize> { article.covered(spans).into_iter().collect() };
    let content = words(&candidate.statement.content);
    let spans = |voice: &Voice| words(&voice.spans);
    let speaker = candidate
        .statement
        .speaker
        .as_ref()
        .map(spans)
        .unwrap_or_default();
    let quotes = article.article.quotes.iter();
    let overlap = |quote: &Quote| f1(&words(&quote.content), &content);
    let best = quotes.map(|quote| (overlap(quote), quote));
    let best = best.max_by(|(one, _), (other, _)| one.total_cmp(other));
    let Some((overlap, quote)) = best else {
        return [false, false];
    };
    let gold = words(&quote.speaker);
    let by_whom = gold.is_empty() && speaker.is_empty() || ABOUT <= f1(&gold, &speaker);
    [ABOUT <= overlap, NEARLY <= overlap && by_whom]
}

/// F1 of two sets of tokens.
fn f1(one: &BTreeSet<usize>, other: &BTreeSet<usize>) -> f64 {
    let both = one.intersection(other).count();
    2.0 * both as f64 / (one.len() + other.len()).max(1) as f64
}
