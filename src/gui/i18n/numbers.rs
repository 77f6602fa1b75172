//! Numbers as a language writes them: „10.482 Wörter“, „1,6“, „67 %“.

use fluent_bundle::FluentValue;

use super::{Language, Texts};

impl Language {
    /// Between groups of three digits, and before a fraction.
    fn separators(self) -> (char, char) {
        match self {
            Self::German => ('.', ','),
            Self::English => (',', '.'),
        }
    }

    /// What Fluent does with numbers inside texts.
    pub(super) fn formatter<M>(self) -> fn(&FluentValue<'_>, &M) -> Option<String> {
        match self {
            Self::German => |value, _| inserted(value, Self::German),
            Self::English => |value, _| inserted(value, Self::English),
        }
    }
}

fn inserted(value: &FluentValue<'_>, language: Language) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(grouped(&number.as_string(), language)),
        _ => None,
    }
}

impl Texts {
    /// A count: „10.482“.
    pub fn number(&self, n: usize) -> String {
        grouped(&n.to_string(), self.language)
    }

    /// A number with so many digits after the comma: „1,6“.
    pub fn decimal(&self, number: f32, digits: usize) -> String {
        grouped(&format!("{number:.digits$}"), self.language)
    }

    /// A share from 0 to 1 in whole per cent: „67 %“.
    pub fn percent(&self, share: f32) -> String {
        // No share of anything is less than nothing; what is no number counts as nothing.
        self.count("number-percent", (share * 100.0).round() as usize)
    }

    /// All numbers in a text: `1500000 USD` is „1.500.000 USD“, `2.5 %` is „2,5 %“.
    pub fn grouped(&self, text: &str) -> String {
        grouped(text, self.language)
    }
}

/// Up to four digits stay together, as in „1500“.
const LEAST_GROUPED: usize = 5;

fn grouped(text: &str, language: Language) -> String {
    let (thousands, decimal) = language.separators();
    let mut words = String::with_capacity(text.len() + 4);
    let mut rest = text;
    while let Some(character) = rest.chars().next() {
        let n_digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let (taken, after) = rest.split_at(n_digits.max(character.len_utf8()));
        let is_fraction = words.ends_with(decimal) && n_digits != 0;
        if is_fraction || n_digits < LEAST_GROUPED {
            let is_point = taken == "." && after.starts_with(|next: char| next.is_ascii_digit());
            if is_point && words.ends_with(|last: char| last.is_ascii_digit()) {
                words.push(decimal);
            } else {
                words.push_str(taken);
            }
        } else {
            for (index, digit) in taken.chars().enumerate() {
                if index != 0 && (n_digits - index).is_multiple_of(3) {
                    words.push(thousands);
                }
                words.push(digit);
            }
        }
        rest = after;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(say: impl Fn(&Texts) -> String, german: &str, english: &str) {
        assert_eq!(say(&Texts::new(Language::German)), german);
        assert_eq!(say(&Texts::new(Language::English)), english);
    }

    #[test]
    fn counts_shares_and_fractions_follow_the_language() {
        check(|texts| texts.number(482), "482", "482");
        check(|texts| texts.number(1482), "1482", "1482");
        check(|texts| texts.number(1_234_567), "1.234.567", "1,234,567");
        check(|texts| texts.decimal(1.6, 1), "1,6", "1.6");
        check(|texts| texts.decimal(12345.0, 2), "12.345,00", "12,345.00");
        check(|texts| texts.percent(0.674), "67\u{A0}%", "67%");
        check(|texts| texts.percent(f32::NAN), "0\u{A0}%", "0%");
        check(
            |texts| texts.grouped("0.12345 m, 20..30 km"),
            "0,12345 m, 20..30 km",
            "0.12345 m, 20..30 km",
        );
    }

    #[test]
    fn numbers_in_texts_follow_the_language() {
        check(
            |texts| texts.count("n-words", 10_482),
            "10.482 Wörter",
            "10,482 words",
        );
        check(|texts| texts.count("n-words", 1), "1 Wort", "1 word");
    }
}
