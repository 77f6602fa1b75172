//! Which person a name means: the same full name, a fuller form of a bare surname, or the last one of that surname.

use std::collections::HashMap;

/// Persons of an article, found by their names.
#[derive(Debug, Default)]
pub struct People {
    /// First name and surname → person.
    full: HashMap<(String, String), usize>,
    /// Initial and surname → person last named so: "S. Lawrow".
    initial: HashMap<(char, String), usize>,
    /// Surname → person last named so, in whatever form.
    surname: HashMap<String, usize>,
    /// Surname → person who has been named by it alone so far.
    bare: HashMap<String, usize>,
    /// First name → person last named so in full: "Angela".
    first: HashMap<String, usize>,
}

/// Words that stand before a name and are no part of it.
const TITLES: [&str; 9] = [
    "Dr.", "Prof.", "Herr", "Herrn", "Frau", "Dr", "Prof", "Sir", "Lady",
];

/// First name, if there is one, and surname with what belongs to it: "Ursula von der Leyen" → "Leyen".
fn split(name: &str) -> Option<(Option<&str>, &str)> {
    let words: Vec<&str> = name
        .split(' ')
        .filter(|word| !TITLES.contains(word))
        .collect();
    let (last, before) = words.split_last()?;
    let surname = last
        .strip_prefix("al-")
        .or_else(|| last.strip_prefix("Al-"))
        .filter(|rest| !rest.is_empty())
        .unwrap_or(last);
    let first = before
        .first()
        .filter(|word| word.chars().next().is_some_and(char::is_uppercase));
    Some((first.copied(), surname))
}

impl People {
    /// The person whom `name` means, if the article has named one that fits.
    pub fn find(&self, name: &str) -> Option<usize> {
        let (first, surname) = split(name)?;
        let Some(first) = first else {
            return self
                .surname
                .get(surname)
                .or_else(|| self.first.get(surname))
                .copied();
        };
        let is_initial = first.ends_with('.') && first.chars().count() <= 3;
        let key = (first.to_owned(), surname.to_owned());
        let by_initial = |person: Option<&usize>| person.copied();
        let letter = first.chars().next()?;
        self.full
            .get(&key)
            .copied()
            .or_else(|| {
                is_initial
                    .then(|| by_initial(self.initial.get(&(letter, surname.to_owned()))))
                    .flatten()
            })
            .or_else(|| {
                self.full
                    .get(&(format!("{letter}."), surname.to_owned()))
                    .copied()
            })
            .or_else(|| self.bare.get(surname).copied())
    }

    /// Notes that `name` was used for `person`.
    pub fn remember(&mut self, name: &str, person: usize) {
        let Some((first, surname)) = split(name) else {
            return;
        };
        let surname = surname.to_owned();
        if let Some(first) = first {
            if let Some(letter) = first.chars().next() {
                self.initial.insert((letter, surname.clone()), person);
            }
            self.full
                .entry((first.to_owned(), surname.clone()))
                .or_insert(person);
            self.first.insert(first.to_owned(), person);
            if self.bare.get(&surname) == Some(&person) {
                self.bare.remove(&surname);
            }
            self.surname.insert(surname, person);
        } else if !self.first.contains_key(&surname) || self.surname.contains_key(&surname) {
            if !self.surname.contains_key(&surname) {
                self.bare.insert(surname.clone(), person);
            }
            self.surname.insert(surname, person);
        }
    }
}
