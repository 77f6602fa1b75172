//! Hashed features: what a model sees of a position or a candidate.

/// A feature: 32 bits of a hash of its template and its values.
///
/// Of half a million features that a model keeps, an unseen one is mistaken for a kept one with probability 1e-4.
pub type Feature = u32;

/// A value that features are made of: a hash of a word, a class number, a flag.
pub type Atom = u64;

/// The atom of a string.
pub fn atom(text: &str) -> Atom {
    // FNV-1a over bytes, finished by `mix`: short strings, no state, the same on every machine.
    let fnv = text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    mix(fnv)
}

/// The atom of an ordered pair.
pub fn pair(first: Atom, second: Atom) -> Atom {
    mix(first.rotate_left(23) ^ second.wrapping_mul(0x9e37_79b9_7f4a_7c15))
}

/// The finisher of `MurmurHash3`: every bit of the input changes every bit of the output.
fn mix(mut hash: u64) -> u64 {
    hash = (hash ^ (hash >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    hash = (hash ^ (hash >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    hash ^ (hash >> 33)
}

/// The features of one position or candidate.
#[derive(Clone, Debug, Default)]
pub struct Features {
    list: Vec<Feature>,
}

impl Features {
    /// Adds the feature that `template` has the value `value`.
    pub fn add(&mut self, template: u16, value: Atom) {
        self.list
            .push((pair(u64::from(template) + 1, value) >> 32) as Feature);
    }

    /// Adds the feature that `template` has this pair of values.
    pub fn add_pair(&mut self, template: u16, first: Atom, second: Atom) {
        self.add(template, pair(first, second));
    }

    /// Adds a feature that is only there or not.
    pub fn flag(&mut self, template: u16, is_set: bool) {
        if is_set {
            self.add(template, 1);
        }
    }

    /// Forgets all, keeps the memory.
    pub fn clear(&mut self) {
        self.list.clear();
    }

    /// What was added, in order.
    pub fn as_slice(&self) -> &[Feature] {
        &self.list
    }
}

/// The features of a row of positions.
#[derive(Clone, Debug, Default)]
pub struct FeatureRows {
    features: Vec<Feature>,
    ends: Vec<u32>,
}

impl FeatureRows {
    /// Adds a position.
    pub fn push(&mut self, features: &Features) {
        self.features.extend_from_slice(features.as_slice());
        self.ends.push(self.features.len() as u32);
    }

    /// Adds to every position the features that `more` has there; both have as many positions.
    #[must_use]
    pub fn joined(&self, more: &Self) -> Self {
        let mut joined = Self::default();
        for index in 0..self.len().min(more.len()) {
            joined.features.extend_from_slice(self.row(index));
            joined.features.extend_from_slice(more.row(index));
            joined.ends.push(joined.features.len() as u32);
        }
        joined
    }

    /// Number of positions.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are no positions.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Features of position `index`.
    pub fn row(&self, index: usize) -> &[Feature] {
        let start = index
            .checked_sub(1)
            .map_or(0, |before| self.ends[before] as usize);
        &self.features[start..self.ends[index] as usize]
    }

    /// All features of all positions.
    pub fn all_mut(&mut self) -> &mut [Feature] {
        &mut self.features
    }

    /// All features of all positions.
    pub fn all(&self) -> &[Feature] {
        &self.features
    }

    /// Forgets all, keeps the memory.
    pub fn clear(&mut self) {
        self.features.clear();
        self.ends.clear();
    }
}

/// Rows with features that many positions share, such as those of their sentence: described and weighed once for all.
#[derive(Clone, Debug, Default)]
pub struct SharedRows<const N_SHARED: usize> {
    own: FeatureRows,
    shared: FeatureRows,
    /// Per position the rows of `shared` that it has.
    of_position: Vec<[u32; N_SHARED]>,
}

impl<const N_SHARED: usize> SharedRows<N_SHARED> {
    /// Adds features that positions may share; returns their number.
    pub fn share(&mut self, features: &Features) -> u32 {
        self.shared.push(features);
        self.shared.len() as u32 - 1
    }

    /// Adds a position with its own features and with shared ones.
    pub fn push(&mut self, features: &Features, shared: [u32; N_SHARED]) {
        self.own.push(features);
        self.of_position.push(shared);
    }

    /// What the positions do not share.
    pub fn own(&self) -> &FeatureRows {
        &self.own
    }

    /// What they share.
    pub fn shared(&self) -> &FeatureRows {
        &self.shared
    }

    /// Per position the numbers of what it shares.
    pub fn of_position(&self) -> &[[u32; N_SHARED]] {
        &self.of_position
    }

    /// The same as rows in which every position has all its features.
    pub fn flat(&self) -> FeatureRows {
        let mut flat = FeatureRows::default();
        for (index, shared) in self.of_position.iter().enumerate() {
            flat.features.extend_from_slice(self.own.row(index));
            for &shared in shared {
                let features = self.shared.row(shared as usize);
                flat.features.extend_from_slice(features);
            }
            flat.ends.push(flat.features.len() as u32);
        }
        flat
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_are_ordered_and_templates_differ() {
        let (a, b) = (atom("laut"), atom("sagte"));
        assert_ne!(pair(a, b), pair(b, a));
        let mut features = Features::default();
        features.add(0, a);
        features.add(1, a);
        assert_ne!(features.as_slice()[0], features.as_slice()[1]);
    }

    #[test]
    fn hashes_never_change() {
        // Model files depend on these values.
        let mut features = Features::default();
        features.add(7, atom("Straße"));
        assert_eq!(
            (atom("Straße"), features.as_slice()[0]),
            (15_268_321_020_329_190_836, 3_303_848_291)
        );
    }
}
