//! What is found in sentences, and what it comes to.

mod false_friends;
mod in_digits;
mod in_words;
mod quantities;

use std::sync::LazyLock;

use super::dates;
use crate::article::from_text;
use crate::document::Mention;
use crate::pipeline::observations::observe;
use crate::pipeline::segmentation::segment;
use crate::pipeline::words::Words;
use crate::pipeline::{Pipeline, tagging};

static PIPELINE: LazyLock<Pipeline> =
    LazyLock::new(|| Pipeline::embedded().expect("the models are whole"));

/// "date Mittwoch 2016-12-07; time 15.30 Uhr T15:30" of a text, with "-" where there is no value.
fn found(text: &str, date: Option<&str>, names: &[Mention]) -> String {
    let mut article = from_text(text.to_owned());
    article.source.date = date.map(Into::into);
    let (tokens, sentences) = segment(&article);
    let observations = observe(text, &tokens, &sentences, &PIPELINE.lexicon);
    let tags = tagging::tag(&PIPELINE.tagging, &observations, &sentences, |token| {
        tokens[token].span.of(text)
    });
    let words = Words {
        text,
        tokens: &tokens,
        sentences: &sentences,
        tags: &tags,
        lexicon: &PIPELINE.lexicon,
    };
    let mentions = dates(words, &article.source, names);
    let shown = mentions.iter().map(|mention| {
        let value = mention.value.as_deref().unwrap_or("-");
        format!("{} {} {value}", mention.kind.label(), mention.span.of(text))
    });
    shown.collect::<Vec<_>>().join("; ")
}

/// Reads every sentence as part of an article of that day, and tells all that are read otherwise. A row is "sentence => what is found".
#[track_caller]
fn check(date: &str, table: &str) {
    let date = (!date.is_empty()).then_some(date);
    let rows: Vec<&str> = table
        .lines()
        .map(str::trim)
        .filter(|row| !row.is_empty())
        .collect();
    assert!(!rows.is_empty());
    let wrong = rows.iter().filter_map(|row| {
        let (text, expected) = row.split_once("=>").expect("a row has an arrow");
        let found = found(text.trim(), date, &[]);
        (found != expected.trim()).then(|| format!("{row}\n  found: {found}"))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
