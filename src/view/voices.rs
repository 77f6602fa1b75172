//! The article by voices: which colour each speaker has, and whose words stand where.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::document::{Findings, Reason, Statement, StatementId};
use crate::span::Span;

use super::listing::Choice;
use super::speaker::SpeakerKey;
use super::tint::{Tint, Weave};

/// The colour of each speaker of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Voices(BTreeMap<SpeakerKey, Tint>);

impl Voices {
    /// The most talkative first: they get colours without a pattern. Colours and patterns repeat only after all
    /// combinations are used up.
    pub fn new(speakers: &[Choice]) -> Self {
        let known = speakers
            .iter()
            .map(|choice| &choice.speaker.key)
            .filter(|&key| !matches!(key, SpeakerKey::Unknown | SpeakerKey::Editorial));
        let tint = |(place, key): (usize, &SpeakerKey)| {
            let hue = place % Tint::N_HUES;
            let weave = Weave::ALL[place / Tint::N_HUES % Weave::ALL.len()];
            (key.clone(), Tint::Voice { hue, weave })
        };
        Self(known.enumerate().map(tint).collect())
    }

    /// The colour of a speaker; all whose name is not known share one.
    pub fn tint(&self, key: &SpeakerKey) -> Tint {
        self.0.get(key).copied().unwrap_or(Tint::Unknown)
    }
}

/// Words of the article that belong to a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Where they stand.
    pub span: Span,
    /// The innermost statement that covers them.
    pub statement: StatementId,
    /// The statement around that one, if it covers them, too.
    pub around: Option<StatementId>,
}

/// Statements inside statements inside statements: deeper ones count as this deep.
const MAX_DEPTH: usize = 8;

/// The attributed words of a block, in text order, without overlap; what is left out is the narrator's. `ids` are the
/// statements with words in the block.
///
/// „Er habe gesagt, das sei neu“, sagte sie: „das sei neu“ is his, and hers around it.
pub fn stretches(findings: &Findings, block: Span, ids: &[StatementId]) -> Vec<Stretch> {
    // The innermost comes last: deeper, then shorter.
    type Rank = (usize, Reverse<usize>, StatementId);
    let mut ends: Vec<(usize, bool, Rank)> = Vec::new();
    for &id in ids {
        let statement = findings.statement(id);
        if is_editorial(statement) {
            continue;
        }
        let rank = (depth(findings, id), Reverse(statement.extent().len()), id);
        for span in &statement.content {
            let (start, end) = (span.start().max(block.start()), span.end().min(block.end()));
            if start < end {
                ends.extend([(start, true, rank), (end, false, rank)]);
            }
        }
    }
    ends.sort_unstable();
    let mut open: BTreeSet<Rank> = BTreeSet::new();
    let mut stretches: Vec<Stretch> = Vec::new();
    let mut from = block.start();
    for (at, opens, rank) in ends {
        let mut innermost = open.iter().rev().map(|&(_, _, id)| id);
        if let Some(statement) = innermost.next().filter(|_| from < at) {
            let stretch = Stretch {
                span: Span::new(from, at),
                statement,
                around: innermost.next(),
            };
            match stretches.last_mut() {
                // Where two pieces of one statement touch, nothing is to be seen.
                Some(last)
                    if last.span.end() == from
                        && (last.statement, last.around) == (statement, stretch.around) =>
                {
                    last.span = last.span.hull(stretch.span);
                }
                _ => stretches.push(stretch),
            }
        }
        from = at;
        if opens {
            open.insert(rank);
        } else {
            open.remove(&rank);
        }
    }
    stretches
}

/// Whether the reader has said that the article itself speaks: then its words are the narrator's.
fn is_editorial(statement: &Statement) -> bool {
    let speaker = statement.speaker.as_ref();
    speaker.is_some_and(|voice| voice.because == Reason::Editorial)
}

