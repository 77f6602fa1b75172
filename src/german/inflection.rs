//! From a name as it stands in the text to the name itself: "Aleppos" → "Aleppo", "russischen" → "Russland".

use crate::german::lower_case::lower_case;
use crate::learning::hashing::FixedMap;
use std::collections::HashSet;
use std::sync::LazyLock;

use super::lexicon::{Classes, Lexicon};
use super::word_list::rows;

/// Names from the project's lists: whole names, and what is derived from them.
struct Names {
    known: HashSet<&'static str>,
    /// Adjective without its ending, in lower case → country.
    adjectives: FixedMap<&'static str, &'static str>,
    /// "Franzosen", "Berliner" → place.
    inhabitants: FixedMap<String, &'static str>,
    /// "US" → "USA", "EU" → "Europäische Union": abbreviation → name.
    abbreviations: FixedMap<&'static str, &'static str>,
}

static NAMES: LazyLock<Names> = LazyLock::new(|| {
    let mut names = Names {
        known: HashSet::new(),
        adjectives: FixedMap::default(),
        inhabitants: FixedMap::default(),
        abbreviations: FixedMap::default(),
    };
    for row in rows(include_str!("../../assets/lexicon/countries.tsv")) {
        let column = |index: usize| row.get(index).copied().filter(|word| !word.is_empty());
        let Some(country) = column(0) else { continue };
        names.known.insert(country);
        // Where several countries share a word, the shortest name is the usual one; newspapers write "USA".
        let usual = if country.starts_with("Vereinigte Staaten") {
            "USA"
        } else {
            country
        };
        let better = |known: &str| known != "USA" && (usual == "USA" || usual.len() < known.len());
        let keep = |known: &mut &'static str| {
            if better(known) {
                *known = usual;
            }
        };
        if let Some(adjective) = column(2) {
            keep(names.adjectives.entry(adjective).or_insert(usual));
        }
        for word in (3..6).filter_map(column) {
            for ending in ["", "s", "n", "en", "nen"] {
                keep(
                    names
                        .inhabitants
                        .entry(format!("{word}{ending}"))
                        .or_insert(usual),
                );
            }
        }
        names.known.extend(column(7));
        if let Some(abbreviation) = column(6) {
            names.known.insert(abbreviation);
            names.abbreviations.insert(abbreviation, country);
        }
    }
    for row in rows(include_str!("../../assets/lexicon/region_adjectives.tsv")) {
        if let [adjective, place] = row[..] {
            names.adjectives.entry(adjective).or_insert(place);
        }
    }
    for row in rows(include_str!("../../assets/lexicon/cities.tsv")) {
        names.known.insert(row[0]);
        if let Some(&derived) = row.get(1).filter(|derived| !derived.is_empty()) {
            for ending in ["", "s", "n", "in", "innen"] {
                names
                    .inhabitants
                    .entry(format!("{derived}{ending}"))
                    .or_insert(row[0]);
            }
        }
    }
    for row in rows(include_str!("../../assets/lexicon/organisations.tsv")) {
        names.known.insert(row[0]);
        if let Some(&abbreviation) = row.get(1).filter(|short| !short.is_empty()) {
            names.known.insert(abbreviation);
            names.abbreviations.entry(abbreviation).or_insert(row[0]);
        }
    }
    for list in [
        include_str!("../../assets/lexicon/first_names.tsv"),
        include_str!("../../assets/lexicon/sources.tsv"),
    ] {
        names.known.extend(rows(list).map(|row| row[0]));
    }
    names
});

/// Whether the lists have `name` just so: "Paris", "Honduras", "OSZE".
pub fn is_known(name: &str) -> bool {
    NAMES.known.contains(name)
}

/// The long form of an abbreviation from the lists: "OSZE" → "Organisation für Sicherheit und Zusammenarbeit in Europa".
pub fn long_form(abbreviation: &str) -> Option<&'static str> {
    NAMES.abbreviations.get(abbreviation).copied()
}

