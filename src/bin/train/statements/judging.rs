//! The judge learns from statements that were put together without having seen their article.

use wortlaut::learning::calibration::Calibration;
use wortlaut::learning::sequence_training::{Example, Settings};
use wortlaut::pipeline::statements::judging::{Candidate, Judge, LABELS, probability};

use super::jackknife::{FOLDS, jackknife};
use super::prepared::{ABOUT, Prepared, f1};

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
pub fn train(articles: &[Prepared], candidates: &[Vec<Candidate>]) -> Judge {
    let verdicts: Vec<Vec<[bool; 2]>> = candidates
        .iter()
        .zip(articles)
        .map(|(candidates, article)| {
            let verdict = |candidate: &Candidate| verdict(article, candidate);
            candidates.iter().map(verdict).collect()
        })
        .collect();
    let rows = |index: usize, question: usize, out: &mut Vec<Example>| {
        for (candidate, verdict) in candidates[index].iter().zip(&verdicts[index]) {
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
    for (index, candidates) in candidates.iter().enumerate() {
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
    let Some((overlap, quote)) = article.nearest(&candidate.statement.content) else {
        return [false, false];
    };
    let speaker = candidate.statement.speaker.as_ref();
    let speaker = article.covered(speaker.map_or(&[], |voice| &voice.spans));
    let gold = article.covered(&quote.speaker);
    let by_whom = gold.is_empty() && speaker.is_empty() || ABOUT <= f1(&gold, &speaker);
    [ABOUT <= overlap, NEARLY <= overlap && by_whom]
}
