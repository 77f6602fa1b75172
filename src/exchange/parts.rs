//! An article in parts that hold all its words, for formats that are made of paragraphs.

use super::extract::Extract;
use crate::article::{Block, BlockKind};
use crate::span::Span;

/// The article's blocks, and as paragraphs what stands between them: a file made by a script may have words there.
pub(super) fn parts(extract: &Extract<'_>) -> Vec<Block> {
    let text = extract.text();
    let mut parts = Vec::new();
    let mut at = 0;
    let fill = |parts: &mut Vec<Block>, from: usize, to: usize| {
        let span = Span::new(from, to.max(from)).trimmed(text);
        if !span.is_empty() {
            parts.push(Block {
                kind: BlockKind::Paragraph,
                span,
            });
        }
    };
    for &block in &extract.article().blocks {
        if block.span.is_empty() || block.span.start() < at {
            continue;
        }
        fill(&mut parts, at, block.span.start());
        parts.push(block);
        at = block.span.end();
    }
    fill(&mut parts, at, text.len());
    parts
}

/// The first part that ends after `offset`; half-open.
pub(super) fn first_after(parts: &[Block], offset: usize) -> usize {
    parts.partition_point(|part| part.span.end() <= offset)
}

/// The pieces of a span, one for each part that it reaches, with the part's index.
pub(super) fn cut(parts: &[Block], span: Span) -> impl Iterator<Item = (usize, Span)> {
    let first = first_after(parts, span.start());
    let reached = parts[first..]
        .iter()
        .take_while(move |part| part.span.start() < span.end());
    let pieces = reached.map(move |part| {
        let start = span.start().max(part.span.start());
        Span::new(start, span.end().min(part.span.end()))
    });
    (first..).zip(pieces)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::review::arbitrary;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn no_word_stands_outside(review in arbitrary::review(), n_blocks in 0_usize..2) {
            let mut document = review.document().clone();
            document.article.blocks.truncate(n_blocks);
            if let Some(block) = document.article.blocks.first_mut() {
                let start = block.span.start();
                let length = document.article.text[start..].chars().next().map_or(0, char::len_utf8);
                block.span = Span::new(start, start + length);
            }
            let review = crate::review::Review::new(document.into());
            let extract = Extract::whole(&review);
            let parts = parts(&extract);
            let squeezed = |text: &str| text.split_whitespace().collect::<String>();
            let words: String = parts.iter().map(|part| squeezed(part.span.of(extract.text()))).collect();
            prop_assert_eq!(words, squeezed(extract.text()));
        }
    }
}