/// What a name would be if it stands in the genitive: "Aleppos" → "Aleppo", "Hans’" → "Hans"; `None` if it cannot be one.
pub fn without_genitive(name: &str) -> Option<&str> {
    if let Some(stem) = name.strip_suffix(['’', '\'', '‘']) {
        return stem.ends_with(['s', 'ß', 'x', 'z']).then_some(stem);
    }
    let stem = name.strip_suffix('s')?;
    let is_word = 2 <= stem.chars().count() && stem.chars().any(char::is_lowercase);
    (is_word && !stem.ends_with(['s', 'ß', 'x', 'z', '\'', '’', '-', ' '])).then_some(stem)
}

/// A name in the nominative. `is_seen` tells whether the article has a name just so; `before_noun` whether a noun follows.
///
/// "Assads" → "Assad" where the article or a list has "Assad"; "Paris" stays.
pub fn nominative(
    name: &str,
    lexicon: &Lexicon,
    before_noun: bool,
    is_seen: impl Fn(&str) -> bool,
) -> String {
    let Some(stem) = without_genitive(name) else {
        return name.to_owned();
    };
    let last = |name: &str| {
        name.rsplit([' ', '-'])
            .next()
            .unwrap_or_default()
            .to_owned()
    };
    if name.ends_with(['’', '\'', '‘']) || is_seen(stem) {
        return stem.to_owned();
    }
    let (word, word_stem) = (last(name), last(stem));
    if is_known(name) || is_known(&word) {
        return name.to_owned();
    }
    if is_known(stem) || is_known(&word_stem) {
        return stem.to_owned();
    }
    if let Some(noun) = genitive_noun(&word, lexicon) {
        let before = name.strip_suffix(word.as_str()).unwrap_or_default();
        return format!("{before}{noun}");
    }
    if lexicon.look_up(&word).is_none() && before_noun {
        return stem.to_owned();
    }
    name.to_owned()
}

/// A person's name in the nominative, as [`nominative`] has it, but surnames are no nouns: "Brandes" is no genitive of "Brand",
/// "Hans Peters" is not "Hans Peter".
pub fn person_nominative(
    name: &str,
    lexicon: &Lexicon,
    before_noun: bool,
    is_seen: impl Fn(&str) -> bool,
) -> String {
    let Some(stem) = without_genitive(name) else {
        return name.to_owned();
    };
    let word = name.rsplit([' ', '-']).next().unwrap_or(name);
    let is_apostrophe = name.ends_with(['’', '\'', '‘']);
    let is_first_name = word == name && is_known(stem) && !is_known(name);
    let is_before_noun = before_noun && lexicon.look_up(word).is_none() && !is_known(word);
    if is_apostrophe || is_seen(stem) || is_first_name || is_before_noun {
        stem.to_owned()
    } else {
        name.to_owned()
    }
}

/// The nominative of a noun that can only stand in the genitive, alone or at the end of a compound: "Bundesgerichtshofes" →
/// "Bundesgerichtshof"; `None` for all other words.
fn genitive_noun(word: &str, lexicon: &Lexicon) -> Option<String> {
    let nominative = |word: &str| {
        let classes = lexicon.look_up(word)?.classes;
        let is_genitive = classes.has(Classes::GENITIVE_SINGULAR)
            && !classes.has(Classes::NOMINATIVE_SINGULAR.or(Classes::NOMINATIVE_PLURAL));
        let noun = lexicon.noun(word).filter(|_| is_genitive);
        Some(noun)
    };
    if let Some(known) = nominative(word) {
        return known;
    }
    // The longest part at the end that is a word.
    let starts = word.char_indices().map(|(at, _)| at).skip(3);
    let mut tails = starts.filter(|&at| 4 <= word.len() - at).filter_map(|at| {
        let mut letters = word[at..].chars();
        let capital: String = letters.next()?.to_uppercase().chain(letters).collect();
        Some((at, nominative(&capital)?))
    });
    let (at, noun) = tails.next()?;
    Some(format!("{}{}", &word[..at], noun?.to_lowercase()))
}

