//! Other names of well-known things: "UNO", "UN" and "Vereinte Nationen".

use crate::learning::hashing::FixedMap;
use std::sync::LazyLock;

use super::inflection::stem_key;
use super::word_list::rows;
use crate::document::Kind;

/// A thing that has several names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    /// The name that newspapers use most: "USA".
    pub name: &'static str,
    /// What it is.
    pub kind: Kind,
}

static ALIASES: LazyLock<FixedMap<&'static str, Known>> = LazyLock::new(|| {
    let mut aliases = FixedMap::default();
    for row in rows(include_str!("../../assets/lexicon/aliases.tsv")) {
        let [name, kind, others, ..] = row[..] else {
            continue;
        };
        let kind = match kind {
            "location" => Kind::Location,
            "organisation" => Kind::Organisation,
            _ => Kind::Other,
        };
        for alias in others.split(" | ").chain([name]) {
            aliases.insert(alias, Known { name, kind });
        }
    }
    aliases
});

/// The thing that bears this name, in the nominative, if it is one of those with several names.
///
/// "Vereinigtes Königreich" → "Großbritannien"; "Kreml" is known for itself only and gives nothing.
pub fn look_up(name: &str) -> Option<Known> {
    ALIASES.get(name).copied()
}

/// How a list spells a name in the nominative: "Mitteldeutschen Zeitung", "Grünen" → "Mitteldeutsche Zeitung", "Grüne".
pub fn spelled(name: &str) -> Option<&'static str> {
    static SPELLED: LazyLock<FixedMap<String, &'static str>> = LazyLock::new(|| {
        let mut spelled = FixedMap::default();
        for list in [
            include_str!("../../assets/lexicon/organisations.tsv"),
            include_str!("../../assets/lexicon/sources.tsv"),
        ] {
            let names = rows(list).map(|row| row[0]);
            for name in names.filter(|name| name.contains(' ')) {
                spelled.entry(stem_key(name)).or_insert(name);
            }
        }
        let mut names: Vec<&'static str> = ALIASES.keys().copied().collect();
        names.sort_unstable();
        for name in names {
            let is_inflected = name.contains(' ') || matches!(name, "Grüne" | "Linke");
            if is_inflected {
                spelled.entry(stem_key(name)).or_insert(name);
            }
        }
        spelled
    });
    let is_inflected = name.contains(' ') || matches!(name, "Grünen" | "Linken");
    let found = SPELLED
        .get(&stem_key(name))
        .filter(|_| is_inflected)
        .copied()?;
    // As many words, so that nothing is lost or added; "GRÜNE" stays as it is printed.
    let is_like_it = found.split(' ').count() == name.split(' ').count();
    is_like_it.then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_know_the_nominative() {
        for (name, expected) in [
            ("Deutschen Fußball Liga", Some("Deutsche Fußball Liga")),
            ("Grünen", Some("Grüne")),
            ("Bremen", None),
        ] {
            assert_eq!(spelled(name), expected, "{name}");
        }
    }

    #[test]
    fn all_names_of_a_thing_lead_to_it() {
        for (alias, expected) in [
            ("Vereinigtes Königreich", Some("Großbritannien")),
            ("Großbritannien", Some("Großbritannien")),
            ("UNO", Some("Vereinte Nationen")),
            ("Vereinigte Staaten", Some("USA")),
            ("Kreml", None),
        ] {
            assert_eq!(look_up(alias).map(|known| known.name), expected, "{alias}");
        }
        assert_eq!(look_up("WHO").map(|it| it.kind), Some(Kind::Organisation));
    }
}
