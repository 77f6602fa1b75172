//! The key statements: the most salient ones that do not say the same, spread over speakers.

use crate::article::Article;
use crate::document::{EntityId, Statement};
use crate::learning::features::Atom;

/// For saying again what a chosen statement says, times the share of words that both have.
const REPETITION: f32 = 0.15;
/// From this share of the words of the shorter one on, two statements say the same.
const SAME: f32 = 0.5;
/// For being a part of a chosen statement, or having it as a part.
const NESTED: f32 = 0.4;
/// For every chosen statement of the same speaker.
const SAME_SPEAKER: f32 = 0.025;
/// No summary has more.
const MOST: usize = 12;
/// An article with [`ENOUGH_FOR_THREE`] statements has this many at least.
const THREE: usize = 3;
const ENOUGH_FOR_THREE: usize = 6;

/// How many of `n` statements are key: about a third.
fn n_key(n: usize) -> usize {
    let least = if ENOUGH_FOR_THREE <= n {
        THREE
    } else {
        usize::from(0 < n)
    };
    (n / 3).clamp(least, MOST)
}

/// Chooses one statement after the other; `words` are those of the statements, sorted. Whatever a statement loses by those
/// chosen before it, its salience loses too, so that the most salient ones are the key ones.
pub fn mark_key(article: &Article, words: &[Vec<Atom>], statements: &mut [Statement]) {
    let n_outer = statements
        .iter()
        .filter(|statement| statement.inside.is_none())
        .count();
    let speakers: Vec<String> = statements
        .iter()
        .map(|statement| speaker_key(article, statement))
        .collect();
    let mut open: Vec<usize> = (0..statements.len()).collect();
    for _ in 0..n_key(n_outer) {
        let best = open.iter().copied().enumerate().max_by(|&(_, a), &(_, b)| {
            let by_salience = statements[a].salience.total_cmp(&statements[b].salience);
            by_salience.then(b.cmp(&a))
        });
        let Some((place, chosen)) = best else {
            break;
        };
        open.remove(place);
        statements[chosen].key = true;
        for &other in &open {
            let shared = share(&words[chosen], &words[other]);
            let mut loss = 0.0;
            if SAME <= shared {
                loss += REPETITION * shared;
            }
            if is_part(&statements[chosen], &statements[other]) {
                loss += NESTED;
            }
            if !speakers[chosen].is_empty() && speakers[chosen] == speakers[other] {
                loss += SAME_SPEAKER;
            }
            let salience = &mut statements[other].salience;
            *salience = (*salience - loss).max(0.0);
        }
    }
}

/// Share of the words of the shorter one that both have.
fn share(one: &[Atom], other: &[Atom]) -> f32 {
    let (short, long) = if one.len() < other.len() {
        (one, other)
    } else {
        (other, one)
    };
    let both = short.iter().filter(|word| long.binary_search(word).is_ok());
    both.count() as f32 / short.len().max(1) as f32
}

/// Whether the contents of both overlap.
fn is_part(one: &Statement, other: &Statement) -> bool {
    let mut spans = one.content.iter();
    one.extent().overlaps(other.extent())
        && spans.any(|span| other.content.iter().any(|other| span.overlaps(*other)))
}

fn speaker_key(article: &Article, statement: &Statement) -> String {
    match &statement.speaker {
        None => String::new(),
        Some(voice) => match voice.entity {
            Some(EntityId(id)) => format!("#{id}"),
            None => voice
                .spans
                .first()
                .map_or(String::new(), |span| span.of(&article.text).to_lowercase()),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_third_is_key_but_three_of_six() {
        let expected = [0, 1, 1, 1, 1, 1, 3, 3, 3, 3, 3, 3, 4];
        assert_eq!(std::array::from_fn(n_key), expected);
        assert_eq!(n_key(10_000), MOST);
    }

    #[test]
    fn words_are_shared_with_the_shorter_statement() {
        assert!((share(&[1, 2, 3, 4], &[2, 4, 5]) - 2.0 / 3.0).abs() < 1e-6);
        assert!(share(&[], &[1]) < 1e-6);
    }
}