/// The name of a thing whose first noun stands in the genitive: "Landgerichts Düsseldorf" → "Landgericht Düsseldorf",
/// "Instituts für Design" → "Institut für Design".
pub fn head_nominative(name: &str, lexicon: &Lexicon) -> String {
    match name.split_once(' ') {
        Some((first, rest)) if first.ends_with('s') && !is_known(first) => {
            let noun = genitive_noun(first, lexicon);
            format!("{} {rest}", noun.as_deref().unwrap_or(first))
        }
        _ => name.to_owned(),
    }
}

/// The place that a derived word comes from: "russischen" → "Russland", "Franzosen" → "Frankreich", "Berliner" → "Berlin".
pub fn origin(derived: &str) -> Option<&'static str> {
    if let Some(place) = NAMES.inhabitants.get(derived) {
        return Some(place);
    }
    let lower = lower_case(derived);
    let stem = ["en", "em", "er", "es", "e", ""].iter().find_map(|ending| {
        let stem = lower.strip_suffix(ending)?;
        NAMES.adjectives.get(stem)
    });
    stem.copied().or_else(|| {
        // "Mainzer", "Hamburgerin": regular formation from a listed place.
        let stem = ["erinnen", "erin", "ers", "ern", "er"]
            .iter()
            .find_map(|ending| derived.strip_suffix(ending))?;
        NAMES.known.get(stem).copied()
    })
}

/// Names that the first or another part of a compound may stand for: "US-Außenminister" → "USA", "EU-Kommission" → "EU".
pub fn part_names(compound: &str) -> impl Iterator<Item = &str> {
    compound.split('-').map(|part| match part {
        "US" => "USA",
        "UN" => "UNO",
        part => part,
    })
}

/// A name of several words with its adjectives as they stand without an article: "Roten Halbmond" → "Roter Halbmond".
pub fn without_article(name: &str, lexicon: &Lexicon) -> String {
    let words: Vec<&str> = name.split(' ').collect();
    let is_adjective = |word: &str| {
        let inflected = ["e", "en", "em", "er", "es"]
            .iter()
            .any(|ending| word.ends_with(ending));
        let lower = word.to_lowercase();
        let is_of_place = inflected && (lower.contains("ische") || lower.contains("deutsche"));
        is_of_place
            || inflected
                && lexicon.look_up(&word.to_lowercase()).is_some_and(|entry| {
                    entry
                        .classes
                        .has(Classes::ATTRIBUTE.or(Classes::PAST_PARTICIPLE_ATTRIBUTE))
                })
    };
    let n_adjectives = words.iter().take_while(|word| is_adjective(word)).count();
    let Some(ending) = words
        .get(n_adjectives)
        .filter(|_| 0 < n_adjectives)
        .and_then(|noun| strong_ending(noun, lexicon))
    else {
        return name.to_owned();
    };
    let adjectives = words[..n_adjectives].iter().map(|word| {
        let stem = ["en", "em", "er", "es", "e"]
            .iter()
            .find_map(|ending| word.strip_suffix(ending))
            .unwrap_or(word);
        format!("{stem}{ending}")
    });
    let rest = words[n_adjectives..].iter().map(|&word| word.to_owned());
    adjectives.chain(rest).collect::<Vec<_>>().join(" ")
}

