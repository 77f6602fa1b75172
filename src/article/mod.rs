//! Reading: the bytes of a file become an [`Article`]. The only place where input can be wrong.
//!
//! Plain text stays as it is in the file. Of Markdown and web pages the text is what a reader sees: the blocks, each as one run of text
//! without markup, joined by blank lines; so offsets count in what is shown, not in the file.

mod agencies;
mod archive;
mod damage;
mod decode;
mod digest;
mod documents;
mod docx;
mod eml;
mod epub;
mod error;
mod flow;
mod front_matter;
mod head;
mod html;
mod invisible;
mod language;
mod length;
mod long_blocks;
mod mail;
mod manuscript;
mod markdown;
mod mhtml;
mod odt;
mod pdf;
mod plain;
mod reading;
mod rtf;
#[cfg(test)]
mod shown;
mod signs;
mod subtitles;
pub(crate) mod time_limit;
mod turns;
mod weave;
mod xml;

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::span::Span;

pub use damage::Damage;
pub use decode::ENCODINGS;
pub use digest::sha256_of_file;
pub use error::{Looks, ReadError};
pub use language::Language;
pub use length::MAX_WORDS;
pub(crate) use length::is_too_long;
pub use reading::{from_text, read_bytes, read_file, read_file_in, read_from};
pub use turns::{Turn, turns};

/// An article as it was in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// Of plain text the decoded file: line ends are `\n`, a byte order mark is gone, nothing else is changed, so that offsets hold.
    /// Of Markdown and web pages the blocks, joined by blank lines.
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
    /// News agencies that it names as its sources, by place line or sign: "dpa", "AFP".
    pub agencies: Vec<String>,
    /// The language it seems to be in.
    pub language: Language,
    /// Whether it breaks off where the website asks to be paid.
    pub is_stub: bool,
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
    /// A PDF with a text layer.
    Pdf,
    /// A Word document.
    Docx,
    /// An `OpenDocument` text.
    Odt,
    /// An electronic book.
    Epub,
    /// A mail.
    Eml,
    /// A web page saved as one file with its pictures.
    Mhtml,
    /// Rich Text.
    Rtf,
    /// Subtitles and transcripts with times.
    Subtitles,
}

/// The largest file that is read, in bytes: a long book has 3 MB, and offsets fit 32 bits with room to spare.
pub const MAX_BYTES: u64 = 50 * 1024 * 1024;

impl Format {
    /// All formats, in the order in which they are listed.
    pub const ALL: [Self; 11] = [
        Self::Plain,
        Self::Markdown,
        Self::Html,
        Self::Pdf,
        Self::Docx,
        Self::Odt,
        Self::Epub,
        Self::Rtf,
        Self::Eml,
        Self::Mhtml,
        Self::Subtitles,
    ];

    /// Its name in our JSON.
    pub fn label(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Odt => "odt",
            Self::Epub => "epub",
            Self::Eml => "eml",
            Self::Mhtml => "mhtml",
            Self::Rtf => "rtf",
            Self::Subtitles => "subtitles",
        }
    }

    /// Endings of file names, the usual one first, in lower case.
    pub fn extensions(self) -> &'static [&'static str] {
        match self {
            Self::Plain => &["txt", "text"],
            Self::Markdown => &["md", "markdown"],
            Self::Html => &["html", "htm", "xhtml"],
            Self::Pdf => &["pdf"],
            Self::Docx => &["docx", "docm", "dotx"],
            Self::Odt => &["odt", "ott", "fodt"],
            Self::Epub => &["epub"],
            Self::Eml => &["eml"],
            Self::Mhtml => &["mhtml", "mht"],
            Self::Rtf => &["rtf"],
            Self::Subtitles => &["srt", "vtt"],
        }
    }

    /// What the ending of a file name promises; `None` if it is not one of ours.
    pub fn of_path(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        Self::ALL
            .into_iter()
            .find(|format| format.extensions().contains(&extension.as_str()))
    }
}

impl BlockKind {
    /// Its name in our JSON.
    pub fn label(self) -> &'static str {
        match self {
            Self::Kicker => "kicker",
            Self::Headline => "headline",
            Self::Lead => "lead",
            Self::Subheading => "subheading",
            Self::Paragraph => "paragraph",
            Self::Caption => "caption",
            Self::Signature => "signature",
        }
    }
}
