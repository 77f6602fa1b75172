//! Durations: "drei Jahren", "dreieinhalb Stunden", "mehreren Wochen", "fünftägige", "jahrelang".

use super::numbers::Count;
use super::phrase::Phrase;
use crate::german::calendar::{Length, TimeUnit, TimeWord, lasting};
use crate::german::decimal::Decimal;
use crate::german::numerals::number;

impl Phrase<'_> {
    /// Where a duration ends, and its value: "drei Jahren" → `P3Y`, "mehreren Wochen" → `PXW`.
    pub(super) fn duration(&self, at: usize) -> Option<(usize, Option<String>)> {
        if let Some(found) = self.lasting(at) {
            return Some(found);
        }
        let (end, count, length) = self.length(at)?;
        let is_age = matches!(
            self.word(end),
            "alt"
                | "alte"
                | "alten"
                | "alter"
                | "altes"
                | "altem"
                | "jung"
                | "jungen"
                | "junge"
                | "junger"
        ) || self.follows_age(at);
        let idiom = self.word(at).eq_ignore_ascii_case("eines") && self.word(end - 1) == "Tages";
        if is_age || idiom {
            return None;
        }
        // "zwei Stunden und 15 Minuten"
        let next = end + usize::from(self.word(end) == "und");
        if length.unit != TimeUnit::Second
            && let Some(count) = count
            && let Some((last, Some(smaller), smaller_length)) = self.length(next)
            && smaller_length.unit < length.unit
        {
            let value = compound(count, length, smaller, smaller_length);
            return Some((last, value));
        }
        let value = match count {
            Some(count) => iso(count, length),
            None => Some(vague(length)),
        };
        Some((end, value))
    }

    /// "im Alter von [93 Jahren]".
    fn follows_age(&self, at: usize) -> bool {
        let of = at - usize::from(self.before(at) == "von");
        matches!(self.before(of), "Alter" | "Lebensalter")
    }

    /// A number and a unit of time; the number is `None` where it is left open: "mehreren Wochen".
    pub(super) fn length(&self, at: usize) -> Option<(usize, Option<Count>, Length)> {
        let word = self.word(at);
        let (mut after, count) = if let Some((end, count)) = self.number(at) {
            (end, Some(count))
        } else if is_vague(word) {
            (at + 1, None)
        } else if is_one(word) {
            match self.word(at + 1) {
                "paar" => (at + 2, None),
                "halbe" | "halben" | "halbes" | "halber" => {
                    (at + 2, Some(Count::one(Decimal::new(5, -1))))
                }
                "dreiviertel" => (at + 2, Some(Count::one(Decimal::new(75, -2)))),
                _ => (at + 1, Some(Count::one(Decimal::from(1)))),
            }
        } else if word == "paar" {
            (at + 1, None)
        } else {
            return None;
        };
        if matches!(
            self.word(after),
            "ganze"
                | "ganzen"
                | "ganzes"
                | "weitere"
                | "weiteren"
                | "weiteres"
                | "volle"
                | "vollen"
                | "volles"
                | "aufeinanderfolgende"
                | "aufeinanderfolgenden"
                | "lange"
                | "langen"
        ) {
            after += 1;
        }
        if matches!(self.word(after), "Nächte" | "Nächten") {
            return Some((
                after + 1,
                count,
                Length {
                    n: 1,
                    unit: TimeUnit::Day,
                },
            ));
        }
        let Some(TimeWord::Unit(length, is_plural)) = self.time_word(after) else {
            return None;
        };
        // "Ein Quartal", "einer Jahrhundertwende": counted from two on; and "einer Tage" is no count.
        let one =
            count.is_some_and(|count| count.high.is_none() && count.low == Some(Decimal::from(1)));
        let is_counted =
            (length.n == 1 || length.unit < TimeUnit::Day || is_plural || length.n == 10)
                && !(one && is_plural && is_one(word));
        let end = after + 1;
        let end =
            end + usize::from(self.word(end) == "." && matches!(self.word(after), "Min" | "Std"));
        is_counted.then_some((end, count, length))
    }

    /// "fünftägige", "dreimonatigen", "jahrelang"; "zweijährige" is an age before most nouns, and so is "20-jähriger".
    fn lasting(&self, at: usize) -> Option<(usize, Option<String>)> {
        let word = self.word(at);
        if let Some(TimeWord::Lasting(length)) = self.time_word(at) {
            return Some((at + 1, Some(vague(length))));
        }
        let (amount, unit) = lasting(word)?;
        if unit == TimeUnit::Year && !lasts(self.word(at + 1)) {
            return None;
        }
        let length = Length { n: 1, unit };
        let value = match amount {
            "mehr" | "viel" => Some(vague(length)),
            "ganz" | "ein" => iso(Count::one(Decimal::from(1)), length),
            "halb" => iso(Count::one(Decimal::new(5, -1)), length),
            _ => number(amount)
                .or_else(|| Decimal::parse(amount))
                .and_then(|number| iso(Count::one(number), length)),
        };
        Some((at + 1, value))
    }
}

