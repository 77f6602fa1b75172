//! Names inside names, found by rules: Jena in "Universität Jena", the derived "Deutsche" in "Deutsche Bank".
//!
//! What is a name inside follows level 1 of the `NoSta-D` guidelines (`GermEval` 2014). Evidence is the project's own lists,
//! what the article names elsewhere, and the word lists inside the name model. Limits: nothing inside names of persons
//! ("Ursula von der Leyen"), only one level, no pieces of a single word but the parties of "CDU/CSU".

mod places;

use std::collections::HashMap;
use std::ops::Range;

use super::knowledge::{Knowledge, class};
use crate::document::{Confidence, Form, Kind, Mention, Token, overlapping};
use crate::german::known_names::{Known, is_seat, known, opens_place};
use crate::german::lexicon::{Classes, Lexicon};
use crate::span::Span;

/// Longest name inside a name, in words: "Front de Libération de la Côte des Somalis" has one of four.
const MAX_WORDS: usize = 5;

/// All names that lie inside one of `names`, which are sorted and disjoint; in text order, disjoint too.
pub fn nested(
    text: &str,
    tokens: &[Token],
    names: &[Mention],
    knowledge: &Knowledge,
    lexicon: &Lexicon,
) -> Vec<Mention> {
    let reader = Reader {
        text,
        tokens,
        elsewhere: elsewhere(text, names),
        knowledge,
        lexicon,
    };
    let is_outer = |name: &&Mention| name.form == Form::Name && name.kind != Kind::Person;
    names
        .iter()
        .filter(is_outer)
        .flat_map(|name| reader.inside(name))
        .collect()
}

/// Whether the mention lies inside a longer name. Mentions are sorted by start, longer first.
pub fn is_nested(mentions: &[Mention], index: usize) -> bool {
    /// No name holds more mentions before another one.
    const BACK: usize = 12;
    let span = mentions[index].span;
    mentions[index.saturating_sub(BACK)..index]
        .iter()
        .any(|outer| {
            let is_name = outer.form == Form::Name && outer.kind.is_name();
            is_name && outer.span != span && outer.span.contains(span)
        })
}

/// What the article names somewhere: name → kind, where it is always the same.
fn elsewhere<'a>(text: &'a str, names: &[Mention]) -> HashMap<&'a str, Option<Kind>> {
    let mut kinds: HashMap<&str, Option<Kind>> = HashMap::new();
    for name in names.iter().filter(|name| name.form == Form::Name) {
        kinds
            .entry(name.span.of(text))
            .and_modify(|kind| *kind = kind.filter(|&kind| kind == name.kind))
            .or_insert(Some(name.kind));
    }
    kinds
}

/// A name inside a name: tokens, kind, form, how sure.
type Inner = (Range<usize>, Kind, Form, f32);

struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
    elsewhere: HashMap<&'a str, Option<Kind>>,
    knowledge: &'a Knowledge,
    lexicon: &'a Lexicon,
}

