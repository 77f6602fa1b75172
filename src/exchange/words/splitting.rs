//! Words and punctuation marks of a text that nobody has read yet. Plainer than what the pipeline does.

use super::is_space;
use crate::span::Span;

/// Calls `found` for each word and each mark in `span`. Every character but white space belongs to one.
pub(super) fn split(text: &str, span: Span, found: &mut impl FnMut(Span)) {
    let mut characters = span.of(text).char_indices().peekable();
    while let Some((offset, first)) = characters.next() {
        if is_space(first) {
            continue;
        }
        let start = span.start() + offset;
        let mut end = start + first.len_utf8();
        let is_word = first.is_alphanumeric() || is_attached(first);
        let mut before = first;
        while let Some(&(offset, next)) = characters.peek() {
            let next_end = span.start() + offset + next.len_utf8();
            let after = text[next_end..span.end()].chars().next();
            let is_joined = is_attached(next) || before == '\u{200d}' && !is_space(next);
            if !(is_joined || is_word && goes_on(before, next, after)) {
                break;
            }
            (before, end) = (next, next_end);
            characters.next();
        }
        found(Span::new(start, end));
    }
}

/// Whether `next` belongs to the word that `before` belongs to.
fn goes_on(before: char, next: char, after: Option<char>) -> bool {
    let is_in_word = |character: char| character.is_alphanumeric() || is_attached(character);
    if next.is_alphanumeric() {
        return is_in_word(before) || joins_words(before) || joins_digits(before);
    }
    let comes = |fits: fn(char) -> bool| after.is_some_and(fits);
    is_in_word(before)
        && (joins_words(next) && comes(char::is_alphanumeric)
            || joins_digits(next)
                && before.is_ascii_digit()
                && comes(|after| after.is_ascii_digit()))
}

/// What stands inside words: "US-Präsident", "geht's".
fn joins_words(character: char) -> bool {
    matches!(character, '-' | '‑' | '\'' | '’' | '&' | '_' | '@')
}

/// What stands inside numbers: "15.30", "1,5".
fn joins_digits(character: char) -> bool {
    matches!(character, '.' | ',' | ':')
}

/// What only changes the character before: accents set as characters of their own, joiners, soft hyphens.
fn is_attached(character: char) -> bool {
    matches!(
        character,
        '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{fe00}'..='\u{fe0f}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let mut words = Vec::new();
        split(text, Span::new(0, text.len()), &mut |span| {
            words.push(span.of(text));
        });
        assert_eq!(words, expected);
    }

    #[test]
    fn words_end_at_white_space_and_punctuation() {
        check(
            "„Das ist neu“, sagte sie.",
            &["„", "Das", "ist", "neu", "“", ",", "sagte", "sie", "."],
        );
        check(
            "US-Präsident, 15.30 Uhr.",
            &["US-Präsident", ",", "15.30", "Uhr", "."],
        );
        check(
            "Bad\u{ad}stein\u{a0}- so\u{2028}ist's",
            &["Bad\u{ad}stein", "-", "so", "ist's"],
        );
        check(
            "Ende.Anfang 'So' .5",
            &["Ende", ".", "Anfang", "'", "So", "'", ".", "5"],
        );
    }

    #[test]
    fn joined_emoji_and_accents_stay_together() {
        check(
            "👩\u{200d}👩\u{200d}👧 Mu\u{308}ller",
            &["👩\u{200d}👩\u{200d}👧", "Mu\u{308}ller"],
        );
    }

    #[test]
    fn white_space_alone_has_no_words() {
        check(" \t\n\u{a0}\u{1c}", &[]);
    }
}
