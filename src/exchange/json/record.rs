//! The objects of the file, fields in the order in which they are written.

use serde::{Deserialize, Serialize};

use crate::article::{BlockKind, Format};
use crate::document::{Form, Kind, Medium, Reason, Stance, StatementKind, Verdict};

/// Start and end in code points.
pub(super) type Range = (usize, usize);

/// The article.
#[derive(Serialize, Deserialize)]
pub(super) struct DocumentRecord {
    pub id: String,
    pub title: Option<String>,
    pub language: String,
    pub source: Option<String>,
    pub format: Format,
    pub url: Option<String>,
    pub encoding: String,
    pub date: Option<String>,
    pub byline: Option<String>,
    pub sha256: String,
    pub text: String,
    pub blocks: Vec<BlockRecord>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct BlockRecord {
    pub kind: BlockKind,
    pub start: usize,
    pub end: usize,
}

#[derive(Serialize, Deserialize)]
pub(super) struct MentionRecord {
    pub id: u32,
    pub start: usize,
    pub end: usize,
    pub text: String,
    #[serde(rename = "type")]
    pub kind: Kind,
    pub form: Form,
    pub entity: Option<u32>,
    /// Files from before there were values have no such field.
    #[serde(default)]
    pub value: Option<String>,
    pub confidence: f32,
    pub verdict: Verdict,
}

#[derive(Serialize, Deserialize)]
pub(super) struct EntityRecord {
    pub id: u32,
    pub name: String,
    #[serde(rename = "type")]
    pub kind: Kind,
    pub role: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<String>,
    pub aliases: Vec<String>,
    pub note: String,
}

#[derive(Serialize, Deserialize)]
pub(super) struct StatementRecord {
    pub id: u32,
    pub kind: StatementKind,
    pub medium: Medium,
    /// Files from before there were stances have no such field.
    #[serde(default)]
    pub stance: Stance,
    pub content: Vec<Range>,
    pub text: String,
    pub cue: Vec<Range>,
    pub frame: Vec<Range>,
    pub speaker: Option<VoiceRecord>,
    pub addressee: Option<VoiceRecord>,
    pub via: Vec<VoiceRecord>,
    pub inside: Option<u32>,
    pub salience: f32,
    pub key: bool,
    pub confidence: f32,
    pub verdict: Verdict,
    pub note: String,
}

#[derive(Serialize, Deserialize)]
pub(super) struct VoiceRecord {
    pub spans: Vec<Range>,
    /// For whoever reads the file without joining tables; not read back.
    #[serde(default)]
    pub name: Option<String>,
    pub entity: Option<u32>,
    /// Whether it stays unnamed, derived from the words; not read back.
    #[serde(default)]
    pub anonymous: bool,
    pub because: Reason,
}

/// What the program had found before the reader's corrections.
#[derive(Serialize, Deserialize)]
pub(super) struct FoundRecord {
    pub counts: CountsRecord,
    pub mentions: Vec<MentionRecord>,
    pub entities: Vec<EntityRecord>,
    pub statements: Vec<StatementRecord>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct CountsRecord {
    pub mentions: usize,
    pub entities: usize,
    pub statements: usize,
}

/// A correction.
#[derive(Serialize, Deserialize)]
#[serde(tag = "edit", rename_all = "snake_case")]
pub(super) enum EditRecord {
    JudgeMention {
        mention: u32,
        verdict: Verdict,
    },
    SetMentionKind {
        mention: u32,
        #[serde(rename = "type")]
        kind: Kind,
    },
    SetMentionEntity {
        mention: u32,
        entity: Option<u32>,
    },
    AddMention {
        start: usize,
        end: usize,
        #[serde(rename = "type")]
        kind: Kind,
        entity: Option<u32>,
    },
    RenameEntity {
        entity: u32,
        name: String,
    },
    SetEntityKind {
        entity: u32,
        #[serde(rename = "type")]
        kind: Kind,
    },
    SetEntityRole {
        entity: u32,
        role: Option<String>,
    },
    SetEntityNote {
        entity: u32,
        note: String,
    },
    JudgeStatement {
        statement: u32,
        verdict: Verdict,
    },
    SetStatementKind {
        statement: u32,
        kind: StatementKind,
    },
    SetSpeaker {
        statement: u32,
        speaker: Option<u32>,
    },
    SetStatementNote {
        statement: u32,
        note: String,
    },
    Group {
        edits: Vec<Self>,
    },
}

/// Everything that is read.
#[derive(Deserialize)]
pub(super) struct FileRecord {
    pub document: DocumentRecord,
    pub mentions: Vec<MentionRecord>,
    pub entities: Vec<EntityRecord>,
    pub statements: Vec<StatementRecord>,
    #[serde(default)]
    pub edits: Vec<EditRecord>,
    #[serde(default)]
    pub undone: usize,
    pub found: Option<FoundRecord>,
}
