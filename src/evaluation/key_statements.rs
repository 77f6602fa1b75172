//! How well the key statements of an article are chosen: precision@3 against what an editor would pick.
//!
//! Gold has three picks an article, chosen without looking at the program. Three of the statements that were found are
//! compared with them: a statement is right if its content and that of a pick that no statement before it has taken have a
//! token F1 of [`ENOUGH`] or more. What is missing to three counts as wrong, so the figure is the share of right ones among
//! three times the number of articles. What was not found cannot be chosen: [`Choice::Best`] says how much that costs.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::scores::token_f1;
use crate::document::{Document, Statement, StatementKind, Token, overlapping};
use crate::span::{Offsets, Span, Unit};

/// From this token F1 on, two contents are the same statement: the found one may be half a sentence too long.
pub const ENOUGH: f64 = 0.5;

/// How many statements are chosen.
const AT: usize = 3;

/// Content of a statement that an editor picked, in code points.
pub type Pick = Vec<[usize; 2]>;

/// Reads the picks of each article, by its id: lists of spans, or objects with `spans`.
///
/// # Errors
/// If the file is of another shape.
pub fn read_picks(json: &str) -> Result<BTreeMap<String, Vec<Pick>>, serde_json::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Record {
        Bare(Pick),
        WithText { spans: Pick },
    }
    let articles: BTreeMap<String, Vec<Record>> = serde_json::from_str(json)?;
    let pick = |record| match record {
        Record::Bare(spans) | Record::WithText { spans } => spans,
    };
    let picks = |records: Vec<Record>| records.into_iter().map(pick).collect();
    Ok(articles
        .into_iter()
        .map(|(id, records)| (id, picks(records)))
        .collect())
}

/// A way to choose three of the statements that were found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Choice {
    /// The most salient: what the program does.
    Salient,
    /// The first of the article, parts of others left out.
    First,
    /// The longest direct quotations; where there are fewer than three, the first of the others too.
    LongestDirect,
    /// Those that an editor picked: the most that any choice can reach.
    Best,
}

impl Choice {
    /// All ways.
    pub const ALL: [Self; 4] = [Self::Salient, Self::First, Self::LongestDirect, Self::Best];

    /// Its name in reports.
    pub fn label(self) -> &'static str {
        match self {
            Self::Salient => "most salient",
            Self::First => "first three",
            Self::LongestDirect => "longest direct",
            Self::Best => "best of those found",
        }
    }

    /// The statements that are chosen; for [`Choice::Best`] all of them, in text order.
    fn of(self, statements: &[Statement]) -> Vec<&Statement> {
        let mut order: Vec<&Statement> = statements.iter().collect();
        order.sort_by_key(|statement| {
            (
                statement.extent().start(),
                Reverse(statement.extent().end()),
            )
        });
        match self {
            Self::Salient => {
                order.sort_by(|one, other| other.salience.total_cmp(&one.salience));
            }
            Self::First => order.sort_by_key(|statement| statement.inside.is_some()),
            Self::LongestDirect => order.sort_by_key(|statement| {
                let length: usize = statement.content.iter().map(|span| span.len()).sum();
                let is_direct = statement.kind == StatementKind::Direct;
                Reverse(if is_direct { length } else { 0 })
            }),
            Self::Best => return order,
        }
        order.truncate(AT);
        order
    }
}

/// Right statements by choice, summed over articles.
#[derive(Clone, Debug, Default)]
pub struct KeyScores {
    n_right: BTreeMap<Choice, usize>,
    n_articles: usize,
}

impl KeyScores {
    /// Adds an article as the program has read it, and what an editor picked from it.
    pub fn add(&mut self, document: &Document, picks: &[Pick]) {
        let offsets = Offsets::new(document.text(), Unit::CodePoints);
        let spans = |pick: &Pick| -> Vec<Span> {
            pick.iter()
                .filter_map(|&[start, end]| offsets.to_span(document.text(), start, end))
                .collect()
        };
        let picks: Vec<Vec<Span>> = picks.iter().map(spans).collect();
        self.n_articles += 1;
        for choice in Choice::ALL {
            let chosen = choice.of(&document.findings.statements);
            *self.n_right.entry(choice).or_default() += n_right(&document.tokens, &chosen, &picks);
        }
    }

    /// Precision@3 of a way to choose.
    pub fn precision(&self, choice: Choice) -> f64 {
        let n_right = self.n_right.get(&choice).copied().unwrap_or(0);
        n_right as f64 / (AT * self.n_articles).max(1) as f64
    }
}

/// How many picks have their statement among the chosen ones.
fn n_right(tokens: &[Token], chosen: &[&Statement], picks: &[Vec<Span>]) -> usize {
    let mut open: Vec<BTreeSet<usize>> =
        picks.iter().map(|spans| tokens_of(tokens, spans)).collect();
    let n_picks = open.len();
    for statement in chosen {
        let covered = tokens_of(tokens, &statement.content);
        let best = (0..open.len())
            .map(|index| (index, token_f1(&open[index], &covered)))
            .filter(|&(_, f1)| ENOUGH <= f1)
            .max_by(|(_, one), (_, other)| one.total_cmp(other));
        if let Some((index, _)) = best {
            open.swap_remove(index);
        }
    }
    n_picks - open.len()
}

