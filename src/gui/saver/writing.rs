//! Writing what there is to save.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Weak};

use crate::exchange::json;
use crate::exchange::sidecar::{self, Kept, Places, SaveError};
use crate::review::Review;

use super::super::failures::WriteReason;
use super::{How, Job, Saved, Version};

/// A job whose article is let go of as soon as its bytes are there, so that nothing is copied if it is changed meanwhile.
pub(super) struct Written {
    review: Weak<Review>,
    pub version: Version,
    pub last: Kept,
    elsewhere: Vec<PathBuf>,
    how: How,
    backs_up: bool,
}

impl Written {
    /// The same once more; none if it was changed: then the new state is handed over.
    pub fn again(&self) -> Option<Job> {
        Some(Job {
            review: self.review.upgrade()?,
            version: self.version,
            last: self.last.clone(),
            elsewhere: self.elsewhere.clone(),
            how: self.how,
            backs_up: self.backs_up,
        })
    }
}

/// Writes the corrections of an article; what was written, and what came of it.
pub(super) fn write(places: &Places, job: Job) -> (Written, Saved) {
    let bytes = catch_unwind(AssertUnwindSafe(|| json::write(&job.review)));
    let article = job.review.document().article.source.path.clone();
    let written = Written {
        review: Arc::downgrade(&job.review),
        version: job.version,
        last: job.last,
        elsewhere: job.elsewhere,
        how: job.how,
        backs_up: job.backs_up,
    };
    drop(job.review);
    let save = |bytes: Vec<u8>| {
        // A file of ours that was opened by itself is the article and its corrections in one.
        let article = article.as_deref();
        let article = article.filter(|article| *article != written.last.path);
        save(places, &written, &bytes, article)
    };
    let outcome = bytes.and_then(|bytes| catch_unwind(AssertUnwindSafe(|| save(bytes))));
    let outcome = outcome.unwrap_or(Saved::Failed(WriteReason::Internal));
    (written, outcome)
}

fn save(places: &Places, written: &Written, bytes: &[u8], article: Option<&Path>) -> Saved {
    if written.backs_up && written.last.checksum.is_some() {
        // Where that cannot be written, the rest cannot either, and that says why.
        let _ = sidecar::back_up(&written.last.path);
    }
    let saved = sidecar::save(places, &written.last, &written.elsewhere, bytes, article);
    match saved {
        Ok(kept) => Saved::In(kept),
        Err(SaveError::Conflict { path, .. }) if written.how == How::Beside => {
            match sidecar::write_numbered(&path, bytes, article) {
                Ok(kept) => Saved::Beside(kept),
                Err(error) => Saved::Failed(error.into()),
            }
        }
        Err(SaveError::Conflict { checksum, .. }) => Saved::Conflict(checksum),
        Err(error) if written.how == How::Beside => {
            // There will be no other time.
            let saved = written.elsewhere.iter().find_map(|path| {
                let checksum = sidecar::checksum_of_file(path).ok()?;
                let path = path.clone();
                sidecar::save(places, &Kept { path, checksum }, &[], bytes, article).ok()
            });
            saved.map_or_else(|| Saved::Failed(error.into()), Saved::In)
        }
        Err(error) => Saved::Failed(error.into()),
    }
}
