//! How well mentions are gathered into entities: B³, exact chains and pairs, against gold entities.
//!
//! A chain is the set of places that mean one entity; two mentions are the same if they have the same span. B³ is the
//! measure of Bagga and Baldwin (1998, "Algorithms for Scoring Coreference Chains"): for every found mention the share
//! of its chain that stands in its gold chain (precision), for every gold mention the share of its gold chain that stands
//! in its found chain (recall). A mention that only one side has is a miss: it counts 0 for its own side, and in the size
//! of its chain. Pairs are counted among the mentions that both sides have, so they say how good the gathering
//! is, whatever was found; [`EntityScores::of_shared`] does the same for the other measures.

use std::collections::{BTreeMap, BTreeSet};

use super::names::Counts;
use super::scores::Score;
use crate::document::{Findings, Form, Mention};
use crate::span::Span;

/// The places that mean one entity.
pub type Chain = BTreeSet<Span>;

/// Sums over articles, from which the scores are taken.
#[derive(Clone, Copy, Debug, Default)]
pub struct EntityScores {
    precision: (f64, usize),
    recall: (f64, usize),
    chains: Counts,
    pairs: Counts,
}

impl EntityScores {
    /// Adds an article: its gold chains and those that were found in it. No mention stands in two chains of one side.
    pub fn add(&mut self, gold: &[Chain], found: &[Chain]) {
        let (gold_of, found_of) = (chain_of(gold), chain_of(found));
        for (place, &index) in &found_of {
            let share = gold_of.get(place).map_or(0.0, |&twin| {
                n_shared(&found[index], &gold[twin]) / found[index].len() as f64
            });
            self.precision = (self.precision.0 + share, self.precision.1 + 1);
        }
        for (place, &index) in &gold_of {
            let share = found_of.get(place).map_or(0.0, |&twin| {
                n_shared(&gold[index], &found[twin]) / gold[index].len() as f64
            });
            self.recall = (self.recall.0 + share, self.recall.1 + 1);
        }
        let as_sets = |chains: &[Chain]| -> BTreeSet<Chain> {
            let filled = chains.iter().filter(|chain| !chain.is_empty());
            filled.cloned().collect()
        };
        let (gold_set, found_set) = (as_sets(gold), as_sets(found));
        let n_right = gold_set.intersection(&found_set).count();
        self.chains.right += n_right;
        self.chains.missed += gold_set.len() - n_right;
        self.chains.wrong += found_set.len() - n_right;

        let mut cells: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        for (place, &index) in &gold_of {
            if let Some(&twin) = found_of.get(place) {
                *cells.entry((index, twin)).or_default() += 1;
            }
        }
        let mut sizes: [BTreeMap<usize, usize>; 2] = Default::default();
        for (&(index, twin), n) in &cells {
            *sizes[0].entry(index).or_default() += n;
            *sizes[1].entry(twin).or_default() += n;
        }
        let n_right: usize = cells.values().copied().map(n_pairs).sum();
        let [n_gold, n_found] = sizes.map(|sizes| sizes.into_values().map(n_pairs).sum::<usize>());
        self.pairs.right += n_right;
        self.pairs.missed += n_gold - n_right;
        self.pairs.wrong += n_found - n_right;
    }

    /// Adds an article, but only the mentions that both sides have.
    pub fn of_shared(&mut self, gold: &[Chain], found: &[Chain]) {
        let only = |chains: &[Chain], others: &[Chain]| -> Vec<Chain> {
            let others = chain_of(others);
            let kept = chains.iter().map(|chain| {
                let kept = chain.iter().filter(|place| others.contains_key(place));
                kept.copied().collect::<Chain>()
            });
            kept.filter(|chain| !chain.is_empty()).collect()
        };
        self.add(&only(gold, found), &only(found, gold));
    }

    /// B³, averaged over mentions.
    pub fn b_cubed(&self) -> Score {
        let mean = |(sum, n_values): (f64, usize)| sum / n_values.max(1) as f64;
        Score {
            precision: mean(self.precision),
            recall: mean(self.recall),
        }
    }

    /// Chains that are right to the last mention.
    pub fn chains(&self) -> Counts {
        self.chains
    }

    /// Pairs of mentions, of those that both sides have: together on both sides, only found so, only gold.
    pub fn pairs(&self) -> Counts {
        self.pairs
    }
}

