//! Precision and recall of names: exact span and kind, as `GermEval` 2014 counts them.

use std::collections::{BTreeMap, BTreeSet};

use crate::document::{Confidence, Form, Kind, Mention};
use crate::german::lexicon::Lexicon;
use crate::learning::sequence::SequenceModel;
use crate::pipeline::names::NameModel;
use crate::pipeline::names::features::Domain;
use crate::pipeline::names::training::{GoldText, tagged};
use crate::span::Span;

/// How many are right, found but wrong, and missed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Found and right.
    pub right: usize,
    /// Found and wrong.
    pub wrong: usize,
    /// Not found.
    pub missed: usize,
}

impl Counts {
    /// Share of the found ones that are right.
    pub fn precision(self) -> f64 {
        self.right as f64 / (self.right + self.wrong).max(1) as f64
    }

    /// Share of those to be found that were found.
    pub fn recall(self) -> f64 {
        self.right as f64 / (self.right + self.missed).max(1) as f64
    }

    /// Harmonic mean of precision and recall.
    pub fn f1(self) -> f64 {
        2.0 * self.right as f64 / (2 * self.right + self.wrong + self.missed).max(1) as f64
    }
}

/// A name as it is compared: where, what, how.
type Name = (Span, Kind, Form);

/// Gold names of a text, and those that a model finds, with their confidence.
pub struct Reading {
    /// What is there.
    pub gold: BTreeSet<Name>,
    /// What was found, of the kinds and forms that the corpus marks.
    pub found: BTreeMap<Name, Confidence>,
}

/// Reads gold texts with a model.
pub fn read(
    gold: &[GoldText],
    model: &NameModel,
    tagging: &SequenceModel,
    lexicon: &Lexicon,
) -> Vec<Reading> {
    let read = |text: &GoldText| {
        let (tokens, sentences, tags) = tagged(&text.text, tagging, lexicon);
        let found = model.names(&text.text, &tokens, &sentences, &tags, lexicon);
        let is_marked = |name: &&Mention| {
            text.domain != Domain::Partial || name.form == Form::Name && name.kind != Kind::Other
        };
        let found = found.iter().filter(is_marked);
        Reading {
            gold: text.names.iter().copied().collect(),
            found: found
                .map(|name| ((name.span, name.kind, name.form), name.confidence))
                .collect(),
        }
    };
    gold.iter().map(read).collect()
}

/// Counts per form and kind; kind `None` is all kinds of that form together.
pub fn score(readings: &[Reading]) -> BTreeMap<(Form, Option<Kind>), Counts> {
    let mut table: BTreeMap<(Form, Option<Kind>), Counts> = BTreeMap::new();
    for Reading { gold, found } in readings {
        let found: BTreeSet<Name> = found.keys().copied().collect();
        for name in found.union(gold) {
            let &(_, kind, form) = name;
            for row in [(form, Some(kind)), (form, None)] {
                let counts = table.entry(row).or_default();
                match (found.contains(name), gold.contains(name)) {
                    (true, true) => counts.right += 1,
                    (true, false) => counts.wrong += 1,
                    (false, _) => counts.missed += 1,
                }
            }
        }
    }
    table
}

/// How sure each found name is, and whether it is right.
pub fn judged(readings: &[Reading]) -> Vec<(f32, bool)> {
    let judge = |Reading { gold, found }: &Reading| -> Vec<(f32, bool)> {
        let found = found.iter();
        found
            .map(|(name, confidence)| (confidence.get(), gold.contains(name)))
            .collect()
    };
    readings.iter().flat_map(judge).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn f1_weighs_wrong_and_missed_alike() {
        let counts = Counts {
            right: 2,
            wrong: 1,
            missed: 1,
        };
        assert!((counts.f1() - 2.0 / 3.0).abs() < 1e-9);
        assert!(Counts::default().f1().abs() < 1e-9);
    }
}
