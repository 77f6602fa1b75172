//! Lists after a correction: only what it has touched is made anew, so that it is on screen at once in the longest article.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::document::{Document, EntityId, Findings, MentionId, Statement, StatementId, Verdict};

use super::highlight;
use super::statements::{self, Row};

/// What a correction has changed or added, or what was changed or added before it was taken back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Touched {
    /// Mentions.
    pub mentions: BTreeSet<MentionId>,
    /// Entities.
    pub entities: BTreeSet<EntityId>,
    /// Statements.
    pub statements: BTreeSet<StatementId>,
}

impl Touched {
    /// Whether the row of a statement may say something else now.
    fn has_row(&self, id: StatementId, statement: &Statement) -> bool {
        let voices = (statement.speaker.iter())
            .chain(&statement.addressee)
            .chain(&statement.via);
        let mut entities = voices.filter_map(|voice| voice.entity);
        self.statements.contains(&id)
            || (statement.inside).is_some_and(|outer| self.statements.contains(&outer))
            || !self.entities.is_empty() && entities.any(|id| self.entities.contains(&id))
    }

    /// Whether rows have to be made anew.
    pub fn has_rows(&self, findings: &Findings) -> bool {
        let mut statements = findings.statements.iter();
        !self.statements.is_empty()
            || !self.entities.is_empty()
                && statements.any(|statement| self.has_row(StatementId(u32::MAX), statement))
    }
}

/// The rows of all statements that are shown; `old` are those from before.
pub fn rows(text: &str, findings: &Findings, old: Vec<Row>, touched: &Touched) -> Vec<Row> {
    let mut kept: Vec<Option<Row>> = Vec::new();
    kept.resize_with(findings.statements.len(), || None);
    for row in old {
        if let Some(place) = kept.get_mut(row.id.0 as usize) {
            *place = Some(row);
        }
    }
    let shown = findings.shown_statements();
    shown
        .map(|(id, statement)| {
            let kept = kept.get_mut(id.0 as usize).and_then(Option::take);
            kept.filter(|_| !touched.has_row(id, statement))
                .unwrap_or_else(|| statements::row(text, findings, id, statement))
        })
        .collect()
}

/// Brings the mentions of each block up to date, as [`highlight::by_block`] would find them.
pub fn by_block(
    document: &Document,
    findings: &Findings,
    by_block: &mut [Vec<MentionId>],
    touched: &Touched,
) {
    if touched.mentions.is_empty() {
        return;
    }
    let blocks = &document.article.blocks;
    let mut is_touched = vec![false; findings.mentions.len()];
    let mut affected: BTreeSet<usize> = BTreeSet::new();
    for &id in &touched.mentions {
        if let Some(mention) = findings.mentions.get(id.0 as usize) {
            is_touched[id.0 as usize] = true;
            affected.insert(highlight::block_of(document, mention.span));
        }
    }
    // What was taken back is not there any more.
    let is_old = |id: &MentionId| is_touched.get(id.0 as usize).copied().unwrap_or(true);
    let with_old = by_block.iter().enumerate();
    affected.extend(
        with_old
            .filter(|(_, ids)| ids.iter().any(is_old))
            .map(|(index, _)| index),
    );
    affected.retain(|&index| index < blocks.len());
    let spans: Vec<_> = affected.iter().map(|&index| blocks[index].span).collect();
    let mut found: Vec<Vec<MentionId>> = vec![Vec::new(); spans.len()];
    for (index, mention) in findings.mentions.iter().enumerate() {
        if mention.verdict == Verdict::Rejected {
            continue;
        }
        let place = spans.partition_point(|block| block.end() <= mention.span.start());
        if spans
            .get(place)
            .is_some_and(|block| block.contains(mention.span))
        {
            found[place].push(MentionId(index as u32));
        }
    }
    for (index, mut ids) in affected.into_iter().zip(found) {
        ids.sort_by_key(|&id| {
            let span = findings.mention(id).span;
            (span.start(), Reverse(span.end()))
        });
        by_block[index] = highlight::layered(findings, ids);
    }
}
