//! What the network of the name model is trained on: vectors from running text, then gold texts.

use std::collections::BTreeMap;

use super::features;
use super::features::network::{inputs, spellings};
use super::knowledge::Knowledge;
use super::running_text::RunningText;
use super::training::{GoldText, allowed, tagged};
use crate::german::lexicon::Lexicon;
use crate::learning::embeddings::{self, Settings, Text};
use crate::learning::features::Feature;
use crate::learning::network_training::{Example, LearnedVectors};
use crate::learning::sequence::SequenceModel;

/// Mean square of the vectors of running words, so that the network gets inputs of a good size.
const MEAN_SQUARE: f64 = 0.1;

/// Vectors of words and of their beginnings and ends; those that stand for fewer than `min_count` words of the running
/// text are left out.
pub fn vectors(
    text: &RunningText,
    min_count: u32,
    lexicon: &Lexicon,
    settings: Settings,
    report: impl FnMut(usize),
) -> LearnedVectors {
    let rows = spellings(text.words.iter().map(String::as_str), lexicon);
    let mut counts: BTreeMap<Feature, u32> = BTreeMap::new();
    for (at, &count) in text.counts.iter().enumerate() {
        for &feature in rows.row(at) {
            let sum = counts.entry(feature).or_default();
            *sum = sum.saturating_add(count);
        }
    }
    counts.retain(|_, count| min_count <= *count);
    let features: Vec<Feature> = counts.into_keys().collect();
    let known = |at: usize| {
        let found = rows.row(at).iter().map(|f| features.binary_search(f));
        found.flatten().map(|row| row as u32).collect()
    };
    let text = Text {
        features: (0..text.words.len()).map(known).collect(),
        counts: &text.counts,
        words: &text.running,
        n_rows: features.len(),
    };
    let mut values = embeddings::train(&text, settings, report);
    let (mut sum, mut weight) = (0.0, 0.0);
    for (rows, &count) in text.features.iter().zip(text.counts) {
        let mean = embeddings::mean(&values, settings.width, rows);
        let square: f32 = mean.iter().map(|x| x * x).sum();
        // By the root, so that "der" and "und" do not outweigh all names.
        sum += f64::from(square) / settings.width as f64 * f64::from(count).sqrt();
        weight += f64::from(count).sqrt();
    }
    let scale = (MEAN_SQUARE * weight / f64::max(sum, 1e-9)).sqrt() as f32;
    for value in &mut values {
        *value *= scale;
    }
    LearnedVectors { features, values }
}

/// A gold text, sentence by sentence.
pub fn examples(
    gold: &GoldText,
    knowledge: &Knowledge,
    tagging: &SequenceModel,
    lexicon: &Lexicon,
) -> Vec<Example> {
    let (tokens, sentences, tags) = tagged(&gold.text, tagging, lexicon);
    let words = tokens.iter().map(|token| token.span.of(&gold.text));
    let words = features::describe(words.zip(tags), knowledge, lexicon);
    let allowed = allowed(gold, &tokens);
    let example = |run: std::ops::Range<usize>| Example {
        inputs: inputs(&words[run.clone()], gold.domain),
        allowed: allowed[run].to_vec(),
    };
    sentences
        .iter()
        .map(|sentence| example(sentence.tokens.clone()))
        .collect()
}
