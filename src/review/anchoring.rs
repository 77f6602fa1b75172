//! Where pieces of a text stand in a later version of it.
//!
//! What the comparison of both texts word by word has kept is there still. The rest is looked for by its exact words and
//! those around it, as the `TextQuoteSelector` of the Web Annotation Data Model (W3C 2017) does, among the words that are
//! new: what was there before belongs to something else.

mod alignment;
mod words;

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::span::Span;

use words::{Dictionary, Words};

/// Where a piece of the old text stands in the new one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Between the same words as before, though their offset may be another.
    Same(Span),
    /// Somewhere else, between other words, or with a few other words inside.
    Moved(Span),
    /// Nowhere.
    Lost,
}

impl Place {
    /// Where, if anywhere.
    pub fn span(self) -> Option<Span> {
        match self {
            Self::Same(span) | Self::Moved(span) => Some(span),
            Self::Lost => None,
        }
    }
}

/// Words on either side that say whether it is the same place.
const NEAR: usize = 4;

/// Words on either side that say whether it may be the same place.
const WIDE: usize = 12;

/// Quotes of so many words are not found by chance.
const LONG: usize = 4;

/// Places with the same words that are looked at, the nearest ones.
const MOST_CANDIDATES: usize = 16;

/// Comparisons of words for all pieces together; a million pieces of one text need less.
const BUDGET: usize = 400_000_000;

/// Words in a row that two texts do not share by chance.
const SHINGLE: usize = 5;

/// Two versions of a text, compared.
pub struct Anchoring {
    old: Words,
    new: Words,
    /// For each old word the new one, where it was kept.
    kept: Vec<Option<u32>>,
    /// For each old word, and one more: how many before it were kept.
    n_kept: Vec<u32>,
    /// For each old word, and one more: the new word after the last that was kept before it.
    expected: Vec<u32>,
    /// Places of each word among the new words that were not there before.
    fresh: HashMap<u32, Vec<u32>>,
    is_identical: bool,
    budget: usize,
}

impl Anchoring {
    /// Compares two versions.
    pub fn new(old_text: &str, new_text: &str) -> Self {
        let is_identical = old_text == new_text;
        let mut dictionary = Dictionary::default();
        // Nothing is to be compared then.
        let texts = if is_identical {
            ("", "")
        } else {
            (old_text, new_text)
        };
        let (old, new) = (dictionary.words(texts.0), dictionary.words(texts.1));
        let kept = alignment::align(&old, &new);
        let (mut n_kept, mut expected) = (vec![0], vec![0]);
        let mut is_fresh = vec![true; new.len()];
        for &place in &kept {
            let (n, last) = (n_kept[n_kept.len() - 1], expected[expected.len() - 1]);
            n_kept.push(n + u32::from(place.is_some()));
            expected.push(place.map_or(last, |place| place + 1));
            if let Some(place) = place {
                is_fresh[place as usize] = false;
            }
        }
        let mut fresh: HashMap<u32, Vec<u32>> = HashMap::new();
        for (index, id) in new
            .ids
            .iter()
            .enumerate()
            .filter(|(index, _)| is_fresh[*index])
        {
            fresh.entry(*id).or_default().push(index as u32);
        }
        Self {
            old,
            new,
            kept,
            n_kept,
            expected,
            fresh,
            is_identical,
            budget: BUDGET,
        }
    }

    /// How much of the shorter text is in the other one, from 0 to 1: two articles on the same matter share next to no five
    /// words in a row, a version that was shortened, continued or put in another order nearly all.
    pub fn shared(&self) -> f32 {
        if self.is_identical {
            return 1.0;
        }
        let length = SHINGLE.min(self.old.len()).min(self.new.len());
        if length == 0 {
            return 0.0;
        }
        let old: HashSet<&[u32]> = self.old.ids.windows(length).collect();
        let new: HashSet<&[u32]> = self.new.ids.windows(length).collect();
        old.intersection(&new).count() as f32 / old.len().min(new.len()) as f32
    }

    /// Where a piece of the old text stands in the new one.
    pub fn place(&mut self, span: Span) -> Place {
        if self.is_identical {
            return Place::Same(span);
        }
        let words = self.old.of(span);
        if words.is_empty() {
            return Place::Lost;
        }
        self.kept_as_it_is(span, words.clone())
            .or_else(|| self.quoted(span, words.clone()))
            .or_else(|| self.kept_in_part(words))
            .unwrap_or(Place::Lost)
    }

