//! Quoted words inside statements that are not direct.

use super::assembly::Draft;
use super::context::Context;
use crate::document::{Reason, StatementKind};

/// Quoted words inside statements that are not direct are direct statements of their own.
pub(super) fn add_nested(context: &Context, drafts: &mut Vec<Draft>) {
    /// Fewer words are titles, names and scare quotes more often than not.
    const FEWEST_WORDS: usize = 3;
    let mut nested = Vec::new();
    for (index, draft) in drafts
        .iter()
        .enumerate()
        .filter(|(_, draft)| draft.kind != StatementKind::Direct)
    {
        let mut quotations: Vec<u32> = draft
            .tokens
            .iter()
            .map(|&token| context.words[token].quotation)
            .filter(|&q| q != 0)
            .collect();
        quotations.dedup();
        for number in quotations {
            let tokens = context.quotations[number as usize - 1].tokens.clone();
            let words = tokens
                .clone()
                .filter(|&token| !context.is_mark(token))
                .count();
            let is_inside = tokens
                .clone()
                .all(|token| draft.tokens.binary_search(&token).is_ok());
            if FEWEST_WORDS <= words && is_inside {
                nested.push(Draft {
                    kind: StatementKind::Direct,
                    tokens: tokens.collect(),
                    cue: draft.cue.clone(),
                    speaker: draft
                        .speaker
                        .clone()
                        .map(|(tokens, _)| (tokens, Reason::Enclosing)),
                    inside: Some(index),
                    confidence: draft.confidence,
                });
            }
        }
    }
    drafts.extend(nested);
}
