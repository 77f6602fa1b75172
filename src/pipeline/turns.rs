//! Interviews and transcripts: what stands behind the label of a speaker is direct speech of that speaker.
//!
//! An answer of many sentences is not one statement but several, so that the list shows points and not speeches: sentences
//! stay together until they have a dozen words. What a speaker quotes of others stays a statement inside. What the steps
//! before have found of the speakers themselves ("ich glaube, dass …") goes: the turn holds it already.

mod labels;

use std::collections::BTreeMap;
use std::ops::Range;

use crate::article::Turn;
use crate::document::{
    Confidence, Reason, Statement, StatementId, StatementKind, Voice, hull, overlapping,
};
use crate::span::Span;

use super::statements::context::Context;
pub use labels::name_labels;

/// Sentences of an answer are put together until they have so many words: „Nein. Das sehe ich anders.“
const WORDS: usize = 12;

/// As sure as the labels are.
const CONFIDENCE: f32 = 0.95;

/// Makes statements of the turns; those found before stay outside of them, and inside where somebody else speaks.
pub fn speak(context: &Context, turns: &[Turn], statements: &mut Vec<Statement>) {
    if turns.is_empty() {
        return;
    }
    let said: Vec<(usize, Span)> = (turns.iter().enumerate())
        .flat_map(|(index, turn)| turn.said.iter().map(move |&span| (index, span)))
        .collect();
    let place = |span: Span| {
        let at = said.partition_point(|(_, said)| said.end() <= span.start());
        let (_, around) = *said.get(at)?;
        around.overlaps(span).then_some((at, around))
    };
    let is_reported = |statement: &Statement| {
        let extent = statement.extent();
        match place(extent) {
            None => true,
            Some((_, around)) => {
                around.contains(extent) && is_of_others(context, statement, around)
            }
        }
    };
    let kept: Vec<(usize, Statement)> = std::mem::take(statements)
        .into_iter()
        .enumerate()
        .filter(|(_, statement)| is_reported(statement))
        .collect();
    let extents = kept.iter().map(|(_, statement)| statement.extent());
    let mut inner: Vec<Span> = extents.filter(|&extent| place(extent).is_some()).collect();
    inner.sort_by_key(|span| span.start());

    // New ones have no number yet.
    let mut all: Vec<(Option<usize>, Statement)> = Vec::new();
    for &(turn, span) in &said {
        // Nobody knows who asks.
        let Some(label) = turns[turn].label else {
            continue;
        };
        let from = inner.partition_point(|inner| inner.start() < span.start());
        let to = inner.partition_point(|inner| inner.start() < span.end());
        for content in pieces(context, span, &inner[from..to]) {
            all.push((None, spoken(label, turns[turn].is_addressed, content)));
        }
    }
    all.extend(
        kept.into_iter()
            .map(|(number, statement)| (Some(number), statement)),
    );
    let is_inner = |statement: &Statement, number: Option<usize>| {
        number.is_some() && (statement.inside.is_some() || place(statement.extent()).is_some())
    };
    all.sort_by_key(|(number, statement)| {
        (is_inner(statement, *number), statement.extent().start())
    });
    let pieces: Vec<(Span, StatementId)> = (all.iter().enumerate())
        .filter(|(_, (number, _))| number.is_none())
        .map(|(index, (_, piece))| (piece.extent(), StatementId(index as u32)))
        .collect();
    let around = |extent: Span| {
        let at = pieces.partition_point(|(piece, _)| piece.end() <= extent.start());
        let (piece, id) = pieces.get(at)?;
        piece.contains(extent).then_some(*id)
    };
    let places: BTreeMap<usize, StatementId> = (all.iter().enumerate())
        .filter_map(|(index, (number, _))| Some(((*number)?, StatementId(index as u32))))
        .collect();
    let outer: Vec<Option<StatementId>> = all
        .iter()
        .map(|(number, statement)| {
            number.as_ref()?;
            let old = statement.inside.map(|id| id.0 as usize);
            let kept = old.and_then(|old| places.get(&old).copied());
            kept.or_else(|| around(statement.extent()))
        })
        .collect();
    *statements = all
        .into_iter()
        .zip(outer)
        .map(|((_, statement), inside)| Statement {
            inside,
            ..statement
        })
        .collect();
}

