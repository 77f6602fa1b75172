//! Years and decades: "2016", "2016/17", "90er-Jahre", "achtziger Jahre"; and numbers that are no years: "2000 Soldaten", "IC 2030".

use super::calendar_dates::Found;
use super::expression::DateExpression as D;
use super::phrase::Phrase;
use crate::document::PartOfSpeech;
use crate::german::calendar::TimeWord;
use crate::german::numerals::{is_digits, is_scale, number};
use crate::german::units::is_unit;

impl Phrase<'_> {
    /// "90er-Jahre", "1980er Jahren", "80ern" not.
    pub(super) fn decade(&self, at: usize) -> Option<Found> {
        let word = self.word(at);
        let (digits, end) = if let Some((digits, _)) = word.split_once("er-Jahr") {
            (digits, at + 1)
        } else {
            let digits = word.strip_suffix("er")?;
            self.word(at + 1)
                .starts_with("Jahre")
                .then_some((digits, at + 2))?
        };
        let number: i16 = digits.parse().ok()?;
        decade_of(number, digits.len() == 4).map(|decade| (end, decade))
    }

    /// "neunziger Jahre", "Achtzigerjahre", "Siebziger Jahren".
    pub(super) fn decade_in_words(&self, at: usize) -> Option<Found> {
        let word = self.word(at);
        let (tens, end) = if let Some((tens, _)) = word.split_once("erjahre") {
            (tens, at + 1)
        } else if let Some((tens, _)) = word.split_once("er-Jahre") {
            (tens, at + 1)
        } else {
            let tens = word.strip_suffix("er")?;
            if !tens.ends_with("zig") && !tens.ends_with("ßig")
                || !self.word(at + 1).starts_with("Jahre")
            {
                return None;
            }
            (tens, at + 2)
        };
        let tens = number(tens)?.whole()?;
        decade_of(i16::try_from(tens).ok()?, false).map(|decade| (end, decade))
    }

    /// "2016", "2016/17", "2015/2016", "2014–2016".
    pub(super) fn year(&self, at: usize) -> Option<D> {
        let word = self.word(at);
        if !word.starts_with(|c: char| matches!(c, '1' | '2')) {
            return None;
        }
        let (first, second) = word.split_once(['/', '-', '–']).unwrap_or((word, ""));
        let in_range = |year: &str| {
            let year = year.parse::<i16>().ok().filter(|_| year.len() == 4);
            year.filter(|year| (1400..2100).contains(year))
        };
        let first = in_range(first)?;
        let last = match second.len() {
            0 if is_digits(word) => return Some(D::Year(first)),
            2 => first - first % 100 + second.parse::<i16>().ok()?,
            4 => in_range(second)?,
            _ => return None,
        };
        (first < last).then_some(D::Years(first, last))
    }

    /// Whether the number at `at` counts what follows rather than naming a year: "2000 Menschen", "1989 Prozent".
    pub(super) fn counts(&self, at: usize) -> bool {
        let word = self.word(at);
        if word.contains(['/', '–', '-']) {
            return false;
        }
        let before = self.before(at);
        let introduced = matches!(
            before,
            "Jahr"
                | "Jahre"
                | "Jahres"
                | "Jahren"
                | "seit"
                | "Seit"
                | "ab"
                | "bis"
                | "von"
                | "Wahljahr"
                | "Geschäftsjahr"
        ) || at.checked_sub(1).is_some_and(|at| {
            matches!(
                self.time_word(at),
                Some(
                    TimeWord::Month(_)
                        | TimeWord::Season(_)
                        | TimeWord::Edge(_)
                        | TimeWord::Holiday(_)
                )
            )
        });
        let next = self.word(at + 1);
        let is_measured = is_unit(next)
            || is_scale(next)
            || matches!(self.time_word(at + 1), Some(TimeWord::Unit(..)));
        let round = word.ends_with("00") && word != "2000" && word != "1900";
        let things = next.starts_with(char::is_uppercase)
            && !matches!(self.time_word(at + 1), Some(TimeWord::Month(_)))
            && self.part_of_speech(at + 1) == Some(PartOfSpeech::Noun)
            && ["en", "er", "te", "ten", "ner", "ge", "se", "le", "ke", "ne"]
                .iter()
                .any(|ending| next.ends_with(ending));
        let counted_adjective = next.starts_with(char::is_lowercase)
            && self.part_of_speech(at + 1) == Some(PartOfSpeech::Adjective)
            && self.part_of_speech(at + 2) == Some(PartOfSpeech::Noun);
        !introduced && (is_measured || round || things || counted_adjective)
            || is_measured && (is_unit(next) || is_scale(next))
            || matches!(
                before,
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
                    | "Knapp"
                    | "Fast"
                    | "Insgesamt"
                    | "mindestens"
                    | "höchstens"
                    | "gut"
                    | "die"
                    | "der"
                    | "den"
                    | "weitere"
                    | "weiteren"
            ) && (things || counted_adjective || round)
            || matches!(
                before,
                "rund"
                    | "etwa"
                    | "knapp"
                    | "fast"
                    | "insgesamt"
                    | "mindestens"
                    | "höchstens"
                    | "Rund"
                    | "Etwa"
                    | "Knapp"
            )
    }

    /// Whether the number is somebody's number: "IC 2030", "Nr. 1848", "§ 1906", "Artikel 1933".
    pub(super) fn is_numbered(&self, at: usize) -> bool {
        matches!(
            self.before(at),
            "IC" | "ICE"
                | "EC"
                | "RE"
                | "RB"
                | "EN"
                | "DIN"
                | "ISO"
                | "Nr."
                | "Nr"
                | "Nummer"
                | "Linie"
                | "Flug"
                | "Zug"
                | "§"
                | "§§"
                | "Artikel"
                | "Art."
                | "Absatz"
                | "Seite"
                | "S."
                | "Zimmer"
                | "Halle"
                | "Platz"
                | "Tel."
                | "Telefon"
                | "Modell"
                | "Typ"
                | "Kapitel"
                | "Band"
                | "#"
                | "+"
                | "-"
                | "€"
                | "$"
                | "Paragraf"
                | "Paragraph"
                | "Windows"
        ) || self.word(at + 1) == "." && self.word(at + 2).starts_with(|c: char| c.is_ascii_digit())
    }
}

/// "90" → 199, "1920" → 192; "20er-Jahre" may be those of this century or of the last.
fn decade_of(number: i16, has_century: bool) -> Option<D> {
    match number {
        _ if number % 10 != 0 => None,
        1400..2100 if has_century => Some(D::Decade(number / 10)),
        30..=90 => Some(D::Decade(190 + number / 10)),
        10 | 20 => Some(D::Undecided),
        _ => None,
    }
}
