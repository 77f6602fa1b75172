//! What is wrong with a file that is not as its format wants it.

use super::Looks;

/// What is wrong with a damaged file. One variant per reason, so that the window can say it in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Damage {
    /// It ends before it is complete.
    #[error("it ends too early")]
    Cut,
    /// A part without which there is no article.
    #[error("{0} is missing")]
    Missing(String),
    /// Begins like a document of this kind, and is none.
    #[error("{0} without its text")]
    NoText(Looks),
    /// A book without chapters.
    #[error("no chapter is in it")]
    NoChapters,
    /// A PDF or a saved page without pages.
    #[error("no page is in it")]
    NoPages,
    /// A mail that does not say who wrote it to whom.
    #[error("it has no mail header")]
    NoHeader,
    /// It is encrypted in a way that nobody knows.
    #[error("its encryption is unknown")]
    UnknownEncryption,
    /// The program that reads such files gave up.
    #[error("a part of it makes no sense")]
    NoSense,
    /// In the words of the library that unpacks or parses it.
    #[error("{0}")]
    Told(String),
}
