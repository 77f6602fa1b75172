//! "Zwei Diplomaten bestätigten", "hatte der Kreml erklärt": who the grammar takes for the speaker where no label does.

use std::ops::Range;

use super::context::Context;
use super::sources::{behind, opens};
use crate::document::PartOfSpeech;

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
