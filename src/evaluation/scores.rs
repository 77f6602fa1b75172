//! How good found statements and names are against gold ones: the measures that were published with the corpora.
//!
//! Statements are measured as Petersen-Frey and Biemann do (2024, "Dataset of Quotation Attribution in German News
//! Articles"): found and gold statements of an article are paired one to one so that the summed token F1 of their contents
//! is largest; every pair gives a precision and a recall of the content and of each role, averaged over all pairs.
//! Names are measured as at `GermEval` 2014: exact span and kind, outer level.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::assignment::assign;
use super::corpora::quotes::Quote;
use super::names::Counts;
use crate::document::{Findings, Form, Kind, StatementKind};
use crate::span::Span;

/// What is scored of a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// What is said.
    Content,
    /// Who says it.
    Speaker,
    /// What announces it.
    Cue,
    /// The rest of the cue's sentence.
    Frame,
    /// To whom it is said.
    Addressee,
}

impl Part {
    /// All parts.
    pub const ALL: [Self; 5] = [
        Self::Content,
        Self::Speaker,
        Self::Cue,
        Self::Frame,
        Self::Addressee,
    ];

    /// All parts but the content.
    pub const ROLES: [Self; 4] = [Self::Speaker, Self::Cue, Self::Frame, Self::Addressee];

    fn of(self, quote: &Quote) -> &[Span] {
        match self {
            Self::Content => &quote.content,
            Self::Speaker => &quote.speaker,
            Self::Cue => &quote.cue,
            Self::Frame => &quote.frame,
            Self::Addressee => &quote.addressee,
        }
    }
}

/// Precision and recall, 0 to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Score {
    /// Share of what was found that is right.
    pub precision: f64,
    /// Share of what is to be found that was found.
    pub recall: f64,
}

impl Score {
    /// Harmonic mean of both.
    pub fn f1(self) -> f64 {
        let sum = self.precision + self.recall;
        if 0.0 < sum {
            2.0 * self.precision * self.recall / sum
        } else {
            0.0
        }
    }
}

/// A mean that grows.
#[derive(Clone, Copy, Debug, Default)]
struct Mean {
    sum: f64,
    n_values: usize,
}

impl Mean {
    fn add(&mut self, value: f64) {
        self.sum += value;
        self.n_values += 1;
    }

    fn get(self) -> f64 {
        self.sum / self.n_values.max(1) as f64
    }
}

/// Sums over articles, from which the scores of statements are taken.
#[derive(Clone, Debug, Default)]
pub struct StatementScores {
    precision: BTreeMap<Part, Mean>,
    recall: BTreeMap<Part, Mean>,
    kinds: Counts,
    recall_of: BTreeMap<StatementKind, Mean>,
    attribution: Mean,
}

/// A statement as sets of token numbers.
pub(super) struct Covered {
    kind: StatementKind,
    parts: [BTreeSet<usize>; 5],
}

impl Covered {
    pub fn new(quote: &Quote, tokens: &[Span]) -> Self {
        let parts = Part::ALL.map(|part| {
            let spans = part.of(quote).iter();
            spans.flat_map(|&span| overlapped(tokens, span)).collect()
        });
        Self {
            kind: quote.kind,
            parts,
        }
    }

    pub fn part(&self, part: Part) -> &BTreeSet<usize> {
        &self.parts[part as usize]
    }
}

impl StatementScores {
    /// Adds an article: its words, its gold statements and those that were found in it.
    pub fn add(&mut self, tokens: &[Span], gold: &[Quote], found: &[Quote]) {
        let cover = |quotes: &[Quote]| -> Vec<Covered> {
            let covered = quotes.iter().map(|quote| Covered::new(quote, tokens));
            covered.collect()
        };
        let (gold, mut found) = (cover(gold), cover(found));
        found.retain(|quote| !quote.part(Part::Content).is_empty());
        let mut gold_partner = vec![None; gold.len()];
        let mut is_paired = vec![false; found.len()];
        for (row, column) in assign(&likeness(&gold, &found)) {
            gold_partner[row] = Some(&found[column]);
            is_paired[column] = true;
        }
        for (quote, partner) in gold.iter().zip(gold_partner) {
            self.add_pair(Some(quote), partner);
        }
        for (quote, _) in found.iter().zip(is_paired).filter(|(_, paired)| !paired) {
            self.add_pair(None, Some(quote));
        }
    }

