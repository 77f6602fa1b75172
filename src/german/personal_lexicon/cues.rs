//! Words that announce no statement, in all their forms: an entry "teilte mit" or "mitteilen" is found in »teilt … mit«.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::german::cues::{self, CuePart};
use crate::german::lexicon::Lexicon;

/// Dictionary words of entries, by the part of speech that they may be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DeniedCues {
    verbs: HashSet<String>,
    nouns: HashSet<String>,
    others: HashSet<String>,
    /// Longest word → the other words of phrases with it.
    phrases: HashMap<String, BTreeSet<Vec<String>>>,
}

/// What a word of a text may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordClass {
    /// Finite or not.
    Verb,
    /// Capitalised.
    Noun,
    /// All else.
    Other,
}

impl DeniedCues {
    /// From the words of entries.
    pub(super) fn new(entries: &[String], lexicon: &Lexicon) -> Self {
        let mut denied = Self::default();
        for entry in entries {
            let words: Vec<&str> = entry.split_whitespace().collect();
            match words[..] {
                [] => {}
                [word] => denied.add_word(word, lexicon),
                [verb, particle] if with_particle(verb, particle, lexicon).is_some() => {
                    denied.verbs.extend(with_particle(verb, particle, lexicon));
                }
                _ => {
                    let mut words: Vec<String> =
                        words.iter().map(|word| base(word, lexicon)).collect();
                    words.sort_by_key(|word| (word.len(), word.clone()));
                    words.dedup();
                    if let Some(anchor) = words.pop() {
                        denied.phrases.entry(anchor).or_default().insert(words);
                    }
                }
            }
        }
        denied
    }

    fn add_word(&mut self, word: &str, lexicon: &Lexicon) {
        let lower = word.to_lowercase();
        let noun = lexicon.noun(word).filter(|_| word != lower);
        let verb = lexicon.verb(word).filter(|_| noun.is_none());
        let parts = [CuePart::Preposition, CuePart::Particle, CuePart::Adjective];
        if noun.is_none() && verb.is_none() || cues::look_up_any(&lower, &parts).is_some() {
            self.others.insert(lower.clone());
        }
        if word == lower {
            self.verbs.extend(verb);
            self.verbs.insert(lower);
        } else {
            self.nouns.extend(noun.map(|noun| noun.to_lowercase()));
            self.nouns.insert(lower);
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        let words = [&self.verbs, &self.nouns, &self.others];
        self.phrases.is_empty() && words.iter().all(|words| words.is_empty())
    }

    /// Whether a word announces nothing, with the separated particle of its verb.
    pub fn has_word(
        &self,
        word: &str,
        class: WordClass,
        particle: Option<&str>,
        lexicon: &Lexicon,
    ) -> bool {
        match class {
            WordClass::Verb => {
                let whole = particle.and_then(|it| with_particle(word, it, lexicon));
                if let Some(whole) = whole {
                    return self.verbs.contains(&whole);
                }
                let verb = lexicon.verb(word);
                verb.is_some_and(|verb| self.verbs.contains(&verb))
                    || self.verbs.contains(&word.to_lowercase())
            }
            WordClass::Noun => {
                let noun = lexicon.noun(word).unwrap_or_else(|| word.to_owned());
                self.nouns.contains(&noun.to_lowercase())
                    || self.nouns.contains(&word.to_lowercase())
            }
            WordClass::Other => self.others.contains(&word.to_lowercase()),
        }
    }

    /// Places in the words of a sentence of phrases that announce nothing: "gab", "zu", "Protokoll". Sorted.
    pub fn phrases_in(&self, words: &[&str], lexicon: &Lexicon) -> Vec<usize> {
        if self.phrases.is_empty() {
            return Vec::new();
        }
        let mut places: HashMap<String, Vec<usize>> = HashMap::new();
        for (place, word) in words.iter().enumerate() {
            places.entry(base(word, lexicon)).or_default().push(place);
        }
        let mut found: BTreeSet<usize> = BTreeSet::new();
        let anchors = words.iter().map(|word| base(word, lexicon));
        for anchor in anchors.collect::<BTreeSet<String>>() {
            for rest in self.phrases.get(&anchor).into_iter().flatten() {
                if rest.iter().all(|word| places.contains_key(word)) {
                    let phrase = rest.iter().chain([&anchor]);
                    found.extend(phrase.filter_map(|word| places.get(word)).flatten());
                }
            }
        }
        found.into_iter().collect()
    }
}

/// The whole verb of a form whose particle stands apart: "teilte", "mit" → "mitteilen".
fn with_particle(verb: &str, particle: &str, lexicon: &Lexicon) -> Option<String> {
    let base = lexicon.verb(verb)?;
    let whole = format!("{}{base}", particle.to_lowercase());
    let is_word = lexicon.verb(&whole).is_some_and(|verb| verb == whole);
    let is_cue = || cues::separated(&base, &particle.to_lowercase()).is_some();
    (is_word || is_cue()).then_some(whole)
}

/// The dictionary word, in lower case.
fn base(word: &str, lexicon: &Lexicon) -> String {
    let lower = word.to_lowercase();
    let known = if lower == word {
        lexicon.verb(word)
    } else {
        lexicon.noun(word)
    };
    known.map_or(lower, |known| known.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::learning::model_file::{Reader, unpack};

    fn lexicon() -> Lexicon {
        let packed = include_bytes!("../../../assets/models/lexicon.model");
        let contents = unpack(packed).expect("a sound model");
        Lexicon::read(&mut Reader::new(&contents)).expect("a sound model")
    }

    fn denied(entries: &[&str], lexicon: &Lexicon) -> DeniedCues {
        let entries: Vec<String> = entries.iter().map(|&entry| entry.to_owned()).collect();
        DeniedCues::new(&entries, lexicon)
    }

    #[test]
    fn words_are_known_in_all_their_forms() {
        let lexicon = lexicon();
        let verb = (WordClass::Verb, None);
        let noun = (WordClass::Noun, None);
        let other = (WordClass::Other, None);
        let mit = (WordClass::Verb, Some("mit"));
        for (entry, word, (class, particle), expected) in [
            ("betonte", "betont", verb, true),
            ("betonen", "Betonte", verb, true),
            ("betonen", "lobte", verb, false),
            ("mitteilen", "teilt", mit, true),
            ("teilte mit", "teilten", mit, true),
            ("teilte mit", "mitgeteilt", verb, true),
            ("mitteilen", "teilt", verb, false),
            ("Angabe", "Angaben", noun, true),
            ("Angaben", "Angabe", noun, true),
            ("laut", "laut", other, true),
            ("laut", "Laut", other, true),
            ("meinen", "meinen", other, false),
        ] {
            let denied = denied(&[entry], &lexicon);
            let found = denied.has_word(word, class, particle, &lexicon);
            assert_eq!(found, expected, "{entry}: {word} {particle:?}");
        }
        assert!(denied(&[], &lexicon).is_empty());
        assert!(!denied(&["laut"], &lexicon).is_empty());
    }

    #[test]
    fn phrases_are_found_where_all_their_words_stand() {
        let lexicon = lexicon();
        let denied = denied(&["zu Protokoll geben"], &lexicon);
        let places = |sentence: &str| {
            let words: Vec<&str> = sentence.split(' ').collect();
            denied.phrases_in(&words, &lexicon)
        };
        assert_eq!(places("Sie gab gestern zu Protokoll , dass"), [1, 3, 4]);
        assert!(places("Sie gab das zu .").is_empty());
    }
}
