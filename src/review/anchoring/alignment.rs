//! Which words of an old text a new one has kept, in the same order.
//!
//! First what both begin and end with, then paragraphs that stand once in either, then words that do, in what lies
//! between; what is left is compared word by word while it is short. So the work is bounded on any two texts, and the
//! result does not depend on how fast the machine is.

use std::collections::HashMap;
use std::ops::Range;

use similar::DiffTag;

use super::words::Words;

/// Words that stand once are looked for in the gaps between them again, but not for ever.
const MAX_DEPTH: usize = 12;

/// Pairs of words that are compared at most, in one gap and in all: a gap of 700 words in each text, and 200 of them.
const MOST_IN_GAP: usize = 500_000;
const MOST_IN_ALL: usize = 100_000_000;

/// For each old word its place among the new ones, where it was kept; these grow.
pub(super) fn align(old: &Words, new: &Words) -> Vec<Option<u32>> {
    let mut alignment = Alignment {
        old: &old.ids,
        new: &new.ids,
        kept: vec![None; old.len()],
        budget: MOST_IN_ALL,
    };
    let gap = alignment.trimmed(0..old.len(), 0..new.len());
    let paragraphs = once_in_both(
        inside(&old.lines, &gap.0).map(|line| (&old.ids[line.clone()], line.start)),
        inside(&new.lines, &gap.1).map(|line| (&new.ids[line.clone()], line.start)),
    );
    let mut next = (gap.0.start, gap.1.start);
    for (old_start, new_start) in paragraphs {
        // Equal lines: the words after the start are kept by the trimming of the next gap.
        if next.0 <= old_start && next.1 <= new_start {
            alignment.fill(next.0..old_start, next.1..new_start, 0);
            next = alignment.keep_forward((old_start, new_start), (gap.0.end, gap.1.end));
        }
    }
    alignment.fill(next.0..gap.0.end, next.1..gap.1.end, 0);
    alignment.kept
}

fn inside<'a>(
    lines: &'a [Range<usize>],
    gap: &'a Range<usize>,
) -> impl Iterator<Item = &'a Range<usize>> {
    lines
        .iter()
        .filter(|line| gap.start <= line.start && line.end <= gap.end)
}

struct Alignment<'a> {
    old: &'a [u32],
    new: &'a [u32],
    kept: Vec<Option<u32>>,
    /// Pairs of words that may still be compared.
    budget: usize,
}

impl Alignment<'_> {
    /// Keeps equal words from here on, and says where they end.
    fn keep_forward(
        &mut self,
        (mut old, mut new): (usize, usize),
        end: (usize, usize),
    ) -> (usize, usize) {
        while old < end.0 && new < end.1 && self.old[old] == self.new[new] {
            self.kept[old] = Some(new as u32);
            (old, new) = (old + 1, new + 1);
        }
        (old, new)
    }

    /// Keeps what both begin and end with; the rest.
    fn trimmed(&mut self, old: Range<usize>, new: Range<usize>) -> (Range<usize>, Range<usize>) {
        let start = self.keep_forward((old.start, new.start), (old.end, new.end));
        let mut end = (old.end, new.end);
        while start.0 < end.0 && start.1 < end.1 && self.old[end.0 - 1] == self.new[end.1 - 1] {
            end = (end.0 - 1, end.1 - 1);
            self.kept[end.0] = Some(end.1 as u32);
        }
        (start.0..end.0, start.1..end.1)
    }

    fn fill(&mut self, old: Range<usize>, new: Range<usize>, depth: usize) {
        let (old, new) = self.trimmed(old, new);
        if old.is_empty() || new.is_empty() {
            return;
        }
        let words = if depth < MAX_DEPTH {
            once_in_both(
                old.clone().map(|index| (self.old[index], index)),
                new.clone().map(|index| (self.new[index], index)),
            )
        } else {
            Vec::new()
        };
        if words.is_empty() {
            self.compare(old, new);
            return;
        }
        let mut next = (old.start, new.start);
        for (old_word, new_word) in words {
            self.fill(next.0..old_word, next.1..new_word, depth + 1);
            self.kept[old_word] = Some(new_word as u32);
            next = (old_word + 1, new_word + 1);
        }
        self.fill(next.0..old.end, next.1..new.end, depth + 1);
    }

    /// Every word with every other: Myers, "An O(ND) Difference Algorithm and Its Variations" (1986).
    fn compare(&mut self, old: Range<usize>, new: Range<usize>) {
        let work = old.len().saturating_mul(new.len());
        if MOST_IN_GAP < work || self.budget < work {
            return;
        }
        self.budget -= work;
        let pieces = similar::capture_diff_slices(
            similar::Algorithm::Myers,
            &self.old[old.clone()],
            &self.new[new.clone()],
        );
        for piece in pieces {
            if piece.tag() == DiffTag::Equal {
                let both = piece.old_range().zip(piece.new_range());
                for (old_word, new_word) in both {
                    self.kept[old.start + old_word] = Some((new.start + new_word) as u32);
                }
            }
        }
    }
}

