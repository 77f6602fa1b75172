//! For formats that are flat: of marks that overlap, the longest.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

/// A mark as a range of tokens, and what it marks.
pub(super) type Mark<T> = (Range<usize>, T);

/// The marks that stay and those that are dropped, both in text order. The longest stay, of two as long the first; of two
/// at the same place the one that comes first here.
pub(super) fn outermost<T>(marks: Vec<Mark<T>>) -> (Vec<Mark<T>>, Vec<Mark<T>>) {
    let mut order: Vec<usize> = (0..marks.len()).collect();
    order.sort_by_key(|&index| {
        let range = &marks[index].0;
        (Reverse(range.len()), range.start)
    });
    // Start to end of those that stay: disjoint.
    let mut taken: BTreeMap<usize, usize> = BTreeMap::new();
    let mut stays = vec![false; marks.len()];
    for index in order {
        let range = &marks[index].0;
        let before = taken.range(..range.end).next_back();
        if before.is_none_or(|(_, &end)| end <= range.start) {
            taken.insert(range.start, range.end);
            stays[index] = true;
        }
    }
    let (mut kept, mut dropped) = (Vec::new(), Vec::new());
    for (mark, stays) in marks.into_iter().zip(stays) {
        if stays {
            kept.push(mark);
        } else {
            dropped.push(mark);
        }
    }
    kept.sort_by_key(|(range, _)| range.start);
    dropped.sort_by_key(|(range, _)| range.start);
    (kept, dropped)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_stays_and_of_two_as_long_the_first() {
        let marks = vec![
            (0..2, 'a'),
            (1..4, 'b'),
            (4..6, 'c'),
            (5..7, 'd'),
            (2..3, 'e'),
            (4..6, 'f'),
            (9..10, 'g'),
        ];
        let letters = |marks: Vec<Mark<char>>| {
            marks
                .into_iter()
                .map(|(_, letter)| letter)
                .collect::<String>()
        };
        let (kept, dropped) = outermost(marks);
        assert_eq!(letters(kept), "bcg");
        assert_eq!(letters(dropped), "aefd");
    }
}
