//! Labels for a row of positions: a linear-chain conditional random field (Lafferty, `McCallum`, Pereira 2001).

use super::features::{FeatureRows, SharedRows};
use super::model_file::{Damaged, Reader, Writer};
use super::table::Table;

/// A trained model.
#[derive(Clone, Debug)]
pub struct SequenceModel {
    labels: Vec<String>,
    table: Table,
    /// Score of label `j` after label `i` at `i * n_labels + j`.
    transitions: Vec<f32>,
    /// Transitions to labels 0 to 3 after each label, then those to labels 4 to 7 and so on.
    columns: Vec<[f32; 4]>,
    /// exp of the transitions.
    factors: Vec<f32>,
    /// Added to the score of each label at every position; all 0 unless set after training.
    bias: Vec<f32>,
}

/// Scores of every label at every position, before the chain is taken into account.
#[derive(Clone, Debug)]
pub struct Emissions {
    scores: Vec<f32>,
    n_labels: usize,
}

impl Emissions {
    /// Takes over a share of the scores of another model, label by label, at the chosen positions.
    pub fn mix(&mut self, others: &[f32], share: f32, is_chosen: &[bool]) {
        let rows = self.scores.chunks_exact_mut(self.n_labels);
        let others = others.chunks_exact(self.n_labels);
        for ((row, others), _) in rows
            .zip(others)
            .zip(is_chosen)
            .filter(|(_, chosen)| **chosen)
        {
            for (score, other) in row.iter_mut().zip(others) {
                *score += share * (other - *score);
            }
        }
    }
}

/// A label and how probable it is, given the whole row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Labelled {
    /// Index into [`SequenceModel::labels`].
    pub label: usize,
    /// Its marginal probability.
    pub probability: f32,
}

impl SequenceModel {
    /// Puts together what training found.
    pub fn new(labels: Vec<String>, table: Table, transitions: Vec<f32>) -> Self {
        let bias = vec![0.0; labels.len()];
        let factors = transitions.iter().map(|score| score.exp()).collect();
        let n = labels.len();
        let column = |index: usize| {
            let (first, from) = (index / n * 4, index % n);
            let to = |label: usize| transitions.get(from * n + label).filter(|_| label < n);
            std::array::from_fn(|offset| to(first + offset).copied().unwrap_or(f32::NEG_INFINITY))
        };
        Self {
            columns: (0..n.div_ceil(4) * n).map(column).collect(),
            labels,
            table,
            transitions,
            factors,
            bias,
        }
    }

    /// Names of the labels.
    pub fn labels(&self) -> &[String] {
        &self.labels
    }

    /// Number of features it keeps.
    pub fn n_features(&self) -> usize {
        self.table.len()
    }

    /// Makes a label likelier (or less likely, below 0) wherever it may stand: trades precision for recall.
    #[must_use]
    pub fn with_bias(mut self, label: &str, bias: f32) -> Self {
        let found = self.labels.iter().position(|other| other == label);
        if let Some(slot) = found.and_then(|index| self.bias.get_mut(index)) {
            *slot = bias;
        }
        self
    }

    /// What the features say of every label at every position.
    pub fn emissions(&self, rows: &FeatureRows) -> Emissions {
        let n_labels = self.labels.len();
        let mut emissions = Emissions {
            scores: self.bias.repeat(rows.len()),
            n_labels,
        };
        self.add(rows, &mut emissions);
        emissions
    }

    /// Takes further features into account, as if they had been there from the start; as many rows as before.
    pub fn add(&self, rows: &FeatureRows, emissions: &mut Emissions) {
        let scale = self.table.scale();
        let mut sums = vec![0_i32; self.labels.len()];
        let positions = emissions.scores.chunks_exact_mut(emissions.n_labels);
        for (position, scores) in (0..rows.len()).zip(positions) {
            sums.fill(0);
            self.table.add(rows.row(position), &mut sums);
            scores
                .iter_mut()
                .zip(&sums)
                .for_each(|(score, &sum)| *score += sum as f32 * scale);
        }
    }