/// ISO 8601: `P3Y`, `PT3H30M`; a range as `P2Y..P3Y`.
fn iso(count: Count, length: Length) -> Option<String> {
    let low = iso_one(count.low?, length)?;
    Some(match count.high {
        Some(high) => format!("{low}..{}", iso_one(high, length)?),
        None => low,
    })
}

fn iso_one(number: Decimal, length: Length) -> Option<String> {
    let number = number.times(Decimal::from(u64::from(length.n)))?;
    let unit = length.unit;
    if let Some(whole) = number.whole() {
        return Some(part(&whole.to_string(), unit, true));
    }
    // "dreieinhalb Stunden": so many of the smaller unit, where they are whole; there is no such number of days in a month.
    let smaller = match unit {
        TimeUnit::Year => Some((12, TimeUnit::Month)),
        TimeUnit::Day => Some((24, TimeUnit::Hour)),
        TimeUnit::Hour => Some((60, TimeUnit::Minute)),
        TimeUnit::Minute => Some((60, TimeUnit::Second)),
        TimeUnit::Second | TimeUnit::Week | TimeUnit::Month => None,
    };
    let in_smaller = smaller.and_then(|(n, unit)| {
        let total = number.times(Decimal::from(n))?.whole()?;
        Some((total / n, total % n, unit))
    });
    Some(match in_smaller {
        Some((0, rest, smaller)) => part(&rest.to_string(), smaller, true),
        Some((whole, rest, smaller)) => {
            let is_time_begun = unit < TimeUnit::Day;
            part(&whole.to_string(), unit, true)
                + &part(&rest.to_string(), smaller, !is_time_begun).replacen('P', "", 1)
        }
        None => part(&number.to_string(), unit, true),
    })
}

/// `P3Y` or, of units shorter than a day, `PT3H`; without the mark of the time where it stands already: `P3M`.
fn part(number: &str, unit: TimeUnit, marks_time: bool) -> String {
    let (time, letter) = match unit {
        TimeUnit::Second => (true, 'S'),
        TimeUnit::Minute => (true, 'M'),
        TimeUnit::Hour => (true, 'H'),
        TimeUnit::Day => (false, 'D'),
        TimeUnit::Week => (false, 'W'),
        TimeUnit::Month => (false, 'M'),
        TimeUnit::Year => (false, 'Y'),
    };
    let mark = if time && marks_time { "T" } else { "" };
    format!("P{mark}{number}{letter}")
}

/// `PXW`: some weeks, as in TIMEX3; decades are `PX0Y`.
pub(super) fn vague(length: Length) -> String {
    let number = match length.n {
        10 => "X0",
        100 => "X00",
        1000 => "X000",
        _ => "X",
    };
    part(number, length.unit, true)
}

/// "zwei Stunden und 15 Minuten" → `PT2H15M`.
fn compound(
    count: Count,
    length: Length,
    smaller: Count,
    smaller_length: Length,
) -> Option<String> {
    if count.high.is_some() || smaller.high.is_some() {
        return None;
    }
    let (large, small) = (
        iso_one(count.low?, length)?,
        iso_one(smaller.low?, smaller_length)?,
    );
    let is_time_begun = large.contains('T');
    let small = small.strip_prefix('P')?;
    let small = if is_time_begun {
        small.strip_prefix('T')?
    } else {
        small
    };
    Some(large + small)
}

/// "mehrere", "einige".
pub(super) fn is_vague(word: &str) -> bool {
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
            | "etliche"
            | "etlichen"
            | "zahlreiche"
            | "zahlreichen"
    )
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

/// Endings of nouns for something that lasts, so that "zweijährige" before them is no age: "Haftstrafe", "Vertrag".
const LASTING_NOUNS: [&str; 46] = [
    "haft",
    "strafe",
    "vertrag",
    "vertrages",
    "vertrags",
    "krieg",
    "kriegs",
    "krieges",
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
    "amtszeit",
    "übergang",
    "periode",
    "laufzeit",
    "dauer",
    "beziehung",
    "ehe",
    "suche",
    "bauarbeiten",
    "untersuchung",
    "ermittlungen",
    "aufenthalt",
    "besatzung",
    "belagerung",
    "tournee",
    "rhythmus",
    "abstand",
    "turnus",
];

fn lasts(noun: &str) -> bool {
    let lower = noun.to_lowercase();
    LASTING_NOUNS.iter().any(|ending| lower.ends_with(ending))
}
