//! Dates, times, durations and amounts, found by rules: "Mitte November", "15.30 Uhr", "drei Jahren", "rund 80 Prozent".
//!
//! A span leaves out the preposition and words that blur ("rund", "gegen"). Limits: no bare numbers ("148 Zivilisten"),
//! no ages ("20-jähriger"), no times in words ("Viertel nach drei").

use crate::document::{Confidence, Form, Kind, Mention, Sentence, Token, Verdict, hull};
use crate::german::calendar::{TimeWord, is_age, time_word};
use crate::german::numerals::{is_digits, is_number_word, is_scale};
use crate::german::units::is_unit;

/// All dates, times, durations and amounts of a text, in text order, disjoint.
///
/// "Am Mittwoch um 15.30 Uhr" → "Mittwoch" and "15.30 Uhr".
pub fn dates(text: &str, tokens: &[Token], sentences: &[Sentence]) -> Vec<Mention> {
    let mut mentions = Vec::new();
    let mut words = Vec::new();
    for sentence in sentences {
        words.clear();
        let run = tokens.get(sentence.tokens.clone()).unwrap_or_default();
        words.extend(run.iter().map(|token| token.span.of(text)));
        let phrase = Phrase { words: &words };
        let mut at = 0;
        while at < words.len() {
            let Some((kind, end)) = phrase.finding(at) else {
                at += 1;
                continue;
            };
            let first = sentence.tokens.start;
            mentions.push(Mention {
                span: hull(tokens, first + at..first + end),
                kind,
                form: Form::Description,
                entity: None,
                confidence: Confidence::new(if kind == Kind::Duration { 0.9 } else { 0.95 }),
                verdict: Verdict::Open,
            });
            at = end;
        }
    }
    mentions
}

/// The words of a sentence. Each method takes the index at which something may begin and returns one past its end.
struct Phrase<'a> {
    words: &'a [&'a str],
}

