//! On which day an article was written: as its source says, or as it says itself at its head.

use jiff::civil::Date;

use super::expression::{DateExpression, YearOf};
use super::phrase::Phrase;
use crate::article::Source;
use crate::pipeline::words::Words;

/// How many sentences belong to the head, and how many words of each are looked at.
const N_SENTENCES: usize = 4;
const N_WORDS: usize = 12;

/// The day of the article; `None` where neither its source nor its head tells.
///
/// "Hamburg, 8. Dezember 2016 – Die Stadt …" was written on that day; "Am 8. Dezember 2016 …" may tell of old times.
pub(super) fn date_of(words: &Words, source: &Source) -> Option<Date> {
    let declared = source.date.as_deref();
    let declared = declared.and_then(|date| date.get(..10)?.parse::<Date>().ok());
    declared.or_else(|| {
        words
            .sentences
            .iter()
            .take(N_SENTENCES)
            .find_map(|sentence| {
                let end = sentence.tokens.end.min(sentence.tokens.start + N_WORDS);
                let tokens = words.tokens.get(sentence.tokens.start..end)?;
                let run: Vec<&str> = tokens
                    .iter()
                    .map(|token| token.span.of(words.text))
                    .collect();
                let phrase = Phrase {
                    words: &run,
                    tags: &[],
                };
                (0..run.len().min(6))
                    .find_map(|at| phrase.dateline(at, sentence.tokens.len() == run.len()))
            })
    })
}

impl Phrase<'_> {
    /// A full date at `at` that stands as datelines do: no preposition before it, a dash, a bracket or nothing after it.
    fn dateline(&self, at: usize, is_whole_sentence: bool) -> Option<Date> {
        let opens = at == 0
            || matches!(
                self.before(at),
                "," | "(" | "–" | "-" | "den" | "|" | "/" | "•" | ":"
            );
        if !opens || self.before(at) == "den" && at < 2 {
            return None;
        }
        let (end, date) = self.numeric_date(at)?;
        let DateExpression::Day {
            day,
            month,
            year: YearOf::Known(year),
        } = date
        else {
            return None;
        };
        let closes = matches!(
            self.word(end),
            "–" | "-" | "—" | ")" | "|" | "/" | "•" | ":" | ","
        ) || end == self.words.len() && is_whole_sentence;
        if !closes || self.word(end) == "," && at == 0 && self.time(end + 1).is_none() {
            return None;
        }
        Date::new(year, month, day).ok()
    }
}
