//! Times, amounts and durations: what stands after a number.

use super::{Phrase, is_vague};
use crate::german::calendar::{TimeWord, is_age};
use crate::german::numerals::{is_digits, is_number_word, is_scale};
use crate::german::units::is_unit;

impl Phrase<'_> {
    /// "15.30 Uhr", "11:00 Uhr Ortszeit", "8 Uhr morgens", "um 17:54", "Mitternacht", "halb neun".
    pub(super) fn time(&self, at: usize) -> Option<usize> {
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
    pub(super) fn after_clock(&self, mut at: usize) -> usize {
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
    pub(super) fn number(&self, at: usize) -> Option<usize> {
        let mut end = self.plain_number(at)?;
        let connector = matches!(self.word(end), "bis" | "oder" | "-" | "–");
        if connector && let Some(second) = self.plain_number(end + 1) {
            end = second;
        }
        Some(end)
    }

    pub(super) fn plain_number(&self, at: usize) -> Option<usize> {
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
        } else if is_one(word)
            && (is_scale(self.word(at + 1))
                || is_unit(self.word(at + 1))
                || is_fraction(self.word(at + 1)))
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
    pub(super) fn amount(&self, at: usize) -> Option<usize> {
        let word = self.word(at);
        if word.strip_suffix('%').is_some_and(is_digits)
            || word.strip_suffix('€').is_some_and(is_digits)
        {
            return Some(at + 1);
        }
        let end = self.number(at)?;
        if is_fraction(self.word(end)) && !is_digits(word) {
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
    pub(super) fn duration(&self, at: usize) -> Option<usize> {
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

/// "Drittel"; "Viertel" is a part of a town more often.
fn is_fraction(word: &str) -> bool {
    matches!(word, "Drittel" | "Drittels" | "Fünftel" | "Zehntel")
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
