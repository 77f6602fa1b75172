//! Quoted words inside statements that are not direct.

use super::assembly::Draft;
use super::context::Context;
use std::ops::Range;

use crate::document::{PartOfSpeech, Reason, StatementKind};
use crate::german::cues::Content;

/// Quoted words inside statements that are not direct are direct statements of their own: »Der Plan sei „haltlos“, sagte
/// sie.«
pub(super) fn add_nested(context: &Context, drafts: &mut Vec<Draft>) {
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
            let is_inside = tokens
                .clone()
                .all(|token| draft.tokens.binary_search(&token).is_ok());
            let is_all = draft.tokens.len() <= tokens.len() + 1;
            if is_inside && !is_all && is_wording(context, draft.kind, tokens.clone()) {
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

/// Whether quoted words are somebody's wording, not a title, a name or the narrator's scare quotes.
fn is_wording(context: &Context, kind: StatementKind, quotation: Range<usize>) -> bool {
    /// Fewer words are titles and names more often than not, where nobody's words are rendered. Tuned on dev.
    const FEWEST_WORDS: usize = 3;
    const FEWEST_WORDS_RENDERED: usize = 2;
    let mut words = quotation.filter(|&token| !context.is_mark(token));
    let n_words = words.clone().count();
    let is_name = words.any(|token| context.words[token].name != 0);
    let is_rendered = kind != StatementKind::Reported && !is_name;
    FEWEST_WORDS <= n_words || FEWEST_WORDS_RENDERED <= n_words && is_rendered
}

/// »Er bezeichnete den Plan als „haltlos“«, »sie sprach von einem „Dammbruch“«: what nothing else has found.
pub(super) fn called(context: &Context, drafts: &[Draft]) -> Vec<Draft> {
    let mut is_said = vec![false; context.tokens.len()];
    let rendered = drafts
        .iter()
        .filter(|draft| draft.kind != StatementKind::Reported);
    for &token in rendered.flat_map(|draft| &draft.tokens) {
        is_said[token] = true;
    }
    let outer = context
        .quotations
        .iter()
        .filter(|quotation| quotation.depth == 0);
    let found = outer.filter_map(|quotation| {
        let tokens = quotation.tokens.clone();
        let cue = calling(context, tokens.clone())?;
        if is_said[tokens.clone()].contains(&true) {
            return None;
        }
        let mut draft = Draft::new(StatementKind::Direct, tokens.collect(), CONFIDENCE);
        draft.cue = vec![cue];
        Some(draft)
    });
    found.collect()
}

const CONFIDENCE: f32 = 0.6;

/// The verb that calls something by the quoted words.
fn calling(context: &Context, quotation: Range<usize>) -> Option<usize> {
    use PartOfSpeech as P;
    let sentence = context.sentence_of(quotation.start);
    let belongs = |&token: &usize| {
        matches!(
            context.part(token),
            P::Article | P::Adjective | P::Possessive | P::Determiner
        )
    };
    let skipped = (sentence.start..quotation.start)
        .rev()
        .take_while(belongs)
        .count();
    let link = (quotation.start - skipped)
        .checked_sub(1)
        .filter(|&link| sentence.start <= link)?;
    let wanted = match context.word(link) {
        "als" => Content::As,
        "von" | "vom" => Content::Von,
        _ => return None,
    };
    if quotation
        .clone()
        .any(|token| context.words[token].name != 0)
    {
        return None;
    }
    let is_verb = |token: usize| {
        matches!(
            context.part(token),
            P::FiniteVerb | P::Participle | P::Infinitive
        )
    };
    let mut verbs = sentence.filter(|&token| !quotation.contains(&token) && is_verb(token));
    verbs.find(|&token| {
        context.words[token]
            .meant
            .is_some_and(|cue| cue.takes(wanted))
    })
}
