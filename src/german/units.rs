//! Units of money and measure: "Euro", "Prozent", "Kilometer".

use crate::learning::hashing::FixedMap;
use std::sync::LazyLock;

use super::word_list::rows;

/// Units with their signs; what is merely counted ("Menschen", "Sitze") is no unit here.
static UNITS: LazyLock<FixedMap<&'static str, &'static str>> = LazyLock::new(|| {
    let mut units = FixedMap::default();
    for row in rows(include_str!("../../assets/lexicon/units.tsv")) {
        if let [unit, class, sign] = row[..]
            && class != "count"
        {
            units.insert(unit, sign);
            // "80 km" and "5 EUR" are their own signs.
            units.entry(sign).or_insert(sign);
        }
    }
    units
});

/// Whose money it is, as adjectives before "Dollar", "Pfund" and so on, with the code of the currency.
const NATIONAL: [(&str, &str, &str); 14] = [
    ("US", "Dollar", "USD"),
    ("amerikanisch", "Dollar", "USD"),
    ("kanadisch", "Dollar", "CAD"),
    ("australisch", "Dollar", "AUD"),
    ("neuseeländisch", "Dollar", "NZD"),
    ("britisch", "Pfund", "GBP"),
    ("türkisch", "Pfund", "TRY"),
    ("ägyptisch", "Pfund", "EGP"),
    ("syrisch", "Pfund", "SYP"),
    ("Schweizer", "Franken", "CHF"),
    ("schwedisch", "Kronen", "SEK"),
    ("norwegisch", "Kronen", "NOK"),
    ("dänisch", "Kronen", "DKK"),
    ("tschechisch", "Kronen", "CZK"),
];

/// The sign of a unit: "Kilometern" → "km", "Euro" → "EUR", "US-Dollar" → "USD". Where no sign is usual, the word in the singular: "Meile".
/// Units of time are in the calendar.
pub fn sign(word: &str) -> Option<&'static str> {
    if let Some(sign) = UNITS.get(word) {
        return Some(sign);
    }
    let (nation, _) = word.split_once("-Dollar")?;
    national(nation, "Dollar").or(Some("Dollar"))
}

/// The sign of a unit that two words name: "britische Pfund" → "GBP", "Grad Celsius" → "°C".
pub fn sign_of_two(first: &str, second: &str) -> Option<&'static str> {
    if let Some(sign) = national(first, second) {
        return Some(sign);
    }
    match (first, second) {
        ("Grad", "Celsius") => Some("°C"),
        ("Grad", "Fahrenheit") => Some("°F"),
        ("Pfund", "Sterling") => Some("GBP"),
        _ => None,
    }
}

fn national(nation: &str, money: &str) -> Option<&'static str> {
    let endings = ["", "e", "en", "er"];
    let is_form = |stem: &str| {
        nation
            .strip_prefix(stem)
            .is_some_and(|ending| endings.contains(&ending))
    };
    let found = NATIONAL
        .iter()
        .find(|(stem, name, _)| *name == money && is_form(stem));
    found.map(|&(_, _, code)| code)
}

/// Whether `word` is a unit of money or measure.
pub fn is_unit(word: &str) -> bool {
    sign(word).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_have_signs() {
        for (unit, expected) in [
            ("Euro", "EUR"),
            ("€", "EUR"),
            ("Prozent", "%"),
            ("%", "%"),
            ("US-Dollar", "USD"),
            ("km", "km"),
            ("Grad", "°"),
            ("Kilometern", "km"),
            ("Meilen", "Meile"),
        ] {
            assert_eq!(sign(unit), Some(expected), "{unit}");
        }
        for other in ["Menschen", "Zivilisten", "", "Jahre"] {
            assert!(!is_unit(other), "{other}");
        }
        assert_eq!(sign_of_two("kanadischen", "Dollar"), Some("CAD"));
        assert_eq!(sign_of_two("schwere", "Pfund"), None);
    }
}
