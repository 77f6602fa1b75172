//! "Nach Angaben der Polizei", "laut BBC", "Medienberichten zufolge": prepositions that name where a statement is from.

use std::ops::Range;

use super::assembly::Draft;
use super::clauses::clause;
use super::context::Context;
use crate::document::{PartOfSpeech, Reason, StatementKind};

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

pub(super) fn behind(context: &Context, preposition: usize, end: usize) -> Option<Range<usize>> {
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

/// Whether a word may stand before the noun of its phrase.
pub(super) fn opens(context: &Context, token: usize) -> bool {
    use PartOfSpeech as P;
    matches!(
        context.part(token),
        P::Article | P::Adjective | P::Possessive | P::Determiner | P::Numeral
    )
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
