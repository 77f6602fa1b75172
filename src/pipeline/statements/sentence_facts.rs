//! What a sentence as a whole tells of whether it is said: moods, verbs, subject, quotations, cues.

use std::ops::Range;

use super::context::{Context, WordContext};
use super::cues::WEAK;
use crate::document::{Mood, PartOfSpeech, Sentence};
use crate::learning::features::{Atom, pair};

/// What a sentence is like.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct SentenceFacts {
    /// 0 none, 1 indicative, 2 Konjunktiv I, 3 Konjunktiv II, of the first finite verb.
    pub mood: u64,
    /// Whether any finite verb is in Konjunktiv I, and any in Konjunktiv II.
    pub subjunctives: u64,
    /// Its first cue: 0 none, 1 finite verb, 2 other; 3 and 4 the same, but only possible.
    pub cue: u64,
    /// 0 no quotation, 1 some words, 2 most of it, 3 begins with one, 4 ends with one.
    pub quotation: u64,
    /// Whether it ends with ":".
    pub colon: u64,
    /// First word.
    pub first: Atom,
    /// Last mark.
    pub last: Atom,
    /// Meaning of the first cue lexicon word, even where the model saw no cue.
    pub lexical_cue: Atom,
    /// Whether the block starts here.
    pub opens_block: u64,
    /// Dictionary word of the finite verb.
    pub finite: Atom,
    /// Dictionary word of the verb that bears the meaning.
    pub verb: Atom,
    /// Fine cluster of that verb.
    pub verb_cluster: u64,
    /// Its meaning as a cue, and its frame.
    pub verb_cue: Atom,
    /// Kind of name, or else cluster, of the noun that the sentence is likely to be about.
    pub subject: Atom,
    /// Meaning of a cue of several words.
    pub phrase: Atom,
}

/// Facts of all sentences; `cues` are labels of [`super::cues`].
pub(super) fn sentence_facts(context: &Context, cues: &[u8]) -> Vec<SentenceFacts> {
    let facts = |(index, sentence): (usize, &Sentence)| {
        let tokens = sentence.tokens.clone();
        let moods = tokens
            .clone()
            .map(|token| context.tags[token].mood)
            .filter(|mood| *mood != Mood::None);
        let first_mood = moods.clone().next().map_or(0, |mood| mood as u64);
        let has = |wanted: Mood| u64::from(moods.clone().any(|mood| mood == wanted));
        let quoted = tokens
            .clone()
            .filter(|&token| context.words[token].quotation != 0)
            .count();
        let is_quoted = |token: usize| context.words[token].quotation != 0;
        let quotation = match quoted {
            0 => 0,
            _ if is_quoted(tokens.start) && quoted + 2 >= tokens.len() => 2,
            _ if is_quoted(tokens.start) => 3,
            _ if tokens.len() >= 2 && is_quoted(tokens.end - 2) => 4,
            _ => 1,
        };
        let cue_part = |token: usize| {
            if context.tags[token].mood == Mood::None {
                2
            } else {
                1
            }
        };
        let is_weak = |&token: &usize| cues[token] == WEAK;
        let weak = || {
            let possible = tokens.clone().find(is_weak);
            possible.map_or(0, |token| 2 + cue_part(token))
        };
        let first = tokens.clone().find(|&token| !context.is_mark(token));
        let lexical = tokens
            .clone()
            .map(|token| context.words[token].cue)
            .find(|&cue| cue != 0);
        let (finite, verb) = verbs(context, tokens.clone());
        let word = |token: Option<usize>| {
            token.map_or(WordContext::default(), |token| context.words[token])
        };
        let subject = word(subject(context, tokens.clone(), finite));
        let phrase = tokens.clone().map(|token| context.words[token].phrase);
        let (finite, verb) = (word(finite), word(verb));
        SentenceFacts {
            finite: finite.lemma,
            verb: verb.lemma,
            verb_cluster: verb.clusters[0].into(),
            verb_cue: pair(verb.cue, verb.frame),
            subject: if subject.name == 0 {
                100 + u64::from(subject.clusters[1])
            } else {
                subject.name.into()
            },
            phrase: phrase.clone().find(|&phrase| phrase != 0).unwrap_or(0),
            mood: first_mood,
            subjunctives: has(Mood::KonjunktivI) + 2 * has(Mood::KonjunktivII),
            cue: tokens
                .clone()
                .find(|&token| cues[token] == 1)
                .map_or_else(weak, cue_part),
            quotation,
            colon: tokens
                .clone()
                .next_back()
                .map_or(0, |token| u64::from(context.word(token) == ":")),
            first: first.map_or(0, |token| context.observations[token].lower),
            last: tokens
                .clone()
                .next_back()
                .map_or(0, |token| context.observations[token].lower),
            lexical_cue: lexical.unwrap_or(0),
            opens_block: u64::from(
                index == 0 || context.sentences[index - 1].block != sentence.block,
            ),
        }
    };
    context.sentences.iter().enumerate().map(facts).collect()
}

/// The finite verb of a sentence, and the verb that bears its meaning: a participle or infinitive beside an auxiliary.
fn verbs(context: &Context, sentence: Range<usize>) -> (Option<usize>, Option<usize>) {
    use PartOfSpeech as P;
    let is_finite = |&token: &usize| context.tags[token].mood != Mood::None;
    let Some(finite) = sentence.clone().find(is_finite) else {
        return (None, None);
    };
    let ends = |token: usize| matches!(context.word(token), "," | ";" | ":");
    let rest = (finite + 1..sentence.end).take_while(|&token| !ends(token));
    let bare = |&token: &usize| matches!(context.part(token), P::Participle | P::Infinitive);
    let helps = matches!(context.part(finite), P::FiniteAuxiliary | P::FiniteModal);
    let main = if helps {
        rest.filter(bare).last()
    } else {
        None
    };
    (Some(finite), main.or(Some(finite)))
}

/// The last word of the noun phrase that stands first in its sentence or right behind its finite verb.
fn subject(context: &Context, sentence: Range<usize>, finite: Option<usize>) -> Option<usize> {
    use PartOfSpeech as P;
    let opens = |token: usize| {
        matches!(
            context.part(token),
            P::Preposition | P::Adverb | P::PronominalAdverb | P::Subordination
        )
    };
    let first = sentence.clone().find(|&token| !context.is_mark(token))?;
    let start = if opens(first) { finite? + 1 } else { first };
    let is_head = |&token: &usize| {
        matches!(
            context.part(token),
            P::Noun | P::ProperNoun | P::PersonalPronoun
        )
    };
    (start..sentence.end.min(start + 8)).find(is_head)
}
