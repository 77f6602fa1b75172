//! Weights of features: a compact list for the file, a hash table in memory.

use super::features::Feature;
use super::model_file::{Damaged, Reader, Writer};

/// Weights per feature and label, quantised to 8 bits, zeros left out.
#[derive(Clone, Debug)]
pub struct Table {
    /// Open addressing: (feature, start of its cells + 1), 0 = free.
    slots: Vec<(Feature, u32)>,
    mask: usize,
    /// A bit for the upper half of every feature's hash: most features of a text are not in the table, and this small
    /// map, which stays in the cache, says so without a look at the slots.
    present: Vec<u64>,
    present_shift: u32,
    /// Runs of (label, weight); the last of a run has [`LAST`] added to its label.
    cells: Vec<(u8, i8)>,
    scale: f32,
}

const LAST: u8 = 0x80;
const PRESENT_BITS_PER_SLOT: usize = 8;

impl Table {
    /// Quantises `rows`: (feature, weight of each label). Sorted by feature; rows that round to nothing are left out.
    pub fn new<'a>(rows: impl Iterator<Item = (Feature, &'a [f32])> + Clone) -> Self {
        let largest = rows
            .clone()
            .flat_map(|(_, row)| row)
            .fold(1e-6_f32, |max, w| max.max(w.abs()));
        let scale = largest / 127.0;
        let mut list: Vec<(Feature, Vec<(u8, i8)>)> = Vec::new();
        for (feature, row) in rows {
            let quantised = row.iter().map(|weight| (weight / scale).round() as i8);
            let cells: Vec<_> = quantised
                .enumerate()
                .filter(|&(_, w)| w != 0)
                .map(|(l, w)| (l as u8, w))
                .collect();
            if !cells.is_empty() {
                list.push((feature, cells));
            }
        }
        list.sort_by_key(|&(feature, _)| feature);
        Self::from_list(&list, scale)
    }

    fn from_list(list: &[(Feature, Vec<(u8, i8)>)], scale: f32) -> Self {
        let capacity = (list.len() * 2).next_power_of_two().max(2);
        let present_bits = (capacity * PRESENT_BITS_PER_SLOT).clamp(64, 1 << 26);
        let mut table = Self {
            slots: vec![(0, 0); capacity],
            mask: capacity - 1,
            present: vec![0; present_bits / 64],
            present_shift: Feature::BITS - present_bits.trailing_zeros(),
            cells: Vec::new(),
            scale,
        };
        for (feature, cells) in list {
            let start = table.cells.len() as u32;
            table.cells.extend_from_slice(cells);
            if let Some(last) = table.cells.last_mut() {
                last.0 |= LAST;
            }
            let mut slot = *feature as usize & table.mask;
            while table.slots[slot].1 != 0 {
                slot = (slot + 1) & table.mask;
            }
            table.slots[slot] = (*feature, start + 1);
            let bit = (*feature >> table.present_shift) as usize;
            table.present[bit / 64] |= 1 << (bit % 64);
        }
        table
    }

    /// Adds the weights of `features` to `scores`, one per label, in units of [`Self::scale`].
    pub fn add(&self, features: &[Feature], scores: &mut [i32]) {
        /// Looked up together, so that the processor waits for several places of memory at once.
        const TOGETHER: usize = 16;
        let mut looked_up = [(0, (0, 0)); TOGETHER];
        for some in features.chunks(TOGETHER) {
            let mut n = 0;
            for &feature in some {
                let bit = (feature >> self.present_shift) as usize;
                let is_present = self.present[bit / 64] >> (bit % 64) & 1 != 0;
                looked_up[n] = (feature, (feature, 0));
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
    fn add_from(&self, feature: Feature, mut slot: (Feature, u32), scores: &mut [i32]) {
        let mut at = feature as usize & self.mask;
        while slot.1 != 0 {
            if slot.0 == feature {
                for &(label, weight) in &self.cells[slot.1 as usize - 1..] {
                    scores[(label & !LAST) as usize] += i32::from(weight);
                    if label & LAST != 0 {
                        return;
                    }
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

    /// Number of features.
    pub fn len(&self) -> usize {
        self.slots.iter().filter(|slot| slot.1 != 0).count()
    }

    /// Whether it has no features.
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// Appends itself to a model file. Columns one after the other compress better than rows.
    pub fn write(&self, out: &mut Writer) {
        let mut used: Vec<_> = self
            .slots
            .iter()
            .filter(|slot| slot.1 != 0)
            .copied()
            .collect();
        used.sort_unstable();
        out.float(self.scale);
        out.number(used.len() as u64);
        let mut before = 0;
        for &(feature, _) in &used {
            out.number(u64::from(feature - before));
            before = feature;
        }
        let run = |start: u32| {
            let cells = &self.cells[start as usize - 1..];
            let length = cells
                .iter()
                .position(|cell| cell.0 & LAST != 0)
                .map_or(cells.len(), |last| last + 1);
            &cells[..length]
        };
        for &(_, start) in &used {
            for cell in run(start) {
                out.byte(cell.0);
            }
        }
        for &(_, start) in &used {
            for cell in run(start) {
                out.byte(cell.1.cast_unsigned());
            }
        }
    }

    /// Reads what [`Self::write`] wrote; labels must be below `n_labels`.
    pub fn read(input: &mut Reader, n_labels: usize) -> Result<Self, Damaged> {
        let scale = input.float()?;
        let n_features = input.length()?;
        let mut features = Vec::with_capacity(n_features);
        let mut before = 0_u64;
        for _ in 0..n_features {
            before += input.number()?;
            features
                .push(Feature::try_from(before).map_err(|_| Damaged("a feature is out of range"))?);
        }
        let mut list: Vec<(Feature, Vec<(u8, i8)>)> = Vec::with_capacity(n_features);
        for feature in features {
            let mut cells = Vec::new();
            loop {
                let label = input.byte()?;
                if n_labels <= (label & !LAST) as usize {
                    return Err(Damaged("a label is out of range"));
                }
                cells.push((label & !LAST, 0));
                if label & LAST != 0 {
                    break;
                }
            }
            list.push((feature, cells));
        }
        for cell in list.iter_mut().flat_map(|(_, cells)| cells) {
            cell.1 = input.byte()?.cast_signed();
        }
        Ok(Self::from_list(&list, scale))
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
        assert_eq!(
            (again.len(), again.slots.clone(), again.cells.clone()),
            (2, table.slots, table.cells)
        );
        let mut scores = [0, 0];
        again.add(&[7, 9], &mut scores);
        assert_eq!(scores, [64, -127]);
        assert!(Table::read(&mut Reader::new(&bytes), 1).is_err());
    }
}
