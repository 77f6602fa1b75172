//! Weights of features: a compact list for the file, a hash table in memory.

use super::features::Feature;
use super::model_file::{Damaged, Reader, Writer};

/// Weights per feature and label, quantised to 8 bits, zeros left out.
#[derive(Clone, Debug)]
pub struct Table {
    /// Open addressing. A feature with many labels has several slots, one after the other.
    slots: Vec<Slot>,
    mask: usize,
    /// A bit for the upper half of every feature's hash: most features of a text are not in the table, and this small
    /// map, which stays in the cache, says so without a look at the slots.
    present: Vec<u64>,
    present_shift: u32,
    scale: f32,
}

/// A feature with weights of some of its labels, a quarter of a cache line: one wait for memory per feature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(align(16))]
struct Slot {
    feature: Feature,
    /// (label, weight); a weight of 0 is none, a slot without weights is free.
    cells: [(u8, i8); CELLS_PER_SLOT],
}

const CELLS_PER_SLOT: usize = 6;
const FREE: Slot = Slot {
    feature: 0,
    cells: [(0, 0); CELLS_PER_SLOT],
};

impl Slot {
    fn is_free(&self) -> bool {
        self.cells[0].1 == 0
    }
}

/// Marks the first cell of a slot whose feature has a further slot.
const MORE: u8 = 0x80;
/// Marks the last cell of a feature in a file.
const LAST: u8 = 0x80;
const PRESENT_BITS_PER_SLOT: usize = 8;

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
        let slots_of = |cells: &[(u8, i8)]| cells.len().div_ceil(CELLS_PER_SLOT);
        let n_slots: usize = rows.iter().map(|(_, cells)| slots_of(cells)).sum();
        let capacity = (n_slots * 3 / 2).next_power_of_two().max(2);
        let present_bits = (capacity * PRESENT_BITS_PER_SLOT).clamp(64, 1 << 26);
        let mut table = Self {
            slots: vec![FREE; capacity],
            mask: capacity - 1,
            present: vec![0; present_bits / 64],
            present_shift: Feature::BITS - present_bits.trailing_zeros(),
            scale,
        };
        for (feature, cells) in rows.iter() {
            let mut slot = feature as usize & table.mask;
            let n_parts = cells.len().div_ceil(CELLS_PER_SLOT);
            for (part, some) in (1..).zip(cells.chunks(CELLS_PER_SLOT)) {
                while !table.slots[slot].is_free() {
                    slot = (slot + 1) & table.mask;
                }
                table.slots[slot].feature = feature;
                table.slots[slot].cells[..some.len()].copy_from_slice(some);
                if part < n_parts {
                    table.slots[slot].cells[0].0 |= MORE;
                }
            }
            let bit = (feature >> table.present_shift) as usize;
            table.present[bit / 64] |= 1 << (bit % 64);
        }
        table
    }

    /// Adds the weights of `features` to `scores`, one per label, in units of [`Self::scale`].
    pub fn add(&self, features: &[Feature], scores: &mut [i32]) {
        /// Looked up together, so that the processor waits for several places of memory at once.
        const TOGETHER: usize = 16;
        let mut looked_up = [(0, FREE); TOGETHER];
        for some in features.chunks(TOGETHER) {
            let mut n = 0;
            for &feature in some {
                let bit = (feature >> self.present_shift) as usize;
                let is_present = self.present[bit / 64] >> (bit % 64) & 1 != 0;
                looked_up[n].0 = feature;
                n += usize::from(is_present);
            }
            for (feature, slot) in &mut looked_up[..n] {
                *slot = self.slots[*feature as usize & self.mask];
            }
            for &(feature, slot) in &looked_up[..n] {
                self.add_from(feature, slot, scores);
            }
        }
    }

    /// Adds the weights of one feature, whose search begins with the contents of its first slot.
    fn add_from(&self, feature: Feature, mut slot: Slot, scores: &mut [i32]) {
        let mut at = feature as usize & self.mask;
        while !slot.is_free() {
            if slot.feature == feature {
                for (label, weight) in slot.cells {
                    scores[(label & !MORE) as usize] += i32::from(weight);
                }
                if slot.cells[0].0 & MORE == 0 {
                    return;
                }
            }
            at = (at + 1) & self.mask;
            slot = self.slots[at];
        }
    }

    /// What one unit of the quantised weights stands for.
    pub fn scale(&self) -> f32 {
        self.scale
    }

    fn rows(&self) -> Rows {
        let mut used: Vec<&Slot> = self.slots.iter().filter(|slot| !slot.is_free()).collect();
        // Slots of one feature hold ascending labels, wherever the table's end has cut their run.
        used.sort_unstable_by_key(|slot| (slot.feature, slot.cells[0].0 & !MORE));
        let mut rows = Rows::default();
        for run in used.chunk_by(|a, b| a.feature == b.feature) {
            let cells = run.iter().flat_map(|slot| slot.cells);
            let cells = cells.map(|(label, weight)| (label & !MORE, weight));
            rows.cells.extend(cells.filter(|&(_, weight)| weight != 0));
            rows.end(run[0].feature);
        }
        rows
    }

    /// Number of features.
    pub fn len(&self) -> usize {
        self.rows().features.len()
    }

    /// Whether it has no features.
    pub fn is_empty(&self) -> bool {
        self.slots.iter().all(Slot::is_free)
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
        assert_eq!((again.len(), again.slots.clone()), (2, table.slots));
        let mut scores = [0, 0];
        again.add(&[7, 9], &mut scores);
        assert_eq!(scores, [64, -127]);
        assert!(Table::read(&mut Reader::new(&bytes), 1).is_err());
    }

    #[test]
    fn a_feature_may_have_more_labels_than_a_slot() {
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