/// Numbers of the tokens that the spans overlap.
fn tokens_of(tokens: &[Token], spans: &[Span]) -> BTreeSet<usize> {
    spans
        .iter()
        .flat_map(|&span| overlapping(tokens, span))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::from_text;
    use crate::document::{Findings, StatementId};

    fn statement(kind: StatementKind, from: usize, to: usize, salience: f32) -> Statement {
        Statement {
            salience,
            ..Statement::new(kind, vec![Span::new(from, to)])
        }
    }

    /// Forty words of one letter; word n stands at 2n.
    fn document(statements: Vec<Statement>) -> Document {
        let article = from_text("a ".repeat(40));
        let tokens = (0..40).map(|n| Span::new(2 * n, 2 * n + 1));
        Document {
            article,
            tokens: tokens.map(|span| Token { span }).collect(),
            sentences: Vec::new(),
            tags: Vec::new(),
            findings: Findings {
                statements,
                ..Findings::default()
            },
            made_by: String::new(),
        }
    }

    /// Five statements: words 0 to 3, 4 to 5, 10 to 15, 20 to 29, 24 to 26.
    fn sample() -> Document {
        use StatementKind as K;
        let mut inner = statement(K::Direct, 48, 53, 0.1);
        inner.inside = Some(StatementId(3));
        document(vec![
            statement(K::Reported, 0, 7, 0.5),
            statement(K::Direct, 8, 11, 0.2),
            statement(K::Direct, 20, 31, 0.3),
            statement(K::Indirect, 40, 59, 0.9),
            inner,
        ])
    }

    #[track_caller]
    fn check(picks: &[Pick], expected: [usize; 4]) {
        let mut scores = KeyScores::default();
        scores.add(&sample(), picks);
        for (choice, n_right) in Choice::ALL.into_iter().zip(expected) {
            let precision = scores.precision(choice);
            assert!(
                (precision - n_right as f64 / 3.0).abs() < 1e-9,
                "{choice:?}: {precision}"
            );
        }
    }

    #[test]
    fn each_choice_takes_its_three() {
        check(&[vec![[0, 7]]], [1, 1, 0, 1]);
        check(&[vec![[8, 11]]], [0, 1, 1, 1]);
        check(&[vec![[20, 31]]], [1, 1, 1, 1]);
        check(&[vec![[40, 59]]], [1, 0, 0, 1]);
        check(&[vec![[48, 53]]], [0, 0, 1, 1]);
        check(&[vec![[70, 79]]], [0, 0, 0, 0]);
        check(
            &[vec![[0, 7]], vec![[20, 31]], vec![[40, 59]]],
            [3, 2, 1, 3],
        );
    }

    #[test]
    fn half_of_the_words_are_enough() {
        // Words 20 to 22 of 20 to 29: F1 6/13, too little; 20 to 23: 8/14.
        check(&[vec![[40, 45]]], [0, 0, 0, 0]);
        check(&[vec![[40, 47]]], [1, 0, 0, 1]);
        // Words 10 to 12 and 14 to 17 of 10 to 15: five shared, F1 10/13.
        check(&[vec![[20, 25], [28, 35]]], [1, 1, 1, 1]);
    }

    #[test]
    fn a_pick_counts_once() {
        let mut document = sample();
        document.findings.statements[4].salience = 1.0;
        // Words 22 to 29 go with both 20 to 29 (F1 16/18) and 24 to 26 (F1 6/11).
        let mut scores = KeyScores::default();
        scores.add(&document, &[vec![[44, 59]]]);
        assert!((scores.precision(Choice::Salient) - 1.0 / 3.0).abs() < 1e-9);
        // One statement does not stand for two picks either.
        check(&[vec![[20, 31]], vec![[20, 31]]], [1, 1, 1, 1]);
    }

    #[test]
    fn what_is_missing_to_three_is_wrong() {
        let mut scores = KeyScores::default();
        scores.add(&document(Vec::new()), &[vec![[0, 7]]]);
        assert!(scores.precision(Choice::Best) < 1e-9);
        scores.add(&sample(), &[vec![[0, 7]]]);
        assert!((scores.precision(Choice::Best) - 1.0 / 6.0).abs() < 1e-9);
    }

    #[test]
    fn picks_are_read_with_and_without_text() {
        let picks =
            read_picks(r#"{"1": [[[0, 7], [9, 11]]], "2": [{"spans": [[3, 4]], "text": "a"}]}"#);
        let picks = picks.expect("is well formed");
        assert_eq!(picks["1"], [vec![[0, 7], [9, 11]]]);
        assert_eq!(picks["2"], [vec![[3, 4]]]);
        assert!(read_picks(r#"{"1": [7]}"#).is_err());
    }
}
