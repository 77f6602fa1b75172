//! Words in lines of a width.

use super::{Letters, Weight};

/// Words broken into lines that are no wider than `width`, at spaces and after hyphens; a word that is wider itself is
/// broken anywhere.
pub fn broken(
    words: &str,
    letters: &Letters,
    weight: Weight,
    size: f32,
    width: f32,
) -> Vec<String> {
    let fits = |line: &str| letters.width(line.trim_end(), weight, size) <= width;
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for piece in pieces(words) {
        let longer = format!("{line}{piece}");
        if fits(&longer) {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for letter in piece.chars() {
            line.push(letter);
            if !fits(&line) && 1 < line.chars().count() {
                line.pop();
                lines.push(std::mem::replace(&mut line, letter.to_string()));
            }
        }
    }
    lines.push(line);
    for line in &mut lines {
        line.truncate(line.trim_end().len());
    }
    lines.retain(|line| !line.is_empty());
    lines
}

/// The same number of lines, as even as can be: no line is much shorter than the others.
pub fn even(words: &str, letters: &Letters, weight: Weight, size: f32, width: f32) -> Vec<String> {
    let widest = broken(words, letters, weight, size, width);
    if widest.len() < 2 {
        return widest;
    }
    let (mut narrow, mut wide, mut best) = (width * 0.5, width, widest);
    // Half a letter is even enough.
    while size / 2.0 < wide - narrow {
        let middle = f32::midpoint(narrow, wide);
        let lines = broken(words, letters, weight, size, middle);
        if lines.len() <= best.len() {
            (best, wide) = (lines, middle);
        } else {
            narrow = middle;
        }
    }
    best
}

/// Words, each with the space or the hyphen behind it.
fn pieces(words: &str) -> impl Iterator<Item = &str> {
    words
        .split_inclusive(' ')
        .flat_map(|word| word.split_inclusive(['-', '–', '/']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_no_wider_than_they_may_be_and_lose_nothing() {
        let letters = Letters::new();
        for words in [
            "Wir bauen die Brücke, und zwar im Mai.",
            "Donaudampfschifffahrtsgesellschaftskapitän",
            "der US-Außenminister-Kandidat 👩\u{200d}👧 書書書書書書書書書書",
        ] {
            for width in [30.0, 120.0, 400.0] {
                for lines in [
                    broken(words, &letters, Weight::Text, 20.0, width),
                    even(words, &letters, Weight::Text, 20.0, width),
                ] {
                    let joined: String = lines.concat().split(' ').collect();
                    assert_eq!(joined, words.split(' ').collect::<String>());
                    for line in &lines {
                        let found = letters.width(line, Weight::Text, 20.0);
                        assert!(found <= width + 0.01, "{line} {found} {width}");
                    }
                }
            }
        }
        assert!(broken("", &letters, Weight::Text, 20.0, 100.0).is_empty());
    }

    #[test]
    fn even_lines_leave_no_word_alone() {
        let letters = Letters::new();
        let words = "Wir bauen die Brücke im nächsten Jahr, und zwar ganz";
        let width = letters.width(words, Weight::Text, 20.0) - 1.0;
        assert_eq!(broken(words, &letters, Weight::Text, 20.0, width).len(), 2);
        let lines = even(words, &letters, Weight::Text, 20.0, width);
        let widths = [0, 1].map(|at: usize| letters.width(&lines[at], Weight::Text, 20.0));
        assert!(widths[0] < 1.5 * widths[1], "{lines:?}");
    }
}
