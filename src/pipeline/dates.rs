//! Dates, times, durations and amounts, found by rules, with what they come to: "Mitte November", "15.30 Uhr", "drei Jahren", "rund 80 Prozent".
//!
//! Two steps. Reading: the words say something (`expression`, `clock`, `durations`, `amounts`). Resolving: seen from the day of
//! the article, a date becomes a day of the calendar (`resolving`); the verb decides between the Friday that was and the one that comes (`tense`).
//! A span leaves out the preposition and words that blur ("rund", "gegen"). What joins two dates is one span only where one of them
//! cannot stand alone: "1. bis 3. Mai". Limits: no bare numbers ("148 Zivilisten"), no ages ("20-jähriger").

mod amounts;
mod calendar_dates;
mod clock;
mod durations;
mod expression;
mod head;
mod numbers;
mod numeric_dates;
mod period;
mod phrase;
mod resolving;
mod surroundings;
mod tense;
#[cfg(test)]
mod tests;
mod years;

use jiff::civil::Date;

use crate::article::Source;
use crate::document::{Confidence, Form, Kind, Mention, Token, hull};
use crate::german::calendar::lasting;
use crate::german::lexicon::Lexicon;
use crate::german::numerals::{is_scale, number};
use crate::pipeline::words::Words;
use expression::DateExpression;
use period::Period;
use phrase::Phrase;
use resolving::View;
use tense::Direction;

/// All dates, times, durations and amounts of a text, in text order, disjoint; none inside the names of persons and organisations.
///
/// "Am Mittwoch um 15.30 Uhr" → "Mittwoch" and "15.30 Uhr".
pub fn dates(words: Words, source: &Source, names: &[Mention]) -> Vec<Mention> {
    let mut reader = Reader {
        text: words.text,
        tokens: words.tokens,
        lexicon: words.lexicon,
        today: head::date_of(&words, source),
        last: None,
        mentions: Vec::new(),
    };
    let mut names = Names::new(names);
    let mut block = None;
    let mut run = Vec::new();
    for sentence in words.sentences {
        if block != Some(sentence.block) {
            (block, reader.last) = (Some(sentence.block), None);
        }
        run.clear();
        let tokens = words
            .tokens
            .get(sentence.tokens.clone())
            .unwrap_or_default();
        run.extend(tokens.iter().map(|token| token.span.of(reader.text)));
        let phrase = Phrase {
            words: &run,
            tags: words.tags.get(sentence.tokens.clone()).unwrap_or_default(),
        };
        reader.sentence(&phrase, sentence.tokens.start, &mut names);
    }
    reader.mentions
}

/// The names in whose spans no date is looked for, in text order.
struct Names<'a> {
    names: &'a [Mention],
    next: usize,
}

impl<'a> Names<'a> {
    fn new(names: &'a [Mention]) -> Self {
        Self { names, next: 0 }
    }

    /// Whether a person or an organisation is named at a place; places are asked for from left to right.
    fn covers(&mut self, start: usize, end: usize) -> bool {
        while self
            .names
            .get(self.next)
            .is_some_and(|name| name.span.end() <= start)
        {
            self.next += 1;
        }
        let near = self.names.get(self.next..).unwrap_or_default();
        let mut near = near.iter().take_while(|name| name.span.start() < end);
        near.any(|name| {
            matches!(name.kind, Kind::Person | Kind::Organisation) && start < name.span.end()
        })
    }
}

/// Something found: its kind, where it ends, and what it comes to.
enum Reading {
    /// Known from the words alone.
    Plain(Kind, usize, Option<String>),
    Date(usize, DateExpression),
}

struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
    lexicon: &'a Lexicon,
    today: Option<Date>,
    last: Option<Period>,
    mentions: Vec<Mention>,
}

