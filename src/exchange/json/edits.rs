//! Corrections in our own JSON, both ways.

use super::invalid::Fault;
use super::read::Reader;
use super::record::EditRecord;
use super::write::Writer;
use crate::document::{EntityId, MentionId, StatementId};
use crate::review::Edit;

impl Writer<'_> {
    pub(super) fn edits(&self, edits: &[Edit]) -> Vec<EditRecord> {
        edits.iter().map(|edit| self.edit(edit)).collect()
    }

    fn edit(&self, edit: &Edit) -> EditRecord {
        match edit.clone() {
            Edit::JudgeMention { mention, verdict } => EditRecord::JudgeMention {
                mention: mention.0,
                verdict,
            },
            Edit::SetMentionKind { mention, kind } => EditRecord::SetMentionKind {
                mention: mention.0,
                kind,
            },
            Edit::SetMentionEntity { mention, entity } => EditRecord::SetMentionEntity {
                mention: mention.0,
                entity: entity.map(|id| id.0),
            },
            Edit::AddMention { span, kind, entity } => {
                let (start, end) = self.range(span);
                EditRecord::AddMention {
                    start,
                    end,
                    kind,
                    entity: entity.map(|id| id.0),
                }
            }
            Edit::RenameEntity { entity, name } => EditRecord::RenameEntity {
                entity: entity.0,
                name,
            },
            Edit::SetEntityKind { entity, kind } => EditRecord::SetEntityKind {
                entity: entity.0,
                kind,
            },
            Edit::SetEntityRole { entity, role } => EditRecord::SetEntityRole {
                entity: entity.0,
                role,
            },
            Edit::SetEntityNote { entity, note } => EditRecord::SetEntityNote {
                entity: entity.0,
                note,
            },
            Edit::JudgeStatement { statement, verdict } => EditRecord::JudgeStatement {
                statement: statement.0,
                verdict,
            },
            Edit::SetStatementKind { statement, kind } => EditRecord::SetStatementKind {
                statement: statement.0,
                kind,
            },
            Edit::SetSpeaker { statement, speaker } => EditRecord::SetSpeaker {
                statement: statement.0,
                speaker: speaker.map(|id| id.0),
            },
            Edit::SetStatementNote { statement, note } => EditRecord::SetStatementNote {
                statement: statement.0,
                note,
            },
            Edit::Group(edits) => EditRecord::Group {
                edits: self.edits(&edits),
            },
        }
    }
}

impl Reader<'_> {
    pub(super) fn edits(&self, records: Vec<EditRecord>) -> Result<Vec<Edit>, Fault> {
        records
            .into_iter()
            .map(|record| self.edit(record))
            .collect()
    }

    fn edit(&self, record: EditRecord) -> Result<Edit, Fault> {
        Ok(match record {
            EditRecord::JudgeMention { mention, verdict } => Edit::JudgeMention {
                mention: MentionId(mention),
                verdict,
            },
            EditRecord::SetMentionKind { mention, kind } => Edit::SetMentionKind {
                mention: MentionId(mention),
                kind,
            },
            EditRecord::SetMentionEntity { mention, entity } => Edit::SetMentionEntity {
                mention: MentionId(mention),
                entity: entity.map(EntityId),
            },
            EditRecord::AddMention {
                start,
                end,
                kind,
                entity,
            } => Edit::AddMention {
                span: self.span((start, end))?,
                kind,
                entity: entity.map(EntityId),
            },
            EditRecord::RenameEntity { entity, name } => Edit::RenameEntity {
                entity: EntityId(entity),
                name,
            },
            EditRecord::SetEntityKind { entity, kind } => Edit::SetEntityKind {
                entity: EntityId(entity),
                kind,
            },
            EditRecord::SetEntityRole { entity, role } => Edit::SetEntityRole {
                entity: EntityId(entity),
                role,
            },
            EditRecord::SetEntityNote { entity, note } => Edit::SetEntityNote {
                entity: EntityId(entity),
                note,
            },
            EditRecord::JudgeStatement { statement, verdict } => Edit::JudgeStatement {
                statement: StatementId(statement),
                verdict,
            },
            EditRecord::SetStatementKind { statement, kind } => Edit::SetStatementKind {
                statement: StatementId(statement),
                kind,
            },
            EditRecord::SetSpeaker { statement, speaker } => Edit::SetSpeaker {
                statement: StatementId(statement),
                speaker: speaker.map(EntityId),
            },
            EditRecord::SetStatementNote { statement, note } => Edit::SetStatementNote {
                statement: StatementId(statement),
                note,
            },
            EditRecord::Group { edits } => Edit::Group(self.edits(edits)?),
        })
    }
}
