//! Weights of features: a compact list for the file, a hash table in memory.

mod slots;

use super::features::Feature;
use super::model_file::{Damaged, Reader, Writer};
use slots::Slots;

/// Weights per feature and label, quantised to 8 bits; zeros are left out of the file.
#[derive(Clone, Debug)]
pub struct Table {
    weights: Weights,
    scale: f32,
}

/// The weights of a feature stand beside it, so that there is one wait for memory per feature: as few bytes as will do.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Weights {
    UpTo4(Slots<4>),
    UpTo12(Slots<12>),
    UpTo20(Slots<20>),
    UpTo36(Slots<36>),
    UpTo128(Slots<128>),
}

/// Does the same with weights of any width.
macro_rules! with_slots {
    ($weights:expr, $slots:ident => $do:expr) => {
        match $weights {
            Weights::UpTo4($slots) => $do,
            Weights::UpTo12($slots) => $do,
            Weights::UpTo20($slots) => $do,
            Weights::UpTo36($slots) => $do,
            Weights::UpTo128($slots) => $do,
        }
    };
}

/// Marks the last cell of a feature in a file.
const LAST: u8 = 0x80;

impl Table {
    /// Quantises `rows`: (feature, weight of each label). Sorted by feature; weights that round to next to nothing are left out.
    pub fn new<'a>(rows: impl Iterator<Item = (Feature, &'a [f32])> + Clone) -> Self {
        /// Smaller ones, of 127, are left out: a third of all features for 0.1 of F1 on names.
        const LEAST: i8 = 3;
        let largest = rows
            .clone()
            .flat_map(|(_, row)| row)
            .fold(1e-6_f32, |max, w| max.max(w.abs()));
        let scale = largest / 127.0;
        let mut sorted: Vec<(Feature, &[f32])> = rows.collect();
        sorted.sort_by_key(|&(feature, _)| feature);
        let mut rows = Rows::default();
        for (feature, row) in sorted {
            let quantised = (0..).zip(row.iter().map(|weight| (weight / scale).round() as i8));
            let n_before = rows.cells.len();
            rows.cells
                .extend(quantised.filter(|&(_, w)| LEAST <= w || w <= -LEAST));
            if n_before < rows.cells.len() {
                rows.end(feature);
            }
        }
        Self::from_rows(&rows, scale)
    }

    fn from_rows(rows: &Rows, scale: f32) -> Self {
        let n = rows.features.len();
        let n_labels = rows.cells.iter().map(|&(label, _)| label + 1).max();
        let weights = match n_labels.unwrap_or(0) {
            ..=4 => Weights::UpTo4(Slots::new(n, rows.iter())),
            5..=12 => Weights::UpTo12(Slots::new(n, rows.iter())),
            13..=20 => Weights::UpTo20(Slots::new(n, rows.iter())),
            21..=36 => Weights::UpTo36(Slots::new(n, rows.iter())),
            _ => Weights::UpTo128(Slots::new(n, rows.iter())),
        };
        Self { weights, scale }
    }

    /// Adds the weights of `features` to `scores`, one per label, in units of [`Self::scale`].
    pub fn add(&self, features: &[Feature], scores: &mut [i32]) {
        with_slots!(&self.weights, slots => slots.add(features, scores));
    }

    /// What one unit of the quantised weights stands for.
    pub fn scale(&self) -> f32 {
        self.scale
    }

    fn rows(&self) -> Rows {
        let mut rows = Rows::default();
        with_slots!(&self.weights, slots => for (feature, cells) in slots.rows() {
            rows.cells.extend(cells);
            rows.end(feature);
        });
        rows
    }

    /// Number of features.
    pub fn len(&self) -> usize {
        with_slots!(&self.weights, slots => slots.rows().count())
    }

    /// Whether it has no features.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Appends itself to a model file. Columns one after the other compress better than rows.
    pub fn write(&self, out: &mut Writer) {
        let rows = self.rows();
        out.float(self.scale);
        out.number(rows.features.len() as u64);
        let mut before = 0;
        for &feature in &rows.features {
            out.number(u64::from(feature - before));
            before = feature;
        }
        for (_, cells) in rows.iter() {
            for (at, cell) in cells.iter().enumerate() {
                out.byte(cell.0 | if at + 1 == cells.len() { LAST } else { 0 });
            }
        }
        for cell in &rows.cells {
            out.byte(cell.1.cast_unsigned());
        }
    }

    /// Reads what [`Self::write`] wrote; labels must be below `n_labels`.
    pub fn read(input: &mut Reader, n_labels: usize) -> Result<Self, Damaged> {
        let scale = input.float()?;
        let n_features = input.length()?;
        let mut features = Vec::new();
        let mut before = 0_u64;
        for _ in 0..n_features {
            before += input.number()?;
            features
                .push(Feature::try_from(before).map_err(|_| Damaged("a feature is out of range"))?);
        }
        let mut rows = Rows::default();
        for feature in features {
            let n_before = rows.cells.len();
            loop {
                let label = input.byte()?;
                if n_labels <= (label & !LAST) as usize {
                    return Err(Damaged("a label is out of range"));
                }
                rows.cells.push((label & !LAST, 0));
                if label & LAST != 0 {
                    break;
                }
            }
            if n_before + n_labels < rows.cells.len() {
                return Err(Damaged("a feature has too many labels"));
            }
            rows.end(feature);
        }
        let weights = input.take(rows.cells.len())?;
        for (cell, weight) in rows.cells.iter_mut().zip(weights) {
            cell.1 = weight.cast_signed();
        }
        if weights.contains(&0) {
            return Err(Damaged("a weight is nothing"));
        }
        Ok(Self::from_rows(&rows, scale))
    }
}

