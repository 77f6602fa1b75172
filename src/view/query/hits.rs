//! What a query has found.

use crate::article::Block;
use crate::document::{MentionId, StatementId};
use crate::span::Span;

/// More hits than this are not kept: nobody steps through them, and a mark for each letter of a long text helps nobody.
pub const MAX_HITS: usize = 100_000;

/// Everything that a query has found, in text order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    found: Vec<Hit>,
    pieces: Vec<Piece>,
    is_cut: bool,
}

/// Something that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Where it stands; of a statement, from its first word to its last.
    pub span: Span,
    /// What it is.
    pub found: Found,
}

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// Words.
    Text,
    /// A mark.
    Mention(MentionId),
    /// A statement.
    Statement(StatementId),
}

/// Words that belong to a hit, all in one block of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Where they stand.
    pub span: Span,
    /// To which hit they belong.
    pub hit: u32,
}

impl Hits {
    /// Takes in the next hit with the spans of its words; `false` if there is no more room.
    pub(super) fn push(&mut self, hit: Hit, spans: &[Span]) -> bool {
        if MAX_HITS <= self.found.len() {
            self.is_cut = true;
            return false;
        }
        let index = self.found.len() as u32;
        self.found.push(hit);
        let pieces = spans.iter().map(|&span| Piece { span, hit: index });
        self.pieces.extend(pieces);
        true
    }

    /// Cuts pieces at the ends of blocks and sorts them.
    pub(super) fn finish(mut self, blocks: &[Block]) -> Self {
        let mut pieces = Vec::with_capacity(self.pieces.len());
        for piece in self.pieces {
            let first = blocks.partition_point(|block| block.span.end() <= piece.span.start());
            for block in &blocks[first..] {
                let start = piece.span.start().max(block.span.start());
                let end = piece.span.end().min(block.span.end());
                if end <= start {
                    break;
                }
                let span = Span::new(start, end);
                pieces.push(Piece { span, ..piece });
            }
        }
        pieces.sort_by_key(|piece| (piece.span.start(), piece.hit));
        self.pieces = pieces;
        self
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.found.len()
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// Whether there are more than are kept.
    pub fn is_cut(&self) -> bool {
        self.is_cut
    }

    /// The hit with this number.
    pub fn get(&self, index: usize) -> Option<Hit> {
        self.found.get(index).copied()
    }

    /// All hits.
    pub fn iter(&self) -> impl Iterator<Item = Hit> + '_ {
        self.found.iter().copied()
    }

    /// The words of hits in a block of the article, in text order.
    pub fn in_block(&self, block: Span) -> &[Piece] {
        let from = |end: usize| {
            self.pieces
                .partition_point(|piece| piece.span.start() < end)
        };
        let (first, last) = (from(block.start()), from(block.end()));
        &self.pieces[first..last.max(first)]
    }

    /// The first hit that begins at `offset` or later; from the beginning if there is none.
    pub fn first_from(&self, offset: usize) -> Option<usize> {
        let next = self.found.partition_point(|hit| hit.span.start() < offset);
        (!self.is_empty()).then_some(if next < self.len() { next } else { 0 })
    }
}
