//! The words of two texts as numbers: equal words have equal numbers in both.

use std::collections::HashMap;
use std::ops::Range;

use crate::span::Span;

/// Words and punctuation marks, in text order.
pub(super) struct Words {
    /// Where each one stands.
    pub spans: Vec<Span>,
    /// Which word it is.
    pub ids: Vec<u32>,
    /// Lines that have words, as ranges of them.
    pub lines: Vec<Range<usize>>,
}

/// Numbers words in the order in which they come.
#[derive(Default)]
pub(super) struct Dictionary<'a> {
    ids: HashMap<&'a str, u32>,
}

impl<'a> Dictionary<'a> {
    /// The words of a text. How it is broken into lines does not count, nor which quotation marks and dashes it uses.
    pub fn words(&mut self, text: &'a str) -> Words {
        let (mut spans, mut ids) = (Vec::new(), Vec::new());
        let (mut lines, mut line_start) = (Vec::new(), 0);
        let mut rest = text.char_indices().peekable();
        while let Some((start, character)) = rest.next() {
            if character == '\n' && line_start < ids.len() {
                lines.push(line_start..ids.len());
                line_start = ids.len();
            }
            if character.is_whitespace() {
                continue;
            }
            let mut end = start + character.len_utf8();
            if is_of_word(character) {
                while let Some((at, next)) = rest.next_if(|&(_, next)| is_of_word(next)) {
                    end = at + next.len_utf8();
                }
            }
            let word = text.get(start..end).unwrap_or_default();
            spans.push(Span::new(start, end));
            ids.push(self.id(plain(character).unwrap_or(word)));
        }
        if line_start < ids.len() {
            lines.push(line_start..ids.len());
        }
        Words { spans, ids, lines }
    }

    fn id(&mut self, word: &'a str) -> u32 {
        let next = self.ids.len() as u32;
        *self.ids.entry(word).or_insert(next)
    }
}

/// Letters, digits, and accents that stand alone.
fn is_of_word(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '\u{300}'..='\u{36f}' | '\u{ad}')
}

/// One sign for all that mean the same.
fn plain(character: char) -> Option<&'static str> {
    match character {
        '"' | '„' | '“' | '”' | '«' | '»' => Some("\""),
        '\'' | '‚' | '‘' | '’' | '‹' | '›' => Some("'"),
        '-' | '‐' | '–' | '—' => Some("-"),
        _ => None,
    }
}

impl Words {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// The words that a span overlaps.
    pub fn of(&self, span: Span) -> Range<usize> {
        let first = (self.spans).partition_point(|word| word.end() <= span.start());
        let end = self.spans.partition_point(|word| word.start() < span.end());
        first..end.max(first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_words_have_equal_numbers_whatever_the_quotation_marks() {
        let mut dictionary = Dictionary::default();
        let old = dictionary.words("„Das ist neu“, sagte\nsie.\n\n");
        let new = dictionary.words("»Das ist neu«, sagte sie.");
        assert_eq!(old.ids, new.ids);
        assert_eq!(old.lines, [0..7, 7..9]);
        assert_eq!(new.lines.len(), 1);
    }

    #[test]
    fn a_span_has_the_words_that_it_touches() {
        let text = "CDU-Politiker Müller";
        let words = Dictionary::default().words(text);
        assert_eq!(words.of(Span::new(0, 3)), 0..1);
        assert_eq!(words.of(Span::new(4, text.len())), 2..4);
        assert_eq!(words.of(Span::new(13, 14)), 3..3);
    }
}
