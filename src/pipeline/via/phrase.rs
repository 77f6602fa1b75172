//! Noun phrases around media, documents and occasions: "einem Interview mit der Zeitung „Der Westbote“".

use std::ops::Range;

use crate::document::PartOfSpeech;
use crate::german::lexicon::Classes;
use crate::german::media::{Channel, channel, name_length};
use crate::german::passing_on::{Passing, passing};
use crate::pipeline::statements::context::Context;

/// What heads a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Head {
    /// "Zeitung", "BBC", "Interview".
    Channel(Channel),
    /// "„Fördeburger Rundschau“": some name in quotation marks.
    Quoted,
    /// "Anwalt", "Angaben".
    Passing(Passing),
    /// Anything else.
    Other,
}

/// A noun phrase.
#[derive(Clone, Debug)]
pub struct Phrase {
    /// Its tokens, article and what belongs to it included.
    pub tokens: Range<usize>,
    /// The token of its head, or the first one of the head's name.
    pub head: usize,
    /// The end of the part that carries the case; what follows depends on it.
    pub core_end: usize,
    /// What heads it.
    pub is: Head,
    /// Whether a medium is named in what depends on it: "Angaben der Agentur Efe".
    pub names_medium: bool,
}

/// Words in one name in quotation marks, at most.
const LONGEST_NAME: usize = 8;

/// The noun phrase that begins at `start`, within `end`.
pub fn phrase(context: &Context, start: usize, end: usize) -> Option<Phrase> {
    let mut phrase = core(context, start, end)?;
    let can_have_more = match phrase.is {
        Head::Channel(_) | Head::Passing(_) => context.part(phrase.head) != PartOfSpeech::Bracket,
        Head::Quoted | Head::Other => false,
    };
    if can_have_more || phrase.is == Head::Other {
        extend(context, &mut phrase, end);
    }
    Some(phrase)
}

/// Article, adjectives, noun and the name that follows it.
fn core(context: &Context, start: usize, end: usize) -> Option<Phrase> {
    use PartOfSpeech as P;
    let mut token = start;
    let is_article = |token: usize| {
        matches!(
            context.part(token),
            P::Article | P::Determiner | P::Possessive
        ) || is_article_form(context.word(token))
    };
    token += usize::from(token < end && is_article(token));
    let found = |head: usize, end: usize, is: Head| {
        Some(Phrase {
            tokens: start..end,
            head,
            core_end: end,
            is,
            names_medium: matches!(is, Head::Channel(Channel::Medium) | Head::Quoted),
        })
    };
    let mut n_adjectives = 0;
    while token < end {
        if let Some((name_end, is_medium)) = quoted(context, token, end) {
            let is = if is_medium {
                Head::Channel(Channel::Medium)
            } else {
                Head::Quoted
            };
            return found(token, name_end, is);
        }
        let length = medium_name(context, token, end);
        if length != 0 {
            let end = with_short_form(context, token + length, end);
            return found(token, end, Head::Channel(Channel::Medium));
        }
        match context.part(token) {
            P::Noun | P::ProperNoun => break,
            _ if starts_noun(context, token) => break,
            P::Adjective | P::Participle | P::Numeral | P::PredicateAdjective | P::Adverb
                if n_adjectives < 4 =>
            {
                n_adjectives += 1;
                token += 1;
            }
            _ => return None,
        }
    }
    if end <= token {
        return None;
    }
    let word = context.word(token);
    let is = head(word);
    let after = token + 1;
    let end = match is {
        Head::Channel(Channel::Medium) => with_name(context, after, end),
        _ => (after..end)
            .find(|&next| context.part(next) != P::ProperNoun)
            .unwrap_or(end),
    };
    found(token, end, is)
}

fn is_article_form(word: &str) -> bool {
    matches!(
        word,
        "der" | "die" | "das" | "dem" | "den" | "des" | "Der" | "Die" | "Das" | "Dem" | "Den"
    )
}

/// A noun that the tagger has missed: a capital inside the sentence that the lexicon lists as a noun or has not.
fn starts_noun(context: &Context, token: usize) -> bool {
    let observation = &context.observations[token];
    observation.is_capital
        && !observation.opens_sentence
        && head(context.word(token)) != Head::Other
}

fn head(word: &str) -> Head {
    if let Some(passing) = passing(word) {
        Head::Passing(passing)
    } else {
        // "Instagram-Kanal", "Nato-Gipfel".
        let by_last_part = || channel(word.rsplit_once('-')?.1);
        channel(word)
            .or_else(by_last_part)
            .map_or(Head::Other, Head::Channel)
    }
}

