//! Builds the text of an article whose file has markup: blocks one after the other, joined by blank lines.

use super::invisible::is_invisible;
use super::{Article, Block, BlockKind, Source};
use crate::span::Span;

/// A text that grows block by block.
#[derive(Debug, Default)]
pub(super) struct Weave {
    text: String,
    blocks: Vec<Block>,
}

impl Weave {
    /// Appends a block. `\n` is a line break that is shown; other runs of white space become one space; soft hyphens
    /// zero-width spaces and control characters, which a browser does not show either, disappear. Nothing is appended if
    /// nothing is left that can be seen.
    pub(super) fn push(&mut self, kind: BlockKind, words: &str) {
        let words = squeeze(words);
        if words.is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        let start = self.text.len();
        self.text.push_str(&words);
        self.blocks.push(Block {
            kind,
            span: Span::new(start, self.text.len()),
        });
    }

    /// The article.
    pub(super) fn finish(self, source: Source) -> Article {
        Article {
            text: self.text,
            blocks: self.blocks,
            source,
        }
    }
}

/// As [`Weave::push`] describes it.
pub(super) fn squeeze(words: &str) -> String {
    let mut squeezed = String::with_capacity(words.len());
    for line in words.split('\n') {
        let line_start = squeezed.len();
        // A no-break space is shown as it is and keeps »10 000« together.
        for word in line.split([' ', '\t', '\r', '\u{B}', '\u{C}', '\u{85}', '\u{2028}']) {
            let shown = word.chars().filter(|c| {
                !matches!(c, '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}') && !c.is_control()
            });
            let before = squeezed.len();
            squeezed.extend(shown);
            if before < squeezed.len() && line_start < before {
                squeezed.insert(before, ' ');
            }
        }
        if line_start < squeezed.len() {
            squeezed.push('\n');
        }
    }
    if squeezed.chars().all(is_invisible) {
        return String::new();
    }
    squeezed.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_is_squeezed_and_breaks_stay() {
        let check = |words, expected: &str| assert_eq!(squeeze(words), expected);
        check("  Der \t Re\u{AD}gen ", "Der Regen");
        check("Zeile \n\n  zwei", "Zeile\nzwei");
        check("10\u{A0}000 Euro\u{A0}", "10\u{A0}000 Euro");
        check(" \n \u{200B} ", "");
        check("\u{13} \u{1}Der\u{8} Regen", "Der Regen");
        check("\u{200E}\u{2028}\u{200F}", "");
    }

    #[test]
    fn blocks_cover_their_words() {
        let mut weave = Weave::default();
        weave.push(BlockKind::Headline, "Regen ");
        weave.push(BlockKind::Paragraph, " ");
        weave.push(BlockKind::Paragraph, "Es  regnet.");
        let article = weave.finish(Source::default());
        assert_eq!(article.text, "Regen\n\nEs regnet.");
        let words: Vec<_> = article
            .blocks
            .iter()
            .map(|block| block.span.of(&article.text))
            .collect();
        assert_eq!(words, ["Regen", "Es regnet."]);
    }
}
