//! What the rule steps know of an article before they begin: words, sentences, tags.

use crate::document::{Sentence, Tag, Token, overlapping};
use crate::german::lexicon::Lexicon;
use crate::span::Span;

/// An article as this step sees it.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    /// The text.
    pub text: &'a str,
    /// Its tokens.
    pub tokens: &'a [Token],
    /// Its sentences.
    pub sentences: &'a [Sentence],
    /// One tag per token.
    pub tags: &'a [Tag],
    /// The full-form lexicon.
    pub lexicon: &'a Lexicon,
}

impl<'a> Words<'a> {
    /// The form of a token; nothing behind the last one.
    pub fn word(&self, token: usize) -> &'a str {
        self.tokens
            .get(token)
            .map_or("", |token| token.span.of(self.text))
    }

    /// The form of the token before this one.
    pub fn before(&self, token: usize) -> &'a str {
        token.checked_sub(1).map_or("", |before| self.word(before))
    }

    /// Number of the sentence of a token.
    pub fn sentence(&self, token: usize) -> usize {
        self.sentences
            .partition_point(|sentence| sentence.tokens.end <= token)
    }

    /// Number of the first token of a span.
    pub fn first_token(&self, span: Span) -> usize {
        overlapping(self.tokens, span).start
    }
}
