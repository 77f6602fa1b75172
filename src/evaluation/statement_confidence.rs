//! What the confidence of a statement is worth: how many of the surest are right.

use super::assignment::assign;
use super::corpora::quotes::Quote;
use super::scores::{Covered, Part, likeness, token_f1};
use crate::document::StatementKind;
use crate::span::Span;

/// Token F1 from which on the words of a statement are right.
const WORDS: f64 = 0.8;
/// Token F1 from which on its speaker is.
const SPEAKER: f64 = 0.5;

/// A statement that was found, held against the gold one that it is paired with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Held {
    /// Its kind.
    pub kind: StatementKind,
    /// How sure the program is, 0 to 1.
    pub confidence: f32,
    /// Whether its words are right.
    pub has_words: bool,
    /// Whether words and speaker are right.
    pub is_right: bool,
}

/// Statements of an article against its gold ones, paired as for the scores; `tokens` are the words that count.
pub fn held(tokens: &[Span], gold: &[Quote], found: &[(Quote, f32)]) -> Vec<Held> {
    let gold: Vec<Covered> = gold
        .iter()
        .map(|quote| Covered::new(quote, tokens))
        .collect();
    let covered = found.iter().map(|(quote, _)| Covered::new(quote, tokens));
    let covered: Vec<Covered> = covered.collect();
    let mut partners = vec![None; found.len()];
    for (row, column) in assign(&likeness(&gold, &covered)) {
        partners[column] = Some(&gold[row]);
    }
    let hold = |((quote, confidence), (covered, partner)): (
        &(Quote, f32),
        (&Covered, Option<&Covered>),
    )| {
        let f1 =
            |part: Part| partner.map_or(0.0, |gold| token_f1(gold.part(part), covered.part(part)));
        let has_words = WORDS <= f1(Part::Content);
        let nobody = partner.is_some_and(|gold| gold.part(Part::Speaker).is_empty())
            && covered.part(Part::Speaker).is_empty();
        Held {
            kind: quote.kind,
            confidence: *confidence,
            has_words,
            is_right: has_words && (nobody || SPEAKER <= f1(Part::Speaker)),
        }
    };
    let both = found.iter().zip(covered.iter().zip(partners));
    both.map(hold).collect()
}

/// Of the surest: when the words of `recall` times `n_gold` are right, the confidence reached, how many were shown and
/// the share of them that is right, words and speaker. `None` if never.
pub fn at_recall(mut held: Vec<Held>, n_gold: usize, recall: f64) -> Option<(f32, usize, f64)> {
    held.sort_by(|one, other| other.confidence.total_cmp(&one.confidence));
    let (mut words, mut right) = (0, 0);
    for (index, one) in held.iter().enumerate() {
        words += usize::from(one.has_words);
        right += usize::from(one.is_right);
        if recall * n_gold as f64 <= words as f64 {
            let shown = index + 1;
            return Some((
                one.confidence,
                shown,
                f64::from(right as u32) / shown as f64,
            ));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spans(numbers: &[usize]) -> Vec<Span> {
        numbers
            .iter()
            .map(|&n| Span::new(2 * n, 2 * n + 1))
            .collect()
    }

    fn quote(content: &[usize], speaker: &[usize]) -> Quote {
        Quote {
            kind: StatementKind::Indirect,
            is_nested: false,
            content: spans(content),
            speaker: spans(speaker),
            cue: Vec::new(),
            frame: Vec::new(),
            addressee: Vec::new(),
        }
    }

    #[test]
    fn a_statement_is_right_if_words_and_speaker_are() {
        let tokens = spans(&(0..20).collect::<Vec<_>>());
        let gold = [quote(&[1, 2, 3], &[0]), quote(&[7, 8, 9], &[])];
        let found = [
            (quote(&[1, 2, 3], &[0]), 0.9),
            (quote(&[7, 8, 9], &[]), 0.8),
            (quote(&[12, 13], &[]), 0.7),
        ];
        let right = held(&tokens, &gold, &found);
        assert_eq!(
            right.iter().map(|one| one.is_right).collect::<Vec<_>>(),
            [true, true, false]
        );
        let other = held(&tokens, &gold, &[(quote(&[1, 2, 3], &[5]), 0.9)]);
        assert!(other[0].has_words && !other[0].is_right);
    }

    #[test]
    fn the_surest_come_first() {
        let one = |confidence: f32, has_words: bool, is_right: bool| Held {
            kind: StatementKind::Direct,
            confidence,
            has_words,
            is_right,
        };
        let all = vec![
            one(0.2, true, true),
            one(0.9, true, true),
            one(0.5, true, false),
        ];
        assert_eq!(at_recall(all.clone(), 4, 0.5), Some((0.5, 2, 0.5)));
        assert_eq!(at_recall(all, 4, 1.0), None);
    }
}
