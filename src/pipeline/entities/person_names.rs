//! The parts of a person's name: titles, first names, surname with its particles, "junior".

use crate::german::gender::is_first_name;
use crate::german::titles;

/// A person's name in parts, written alike: lower case, without accents.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PersonName {
    /// "Donald J." → "donald", "j."; none for a bare surname.
    pub first: Vec<String>,
    /// The last word, without "von der" and "al-": "Ursula von der Leyen" → "leyen", "al-Assad" → "assad".
    pub surname: String,
    /// "jr", "iii": what tells a son from his father.
    pub suffix: Option<String>,
    /// How many words it has without titles: the more, the fuller.
    pub n_words: usize,
}

const PARTICLES: [&str; 25] = [
    "von", "vom", "van", "der", "de", "den", "del", "della", "di", "da", "dos", "das", "du", "la",
    "le", "ten", "ter", "zu", "zum", "zur", "bin", "ibn", "al", "el", "und",
];

const ARTICLES: [&str; 11] = [
    "al", "el", "as", "asch", "ash", "ar", "an", "ad", "at", "az", "ul",
];

const SUFFIXES: [&str; 8] = ["jr", "junior", "jun", "sr", "senior", "ii", "iii", "iv"];

/// Words before a name that are no part of it, beyond those of the word list.
const ADDRESSES: [&str; 16] = [
    "Dr.", "Prof.", "Herr", "Herrn", "Frau", "Dr", "Prof", "Sir", "Lady", "Lord", "Mr.", "Mrs.",
    "Ms.", "med.", "Dame", "Don",
];

impl PersonName {
    /// Takes a name in the nominative apart; `None` where nothing is left.
    pub fn new(name: &str) -> Option<Self> {
        let words: Vec<&str> = without_titles(name).split_whitespace().collect();
        let n_words = words.len();
        let mut parts: Vec<String> = words.into_iter().map(alike).collect();
        let mut suffix = None;
        while let Some(last) = parts.last().filter(|_| 1 < parts.len()) {
            let bare = last.trim_end_matches('.');
            if !SUFFIXES.contains(&bare) {
                break;
            }
            suffix = Some(bare.chars().take(2).collect());
            parts.pop();
        }
        let surname = parts.pop()?;
        let surname = match surname.split_once('-') {
            Some((article, rest)) if ARTICLES.contains(&article) && !rest.is_empty() => {
                rest.to_owned()
            }
            _ => surname,
        };
        parts.retain(|word| !PARTICLES.contains(&word.as_str()));
        Some(Self {
            first: parts,
            surname,
            suffix,
            n_words,
        })
    }

    /// Whether both may be the same person, as far as first names and "junior" tell; the surnames are taken to be equal.
    ///
    /// "Donald J. Trump" and "D. Trump" may be, "Barack Obama" and "Michelle Obama" may not.
    pub fn agrees(&self, other: &Self) -> bool {
        if self.suffix.is_some() && other.suffix.is_some() && self.suffix != other.suffix {
            return false;
        }
        let (short, long) = if self.first.len() <= other.first.len() {
            (&self.first, &other.first)
        } else {
            (&other.first, &self.first)
        };
        let mut rest = long.iter();
        short
            .iter()
            .all(|name| rest.any(|other| is_same_first_name(name, other)))
    }
}

/// The name without titles in front; a title that only one word follows is kept in what is shown, not here.
fn without_titles(name: &str) -> &str {
    let mut rest = name;
    while let Some((word, after)) = rest.split_once(' ') {
        let is_title =
            ADDRESSES.contains(&word) || titles::look_up(word).is_some() && !is_first_name(word);
        if !is_title || after.trim().is_empty() {
            break;
        }
        rest = after.trim_start();
    }
    rest
}

/// Lower case, without accents, apostrophes and the like: "Gusmão" → "gusmao".
fn alike(word: &str) -> String {
    let mut alike = String::with_capacity(word.len());
    for letter in word.chars().flat_map(char::to_lowercase) {
        let plain = match letter {
            'á' | 'à' | 'â' | 'ã' | 'å' | 'ā' | 'ă' => 'a',
            'é' | 'è' | 'ê' | 'ë' | 'ě' | 'ē' | 'ę' => 'e',
            'í' | 'ì' | 'î' | 'ï' | 'ī' | 'ı' | '\u{307}' => 'i',
            'ó' | 'ò' | 'ô' | 'õ' | 'ø' | 'ō' => 'o',
            'ú' | 'ù' | 'û' | 'ū' | 'ů' => 'u',
            'ç' | 'č' | 'ć' => 'c',
            'ş' | 'š' | 'ś' => 's',
            'ğ' => 'g',
            'ñ' | 'ń' | 'ň' => 'n',
            'ž' | 'ź' | 'ż' => 'z',
            'ł' => 'l',
            'ř' => 'r',
            'ý' => 'y',
            '\'' | '’' | '‘' | '`' | '´' => continue,
            other => other,
        };
        alike.push(plain);
    }
    alike
}

