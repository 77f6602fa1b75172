//! Endless paragraphs are cut at white space, so that a file of one line of five megabytes can be drawn and scrolled.

use super::Block;
use crate::span::Span;

/// No writer's paragraph is longer, in bytes: 20,000 are about ten printed pages.
const LONGEST: usize = 20_000;

/// Cuts every block that is longer than [`LONGEST`] bytes.
pub(super) fn cut(text: &str, blocks: &mut Vec<Block>) {
    if blocks.iter().all(|block| block.span.len() <= LONGEST) {
        return;
    }
    let pieces = |block: &Block| {
        let mut pieces = Vec::new();
        let mut rest = block.span;
        while LONGEST < rest.len() {
            let middle = cutting_point(text, rest);
            let piece = Span::new(rest.start(), middle).trimmed(text);
            pieces.extend((!piece.is_empty()).then_some(Block {
                kind: block.kind,
                span: piece,
            }));
            rest = Span::new(middle, rest.end()).trimmed(text);
        }
        pieces.extend((!rest.is_empty()).then_some(Block {
            kind: block.kind,
            span: rest,
        }));
        pieces
    };
    *blocks = blocks.iter().flat_map(pieces).collect();
}

/// The last white space before the limit, or the last character boundary where there is none.
fn cutting_point(text: &str, span: Span) -> usize {
    let mut limit = span.start() + LONGEST;
    while !text.is_char_boundary(limit) {
        limit -= 1;
    }
    let head = &text[span.start()..limit];
    head.rfind(char::is_whitespace)
        .filter(|&at| 0 < at)
        .map_or(limit, |at| span.start() + at)
}

#[cfg(test)]
mod tests {
    use crate::article::from_text;

    #[test]
    fn an_endless_line_becomes_blocks_that_hold_all_its_words() {
        for line in ["Das ist neu. ".repeat(10_000), "ü".repeat(50_000)] {
            let article = from_text(line.clone());
            assert!(3 < article.blocks.len());
            let words: String = article
                .blocks
                .iter()
                .map(|block| block.span.of(&article.text))
                .collect();
            let squeezed = |text: &str| text.split_whitespace().collect::<String>();
            assert_eq!(squeezed(&words), squeezed(&line));
        }
    }
}
