//! What every learned step sees of a word: its form, its beginning and end, its shape, its classes in the lexicon.

use std::borrow::Cow;

use crate::document::{Sentence, Token};
use crate::german::lexicon::{Classes, Lexicon};
use crate::german::lower_case::lower_case;
use crate::learning::features::{Atom, atom, pair};

/// One word as atoms, computed once and shared by all steps.
#[expect(
    clippy::struct_excessive_bools,
    reason = "four questions that have nothing to do with each other"
)]
#[derive(Clone, Debug)]
pub struct Observation {
    /// The form as it stands.
    pub form: Atom,
    /// The form in lower case.
    pub lower: Atom,
    /// The first 1 to 4 letters.
    pub prefixes: [Atom; 4],
    /// The last 1 to 5 letters, in lower case.
    pub suffixes: [Atom; 5],
    /// "Xx" for "Berlin", "X-Xx" for "G-Gipfel", "9" for "2016".
    pub shape: Atom,
    /// What the lexicon says; of a compound that it does not know, what it says of the last part.
    pub classes: Classes,
    /// Whether the lexicon knows the whole word.
    pub is_known: bool,
    /// Whether it begins with a capital.
    pub is_capital: bool,
    /// Whether it is a punctuation mark or symbol.
    pub is_mark: bool,
    /// Whether it is the first word of its sentence, quotation marks not counted.
    pub opens_sentence: bool,
}

impl Observation {
    /// The atom of its classes.
    pub fn class(&self) -> Atom {
        self.classes.0.wrapping_mul(2) + u64::from(self.is_known)
    }
}

/// Looks at every token.
pub fn observe(
    text: &str,
    tokens: &[Token],
    sentences: &[Sentence],
    lexicon: &Lexicon,
) -> Vec<Observation> {
    let mut observations = Vec::with_capacity(tokens.len());
    for sentence in sentences {
        let mut opens_sentence = true;
        for token in &tokens[sentence.tokens.clone()] {
            let word = token.span.of(text);
            observations.push(observation(word, opens_sentence, lexicon));
            opens_sentence =
                opens_sentence && !word.chars().any(char::is_alphanumeric) || word == ":";
        }
    }
    observations
}

/// No German word is longer; of what is, only the beginning and the end count.
const LONGEST_BYTES: usize = 96;

fn observation(word: &str, opens_sentence: bool, lexicon: &Lexicon) -> Observation {
    let is_long = LONGEST_BYTES < word.len();
    let lower: Cow<str> = if is_long {
        word.into()
    } else {
        lower_case(word)
    };
    let whole = if is_long {
        Classes::default()
    } else {
        lexicon.classes(word, opens_sentence)
    };
    let classes = if whole.is_empty() && !is_long {
        last_part(word, lexicon)
    } else {
        whole
    };
    let prefix = |n: usize| {
        word.char_indices()
            .nth(n)
            .map_or(word, |(end, _)| &word[..end])
    };
    let suffix = |n: usize| {
        lower
            .char_indices()
            .rev()
            .nth(n)
            .map_or(lower.as_ref(), |(start, _)| &lower[start..])
    };
    Observation {
        form: atom(word),
        lower: atom(&lower),
        prefixes: std::array::from_fn(|n| pair(n as u64, atom(prefix(n + 1)))),
        suffixes: std::array::from_fn(|n| pair(n as u64, atom(suffix(n)))),
        shape: shape(word),
        classes,
        is_known: !whole.is_empty(),
        is_capital: word.chars().next().is_some_and(char::is_uppercase),
        is_mark: !word.chars().any(char::is_alphanumeric),
        opens_sentence,
    }
}

/// Classes of the longest known last part of a compound: "Delegationskreise" → "Kreise".
fn last_part(word: &str, lexicon: &Lexicon) -> Classes {
    const SHORTEST: usize = 4;
    let is_capital = word.chars().next().is_some_and(char::is_uppercase);
    if let Some((_, last)) = word.rsplit_once('-') {
        return lexicon.classes(last, false);
    }
    let mut starts = word
        .char_indices()
        .skip(3)
        .map(|(start, _)| start)
        .filter(|start| SHORTEST <= word.len() - start);
    let found = starts.find_map(|start| {
        let part = &word[start..];
        let part: Cow<str> = if is_capital {
            capitalised(part).into()
        } else {
            part.into()
        };
        lexicon.look_up(&part).map(|entry| entry.classes)
    });
    found.unwrap_or_default()
}

fn capitalised(word: &str) -> String {
    let mut characters = word.chars();
    characters.next().map_or(String::new(), |first| {
        first.to_uppercase().chain(characters).collect()
    })
}

/// Letters as X, x and digits as 9, runs shortened to one sign.
fn shape(word: &str) -> Atom {
    let mut shape = [0_u8; 8];
    let mut length = 0;
    for character in word.chars() {
        let sign = match character {
            c if c.is_uppercase() => b'X',
            c if c.is_alphabetic() => b'x',
            c if c.is_numeric() => b'9',
            c if c.is_ascii() => c as u8,
            _ => b'~',
        };
        if length == 0 || shape[length - 1] != sign {
            if length == shape.len() {
                break;
            }
            shape[length] = sign;
            length += 1;
        }
    }
    u64::from_le_bytes(shape)
}
