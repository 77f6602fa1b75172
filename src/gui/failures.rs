//! Why something failed, in the reader's language: the reason and the way out.

mod annotations;

use crate::article::{Damage, Looks, ReadError};
use crate::exchange::sidecar::SaveError;
use crate::exchange::{OpenError, WriteError};

pub use annotations::Misread;

use super::i18n::Texts;

/// Why an article is not shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadReason {
    /// The file cannot be read as an article.
    Article(ReadError),
    /// The file cannot be read as annotations, for the system's reason.
    Unreadable(String),
    /// The file with annotations is larger than any.
    AnnotationsTooLarge,
    /// Reading the file with annotations has no end.
    AnnotationsTooSlow,
    /// The file cannot be read as annotations, or not as those of this article.
    Annotations(Misread),
    /// The models in the program are damaged; which.
    Models(String),
    /// A mistake of ours.
    Internal,
}

impl From<OpenError> for ReadReason {
    fn from(error: OpenError) -> Self {
        match error {
            OpenError::Unreadable { reason, .. } => Self::Unreadable(reason),
            OpenError::TooLarge { .. } => Self::AnnotationsTooLarge,
            OpenError::TooSlow { .. } => Self::AnnotationsTooSlow,
            OpenError::Article(error) => Self::Article(error),
            OpenError::Refused { reason, .. } => Self::Annotations(reason.into()),
            OpenError::Invalid { reason, .. } => Self::Annotations(reason.into()),
        }
    }
}

/// Why an export was not written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WriteReason {
    /// It would replace the article.
    OntoArticle,
    /// There is no file name.
    NoFileName,
    /// The system refuses, for this reason.
    Unwritable(String),
    /// Another window is writing there and does not come to an end.
    Busy,
    /// Somebody else has written there.
    Taken,
    /// There is no folder for it.
    Nowhere,
    /// A mistake of ours.
    Internal,
}

impl From<SaveError> for WriteReason {
    fn from(error: SaveError) -> Self {
        match error {
            SaveError::Conflict { .. } => Self::Taken,
            SaveError::Busy { .. } => Self::Busy,
            SaveError::Nowhere => Self::Nowhere,
            SaveError::Write(error) => error.into(),
        }
    }
}

impl From<WriteError> for WriteReason {
    fn from(error: WriteError) -> Self {
        match error {
            WriteError::OntoArticle { .. } => Self::OntoArticle,
            WriteError::NoFileName { .. } => Self::NoFileName,
            WriteError::Unwritable { reason, .. } => Self::Unwritable(reason),
        }
    }
}

/// What to tell the reader about a file that is not shown.
pub fn read(reason: &ReadReason, texts: &Texts) -> String {
    match reason {
        ReadReason::Article(error) => article(error, texts),
        ReadReason::Unreadable(system) => {
            texts.with("failure-unreadable", &[("reason", system.into())])
        }
        ReadReason::AnnotationsTooLarge => texts.text("failure-annotations-too-large"),
        ReadReason::AnnotationsTooSlow => texts.text("failure-annotations-too-slow"),
        ReadReason::Annotations(misread) => {
            texts.with(misread.key, &[("detail", (&misread.detail).into())])
        }
        ReadReason::Models(model) => texts.with("failure-models", &[("reason", model.into())]),
        ReadReason::Internal => texts.text("failure-internal"),
    }
}

fn article(error: &ReadError, texts: &Texts) -> String {
    let key = match error {
        ReadError::Missing { .. } => "failure-missing",
        ReadError::Folder { .. } => "failure-folder",
        ReadError::EmptyFolder { .. } => "failure-empty-folder",
        ReadError::NotAFile { .. } => "failure-not-a-file",
        ReadError::NoPermission { .. } => "failure-no-permission",
        ReadError::Empty { .. } => "failure-empty",
        ReadError::Blank { .. } => "failure-blank",
        ReadError::TooLarge { .. } => "failure-too-large",
        ReadError::TooLong { .. } => "failure-too-long",
        ReadError::TooIntricate { .. } => "failure-too-intricate",
        ReadError::NoArticle { .. } => "failure-no-article",
        ReadError::Encrypted { .. } => "failure-encrypted",
        ReadError::Scan { .. } => "failure-scan",
        ReadError::Bloated { .. } => "failure-bloated",
        ReadError::TooSlow { .. } => "failure-too-slow",
        ReadError::Damaged { reason, .. } => {
            let reason = damage(reason, texts);
            return texts.with("failure-damaged-article", &[("reason", (&reason).into())]);
        }
        ReadError::Binary { looks, .. } => {
            let looks = texts.text(looks_like(*looks));
            return texts.with("failure-binary", &[("looks", (&looks).into())]);
        }
        ReadError::Unreadable { reason, .. } => {
            return texts.with("failure-unreadable", &[("reason", reason.into())]);
        }
    };
    texts.text(key)
}

fn damage(damage: &Damage, texts: &Texts) -> String {
    let key = match damage {
        Damage::Cut => "damage-cut",
        Damage::Missing(part) => return texts.with("damage-missing", &[("part", part.into())]),
        Damage::NoText(looks) => {
            let looks = texts.text(looks_like(*looks));
            return texts.with("damage-no-text", &[("looks", (&looks).into())]);
        }
        Damage::NoChapters => "damage-no-chapters",
        Damage::NoPages => "damage-no-pages",
        Damage::NoHeader => "damage-no-header",
        Damage::UnknownEncryption => "damage-unknown-encryption",
        Damage::NoSense => "damage-no-sense",
        Damage::Told(words) => return words.clone(),
    };
    texts.text(key)
}

fn looks_like(looks: Looks) -> &'static str {
    match looks {
        Looks::Pdf => "looks-pdf",
        Looks::Docx => "looks-docx",
        Looks::Doc => "looks-doc",
        Looks::Odt => "looks-odt",
        Looks::Epub => "looks-epub",
        Looks::Rtf => "looks-rtf",
        Looks::Zip => "looks-zip",
        Looks::Archive => "looks-archive",
        Looks::Image => "looks-image",
        Looks::Media => "looks-media",
        Looks::Program => "looks-program",
        Looks::Data => "looks-data",
    }
}

/// What to tell the reader about an export that was not written.
pub fn write(reason: &WriteReason, texts: &Texts) -> String {
    match reason {
        WriteReason::OntoArticle => texts.text("failure-onto-article"),
        WriteReason::NoFileName => texts.text("failure-no-file-name"),
        WriteReason::Unwritable(system) => {
            texts.with("failure-unwritable", &[("reason", system.into())])
        }
        WriteReason::Busy => texts.text("failure-busy"),
        WriteReason::Taken => texts.text("failure-taken"),
        WriteReason::Nowhere => texts.text("failure-nowhere"),
        WriteReason::Internal => texts.text("failure-internal"),
    }
}
