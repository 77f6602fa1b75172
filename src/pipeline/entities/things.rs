//! What the names of one organisation, place or other thing have in common, and which of them is shown.

use std::collections::BTreeMap;

use crate::german::aliases;
use crate::german::inflection::{is_known, long_form, stem_key};

/// Words after the name of a company that say nothing but its legal form.
pub const LEGAL_FORMS: [&str; 20] = [
    "AG", "GmbH", "SE", "KG", "KGaA", "OHG", "Inc.", "Inc", "Corp.", "Corp", "Ltd.", "Ltd", "Co.",
    "Co", "S.A.", "SA", "SpA", "e.V.", "eG", "plc",
];

/// Words in the name of a club beside its own: "FC Hansa Rostock".
const CLUB_MARKS: [&str; 17] = [
    "FC", "SC", "SV", "VfB", "VfL", "TSV", "TSG", "FSV", "SpVgg", "BSC", "MSV", "KSC", "AC", "AS",
    "CF", "BC", "Borussia",
];

/// A key that all names of a thing share: "Die Linke" and "Linkspartei", "UN" and "Vereinte Nationen".
pub fn key(name: &str) -> String {
    if let Some(key) = well_known(name) {
        return key;
    }
    let bare = ["Die ", "Der ", "Das ", "The "]
        .iter()
        .find_map(|article| name.strip_prefix(article))
        .unwrap_or(name);
    let bare = without_legal_form(bare);
    if let Some(key) = well_known(bare) {
        return key;
    }
    let bare = ["al-", "Al-", "el-", "El-"]
        .iter()
        .find_map(|article| bare.strip_prefix(article))
        .filter(|rest| 3 < rest.len() && !rest.contains('-'))
        .unwrap_or(bare);
    stem_key(bare)
}

fn well_known(name: &str) -> Option<String> {
    let listed = aliases::look_up(name).or_else(|| aliases::look_up(long_form(name)?));
    let listed = listed.map(|known| known.name);
    listed.or_else(|| long_form(name)).map(stem_key)
}

fn without_legal_form(name: &str) -> &str {
    let mut bare = name;
    while let Some((before, last)) = bare.rsplit_once(' ') {
        if !LEGAL_FORMS.contains(&last) && last != "&" {
            break;
        }
        bare = before.trim_end();
    }
    if bare.is_empty() { name } else { bare }
}

/// The name of a thing whose forms, in the nominative, occur so often: the fullest; of forms of one word the plainest.
///
/// "USA" and "Vereinigte Staaten" → "Vereinigte Staaten", "Landgerichts Düsseldorf" and "Landgericht Düsseldorf" → the latter.
pub fn fullest(forms: &BTreeMap<String, usize>) -> Option<&str> {
    let mut plainest: BTreeMap<String, (&str, usize)> = BTreeMap::new();
    for (form, &count) in forms {
        let known = plainest.entry(stem_key(form)).or_insert((form, count));
        if (form.chars().count(), usize::MAX - count)
            < (known.0.chars().count(), usize::MAX - known.1)
        {
            *known = (form, count);
        }
    }
    let fullness = |form: &str| {
        let is_listed = is_known(form) || aliases::look_up(form).is_some();
        let n_words = form.split(' ').count();
        (n_words, is_listed, form.chars().count())
    };
    // The first of equals, in the order of the alphabet.
    let forms = plainest.into_values().map(|(form, _)| form).rev();
    forms.max_by_key(|form| fullness(form))
}

/// Whether `short` is what is left of `long` when its kind of thing goes unsaid: "Mitiga" for "Flughafen Mitiga", "Hansa" for
/// "FC Hansa Rostock", "Ministerrat" for "OSZE-Ministerrat". `is_noun` knows ordinary nouns.
pub fn is_short_for(short: &str, long: &str, is_noun: impl Fn(&str) -> bool) -> bool {
    if short.len() < 4 || long.len() <= short.len() {
        return false;
    }
    let words: Vec<&str> = long.split(' ').collect();
    let is_club = words.iter().any(|word| CLUB_MARKS.contains(word));
    if is_club && words.contains(&short) {
        return !is_known(short) && !CLUB_MARKS.contains(&short);
    }
    if let Some(before) = long.strip_suffix(short) {
        if let Some(part) = before.strip_suffix('-') {
            return !short.contains([' ', '-']) && !part.contains(' ') && is_noun(short);
        }
        if let Some(kind) = before.strip_suffix(' ') {
            return !kind.contains(' ') && is_noun(kind) && !is_noun(short) && !is_known(short);
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_one_thing_have_one_key() {
        for (one, other, expected) in [
            ("UN", "Vereinte Nationen", true),
            ("Die Linke", "Linkspartei", true),
            ("Deutsche Bank", "Deutsche Bank AG", true),
            ("Al-Watan", "Watan", true),
            ("Al-Kaida", "Al-Qaida", true),
            (
                "OSZE",
                "Organisation für Sicherheit und Zusammenarbeit in Europa",
                true,
            ),
            ("Bundestages", "Bundestag", true),
            ("Kreml", "Russland", false),
            ("Nordkorea", "Südkorea", false),
            ("Niger", "Nigeria", false),
            ("Deutsche Bahn", "Deutsche Bank", false),
        ] {
            assert_eq!(key(one) == key(other), expected, "{one}, {other}");
        }
    }

    #[test]
    fn the_fullest_form_is_shown() {
        for (forms, expected) in [
            (&["USA", "Vereinigte Staaten"][..], "Vereinigte Staaten"),
            (
                &["Landgericht Düsseldorf", "Landgerichts Düsseldorf"],
                "Landgericht Düsseldorf",
            ),
            (&["BGH", "Bundesgerichtshof"], "Bundesgerichtshof"),
        ] {
            let forms = forms.iter().map(|&form| (form.to_owned(), 1)).collect();
            assert_eq!(fullest(&forms), Some(expected));
        }
    }

    #[test]
    fn short_forms_leave_the_kind_unsaid() {
        let is_noun = |word: &str| ["Flughafen", "Universität", "Ministerrat"].contains(&word);
        for (short, long, expected) in [
            ("Mitiga", "Flughafen Mitiga", true),
            ("Hansa", "FC Hansa Rostock", true),
            ("Rostock", "FC Hansa Rostock", false),
            ("Ministerrat", "OSZE-Ministerrat", true),
            ("Jena", "Universität Jena", false),
            ("Post", "Deutsche Post", false),
        ] {
            assert_eq!(
                is_short_for(short, long, is_noun),
                expected,
                "{short}, {long}"
            );
        }
    }
}
