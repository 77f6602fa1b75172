//! Other names of well-known things: "UNO", "UN" and "Vereinte Nationen".

use std::collections::HashMap;
use std::sync::LazyLock;

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

static ALIASES: LazyLock<HashMap<&'static str, Known>> = LazyLock::new(|| {
    let mut aliases = HashMap::new();
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

#[cfg(test)]
mod tests {
    use super::*;

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
