//! Amounts: a number and a unit of money or measure, "80 Prozent", "1,5 Millionen Dollar", "20 bis 30 Kilometer", "ein Drittel".

use super::numbers::Count;
use super::phrase::Phrase;
use crate::german::decimal::Decimal;
use crate::german::numerals::{is_digits, number};
use crate::german::units::{sign, sign_of_two};

impl Phrase<'_> {
    /// Where an amount ends, and its value.
    pub(super) fn amount(&self, at: usize) -> Option<(usize, Option<String>)> {
        let word = self.word(at);
        let first = word.chars().next()?;
        if let '$' | '€' | '£' = first {
            let (end, count) = self.number(at + 1)?;
            return Some((end, self.amount_value(at, count, sign(word)?)));
        }
        if !first.is_alphanumeric() {
            return None;
        }
        if first.is_ascii_digit() {
            for (mark, unit) in [('%', "%"), ('€', "EUR"), ('$', "USD"), ('°', "°")] {
                if let Some(digits) = word.strip_suffix(mark).filter(|digits| is_digits(digits)) {
                    let count = Decimal::parse(digits).map(Count::one);
                    return Some((
                        at + 1,
                        count.and_then(|count| self.amount_value(at, count, unit)),
                    ));
                }
            }
        }
        if let Some((end, value)) = self.fraction(at) {
            return Some((end, Some(value)));
        }
        let (end, count) = self.counted(at)?;
        let (end, unit) = self.unit(end)?;
        Some((end, self.amount_value(at, count, unit)))
    }

    /// A number, or "ein", which counts before units only.
    fn counted(&self, at: usize) -> Option<(usize, Count)> {
        if let Some(found) = self.number(at) {
            return Some(found);
        }
        let one = matches!(
            self.word(at),
            "ein"
                | "eine"
                | "einer"
                | "einem"
                | "einen"
                | "eines"
                | "Ein"
                | "Eine"
                | "Einen"
                | "Einem"
                | "Einer"
        );
        let half = matches!(self.word(at + 1), "halbe" | "halben" | "halber" | "halbes");
        let unit = self.word(at + 1 + usize::from(half));
        if !one || is_also_a_thing(unit) {
            return None;
        }
        Some(if half {
            (at + 2, Count::one(Decimal::new(5, -1)))
        } else {
            (at + 1, Count::one(Decimal::from(1)))
        })
    }

    /// "Kilometern", "kanadische Dollar", "Grad Celsius", "Kilometer pro Stunde".
    fn unit(&self, at: usize) -> Option<(usize, &'static str)> {
        let (first, second) = (self.word(at), self.word(at + 1));
        if let Some(sign) = sign_of_two(first, second) {
            return Some((at + 2, sign));
        }
        let unit = sign(first)?;
        if unit == "km" && second == "pro" && self.word(at + 2) == "Stunde" {
            return Some((at + 3, "km/h"));
        }
        Some((at + 1, unit))
    }

    /// "ein Drittel" → `1/3`, "zwei Drittel", "ein Viertel der"; "Viertel" alone is a part of a town more often.
    fn fraction(&self, at: usize) -> Option<(usize, String)> {
        let denominator = match self.word(at + 1) {
            "Drittel" | "Drittels" | "Dritteln" => 3,
            "Viertel" => 4,
            "Fünftel" => 5,
            "Sechstel" => 6,
            "Siebtel" => 7,
            "Achtel" => 8,
            "Zehntel" => 10,
            _ => return None,
        };
        let numerator = match self.word(at) {
            "ein" | "einem" | "eines" | "Ein" | "Einem" => 1,
            word => number(word)?.whole()?,
        };
        let is_part = denominator != 4
            || 1 < numerator
            || matches!(self.word(at + 2), "der" | "des" | "aller" | "davon");
        (0 < numerator && numerator < denominator && is_part)
            .then(|| (at + 2, format!("{numerator}/{denominator}")))
    }

    /// Number and unit, with what the words before the number make of it: "knapp 80 Prozent" → `~80 %`.
    fn amount_value(&self, at: usize, count: Count, unit: &str) -> Option<String> {
        Some(format!("{}{} {unit}", self.comparison(at), count.value()?))
    }

    fn comparison(&self, at: usize) -> &'static str {
        let before_that = at.checked_sub(2).map_or("", |at| self.word(at));
        match self.before(at) {
            "rund" | "Rund" | "etwa" | "Etwa" | "circa" | "ca." | "zirka" | "knapp" | "Knapp"
            | "fast" | "Fast" | "gut" | "Gut" | "ungefähr" | "Ungefähr" | "beinahe" | "nahezu"
            | "annähernd" | "schätzungsweise" => "~",
            "als" => match before_that {
                "mehr" | "Mehr" => ">",
                "weniger" | "Weniger" => "<",
                _ => "",
            },
            "über" | "Über" => ">",
            "unter" | "Unter" => "<",
            "mindestens" | "Mindestens" | "wenigstens" => ">=",
            "höchstens" | "Höchstens" | "maximal" | "Maximal" => "<=",
            "zu" if matches!(before_that, "bis" | "Bis") => "<=",
            _ => "",
        }
    }
}

/// Units whose names mean something else more often, so that "ein" before them is an article: "in einer Bar".
fn is_also_a_thing(unit: &str) -> bool {
    matches!(
        unit,
        "Ar" | "Bar"
            | "Bit"
            | "Cent"
            | "Fass"
            | "Fuß"
            | "Knoten"
            | "Krone"
            | "Mark"
            | "Morgen"
            | "Penny"
            | "Rand"
            | "Real"
            | "Sol"
            | "Ster"
            | "Taler"
            | "Zoll"
            | "m"
            | "t"
            | "A"
            | "J"
            | "K"
            | "V"
    )
}