impl Reader<'_> {
    fn word(&self, token: usize) -> &str {
        self.tokens
            .get(token)
            .map_or("", |token| token.span.of(self.text))
    }

    fn surface(&self, run: &Range<usize>) -> &str {
        let (first, last) = (self.tokens[run.start].span, self.tokens[run.end - 1].span);
        first.hull(last).of(self.text)
    }

    fn inside(&self, outer: &Mention) -> Vec<Mention> {
        let run = overlapping(self.tokens, outer.span);
        if run.len() < 2 {
            return self.alliance(outer);
        }
        let mention = |(run, kind, form, sure): Inner| {
            let span = self.tokens[run.start]
                .span
                .hull(self.tokens[run.end - 1].span);
            (outer.span.contains(span) && span != outer.span)
                .then(|| inner(span, kind, form, sure, outer))
        };
        let mut found = Vec::new();
        let mut at = run.start;
        while at < run.end {
            let inner = self.name(at, &run, outer.kind).or_else(|| {
                let (form, sure) = self.derived(at, &run, outer)?;
                Some((at..at + 1, Kind::Location, form, sure))
            });
            at = inner.as_ref().map_or(at + 1, |(run, ..)| run.end);
            found.extend(inner.and_then(mention));
        }
        found
    }

    /// "CDU/CSU": each party.
    fn alliance(&self, outer: &Mention) -> Vec<Mention> {
        let surface = outer.span.of(self.text);
        if outer.kind != Kind::Organisation || !surface.contains('/') {
            return Vec::new();
        }
        let mut found = Vec::new();
        let mut start = outer.span.start();
        for piece in surface.split('/') {
            let is_organisation =
                self.kind_elsewhere(piece) == Some(Kind::Organisation) || is_listed_group(piece);
            if !is_organisation {
                return Vec::new();
            }
            let span = Span::new(start, start + piece.len());
            found.push(inner(span, Kind::Organisation, Form::Name, 0.9, outer));
            start = span.end() + 1;
        }
        found
    }

    fn kind_elsewhere(&self, name: &str) -> Option<Kind> {
        let known = self
            .elsewhere
            .get(name)
            .or_else(|| self.elsewhere.get(name.strip_suffix('s')?));
        known.copied().flatten()
    }

    /// The longest name that begins at token `at` of the outer name `run`.
    fn name(&self, at: usize, run: &Range<usize>, outer: Kind) -> Option<Inner> {
        let is_capital = |token| self.word(token).starts_with(char::is_uppercase);
        if !is_capital(at)
            || run.start < at
                && (opens_place(self.word(at - 1)) || self.word(at - 1).ends_with('-'))
        {
            return None;
        }
        let longest = run.len().saturating_sub(1).min(run.end - at).min(MAX_WORDS);
        let whole = (1..=longest).rev().find_map(|length| {
            let inner = at..at + length;
            let surface = self.surface(&inner);
            let by_list = known(surface).filter(|known| known.kind != Kind::Person);
            let kind = self.kind_elsewhere(surface);
            let is_elsewhere = kind.is_some();
            let kind = kind.or(by_list.map(|known| known.kind))?;
            self.may_hold(&inner, run, outer, kind, is_elsewhere, by_list)
                .then_some((inner, kind, Form::Name, 0.9))
        });
        whole
            .or_else(|| self.unlisted_city(at, run, outer))
            .or_else(|| self.full_name(at, run, outer))
            .or_else(|| self.seat(at, run, outer))
            .or_else(|| self.part(at))
    }

    /// Whether an outer name may have a name of this kind at this place.
    fn may_hold(
        &self,
        inner: &Range<usize>,
        run: &Range<usize>,
        outer: Kind,
        kind: Kind,
        is_elsewhere: bool,
        listed: Option<Known>,
    ) -> bool {
        let surface = self.surface(inner);
        let is_ordinary = listed.is_none_or(|known| known.is_ordinary) && !is_elsewhere;
        match kind {
            Kind::Location => {
                // "Frankfurt am Main" is one place, with a river inside.
                let is_one_place = outer == Kind::Location && self.is_one_place(run);
                let after_in = run.start < inner.start
                    && matches!(self.word(inner.start - 1), "am" | "im" | "in");
                let closes = run.start < inner.start && inner.end == run.end;
                // "Rhode Island" holds no Iceland, "Bosnien und Herzegowina" is one country.
                let stands_free = outer != Kind::Location
                    || run.start == inner.start && !self.joins(inner.end)
                    || run.start < inner.start && self.is_german(inner.start - 1);
                stands_free
                    && (!is_one_place || after_in)
                    && (!is_ordinary || closes && outer == Kind::Organisation)
            }
            Kind::Person => is_elsewhere && !self.is_numbered(inner.end),
            Kind::Organisation => match outer {
                Kind::Other | Kind::Location => !is_ordinary,
                // "SPD Hamburg", but no short form inside the long one: "Deutsche Bank AG".
                Kind::Organisation => {
                    let is_branch = is_elsewhere || self.begins_place(inner.end);
                    is_listed_group(surface) && is_branch && run.start == inner.start
                }
                _ => false,
            },
            _ => false,
        }
    }

    fn is_one_place(&self, run: &Range<usize>) -> bool {
        let surface = self.surface(run);
        let is_place = known(surface).is_some_and(|known| known.kind == Kind::Location);
        is_place || run.clone().any(|at| matches!(self.word(at), "am" | "im"))
    }

    /// "Hartz IV": a law by number, no person.
    fn is_numbered(&self, at: usize) -> bool {
        let word = self.word(at).trim_end_matches('.');
        !word.is_empty() && word.chars().all(|letter| matches!(letter, 'I' | 'V' | 'X'))
    }

    fn joins(&self, at: usize) -> bool {
        matches!(self.word(at), "und" | "&" | "-" | "–" | "/")
    }

    /// Whether the word is German and no name: "Kreuz" in "Kreuz Walldorf", "am" in "Frankfurt am Main".
    fn is_german(&self, at: usize) -> bool {
        let word = self.word(at);
        is_seat(word)
            || self.is_noun(word) && known(word).is_none()
            || matches!(word, "am" | "im" | "in" | "von" | "der" | "des")
    }

    fn begins_place(&self, at: usize) -> bool {
        known(self.word(at)).is_some_and(|known| known.kind == Kind::Location && !known.is_ordinary)
    }

    /// "Robert Koch" in "Robert Koch Institut": a first name and what can be a surname.
    fn full_name(&self, at: usize, run: &Range<usize>, outer: Kind) -> Option<Inner> {
        let first = self.word(at);
        let next = at + 1;
        let after_saint = run.start < at && matches!(self.word(at - 1), "St." | "Sankt" | "St");
        if run.end <= next || after_saint || run.len() <= 2 {
            return None;
        }
        let is_first = known(first)
            .is_some_and(|known| known.kind == Kind::Person && !known.is_ordinary)
            && !first.ends_with('s');
        let surname = self.word(next);
        let looks_like_name = surname.starts_with(char::is_uppercase)
            && surname.chars().any(char::is_lowercase)
            && known(surname).is_none();
        let classes = self.knowledge.classes(surname);
        let is_unknown = self.lexicon.look_up(surname).is_none();
        let can_be = classes & class::SURNAME != 0 || is_unknown && outer != Kind::Other;
        (is_first && looks_like_name && can_be && !self.is_numbered(next)).then_some((
            at..at + 2,
            Kind::Person,
            Form::Name,
            0.8,
        ))
    }

    /// "SED-Diktatur", "EU-Staaten" inside a longer name.
    fn part(&self, at: usize) -> Option<Inner> {
        let word = self.word(at);
        let (first, last) = word.split_once('-')?;
        let group = known(first).filter(|known| {
            known.kind != Kind::Person
                && !known.is_ordinary
                && 2 <= first.len()
                && !first.ends_with('s')
        })?;
        let is_place = self.knowledge.classes(word) & (class::CITY | class::REGION) != 0;
        let is_compound = !is_place
            && known(last.rsplit('-').next().unwrap_or(last)).is_none()
            && self.knowledge.classes(last) & (class::CITY | class::REGION) == 0
            && last.chars().any(char::is_lowercase);
        is_compound.then_some((at..at + 1, group.kind, Form::Part, 0.8))
    }

    fn is_noun(&self, word: &str) -> bool {
        let entry = self.lexicon.look_up(word);
        entry.is_some_and(|entry| entry.classes.has(Classes::NOUN))
    }
}

/// "SPD", "NATO": a listed name of an organisation in capitals.
fn is_listed_group(name: &str) -> bool {
    let has_capitals = name.chars().filter(|letter| letter.is_uppercase()).count() * 2 > name.len();
    has_capitals
        && known(name).is_some_and(|known| known.kind == Kind::Organisation && !known.is_ordinary)
}

fn inner(span: Span, kind: Kind, form: Form, sure: f32, outer: &Mention) -> Mention {
    Mention::new(
        span,
        kind,
        form,
        Confidence::new(sure * outer.confidence.get()),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_inside_a_longer_name_is_nested() {
        let mention = |start, end, kind, form| {
            inner(
                Span::new(start, end),
                kind,
                form,
                1.0,
                &Mention::new(Span::new(0, 1), kind, form, Confidence::CERTAIN),
            )
        };
        let mentions = [
            mention(0, 20, Kind::Role, Form::Description),
            mention(4, 20, Kind::Organisation, Form::Name),
            mention(12, 20, Kind::Location, Form::Name),
            mention(24, 30, Kind::Location, Form::Name),
        ];
        let nested: Vec<bool> = (0..4).map(|index| is_nested(&mentions, index)).collect();
        assert_eq!(nested, [false, false, true, false]);
    }
}
