//! Numbers in digits and in words: "1.000", "1,5", "zweiundzwanzig", "dreieinhalb", "Millionen".

use super::decimal::Decimal;
use crate::german::lower_case::lower_case;

const UNITS: [(&str, u64); 15] = [
    ("null", 0),
    ("eins", 1),
    ("ein", 1),
    ("zwei", 2),
    ("zwo", 2),
    ("drei", 3),
    ("vier", 4),
    ("fünf", 5),
    ("sechs", 6),
    ("sieben", 7),
    ("acht", 8),
    ("neun", 9),
    ("zehn", 10),
    ("elf", 11),
    ("zwölf", 12),
];
const TEENS: [(&str, u64); 7] = [
    ("dreizehn", 13),
    ("vierzehn", 14),
    ("fünfzehn", 15),
    ("sechzehn", 16),
    ("siebzehn", 17),
    ("achtzehn", 18),
    ("neunzehn", 19),
];
const TENS: [(&str, u64); 9] = [
    ("zwanzig", 20),
    ("dreißig", 30),
    ("dreissig", 30),
    ("vierzig", 40),
    ("fünfzig", 50),
    ("sechzig", 60),
    ("siebzig", 70),
    ("achtzig", 80),
    ("neunzig", 90),
];

/// The longest number word that is read; longer ones are jokes.
const LONGEST_BYTES: usize = 60;

/// The value of a number word in lower or title case: "zweiundzwanzig" → 22, "Dreieinhalb" → 3.5, "ein" → 1.
pub fn number(word: &str) -> Option<Decimal> {
    let may_begin = matches!(
        word.bytes().next()?.to_ascii_lowercase(),
        b'n' | b'e' | b'z' | b'd' | b'v' | b'f' | b's' | b'a' | b'h' | b't'
    );
    if !may_begin || LONGEST_BYTES < word.len() {
        return None;
    }
    if word.bytes().next()?.is_ascii_uppercase() {
        return lower_number(&lower_case(word));
    }
    lower_number(word)
}

fn lower_number(word: &str) -> Option<Decimal> {
    if matches!(word, "anderthalb" | "einundeinhalb") {
        return Some(Decimal::new(15, -1));
    }
    if let Some(whole) = word.strip_suffix("einhalb") {
        return Some(Decimal::new(10 * below_thousand(whole)? + 5, -1));
    }
    below_million(word).map(Decimal::from)
}

fn below_million(word: &str) -> Option<u64> {
    let Some((left, right)) = word.split_once("tausend") else {
        return below_thousand(word);
    };
    let thousands = if left.is_empty() {
        1
    } else {
        below_thousand(left)?
    };
    Some(1000 * thousands + rest(right, below_thousand)?)
}

fn below_thousand(word: &str) -> Option<u64> {
    let Some((left, right)) = word.split_once("hundert") else {
        return below_hundred(word);
    };
    let hundreds = if left.is_empty() {
        1
    } else {
        below_hundred(left)?
    };
    Some(100 * hundreds + rest(right, below_hundred)?)
}

/// What follows a thousand or a hundred: nothing, "fünfzig", "undeins".
fn rest(word: &str, read: fn(&str) -> Option<u64>) -> Option<u64> {
    if word.is_empty() {
        return Some(0);
    }
    read(word.strip_prefix("und").unwrap_or(word))
}

fn below_hundred(word: &str) -> Option<u64> {
    let find = |list: &[(&str, u64)], word: &str| {
        let found = list.iter().find(|(name, _)| *name == word);
        found.map(|&(_, value)| value)
    };
    if let Some(value) = find(&UNITS, word)
        .or_else(|| find(&TEENS, word))
        .or_else(|| find(&TENS, word))
    {
        return Some(value);
    }
    TENS.iter().find_map(|&(name, tens)| {
        let unit = word.strip_suffix(name)?.strip_suffix("und")?;
        find(&UNITS[1..12], unit).map(|unit| tens + unit)
    })
}

/// Whether a word counts: "drei", "zweiundzwanzig", "hundert", but not "ein" (an article).
pub fn is_number_word(word: &str) -> bool {
    !matches!(word, "ein" | "Ein") && number(word).is_some()
}

/// Whether a word is a number in digits: "80", "1.000", "1,5", "2–3", "7.9".
pub fn is_digits(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
        && word.ends_with(|c: char| c.is_ascii_digit())
        && word.chars().all(|c| {
            c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '–' | '/' | '\u{a0}' | '\u{202f}')
        })
}

/// What a word multiplies the number before it with: "Millionen" → 1000000, "Mrd." → 1000000000.
pub fn scale(word: &str) -> Option<Decimal> {
    Some(match word.trim_end_matches('.') {
        "Million" | "Millionen" | "Mio" => Decimal::new(1, 6),
        "Milliarde" | "Milliarden" | "Mrd" => Decimal::new(1, 9),
        "Billion" | "Billionen" | "Bio" => Decimal::new(1, 12),
        "Billiarden" => Decimal::new(1, 15),
        "Tausend" | "tausend" => Decimal::new(1, 3),
        "Hundert" | "hundert" => Decimal::new(1, 2),
        "Dutzend" => Decimal::from(12),
        _ => return None,
    })
}

/// Whether a word multiplies a number before it: "Millionen", "Mrd.", "tausend".
pub fn is_scale(word: &str) -> bool {
    scale(word).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn number_words_have_values() {
        for (word, value) in [
            ("drei", "3"),
            ("Zwölf", "12"),
            ("zweiundzwanzig", "22"),
            ("einhundertfünfzig", "150"),
            ("dreitausend", "3000"),
            ("zweihunderttausend", "200000"),
            ("tausendundeins", "1001"),
            ("dreieinhalb", "3.5"),
            ("anderthalb", "1.5"),
            ("null", "0"),
        ] {
            assert!(is_number_word(word), "{word}");
            let number = number(word).map(|number| number.to_string());
            assert_eq!(number.as_deref(), Some(value), "{word}");
        }
        for word in [
            "ein",
            "und",
            "unddrei",
            "Dreirad",
            "",
            "halb",
            "dreiundzwölf",
        ] {
            assert!(!is_number_word(word), "{word}");
        }
    }

    #[test]
    fn digits_may_have_separators() {
        for word in ["80", "1.000.000", "1,5", "2016/17"] {
            assert!(is_digits(word), "{word}");
        }
        for word in ["G20", "8.", "20-jährig", ""] {
            assert!(!is_digits(word), "{word}");
        }
    }
}
