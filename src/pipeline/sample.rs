//! Tokens, sentences and tags for tests of single steps: white space, punctuation, capitals.

use crate::document::{Mood, PartOfSpeech, Sentence, Tag, Token};
use crate::span::Span;

/// A small text as the steps see it.
pub struct Sample {
    /// The text.
    pub text: String,
    /// Its tokens.
    pub tokens: Vec<Token>,
    /// Its sentences: one a line.
    pub sentences: Vec<Sentence>,
    /// Its tags: capitalised words are nouns, "-e", "-en", "-er" in lower case adjectives.
    pub tags: Vec<Tag>,
}

/// Splits at white space and around punctuation; numbers keep what is between digits, ordinals their point.
pub fn sample(text: &str) -> Sample {
    let mut tokens = Vec::new();
    let mut sentences = Vec::new();
    let mut at = 0;
    for (block, line) in text.split_inclusive('\n').enumerate() {
        let first = tokens.len();
        for word in line.split_inclusive(char::is_whitespace) {
            words(at, word.trim_end(), &mut tokens);
            at += word.len();
        }
        sentences.push(Sentence {
            tokens: first..tokens.len(),
            block,
        });
    }
    let tags = tokens
        .iter()
        .map(|token| tag(token.span.of(text)))
        .collect();
    Sample {
        text: text.to_owned(),
        tokens,
        sentences,
        tags,
    }
}

fn words(at: usize, word: &str, tokens: &mut Vec<Token>) {
    let is_mark = |c: char| {
        matches!(
            c,
            '(' | ')' | ',' | ';' | ':' | '!' | '?' | '"' | '„' | '“' | '»' | '«' | '%'
        )
    };
    let inner = word.trim_matches(is_mark);
    let ordinal = inner.len() < 4 && inner.starts_with(|c: char| c.is_ascii_digit());
    let short = inner.contains(|c: char| c.is_ascii_digit()) && inner.matches('.').count() > 1;
    let known = matches!(inner, "Mio." | "Mrd." | "Dr." | "Dez." | "Prof.");
    let core = if ordinal || short || known {
        inner
    } else {
        inner.trim_end_matches('.')
    };
    let start = word.find(core).unwrap_or(0);
    for (offset, piece) in word[..start].char_indices().map(|(i, c)| (i, c.len_utf8())) {
        tokens.push(Token {
            span: Span::new(at + offset, at + offset + piece),
        });
    }
    if !core.is_empty() {
        tokens.push(Token {
            span: Span::new(at + start, at + start + core.len()),
        });
    }
    let rest = start + core.len();
    for (offset, piece) in word[rest..].char_indices().map(|(i, c)| (i, c.len_utf8())) {
        tokens.push(Token {
            span: Span::new(at + rest + offset, at + rest + offset + piece),
        });
    }
}

fn tag(word: &str) -> Tag {
    let part_of_speech = match word {
        "," => PartOfSpeech::Comma,
        "." | ":" | "!" | "?" => PartOfSpeech::Stop,
        "der" | "die" | "das" | "des" | "dem" | "den" | "ein" | "eine" | "einem" | "Der"
        | "Die" | "Das" | "Ein" | "Eine" => PartOfSpeech::Article,
        _ if word.starts_with(char::is_uppercase) => PartOfSpeech::Noun,
        _ if ["sche", "schen", "scher", "sches"]
            .iter()
            .any(|end| word.ends_with(end)) =>
        {
            PartOfSpeech::Adjective
        }
        _ if word.starts_with(char::is_alphabetic) => PartOfSpeech::Adverb,
        _ => PartOfSpeech::Other,
    };
    Tag {
        part_of_speech,
        mood: Mood::None,
    }
}
