//! Dates, times, durations and amounts, found by rules: "Mitte November", "15.30 Uhr", "drei Jahren", "rund 80 Prozent".
//!
//! A span leaves out the preposition and words that blur ("rund", "gegen"). Limits: no bare numbers ("148 Zivilisten"),
//! no ages ("20-jähriger"), no times in words ("Viertel nach drei").

mod calendar_dates;
mod quantities;

use crate::document::{Confidence, Form, Kind, Mention, Sentence, Token, Verdict, hull};
use crate::german::calendar::{TimeWord, time_word};

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
                value: None,
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
        check("Bis Jahresende bleibt er.", "date Jahresende");
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
        check("rund 15 Min. Verspätung", "duration 15 Min.");
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
