//! What is read from files of other programs: a review, and a list of what did not fit.

mod gathering;
mod laying;

use super::json;
use crate::review::Review;

pub use gathering::Gathering;
pub use laying::lay;

/// What was read from a file.
#[derive(Debug)]
pub struct Imported {
    /// The article with its findings. Tokens, sentences and tags may be missing; [`Review::with_words_of`] adds them.
    pub review: Review,
    /// What did not fit, in the order of the file.
    pub unfit: Vec<Unfit>,
}

/// One thing that did not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfit {
    /// Where it stands in the file: "T12", "line 4".
    pub place: String,
    /// Why it does not fit.
    pub reason: Misfit,
    /// The words or the label that it is about; may be empty.
    pub words: String,
}

/// Why something that a file says was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, thiserror::Error)]
pub enum Misfit {
    /// Its offsets lead beyond the text, or into a character.
    #[error("stands beyond the text")]
    Beyond,
    /// The text has other words there.
    #[error("the text has other words there")]
    OtherWords,
    /// Its words are nowhere in the text.
    #[error("its words are not in the text")]
    NotFound,
    /// Its words are in the text more than once, and nothing tells which are meant.
    #[error("its words are in the text more than once")]
    Ambiguous,
    /// A label or a property that means nothing here.
    #[error("means nothing to Wortlaut")]
    UnknownLabel,
    /// Something is missing in it, or not of the right form.
    #[error("is incomplete")]
    Incomplete,
    /// It refers to something that is not there.
    #[error("refers to something that is not there")]
    Dangling,
    /// It was read, but there is no place for it.
    #[error("has no place in Wortlaut")]
    NoPlace,
    /// It leads elsewhere than to what the rest of the file says.
    #[error("contradicts the rest of the file")]
    Contradicts,
}

impl std::fmt::Display for Unfit {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}: {}", self.place, self.reason)?;
        if self.words.is_empty() {
            return Ok(());
        }
        write!(formatter, " ({})", self.words)
    }
}

/// Why a file could not be read at all. Says what to do.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// It is none of our own files.
    #[error(transparent)]
    Json(#[from] json::Invalid),
    /// It is cut off, or not in the format that it seemed to be in.
    #[error("is damaged ({place}: {reason}); export it again")]
    Damaged {
        /// "line 3".
        place: String,
        /// What is wrong.
        reason: String,
    },
    /// Nobody knows what it is.
    #[error("is in no format that can be read; `wortlaut formats` lists those that can")]
    Unknown,
    /// It is in the right format, but holds no annotations.
    #[error("holds no annotations of an article; open the article itself instead")]
    Empty,
    /// It has no text of its own, and there is no article.
    #[error(
        "has no text of its own; put the article beside it, under the same name, or say which it is"
    )]
    NeedsArticle,
    /// It annotates another text than the article that it was to be laid on.
    #[error("annotates another text than the article; choose the article that it belongs to")]
    OtherText,
    /// The text in it is longer than an article may be.
    #[error("holds a text that is too long; split it")]
    TooLong,
}

impl Refusal {
    /// It is damaged at this place.
    pub fn damaged(place: impl Into<String>, reason: impl Into<String>) -> Self {
        Self::Damaged {
            place: place.into(),
            reason: reason.into(),
        }
    }
}
