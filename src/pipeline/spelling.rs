//! Texts written without umlauts ("Buergermeister Mueller erklaerte") and without ß ("heisst", as in Switzerland) are read as
//! if they had them, so that dictionaries and models know their words.
//!
//! "ae" has two bytes in UTF-8, and so has "ä", "ss" as well as "ß": every place in the one text is the same place in the other,
//! and what is found holds in the article as it stands, which is never changed.

use std::collections::HashMap;

use crate::document::Findings;
use crate::german::gender::is_first_name;
use crate::german::known_names::known;
use crate::german::lexicon::Lexicon;
use crate::german::lower_case::lower_case;
use crate::german::titles;

const UMLAUTS: [(&str, &str); 9] = [
    ("ae", "ä"),
    ("oe", "ö"),
    ("ue", "ü"),
    ("Ae", "Ä"),
    ("Oe", "Ö"),
    ("Ue", "Ü"),
    ("AE", "Ä"),
    ("OE", "Ö"),
    ("UE", "Ü"),
];

const SHARP: [(&str, &str); 1] = [("ss", "ß")];

/// Words of which it must be certain that they are written without umlauts, or without ß: a text with a ß in none of its words
/// may be an ordinary one.
const LEAST: usize = 2;

/// More pairs of letters in one word are not tried one by one.
const MOST_PAIRS: usize = 5;

/// The text with umlauts and ß, as long in bytes as before; nothing if it is written in the usual way.
pub fn restored(text: &str, lexicon: &Lexicon) -> Option<String> {
    let mut pairs: Vec<(&str, &str)> = Vec::new();
    if !text.contains(['ä', 'ö', 'ü', 'Ä', 'Ö', 'Ü', '\u{308}']) {
        pairs.extend(UMLAUTS);
    }
    if !text.contains('ß') {
        pairs.extend(SHARP);
    }
    if pairs.is_empty() {
        return None;
    }
    let mut restored = String::with_capacity(text.len());
    let mut seen: HashMap<&str, Option<(String, Sure)>> = HashMap::new();
    let mut n_certain = 0;
    for word in text.split_inclusive(|c: char| !c.is_alphabetic()) {
        let bare = word.trim_end_matches(|c: char| !c.is_alphabetic());
        let found = seen
            .entry(bare)
            .or_insert_with(|| spelt(bare, &pairs, lexicon));
        if let Some((spelt, sure)) = found {
            // "Weiss" may be a name.
            let is_plain = bare.starts_with(char::is_lowercase);
            n_certain += usize::from(*sure == Sure::Known && is_plain);
            restored.push_str(spelt);
            restored.push_str(&word[bare.len()..]);
        } else {
            restored.push_str(word);
        }
    }
    (LEAST <= n_certain && restored.len() == text.len()).then_some(restored)
}

/// Names are spelt as in the article: "Mueller", where it has "Muellers".
pub fn respell(findings: &mut Findings, original: &str) {
    let respelt = |name: &mut String| {
        let plain = plain(name);
        if plain != *name && !original.contains(name.as_str()) && original.contains(&plain) {
            *name = plain;
        }
    };
    for entity in &mut findings.entities {
        respelt(&mut entity.name);
        entity.aliases.iter_mut().for_each(respelt);
        entity.role.iter_mut().for_each(respelt);
    }
}

fn plain(name: &str) -> String {
    let pairs = UMLAUTS[..6].iter().chain(&SHARP);
    pairs.fold(name.to_owned(), |name, (plain, letter)| {
        name.replace(letter, plain)
    })
}

/// How sure it is that a word is spelt otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sure {
    /// The dictionary knows the one and not the other.
    Known,
    /// It knows neither.
    Guessed,
}

/// The word with umlauts and ß; nothing if it has none.
fn spelt(word: &str, pairs: &[(&str, &str)], lexicon: &Lexicon) -> Option<(String, Sure)> {
    let places = places(word, pairs);
    if places.is_empty() || is_known(word, lexicon) {
        return None;
    }
    let mut best = None;
    if places.len() <= MOST_PAIRS {
        // Those with the most letters restored first.
        let mut choices: Vec<u32> = (1..1 << places.len()).collect();
        choices.sort_by_key(|choice| std::cmp::Reverse(choice.count_ones()));
        let spellings = || choices.iter().map(|&choice| with(word, &places, choice));
        best = spellings()
            .find(|spelling| is_known(spelling, lexicon))
            .or_else(|| spellings().find(|spelling| ends_known(spelling, word, lexicon)));
    }
    if let Some(best) = best {
        return Some((best, Sure::Known));
    }
    // "Buergerbegehren": likelier an umlaut than two vowels, unless they are the end of "aue", "eue", "que".
    let is_likely = |&(at, pair, _): &(usize, &str, &str)| {
        let before = word[..at]
            .chars()
            .next_back()
            .map(|c| c.to_ascii_lowercase());
        pair != "ss" && !matches!(before, Some('a' | 'e' | 'q' | 'o' | 'i'))
    };
    let choice = places.iter().take(31).enumerate();
    let choice = choice
        .filter(|(_, place)| is_likely(place))
        .fold(0, |choice, (index, _)| choice | 1 << index);
    (choice != 0).then(|| (with(word, &places, choice), Sure::Guessed))
}

