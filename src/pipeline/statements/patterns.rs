//! Sentences that announce a statement in a fixed manner which the labels overlooked: "…, wie X meldete", "demnach".

use std::ops::Range;

use super::Layers;
use super::assembly::Draft;
use super::clauses::clause;
use super::context::Context;
use super::cutting::without_edges;
use super::sources::sourced;
use crate::document::{Mood, PartOfSpeech, Reason, StatementKind};
use crate::german::cues::{Class, verb_with};

/// A pattern is sure, but the rest of the sentence may hold more than what is said.
const CONFIDENCE: f32 = 0.6;

/// Statements in sentences that have none.
pub(super) fn overlooked(context: &Context, layers: &Layers, drafts: &[Draft]) -> Vec<Draft> {
    let mut has_one = vec![false; context.sentences.len()];
    for draft in drafts {
        for &token in &draft.tokens {
            has_one[context.words[token].sentence as usize] = true;
        }
    }
    let empty = (0..context.sentences.len()).filter(|&sentence| !has_one[sentence]);
    let find = |sentence: usize| {
        let tokens = context.sentences[sentence].tokens.clone();
        if context.is_heading(tokens.start) {
            return None;
        }
        as_reported(context, layers, tokens.clone())
            .or_else(|| according(context, tokens.clone()))
            .or_else(|| sourced(context, tokens.clone()))
            .or_else(|| in_other_words(context, tokens.clone()))
            .or_else(|| wondering(context, tokens.clone()))
            .or_else(|| announcing(context, layers, tokens))
    };
    empty.filter_map(find).collect()
}

/// "…, wie die Polizei meldete": what is not in the clause of "wie" is what it said.
fn as_reported(context: &Context, layers: &Layers, sentence: Range<usize>) -> Option<Draft> {
    let like = sentence.clone().find(|&token| {
        let opens = token == sentence.start || context.word(token - 1) == ",";
        opens && matches!(context.word(token), "wie" | "Wie")
    })?;
    let is_cue =
        |&token: &usize| context.tags[token].mood != Mood::None && context.words[token].cue != 0;
    let verb = (like..sentence.end)
        .take_while(|&token| context.word(token) != "," || token < like + 2)
        .find(is_cue)?;
    let end = (verb..sentence.end)
        .find(|&token| matches!(context.word(token), "," | "." | ";"))
        .unwrap_or(sentence.end);
    let content = sentence.filter(|&token| token < like || end <= token);
    let content = clause(context, content.collect())?;
    let mut draft = Draft::new(StatementKind::Indirect, content, CONFIDENCE);
    draft.cue = vec![verb];
    let speaker = noun_phrase(context, like + 1..verb);
    if layers.speakers[like + 1..verb]
        .iter()
        .all(|&label| label == 0)
        && !speaker.is_empty()
    {
        draft.speaker = Some((speaker.collect(), Reason::Subject));
    }
    Some(draft)
}

/// "Die Regimegegner mussten sich demnach zurückziehen": the sentence, said by whom the sentence before quotes.
fn according(context: &Context, sentence: Range<usize>) -> Option<Draft> {
    let mut cues = sentence.clone().filter(|&token| {
        matches!(
            context.word(token),
            "demnach" | "Demnach" | "demzufolge" | "Demzufolge"
        )
    });
    let cue = cues.next()?;
    let content = without_edges(context, sentence.filter(|&token| token != cue).collect());
    if content.len() < 3 {
        return None;
    }
    let mut draft = Draft::new(StatementKind::Indirect, content, CONFIDENCE);
    draft.cue = vec![cue];
    Some(draft)
}

/// The first noun phrase of a run, without a preposition before it.
fn noun_phrase(context: &Context, run: Range<usize>) -> Range<usize> {
    use PartOfSpeech as P;
    let start = run.clone().find(|&token| {
        !matches!(
            context.part(token),
            P::Preposition | P::Adverb | P::Particle
        )
    });
    let start = start.unwrap_or(run.end);
    let belongs = |token: usize| {
        matches!(
            context.word(token),
            "für" | "von" | "vom" | "gegen" | "zur" | "zum"
        )
    };
    let goes_on = |&token: &usize| match context.part(token) {
        P::Adverb | P::ReflexivePronoun | P::PredicateAdjective => false,
        P::Preposition => belongs(token),
        _ => true,
    };
    let end = (start..run.end)
        .take_while(goes_on)
        .last()
        .map_or(start, |last| last + 1);
    start..end
}

/// "Die Folgen nehme er in Kauf.": a main clause in Konjunktiv I renders what somebody said.
fn in_other_words(context: &Context, sentence: Range<usize>) -> Option<Draft> {
    let is_finite = |&token: &usize| context.tags[token].mood != Mood::None;
    let finite = sentence.clone().find(is_finite)?;
    let found = context.tags[finite].mood == Mood::KonjunktivI;
    found.then(|| {
        Draft::new(
            StatementKind::IndirectFreeIndirect,
            sentence.collect(),
            CONFIDENCE,
        )
    })
}

/// "Die Trainerin kündigte ihren Rückzug an": an act of speech by somebody whom the model takes for a speaker.
fn announcing(context: &Context, layers: &Layers, sentence: Range<usize>) -> Option<Draft> {
    /// Of the model's belief that a word begins a speaker.
    const LEAST: f32 = 0.15;
    /// "beklagen" and "ablehnen" are as often the narrator's view of what somebody does.
    const ACTS: [Class; 9] = [
        Class::Accuse,
        Class::Admit,
        Class::Announce,
        Class::Confirm,
        Class::Demand,
        Class::Order,
        Class::Promise,
        Class::Suggest,
        Class::Warn,
    ];
    let acts_by_speaking = |token: usize| {
        context.tags[token].mood == Mood::Indicative
            && context.words[token].quotation == 0
            && verb_with(context.words[token].cue, &ACTS)
    };
    let may_speak = |token: usize| LEAST < layers.speaker_probability[token][1];
    let found = sentence.clone().any(acts_by_speaking) && sentence.clone().any(may_speak);
    found.then(|| Draft::new(StatementKind::Reported, sentence.collect(), CONFIDENCE))
}

/// "Hatte man nicht schon andere Leitungen verlegt?": outside quotation marks a question is somebody's thought in the
/// narrator's words.
fn wondering(context: &Context, sentence: Range<usize>) -> Option<Draft> {
    let is_quoted = sentence
        .clone()
        .any(|token| context.words[token].quotation != 0);
    let asks = context.word(sentence.end - 1) == "?";
    let words = sentence
        .clone()
        .filter(|&token| !context.is_mark(token))
        .count();
    let found = asks && !is_quoted && 2 < words;
    found.then(|| Draft::new(StatementKind::FreeIndirect, sentence.collect(), CONFIDENCE))
}
