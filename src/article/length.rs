//! How long the text of an article may be: what is longer would take more seconds and memory than anybody has for it.

/// Words, numbers and marks: a long novel has 300,000, a year of a weekly newspaper's politics a million.
pub const MAX_WORDS: usize = 400_000;

/// Bytes of text, whatever it is made of: five times as many as such a novel has.
const MAX_TEXT: usize = 16 * 1024 * 1024;

/// Whether a text is longer than [`MAX_WORDS`]. Marks count as words do, since each is looked at as one.
pub(crate) fn is_too_long(text: &str) -> bool {
    if MAX_TEXT < text.len() {
        return true;
    }
    let (mut n_words, mut is_in_word) = (0, false);
    for character in text.chars() {
        let is_letter = character.is_alphanumeric();
        let starts = !is_in_word || !is_letter;
        n_words += usize::from(starts && !character.is_whitespace());
        is_in_word = is_letter;
        if MAX_WORDS < n_words {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_marks_are_counted() {
        let check = |text: &str, n_times: usize, expected| {
            assert_eq!(is_too_long(&text.repeat(n_times)), expected, "{text}");
        };
        check("Wort ", MAX_WORDS, false);
        check("Wort ", MAX_WORDS + 1, true);
        check("Wort.\n", MAX_WORDS / 2, false);
        check("&", MAX_WORDS + 1, true);
        check("e", MAX_TEXT, false);
        check("e", MAX_TEXT + 1, true);
        check(" \n", MAX_WORDS + 1, false);
    }
}
