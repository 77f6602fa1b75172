//! Training of sequence models: stochastic `AdaGrad` (Duchi, Hazan, Singer 2011) with a lazily applied L1 penalty.

use std::collections::BTreeMap;

use super::features::{Feature, FeatureRows};
use super::sequence::{MAX_LABELS, SequenceModel, forward_backward, normalise, potentials};
use super::table::Table;
use super::weights::Weights;

/// A row of positions with what is known of their labels.
#[derive(Clone, Debug)]
pub struct Example {
    /// What the model sees.
    pub rows: FeatureRows,
    /// Per position the set of labels that may be right, bit `l` for label `l`; one bit where all is known.
    pub allowed: Vec<u64>,
}

/// How to train.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// Passes over the examples.
    pub epochs: usize,
    /// Step size of `AdaGrad`.
    pub rate: f32,
    /// L1 penalty over one pass; larger keeps fewer features.
    pub l1: f32,
    /// Features that occur less often are not learned.
    pub min_count: u32,
    /// Seed of the order of examples and of the noise.
    pub seed: u64,
    /// Share of features that each step leaves out at random, so that rare words are not all that is learned from
    /// (Wang, Wang, Wager, Liang and Manning 2013).
    pub noise: f32,
    /// How many last passes count: the mean of the weights after each of them is kept.
    pub averaged: usize,
}

impl Settings {
    /// Does well for most.
    pub const DEFAULT: Self = Self {
        epochs: 12,
        rate: 0.2,
        l1: 0.3,
        min_count: 2,
        seed: 1,
        noise: 0.0,
        averaged: 1,
    };
}

impl Default for Settings {
    fn default() -> Self {
        Self::DEFAULT
    }
}

/// Numbers the features that occur at least `min_count` times; the others become `u32::MAX`.
fn number_features(examples: &mut [Example], min_count: u32) -> Vec<Feature> {
    let mut all: Vec<Feature> = examples
        .iter()
        .flat_map(|example| example.rows.all())
        .copied()
        .collect();
    all.sort_unstable();
    let runs = all
        .chunk_by(|a, b| a == b)
        .filter(|run| min_count as usize <= run.len());
    let kept: Vec<Feature> = runs.map(|run| run[0]).collect();
    for example in examples {
        for feature in example.rows.all_mut() {
            *feature = kept
                .binary_search(feature)
                .map_or(u32::MAX, |index| index as u32);
        }
    }
    kept
}

/// A reproducible shuffle (xorshift, Fisher-Yates).
pub(super) fn shuffle<T>(items: &mut [T], state: &mut u64) {
    for last in (1..items.len()).rev() {
        items.swap(last, (next_random(state) % (last as u64 + 1)) as usize);
    }
}

/// Trains a model. Reports after each pass: pass and mean negative log-likelihood per position.
///
/// # Panics
/// If there are no labels or more than [`MAX_LABELS`]: a mistake in the program, never in the corpus.
pub fn train(
    labels: &[&str],
    mut examples: Vec<Example>,
    settings: Settings,
    mut report: impl FnMut(usize, f64),
) -> SequenceModel {
    let n = labels.len();
    assert!(
        (1..=MAX_LABELS).contains(&n),
        "a model has 1 to {MAX_LABELS} labels"
    );
    let kept = number_features(&mut examples, settings.min_count);
    let penalty = settings.l1 / examples.len().max(1) as f32;
    let mut weights = Weights::new(kept.len(), n, settings.rate, penalty);
    let mut chain = Weights::new(n, n, settings.rate, 0.0);
    let mut mean = vec![0.0; weights.values.len()];
    let mut mean_chain = vec![0.0; chain.values.len()];
    let averaged = settings.averaged.clamp(1, settings.epochs.max(1));
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut random = settings.seed.max(1);
    let mut now = 0;
    for epoch in 1..=settings.epochs {
        shuffle(&mut order, &mut random);
        let (mut loss, mut positions) = (0.0, 0);
        for &index in &order {
            now += 1;
            let example = &examples[index];
            positions += example.rows.len();
            loss += if settings.noise <= 0.0 {
                step(example, 1.0, &mut weights, &mut chain, now)
            } else {
                let noisy = with_noise(example, settings.noise, &mut random);
                let gain = 1.0 / (1.0 - settings.noise);
                step(&noisy, gain, &mut weights, &mut chain, now)
            };
        }
        report(epoch, loss / positions.max(1) as f64);
        if settings.epochs < epoch + averaged {
            (0..kept.len()).for_each(|row| weights.shrink(row, now));
            let share = 1.0 / averaged as f32;
            let add = |(mean, value): (&mut f32, &f32)| *mean += share * value;
            mean.iter_mut().zip(&weights.values).for_each(add);
            mean_chain.iter_mut().zip(&chain.values).for_each(add);
        }
    }
    let rows: BTreeMap<Feature, usize> = kept.iter().copied().zip(0..).collect();
    let table = Table::new(
        rows.iter()
            .map(|(&feature, &row)| (feature, &mean[row * n..][..n])),
    );
    SequenceModel::new(
        labels.iter().map(|&label| label.to_owned()).collect(),
        table,
        mean_chain,
    )
}

