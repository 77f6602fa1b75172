//! How far two annotations of one text agree: F1 of spans, Krippendorff's alpha, speakers of the statements that both have.

pub mod unitizing;

use std::collections::{BTreeMap, BTreeSet};

use crate::document::{Findings, Kind, StatementKind};
use crate::span::{Offsets, Span, Unit as OffsetUnit};

use super::comparison::pairing::{Entities, pairs_of_statements, same_speaker};
use unitizing::{Disagreement, Unit};

/// All figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Agreement {
    /// Mentions: all of them first, then each kind that occurs.
    pub mentions: Vec<Figures<Kind>>,
    /// Statements: all of them first, then each kind that occurs. A statement is the same where all that is said is.
    pub statements: Vec<Figures<StatementKind>>,
    /// Statements that both have, if not with the same borders.
    pub n_matched: usize,
    /// Those of them that both give the same speaker.
    pub n_same_speaker: usize,
}

/// Figures of one kind, or of all together.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures<K> {
    /// Which; `None` for all.
    pub kind: Option<K>,
    /// How many the first has.
    pub n_a: usize,
    /// How many the second has.
    pub n_b: usize,
    /// How many both have with the same borders and kind.
    pub n_same: usize,
    /// How many of the first overlap one of the same kind in the second.
    pub n_touched_a: usize,
    /// How many of the second overlap one of the same kind in the first.
    pub n_touched_b: usize,
    /// Krippendorff's uα; see [`unitizing`].
    pub alpha: Option<f64>,
}

impl<K> Figures<K> {
    /// F1 of those with the same borders and kind, 0 to 1; `None` where there are none at all.
    pub fn exact(&self) -> Option<f64> {
        let n = self.n_a + self.n_b;
        (0 < n).then(|| 2.0 * self.n_same as f64 / n as f64)
    }

    /// F1 where an overlap with one of the same kind is enough: the harmonic mean of the shares of both that overlap.
    pub fn overlapping(&self) -> Option<f64> {
        if self.n_a + self.n_b == 0 {
            return None;
        }
        let share = |n: usize, of: usize| if of == 0 { 0.0 } else { n as f64 / of as f64 };
        let a = share(self.n_touched_a, self.n_a);
        let b = share(self.n_touched_b, self.n_b);
        Some(if 0.0 < a + b {
            2.0 * a * b / (a + b)
        } else {
            0.0
        })
    }
}

impl Agreement {
    /// Of what two annotations of `text` show.
    pub fn of(text: &str, a: &Findings, b: &Findings) -> Self {
        let offsets = Offsets::new(text, OffsetUnit::CodePoints);
        let measure = Measure {
            text,
            length: offsets.from_byte(text, text.len()),
            offsets,
        };
        let mentions = |findings: &Findings| {
            let shown = findings.shown_mentions();
            let items = shown.map(|(_, mention)| (mention.kind, vec![mention.span]));
            items.collect::<BTreeSet<_>>()
        };
        let statements = |findings: &Findings| {
            let shown = findings.shown_statements();
            let items = shown.map(|(_, statement)| (statement.kind, statement.content.clone()));
            items.collect::<BTreeSet<_>>()
        };
        let matched = pairs_of_statements(a, b);
        let matched = matched.into_iter().filter_map(|(a, b)| a.zip(b));
        let entities = Entities::new(a, b);
        let same = matched.map(|(one, other)| {
            let (one, other) = (a.statement(one), b.statement(other));
            same_speaker(text, (a, one), (b, other), &entities)
        });
        let same: Vec<bool> = same.collect();
        Self {
            mentions: measure.figures(&mentions(a), &mentions(b)),
            statements: measure.figures(&statements(a), &statements(b)),
            n_matched: same.len(),
            n_same_speaker: same.iter().filter(|&&is_same| is_same).count(),
        }
    }

    /// The share of statements that both have with the same speaker, 0 to 1.
    pub fn speakers(&self) -> Option<f64> {
        (0 < self.n_matched).then(|| self.n_same_speaker as f64 / self.n_matched as f64)
    }
}

/// What is found of a kind: one or more spans each.
type Items<K> = BTreeSet<(K, Vec<Span>)>;

struct Measure<'a> {
    text: &'a str,
    offsets: Offsets,
    length: usize,
}

impl Measure<'_> {
    fn figures<K: Copy + Ord>(&self, a: &Items<K>, b: &Items<K>) -> Vec<Figures<K>> {
        let kinds: BTreeSet<K> = a.iter().chain(b).map(|(kind, _)| *kind).collect();
        let (by_kind_a, by_kind_b) = (by_kind(a), by_kind(b));
        let none = Vec::new();
        let mut all = Figures {
            kind: None,
            n_a: a.len(),
            n_b: b.len(),
            n_same: a.intersection(b).count(),
            n_touched_a: 0,
            n_touched_b: 0,
            alpha: None,
        };
        let mut disagreement = Disagreement::default();
        let mut lines = Vec::new();
        for kind in kinds {
            let a = by_kind_a.get(&kind).unwrap_or(&none);
            let b = by_kind_b.get(&kind).unwrap_or(&none);
            let here = Disagreement::of(&self.units(a), &self.units(b), self.length);
            disagreement = disagreement.and(here);
            let theirs: BTreeSet<&[Span]> = b.iter().copied().collect();
            let line = Figures {
                kind: Some(kind),
                n_a: a.len(),
                n_b: b.len(),
                n_same: a.iter().filter(|item| theirs.contains(*item)).count(),
                n_touched_a: touched(a, b),
                n_touched_b: touched(b, a),
                alpha: here.alpha(),
            };
            all.n_touched_a += line.n_touched_a;
            all.n_touched_b += line.n_touched_b;
            lines.push(line);
        }
        all.alpha = disagreement.alpha();
        lines.insert(0, all);
        lines
    }

    fn units(&self, items: &[&[Span]]) -> Vec<Unit> {
        let spans = items.iter().copied().flatten();
        spans
            .map(|&span| self.offsets.from_span(self.text, span))
            .collect()
    }
}

fn by_kind<K: Copy + Ord>(items: &Items<K>) -> BTreeMap<K, Vec<&[Span]>> {
    let mut by_kind: BTreeMap<K, Vec<&[Span]>> = BTreeMap::new();
    for (kind, spans) in items {
        by_kind.entry(*kind).or_default().push(spans);
    }
    by_kind
}

/// How many of `items` overlap one of `others`.
fn touched(items: &[&[Span]], others: &[&[Span]]) -> usize {
    let mut covered: Vec<Span> = others.iter().copied().flatten().copied().collect();
    covered.sort();
    let mut joined: Vec<Span> = Vec::new();
    for span in covered {
        match joined.last_mut() {
            Some(last) if span.start() <= last.end() => *last = last.hull(span),
            _ => joined.push(span),
        }
    }
    let is_touched = |span: &Span| {
        let after = joined.partition_point(|other| other.end() <= span.start());
        joined.get(after).is_some_and(|other| other.overlaps(*span))
    };
    let touched = items.iter().filter(|spans| spans.iter().any(is_touched));
    touched.count()
}

#[cfg(test)]
#[path = "agreement/tests.rs"]
mod tests;
