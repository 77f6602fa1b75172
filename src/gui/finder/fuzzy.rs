//! Finding by some of the letters.

use std::cmp::Reverse;

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

/// Something that fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fit {
    /// Its position among what was searched.
    pub index: usize,
    /// Positions of the letters in it that were typed, counted in characters.
    pub letters: Vec<u32>,
}

/// Up to `most` of those words that have the letters of `query` in this order, the best first; of what fits equally well,
/// the first comes first. Without letters, the first ones.
pub fn fitting(query: &str, words: &[&str], most: usize) -> Vec<Fit> {
    let plain = |index| Fit {
        index,
        letters: Vec::new(),
    };
    if query.trim().is_empty() {
        return (0..words.len().min(most)).map(plain).collect();
    }
    let mut matcher = Matcher::new(Config::DEFAULT);
    let pattern = Pattern::parse(query, CaseMatching::Ignore, Normalization::Smart);
    let mut buffer = Vec::new();
    let mut scored: Vec<(u32, usize)> = Vec::new();
    for (index, words) in words.iter().enumerate() {
        let words = Utf32Str::new(words, &mut buffer);
        if let Some(score) = pattern.score(words, &mut matcher) {
            scored.push((score, index));
        }
    }
    scored.sort_by_key(|&(score, index)| (Reverse(score), index));
    scored.truncate(most);
    let fits = scored.into_iter().map(|(_, index)| {
        let mut fit = plain(index);
        let words = Utf32Str::new(words[index], &mut buffer);
        pattern.indices(words, &mut matcher, &mut fit.letters);
        fit.letters.sort_unstable();
        fit.letters.dedup();
        fit
    });
    fits.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(query: &str, expected: &[usize]) {
        let words = ["Ella Rau", "Rauchmelder", "Kurt Weide", "Ältestenrat"];
        let fits = fitting(query, &words, 3);
        let found: Vec<usize> = fits.iter().map(|fit| fit.index).collect();
        assert_eq!(found, expected, "{query}");
    }

    #[test]
    fn letters_in_their_order_are_enough() {
        check("kwd", &[2]);
        check("altesten", &[3]);
        check("xyz", &[]);
    }

    #[test]
    fn without_letters_the_first_ones_are_there() {
        check(" ", &[0, 1, 2]);
    }

    #[test]
    fn the_letters_that_fit_are_known() {
        let fits = fitting("weide", &["Kurt Weide"], 9);
        assert_eq!(fits[0].letters, [5, 6, 7, 8, 9]);
    }
}