/// The next number of xorshift.
fn next_random(state: &mut u64) -> u64 {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    *state
}

/// An example with a share of its features left out at random.
fn with_noise(example: &Example, share: f32, state: &mut u64) -> Example {
    let limit = (share.clamp(0.0, 0.9) * 65_536.0) as u64;
    let mut noisy = example.clone();
    for feature in noisy.rows.all_mut() {
        if next_random(state) >> 48 < limit {
            *feature = u32::MAX;
        }
    }
    noisy
}

/// One step along the gradient of one example; returns its negative log-likelihood. `gain` makes up for features left out.
fn step(example: &Example, gain: f32, weights: &mut Weights, chain: &mut Weights, now: u32) -> f64 {
    let n = weights.n;
    let length = example.rows.len();
    if length == 0 {
        return 0.0;
    }
    let mut scores = vec![0.0_f32; length * n];
    for position in 0..length {
        let sums = &mut scores[position * n..][..n];
        for &row in example
            .rows
            .row(position)
            .iter()
            .filter(|&&row| row != u32::MAX)
        {
            weights.shrink(row as usize, now);
            sums.iter_mut()
                .zip(weights.row(row as usize))
                .for_each(|(sum, weight)| *sum += gain * weight);
        }
    }
    let factors: Vec<f32> = chain.values.iter().map(|score| score.exp()).collect();
    let free = potentials(&scores, n);
    let mut bound = free.clone();
    for (row, &allowed) in bound.chunks_exact_mut(n).zip(&example.allowed) {
        row.iter_mut()
            .enumerate()
            .filter(|(label, _)| allowed >> label & 1 == 0)
            .for_each(|(_, value)| *value = 0.0);
        if row.iter().all(|&value| value <= 0.0) {
            row.iter_mut()
                .enumerate()
                .for_each(|(label, value)| *value = f32::from(allowed >> label & 1 != 0));
        }
    }
    let (alpha, beta) = forward_backward(&free, &factors, n);
    let (bound_alpha, bound_beta) = forward_backward(&bound, &factors, n);

    let mut edges = vec![0.0_f32; n * n];
    let mut loss = 0.0;
    for position in 0..length {
        let here = position * n..(position + 1) * n;
        let expected = product(&alpha[here.clone()], &beta[here.clone()]);
        let observed = product(&bound_alpha[here.clone()], &bound_beta[here.clone()]);
        let allowed = example.allowed[position];
        let right: f32 = (0..n)
            .filter(|label| allowed >> label & 1 != 0)
            .map(|label| expected[label])
            .sum();
        loss -= f64::from(right.max(1e-10).ln());
        let gradient: Vec<f32> = expected
            .iter()
            .zip(&observed)
            .take(n)
            .map(|(e, o)| gain * (e - o))
            .collect();
        for &row in example
            .rows
            .row(position)
            .iter()
            .filter(|&&row| row != u32::MAX)
        {
            weights.descend(row as usize, &gradient);
        }
        if 0 < position {
            let before = (position - 1) * n..position * n;
            add_edges(
                &mut edges,
                &alpha[before.clone()],
                &factors,
                &free[here.clone()],
                &beta[here.clone()],
                1.0,
            );
            add_edges(
                &mut edges,
                &bound_alpha[before],
                &factors,
                &bound[here.clone()],
                &bound_beta[here],
                -1.0,
            );
        }
    }
    (0..n).for_each(|from| chain.descend(from, &edges[from * n..][..n]));
    loss
}

