//! The value of a date, time, duration or amount in pieces that a window can put into words: weekdays, seasons, counted units, figures.

use jiff::civil::Date;
use jiff::{Span, ToSpan};

/// A piece of a value. Figures are the same in all languages, the rest is for the window to name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// "2016-12-08", "15:30", "≈ 80 %", "–".
    Text(String),
    /// 1 is Monday.
    Weekday(u8),
    /// A part of the day.
    Part(PartOfDay),
    /// 1 is spring, 4 winter.
    Season(u8),
    /// Three years; without a number: some years.
    Count(Option<String>, Unit),
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartOfDay {
    /// "Mittwochmorgen".
    Morning,
    /// "Mittwochmittag".
    Midday,
    /// "Mittwochnachmittag".
    Afternoon,
    /// "Mittwochabend".
    Evening,
    /// The night that begins on that day.
    Night,
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// "Sekunden".
    Seconds,
    /// "Minuten".
    Minutes,
    /// "Stunden".
    Hours,
    /// "Tage".
    Days,
    /// "Wochen".
    Weeks,
    /// "Monate".
    Months,
    /// "Jahre".
    Years,
}

/// The pieces of a value, to be joined by spaces; what is not understood is shown as it is.
///
/// `2016-12-07TEV` is Wednesday, 2016-12-07, evening; `2016-W48` is 2016-11-28 to 2016-12-04; `PT3H30M` is 3 hours and 30 minutes.
pub fn pieces(value: &str) -> Vec<Piece> {
    read(value).unwrap_or_else(|| vec![Piece::Text(value.to_owned())])
}

fn read(value: &str) -> Option<Vec<Piece>> {
    if value.starts_with(['{', '[']) {
        let inner = value.get(1..value.len().checked_sub(1)?)?;
        let sign = if value.starts_with('{') { "+" } else { "/" };
        return joined(inner.split(','), sign);
    }
    if value.starts_with('P') && value.contains("..") {
        return joined(value.split(".."), "–");
    }
    if value.contains(' ') || value.starts_with(|c: char| "~<>".contains(c)) || is_fraction(value) {
        return Some(vec![Piece::Text(amount(value))]);
    }
    match value.split_once('/') {
        Some((first, last)) => interval(first, last),
        None => single(value),
    }
}

/// "1/3"; the years of an interval have four digits.
fn is_fraction(value: &str) -> bool {
    let parts = value.split_once('/');
    let is_small = |part: &str| part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    parts.is_some_and(|(top, bottom)| is_small(top) && is_small(bottom))
}

fn joined<'a>(values: impl Iterator<Item = &'a str>, sign: &str) -> Option<Vec<Piece>> {
    let mut pieces = Vec::new();
    for value in values {
        if !pieces.is_empty() {
            pieces.push(Piece::Text(sign.into()));
        }
        pieces.extend(single(value)?);
    }
    Some(pieces)
}

/// `2016-05-01/2016-05-03`; a length and a day are two days where the length has a number: `P3Y/2016-12-08`.
fn interval(first: &str, last: &str) -> Option<Vec<Piece>> {
    let day = |text: &str| text.parse::<Date>().ok();
    let far = |length: &str| length.parse::<Span>().ok();
    let (from, to) = match (first.starts_with('P'), last.starts_with('P')) {
        (true, false) => {
            let Some(length) = far(first) else {
                return joined([first, last].into_iter(), "→");
            };
            (day(last)?.checked_sub(length).ok()?, day(last)?)
        }
        (false, true) => {
            let Some(length) = far(last) else {
                return joined([first, last].into_iter(), "→");
            };
            (day(first)?, day(first)?.checked_add(length).ok()?)
        }
        _ => return joined([first, last].into_iter(), "–"),
    };
    joined(
        [from.to_string().as_str(), &to.to_string()].into_iter(),
        "–",
    )
}

fn single(value: &str) -> Option<Vec<Piece>> {
    if let Some(clock) = value.strip_prefix('T') {
        return Some(vec![Piece::Text(clock.to_owned())]);
    }
    if value.starts_with('P') {
        return length(value);
    }
    let (date, part) = match value.split_once('T') {
        Some((date, part)) => (date, Some(part_of_day(part)?)),
        None => (value, None),
    };
    let text = |text: String| Some(vec![Piece::Text(text)]);
    if let Some((year, week)) = date.split_once("-W") {
        let monday = monday(year.parse().ok()?, week.parse().ok()?)?;
        let sunday = monday.checked_add(6.days()).ok()?;
        return text(format!("{monday} – {sunday}"));
    }
    if let Some(century) = date.strip_suffix("XX") {
        let first = century.parse::<i16>().ok()?.checked_mul(100)?;
        return text(format!("{}–{}", first + 1, first + 100));
    }
    if let Some(decade) = date.strip_suffix('X') {
        let first = decade.parse::<i16>().ok()?.checked_mul(10)?;
        return text(format!("{first}–{}", first + 9));
    }
    if let Some((year, season)) = date.split_once('-')
        && let Ok(season @ 21..=24) = season.parse::<u8>()
    {
        let first: i16 = year.parse().ok()?;
        let years = if season == 24 {
            format!("{first}/{:02}", (first + 1) % 100)
        } else {
            first.to_string()
        };
        return Some(vec![Piece::Season(season - 20), Piece::Text(years)]);
    }
    let Ok(day) = date.parse::<Date>() else {
        let is_date = date
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'-');
        return is_date.then(|| text(date.to_owned())).flatten();
    };
    let weekday = Piece::Weekday(day.weekday().to_monday_one_offset().unsigned_abs());
    let pieces = [weekday, Piece::Text(day.to_string())];
    Some(pieces.into_iter().chain(part.map(Piece::Part)).collect())
}

