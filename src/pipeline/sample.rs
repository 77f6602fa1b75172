//! A small text with tokens, sentences and rough tags, for tests of single steps.

use crate::article::from_text;
use crate::document::{Mood, PartOfSpeech, Sentence, Tag, Token};
use crate::pipeline::segmentation::segment;

/// A small text as the steps see it.
pub struct Sample {
    /// Its tokens.
    pub tokens: Vec<Token>,
    /// Its sentences.
    pub sentences: Vec<Sentence>,
    /// Its tags: capitalised words are nouns, "-sche" and the like in lower case adjectives.
    pub tags: Vec<Tag>,
}

/// Reads a text; tags depend on the shape of the word only.
pub fn sample(text: &str) -> Sample {
    let (tokens, sentences) = segment(&from_text(text.to_owned()));
    let tags = tokens.iter().map(|token| tag(token.span.of(text)));
    Sample {
        tags: tags.collect(),
        tokens,
        sentences,
    }
}

fn tag(word: &str) -> Tag {
    let articles = [
        "der", "die", "das", "des", "dem", "den", "ein", "eine", "einem", "einen",
    ];
    let part_of_speech = match word {
        "," => PartOfSpeech::Comma,
        "." | ":" | "!" | "?" => PartOfSpeech::Stop,
        _ if articles.contains(&word.to_lowercase().as_str()) => PartOfSpeech::Article,
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
