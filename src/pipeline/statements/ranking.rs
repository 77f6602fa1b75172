//! Who says it: all that may speak are weighed against each other, and against "nobody is named".

use super::Layers;
use super::assembly::Draft;
use super::context::Context;
use super::linking::Linking;
use super::speaker_facts::{describe_speaker, odds};
use crate::document::{Reason, StatementKind};
use crate::learning::features::{FeatureRows, Features, pair};

/// A speaker and why: token indices.
pub(super) type Speaker = (Vec<usize>, Reason);

/// What may be chosen for a statement; the first is nobody.
pub(super) struct Choice {
    /// The speakers.
    pub speakers: Vec<Option<Speaker>>,
    /// A row of features for each.
    pub rows: FeatureRows,
}

/// Sentences before and after the cue's in which speakers are looked for.
const BEFORE: u32 = 2;
const AFTER: u32 = 1;
/// Speakers of earlier statements, and statements in which they are looked for.
const CARRIED: usize = 4;
const STATEMENTS_BACK: usize = 50;
/// Where more than these are in sight, it is no article.
const MOST_SPEAKERS: usize = 40;

/// Everybody who may say `draft`, which has the speaker that the rules would choose; `before` are the statements before
/// it.
pub(super) fn choice(
    context: &Context,
    layers: &Layers,
    linking: &Linking,
    draft: &Draft,
    before: &[Draft],
) -> Choice {
    let anchor = draft.cue.first().copied().unwrap_or(draft.first());
    let mut speakers: Vec<Option<Speaker>> = vec![None];
    let mut add = |tokens: Vec<usize>, because: Reason| {
        let is_new = speakers.len() < MOST_SPEAKERS
            && !tokens.is_empty()
            && speakers.iter().flatten().all(|(known, _)| *known != tokens);
        if is_new {
            speakers.push(Some((tokens, because)));
        }
    };
    if let Some((tokens, because)) = draft.speaker.clone() {
        add(tokens, because);
    }
    let sentence = context.words[anchor].sentence;
    let reason = |span: &std::ops::Range<usize>| {
        let is_near = context.words[span.start].sentence == sentence;
        match draft.cue.first() {
            Some(&cue) if is_near => linking.reason(cue, span),
            None if is_near && draft.kind == StatementKind::Reported => Reason::Sentence,
            _ => Reason::Nearest,
        }
    };
    let near = linking.speakers_in(sentence.saturating_sub(BEFORE), sentence + AFTER);
    for span in near {
        add(span.clone().collect(), reason(span));
    }
    for span in linking.possible_speakers(context.sentence_of(anchor)) {
        let because = reason(&span);
        add(span.collect(), because);
    }
    let earlier = before.iter().rev().take(STATEMENTS_BACK);
    let earlier = earlier.filter_map(|draft| draft.speaker.as_ref());
    let earlier: Vec<&Speaker> = earlier.take(CARRIED).collect();
    for (tokens, _) in &earlier {
        add(tokens.clone(), Reason::CarriedOn);
    }
    let rows = describe(context, layers, draft, &earlier, &speakers);
    Choice { speakers, rows }
}

fn describe(
    context: &Context,
    layers: &Layers,
    draft: &Draft,
    earlier: &[&Speaker],
    speakers: &[Option<Speaker>],
) -> FeatureRows {
    let kind = draft.kind as u64;
    let mut rows = FeatureRows::default();
    let mut features = Features::default();
    let begins = |speaker: &Option<Speaker>| {
        let first = speaker.as_ref().map(|(tokens, _)| tokens[0]);
        first.map_or(0.0, |first| layers.speaker_probability[first][1])
    };
    let most = speakers.iter().map(begins).fold(0.0, f32::max);
    let ruled = draft.speaker.as_ref();
    let ruled_because = ruled.map_or(31, |(_, because)| *because as u64);
    let ruled_odds = ruled.map_or(0, |(tokens, _)| {
        odds(layers.speaker_probability[tokens[0]][1])
    });
    for speaker in speakers {
        features.clear();
        let said_by = speaker.as_ref();
        let voice = said_by.map(|(tokens, because)| (tokens.as_slice(), *because));
        describe_speaker(context, layers, draft, voice, &mut features);
        let is_ruled = u64::from(speaker.as_ref() == ruled);
        let relation = match (said_by, ruled) {
            (None, _) => 0,
            (_, None) => 1,
            (Some((one, _)), Some((other, _))) => {
                let both = one.iter().filter(|token| other.contains(token)).count();
                match both {
                    0 => 2,
                    n if n == one.len() && n == other.len() => 3,
                    n if n == one.len() => 4,
                    n if n == other.len() => 5,
                    _ => 6_u64,
                }
            }
        };
        features.add_pair(70, kind, is_ruled);
        features.add_pair(71, pair(kind, relation), ruled_because);
        features.add_pair(72, relation, ruled_odds);
        let is_most = u64::from(most <= begins(speaker));
        features.add_pair(73, kind, pair(is_most, relation));
        let rank =
            said_by.and_then(|(tokens, _)| earlier.iter().position(|(known, _)| known == tokens));
        let rank = rank.map_or(9, |rank| rank as u64);
        features.add_pair(74, kind, rank);
        features.add_pair(75, pair(kind, rank), ruled_because);
        features.add_pair(76, kind, pair(speakers.len().min(6) as u64, relation));
        let cue = draft.cue.first().map_or(0, |&cue| context.words[cue].lemma);
        features.add_pair(77, cue, relation);
        let has_cue = u64::from(draft.cue.is_empty());
        features.add_pair(78, pair(kind, has_cue), pair(rank, is_most));
        if let Some((tokens, _)) = said_by {
            let word = context.words[tokens[0]];
            let observation = &context.observations[tokens[0]];
            features.add_pair(79, observation.class(), has_cue);
            let is_quoted = u64::from(word.quotation != 0);
            features.add_pair(80, is_quoted, has_cue);
            let anchor = draft.cue.first().copied().unwrap_or(draft.first());
            let (low, high) = (anchor.min(tokens[0]), anchor.max(tokens[0]));
            let others = speakers
                .iter()
                .flatten()
                .filter(|(other, _)| low < other[0] && other[0] < high);
            features.add_pair(81, kind, others.count().min(3) as u64);
            features.add_pair(
                82,
                observation.class(),
                pair(cue, u64::from(tokens[0] < anchor)),
            );
        }
        rows.push(&features);
    }
    rows
}
