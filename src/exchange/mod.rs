//! Files in and out, one file per format.

mod archive;
pub mod balance;
pub mod brat;
#[cfg(feature = "gui")]
pub mod card;
pub mod cas;
pub mod citation;
pub mod conll2002;
pub mod conllu;
pub mod csv;
pub mod doccano;
pub mod docx;
pub mod extract;
pub mod format;
pub mod gernewsqua;
pub mod html;
pub mod import;
pub mod json;
pub mod label_studio;
mod labels;
mod left_out;
pub mod loss;
pub mod markdown;
mod opening;
mod outermost;
mod parts;
#[cfg(feature = "gui")]
pub mod picture;
pub mod prodigy;
pub mod qdpx;
mod regions;
mod report;
mod rows;
mod save;
pub mod sidecar;
mod source_facts;
pub mod spacy;
mod spans;
mod table;
pub mod tei;
pub mod web_annotation;
pub mod webanno_tsv;
pub mod words;
pub mod xlsx;
mod xml;

use std::path::{Path, PathBuf};

use crate::article::{ReadError, Source};

pub use extract::{Extract, Filter};
pub use format::Format;
pub use loss::{Loss, Losses};
use opening::{MAX_ANNOTATION_BYTES, bytes_of};
pub use opening::{import_file, is_annotated, open};
pub use save::{WriteError, save};

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
    #[error("is larger than {} MB, more than annotations of one article take: {path}", MAX_ANNOTATION_BYTES / (1024 * 1024))]
    TooLarge {
        /// The file.
        path: PathBuf,
    },
    /// It was read for as long as any file may take, and there was no end to it.
    #[error("takes too long to read; export it again, with less in it: {path}")]
    TooSlow {
        /// The file.
        path: PathBuf,
    },
    /// The article that it belongs to cannot be read; or it is a folder or a device itself.
    #[error(transparent)]
    Article(ReadError),
    /// It cannot be read as annotations.
    #[error("{reason}: {path}")]
    Refused {
        /// What is wrong, and the way out.
        reason: import::Refusal,
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

/// Writes the files of one format into `folder`, named after `stem`; their paths, and what the format could not hold.
/// `stem` is [`stem`] of the article's source, or what the reader typed. Where one cannot be written, those before it are there.
pub fn export(
    format: Format,
    extract: &Extract<'_>,
    folder: &Path,
    stem: &str,
) -> Result<(Vec<PathBuf>, Losses), WriteError> {
    let article = extract.article().source.path.as_deref();
    let (files, losses) = format.write(extract);
    let mut paths = Vec::new();
    for file in files {
        let path = folder.join(file.name.with_stem(stem));
        save(&path, &file.bytes, article)?;
        paths.push(path);
    }
    Ok((paths, losses))
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
