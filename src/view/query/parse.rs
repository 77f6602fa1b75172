//! From what was typed to conditions.

use std::ops::Range;

use super::names;
use super::pattern::Pattern;
use super::{Condition, Fault, Field, Noted, Problem, Query, Term, Whose};

/// Characters of a query; nobody types more, and a page that was pasted by mistake is no query.
const MAX_CHARACTERS: usize = 400;

/// Quotation marks that enclose words which belong together, the first with the second.
const QUOTES: [(char, &[char]); 4] = [
    ('"', &['"']),
    ('„', &['“', '”', '"']),
    ('“', &['”', '"']),
    ('»', &['«']),
];

/// Reads a query, or says what is wrong with it.
pub fn parse(typed: &str) -> Result<Query, Problem> {
    if let Some((cut, _)) = typed.char_indices().nth(MAX_CHARACTERS) {
        return Err(problem(cut..typed.len(), Fault::TooLong));
    }
    let mut parser = Parser { typed, at: 0 };
    let mut terms = Vec::new();
    while let Some(term) = parser.term()? {
        terms.push(term);
    }
    let are_words = |term: &Term| matches!(term.condition, Condition::Words(_));
    if terms.iter().all(|term| term.is_excluded && are_words(term)) && !terms.is_empty() {
        return Err(problem(0..typed.len(), Fault::OnlyExcluded));
    }
    Ok(Query { terms })
}

fn problem(at: Range<usize>, fault: Fault) -> Problem {
    Problem { at, fault }
}

struct Parser<'a> {
    typed: &'a str,
    at: usize,
}

impl<'a> Parser<'a> {
    fn rest(&self) -> &'a str {
        &self.typed[self.at..]
    }

    fn skip_spaces(&mut self) {
        self.at = self.typed.len() - self.rest().trim_start().len();
    }

    fn term(&mut self) -> Result<Option<Term>, Problem> {
        self.skip_spaces();
        if self.rest().is_empty() {
            return Ok(None);
        }
        let start = self.at;
        let is_excluded = is_excluding(self.rest());
        self.at += usize::from(is_excluded);
        let condition = if let Some(words) = self.quoted() {
            if words.trim().is_empty() {
                // Two quotation marks, and nothing between them yet.
                return self.term();
            }
            Condition::Words(self.words(words, start)?)
        } else if self.rest().starts_with('/') {
            self.regex()?
        } else if let Some((field, name)) = field_name(self.rest()) {
            self.at += name.len() + 1;
            self.field(field, start)?
        } else {
            let mut end = self.at + word(self.rest()).len();
            // Words without signs are one phrase.
            while !is_excluded && let Some(next) = plain_word_after(&self.typed[end..]) {
                end += next;
            }
            let words = &self.typed[self.at..end];
            self.at = end;
            Condition::Words(self.words(words, start)?)
        };
        Ok(Some(Term {
            is_excluded,
            condition,
        }))
    }

    /// What stands in quotation marks here; without a second one all of the rest.
    fn quoted(&mut self) -> Option<&'a str> {
        let first = self.rest().chars().next()?;
        let (_, ends) = QUOTES.iter().find(|(opening, _)| *opening == first)?;
        let inside = &self.rest()[first.len_utf8()..];
        let (words, length) = match inside.find(*ends) {
            Some(end) => {
                let closing = inside[end..].chars().next().map_or(0, char::len_utf8);
                (&inside[..end], end + closing)
            }
            None => (inside, inside.len()),
        };
        self.at += first.len_utf8() + length;
        Some(words)
    }

    fn words(&self, words: &str, start: usize) -> Result<Pattern, Problem> {
        Pattern::of_words(words).ok_or_else(|| problem(start..self.at, Fault::TooLong))
    }

    fn regex(&mut self) -> Result<Condition, Problem> {
        let start = self.at + 1;
        let inside = &self.typed[start..];
        let mut is_escaped = false;
        let end = inside.find(|character| {
            let is_end = character == '/' && !is_escaped;
            is_escaped = character == '\\' && !is_escaped;
            is_end
        });
        let Some(end) = end.filter(|&end| 0 < end) else {
            return Err(problem(self.at..self.typed.len(), Fault::OpenPattern));
        };
        self.at = start + end + 1;
        match Pattern::of_regex(&inside[..end]) {
            Ok(pattern) => Ok(Condition::Words(pattern)),
            Err((at, fault)) => {
                let at = start + at.start..start + at.end;
                Err(problem(at, Fault::Pattern(fault)))
            }
        }
    }

    fn field(&mut self, field: Option<Field>, start: usize) -> Result<Condition, Problem> {
        let Some(field) = field else {
            let name = self.typed[start..self.at - 1].trim_start_matches('-');
            return Err(problem(start..self.at, Fault::Field(name.to_owned())));
        };
        let from = self.at;
        let value = self.quoted().unwrap_or_else(|| {
            let value = word(self.rest());
            self.at += value.len();
            value
        });
        let (value, at) = (value.trim(), from..self.at);
        if value.is_empty() {
            return Err(problem(start..self.at, Fault::NoValue(field)));
        }
        let name = || {
            let too_long = || problem(at.clone(), Fault::TooLong);
            Pattern::of_name(value).ok_or_else(too_long)
        };
        Ok(match field {
            Field::Type => match names::types(value) {
                kinds if kinds.is_empty() => {
                    return Err(problem(at, Fault::Type(value.to_owned())));
                }
                kinds => Condition::Type(kinds),
            },
            Field::Manner => match names::manners(value) {
                kinds if kinds.is_empty() => {
                    return Err(problem(at, Fault::Manner(value.to_owned())));
                }
                kinds => Condition::Manner(kinds),
            },
            Field::Speaker if names::is_unknown(value) => {
                Condition::Speaker(Whose::Unknown(name()?))
            }
            Field::Speaker if names::is_editorial(value) => {
                Condition::Speaker(Whose::Editorial(name()?))
            }
            Field::Speaker if names::is_anonymous(value) => {
                Condition::Speaker(Whose::Anonymous(name()?))
            }
            Field::Speaker => Condition::Speaker(Whose::Named(name()?)),
            Field::Via => Condition::Via(name()?),
            Field::Note if value == "*" => Condition::Note(Noted::Anything),
            Field::Note => Condition::Note(Noted::Words(name()?)),
        })
    }
}

/// Whether a minus sign stands right before something.
fn is_excluding(rest: &str) -> bool {
    let mut characters = rest.chars();
    characters.next() == Some('-') && characters.next().is_some_and(|next| !next.is_whitespace())
}

/// Up to the next white space.
fn word(rest: &str) -> &str {
    rest.split(char::is_whitespace).next().unwrap_or(rest)
}

/// The letters before a colon and the field that they name. „18:30“, „Aleppo: “ and an address in the web are words.
fn field_name(rest: &str) -> Option<(Option<Field>, &str)> {
    let (name, value) = word(rest).split_once(':')?;
    let field = names::field(name);
    let is_name = !name.is_empty() && name.chars().all(char::is_alphabetic);
    let may_be_meant = field.is_some() || !(value.is_empty() || value.starts_with("//"));
    (is_name && may_be_meant).then_some((field, name))
}

/// The length of white space and a word that is only a word.
fn plain_word_after(rest: &str) -> Option<usize> {
    let next = rest.trim_start();
    let first = next.chars().next()?;
    let is_plain = !is_excluding(next)
        && first != '/'
        && field_name(next).is_none()
        && !QUOTES.iter().any(|(opening, _)| *opening == first);
    is_plain.then(|| rest.len() - next.len() + word(next).len())
}
