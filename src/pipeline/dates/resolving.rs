//! Which day, month or year a date means, seen from the day on which the article was written.

use jiff::ToSpan;
use jiff::civil::Date;

use super::expression::{DateExpression, Joint, Which, YearOf};
use super::period::{Period, month_after};
use super::tense::Direction;
use crate::german::calendar::{DayPart, Edge, Length, TimeUnit};

/// From where a date is seen.
#[derive(Clone, Copy, Debug)]
pub(super) struct View {
    /// The day of the article, where it is known.
    pub today: Option<Date>,
    /// The last day that was named in the paragraph, for "am folgenden Tag".
    pub last: Option<Period>,
    /// Whether the verb looks back or ahead.
    pub direction: Direction,
}

/// A date as a value, and the period that later words such as "am Tag darauf" count from.
pub(super) struct Resolved {
    pub value: String,
    pub period: Option<Period>,
}

impl View {
    /// What a date comes to; `None` where it cannot be decided.
    pub(super) fn resolve(&self, date: &DateExpression) -> Option<Resolved> {
        let plain = |value: String| Resolved {
            value,
            period: None,
        };
        match date {
            DateExpression::Part(day, part) => {
                let resolved = self.resolve(day)?;
                // Of a day only: "in der Nacht des 8. und 9. Mai" stays open.
                let Some(Period::Day(_)) = resolved.period else {
                    return None;
                };
                Some(Resolved {
                    value: format!("{}T{}", resolved.value, part.code()),
                    period: resolved.period,
                })
            }
            DateExpression::NightTo(day) => {
                let Some(Period::Day(day)) = self.period(day) else {
                    return None;
                };
                Some(night(day.yesterday().ok()?))
            }
            DateExpression::Tonight => match self.direction {
                Direction::Past => Some(night(self.today?.yesterday().ok()?)),
                Direction::Future => Some(night(self.today?)),
                Direction::Unknown => None,
            },
            DateExpression::Stretch { duration, is_past } => {
                let (today, duration) = (self.today?, duration.as_deref()?);
                if duration.contains("..") {
                    return None;
                }
                Some(plain(if *is_past {
                    format!("{duration}/{today}")
                } else {
                    format!("{today}/{duration}")
                }))
            }
            DateExpression::Days {
                first,
                last,
                joint,
                month,
                year,
            } => self.days((*first, *last), *joint, *month, *year),
            _ => {
                let period = self.period(date)?;
                Some(Resolved {
                    value: period.to_string(),
                    period: Some(period),
                })
            }
        }
    }

    fn period(&self, date: &DateExpression) -> Option<Period> {
        match *date {
            DateExpression::FromToday(days) => {
                self.today?.checked_add(days.days()).ok().map(Period::Day)
            }
            DateExpression::Day { day, month, year } => {
                let in_year = |year| Date::new(year, month, day).ok().map(Period::Day);
                self.in_year(year, in_year)
            }
            DateExpression::Days { .. }
            | DateExpression::Stretch { .. }
            | DateExpression::Part(..)
            | DateExpression::NightTo(_)
            | DateExpression::Tonight
            | DateExpression::Undecided => None,
            DateExpression::Weekday(day, which) => self.weekday(day, which),
            DateExpression::WeekdayOfWeek(day, shift) => {
                let monday = self.monday(shift)?;
                monday
                    .checked_add((i32::from(day) - 1).days())
                    .ok()
                    .map(Period::Day)
            }
            DateExpression::Month(month, year) => {
                self.in_year(year, |year| Some(Period::Month(year, month)))
            }
            DateExpression::Season(season, year) => {
                self.in_year(year, |year| Some(Period::Season(year, season)))
            }
            DateExpression::Holiday(holiday, year) => self.in_year(year, |year| {
                let (first, last) = holiday.in_year(year)?;
                Some(if first == last {
                    Period::Day(first)
                } else {
                    Period::Days(first, last)
                })
            }),
            DateExpression::Year(year) => Some(Period::Year(year)),
            DateExpression::Years(first, last) => Some(Period::Years(first, last)),
            DateExpression::Decade(decade) => Some(Period::Decade(decade)),
            DateExpression::Century(century) => Some(Period::Century(century)),
            DateExpression::PartOfYear { nth, months, year } => self.in_year(year, |year| {
                Some(Period::Months(year, (nth - 1) * months + 1, nth * months))
            }),
            DateExpression::Unit(length, shift) => {
                unit_from(Period::Day(self.today?), length, shift)
            }
            DateExpression::Weekend(which) => self.weekend(which),
            DateExpression::Ago(length, n) => {
                let shift = i32::try_from(n).ok()?.checked_neg()?;
                unit_from(Period::Day(self.today?), length, shift)
            }
            DateExpression::FromLast(length, shift) => unit_from(self.last?, length, shift),
            DateExpression::Edge(edge, ref inner) => self.period(inner)?.third(edge),
            DateExpression::EdgeOf(edge, unit) => self.edge_of(edge, unit),
        }
    }

