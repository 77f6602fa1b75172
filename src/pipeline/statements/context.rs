//! What the steps that find statements know of every word: clause, quotation, dictionary word, cue class.

use std::ops::Range;

use crate::article::{Block, BlockKind};
use crate::document::{Form, Kind, Mention, PartOfSpeech, Sentence, Tag, Token};
use crate::german::cues::{self, Cue, CuePart};
use crate::german::lexicon::{Classes, Lexicon};
use crate::german::lower_case::lower_case;
use crate::learning::features::{Atom, atom};
use crate::pipeline::names::knowledge::Knowledge;
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
    /// The cue itself: of a phrase that it is part of, else of the word.
    pub meant: Option<&'static Cue>,
    /// How that which is said may stand beside the cue, and the narrator's stance, as a set; 0 for no cue.
    pub frame: u64,
    /// Meaning of the cue of several words that it is part of: "Kritik" in "übte Kritik"; 0 for none.
    pub phrase: Atom,
    /// Fine and coarse cluster of words used alike; 0 for rare words.
    pub clusters: [u16; 2],
    /// 0 outside names, then two numbers a kind: first and further words.
    pub name: u8,
    /// Whether the reader has said that it announces nothing.
    pub is_denied: bool,
}

/// What is known of words from elsewhere.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// The full-form lexicon.
    pub lexicon: &'a Lexicon,
    /// Clusters of words.
    pub knowledge: &'a Knowledge,
    /// Names and roles of the article, in any order.
    pub names: &'a [Mention],
}

impl<'a> Context<'a> {
    /// Looks at every word.
    pub fn new(
        (text, tokens, sentences, blocks): (&'a str, &'a [Token], &'a [Sentence], &'a [Block]),
        tags: &'a [Tag],
        observations: &'a [Observation],
        quotations: &'a [Quotation],
        known: Known,
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
        let mut phrases = Vec::new();
        for (number, sentence) in (0..).zip(sentences) {
            clause += 1;
            for token in sentence.tokens.clone() {
                let divides = matches!(
                    context.word(token),
                    "," | ":" | ";" | "–" | "-" | "—" | "(" | ")"
                ) || context.part(token) == PartOfSpeech::Bracket;
                clause += u32::from(divides);
                let found = context.look_up(token, sentence, known.lexicon, &mut phrases);
                let cue = found.cue;
                context.add_fixed_phrase(token, sentence, &mut phrases);
                context.words.push(WordContext {
                    sentence: number,
                    clause,
                    quotation: 0,
                    lemma: found.lemma,
                    cue: cue.map_or(0, Cue::atom),
                    meant: cue,
                    frame: cue.map_or(0, frame),
                    phrase: 0,
                    clusters: known.knowledge.clusters(context.word(token)),
                    name: 0,
                    is_denied: false,
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
        for (token, phrase) in phrases {
            context.words[token].phrase = phrase.atom();
            context.words[token].meant = Some(phrase);
        }
        context.mark_names(known.names);
        context
    }

    fn mark_names(&mut self, names: &[Mention]) {
        let refers = |mention: &&Mention| mention.form == Form::Name || mention.kind == Kind::Role;
        for mention in names.iter().filter(refers) {
            let start = self
                .tokens
                .partition_point(|token| token.span.end() <= mention.span.start());
            let inside = self.tokens[start..]
                .iter()
                .take_while(|token| token.span.start() < mention.span.end())
                .count();
            for (rank, word) in self.words[start..start + inside].iter_mut().enumerate() {
                if word.name == 0 {
                    word.name = 1 + 2 * mention.kind as u8 + u8::from(rank != 0);
                }
            }
        }
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

    fn look_up(
        &self,
        token: usize,
        sentence: &Sentence,
        lexicon: &Lexicon,
        phrases: &mut Vec<(usize, &'static Cue)>,
    ) -> Found {
        use PartOfSpeech as P;
        let word = self.word(token);
        match self.part(token) {
            P::FiniteVerb
            | P::FiniteAuxiliary
            | P::FiniteModal
            | P::Imperative
            | P::Infinitive
            | P::Participle => {
                let lower = lower_case(word);
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
                self.add_phrase(token, sentence, base, phrases);
                Found { lemma: atom, cue }
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
                Found {
                    lemma: atom(noun),
                    cue,
                }
            }
            _ => {
                let lower = lower_case(word);
                let parts = [CuePart::Preposition, CuePart::Particle, CuePart::Adjective];
                let cue = cues::look_up_any(&lower, &parts);
                let is_attribute = self.part(token) == P::Adjective;
                let cue = cue.or_else(|| is_attribute.then(|| cues::adjective(&lower)).flatten());
                Found {
                    lemma: self.observations[token].lower,
                    cue,
                }
            }
        }
    }

    /// Marks the words of a phrase without a verb: "nach … Angaben".
    fn add_fixed_phrase(
        &self,
        token: usize,
        sentence: &Sentence,
        phrases: &mut Vec<(usize, &'static Cue)>,
    ) {
        const LONGEST: usize = 8;
        use PartOfSpeech as P;
        if !matches!(self.part(token), P::Preposition | P::Noun | P::Postposition) {
            return;
        }
        let end = sentence.tokens.end.min(token + LONGEST);
        let mut words = [""; LONGEST];
        for (slot, token) in words.iter_mut().zip(token..end) {
            *slot = self.word(token);
        }
        if let Some((phrase, places)) = cues::phrase_at(&words[..end - token]) {
            let meaning = &phrase.cue;
            phrases.extend(places.iter().map(|place| (token + place, meaning)));
        }
    }

    /// Marks the words of a phrase with the verb at `token`: "übte … Kritik".
    fn add_phrase(
        &self,
        token: usize,
        sentence: &Sentence,
        lemma: &str,
        phrases: &mut Vec<(usize, &'static Cue)>,
    ) {
        const FARTHEST: usize = 20;
        if cues::phrases(lemma).is_empty() {
            return;
        }
        let ends = |token: usize| matches!(self.word(token), "," | ";" | ":");
        let first = sentence.tokens.start.max(token.saturating_sub(FARTHEST));
        let start = (first..token).rev().find(|&token| ends(token));
        let start = start.map_or(first, |comma| comma + 1);
        let last = sentence.tokens.end.min(token + FARTHEST);
        let end = (token..last).find(|&token| ends(token)).unwrap_or(last);
        let words: Vec<&str> = (start..end).map(|token| self.word(token)).collect();
        if let Some((phrase, places)) = cues::phrase_with(lemma, &words) {
            let meaning = &phrase.cue;
            phrases.extend(places.iter().map(|place| (start + place, meaning)));
            phrases.push((token, meaning));
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

/// What a word is in the lexicons.
struct Found {
    lemma: Atom,
    cue: Option<&'static Cue>,
}

/// Contents and stance of a cue as a set.
fn frame(cue: &Cue) -> u64 {
    let contents = cue.contents.iter().map(|&content| 1 << content as u64);
    contents.fold(1 << 40 | (cue.stance as u64) << 41, |set, bit| set | bit)
}