/// Where those speak who only ask: such words are no key statements.
pub fn questions(turns: &[Turn]) -> Vec<Span> {
    let asking = turns.iter().filter(|turn| turn.asks);
    asking.flat_map(|turn| turn.said.iter().copied()).collect()
}

fn spoken(label: Span, is_addressed: bool, content: Span) -> Statement {
    Statement {
        speaker: Some(Voice {
            spans: vec![label],
            entity: None,
            because: if is_addressed {
                Reason::Addressed
            } else {
                Reason::Label
            },
        }),
        confidence: Confidence::new(CONFIDENCE),
        ..Statement::new(StatementKind::Direct, vec![content])
    }
}

/// Whether somebody is quoted in a turn who is not the one who speaks.
fn is_of_others(context: &Context, statement: &Statement, around: Span) -> bool {
    const SELVES: [&str; 14] = [
        "ich", "wir", "sie", "du", "ihr", "man", "mich", "mir", "uns", "das", "es", "was", "wer",
        "die",
    ];
    let is_told = match statement.kind {
        // The answer itself is taken for what somebody quoted goes on to say.
        StatementKind::Direct => {
            let words = statement.text(context.text);
            words.starts_with(['„', '“', '"', '»', '«', '‚', '‘', '›'])
        }
        StatementKind::Indirect | StatementKind::Reported => true,
        StatementKind::FreeIndirect | StatementKind::IndirectFreeIndirect => false,
    };
    let Some(speaker) = statement.speaker.as_ref().filter(|_| is_told) else {
        return false;
    };
    let is_named = |span: &Span| {
        let words = span.of(context.text).to_lowercase();
        around.contains(*span) && !SELVES.contains(&words.as_str())
    };
    !speaker.spans.is_empty() && speaker.spans.iter().all(is_named)
}

/// What is said, cut between sentences; not inside of what is quoted.
fn pieces(context: &Context, said: Span, inner: &[Span]) -> Vec<Span> {
    let tokens = overlapping(context.tokens, said);
    let mut pieces: Vec<Range<usize>> = Vec::new();
    let mut start = tokens.start;
    while start < tokens.end {
        let sentence = context.sentence_of(start);
        let end = sentence.end.clamp(start + 1, tokens.end);
        let at = context.tokens[end - 1].span.end();
        let is_cut_inside = inner
            .iter()
            .any(|inner| inner.start() < at && at < inner.end());
        match pieces.last_mut() {
            Some(piece) if is_open(context, piece) => piece.end = end,
            _ => pieces.push(start..end),
        }
        if is_cut_inside && let Some(piece) = pieces.last_mut() {
            // The next sentence belongs to it as well.
            let next = context.sentence_of(end).end.min(tokens.end);
            piece.end = next.max(end);
            start = piece.end;
            continue;
        }
        start = end;
    }
    // A short last sentence belongs to the one before.
    if let [.., before, last] = pieces.as_mut_slice()
        && is_open(context, last)
    {
        before.end = last.end;
        pieces.pop();
    }
    let spans = pieces.into_iter().map(|piece| hull(context.tokens, piece));
    spans
        .map(|span| {
            let end = span.end().min(said.end());
            Span::new(span.start().max(said.start()).min(end), end)
        })
        .filter(|span| !span.is_empty())
        .collect()
}

/// Whether a piece has room for one more sentence.
fn is_open(context: &Context, piece: &Range<usize>) -> bool {
    let words = piece.clone().filter(|&token| !context.is_mark(token));
    words.count() < WORDS
}

#[cfg(test)]
mod tests;
