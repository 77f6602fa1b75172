//! Looking for the corrections of an article.

use std::cmp::Reverse;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::place::{Belongs, Places};
use super::writing::{Checksum, Kept};
use crate::exchange::{OpenError, bytes_of, json};
use crate::review::Review;

/// The files that hold corrections of an article, the one that was written last first.
pub(super) fn candidates(places: &Places, belongs: Belongs<'_>) -> Vec<PathBuf> {
    let written = |path: &PathBuf| {
        let metadata = path.metadata().ok().filter(std::fs::Metadata::is_file)?;
        Some(metadata.modified().unwrap_or(SystemTime::UNIX_EPOCH))
    };
    let all = places.of(belongs).into_iter();
    let mut there: Vec<_> = all
        .filter_map(|path| Some((written(&path)?, path)))
        .collect();
    // Of two that are equally new the one beside the article is first.
    there.sort_by_key(|(written, _)| Reverse(*written));
    there.into_iter().map(|(_, path)| path).collect()
}

/// What is in a file with corrections, and the checksum to write it again.
pub(super) fn open(path: &Path) -> (Kept, Result<Review, OpenError>) {
    let mut kept = Kept {
        path: path.to_owned(),
        checksum: None,
    };
    let review = bytes_of(path).and_then(|bytes| {
        kept.checksum = Some(Checksum::of(&bytes));
        json::read(&bytes).map_err(|reason| OpenError::Invalid {
            reason,
            path: path.into(),
        })
    });
    (kept, review)
}
