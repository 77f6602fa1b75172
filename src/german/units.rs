//! Units of money and measure: "Euro", "Prozent", "Kilometer".

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::word_list::rows;

/// Units and their signs; what is merely counted ("Menschen", "Sitze") is no unit here.
static UNITS: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| {
    let mut units = BTreeSet::new();
    for row in rows(include_str!("../../assets/lexicon/units.tsv")) {
        if let [unit, class, signs @ ..] = row.as_slice()
            && *class != "count"
        {
            units.insert(*unit);
            units.extend(signs.iter().copied().filter(|sign| !sign.is_empty()));
        }
    }
    units
});

/// Whether `word` is a unit of money or measure; units of time are in the calendar.
pub fn is_unit(word: &str) -> bool {
    UNITS.contains(word) || word.ends_with("-Dollar")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_money_and_measures() {
        for unit in [
            "Euro",
            "€",
            "Prozent",
            "%",
            "US-Dollar",
            "km",
            "Grad",
            "Kilometern",
        ] {
            assert!(is_unit(unit), "{unit}");
        }
        for other in ["Menschen", "Zivilisten", "", "Jahre"] {
            assert!(!is_unit(other), "{other}");
        }
    }
}
