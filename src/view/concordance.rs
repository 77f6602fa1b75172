//! The order in which the places of a name are listed, and where in the text they are.

use unicode_segmentation::UnicodeSegmentation;

use super::context::Line;
use super::listing::plain;

/// By what the lines of a concordance are sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sorting {
    /// As they stand in the text.
    #[default]
    Text,
    /// By the words before the name, the nearest first: all places after „Präsident“ stand together.
    Left,
    /// By the name as printed.
    Name,
    /// By the words after the name.
    Right,
}

impl Sorting {
    /// All of them, as the columns stand.
    pub const ALL: [Self; 4] = [Self::Text, Self::Left, Self::Name, Self::Right];
}

/// Positions of `lines`, which are in text order, in another order; what is equal stays in text order.
pub fn order(lines: &[Line], sorting: Sorting) -> Vec<u32> {
    let mut order: Vec<u32> = (0..lines.len() as u32).collect();
    let line = |index: u32| &lines[index as usize];
    match sorting {
        Sorting::Text => {}
        Sorting::Left => {
            order.sort_by_cached_key(|&index| key(line(index).left.unicode_words().rev()));
        }
        Sorting::Name => order.sort_by_cached_key(|&index| key(line(index).name.unicode_words())),
        Sorting::Right => order.sort_by_cached_key(|&index| key(line(index).right.unicode_words())),
    }
    order
}

/// Words one after the other as they stand in a dictionary, a word before those that begin with it.
fn key<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let mut key = String::new();
    for word in words {
        key.push_str(&plain(word));
        // Less than every letter.
        key.push('\u{1}');
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::MentionId;

    fn check(lines: &[(&str, &str, &str)], sorting: Sorting, expected: &[u32]) {
        let lines: Vec<Line> = lines
            .iter()
            .enumerate()
            .map(|(index, &(left, name, right))| Line {
                mention: MentionId(index as u32),
                left: left.to_owned(),
                name: name.to_owned(),
                right: right.to_owned(),
            })
            .collect();
        assert_eq!(order(&lines, sorting), expected, "{sorting:?}");
    }

    #[test]
    fn lines_are_sorted_by_the_nearest_word_on_either_side() {
        let lines = [
            ("…der Sprecher von Präsident ", "Rau", " sagte, er"),
            ("Gestern reiste ", "Raus", " Frau ab."),
            ("Für den Präsident ", "Rau", ", der"),
            ("", "Rau", ""),
            ("„", "Rau", " schwieg"),
        ];
        check(&lines, Sorting::Text, &[0, 1, 2, 3, 4]);
        check(&lines, Sorting::Left, &[3, 4, 2, 0, 1]);
        check(&lines, Sorting::Name, &[0, 2, 3, 4, 1]);
        check(&lines, Sorting::Right, &[3, 2, 1, 0, 4]);
    }

    #[test]
    fn umlauts_stand_beside_their_letters_and_case_does_not_count() {
        let lines = [
            ("Zorn ", "A", ""),
            ("öffnet ", "A", ""),
            ("Otto ", "A", ""),
            ("ofen ", "A", ""),
        ];
        check(&lines, Sorting::Left, &[3, 1, 2, 0]);
    }
}
