//! The words of the calendar and the clock: weekdays, months, parts of the day, units of time.

use crate::learning::hashing::FixedMap;
use std::sync::LazyLock;

use super::holidays::Holiday;
use super::numerals::{is_digits, is_number_word, number};
use super::word_list::rows;

/// What a word says about time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeWord {
    /// "Mittwoch": 3; Monday is 1.
    Weekday(i8),
    /// "Freitage": any of them.
    Weekdays,
    /// "Mittwochabend".
    WeekdayPart(i8, DayPart),
    /// "Abend", "früh".
    Part(DayPart),
    /// "abends".
    PartAdverb(DayPart),
    /// "Dezember", "Dez.": 12.
    Month(i8),
    /// "Sommer": 22, as in EDTF; 21 is spring, 24 winter.
    Season(u8),
    /// "Ostern", "Silvester".
    Holiday(Holiday),
    /// "Jahr", "Wochen", "Quartal"; whether it is a plural.
    Unit(Length, bool),
    /// "Anfang", "Mitte", "Ende".
    Edge(Edge),
    /// "heute": 0, "gestern": −1.
    Day(i32),
    /// "Vorjahr": one year before the article's.
    Shift(Length, i32),
    /// "Vortag": one day before the day that was named last.
    Anchor(Length, i32),
    /// "Jahresende".
    EdgeOf(Edge, TimeUnit),
    /// "Wochenende"; whether it is a plural.
    Weekend(bool),
    /// "vergangenen": −1, "diesem": 0, "nächster": 1.
    Relative(i32),
    /// "folgenden": 1, "vorangegangenen": −1: counted from what was named last.
    Following(i32),
    /// "ersten": 1, up to "vierten".
    Ordinal(u8),
    /// "jahrelang"; how long is left open.
    Lasting(Length),
}

/// Units of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TimeUnit {
    /// "Sekunde".
    Second,
    /// "Minute".
    Minute,
    /// "Stunde".
    Hour,
    /// "Tag".
    Day,
    /// "Woche".
    Week,
    /// "Monat".
    Month,
    /// "Jahr".
    Year,
}

/// A unit of time as so many of a simpler one: "Quartal" is 3 months.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Length {
    /// How many.
    pub n: u32,
    /// Of what.
    pub unit: TimeUnit,
}

/// Parts of the day, with the letters that TIMEX3 gives them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayPart {
    /// "Morgen", "Vormittag": `MO`.
    Morning,
    /// "Mittag": `MI`.
    Midday,
    /// "Nachmittag": `AF`.
    Afternoon,
    /// "Abend": `EV`.
    Evening,
    /// "Nacht", the one that begins on the day: `NI`.
    Night,
}

/// A third of something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// "Anfang".
    Start,
    /// "Mitte".
    Middle,
    /// "Ende".
    End,
    /// "Jahreswechsel": the end of one and the start of the next.
    Turn,
}

impl Length {
    fn parse(code: &str) -> Option<Self> {
        let at = code.len().checked_sub(1)?;
        let (n, unit) = (code.get(..at)?, TimeUnit::from_letter(code.get(at..)?)?);
        let n = n.replace('X', "1").parse().ok()?;
        Some(Self { n, unit })
    }
}

impl TimeUnit {
    fn from_letter(letter: &str) -> Option<Self> {
        Some(match letter {
            "s" => Self::Second,
            "m" => Self::Minute,
            "h" => Self::Hour,
            "D" => Self::Day,
            "W" => Self::Week,
            "M" => Self::Month,
            "Y" => Self::Year,
            _ => return None,
        })
    }
}

impl DayPart {
    /// All, in the order of the day.
    pub const ALL: [Self; 5] = [
        Self::Morning,
        Self::Midday,
        Self::Afternoon,
        Self::Evening,
        Self::Night,
    ];

    /// Its letters in TIMEX3.
    pub fn code(self) -> &'static str {
        match self {
            Self::Morning => "MO",
            Self::Midday => "MI",
            Self::Afternoon => "AF",
            Self::Evening => "EV",
            Self::Night => "NI",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.code() == code)
    }
}

impl Edge {
    fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "start" => Self::Start,
            "middle" => Self::Middle,
            "end" => Self::End,
            "turn" => Self::Turn,
            _ => return None,
        })
    }
}

const WEEKDAYS: [(&str, i8); 8] = [
    ("Montag", 1),
    ("Dienstag", 2),
    ("Mittwoch", 3),
    ("Donnerstag", 4),
    ("Freitag", 5),
    ("Samstag", 6),
    ("Sonnabend", 6),
    ("Sonntag", 7),
];

static TABLE: LazyLock<FixedMap<String, TimeWord>> = LazyLock::new(|| {
    let mut table = FixedMap::default();
    for row in rows(include_str!("../../assets/lexicon/calendar.tsv")) {
        if let [word, class, value] = row[..]
            && let Some(meaning) = meaning(class, value)
        {
            if let TimeWord::Part(part) = meaning
                && word.starts_with(char::is_lowercase)
            {
                for (day, number) in WEEKDAYS {
                    let compound = TimeWord::WeekdayPart(number, part);
                    table.insert(format!("{day}{word}"), compound);
                    table.insert(format!("{day}{word}s"), compound);
                }
            }
            table.insert(word.to_owned(), meaning);
        }
    }
    table
});

