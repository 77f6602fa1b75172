//! Files in and out, one file per format.

pub mod balance;
pub mod csv;
pub mod html;
pub mod json;
mod save;
pub mod sidecar;
mod table;

use std::io::Read;
use std::path::{Path, PathBuf};

use crate::article::{MAX_BYTES, Source};
use crate::review::Review;

pub use save::{WriteError, save};

/// A format that annotations can be written in, some also read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// Our own: lossless, read back to the identical review.
    Json,
    /// Two tables: statements and entities.
    Csv,
    /// A report for the browser and the printer, in one file.
    Html,
}

impl Format {
    /// All formats, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Json, Self::Csv, Self::Html];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Html => "html",
        }
    }

    /// The format with this name, upper or lower case.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|format| format.name().eq_ignore_ascii_case(name))
    }

    /// What it is good for, in a few English words.
    pub fn describe(self) -> &'static str {
        match self {
            Self::Json => "everything, corrections included; reads back without loss",
            Self::Csv => "two tables, statements and entities, for spreadsheets and statistics",
            Self::Html => {
                "a report in one file: marked text, statements, entities; to read and print"
            }
        }
    }

    /// Endings of the files that it consists of, each put after the article's stem and a full stop.
    pub fn suffixes(self) -> &'static [&'static str] {
        match self {
            Self::Json => &["json"],
            Self::Csv => &["statements.csv", "entities.csv"],
            Self::Html => &["html"],
        }
    }

    /// Whether such a file can be opened again.
    pub fn reads(self) -> bool {
        match self {
            Self::Json => true,
            Self::Csv | Self::Html => false,
        }
    }

    /// Whether such a file can be written.
    pub fn writes(self) -> bool {
        match self {
            Self::Json | Self::Csv | Self::Html => true,
        }
    }
}

/// One file to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutFile {
    /// Its ending, without the full stop before it: `json`, `statements.csv`.
    pub suffix: &'static str,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Why a file with annotations could not be opened. The path comes last.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The operating system would not hand it over.
    #[error("cannot be opened ({reason}); check name and permissions: {path}")]
    Unreadable {
        /// The system's words.
        reason: String,
        /// The file.
        path: PathBuf,
    },
    /// Larger than any file that the program writes.
    #[error("is larger than {} MB, more than annotations of one article take: {path}", MAX_JSON_BYTES / (1024 * 1024))]
    TooLarge {
        /// The file.
        path: PathBuf,
    },
    /// It is none of our JSON files.
    #[error("{reason}: {path}")]
    Invalid {
        /// What is wrong, and the way out.
        reason: json::Invalid,
        /// The file.
        path: PathBuf,
    },
}

/// Ten times the longest article: its text, escaped, and its annotations.
const MAX_JSON_BYTES: u64 = 10 * MAX_BYTES;

/// Opens a review saved as our own JSON. See [`json::read`] for what its document lacks.
pub fn open(path: &Path) -> Result<Review, OpenError> {
    let bytes = bytes_of(path)?;
    json::read(&bytes).map_err(|reason| OpenError::Invalid {
        reason,
        path: path.into(),
    })
}

/// What is in a file, unless it is larger than any of ours.
fn bytes_of(path: &Path) -> Result<Vec<u8>, OpenError> {
    let unreadable = |error: std::io::Error| OpenError::Unreadable {
        reason: error.to_string(),
        path: path.into(),
    };
    let mut bytes = Vec::new();
    let file = std::fs::File::open(path).map_err(unreadable)?;
    let mut start = file.take(MAX_JSON_BYTES + 1);
    start.read_to_end(&mut bytes).map_err(unreadable)?;
    if MAX_JSON_BYTES < bytes.len() as u64 {
        return Err(OpenError::TooLarge { path: path.into() });
    }
    Ok(bytes)
}

/// The files of one format, in the order of [`Format::suffixes`]. The same review gives the same bytes.
pub fn files(format: Format, review: &Review) -> Vec<OutFile> {
    let suffixes = format.suffixes().iter();
    let contents = match format {
        Format::Json => vec![json::write(review)],
        Format::Csv => vec![csv::statements(review), csv::entities(review)],
        Format::Html => vec![html::report(review)],
    };
    suffixes
        .zip(contents)
        .map(|(suffix, bytes)| OutFile { suffix, bytes })
        .collect()
}

/// Writes the files of one format into `folder` as `<stem>.<suffix>` and returns their paths.
/// `stem` is [`stem`] of the article's source, or what the reader typed.
pub fn export(
    format: Format,
    review: &Review,
    folder: &Path,
    stem: &str,
) -> Result<Vec<PathBuf>, WriteError> {
    let article = review.document().article.source.path.as_deref();
    let mut paths = Vec::new();
    for file in files(format, review) {
        let path = folder.join(format!("{stem}.{}", file.suffix));
        save(&path, &file.bytes, article)?;
        paths.push(path);
    }
    Ok(paths)
}

/// What an article's files are named after, and its id in our JSON: the name of its file without the ending,
/// or, where there is no file, the first 16 digits of its SHA-256.
pub fn stem(source: &Source) -> String {
    let file_stem = source.path.as_deref().and_then(Path::file_stem);
    match file_stem {
        Some(stem) => stem.to_string_lossy().into_owned(),
        None if source.sha256.is_empty() => "article".into(),
        None => source.sha256.chars().take(16).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_found_by_name() {
        for format in Format::ALL {
            assert_eq!(Format::from_name(format.name()), Some(format));
        }
        assert_eq!(Format::from_name("HTML"), Some(Format::Html));
        assert_eq!(Format::from_name("xlsx"), None);
    }

    #[test]
    fn a_stem_is_the_file_name_without_its_last_ending() {
        let mut source = Source {
            sha256: "0123456789abcdef0123".into(),
            ..Source::default()
        };
        assert_eq!(stem(&source), "0123456789abcdef");
        source.path = Some("artikel/syrien.2016.txt".into());
        assert_eq!(stem(&source), "syrien.2016");
    }
}
