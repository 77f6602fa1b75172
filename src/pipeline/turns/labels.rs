//! The labels of speakers as names: "MERKEL" is the Merkel of the article.

use std::collections::BTreeSet;

use crate::article::Turn;
use crate::document::{Confidence, Form, Kind, Mention, overlapping};
use crate::german::gender::is_first_name;
use crate::german::titles;
use crate::pipeline::words::Words;
use crate::span::Span;

/// Whoever speaks under a name is a person, as good as certain.
const CONFIDENCE: f32 = 0.95;

/// Adds the labels that name persons to the mentions, and says of those found otherwise that they do; mentions stay sorted.
pub fn name_labels(words: Words<'_>, turns: &[Turn], mentions: &mut Vec<Mention>) {
    if turns.is_empty() {
        return;
    }
    let labels = turns
        .iter()
        .filter_map(|turn| Some((turn.label?, turn.asks)));
    let mut labels: Vec<(Span, bool)> = labels.collect();
    // Where there are no labels, all answers share the name in the first question.
    labels.dedup();
    let surnames = surnames(words.text, &labels, mentions);
    let mut added = Vec::new();
    for (label, asks) in labels {
        let Some(name) = name(words, label) else {
            continue;
        };
        let surname = surname(name.of(words.text));
        let is_known = surname.is_some_and(|surname| surnames.contains(&surname));
        let at = mentions.partition_point(|mention| mention.span.end() <= name.start());
        let found = mentions.get_mut(at);
        if let Some(mention) = found.filter(|mention| mention.span.overlaps(name)) {
            if is_known && mention.span == name && mention.form == Form::Name {
                mention.kind = Kind::Person;
            }
            continue;
        }
        if is_known || is_person(words, name, asks) {
            let confidence = Confidence::new(CONFIDENCE);
            added.push(Mention::new(name, Kind::Person, Form::Name, confidence));
        }
    }
    mentions.extend(added);
    mentions.sort_by_key(|mention| (mention.span.start(), std::cmp::Reverse(mention.span.end())));
}

/// Last names of the persons whom the article names outside of labels, in lower case.
fn surnames(text: &str, labels: &[(Span, bool)], mentions: &[Mention]) -> BTreeSet<String> {
    let is_label = |span: Span| {
        let at = labels.partition_point(|(label, _)| label.end() <= span.start());
        labels
            .get(at)
            .is_some_and(|(label, _)| label.overlaps(span))
    };
    mentions
        .iter()
        .filter(|mention| mention.kind == Kind::Person && mention.form == Form::Name)
        .filter(|mention| !is_label(mention.span))
        .filter_map(|mention| surname(mention.span.of(text)))
        .collect()
}

fn surname(name: &str) -> Option<String> {
    Some(name.split_whitespace().next_back()?.to_lowercase())
}

/// The label without "Herr", "Dr." and the like; nothing where nothing else is left.
fn name(words: Words<'_>, label: Span) -> Option<Span> {
    let tokens = overlapping(words.tokens, label);
    let is_title = |&token: &usize| {
        let word = words.word(token);
        titles::is_address(word) || word.ends_with('.') || titles::look_up(word).is_some()
    };
    let n_titles = tokens.clone().take_while(is_title).count();
    let first = tokens.start + n_titles;
    let (first, last) = (
        words.tokens.get(first)?,
        words.tokens.get(tokens.end.checked_sub(1)?)?,
    );
    let span = first.span.hull(last.span);
    label.contains(span).then_some(span)
}

/// "Anna", "Anna Weber" and "MERKEL" are persons, also where the article names them nowhere else; "Moderatorin", "Bürger 2" and
/// "ZEIT ONLINE" are none.
fn is_person(words: Words<'_>, name: Span, asks: bool) -> bool {
    let text = name.of(words.text);
    let mut parts = text.split_whitespace();
    let first = parts.next().unwrap_or_default();
    let n_more = parts.clone().count();
    if text.contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let capitalised = |word: &str| {
        let mut letters = word.chars();
        let head: String = letters.next().into_iter().collect();
        format!("{head}{}", letters.as_str().to_lowercase())
    };
    if is_first_name(first) || is_first_name(&capitalised(first)) {
        return true;
    }
    let is_shouted = !text.contains(char::is_lowercase);
    let is_noun = |word: &str| {
        words.lexicon.noun(word).is_some() || words.lexicon.noun(&capitalised(word)).is_some()
    };
    match n_more {
        0 => !asks && !is_noun(first),
        // "ZEIT ONLINE" asks, "ANGELA MERKEL" answers.
        _ => !asks && !is_shouted && !parts.any(is_noun),
    }
}
