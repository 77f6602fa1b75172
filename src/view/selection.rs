//! What the reader has selected in an article: from where to where, by letters, words or paragraphs.

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use crate::article::Article;
use crate::span::Span;

use super::words::joins;

/// In what steps a selection grows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grain {
    /// By what the reader takes for a letter: an accent on it, or the parts of an emoji, stay with it.
    #[default]
    Letter,
    /// By words, „US-Außenminister“ being one.
    Word,
    /// By blocks of the article.
    Paragraph,
}

impl Grain {
    /// What so many clicks in quick succession mean; a fourth begins anew.
    pub fn of_clicks(n_clicks: usize) -> Self {
        match n_clicks % 3 {
            2 => Self::Word,
            0 if 0 < n_clicks => Self::Paragraph,
            _ => Self::Letter,
        }
    }
}

/// A stretch of an article that the reader has selected; it may reach over several blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Selection {
    /// What was selected first: it stays selected whichever way the selection grows. Empty for letters.
    anchor: Span,
    grain: Grain,
    span: Span,
}

impl Selection {
    /// What is selected by pressing at `at`: nothing yet, the word, or the paragraph there.
    pub fn new(article: &Article, at: usize, grain: Grain) -> Self {
        let anchor = bounds(article, at, grain);
        Self {
            anchor,
            grain,
            span: anchor,
        }
    }

    /// The same selection, grown or shrunk to `to`.
    #[must_use]
    pub fn extended(self, article: &Article, to: usize) -> Self {
        Self {
            span: self.anchor.hull(bounds(article, to, self.grain)),
            ..self
        }
    }

    /// Some words that are selected as a whole.
    pub fn of_words(span: Span) -> Self {
        Self {
            anchor: span,
            grain: Grain::Word,
            span,
        }
    }

    /// The whole article.
    pub fn whole(article: &Article) -> Self {
        let spans = article.blocks.iter().map(|block| block.span);
        let span = spans.reduce(Span::hull).unwrap_or(Span::new(0, 0));
        Self {
            anchor: Span::new(span.start(), span.start()),
            grain: Grain::Letter,
            span,
        }
    }

    /// Where it stands.
    pub fn span(self) -> Span {
        self.span
    }

    /// Whether nothing is selected: then it is only the place where the reader has clicked.
    pub fn is_empty(self) -> bool {
        self.span.is_empty()
    }

    /// The article's own characters, with what stands between its blocks.
    pub fn text(self, article: &Article) -> &str {
        self.span.of(&article.text)
    }
}

/// What is selected around an offset; an offset beside all blocks counts to the one before it.
fn bounds(article: &Article, at: usize, grain: Grain) -> Span {
    let blocks = &article.blocks;
    let before = blocks.partition_point(|block| block.span.start() <= at);
    let Some(block) = blocks.get(before.saturating_sub(1)) else {
        return Span::new(0, 0);
    };
    let at = at.clamp(block.span.start(), block.span.end());
    match grain {
        Grain::Letter => {
            let at = letter(block.span.of(&article.text), at - block.span.start());
            Span::new(block.span.start() + at, block.span.start() + at)
        }
        Grain::Word => {
            let word = word(block.span.of(&article.text), at - block.span.start());
            let start = block.span.start();
            Span::new(start + word.start(), start + word.end())
        }
        Grain::Paragraph => block.span,
    }
}

/// The beginning of the letter at an offset, which may lie anywhere in it.
fn letter(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let mut cursor = GraphemeCursor::new(at, text.len(), true);
    match cursor.is_boundary(text, 0) {
        Ok(true) => at,
        Ok(false) | Err(_) => cursor
            .prev_boundary(text, 0)
            .ok()
            .flatten()
            .unwrap_or_default(),
    }
}

