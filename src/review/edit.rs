//! One correction: says what shall be, so that it is harmless to repeat.

use crate::document::{
    Confidence, Entity, EntityId, Findings, Form, Kind, Mention, MentionId, Reason, Statement,
    StatementId, StatementKind, Verdict, Voice,
};
use crate::span::Span;

/// A correction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Confirms or rejects a mention, or takes that back.
    JudgeMention {
        /// Which.
        mention: MentionId,
        /// What the reader says.
        verdict: Verdict,
    },
    /// "Paris" here is a person: this mention alone, which then belongs to an entity of that kind.
    SetMentionKind {
        /// Which.
        mention: MentionId,
        /// What it names.
        kind: Kind,
    },
    /// "Er" here is Lawrow: the mention belongs to this entity, or to none.
    SetMentionEntity {
        /// Which.
        mention: MentionId,
        /// Who or what is meant.
        entity: Option<EntityId>,
    },
    /// Marks a place in the text. Without `entity`, a name belongs to the entity that bears it, or to a new one.
    AddMention {
        /// Where.
        span: Span,
        /// What is named.
        kind: Kind,
        /// Who or what is meant, where the reader says so.
        entity: Option<EntityId>,
    },
    /// The old name stays as an alias.
    RenameEntity {
        /// Which.
        entity: EntityId,
        /// The new name.
        name: String,
    },
    /// "Al-Watan" is an organisation: the entity and all its mentions of its old kind.
    SetEntityKind {
        /// Which.
        entity: EntityId,
        /// Person, organisation, location or other.
        kind: Kind,
    },
    /// "Vize-Außenminister".
    SetEntityRole {
        /// Which.
        entity: EntityId,
        /// The role, if there is one.
        role: Option<String>,
    },
    /// The reader's note on an entity; an empty one takes it away.
    SetEntityNote {
        /// Which.
        entity: EntityId,
        /// The whole note.
        note: String,
    },
    /// Confirms or rejects a statement, or takes that back.
    JudgeStatement {
        /// Which.
        statement: StatementId,
        /// What the reader says.
        verdict: Verdict,
    },
    /// »Das ist neu«, sagte sie: direct. Sie sagte, das sei neu: indirect.
    SetStatementKind {
        /// Which.
        statement: StatementId,
        /// How it is rendered.
        kind: StatementKind,
    },
    /// Who says it; `None` where the article does not tell.
    SetSpeaker {
        /// Which.
        statement: StatementId,
        /// Who.
        speaker: Option<EntityId>,
    },
    /// The reader's note on a statement; an empty one takes it away.
    SetStatementNote {
        /// Which.
        statement: StatementId,
        /// The whole note.
        note: String,
    },
    /// Several corrections as one step.
    Group(Vec<Self>),
}

/// Why a correction does not fit a document.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// There is no such mention.
    #[error("there is no mention {}", .0.0)]
    NoMention(MentionId),
    /// There is no such entity.
    #[error("there is no entity {}", .0.0)]
    NoEntity(EntityId),
    /// There is no such statement.
    #[error("there is no statement {}", .0.0)]
    NoStatement(StatementId),
    /// Nothing but white space is marked, or the place is not in the text.
    #[error("bytes {} to {} are no words of the text", .0.start(), .0.end())]
    NoWords(Span),
    /// A name has to have a visible character.
    #[error("a name must not be empty")]
    NoName,
    /// Only persons, organisations, places and others are entities.
    #[error("an entity is a person, an organisation, a place or another name, no {}", .0.label())]
    NoEntityKind(Kind),
    /// Groups stand in groups too deep.
    #[error("corrections are grouped more than {MAX_DEPTH} deep")]
    TooDeep,
}

/// Groups in groups: one level is needed, and a file may not drive the program out of its stack.
const MAX_DEPTH: usize = 8;

impl Edit {
    /// Makes the correction in `findings` of `text`. On an error `findings` may be half changed: they are to be dropped.
    pub(super) fn apply(&self, text: &str, findings: &mut Findings) -> Result<(), EditError> {
        self.apply_at(0, text, findings)
    }

