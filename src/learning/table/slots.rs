//! A hash table from features to weights that keeps them in order: every search is a short walk in one direction.

use crate::learning::features::Feature;

/// Features in ascending order, with gaps: each stands where its share of all possible features puts it, or a little later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Slots<const WIDTH: usize> {
    slots: Vec<Slot<WIDTH>>,
    /// Number of slots that features are spread over; a few more may follow.
    capacity: u64,
}

/// A feature with the weight of every label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Slot<const WIDTH: usize> {
    feature: Feature,
    weights: [i8; WIDTH],
}

impl<const WIDTH: usize> Slots<WIDTH> {
    /// Ends every search, as no feature is larger; weighs nothing if it is one that is looked for.
    const FREE: Slot<WIDTH> = Slot {
        feature: Feature::MAX,
        weights: [0; WIDTH],
    };

    /// Takes up features in ascending order, `n` of them, each with weights of some labels below `WIDTH`.
    pub(super) fn new<'a>(n: usize, rows: impl Iterator<Item = (Feature, &'a [(u8, i8)])>) -> Self {
        let capacity = (n as u64 * 2).max(1);
        let mut slots = Vec::with_capacity(capacity as usize + 1);
        for (feature, cells) in rows {
            slots.resize(home(feature, capacity).max(slots.len()), Self::FREE);
            let mut weights = [0; WIDTH];
            for &(label, weight) in cells {
                weights[usize::from(label)] = weight;
            }
            slots.push(Slot { feature, weights });
        }
        slots.resize((capacity as usize).max(slots.len()) + 1, Self::FREE);
        Self { slots, capacity }
    }

    /// Adds the weights of `features` to the scores of the labels.
    pub(super) fn add(&self, features: &[Feature], scores: &mut [i32]) {
        /// As many weights always add up to 16 bits.
        const AT_ONCE: usize = 256;
        /// Looked up together, so that the processor waits for several places of memory at once.
        const TOGETHER: usize = 64;
        let mut looked_up = [(0, 0); TOGETHER];
        for some in features.chunks(AT_ONCE) {
            let mut sums = [0_i16; WIDTH];
            for some in some.chunks(TOGETHER) {
                for (place, &feature) in looked_up.iter_mut().zip(some) {
                    let at = home(feature, self.capacity);
                    *place = (at as u32, self.slots[at].feature);
                }
                for (&(at, found), &feature) in looked_up.iter().zip(some) {
                    // Steps and hits without branches: no guess of the processor could be good.
                    let mut at = at as usize + usize::from(found < feature);
                    at += usize::from(self.slots[at].feature < feature);
                    while self.slots[at].feature < feature {
                        at += 1;
                    }
                    let slot = &self.slots[at];
                    let is_found = i16::from(slot.feature == feature);
                    sums.iter_mut()
                        .zip(&slot.weights)
                        .for_each(|(sum, &weight)| *sum += i16::from(weight) * is_found);
                }
            }
            scores
                .iter_mut()
                .zip(sums)
                .for_each(|(score, sum)| *score += i32::from(sum));
        }
    }

    /// The features in ascending order, each with the weights that are not 0.
    pub(super) fn rows(&self) -> impl Iterator<Item = (Feature, impl Iterator<Item = (u8, i8)>)> {
        let used = self.slots.iter().filter(|slot| slot.weights != [0; WIDTH]);
        used.map(|slot| {
            let cells = (0..).zip(slot.weights);
            (slot.feature, cells.filter(|&(_, weight)| weight != 0))
        })
    }
}

/// Where a feature stands if nothing is in its way.
fn home(feature: Feature, capacity: u64) -> usize {
    ((u64::from(feature) * capacity) >> Feature::BITS) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crowded_features_are_found_and_others_are_not() {
        // All but the first want the last slot.
        let features = [0, u32::MAX - 3, u32::MAX - 2, u32::MAX];
        let cells = [(0, 1), (2, -2)];
        let slots = Slots::<3>::new(4, features.iter().map(|&feature| (feature, &cells[..])));
        for feature in [0, 1, u32::MAX / 2, u32::MAX - 4, u32::MAX - 3, u32::MAX - 1] {
            let mut scores = [0; 3];
            slots.add(&[feature], &mut scores);
            let expected = if features.contains(&feature) {
                [1, 0, -2]
            } else {
                [0; 3]
            };
            assert_eq!(scores, expected, "{feature}");
        }
        let mut scores = [0; 3];
        slots.add(&[u32::MAX; 300], &mut scores);
        assert_eq!(scores, [300, 0, -600]);
        assert!(slots.rows().map(|(feature, _)| feature).eq(features));
    }

    #[test]
    fn an_empty_table_knows_nothing() {
        let slots = Slots::<4>::new(0, std::iter::empty());
        let mut scores = [0; 4];
        slots.add(&[0, 7, u32::MAX], &mut scores);
        assert_eq!(scores, [0; 4]);
    }
}
