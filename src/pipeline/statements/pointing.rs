//! "Das kündigte die Bürgermeisterin an": what was said is the sentence before.

use std::ops::Range;

use super::assembly::Draft;
use super::context::Context;
use super::cutting::without_edges;
use crate::document::{Mood, PartOfSpeech, StatementKind};
use crate::german::cues::{Class, verb_with};

/// A pattern is sure, but more than one sentence may be meant.
const CONFIDENCE: f32 = 0.6;

/// Verbs that hand on what was said; whoever criticises or hopes says something of their own.
const HANDS_ON: [Class; 12] = [
    Class::Admit,
    Class::Announce,
    Class::Claim,
    Class::Confirm,
    Class::Emphasise,
    Class::Explain,
    Class::Find,
    Class::Report,
    Class::Say,
    Class::Suggest,
    Class::Think,
    Class::Write,
];

/// Statements whose words stand in the sentence before, in place of what else was found in theirs.
pub(super) fn point_back(context: &Context, groups: &[Vec<usize>], drafts: &mut Vec<Draft>) {
    let mut is_said = vec![false; context.sentences.len()];
    for token in drafts.iter().flat_map(|draft| &draft.tokens) {
        is_said[context.words[*token].sentence as usize] = true;
    }
    for number in 1..context.sentences.len() {
        let sentence = context.sentences[number].tokens.clone();
        let said = context.sentences[number - 1].tokens.clone();
        let is_near = context.sentences[number - 1].block == context.sentences[number].block;
        if !is_near || is_said[number - 1] {
            continue;
        }
        let Some(verb) = pointing_verb(context, sentence.clone()) else {
            continue;
        };
        let is_own = |draft: &Draft| {
            draft.kind != StatementKind::Direct
                && draft.tokens.iter().all(|token| sentence.contains(token))
        };
        drafts.retain(|draft| !is_own(draft));
        let tokens = without_edges(context, said.chain([sentence.start]).collect());
        let mut draft = Draft::new(StatementKind::Indirect, tokens, CONFIDENCE);
        let first = groups.partition_point(|group| group[0] < sentence.start);
        let group = groups.get(first).filter(|group| group.contains(&verb));
        draft.cue = group
            .cloned()
            .unwrap_or_else(|| verb_and_particle(context, verb));
        drafts.push(draft);
    }
}

/// The announcing verb of a sentence that begins with "Das" and announces nothing else.
fn pointing_verb(context: &Context, sentence: Range<usize>) -> Option<usize> {
    use PartOfSpeech as P;
    let points = matches!(context.word(sentence.start), "Das" | "Dies");
    if !points || context.tags.get(sentence.start + 1)?.mood != Mood::Indicative {
        return None;
    }
    let announces_more = |token: usize| {
        matches!(context.word(token), ":" | "dass" | "ob")
            || context.is_mark(token) && is_long_quotation(context, token)
    };
    if sentence.clone().any(announces_more) {
        return None;
    }
    let is_verb = |token: usize| {
        matches!(
            context.part(token),
            P::FiniteVerb | P::Participle | P::Infinitive
        )
    };
    let mut clause = sentence.take_while(|&token| context.word(token) != ",");
    clause.find(|&token| is_verb(token) && verb_with(context.words[token].cue, &HANDS_ON))
}

/// Quoted words beyond a name.
fn is_long_quotation(context: &Context, mark: usize) -> bool {
    const LONGEST_NAME: usize = 5;
    let number = context.words[mark].quotation as usize;
    let quotation = number
        .checked_sub(1)
        .map(|index| &context.quotations[index]);
    quotation.is_some_and(|quotation| LONGEST_NAME + 2 < quotation.tokens.len())
}

fn verb_and_particle(context: &Context, verb: usize) -> Vec<usize> {
    let sentence = &context.sentences[context.words[verb].sentence as usize];
    let particle = context.particle_of(verb, sentence);
    [verb].into_iter().chain(particle).collect()
}