    /// All words kept, one after the other.
    fn kept_as_it_is(&mut self, span: Span, words: Range<usize>) -> Option<Place> {
        let first = self.kept[words.start]? as usize;
        let last = self.kept[words.end - 1]? as usize;
        let n_kept = self.n_kept[words.end] - self.n_kept[words.start];
        let is_whole = n_kept as usize == words.len() && last - first + 1 == words.len();
        if !is_whole {
            return None;
        }
        let there = first..last + 1;
        let found = self.translated(span, words.clone(), there.clone())?;
        if 0.5 <= self.agreement(&words, &there, NEAR) {
            return Some(Place::Same(found));
        }
        let is_near = LONG <= words.len() || 0.25 <= self.agreement(&words, &there, WIDE);
        is_near.then_some(Place::Moved(found))
    }

    /// The same words among those that are new.
    fn quoted(&mut self, span: Span, words: Range<usize>) -> Option<Place> {
        let starts = self.fresh.get(&self.old.ids[words.start])?;
        let expected = self.expected[words.start];
        let middle = starts.partition_point(|&start| start < expected);
        let around = middle.saturating_sub(MOST_CANDIDATES / 2);
        let starts: Vec<u32> = starts
            .iter()
            .skip(around)
            .take(MOST_CANDIDATES)
            .copied()
            .collect();
        let mut best: Option<(f32, u32, Range<usize>)> = None;
        for start in starts {
            let there = start as usize..start as usize + words.len();
            if !self.has_same_words(&words, &there) {
                continue;
            }
            let (agreement, distance) = (
                self.agreement(&words, &there, WIDE),
                start.abs_diff(expected),
            );
            let is_better = best.as_ref().is_none_or(|(most, nearest, _)| {
                agreement
                    .total_cmp(most)
                    .then(nearest.cmp(&distance))
                    .is_gt()
            });
            if is_better {
                best = Some((agreement, distance, there));
            }
        }
        let (agreement, _, there) = best?;
        let is_it = LONG <= words.len() || 1.0 / 3.0 <= agreement;
        let found = self.translated(span, words, there)?;
        is_it.then_some(Place::Moved(found))
    }

    /// Two thirds of the words of a longer piece kept, and not much between them.
    fn kept_in_part(&self, words: Range<usize>) -> Option<Place> {
        let n_kept = (self.n_kept[words.end] - self.n_kept[words.start]) as usize;
        if words.len() < LONG || 3 * n_kept < 2 * words.len() {
            return None;
        }
        let before = self.expected[words.start];
        let so_far = &self.expected[words.start..=words.end];
        let first = so_far.partition_point(|&after| after <= before);
        let start = *so_far.get(first)? as usize - 1;
        let end = self.expected[words.end] as usize;
        // What was new right before or after stays outside: nobody knows whether it belongs to it.
        if 2 * (end - start) <= 3 * words.len() {
            return Some(Place::Moved(
                self.new.spans[start].hull(self.new.spans[end - 1]),
            ));
        }
        None
    }

    fn has_same_words(&mut self, old: &Range<usize>, new: &Range<usize>) -> bool {
        if self.budget < old.len() {
            return false;
        }
        self.budget -= old.len();
        self.new.ids.get(new.clone()) == self.old.ids.get(old.clone())
    }

    /// Which share of the words around the old place stands around the new one, from 0 to 1.
    fn agreement(&mut self, old: &Range<usize>, new: &Range<usize>, width: usize) -> f32 {
        let work = 2 * width * width;
        if self.budget < work {
            return 0.0;
        }
        self.budget -= work;
        let before = |words: &Words, at: &Range<usize>| -> Vec<u32> {
            words.ids[at.start.saturating_sub(width)..at.start].to_vec()
        };
        let after = |words: &Words, at: &Range<usize>| -> Vec<u32> {
            words.ids[at.end..(at.end + width).min(words.len())].to_vec()
        };
        let pairs = [
            (before(&self.old, old), before(&self.new, new)),
            (after(&self.old, old), after(&self.new, new)),
        ];
        let (mut n_shared, mut n_all) = (0, 0);
        for (old, mut new) in pairs {
            n_all += old.len();
            for word in old {
                if let Some(at) = new.iter().position(|&other| other == word) {
                    new.swap_remove(at);
                    n_shared += 1;
                }
            }
        }
        if n_all == 0 {
            1.0
        } else {
            n_shared as f32 / n_all as f32
        }
    }

    /// The span with the same distance from the beginning of the first word and the end of the last.
    fn translated(&self, span: Span, old: Range<usize>, new: Range<usize>) -> Option<Span> {
        let (first, last) = (self.old.spans[old.start], self.old.spans[old.end - 1]);
        let (new_first, new_last) = (
            self.new.spans.get(new.start)?,
            self.new.spans.get(new.end - 1)?,
        );
        // The words are the same, so that a place inside one is a place inside the other; quotation marks may differ.
        let inside = span
            .start()
            .saturating_sub(first.start())
            .min(new_first.len());
        let cut = last.end().saturating_sub(span.end()).min(new_last.len());
        let (start, end) = (new_first.start() + inside, new_last.end() - cut);
        (start < end).then(|| Span::new(start, end))
    }
}

#[cfg(test)]
mod tests;
