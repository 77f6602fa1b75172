//! The words of a text as a reader takes them: „US-Außenminister“ is one, „80 %“ are two.

use unicode_segmentation::UnicodeSegmentation;

use crate::span::Span;

/// Signs that join the words on both sides: „Müller-Große“, „Bürger*innen“.
pub fn joins(sign: &str) -> bool {
    matches!(sign, "-" | "\u{2011}" | "*")
}

/// Signs that are said as a word.
fn is_said(letter: char) -> bool {
    matches!(letter, '%' | '‰' | '€' | '$' | '£' | '¥' | '§' | '&' | '°')
}

/// Words of `text` in their order, disjoint; blanks and punctuation are none.
pub fn words(text: &str) -> Vec<Span> {
    let pieces: Vec<(usize, &str)> = text.split_word_bound_indices().collect();
    let is_word = |piece: &str| piece.chars().any(|c| c.is_alphanumeric() || is_said(c));
    let mut words: Vec<Span> = Vec::new();
    let mut joint: Option<usize> = None;
    for (index, &(start, piece)) in pieces.iter().enumerate() {
        let end = start + piece.len();
        if is_word(piece) {
            match words.last_mut() {
                Some(last) if joint == Some(last.end()) => *last = Span::new(last.start(), end),
                _ => words.push(Span::new(start, end)),
            }
            joint = None;
        } else {
            let follows = words.last().is_some_and(|last| last.end() == start);
            let goes_on = pieces.get(index + 1).is_some_and(|next| is_word(next.1));
            if follows && goes_on && joins(piece) {
                if let Some(last) = words.last_mut() {
                    *last = Span::new(last.start(), end);
                    joint = Some(end);
                }
            } else {
                joint = None;
            }
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, expected: &[&str]) {
        let words: Vec<&str> = words(text).into_iter().map(|span| span.of(text)).collect();
        assert_eq!(words, expected, "{text}");
    }

    #[test]
    fn hyphens_join_words_and_dashes_do_not() {
        check(
            "„Müller-Große“ sagt – nicht.",
            &["Müller-Große", "sagt", "nicht"],
        );
        check("Ost- und Westsee", &["Ost", "und", "Westsee"]);
        check(
            "die Bürger*innen-Werkstatt",
            &["die", "Bürger*innen-Werkstatt"],
        );
        check("80 % von 5 €", &["80", "%", "von", "5", "€"]);
        check("", &[]);
        check("… –", &[]);
    }

    proptest! {
        #[test]
        fn words_stand_in_order_and_apart(text in "\\PC{0,80}") {
            let words = words(&text);
            prop_assert!(words.is_sorted_by(|one, next| one.end() <= next.start()));
            for word in words {
                prop_assert!(!word.is_empty() && !word.of(&text).is_empty());
            }
        }
    }
}
