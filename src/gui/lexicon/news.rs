//! What has happened to the file of the personal lexicon.

use std::path::PathBuf;
use std::sync::Arc;

use crate::german::personal_lexicon::file::{Fault, LexiconFile};
use crate::gui::failures::WriteReason;

/// The file as it is now, and why that is told.
#[derive(Clone, Debug)]
pub struct News {
    /// What is in it.
    pub file: Arc<LexiconFile>,
    /// Its lines that make no sense.
    pub faults: Vec<Fault>,
    /// Where it is; nowhere in tests.
    pub path: Option<PathBuf>,
    /// What has happened.
    pub cause: Cause,
}

/// What has happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// It was read when the program started.
    Loaded,
    /// The reader has changed it in the window.
    Changed,
    /// Another program has changed it.
    ChangedOnDisk,
    /// Entries of another file were taken over.
    Imported {
        /// How many are new.
        n_new: usize,
        /// How many were there.
        n_known: usize,
        /// Words on which both say something else; what was there stays.
        contradicting: Vec<String>,
        /// How many lines of the other file make no sense.
        n_faults: usize,
    },
    /// The other file cannot be read, for the system's reason.
    ImportFailed(PathBuf, String),
    /// A copy was written.
    Exported(PathBuf),
    /// A file could not be written.
    Failed(PathBuf, WriteReason),
}
