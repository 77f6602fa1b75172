//! One correction: says what shall be, so that it is harmless to repeat.

use serde::{Deserialize, Serialize};

use crate::document::{EntityId, Kind, MentionId, StatementId, StatementKind, Verdict};
use crate::span::Span;

/// A correction. `P` is how a place in the text is given: inside the program a [`Span`], in files what they count in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "edit", rename_all = "snake_case")]
pub enum Edit<P = Span> {
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
        #[serde(rename = "type")]
        kind: Kind,
    },
    /// "Er" here is Lawrow: the mention belongs to this entity, or to none.
    SetMentionEntity {
        /// Which.
        mention: MentionId,
        /// Who or what is meant.
        entity: Option<EntityId>,
    },
    /// The mention is shorter or longer.
    ResizeMention {
        /// Which.
        mention: MentionId,
        /// All of its words.
        span: P,
    },
    /// The reader's note on a mention; an empty one takes it away.
    SetMentionNote {
        /// Which.
        mention: MentionId,
        /// The whole note.
        note: String,
    },
    /// Marks a place in the text. Without `entity`, a name belongs to the entity that bears it, or to a new one.
    AddMention {
        /// Where.
        span: P,
        /// What is named.
        #[serde(rename = "type")]
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
        #[serde(rename = "type")]
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
    /// Two entities are one: everything of the first goes to the second, its names become aliases.
    MergeEntities {
        /// Which is no more.
        from: EntityId,
        /// Which takes everything.
        into: EntityId,
    },
    /// Some mentions mean somebody else: they get an entity of their own, and what they say goes with them.
    SplitEntity {
        /// Which.
        mentions: Vec<MentionId>,
        /// Name of the new entity.
        name: String,
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
    /// More, less or something else is said.
    ResizeStatement {
        /// Which.
        statement: StatementId,
        /// All of what is said: sorted, disjoint.
        content: Vec<P>,
    },
    /// Marks what somebody says.
    AddStatement {
        /// What is said: sorted, disjoint.
        content: Vec<P>,
        /// How it is rendered.
        kind: StatementKind,
        /// Who says it.
        speaker: Said<P>,
    },
    /// Who says it.
    SetSpeaker {
        /// Which.
        statement: StatementId,
        /// Who.
        speaker: Said<P>,
    },
    /// To whom it is said.
    SetAddressee {
        /// Which.
        statement: StatementId,
        /// Whom; nobody in particular without.
        addressee: Option<Who<P>>,
    },
    /// Through whom it became known: "wie Interfax meldet".
    SetVia {
        /// Which.
        statement: StatementId,
        /// All of them.
        via: Vec<Who<P>>,
    },
    /// Whether it is a key statement.
    SetKey {
        /// Which.
        statement: StatementId,
        /// Whether it is.
        key: bool,
    },
    /// The reader's note on a statement; an empty one takes it away.
    SetStatementNote {
        /// Which.
        statement: StatementId,
        /// The whole note.
        note: String,
    },
    /// The reader's note on the article; an empty one takes it away.
    SetArticleNote {
        /// The whole note.
        note: String,
    },
    /// Several corrections as one step.
    Group {
        /// First to last.
        edits: Vec<Self>,
    },
}

/// Who makes a statement, as far as the reader says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Said<P = Span> {
    /// The article does not tell.
    Unknown,
    /// The article itself: its author speaks.
    Editorial,
    /// Somebody.
    By(Who<P>),
}

/// Somebody, as a reader points at him.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Who<P = Span> {
    /// An entity.
    Entity(EntityId),
    /// Words of the article.
    Words(P),
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
    /// A statement of nothing, or one whose parts overlap.
    #[error("what is said is empty, or its parts are out of order")]
    NoContent,
    /// Nothing to be split off.
    #[error("no mention is to be split off")]
    NothingToSplit,
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
pub(super) const MAX_DEPTH: usize = 8;

impl<P> Edit<P> {
    /// The same correction with places given in another way. An error of `place` is passed on.
    pub fn map<Q, E>(self, place: &mut impl FnMut(P) -> Result<Q, E>) -> Result<Edit<Q>, E> {
        Ok(match self {
            Self::ResizeMention { mention, span } => Edit::ResizeMention {
                mention,
                span: place(span)?,
            },
            Self::AddMention { span, kind, entity } => Edit::AddMention {
                span: place(span)?,
                kind,
                entity,
            },
            Self::ResizeStatement { statement, content } => Edit::ResizeStatement {
                statement,
                content: content.into_iter().map(place).collect::<Result<_, _>>()?,
            },
            Self::AddStatement {
                content,
                kind,
                speaker,
            } => Edit::AddStatement {
                content: (content.into_iter().map(&mut *place)).collect::<Result<_, _>>()?,
                kind,
                speaker: speaker.map(place)?,
            },
            Self::SetSpeaker { statement, speaker } => Edit::SetSpeaker {
                statement,
                speaker: speaker.map(place)?,
            },
            Self::SetAddressee {
                statement,
                addressee,
            } => Edit::SetAddressee {
                statement,
                addressee: addressee.map(|who| who.map(place)).transpose()?,
            },
            Self::SetVia { statement, via } => Edit::SetVia {
                statement,
                via: (via.into_iter().map(|who| who.map(place))).collect::<Result<_, _>>()?,
            },
            Self::Group { edits } => Edit::Group {
                edits: (edits.into_iter().map(|edit| edit.map(place))).collect::<Result<_, _>>()?,
            },
            // The others have no place.
            Self::JudgeMention { mention, verdict } => Edit::JudgeMention { mention, verdict },
            Self::SetMentionKind { mention, kind } => Edit::SetMentionKind { mention, kind },
            Self::SetMentionEntity { mention, entity } => {
                Edit::SetMentionEntity { mention, entity }
            }
            Self::SetMentionNote { mention, note } => Edit::SetMentionNote { mention, note },
            Self::RenameEntity { entity, name } => Edit::RenameEntity { entity, name },
            Self::SetEntityKind { entity, kind } => Edit::SetEntityKind { entity, kind },
            Self::SetEntityRole { entity, role } => Edit::SetEntityRole { entity, role },
            Self::SetEntityNote { entity, note } => Edit::SetEntityNote { entity, note },
            Self::MergeEntities { from, into } => Edit::MergeEntities { from, into },
            Self::SplitEntity { mentions, name } => Edit::SplitEntity { mentions, name },
            Self::JudgeStatement { statement, verdict } => {
                Edit::JudgeStatement { statement, verdict }
            }
            Self::SetStatementKind { statement, kind } => {
                Edit::SetStatementKind { statement, kind }
            }
            Self::SetKey { statement, key } => Edit::SetKey { statement, key },
            Self::SetStatementNote { statement, note } => {
                Edit::SetStatementNote { statement, note }
            }
            Self::SetArticleNote { note } => Edit::SetArticleNote { note },
        })
    }
}

impl<P> Said<P> {
    fn map<Q, E>(self, place: &mut impl FnMut(P) -> Result<Q, E>) -> Result<Said<Q>, E> {
        Ok(match self {
            Self::Unknown => Said::Unknown,
            Self::Editorial => Said::Editorial,
            Self::By(who) => Said::By(who.map(place)?),
        })
    }
}

impl<P> Who<P> {
    fn map<Q, E>(self, place: &mut impl FnMut(P) -> Result<Q, E>) -> Result<Who<Q>, E> {
        Ok(match self {
            Self::Entity(id) => Who::Entity(id),
            Self::Words(span) => Who::Words(place(span)?),
        })
    }
}