fn n_shared(one: &Chain, other: &Chain) -> f64 {
    one.intersection(other).count() as f64
}

fn n_pairs(n: usize) -> usize {
    n * n.saturating_sub(1) / 2
}

fn chain_of(chains: &[Chain]) -> BTreeMap<Span, usize> {
    let numbered = chains.iter().enumerate();
    numbered
        .flat_map(|(index, chain)| chain.iter().map(move |&place| (place, index)))
        .collect()
}

/// The chains of an article: mentions that mean an entity, by entity; `is_counted` chooses among them.
///
/// A name without an entity is a chain of its own. Where two mentions have one span, the first counts.
pub fn chains(findings: &Findings, is_counted: impl Fn(&Mention) -> bool) -> Vec<Chain> {
    let mut by_entity: BTreeMap<_, Chain> = BTreeMap::new();
    let mut alone = Vec::new();
    let mut seen: BTreeSet<Span> = BTreeSet::new();
    for (_, mention) in findings.shown_mentions() {
        if !mention.refers() || !is_counted(mention) || !seen.insert(mention.span) {
            continue;
        }
        match mention.entity {
            Some(entity) => {
                by_entity.entry(entity).or_default().insert(mention.span);
            }
            None if mention.form == Form::Name => alone.push(Chain::from([mention.span])),
            None => {}
        }
    }
    by_entity.into_values().chain(alone).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every letter is a mention; spaces part chains.
    fn chains_of(text: &str) -> Vec<Chain> {
        let letters = |word: &str| -> Chain {
            let places = word.bytes().map(usize::from);
            places.map(|at| Span::new(at, at + 1)).collect()
        };
        text.split_whitespace().map(letters).collect()
    }

    fn score(gold: &str, found: &str) -> EntityScores {
        let mut scores = EntityScores::default();
        scores.add(&chains_of(gold), &chains_of(found));
        scores
    }

    #[track_caller]
    fn check(gold: &str, found: &str, precision: f64, recall: f64) {
        let score = score(gold, found).b_cubed();
        assert!((score.precision - precision).abs() < 1e-9, "{score:?}");
        assert!((score.recall - recall).abs() < 1e-9, "{score:?}");
    }

    #[test]
    fn b_cubed_is_the_mean_over_mentions() {
        check("abc de", "abc de", 1.0, 1.0);
        // The example of Bagga and Baldwin: two of three chains are joined.
        let joined = (5.0 + 2.0 * (2.0 / 7.0) + 5.0 * (5.0 / 7.0)) / 12.0;
        check("abcde fg hijkl", "abcde fghijkl", joined, 1.0);
        let far = (2.0 + 5.0 * 0.5 + 5.0 * 0.5) / 12.0;
        check("abcde fg hijkl", "abcdehijkl fg", far, 1.0);
        // One chain cut in two: a and b see two of three, c sees one.
        check(
            "abc",
            "ab c",
            1.0,
            (2.0 / 3.0 + 2.0 / 3.0 + 1.0 / 3.0) / 3.0,
        );
    }

    #[test]
    fn what_one_side_lacks_is_a_miss() {
        // Found: x is wrong, and a and b share their chain with it; c is missed.
        check("abc", "abx", (2.0 / 3.0 + 2.0 / 3.0) / 3.0, 4.0 / 9.0);
        let mut shared = EntityScores::default();
        shared.of_shared(&chains_of("abc"), &chains_of("abx"));
        let score = shared.b_cubed();
        assert_eq!((score.precision, score.recall), (1.0, 1.0));
        assert_eq!(shared.chains().right, 1);
        check("", "", 0.0, 0.0);
    }

    #[test]
    fn a_chain_is_right_or_not() {
        let chains = score("abc de f", "abc d e").chains();
        assert_eq!((chains.right, chains.wrong, chains.missed), (1, 2, 2));
    }

    #[test]
    fn pairs_are_counted_among_the_mentions_of_both_sides() {
        // Gold pairs ab ac bc de, found ab cd (x is unknown to gold).
        let pairs = score("abc de", "ab cdx e").pairs();
        assert_eq!((pairs.right, pairs.wrong, pairs.missed), (1, 1, 3));
    }
}
