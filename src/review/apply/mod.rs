//! What each correction does.

mod entities;
mod mentions;
mod statements;

use super::draft::Draft;
use super::edit::{Edit, EditError, MAX_DEPTH};
use crate::document::Verdict;
use crate::span::Span;

/// Makes the correction in findings of `text`. On an error the draft may be half changed: it is to be dropped.
pub(super) fn apply(edit: &Edit, text: &str, draft: &mut Draft) -> Result<(), EditError> {
    apply_at(0, edit, text, draft)
}

fn apply_at(depth: usize, edit: &Edit, text: &str, draft: &mut Draft) -> Result<(), EditError> {
    match edit {
        Edit::JudgeMention { mention, verdict } => {
            draft.mention_mut(*mention)?.verdict = *verdict;
        }
        Edit::SetMentionKind { mention, kind } => {
            mentions::set_kind(text, draft, *mention, *kind)?;
        }
        Edit::SetMentionEntity { mention, entity } => {
            mentions::set_entity(draft, *mention, *entity)?;
        }
        Edit::ResizeMention { mention, span } => mentions::resize(text, draft, *mention, *span)?,
        Edit::SetMentionNote { mention, note } => {
            draft.mention_mut(*mention)?.note.clone_from(note);
        }
        Edit::AddMention { span, kind, entity } => {
            mentions::add(text, draft, *span, *kind, *entity)?;
        }
        Edit::RenameEntity { entity, name } => entities::rename(draft, *entity, name)?,
        Edit::SetEntityKind { entity, kind } => entities::set_kind(draft, *entity, *kind)?,
        Edit::SetEntityRole { entity, role } => {
            draft.entity_mut(*entity)?.role.clone_from(role);
        }
        Edit::SetEntityNote { entity, note } => {
            draft.entity_mut(*entity)?.note.clone_from(note);
        }
        Edit::MergeEntities { from, into } => entities::merge(draft, *from, *into)?,
        Edit::SplitEntity { mentions, name } => entities::split(draft, mentions, name)?,
        Edit::JudgeStatement { statement, verdict } => {
            draft.statement_mut(*statement)?.verdict = *verdict;
        }
        Edit::SetStatementKind { statement, kind } => {
            let statement = draft.statement_mut(*statement)?;
            if statement.kind != *kind {
                statement.kind = *kind;
                mark_changed(&mut statement.verdict);
            }
        }
        Edit::ResizeStatement { statement, content } => {
            statements::resize(text, draft, *statement, content)?;
        }
        Edit::AddStatement {
            content,
            kind,
            speaker,
        } => statements::add(text, draft, content, *kind, *speaker)?,
        Edit::SetSpeaker { statement, speaker } => {
            statements::set_speaker(text, draft, *statement, *speaker)?;
        }
        Edit::SetAddressee {
            statement,
            addressee,
        } => statements::set_addressee(text, draft, *statement, *addressee)?,
        Edit::SetVia { statement, via } => statements::set_via(text, draft, *statement, via)?,
        Edit::SetKey { statement, key } => draft.statement_mut(*statement)?.key = *key,
        Edit::SetStatementNote { statement, note } => {
            draft.statement_mut(*statement)?.note.clone_from(note);
        }
        Edit::SetArticleNote { note } => draft.note_mut().clone_from(note),
        Edit::Group { .. } if MAX_DEPTH <= depth => return Err(EditError::TooDeep),
        Edit::Group { edits } => {
            for edit in edits {
                apply_at(depth + 1, edit, text, draft)?;
            }
        }
    }
    Ok(())
}

/// What the reader added stays "added" when it is changed.
fn mark_changed(verdict: &mut Verdict) {
    if *verdict != Verdict::Added {
        *verdict = Verdict::Changed;
    }
}

/// The words of a place; an error if there are none.
fn words(text: &str, span: Span) -> Result<&str, EditError> {
    let words = text.get(span.range()).unwrap_or_default();
    if words.trim().is_empty() {
        return Err(EditError::NoWords(span));
    }
    Ok(words)
}
