//! Words and sentences of an extract, for formats that are made of them: also where nobody has split the text yet.
//!
//! Every character that is not white space belongs to exactly one token, no token has white space in it, and every token
//! belongs to exactly one sentence, which stays inside its block. So any mark, without white space at its ends, is a run
//! of tokens, but for those that begin or end inside a token: "US" in "US-Außenminister".

mod splitting;

use std::ops::Range;

use super::extract::Extract;
use crate::article::Block;
use crate::document::{Document, Tag};
use crate::span::Span;

/// The tokens of a text, in text order, and its sentences.
#[derive(Clone, Debug)]
pub struct Words<'a> {
    text: &'a str,
    blocks: &'a [Block],
    tokens: Vec<Span>,
    tags: Vec<Option<Tag>>,
    sentences: Vec<Range<usize>>,
}

/// The tokens that a mark lies in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cover {
    /// Indices of tokens; at least one.
    pub tokens: Range<usize>,
    /// Whether the mark begins where a token begins.
    pub fits_start: bool,
    /// Whether the mark ends where a token ends.
    pub fits_end: bool,
}

impl Cover {
    /// Whether the mark consists of whole tokens.
    pub fn fits(&self) -> bool {
        self.fits_start && self.fits_end
    }
}

/// A token on its way into the list.
#[derive(Clone, Copy)]
struct Piece {
    span: Span,
    tag: Option<Tag>,
    /// The sentence of the document that it belongs to; nothing for what no token of the document covers.
    sentence: Option<usize>,
}

impl<'a> Words<'a> {
    /// Those of the document. Where it has none, it is split at white space and punctuation, and each block is a sentence.
    /// Characters that show nothing, and so are in no token of the document, get tokens without a tag.
    pub fn of(extract: &Extract<'a>) -> Self {
        let document = extract.document();
        let pieces = pieces(document);
        let mut words = Self {
            text: document.text(),
            blocks: &document.article.blocks,
            tokens: Vec::with_capacity(pieces.len()),
            tags: Vec::with_capacity(pieces.len()),
            sentences: Vec::new(),
        };
        words.gather(&pieces);
        words
    }

    /// Puts tokens into sentences; those that belong to none go with the one before, or else the one after, in their block.
    fn gather(&mut self, pieces: &[Piece]) {
        // Of the last sentence: its number in the document, its block.
        let mut open: Option<(Option<usize>, Option<usize>)> = None;
        for piece in pieces {
            let block = self.block_at(piece.span.start());
            let goes_on = match (open, piece.sentence) {
                (None, _) => false,
                (Some((Some(before), _)), Some(sentence)) => before == sentence,
                // One of the two is in no sentence of the document.
                (Some((_, before)), _) => before == block,
            };
            let token = self.tokens.len();
            match self.sentences.last_mut() {
                Some(sentence) if goes_on => sentence.end = token + 1,
                _ => self.sentences.push(token..token + 1),
            }
            open = match open {
                Some((number, block)) if goes_on => Some((number.or(piece.sentence), block)),
                _ => Some((piece.sentence, block)),
            };
            self.tokens.push(piece.span);
            self.tags.push(piece.tag);
        }
    }

    /// Where the tokens stand.
    pub fn tokens(&self) -> &[Span] {
        &self.tokens
    }

    /// What the tagger says of a token, where it has read it.
    pub fn tag(&self, token: usize) -> Option<Tag> {
        self.tags.get(token).copied().flatten()
    }

    /// The sentences, as ranges of tokens, none of them empty.
    pub fn sentences(&self) -> &[Range<usize>] {
        &self.sentences
    }

    /// The block that a sentence stands in, as an index; nothing for text outside all blocks.
    pub fn block_of(&self, sentence: usize) -> Option<usize> {
        let first = self.sentences.get(sentence)?.start;
        self.block_at(self.tokens[first].start())
    }

    /// The sentence that a token belongs to, as an index.
    pub fn sentence_of(&self, token: usize) -> usize {
        (self.sentences).partition_point(|sentence| sentence.end <= token)
    }

