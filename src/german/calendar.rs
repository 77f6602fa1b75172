//! The words of the calendar: weekdays, months, parts of the day, units of time.

use std::collections::HashMap;
use std::sync::LazyLock;

/// What a word says about time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeWord {
    /// "Mittwoch".
    Weekday,
    /// "Mittwochabend".
    WeekdayPart,
    /// "Abend", also "früh" after a weekday.
    DayPart,
    /// "Dezember", "Dez.".
    Month,
    /// "Sommer".
    Season,
    /// "Ostern", "Silvester".
    Holiday,
    /// "Jahr", "Wochen".
    Unit,
    /// "Jahrzehnt": a unit that is only named with an adjective or number.
    Period,
    /// "Anfang", "Mitte", "Ende".
    Edge,
    /// "heute", "gestern", "Vorjahr".
    Adverb,
    /// "vergangenen", "nächster".
    Relative,
    /// "jahrelang", "fünftägige".
    Lasting,
}

const WEEKDAYS: [&str; 8] = [
    "Montag",
    "Dienstag",
    "Mittwoch",
    "Donnerstag",
    "Freitag",
    "Samstag",
    "Sonnabend",
    "Sonntag",
];
const MONTHS: [&str; 15] = [
    "Januar",
    "Jänner",
    "Februar",
    "Feber",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
    "Sept",
];
const SHORT_MONTHS: [&str; 9] = [
    "Jan", "Feb", "Mär", "Apr", "Aug", "Sep", "Okt", "Nov", "Dez",
];
const DAY_PARTS: [&str; 9] = [
    "morgen",
    "vormittag",
    "mittag",
    "nachmittag",
    "abend",
    "nacht",
    "früh",
    "mitternacht",
    "vorabend",
];
const SEASONS: [&str; 9] = [
    "Frühjahr",
    "Frühling",
    "Frühsommer",
    "Sommer",
    "Spätsommer",
    "Herbst",
    "Spätherbst",
    "Winter",
    "Hochsommer",
];
const HOLIDAYS: [&str; 22] = [
    "Ostern",
    "Ostersonntag",
    "Ostermontag",
    "Karfreitag",
    "Pfingsten",
    "Pfingstmontag",
    "Pfingstsonntag",
    "Weihnachten",
    "Heiligabend",
    "Silvester",
    "Neujahr",
    "Rosenmontag",
    "Aschermittwoch",
    "Gründonnerstag",
    "Fronleichnam",
    "Allerheiligen",
    "Neujahrstag",
    "Christi-Himmelfahrt",
    "Buß-und-Bettag",
    "Silvesternacht",
    "Neujahrsnacht",
    "Weihnachtsabend",
];
const UNITS: [&str; 24] = [
    "Jahr", "Jahre", "Jahren", "Jahres", "Monat", "Monate", "Monaten", "Monats", "Woche", "Wochen",
    "Tag", "Tage", "Tagen", "Tages", "Stunde", "Stunden", "Minute", "Minuten", "Sekunde",
    "Sekunden", "Min", "Std", "Min.", "Std.",
];
const PERIODS: [&str; 18] = [
    "Jahrzehnt",
    "Jahrzehnte",
    "Jahrzehnten",
    "Jahrzehnts",
    "Jahrhundert",
    "Jahrhunderte",
    "Jahrhunderten",
    "Jahrhunderts",
    "Quartal",
    "Quartale",
    "Quartalen",
    "Quartals",
    "Halbjahr",
    "Halbjahres",
    "Wochenende",
    "Wochenenden",
    "Wochenendes",
    "Jahrtausend",
];
const EDGES: [&str; 4] = ["Anfang", "Mitte", "Ende", "Beginn"];
const ADVERBS: [&str; 34] = [
    "heute",
    "gestern",
    "vorgestern",
    "übermorgen",
    "Heute",
    "Gestern",
    "Vorgestern",
    "Übermorgen",
    "Vorjahr",
    "Vorjahres",
    "Vormonat",
    "Vormonats",
    "Vorwoche",
    "Vortag",
    "Vortages",
    "Vortags",
    "Jahresende",
    "Jahresbeginn",
    "Jahresanfang",
    "Jahresmitte",
    "Monatsende",
    "Monatsanfang",
    "Monatsbeginn",
    "Wochenende",
    "Wochenendes",
    "Wochenanfang",
    "Wochenbeginn",
    "Wochenmitte",
    "Jahreswechsel",
    "Jahresschluss",
    "Jahreshälfte",
    "heuer",
    "Heuer",
    "Wochenenden",
];
const RELATIVE_STEMS: [&str; 11] = [
    "vergangen",
    "letzt",
    "vorig",
    "nächst",
    "kommend",
    "dies",
    "folgend",
    "laufend",
    "vorvergangen",
    "übernächst",
    "vorletzt",
];
const LASTING_UNITS: [&str; 7] = [
    "tägig",
    "stündig",
    "wöchig",
    "monatig",
    "minütig",
    "sekündig",
    "jährig",
];
const LONG_UNITS: [&str; 8] = [
    "jahrelang",
    "monatelang",
    "wochenlang",
    "tagelang",
    "stundenlang",
    "minutenlang",
    "jahrzehntelang",
    "jahrhundertelang",
];

