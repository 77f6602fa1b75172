//! Roles that stand for a person: after "Bundesaußenminister Steinmeier" the words "der Außenminister" mean him.

use std::collections::{BTreeMap, HashMap};

use crate::german::inflection::stem_key;
use crate::german::titles;

/// Roles that the article has tied to a person so far.
#[derive(Debug, Default)]
pub struct RoleWords {
    /// Whole role without endings → person.
    whole: HashMap<String, usize>,
    /// Noun in the nominative → persons named with it, each with the sentence where that was last.
    noun: BTreeMap<String, Vec<(usize, usize)>>,
}

/// Words for everyone who holds one of several offices.
const GENERAL: [(&str, &[&str]); 8] = [
    (
        "Regierungschef",
        &[
            "Ministerpräsident",
            "Premierminister",
            "Premier",
            "Bundeskanzler",
            "Kanzler",
            "Regierender Bürgermeister",
        ],
    ),
    (
        "Regierungschefin",
        &[
            "Ministerpräsidentin",
            "Premierministerin",
            "Bundeskanzlerin",
            "Kanzlerin",
        ],
    ),
    ("Premier", &["Premierminister", "Ministerpräsident"]),
    (
        "Staatschef",
        &["Präsident", "Staatspräsident", "Bundespräsident"],
    ),
    (
        "Staatsoberhaupt",
        &[
            "Präsident",
            "Präsidentin",
            "Staatspräsident",
            "Bundespräsident",
            "König",
            "Königin",
        ],
    ),
    (
        "Ressortchef",
        &[
            "Minister",
            "Außenminister",
            "Innenminister",
            "Finanzminister",
        ],
    ),
    ("Chefdiplomat", &["Außenminister"]),
    ("Kirchenoberhaupt", &["Papst"]),
];

/// The noun of a role, in the nominative: "russischen Außenministers" → "Außenminister".
fn noun(role: &str) -> Option<String> {
    role.split_whitespace()
        .find_map(titles::look_up)
        .map(|title| title.word)
}

/// What a noun may be shortened to: "US-Außenminister", "Bundesaußenminister" → "Außenminister".
fn shorter(noun: &str) -> Option<String> {
    let rest = if let Some((first, rest)) = noun.split_once('-') {
        let is_name =
            first.chars().all(char::is_uppercase) || !matches!(first, "Vize" | "Ex" | "Alt" | "Co");
        is_name.then(|| rest.to_owned())
    } else {
        noun.strip_prefix("Bundes").map(str::to_owned)
    }?;
    let mut letters = rest.chars();
    let first = letters.next()?;
    let word: String = first.to_uppercase().chain(letters).collect();
    titles::look_up(&word).map(|title| title.word)
}

impl RoleWords {
    /// Notes that `role` is what `person` is, said in this sentence.
    pub fn remember(&mut self, role: &str, person: usize, sentence: usize) {
        self.whole.insert(stem_key(role), person);
        if let Some(noun) = noun(role) {
            if let Some(shorter) = shorter(&noun) {
                self.note(shorter, person, sentence);
            }
            self.note(noun, person, sentence);
        }
    }

    fn note(&mut self, noun: String, person: usize, sentence: usize) {
        let holders = self.noun.entry(noun).or_default();
        holders.retain(|&(other, _)| other != person);
        holders.push((person, sentence));
    }

    /// The person whom a role means after `article`; "ein Minister" means nobody who was named.
    pub fn find(&self, article: &str, role: &str, sentence: usize) -> Option<usize> {
        if !matches!(
            article.to_lowercase().as_str(),
            "der"
                | "die"
                | "dem"
                | "den"
                | "des"
                | "dieser"
                | "diesem"
                | "diesen"
                | "vom"
                | "zum"
                | "zur"
                | "beim"
        ) {
            return None;
        }
        // A role with an adjective or a complement means no other role of the same noun.
        if role.contains(' ') {
            return self.whole.get(&stem_key(role)).copied();
        }
        let noun = noun(role)?;
        if let Some(holders) = self.noun.get(&noun) {
            return only(holders, sentence);
        }
        let general = GENERAL.iter().find(|(word, _)| *word == noun);
        let special = general.map_or(&[][..], |(_, special)| special);
        // "der Sprecher" after "Regierungssprecher Meier", "der Regierungschef" after "Premierminister Blair".
        let ending = noun.to_lowercase();
        let mut found: Vec<(usize, usize)> = Vec::new();
        for (_, holders) in self
            .noun
            .iter()
            .filter(|(known, _)| known.ends_with(&ending) || special.contains(&known.as_str()))
        {
            for holder in holders {
                found.retain(|(person, _)| *person != holder.0);
                found.push(*holder);
            }
        }
        only(&found, sentence)
    }
}

/// The only holder of an office, or the only one who was named with it in this sentence or the one before.
fn only(holders: &[(usize, usize)], sentence: usize) -> Option<usize> {
    if let [(person, _)] = holders {
        return Some(*person);
    }
    let mut near = holders.iter().filter(|(_, at)| sentence <= at + 1);
    match (near.next(), near.next()) {
        (Some((person, _)), None) => Some(*person),
        _ => None,
    }
}
