//! Dates: days, months, years, and words that point from today.

use super::{Phrase, is_vague};
use crate::german::calendar::TimeWord;
use crate::german::numerals::{is_digits, is_scale};
use crate::german::units::is_unit;

impl Phrase<'_> {
    /// "Mitte November", "Montag, den 24. Januar 2005", "2016", "vergangenen Jahr", "heute".
    pub(super) fn date(&self, at: usize) -> Option<usize> {
        if self.is(at, TimeWord::Edge) {
            return self.edge(at);
        }
        match self.time_word(at) {
            Some(TimeWord::Weekday | TimeWord::WeekdayPart) => Some(self.weekday(at)),
            Some(TimeWord::Month | TimeWord::Season | TimeWord::Holiday) => {
                Some(self.with_year(at + 1))
            }
            Some(TimeWord::Adverb) => Some(
                at + 1
                    + usize::from(
                        self.is(at + 1, TimeWord::DayPart) && self.word(at + 1) != "Mitternacht",
                    ),
            ),
            Some(TimeWord::Relative) => self.relative(at),
            Some(TimeWord::DayPart) if self.word(at) == "morgen" => {
                Some(at + 1 + usize::from(self.is(at + 1, TimeWord::DayPart)))
            }
            Some(
                TimeWord::DayPart
                | TimeWord::Unit
                | TimeWord::Period
                | TimeWord::Edge
                | TimeWord::Lasting,
            ) => None,
            None => self.numeric_date(at),
        }
    }

    /// "Mitte November", "Ende des Jahres", "Anfang nächster Woche", "Ende 2016".
    pub(super) fn edge(&self, at: usize) -> Option<usize> {
        let plain = self
            .date(at + 1)
            .filter(|_| !self.is(at + 1, TimeWord::Edge) && !self.is(at + 1, TimeWord::Adverb));
        if plain.is_some()
            || !matches!(
                self.word(at + 1),
                "des" | "der" | "dieses" | "dieser" | "vom"
            )
        {
            return plain;
        }
        if matches!(
            self.time_word(at + 2),
            Some(TimeWord::Unit | TimeWord::Period | TimeWord::Season)
        ) {
            return Some(self.with_year(at + 3));
        }
        self.date(at + 2)
            .filter(|_| !self.is(at + 2, TimeWord::Edge))
    }

    /// "Mittwoch", "Mittwoch früh", "Montag, den 24. Januar 2005", "Mittwoch vergangener Woche".
    pub(super) fn weekday(&self, at: usize) -> usize {
        let end = at
            + 1
            + usize::from(self.is(at, TimeWord::Weekday) && self.is(at + 1, TimeWord::DayPart));
        let comma = end + usize::from(self.word(end) == ",");
        let article = comma + usize::from(matches!(self.word(comma), "den" | "dem" | "der"));
        let day = self
            .numeric_date(article)
            .filter(|_| self.is_day(article) || self.word(article).contains('.'));
        day.or_else(|| {
            self.is(end, TimeWord::Relative)
                .then(|| self.relative(end))
                .flatten()
        })
        .unwrap_or(end)
    }

    /// "vergangenen Jahr", "nächsten Mittwoch", "letzten drei Jahren", "Sommer dieses Jahres".
    pub(super) fn relative(&self, at: usize) -> Option<usize> {
        let middle = at + 1;
        let number = self
            .number(middle)
            .or_else(|| is_vague(self.word(middle)).then_some(middle + 1))
            .unwrap_or(middle);
        match self.time_word(number)? {
            TimeWord::Unit => {
                let instant = ["Minute", "Sekunde", "Stunde"]
                    .iter()
                    .any(|unit| self.word(number).starts_with(unit));
                (!instant || middle < number).then_some(number + 1)
            }
            TimeWord::Period
            | TimeWord::Season
            | TimeWord::Month
            | TimeWord::Holiday
            | TimeWord::WeekdayPart => Some(number + 1),
            TimeWord::Weekday => Some(self.weekday(number)),
            TimeWord::DayPart => self
                .word(number)
                .starts_with(char::is_uppercase)
                .then_some(number + 1),
            TimeWord::Adverb => self
                .word(number)
                .starts_with("Wochenende")
                .then_some(number + 1),
            TimeWord::Edge | TimeWord::Relative | TimeWord::Lasting => None,
        }
    }

    /// Adds a year, "dieses Jahres" or "vergangenen Jahres" to what ends at `at`.
    pub(super) fn with_year(&self, at: usize) -> usize {
        if is_year(self.word(at)) && !self.counts(at) {
            return at + 1;
        }
        let of_year = self.is(at, TimeWord::Relative) && self.word(at + 1) == "Jahres";
        let of_the_year = self.word(at) == "des"
            && self.is(at + 1, TimeWord::Relative)
            && self.word(at + 2) == "Jahres";
        if of_the_year {
            at + 3
        } else {
            at + 2 * usize::from(of_year)
        }
    }

    /// "8. Dezember 2016", "1. bis 3. Mai", "07.12.2016", "8.12.", "2016", "90er-Jahre", "19. Jahrhundert".
    pub(super) fn numeric_date(&self, at: usize) -> Option<usize> {
        let word = self.word(at);
        if !word.starts_with(|c: char| c.is_ascii_digit()) {
            let decade = word.ends_with("ziger") || word.ends_with("ßiger");
            return (decade && self.word(at + 1).starts_with("Jahre")).then_some(at + 2);
        }
        if is_full_date(word) {
            return Some(at + 1);
        }
        if let Some(after) = self.day(at) {
            let connector = matches!(self.word(after), "bis" | "und" | "-" | "–" | "/" | "oder");
            let last = connector
                .then(|| self.day(after + 1))
                .flatten()
                .unwrap_or(after);
            if self.is(last, TimeWord::Month) && self.word(last) != "Mais" {
                return Some(self.with_year(last + 1));
            }
            if self.word(after).starts_with("Jahrhundert")
                || self.word(after).starts_with("Quartal")
            {
                return Some(after + 1);
            }
        }
        if word.ends_with("er-Jahre") || word.ends_with("er-Jahren") {
            return Some(at + 1);
        }
        if word.ends_with("er")
            && is_digits(word.trim_end_matches("er"))
            && self.word(at + 1).starts_with("Jahre")
        {
            return Some(at + 2);
        }
        (is_year(word) && !self.counts(at)).then_some(at + 1)
    }

    pub(super) fn is_day(&self, at: usize) -> bool {
        self.day(at).is_some()
    }

    /// One past a day such as "8." (one token or two) or "8./9.".
    pub(super) fn day(&self, at: usize) -> Option<usize> {
        let word = self.word(at);
        let is_number = |word: &str| word.parse::<u32>().is_ok_and(|day| (1..=31).contains(&day));
        if word.ends_with('.')
            && word
                .split('/')
                .all(|day| day.strip_suffix('.').is_some_and(is_number))
        {
            return Some(at + 1);
        }
        (is_number(word) && self.word(at + 1) == ".").then_some(at + 2)
    }

    /// Whether the number at `at` counts what follows rather than naming a year: "2000 Menschen", "1989 Prozent".
    pub(super) fn counts(&self, at: usize) -> bool {
        let introduced = matches!(
            self.before(at),
            "Jahr"
                | "Jahre"
                | "Jahres"
                | "Jahren"
                | "seit"
                | "Seit"
                | "Anfang"
                | "Mitte"
                | "Ende"
                | "bis"
                | "ab"
                | "von"
        ) || self.is(at.wrapping_sub(1), TimeWord::Month)
            || self.is(at.wrapping_sub(1), TimeWord::Season);
        let next = self.word(at + 1);
        let round =
            self.word(at).ends_with("00") && self.word(at) != "2000" && self.word(at) != "1900";
        let people = next.starts_with(char::is_uppercase)
            && ["en", "er", "te", "ten", "ner"]
                .iter()
                .any(|ending| next.ends_with(ending))
            && next.len() < 14;
        !introduced
            && (is_unit(next)
                || is_scale(next)
                || self.is(at + 1, TimeWord::Unit)
                || round
                || people && !self.is(at + 1, TimeWord::Month))
            || matches!(
                self.before(at),
                "rund"
                    | "etwa"
                    | "über"
                    | "mehr"
                    | "als"
                    | "knapp"
                    | "fast"
                    | "insgesamt"
                    | "Rund"
                    | "Etwa"
                    | "Über"
            )
    }
}

