//! A small convolutional network that scores every label at every position (after Collobert et al. 2011, Strubell et al. 2017).
//!
//! Vectors of the features of a position → window of 3 → window of 3 in steps of 2 → labels. Whole numbers throughout:
//! they are small in the file, fast, and the same on every machine. What the first window needs of a word is worked out
//! once per different word of a text, as in Devlin et al. 2014.

use super::features::FeatureRows;
use super::layer::{Layer, UNIT, quantised};
use super::model_file::{Damaged, Reader, Writer};
use super::vectors::Vectors;

/// What the network sees of a row of positions or of a list of words.
#[derive(Clone, Debug, Default)]
pub struct Inputs {
    /// Features whose vectors are learned from running text first.
    pub words: FeatureRows,
    /// Features that only labelled text teaches.
    pub marks: FeatureRows,
}

/// Widths of the layers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sizes {
    /// Of the first group of features.
    pub words: usize,
    /// Of the second group.
    pub marks: usize,
    /// Of the hidden layers.
    pub hidden: usize,
    /// Number of labels.
    pub labels: usize,
}

/// So many positions to either side of a wanted one have a say in its scores.
pub const REACH: usize = 3;

/// A trained network.
#[derive(Clone, Debug)]
pub struct Network {
    sizes: Sizes,
    words: Vectors,
    marks: Vectors,
    first: Layer,
    second: Layer,
    last: Layer,
}

/// What the first layer makes of each of a list of words: as left neighbour, in the middle, as right neighbour.
#[derive(Clone, Debug)]
pub struct Prepared {
    parts: Vec<f32>,
}

/// The layers as they were learned: rows of inputs, columns of outputs.
#[derive(Clone, Copy, Debug)]
pub struct Weights<'a> {
    /// Window of 3 over the vectors.
    pub first: &'a [f32],
    /// Window of 3 in steps of 2 over the first layer.
    pub second: &'a [f32],
    /// Labels from both layers.
    pub last: &'a [f32],
    /// Constant parts of the three.
    pub bias: [&'a [f32]; 3],
}

impl Network {
    /// Rounds what was learned.
    pub fn new(sizes: Sizes, words: Vectors, marks: Vectors, weights: Weights) -> Self {
        let hidden = sizes.hidden;
        let width = sizes.words + sizes.marks;
        // The first window is cut into its three places, so that each word gives three parts.
        let mut parts = vec![0.0; 3 * width * hidden];
        for (row, values) in weights.first.chunks_exact(hidden).enumerate() {
            let (place, input) = (row / width, row % width);
            parts[(input * 3 + place) * hidden..][..hidden].copy_from_slice(values);
        }
        let no_bias = vec![0.0; 3 * hidden];
        let mut first = Layer::new(&parts, &no_bias);
        first.bias = weights.bias[0].to_vec();
        Self {
            sizes,
            words,
            marks,
            first,
            second: Layer::new(weights.second, weights.bias[1]),
            last: Layer::new(weights.last, weights.bias[2]),
        }
    }

    /// Works out what the first layer needs of each word of a list.
    pub fn prepare(&self, words: &Inputs) -> Prepared {
        let Sizes { words: width, .. } = self.sizes;
        let whole = width + self.sizes.marks;
        let mut sum = vec![0.0_f32; whole];
        let mut input = vec![0_i16; whole];
        let mut parts = vec![0.0; words.words.len() * 3 * self.sizes.hidden];
        for (at, parts) in parts.chunks_exact_mut(3 * self.sizes.hidden).enumerate() {
            sum.fill(0.0);
            let (of_word, of_marks) = sum.split_at_mut(width);
            self.words.add_mean(words.words.row(at), of_word);
            self.marks.add(words.marks.row(at), of_marks);
            quantised(&sum, &mut input);
            self.first.multiply(&input, parts);
        }
        Prepared { parts }
    }