    /// Where a run of tokens stands; nothing for an empty run.
    pub fn span_of(&self, tokens: Range<usize>) -> Option<Span> {
        let run = self.tokens.get(tokens)?;
        Some(run.first()?.hull(*run.last()?))
    }

    /// What stands between a token and the next one, or the end of the text: white space.
    pub fn after(&self, token: usize) -> &'a str {
        let start = self.tokens[token].end();
        let end = (self.tokens.get(token + 1)).map_or(self.text.len(), |next| next.start());
        &self.text[start..end]
    }

    /// The tokens that a mark lies in; nothing if it covers nothing but white space.
    pub fn cover(&self, span: Span) -> Option<Cover> {
        let first = (self.tokens).partition_point(|token| token.end() <= span.start());
        let end = (self.tokens).partition_point(|token| token.start() < span.end());
        if end <= first {
            return None;
        }
        Some(Cover {
            fits_start: span.start() <= self.tokens[first].start(),
            fits_end: self.tokens[end - 1].end() <= span.end(),
            tokens: first..end,
        })
    }

    /// Cuts tokens into parts at these byte offsets, so that marks that begin or end there fit. Parts keep the tag.
    pub fn cut(&mut self, mut offsets: Vec<usize>) {
        offsets.sort_unstable();
        offsets.dedup();
        offsets.retain(|&offset| self.text.is_char_boundary(offset));
        let mut offsets = offsets.into_iter().peekable();
        let (mut tokens, mut tags) = (Vec::new(), Vec::new());
        let mut sentences = Vec::with_capacity(self.sentences.len());
        for sentence in &self.sentences {
            let first = tokens.len();
            for token in sentence.clone() {
                let (mut rest, tag) = (self.tokens[token], self.tags[token]);
                while let Some(offset) = offsets.next_if(|&offset| offset < rest.end()) {
                    if rest.start() < offset {
                        tokens.push(Span::new(rest.start(), offset));
                        tags.push(tag);
                        rest = Span::new(offset, rest.end());
                    }
                }
                tokens.push(rest);
                tags.push(tag);
            }
            sentences.push(first..tokens.len());
        }
        (self.tokens, self.tags, self.sentences) = (tokens, tags, sentences);
    }

    fn block_at(&self, offset: usize) -> Option<usize> {
        let index = (self.blocks).partition_point(|block| block.span.end() <= offset);
        let block = self.blocks.get(index)?;
        block.span.covers(offset).then_some(index)
    }
}

/// White space, and the separators that Python, which reads many of these formats, takes for it.
pub fn is_space(character: char) -> bool {
    character.is_whitespace() || matches!(character, '\u{1c}'..='\u{1f}')
}

/// The tokens of the document without white space in them, and what lies between them.
fn pieces(document: &Document) -> Vec<Piece> {
    let text = document.text();
    let mut pieces = Vec::with_capacity(document.tokens.len());
    if document.tokens.is_empty() {
        splitting::split(text, Span::new(0, text.len()), &mut |span| {
            pieces.push(Piece {
                span,
                tag: None,
                sentence: None,
            });
        });
        return pieces;
    }
    let mut at = 0;
    for (index, token) in document.tokens.iter().enumerate() {
        let gap = Span::new(at.min(token.span.start()), token.span.start());
        without_space(text, gap, None, None, &mut pieces);
        let tag = document.tags.get(index).copied();
        let sentence = Some(document.sentence_of(index));
        without_space(text, token.span, tag, sentence, &mut pieces);
        at = token.span.end();
    }
    let rest = Span::new(at.min(text.len()), text.len());
    without_space(text, rest, None, None, &mut pieces);
    pieces
}

fn without_space(
    text: &str,
    span: Span,
    tag: Option<Tag>,
    sentence: Option<usize>,
    pieces: &mut Vec<Piece>,
) {
    let mut at = span.start();
    for part in span.of(text).split(is_space) {
        if !part.is_empty() {
            pieces.push(Piece {
                span: Span::new(at, at + part.len()),
                tag,
                sentence,
            });
        }
        at += part.len();
        at += text[at..].chars().next().map_or(0, char::len_utf8);
    }
}

#[cfg(test)]
mod tests;
