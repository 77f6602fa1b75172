//! A correction that was made: what, who, when, and how to take it back.

use jiff::Timestamp;

use super::draft::Before;
use super::edit::Edit;
use crate::document::{Entity, EntityId, Mention, MentionId, Statement, StatementId};

/// Who made a correction, and when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stamp {
    /// What the reader calls himself; may be empty.
    pub by: String,
    /// To the second; 1970 if it is not known.
    pub at: Timestamp,
}

/// A correction that was made.
#[derive(Clone, Debug)]
pub struct Step {
    /// What.
    pub edit: Edit,
    /// Who and when.
    pub stamp: Stamp,
    /// What it has changed; nothing while it is undone.
    pub(super) before: Option<Before>,
}

/// Two steps are the same if the same was done by the same reader at the same time.
impl PartialEq for Step {
    fn eq(&self, other: &Self) -> bool {
        self.edit == other.edit && self.stamp == other.stamp
    }
}

impl Step {
    /// A step that is not in force yet.
    pub fn new(edit: Edit, stamp: Stamp) -> Self {
        Self {
            edit,
            stamp,
            before: None,
        }
    }

    /// A mention as it was before; nothing if it has not changed, or while the step is undone.
    pub fn old_mention(&self, id: MentionId) -> Option<&Mention> {
        self.before.as_ref()?.mention(id)
    }

    /// An entity as it was before; nothing if it has not changed, or while the step is undone.
    pub fn old_entity(&self, id: EntityId) -> Option<&Entity> {
        self.before.as_ref()?.entity(id)
    }

    /// A statement as it was before; nothing if it has not changed, or while the step is undone.
    pub fn old_statement(&self, id: StatementId) -> Option<&Statement> {
        self.before.as_ref()?.statement(id)
    }

    /// Mentions that it has changed; not those that it has added.
    pub fn mentions(&self) -> impl Iterator<Item = MentionId> + '_ {
        self.before.iter().flat_map(Before::mentions)
    }

    /// Entities that it has changed; not those that it has added.
    pub fn entities(&self) -> impl Iterator<Item = EntityId> + '_ {
        self.before.iter().flat_map(Before::entities)
    }

    /// Statements that it has changed; not those that it has added.
    pub fn statements(&self) -> impl Iterator<Item = StatementId> + '_ {
        self.before.iter().flat_map(Before::statements)
    }
}
