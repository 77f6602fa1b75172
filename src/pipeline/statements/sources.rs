//! "Nach Angaben der Polizei", "laut BBC", "Medienberichten zufolge": prepositions that name where a statement is from.

use std::ops::Range;

use super::assembly::Draft;
use super::context::Context;
use super::cutting::without_edges;
use crate::document::{Mood, PartOfSpeech, Reason, StatementKind};

/// A pattern is sure, but the rest of the sentence may hold more than what is said.
const CONFIDENCE: f32 = 0.6;

/// The noun phrase of a preposition that names a source: "Angaben der Polizei" for "nach".
pub(super) fn source(context: &Context, preposition: usize) -> Option<Range<usize>> {
    let sentence = context.sentence_of(preposition);
    let word = context.word(preposition).to_lowercase();
    match word.as_str() {
        "laut" | "gemäß" => behind(context, preposition, sentence.end),
        "nach" => behind(context, preposition, sentence.end)
            .or_else(|| before(context, sentence.start, preposition)),
        "zufolge" => before(context, sentence.start, preposition),
        _ => None,
    }
}

fn behind(context: &Context, preposition: usize, end: usize) -> Option<Range<usize>> {
    use PartOfSpeech as P;
    let start = preposition + 1;
    let head = (start..end).find(|&token| !opens(context, token))?;
    if !matches!(context.part(head), P::Noun | P::ProperNoun) {
        return None;
    }
    let goes_on = |&token: &usize| {
        opens(context, token)
            || matches!(context.part(token), P::Noun | P::ProperNoun)
            || context.words[token].name != 0
            || matches!(
                context.word(token),
                "von" | "vom" | "für" | "und" | "“" | "„"
            )
    };
    let is_noun = |&token: &usize| {
        matches!(context.part(token), P::Noun | P::ProperNoun) || context.words[token].name != 0
    };
    let last = (head + 1..end).take_while(goes_on).filter(is_noun).last();
    Some(start..last.unwrap_or(head) + 1)
}

fn before(context: &Context, start: usize, postposition: usize) -> Option<Range<usize>> {
    use PartOfSpeech as P;
    let goes_on = |&token: &usize| {
        opens(context, token) || matches!(context.part(token), P::Noun | P::ProperNoun)
    };
    let first = (start..postposition).rev().take_while(goes_on).last()?;
    Some(first..postposition)
}

/// The noun phrase that is likely to be the subject of an active verb: all that stands before it in its clause, or what
/// follows it. "Zwei Diplomaten" in "Zwei Diplomaten bestätigten, …", "die Polizei" in "…, meldete die Polizei".
pub(super) fn subject(context: &Context, verb: usize) -> Option<Range<usize>> {
    use PartOfSpeech as P;
    /// More words before a verb are more than its subject.
    const MOST: usize = 12;
    let sentence = context.sentence_of(verb);
    let verb = match context.part(verb) {
        P::FiniteVerb => verb,
        P::Participle => auxiliary(context, sentence.start..verb)?,
        _ => return None,
    };
    let ends = |token: usize| matches!(context.word(token), "," | ";" | ":" | "–" | "“" | "\"");
    let mark = (sentence.start..verb).rev().find(|&token| ends(token));
    let start = mark.map_or(sentence.start, |mark| mark + 1);
    let is_head = |token: usize| {
        matches!(context.part(token), P::Noun | P::ProperNoun) || context.words[token].name != 0
    };
    let is_object = |token: usize| {
        let word = context.word(token).to_lowercase();
        matches!(
            word.as_str(),
            "den" | "dem" | "einen" | "einem" | "keinen" | "diesen" | "diesem"
        )
    };
    let starts = |token: usize| (opens(context, token) || is_head(token)) && !is_object(token);
    if start < verb && verb - start <= MOST && starts(start) && is_head(verb - 1) {
        return Some(start..verb);
    }
    let is_next = verb + 1 < sentence.end && starts(verb + 1);
    let phrase = behind(context, verb, sentence.end).filter(|_| is_next)?;
    phrase.clone().any(is_head).then_some(phrase)
}