/// "07.12.2016", "8.12.16", "2016-12-08", "8.12.", "23/02/2016".
fn is_full_date(word: &str) -> bool {
    let separator = ['.', '-', '/']
        .into_iter()
        .find(|&mark| word.matches(mark).count() == 2);
    let Some(separator) = separator else {
        return false;
    };
    let parts: Vec<&str> = word.split(separator).collect();
    let within = |part: &str, limit: u32| {
        (1..=2).contains(&part.len())
            && part
                .parse::<u32>()
                .is_ok_and(|value| 1 <= value && value <= limit)
    };
    let [first, second, third] = parts[..] else {
        return false;
    };
    let year_last = within(first, 31)
        && within(second, 12)
        && (is_year(third)
            || third.len() == 2 && third.parse::<u32>().is_ok()
            || third.is_empty() && separator == '.');
    year_last || separator == '-' && is_year(first) && within(second, 12) && within(third, 31)
}

/// "2016", "2016/17", "2015/2016", "2014–2016".
fn is_year(word: &str) -> bool {
    let (first, second) = word.split_once(['/', '-', '–']).unwrap_or((word, ""));
    let in_range = |year: &str| {
        year.len() == 4
            && year
                .parse::<u32>()
                .is_ok_and(|year| (1500..2100).contains(&year))
    };
    in_range(first)
        && (second.is_empty()
            || in_range(second)
            || second.len() == 2 && second.bytes().all(|b| b.is_ascii_digit()))
        && !word.ends_with(['/', '-', '–'])
}
