//! What stands around a quote, so that its place can be told from others with the same words.

use unicode_segmentation::UnicodeSegmentation;

/// Code points before and after a quote that tell its place.
const CONTEXT: usize = 32;

/// The last of these characters, none of them cut in two.
pub(super) fn before(text: &str) -> &str {
    let window = text.char_indices().rev().take(2 * CONTEXT).last();
    let window = &text[window.map_or(0, |(at, _)| at)..];
    let (mut n_points, mut start) = (window.chars().count(), 0);
    for grapheme in window.graphemes(true) {
        if n_points <= CONTEXT {
            break;
        }
        n_points -= grapheme.chars().count();
        start += grapheme.len();
    }
    &window[start..]
}

/// The first of these characters, none of them cut in two.
pub(super) fn after(text: &str) -> &str {
    let window = text.char_indices().nth(2 * CONTEXT);
    let window = &text[..window.map_or(text.len(), |(at, _)| at)];
    let (mut n_points, mut end) = (0, 0);
    for grapheme in window.graphemes(true) {
        n_points += grapheme.chars().count();
        if CONTEXT < n_points {
            break;
        }
        end += grapheme.len();
    }
    &window[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_around_is_cut_between_characters() {
        let family = "👩\u{200D}👩\u{200D}👧";
        let text = format!("{family}{}", "a\u{308}".repeat(15));
        assert_eq!(before(&text), "a\u{308}".repeat(15));
        assert_eq!(before(&format!("x{family}y")), format!("x{family}y"));
        let text = format!("{}{family}", "a\u{308}".repeat(15));
        assert_eq!(after(&text), "a\u{308}".repeat(15));
        assert_eq!(after(&"ab".repeat(40)), "ab".repeat(16));
        assert_eq!(before(&"ab".repeat(40)), "ab".repeat(16));
        assert_eq!(before(""), "");
    }
}
