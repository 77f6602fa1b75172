//! What one reader has taught the program: how a name is to be read, what is never a name, what is no verb of saying.
//!
//! The entries are plain lines of a file (`file`) and are found in texts by `matching` (names) and `cues`.

pub mod cues;
mod entry;
pub mod file;
mod matching;

use std::sync::OnceLock;

pub use entry::{Entry, MAX_BYTES, MAX_WORDS};
pub use matching::Hit;

use self::cues::DeniedCues;
use self::matching::Names;
use super::lexicon::Lexicon;

/// Entries, ready to be found in texts.
#[derive(Debug, Default)]
pub struct PersonalLexicon {
    names: Names,
    no_cues: Vec<String>,
    /// Made when the first text is read: that takes the word forms of the language.
    denied: OnceLock<DeniedCues>,
}

impl PersonalLexicon {
    /// From entries; of two for the same words the later one counts.
    pub fn new(entries: impl IntoIterator<Item = Entry>) -> Self {
        let mut lexicon = Self::default();
        for entry in entries {
            match entry {
                Entry::NoCue { words } => lexicon.no_cues.push(words),
                Entry::Name { .. } | Entry::Never { .. } => lexicon.names.add(entry),
            }
        }
        lexicon
    }

    /// Whether nothing was taught: then every text is read as if there were no such thing.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty() && self.no_cues.is_empty()
    }

    /// Where the names of entries stand in `text`, in text order, disjoint; of two that overlap the first, the longest.
    ///
    /// "Al-Watan" is found in »Al-Watan«, »Al-Watans« and »Al-Watan-Journalist«, but not in »Al-Watani«.
    pub fn hits<'a>(&'a self, text: &str) -> Vec<Hit<'a>> {
        self.names.hits(text)
    }

    /// The words that announce nothing.
    pub fn denied(&self, lexicon: &Lexicon) -> &DeniedCues {
        self.denied
            .get_or_init(|| DeniedCues::new(&self.no_cues, lexicon))
    }
}
