//! Who has the last word on each finding: the program, or the reader in one of his steps.

use super::step::{Stamp, Step};
use crate::document::{EntityId, Findings, MentionId, StatementId};

/// For each finding the step that touched it last; nothing where the program's word stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Provenance<'a> {
    mentions: Vec<Option<&'a Stamp>>,
    entities: Vec<Option<&'a Stamp>>,
    statements: Vec<Option<&'a Stamp>>,
    note: Option<&'a Stamp>,
}

impl<'a> Provenance<'a> {
    pub(super) fn new(findings: &Findings, steps: &'a [Step]) -> Self {
        let mut last = Self {
            mentions: vec![None; findings.mentions.len()],
            entities: vec![None; findings.entities.len()],
            statements: vec![None; findings.statements.len()],
            note: None,
        };
        for (index, step) in steps.iter().enumerate() {
            let Some(before) = &step.before else {
                continue;
            };
            // What this step has added stands behind what was there, up to where the next one began.
            let next = steps.get(index + 1).and_then(|next| next.before.as_ref());
            let begin = before.counts();
            let end = next.map_or(
                [
                    last.mentions.len(),
                    last.entities.len(),
                    last.statements.len(),
                ],
                super::draft::Before::counts,
            );
            let stamp = Some(&step.stamp);
            last.mentions[begin[0]..end[0]].fill(stamp);
            last.entities[begin[1]..end[1]].fill(stamp);
            last.statements[begin[2]..end[2]].fill(stamp);
            for id in before.mentions() {
                last.mentions[id.0 as usize] = stamp;
            }
            for id in before.entities() {
                last.entities[id.0 as usize] = stamp;
            }
            for id in before.statements() {
                last.statements[id.0 as usize] = stamp;
            }
            if before.has_note() {
                last.note = stamp;
            }
        }
        last
    }

    /// The same for some of the findings, which are counted anew in this order.
    #[must_use]
    pub fn picked(
        &self,
        mentions: &[MentionId],
        entities: &[EntityId],
        statements: &[StatementId],
    ) -> Self {
        Self {
            mentions: mentions.iter().map(|&id| self.mention(id)).collect(),
            entities: entities.iter().map(|&id| self.entity(id)).collect(),
            statements: statements.iter().map(|&id| self.statement(id)).collect(),
            note: self.note,
        }
    }

    /// Who touched a mention last, and when; nothing if no reader did.
    pub fn mention(&self, id: MentionId) -> Option<&'a Stamp> {
        self.mentions.get(id.0 as usize).copied().flatten()
    }

    /// Who touched an entity last, and when; nothing if no reader did.
    pub fn entity(&self, id: EntityId) -> Option<&'a Stamp> {
        self.entities.get(id.0 as usize).copied().flatten()
    }

    /// Who touched a statement last, and when; nothing if no reader did.
    pub fn statement(&self, id: StatementId) -> Option<&'a Stamp> {
        self.statements.get(id.0 as usize).copied().flatten()
    }

    /// Who wrote the note on the article, and when.
    pub fn note(&self) -> Option<&'a Stamp> {
        self.note
    }
}
