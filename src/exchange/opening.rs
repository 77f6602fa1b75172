//! Opening a file with annotations, of whatever format, with the article that it belongs to.

use std::io::Read;
use std::path::{Path, PathBuf};

use super::format::{FileName, Format, Input, Reading};
use super::import::{Imported, Refusal, lay};
use super::{OpenError, json};
use crate::article::time_limit::{LIMIT, Unfinished, within};
use crate::article::{self, Article, MAX_BYTES, ReadError};
use crate::review::Review;

/// Twice what the annotations of the longest text take in our own JSON: 400,000 words come to 25 MB.
pub(super) const MAX_ANNOTATION_BYTES: u64 = MAX_BYTES;

/// Of a file this much is looked at to say what it is.
const HEAD_BYTES: u64 = 64 * 1024;

/// Opens a review saved as our own JSON. See [`json::read`] for what its document lacks.
pub fn open(path: &Path) -> Result<Review, OpenError> {
    let owned = path.to_owned();
    in_time(path, move || {
        let bytes = bytes_of(&owned)?;
        json::read(&bytes).map_err(|reason| OpenError::Invalid {
            reason,
            path: owned,
        })
    })
}

/// Opens a file with annotations in any format that can be read.
///
/// They are laid on `article` where there is one. Formats without a text of their own take the article that lies beside
/// them under the same name.
pub fn import_file(path: &Path, article: Option<Article>) -> Result<Imported, OpenError> {
    let owned = path.to_owned();
    in_time(path, move || import(&owned, article))
}

/// What comes of reading a file, unless that has no end.
fn in_time<T: Send + 'static>(
    path: &Path,
    read: impl FnOnce() -> Result<T, OpenError> + Send + 'static,
) -> Result<T, OpenError> {
    let path = || path.to_owned();
    within(LIMIT, read).unwrap_or_else(|unfinished| {
        Err(match unfinished {
            Unfinished::TooSlow => OpenError::TooSlow { path: path() },
            Unfinished::Panicked => OpenError::Refused {
                reason: Refusal::damaged("as a whole", "it makes no sense"),
                path: path(),
            },
            Unfinished::NoThread(reason) => OpenError::Unreadable {
                reason,
                path: path(),
            },
        })
    })
}

fn import(path: &Path, article: Option<Article>) -> Result<Imported, OpenError> {
    let refused = |reason: Refusal| OpenError::Refused {
        reason,
        path: path.into(),
    };
    let bytes = bytes_of(path)?;
    let input = Input {
        path,
        bytes: &bytes,
        article: None,
    };
    let Some((format, reading)) = recognised(&input) else {
        return Err(refused(Refusal::Unknown));
    };
    let beside = || {
        let article = beside(path, format).map(|beside| article::read_file(&beside));
        article.transpose().map_err(OpenError::Article)
    };
    let mut article = match article {
        None if reading.needs_article => Some(beside()?.ok_or(refused(Refusal::NeedsArticle))?),
        article => article,
    };
    let read = |article: Option<&Article>| (reading.read)(&Input { article, ..input });
    let mut imported = read(article.as_ref());
    if article.is_none() && matches!(imported, Err(Refusal::NeedsArticle)) {
        // Some files of this format have a text of their own, this one has none.
        article = beside()?;
        imported = read(article.as_ref());
    }
    let imported = imported.map_err(refused)?;
    match article {
        Some(article) => lay(imported, article).map_err(refused),
        None => Ok(imported),
    }
}

/// Whether a file is one with annotations that can be read, and not an article, by its name and its beginning. What
/// cannot be looked at is none.
pub fn is_annotated(path: &Path) -> bool {
    // A pipe has no beginning until somebody writes into it.
    if !path.is_file() {
        return false;
    }
    let mut bytes = Vec::new();
    let file = std::fs::File::open(path);
    let read = file.and_then(|file| file.take(HEAD_BYTES).read_to_end(&mut bytes));
    let input = Input {
        path,
        bytes: &bytes,
        article: None,
    };
    read.is_ok() && recognised(&input).is_some()
}

fn recognised(input: &Input<'_>) -> Option<(Format, &'static Reading)> {
    let mut all = Format::ALL
        .iter()
        .filter_map(|&format| Some((format, format.reading()?)));
    all.find(|(_, reading)| (reading.recognises)(input))
}

/// The article of the same name in the same folder: for „rat.statements.csv“ or „rat.ann“ it is „rat.txt“.
fn beside(path: &Path, format: Format) -> Option<PathBuf> {
    let name = path.file_name()?.to_str()?;
    let endings = format.files().iter().filter_map(|name| match name {
        FileName::Suffix(suffix) => Some(*suffix),
        FileName::Shared(_) => None,
    });
    let cut = endings.filter_map(|ending| name.strip_suffix(ending)?.strip_suffix('.'));
    let plain = path.file_stem().and_then(std::ffi::OsStr::to_str);
    let mut stems = cut.chain(plain).filter(|stem| !stem.is_empty());
    let formats = article::Format::ALL.into_iter();
    let extensions: Vec<&str> = formats
        .flat_map(article::Format::extensions)
        .copied()
        .collect();
    stems.find_map(|stem| {
        let files = extensions
            .iter()
            .map(|extension| path.with_file_name(format!("{stem}.{extension}")));
        files
            .into_iter()
            .find(|file| file.is_file() && file != path)
    })
}

/// What is in a file, unless it is larger than any of ours, or none.
pub(super) fn bytes_of(path: &Path) -> Result<Vec<u8>, OpenError> {
    let unreadable = |error: std::io::Error| OpenError::Unreadable {
        reason: error.to_string(),
        path: path.into(),
    };
    let kind = std::fs::metadata(path).map_err(unreadable)?;
    if !kind.is_file() {
        let path = path.to_owned();
        return Err(OpenError::Article(if kind.is_dir() {
            ReadError::Folder { path }
        } else {
            ReadError::NotAFile { path }
        }));
    }
    let mut bytes = Vec::new();
    let file = std::fs::File::open(path).map_err(unreadable)?;
    let mut start = file.take(MAX_ANNOTATION_BYTES + 1);
    start.read_to_end(&mut bytes).map_err(unreadable)?;
    if MAX_ANNOTATION_BYTES < bytes.len() as u64 {
        return Err(OpenError::TooLarge { path: path.into() });
    }
    Ok(bytes)
}