impl Reader<'_> {
    fn sentence(&mut self, phrase: &Phrase, first: usize, names: &mut Names) {
        let mut at = 0;
        while at < phrase.words.len() {
            let Some(reading) = phrase.reading(at) else {
                at += 1;
                continue;
            };
            let (kind, end) = match &reading {
                Reading::Plain(kind, end, _) => (*kind, *end),
                Reading::Date(end, _) => (Kind::Date, *end),
            };
            let span = hull(self.tokens, first + at..first + end);
            let is_name = kind == Kind::Date
                && (phrase.is_name(at, end)
                    || !phrase.is_introduced(at) && names.covers(span.start(), span.end()));
            if !is_name {
                let value = match reading {
                    Reading::Plain(_, _, value) => value,
                    Reading::Date(_, date) => self.resolve(phrase, at, end, date),
                };
                self.mentions.push(Mention {
                    value,
                    ..Mention::new(
                        span,
                        kind,
                        Form::Description,
                        Confidence::new(if kind == Kind::Duration { 0.9 } else { 0.95 }),
                    )
                });
            }
            at = end;
        }
    }

    fn resolve(
        &mut self,
        phrase: &Phrase,
        start: usize,
        end: usize,
        date: DateExpression,
    ) -> Option<String> {
        let date = if phrase.is_night_to(start) {
            DateExpression::NightTo(Box::new(date))
        } else {
            date
        };
        let direction = if date.hangs_on_the_verb() {
            phrase.direction(start, end, self.lexicon)
        } else {
            Direction::Unknown
        };
        let view = View {
            today: self.today,
            last: self.last,
            direction,
        };
        let resolved = view.resolve(&date)?;
        if resolved.period.is_some() {
            self.last = resolved.period;
        }
        Some(resolved.value)
    }
}

impl DateExpression {
    /// Whether the tense of the verb decides which day is meant, so that it is worth looking at.
    fn hangs_on_the_verb(&self) -> bool {
        use expression::{Which, YearOf};
        let open_year = |year: &YearOf| *year == YearOf::BARE;
        match self {
            Self::Weekday(_, Which::Bare | Which::Shift(0))
            | Self::Weekend(Which::Bare)
            | Self::Tonight
            | Self::EdgeOf(..) => true,
            Self::Day { year, .. }
            | Self::Days { year, .. }
            | Self::Month(_, year)
            | Self::Season(_, year)
            | Self::Holiday(_, year) => open_year(year),
            Self::Edge(_, inner) | Self::Part(inner, _) | Self::NightTo(inner) => {
                inner.hangs_on_the_verb()
            }
            _ => false,
        }
    }
}

impl Phrase<'_> {
    /// Whatever begins at `at`: the clock first, then money and measures, then durations, then the calendar.
    fn reading(&self, at: usize) -> Option<Reading> {
        let word = self.word(at);
        let first = word.chars().next()?;
        if !first.is_alphanumeric() && !matches!(first, '$' | '€' | '£') {
            return None;
        }
        if first.is_alphabetic() && !self.may_begin(at) {
            return None;
        }
        if let Some((end, value)) = self.time(at) {
            return Some(Reading::Plain(Kind::Time, end, value));
        }
        if let Some((end, date)) = self.named_day(at) {
            return Some(Reading::Date(end, date));
        }
        if let Some((end, value)) = self.amount(at) {
            return Some(Reading::Plain(Kind::Amount, end, value));
        }
        if let Some((end, value)) = self.duration(at) {
            if let Some(date) = self.ago(at, end) {
                return Some(Reading::Date(end, date));
            }
            return Some(Reading::Plain(Kind::Duration, end, value));
        }
        self.date(at).map(|(end, date)| Reading::Date(end, date))
    }

    /// Whether anything can begin with a word. Nine of ten words fall through here, at the cost of one look into a table.
    fn may_begin(&self, at: usize) -> bool {
        let word = self.word(at);
        self.time_word(at).is_some()
            || number(word).is_some()
            || lasting(word).is_some()
            || is_scale(word)
            || durations::is_vague(word)
            || word.ends_with("er")
            || word.contains("erjahr")
            || word.contains("er-Jahr")
            || matches!(
                word,
                "ein"
                    | "eine"
                    | "einem"
                    | "einen"
                    | "eines"
                    | "Ein"
                    | "Eine"
                    | "Einem"
                    | "Einen"
                    | "paar"
                    | "halb"
                    | "Halb"
                    | "halbe"
                    | "halben"
                    | "Viertel"
                    | "viertel"
                    | "Mitternacht"
                    | "Christi"
                    | "Christ"
                    | "Mariä"
                    | "Heilige"
                    | "Heiligen"
            )
    }
}