    fn apply_at(&self, depth: usize, text: &str, findings: &mut Findings) -> Result<(), EditError> {
        match self {
            Self::JudgeMention { mention, verdict } => {
                mention_mut(findings, *mention)?.verdict = *verdict;
            }
            Self::SetMentionKind { mention, kind } => {
                set_mention_kind(text, findings, *mention, *kind)?;
            }
            Self::SetMentionEntity { mention, entity } => {
                set_mention_entity(findings, *mention, *entity)?;
            }
            Self::AddMention { span, kind, entity } => {
                add_mention(text, findings, *span, *kind, *entity)?;
            }
            Self::RenameEntity { entity, name } => rename(findings, *entity, name)?,
            Self::SetEntityKind { entity, kind } => set_entity_kind(findings, *entity, *kind)?,
            Self::SetEntityRole { entity, role } => {
                entity_mut(findings, *entity)?.role.clone_from(role);
            }
            Self::SetEntityNote { entity, note } => {
                entity_mut(findings, *entity)?.note.clone_from(note);
            }
            Self::JudgeStatement { statement, verdict } => {
                statement_mut(findings, *statement)?.verdict = *verdict;
            }
            Self::SetStatementKind { statement, kind } => {
                let statement = statement_mut(findings, *statement)?;
                if statement.kind != *kind {
                    statement.kind = *kind;
                    mark_changed(&mut statement.verdict);
                }
            }
            Self::SetSpeaker { statement, speaker } => {
                set_speaker(findings, *statement, *speaker)?;
            }
            Self::SetStatementNote { statement, note } => {
                statement_mut(findings, *statement)?.note.clone_from(note);
            }
            Self::Group(_) if MAX_DEPTH <= depth => return Err(EditError::TooDeep),
            Self::Group(edits) => {
                for edit in edits {
                    edit.apply_at(depth + 1, text, findings)?;
                }
            }
        }
        Ok(())
    }
}

fn mention_mut(findings: &mut Findings, id: MentionId) -> Result<&mut Mention, EditError> {
    let mention = findings.mentions.get_mut(id.0 as usize);
    mention.ok_or(EditError::NoMention(id))
}

fn entity_mut(findings: &mut Findings, id: EntityId) -> Result<&mut Entity, EditError> {
    let entity = findings.entities.get_mut(id.0 as usize);
    entity.ok_or(EditError::NoEntity(id))
}

fn statement_mut(findings: &mut Findings, id: StatementId) -> Result<&mut Statement, EditError> {
    let statement = findings.statements.get_mut(id.0 as usize);
    statement.ok_or(EditError::NoStatement(id))
}

/// What the reader added stays "added" when it is changed.
fn mark_changed(verdict: &mut Verdict) {
    if *verdict != Verdict::Added {
        *verdict = Verdict::Changed;
    }
}

fn set_mention_kind(
    text: &str,
    findings: &mut Findings,
    id: MentionId,
    kind: Kind,
) -> Result<(), EditError> {
    let mention = mention_mut(findings, id)?;
    if mention.kind == kind {
        return Ok(());
    }
    (mention.kind, mention.value) = (kind, None);
    mark_changed(&mut mention.verdict);
    let (entity, span) = (mention.entity, mention.span);
    let named = entity.and_then(|id| findings.entities.get(id.0 as usize));
    let entity = match named {
        _ if !kind.is_name() => None,
        Some(named) if named.kind == kind => entity,
        Some(named) => {
            let name = named.name.clone();
            Some(entity_called(findings, &name, kind))
        }
        None if span.of(text).trim().is_empty() => None,
        None => Some(entity_called(findings, span.of(text), kind)),
    };
    mention_mut(findings, id)?.entity = entity;
    Ok(())
}

fn set_mention_entity(
    findings: &mut Findings,
    id: MentionId,
    entity: Option<EntityId>,
) -> Result<(), EditError> {
    if let Some(entity) = entity {
        entity_mut(findings, entity)?;
    }
    let mention = mention_mut(findings, id)?;
    if mention.entity != entity {
        mention.entity = entity;
        mark_changed(&mut mention.verdict);
    }
    Ok(())
}