    /// The Monday of the article's week, or so many weeks later.
    fn monday(&self, shift: i32) -> Option<Date> {
        let today = self.today?;
        let since_monday = i32::from(today.weekday().to_monday_zero_offset());
        today
            .checked_add((shift.checked_mul(7)?.checked_sub(since_monday)?).days())
            .ok()
    }

    fn weekday(&self, day: i8, which: Which) -> Option<Period> {
        let today = self.today?;
        // "an diesem Freitag" is the next one unless the verb looks back.
        let (which, direction) = match (which, self.direction) {
            (Which::Shift(0), Direction::Unknown) => (Which::Bare, Direction::Future),
            (Which::Shift(0), direction) => (Which::Bare, direction),
            (which, direction) => (which, direction),
        };
        let ahead =
            (i32::from(day) - i32::from(today.weekday().to_monday_one_offset())).rem_euclid(7);
        let days = match which {
            Which::Bare => match direction {
                Direction::Past => (ahead - 7) % 7,
                Direction::Future => ahead,
                Direction::Unknown if ahead == 0 => 0,
                Direction::Unknown => return None,
            },
            Which::Shift(shift) if 0 < shift => ahead + 7 * (shift - i32::from(ahead != 0)),
            Which::Shift(shift) => (ahead - 7) + 7 * (shift + 1),
        };
        today.checked_add(days.days()).ok().map(Period::Day)
    }

    fn weekend(&self, which: Which) -> Option<Period> {
        let weekend = |weeks: i32| {
            let saturday = self.monday(weeks)?.checked_add(5.days()).ok()?;
            Some(Period::Days(saturday, saturday.tomorrow().ok()?))
        };
        self.occurrence(which, (-3..=3).filter_map(weekend))
    }

    /// Of those that come again every year, the one that is meant.
    fn in_year(&self, year: YearOf, in_year: impl Fn(i16) -> Option<Period>) -> Option<Period> {
        match year {
            YearOf::Known(year) => in_year(year),
            YearOf::Short(short) => {
                let short = i16::from(short);
                let now = self.today.map_or(2020, Date::year);
                let century = now - now % 100;
                // Two digits mean the year nearest to now, at most 20 years ahead.
                let year = century + short;
                in_year(if now + 20 < year { year - 100 } else { year })
            }
            YearOf::Shift(shift) => {
                in_year(self.today?.year().checked_add(i16::try_from(shift).ok()?)?)
            }
            YearOf::Which(which) => {
                let now = self.today?.year();
                self.occurrence(
                    which,
                    (-3..=3).filter_map(|shift| in_year(now.checked_add(shift)?)),
                )
            }
        }
    }

    /// The one that is meant of those in `candidates`, which are sorted.
    fn occurrence(&self, which: Which, candidates: impl Iterator<Item = Period>) -> Option<Period> {
        let today = self.today?;
        let all: Vec<(Period, Date, Date)> = candidates
            .filter_map(|period| period.ends().map(|(first, last)| (period, first, last)))
            .collect();
        let distance = |&(_, first, last): &(Period, Date, Date)| {
            let days = |from: Date, to: Date| (to - from).get_days();
            days(today, first).max(days(last, today)).max(0)
        };
        let found = match which {
            Which::Shift(shift) if shift < 0 => {
                let skipped = usize::try_from(-1 - shift).ok()?;
                all.iter()
                    .rev()
                    .filter(|(_, _, last)| *last < today)
                    .nth(skipped)
            }
            Which::Shift(0) => {
                let year = all.iter().filter(|(_, first, last)| {
                    *first <= today && today <= *last || first.year() == today.year()
                });
                year.min_by_key(|period| distance(period))
            }
            Which::Shift(shift) => {
                let skipped = usize::try_from(shift - 1).ok()?;
                all.iter()
                    .filter(|(_, first, _)| today < *first)
                    .nth(skipped)
            }
            Which::Bare => match self.direction {
                Direction::Past => all.iter().rev().find(|(_, first, _)| *first <= today),
                Direction::Future => all.iter().find(|(_, _, last)| today <= *last),
                Direction::Unknown => all.iter().min_by_key(|period| distance(period)),
            },
        };
        found.map(|(period, _, _)| *period)
    }

