//! Whether a person is a man or a woman, as far as titles and first names tell.

use crate::learning::hashing::FixedMap;
use std::sync::LazyLock;

use super::titles::{self, Title};
use super::word_list::rows;

/// Grammatical gender of the words for a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gender {
    /// "er".
    Masculine,
    /// "sie".
    Feminine,
}

impl Gender {
    /// From the letter of the word lists; "u" is either.
    pub fn from_letter(letter: &str) -> Option<Self> {
        match letter {
            "m" => Some(Self::Masculine),
            "f" => Some(Self::Feminine),
            _ => None,
        }
    }
}

static FIRST_NAMES: LazyLock<FixedMap<&'static str, Option<Gender>>> = LazyLock::new(|| {
    rows(include_str!("../../assets/lexicon/first_names.tsv"))
        .filter_map(|row| Some((*row.first()?, Gender::from_letter(row.get(1)?))))
        .collect()
});

/// Whether somebody may be called `word`: "Angela".
pub fn is_first_name(word: &str) -> bool {
    FIRST_NAMES.contains_key(word)
}

/// Gender of a person called `name` with the role `role`, or `None` where neither tells.
///
/// "Angela Merkel" and "Sprecherin" are feminine, "Lawrow" alone may be either.
pub fn gender(name: &str, role: Option<&str>) -> Option<Gender> {
    role.and_then(of_role).or_else(|| of_name(name))
}

fn of_role(role: &str) -> Option<Gender> {
    let genders = role
        .split_whitespace()
        .filter_map(titles::look_up)
        .map(|Title { gender, .. }| gender);
    genders.into_iter().next().flatten()
}

fn of_name(name: &str) -> Option<Gender> {
    let first = name.split_whitespace().find(|word| !word.ends_with('.'))?;
    let is_only_word = first.len() == name.len();
    let part = first.split('-').next().unwrap_or(first);
    let known = FIRST_NAMES.get(first).or_else(|| FIRST_NAMES.get(part));
    known
        .copied()
        .flatten()
        .filter(|_| !is_only_word || first != part || FIRST_NAMES.contains_key(first))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_tell_before_names() {
        for (name, role, expected) in [
            ("Angela Merkel", None, Some(Gender::Feminine)),
            ("Frank-Walter Steinmeier", None, Some(Gender::Masculine)),
            ("Lawrow", None, None),
            (
                "Lawrow",
                Some("russischer Außenminister"),
                Some(Gender::Masculine),
            ),
            ("Kim", Some("Regierungssprecherin"), Some(Gender::Feminine)),
            ("", None, None),
        ] {
            assert_eq!(gender(name, role), expected, "{name} {role:?}");
        }
    }
}
