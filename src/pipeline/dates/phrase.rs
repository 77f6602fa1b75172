//! The words of a sentence, as all readers of dates and amounts see them.

use crate::document::{PartOfSpeech, Tag};
use crate::german::calendar::{TimeWord, time_word};

/// The words of a sentence. Each method of the readers takes the index at which something may begin and returns one past its end.
pub(super) struct Phrase<'a> {
    pub words: &'a [&'a str],
    pub tags: &'a [Tag],
}

impl Phrase<'_> {
    /// The word; empty past the ends of the sentence.
    pub(super) fn word(&self, at: usize) -> &str {
        self.words.get(at).copied().unwrap_or_default()
    }

    /// The word before.
    pub(super) fn before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |previous| self.word(previous))
    }

    pub(super) fn time_word(&self, at: usize) -> Option<TimeWord> {
        time_word(self.words.get(at)?)
    }

    pub(super) fn part_of_speech(&self, at: usize) -> Option<PartOfSpeech> {
        self.tags.get(at).map(|tag| tag.part_of_speech)
    }

    /// Whether the words from `start` to `end` are all that stands between two quotation marks: the newspaper „Freitag“.
    pub(super) fn is_quoted(&self, start: usize, end: usize) -> bool {
        let is_mark = |word: &str| {
            matches!(
                word,
                "\"" | "„" | "“" | "”" | "»" | "«" | "‚" | "‘" | "›" | "‹" | ",,"
            )
        };
        is_mark(self.before(start)) && is_mark(self.word(end))
    }
}
