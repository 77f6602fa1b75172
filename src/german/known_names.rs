//! Which names the project's lists know, and what they name: "Jena" a place, "NATO" an organisation, "Bayerischer" a word from a place.

use crate::learning::hashing::FixedMap;
use std::collections::HashSet;
use std::sync::LazyLock;

use super::word_list::rows;
use crate::document::Kind;

/// What the lists say of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    /// What it names.
    pub kind: Kind,
    /// Whether it is an ordinary word too: "Essen", "Welt".
    pub is_ordinary: bool,
}

static NAMES: LazyLock<FixedMap<&'static str, Known>> = LazyLock::new(|| {
    let mut names = FixedMap::default();
    let mut add = |name: &'static str, kind: Kind, is_ordinary: bool| {
        if !name.is_empty() {
            names.entry(name).or_insert(Known { kind, is_ordinary });
        }
    };
    let column = |row: &[&'static str], index: usize| row.get(index).copied().unwrap_or_default();
    for row in rows(include_str!("../../assets/lexicon/countries.tsv")) {
        for index in [0, 6, 7] {
            add(column(&row, index), Kind::Location, false);
        }
    }
    for row in rows(include_str!("../../assets/lexicon/cities.tsv")) {
        add(row[0], Kind::Location, column(&row, 4) == "yes");
    }
    for row in rows(include_str!("../../assets/lexicon/organisations.tsv")) {
        add(row[0], Kind::Organisation, false);
        add(column(&row, 1), Kind::Organisation, false);
    }
    for row in rows(include_str!("../../assets/lexicon/sources.tsv")) {
        add(row[0], Kind::Organisation, column(&row, 2) == "yes");
    }
    for row in rows(include_str!("../../assets/lexicon/first_names.tsv")) {
        add(row[0], Kind::Person, column(&row, 2) == "yes");
    }
    names
});

/// Adjectives without ending in lower case.
static ADJECTIVES: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let countries = rows(include_str!("../../assets/lexicon/countries.tsv"));
    let regions = rows(include_str!("../../assets/lexicon/region_adjectives.tsv"));
    let adjectives = countries
        .filter_map(|row| row.get(2).copied())
        .chain(regions.map(|row| row[0]));
    adjectives
        .filter(|adjective| !adjective.is_empty())
        .map(str::to_lowercase)
        .collect()
});

/// "Berliner", "Schweizer": words that stand before a noun without an ending.
static FROM_PLACES: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    let cities = rows(include_str!("../../assets/lexicon/cities.tsv"));
    let countries = rows(include_str!("../../assets/lexicon/countries.tsv"));
    let words = cities
        .filter_map(|row| row.get(1).copied())
        .chain(countries.filter_map(|row| row.get(3).copied()));
    words.filter(|word| word.ends_with("er")).collect()
});

static SEATS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    rows(include_str!("../../assets/lexicon/seats.tsv"))
        .map(|row| row[0])
        .collect()
});

static PLACE_OPENERS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    rows(include_str!("../../assets/lexicon/place_openers.tsv"))
        .map(|row| row[0])
        .collect()
});

/// What the lists say of `name`, which may stand in the genitive. First names count as names of persons.
pub fn known(name: &str) -> Option<Known> {
    let genitive = |ending| NAMES.get(name.strip_suffix(ending)?);
    let found = NAMES.get(name).or_else(|| genitive("s"));
    found.or_else(|| genitive("es")).copied()
}

/// Whether a place follows `word` inside a name: "Universität Jena", "TSV Neuried".
pub fn is_seat(word: &str) -> bool {
    SEATS.contains(word)
}

/// Whether `word` makes another place of the name that follows: "New York" is not York.
pub fn opens_place(word: &str) -> bool {
    PLACE_OPENERS.contains(word)
}

/// Whether `word` is an inflected adjective of a place, with a point of the compass perhaps: "Deutsche", "bayerischen",
/// "Süddeutsche".
pub fn is_place_adjective(word: &str) -> bool {
    const SIDES: [&str; 11] = [
        "nordwest", "nordost", "südwest", "südost", "nord", "süd", "ost", "west", "mittel",
        "inner", "gesamt",
    ];
    let Some(stem) = ["en", "em", "er", "es", "e"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending))
    else {
        return false;
    };
    let stem = stem.to_lowercase();
    ADJECTIVES.contains(&stem)
        || SIDES
            .iter()
            .filter_map(|side| stem.strip_prefix(side))
            .any(|rest| ADJECTIVES.contains(rest))
}

/// Whether `word` comes from a listed place and stands before a noun without an ending: "Berliner", "Leipziger".
pub fn is_from_place(word: &str) -> bool {
    let is_place = |name: &str| {
        NAMES
            .get(name)
            .is_some_and(|known| known.kind == Kind::Location && !known.is_ordinary)
    };
    FROM_PLACES.contains(word) && word != "Bayer" || word.strip_suffix("er").is_some_and(is_place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_tell_what_a_name_names() {
        let kind = |name| known(name).map(|known| known.kind);
        assert_eq!(kind("Jena"), Some(Kind::Location));
        assert_eq!(kind("Syriens"), Some(Kind::Location));
        assert_eq!(kind("NATO"), Some(Kind::Organisation));
        assert_eq!(kind("Haus"), None);
        assert!(known("Essen").is_some_and(|known| known.is_ordinary));
    }

    #[test]
    fn words_come_from_places() {
        for word in [
            "Deutsche",
            "Bayerischer",
            "deutschen",
            "Süddeutsche",
            "Europäische",
        ] {
            assert!(is_place_adjective(word), "{word}");
        }
        for word in ["Berliner", "Leipziger", "Schweizer"] {
            assert!(is_from_place(word), "{word}");
        }
        for word in ["Rote", "Vereinte", "Grüne", "Allgemeine"] {
            assert!(!is_place_adjective(word), "{word}");
        }
        for word in ["Müller", "Bayer", "Fischer"] {
            assert!(!is_from_place(word), "{word}");
        }
    }
}
