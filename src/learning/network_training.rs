//! Training of networks: Adam on the likelihood of the chain of labels, with dropout (Srivastava et al. 2014).

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use super::adam::LearnedRows;
use super::dense::{Dense, rectify, unrectify, unwindow, windows};
use super::features::Feature;
use super::network::{Inputs, Network, Sizes, Weights};
use super::random::Random;
use super::sequence::{forward_backward, potentials};
use super::sequence_training::{product, shuffle};
use super::vectors::Vectors;

/// A row of positions with what is known of their labels.
#[derive(Clone, Debug)]
pub struct Example {
    /// What the network sees.
    pub inputs: Inputs,
    /// Per position the set of labels that may be right, bit `l` for label `l`; one bit where all is known.
    pub allowed: Vec<u64>,
}

/// Vectors of features, as [`super::embeddings`] learns them.
#[derive(Clone, Debug, Default)]
pub struct LearnedVectors {
    /// Features in ascending order.
    pub features: Vec<Feature>,
    /// Their vectors.
    pub values: Vec<f32>,
}

/// How to train.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// Passes over the examples.
    pub epochs: usize,
    /// Step size at the beginning; it falls to nothing.
    pub rate: f32,
    /// Step size of the vectors learned before, as a share of `rate`.
    pub words_rate: f32,
    /// Share of inputs left out.
    pub input_dropout: f32,
    /// Share of hidden values left out.
    pub hidden_dropout: f32,
    /// How often the first two features of the first group, which name the word alone, are left out, so that unknown
    /// words are not strange.
    pub word_dropout: f32,
    /// Examples a step.
    pub batch: usize,
    /// Features of the second group that occur less often are not learned.
    pub min_count: u32,
    /// Seed.
    pub seed: u64,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            epochs: 10,
            rate: 0.003,
            words_rate: 0.5,
            input_dropout: 0.2,
            hidden_dropout: 0.3,
            word_dropout: 0.15,
            batch: 16,
            min_count: 3,
            seed: 1,
        }
    }
}

/// Vectors are rounded to steps of so many times their usual size.
const ROUNDING: f32 = 0.3;
const MARKS_ROUNDING: f32 = 0.1;
/// So many steps grow to the full step size.
const WARMING: f32 = 200.0;

/// An example with rows of vectors instead of features.
struct Numbered {
    words: Vec<Vec<u32>>,
    marks: Vec<Vec<u32>>,
    allowed: Vec<u64>,
}

/// No row: a feature without a vector.
const UNKNOWN: u32 = u32::MAX;

struct Trainer<'a> {
    sizes: Sizes,
    words: LearnedRows,
    marks: LearnedRows,
    first: Dense,
    second: Dense,
    last: Dense,
    /// exp of the scores of pairs of labels.
    factors: &'a [f32],
    settings: Settings,
    random: Random,
}

/// What comes up on the way from a batch to its scores.
struct Pass {
    lengths: Vec<usize>,
    kept: Vec<Vec<u32>>,
    inputs_mask: Vec<f32>,
    wide: Vec<f32>,
    first: Vec<f32>,
    first_mask: Vec<f32>,
    wide_first: Vec<f32>,
    second: Vec<f32>,
    second_mask: Vec<f32>,
    both: Vec<f32>,
    scores: Vec<f32>,
}