/// Features with their weights, sorted by feature: (label, weight) of each, one after the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Rows {
    features: Vec<Feature>,
    /// End of each feature's cells.
    ends: Vec<u32>,
    cells: Vec<(u8, i8)>,
}

impl Rows {
    /// Gives the cells that were added since the last time to `feature`.
    fn end(&mut self, feature: Feature) {
        self.features.push(feature);
        self.ends.push(self.cells.len() as u32);
    }

    fn iter(&self) -> impl Iterator<Item = (Feature, &[(u8, i8)])> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        let runs = starts.zip(&self.ends);
        let cells = runs.map(|(start, &end)| &self.cells[start as usize..end as usize]);
        self.features.iter().copied().zip(cells)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_survives_writing_and_reading() {
        let rows = [(7, [0.5, -1.0]), (3, [0.0, 0.25]), (9, [0.0, 0.0])];
        let table = Table::new(rows.iter().map(|(f, row)| (*f, row.as_slice())));
        let mut writer = Writer::default();
        table.write(&mut writer);
        let bytes = writer.into_bytes();
        let again = Table::read(&mut Reader::new(&bytes), 2).expect("just written");
        assert_eq!((again.len(), &again.weights), (2, &table.weights));
        let mut scores = [0, 0];
        again.add(&[7, 9], &mut scores);
        assert_eq!(scores, [64, -127]);
        assert!(Table::read(&mut Reader::new(&bytes), 1).is_err());
    }

    #[test]
    fn a_feature_may_have_many_labels() {
        let many: Vec<f32> = (1..=20).map(|weight| weight as f32).collect();
        let few = [1.0; 20];
        let rows = [(u32::MAX, &many), (u32::MAX - 1, &few.to_vec())];
        let table = Table::new(rows.iter().map(|(f, row)| (*f, row.as_slice())));
        let mut scores = [0; 20];
        table.add(&[u32::MAX], &mut scores);
        let expected = many
            .iter()
            .map(|weight| (weight / table.scale()).round() as i32);
        assert!(expected.eq(scores));
        let mut writer = Writer::default();
        table.write(&mut writer);
        let again = Table::read(&mut Reader::new(&writer.into_bytes()), 20).expect("just written");
        assert_eq!(again.rows(), table.rows());
    }
}
