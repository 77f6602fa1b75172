//! Which person a name means: the same full name, a fuller form of it, or, for a bare surname, who fits best.

use std::collections::{BTreeSet, HashMap};

use super::person_names::PersonName;
use crate::german::gender::Gender;

/// A mention of a person, as far as it helps to tell who is meant.
#[derive(Clone, Debug)]
pub struct Naming {
    /// The name in parts.
    pub name: PersonName,
    /// Number of its sentence.
    pub sentence: usize,
    /// Man or woman, as first name, title or address tell: "Frau Obama".
    pub gender: Option<Gender>,
    /// The title right before the name, in the nominative: "Präsident".
    pub title: Option<String>,
}

/// Of so many persons with one surname the ones named last are compared.
const MOST: usize = 32;

/// A person of the article.
#[derive(Debug)]
struct Person {
    fullest: PersonName,
    gender: Option<Gender>,
    titles: BTreeSet<String>,
    /// First mention by full name.
    first_mention: usize,
    /// Last sentence with a mention so far.
    last_sentence: Option<usize>,
    /// Last mention so far.
    last_mention: usize,
    n_mentions: usize,
    n_bare: usize,
}

/// Numbers of persons, one per naming; namings are in text order.
///
/// Full names are gathered first. A bare surname means a person named before it: the only one whose gender and title fit,
/// the only one named nearby, the one whom the article calls so most; else the last one.
pub fn persons(namings: &[Naming]) -> Vec<usize> {
    let mut people = People::default();
    let mut number: Vec<Option<usize>> = vec![None; namings.len()];
    for (index, naming) in namings.iter().enumerate() {
        if !naming.name.first.is_empty() {
            number[index] = Some(people.full(index, naming));
        }
    }
    let by_first = people.by_first_name();
    let bare = namings.iter().enumerate();
    let mut numbers = Vec::with_capacity(namings.len());
    for (index, naming) in bare {
        let person = number[index].unwrap_or_else(|| people.bare(index, naming, &by_first));
        let known = &mut people.all[person];
        known.last_sentence = Some(naming.sentence);
        known.last_mention = index;
        known.n_mentions += 1;
        known.n_bare += usize::from(naming.name.first.is_empty());
        numbers.push(person);
    }
    numbers
}

#[derive(Default)]
struct People {
    all: Vec<Person>,
    exact: HashMap<PersonName, usize>,
    by_surname: HashMap<String, Vec<usize>>,
    /// First two words of names of three or more: "Fernando Lugo Méndez" for "Fernando Lugo".
    by_start: HashMap<(String, String), usize>,
}

impl People {
    fn add(&mut self, index: usize, naming: &Naming) -> usize {
        let person = self.all.len();
        self.all.push(Person {
            fullest: naming.name.clone(),
            gender: naming.gender,
            titles: naming.title.iter().cloned().collect(),
            first_mention: index,
            last_sentence: None,
            last_mention: index,
            n_mentions: 0,
            n_bare: 0,
        });
        let namesakes = self.by_surname.entry(naming.name.surname.clone());
        namesakes.or_default().push(person);
        person
    }

    /// The person of a full name.
    fn full(&mut self, index: usize, naming: &Naming) -> usize {
        let name = &naming.name;
        let person = self.exact.get(name).copied();
        let person = person.or_else(|| {
            let namesakes = self.by_surname.get(&name.surname)?.iter().rev().take(MOST);
            namesakes.copied().find(|&person| {
                let person = &self.all[person];
                let is_other = person.gender.is_some()
                    && naming.gender.is_some()
                    && person.gender != naming.gender;
                !is_other && person.fullest.agrees(name)
            })
        });
        let person = person.or_else(|| {
            let [first] = &name.first[..] else {
                return None;
            };
            let start = (first.clone(), name.surname.clone());
            self.by_start.get(&start).copied()
        });
        let person = person.unwrap_or_else(|| self.add(index, naming));
        self.exact.entry(name.clone()).or_insert(person);
        if let [first, second, ..] = &name.first[..] {
            let start = (first.clone(), second.clone());
            self.by_start.entry(start).or_insert(person);
        }
        let known = &mut self.all[person];
        known.gender = known.gender.or(naming.gender);
        known.titles.extend(naming.title.clone());
        if known.fullest.first.len() < name.first.len() {
            known.fullest.first.clone_from(&name.first);
        }
        person
    }

