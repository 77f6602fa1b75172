//! One thing that the reader has taught.

use crate::document::Kind;

/// More words than this no name has.
pub const MAX_WORDS: usize = 16;

/// Longer than this no entry is, in bytes.
pub const MAX_BYTES: usize = 300;

/// A line of the personal lexicon.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Entry {
    /// "Al-Watan" is an organisation; "Scholz" is the person Olaf Scholz.
    Name {
        /// As it stands in texts, in the nominative.
        name: String,
        /// Person, organisation, location or other.
        kind: Kind,
        /// What the entity is called, if that differs.
        entity: Option<String>,
    },
    /// "Morgen" is never a name.
    Never {
        /// As it stands in texts.
        name: String,
    },
    /// "betonen", "zu Protokoll geben" announces no statement.
    NoCue {
        /// In any form.
        words: String,
    },
}

impl Entry {
    /// How a name is to be read; `None` if there is nothing to read, too much, or another kind.
    pub fn name(name: &str, kind: Kind, entity: Option<&str>) -> Option<Self> {
        let name = tidy(name).filter(|_| kind.is_name())?;
        let entity = match entity.map(str::trim) {
            None | Some("") => None,
            Some(entity) => Some(tidy(entity)?).filter(|entity| *entity != name),
        };
        Some(Self::Name { name, kind, entity })
    }

    /// What is never a name; `None` if there is nothing to read or too much.
    pub fn never(name: &str) -> Option<Self> {
        tidy(name).map(|name| Self::Never { name })
    }

    /// What announces nothing; `None` if there is nothing to read or too much.
    pub fn no_cue(words: &str) -> Option<Self> {
        tidy(words).map(|words| Self::NoCue { words })
    }

    /// The words that it is about.
    pub fn words(&self) -> &str {
        match self {
            Self::Name { name, .. } | Self::Never { name } => name,
            Self::NoCue { words } => words,
        }
    }

    /// Whether both are about the same words: then only one of them can hold.
    pub fn is_about_the_same(&self, other: &Self) -> bool {
        self.subject() == other.subject()
    }

    /// What only one entry can be about: names as they are spelt, cues in any case.
    pub fn subject(&self) -> (bool, String) {
        match self {
            Self::Name { name, .. } | Self::Never { name } => (false, name.clone()),
            Self::NoCue { words } => (true, words.to_lowercase()),
        }
    }
}

/// In one line, with single spaces; `None` without a letter or digit, or if it is too long.
fn tidy(words: &str) -> Option<String> {
    let is_short = words.len() <= MAX_BYTES && words.split_whitespace().count() <= MAX_WORDS;
    let is_shown = |character: &char| !character.is_control() || character.is_whitespace();
    if !is_short || !words.contains(char::is_alphanumeric) || !words.chars().all(|c| is_shown(&c)) {
        return None;
    }
    Some(words.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_tidied_and_nonsense_is_none() {
        let entry = Entry::name("  Radio \t Watan ", Kind::Organisation, Some(" "));
        let expected = Entry::Name {
            name: "Radio Watan".to_owned(),
            kind: Kind::Organisation,
            entity: None,
        };
        assert_eq!(entry, Some(expected));
        assert_eq!(Entry::name("Mai", Kind::Date, None), None);
        assert_eq!(Entry::never(" – "), None);
        assert_eq!(Entry::never("a\u{1b}b"), None);
        assert_eq!(Entry::no_cue(&"x".repeat(MAX_BYTES + 1)), None);
        assert_eq!(Entry::never(&"a ".repeat(MAX_WORDS + 1)), None);
    }

    #[test]
    fn an_entity_is_kept_only_where_its_name_differs() {
        let entity = |entity| match Entry::name("Scholz", Kind::Person, Some(entity)) {
            Some(Entry::Name { entity, .. }) => entity,
            _ => None,
        };
        assert_eq!(entity("Scholz"), None);
        assert_eq!(entity("Olaf Scholz").as_deref(), Some("Olaf Scholz"));
    }

    #[test]
    fn a_name_and_never_a_name_are_about_the_same() {
        let never = Entry::never("Morgen").expect("a word");
        let name = Entry::name("Morgen", Kind::Person, None).expect("a word");
        let cue = Entry::no_cue("Morgen").expect("a word");
        assert!(never.is_about_the_same(&name));
        assert!(!never.is_about_the_same(&cue));
    }
}
