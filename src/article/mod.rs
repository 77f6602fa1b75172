//! Reading: the bytes of a file become an [`Article`]. The only place where input can be wrong.
//!
//! Plain text stays as it is in the file. Of Markdown and web pages the text is what a reader sees: the blocks, each as one run of text
//! without markup, joined by blank lines; so offsets count in what is shown, not in the file.

mod agencies;
mod archive;
mod damage;
mod decode;
mod documents;
mod docx;
mod eml;
mod epub;
mod error;
mod flow;
mod front_matter;
mod head;
mod html;
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
mod rtf;
#[cfg(test)]
mod shown;
mod signs;
mod subtitles;
pub(crate) mod time_limit;
mod turns;
mod weave;
mod xml;

use std::io::Read;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::span::Span;

pub use damage::Damage;
pub use decode::ENCODINGS;
pub use error::{Looks, ReadError};
pub use language::Language;
pub use length::MAX_WORDS;
pub(crate) use length::is_too_long;
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

/// Reads an article from a file.
///
/// A device or a pipe is refused, since it may never end; no more than [`MAX_BYTES`] and one byte are read.
pub fn read_file(path: &Path) -> Result<Article, ReadError> {
    read_file_in(path, None)
}

/// Reads an article from a file in an encoding that somebody has chosen, by any name of it in the WHATWG standard
/// ("windows-1252", "latin1"); with none, or one that nobody knows, as [`read_file`] does.
pub fn read_file_in(path: &Path, encoding: Option<&str>) -> Result<Article, ReadError> {
    let from_io = |error: std::io::Error| ReadError::from_io(&error, path);
    let metadata = std::fs::metadata(path).map_err(from_io)?;
    let path_owned = || path.to_owned();
    if metadata.is_dir() {
        let is_empty = std::fs::read_dir(path).map_err(from_io)?.next().is_none();
        return Err(if is_empty {
            ReadError::EmptyFolder { path: path_owned() }
        } else {
            ReadError::Folder { path: path_owned() }
        });
    }
    if !metadata.is_file() {
        return Err(ReadError::NotAFile { path: path_owned() });
    }
    if MAX_BYTES < metadata.len() {
        return Err(ReadError::TooLarge { path: path_owned() });
    }
    read_all(std::fs::File::open(path).map_err(from_io)?, path, encoding)
}

/// Reads an article from something that is open already, standard input for example; `name` stands for it in messages.
pub fn read_from(reader: impl Read, name: &Path) -> Result<Article, ReadError> {
    read_all(reader, name, None)
}

fn read_all(reader: impl Read, name: &Path, encoding: Option<&str>) -> Result<Article, ReadError> {
    let mut bytes = Vec::new();
    // One byte more than allowed, to notice a file that is too large without reading all of it.
    let outcome = reader.take(MAX_BYTES + 1).read_to_end(&mut bytes);
    outcome.map_err(|error| ReadError::from_io(&error, name))?;
    read_in_time(bytes, name, encoding)
}

/// Reads an article from the bytes of the file `path`, which need not exist: its ending says how they are meant.
pub fn read_bytes(bytes: &[u8], path: &Path) -> Result<Article, ReadError> {
    read_in_time(bytes.to_owned(), path, None)
}

/// Reads an article, or says that this has no end.
fn read_in_time(bytes: Vec<u8>, path: &Path, encoding: Option<&str>) -> Result<Article, ReadError> {
    let (name, encoding) = (path.to_owned(), encoding.map(str::to_owned));
    let read = move || read_in(&bytes, &name, encoding.as_deref());
    time_limit::within(time_limit::LIMIT, read)
        .unwrap_or_else(|unfinished| Err(ReadError::of_unfinished(unfinished, path)))
}

fn read_in(bytes: &[u8], path: &Path, encoding: Option<&str>) -> Result<Article, ReadError> {
    let path_owned = || path.to_owned();
    if bytes.is_empty() {
        return Err(ReadError::Empty { path: path_owned() });
    }
    if MAX_BYTES < bytes.len() as u64 {
        return Err(ReadError::TooLarge { path: path_owned() });
    }
    if let Some(read) = documents::read(bytes, path, encoding) {
        let (format, article) = read?;
        return finished(article, format, bytes, path);
    }
    let decoded = decode::decode(bytes, encoding);
    let decoded = decoded.map_err(|looks| ReadError::of_looks(looks, path))?;
    if decoded.text.chars().all(is_invisible) {
        return Err(ReadError::Blank { path: path_owned() });
    }
    let format = match Format::of_path(path) {
        Some(format @ (Format::Markdown | Format::Html)) => format,
        // A web page that was saved under another name.
        _ if html::is_page(&decoded.text) => Format::Html,
        // Text under the name of another format is text.
        _ => Format::Plain,
    };
    let mut article = match format {
        Format::Plain if is_too_long(&decoded.text) => {
            return Err(ReadError::TooLong { path: path_owned() });
        }
        Format::Markdown => markdown::read(&decoded.text),
        Format::Html => html::read(&decoded.text)
            .map_err(|html::TooIntricate| ReadError::TooIntricate { path: path_owned() })?,
        // What is in another format has been read already.
        _ => plain::read(decoded.text),
    };
    decoded.encoding.clone_into(&mut article.source.encoding);
    finished(article, format, bytes, path)
}

/// The article with what is known of its file.
fn finished(
    mut article: Article,
    format: Format,
    bytes: &[u8],
    path: &Path,
) -> Result<Article, ReadError> {
    let path = path.to_owned();
    if article.blocks.is_empty() {
        return Err(ReadError::NoArticle { path });
    }
    if is_too_long(&article.text) {
        return Err(ReadError::TooLong { path });
    }
    article.source.path = Some(path);
    article.source.format = format;
    article.source.sha256 = sha256(bytes);
    look_at_words(&mut article);
    Ok(article)
}

/// What the words tell of an article, whatever its file was.
fn look_at_words(article: &mut Article) {
    turns::mend(article);
    head::mend(article);
    article.source.agencies = agencies::agencies(article);
    article.source.language = language::language(&article.text);
}

/// An article from text that is at hand already, pasted for example; blocks are found as in a plain text file.
pub fn from_text(text: String) -> Article {
    let sha256 = sha256(text.as_bytes());
    let mut article = plain::read(decode::unify_line_ends(text));
    "UTF-8".clone_into(&mut article.source.encoding);
    article.source.sha256 = sha256;
    look_at_words(&mut article);
    article
}

/// White space, and marks that show nothing.
fn is_invisible(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || matches!(
            character,
            '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}'
        )
}

/// SHA-256 of the bytes of a file, as in [`Source::sha256`]; of a file that is too large to be read, of its beginning.
///
/// # Errors
/// The system's reason why it cannot be read.
pub fn sha256_of_file(path: &Path) -> std::io::Result<String> {
    // Nobody knows when a pipe that has taken the file's place would answer.
    if !std::fs::metadata(path)?.is_file() {
        return Err(std::io::ErrorKind::InvalidInput.into());
    }
    let mut bytes = Vec::new();
    let file = std::fs::File::open(path)?;
    file.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
    Ok(sha256(&bytes))
}

fn sha256(bytes: &[u8]) -> String {
    use std::fmt::Write;
    let digest = Sha256::digest(bytes);
    digest.iter().fold(String::new(), |mut digits, byte| {
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}

#[cfg(test)]
mod tests;
