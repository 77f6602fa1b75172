//! Reading: the bytes of a file become an [`Article`]. The only place where input can be wrong.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::span::Span;

/// An article as it was in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// The decoded text: line ends are `\n`, a byte order mark is gone, nothing else is changed, so that offsets hold.
    pub text: String,
    /// Headline, lead, paragraphs and so on, in text order, disjoint, each without white space at its ends.
    pub blocks: Vec<Block>,
    /// Where the text comes from.
    pub source: Source,
}

/// One block of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands.
    pub span: Span,
}

/// The newsroom's names for the parts of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BlockKind {
    /// The short line above the headline.
    Kicker,
    /// The title.
    Headline,
    /// The first, summarising paragraph where it is set apart.
    Lead,
    /// A heading between paragraphs.
    Subheading,
    /// Running text.
    Paragraph,
    /// The text of a picture.
    Caption,
    /// An agency sign or author's initials such as "(nch/nin)": shown, but not read as a sentence.
    Signature,
}

/// What is known about where an article comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// The file, if there is one.
    pub path: Option<PathBuf>,
    /// What the file was read as.
    pub format: Format,
    /// Name of the character encoding, as in the WHATWG standard ("UTF-8", "windows-1252").
    pub encoding: String,
    /// Title from metadata or the headline.
    pub title: Option<String>,
    /// Who wrote it.
    pub byline: Option<String>,
    /// Publication date, ISO 8601.
    pub date: Option<String>,
    /// Web address.
    pub url: Option<String>,
    /// SHA-256 of the file's bytes in lower-case hexadecimal digits.
    pub sha256: String,
}

/// File formats that can be read.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// Plain text.
    #[default]
    Plain,
    /// Markdown (`CommonMark`).
    Markdown,
    /// A web page.
    Html,
}

/// The largest file that is read, in bytes: a long book has 3 MB, and offsets fit 32 bits with room to spare.
pub const MAX_BYTES: u64 = 50 * 1024 * 1024;

/// Why a file could not be read. Says what to do; the path comes last.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The operating system would not hand it over.
    #[error("cannot be opened ({reason}): {path}")]
    Unreadable {
        /// The system's words.
        reason: String,
        /// The file.
        path: PathBuf,
    },
}

/// Reads an article from a file.
pub fn read_file(path: &std::path::Path) -> Result<Article, ReadError> {
    let unreadable = |error: std::io::Error| ReadError::Unreadable {
        reason: error.to_string(),
        path: path.to_owned(),
    };
    let text = std::fs::read_to_string(path).map_err(unreadable)?;
    let mut article = from_text(text);
    article.source.path = Some(path.to_owned());
    Ok(article)
}

/// An article from text that is at hand already, pasted for example; blocks are found as in a plain text file.
pub fn from_text(text: String) -> Article {
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(start, start + line.len()).trimmed(&text);
        start += line.len();
        if !span.is_empty() {
            blocks.push(Block {
                kind: BlockKind::Paragraph,
                span,
            });
        }
    }
    Article {
        text,
        blocks,
        source: Source {
            encoding: "UTF-8".into(),
            ..Source::default()
        },
    }
}