    /// What the features say of every label at every position; those that positions share are looked up once.
    pub fn emissions_of<const N: usize>(&self, rows: &SharedRows<N>) -> Emissions {
        let n_labels = self.labels.len();
        let scale = self.table.scale();
        let shared = rows.shared();
        let mut of_shared = vec![0_i32; shared.len() * n_labels];
        for (row, sums) in of_shared.chunks_exact_mut(n_labels).enumerate() {
            self.table.add(shared.row(row), sums);
        }
        let mut scores = Vec::with_capacity(rows.of_position().len() * n_labels);
        let mut sums = vec![0_i32; n_labels];
        for (position, numbers) in rows.of_position().iter().enumerate() {
            sums.fill(0);
            for &number in numbers {
                let more = &of_shared[number as usize * n_labels..][..n_labels];
                sums.iter_mut()
                    .zip(more)
                    .for_each(|(sum, more)| *sum += more);
            }
            self.table.add(rows.own().row(position), &mut sums);
            let bias = self.bias.iter().zip(&sums);
            scores.extend(bias.map(|(bias, &sum)| bias + sum as f32 * scale));
        }
        Emissions { scores, n_labels }
    }

    /// Score of label `j` after label `i` at `i * n_labels + j`.
    pub fn transitions(&self) -> &[f32] {
        &self.transitions
    }

    /// The most probable row of labels (Viterbi).
    pub fn best(&self, rows: &FeatureRows) -> Vec<usize> {
        self.best_by(&self.emissions(rows))
    }

    /// The most probable row of labels by [`Self::emissions`].
    pub fn best_by(&self, emissions: &Emissions) -> Vec<usize> {
        let n = self.labels.len();
        let length = emissions.scores.len() / n;
        if length == 0 {
            return Vec::new();
        }
        // The best score of a way to each label; by which label it came is worked out again where it matters.
        let mut scores = emissions.scores.clone();
        for position in 1..length {
            let (before, here) = scores.split_at_mut(position * n);
            let before = &before[(position - 1) * n..];
            let fours = here[..n].chunks_mut(4);
            for (here, columns) in fours.zip(self.columns.chunks_exact(n)) {
                let mut best = [f32::NEG_INFINITY; 4];
                for (before, transitions) in before.iter().zip(columns) {
                    for (best, transition) in best.iter_mut().zip(transitions) {
                        let candidate = before + transition;
                        *best = if *best < candidate { candidate } else { *best };
                    }
                }
                here.iter_mut()
                    .zip(best)
                    .for_each(|(score, best)| *score += best);
            }
        }
        let first_largest = |scores: &mut dyn Iterator<Item = f32>| {
            let mut largest = (0, f32::NEG_INFINITY);
            for (label, score) in scores.enumerate() {
                if largest.1 < score {
                    largest = (label, score);
                }
            }
            largest.0
        };
        let mut path = vec![0; length];
        let mut label = first_largest(&mut scores[(length - 1) * n..].iter().copied());
        for position in (0..length).rev() {
            path[position] = label;
            if let Some(before) = position.checked_sub(1) {
                let columns = &self.columns[label / 4 * n..][..n];
                let ways = scores[before * n..].iter().zip(columns);
                label = first_largest(&mut ways.map(|(score, column)| score + column[label % 4]));
            }
        }
        path
    }

    /// The most probable row of labels, each with its marginal probability.
    pub fn labelled(&self, rows: &FeatureRows) -> Vec<Labelled> {
        self.labelled_by(&self.emissions(rows))
    }

    /// The most probable row of labels by [`Self::emissions`], each with its marginal probability.
    pub fn labelled_by(&self, emissions: &Emissions) -> Vec<Labelled> {
        let path = self.best_by(emissions);
        let marginals = self.marginals_by(emissions);
        let n = self.labels.len();
        let probable = |(position, label): (usize, usize)| Labelled {
            label,
            probability: marginals[position * n + label],
        };
        path.into_iter().enumerate().map(probable).collect()
    }

    /// Probability of every label at every position: `position * n_labels + label`.
    pub fn marginals(&self, rows: &FeatureRows) -> Vec<f32> {
        self.marginals_by(&self.emissions(rows))
    }