static TABLE: LazyLock<HashMap<String, TimeWord>> = LazyLock::new(table);

fn table() -> HashMap<String, TimeWord> {
    let mut table = HashMap::new();
    for (words, meaning) in [
        (&UNITS[..], TimeWord::Unit),
        (&PERIODS, TimeWord::Period),
        (&ADVERBS, TimeWord::Adverb),
        (&EDGES, TimeWord::Edge),
        (&HOLIDAYS, TimeWord::Holiday),
        (&LONG_UNITS, TimeWord::Lasting),
    ] {
        table.extend(words.iter().map(|&word| (word.to_owned(), meaning)));
    }
    for ending in ["", "s", "es", "e"] {
        table.extend(WEEKDAYS.map(|day| (format!("{day}{ending}"), TimeWord::Weekday)));
        table.extend(SEASONS.map(|season| (format!("{season}{ending}"), TimeWord::Season)));
    }
    for ending in ["", "s"] {
        table.extend(MONTHS.map(|month| (format!("{month}{ending}"), TimeWord::Month)));
    }
    table.extend(SHORT_MONTHS.map(|month| (format!("{month}."), TimeWord::Month)));
    for part in DAY_PARTS {
        table.insert(part.to_owned(), TimeWord::DayPart);
        table.insert(capitalised(part), TimeWord::DayPart);
        for day in WEEKDAYS {
            table.insert(format!("{day}{part}"), TimeWord::WeekdayPart);
        }
    }
    for stem in RELATIVE_STEMS {
        for ending in ["e", "en", "er", "es", "em"] {
            table.insert(format!("{stem}{ending}"), TimeWord::Relative);
            table.insert(capitalised(&format!("{stem}{ending}")), TimeWord::Relative);
        }
    }
    table.insert("August".to_owned(), TimeWord::Month);
    table
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

/// What `word` says about time, in the spelling of running text: "Mittwoch" is a weekday, "mittwochs" is not.
pub fn time_word(word: &str) -> Option<TimeWord> {
    if let Some(&meaning) = TABLE.get(word) {
        return Some(meaning);
    }
    is_lasting(word).then_some(TimeWord::Lasting)
}

/// Whether an adjective says how long something lasts: "fünftägige", "dreimonatigen", "24-stündige", but not "20-jähriger".
fn is_lasting(word: &str) -> bool {
    LASTING_UNITS.iter().any(|unit| {
        let Some(at) = word.find(unit) else {
            return false;
        };
        let (amount, ending) = (&word[..at], &word[at + unit.len()..]);
        let counts = matches!(
            amount,
            "ein" | "mehr" | "viel" | "ganz" | "halb" | "eineinhalb" | "anderthalb"
        ) || super::numerals::is_number_word(amount)
            || amount
                .strip_suffix('-')
                .is_some_and(super::numerals::is_digits);
        counts && matches!(ending, "" | "e" | "en" | "er" | "es" | "em")
    })
}

/// Whether `word` ends like a unit of time that people have as their age: "20-jähriger", "vierjährige".
pub fn is_age(word: &str) -> bool {
    word.contains("jährig")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_the_calendar_are_known_with_their_endings() {
        for (word, meaning) in [
            ("Mittwochabend", Some(TimeWord::WeekdayPart)),
            ("Montags", Some(TimeWord::Weekday)),
            ("montags", None),
            ("Novembers", Some(TimeWord::Month)),
            ("Dez.", Some(TimeWord::Month)),
            ("vergangenen", Some(TimeWord::Relative)),
            ("fünftägige", Some(TimeWord::Lasting)),
            ("jahrelang", Some(TimeWord::Lasting)),
            ("Mailand", None),
        ] {
            assert_eq!(time_word(word), meaning, "{word}");
        }
    }
}
