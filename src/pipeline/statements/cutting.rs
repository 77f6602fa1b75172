//! Runs of content labels, cut to what statements of their kind consist of: quotations, sentences, clauses.

use super::Layers;
use super::assembly::Draft;
use super::content::meaning;
use super::context::Context;
use crate::document::StatementKind;

/// Runs of content labels, cut to what statements of their kind consist of.
pub(super) fn contents(context: &Context, layers: &Layers) -> Vec<Draft> {
    let mut drafts: Vec<(StatementKind, Vec<usize>)> = Vec::new();
    for (token, &label) in layers.content.iter().enumerate() {
        let Some((kind, is_first)) = meaning(label) else {
            continue;
        };
        let goes_on = |(before, tokens): &(StatementKind, Vec<usize>)| {
            let last = tokens[tokens.len() - 1];
            let is_near =
                last + 1 == token || context.words[last].sentence == context.words[token].sentence;
            let crosses = context.is_heading(last) != context.is_heading(token);
            !is_first && *before == kind && is_near && !crosses
        };
        match drafts.last_mut().filter(|last| goes_on(last)) {
            Some((_, tokens)) => tokens.push(token),
            None => drafts.push((kind, vec![token])),
        }
    }
    let cut = |(kind, tokens): (StatementKind, Vec<usize>)| {
        let sum: f32 = tokens
            .iter()
            .map(|&token| layers.content_probability[token])
            .sum();
        let confidence = sum / tokens.len() as f32;
        let tokens = match kind {
            StatementKind::Direct => without_names(context, &to_quotations(context, &tokens)),
            StatementKind::Indirect => without_edges(context, tokens),
            _ => to_sentences(context, &tokens),
        };
        Draft::new(kind, tokens, confidence)
    };
    let mut drafts: Vec<Draft> = drafts
        .into_iter()
        .map(cut)
        .filter(|draft| !draft.tokens.is_empty())
        .collect();
    drafts.dedup_by(|b, a| a.kind == b.kind && a.tokens == b.tokens);
    drafts
}

/// Whole quotations in place of runs that cover half of them or more; what lies outside stays as it is.
fn to_quotations(context: &Context, tokens: &[usize]) -> Vec<usize> {
    let mut whole = Vec::new();
    for run in tokens.chunk_by(|a, b| {
        a + 1 == *b
            || context.words[*a].quotation == context.words[*b].quotation
                && context.words[*a].quotation != 0
    }) {
        let quotation = run
            .iter()
            .map(|&token| context.words[token].quotation)
            .find(|&number| number != 0);
        match quotation.map(|number| context.quotations[number as usize - 1].tokens.clone()) {
            Some(quotation) if quotation.len() <= 2 * run.len() => {
                let start = quotation.start.min(run[0]);
                whole.extend(
                    start.max(whole.last().map_or(0, |&last: &usize| last + 1))
                        ..quotation.end.max(run[run.len() - 1] + 1),
                );
            }
            _ => whole.extend_from_slice(run),
        }
    }
    whole.sort_unstable();
    whole.dedup();
    let starts_quoted = whole
        .first()
        .is_some_and(|&token| context.words[token].quotation != 0);
    if starts_quoted {
        whole
    } else {
        without_edges(context, whole)
    }
}

/// Without punctuation at either end; closing quotation marks stay where their opening mark is inside.
pub(super) fn without_edges(context: &Context, mut tokens: Vec<usize>) -> Vec<usize> {
    let is_edge = |token: usize| {
        matches!(
            context.word(token),
            "." | "," | ":" | ";" | "–" | "-" | "!" | "—"
        )
    };
    while tokens.last().is_some_and(|&last| is_edge(last)) {
        tokens.pop();
    }
    let start = tokens
        .iter()
        .position(|&token| !is_edge(token))
        .unwrap_or(0);
    tokens.drain(..start);
    tokens
}

/// The sentences of which the tokens cover half or more.
fn to_sentences(context: &Context, tokens: &[usize]) -> Vec<usize> {
    let mut whole = Vec::new();
    for run in tokens.chunk_by(|&a, &b| context.words[a].sentence == context.words[b].sentence) {
        let sentence = context.sentence_of(run[0]);
        if sentence.len() <= 2 * run.len() {
            whole.extend(sentence);
        }
    }
    whole
}

/// Without quoted names ("Al-Watan") beside what is really said: pieces of one or two words where others are longer.
fn without_names(context: &Context, tokens: &[usize]) -> Vec<usize> {
    const MOST_WORDS: usize = 2;
    let words = |run: &[usize]| run.iter().filter(|&&token| !context.is_mark(token)).count();
    let named = |run: &[usize]| {
        let is_named = |token: &&usize| context.words[**token].name != 0;
        run.iter().filter(is_named).count()
    };
    let is_long = |run: &[usize]| MOST_WORDS < words(run) && 2 * named(run) <= words(run);
    if !tokens.chunk_by(|a, b| a + 1 == *b).any(is_long) {
        return tokens
            .chunk_by(|a, b| a + 1 == *b)
            .next()
            .map_or(Vec::new(), <[usize]>::to_vec);
    }
    tokens
        .chunk_by(|a, b| a + 1 == *b)
        .filter(|run| is_long(run))
        .flatten()
        .copied()
        .collect()
}