impl Phrase<'_> {
    fn word(&self, at: usize) -> &str {
        self.words.get(at).copied().unwrap_or_default()
    }

    fn before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |previous| self.word(previous))
    }

    fn time_word(&self, at: usize) -> Option<TimeWord> {
        time_word(self.word(at))
    }

    fn is(&self, at: usize, meaning: TimeWord) -> bool {
        self.time_word(at) == Some(meaning)
    }

    /// Whatever begins at `at`: the clock first, then money and measures, then durations, then the calendar.
    fn finding(&self, at: usize) -> Option<(Kind, usize)> {
        let word = self.word(at);
        let first = word.chars().next()?;
        if first.is_ascii_digit() {
            if let Some(end) = self.time(at) {
                return Some((Kind::Time, end));
            }
        } else if matches!(first, '$' | '€' | '£') {
            return self.number(at + 1).map(|end| (Kind::Amount, end));
        } else if !first.is_alphabetic() {
            return None;
        }
        self.amount(at)
            .map(|end| (Kind::Amount, end))
            .or_else(|| self.duration(at).map(|end| (Kind::Duration, end)))
            .or_else(|| self.date(at).map(|end| (Kind::Date, end)))
            .or_else(|| self.time(at).map(|end| (Kind::Time, end)))
    }

    /// "15.30 Uhr", "11:00 Uhr Ortszeit", "8 Uhr morgens", "um 17:54", "Mitternacht", "halb neun".
    fn time(&self, at: usize) -> Option<usize> {
        let word = self.word(at);
        if word == "Mitternacht" {
            return Some(at + 1);
        }
        if word == "halb"
            && is_number_word(self.word(at + 1))
            && matches!(self.before(at), "um" | "gegen" | "Um" | "Gegen")
        {
            return Some(at + 2);
        }
        let clock = is_clock(word);
        let hour =
            clock || word.parse::<u32>().is_ok_and(|hour| hour <= 24) || is_number_word(word);
        let connected = |at: usize| matches!(self.word(at), "bis" | "und" | "-" | "–");
        if hour && self.word(at + 1) == "Uhr" {
            return Some(self.after_clock(at + 2));
        }
        if clock
            && word.contains(':')
            && matches!(
                self.before(at),
                "um" | "gegen" | "ab" | "bis" | "von" | "zwischen" | "Um" | "Gegen" | "Ab" | "seit"
            )
        {
            return Some(at + 1);
        }
        if hour
            && connected(at + 1)
            && self.word(at + 3) == "Uhr"
            && (is_clock(self.word(at + 2)) || is_digits(self.word(at + 2)))
        {
            return Some(self.after_clock(at + 4));
        }
        None
    }

    /// What may follow "Uhr": minutes, part of the day, time zone.
    fn after_clock(&self, mut at: usize) -> usize {
        if self.word(at).parse::<u32>().is_ok_and(|minute| minute < 60) {
            at += 1;
        }
        if matches!(
            self.word(at),
            "morgens" | "vormittags" | "mittags" | "nachmittags" | "abends" | "nachts" | "früh"
        ) {
            at += 1;
        }
        let zone = |at| {
            matches!(
                self.word(at),
                "Ortszeit" | "MEZ" | "MESZ" | "GMT" | "UTC" | "CET" | "CEST"
            )
        };
        if zone(at) {
            at + 1
        } else if self.word(at) == "(" && zone(at + 1) && self.word(at + 2) == ")" {
            at + 3
        } else if self.word(at).ends_with("er") && self.word(at + 1) == "Zeit" {
            at + 2
        } else {
            at
        }
    }

    /// "80", "1.000", "10 000", "zwei", "1,5 Millionen", "20 bis 30".
    fn number(&self, at: usize) -> Option<usize> {
        let mut end = self.plain_number(at)?;
        let connector = matches!(self.word(end), "bis" | "oder" | "-" | "–");
        if connector && let Some(second) = self.plain_number(end + 1) {
            end = second;
        }
        Some(end)
    }

    fn plain_number(&self, at: usize) -> Option<usize> {
        let word = self.word(at);
        let mut end = if is_digits(word) {
            let is_group = |at: usize| {
                self.word(at).len() == 3 && self.word(at).bytes().all(|b| b.is_ascii_digit())
            };
            let grouped = word.len() <= 3 && is_group(at + 1);
            if !grouped {
                at + 1
            } else if is_group(at + 2) {
                at + 3
            } else {
                at + 2
            }
        } else if is_number_word(word) || word.eq_ignore_ascii_case("halb") {
            at + 1
        } else if is_one(word) && (is_scale(self.word(at + 1)) || is_unit(self.word(at + 1)))
            || is_scale(word)
        {
            at + 1 - usize::from(is_scale(word))
        } else {
            return None;
        };
        if is_scale(self.word(end)) {
            end += 1;
            if self.word(end) == "." && matches!(self.word(end - 1), "Mio" | "Mrd" | "Bio") {
                end += 1;
            }
        }
        (at < end).then_some(end)
    }

    /// "80 Prozent", "1,5 Millionen Dollar", "fünf Kilometer", "80%", "ein Drittel".
    fn amount(&self, at: usize) -> Option<usize> {
        let word = self.word(at);
        if word.strip_suffix('%').is_some_and(is_digits)
            || word.strip_suffix('€').is_some_and(is_digits)
        {
            return Some(at + 1);
        }
        let end = self.number(at)?;
        if matches!(
            self.word(end),
            "Drittel" | "Drittels" | "Fünftel" | "Zehntel"
        ) && !is_digits(word)
        {
            return Some(end + 1);
        }
        if is_unit(self.word(end)) {
            return Some(end + 1);
        }
        // "US Dollar", "britische Pfund", "Schweizer Franken"
        let qualified = matches!(
            self.word(end),
            "US" | "Schweizer" | "britische" | "kanadische" | "australische"
        );
        (qualified && is_unit(self.word(end + 1))).then_some(end + 2)
    }

    /// "drei Jahren", "mehreren Wochen", "ein paar Tage", "fünftägige", "jahrelang".
    fn duration(&self, at: usize) -> Option<usize> {
        let word = self.word(at);
        if self.is(at, TimeWord::Lasting) {
            return (!is_age(word) || lasts(self.word(at + 1))).then_some(at + 1);
        }
        let after = if let Some(end) = self.number(at) {
            end
        } else if is_one(word) || is_vague(word) {
            at + 1
        } else if word.eq_ignore_ascii_case("ein") || word == "paar" {
            at + 1 + usize::from(self.word(at + 1) == "paar")
        } else {
            return None;
        };
        let after = after
            + usize::from(matches!(
                self.word(after),
                "halbe"
                    | "halben"
                    | "halbes"
                    | "ganze"
                    | "ganzen"
                    | "weitere"
                    | "weiteren"
                    | "volle"
                    | "vollen"
                    | "aufeinanderfolgende"
                    | "aufeinanderfolgenden"
            ));
        let unit = self.word(after);
        let is_time = matches!(self.time_word(after), Some(TimeWord::Unit))
            || matches!(
                unit,
                "Jahrzehnt"
                    | "Jahrzehnte"
                    | "Jahrzehnten"
                    | "Quartale"
                    | "Quartalen"
                    | "Jahrhunderte"
                    | "Jahrhunderten"
                    | "Nächte"
                    | "Nächten"
            );
        let is_age = matches!(
            self.word(after + 1),
            "alt" | "alte" | "alten" | "alter" | "altes" | "altem"
        ) || self.before(at) == "Alter";
        let idiom = word.eq_ignore_ascii_case("eines") && unit == "Tages";
        (is_time && !is_age && !idiom).then_some(after + 1)
    }

    /// "Mitte November", "Montag, den 24. Januar 2005", "2016", "vergangenen Jahr", "heute".
    fn date(&self, at: usize) -> Option<usize> {
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
    fn edge(&self, at: usize) -> Option<usize> {
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
    fn weekday(&self, at: usize) -> usize {
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
    fn relative(&self, at: usize) -> Option<usize> {
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
    fn with_year(&self, at: usize) -> usize {
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
    fn numeric_date(&self, at: usize) -> Option<usize> {
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

    fn is_day(&self, at: usize) -> bool {
        self.day(at).is_some()
    }

    /// One past a day such as "8." (one token or two) or "8./9.".
    fn day(&self, at: usize) -> Option<usize> {
        let word = self.word(at);
        let is_number = |word: &str| word.parse::<u32>().is_ok_and(|day| 1 <= day && day <= 31);
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
    fn counts(&self, at: usize) -> bool {
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

fn is_one(word: &str) -> bool {
    matches!(
        word,
        "ein"
            | "eine"
            | "einer"
            | "einem"
            | "einen"
            | "eines"
            | "Ein"
            | "Eine"
            | "Einen"
            | "Einem"
            | "Einer"
    )
}

fn is_vague(word: &str) -> bool {
    matches!(
        word,
        "mehrere"
            | "mehreren"
            | "mehrerer"
            | "einige"
            | "einigen"
            | "einiger"
            | "wenige"
            | "wenigen"
            | "weniger"
            | "Mehrere"
            | "Einige"
            | "Wenige"
            | "viele"
            | "vielen"
            | "Viele"
            | "anderthalb"
            | "eineinhalb"
            | "zweieinhalb"
    )
}

/// "15.30", "11:00", "8:04": hours and two digits of minutes.
fn is_clock(word: &str) -> bool {
    let Some((hour, minute)) = word.split_once([':', '.']) else {
        return false;
    };
    let (minute, second) = minute.split_once(':').unwrap_or((minute, "00"));
    let below = |digits: &str, limit| {
        digits.len() == 2 && digits.parse::<u32>().is_ok_and(|value| value < limit)
    };
    hour.parse::<u32>().is_ok_and(|hour| hour <= 24)
        && hour.len() <= 2
        && below(minute, 60)
        && below(second, 60)
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
                .is_ok_and(|year| 1500 <= year && year < 2100)
    };
    in_range(first)
        && (second.is_empty()
            || in_range(second)
            || second.len() == 2 && second.bytes().all(|b| b.is_ascii_digit()))
        && !word.ends_with(['/', '-', '–'])
}

/// Whether a noun means something that lasts, so that "zweijährige" before it is no age: "Haftstrafe", "Vertrag".
fn lasts(noun: &str) -> bool {
    let lower = noun.to_lowercase();
    [
        "haft",
        "strafe",
        "vertrag",
        "vertrages",
        "vertrags",
        "krieg",
        "pause",
        "zeit",
        "phase",
        "frist",
        "plan",
        "programm",
        "bestehen",
        "jubiläum",
        "verhandlungen",
        "ausbildung",
        "projekt",
        "zusammenarbeit",
        "bewährung",
        "verbot",
        "sperre",
        "konflikt",
        "herrschaft",
        "kampf",
        "studie",
        "mandat",
    ]
    .iter()
    .any(|ending| lower.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pipeline::sample::sample;

    /// Compares what is found with "kind text; kind text".
    fn check(text: &str, expected: &str) {
        let sample = sample(text);
        let found: Vec<String> = dates(text, &sample.tokens, &sample.sentences)
            .iter()
            .map(|mention| format!("{} {}", mention.kind.label(), mention.span.of(text)))
            .collect();
        assert_eq!(found.join("; "), expected, "{text}");
    }

    #[test]
    fn dates_leave_out_the_preposition() {
        check("Am Mittwoch kam er.", "date Mittwoch");
        check(
            "Am Mittwochabend sprachen sie seit Mittwoch.",
            "date Mittwochabend; date Mittwoch",
        );
        check("seit Mitte November", "date Mitte November");
        check(
            "am 8. Dezember 2016 und am 9. Dezember",
            "date 8. Dezember 2016; date 9. Dezember",
        );
        check(
            "am Montag, den 24. Januar 2005, dem Richter",
            "date Montag, den 24. Januar 2005",
        );
        check("vom 1. bis 3. Mai", "date 1. bis 3. Mai");
        check("am 07.12.2016 in Hamburg", "date 07.12.2016");
        check(
            "im vergangenen Jahr, heute und gestern Abend",
            "date vergangenen Jahr; date heute; date gestern Abend",
        );
        check(
            "Ende des Jahres und Anfang nächster Woche",
            "date Ende des Jahres; date Anfang nächster Woche",
        );
        check(
            "In den vergangenen Tagen seien Dokumente",
            "date vergangenen Tagen",
        );
        check(
            "seit den 90er-Jahren, im 19. Jahrhundert",
            "date 90er-Jahren; date 19. Jahrhundert",
        );
    }

    #[test]
    fn a_bare_number_is_a_year_only_where_it_counts_nothing() {
        check(
            "Im Jahr 2016 starb er, 1989 fiel die Mauer.",
            "date 2016; date 1989",
        );
        check(
            "Es kamen 2000 Soldaten, rund 1950 Euro fehlten.",
            "amount 1950 Euro",
        );
        check("148 Zivilisten", "");
    }

    #[test]
    fn times_need_a_clock() {
        check("um 15.30 Uhr", "time 15.30 Uhr");
        check(
            "gegen 11:00 Uhr Ortszeit und um 17:54",
            "time 11:00 Uhr Ortszeit; time 17:54",
        );
        check("am Abend um halb neun", "time halb neun");
        check("Sie gewannen 3:1.", "");
    }

    #[test]
    fn durations_count_units_of_time() {
        check("seit drei Jahren", "duration drei Jahren");
        check(
            "zwei Wochen lang, jahrelang",
            "duration zwei Wochen; duration jahrelang",
        );
        check("eine fünftägige Waffenruhe", "duration fünftägige");
        check("ein 20-jähriger Mann, 30 Jahre alt", "");
        check("eine zweijährige Haftstrafe", "duration zweijährige");
        check("eines Tages", "");
        check("in den letzten drei Jahren", "date letzten drei Jahren");
    }

    #[test]
    fn amounts_need_a_unit() {
        check("rund 80 Prozent ihres Gebiets", "amount 80 Prozent");
        check(
            "1.000 Euro, 1,5 Millionen Dollar, 80%",
            "amount 1.000 Euro; amount 1,5 Millionen Dollar; amount 80%",
        );
        check("auf um die null Grad", "amount null Grad");
        check(
            "20 bis 30 Kilometer, ein Drittel",
            "amount 20 bis 30 Kilometer; amount ein Drittel",
        );
        check(
            "5 Mrd. Euro und 10 000 Tonnen",
            "amount 5 Mrd. Euro; amount 10 000 Tonnen",
        );
        check("1,5 Millionen Menschen", "");
    }
}
