//! Vectors of features: a compact list for the file, a hash table in memory.

use super::features::Feature;
use super::model_file::{Damaged, Reader, Writer};

/// Vectors of features in 8 bits.
#[derive(Clone, Debug)]
pub struct Vectors {
    /// Open addressing: (feature, row + 1), 0 = free.
    slots: Vec<(Feature, u32)>,
    values: Vec<i8>,
    width: usize,
    scale: f32,
}

impl Vectors {
    /// Rounds vectors to steps of `step` times their root mean square. Features in ascending order.
    ///
    /// Steps so large leave about four bits a number once packed; the sum of a word's vectors hardly feels them.
    pub fn new(features: &[Feature], values: &[f32], width: usize, step: f32) -> Self {
        let square: f64 = values.iter().map(|x| f64::from(x * x)).sum();
        let scale = ((square / values.len().max(1) as f64).sqrt() as f32 * step).max(1e-6);
        // A cast cuts off what does not fit.
        let rounded = values.iter().map(|x| (x / scale).round() as i8);
        Self::from_rounded(features, rounded.collect(), width, scale)
    }

    fn from_rounded(features: &[Feature], values: Vec<i8>, width: usize, scale: f32) -> Self {
        let mut slots = vec![(0, 0); (features.len() * 2).next_power_of_two().max(2)];
        let mask = slots.len() - 1;
        for (row, &feature) in (1..).zip(features) {
            let mut slot = feature as usize & mask;
            while slots[slot].1 != 0 {
                slot = (slot + 1) & mask;
            }
            slots[slot] = (feature, row);
        }
        Self {
            slots,
            values,
            width,
            scale,
        }
    }

    /// Number of features.
    pub fn len(&self) -> usize {
        self.values.len() / self.width.max(1)
    }

    /// Whether it has no features.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    fn vector(&self, feature: Feature) -> Option<&[i8]> {
        let mask = self.slots.len() - 1;
        let mut slot = feature as usize & mask;
        loop {
            match self.slots[slot] {
                (_, 0) => return None,
                (found, row) if found == feature => {
                    return Some(&self.values[(row as usize - 1) * self.width..][..self.width]);
                }
                _ => slot = (slot + 1) & mask,
            }
        }
    }

    /// Adds the vectors of the known ones among `features`.
    pub fn add(&self, features: &[Feature], out: &mut [f32]) {
        self.add_scaled(features, out, |_| 1.0);
    }

    /// Adds the mean of the vectors of the known ones among `features`.
    pub fn add_mean(&self, features: &[Feature], out: &mut [f32]) {
        self.add_scaled(features, out, |n| 1.0 / n.max(1) as f32);
    }

    fn add_scaled(&self, features: &[Feature], out: &mut [f32], share: impl Fn(usize) -> f32) {
        let known = || features.iter().filter_map(|&feature| self.vector(feature));
        let scale = self.scale * share(known().count());
        for vector in known() {
            for (sum, &x) in out.iter_mut().zip(vector) {
                *sum += f32::from(x) * scale;
            }
        }
    }

    /// Appends itself to a model file. Columns one after the other compress better than rows.
    pub fn write(&self, out: &mut Writer) {
        let mut used: Vec<_> = self.slots.iter().filter(|slot| slot.1 != 0).collect();
        used.sort_unstable();
        out.float(self.scale);
        out.number(used.len() as u64);
        let mut before = 0;
        for &&(feature, _) in &used {
            out.number(u64::from(feature - before));
            before = feature;
        }
        for &&(_, row) in &used {
            for &x in &self.values[(row as usize - 1) * self.width..][..self.width] {
                out.byte(x.cast_unsigned());
            }
        }
    }

    /// Reads what [`Self::write`] wrote.
    pub fn read(input: &mut Reader, width: usize) -> Result<Self, Damaged> {
        let scale = input.float()?;
        let n_features = input.length()?;
        let mut features = Vec::new();
        let mut before = 0_u64;
        for _ in 0..n_features {
            before += input.number()?;
            features
                .push(Feature::try_from(before).map_err(|_| Damaged("a feature is out of range"))?);
        }
        let bytes = input.take(n_features * width)?;
        let values = bytes.iter().map(|byte| byte.cast_signed()).collect();
        Ok(Self::from_rounded(&features, values, width, scale))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vectors_survive_writing_and_reading() {
        let values = [1.0, -1.0, 0.5, 0.25, 0.0, 2.0];
        let vectors = Vectors::new(&[3, 7, 4_000_000_000], &values, 2, 0.1);
        let mut writer = Writer::default();
        vectors.write(&mut writer);
        let bytes = writer.into_bytes();
        let again = Vectors::read(&mut Reader::new(&bytes), 2).expect("just written");
        let (mut sum, mut mean) = ([0.0; 2], [0.0; 2]);
        again.add(&[3, 4_000_000_000, 5], &mut sum);
        again.add_mean(&[3, 4_000_000_000, 5], &mut mean);
        assert!(
            (sum[0] - 1.0).abs() < 0.1 && (sum[1] - 1.0).abs() < 0.1,
            "{sum:?}"
        );
        let is_half = |(sum, mean): (&f32, &f32)| (sum / 2.0 - mean).abs() < 1e-6;
        assert!(sum.iter().zip(&mean).all(is_half), "{mean:?}");
        for end in 0..bytes.len() {
            assert!(Vectors::read(&mut Reader::new(&bytes[..end]), 2).is_err());
        }
    }
}