    /// The same by [`Self::emissions`].
    pub fn marginals_by(&self, emissions: &Emissions) -> Vec<f32> {
        let n = self.labels.len();
        let potentials = potentials(&emissions.scores, n);
        let (mut alpha, beta) = forward_backward(&potentials, &self.factors, n);
        for (alpha, beta) in alpha.chunks_exact_mut(n).zip(beta.chunks_exact(n)) {
            alpha.iter_mut().zip(beta).for_each(|(a, b)| *a *= b);
            normalise(alpha);
        }
        alpha
    }

    /// Appends itself to a model file.
    pub fn write(&self, out: &mut Writer) {
        out.number(self.labels.len() as u64);
        self.labels.iter().for_each(|label| out.string(label));
        self.transitions.iter().for_each(|&score| out.float(score));
        self.table.write(out);
    }

    /// Reads what [`Self::write`] wrote.
    pub fn read(input: &mut Reader) -> Result<Self, Damaged> {
        let n_labels = input.length()?;
        if n_labels == 0 || MAX_LABELS < n_labels {
            return Err(Damaged("it has no labels or too many"));
        }
        let labels = (0..n_labels)
            .map(|_| input.string().map(str::to_owned))
            .collect::<Result<_, _>>()?;
        let transitions = (0..n_labels * n_labels)
            .map(|_| input.float())
            .collect::<Result<_, _>>()?;
        Ok(Self::new(
            labels,
            Table::read(input, n_labels)?,
            transitions,
        ))
    }
}

/// Labels fit into the seven low bits of a byte and into a 64-bit set.
pub const MAX_LABELS: usize = 64;

/// exp of the scores, the largest of each position scaled to 1.
pub(super) fn potentials(scores: &[f32], n_labels: usize) -> Vec<f32> {
    let mut potentials = scores.to_vec();
    for row in potentials.chunks_exact_mut(n_labels) {
        let max = row
            .iter()
            .fold(f32::NEG_INFINITY, |max, &score| max.max(score));
        for score in row {
            *score = (*score - max).max(-60.0).exp();
        }
    }
    potentials
}

/// Scaled forward and backward messages; their products per position are proportional to the marginals.
pub(super) fn forward_backward(
    potentials: &[f32],
    factors: &[f32],
    n: usize,
) -> (Vec<f32>, Vec<f32>) {
    let length = potentials.len() / n;
    let mut alpha = potentials.to_vec();
    let mut beta = vec![1.0_f32; potentials.len()];
    for position in 0..length {
        let (before, here) = alpha.split_at_mut(position * n);
        let here = &mut here[..n];
        if 0 < position {
            let mut sums = [0.0_f32; MAX_LABELS];
            for (from, &weight) in before[(position - 1) * n..].iter().enumerate() {
                let row = &factors[from * n..][..n];
                sums[..n]
                    .iter_mut()
                    .zip(row)
                    .for_each(|(sum, factor)| *sum += weight * factor);
            }
            here.iter_mut()
                .zip(sums)
                .for_each(|(value, sum)| *value *= sum);
        }
        normalise(here);
    }
    // Factors by the label that follows, so that the compiler adds up for several labels at once.
    let columns = (0..n * n).map(|index| factors[index % n * n + index / n]);
    let columns: Vec<f32> = columns.collect();
    for position in (0..length.saturating_sub(1)).rev() {
        let (here, after) = beta.split_at_mut((position + 1) * n);
        let here = &mut here[position * n..];
        let mut weighted = [0.0_f32; MAX_LABELS];
        let ahead = &potentials[(position + 1) * n..][..n];
        weighted
            .iter_mut()
            .zip(ahead.iter().zip(&after[..n]))
            .for_each(|(w, (p, b))| *w = p * b);
        here.fill(0.0);
        for (column, weight) in columns.chunks_exact(n).zip(weighted) {
            here.iter_mut()
                .zip(column)
                .for_each(|(sum, factor)| *sum += factor * weight);
        }
        normalise(here);
    }
    (alpha, beta)
}

/// Scales to a sum of 1; what sums to nothing becomes uniform.
pub(super) fn normalise(values: &mut [f32]) {
    let sum: f32 = values.iter().sum();
    if 0.0 < sum && sum.is_finite() {
        for value in values {
            *value /= sum;
        }
    } else {
        let even = 1.0 / values.len() as f32;
        values.fill(even);
    }
}
