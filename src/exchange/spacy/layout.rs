//! Tokens as spaCy has them: also for white space.

use crate::exchange::words::Words;
use crate::span::Span;

pub(super) struct Layout {
    pub tokens: Vec<Token>,
    /// Each with the white space after it.
    pub sentences: Vec<Span>,
}

pub(super) struct Token {
    pub span: Span,
    /// The word; nothing for white space.
    pub word: Option<usize>,
}

/// What `spacy.util.get_words_and_spaces` makes of the words of a text.
pub(super) fn of(text: &str, words: &Words<'_>) -> Layout {
    let mut tokens = Vec::with_capacity(words.tokens().len());
    // Where the tokens so far, with the space after the last one, end.
    let mut at = 0;
    let mut ends = Vec::new();
    for (word, &span) in words.tokens().iter().enumerate() {
        if at < span.start() {
            tokens.push(Token {
                span: Span::new(at, span.start()),
                word: None,
            });
        }
        ends.push(tokens.len());
        tokens.push(Token {
            span,
            word: Some(word),
        });
        at = span.end() + usize::from(text[span.end()..].starts_with(' '));
    }
    if at < text.len() {
        tokens.push(Token {
            span: Span::new(at, text.len()),
            word: None,
        });
    }
    // A sentence goes up to the first word of the next one.
    let mut sentences = Vec::new();
    let mut first = 0;
    for sentence in words.sentences() {
        let end = ends.get(sentence.end).copied().unwrap_or(tokens.len());
        if let (Some(from), Some(to)) = (tokens.get(first), end.checked_sub(1)) {
            sentences.push(from.span.hull(tokens[to].span));
        }
        first = end;
    }
    Layout { tokens, sentences }
}