fn monday(year: i16, week: i8) -> Option<Date> {
    let week = jiff::civil::ISOWeekDate::new(year, week, jiff::civil::Weekday::Monday);
    week.ok().map(|monday| monday.date())
}

fn part_of_day(code: &str) -> Option<PartOfDay> {
    Some(match code {
        "MO" => PartOfDay::Morning,
        "MI" => PartOfDay::Midday,
        "AF" => PartOfDay::Afternoon,
        "EV" => PartOfDay::Evening,
        "NI" => PartOfDay::Night,
        _ => return None,
    })
}

/// `PT3H30M`, `PXW`, `PX0Y`.
fn length(value: &str) -> Option<Vec<Piece>> {
    let (mut pieces, mut number, mut is_time) = (Vec::new(), String::new(), false);
    for character in value.strip_prefix('P')?.chars() {
        let unit = match character {
            '0'..='9' | '.' | 'X' => {
                number.push(character);
                continue;
            }
            'T' => {
                is_time = true;
                continue;
            }
            'S' => Unit::Seconds,
            'M' if is_time => Unit::Minutes,
            'H' => Unit::Hours,
            'D' => Unit::Days,
            'W' => Unit::Weeks,
            'M' => Unit::Months,
            'Y' => Unit::Years,
            _ => return None,
        };
        let number = std::mem::take(&mut number);
        pieces.push(Piece::Count(
            (!number.contains('X')).then_some(number),
            unit,
        ));
    }
    (!pieces.is_empty()).then_some(pieces)
}

/// `~1500000 USD` → "≈ 1 500 000 USD", with narrow spaces between thousands.
fn amount(value: &str) -> String {
    let signs = [
        ("~", "≈ "),
        (">=", "≥ "),
        ("<=", "≤ "),
        (">", "> "),
        ("<", "< "),
    ];
    let found = signs
        .iter()
        .find_map(|(sign, shown)| Some((*shown, value.strip_prefix(sign)?)));
    let (sign, value) = found.unwrap_or(("", value));
    let (number, unit) = value.split_once(' ').unwrap_or((value, ""));
    let numbers: Vec<String> = number.split("..").map(grouped).collect();
    let space = if unit.is_empty() { "" } else { "\u{a0}" };
    format!("{sign}{}{space}{unit}", numbers.join("–"))
}

fn grouped(number: &str) -> String {
    let (whole, fraction) = number
        .split_once('.')
        .map_or((number, None), |(whole, rest)| (whole, Some(rest)));
    let mut shown = String::new();
    let is_long = 4 < whole.len() && whole.is_ascii();
    for (at, digit) in whole.char_indices() {
        if is_long && at != 0 && (whole.len() - at).is_multiple_of(3) {
            shown.push('\u{202f}');
        }
        shown.push(digit);
    }
    if let Some(fraction) = fraction {
        shown.push('.');
        shown.push_str(fraction);
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Compares the pieces in a short form with what is expected.
    #[track_caller]
    fn check(value: &str, expected: &str) {
        let shown = pieces(value).into_iter().map(|piece| match piece {
            Piece::Text(text) => text,
            Piece::Weekday(day) => format!("day{day}"),
            Piece::Part(part) => format!("{part:?}"),
            Piece::Season(season) => format!("season{season}"),
            Piece::Count(number, unit) => format!("{} {unit:?}", number.unwrap_or("some".into())),
        });
        assert_eq!(shown.collect::<Vec<_>>().join(" "), expected, "{value}");
    }

    #[test]
    fn dates_get_their_weekday_and_weeks_their_days() {
        check("2016-12-07TEV", "day3 2016-12-07 Evening");
        check("2016-W48", "2016-11-28 – 2016-12-04");
        check("2016-24", "season4 2016/17");
        check("2016-11", "2016-11");
        check("198X", "1980–1989");
        check("18XX", "1801–1900");
        check("2016-05-01/2016-05-03", "day7 2016-05-01 – day2 2016-05-03");
        check("2016-07/2016-09", "2016-07 – 2016-09");
        check("P3Y/2016-12-08", "day7 2013-12-08 – day4 2016-12-08");
        check("PXD/2016-12-08", "some Days → day4 2016-12-08");
        check(
            "{2016-05-03,2016-05-09}",
            "day2 2016-05-03 + day1 2016-05-09",
        );
    }

    #[test]
    fn times_lengths_and_amounts_are_figures() {
        check("T15:30", "15:30");
        check("T08:00/T12:00", "08:00 – 12:00");
        check("PT3H30M", "3 Hours 30 Minutes");
        check("PXW", "some Weeks");
        check("P2W..P3W", "2 Weeks – 3 Weeks");
        check("~1500000 USD", "≈ 1\u{202f}500\u{202f}000\u{a0}USD");
        check("20..30 km", "20–30\u{a0}km");
        check("1/3", "1/3");
        check("anything", "anything");
    }

    proptest! {
        #[test]
        fn every_value_of_a_file_can_be_shown(value in "\\PC*") {
            let _ = pieces(&value);
        }

        #[test]
        fn nearly_values_can_be_shown(value in "[0-9PTXYMWDHS/.~<> {,}\\[\\]-]{0,24}") {
            let _ = pieces(&value);
        }
    }
}