/// The word at an offset, or else the blanks or the sign there; after the last letter still the last word.
fn word(text: &str, at: usize) -> Span {
    let pieces: Vec<(usize, &str)> = text.split_word_bound_indices().collect();
    let is_word = |index: usize| {
        let piece = pieces.get(index);
        piece.is_some_and(|(_, piece)| piece.chars().any(char::is_alphanumeric))
    };
    let is_joint = |index: usize| {
        let sign = pieces.get(index).is_some_and(|(_, piece)| joins(piece));
        sign && 0 < index && is_word(index - 1) && is_word(index + 1)
    };
    let here = pieces.partition_point(|&(start, _)| start <= at);
    let here = here.saturating_sub(1);
    let (mut first, mut last) = (here, here);
    if is_word(here) || is_joint(here) {
        while 0 < first && (is_joint(first) || is_joint(first - 1)) {
            first -= 1;
        }
        while is_joint(last) || is_joint(last + 1) {
            last += 1;
        }
    }
    match (pieces.get(first), pieces.get(last)) {
        (Some(&(start, _)), Some(&(end, piece))) => Span::new(start, end + piece.len()),
        _ => Span::new(0, 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::from_text;
    use proptest::prelude::*;

    const TEXT: &str =
        "Der US-Außenminister\n\n„Müller-Große“ sagt: Na\u{308}he – nicht.\n\nEnde 👩‍👧.";

    /// What is selected by so many clicks on the first place of `words`.
    fn clicked(words: &str, n_clicks: usize) -> String {
        let article = from_text(TEXT.to_owned());
        let at = TEXT.find(words).expect("the words stand in the text");
        let selection = Selection::new(&article, at, Grain::of_clicks(n_clicks));
        selection.text(&article).to_owned()
    }

    #[test]
    fn one_click_selects_nothing_two_a_word_three_a_paragraph() {
        assert_eq!(clicked("minister", 1), "");
        assert_eq!(clicked("minister", 2), "US-Außenminister");
        assert_eq!(clicked("minister", 3), "Der US-Außenminister");
        assert_eq!(clicked("minister", 4), "");
    }

    #[test]
    fn words_keep_their_hyphens_and_leave_quotation_marks_out() {
        assert_eq!(clicked("-Außen", 2), "US-Außenminister");
        assert_eq!(clicked("Große", 2), "Müller-Große");
        assert_eq!(clicked("“ sagt", 2), "“");
        assert_eq!(clicked(" – ", 2), " ");
        assert_eq!(clicked("– ", 2), "–");
    }

    #[test]
    fn an_accent_and_the_parts_of_an_emoji_are_not_torn_off() {
        let article = from_text(TEXT.to_owned());
        let accent = TEXT.find('\u{308}').expect("it is there");
        let start = Selection::new(&article, accent, Grain::Letter);
        assert_eq!(start.span().start(), accent - 1);
        let emoji = TEXT.find('👩').expect("it is there");
        let inside = emoji + '👩'.len_utf8();
        let start = Selection::new(&article, inside, Grain::Letter);
        assert_eq!(start.span().start(), emoji);
    }

    #[test]
    fn a_selection_grows_in_both_directions_around_what_came_first() {
        let article = from_text(TEXT.to_owned());
        let at = |words: &str| TEXT.find(words).expect("the words stand in the text");
        let word = Selection::new(&article, at("sagt"), Grain::Word);
        let forward = word.extended(&article, at("nicht"));
        assert_eq!(forward.text(&article), "sagt: Na\u{308}he – nicht");
        let back = forward.extended(&article, at("Der"));
        assert_eq!(
            back.text(&article),
            "Der US-Außenminister\n\n„Müller-Große“ sagt"
        );
        let letters = Selection::new(&article, at("sagt"), Grain::Letter);
        let letters = letters.extended(&article, at("minister"));
        assert_eq!(letters.text(&article), "minister\n\n„Müller-Große“ ");
    }

    #[test]
    fn everything_is_selected_from_the_first_block_to_the_last() {
        let article = from_text(format!("\n\n{TEXT}\n\n"));
        assert_eq!(Selection::whole(&article).text(&article), TEXT);
        let nothing = from_text(String::new());
        assert!(Selection::whole(&nothing).is_empty());
        assert!(Selection::new(&nothing, 7, Grain::Word).is_empty());
    }

    proptest! {
        #[test]
        fn whatever_is_clicked_can_be_copied(text in "\\PC{0,60}(\n\n\\PC{0,40})?", from in 0_usize..300, to in 0_usize..300) {
            let article = from_text(text);
            for grain in [Grain::Letter, Grain::Word, Grain::Paragraph] {
                let selection = Selection::new(&article, from, grain);
                let grown = selection.extended(&article, to);
                prop_assert!(grown.span().contains(selection.span()));
                prop_assert_eq!(grown.text(&article).len(), grown.span().len());
            }
        }
    }
}