    /// Scores of every label at the wanted positions, before the chain is taken into account, and 0 elsewhere; `words`
    /// says which of the prepared words stands at each position, and counts within [`REACH`] of the wanted ones only.
    pub fn scores(&self, prepared: &Prepared, words: &[u32], is_wanted: &[bool]) -> Vec<f32> {
        let Sizes { hidden, labels, .. } = self.sizes;
        let length = words.len();
        // Two positions of nothing on either side stand for what is beyond the ends.
        let mut first = vec![0_i16; (length + 4) * hidden];
        let mut sums = vec![0.0_f32; hidden];
        for (at, out) in first[2 * hidden..]
            .chunks_exact_mut(hidden)
            .take(length)
            .enumerate()
            .filter(|&(at, _)| {
                let near = [at.checked_sub(2), Some(at), Some(at + 2)];
                near.into_iter()
                    .flatten()
                    .any(|near| is_wanted.get(near) == Some(&true))
            })
        {
            sums.copy_from_slice(&self.first.bias);
            let near = [at.checked_sub(1), Some(at), Some(at + 1)];
            for (place, near) in near.into_iter().enumerate() {
                if let Some(&word) = near.and_then(|near| words.get(near)) {
                    let part = &prepared.parts[(word as usize * 3 + place) * hidden..][..hidden];
                    sums.iter_mut().zip(part).for_each(|(sum, x)| *sum += x);
                }
            }
            rectified(&sums, out);
        }
        let mut scores = vec![0.0_f32; length * labels];
        let mut window = vec![0_i16; 3 * hidden];
        let mut both = vec![0_i16; 2 * hidden];
        for (at, scores) in scores
            .chunks_exact_mut(labels)
            .enumerate()
            .filter(|&(at, _)| is_wanted.get(at) == Some(&true))
        {
            for (place, window) in window.chunks_exact_mut(hidden).enumerate() {
                window.copy_from_slice(&first[(at + 2 * place) * hidden..][..hidden]);
            }
            sums.copy_from_slice(&self.second.bias);
            self.second.multiply(&window, &mut sums);
            let (from_first, from_second) = both.split_at_mut(hidden);
            from_first.copy_from_slice(&window[hidden..2 * hidden]);
            rectified(&sums, from_second);
            scores.copy_from_slice(&self.last.bias);
            self.last.multiply(&both, scores);
        }
        scores
    }

    /// Appends itself to a model file.
    pub fn write(&self, out: &mut Writer) {
        let Sizes {
            words,
            marks,
            hidden,
            labels,
        } = self.sizes;
        for size in [words, marks, hidden, labels] {
            out.number(size as u64);
        }
        self.words.write(out);
        self.marks.write(out);
        for layer in [&self.first, &self.second, &self.last] {
            layer.write(out);
        }
    }

    /// Reads what [`Self::write`] wrote.
    pub fn read(input: &mut Reader) -> Result<Self, Damaged> {
        const LARGEST: usize = 512;
        let mut size = || match input.length()? {
            0 => Err(Damaged("a layer has no width")),
            size if LARGEST < size => Err(Damaged("a layer is too wide")),
            size => Ok(size),
        };
        let (words, marks, hidden, labels) = (size()?, size()?, size()?, size()?);
        let sizes = Sizes {
            words,
            marks,
            hidden,
            labels,
        };
        Ok(Self {
            sizes,
            words: Vectors::read(input, words)?,
            marks: Vectors::read(input, marks)?,
            first: Layer::read(input, words + marks, 3 * hidden, hidden)?,
            second: Layer::read(input, 3 * hidden, hidden, hidden)?,
            last: Layer::read(input, 2 * hidden, labels, labels)?,
        })
    }
}

/// Whole numbers of what is above 0.
fn rectified(values: &[f32], out: &mut [i16]) {
    for (out, value) in out.iter_mut().zip(values) {
        *out = (value.max(0.0) * UNIT + 0.5).min(f32::from(i16::MAX)) as i16;
    }
}
