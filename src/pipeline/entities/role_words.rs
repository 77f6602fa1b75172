//! Roles that stand for a person: after "Bundesaußenminister Steinmeier" the words "der Außenminister" mean him.

use std::collections::HashMap;

use crate::german::inflection::stem_key;
use crate::german::titles;

/// Roles that the article has tied to a person so far.
#[derive(Debug, Default)]
pub struct RoleWords {
    /// Whole role without endings → person.
    whole: HashMap<String, usize>,
    /// Noun in the nominative → person last named with it.
    noun: HashMap<String, usize>,
}

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
    /// Notes that `role` is what `person` is.
    pub fn remember(&mut self, role: &str, person: usize) {
        self.whole.insert(stem_key(role), person);
        if let Some(noun) = noun(role) {
            if let Some(shorter) = shorter(&noun) {
                self.noun.insert(shorter, person);
            }
            self.noun.insert(noun, person);
        }
    }

    /// The person whom a role means after `article`; "ein Minister" means nobody who was named.
    pub fn find(&self, article: &str, role: &str) -> Option<usize> {
        if !matches!(
            article,
            "der"
                | "die"
                | "dem"
                | "den"
                | "des"
                | "Der"
                | "Die"
                | "Dem"
                | "Den"
                | "Des"
                | "dieser"
                | "Dieser"
                | "diesem"
                | "vom"
                | "zum"
                | "zur"
                | "beim"
        ) {
            return None;
        }
        // A role with an adjective or a complement means no other role of the same noun.
        match self.whole.get(&stem_key(role)) {
            Some(&person) => Some(person),
            None if role.contains(' ') => None,
            None => self.noun.get(&noun(role)?).copied(),
        }
    }
}
