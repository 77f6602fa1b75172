//! Times of the day: "15.30 Uhr", "11:00 Uhr MEZ", "halb neun", "Viertel nach drei", "Mitternacht".

use super::phrase::Phrase;
use crate::german::calendar::{DayPart, TimeWord};
use crate::german::numerals::number;

/// Hours and minutes.
type Clock = (u64, u64);

impl Phrase<'_> {
    /// Where a time ends, and its value: `T15:30`, `T11:00+01:00`, `T08:30/T09:45`.
    pub(super) fn time(&self, at: usize) -> Option<(usize, Option<String>)> {
        let word = self.word(at);
        if word == "Mitternacht" {
            return Some((at + 1, Some("T00:00".into())));
        }
        if let Some((end, clock)) = self.spoken(at) {
            return Some((end, Some(shown(self.in_part_of_day(at, end, clock), ""))));
        }
        let (clock, has_minutes) = self.hour(at)?;
        if self.word(at + 1) == "Uhr" {
            let (end, minutes, afternoon, zone) = self.after_clock(at + 2, has_minutes);
            let clock = (clock.0, minutes.unwrap_or(clock.1));
            let clock = if afternoon && clock.0 < 12 {
                (clock.0 + 12, clock.1)
            } else {
                clock
            };
            return Some((end, Some(shown(clock, zone))));
        }
        let connects = matches!(self.word(at + 1), "bis" | "und" | "-" | "–" | "oder");
        if connects
            && self.word(at + 3) == "Uhr"
            && let Some((last, _)) = self.hour(at + 2)
        {
            let (end, _, afternoon, zone) = self.after_clock(at + 4, true);
            let later = |(hour, minute): Clock| {
                if afternoon && hour < 12 {
                    (hour + 12, minute)
                } else {
                    (hour, minute)
                }
            };
            let joined = if self.word(at + 1) == "oder" {
                None
            } else {
                Some('/')
            };
            let value = joined.map(|mark| {
                format!(
                    "{}{mark}{}",
                    shown(later(clock), zone),
                    shown(later(last), zone)
                )
            });
            return Some((end, value));
        }
        if has_minutes && word.contains(':') {
            let is_introduced = matches!(
                self.before(at),
                "um" | "gegen"
                    | "ab"
                    | "bis"
                    | "von"
                    | "zwischen"
                    | "Um"
                    | "Gegen"
                    | "Ab"
                    | "seit"
                    | "Uhr"
            );
            if is_introduced || self.follows_date(at) {
                return Some((at + 1, Some(shown(clock, ""))));
            }
        }
        None
    }

    /// "halb neun", "Viertel nach drei", "Viertel vor zwölf", "zehn nach acht", "kurz nach drei" not.
    fn spoken(&self, at: usize) -> Option<(usize, Clock)> {
        let is_at = matches!(
            self.before(at),
            "um" | "gegen" | "Um" | "Gegen" | "seit" | "bis" | "ab" | "nach" | "vor" | "kurz"
        );
        let hour = |at: usize| {
            let word = self.word(at);
            let hour = if word == "eins" {
                Some(1)
            } else {
                number(word)?.whole()
            };
            hour.filter(|hour| (1..=12).contains(hour))
        };
        let before = |hour: u64, minutes: u64| ((hour + 11) % 12, 60 - minutes);
        match (self.word(at), self.word(at + 1)) {
            ("halb" | "Halb", _) if is_at => Some((at + 2, before(hour(at + 1)?, 30))),
            ("Viertel" | "viertel", "nach") => Some((at + 3, (hour(at + 2)?, 15))),
            ("Viertel" | "viertel", "vor") => Some((at + 3, before(hour(at + 2)?, 15))),
            ("fünf" | "zehn" | "zwanzig", side @ ("nach" | "vor")) if is_at => {
                let minutes = number(self.word(at))?.whole()?;
                let hour = hour(at + 2)?;
                let clock = if side == "nach" {
                    (hour, minutes)
                } else {
                    before(hour, minutes)
                };
                Some((at + 3, clock))
            }
            _ => None,
        }
        // The hour before one o'clock is twelve, not nought.
        .map(|(end, (hour, minute))| (end, (if hour == 0 { 12 } else { hour }, minute)))
    }

    /// Adds twelve hours where the words around say that it is later than noon: "abends um halb neun".
    fn in_part_of_day(&self, start: usize, end: usize, (hour, minute): Clock) -> Clock {
        let is_late = |at: usize| {
            matches!(
                self.time_word(at),
                Some(
                    TimeWord::Part(DayPart::Afternoon | DayPart::Evening)
                        | TimeWord::PartAdverb(DayPart::Afternoon | DayPart::Evening)
                        | TimeWord::WeekdayPart(_, DayPart::Afternoon | DayPart::Evening)
                )
            )
        };
        let near = (start.saturating_sub(4)..start).chain(end..end + 3);
        if hour < 12 && near.into_iter().any(is_late) {
            (hour + 12, minute)
        } else {
            (hour, minute)
        }
    }

    /// "15.30", "11:00", "8", "acht": and whether the minutes are there.
    fn hour(&self, at: usize) -> Option<(Clock, bool)> {
        let word = self.word(at);
        if !word.starts_with(|c: char| c.is_ascii_digit()) {
            let hour = if word == "ein" {
                Some(1)
            } else if word.len() < 15 {
                number(word)?.whole()
            } else {
                None
            };
            return Some(((hour.filter(|&hour| hour <= 24)?, 0), false));
        }
        if let Some(clock) = clock(word) {
            return Some((clock, true));
        }
        let hour = word.parse().ok().filter(|&hour| hour <= 24)?;
        (word.len() <= 2).then_some(((hour, 0), false))
    }

    /// What may follow "Uhr": minutes, part of the day, time zone. Where it ends, the minutes, whether it is after noon, the zone.
    fn after_clock(
        &self,
        mut at: usize,
        has_minutes: bool,
    ) -> (usize, Option<u64>, bool, &'static str) {
        let mut minutes = None;
        if !has_minutes {
            minutes = self.word(at).parse().ok().filter(|&minute| minute < 60);
            at += usize::from(minutes.is_some());
        }
        let mut afternoon = false;
        if let Some(TimeWord::PartAdverb(part)) = self.time_word(at) {
            afternoon = matches!(part, DayPart::Afternoon | DayPart::Evening);
            at += 1;
        } else if self.word(at) == "früh" {
            at += 1;
        }
        let zone = |at| {
            Some(match self.word(at) {
                "Ortszeit" => "",
                "MEZ" | "CET" => "+01:00",
                "MESZ" | "CEST" => "+02:00",
                "GMT" | "UTC" => "Z",
                _ => return None,
            })
        };
        if let Some(zone) = zone(at) {
            return (at + 1, minutes, afternoon, zone);
        }
        if self.word(at) == "("
            && self.word(at + 2) == ")"
            && let Some(zone) = zone(at + 1)
        {
            return (at + 3, minutes, afternoon, zone);
        }
        let of_a_place = self.word(at).ends_with("er")
            && self.word(at).starts_with(char::is_alphabetic)
            && self.word(at + 1) == "Zeit";
        (at + 2 * usize::from(of_a_place), minutes, afternoon, "")
    }

    /// Whether a date stands right before: "22.02.2016, 03:22".
    fn follows_date(&self, at: usize) -> bool {
        let mut before = self.before(at);
        if matches!(before, "," | "-" | "–" | "|" | "/" | "•") {
            before = at.checked_sub(2).map_or("", |at| self.word(at));
        }
        before.starts_with(|c: char| c.is_ascii_digit())
            && (before.matches('.').count() == 2
                || before.len() == 4 && (before.starts_with("19") || before.starts_with("20")))
    }
}

fn shown((hour, minute): Clock, zone: &str) -> String {
    format!("T{hour:02}:{minute:02}{zone}")
}

/// "15.30", "11:00", "8:04": hours and two digits of minutes.
fn clock(word: &str) -> Option<Clock> {
    let (hour, minute) = word.split_once([':', '.'])?;
    let (minute, second) = minute.split_once(':').unwrap_or((minute, "00"));
    let below = |digits: &str, limit: u64| {
        let value = digits.parse::<u64>().ok().filter(|&value| value < limit);
        value.filter(|_| digits.len() == 2)
    };
    below(second, 60)?;
    let hour = hour
        .parse()
        .ok()
        .filter(|&value: &u64| hour.len() <= 2 && value <= 24)?;
    Some((hour, below(minute, 60)?))
}
