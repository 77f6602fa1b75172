//! What the words before a date or duration make of it: "vor [drei Jahren]", "in der Nacht zum [Freitag]", "Stefan [Sommer]".

use super::expression::DateExpression;
use super::phrase::Phrase;
use crate::german::calendar::{Length, TimeUnit, TimeWord};
use crate::german::decimal::Decimal;
use crate::german::gender::is_first_name;
use crate::german::titles::is_address;

impl Phrase<'_> {
    /// "vor [drei Jahren]", "vor [zwei Wochen]", "vor rund [fünf Tagen]": a date; "vor [drei Stunden]" stays a duration.
    pub(super) fn ago(&self, at: usize, end: usize) -> Option<DateExpression> {
        let blurs = |word: &str| {
            matches!(
                word,
                "rund"
                    | "etwa"
                    | "gut"
                    | "knapp"
                    | "fast"
                    | "über"
                    | "mehr"
                    | "als"
                    | "genau"
                    | "ca."
                    | "ungefähr"
                    | "nur"
                    | "erst"
            )
        };
        let mut before = at;
        for _ in 0..2 {
            if blurs(self.before(before)) {
                before -= 1;
            }
        }
        if !matches!(self.before(before), "vor" | "Vor") {
            return None;
        }
        let (length_end, count, length) = self.length(at)?;
        if length_end != end || length.unit < TimeUnit::Day {
            return None;
        }
        let number = count
            .filter(|count| count.high.is_none())
            .and_then(|count| count.low);
        let Some(number) = number else {
            return Some(DateExpression::Undecided);
        };
        // "vor anderthalb Jahren": so many months.
        let (n, length) = match number.whole() {
            Some(n) => (n, length),
            None if length.unit == TimeUnit::Year && length.n == 1 => {
                let months = number.times(Decimal::from(12))?.whole();
                let month = Length {
                    n: 1,
                    unit: TimeUnit::Month,
                };
                match months {
                    Some(months) => (months, month),
                    None => return Some(DateExpression::Undecided),
                }
            }
            None => return Some(DateExpression::Undecided),
        };
        // "vor zwei Jahrzehnten" is a year that nobody has counted.
        if 1 < length.n || 100_000 < n {
            return Some(DateExpression::Undecided);
        }
        Some(DateExpression::Ago(length, n as u32))
    }

    /// "am Freitag", "im Mai": whoever is called so is not met like this.
    pub(super) fn is_introduced(&self, at: usize) -> bool {
        matches!(
            self.before(at),
            "am" | "Am"
                | "im"
                | "Im"
                | "seit"
                | "Seit"
                | "ab"
                | "Ab"
                | "bis"
                | "Bis"
                | "vom"
                | "Vom"
                | "zum"
                | "Zum"
        )
    }

    /// "in der Nacht zum [Freitag]", "auf [Freitag]", "von Donnerstag auf [Freitag]".
    pub(super) fn is_night_to(&self, at: usize) -> bool {
        if !matches!(self.before(at), "zum" | "auf" | "zu") {
            return false;
        }
        let from = at.saturating_sub(6);
        (from..at).any(|at| self.word(at) == "Nacht")
    }

    /// Whether a word of the calendar is a name here: "Theo Sommer", "Frau Mai", die Zeitung „Freitag“, "die Woche".
    pub(super) fn is_name(&self, start: usize, end: usize) -> bool {
        if self.is_quoted(start, end) {
            return true;
        }
        let is_surname = matches!(
            self.time_word(start),
            Some(
                TimeWord::Month(_)
                    | TimeWord::Season(_)
                    | TimeWord::Weekday(_)
                    | TimeWord::Holiday(_)
            )
        );
        if !is_surname || start == 0 {
            return false;
        }
        let before = self.before(start);
        is_first_name(before)
            || is_address(before)
            || matches!(
                before,
                "Zeitung"
                    | "Wochenzeitung"
                    | "Blatt"
                    | "Wochenblatt"
                    | "Magazin"
                    | "Familie"
                    | "Herr"
                    | "Frau"
                    | "Herrn"
                    | "Dr."
                    | "Prof."
                    | "Professor"
                    | "Verlag"
            )
    }
}
