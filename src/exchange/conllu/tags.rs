//! Our tags as UPOS, XPOS and FEATS.

use crate::document::{Mood, PartOfSpeech, Tag};

/// UPOS, XPOS and FEATS as in UD German GSD; XPOS is STTS, `_` where our class is wider than one of its tags.
pub(in crate::exchange) fn of(tag: Tag) -> (&'static str, &'static str, &'static str) {
    let (upos, xpos) = parts(tag.part_of_speech);
    let feats = match (tag.mood, tag.part_of_speech) {
        (Mood::Indicative, _) => "Mood=Ind|VerbForm=Fin",
        (Mood::KonjunktivI, _) => "Mood=Sub|Tense=Pres|VerbForm=Fin",
        (Mood::KonjunktivII, _) => "Mood=Sub|Tense=Past|VerbForm=Fin",
        (Mood::None, PartOfSpeech::Imperative) => "Mood=Imp|VerbForm=Fin",
        (Mood::None, PartOfSpeech::Infinitive) => "VerbForm=Inf",
        (Mood::None, PartOfSpeech::Participle) => "VerbForm=Part",
        (Mood::None, _) => "_",
    };
    (upos, xpos, feats)
}

fn parts(part_of_speech: PartOfSpeech) -> (&'static str, &'static str) {
    match part_of_speech {
        PartOfSpeech::Adjective => ("ADJ", "ADJA"),
        PartOfSpeech::PredicateAdjective => ("ADJ", "ADJD"),
        PartOfSpeech::Adverb => ("ADV", "ADV"),
        PartOfSpeech::Preposition => ("ADP", "_"),
        PartOfSpeech::Postposition => ("ADP", "APPO"),
        PartOfSpeech::Article => ("DET", "ART"),
        PartOfSpeech::Numeral => ("NUM", "CARD"),
        PartOfSpeech::Coordination => ("CCONJ", "KON"),
        PartOfSpeech::Subordination => ("SCONJ", "_"),
        PartOfSpeech::Comparison => ("ADP", "KOKOM"),
        PartOfSpeech::Noun => ("NOUN", "NN"),
        PartOfSpeech::ProperNoun => ("PROPN", "NE"),
        PartOfSpeech::PersonalPronoun => ("PRON", "PPER"),
        PartOfSpeech::ReflexivePronoun => ("PRON", "PRF"),
        PartOfSpeech::RelativePronoun | PartOfSpeech::Pronoun => ("PRON", "_"),
        PartOfSpeech::Determiner => ("DET", "_"),
        PartOfSpeech::Possessive => ("DET", "PPOSAT"),
        PartOfSpeech::PronominalAdverb => ("ADV", "PROAV"),
        PartOfSpeech::QuestionAdverb => ("ADV", "PWAV"),
        PartOfSpeech::FiniteVerb => ("VERB", "VVFIN"),
        PartOfSpeech::FiniteAuxiliary => ("AUX", "VAFIN"),
        PartOfSpeech::FiniteModal => ("AUX", "VMFIN"),
        PartOfSpeech::Infinitive | PartOfSpeech::Participle => ("VERB", "_"),
        PartOfSpeech::Imperative => ("VERB", "VVIMP"),
        PartOfSpeech::SeparatedParticle => ("ADP", "PTKVZ"),
        PartOfSpeech::Particle => ("PART", "_"),
        PartOfSpeech::Other => ("X", "_"),
        PartOfSpeech::Comma => ("PUNCT", "$,"),
        PartOfSpeech::Stop => ("PUNCT", "$."),
        PartOfSpeech::Bracket => ("PUNCT", "$("),
    }
}