    /// First of the first names → the only person called so: "Angela", and "Xi" for "Xi Jinping".
    fn by_first_name(&self) -> HashMap<String, Option<usize>> {
        let mut by_first: HashMap<String, Option<usize>> = HashMap::new();
        for (index, person) in self.all.iter().enumerate() {
            if let Some(first) = person.fullest.first.first() {
                by_first
                    .entry(first.clone())
                    .and_modify(|known| *known = None)
                    .or_insert(Some(index));
            }
        }
        by_first
    }

    /// The person whom a bare surname means.
    fn bare(
        &mut self,
        index: usize,
        naming: &Naming,
        by_first: &HashMap<String, Option<usize>>,
    ) -> usize {
        let namesakes = self.by_surname.get(&naming.name.surname);
        let fitting: Vec<usize> = namesakes
            .into_iter()
            .flat_map(|namesakes| namesakes.iter().rev().take(MOST).copied())
            .filter(|&person| {
                let known = &self.all[person];
                let is_other = known.gender.is_some()
                    && naming.gender.is_some()
                    && known.gender != naming.gender;
                let has_suffix = naming.name.suffix.is_some() && known.fullest.suffix.is_some();
                !is_other && (!has_suffix || known.fullest.suffix == naming.name.suffix)
            })
            .collect();
        let person = self.best(index, naming, &fitting);
        let is_unnamed = namesakes.is_none_or(Vec::is_empty);
        let called = || *by_first.get(&naming.name.surname)?;
        let person = person.or_else(|| if is_unnamed { called() } else { None });
        let person = person.unwrap_or_else(|| self.add(index, naming));
        let known = &mut self.all[person];
        known.gender = known.gender.or(naming.gender);
        known.titles.extend(naming.title.clone());
        person
    }

    fn best(&self, index: usize, naming: &Naming, fitting: &[usize]) -> Option<usize> {
        let only = |persons: &[usize]| match persons {
            [person] => Some(*person),
            _ => None,
        };
        let person = |&person: &usize| &self.all[person];
        let chosen = |wanted: &dyn Fn(&Person) -> bool| -> Vec<usize> {
            let chosen = fitting.iter().filter(|of| wanted(person(of)));
            chosen.copied().collect()
        };
        let named = chosen(&|person| person.last_sentence.is_some());
        let first_to_come = || {
            let coming = fitting.iter();
            coming.copied().min_by_key(|of| person(of).first_mention)
        };
        if named.is_empty() {
            return first_to_come();
        }
        let titled = chosen(&|person| {
            let has_title = |title| person.titles.contains(title);
            person.last_sentence.is_some() && naming.title.as_ref().is_some_and(has_title)
        });
        let near = chosen(&|person| {
            let sentence = person.last_sentence;
            sentence.is_some_and(|sentence| naming.sentence <= sentence + 1)
        });
        let here = chosen(&|person| person.last_sentence == Some(naming.sentence));
        debug_assert!(
            fitting
                .iter()
                .all(|of| person(of).last_mention != index || named.is_empty())
        );
        only(&titled)
            .or_else(|| only(&named))
            .or_else(|| only(&here))
            .or_else(|| only(&near))
            .or_else(|| {
                named.iter().copied().max_by_key(|of| {
                    let person = person(of);
                    (
                        person.n_bare,
                        !person.titles.is_empty(),
                        person.n_mentions,
                        person.last_mention,
                    )
                })
            })
    }
}
