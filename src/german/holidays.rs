//! The days of a year that have a name, also those that move with Easter.

use jiff::ToSpan;
use jiff::civil::{Date, date};

/// A day or some days of the year that have a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holiday {
    first: Rule,
    last: Rule,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rule {
    Fixed {
        month: i8,
        day: i8,
    },
    /// So many days after Easter Sunday.
    Easter(i32),
    /// So many days after the first Sunday of Advent, the fourth before Christmas Day.
    Advent(i32),
    /// So many days after the second Sunday of May.
    MothersDay(i32),
}

impl Holiday {
    /// Reads the notation of the word list: `12-24`, `E+49/E+50`, `A-11`.
    pub(super) fn parse(code: &str) -> Option<Self> {
        let (first, last) = code.split_once('/').unwrap_or((code, code));
        Some(Self {
            first: Rule::parse(first)?,
            last: Rule::parse(last)?,
        })
    }

    /// The fixed day of a name that has several words: "Tag der Deutschen Einheit".
    pub fn fixed(month: i8, day: i8) -> Self {
        let rule = Rule::Fixed { month, day };
        Self {
            first: rule,
            last: rule,
        }
    }

    /// "Christi Himmelfahrt": 39 days after Easter.
    pub fn after_easter(days: i32) -> Self {
        let rule = Rule::Easter(days);
        Self {
            first: rule,
            last: rule,
        }
    }

    /// The first to the fourth Sunday of Advent: "2. Advent".
    pub fn advent(nth: i32) -> Self {
        let rule = Rule::Advent(7 * (nth - 1));
        Self {
            first: rule,
            last: rule,
        }
    }

    /// First and last day in a year; the same where there is one only.
    pub fn in_year(self, year: i16) -> Option<(Date, Date)> {
        Some((self.first.in_year(year)?, self.last.in_year(year)?))
    }
}

impl Rule {
    fn parse(code: &str) -> Option<Self> {
        let movable = |rest: &str| rest.parse::<i32>().ok();
        if let Some(rest) = code.strip_prefix('E') {
            return movable(rest).map(Self::Easter);
        }
        if let Some(rest) = code.strip_prefix('A') {
            return movable(rest).map(Self::Advent);
        }
        if let Some(rest) = code.strip_prefix('M') {
            return movable(rest).map(Self::MothersDay);
        }
        let (month, day) = code.split_once('-')?;
        Some(Self::Fixed {
            month: month.parse().ok()?,
            day: day.parse().ok()?,
        })
    }

    fn in_year(self, year: i16) -> Option<Date> {
        let (start, days) = match self {
            Self::Fixed { month, day } => (Date::new(year, month, day).ok()?, 0),
            Self::Easter(days) => (easter(year)?, days),
            Self::Advent(days) => {
                let christmas = Date::new(year, 12, 25).ok()?;
                let after_sunday = i32::from(christmas.weekday().to_monday_one_offset());
                (christmas, days - after_sunday - 21)
            }
            Self::MothersDay(days) => {
                let may = Date::new(year, 5, 1).ok()?;
                (
                    may,
                    days + 14 - i32::from(may.weekday().to_monday_one_offset()),
                )
            }
        };
        start.checked_add(days.days()).ok()
    }
}

/// Easter Sunday in the Gregorian calendar: the rule of Gauss as Meeus, Jones and Butcher give it.
pub fn easter(year: i16) -> Option<Date> {
    let year_number = i32::from(year);
    if !(1583..=9999).contains(&year_number) {
        return None;
    }
    let (a, b, c) = (year_number % 19, year_number / 100, year_number % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Some(date(year, (n / 31) as i8, (n % 31 + 1) as i8))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_moves() {
        for (year, expected) in [
            (1818, date(1818, 3, 22)),
            (1943, date(1943, 4, 25)),
            (2016, date(2016, 3, 27)),
            (2017, date(2017, 4, 16)),
            (2025, date(2025, 4, 20)),
        ] {
            assert_eq!(easter(year), Some(expected), "{year}");
        }
        assert_eq!(easter(1200), None);
    }

    #[test]
    fn holidays_fall_on_their_days() {
        let check = |code, year, first, last| {
            let days = Holiday::parse(code).and_then(|holiday| holiday.in_year(year));
            assert_eq!(days, Some((first, last)), "{code} {year}");
        };
        check("12-24", 2016, date(2016, 12, 24), date(2016, 12, 24));
        check("E+49/E+50", 2017, date(2017, 6, 4), date(2017, 6, 5));
        check("E-48", 2016, date(2016, 2, 8), date(2016, 2, 8));
        check("A-11", 2016, date(2016, 11, 16), date(2016, 11, 16));
        check("A-7", 2022, date(2022, 11, 20), date(2022, 11, 20));
        check("M+0", 2016, date(2016, 5, 8), date(2016, 5, 8));
        assert_eq!(
            Holiday::advent(1).in_year(2022),
            Some((date(2022, 11, 27), date(2022, 11, 27)))
        );
    }
}
