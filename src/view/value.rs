//! Takes a normalised value apart, so that it can be said in the reader's language.

/// What a date, a time or a duration comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// `2016-12-07`; `XXXX-12-07` where the year is unknown.
    Day {
        /// The year, where it is known.
        year: Option<i16>,
        /// 1 to 12.
        month: u8,
        /// 1 to 31.
        day: u8,
        /// 0 is Monday; only where the year is known.
        weekday: Option<u8>,
    },
    /// `2016-12`.
    Month {
        /// The year, where it is known.
        year: Option<i16>,
        /// 1 to 12.
        month: u8,
    },
    /// `2016-24`: spring to winter, numbered 21 to 24.
    Season {
        /// The year, where it is known.
        year: Option<i16>,
        /// 0 is spring.
        season: u8,
    },
    /// `2016`.
    Year(i16),
    /// `199X`: its first year.
    Decade(i16),
    /// `2016-W48`.
    Week {
        /// The year.
        year: i16,
        /// 1 to 53.
        week: u8,
    },
    /// `2016-12-07T15:30`, `T15:30`.
    Moment {
        /// The day, where it is known.
        day: Option<Box<Self>>,
        /// 0 to 24.
        hour: u8,
        /// 0 to 59.
        minute: u8,
    },
    /// `2016-12-01/2016-12-03`, `../2016`: from the first to the second, open where there is none.
    Interval(Option<Box<Self>>, Option<Box<Self>>),
    /// `2016~`: about that time.
    About(Box<Self>),
    /// `P3Y`, `PT36H`: numbers as written, each with its unit.
    Duration(Vec<(String, Unit)>),
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// `Y`.
    Year,
    /// `M` before the `T`.
    Month,
    /// `W`.
    Week,
    /// `D`.
    Day,
    /// `H`.
    Hour,
    /// `M` after the `T`.
    Minute,
    /// `S`.
    Second,
}

/// Reads ISO 8601 and what of EDTF the program writes; `None` for everything else, amounts included.
pub fn parse(value: &str) -> Option<Value> {
    if let Some((from, to)) = value.split_once('/') {
        let end = |end: &str| match end {
            "" | ".." => Some(None),
            end => Some(Some(Box::new(point(end)?))),
        };
        let (from, to) = (end(from)?, end(to)?);
        // Open at both ends says nothing.
        return (from.is_some() || to.is_some()).then_some(Value::Interval(from, to));
    }
    if let Some(lengths) = value.strip_prefix('P') {
        return duration(lengths);
    }
    point(value)
}

fn point(value: &str) -> Option<Value> {
    if let Some(exact) = value.strip_suffix(['~', '%', '?']) {
        return Some(Value::About(Box::new(point(exact)?)));
    }
    if let Some((day, clock)) = value.split_once('T') {
        let (hour, minute) = clock.split_once(':').unwrap_or((clock, "00"));
        // Seconds say too much.
        let minute = minute.split(':').next().unwrap_or_default();
        let day = match day {
            "" => None,
            day => Some(Box::new(date(day)?)),
        };
        return Some(Value::Moment {
            day,
            hour: number(hour, 2, 0..=24)?,
            minute: number(minute, 2, 0..=59)?,
        });
    }
    date(value)
}

fn date(value: &str) -> Option<Value> {
    let mut parts = value.split('-');
    let (first, second, third) = (parts.next()?, parts.next(), parts.next());
    if parts.next().is_some() {
        return None;
    }
    let year = match first {
        "XXXX" => None,
        first => match (first.strip_suffix('X'), second) {
            (Some(tens), None) => {
                return Some(Value::Decade(number::<i16>(tens, 3, 0..=999)? * 10));
            }
            _ => Some(number(first, 4, 0..=9999)?),
        },
    };
    let Some(second) = second else {
        return year.map(Value::Year);
    };
    if let Some(week) = second.strip_prefix('W') {
        let week = number(week, 2, 1..=53)?;
        return Some(Value::Week { year: year?, week }).filter(|_| third.is_none());
    }
    let Some(third) = third else {
        return match number(second, 2, 1..=24)? {
            month @ 1..=12 => Some(Value::Month { year, month }),
            season @ 21..=24 => Some(Value::Season {
                year,
                season: season - 21,
            }),
            _ => None,
        };
    };
    let (month, day) = (number(second, 2, 1..=12)?, number(third, 2, 1..=31)?);
    // A leap year, so that every day of a year that is not known is there.
    let civil = jiff::civil::Date::new(year.unwrap_or(2000), month as i8, day as i8).ok()?;
    let weekday = year.map(|_| civil.weekday().to_monday_zero_offset() as u8);
    Some(Value::Day {
        year,
        month,
        day,
        weekday,
    })
}

