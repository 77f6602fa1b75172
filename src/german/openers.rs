//! Words that are written small inside a sentence, so that a capital shows that one begins.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::word_list;

static OPENERS: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| {
    let rows = word_list::rows(include_str!("../../assets/lexicon/openers.tsv"));
    rows.map(|row| row[0]).collect()
});

/// Whether a word with a capital is one that is small inside a sentence: "Der", "Während", not "Dezember".
pub fn starts_sentence(word: &str) -> bool {
    OPENERS.contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn function_words_open_sentences_and_nouns_do_not() {
        for word in ["Aber", "Der", "Während", "Über", "Übrigens", "Zwischen"] {
            assert!(starts_sentence(word), "{word}");
        }
        assert!(!starts_sentence("Dezember"));
        assert!(!starts_sentence("der"));
    }
}
