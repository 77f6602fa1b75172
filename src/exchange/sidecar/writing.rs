//! Writing corrections where nobody else has written since.

use std::io;
use std::path::{Path, PathBuf};

use super::lock::Lock;
use super::place::{Places, hex};
use crate::exchange::save::{self as whole_file, WriteError};

/// SHA-256 of a file's bytes in lower-case hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checksum(pub String);

impl Checksum {
    /// Of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(hex(bytes))
    }
}

/// A file as it was read or written last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Where it is, or is to be.
    pub path: PathBuf,
    /// What it held; none if it was not there.
    pub checksum: Option<Checksum>,
}

/// Why corrections were not written.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// Somebody else has written the file in the meantime; it was left as it is.
    #[error("was changed by another window or program in the meantime: {path}")]
    Conflict {
        /// The file.
        path: PathBuf,
        /// What it holds now.
        checksum: Checksum,
    },
    /// Another window is writing it and does not come to an end.
    #[error("is being written by another window; close that one: {path}")]
    Busy {
        /// The file.
        path: PathBuf,
    },
    /// There is no place for it: no folder for the reader's data.
    #[error("there is no folder for the reader's data; save the article as a file first")]
    Nowhere,
    /// The system refuses.
    #[error(transparent)]
    Write(#[from] WriteError),
}

/// What a file holds now; none if it is not there.
///
/// # Errors
/// The system's, where the file is there but cannot be read.
pub fn checksum_of_file(path: &Path) -> io::Result<Option<Checksum>> {
    match std::fs::read(path) {
        Ok(bytes) => Ok(Some(Checksum::of(&bytes))),
        Err(error) if is_missing(&error) => Ok(None),
        Err(error) => Err(error),
    }
}

fn is_missing(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
    )
}

/// Writes `bytes` to the file where it still holds what it held when it was seen last, and says what was written where.
///
/// Where its folder may not be written to, the next of `elsewhere` is tried that is not there yet. `article` is never replaced.
pub fn save(
    places: &Places,
    last: &Kept,
    elsewhere: &[PathBuf],
    bytes: &[u8],
    article: Option<&Path>,
) -> Result<Kept, SaveError> {
    let mut outcome = save_at(places, last, bytes, article);
    for path in elsewhere {
        let is_refused = matches!(&outcome, Err(SaveError::Write(error)) if error.is_refused());
        if !is_refused {
            break;
        }
        if *path != last.path {
            // What is there already is older: what was read came from the newest.
            let checksum = checksum_of_file(path).unwrap_or_default();
            let there = Kept {
                path: path.clone(),
                checksum,
            };
            outcome = save_at(places, &there, bytes, article);
        }
    }
    outcome
}

fn save_at(
    places: &Places,
    last: &Kept,
    bytes: &[u8],
    article: Option<&Path>,
) -> Result<Kept, SaveError> {
    let path = &last.path;
    if let Some(folder) = path.parent().filter(|_| places.is_in_data(path)) {
        // If it cannot be made, neither can the file, and that says why.
        let _ = std::fs::create_dir_all(folder);
    }
    let lock = places.lock(path);
    let _lock = Lock::take(lock.as_deref()).map_err(|_| SaveError::Busy { path: path.clone() })?;
    let checksum = Checksum::of(bytes);
    // What cannot be read now cannot be compared; nor can it be replaced then, and that says why.
    // What is gone is nobody's work that could be lost.
    if let Ok(Some(now)) = checksum_of_file(path) {
        if now == checksum {
            return Ok(Kept {
                path: path.clone(),
                checksum: Some(now),
            });
        }
        if last.checksum.as_ref() != Some(&now) {
            return Err(SaveError::Conflict {
                path: path.clone(),
                checksum: now,
            });
        }
    }
    whole_file::save(path, bytes, article)?;
    Ok(Kept {
        path: path.clone(),
        checksum: Some(checksum),
    })
}