pub(super) fn product(alpha: &[f32], beta: &[f32]) -> Vec<f32> {
    let mut product: Vec<f32> = alpha.iter().zip(beta).map(|(a, b)| a * b).collect();
    normalise(&mut product);
    product
}

/// Adds the probability of every pair of neighbouring labels, times `sign`.
fn add_edges(
    edges: &mut [f32],
    alpha: &[f32],
    factors: &[f32],
    potentials: &[f32],
    beta: &[f32],
    sign: f32,
) {
    let n = alpha.len();
    let ahead: Vec<f32> = potentials.iter().zip(beta).map(|(p, b)| p * b).collect();
    let mut pairs = vec![0.0_f32; n * n];
    for (from, &a) in alpha.iter().enumerate() {
        let row = pairs[from * n..][..n]
            .iter_mut()
            .zip(&factors[from * n..][..n])
            .zip(&ahead);
        row.for_each(|((pair, factor), ahead)| *pair = a * factor * ahead);
    }
    normalise(&mut pairs);
    edges
        .iter_mut()
        .zip(&pairs)
        .for_each(|(edge, pair)| *edge += sign * pair);
}

#[cfg(test)]
mod tests {
    use super::super::features::{Features, atom};
    use super::super::model_file::{Reader, Writer};
    use super::*;

    fn example(words: &str, labels: &[u64]) -> Example {
        let mut rows = FeatureRows::default();
        for word in words.split(' ') {
            let mut features = Features::default();
            features.add(0, atom(word));
            rows.push(&features);
        }
        Example {
            rows,
            allowed: labels.iter().map(|label| 1 << label).collect(),
        }
    }

    fn train_small() -> SequenceModel {
        // "b" is 1 after "a" and 0 elsewhere: only the chain can tell.
        let examples = vec![
            example("a b c", &[2, 1, 0]),
            example("c b c", &[0, 0, 0]),
            example("a b b", &[2, 1, 0]),
        ];
        train(
            &["O", "I", "B"],
            examples,
            Settings {
                epochs: 60,
                l1: 0.001,
                min_count: 1,
                ..Settings::default()
            },
            |_, _| (),
        )
    }

    #[test]
    fn it_learns_from_words_and_from_the_chain() {
        let model = train_small();
        assert_eq!(model.best(&example("a b b c", &[0; 4]).rows), [2, 1, 0, 0]);
        let labelled = model.labelled(&example("c b", &[0; 2]).rows);
        assert!(labelled.iter().all(|l| l.label == 0 && 0.5 < l.probability));
    }

    #[test]
    fn a_model_survives_writing_and_reading() {
        let model = train_small();
        let mut writer = Writer::default();
        model.write(&mut writer);
        let bytes = writer.into_bytes();
        let again = SequenceModel::read(&mut Reader::new(&bytes)).expect("just written");
        let rows = example("a b b c a a", &[0; 6]).rows;
        assert_eq!(
            (again.best(&rows), again.marginals(&rows)),
            (model.best(&rows), model.marginals(&rows))
        );
        for end in 0..bytes.len() {
            assert!(
                SequenceModel::read(&mut Reader::new(&bytes[..end])).is_err(),
                "cut at {end}"
            );
        }
    }

    #[test]
    fn training_is_repeatable() {
        let rows = example("a b b c", &[0; 4]).rows;
        assert_eq!(
            train_small().marginals(&rows),
            train_small().marginals(&rows)
        );
    }

    #[test]
    fn an_empty_row_has_no_labels() {
        assert!(train_small().labelled(&FeatureRows::default()).is_empty());
    }
}