fn add_mention(
    text: &str,
    findings: &mut Findings,
    span: Span,
    kind: Kind,
    entity: Option<EntityId>,
) -> Result<(), EditError> {
    let words = text.get(span.range()).unwrap_or_default();
    if words.trim().is_empty() {
        return Err(EditError::NoWords(span));
    }
    if let Some(entity) = entity {
        entity_mut(findings, entity)?;
    }
    let entity = match entity {
        None if kind.is_name() => Some(entity_called(findings, words, kind)),
        told => told,
    };
    let there = findings.mentions.iter_mut().find(|old| old.span == span);
    if let Some(old) = there {
        let is_same = old.kind == kind && old.entity == entity;
        if old.kind != kind {
            old.value = None;
        }
        (old.kind, old.entity) = (kind, entity);
        match old.verdict {
            Verdict::Rejected if is_same => old.verdict = Verdict::Accepted,
            _ if is_same => {}
            _ => mark_changed(&mut old.verdict),
        }
        return Ok(());
    }
    findings.mentions.push(Mention {
        span,
        kind,
        form: if kind.is_name() {
            Form::Name
        } else {
            Form::Description
        },
        entity,
        value: None,
        confidence: Confidence::CERTAIN,
        verdict: Verdict::Added,
    });
    Ok(())
}

/// The entity of this kind that bears the name, as its own or as an alias; a new one if there is none.
fn entity_called(findings: &mut Findings, name: &str, kind: Kind) -> EntityId {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let bears = |entity: &Entity| entity.name == name || entity.aliases.contains(&name);
    let there = findings
        .entities
        .iter()
        .position(|entity| entity.kind == kind && bears(entity));
    let index = there.unwrap_or_else(|| {
        findings.entities.push(Entity {
            name,
            kind,
            role: None,
            party: None,
            aliases: Vec::new(),
            note: String::new(),
        });
        findings.entities.len() - 1
    });
    EntityId(index as u32)
}

fn rename(findings: &mut Findings, id: EntityId, name: &str) -> Result<(), EditError> {
    let name = name.trim();
    if name.is_empty() {
        return Err(EditError::NoName);
    }
    let entity = entity_mut(findings, id)?;
    if entity.name != name {
        let old = std::mem::replace(&mut entity.name, name.into());
        entity.aliases.push(old);
        entity.aliases.retain(|alias| alias != name);
        entity.aliases.sort();
        entity.aliases.dedup();
    }
    Ok(())
}

fn set_entity_kind(findings: &mut Findings, id: EntityId, kind: Kind) -> Result<(), EditError> {
    if !kind.is_name() {
        return Err(EditError::NoEntityKind(kind));
    }
    let entity = entity_mut(findings, id)?;
    let old = std::mem::replace(&mut entity.kind, kind);
    if old == kind {
        return Ok(());
    }
    for mention in &mut findings.mentions {
        if mention.entity == Some(id) && mention.kind == old {
            mention.kind = kind;
            if mention.verdict != Verdict::Rejected {
                mark_changed(&mut mention.verdict);
            }
        }
    }
    Ok(())
}

fn set_speaker(
    findings: &mut Findings,
    id: StatementId,
    speaker: Option<EntityId>,
) -> Result<(), EditError> {
    if let Some(speaker) = speaker {
        entity_mut(findings, speaker)?;
    }
    let statement = statement_mut(findings, id)?;
    let current = statement.speaker.as_ref();
    let is_same = match (current, speaker) {
        (None, None) => true,
        (Some(voice), Some(speaker)) => voice.entity == Some(speaker),
        _ => false,
    };
    if is_same {
        return Ok(());
    }
    mark_changed(&mut statement.verdict);
    let frame = statement.frame.clone();
    // The words that name the speaker, where the statement's own sentence has some.
    let voice = speaker.map(|speaker| Voice {
        spans: findings
            .mentions_of(speaker)
            .map(|(_, mention)| mention.span)
            .find(|&span| frame.iter().any(|part| part.contains(span)))
            .into_iter()
            .collect(),
        entity: Some(speaker),
        because: Reason::Reader,
    });
    statement_mut(findings, id)?.speaker = voice;
    Ok(())
}