/// "hatte" in "hatte der Kreml erklärt"; who speaks in a passive is no subject.
fn auxiliary(context: &Context, before: Range<usize>) -> Option<usize> {
    let is_finite = |&token: &usize| context.part(token) == PartOfSpeech::FiniteAuxiliary;
    let ends = |token: &usize| matches!(context.word(*token), "," | ";" | ":");
    let mut clause = before.rev().take_while(|token| !ends(token));
    let found = clause.find(is_finite)?;
    let has = ["hat", "habe", "haben", "hatte", "hatten", "hätte", "hätten"];
    let word = context.word(found).to_lowercase();
    has.contains(&word.as_str()).then_some(found)
}

/// Whether a word may stand before the noun of its phrase.
fn opens(context: &Context, token: usize) -> bool {
    use PartOfSpeech as P;
    matches!(
        context.part(token),
        P::Article | P::Adjective | P::Possessive | P::Determiner | P::Numeral
    )
}

/// "Er forderte die Regierung auf, das Gesetz zu ändern": the clause is what is said, where there is one that can be.
pub(super) fn clause_said(context: &Context, draft: &Draft) -> Option<Vec<usize>> {
    let sentence = context.sentence_of(draft.first());
    if draft.kind != StatementKind::Reported || sentence.end <= draft.last() {
        return None;
    }
    let is_comma = |&token: &usize| context.word(token) == ",";
    let comma = sentence.clone().filter(is_comma).find(|&comma| {
        let end = (comma + 1..sentence.end).find(|&token| matches!(context.word(token), "," | ";"));
        let end = end.unwrap_or(sentence.end);
        is_said(context, comma + 1..end)
    })?;
    let announces = |token: usize| context.words[token].cue != 0;
    if !(sentence.start..comma).any(announces) {
        return None;
    }
    let tokens = without_edges(context, (comma + 1..sentence.end).collect());
    (3 < tokens.len()).then_some(tokens)
}

/// "dass …", "ob …", "… zu ändern".
fn is_said(context: &Context, clause: Range<usize>) -> bool {
    use PartOfSpeech as P;
    let Some(first) = clause.clone().next() else {
        return false;
    };
    match context.word(first) {
        "dass" | "ob" => true,
        "um" | "ohne" | "statt" | "anstatt" => false,
        _ => {
            let is_bare = |token: usize| context.part(token) == P::Infinitive;
            let has_finite = clause
                .clone()
                .any(|token| context.tags[token].mood != Mood::None);
            let with_zu = clause
                .clone()
                .skip(1)
                .any(|token| is_bare(token) && context.word(token - 1) == "zu");
            with_zu && !has_finite
        }
    }
}

/// What a sentence says after a source, where nothing else announces it: all but the source.
pub(super) fn sourced(context: &Context, sentence: Range<usize>) -> Option<Draft> {
    let names_source = |&token: &usize| match context.word(token) {
        "laut" | "Laut" | "zufolge" | "gemäß" => true,
        "nach" | "Nach" => context.words[token].phrase != 0,
        _ => false,
    };
    let preposition = sentence.clone().find(names_source)?;
    let noun = source(context, preposition)?;
    let (start, end) = (noun.start.min(preposition), noun.end.max(preposition + 1));
    let content = sentence.filter(|&token| token < start || end <= token);
    let content = clause(context, content.collect())?;
    let mut draft = Draft::new(StatementKind::Indirect, content, CONFIDENCE);
    draft.cue = vec![preposition];
    draft.speaker = Some((noun.collect(), Reason::Preposition));
    Some(draft)
}

/// What is left of a sentence, without marks at its edges, if that is a clause.
pub(super) fn clause(context: &Context, content: Vec<usize>) -> Option<Vec<usize>> {
    const FEWEST: usize = 4;
    let content = without_edges(context, content);
    let has_mood = |&token: &usize| context.tags[token].mood != Mood::None;
    (FEWEST <= content.len() && content.iter().any(has_mood)).then_some(content)
}
