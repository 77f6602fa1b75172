//! An entity in the making: its forms, roles and party, and the name under which it is shown.

use std::collections::BTreeMap;

use super::person_names::PersonName;
use super::things;
use crate::document::{Entity, Kind};
use crate::german::aliases;
use crate::german::gender::Gender;
use crate::german::inflection::stem_key;

/// An entity in the making.
#[derive(Clone, Debug)]
pub struct Draft {
    /// What it is.
    pub kind: Kind,
    /// What it is called as long as no name of it occurs.
    pub name: String,
    /// Forms of the text, in the nominative, and how often each occurs.
    pub forms: BTreeMap<String, usize>,
    /// What the text says of a person, in text order.
    pub roles: Vec<String>,
    /// The party in brackets behind a person.
    pub party: Option<String>,
    /// Man or woman, as names, titles and addresses tell.
    pub gender: Option<Gender>,
    /// What the reader has taught: what it is and, perhaps, what it is called.
    pub told: Option<(Kind, Option<String>)>,
    /// Which draft it turned out to be the same as.
    pub same_as: Option<usize>,
}

impl Draft {
    /// The entity that it makes.
    pub fn entity(&self) -> Entity {
        // The fullest role says most: "russischer Außenminister" rather than "Minister".
        let roles = self.roles.iter().rev();
        let role = roles.max_by_key(|role| role.chars().count());
        let name = self.shown_name().to_owned();
        Entity {
            kind: self.kind,
            role: role.cloned(),
            party: self.party.clone(),
            aliases: self
                .forms
                .keys()
                .filter(|form| **form != name && !is_inflected(form, &name))
                .cloned()
                .collect(),
            note: String::new(),
            name,
        }
    }

    /// The fullest form, or the usual name where only related words occur.
    pub fn shown_name(&self) -> &str {
        if let Some((_, Some(told))) = &self.told {
            return told;
        }
        let fullest = if self.kind == Kind::Person {
            let forms = self.forms.iter().rev();
            let n_words = |form: &str| PersonName::new(form).map_or(0, |name| name.n_words);
            let best = forms.max_by_key(|&(form, count)| (n_words(form), *count));
            best.map(|(form, _)| form.as_str())
        } else {
            // Of a country the usual name: "Russland", not "Russische Föderation".
            let usual = || {
                self.forms
                    .keys()
                    .find_map(|form| Some(aliases::look_up(form)?.name))
            };
            let usual = if self.kind == Kind::Location {
                usual()
            } else {
                None
            };
            let is_there = |name: &&str| self.forms.contains_key(*name);
            usual
                .filter(is_there)
                .or_else(|| things::fullest(&self.forms))
        };
        fullest.unwrap_or(&self.name)
    }
}

/// Whether a form is the name in another case: "Landgerichts Düsseldorf".
fn is_inflected(form: &str, name: &str) -> bool {
    let is_same_word = |form: &str| form.chars().any(char::is_lowercase);
    is_same_word(form) && stem_key(form) == stem_key(name)
}