    /// "Jahresende" is its last month, "Jahresbeginn" its first; "Wochenbeginn" and "Monatsende" are thirds.
    fn edge_of(&self, edge: Edge, unit: TimeUnit) -> Option<Period> {
        let today = self.today?;
        let candidates = (-1..=1).filter_map(|shift| {
            let period = unit_from(Period::Day(today), Length { n: 1, unit }, shift)?;
            match (period, edge) {
                (Period::Year(year), Edge::Start) => Some(Period::Month(year, 1)),
                (Period::Year(year), Edge::End) => Some(Period::Month(year, 12)),
                _ => period.third(edge),
            }
        });
        self.occurrence(Which::Bare, candidates)
    }

    fn days(
        &self,
        (first, last): (i8, i8),
        joint: Joint,
        month: i8,
        year: YearOf,
    ) -> Option<Resolved> {
        let whole = |year| {
            let last = Date::new(year, month, last).ok()?;
            // "30. bis 3. Mai" begins in the month before.
            let begin = if first < last.day() {
                (year, month)
            } else {
                month_after(year, month, -1)?
            };
            Some(Period::Days(Date::new(begin.0, begin.1, first).ok()?, last))
        };
        let period = self.in_year(year, whole)?;
        let Period::Days(first, last) = period else {
            return None;
        };
        let is_run =
            joint == Joint::To || joint == Joint::And && first.tomorrow().ok() == Some(last);
        let value = match joint {
            _ if is_run => period.to_string(),
            // Sets of EDTF: all of them, one of them.
            Joint::And | Joint::To => format!("{{{first},{last}}}"),
            Joint::Or => format!("[{first},{last}]"),
        };
        Some(Resolved {
            value,
            period: is_run.then_some(period),
        })
    }
}

/// The night that begins on a day; what follows it is the next day.
fn night(day: Date) -> Resolved {
    Resolved {
        value: format!("{day}T{}", DayPart::Night.code()),
        period: day.tomorrow().ok().map(Period::Day),
    }
}

/// The day, week, month … so many units after the one in which `from` begins.
fn unit_from(from: Period, length: Length, shift: i32) -> Option<Period> {
    let (first, last) = from.ends()?;
    let n = i32::try_from(length.n).ok()?;
    let day = if 0 < shift { last } else { first };
    match (length.unit, n) {
        (TimeUnit::Day, _) => {
            // Nobody counts days from a year: "2016 … am folgenden Tag".
            if 31 < (last - first).get_days() {
                return None;
            }
            day.checked_add(shift.checked_mul(n)?.days())
                .ok()
                .map(Period::Day)
        }
        (TimeUnit::Week, _) => {
            let monday = day
                .checked_sub(i32::from(day.weekday().to_monday_zero_offset()).days())
                .ok()?;
            monday
                .checked_add(shift.checked_mul(n)?.checked_mul(7)?.days())
                .ok()
                .map(Period::Week)
        }
        (TimeUnit::Month, 1) => month_after(day.year(), day.month(), shift)
            .map(|(year, month)| Period::Month(year, month)),
        (TimeUnit::Month, 3 | 6) => {
            let n_months = n as i8;
            let first = (day.month() - 1) / n_months * n_months + 1;
            let (year, first) = month_after(day.year(), first, shift.checked_mul(n)?)?;
            Some(Period::Months(year, first, first + n_months - 1))
        }
        (TimeUnit::Year, 1) => year_after(day.year(), shift).map(Period::Year),
        (TimeUnit::Year, 10) => year_after(day.year().div_euclid(10), shift).map(Period::Decade),
        (TimeUnit::Year, 100) => {
            year_after((day.year() + 99).div_euclid(100), shift).map(Period::Century)
        }
        _ => None,
    }
}

fn year_after(year: i16, shift: i32) -> Option<i16> {
    let year = i32::from(year).checked_add(shift)?;
    i16::try_from(year)
        .ok()
        .filter(|year| (0..=9999).contains(year))
}