impl Trainer<'_> {
    /// Adds the slopes of one batch; returns its loss.
    fn add_slopes(&mut self, batch: &[&Numbered]) -> f64 {
        let pass = self.forward(batch);
        let mut slopes = vec![0.0; pass.scores.len()];
        let mut loss = 0.0;
        let mut at = 0;
        for example in batch {
            let here = at..at + example.allowed.len() * self.sizes.labels;
            at = here.end;
            let scores = &pass.scores[here.clone()];
            loss += chain_slopes(scores, &example.allowed, self.factors, &mut slopes[here]);
        }
        self.backward(batch, &pass, &slopes);
        loss
    }

    fn forward(&mut self, batch: &[&Numbered]) -> Pass {
        let hidden = self.sizes.hidden;
        let width = self.sizes.words + self.sizes.marks;
        let lengths: Vec<usize> = batch.iter().map(|e| e.allowed.len()).collect();
        let kept = self.kept_words(batch);
        let mut inputs = self.inputs(batch, &kept);
        let inputs_mask = self.random.mask(inputs.len(), self.settings.input_dropout);
        let masked = inputs.iter_mut().zip(&inputs_mask);
        masked.for_each(|(x, mask)| *x *= mask);

        let dropout = self.settings.hidden_dropout;
        let wide = windows(&inputs, width, &lengths, 1);
        let mut first = self.first.forward(&wide);
        let first_mask = self.random.mask(first.len(), dropout);
        rectify(&mut first, &first_mask);
        let wide_first = windows(&first, hidden, &lengths, 2);
        let mut second = self.second.forward(&wide_first);
        let second_mask = self.random.mask(second.len(), dropout);
        rectify(&mut second, &second_mask);
        let both = first.chunks_exact(hidden).zip(second.chunks_exact(hidden));
        let both: Vec<f32> = both.flat_map(|(a, b)| [a, b].concat()).collect();
        Pass {
            scores: self.last.forward(&both),
            lengths,
            kept,
            inputs_mask,
            wide,
            first,
            first_mask,
            wide_first,
            second,
            second_mask,
            both,
        }
    }

    /// Takes the slopes of the scores back to all that is learned.
    fn backward(&mut self, batch: &[&Numbered], pass: &Pass, slopes: &[f32]) {
        let hidden = self.sizes.hidden;
        let width = self.sizes.words + self.sizes.marks;
        let of_both = self.last.backward(&pass.both, slopes);
        let mut of_first = Vec::with_capacity(pass.first.len());
        let mut of_second = Vec::with_capacity(pass.second.len());
        for row in of_both.chunks_exact(2 * hidden) {
            of_first.extend_from_slice(&row[..hidden]);
            of_second.extend_from_slice(&row[hidden..]);
        }
        unrectify(&mut of_second, &pass.second, &pass.second_mask);
        let of_wide = self.second.backward(&pass.wide_first, &of_second);
        unwindow(&of_wide, hidden, &pass.lengths, 2, &mut of_first);
        unrectify(&mut of_first, &pass.first, &pass.first_mask);
        let of_wide = self.first.backward(&pass.wide, &of_first);
        let mut of_inputs = vec![0.0; pass.inputs_mask.len()];
        unwindow(&of_wide, width, &pass.lengths, 1, &mut of_inputs);
        let masked = of_inputs.iter_mut().zip(&pass.inputs_mask);
        masked.for_each(|(slope, mask)| *slope *= mask);
        self.add_input_slopes(batch, &pass.kept, &of_inputs);
    }

    /// Rows of the first group per position, without those left out.
    fn kept_words(&mut self, batch: &[&Numbered]) -> Vec<Vec<u32>> {
        let positions = batch.iter().flat_map(|example| &example.words);
        positions
            .map(|rows| {
                let first = if self.random.fraction() < self.settings.word_dropout {
                    2
                } else {
                    0
                };
                let rows = rows.iter().skip(first).copied();
                rows.filter(|&row| row != UNKNOWN).collect()
            })
            .collect()
    }

    fn inputs(&self, batch: &[&Numbered], kept: &[Vec<u32>]) -> Vec<f32> {
        let width = self.sizes.words + self.sizes.marks;
        let mut inputs = vec![0.0; kept.len() * width];
        let marks = batch.iter().flat_map(|example| &example.marks);
        for ((input, kept), marks) in inputs.chunks_exact_mut(width).zip(kept).zip(marks) {
            let (of_word, of_marks) = input.split_at_mut(self.sizes.words);
            let share = 1.0 / kept.len().max(1) as f32;
            for &row in kept {
                self.words.add_to(row, share, of_word);
            }
            for &row in marks {
                self.marks.add_to(row, 1.0, of_marks);
            }
        }
        inputs
    }

    fn add_input_slopes(&mut self, batch: &[&Numbered], kept: &[Vec<u32>], slopes: &[f32]) {
        let width = self.sizes.words + self.sizes.marks;
        let marks = batch.iter().flat_map(|example| &example.marks);
        for ((slopes, kept), marks) in slopes.chunks_exact(width).zip(kept).zip(marks) {
            let (of_word, of_marks) = slopes.split_at(self.sizes.words);
            let share = 1.0 / kept.len().max(1) as f32;
            for &row in kept {
                self.words.add_slope(row, share, of_word);
            }
            for &row in marks {
                self.marks.add_slope(row, 1.0, of_marks);
            }
        }
    }

    fn descend(&mut self, rate: f32) {
        self.words.descend(rate * self.settings.words_rate);
        self.marks.descend(rate);
        for layer in [&mut self.first, &mut self.second, &mut self.last] {
            layer.descend(rate);
        }
    }

    fn network(&self, words: &[Feature], marks: &[Feature]) -> Network {
        let vectors = |features: &[Feature], rows: &LearnedRows, width, step| {
            Vectors::new(features, &rows.numbers.values, width, step)
        };
        Network::new(
            self.sizes,
            vectors(words, &self.words, self.sizes.words, ROUNDING),
            vectors(marks, &self.marks, self.sizes.marks, MARKS_ROUNDING),
            Weights {
                first: &self.first.weights.values,
                second: &self.second.weights.values,
                last: &self.last.weights.values,
                bias: [&self.first, &self.second, &self.last].map(|l| l.bias.values.as_slice()),
            },
        )
    }
}

