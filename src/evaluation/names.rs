//! Precision and recall of names: exact span and kind, as `GermEval` 2014 counts them.

use std::collections::{BTreeMap, BTreeSet};

use crate::document::{Form, Kind, Mention};
use crate::german::lexicon::Lexicon;
use crate::learning::sequence::SequenceModel;
use crate::pipeline::names::NameModel;
use crate::pipeline::names::features::Domain;
use crate::pipeline::names::training::{GoldText, tagged};

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

/// Counts per form and kind, of what the corpus marks; kind `None` is all kinds of that form together.
pub fn score(
    gold: &[GoldText],
    model: &NameModel,
    tagging: &SequenceModel,
    lexicon: &Lexicon,
) -> BTreeMap<(Form, Option<Kind>), Counts> {
    let mut table: BTreeMap<(Form, Option<Kind>), Counts> = BTreeMap::new();
    for text in gold {
        let (tokens, sentences, tags) = tagged(&text.text, tagging, lexicon);
        let found = model.names(&text.text, &tokens, &sentences, &tags, lexicon);
        let is_marked = |name: &&Mention| {
            text.domain != Domain::Partial || name.form == Form::Name && name.kind != Kind::Other
        };
        let found: BTreeSet<_> = found
            .iter()
            .filter(is_marked)
            .map(|name| (name.span, name.kind, name.form))
            .collect();
        let gold: BTreeSet<_> = text.names.iter().copied().collect();
        for &(span, kind, form) in found.union(&gold) {
            for row in [(form, Some(kind)), (form, None)] {
                let counts = table.entry(row).or_default();
                let name = (span, kind, form);
                match (found.contains(&name), gold.contains(&name)) {
                    (true, true) => counts.right += 1,
                    (true, false) => counts.wrong += 1,
                    (false, _) => counts.missed += 1,
                }
            }
        }
    }
    table
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
