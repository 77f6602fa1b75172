//! Looking for the corrections of an article.

use std::path::PathBuf;
use std::time::SystemTime;

use super::place::{Belongs, Places};
use super::writing::{Checksum, Kept};
use crate::exchange::{OpenError, bytes_of, json};
use crate::review::Review;

/// What was found.
#[derive(Debug)]
pub struct Found {
    /// The file, or where it will be.
    pub kept: Kept,
    /// What is in it; none if it is not there.
    pub review: Option<Result<Review, OpenError>>,
}

/// Reads the newest of the files that may hold the corrections; none if there is no place for one.
pub fn find(places: &Places, belongs: Belongs<'_>) -> Option<Found> {
    let mut newest: Option<(SystemTime, PathBuf)> = None;
    let all = places.of(belongs);
    for path in &all {
        let Ok(metadata) = path.metadata() else {
            continue;
        };
        let written = metadata.modified().unwrap_or(SystemTime::UNIX_EPOCH);
        // Of two that are equally new the one beside the article.
        if newest.as_ref().is_none_or(|(before, _)| *before < written) {
            newest = Some((written, path.clone()));
        }
    }
    let Some((_, path)) = newest else {
        let path = all.into_iter().next()?;
        let checksum = None;
        return Some(Found {
            kept: Kept { path, checksum },
            review: None,
        });
    };
    Some(match bytes_of(&path) {
        Ok(bytes) => {
            let review = json::read(&bytes).map_err(|reason| OpenError::Invalid {
                reason,
                path: path.clone(),
            });
            let checksum = Some(Checksum::of(&bytes));
            Found {
                kept: Kept { path, checksum },
                review: Some(review),
            }
        }
        Err(error) => Found {
            kept: Kept {
                path,
                checksum: None,
            },
            review: Some(Err(error)),
        },
    })
}