fn meaning(class: &str, value: &str) -> Option<TimeWord> {
    let shift = |value: &str| {
        let shift = if value.starts_with('-') { -1 } else { 1 };
        let length = Length::parse(value.trim_start_matches('-'))?;
        // "heuer" is the year itself: nought years from now.
        Some((
            Length {
                n: length.n.max(1),
                ..length
            },
            if length.n == 0 { 0 } else { shift },
        ))
    };
    Some(match class {
        "weekday" => TimeWord::Weekday(value.parse().ok()?),
        "weekdays" => TimeWord::Weekdays,
        "part" => TimeWord::Part(DayPart::from_code(value)?),
        "part_adverb" => TimeWord::PartAdverb(DayPart::from_code(value)?),
        "month" => TimeWord::Month(value.parse().ok()?),
        "season" => TimeWord::Season(value.parse().ok()?),
        "holiday" => TimeWord::Holiday(Holiday::parse(value)?),
        "unit" => TimeWord::Unit(Length::parse(value)?, false),
        "units" => TimeWord::Unit(Length::parse(value)?, true),
        "edge" => TimeWord::Edge(Edge::parse(value)?),
        "day" => TimeWord::Day(value.parse().ok()?),
        "shift" => {
            let (length, shift) = shift(value)?;
            TimeWord::Shift(length, shift)
        }
        "anchor" => {
            let (length, shift) = shift(value)?;
            TimeWord::Anchor(length, shift)
        }
        "edge_of" => {
            let (edge, unit) = value.split_once(' ')?;
            TimeWord::EdgeOf(Edge::parse(edge)?, TimeUnit::from_letter(unit)?)
        }
        "weekend" => TimeWord::Weekend(false),
        "weekends" => TimeWord::Weekend(true),
        "relative" => TimeWord::Relative(value.parse().ok()?),
        "following" => TimeWord::Following(value.parse().ok()?),
        "ordinal" => TimeWord::Ordinal(value.parse().ok()?),
        "lasting" => TimeWord::Lasting(Length::parse(value)?),
        _ => return None,
    })
}

/// What `word` says about time, in the spelling of running text: "Mittwoch" is a weekday, "mittwochs" is not.
pub fn time_word(word: &str) -> Option<TimeWord> {
    TABLE.get(word).copied()
}

const LASTING_UNITS: [(&str, TimeUnit); 7] = [
    ("tägig", TimeUnit::Day),
    ("stündig", TimeUnit::Hour),
    ("wöchig", TimeUnit::Week),
    ("monatig", TimeUnit::Month),
    ("minütig", TimeUnit::Minute),
    ("sekündig", TimeUnit::Second),
    ("jährig", TimeUnit::Year),
];

/// How long an adjective says that something lasts, as the word for the number and the unit: "fünftägige" → "fünf", days;
/// "24-stündige" → "24", hours; "mehrwöchig" → "mehr", weeks.
pub fn lasting(word: &str) -> Option<(&str, TimeUnit)> {
    if word.len() < 8 || !word.contains("ig") {
        return None;
    }
    LASTING_UNITS.iter().find_map(|&(name, unit)| {
        let at = word.find(name)?;
        let ending = &word[at + name.len()..];
        let amount = word[..at].trim_end_matches('-');
        let counts = matches!(amount, "ein" | "mehr" | "viel" | "ganz" | "halb")
            || is_number_word(amount)
            || number(amount).is_some()
            || is_digits(amount);
        (counts && matches!(ending, "" | "e" | "en" | "er" | "es" | "em")).then_some((amount, unit))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_the_calendar_are_known_with_their_endings() {
        let quarter = Length {
            n: 3,
            unit: TimeUnit::Month,
        };
        let year = Length {
            n: 1,
            unit: TimeUnit::Year,
        };
        for (word, meaning) in [
            (
                "Mittwochabend",
                Some(TimeWord::WeekdayPart(3, DayPart::Evening)),
            ),
            ("Montags", Some(TimeWord::Weekday(1))),
            ("montags", None),
            ("Novembers", Some(TimeWord::Month(11))),
            ("Dez.", Some(TimeWord::Month(12))),
            ("vergangenen", Some(TimeWord::Relative(-1))),
            ("Quartals", Some(TimeWord::Unit(quarter, false))),
            ("Jahren", Some(TimeWord::Unit(year, true))),
            ("Vorjahr", Some(TimeWord::Shift(year, -1))),
            ("heuer", Some(TimeWord::Shift(year, 0))),
            ("jahrelang", Some(TimeWord::Lasting(year))),
            ("Mailand", None),
        ] {
            assert_eq!(time_word(word), meaning, "{word}");
        }
    }

    #[test]
    fn every_row_of_the_list_means_something() {
        for row in rows(include_str!("../../assets/lexicon/calendar.tsv")) {
            assert!(time_word(row[0]).is_some(), "{row:?}");
        }
    }

    #[test]
    fn adjectives_say_how_long_something_lasts() {
        for (word, expected) in [
            ("fünftägige", Some(("fünf", TimeUnit::Day))),
            ("24-stündigen", Some(("24", TimeUnit::Hour))),
            ("mehrwöchiger", Some(("mehr", TimeUnit::Week))),
            ("zweieinhalbjährige", Some(("zweieinhalb", TimeUnit::Year))),
            ("volljährig", None),
            ("20-Jähriger", None),
        ] {
            assert_eq!(lasting(word), expected, "{word}");
        }
    }
}
