//! Numbers in running text: "80", "1.000", "10 000", "zwei", "1,5 Millionen", "20 bis 30".

use super::phrase::Phrase;
use crate::german::decimal::Decimal;
use crate::german::numerals::{is_digits, number, scale};

/// A number, or two of them as the ends of a range; `None` where the digits are no number: "7-8-9".
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Count {
    pub low: Option<Decimal>,
    /// "20 bis 30".
    pub high: Option<Decimal>,
}

impl Count {
    pub(super) fn one(number: Decimal) -> Self {
        Self {
            low: Some(number),
            high: None,
        }
    }

    /// The number as a value: `80`, `20..30`.
    pub(super) fn value(self) -> Option<String> {
        let low = self.low?;
        Some(match self.high {
            Some(high) => format!("{low}..{high}"),
            None => low.to_string(),
        })
    }
}

impl Phrase<'_> {
    /// A number or a range of numbers, and where it ends.
    pub(super) fn number(&self, at: usize) -> Option<(usize, Count)> {
        let (end, low) = self.plain_number(at)?;
        let connects = matches!(self.word(end), "bis" | "oder" | "-" | "–");
        let between = self.word(end) == "und" && matches!(self.before(at), "zwischen" | "Zwischen");
        if (connects || between)
            && let Some((end, high, is_scaled)) = self.scaled_number(end + 1)
        {
            // "zwei bis drei Millionen": the first has the scale of the second.
            let shared = is_scaled.filter(|_| scale(self.word(at + 1)).is_none());
            let low = match (low, shared) {
                (Some(low), Some(scale)) => low.times(scale),
                (low, _) => low,
            };
            return Some((end, Count { low, high }));
        }
        Some((end, Count { low, high: None }))
    }

    /// "80", "10 000", "zwei", "1,5 Millionen"; where it ends, and what it comes to.
    pub(super) fn plain_number(&self, at: usize) -> Option<(usize, Option<Decimal>)> {
        self.scaled_number(at).map(|(end, value, _)| (end, value))
    }

    fn scaled_number(&self, at: usize) -> Option<(usize, Option<Decimal>, Option<Decimal>)> {
        let word = self.word(at);
        let first = word.bytes().next()?;
        let (mut end, mut value) = if first.is_ascii_digit() {
            self.digits(at)?
        } else if matches!(
            word,
            "ein" | "Ein" | "eine" | "Eine" | "einer" | "einem" | "einen" | "eines"
        ) {
            // Only "eine Million": alone it is an article.
            scale(self.word(at + 1)).filter(|_| self.word(at + 1) != "hundert")?;
            (at + 1, Some(Decimal::from(1)))
        } else if matches!(word, "halbe" | "halben") && scale(self.word(at + 1)).is_some() {
            (at + 1, Some(Decimal::new(5, -1)))
        } else {
            (at + 1, Some(number(word)?))
        };
        let scale = scale(self.word(end));
        if let Some(scale) = scale {
            value = value.and_then(|value| value.times(scale));
            end += 1;
            if self.word(end) == "." && matches!(self.word(end - 1), "Mio" | "Mrd" | "Bio") {
                end += 1;
            }
        }
        Some((end, value, scale))
    }

    fn digits(&self, at: usize) -> Option<(usize, Option<Decimal>)> {
        let word = self.word(at);
        if !is_digits(word) {
            return None;
        }
        let is_group =
            |word: &str| word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_digit());
        if 3 < word.len() || !is_group(self.word(at + 1)) {
            return Some((at + 1, Decimal::parse(word)));
        }
        let n_groups = 1 + usize::from(is_group(self.word(at + 2)));
        let digits: String = (at..=at + n_groups).map(|at| self.word(at)).collect();
        Some((at + 1 + n_groups, Decimal::parse(&digits)))
    }
}