/// How many statements are around one.
fn depth(findings: &Findings, id: StatementId) -> usize {
    let mut outer = findings.statement(id).inside;
    for depth in 0..MAX_DEPTH {
        match outer.and_then(|id| findings.statements.get(id.0 as usize)) {
            Some(statement) => outer = statement.inside,
            None => return depth,
        }
    }
    MAX_DEPTH
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::EntityId;
    use crate::view::listing;
    use crate::view::{sample, statements};
    use proptest::prelude::*;

    /// Spans of a statement, and which one is around it.
    type Sample<'a> = (&'a [(usize, usize)], Option<u32>);

    /// Statements with these spans; each may stand inside an earlier one.
    fn findings(statements: &[Sample<'_>]) -> Findings {
        let pattern = &sample::document().findings.statements[0];
        let statement = |&(spans, inside): &Sample<'_>| Statement {
            content: spans
                .iter()
                .map(|&(start, end)| Span::new(start, end))
                .collect(),
            inside: inside.map(StatementId),
            ..pattern.clone()
        };
        Findings {
            statements: statements.iter().map(statement).collect(),
            ..Findings::default()
        }
    }

    fn check(statements: &[Sample<'_>], expected: &[(usize, usize, u32, Option<u32>)]) {
        let findings = findings(statements);
        let ids: Vec<StatementId> = (0..statements.len() as u32).map(StatementId).collect();
        let found: Vec<_> = stretches(&findings, Span::new(10, 50), &ids)
            .into_iter()
            .map(|stretch| {
                let around = stretch.around.map(|id| id.0);
                (
                    stretch.span.start(),
                    stretch.span.end(),
                    stretch.statement.0,
                    around,
                )
            })
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn the_inner_statement_lies_over_the_outer() {
        check(
            &[(&[(12, 40)], None), (&[(20, 30)], Some(0))],
            &[(12, 20, 0, None), (20, 30, 1, Some(0)), (30, 40, 0, None)],
        );
        // Also where the list has the inner one first, and where both cover the same words.
        check(
            &[(&[(20, 30)], Some(1)), (&[(20, 30)], None)],
            &[(20, 30, 0, Some(1))],
        );
    }

    #[test]
    fn the_narrators_words_are_left_out_and_the_block_is_the_limit() {
        check(
            &[(&[(0, 14), (45, 60)], None)],
            &[(10, 14, 0, None), (45, 50, 0, None)],
        );
        check(&[(&[(0, 5)], None)], &[]);
        check(&[], &[]);
    }

    #[test]
    fn crossing_statements_and_touching_pieces_are_cut_clean() {
        check(
            &[(&[(10, 30)], None), (&[(20, 45)], None)],
            &[(10, 20, 0, None), (20, 30, 0, Some(1)), (30, 45, 1, None)],
        );
        check(&[(&[(10, 20), (20, 30)], None)], &[(10, 30, 0, None)]);
    }

    #[test]
    fn everyone_has_a_colour_and_the_unknown_share_one() {
        let document = sample::document();
        let rows = statements::rows(document.text(), &document.findings);
        let voices = Voices::new(&listing::speakers(&rows));
        let first = Tint::Voice {
            hue: 0,
            weave: Weave::Plain,
        };
        assert_eq!(voices.tint(&SpeakerKey::Entity(EntityId(0))), first);
        assert_eq!(voices.tint(&SpeakerKey::Unknown), Tint::Unknown);
    }

    #[test]
    fn no_two_of_the_first_eighteen_look_the_same() {
        let document = sample::document();
        let mut choice = listing::speakers(&statements::rows(document.text(), &document.findings));
        choice.truncate(1);
        let speakers: Vec<Choice> = (0..18)
            .map(|id| {
                let mut choice = choice[0].clone();
                choice.speaker.key = SpeakerKey::Entity(EntityId(id));
                choice
            })
            .collect();
        let voices = Voices::new(&speakers);
        let tints: Vec<Tint> = speakers
            .iter()
            .map(|choice| voices.tint(&choice.speaker.key))
            .collect();
        for (index, tint) in tints.iter().enumerate() {
            assert!(!tints[index + 1..].contains(tint), "{tint:?}");
        }
    }

    proptest! {
        #[test]
        fn stretches_are_sorted_disjoint_and_cover_what_is_attributed(
            spans in prop::collection::vec((0_usize..60, 1_usize..20), 0..10),
        ) {
            let spans: Vec<[(usize, usize); 1]> =
                spans.iter().map(|&(start, length)| [(start, start + length)]).collect();
            let statements: Vec<_> = spans.iter().map(|span| (&span[..], None)).collect();
            let findings = findings(&statements);
            let ids: Vec<StatementId> = (0..spans.len() as u32).map(StatementId).collect();
            let found = stretches(&findings, Span::new(10, 50), &ids);
            for pair in found.windows(2) {
                prop_assert!(pair[0].span.end() <= pair[1].span.start());
            }
            for at in 10..50 {
                let covering: Vec<u32> = (0..spans.len())
                    .filter(|&index| (spans[index][0].0..spans[index][0].1).contains(&at))
                    .map(|index| index as u32)
                    .collect();
                let here = found.iter().find(|stretch| (stretch.span.start()..stretch.span.end()).contains(&at));
                prop_assert_eq!(here.is_some(), !covering.is_empty());
                if let Some(stretch) = here {
                    prop_assert!(covering.contains(&stretch.statement.0));
                    prop_assert_eq!(stretch.around.is_some(), 1 < covering.len());
                }
            }
        }
    }
}
