//! Dates in digits: "8. Dezember 2016", "1. bis 3. Mai", "07.12.2016", "3. Quartal", "19. Jahrhundert".

use super::calendar_dates::Found;
use super::expression::{DateExpression as D, Joint, YearOf};
use super::phrase::Phrase;
use crate::german::calendar::{Length, TimeUnit, TimeWord};

impl Phrase<'_> {
    /// A date that begins with a digit.
    pub(super) fn numeric_date(&self, at: usize) -> Option<Found> {
        let word = self.word(at);
        if !word.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        if let Some(date) = full_date(word) {
            return Some((at + 1, date));
        }
        if let Some(found) = self.day_and_month(at) {
            return Some(found);
        }
        if let Some((after, first)) = self.day(at) {
            let joint = match self.word(after) {
                "bis" | "-" | "–" => Some(Joint::To),
                "und" | "/" => Some(Joint::And),
                "oder" => Some(Joint::Or),
                _ => None,
            };
            let both = |first, (end, last): (usize, i8), joint| {
                let Some(TimeWord::Month(month)) = self.time_word(end) else {
                    return None;
                };
                let (end, year) = self.year_after(end + 1);
                Some((
                    end,
                    D::Days {
                        first,
                        last,
                        joint,
                        month,
                        year,
                    },
                ))
            };
            if let Some(last) = self
                .day(after)
                .filter(|_| self.word(after).starts_with('-'))
                && let Some(found) = both(first, last, Joint::To)
            {
                return Some(found);
            }
            if let Some(joint) = joint
                && let Some(last) = self.day(after + 1)
                && let Some(found) = both(first, last, joint)
            {
                return Some(found);
            }
            if let Some((_, second)) = word.split_once('/')
                && let Some(second) = day_of(second)
                && let Some(found) = both(first, (after, second), Joint::And)
            {
                return Some(found);
            }
            match self.time_word(after) {
                Some(TimeWord::Month(month)) => {
                    let (end, year) = self.year_after(after + 1);
                    return Some((
                        end,
                        D::Day {
                            day: first,
                            month,
                            year,
                        },
                    ));
                }
                Some(TimeWord::Unit(
                    Length {
                        n: 100,
                        unit: TimeUnit::Year,
                    },
                    false,
                )) => {
                    return Some((after + 1, D::Century(i16::from(first))));
                }
                _ => {
                    if let Some(found) = self.part_of_year(after, first.unsigned_abs()) {
                        return Some(found);
                    }
                }
            }
        }
        if let Some(found) = self.decade(at) {
            return Some(found);
        }
        (!self.counts(at) && !self.is_numbered(at))
            .then(|| self.year(at))
            .flatten()
            .map(|year| (at + 1, year))
    }

    /// "am 8.12.": the last full stop is a word of its own, and ends the sentence where nothing follows.
    fn day_and_month(&self, at: usize) -> Option<Found> {
        let is_introduced = matches!(
            self.before(at),
            "am" | "Am"
                | "vom"
                | "Vom"
                | "bis"
                | "Bis"
                | "ab"
                | "Ab"
                | "zum"
                | "den"
                | "dem"
                | "seit"
                | "Seit"
        );
        if !is_introduced || self.word(at + 1) != "." {
            return None;
        }
        let (day, month) = self.word(at).split_once('.')?;
        let month = month
            .parse()
            .ok()
            .filter(|month| (1..=12).contains(month))?;
        let day = day_of(day)?;
        let year = YearOf::BARE;
        let is_last = self.words.len() <= at + 2;
        Some((at + 2 - usize::from(is_last), D::Day { day, month, year }))
    }

    /// Whether a day begins here: "24.", "24.01.2005".
    pub(super) fn begins_day(&self, at: usize) -> bool {
        self.day(at).is_some() || full_date(self.word(at)).is_some()
    }

    /// A day of the month such as "8." (one token or two) or the first of "8./9."; where it ends.
    fn day(&self, at: usize) -> Option<(usize, i8)> {
        let word = self.word(at);
        // "8.-10. Mai": the second is written with its hyphen.
        let word = word.strip_prefix('-').unwrap_or(word);
        if let Some(bare) = word.strip_suffix('.') {
            let mut days = bare.split('/').map(|day| day_of(day.trim_end_matches('.')));
            let first = days.next()??;
            return days.all(|day| day.is_some()).then_some((at + 1, first));
        }
        (self.word(at + 1) == ".")
            .then(|| day_of(word))
            .flatten()
            .map(|day| (at + 2, day))
    }
}

fn day_of(digits: &str) -> Option<i8> {
    let day = digits.parse().ok().filter(|day| (1..=31).contains(day));
    day.filter(|_| digits.len() <= 2)
}

/// "07.12.2016", "8.12.16", "2016-12-08", "8.12.", "23/02/2016".
fn full_date(word: &str) -> Option<D> {
    if word.len() < 5 || 10 < word.len() || !word.as_bytes()[0].is_ascii_digit() {
        return None;
    }
    let separator = ['.', '-', '/']
        .into_iter()
        .find(|&mark| word.matches(mark).count() == 2)?;
    let mut parts = word.split(separator);
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
    let within = |part: &str, limit: i8| {
        let value = part
            .parse::<i8>()
            .ok()
            .filter(|value| 1 <= *value && *value <= limit);
        value.filter(|_| part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let year = |part: &str| {
        let year = part
            .parse::<i16>()
            .ok()
            .filter(|year| (1400..2100).contains(year));
        year.filter(|_| part.len() == 4)
    };
    if separator == '-'
        && let Some(known) = year(first)
    {
        let (month, day) = (within(second, 12)?, within(third, 31)?);
        return Some(D::Day {
            day,
            month,
            year: YearOf::Known(known),
        });
    }
    let (day, month) = (within(first, 31)?, within(second, 12)?);
    let year = if let Some(known) = year(third) {
        YearOf::Known(known)
    } else if third.is_empty() && separator == '.' {
        YearOf::BARE
    } else if third.len() == 2 && separator != '-' {
        YearOf::Short(third.parse().ok().filter(|short| 0 <= *short)?)
    } else {
        return None;
    };
    Some(D::Day { day, month, year })
}
