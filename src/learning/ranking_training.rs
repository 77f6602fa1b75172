//! Training of ranking models: the likelihood of the right candidates, `AdaGrad`, L2 by early steps only.

use std::collections::BTreeMap;

use super::features::{Feature, FeatureRows};
use super::ranking::{RankingModel, softmax};
use super::sequence_training::shuffle;
use super::table::Table;

/// Candidates of which one or more are right.
#[derive(Clone, Debug)]
pub struct Choice {
    /// A row of features per candidate.
    pub candidates: FeatureRows,
    /// Indices of the right ones; a choice without any teaches nothing.
    pub right: Vec<usize>,
}

/// The mean of the weights after each of so many last passes is kept.
const AVERAGED: usize = 4;

/// Trains a model on `choices`, in `epochs` passes, with `l1` taken off each weight's step.
pub fn train(choices: &[Choice], epochs: usize, rate: f32, l1: f32) -> RankingModel {
    let mut weights: BTreeMap<Feature, (f32, f32)> = BTreeMap::new();
    let mut order: Vec<usize> = (0..choices.len())
        .filter(|&index| !choices[index].right.is_empty())
        .collect();
    let mut random = 1;
    let mut mean: BTreeMap<Feature, f32> = BTreeMap::new();
    for epoch in 0..epochs {
        shuffle(&mut order, &mut random);
        for &index in &order {
            let Choice { candidates, right } = &choices[index];
            let score = |candidate| -> f32 {
                let row = candidates.row(candidate).iter();
                row.map(|feature| weights.get(feature).map_or(0.0, |weight| weight.0))
                    .sum()
            };
            let expected = softmax((0..candidates.len()).map(score).collect());
            let mass: f32 = right
                .iter()
                .map(|&candidate| expected[candidate])
                .sum::<f32>()
                .max(1e-10);
            for (candidate, &probability) in expected.iter().enumerate() {
                let observed = if right.contains(&candidate) {
                    probability / mass
                } else {
                    0.0
                };
                let slope = probability - observed;
                for &feature in candidates.row(candidate) {
                    let (weight, square) = weights.entry(feature).or_insert((0.0, 1e-3));
                    *square += slope * slope;
                    let step = rate / square.sqrt();
                    *weight -= step * slope;
                    let due = step * l1 * slope.abs();
                    *weight = if *weight < 0.0 {
                        (*weight + due).min(0.0)
                    } else {
                        (*weight - due).max(0.0)
                    };
                }
            }
        }
        if epochs <= epoch + AVERAGED {
            for (&feature, &(weight, _)) in &weights {
                *mean.entry(feature).or_default() += weight / AVERAGED.min(epochs) as f32;
            }
        }
    }
    let rows: Vec<(Feature, [f32; 1])> = mean
        .into_iter()
        .map(|(feature, weight)| (feature, [weight]))
        .collect();
    RankingModel::new(Table::new(
        rows.iter().map(|(feature, row)| (*feature, row.as_slice())),
    ))
}

#[cfg(test)]
mod tests {
    use super::super::features::{Features, atom};
    use super::*;

    fn candidates(words: &[&str]) -> FeatureRows {
        let mut rows = FeatureRows::default();
        for word in words {
            let mut features = Features::default();
            features.add(0, atom(word));
            rows.push(&features);
        }
        rows
    }

    #[test]
    fn the_right_one_wins_when_it_was_right_before() {
        let choices = [
            Choice {
                candidates: candidates(&["near", "far"]),
                right: vec![0],
            },
            Choice {
                candidates: candidates(&["far", "near", "farther"]),
                right: vec![1],
            },
        ];
        let model = train(&choices, 20, 0.2, 0.01);
        let probabilities = model.probabilities(&candidates(&["far", "near"]));
        assert!(0.8 < probabilities[1]);
        assert!(model.probabilities(&candidates(&[])).is_empty());
    }
}
