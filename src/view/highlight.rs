//! Cuts a block of text into runs, each with the mentions that cover it.

use crate::document::{Document, Findings, MentionId};
use crate::span::Span;

/// A stretch of text and the mentions that cover all of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Where it stands.
    pub span: Span,
    /// All layers of mentions, the outermost first; none for plain text.
    pub mentions: Vec<MentionId>,
}

/// Layers that lie on each other. Real articles need four; without a limit, a file with thousands of crossing marks
/// would take seconds to draw.
const MAX_LAYERS: usize = 12;

/// For each block of an article the mentions inside it that were not rejected, in text order, longer first.
/// What would lie on more than eleven others is left out.
pub fn by_block(document: &Document, findings: &Findings) -> Vec<Vec<MentionId>> {
    let blocks = &document.article.blocks;
    let mut by_block = vec![Vec::new(); blocks.len()];
    for (id, mention) in findings.shown_mentions() {
        let index = block_of(document, mention.span);
        if blocks
            .get(index)
            .is_some_and(|block| block.span.contains(mention.span))
        {
            by_block[index].push(id);
        }
    }
    by_block
        .into_iter()
        .map(|ids| layered(findings, ids))
        .collect()
}

/// The number of the block in which a span begins.
pub(super) fn block_of(document: &Document, span: Span) -> usize {
    let blocks = &document.article.blocks;
    blocks.partition_point(|block| block.span.end() <= span.start())
}

/// Mentions of one block, in text order, longer first, without empty ones and those that would lie on too many others.
pub(super) fn layered(findings: &Findings, mut ids: Vec<MentionId>) -> Vec<MentionId> {
    let mut open: Vec<Span> = Vec::new();
    ids.retain(|&id| {
        let span = findings.mention(id).span;
        open.retain(|outer| span.start() < outer.end());
        let has_room = open.len() < MAX_LAYERS && !span.is_empty();
        if has_room {
            open.push(span);
        }
        has_room
    });
    ids
}

/// Runs that cover `block` without gap or overlap. `mentions` lie inside the block, in text order, longer first; they may
/// nest or cross.
///
/// „Universität Jena“ with a place inside an organisation becomes two runs: one with the organisation only, one with both.
pub fn runs(findings: &Findings, block: Span, mentions: &[MentionId]) -> Vec<Run> {
    let mut cuts = vec![block.start(), block.end()];
    for &id in mentions {
        let span = findings.mention(id).span;
        cuts.extend([span.start(), span.end()]);
    }
    cuts.sort_unstable();
    cuts.dedup();

    let mut open: Vec<MentionId> = Vec::new();
    let mut coming = mentions.iter().copied().peekable();
    cuts.windows(2)
        .map(|cut| {
            open.retain(|&id| cut[0] < findings.mention(id).span.end());
            while let Some(id) = coming.next_if(|&id| findings.mention(id).span.start() <= cut[0]) {
                open.push(id);
            }
            Run {
                span: Span::new(cut[0], cut[1]),
                mentions: open.clone(),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Kind, Verdict};
    use crate::view::{sample, sample_layers};
    use proptest::prelude::*;

    /// Runs of a block over mentions at `spans`, as they would be found in a text of this block only.
    fn runs_over(block: Span, spans: &[(usize, usize)]) -> (Findings, Vec<Run>) {
        let mut mentions: Vec<_> = spans
            .iter()
            .map(|&(start, end)| sample_layers::mention(Span::new(start, end), Kind::Person))
            .collect();
        mentions.sort_by_key(|mention| (mention.span.start(), usize::MAX - mention.span.end()));
        let findings = Findings {
            mentions,
            ..Findings::default()
        };
        let inside: Vec<MentionId> = findings
            .shown_mentions()
            .filter(|(_, mention)| block.contains(mention.span) && !mention.span.is_empty())
            .map(|(id, _)| id)
            .collect();
        let runs = runs(&findings, block, &inside);
        (findings, runs)
    }

    #[test]
    fn a_name_inside_a_name_is_covered_by_both() {
        let (_, runs) = runs_over(Span::new(0, 25), &[(4, 20), (10, 20)]);
        let depths: Vec<_> = runs
            .iter()
            .map(|run| (run.span.start(), run.mentions.len()))
            .collect();
        assert_eq!(depths, [(0, 0), (4, 1), (10, 2), (20, 0)]);
        assert_eq!(runs[2].mentions, [MentionId(0), MentionId(1)]);
    }

    #[test]
    fn mentions_are_found_in_their_block_in_any_order_of_the_list() {
        let mut document = sample::document();
        let mut findings = document.findings.clone();
        findings.mentions[3].verdict = Verdict::Rejected;
        // What the reader adds comes last in the list, wherever it stands in the text.
        let first = findings.mentions[0].clone();
        findings.mentions.push(first);
        let by_block = by_block(&document, &findings);
        assert_eq!(by_block.len(), document.article.blocks.len());
        assert_eq!(by_block[0], [0, 5, 1].map(MentionId));
        assert_eq!(by_block[1], [2].map(MentionId));

        let one = findings.mentions[0].clone();
        findings.mentions.extend(vec![one; 1000]);
        let layered = super::by_block(&document, &findings);
        assert_eq!(layered[0].len(), MAX_LAYERS + 1, "and the place after");
        document.article.blocks.clear();
        assert!(super::by_block(&document, &findings).is_empty());
    }

    proptest! {
        #[test]
        fn runs_cover_a_block_without_gap_or_overlap_and_carry_all_layers(
            start in 0_usize..30,
            length in 1_usize..60,
            spans in prop::collection::vec((0_usize..90, 0_usize..20), 0..12),
        ) {
            let block = Span::new(start, start + length);
            let spans: Vec<_> = spans.iter().map(|&(at, length)| (at, at + length)).collect();
            let (findings, runs) = runs_over(block, &spans);
            prop_assert_eq!(runs[0].span.start(), block.start());
            prop_assert_eq!(runs[runs.len() - 1].span.end(), block.end());
            for pair in runs.windows(2) {
                prop_assert_eq!(pair[0].span.end(), pair[1].span.start());
            }
            for run in &runs {
                prop_assert!(!run.span.is_empty());
                for (index, mention) in findings.mentions.iter().enumerate() {
                    let inside = block.contains(mention.span);
                    let covers = inside && mention.span.contains(run.span);
                    prop_assert_eq!(run.mentions.contains(&MentionId(index as u32)), covers);
                }
                for pair in run.mentions.windows(2) {
                    let (outer, inner) = (findings.mention(pair[0]).span, findings.mention(pair[1]).span);
                    prop_assert!(outer.start() <= inner.start(), "the outermost comes first");
                }
            }
        }
    }
}
