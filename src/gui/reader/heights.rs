//! Heights of all blocks and where each begins; a height is changed, and a block found, in logarithmic time.

/// Heights of blocks, exact for those that have been laid out, guessed for the others. Sums are in double precision: a text of
/// fifty megabytes is twenty million points high.
#[derive(Debug, Default)]
pub struct Heights {
    values: Vec<f32>,
    is_exact: Vec<bool>,
    /// Entry `i` is the sum of a stretch of values that ends with the one before it, as long as the lowest bit of `i` (a Fenwick
    /// tree).
    tree: Vec<f64>,
    /// Grows with every change.
    version: u64,
}

impl Heights {
    /// All blocks with guessed heights.
    pub fn guessed(values: Vec<f32>) -> Self {
        let mut tree = vec![0.0; values.len() + 1];
        for (index, &value) in values.iter().enumerate() {
            tree[index + 1] += f64::from(value);
            let above = index + 1 + lowest_bit(index + 1);
            if above < tree.len() {
                tree[above] += tree[index + 1];
            }
        }
        Self {
            is_exact: vec![false; values.len()],
            values,
            tree,
            version: 0,
        }
    }

    /// How many blocks there are.
    pub fn len(&self) -> usize {
        self.values.len()
    }

    /// How often something has changed.
    pub fn version(&self) -> u64 {
        self.version
    }

    /// Whether a block has been laid out.
    pub fn is_exact(&self, index: usize) -> bool {
        self.is_exact.get(index).copied().unwrap_or(true)
    }

    /// Sets the exact height of a block.
    pub fn set(&mut self, index: usize, height: f32) {
        let Some(value) = self.values.get_mut(index) else {
            return;
        };
        self.is_exact[index] = true;
        let change = f64::from(height) - f64::from(*value);
        if change == 0.0 {
            return;
        }
        *value = height;
        self.version += 1;
        let mut at = index + 1;
        while at < self.tree.len() {
            self.tree[at] += change;
            at += lowest_bit(at);
        }
    }

    /// Where a block begins; of the one after the last, where the column ends.
    pub fn top(&self, index: usize) -> f64 {
        let mut at = index.min(self.values.len());
        let mut sum = 0.0;
        while 0 < at {
            sum += self.tree[at];
            at -= lowest_bit(at);
        }
        sum
    }

    /// Height of the whole column.
    pub fn total(&self) -> f64 {
        self.top(self.values.len())
    }

    /// The block at `y`, and where it begins; beyond the column its first or last block.
    pub fn at(&self, y: f64) -> (usize, f64) {
        let (mut index, mut sum) = (0, 0.0);
        let mut step = self.tree.len().next_power_of_two();
        while 0 < step {
            let next = index + step;
            if next < self.tree.len() && sum + self.tree[next] <= y {
                index = next;
                sum += self.tree[next];
            }
            step /= 2;
        }
        let Some(last) = self.values.len().checked_sub(1) else {
            return (0, 0.0);
        };
        if last < index {
            (last, self.top(last))
        } else {
            (index, sum)
        }
    }
}

fn lowest_bit(number: usize) -> usize {
    number & number.wrapping_neg()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sums_and_places_agree_with_adding_one_by_one(
            values in prop::collection::vec(1_u16..500, 1..80),
            changes in prop::collection::vec((0_usize..90, 1_u16..500), 0..40),
            y in -10_i32..40_000,
        ) {
            let mut plain: Vec<f32> = values.iter().map(|&value| f32::from(value)).collect();
            let mut heights = Heights::guessed(plain.clone());
            for (index, height) in changes {
                heights.set(index, f32::from(height));
                if let Some(value) = plain.get_mut(index) {
                    *value = f32::from(height);
                    prop_assert!(heights.is_exact(index));
                }
            }
            let mut tops = vec![0.0];
            for &value in &plain {
                tops.push(tops[tops.len() - 1] + f64::from(value));
            }
            for (index, &top) in tops.iter().enumerate() {
                prop_assert_eq!(heights.top(index).to_bits(), top.to_bits());
            }
            let y = f64::from(y);
            let expected = tops[1..plain.len()].iter().filter(|&&top| top <= y).count();
            prop_assert_eq!(heights.at(y), (expected, tops[expected]));
        }
    }

    #[test]
    fn an_empty_column_has_no_height() {
        let mut heights = Heights::default();
        heights.set(0, 10.0);
        assert_eq!((heights.len(), heights.at(5.0)), (0, (0, 0.0)));
        assert!(heights.total() < 1.0);
    }

    #[test]
    fn the_end_of_a_very_long_column_is_still_exact() {
        let mut heights = Heights::guessed(vec![29.0; 1_000_000]);
        heights.set(3, 29.25);
        let total = 29.0_f64 * 1_000_000.0 + 0.25;
        assert_eq!(heights.total().to_bits(), total.to_bits());
        assert_eq!(heights.at(28_999_990.0).0, 999_999);
    }
}
