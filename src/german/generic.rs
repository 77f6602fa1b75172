//! Words that stand for an organisation or place named before: "das Ministerium", "die Stadt".

use crate::learning::hashing::FixedMap;
use std::sync::LazyLock;

use super::word_list::rows;

/// Grammatical gender of a noun for a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NounGender {
    /// "der Konzern".
    Masculine,
    /// "die Partei".
    Feminine,
    /// "das Ministerium".
    Neuter,
}

/// A noun for a class of things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Generic {
    /// Its gender.
    pub gender: NounGender,
    /// What it stands for: "company".
    pub class: &'static str,
}

impl Generic {
    /// Whether `article` makes the noun a single known thing: "die Partei", "des Konzerns", but not "eine Partei".
    pub fn agrees(self, article: &str) -> bool {
        let articles: &[&str] = match self.gender {
            NounGender::Masculine => &[
                "der", "den", "dem", "des", "dieser", "diesen", "diesem", "dieses", "beim", "vom",
                "zum", "im", "am",
            ],
            NounGender::Feminine => &["die", "der", "diese", "dieser", "zur"],
            NounGender::Neuter => &[
                "das", "dem", "des", "dieses", "diesem", "beim", "vom", "zum", "im", "am", "ins",
            ],
        };
        articles.contains(&article.to_lowercase().as_str())
    }
}

static NOUNS: LazyLock<FixedMap<&'static str, Generic>> = LazyLock::new(|| {
    let list = rows(include_str!("../../assets/lexicon/generic_nouns.tsv"));
    let generic = list.filter_map(|row| {
        let [noun, gender, class, ..] = row[..] else {
            return None;
        };
        let gender = match gender {
            "m" => NounGender::Masculine,
            "f" => NounGender::Feminine,
            _ => NounGender::Neuter,
        };
        Some((noun, Generic { gender, class }))
    });
    generic.collect()
});

/// Name → class, as far as descriptions use it: "Siemens" → company, "Aleppo" → city.
static LISTED: LazyLock<FixedMap<&'static str, &'static str>> = LazyLock::new(|| {
    let mut listed = FixedMap::default();
    for row in rows(include_str!("../../assets/lexicon/organisations.tsv")) {
        if let [name, short, class @ ("company" | "party" | "club"), ..] = row[..] {
            listed.insert(name, class);
            listed.insert(short, class);
        }
    }
    for row in rows(include_str!("../../assets/lexicon/sources.tsv")) {
        if let [
            name,
            class @ ("agency" | "broadcaster" | "magazine" | "newspaper"),
            ..,
        ] = row[..]
        {
            listed.insert(name, class);
        }
    }
    for row in rows(include_str!("../../assets/lexicon/cities.tsv")) {
        if let [name, _, class @ ("city" | "river"), ..] = row[..] {
            listed.insert(name, class);
        }
    }
    for row in rows(include_str!("../../assets/lexicon/countries.tsv")) {
        // Regions and continents have no capital.
        if row.get(7).is_some_and(|capital| !capital.is_empty()) {
            listed.insert(row[0], "country");
        }
    }
    listed.insert("USA", "country");
    listed
});

/// What the lists say that a name stands for: "SPD" → party.
pub fn listed_class(name: &str) -> Option<&'static str> {
    LISTED.get(name).copied()
}

/// What a noun in the singular stands for, in any case: "Ministeriums" → ministry.
pub fn look_up(noun: &str) -> Option<Generic> {
    let known = |noun: &str| NOUNS.get(noun).copied();
    let of_genitive = |ending| {
        let generic = known(noun.strip_suffix(ending)?)?;
        (generic.gender != NounGender::Feminine).then_some(generic)
    };
    known(noun)
        .or_else(|| of_genitive("s"))
        .or_else(|| of_genitive("es"))
}

/// The class of a noun by its last part, in any case: "Energiekonzern", "Landesverteidigungsministeriums".
pub fn class_of(noun: &str) -> Option<&'static str> {
    if let Some(generic) = look_up(noun) {
        return Some(generic.class);
    }
    let last = noun.rsplit('-').next().unwrap_or(noun);
    let starts = last.char_indices().map(|(at, _)| at).skip(3);
    let mut tails = starts.map(|at| &last[at..]).filter(|tail| 4 <= tail.len());
    tails.find_map(|tail| {
        let mut letters = tail.chars();
        let capital: String = letters.next()?.to_uppercase().chain(letters).collect();
        look_up(&capital).map(|generic| generic.class)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_stand_for_classes_in_any_case() {
        for (noun, class) in [
            ("Ministeriums", Some("ministry")),
            ("Partei", Some("party")),
            ("Parteien", None),
            ("Haus", None),
        ] {
            assert_eq!(look_up(noun).map(|it| it.class), class, "{noun}");
        }
        assert_eq!(class_of("Chemiekonzern"), Some("company"));
        assert_eq!(class_of("Bundesumweltministeriums"), Some("ministry"));
        assert_eq!(class_of("Aleppo"), None);
    }

    #[test]
    fn articles_agree_in_the_singular() {
        let generic = |noun| look_up(noun).expect("is listed");
        assert!(generic("Konzern").agrees("Der") && generic("Partei").agrees("der"));
        assert!(!generic("Unternehmen").agrees("die") && !generic("Partei").agrees("eine"));
    }
}
