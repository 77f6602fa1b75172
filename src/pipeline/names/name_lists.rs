//! Classes of words from the project's own lists of names.

use std::collections::BTreeMap;

use super::knowledge::class;
use crate::german::word_list::rows;

/// Classes by word.
#[derive(Clone, Debug, Default)]
pub struct NameLists {
    /// Words as they are written, with one bit per class of [`class`].
    pub classes: BTreeMap<String, u16>,
}

impl NameLists {
    /// The lists that are part of the project: countries, places, organisations, media, first names, titles.
    pub fn own() -> Self {
        let mut lists = Self::default();
        for row in rows(include_str!("../../../assets/lexicon/countries.tsv")) {
            let column = |index: usize| row.get(index).copied().unwrap_or_default();
            lists.add(column(0), class::COUNTRY);
            lists.add(column(6), class::COUNTRY);
            lists.add(column(7), class::CITY);
            let adjective = column(2);
            for ending in ["e", "en", "er", "es", "em"]
                .iter()
                .filter(|_| !adjective.is_empty())
            {
                lists.add_word(&format!("{adjective}{ending}"), class::DERIVED);
            }
            (3..6).for_each(|index| lists.add(column(index), class::DERIVED));
        }
        for row in rows(include_str!("../../../assets/lexicon/cities.tsv")) {
            let is_region = row.get(2).is_some_and(|&kind| kind != "city");
            lists.add(
                row[0],
                if is_region {
                    class::REGION
                } else {
                    class::CITY
                },
            );
            lists.add(row.get(1).copied().unwrap_or_default(), class::DERIVED);
        }
        for row in rows(include_str!("../../../assets/lexicon/organisations.tsv")) {
            lists.add(row[0], class::ORGANISATION);
            lists.add(row.get(1).copied().unwrap_or_default(), class::ORGANISATION);
        }
        for row in rows(include_str!("../../../assets/lexicon/sources.tsv")) {
            lists.add(row[0], class::ORGANISATION);
        }
        for row in rows(include_str!("../../../assets/lexicon/first_names.tsv")) {
            lists.add(row[0], class::FIRST_NAME);
        }
        for row in rows(include_str!("../../../assets/lexicon/titles.tsv")) {
            lists.add(row[0], class::ROLE);
        }
        lists
    }

    /// Adds each capitalised word of a name.
    pub fn add(&mut self, name: &str, class: u16) {
        for word in name.split_whitespace() {
            if word.chars().next().is_some_and(char::is_uppercase) {
                self.add_word(word, class);
            }
        }
    }

    fn add_word(&mut self, word: &str, class: u16) {
        *self.classes.entry(word.to_owned()).or_default() |= class;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_give_classes() {
        let lists = NameLists::own();
        for (word, class) in [
            ("Russland", class::COUNTRY),
            ("russischen", class::DERIVED),
            ("Berlin", class::CITY),
            ("WHO", class::ORGANISATION),
        ] {
            assert_ne!(
                lists.classes.get(word).copied().unwrap_or_default() & class,
                0,
                "{word}"
            );
        }
    }
}