/// How often something stands in two lists, and where last.
#[derive(Default)]
struct Seen {
    old: (usize, usize),
    new: (usize, usize),
}

/// Places of what stands exactly once in either list, as many as are in the same order in both.
fn once_in_both<T: Eq + std::hash::Hash>(
    old: impl Iterator<Item = (T, usize)>,
    new: impl Iterator<Item = (T, usize)>,
) -> Vec<(usize, usize)> {
    let mut seen: HashMap<T, Seen> = HashMap::new();
    for (what, at) in old {
        let seen = seen.entry(what).or_default();
        seen.old = (seen.old.0 + 1, at);
    }
    for (what, at) in new {
        if let Some(seen) = seen.get_mut(&what) {
            seen.new = (seen.new.0 + 1, at);
        }
    }
    let once = seen.into_values();
    let once = once.filter(|seen| seen.old.0 == 1 && seen.new.0 == 1);
    let mut once: Vec<(usize, usize)> = once.map(|seen| (seen.old.1, seen.new.1)).collect();
    // The order of a hash table is no order.
    once.sort_unstable();
    rising(&once)
}

/// The longest run of pairs whose second parts rise, too (Fredman 1975).
fn rising(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // For each length the pair that ends such a run with the smallest second part.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; pairs.len()];
    for (index, &(_, new)) in pairs.iter().enumerate() {
        let length = ends.partition_point(|&end| pairs[end].1 < new);
        before[index] = length.checked_sub(1).map(|last| ends[last]);
        if length == ends.len() {
            ends.push(index);
        } else {
            ends[length] = index;
        }
    }
    let mut run = Vec::with_capacity(ends.len());
    let mut at = ends.last().copied();
    while let Some(index) = at {
        run.push(pairs[index]);
        at = before[index];
    }
    run.reverse();
    run
}

#[cfg(test)]
mod tests {
    use super::super::words::Dictionary;
    use super::*;

    fn kept(old: &str, new: &str) -> Vec<Option<u32>> {
        let mut dictionary = Dictionary::default();
        let (old, new) = (dictionary.words(old), dictionary.words(new));
        align(&old, &new)
    }

    #[test]
    fn words_around_a_change_are_kept() {
        let kept = kept("a b c d e", "a b x y d e");
        assert_eq!(kept, [Some(0), Some(1), None, Some(4), Some(5)]);
    }

    #[test]
    fn of_paragraphs_that_change_places_the_longer_run_is_kept() {
        let kept = kept("eins\nzwei\ndrei\nvier", "vier\neins\nzwei\ndrei");
        assert_eq!(kept, [Some(1), Some(2), Some(3), None]);
    }

    #[test]
    fn places_never_cross() {
        let (old, new) = ("a b a c a b\na b c a", "b a a c\na b a c a\nc b a");
        let places: Vec<u32> = kept(old, new).into_iter().flatten().collect();
        assert!(places.is_sorted_by(|one, other| one < other), "{places:?}");
    }

    #[test]
    fn texts_made_to_be_slow_are_not() {
        let text = |numbers: &mut dyn Iterator<Item = usize>| {
            let words: Vec<String> = numbers.map(|number| number.to_string()).collect();
            words.join(" ")
        };
        // No word stands once, and next to nothing can be trimmed.
        let old = text(&mut (0..200_000).map(|n| n * 7 % 1000));
        let new = text(&mut (0..200_000).map(|n| n * 11 % 1000));
        assert_eq!(kept(&old, &new).len(), 200_000);
        // Every word stands once, in the opposite order.
        let old = text(&mut (0..100_000));
        let new = text(&mut (0..100_000).rev());
        assert_eq!(kept(&old, &new).into_iter().flatten().count(), 1);
    }
}
