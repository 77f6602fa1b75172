//! Numbers in digits and in words: "1.000", "1,5", "zweiundzwanzig".

/// Parts that number words are made of, longest first where one begins another.
const PARTS: [&str; 33] = [
    "sechzehn",
    "siebzehn",
    "siebzig",
    "sechzig",
    "fünfzig",
    "dreißig",
    "dreissig",
    "zwanzig",
    "vierzig",
    "achtzig",
    "neunzig",
    "hundert",
    "tausend",
    "sieben",
    "sechs",
    "zwölf",
    "drei",
    "vier",
    "fünf",
    "acht",
    "neun",
    "zehn",
    "zwei",
    "zwo",
    "null",
    "eins",
    "elf",
    "ein",
    "und",
    "dutzend",
    "million",
    "milliarde",
    "halb",
];

/// Whether a word counts: "drei", "zweiundzwanzig", "hundert", but neither "ein" (an article) nor "und".
pub fn is_number_word(word: &str) -> bool {
    let lower = word.to_lowercase();
    if matches!(
        lower.as_str(),
        "ein" | "und" | "halb" | "million" | "milliarde"
    ) {
        return false;
    }
    let mut rest = lower.as_str();
    while !rest.is_empty() {
        match PARTS.iter().find_map(|part| rest.strip_prefix(part)) {
            Some(shorter) => rest = shorter,
            None => return false,
        }
    }
    !lower.is_empty() && !lower.starts_with("und") && !lower.ends_with("und")
}

/// Whether a word is a number in digits: "80", "1.000", "1,5", "2–3", "7.9".
pub fn is_digits(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
        && word.ends_with(|c: char| c.is_ascii_digit())
        && word.chars().all(|c| {
            c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '–' | '/' | '\u{a0}' | '\u{202f}')
        })
}

/// Whether a word multiplies a number before it: "Millionen", "Mrd.", "tausend".
pub fn is_scale(word: &str) -> bool {
    matches!(
        word.trim_end_matches('.'),
        "Million"
            | "Millionen"
            | "Milliarde"
            | "Milliarden"
            | "Billion"
            | "Billionen"
            | "Mio"
            | "Mrd"
            | "Bio"
            | "Tausend"
            | "tausend"
            | "Hundert"
            | "hundert"
            | "Dutzend"
            | "Billiarden"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn number_words_are_built_from_parts() {
        for word in [
            "drei",
            "Zwölf",
            "zweiundzwanzig",
            "einhundertfünfzig",
            "dreitausend",
        ] {
            assert!(is_number_word(word), "{word}");
        }
        for word in ["ein", "und", "unddrei", "Dreirad", "", "halb"] {
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
