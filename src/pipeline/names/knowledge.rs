//! What the name model knows of single words: clusters of running text, and classes of name lists.
//!
//! Words are kept as 32-bit hashes: a quarter million of them mistake an unknown word for a known one once in 16,000 times.

use std::collections::BTreeMap;
use std::hash::BuildHasherDefault;

use crate::learning::features::atom;
use crate::learning::hashing::FixedMap;
use crate::learning::model_file::{Damaged, Reader, Writer};

/// Class of a name list, one bit each.
pub mod class {
    /// "Sergej".
    pub const FIRST_NAME: u16 = 1;
    /// "Lawrow".
    pub const SURNAME: u16 = 1 << 1;
    /// "Aleppo".
    pub const CITY: u16 = 1 << 2;
    /// "Syrien".
    pub const COUNTRY: u16 = 1 << 3;
    /// "Tirol".
    pub const REGION: u16 = 1 << 4;
    /// "syrisch", "Syrer".
    pub const DERIVED: u16 = 1 << 5;
    /// "OSZE", or a word of a longer name of an organisation.
    pub const ORGANISATION: u16 = 1 << 6;
    /// A title or role: "Außenminister", "Dr.".
    pub const ROLE: u16 = 1 << 7;
    /// Known only without its last "s".
    pub const GENITIVE: u16 = 1 << 15;
}

/// Clusters and classes of words.
#[derive(Clone, Debug, Default)]
pub struct Knowledge {
    /// One more than the number of the fine and of the coarse cluster, 0 for none.
    clusters: FixedMap<u32, [u16; 2]>,
    classes: FixedMap<u32, u16>,
}

/// The key under which a word is kept.
pub fn key(word: &str) -> u32 {
    (atom(word) >> 32) as u32
}

/// A word as clusters know it: each digit is a 0.
pub fn normal(word: &str) -> std::borrow::Cow<'_, str> {
    if word.bytes().any(|byte| byte.is_ascii_digit()) {
        word.replace(|c: char| c.is_ascii_digit(), "0").into()
    } else {
        word.into()
    }
}

impl Knowledge {
    /// Puts together what training found, by [`key`].
    pub fn new(
        clusters: &BTreeMap<u32, u16>,
        coarse_clusters: &BTreeMap<u32, u16>,
        classes: &BTreeMap<u32, u16>,
    ) -> Self {
        let owned = |table: &BTreeMap<u32, u16>| table.clone().into_iter().collect();
        Self {
            clusters: joined(owned(clusters), owned(coarse_clusters)),
            classes: classes.iter().map(|(&key, &value)| (key, value)).collect(),
        }
    }

    /// The fine and the coarse cluster of a word, or 0 if its like was rare in the text that clusters were made from.
    pub fn clusters(&self, word: &str) -> [u16; 2] {
        let word = normal(word);
        let shorter = word.strip_suffix(['s', '’', '\'']).unwrap_or(&word);
        let clusters = |word: &str| self.clusters.get(&key(word)).copied().unwrap_or_default();
        let mut found = clusters(&word);
        if shorter.len() < word.len() && found.contains(&0) {
            let shorter = clusters(shorter);
            found = std::array::from_fn(|size| match found[size] {
                0 => shorter[size],
                cluster => cluster,
            });
        }
        found
    }

    /// The classes of name lists that have a word.
    pub fn classes(&self, word: &str) -> u16 {
        if let Some(&classes) = self.classes.get(&key(word)) {
            return classes;
        }
        let shorter = word.strip_suffix(['s', '’', '\'']);
        shorter
            .and_then(|shorter| self.classes.get(&key(shorter)))
            .map_or(0, |&classes| classes | class::GENITIVE)
    }

    /// Appends itself to a model file.
    pub fn write(&self, out: &mut Writer) {
        let clusters = |size: usize| {
            let known = self.clusters.iter();
            known
                .filter_map(|(&key, clusters)| Some((key, clusters[size].checked_sub(1)?)))
                .collect::<BTreeMap<u32, u16>>()
        };
        let classes = self.classes.iter();
        let classes = classes.map(|(&key, &value)| (key, value)).collect();
        for sorted in [clusters(0), clusters(1), classes] {
            out.number(sorted.len() as u64);
            let mut before = 0;
            for &key in sorted.keys() {
                out.number(u64::from(key - before));
                before = key;
            }
            for &value in sorted.values() {
                out.number(u64::from(value));
            }
        }
    }

    /// Reads what [`Self::write`] wrote.
    pub fn read(input: &mut Reader) -> Result<Self, Damaged> {
        Ok(Self {
            clusters: joined(read_table(input)?, read_table(input)?),
            classes: read_table(input)?.into_iter().collect(),
        })
    }
}

/// Fine and coarse clusters in one table.
fn joined(fine: Vec<(u32, u16)>, coarse: Vec<(u32, u16)>) -> FixedMap<u32, [u16; 2]> {
    let mut clusters: FixedMap<u32, [u16; 2]> =
        FixedMap::with_capacity_and_hasher(fine.len(), BuildHasherDefault::default());
    for (size, table) in [fine, coarse].into_iter().enumerate() {
        for (key, cluster) in table {
            clusters.entry(key).or_default()[size] = cluster.saturating_add(1);
        }
    }
    clusters
}

fn read_table(input: &mut Reader) -> Result<Vec<(u32, u16)>, Damaged> {
    let length = input.length()?;
    let mut keys = Vec::new();
    let mut key = 0_u64;
    for _ in 0..length {
        key += input.number()?;
        keys.push(u32::try_from(key).map_err(|_| Damaged("a word list is out of order"))?);
    }
    let with_value = |key: u32| {
        let value = u16::try_from(input.number()?);
        Ok((
            key,
            value.map_err(|_| Damaged("a word class is too large"))?,
        ))
    };
    keys.into_iter().map(with_value).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn genitives_are_found_and_files_are_read_back() {
        let classes = BTreeMap::from([
            (key("Aleppo"), class::CITY),
            (key("Hans"), class::FIRST_NAME),
        ]);
        let knowledge = Knowledge::new(
            &BTreeMap::from([(key("00"), 7)]),
            &BTreeMap::new(),
            &classes,
        );
        let mut writer = Writer::default();
        knowledge.write(&mut writer);
        let bytes = writer.into_bytes();
        let again = Knowledge::read(&mut Reader::new(&bytes)).expect("just written");
        assert_eq!(again.classes("Aleppos"), class::CITY | class::GENITIVE);
        assert_eq!(again.classes("Hans"), class::FIRST_NAME);
        assert_eq!(again.clusters("27"), [8, 0]);
        assert_eq!(again.clusters("Haus"), [0, 0]);
    }
}
