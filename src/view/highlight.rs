//! Cuts a block of text into runs, each with the mentions that cover it.

use crate::document::{Findings, Kind, Mention, MentionId};
use crate::span::Span;

/// A stretch of text and the mentions that cover all of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Where it stands.
    pub span: Span,
    /// Covering mentions, the outermost first; none for plain text.
    pub mentions: Vec<MentionId>,
}

/// The mentions in `block` that are shown and not rejected, in text order, longer first.
pub fn mentions_in(
    findings: &Findings,
    block: Span,
    shown: impl Fn(Kind) -> bool,
) -> Vec<MentionId> {
    // Sorted by start, so those that begin in the block are one stretch of the list.
    let mentions = &findings.mentions;
    let first = mentions.partition_point(|mention| mention.span.start() < block.start());
    let last = mentions.partition_point(|mention| mention.span.start() < block.end());
    (first..last.max(first))
        .map(|index| MentionId(index as u32))
        .filter(|&id| {
            let mention = findings.mention(id);
            is_visible(mention) && shown(mention.kind) && mention.span.end() <= block.end()
        })
        .collect()
}

/// Runs that cover `block` without gap or overlap; mentions may nest or cross.
///
/// „Bundesregierung von Deutschland“ with a place inside an organisation becomes two runs: one with the organisation only, one with both.
pub fn runs(findings: &Findings, block: Span, shown: impl Fn(Kind) -> bool) -> Vec<Run> {
    let mentions = mentions_in(findings, block, shown);
    let mut cuts = vec![block.start(), block.end()];
    for &id in &mentions {
        let span = findings.mention(id).span;
        cuts.extend([span.start(), span.end()]);
    }
    cuts.sort_unstable();
    cuts.dedup();

    let mut open: Vec<MentionId> = Vec::new();
    let mut coming = mentions.into_iter().peekable();
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

fn is_visible(mention: &Mention) -> bool {
    mention.verdict != crate::document::Verdict::Rejected
        && !mention.span.is_empty()
        && mention.stands_out()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Confidence, Form, Verdict};
    use proptest::prelude::*;

    fn mention(start: usize, end: usize, kind: Kind) -> Mention {
        Mention {
            span: Span::new(start, end),
            kind,
            form: Form::Name,
            entity: None,
            value: None,
            confidence: Confidence::CERTAIN,
            verdict: Verdict::Open,
        }
    }

    fn findings(mut mentions: Vec<Mention>) -> Findings {
        mentions.sort_by_key(|mention| (mention.span.start(), usize::MAX - mention.span.end()));
        Findings {
            mentions,
            ..Findings::default()
        }
    }

    #[test]
    fn a_name_inside_a_name_is_covered_by_both() {
        let findings = findings(vec![
            mention(4, 20, Kind::Organisation),
            mention(10, 20, Kind::Location),
        ]);
        let runs = runs(&findings, Span::new(0, 25), |_| true);
        let depths: Vec<_> = runs
            .iter()
            .map(|run| (run.span.start(), run.mentions.len()))
            .collect();
        assert_eq!(depths, [(0, 0), (4, 1), (10, 2), (20, 0)]);
        assert_eq!(runs[2].mentions, [MentionId(0), MentionId(1)]);
    }

    #[test]
    fn hidden_kinds_and_rejected_mentions_leave_no_trace() {
        let mut rejected = mention(8, 12, Kind::Person);
        rejected.verdict = Verdict::Rejected;
        let findings = findings(vec![mention(0, 4, Kind::Date), rejected]);
        let runs = runs(&findings, Span::new(0, 20), |kind| kind != Kind::Date);
        assert_eq!(runs.len(), 1);
        assert!(runs[0].mentions.is_empty());
    }

    proptest! {
        #[test]
        fn runs_cover_a_block_without_gap_or_overlap(
            start in 0_usize..30,
            length in 1_usize..60,
            spans in prop::collection::vec((0_usize..90, 0_usize..20), 0..12),
        ) {
            let block = Span::new(start, start + length);
            let findings = findings(
                spans.iter().map(|&(at, length)| mention(at, at + length, Kind::Person)).collect(),
            );
            let runs = runs(&findings, block, |_| true);
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
            }
        }
    }
}
