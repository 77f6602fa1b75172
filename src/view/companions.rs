//! Who stands beside whom: names in the same sentence.

use std::collections::{BTreeMap, BTreeSet};

use crate::document::{Document, EntityId, Findings, Verdict};
use crate::span::Span;

/// Entities that stand in one sentence with `id`, and in how many sentences.
pub(super) fn companions(
    document: &Document,
    findings: &Findings,
    id: EntityId,
) -> Vec<(EntityId, usize)> {
    let sentence_of = |span: Span| {
        if document.sentences.is_empty() {
            // Saved annotations do without words and sentences; the paragraph is the next best.
            let blocks = &document.article.blocks;
            return blocks.partition_point(|block| block.span.end() <= span.start());
        }
        let tokens = document.tokens_in(span);
        document.sentence_of(tokens.start)
    };
    let mut own: Vec<usize> = findings
        .mentions_of(id)
        .map(|(_, mention)| sentence_of(mention.span))
        .collect();
    own.dedup();
    // Where such a sentence ends, and which it is: most mentions stand in none of them, which is found out quickly.
    let ends: Vec<(usize, usize)> = (own.iter())
        .map(|&sentence| (end_of(document, sentence), sentence))
        .collect();
    let mut together: BTreeMap<EntityId, BTreeSet<usize>> = BTreeMap::new();
    for mention in &findings.mentions {
        let other = mention.entity.filter(|_| mention.refers());
        let Some(other) = other.filter(|&other| other != id) else {
            continue;
        };
        let place = ends.partition_point(|&(end, _)| end <= mention.span.start());
        let Some(&(_, sentence)) = ends.get(place) else {
            continue;
        };
        let begin = sentence
            .checked_sub(1)
            .map_or(0, |before| end_of(document, before));
        if begin <= mention.span.start() && mention.verdict != Verdict::Rejected {
            together.entry(other).or_default().insert(sentence);
        }
    }
    let mut companions: Vec<(EntityId, usize)> = together
        .into_iter()
        .map(|(other, sentences)| (other, sentences.len()))
        .collect();
    companions.sort_by_key(|&(other, count)| (usize::MAX - count, other));
    companions
}

/// Where a sentence ends, or, in annotations without sentences, a paragraph.
fn end_of(document: &Document, sentence: usize) -> usize {
    if document.sentences.is_empty() {
        let block = document.article.blocks.get(sentence);
        return block.map_or(document.text().len(), |block| block.span.end());
    }
    let sentence = document.sentences.get(sentence);
    let last =
        sentence.and_then(|sentence| document.tokens.get(sentence.tokens.end.checked_sub(1)?));
    last.map_or(document.text().len(), |token| token.span.end())
}
