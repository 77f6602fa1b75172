//! Sources that stay unnamed: "Delegationskreise", "ein Insider", "zwei hochrangige Diplomaten".

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::passing_on::{Passing, passing};
use super::word_list;

/// How a noun hides who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Hiding {
    /// "Regierungskreise", "Insider".
    Always,
    /// "Diplomat", "Augenzeugin": somebody, unless an article says who.
    WhenIndefinite,
}

static NOUNS: LazyLock<BTreeMap<&'static str, Hiding>> = LazyLock::new(|| {
    let rows = word_list::rows(include_str!("../../assets/lexicon/anonymous.tsv"));
    let entry = |row: Vec<&'static str>| match *row.get(1)? {
        "circles" | "source" => Some((row[0], Hiding::Always)),
        "official" | "witness" => Some((row[0], Hiding::WhenIndefinite)),
        _ => None,
    };
    rows.filter_map(entry).collect()
});

/// Words between an account and its source: "Angaben aus Fraktionskreisen".
const OF: [&str; 8] = [
    "von", "vom", "der", "des", "aus", "einer", "eines", "seitens",
];

/// Whether the words for somebody leave open who it is: "Zwei hochrangige Diplomaten", "Angaben aus Fraktionskreisen",
/// "eine mit der Sache vertraute Person".
pub fn is_anonymous(words: &str) -> bool {
    let words: Vec<&str> = words.split_whitespace().collect();
    let is_account =
        words.len() > 2 && passing(words[0]) == Some(Passing::Account) && OF.contains(&words[1]);
    let words = if is_account { &words[1..] } else { &words[..] };
    let Some(first) = words.first() else {
        return false;
    };
    let is_initiated = words.contains(&"mit")
        && words.iter().any(|word| {
            matches!(
                *word,
                "vertraute" | "vertrauter" | "vertrauten" | "betraute"
            )
        });
    is_initiated || head_hides(words, is_definite(first))
}

/// Whether a phrase begins in a way that says which one is meant.
fn is_definite(first: &str) -> bool {
    let lower = first.to_lowercase();
    let is_possessive = ["sein", "ihr", "unser", "mein", "euer", "dies", "jene"]
        .iter()
        .any(|start| lower.starts_with(start));
    is_possessive
        || matches!(
            lower.as_str(),
            "der" | "die" | "das" | "dem" | "den" | "des"
        )
}

/// Whether the noun that heads the phrase hides who speaks: the first one; what depends on it does not count.
fn head_hides(words: &[&str], is_definite: bool) -> bool {
    let noun = words
        .iter()
        .skip(usize::from(words.len() > 1))
        .find(|word| {
            NOUNS.contains_key(bare(word)) || ends_in_circles(bare(word)) || is_noun_like(word)
        });
    let opens = (words.len() > 1).then(|| words[0]);
    let by_opening = opens.filter(|word| NOUNS.contains_key(bare(word)) || ends_in_circles(word));
    let Some(noun) = by_opening.or(noun.copied()).map(bare) else {
        return false;
    };
    ends_in_circles(noun)
        || match NOUNS.get(noun) {
            Some(Hiding::Always) => true,
            Some(Hiding::WhenIndefinite) => !is_definite,
            None => false,
        }
}

fn bare(word: &str) -> &str {
    word.trim_matches(|character: char| !character.is_alphanumeric())
}

fn is_noun_like(word: &str) -> bool {
    bare(word).starts_with(char::is_uppercase)
}

/// "Industriekreise", but not "Landkreise".
fn ends_in_circles(noun: &str) -> bool {
    /// Circles that are no people.
    const PLACES: [&str; 10] = [
        "Land", "Wahl", "Stimm", "Polar", "Erd", "Halb", "Kirchen", "Um", "Wende", "Nachbar",
    ];
    let stem = noun
        .strip_suffix("kreisen")
        .or_else(|| noun.strip_suffix("kreise"))
        .or_else(|| noun.strip_suffix("-Kreisen"))
        .or_else(|| noun.strip_suffix("-Kreise"));
    stem.is_some_and(|stem| !stem.is_empty() && !PLACES.iter().any(|place| stem.ends_with(place)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(words: &str, expected: bool) {
        assert_eq!(is_anonymous(words), expected, "{words}");
    }

    #[test]
    fn circles_and_insiders_stay_unnamed() {
        check("Delegationskreisen", true);
        check("Angaben aus Fraktionskreisen", true);
        check("dem Umfeld des Präsidenten", true);
        check("westlichen Chemiekreisen", true);
        check("ein Insider", true);
        check("eine mit der Sache vertraute Person", true);
    }

    #[test]
    fn some_diplomat_is_unnamed_and_the_diplomat_is_not() {
        check("Zwei hochrangige Diplomaten", true);
        check("Regierungsvertreter", true);
        check("die Diplomatin", false);
        check("seinen Mitarbeiter", false);
    }

    #[test]
    fn offices_and_spokespersons_are_named_by_whom_they_speak_for() {
        check("ein Sprecher des Ministeriums", false);
        check("Angaben der Polizei", false);
        check("seinen Anwalt", false);
        check("den Landkreisen", false);
        check("der Chef der Diplomaten", false);
        check("", false);
    }
}
