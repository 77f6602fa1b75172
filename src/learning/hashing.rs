//! Hash maps for fixed lists of words and numbers, faster than those of the standard library.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A map for what is known beforehand. Not for what a text brings: a text could be written so that all its words collide.
pub type FixedMap<K, V> = HashMap<K, V, BuildHasherDefault<FixedHasher>>;

/// Multiplies and rotates eight bytes at a time; the same on every run.
#[derive(Clone, Copy, Debug, Default)]
pub struct FixedHasher(u64);

impl FixedHasher {
    fn take(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(23) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

impl Hasher for FixedHasher {
    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks::<8>();
        for &word in words {
            self.take(u64::from_le_bytes(word));
        }
        if !rest.is_empty() {
            let last = rest.iter().rev();
            self.take(last.fold(0, |word, &byte| word << 8 | u64::from(byte)));
        }
    }

    fn write_u8(&mut self, byte: u8) {
        self.take(byte.into());
    }

    fn write_u32(&mut self, number: u32) {
        self.take(number.into());
    }

    fn finish(&self) -> u64 {
        // Maps use the lowest bits and the highest ones; a product is good in its upper half only.
        self.0 ^ self.0 >> 32
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use std::hash::BuildHasher;

    #[test]
    fn like_words_and_numbers_fall_apart() {
        let build = BuildHasherDefault::<FixedHasher>::default();
        let words = (0..1000).map(|n| build.hash_one(format!("Haus{n}")));
        let numbers = (0..1000_u32).map(|n| build.hash_one(n << 20));
        let lowest: BTreeSet<u64> = words.chain(numbers).map(|hash| hash % 65_536).collect();
        // Of 2000 at random in 65,536 places, 30 share one.
        assert!(1900 < lowest.len(), "{}", lowest.len());
    }

    #[test]
    fn words_are_found_again() {
        let words = [("laut", 1), ("nach Angaben", 2)];
        let map: FixedMap<&str, u32> = words.into_iter().collect();
        let found = ["laut", "Laut", "nach Angaben", ""].map(|word| map.get(word).copied());
        assert_eq!(found, [Some(1), None, Some(2), None]);
    }
}
