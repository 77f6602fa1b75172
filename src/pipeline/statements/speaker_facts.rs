//! What there is to say for and against a speaker of a statement.

use super::Layers;
use super::assembly::Draft;
use super::context::{Context, WordContext};
use crate::document::Reason;
use crate::learning::features::{Atom, Features, pair};

/// Where the speaker stands, what it consists of, how it suits the cue.
pub(super) fn describe_speaker(
    context: &Context,
    layers: &Layers,
    draft: &Draft,
    speaker: Option<(&[usize], Reason)>,
    features: &mut Features,
) {
    let kind = draft.kind as u64 + 8 * u64::from(draft.inside.is_some());
    let word = |token: Option<usize>| -> WordContext {
        let found = token.and_then(|token| context.words.get(token));
        found.copied().unwrap_or_default()
    };
    let lower = |token: Option<usize>| -> Atom {
        let found = token.and_then(|token| context.observations.get(token));
        found.map_or(1, |observation| observation.lower)
    };
    let part = |token: Option<usize>| {
        let found = token.and_then(|token| context.tags.get(token));
        found.map_or(99, |tag| tag.part_of_speech as u64)
    };
    let cue_token = draft.cue.first().copied();
    let cue = word(cue_token);
    let Some((tokens, because)) = speaker else {
        features.add(40, kind);
        features.add_pair(39, kind, cue.lemma);
        features.add_pair(38, kind, pair(cue.cue, part(cue_token)));
        return;
    };
    let because = because as u64;
    let (first, last) = (tokens[0], tokens[tokens.len() - 1]);
    let begins = odds(layers.speaker_probability[first][1]);
    let ends = layers.speaker_probability.get(last + 1);
    let ends = ends.map_or(0, |probability| odds(1.0 - probability[2]));
    let labelled = u64::from(layers.speakers[first]);
    let named = tokens.iter().map(|&token| context.words[token].name);
    let named = u64::from(named.clone().find(|&name| name != 0).unwrap_or(0));
    let mut heads = tokens.iter().rev().copied();
    let head = heads.find(|&token| !context.is_mark(token));
    let anchor = cue_token.unwrap_or(draft.first());
    let apart = |of: fn(&WordContext) -> u32, most: u32| {
        let (one, other) = (of(&context.words[anchor]), of(&context.words[first]));
        u64::from(one.abs_diff(other).min(most))
    };
    let (sentences, clauses) = (apart(|word| word.sentence, 5), apart(|word| word.clause, 6));
    let distance = pair(sentences, clauses);
    let side = u64::from(first < anchor) + 2 * u64::from(draft.says(first));
    let before = first.checked_sub(1);
    features.add_pair(41, because, begins);
    features.add_pair(42, because, ends);
    features.add_pair(43, because, labelled);
    features.add_pair(44, because, named);
    features.add_pair(45, pair(because, distance), side);
    features.add_pair(46, kind, pair(because, distance));
    features.add_pair(47, because, lower(Some(first)));
    features.add_pair(48, because, word(head).lemma);
    features.add_pair(49, because, u64::from(word(head).clusters[1]));
    features.add_pair(50, because, pair(part(before), part(Some(first))));
    features.add_pair(51, because, lower(before));
    features.add_pair(
        52,
        because,
        pair(part(head), part(head.map(|head| head + 1))),
    );
    features.add_pair(53, because, (tokens.len() as u64).min(8));
    features.add_pair(54, pair(because, named), pair(cue.cue, side));
    let sentence = context.sentence_of(anchor);
    let others = sentence.filter(|&token| layers.speakers[token] == 1 && !draft.says(token));
    features.add_pair(55, because, others.count().min(4) as u64);
    features.add_pair(56, kind, pair(because, begins));
}

/// A probability in steps of its log odds.
pub(super) fn odds(probability: f32) -> Atom {
    let probability = probability.clamp(0.001, 0.9999);
    let odds = (probability / (1.0 - probability)).ln();
    (odds * 1.5 + 32.0).round() as u64
}
