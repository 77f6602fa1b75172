//! What is said twice, cut short or superfluous once all statements stand beside each other.

use super::assembly::Draft;
use super::context::Context;
use crate::document::StatementKind;

/// Runs quotations on to their closing mark, then drops what is said twice and what nobody says.
pub(super) fn tidy(context: &Context, drafts: &mut Vec<Draft>) {
    for draft in drafts.iter_mut() {
        if draft.kind == StatementKind::Direct {
            close(context, draft);
        }
    }
    drop_doubtful(drafts);
}

/// »„Hier werden« is not the end of a quotation.
fn close(context: &Context, draft: &mut Draft) {
    let last = draft.last();
    let number = context.words[last].quotation as usize;
    let Some(quotation) = number
        .checked_sub(1)
        .map(|index| &context.quotations[index])
    else {
        return;
    };
    if draft.says(quotation.tokens.start) {
        draft.tokens.extend(last + 1..quotation.tokens.end);
    }
}

/// Drops what nobody says and nothing announces, and what lies within what is said in the same words.
fn drop_doubtful(drafts: &mut Vec<Draft>) {
    use StatementKind as S;
    let said = |kinds: &[S]| {
        let kept = drafts.iter().filter(|draft| kinds.contains(&draft.kind));
        let mut tokens: Vec<usize> = kept
            .flat_map(|draft| draft.tokens.iter().copied())
            .collect();
        tokens.sort_unstable();
        tokens
    };
    let (direct, clauses) = (said(&[S::Direct]), said(&[S::Direct, S::Indirect]));
    drafts.retain(|draft| match draft.kind {
        S::Direct => !draft.cue.is_empty() || draft.speaker.is_some(),
        S::Indirect => {
            let is_quoted = draft
                .tokens
                .iter()
                .all(|token| direct.binary_search(token).is_ok());
            !draft.cue.is_empty() && !is_quoted
        }
        S::Reported => {
            let first = clauses.partition_point(|&token| token < draft.first());
            let overlaps = clauses
                .get(first)
                .is_some_and(|&token| token <= draft.last());
            draft.speaker.is_some() && !overlaps
        }
        S::FreeIndirect | S::IndirectFreeIndirect => true,
    });
    drafts.dedup_by(|later, kept| later.kind == kept.kind && later.tokens == kept.tokens);
}
