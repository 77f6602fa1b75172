//! What the words of a date say, before it is known which day they were written on.

use crate::german::calendar::{DayPart, Edge, Length, TimeUnit};
use crate::german::holidays::Holiday;

/// A date as its words give it.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum DateExpression {
    /// "heute": 0, "gestern": −1, in days.
    FromToday(i32),
    /// "8. Dezember 2016".
    Day { day: i8, month: i8, year: YearOf },
    /// "1. bis 3. Mai", "8. und 9. Dezember".
    Days {
        first: i8,
        last: i8,
        joint: Joint,
        month: i8,
        year: YearOf,
    },
    /// "Mittwoch", "kommenden Freitag".
    Weekday(i8, Which),
    /// "Mittwoch vergangener Woche".
    WeekdayOfWeek(i8, i32),
    /// "November", "Juli vergangenen Jahres".
    Month(i8, YearOf),
    /// "vergangenen Herbst".
    Season(u8, YearOf),
    /// "Pfingsten".
    Holiday(Holiday, YearOf),
    /// "2016".
    Year(i16),
    /// "2016/17".
    Years(i16, i16),
    /// "90er-Jahre": 199.
    Decade(i16),
    /// "19. Jahrhundert": 19.
    Century(i16),
    /// "3. Quartal", "zweites Halbjahr": the how-manieth of so many months.
    PartOfYear { nth: i8, months: i8, year: YearOf },
    /// "vergangene Woche", "Vorjahr", "dieses Quartal": so many units from the article's.
    Unit(Length, i32),
    /// "Wochenende".
    Weekend(Which),
    /// "vergangenen drei Jahren", "nächsten Tagen": so many units back or forth; the number is as ISO 8601 has it.
    Stretch {
        duration: Option<String>,
        is_past: bool,
    },
    /// "vor [drei Jahren]".
    Ago(Length, u32),
    /// "Vortag", "im folgenden Jahr": counted from the day named last.
    FromLast(Length, i32),
    /// "Mitte November", "Anfang 2017".
    Edge(Edge, Box<Self>),
    /// "Jahresende".
    EdgeOf(Edge, TimeUnit),
    /// "gestern Abend", "Dienstagabend".
    Part(Box<Self>, DayPart),
    /// "heute Nacht": the one that was or the one that comes.
    Tonight,
    /// "in der Nacht zum [Freitag]".
    NightTo(Box<Self>),
    /// A date that may be anything: "13.13."
    Undecided,
}

/// The year that something stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum YearOf {
    /// "Herbst 2015".
    Known(i16),
    /// "Herbst '16" and "8.12.16": the last two digits.
    Short(i8),
    /// "Herbst dieses Jahres": 0, "vergangenen Jahres": −1.
    Shift(i32),
    /// "im Herbst", "im vergangenen Herbst".
    Which(Which),
}

/// Which of those that come again and again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    /// "am Freitag": the verb decides.
    Bare,
    /// "am vergangenen Freitag": −1, "an diesem": 0, "am kommenden": 1.
    Shift(i32),
}

/// How two days are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    /// "1. bis 3. Mai".
    To,
    /// "3. und 9. Mai".
    And,
    /// "3. oder 9. Mai".
    Or,
}

impl YearOf {
    /// No year was said.
    pub(super) const BARE: Self = Self::Which(Which::Bare);
}
