//! Words that announce a statement: "sagen", "mitteilen", "laut", "Angaben".

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::word_list;
use crate::learning::features::{Atom, atom};

/// What kind of word a cue is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CuePart {
    /// "sagen".
    Verb,
    /// "Angaben".
    Noun,
    /// "laut", "zufolge".
    Preposition,
    /// "so", "wonach", "demnach", "überzeugt".
    Other,
}

/// A cue of the lexicon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cue {
    /// What kind of word it is.
    pub part: CuePart,
    /// What it means: say, write, think, ask, order, judge, deny …
    pub class: &'static str,
    /// What the narrator thinks of it: neutral, distancing, endorsing.
    pub stance: &'static str,
}

impl Cue {
    /// Part and meaning in one atom; never 0.
    pub fn atom(&self) -> Atom {
        atom(self.class).wrapping_add(self.part as u64 + 1) | 1
    }
}

static CUES: LazyLock<BTreeMap<&'static str, Cue>> = LazyLock::new(|| {
    let rows = word_list::rows(include_str!("../../assets/lexicon/cues.tsv"));
    let entry = |row: Vec<&'static str>| {
        let part = match *row.get(3)? {
            "verb" => CuePart::Verb,
            "noun" => CuePart::Noun,
            "preposition" | "postposition" => CuePart::Preposition,
            _ => CuePart::Other,
        };
        Some((
            row[0],
            Cue {
                part,
                class: row.get(4)?,
                stance: row.get(5)?,
            },
        ))
    };
    rows.filter_map(entry).collect()
});

/// The cue with this dictionary word: an infinitive ("mitteilen"), a noun in the singular, a preposition.
pub fn look_up(word: &str) -> Option<&'static Cue> {
    CUES.get(word)
}

/// Whether `cue` is the atom of a verb with one of these meanings.
pub fn verb_with(cue: Atom, classes: &[&'static str]) -> bool {
    let is_one = |class: &&'static str| {
        Cue {
            part: CuePart::Verb,
            class,
            stance: "",
        }
        .atom()
            == cue
    };
    cue != 0 && classes.iter().any(is_one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_nouns_and_prepositions_are_known() {
        for (word, part) in [
            ("sagen", CuePart::Verb),
            ("mitteilen", CuePart::Verb),
            ("Ansicht", CuePart::Noun),
        ] {
            assert_eq!(look_up(word).map(|cue| cue.part), Some(part), "{word}");
        }
        assert_eq!(
            look_up("laut").map(|cue| cue.part),
            Some(CuePart::Preposition)
        );
        assert!(look_up("Haus").is_none());
    }
}