    fn add_pair(&mut self, gold: Option<&Covered>, found: Option<&Covered>) {
        for part in Part::ALL {
            let (gold, found) = (
                gold.map(|gold| gold.part(part)),
                found.map(|found| found.part(part)),
            );
            let n_shared = match (gold, found) {
                (Some(gold), Some(found)) => gold.intersection(found).count() as f64,
                _ => 0.0,
            };
            for (tokens, means) in [(gold, &mut self.recall), (found, &mut self.precision)] {
                if let Some(tokens) = tokens.filter(|tokens| !tokens.is_empty()) {
                    let mean = means.entry(part).or_default();
                    mean.add(n_shared / tokens.len() as f64);
                }
            }
        }
        match (gold, found) {
            (Some(gold), Some(found)) if gold.kind == found.kind => self.kinds.right += 1,
            _ => {
                self.kinds.wrong += usize::from(found.is_some());
                self.kinds.missed += usize::from(gold.is_some());
            }
        }
        let Some(gold) = gold else { return };
        let content = gold.part(Part::Content);
        let n_shared = found.map_or(0, |found| {
            content.intersection(found.part(Part::Content)).count()
        });
        let recall = self.recall_of.entry(gold.kind).or_default();
        recall.add(n_shared as f64 / content.len().max(1) as f64);

        // Of those found by half or more: is the speaker right by half or more?
        let Some(found) = found else { return };
        if 0.5 <= token_f1(content, found.part(Part::Content)) {
            let (gold, found) = (gold.part(Part::Speaker), found.part(Part::Speaker));
            let is_right = if gold.is_empty() {
                found.is_empty()
            } else {
                0.5 <= token_f1(gold, found)
            };
            self.attribution.add(f64::from(u8::from(is_right)));
        }
    }

    /// Precision and recall of these parts, pooled.
    pub fn of(&self, parts: &[Part]) -> Score {
        let pooled = |means: &BTreeMap<Part, Mean>| {
            let mut pool = Mean::default();
            for mean in parts.iter().filter_map(|part| means.get(part)) {
                pool.sum += mean.sum;
                pool.n_values += mean.n_values;
            }
            pool.get()
        };
        Score {
            precision: pooled(&self.precision),
            recall: pooled(&self.recall),
        }
    }

    /// Content and roles together.
    pub fn joint(&self) -> Score {
        self.of(&Part::ALL)
    }

    /// How many statements of the right kind stand where they should.
    pub fn kinds(&self) -> Counts {
        self.kinds
    }

    /// Share of the content that was found, by kind of the gold statement.
    pub fn recall_by_kind(&self) -> BTreeMap<StatementKind, f64> {
        let means = self.recall_of.iter();
        means.map(|(&kind, mean)| (kind, mean.get())).collect()
    }

    /// Of the statements that were found by half or more: share with the right speaker, or rightly with none.
    pub fn attribution(&self) -> f64 {
        self.attribution.get()
    }
}

/// Numbers of the tokens that `span` overlaps.
fn overlapped(tokens: &[Span], span: Span) -> Range<usize> {
    let first = tokens.partition_point(|token| token.end() <= span.start());
    let last = tokens.partition_point(|token| token.start() < span.end());
    first..last.max(first)
}

/// Token F1 of the contents of every gold statement with every found one; an equal kind decides between equals.
pub(super) fn likeness(gold: &[Covered], found: &[Covered]) -> Vec<Vec<f64>> {
    const EQUAL_KIND: f64 = 0.01;
    let score = |gold: &Covered, found: &Covered| {
        let f1 = token_f1(gold.part(Part::Content), found.part(Part::Content));
        let is_same = 0.0 < f1 && gold.kind == found.kind;
        f1 + if is_same { EQUAL_KIND } else { 0.0 }
    };
    let row = |quote| found.iter().map(|other| score(quote, other)).collect();
    gold.iter().map(row).collect()
}

pub(super) fn token_f1(left: &BTreeSet<usize>, right: &BTreeSet<usize>) -> f64 {
    let n_shared = left.intersection(right).count();
    if n_shared == 0 {
        return 0.0;
    }
    2.0 * n_shared as f64 / (left.len() + right.len()) as f64
}

/// Counts of names by kind, the outer level of form [`Form::Name`] only; kind `None` is all kinds together.
#[derive(Clone, Debug, Default)]
pub struct NameScores {
    counts: BTreeMap<Option<Kind>, Counts>,
}

impl NameScores {
    /// Adds a text: its gold names and those that were found in it.
    pub fn add(&mut self, gold: &BTreeSet<(Span, Kind)>, found: &BTreeSet<(Span, Kind)>) {
        for name in gold.union(found) {
            for row in [Some(name.1), None] {
                let counts = self.counts.entry(row).or_default();
                match (gold.contains(name), found.contains(name)) {
                    (true, true) => counts.right += 1,
                    (true, false) => counts.missed += 1,
                    (false, _) => counts.wrong += 1,
                }
            }
        }
    }

    /// Counts of one kind, or of all.
    pub fn of(&self, kind: Option<Kind>) -> Counts {
        self.counts.get(&kind).copied().unwrap_or_default()
    }
}

/// Names that are shown and do not stand inside another: "Universität Kalthafen" without the town in it.
pub fn outer_names(findings: &Findings) -> BTreeSet<(Span, Kind)> {
    let shown = findings.shown_mentions().map(|(_, mention)| mention);
    let names: Vec<_> = shown
        .filter(|mention| mention.kind.is_name() && mention.form == Form::Name)
        .map(|mention| (mention.span, mention.kind))
        .collect();
    let is_outer = |span: Span| {
        names
            .iter()
            .all(|&(other, _)| other.len() <= span.len() || !other.contains(span))
    };
    names
        .iter()
        .copied()
        .filter(|&(span, _)| is_outer(span))
        .collect()
}

#[cfg(test)]
mod tests;
