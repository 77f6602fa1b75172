//! Words of which the reader has said that they announce no statement.

use super::Layers;
use super::context::Context;
use crate::document::{PartOfSpeech, Statement, StatementId, StatementKind, overlapping};
use crate::german::lexicon::Lexicon;
use crate::german::personal_lexicon::cues::{DeniedCues, WordClass};

impl Context<'_> {
    /// Takes from words that announce nothing what the word lists say of them.
    pub fn deny(&mut self, denied: &DeniedCues, lexicon: &Lexicon) {
        if denied.is_empty() {
            return;
        }
        for sentence in self.sentences {
            let words: Vec<&str> = sentence.tokens.clone().map(|at| self.word(at)).collect();
            let in_phrases = denied.phrases_in(&words, lexicon);
            for token in in_phrases.into_iter().map(|at| sentence.tokens.start + at) {
                self.words[token].is_denied = true;
            }
            for token in sentence.tokens.clone() {
                let class = class(self.part(token));
                let particle = match class {
                    WordClass::Verb => self.particle_of(token, sentence),
                    WordClass::Noun | WordClass::Other => None,
                };
                let words = particle.map(|particle| self.word(particle));
                if denied.has_word(self.word(token), class, words, lexicon) {
                    for denied in [Some(token), particle].into_iter().flatten() {
                        self.words[denied].is_denied = true;
                    }
                }
            }
        }
        for word in self.words.iter_mut().filter(|word| word.is_denied) {
            (word.cue, word.meant, word.frame, word.phrase) = (0, None, 0, 0);
        }
    }
}

fn class(part: PartOfSpeech) -> WordClass {
    use PartOfSpeech as P;
    match part {
        P::FiniteVerb
        | P::FiniteAuxiliary
        | P::FiniteModal
        | P::Imperative
        | P::Infinitive
        | P::Participle => WordClass::Verb,
        P::Noun | P::ProperNoun => WordClass::Noun,
        _ => WordClass::Other,
    }
}

/// Takes the labels of cues from such words.
pub(super) fn clear(context: &Context, layers: &mut Layers) {
    for (token, word) in context.words.iter().enumerate() {
        if word.is_denied {
            (layers.cues[token], layers.cue_probability[token]) = (0, 1.0);
        }
    }
}

/// Drops statements that only such a word announces: indirect and reported ones without another cue, in a sentence with
/// one. What stands between quotation marks is said by somebody whatever the verb.
pub(super) fn without_denied(context: &Context, statements: Vec<Statement>) -> Vec<Statement> {
    if !context.words.iter().any(|word| word.is_denied) {
        return statements;
    }
    let is_denied = |statement: &Statement| {
        let is_announced = matches!(
            statement.kind,
            StatementKind::Indirect | StatementKind::Reported
        );
        let mut spans = statement.frame.iter().chain(&statement.content);
        is_announced
            && statement.cue.is_empty()
            && spans.any(|&span| {
                let tokens = overlapping(context.tokens, span);
                let first = tokens.start.min(context.words.len().saturating_sub(1));
                let mut sentence = context.sentence_of(first);
                sentence.any(|token| context.words[token].is_denied)
            })
    };
    let kept: Vec<bool> = statements.iter().map(|it| !is_denied(it)).collect();
    let mut number = 0;
    let numbers: Vec<Option<StatementId>> = kept
        .iter()
        .map(|&is_kept| {
            number += u32::from(is_kept);
            is_kept.then(|| StatementId(number - 1))
        })
        .collect();
    let both = statements.into_iter().zip(&kept);
    let mut left: Vec<Statement> = both
        .filter_map(|(statement, &is_kept)| is_kept.then_some(statement))
        .collect();
    for statement in &mut left {
        statement.inside = statement
            .inside
            .and_then(|outer| numbers.get(outer.0 as usize).copied().flatten());
    }
    left
}
