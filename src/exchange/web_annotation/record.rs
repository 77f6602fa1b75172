//! The objects of the file, fields in the order in which they are written.

use serde::{Deserialize, Serialize};

use crate::article::{BlockKind, Format};
use crate::document::{Form, Kind, Medium, Reason, Stance, Verdict};
use crate::exchange::json::DocumentRecord;

/// What an annotation of ours is about. `None` of it is an annotation of somebody else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Part {
    Entity,
    Mention,
    Statement,
    /// The words that announce a statement.
    Cue,
    /// The rest of the sentence around a statement.
    Frame,
    Speaker,
    Addressee,
    Via,
    /// The reader's note on the article.
    Note,
}

impl Part {
    pub(super) fn label(self) -> &'static str {
        match self {
            Self::Entity => "entity",
            Self::Mention => "mention",
            Self::Statement => "statement",
            Self::Cue => "cue",
            Self::Frame => "frame",
            Self::Speaker => "speaker",
            Self::Addressee => "addressee",
            Self::Via => "via",
            Self::Note => "note",
        }
    }
}

/// One annotation.
#[derive(Serialize)]
pub(super) struct Annotation {
    pub id: String,
    #[serde(rename = "type")]
    pub class: &'static str,
    pub part: Part,
    pub motivation: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub body: Vec<Body>,
    pub target: Target,
    #[serde(flatten)]
    pub facts: Facts,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub creator: Vec<Agent>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub modified: Option<String>,
}

/// What only our vocabulary has words for. What is the same for most is left out.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct Facts {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub form: Option<Form>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub normalised: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub medium: Option<Medium>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stance: Option<Stance>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inside: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub salience: Option<f32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<Reason>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub anonymous: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confidence: Option<f32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verdict: Option<Verdict>,
}

/// What is said about the target.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Body {
    Text {
        #[serde(rename = "type")]
        class: &'static str,
        purpose: &'static str,
        value: String,
    },
    /// An entity that is meant, or a statement that the words belong to.
    Link {
        #[serde(rename = "type")]
        class: &'static str,
        purpose: &'static str,
        source: String,
    },
    Entity(EntityBody),
}

/// Who or what is mentioned.
#[derive(Serialize)]
pub(super) struct EntityBody {
    pub id: String,
    #[serde(rename = "type")]
    pub class: &'static str,
    pub kind: Kind,
    pub name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub party: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
}

/// What an annotation is about.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Target {
    Whole(String),
    Place(Place),
    Composite {
        #[serde(rename = "type")]
        class: &'static str,
        items: Vec<Place>,
    },
}

/// A place in the text.
#[derive(Serialize)]
pub(super) struct Place {
    #[serde(rename = "type")]
    pub class: &'static str,
    pub source: String,
    pub selector: (Quote, Position),
}

#[derive(Serialize)]
pub(super) struct Quote {
    #[serde(rename = "type")]
    pub class: &'static str,
    pub exact: String,
    pub prefix: String,
    pub suffix: String,
}

#[derive(Serialize)]
pub(super) struct Position {
    #[serde(rename = "type")]
    pub class: &'static str,
    pub start: usize,
    pub end: usize,
}

/// Who has made an annotation: the program, or a reader.
#[derive(Clone, Serialize)]
pub(super) struct Agent {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    #[serde(rename = "type")]
    pub class: &'static str,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
}

/// The text that is annotated, and where it is from.
#[derive(Serialize, Deserialize)]
pub(super) struct ArticleRecord {
    #[serde(default)]
    pub id: String,
    #[serde(rename = "type", skip_deserializing)]
    pub class: &'static str,
    #[serde(default)]
    pub label: String,
    #[serde(default)]
    pub title: Option<String>,
    #[serde(default = "german")]
    pub language: String,
    #[serde(default)]
    pub file: Option<String>,
    #[serde(rename = "fileFormat", default)]
    pub format: Format,
    #[serde(default)]
    pub url: Option<String>,
    #[serde(default)]
    pub encoding: String,
    #[serde(default)]
    pub date: Option<String>,
    #[serde(default)]
    pub byline: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agencies: Vec<String>,
    /// Whether the article breaks off where the website asks to be paid.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub stub: bool,
    #[serde(default)]
    pub sha256: String,
    #[serde(default)]
    pub blocks: Vec<BlockRecord>,
    pub text: String,
}

fn german() -> String {
    "de".into()
}

/// A part of the article.
#[derive(Serialize, Deserialize)]
pub(super) struct BlockRecord {
    pub block: BlockKind,
    pub start: usize,
    pub end: usize,
}

impl ArticleRecord {
    pub(super) fn new(id: String, document: DocumentRecord) -> Self {
        let block = |block: crate::exchange::json::BlockRecord| BlockRecord {
            block: block.kind,
            start: block.start,
            end: block.end,
        };
        Self {
            id,
            class: "Text",
            label: document.id,
            title: document.title,
            language: document.language,
            file: document.source,
            format: document.format,
            url: document.url,
            encoding: document.encoding,
            date: document.date,
            byline: document.byline,
            agencies: document.agencies,
            stub: document.stub,
            sha256: document.sha256,
            blocks: document.blocks.into_iter().map(block).collect(),
            text: document.text,
        }
    }

    pub(super) fn into_document(self) -> DocumentRecord {
        let block = |block: BlockRecord| crate::exchange::json::BlockRecord {
            kind: block.block,
            start: block.start,
            end: block.end,
        };
        DocumentRecord {
            id: self.label,
            title: self.title,
            language: self.language,
            source: self.file,
            format: self.format,
            url: self.url,
            encoding: self.encoding,
            date: self.date,
            byline: self.byline,
            agencies: self.agencies,
            stub: self.stub,
            sha256: self.sha256,
            text: self.text,
            blocks: self.blocks.into_iter().map(block).collect(),
        }
    }
}