/// The ending of an adjective before `noun` in the nominative without an article.
fn strong_ending(noun: &str, lexicon: &Lexicon) -> Option<&'static str> {
    let mut classes = lexicon
        .look_up(noun)
        .map_or(Classes::default(), |entry| entry.classes);
    if !classes.has(Classes::NOUN) {
        // The last part of a compound has its gender: "Beobachtungs-stelle".
        let starts = noun.char_indices().map(|(at, _)| at).skip(3);
        let parts = starts.filter_map(|at| {
            let mut part = noun[at..].chars();
            let capital: String = part.next()?.to_uppercase().chain(part).collect();
            (4 <= capital.len()).then(|| lexicon.look_up(&capital))?
        });
        classes = parts
            .map(|entry| entry.classes)
            .find(|classes| classes.has(Classes::NOUN))?;
    }
    let genders =
        [Classes::MASCULINE, Classes::FEMININE, Classes::NEUTER].map(|gender| classes.has(gender));
    let only_plural =
        classes.has(Classes::NOMINATIVE_PLURAL) && !classes.has(Classes::NOMINATIVE_SINGULAR);
    match genders {
        _ if only_plural => Some("e"),
        [true, false, false] => Some("er"),
        [false, true, false] => Some("e"),
        [false, false, true] => Some("es"),
        _ => None,
    }
}

/// What all forms of a name share: lower case, each word without its ending.
pub fn stem_key(name: &str) -> String {
    let stems = name.split_whitespace().map(|word| {
        let word = word
            .trim_matches(['„', '“', '"', '»', '«', '’', '\'', '‚', '‘'])
            .to_lowercase();
        let stem = ["en", "em", "er", "es", "e", "s", "n"]
            .iter()
            .find_map(|ending| word.strip_suffix(ending));
        stem.filter(|stem| 3 < stem.len())
            .unwrap_or(&word)
            .to_owned()
    });
    stems.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::learning::model_file::{Reader, unpack};

    fn lexicon() -> Lexicon {
        let contents =
            unpack(include_bytes!("../../assets/models/lexicon.model")).expect("a sound model");
        Lexicon::read(&mut Reader::new(&contents)).expect("a sound model")
    }

    #[test]
    fn genitives_become_nominatives() {
        let lexicon = lexicon();
        for (name, expected) in [
            ("Aleppos", "Aleppo"),
            ("Paris", "Paris"),
            ("Honduras", "Honduras"),
            ("Thomas", "Thomas"),
            ("Hans’", "Hans"),
            ("Lawrows", "Lawrow"),
            ("Bundestages", "Bundestag"),
            ("Syriens", "Syrien"),
            ("Bundesgerichtshofes", "Bundesgerichtshof"),
            ("Umweltministeriums", "Umweltministerium"),
            ("Starbucks", "Starbucks"),
            ("Reuters", "Reuters"),
            ("Xyzs", "Xyzs"),
        ] {
            assert_eq!(
                nominative(name, &lexicon, false, |seen| seen == "Lawrow"),
                expected,
                "{name}"
            );
        }
        let head = |name| head_nominative(name, &lexicon);
        assert_eq!(head("Landgerichts Düsseldorf"), "Landgericht Düsseldorf");
        assert_eq!(head("Deutsches Rotes Kreuz"), "Deutsches Rotes Kreuz");
        assert_eq!(nominative("Rybakows", &lexicon, true, |_| false), "Rybakow");
    }

    #[test]
    fn derived_words_lead_to_their_place() {
        for (word, place) in [
            ("russischen", Some("Russland")),
            ("Franzosen", Some("Frankreich")),
            ("Berliner", Some("Berlin")),
            ("syrischer", Some("Syrien")),
            ("amerikanische", Some("USA")),
            ("Hauses", None),
        ] {
            assert_eq!(origin(word), place, "{word}");
        }
    }

    #[test]
    fn adjectives_stand_as_without_an_article() {
        let lexicon = lexicon();
        for (name, expected) in [
            ("Roten Halbmond", "Roter Halbmond"),
            ("Internationale Rote Kreuz", "Internationales Rotes Kreuz"),
            (
                "Syrischen Beobachtungsstelle für Menschenrechte",
                "Syrische Beobachtungsstelle für Menschenrechte",
            ),
            ("Vereinten Nationen", "Vereinte Nationen"),
            ("New York", "New York"),
        ] {
            assert_eq!(without_article(name, &lexicon), expected, "{name}");
        }
    }
}
