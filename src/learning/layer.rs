//! A layer of a network in whole numbers.

use super::model_file::{Damaged, Reader, Writer};

/// So many units are 1 in the whole numbers that go into a layer.
pub(super) const UNIT: f32 = 512.0;

/// Weights between the inputs and the outputs of a layer.
#[derive(Clone, Debug)]
pub(super) struct Layer {
    /// Weights of all inputs for each output, each in -127..=127.
    weights: Vec<i16>,
    n_inputs: usize,
    scale: f32,
    /// Constant parts; who calls adds them.
    pub bias: Vec<f32>,
}

/// Rounds inputs of a layer.
pub(super) fn quantised(values: &[f32], out: &mut [i16]) {
    for (out, value) in out.iter_mut().zip(values) {
        // A cast cuts off what does not fit.
        *out = (value * UNIT).round() as i16;
    }
}

impl Layer {
    /// Rounds weights: rows of inputs, columns of outputs.
    pub fn new(weights: &[f32], bias: &[f32]) -> Self {
        let n_outputs = bias.len().max(1);
        let n_inputs = weights.len() / n_outputs;
        let largest = weights.iter().fold(1e-6_f32, |max, w| max.max(w.abs()));
        let scale = largest / 127.0;
        let of_output = |output: usize| {
            let column = weights.iter().skip(output).step_by(n_outputs);
            column.map(move |weight| (weight / scale).round() as i16)
        };
        Self {
            weights: (0..n_outputs).flat_map(of_output).collect(),
            n_inputs,
            scale,
            bias: bias.to_vec(),
        }
    }

    /// Adds to each output the sum of the inputs times their weights.
    pub fn multiply(&self, inputs: &[i16], outputs: &mut [f32]) {
        let unit = self.scale / UNIT;
        let n = self.n_inputs;
        // Four outputs at once read the inputs once.
        let mut fours = self.weights.chunks_exact(4 * n);
        let mut places = outputs.chunks_exact_mut(4);
        for (weights, outputs) in fours.by_ref().zip(places.by_ref()) {
            for (output, weights) in outputs.iter_mut().zip(weights.chunks_exact(n)) {
                *output += dot(inputs, weights) as f32 * unit;
            }
        }
        let rest = fours.remainder().chunks_exact(n);
        for (output, weights) in places.into_remainder().iter_mut().zip(rest) {
            *output += dot(inputs, weights) as f32 * unit;
        }
    }

    /// Appends itself to a model file.
    pub fn write(&self, out: &mut Writer) {
        out.float(self.scale);
        self.bias.iter().for_each(|&bias| out.float(bias));
        for &weight in &self.weights {
            out.byte((weight as i8).cast_unsigned());
        }
    }

    /// Reads what [`Self::write`] wrote.
    pub fn read(
        input: &mut Reader,
        n_inputs: usize,
        n_outputs: usize,
        n_bias: usize,
    ) -> Result<Self, Damaged> {
        let scale = input.float()?;
        let bias = (0..n_bias)
            .map(|_| input.float())
            .collect::<Result<_, _>>()?;
        let weights = input.take(n_inputs * n_outputs)?;
        Ok(Self {
            weights: weights
                .iter()
                .map(|byte| i16::from(byte.cast_signed()))
                .collect(),
            n_inputs,
            scale,
            bias,
        })
    }
}

/// Sum of products; compilers make eight at once of it. 512 products of 16 and 8 bits fit.
fn dot(a: &[i16], b: &[i16]) -> i32 {
    a.iter()
        .zip(b)
        .map(|(&a, &b)| i32::from(a) * i32::from(b))
        .fold(0, i32::wrapping_add)
}
