//! An article together with the corrections that were made before.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::aside::{numbered, put_aside};
use super::opening::{candidates, open};
use super::place::{Belongs, Places};
use super::strays::sweep;
use super::writing::{Kept, checksum_of_file};
use crate::exchange::OpenError;
use crate::exchange::json::Invalid;
use crate::review::Review;
use crate::review::transfer::{Report, TransferError, transfer};

/// An article as it was read anew, with its corrections where there are any.
#[derive(Clone, Debug)]
pub struct Reopened {
    /// The article.
    pub review: Arc<Review>,
    /// Where its corrections are, or will be.
    pub kept: Kept,
    /// Where they go if that may not be written to.
    pub elsewhere: Vec<PathBuf>,
    /// What came of those that were there.
    pub came: Came,
}

/// What came of corrections that were made before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Came {
    /// There are none.
    Alone,
    /// They are there again; some are elsewhere, or lost.
    Back(Report),
    /// They cannot be used.
    Not(Trouble),
}

/// Corrections that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// The file.
    pub path: PathBuf,
    /// What is wrong with it.
    pub wrong: Wrong,
    /// What it is called now, if it was put aside.
    pub aside: Option<PathBuf>,
}

/// What may be wrong with corrections.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// The system does not hand the file over, for this reason.
    Unreadable(String),
    /// Larger than any.
    TooLarge,
    /// Cut off, or no JSON, or not as ours: the line and the column, from 1.
    Damaged(usize, usize),
    /// JSON of another program.
    Foreign,
    /// Changed so that it makes no sense any more, by hand for example; how, in a few English words.
    Senseless(String),
    /// A newer Wortlaut has written it, in this version of the format.
    Newer(u64),
    /// They are those of another article.
    OtherArticle,
}

/// Looks for the corrections of an article that was just read, and makes them again on it. What cannot be used is put
/// aside under another name, unless a newer program can use it, or this one later; then it is left where it is.
/// None where corrections cannot be kept at all.
pub fn reopen(places: &Places, belongs: Belongs<'_>, review: Arc<Review>) -> Option<Reopened> {
    let all = places.of(belongs);
    let first = all.first()?.clone();
    let mut reopened = Reopened {
        review,
        kept: Kept {
            path: first,
            checksum: None,
        },
        elsewhere: all,
        came: Came::Alone,
    };
    for path in candidates(places, belongs) {
        if let Some(folder) = path.parent() {
            sweep(folder);
        }
        let (kept, saved) = open(&path);
        match back(&reopened.review, saved) {
            Ok((review, report)) => {
                reopened.review = Arc::new(review);
                reopened.kept = kept;
                if reopened.came == Came::Alone {
                    reopened.came = Came::Back(report);
                }
                break;
            }
            Err(wrong) => {
                let aside = match wrong {
                    Wrong::Damaged(..)
                    | Wrong::Foreign
                    | Wrong::Senseless(_)
                    | Wrong::TooLarge
                    | Wrong::OtherArticle => put_aside(&path).ok(),
                    Wrong::Unreadable(_) | Wrong::Newer(_) => None,
                };
                let is_aside = aside.is_some();
                reopened.came = Came::Not(Trouble { path, wrong, aside });
                if is_aside {
                    break;
                }
                // What is left there is not to be written to: another place is looked at.
                reopened.elsewhere.retain(|other| *other != kept.path);
                reopened.kept = somewhere_else(&reopened.elsewhere, &kept.path);
            }
        }
    }
    let path = &reopened.kept.path;
    reopened.elsewhere.retain(|other| other != path);
    Some(reopened)
}

/// The first other place; beside it under another name, if there is none.
fn somewhere_else(elsewhere: &[PathBuf], taken: &Path) -> Kept {
    match elsewhere.first() {
        Some(path) => Kept {
            path: path.clone(),
            checksum: checksum_of_file(path).unwrap_or_default(),
        },
        None => Kept {
            path: numbered(taken),
            checksum: None,
        },
    }
}

/// Corrections made again on a new reading.
fn back(reading: &Review, saved: Result<Review, OpenError>) -> Result<(Review, Report), Wrong> {
    let saved = saved.map_err(|error| wrong(&error))?;
    transfer(&saved, reading.shared_document()).map_err(|error| match error {
        TransferError::OtherArticle => Wrong::OtherArticle,
        TransferError::Unfit(error) => Wrong::Senseless(error.to_string()),
    })
}

fn wrong(error: &OpenError) -> Wrong {
    match error {
        OpenError::Unreadable { reason, .. } => Wrong::Unreadable(reason.clone()),
        OpenError::TooLarge { .. } | OpenError::TooSlow { .. } => Wrong::TooLarge,
        // Corrections are opened as our own JSON only.
        OpenError::Article(_) | OpenError::Refused { .. } => Wrong::Foreign,
        OpenError::Invalid { reason, .. } => match reason {
            Invalid::Newer(version) => Wrong::Newer(*version),
            Invalid::Damaged { line, column, .. } => Wrong::Damaged(*line, *column),
            Invalid::Foreign => Wrong::Foreign,
            Invalid::TooLong => Wrong::TooLarge,
            Invalid::Contradiction { place, reason } => {
                Wrong::Senseless(format!("{place}: {reason}"))
            }
            Invalid::Corrections(error) => Wrong::Senseless(error.to_string()),
            Invalid::OtherResult => Wrong::Senseless("edits lead elsewhere".into()),
        },
    }
}
