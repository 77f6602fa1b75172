//! Words for what a person is: "Präsident", "Vize-Außenminister", "Nahost-Experte", "Frau".

use crate::learning::hashing::FixedMap;
use std::sync::LazyLock;

use super::gender::Gender;
use super::word_list::rows;

/// What is known of a title or role noun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title {
    /// Nominative singular, as it would stand before a name: "Außenminister" for "Außenministers".
    pub word: String,
    /// Gender, where the word has one.
    pub gender: Option<Gender>,
    /// Field, as in the word list: "politics".
    pub class: &'static str,
    /// Whether the form may be a plural: "Minister", "Experten".
    pub may_be_plural: bool,
}

type List = FixedMap<&'static str, (Option<Gender>, &'static str)>;

static TITLES: LazyLock<List> =
    LazyLock::new(|| list(include_str!("../../assets/lexicon/titles.tsv")));
static HEADS: LazyLock<List> =
    LazyLock::new(|| list(include_str!("../../assets/lexicon/role_heads.tsv")));

fn list(tsv: &'static str) -> List {
    let mut list = List::default();
    for row in rows(tsv) {
        if let [word, gender, class, ..] = row[..] {
            let gender = Gender::from_letter(gender);
            // A word in both genders, "Abgeordnete", tells neither.
            let known = list.entry(word).or_insert((gender, class));
            if known.0 != gender {
                known.0 = None;
            }
        }
    }
    list
}

/// Ends of words that look like roles but mostly name a body, a thing or a crowd: "Sicherheitsrat", "Todesopfer".
const UNSURE_HEADS: [&str; 24] = [
    "rat",
    "vorstand",
    "opfer",
    "star",
    "login",
    "loge",
    "mann",
    "frau",
    "gast",
    "mitglied",
    "legende",
    "ikone",
    "freund",
    "wirt",
    "bauer",
    "besucher",
    "bewohner",
    "teilnehmer",
    "träger",
    "meister",
    "general",
    "führer",
    "springer",
    "vize",
];

/// Those of them that are a person's where a name follows: "Landesrat Schwaiger", "Vorstand Volker Kefer".
const BESIDE_NAMES: [&str; 9] = [
    "vorstand", "rat", "general", "meister", "mitglied", "star", "legende", "wirt", "bauer",
];

/// Words that address rather than describe.
const ADDRESSES: [&str; 5] = ["Herr", "Herrn", "Frau", "Fräulein", "Dame"];

/// Ends of words that say whose somebody is rather than what: "Amtskollege" tells no role of his own.
const RELATIONS: [&str; 10] = [
    "kollege",
    "kollegin",
    "freund",
    "freundin",
    "gegner",
    "gegnerin",
    "partner",
    "partnerin",
    "rivale",
    "rivalin",
];

/// Whether a role noun in the nominative only relates a person to another: "Kollege".
pub fn is_relation(noun: &str) -> bool {
    let lower = noun.to_lowercase();
    RELATIONS.iter().any(|relation| lower.ends_with(relation))
}

/// What `word` says of a person, in any case: "Präsidenten", "Außenministers", "Sprecherin", "US-Präsident".
pub fn look_up(word: &str) -> Option<Title> {
    if !word.chars().next().is_some_and(char::is_uppercase) {
        return None;
    }
    forms(word).find_map(|(base, may_be_plural)| {
        let (gender, class) = known(&base)?;
        Some(Title {
            gender,
            class,
            may_be_plural: may_be_plural || is_like_its_plural(&base),
            word: base,
        })
    })
}

/// What `word` says of a person whose name follows it: there "Vorstand" and "Finanzvorstand" are persons too, not bodies.
pub fn look_up_beside_name(word: &str) -> Option<Title> {
    let mut letters = word.chars();
    if !letters.next()?.is_uppercase() || letters.any(char::is_uppercase) && !word.contains('-') {
        return None;
    }
    forms(word).find_map(|(base, may_be_plural)| {
        let last = base.rsplit('-').next().unwrap_or(&base).to_lowercase();
        let head = BESIDE_NAMES.iter().find(|head| last.ends_with(**head))?;
        let &(gender, class) = HEADS.get(head)?;
        Some(Title {
            gender,
            class,
            may_be_plural,
            word: base,
        })
    })
}

/// Whether `word` only addresses a person: "Herr", "Frau".
pub fn is_address(word: &str) -> bool {
    ADDRESSES.contains(&word)
}

fn known(base: &str) -> Option<(Option<Gender>, &'static str)> {
    if let Some(&found) = TITLES.get(base) {
        return Some(found);
    }
    let last = base.rsplit('-').next().unwrap_or(base);
    if last.len() < base.len()
        && let Some(&found) = TITLES.get(last)
    {
        return Some(found);
    }
    let lower = last.to_lowercase();
    // The longest head that ends the word, with something before it.
    let starts = lower
        .char_indices()
        .map(|(at, _)| at)
        .skip(if last.len() < base.len() { 0 } else { 3 });
    for start in starts {
        if let Some(&found) = HEADS.get(&lower[start..]) {
            return (!UNSURE_HEADS.contains(&&lower[start..])).then_some(found);
        }
    }
    None
}

/// The nominative that a form may come from, with whether the form may be a plural then.
fn forms(word: &str) -> impl Iterator<Item = (String, bool)> {
    let cut = |ending: &'static str, added: &'static str, plural: bool| {
        word.strip_suffix(ending)
            .map(|stem| (format!("{stem}{added}"), plural))
    };
    [
        Some((word.to_owned(), false)),
        cut("innen", "in", true),
        cut("s", "", false),
        cut("es", "", false),
        cut("en", "e", true),
        cut("en", "", true),
        cut("n", "", true),
        cut("n", "r", false),
        cut("e", "", true),
        cut("e", "er", false),
        cut("em", "er", false),
        cut("ten", "t", true),
        cut("e", "es", false),
        word.contains("leute")
            .then(|| (word.replace("leute", "mann"), true)),
    ]
    .into_iter()
    .flatten()
}

/// "Minister", "Sprecher": the same word in the plural.
fn is_like_its_plural(base: &str) -> bool {
    base.ends_with("er")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_are_found_in_any_case_and_compound() {
        for (word, expected) in [
            ("Präsident", Some("Präsident")),
            ("Präsidenten", Some("Präsident")),
            ("Außenministers", Some("Außenminister")),
            ("Vize-Außenminister", Some("Vize-Außenminister")),
            ("Nahost-Experten", Some("Nahost-Experte")),
            ("US-Präsident", Some("US-Präsident")),
            ("Regierungssprecherin", Some("Regierungssprecherin")),
            ("Sprecherinnen", Some("Sprecherin")),
            ("Sicherheitsrat", None),
            ("Haus", None),
            ("Waffenruhe", None),
            ("präsident", None),
        ] {
            assert_eq!(
                look_up(word).map(|title| title.word).as_deref(),
                expected,
                "{word}"
            );
        }
    }

    #[test]
    fn endings_tell_gender() {
        let gender = |word| look_up(word).and_then(|title| title.gender);
        assert_eq!(gender("Bundeskanzlerin"), Some(Gender::Feminine));
        assert_eq!(gender("Bundesaußenminister"), Some(Gender::Masculine));
    }
}
