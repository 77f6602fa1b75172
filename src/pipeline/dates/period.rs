//! Days, weeks, months, years and runs of them, with their ends and their form in ISO 8601.

use std::fmt;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::german::calendar::Edge;

/// A stretch of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Period {
    Day(Date),
    /// By its Monday.
    Week(Date),
    Month(i16, i8),
    /// By the number of EDTF (21 is spring) and the year in which it begins.
    Season(i16, u8),
    Year(i16),
    /// 199 is the nineties.
    Decade(i16),
    /// 19 is the nineteenth: 1801 to 1900.
    Century(i16),
    Days(Date, Date),
    /// From the first to the last of so many months.
    Months(i16, i8, i8),
    Years(i16, i16),
}

/// The last day of a month.
fn month_end(year: i16, month: i8) -> Option<Date> {
    Date::new(year, month, 1).ok().map(Date::last_of_month)
}

/// The month so many months after another.
pub(super) fn month_after(year: i16, month: i8, months: i32) -> Option<(i16, i8)> {
    let total = i32::from(year)
        .checked_mul(12)?
        .checked_add(i32::from(month) - 1)?
        .checked_add(months)?;
    Some((
        i16::try_from(total.div_euclid(12)).ok()?,
        (total.rem_euclid(12) + 1) as i8,
    ))
}

impl Period {
    /// First and last day; `None` outside the calendar.
    pub(super) fn ends(self) -> Option<(Date, Date)> {
        let years = |first: i16, last: i16| {
            Some((Date::new(first, 1, 1).ok()?, Date::new(last, 12, 31).ok()?))
        };
        match self {
            Self::Day(day) => Some((day, day)),
            Self::Week(monday) => Some((monday, monday.checked_add(6.days()).ok()?)),
            Self::Month(year, month) => {
                Some((Date::new(year, month, 1).ok()?, month_end(year, month)?))
            }
            Self::Season(year, season) => {
                let first = season_month(season);
                let (last_year, last) = month_after(year, first, 2)?;
                Some((Date::new(year, first, 1).ok()?, month_end(last_year, last)?))
            }
            Self::Year(year) => years(year, year),
            Self::Decade(decade) => years(decade.checked_mul(10)?, decade.checked_mul(10)? + 9),
            Self::Century(century) => {
                let last = century.checked_mul(100)?;
                years(last - 99, last)
            }
            Self::Days(first, last) => Some((first, last)),
            Self::Months(year, first, last) => {
                Some((Date::new(year, first, 1).ok()?, month_end(year, last)?))
            }
            Self::Years(first, last) => years(first, last),
        }
    }

    /// Its first, middle or last third, in whole days, months or years.
    pub(super) fn third(self, edge: Edge) -> Option<Self> {
        let nth = match edge {
            Edge::Start => 0,
            Edge::Middle => 1,
            Edge::End => 2,
            Edge::Turn => return self.turn(),
        };
        let (first, last) = self.ends()?;
        match self {
            Self::Day(_) | Self::Days(..) => None,
            Self::Week(monday) => {
                let (from, to) = [(0, 1), (2, 3), (4, 6)][nth];
                Some(Self::Days(
                    monday.checked_add(from.days()).ok()?,
                    monday.checked_add(to.days()).ok()?,
                ))
            }
            Self::Month(year, month) => {
                let day = |day| Date::new(year, month, day).ok();
                Some(match nth {
                    0 => Self::Days(first, day(10)?),
                    1 => Self::Days(day(11)?, day(20)?),
                    _ => Self::Days(day(21)?, last),
                })
            }
            Self::Season(year, season) => {
                let (year, month) = month_after(year, season_month(season), nth as i32)?;
                Some(Self::Month(year, month))
            }
            Self::Year(year) => Some(Self::Months(year, 1 + 4 * nth as i8, 4 + 4 * nth as i8)),
            Self::Months(year, from, to) => {
                let n_months = (to - from + 1) / 3;
                if n_months < 1 {
                    return None;
                }
                let from = from + n_months * nth as i8;
                Some(Self::Months(year, from, from + n_months - 1))
            }
            Self::Decade(_) | Self::Century(_) | Self::Years(..) => {
                let (first, last) = (first.year(), last.year());
                let third = (last - first + 1) / 3;
                let from = first + third * nth as i16;
                let to = if nth == 2 { last } else { from + third - 1 };
                (from < to).then_some(Self::Years(from, to))
            }
        }
    }

    /// "Jahreswechsel": its last day and the one after.
    fn turn(self) -> Option<Self> {
        let (_, last) = self.ends()?;
        Some(Self::Days(last, last.tomorrow().ok()?))
    }
}

/// The first month of a season: meteorological ones begin on the first of March, June, September, December.
fn season_month(season: u8) -> i8 {
    match season {
        21 => 3,
        22 => 6,
        23 => 9,
        _ => 12,
    }
}

/// ISO 8601, and EDTF for seasons, decades and centuries: `2016-12-08`, `2016-W48`, `2016-24`, `198X`, `18XX`, `2016-05-01/2016-05-03`.
impl fmt::Display for Period {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Day(day) => write!(formatter, "{day}"),
            Self::Week(monday) => {
                let week = monday.iso_week_date();
                write!(formatter, "{:04}-W{:02}", week.year(), week.week())
            }
            Self::Month(year, month) => write!(formatter, "{year:04}-{month:02}"),
            Self::Season(year, season) => write!(formatter, "{year:04}-{season}"),
            Self::Year(year) => write!(formatter, "{year:04}"),
            Self::Decade(decade) => write!(formatter, "{decade:03}X"),
            Self::Century(century) => write!(formatter, "{:02}XX", century - 1),
            Self::Days(first, last) if first == last => write!(formatter, "{first}"),
            Self::Days(first, last) => write!(formatter, "{first}/{last}"),
            Self::Months(year, first, last) if first == last => {
                write!(formatter, "{year:04}-{first:02}")
            }
            Self::Months(year, first, last) => {
                write!(formatter, "{year:04}-{first:02}/{year:04}-{last:02}")
            }
            Self::Years(first, last) => write!(formatter, "{first:04}/{last:04}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_have_thirds() {
        for (period, edge, expected) in [
            (
                Period::Month(2016, 11),
                Edge::Middle,
                "2016-11-11/2016-11-20",
            ),
            (Period::Month(2016, 2), Edge::End, "2016-02-21/2016-02-29"),
            (Period::Year(2017), Edge::Start, "2017-01/2017-04"),
            (Period::Decade(199), Edge::Start, "1990/1992"),
            (Period::Decade(199), Edge::End, "1996/1999"),
            (Period::Century(19), Edge::End, "1867/1900"),
            (Period::Season(2016, 24), Edge::Middle, "2017-01"),
            (Period::Year(2016), Edge::Turn, "2016-12-31/2017-01-01"),
        ] {
            let third = period.third(edge).map(|third| third.to_string());
            assert_eq!(third.as_deref(), Some(expected), "{edge:?} of {period}");
        }
    }

    #[test]
    fn the_ends_of_the_calendar_are_no_panic() {
        assert_eq!(Period::Century(i16::MAX).ends(), None);
        assert_eq!(Period::Decade(i16::MAX).ends(), None);
        assert_eq!(
            Period::Year(i16::MAX)
                .third(Edge::End)
                .and_then(Period::ends),
            None
        );
    }
}
