//! Where an article comes from, so that it can be read again.

use std::path::{Path, PathBuf};

/// Where to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A file, in the encoding that was found or in one that the reader has chosen.
    File {
        /// Where it is.
        path: PathBuf,
        /// Name of the encoding, as in the WHATWG standard; none if the program finds it.
        encoding: Option<String>,
    },
    /// A built-in example.
    Example(usize),
    /// What was on the clipboard.
    Clipboard(Clip),
}

/// What was on the clipboard.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clip {
    /// As a web page or a part of one, if the program it comes from has put it there so.
    pub html: Option<String>,
    /// As plain text.
    pub text: String,
}

impl Source {
    /// A file in the encoding that will be found.
    pub fn file(path: impl Into<PathBuf>) -> Self {
        Self::File {
            path: path.into(),
            encoding: None,
        }
    }

    /// Whether it is a file with a review that was saved, by its name: what was found stands in it.
    pub fn is_review(&self) -> bool {
        let ending = self.path().and_then(Path::extension);
        ending.is_some_and(|ending| ending.eq_ignore_ascii_case("json"))
    }

    /// The file, if it is one.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::File { path, .. } => Some(path),
            Self::Example(_) | Self::Clipboard(_) => None,
        }
    }
}
