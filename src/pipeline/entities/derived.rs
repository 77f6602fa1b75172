//! What derived words and compounds come from: "russischen" → Russland, "Europapolitik" → Europa, "US-Außenminister" → USA.

use std::collections::BTreeSet;

use crate::german::aliases;
use crate::german::inflection::{is_known, origin};

/// The place from the lists that a derived word comes from: "russischen", "US-amerikanische", "ostfranzösischen", "Berliner".
pub fn place(word: &str) -> Option<&'static str> {
    const DIRECTIONS: [&str; 18] = [
        "südost", "südwest", "nordost", "nordwest", "ost", "west", "nord", "süd", "mittel",
        "zentral", "pro", "anti", "ex", "alt", "neu", "gesamt", "inner", "exil",
    ];
    if let Some(place) = origin(word) {
        return Some(place);
    }
    if let Some((first, last)) = word.rsplit_once('-') {
        // "deutsch-französischen" comes from two, "US-amerikanischen" from one.
        let is_one =
            first.chars().all(char::is_uppercase) || DIRECTIONS.contains(&&*first.to_lowercase());
        return if is_one { origin(last) } else { None };
    }
    let lower = word.to_lowercase();
    let rest = DIRECTIONS
        .iter()
        .find_map(|direction| lower.strip_prefix(direction))?;
    // Adjectives only: "Westler" comes from no place.
    rest.contains("isch").then(|| origin(rest)).flatten()
}

/// Stems that a derived word may have, for names that only the article knows: "Mainzer" → "Mainz", "Al-Maadier" → "Al-Maadi".
pub fn stems(word: &str) -> impl Iterator<Item = &str> {
    const ENDINGS: [&str; 12] = [
        "erinnen", "erin", "ern", "ers", "er", "ischen", "ischer", "isches", "ischem", "ische",
        "s", "",
    ];
    ENDINGS
        .iter()
        .filter_map(|ending| word.strip_suffix(ending))
}

/// Names that a compound may begin or end with, the likeliest first, the longest before the shorter: "Al-Qaida-Führer" →
/// "Al-Qaida", "Al"; `seen` has the words of the article's names.
pub fn heads<'a>(compound: &'a str, seen: &BTreeSet<&str>) -> Vec<&'a str> {
    let compound = compound.trim_matches(['„', '“', '"', '»', '«', '‚', '‘']);
    let ends = compound.match_indices('-').map(|(at, _)| at);
    let ends = ends.chain([compound.len()]).filter(|&end| 0 < end);
    let mut heads: Vec<&str> = ends.map(|end| &compound[..end]).collect();
    heads.reverse();
    let inner = compound
        .match_indices('-')
        .map(|(at, _)| &compound[at + 1..]);
    heads.extend(
        inner
            .flat_map(|rest| rest.split('-'))
            .filter(|part| 1 < part.len()),
    );
    // "Europapolitik", "Elbwiese": a name without a hyphen behind it.
    let first = compound.split('-').next().unwrap_or(compound);
    let cuts = first.char_indices().map(|(at, _)| at).skip(4);
    let mut starts: Vec<&str> = cuts
        .map(|at| &first[..at])
        .filter(|start| start.len() + 3 <= first.len())
        .filter(|start| seen.contains(start) || is_known(start))
        .collect();
    starts.reverse();
    heads.extend(starts);
    heads
}

/// The head that a new thing is made from where the article names none: one from the lists, or else what stands before the first hyphen.
pub fn new_head<'a>(compound: &'a str, heads: &[&'a str]) -> Option<&'a str> {
    let is_listed = |head: &&&str| is_known(head) || aliases::look_up(head).is_some();
    let listed = heads.iter().find(is_listed).copied();
    listed.or_else(|| {
        // "Nord- und Südkorea": half a word names nothing.
        let (first, _) = compound
            .split_once('-')
            .filter(|(_, rest)| !rest.is_empty())?;
        let is_article = matches!(
            first,
            "Al" | "El" | "De" | "La" | "Le" | "San" | "St" | "Vize" | "Ex"
        );
        (2 <= first.chars().count() && !is_article).then_some(first)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn derived_words_lead_to_their_place() {
        for (word, expected) in [
            ("russischen", Some("Russland")),
            ("US-amerikanischen", Some("USA")),
            ("ostfranzösischen", Some("Frankreich")),
            ("deutsch-französischen", None),
            ("nordirischen", Some("Nordirland")),
            ("Westler", None),
        ] {
            assert_eq!(place(word), expected, "{word}");
        }
    }

    #[test]
    fn compounds_begin_with_names() {
        let seen = BTreeSet::from(["Elbe", "Mubarak"]);
        for (word, expected) in [
            ("Al-Qaida-Führer", Some("Al-Qaida")),
            ("Europapolitik", Some("Europa")),
            ("US-Außenminister", Some("US")),
            ("Al-Unbekannt", None),
            ("Xyz-Werk", Some("Xyz")),
        ] {
            assert_eq!(new_head(word, &heads(word, &seen)), expected, "{word}");
        }
        assert_eq!(
            heads("Mubarak-Gegner", &seen)[..2],
            ["Mubarak-Gegner", "Mubarak"]
        );
    }
}
