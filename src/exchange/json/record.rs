//! The objects of the file, fields in the order in which they are written.

use serde::{Deserialize, Serialize};

use crate::article::{BlockKind, Format};
use crate::document::{Form, Kind, Medium, Reason, Stance, StatementKind, Verdict};
use crate::review::Edit;

/// Start and end in code points.
pub(in crate::exchange) type Range = (usize, usize);

/// The article.
#[derive(Serialize, Deserialize)]
pub(in crate::exchange) struct DocumentRecord {
    pub id: String,
    pub title: Option<String>,
    pub language: String,
    pub source: Option<String>,
    pub format: Format,
    pub url: Option<String>,
    pub encoding: String,
    pub date: Option<String>,
    pub byline: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agencies: Vec<String>,
    /// Whether the article breaks off where the website asks to be paid.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub stub: bool,
    pub sha256: String,
    pub text: String,
    pub blocks: Vec<BlockRecord>,
}

#[derive(Serialize, Deserialize)]
pub(in crate::exchange) struct BlockRecord {
    pub kind: BlockKind,
    pub start: usize,
    pub end: usize,
}

#[derive(Serialize, Deserialize)]
pub(in crate::exchange) struct MentionRecord {
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
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reader: Option<ReaderRecord>,
}

#[derive(Serialize, Deserialize)]
pub(in crate::exchange) struct EntityRecord {
    pub id: u32,
    pub name: String,
    #[serde(rename = "type")]
    pub kind: Kind,
    pub role: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<String>,
    pub aliases: Vec<String>,
    pub note: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reader: Option<ReaderRecord>,
}

#[derive(Serialize, Deserialize)]
pub(in crate::exchange) struct StatementRecord {
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
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reader: Option<ReaderRecord>,
}

#[derive(Serialize, Deserialize)]
pub(in crate::exchange) struct VoiceRecord {
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
pub(in crate::exchange) struct FoundRecord {
    pub counts: CountsRecord,
    pub mentions: Vec<MentionRecord>,
    pub entities: Vec<EntityRecord>,
    pub statements: Vec<StatementRecord>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

#[derive(Serialize, Deserialize)]
pub(in crate::exchange) struct CountsRecord {
    pub mentions: usize,
    pub entities: usize,
    pub statements: usize,
}

/// The reader's corrections, and what they were made on.
#[derive(Default, Serialize, Deserialize)]
pub(in crate::exchange) struct Corrections {
    /// First to last, the undone ones included.
    #[serde(default)]
    pub edits: Vec<StepRecord>,
    /// How many of the last are not in force.
    #[serde(default)]
    pub undone: usize,
    /// Nothing where what is shown is what was found.
    #[serde(default)]
    pub found: Option<FoundRecord>,
}

/// A correction that was made.
#[derive(Serialize, Deserialize)]
pub(in crate::exchange) struct StepRecord {
    #[serde(flatten)]
    pub edit: Edit<Range>,
    #[serde(default)]
    pub by: String,
    pub at: Option<String>,
}

/// Who touched a finding last, and when; derived from the corrections, not read back.
#[derive(Serialize, Deserialize)]
pub(in crate::exchange) struct ReaderRecord {
    pub by: String,
    pub at: String,
}

/// Everything that is read.
#[derive(Deserialize)]
pub(in crate::exchange) struct FileRecord {
    /// Files from before there was such a field have none.
    #[serde(default)]
    pub analysis: String,
    /// The reader's note on the article.
    #[serde(default)]
    pub note: String,
    pub document: DocumentRecord,
    pub mentions: Vec<MentionRecord>,
    pub entities: Vec<EntityRecord>,
    pub statements: Vec<StatementRecord>,
    #[serde(default)]
    pub edits: Vec<StepRecord>,
    #[serde(default)]
    pub undone: usize,
    pub found: Option<FoundRecord>,
}
