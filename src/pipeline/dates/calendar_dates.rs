//! Dates in words: "Mitte November", "Montag, den 24. Januar 2005", "vergangenen Jahr", "gestern Abend".

use super::expression::{DateExpression, Which, YearOf};
use super::phrase::Phrase;
use crate::document::PartOfSpeech;
use crate::german::calendar::{DayPart, Length, TimeUnit, TimeWord};
use crate::german::holidays::Holiday;

use DateExpression as D;

/// Where a date ends, and what it says.
pub(super) type Found = (usize, DateExpression);

const DAY: Length = Length {
    n: 1,
    unit: TimeUnit::Day,
};

impl Phrase<'_> {
    /// A date that begins at `at`.
    pub(super) fn date(&self, at: usize) -> Option<Found> {
        let Some(meaning) = self.time_word(at) else {
            return self.other_date(at);
        };
        match meaning {
            TimeWord::Weekday(_) | TimeWord::WeekdayPart(..) => Some(self.weekday(at, Which::Bare)),
            TimeWord::Weekdays => Some((at + 1, D::Undecided)),
            TimeWord::Month(month) => {
                let (end, year) = self.year_after(at + 1);
                Some((end, D::Month(month, year)))
            }
            TimeWord::Season(season) => {
                let (end, year) = self.year_after(at + 1);
                Some((end, D::Season(season, year)))
            }
            TimeWord::Holiday(holiday) => Some(self.holiday(at + 1, holiday)),
            TimeWord::Edge(edge) => {
                let (end, inner) = self.inside_edge(at + 1)?;
                Some((end, D::Edge(edge, Box::new(inner))))
            }
            TimeWord::EdgeOf(edge, unit) => {
                let (end, inner) = self.year_after(at + 1);
                if unit == TimeUnit::Year
                    && let YearOf::Known(year) = inner
                {
                    return Some((end, D::Edge(edge, Box::new(D::Year(year)))));
                }
                Some((at + 1, D::EdgeOf(edge, unit)))
            }
            TimeWord::Day(shift) => Some(self.day_word(at, shift)),
            TimeWord::Part(part) => self.tomorrow(at, part),
            TimeWord::Shift(length, shift) => Some((at + 1, D::Unit(length, shift))),
            TimeWord::Anchor(length, shift) => Some((at + 1, D::FromLast(length, shift))),
            TimeWord::Weekend(false) => {
                let (end, _) = self.relative_year(at + 1).unwrap_or((at + 1, 0));
                Some((end, D::Weekend(Which::Bare)))
            }
            TimeWord::Relative(shift) => self.relative(at, shift),
            TimeWord::Following(shift) => self.following(at, shift),
            TimeWord::Ordinal(nth) => self.part_of_year(at + 1, nth),
            TimeWord::Unit(..)
            | TimeWord::PartAdverb(_)
            | TimeWord::Lasting(_)
            | TimeWord::Weekend(true) => None,
        }
    }

    /// Dates that begin with no word of the calendar: numbers, "achtziger Jahre", "Christi Himmelfahrt".
    fn other_date(&self, at: usize) -> Option<Found> {
        let word = self.word(at);
        let first = word.chars().next()?;
        if first.is_ascii_digit() {
            return self.numeric_date(at);
        }
        let holiday = |end, holiday| Some(self.holiday(end, holiday));
        match word {
            "Tag" | "Tages" | "Tags" => None,
            "Christi" | "Christ" if self.word(at + 1) == "Himmelfahrt" => {
                holiday(at + 2, Holiday::after_easter(39))
            }
            "Mariä" if self.word(at + 1) == "Himmelfahrt" => {
                holiday(at + 2, Holiday::fixed(8, 15))
            }
            "Heilige" | "Heiligen"
                if self.word(at + 1) == "Drei"
                    && matches!(self.word(at + 2), "Könige" | "Königen") =>
            {
                holiday(at + 3, Holiday::fixed(1, 6))
            }
            _ => self.decade_in_words(at),
        }
    }

    /// "Tag der Deutschen Einheit", "Tag der Arbeit": begins with a unit of time.
    pub(super) fn named_day(&self, at: usize) -> Option<Found> {
        if !matches!(self.word(at), "Tag" | "Tages" | "Tags") || self.word(at + 1) != "der" {
            return None;
        }
        match (self.word(at + 2), self.word(at + 3)) {
            ("Deutschen" | "deutschen", "Einheit") => {
                Some(self.holiday(at + 4, Holiday::fixed(10, 3)))
            }
            ("Arbeit", _) => Some(self.holiday(at + 3, Holiday::fixed(5, 1))),
            _ => None,
        }
    }

    fn holiday(&self, end: usize, holiday: Holiday) -> Found {
        let (end, year) = self.year_after(end);
        (end, D::Holiday(holiday, year))
    }

    /// "heute", "gestern Abend", "heute Nacht", "heute früh".
    fn day_word(&self, at: usize, shift: i32) -> Found {
        let Some(TimeWord::Part(part)) = self.time_word(at + 1) else {
            return (at + 1, D::FromToday(shift));
        };
        let day = D::FromToday(shift);
        if part == DayPart::Night && shift == 0 {
            return (at + 2, D::Tonight);
        }
        (at + 2, D::Part(Box::new(day), part))
    }

    /// "morgen", "morgen Abend", "morgen früh"; "Morgen" begins a sentence as an adverb too, but is a noun everywhere else.
    fn tomorrow(&self, at: usize, part: DayPart) -> Option<Found> {
        let word = self.word(at);
        let is_adverb = word == "morgen"
            || word == "Morgen" && self.part_of_speech(at) == Some(PartOfSpeech::Adverb);
        if !is_adverb || part != DayPart::Morning {
            return None;
        }
        Some(self.day_word(at, 1))
    }

    /// "Mittwoch", "Mittwoch früh", "Montag, den 24. Januar 2005", "Mittwoch vergangener Woche".
    pub(super) fn weekday(&self, at: usize, which: Which) -> Found {
        let (day, mut part) = match self.time_word(at) {
            Some(TimeWord::WeekdayPart(day, part)) => (day, Some(part)),
            Some(TimeWord::Weekday(day)) => (day, None),
            _ => return (at + 1, D::Undecided),
        };
        let mut end = at + 1;
        if part.is_none()
            && let Some(TimeWord::Part(found)) = self.time_word(end)
        {
            part = Some(found);
            end += 1;
        }
        let with_part = |day: D| match part {
            Some(part) => D::Part(Box::new(day), part),
            None => day,
        };
        let comma = end + usize::from(self.word(end) == ",");
        let article = comma + usize::from(matches!(self.word(comma), "den" | "dem" | "der"));
        if self.begins_day(article)
            && let Some((end, date)) = self.numeric_date(article)
        {
            return (end, with_part(date));
        }
        let bracket = usize::from(self.word(end) == "(");
        if bracket == 1
            && self.begins_day(end + 1)
            && let Some((last, date)) = self.numeric_date(end + 1)
            && self.word(last) == ")"
        {
            return (last + 1, with_part(date));
        }
        if let Some(TimeWord::Relative(shift)) = self.time_word(end)
            && let Some(TimeWord::Unit(
                Length {
                    n: 1,
                    unit: TimeUnit::Week,
                },
                false,
            )) = self.time_word(end + 1)
        {
            return (end + 2, with_part(D::WeekdayOfWeek(day, shift)));
        }
        if matches!(self.word(end), "der" | "in")
            && let Some(TimeWord::Relative(shift)) = self.time_word(end + 1)
            && let Some(TimeWord::Unit(
                Length {
                    n: 1,
                    unit: TimeUnit::Week,
                },
                false,
            )) = self.time_word(end + 2)
            && self.word(end) == "der"
        {
            return (end + 3, with_part(D::WeekdayOfWeek(day, shift)));
        }
        (end, with_part(D::Weekday(day, which)))
    }

    /// "vergangenen Jahr", "nächsten Mittwoch", "letzten drei Jahren", "kommenden Wochenende".
    fn relative(&self, at: usize, shift: i32) -> Option<Found> {
        let which = Which::Shift(shift);
        let next = at + 1;
        match self.time_word(next) {
            Some(TimeWord::Unit(length, false)) => {
                // "in letzter Minute", "zur letzten Stunde" are no dates.
                return (TimeUnit::Day <= length.unit)
                    .then_some((next + 1, D::Unit(length, shift)));
            }
            Some(TimeWord::Season(season)) => {
                return Some((next + 1, D::Season(season, YearOf::Which(which))));
            }
            Some(TimeWord::Month(month)) => {
                return Some((next + 1, D::Month(month, YearOf::Which(which))));
            }
            Some(TimeWord::Holiday(holiday)) => {
                return Some((next + 1, D::Holiday(holiday, YearOf::Which(which))));
            }
            Some(TimeWord::Weekday(_) | TimeWord::WeekdayPart(..)) => {
                return Some(self.weekday(next, which));
            }
            Some(TimeWord::Weekend(false)) => return Some((next + 1, D::Weekend(which))),
            Some(TimeWord::Part(part)) if self.word(next).starts_with(char::is_uppercase) => {
                let day = D::FromToday(shift);
                let night = part == DayPart::Night && shift == 0;
                return Some((
                    next + 1,
                    if night {
                        D::Tonight
                    } else {
                        D::Part(Box::new(day), part)
                    },
                ));
            }
            Some(TimeWord::Unit(length, true)) => {
                let duration = self.vague_duration(length);
                return (TimeUnit::Day <= length.unit && shift != 0).then(|| {
                    let is_past = shift < 0;
                    (next + 1, D::Stretch { duration, is_past })
                });
            }
            _ => {}
        }
        if shift == 0 {
            return None;
        }
        // "vergangenen drei Jahren", "nächsten sechs oder acht Jahre", "letzten paar Tagen"
        let (end, value) = self.duration(next)?;
        let is_counted = self.time_word(next).is_none();
        is_counted.then_some((
            end,
            D::Stretch {
                duration: value,
                is_past: shift < 0,
            },
        ))
    }

    fn vague_duration(&self, length: Length) -> Option<String> {
        super::durations::vague(length).into()
    }

    /// "folgenden Tag", "im darauffolgenden Jahr".
    fn following(&self, at: usize, shift: i32) -> Option<Found> {
        match self.time_word(at + 1)? {
            TimeWord::Unit(length, false) if TimeUnit::Day <= length.unit => {
                Some((at + 2, D::FromLast(length, shift)))
            }
            _ => None,
        }
    }

    /// After "Anfang", "Mitte", "Ende": "November", "des Jahres", "nächster Woche", "2016".
    fn inside_edge(&self, at: usize) -> Option<Found> {
        if matches!(
            self.time_word(at),
            Some(TimeWord::Edge(_) | TimeWord::Day(_) | TimeWord::Part(_))
        ) {
            return None;
        }
        if let Some(found) = self.date(at) {
            return Some(found);
        }
        if !matches!(self.word(at), "des" | "der" | "dieses" | "dieser" | "vom") {
            return None;
        }
        let next = at + 1;
        match self.time_word(next) {
            Some(TimeWord::Unit(length, false)) if length != DAY => {
                let (end, year) = self.year_after(next + 1);
                let inner = match year {
                    YearOf::Known(year) if length.unit == TimeUnit::Year => D::Year(year),
                    _ => return Some((next + 1, D::Unit(length, 0))),
                };
                Some((end, inner))
            }
            Some(TimeWord::Edge(_) | TimeWord::Part(_)) => None,
            _ => self.date(next),
        }
    }

    /// "3. Quartal", "zweiten Halbjahr 2016", "ersten Weihnachtsfeiertag", "zweiten Advent".
    pub(super) fn part_of_year(&self, at: usize, nth: u8) -> Option<Found> {
        let nth = i8::try_from(nth).ok()?;
        if let Some(TimeWord::Unit(length, false)) = self.time_word(at)
            && length.unit == TimeUnit::Month
            && 1 < length.n
        {
            let months = i8::try_from(length.n).ok()?;
            let (end, year) = self.year_after(at + 1);
            let year = if year == YearOf::BARE {
                YearOf::Shift(0)
            } else {
                year
            };
            return (nth * months <= 12).then_some((end, D::PartOfYear { nth, months, year }));
        }
        match self.word(at) {
            "Advent" | "Adventssonntag" if nth <= 4 => {
                Some(self.holiday(at + 1, Holiday::advent(i32::from(nth))))
            }
            "Weihnachtstag" | "Weihnachtsfeiertag" if nth <= 2 => {
                Some(self.holiday(at + 1, Holiday::fixed(12, 24 + nth)))
            }
            _ => None,
        }
    }

    /// A year after what ends at `at`: "2016", "dieses Jahres", "des vergangenen Jahres"; where it ends and which it is.
    pub(super) fn year_after(&self, at: usize) -> (usize, YearOf) {
        if let Some(year) = self.year(at)
            && !self.counts(at)
        {
            return match year {
                D::Year(year) => (at + 1, YearOf::Known(year)),
                // "Winter 2016/17" is named after the year it begins in.
                D::Years(first, _) => (at + 1, YearOf::Known(first)),
                _ => (at, YearOf::BARE),
            };
        }
        if let Some((end, shift)) = self.relative_year(at) {
            return (end, YearOf::Shift(shift));
        }
        (at, YearOf::BARE)
    }

    /// "dieses Jahres", "des vergangenen Jahres", "nächsten Jahres", "im vergangenen Jahr" not.
    fn relative_year(&self, at: usize) -> Option<(usize, i32)> {
        let start = at + usize::from(self.word(at) == "des");
        if let Some(TimeWord::Shift(
            Length {
                n: 1,
                unit: TimeUnit::Year,
            },
            shift,
        )) = self.time_word(start)
            && start != at
        {
            return Some((start + 1, shift));
        }
        let Some(TimeWord::Relative(shift)) = self.time_word(start) else {
            return None;
        };
        (self.word(start + 1) == "Jahres").then_some((start + 2, shift))
    }
}