fn duration(lengths: &str) -> Option<Value> {
    let mut found = Vec::new();
    let (mut is_clock, mut digits) = (false, String::new());
    for character in lengths.chars() {
        let unit = match (character, is_clock) {
            ('0'..='9' | '.', _) => {
                digits.push(character);
                continue;
            }
            ('T', false) if digits.is_empty() => {
                is_clock = true;
                continue;
            }
            ('Y', false) => Unit::Year,
            ('M', false) => Unit::Month,
            ('W', false) => Unit::Week,
            ('D', false) => Unit::Day,
            ('H', true) => Unit::Hour,
            ('M', true) => Unit::Minute,
            ('S', true) => Unit::Second,
            _ => return None,
        };
        if digits.is_empty() {
            return None;
        }
        found.push((std::mem::take(&mut digits), unit));
    }
    (digits.is_empty() && !found.is_empty()).then_some(Value::Duration(found))
}

/// A number of just so many digits within a range.
fn number<N: std::str::FromStr + PartialOrd>(
    digits: &str,
    length: usize,
    range: std::ops::RangeInclusive<N>,
) -> Option<N> {
    let is_number = digits.len() == length && digits.bytes().all(|byte| byte.is_ascii_digit());
    let number = digits.parse().ok().filter(|_| is_number)?;
    range.contains(&number).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(value: &str, expected: Value) {
        assert_eq!(parse(value), Some(expected), "{value}");
    }

    fn day(year: i16, month: u8, day: u8, weekday: u8) -> Value {
        Value::Day {
            year: Some(year),
            month,
            day,
            weekday: Some(weekday),
        }
    }

    #[test]
    fn dates_are_taken_apart() {
        check("2016-12-07", day(2016, 12, 7, 2));
        check(
            "2016-11",
            Value::Month {
                year: Some(2016),
                month: 11,
            },
        );
        check("2016", Value::Year(2016));
        check("199X", Value::Decade(1990));
        check(
            "2016-W48",
            Value::Week {
                year: 2016,
                week: 48,
            },
        );
        check(
            "2016-24",
            Value::Season {
                year: Some(2016),
                season: 3,
            },
        );
        check("2016-12-07~", Value::About(Box::new(day(2016, 12, 7, 2))));
        check(
            "XXXX-02-29",
            Value::Day {
                year: None,
                month: 2,
                day: 29,
                weekday: None,
            },
        );
    }

    #[test]
    fn times_and_intervals_are_taken_apart() {
        check(
            "2016-12-07T15:30",
            Value::Moment {
                day: Some(Box::new(day(2016, 12, 7, 2))),
                hour: 15,
                minute: 30,
            },
        );
        check(
            "T08",
            Value::Moment {
                day: None,
                hour: 8,
                minute: 0,
            },
        );
        check(
            "2016/..",
            Value::Interval(Some(Box::new(Value::Year(2016))), None),
        );
        check(
            "2016-12-01/2016-12-03",
            Value::Interval(
                Some(Box::new(day(2016, 12, 1, 3))),
                Some(Box::new(day(2016, 12, 3, 5))),
            ),
        );
    }

    #[test]
    fn durations_are_taken_apart() {
        let three_years = vec![("3".to_owned(), Unit::Year)];
        check("P3Y", Value::Duration(three_years));
        let months_and_minutes = vec![
            ("2".to_owned(), Unit::Month),
            ("1.5".to_owned(), Unit::Minute),
        ];
        check("P2MT1.5M", Value::Duration(months_and_minutes));
    }

    #[test]
    fn what_is_no_value_is_left_alone() {
        for value in [
            "",
            "/",
            "80 %",
            "2016-13",
            "2016-02-30",
            "P",
            "P3",
            "PY",
            "PT",
            "P3H",
            "T25",
            "-",
            "W12",
            "2016-12-07-01",
            "ä-01",
            "20..30 km",
            "+016",
            "XXXX",
        ] {
            assert_eq!(parse(value), None, "{value}");
        }
    }
}
