//! Names, roles and notes that are being typed, in the place where they are shown. No egui in here.

use crate::document::{EntityId, MentionId, StatementId};
use crate::review::Edit;

use super::opened::Opened;
use super::session::Session;
use super::state::Focus;

/// What can be typed anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Field {
    /// The name of an entity.
    Name(EntityId),
    /// What the article says of somebody.
    Role(EntityId),
    /// The note on an entity.
    EntityNote(EntityId),
    /// The note on a mention.
    MentionNote(MentionId),
    /// The note on a statement.
    StatementNote(StatementId),
    /// The note on the article.
    ArticleNote,
    /// The name of who is split off from an entity, with the mentions that mean him.
    Split(EntityId, Vec<MentionId>),
}

/// What is being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Editing {
    /// What.
    pub field: Field,
    /// What was typed so far.
    pub typed: String,
    /// Grows each time something is begun, so that the keyboard goes there once.
    pub number: u64,
}

/// What to do with what is being typed, or is to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Typing {
    /// Begins with this.
    Begin(Field),
    /// Begins with the name of what is in focus.
    BeginName,
    /// Begins with the note on what is in focus.
    BeginNote,
    /// The reader has typed.
    Type(String),
    /// A mention means the same as the others, or is to be split off with them.
    ToggleSplit(MentionId),
    /// What was typed counts.
    Finish,
    /// It does not.
    Cancel,
}

impl Session {
    /// Does one thing of these.
    pub(super) fn edit_words(&mut self, typing: Typing) {
        match typing {
            Typing::Begin(field) => self.begin(field),
            Typing::BeginName => {
                if let Some(id) = self.desk().focused_entity() {
                    self.begin(Field::Name(id));
                }
            }
            Typing::BeginNote => self.begin(match self.desk().focus {
                Some(Focus::Mention(id)) => Field::MentionNote(id),
                Some(Focus::Entity(id)) => Field::EntityNote(id),
                Some(Focus::Statement(id)) => Field::StatementNote(id),
                None => Field::ArticleNote,
            }),
            Typing::Type(typed) => {
                if let Some(editing) = &mut self.editing {
                    editing.typed = typed;
                }
            }
            Typing::ToggleSplit(id) => {
                if let Some(Editing {
                    field: Field::Split(_, mentions),
                    ..
                }) = &mut self.editing
                {
                    match mentions.iter().position(|&other| other == id) {
                        Some(index) => drop(mentions.remove(index)),
                        None => mentions.push(id),
                    }
                }
            }
            Typing::Finish => self.finish(),
            Typing::Cancel => self.editing = None,
        }
    }

    fn begin(&mut self, field: Field) {
        let Some(opened) = &self.desk().opened else {
            return;
        };
        let Some(typed) = as_it_is(opened, &field) else {
            return;
        };
        let number = self.next_serial();
        if matches!(
            field,
            Field::Name(_) | Field::Role(_) | Field::EntityNote(_)
        ) {
            self.desk_mut().tab = super::state::Tab::Context;
        }
        self.editing = Some(Editing {
            field,
            typed,
            number,
        });
    }

    fn finish(&mut self) {
        let Some(editing) = self.editing.take() else {
            return;
        };
        let Some(opened) = &self.desk().opened else {
            return;
        };
        let old = as_it_is(opened, &editing.field);
        let Some(edit) = edit(&editing, old.as_deref()) else {
            return;
        };
        self.correct(edit);
    }
}

/// What stands in the field before anything is typed; nothing if it is gone.
fn as_it_is(opened: &Opened, field: &Field) -> Option<String> {
    let findings = opened.findings();
    let entity = |id: EntityId| findings.entities.get(id.0 as usize);
    Some(match field {
        Field::Name(id) => entity(*id)?.name.clone(),
        Field::Role(id) => entity(*id)?.role.clone().unwrap_or_default(),
        Field::EntityNote(id) => entity(*id)?.note.clone(),
        Field::MentionNote(id) => findings.mentions.get(id.0 as usize)?.note.clone(),
        Field::StatementNote(id) => findings.statements.get(id.0 as usize)?.note.clone(),
        Field::ArticleNote => findings.note.clone(),
        Field::Split(..) => String::new(),
    })
}

/// The correction that was typed; nothing if there is none.
fn edit(editing: &Editing, old: Option<&str>) -> Option<Edit> {
    let typed = editing.typed.trim();
    if Some(typed) == old.map(str::trim) && !matches!(editing.field, Field::Split(..)) {
        return None;
    }
    let note = typed.to_owned();
    Some(match &editing.field {
        Field::Name(entity) => Edit::RenameEntity {
            entity: *entity,
            name: note,
        },
        Field::Role(entity) => Edit::SetEntityRole {
            entity: *entity,
            role: (!typed.is_empty()).then_some(note),
        },
        Field::EntityNote(entity) => Edit::SetEntityNote {
            entity: *entity,
            note,
        },
        Field::MentionNote(mention) => Edit::SetMentionNote {
            mention: *mention,
            note,
        },
        Field::StatementNote(statement) => Edit::SetStatementNote {
            statement: *statement,
            note,
        },
        Field::ArticleNote => Edit::SetArticleNote { note },
        Field::Split(_, mentions) => {
            let mut mentions = mentions.clone();
            mentions.sort();
            Edit::SplitEntity {
                mentions,
                name: note,
            }
        }
    })
}

#[cfg(test)]
#[path = "editing_tests.rs"]
mod tests;
