//! Clauses that can be what is said: "dass …", "… zu ändern", what is left of a sentence beside its source.

use std::ops::Range;

use super::assembly::Draft;
use super::context::Context;
use super::cutting::without_edges;
use crate::document::{Mood, PartOfSpeech, StatementKind};

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

/// What is left of a sentence, without marks at its edges, if that is a clause.
pub(super) fn clause(context: &Context, content: Vec<usize>) -> Option<Vec<usize>> {
    const FEWEST: usize = 4;
    let content = without_edges(context, content);
    let has_mood = |&token: &usize| context.tags[token].mood != Mood::None;
    (FEWEST <= content.len() && content.iter().any(has_mood)).then_some(content)
}
