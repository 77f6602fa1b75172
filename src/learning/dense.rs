//! Layers of a network while they are learned: rows of numbers, one per position, times matrices.
//!
//! All sums are made in an order that does not depend on the machine.

use super::adam::Learned;
use super::random::Random;

/// A layer that makes rows of outputs from rows of inputs.
#[derive(Clone, Debug)]
pub(super) struct Dense {
    pub weights: Learned,
    pub bias: Learned,
}

impl Dense {
    /// Random weights; `gain` keeps the outputs about as large as the inputs.
    pub fn new(n_inputs: usize, n_outputs: usize, gain: f32, random: &mut Random) -> Self {
        let width = gain * (3.0 / n_inputs as f32).sqrt();
        Self {
            weights: Learned::new(random.around_zero(n_inputs * n_outputs, width)),
            bias: Learned::new(vec![0.0; n_outputs]),
        }
    }

    pub fn forward(&self, inputs: &[f32]) -> Vec<f32> {
        let n_outputs = self.bias.values.len();
        let n_inputs = self.weights.values.len() / n_outputs;
        let mut outputs = self.bias.values.repeat(inputs.len() / n_inputs);
        multiply(
            &mut outputs,
            inputs,
            &self.weights.values,
            n_inputs,
            n_outputs,
        );
        outputs
    }

    /// Takes the slopes of the outputs; returns those of the inputs.
    pub fn backward(&mut self, inputs: &[f32], slopes: &[f32]) -> Vec<f32> {
        let n_outputs = self.bias.values.len();
        let n_inputs = self.weights.values.len() / n_outputs;
        for row in slopes.chunks_exact(n_outputs) {
            let sums = self.bias.slopes.iter_mut().zip(row);
            sums.for_each(|(sum, x)| *sum += x);
        }
        add_outer(
            &mut self.weights.slopes,
            inputs,
            slopes,
            n_inputs,
            n_outputs,
        );
        let columns = transposed(&self.weights.values, n_outputs);
        let mut of_inputs = vec![0.0; inputs.len()];
        multiply(&mut of_inputs, slopes, &columns, n_outputs, n_inputs);
        of_inputs
    }

    pub fn descend(&mut self, rate: f32) {
        self.weights.descend_all(rate);
        self.bias.descend_all(rate);
    }
}

/// `c += a · b`; `a` has rows of `inner`, `b` and `c` of `n`.
fn multiply(c: &mut [f32], a: &[f32], b: &[f32], inner: usize, n: usize) {
    for (c, a) in c.chunks_exact_mut(n).zip(a.chunks_exact(inner)) {
        let mut rows = b.chunks_exact(4 * n);
        let mut parts = a.chunks_exact(4);
        for (a, b) in parts.by_ref().zip(rows.by_ref()) {
            add_four(c, [a[0], a[1], a[2], a[3]], b);
        }
        let rest = rows.remainder().chunks_exact(n);
        for (&a, b) in parts.remainder().iter().zip(rest) {
            c.iter_mut().zip(b).for_each(|(c, b)| *c += a * b);
        }
    }
}

/// Adds four rows, each times its factor.
fn add_four(sums: &mut [f32], factors: [f32; 4], rows: &[f32]) {
    let n = sums.len();
    let (rows01, rows23) = rows.split_at(2 * n);
    let (row0, row1) = rows01.split_at(n);
    let (row2, row3) = rows23.split_at(n);
    let [f0, f1, f2, f3] = factors;
    let cells = sums.iter_mut().zip(row0).zip(row1).zip(row2).zip(row3);
    for ((((sum, x0), x1), x2), x3) in cells {
        *sum += (f0 * x0 + f1 * x1) + (f2 * x2 + f3 * x3);
    }
}

/// `w += aᵀ · d`; `a` has rows of `inner`, `d` and `w` of `n`.
fn add_outer(w: &mut [f32], a: &[f32], d: &[f32], inner: usize, n: usize) {
    let mut inputs = a.chunks_exact(4 * inner);
    let mut slopes = d.chunks_exact(4 * n);
    for (a, d) in inputs.by_ref().zip(slopes.by_ref()) {
        for (at, w) in w.chunks_exact_mut(n).enumerate() {
            let factors = [0, 1, 2, 3].map(|row| a[row * inner + at]);
            add_four(w, factors, d);
        }
    }
    let rest = slopes.remainder().chunks_exact(n);
    for (a, d) in inputs.remainder().chunks_exact(inner).zip(rest) {
        for (&a, w) in a.iter().zip(w.chunks_exact_mut(n)) {
            w.iter_mut().zip(d).for_each(|(w, d)| *w += a * d);
        }
    }
}

/// Columns as rows.
fn transposed(values: &[f32], n_columns: usize) -> Vec<f32> {
    let n_rows = values.len() / n_columns;
    let mut out = vec![0.0; values.len()];
    for (row, values) in values.chunks_exact(n_columns).enumerate() {
        for (column, &value) in values.iter().enumerate() {
            out[column * n_rows + row] = value;
        }
    }
    out
}

/// Which rows a window of three puts side by side: (row of the window, third of it, row).
fn places(lengths: &[usize], step: usize) -> impl Iterator<Item = (usize, usize, usize)> {
    let mut start = 0;
    lengths.iter().flat_map(move |&length| {
        let first = start;
        start += length;
        (0..length).flat_map(move |at| {
            let near = [at.checked_sub(step), Some(at), Some(at + step)];
            (0..3).zip(near).filter_map(move |(third, near)| {
                near.filter(|&near| near < length)
                    .map(|near| (first + at, third, first + near))
            })
        })
    })
}

/// Each row between its neighbours at the distance `step`; nothing beyond the ends of the sentences of these lengths.
pub(super) fn windows(rows: &[f32], width: usize, lengths: &[usize], step: usize) -> Vec<f32> {
    let mut wide = vec![0.0; 3 * rows.len()];
    for (at, third, near) in places(lengths, step) {
        wide[(3 * at + third) * width..][..width].copy_from_slice(&rows[near * width..][..width]);
    }
    wide
}

/// Adds the slopes of windows to those of the rows.
pub(super) fn unwindow(
    wide: &[f32],
    width: usize,
    lengths: &[usize],
    step: usize,
    rows: &mut [f32],
) {
    for (at, third, near) in places(lengths, step) {
        let row = rows[near * width..][..width].iter_mut();
        row.zip(&wide[(3 * at + third) * width..][..width])
            .for_each(|(row, slope)| *row += slope);
    }
}

/// Sets what is below 0 to 0 and applies the mask.
pub(super) fn rectify(values: &mut [f32], mask: &[f32]) {
    for (value, mask) in values.iter_mut().zip(mask) {
        *value = value.max(0.0) * mask;
    }
}

/// Slopes before [`rectify`] from those after it; `values` came out of it.
pub(super) fn unrectify(slopes: &mut [f32], values: &[f32], mask: &[f32]) {
    for ((slope, value), mask) in slopes.iter_mut().zip(values).zip(mask) {
        *slope = if 0.0 < *value { *slope * mask } else { 0.0 };
    }
}