/// The end of a name in quotation marks that opens at `token`, and whether it is known as a medium.
fn quoted(context: &Context, token: usize, end: usize) -> Option<(usize, bool)> {
    let opens = matches!(context.word(token), "„" | "»" | "\"" | "“" | "‚" | "«");
    let first = token + 1;
    if !opens || end <= first || !context.observations[first].is_capital {
        return None;
    }
    let close = (first..end.min(first + LONGEST_NAME)).find(|&token| context.is_mark(token))?;
    if !matches!(
        context.word(close),
        "“" | "«" | "\"" | "”" | "‘" | "»" | "/" | "-"
    ) {
        return None;
    }
    let last = close - 1;
    let is_medium = first < close
        && (name_length((first..close).map(|token| context.word(token))) != 0
            || channel(context.word(last)) == Some(Channel::Medium));
    (first < close).then_some((close + 1, is_medium))
}

/// Number of tokens of the medium's name that begins at `token`. A common noun ("Spiegel", "Welt") is none without
/// quotation marks.
fn medium_name(context: &Context, token: usize, end: usize) -> usize {
    let observation = &context.observations[token];
    if !observation.is_capital && context.part(token) == PartOfSpeech::Article {
        return 0;
    }
    let length = name_length((token..end).map(|token| context.word(token)));
    let is_common = length == 1 && observation.is_known && observation.classes.has(Classes::NOUN);
    let is_platform = is_common && channel(context.word(token)).is_some()
        || context.word(token).len() > 1 && !context.word(token).chars().any(char::is_lowercase);
    if is_common && !is_platform { 0 } else { length }
}

/// "Deutsche Presse-Agentur (dpa)".
fn with_short_form(context: &Context, token: usize, end: usize) -> usize {
    let is_short_form = token + 2 < end
        && context.word(token) == "("
        && context.word(token + 2) == ")"
        && medium_name(context, token + 1, end) == 1;
    if is_short_form { token + 3 } else { token }
}

/// The end of the name after a noun for media: "Zeitung „Al-Watan“", "Agentur Ritzau", "Plattform X", "Sender n-tv".
fn with_name(context: &Context, token: usize, end: usize) -> usize {
    if end <= token {
        return token;
    }
    if let Some((name_end, _)) = quoted(context, token, end) {
        return name_end;
    }
    let length = name_length((token..end).map(|token| context.word(token)));
    if length != 0 {
        return with_short_form(context, token + length, end);
    }
    let is_name = |&token: &usize| {
        context.part(token) == PartOfSpeech::ProperNoun
            || context.observations[token].is_capital
                && !context.observations[token].is_known
                && !context.is_mark(token)
    };
    (token..end).find(|token| !is_name(token)).unwrap_or(end)
}

/// Adds what depends on the noun: "Interview mit …", "Gastbeitrag für …", "Bericht der …", "Rande des …".
fn extend(context: &Context, phrase: &mut Phrase, end: usize) {
    /// "Gespräch mit Journalisten der Zeitung".
    const DEPTH: usize = 2;
    let mut owner = phrase.is;
    for _ in 0..DEPTH {
        let token = phrase.tokens.end;
        if end <= token {
            return;
        }
        let inner = match context.word(token) {
            // "über einen Sprecher der Agentur Reuters ausrichten": to the agency.
            "der"
                if owner == Head::Passing(Passing::Messenger)
                    && core(context, token, end).is_some_and(|inner| inner.names_medium) =>
            {
                None
            }
            "der" | "einer" | "ihrer" | "seiner" | "des" | "eines" | "ihres" | "seines" => {
                core(context, token, end).filter(|inner| is_genitive(context, token, inner))
            }
            "mit" | "für" | "an"
                if matches!(owner, Head::Channel(Channel::Document | Channel::Occasion)) =>
            {
                core(context, token + 1, end)
            }
            "auf" | "bei" | "im" | "in" if owner == Head::Channel(Channel::Document) => {
                core(context, token + 1, end)
                    .filter(|inner| inner.is == Head::Channel(Channel::Medium))
            }
            "aus" | "von" | "vom" if owner == Head::Passing(Passing::Account) => {
                core(context, token + 1, end)
            }
            _ => None,
        };
        let Some(inner) = inner else { return };
        phrase.tokens.end = inner.tokens.end;
        phrase.names_medium |= inner.names_medium;
        owner = inner.is;
    }
}

/// Whether a phrase after a noun is in the genitive: "der" is not before a noun that is masculine only.
fn is_genitive(context: &Context, article: usize, inner: &Phrase) -> bool {
    let classes = context.observations[inner.head].classes;
    match context.word(article) {
        "des" | "eines" | "ihres" | "seines" => true,
        _ => match inner.is {
            Head::Channel(Channel::Medium) | Head::Quoted => {
                context.part(inner.head) != PartOfSpeech::Noun
                    || classes.has(Classes::FEMININE)
                    || classes.has(Classes::GENITIVE_PLURAL)
            }
            _ => {
                classes.has(Classes::FEMININE)
                    || !classes.has(Classes::MASCULINE)
                    || classes.has(Classes::GENITIVE_PLURAL)
                        && !classes.has(Classes::NOMINATIVE_SINGULAR)
            }
        },
    }
}