/// Where pairs of letters stand, what they are, and what they may stand for.
fn places<'a>(word: &str, pairs: &[(&'a str, &'a str)]) -> Vec<(usize, &'a str, &'a str)> {
    let mut places: Vec<_> = pairs
        .iter()
        .flat_map(|&(pair, letter)| {
            word.match_indices(pair)
                .map(move |(at, _)| (at, pair, letter))
        })
        .collect();
    places.sort_unstable();
    places
}

/// The word with the letters of some places.
fn with(word: &str, places: &[(usize, &str, &str)], choice: u32) -> String {
    let mut spelt = String::with_capacity(word.len());
    let mut end = 0;
    for (index, &(at, pair, letter)) in places.iter().enumerate() {
        if index < 32 && choice & (1 << index) != 0 && end <= at {
            spelt.push_str(&word[end..at]);
            spelt.push_str(letter);
            end = at + pair.len();
        }
    }
    spelt.push_str(&word[end..]);
    spelt
}

fn is_known(word: &str, lexicon: &Lexicon) -> bool {
    lexicon.look_up(word).is_some()
        || lexicon.look_up(&lower_case(word)).is_some()
        || is_first_name(word)
        || known(word).is_some()
        || titles::look_up(word).is_some()
}

/// Whether the dictionary knows the end of a compound, from before the first letter restored, and not as it was written:
/// "Hauptstraße".
fn ends_known(spelt: &str, word: &str, lexicon: &Lexicon) -> bool {
    const SHORTEST: usize = 5;
    let differs = spelt
        .char_indices()
        .find(|&(at, letter)| !word[at..].starts_with(letter));
    let Some((differs, _)) = differs else {
        return false;
    };
    let starts = spelt.char_indices().map(|(at, _)| at);
    let mut starts = starts.take_while(|&at| at <= differs && at + SHORTEST <= spelt.len());
    let noun = |part: &str| {
        let mut letters = part.chars();
        let first = letters.next().into_iter().flat_map(char::to_uppercase);
        let noun: String = first.chain(letters).collect();
        lexicon.look_up(&noun).is_some() || lexicon.look_up(part).is_some()
    };
    starts.any(|at| 2 < at && noun(&spelt[at..]) && !noun(&word[at..]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::LazyLock;

    use crate::article::from_text;
    use crate::pipeline::Pipeline;

    static PIPELINE: LazyLock<Pipeline> =
        LazyLock::new(|| Pipeline::embedded().expect("the models are whole"));

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(
            restored(text, &PIPELINE.lexicon).as_deref(),
            expected,
            "{text}"
        );
    }

    #[test]
    fn words_get_their_umlauts_and_others_stay() {
        check(
            "Buergermeister Mueller erklaerte, die neue Strasse koenne teurer werden, heisst es aktuell.",
            Some(
                "Bürgermeister Müller erklärte, die neue Straße könne teurer werden, heißt es aktuell.",
            ),
        );
        check(
            "Die grossen Städte wissen, dass die Masse an Gästen ausserdem Weiss mag.",
            Some("Die großen Städte wissen, dass die Masse an Gästen außerdem Weiss mag."),
        );
    }

    #[test]
    fn the_usual_spelling_is_left_alone() {
        check("Israel und Manuel Neuer kauften neue Poesie.", None);
        check("Die Straße ist gesperrt, heißt es aus Köln.", None);
        check("Frau Weiss und Herr Strasser wissen, dass es regnet.", None);
        check("", None);
    }

    #[test]
    fn the_article_stays_and_names_are_spelt_as_in_it() {
        let text = "Buergermeister Juergen Mueller erklaerte in Muenchen: „Wir koennen das.“ Spaeter sagte Mueller, er hoere zu.";
        let document = PIPELINE.read(from_text(text.to_owned()));
        assert_eq!(document.text(), text);
        let names: Vec<&str> = document
            .findings
            .entities
            .iter()
            .map(|entity| entity.name.as_str())
            .collect();
        assert!(names.contains(&"Juergen Mueller"), "{names:?}");
        assert!(names.contains(&"Muenchen"), "{names:?}");
        let statements = &document.findings.statements;
        assert!(
            statements
                .iter()
                .any(|said| said.text(text) == "„Wir koennen das.“")
        );
    }
}
