//! Contents that the labels have cut in pieces, or that cannot be statements, are mended.

use std::ops::Range;

use super::Layers;
use super::assembly::Draft;
use super::context::Context;
use super::cutting::without_edges;
use crate::document::{Mood, PartOfSpeech, StatementKind};

/// Mends the contents of an article, in text order.
pub(super) fn repair(
    context: &Context,
    layers: &Layers,
    groups: &[Vec<usize>],
    drafts: Vec<Draft>,
) -> Vec<Draft> {
    /// Fewer words without a verb are no clause of what is said.
    const FEWEST: usize = 5;
    let mut mended: Vec<Draft> = Vec::with_capacity(drafts.len());
    for draft in drafts.into_iter().filter(|draft| can_be(context, draft)) {
        match mended.last_mut() {
            Some(before) if is_same(context, layers, groups, before, &draft) => {
                join(layers, before, draft);
            }
            Some(before) if is_quoted_part(context, before, &draft) => {
                join(layers, before, draft);
                before.kind = StatementKind::Indirect;
            }
            _ => mended.push(draft),
        }
    }
    for draft in &mut mended {
        if draft.kind == StatementKind::Indirect
            && !has_verb(context, draft)
            && draft.tokens.len() <= FEWEST
        {
            draft.kind = StatementKind::Reported;
            draft.tokens = context.sentence_of(draft.first()).collect();
        }
        if draft.kind == StatementKind::Indirect {
            draft.tokens = without_edges(context, std::mem::take(&mut draft.tokens));
            to_clauses(context, layers, &mut draft.tokens);
        }
    }
    mended.retain(|draft| !draft.tokens.is_empty());
    mended
}

/// Widens a content to where its first and last clause begin and end, if nothing there announces it.
fn to_clauses(context: &Context, layers: &Layers, tokens: &mut Vec<usize>) {
    let (Some(&first), Some(&last)) = (tokens.first(), tokens.last()) else {
        return;
    };
    let divides =
        |token: usize| matches!(context.word(token), "," | ";" | ":" | "." | "!" | "?" | "–");
    let is_free = |token: usize| {
        is_plain(layers, token..token + 1)
            && context.words[token].cue == 0
            && layers.content[token] == 0
    };
    let sentence = context.sentence_of(last);
    let end = (last + 1..sentence.end).find(|&token| divides(token));
    let end = end.unwrap_or(sentence.end);
    if (last + 1..end).all(is_free) {
        tokens.extend(last + 1..end);
    }
    let start = context.sentence_of(first).start;
    let before = (start..first).rev().find(|&token| divides(token));
    let start = before.map_or(start, |mark| mark + 1);
    let is_plain = |token: usize| is_free(token) && context.tags[token].mood == Mood::None;
    if (start..first).all(is_plain) {
        tokens.splice(..0, start..first);
    }
}

/// Whether it has a word, and a kind that can stand where it stands: headlines report nothing freely.
fn can_be(context: &Context, draft: &Draft) -> bool {
    let has_word = draft.tokens.iter().any(|&token| !context.is_mark(token));
    let is_free = !matches!(draft.kind, StatementKind::Direct | StatementKind::Indirect);
    has_word && !(is_free && context.is_heading(draft.first()))
}

/// Whether two contents of one sentence are parts of one statement.
fn is_same(
    context: &Context,
    layers: &Layers,
    groups: &[Vec<usize>],
    before: &Draft,
    after: &Draft,
) -> bool {
    let sentence = context.words[before.last()].sentence;
    let is_near = context.words[after.first()].sentence == sentence && before.kind == after.kind;
    if !is_near || !matches!(before.kind, StatementKind::Direct | StatementKind::Indirect) {
        return false;
    }
    let first = groups.partition_point(|group| context.words[group[0]].sentence < sentence);
    let in_sentence = groups[first..]
        .iter()
        .take_while(|group| context.words[group[0]].sentence == sentence);
    let n_cues = in_sentence.count();
    let is_plain = is_plain(layers, before.last() + 1..after.first());
    is_plain && before.kind == StatementKind::Indirect || n_cues == 1
}

/// "dass „der Krieg noch jahrelang weitergehen wird“": a clause that is quoted in part, not a direct statement.
fn is_quoted_part(context: &Context, before: &Draft, after: &Draft) -> bool {
    let kinds = (before.kind, after.kind);
    let touches = before.last() + 1 == after.first();
    let opens_clause = before
        .tokens
        .iter()
        .all(|&token| context.tags[token].mood == Mood::None);
    match kinds {
        (StatementKind::Indirect, StatementKind::Direct) => touches && opens_clause,
        (StatementKind::Direct, StatementKind::Indirect) => {
            touches && context.part(after.first()) != PartOfSpeech::Comma && after.tokens.len() <= 4
        }
        _ => false,
    }
}

/// Adds `after` to `before`, with what stands between them where that announces nothing.
fn join(layers: &Layers, before: &mut Draft, after: Draft) {
    let gap = before.last() + 1..after.first();
    let weight = before.tokens.len() as f32 / (before.tokens.len() + after.tokens.len()) as f32;
    before.confidence = before.confidence * weight + after.confidence * (1.0 - weight);
    if is_plain(layers, gap.clone()) {
        before.tokens.extend(gap);
    }
    before.tokens.extend(after.tokens);
    // What was widened to whole quotations may begin before the end of the one before.
    before.tokens.sort_unstable();
    before.tokens.dedup();
}

/// Whether a run of tokens neither announces anything nor names a speaker.
fn is_plain(layers: &Layers, mut run: Range<usize>) -> bool {
    run.all(|token| layers.cues[token] == 0 && layers.speakers[token] == 0)
}

/// A clause has a verb; "nicht nur in Aleppo" is the end of "Er kündigte weitere Kämpfe an".
fn has_verb(context: &Context, draft: &Draft) -> bool {
    use PartOfSpeech as P;
    let is_verb = |&token: &usize| {
        let part = context.part(token);
        context.tags[token].mood != Mood::None
            || matches!(part, P::Infinitive | P::Participle | P::Imperative)
    };
    draft.tokens.iter().any(is_verb)
}
