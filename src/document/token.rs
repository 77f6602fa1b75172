//! Words, sentences, parts of speech.

use std::ops::Range;

use crate::span::Span;

/// A word, number or punctuation mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
}

/// A run of tokens that ends like a sentence or with its block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Token indices.
    pub tokens: Range<usize>,
    /// Index of the block it stands in.
    pub block: usize,
}

/// What the tagger says of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tag {
    /// Part of speech.
    pub part_of_speech: PartOfSpeech,
    /// Mood of a finite verb; [`Mood::None`] for all else.
    pub mood: Mood,
}

/// Parts of speech: the Universal Dependencies set, with the finer verb and pronoun classes of STTS that attribution needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartOfSpeech {
    /// "neu" before a noun.
    Adjective,
    /// "neu" after a verb, used as an adverb.
    PredicateAdjective,
    /// "heute".
    Adverb,
    /// "in", "laut".
    Preposition,
    /// "zufolge".
    Postposition,
    /// "der", "ein".
    Article,
    /// "drei".
    Numeral,
    /// "und".
    Coordination,
    /// "dass".
    Subordination,
    /// "wie", "als" in a comparison.
    Comparison,
    /// "Haus".
    Noun,
    /// "Berlin".
    ProperNoun,
    /// "er".
    PersonalPronoun,
    /// "sich".
    ReflexivePronoun,
    /// "der" in a relative clause.
    RelativePronoun,
    /// "dieser", "man", "wer": other pronouns and determiners that stand alone.
    Pronoun,
    /// "dieser", "kein", "welcher" before a noun.
    Determiner,
    /// "sein", "ihr" before a noun.
    Possessive,
    /// "davon", "dazu": pronominal adverbs.
    PronominalAdverb,
    /// "wonach", "wie", "warum": relative and question adverbs.
    QuestionAdverb,
    /// "sagte".
    FiniteVerb,
    /// "sei", "habe", "wurde".
    FiniteAuxiliary,
    /// "soll".
    FiniteModal,
    /// "sagen", "auszusagen".
    Infinitive,
    /// "gesagt".
    Participle,
    /// "komm!".
    Imperative,
    /// "mit" in "teilte … mit".
    SeparatedParticle,
    /// "zu", "nicht", "am", "ja".
    Particle,
    /// Foreign words, symbols, remnants.
    Other,
    /// ","
    Comma,
    /// ".", "?", "!", ":", ";".
    Stop,
    /// Quotation marks, brackets, dashes.
    Bracket,
}

/// Mood of a finite verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mood {
    /// Not a finite verb.
    None,
    /// "sagt".
    Indicative,
    /// "sage", "sei": the mood of reported speech.
    KonjunktivI,
    /// "wäre", "hätte".
    KonjunktivII,
}

impl Mood {
    /// Whether it is one of the two subjunctives.
    pub fn is_subjunctive(self) -> bool {
        matches!(self, Self::KonjunktivI | Self::KonjunktivII)
    }
}

/// Indices of the tokens that `span` overlaps.
pub(crate) fn overlapping(tokens: &[Token], span: Span) -> Range<usize> {
    let first = tokens.partition_point(|token| token.span.end() <= span.start());
    let last = tokens.partition_point(|token| token.span.start() < span.end());
    first..last.max(first)
}

/// The span from the first to the last token of a run.
pub(crate) fn hull(tokens: &[Token], run: Range<usize>) -> Span {
    match (
        tokens.get(run.start),
        run.end.checked_sub(1).and_then(|last| tokens.get(last)),
    ) {
        (Some(first), Some(last)) if run.start < run.end => first.span.hull(last.span),
        (Some(first), _) => Span::new(first.span.start(), first.span.start()),
        _ => Span::new(0, 0),
    }
}
