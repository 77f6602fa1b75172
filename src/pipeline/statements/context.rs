//! What the steps that find statements know of every word: clause, quotation, dictionary word, cue class.

use std::ops::Range;

use crate::article::{Block, BlockKind};
use crate::document::{PartOfSpeech, Sentence, Tag, Token};
use crate::german::cues::{self, Cue, CuePart};
use crate::german::lexicon::{Classes, Lexicon};
use crate::learning::features::{Atom, atom};
use crate::pipeline::observations::Observation;
use crate::pipeline::quotations::Quotation;

/// An article as the steps see it.
pub struct Context<'a> {
    /// The text.
    pub text: &'a str,
    /// Its tokens.
    pub tokens: &'a [Token],
    /// Its sentences.
    pub sentences: &'a [Sentence],
    /// Parts of speech.
    pub tags: &'a [Tag],
    /// Words as atoms.
    pub observations: &'a [Observation],
    /// What stands between quotation marks.
    pub quotations: &'a [Quotation],
    /// The article's blocks.
    pub blocks: &'a [Block],
    /// Per token what the above says together.
    pub words: Vec<WordContext>,
}

/// What is known of one word.
#[derive(Clone, Copy, Debug, Default)]
pub struct WordContext {
    /// Index of its sentence.
    pub sentence: u32,
    /// Number of its clause, counted through the article; commas, colons, dashes and quotation marks divide clauses.
    pub clause: u32,
    /// 1 + index of the outermost quotation that it stands in; 0 outside.
    pub quotation: u32,
    /// Atom of its dictionary word: "mitteilen" for "teilte … mit".
    pub lemma: Atom,
    /// Part and meaning of the cue that it may be; 0 for none.
    pub cue: Atom,
}

impl<'a> Context<'a> {
    /// Looks at every word.
    pub fn new(
        (text, tokens, sentences, blocks): (&'a str, &'a [Token], &'a [Sentence], &'a [Block]),
        tags: &'a [Tag],
        observations: &'a [Observation],
        quotations: &'a [Quotation],
        lexicon: &Lexicon,
    ) -> Self {
        let mut context = Self {
            text,
            tokens,
            sentences,
            tags,
            observations,
            quotations,
            blocks,
            words: Vec::with_capacity(tokens.len()),
        };
        let mut clause = 0;
        for (number, sentence) in (0..).zip(sentences) {
            clause += 1;
            for token in sentence.tokens.clone() {
                let divides = matches!(
                    context.word(token),
                    "," | ":" | ";" | "–" | "-" | "—" | "(" | ")"
                ) || context.part(token) == PartOfSpeech::Bracket;
                clause += u32::from(divides);
                let (lemma, cue) = context.lemma_and_cue(token, sentence, lexicon);
                context.words.push(WordContext {
                    sentence: number,
                    clause,
                    quotation: 0,
                    lemma,
                    cue,
                });
                clause += u32::from(divides);
            }
        }
        for (number, quotation) in (1..)
            .zip(quotations)
            .filter(|(_, quotation)| quotation.depth == 0)
        {
            context.words[quotation.tokens.clone()]
                .iter_mut()
                .for_each(|word| word.quotation = number);
        }
        context
    }

    /// The form of a token.
    pub fn word(&self, token: usize) -> &'a str {
        self.tokens[token].span.of(self.text)
    }

    /// Its part of speech.
    pub fn part(&self, token: usize) -> PartOfSpeech {
        self.tags[token].part_of_speech
    }

    /// Tokens of its sentence.
    pub fn sentence_of(&self, token: usize) -> Range<usize> {
        self.sentences[self.words[token].sentence as usize]
            .tokens
            .clone()
    }

    /// Whether it stands in a headline or subheading, kicker or caption.
    pub fn is_heading(&self, token: usize) -> bool {
        let block = self.sentences[self.words[token].sentence as usize].block;
        let kind = self.blocks.get(block).map(|block| block.kind);
        !matches!(kind, Some(BlockKind::Paragraph | BlockKind::Lead) | None)
    }

    /// Whether it is punctuation.
    pub fn is_mark(&self, token: usize) -> bool {
        self.observations[token].is_mark
    }

    fn lemma_and_cue(&self, token: usize, sentence: &Sentence, lexicon: &Lexicon) -> (Atom, Atom) {
        use PartOfSpeech as P;
        let word = self.word(token);
        let atom_of = |cue: Option<&'static Cue>| cue.map_or(0, Cue::atom);
        match self.part(token) {
            P::FiniteVerb
            | P::FiniteAuxiliary
            | P::FiniteModal
            | P::Imperative
            | P::Infinitive
            | P::Participle => {
                let lower = word.to_lowercase();
                let lemma = lexicon.verb(word);
                let base = lemma.as_deref().unwrap_or(&lower);
                let joined = self.particle_of(token, sentence).and_then(|particle| {
                    let particle = self.word(particle);
                    cues::separated(&lower, particle).or_else(|| cues::separated(base, particle))
                });
                let cue = joined
                    .or_else(|| cues::verb(&lower, lemma.as_deref()))
                    .or_else(|| cues::look_up(&lower, CuePart::Adjective));
                let atom = match (cue, &lemma) {
                    (Some(cue), _) => atom(cue.lemma),
                    (None, Some(verb)) => atom(verb),
                    (None, None) => self.observations[token].lower,
                };
                (atom, atom_of(cue))
            }
            P::Noun => {
                let known = lexicon.noun(word);
                let noun = known.as_deref().unwrap_or(word);
                let last_part = noun.rsplit('-').next().unwrap_or(noun);
                let mut forms = [word, noun, last_part].into_iter();
                let cue = forms.find_map(|form| cues::look_up(form, CuePart::Noun));
                let cue = cue.or_else(|| match known {
                    Some(_) => cues::look_up(word, CuePart::Particle),
                    None => cues::compound(last_part, lexicon),
                });
                (atom(noun), atom_of(cue))
            }
            _ => {
                let lower = word.to_lowercase();
                let parts = [CuePart::Preposition, CuePart::Particle, CuePart::Adjective];
                let mut cues = parts.iter().map(|&part| cues::look_up(&lower, part));
                let cue = cues.find_map(|cue| cue);
                let is_attribute = self.part(token) == P::Adjective;
                let cue = cue.or_else(|| cues::adjective(&lower).filter(|_| is_attribute));
                (self.observations[token].lower, atom_of(cue))
            }
        }
    }

    /// The separated particle of the finite verb at `token`: the last word of its clause, or of its sentence.
    pub fn particle_of(&self, token: usize, sentence: &Sentence) -> Option<usize> {
        const FARTHEST: usize = 60;
        let end = sentence.tokens.end.min(token + FARTHEST);
        let is_particle = |&other: &usize| {
            let observation = &self.observations[other];
            self.part(other) == PartOfSpeech::SeparatedParticle
                || observation.classes.has(Classes::VERB_PARTICLE)
                    && self
                        .observations
                        .get(other + 1)
                        .is_none_or(|next| next.is_mark)
        };
        (token + 1..end).find(is_particle)
    }
}