/// Equal, an initial of it, a short form, or another transcription: "Sergei" and "Sergej".
fn is_same_first_name(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    let is_initial = |name: &str| name.trim_end_matches('.').chars().count() == 1;
    if is_initial(one) || is_initial(other) {
        return one.chars().next() == other.chars().next();
    }
    transcribed(one) == transcribed(other) || is_short_for(one, other) || is_short_for(other, one)
}

fn transcribed(name: &str) -> String {
    let name = name
        .replace("sch", "sh")
        .replace("ph", "f")
        .replace("ck", "k");
    let mut plain = String::with_capacity(name.len());
    for letter in name.chars() {
        let letter = match letter {
            'j' | 'y' => 'i',
            'w' => 'v',
            'c' | 'q' => 'k',
            other => other,
        };
        if !plain.ends_with(letter) || !letter.is_alphabetic() {
            plain.push(letter);
        }
    }
    plain
}

fn is_short_for(short: &str, long: &str) -> bool {
    const SHORT: [(&str, &str); 44] = [
        ("bill", "william"),
        ("bob", "robert"),
        ("rob", "robert"),
        ("bobby", "robert"),
        ("joe", "joseph"),
        ("jim", "james"),
        ("jimmy", "james"),
        ("jack", "john"),
        ("johnny", "john"),
        ("tom", "thomas"),
        ("tony", "anthony"),
        ("mike", "michael"),
        ("mick", "michael"),
        ("dick", "richard"),
        ("rick", "richard"),
        ("ted", "edward"),
        ("ed", "edward"),
        ("dave", "david"),
        ("dan", "daniel"),
        ("steve", "stephen"),
        ("steve", "steven"),
        ("chris", "christopher"),
        ("andy", "andrew"),
        ("al", "albert"),
        ("ben", "benjamin"),
        ("sam", "samuel"),
        ("nick", "nicholas"),
        ("matt", "matthew"),
        ("ron", "ronald"),
        ("ken", "kenneth"),
        ("liz", "elizabeth"),
        ("kate", "katherine"),
        ("sue", "susan"),
        ("maggie", "margaret"),
        ("hans", "johannes"),
        ("fritz", "friedrich"),
        ("uli", "ulrich"),
        ("uli", "ulrike"),
        ("klaus", "nikolaus"),
        ("manni", "manfred"),
        ("hansi", "hans"),
        ("jogi", "joachim"),
        ("conny", "cornelia"),
        ("moni", "monika"),
    ];
    SHORT.contains(&(short, long))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fall_into_parts() {
        for (name, first, surname) in [
            ("Frank-Walter Steinmeier", "frank-walter", "steinmeier"),
            ("Ursula von der Leyen", "ursula", "leyen"),
            ("Van der Meer", "", "meer"),
            ("Baschar al-Assad", "baschar", "assad"),
            ("Al-Rahmani", "", "rahmani"),
            ("Daniel O’Connor", "daniel", "oconnor"),
            ("Donald J. Trump jr.", "donald j.", "trump"),
            ("Dr. Xanana Gusmão", "xanana", "gusmao"),
            ("Papst Franziskus", "", "franziskus"),
            ("Johannes Müller-Große", "johannes", "müller-große"),
        ] {
            let parts = PersonName::new(name).expect("has a name");
            assert_eq!(
                (parts.first.join(" ").as_str(), parts.surname.as_str()),
                (first, surname)
            );
        }
        assert_eq!(PersonName::new(""), None);
    }

    #[test]
    fn first_names_tell_persons_apart() {
        for (one, other, expected) in [
            ("Donald J. Trump", "Donald Trump", true),
            ("Donald Trump", "D. Trump", true),
            ("Barack Obama", "Michelle Obama", false),
            ("Sergej Lawrow", "Sergei Lawrow", true),
            ("Wladimir Putin", "Vladimir Putin", true),
            ("Bill Clinton", "William Clinton", true),
            ("Ayaan Hirsi Ali", "Hirsi Ali", true),
            ("George Bush senior", "George Bush junior", false),
            ("Lawrow", "Sergej Lawrow", true),
        ] {
            let [one_name, other_name] =
                [one, other].map(|name| PersonName::new(name).expect("a name"));
            assert_eq!(one_name.agrees(&other_name), expected, "{one}, {other}");
            assert_eq!(other_name.agrees(&one_name), expected, "{other}, {one}");
        }
    }
}
