//! Names in articles that are not German.
//!
//! There a capital letter means more than it does in German, and the models know less: what begins a sentence is soon taken for a
//! name that goes on as long as its words are unknown.

use crate::document::{Form, Mention};

/// Lower-case words in a name: "Bank of the West", "Universidad de los Andes".
const MAX_SMALL: usize = 3;

/// Takes away what is no name where only names have capital letters.
pub fn drop_sentences(text: &str, mentions: &mut Vec<Mention>) {
    mentions.retain(|mention| mention.form != Form::Name || is_name(mention.span.of(text)));
}

/// Whether at least half of the words have a capital letter or a digit.
fn is_name(words: &str) -> bool {
    let words = words.split_whitespace();
    let is_small = |word: &&str| !word.contains(|c: char| c.is_uppercase() || c.is_numeric());
    let (n, n_small) = (words.clone().count(), words.filter(is_small).count());
    n_small <= MAX_SMALL && 2 * n_small <= n
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_of_the_words_of_a_name_are_capitalised() {
        for name in ["London", "Bank of the West", "Museo de la Ciudad", "G 20"] {
            assert!(is_name(name), "{name}");
        }
        for words in ["A crane that had stood", "london", "the harbour master"] {
            assert!(!is_name(words), "{words}");
        }
    }
}