/// Slopes of the scores of one row of positions; returns its negative log-likelihood, position by position.
fn chain_slopes(scores: &[f32], allowed: &[u64], factors: &[f32], slopes: &mut [f32]) -> f64 {
    let n = scores.len() / allowed.len().max(1);
    if n == 0 {
        return 0.0;
    }
    let free = potentials(scores, n);
    let mut bound = free.clone();
    for (row, &allowed) in bound.chunks_exact_mut(n).zip(allowed) {
        for (label, value) in row.iter_mut().enumerate() {
            // What is allowed stays possible, however small its potential is.
            *value = if allowed >> label & 1 == 0 {
                0.0
            } else {
                value.max(1e-30)
            };
        }
    }
    let (alpha, beta) = forward_backward(&free, factors, n);
    let (bound_alpha, bound_beta) = forward_backward(&bound, factors, n);
    let mut loss = 0.0;
    for (position, &allowed) in allowed.iter().enumerate() {
        let here = position * n..(position + 1) * n;
        let expected = product(&alpha[here.clone()], &beta[here.clone()]);
        let observed = product(&bound_alpha[here.clone()], &bound_beta[here.clone()]);
        let right = (0..n).filter(|label| allowed >> label & 1 != 0);
        let right: f32 = right.map(|label| expected[label]).sum();
        loss -= f64::from(right.max(1e-10).ln());
        let cells = slopes[here].iter_mut().zip(expected.iter().zip(&observed));
        cells.for_each(|(slope, (e, o))| *slope = e - o);
    }
    loss
}

fn numbered(features: &[Feature], known: &[Feature]) -> Vec<u32> {
    features
        .iter()
        .map(|feature| {
            known
                .binary_search(feature)
                .map_or(UNKNOWN, |row| row as u32)
        })
        .collect()
}

/// Trains a network on top of vectors learned from running text, for a chain with the given scores of pairs of labels.
///
/// Reports after each pass: pass and mean loss per position.
pub fn train(
    words: LearnedVectors,
    examples: &[Example],
    sizes: Sizes,
    transitions: &[f32],
    settings: Settings,
    mut report: impl FnMut(usize, f64),
) -> Network {
    let mut counts: BTreeMap<Feature, u32> = BTreeMap::new();
    for &feature in examples.iter().flat_map(|e| e.inputs.marks.all()) {
        *counts.entry(feature).or_default() += 1;
    }
    counts.retain(|_, count| settings.min_count <= *count);
    let marks: Vec<Feature> = counts.into_keys().collect();
    let numbered: Vec<Numbered> = examples
        .iter()
        .map(|example| {
            let positions = 0..example.allowed.len();
            let of_words = |at| numbered(example.inputs.words.row(at), &words.features);
            let of_marks = |at| {
                let mut rows = numbered(example.inputs.marks.row(at), &marks);
                rows.retain(|&row| row != UNKNOWN);
                rows
            };
            Numbered {
                words: positions.clone().map(of_words).collect(),
                marks: positions.map(of_marks).collect(),
                allowed: example.allowed.clone(),
            }
        })
        .collect();
    let factors: Vec<f32> = transitions.iter().map(|score| score.exp()).collect();
    let mut random = Random::new(settings.seed);
    let Sizes { hidden, labels, .. } = sizes;
    let mut trainer = Trainer {
        sizes,
        words: LearnedRows::new(words.values, sizes.words),
        marks: LearnedRows::new(
            random.around_zero(marks.len() * sizes.marks, 0.15),
            sizes.marks,
        ),
        first: Dense::new(3 * (sizes.words + sizes.marks), hidden, 1.4, &mut random),
        second: Dense::new(3 * hidden, hidden, 1.4, &mut random),
        last: Dense::new(2 * hidden, labels, 0.5, &mut random),
        factors: &factors,
        settings,
        random,
    };
    let mut order: Vec<usize> = (0..numbered.len()).collect();
    let mut seed = settings.seed.max(1);
    let n_steps = order.len().div_ceil(settings.batch.max(1)) * settings.epochs;
    let mut n_done = 0;
    for epoch in 1..=settings.epochs {
        shuffle(&mut order, &mut seed);
        let (mut loss, mut n_positions) = (0.0, 0);
        for batch in order.chunks(settings.batch.max(1)) {
            let batch: Vec<&Numbered> = batch.iter().map(|&index| &numbered[index]).collect();
            loss += trainer.add_slopes(&batch);
            n_positions += batch.iter().map(|e| e.allowed.len()).sum::<usize>();
            let warmth = (n_done as f32 / WARMING).min(1.0);
            let left = 1.0 - n_done as f32 / n_steps as f32;
            trainer.descend(settings.rate * warmth * left);
            n_done += 1;
        }
        report(epoch, loss / n_positions.max(1) as f64);
    }
    trainer.network(&words.features, &marks)
}
