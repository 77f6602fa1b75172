//! Treebanks: words with part of speech and mood, as sets of the tags that their annotation allows.

use crate::document::{Mood, PartOfSpeech as P, Tag};
use crate::german::lexicon::{Classes, Lexicon};
use crate::pipeline::tagging::TAGS;

/// A sentence: words, and for each the set of right tags, bit `n` for `TAGS[n]`.
#[derive(Clone, Debug, Default)]
pub struct TaggedSentence {
    /// The words.
    pub words: Vec<String>,
    /// The sets.
    pub allowed: Vec<u64>,
}

const ALL: u64 = (1 << TAGS.len()) - 1;

/// The set of tags that a test holds for.
fn tags(test: impl Fn(&Tag) -> bool) -> u64 {
    TAGS.iter()
        .enumerate()
        .filter(|(_, tag)| test(tag))
        .map(|(index, _)| 1 << index)
        .sum()
}

fn of(parts: &[P]) -> u64 {
    tags(|tag| parts.contains(&tag.part_of_speech))
}

fn finite(parts: &[P], moods: &[Mood]) -> u64 {
    tags(|tag| parts.contains(&tag.part_of_speech) && moods.contains(&tag.mood))
}

const MOODS: [Mood; 3] = [Mood::Indicative, Mood::KonjunktivI, Mood::KonjunktivII];

/// Tags of a word's STTS tag (Schiller et al. 1999) with moods as given.
fn stts(tag: &str, moods: &[Mood]) -> u64 {
    match tag {
        "NN" => of(&[P::Noun]),
        "NE" | "URL" | "EML" | "HST" => of(&[P::ProperNoun]),
        "ADJA" => of(&[P::Adjective]),
        "ADJD" => of(&[P::PredicateAdjective]),
        "ADV" | "PTKIFG" | "PTKMA" | "PTKMWL" | "ADR" => of(&[P::Adverb]),
        "APPR" | "APPRART" => of(&[P::Preposition]),
        "APPO" | "APZR" => of(&[P::Postposition]),
        "ART" => of(&[P::Article]),
        "CARD" => of(&[P::Numeral]),
        "KON" => of(&[P::Coordination]),
        "KOUS" | "KOUI" => of(&[P::Subordination]),
        "KOKOM" => of(&[P::Comparison]),
        "PPER" => of(&[P::PersonalPronoun]),
        "PRF" => of(&[P::ReflexivePronoun]),
        "PRELS" | "PRELAT" => of(&[P::RelativePronoun]),
        "PIS" | "PDS" | "PWS" | "PPOSS" => of(&[P::Pronoun]),
        "PIAT" | "PDAT" | "PWAT" | "PIDAT" => of(&[P::Determiner]),
        "PPOSAT" => of(&[P::Possessive]),
        "PAV" | "PROAV" => of(&[P::PronominalAdverb]),
        "PWAV" => of(&[P::QuestionAdverb]),
        "VVFIN" => finite(&[P::FiniteVerb], moods),
        "VAFIN" => finite(&[P::FiniteAuxiliary], moods),
        "VMFIN" => finite(&[P::FiniteModal], moods),
        "VVINF" | "VVIZU" | "VAINF" | "VMINF" => of(&[P::Infinitive]),
        "VVPP" | "VAPP" | "VMPP" => of(&[P::Participle]),
        "VVIMP" | "VAIMP" => of(&[P::Imperative]),
        "PTKVZ" => of(&[P::SeparatedParticle]),
        "PTKZU" | "PTKNEG" | "PTKA" | "PTKANT" => of(&[P::Particle]),
        "FM" | "XY" | "ITJ" | "TRUNC" => of(&[P::Other]),
        "$." | "$," | "$(" => of(&[P::Stop]),
        _ => ALL,
    }
}

/// Reads CoNLL-U with STTS tags in the fifth column and moods in the sixth (UD German GSD).
pub fn conllu(text: &str) -> Vec<TaggedSentence> {
    let word = |line: &str| {
        let columns: Vec<&str> = line.split('\t').collect();
        let features = columns.get(5).copied().unwrap_or_default();
        let mood = match (
            features.contains("Mood=Sub"),
            features.contains("Tense=Past"),
        ) {
            (true, true) => Mood::KonjunktivII,
            (true, false) => Mood::KonjunktivI,
            (false, _) => Mood::Indicative,
        };
        let is_word = 5 < columns.len() && columns[0].bytes().all(|byte| byte.is_ascii_digit());
        is_word.then(|| (columns[1].to_owned(), stts(columns[4], &[mood])))
    };
    sentences(text, str::is_empty, |line| {
        if line.starts_with('#') {
            None
        } else {
            word(line)
        }
    })
}

/// Reads tab-separated words and STTS tags with sentences in `<s>` (`EmpiriST` 2015); moods as the lexicon has them.
pub fn vrt(text: &str, lexicon: &Lexicon) -> Vec<TaggedSentence> {
    let word = |line: &str| {
        let (word, rest) = line.split_once('\t').filter(|_| !line.starts_with('<'))?;
        let tag = rest.split('\t').next().unwrap_or_default();
        Some((word.to_owned(), stts(tag, &possible_moods(word, lexicon))))
    };
    sentences(text, |line| line == "</s>", word)
}

/// Reads word, lemma and `UniMorph` features (the GSD training part); what they leave open stays open.
pub fn unimorph(text: &str, lexicon: &Lexicon) -> Vec<TaggedSentence> {
    let word = |line: &str| {
        let columns: Vec<&str> = line.split('\t').collect();
        let (&word, &features) = columns.first().zip(columns.get(2))?;
        Some((
            word.to_owned(),
            coarse(word, features, &possible_moods(word, lexicon)),
        ))
    };
    sentences(text, str::is_empty, word)
}

fn sentences(
    text: &str,
    ends: impl Fn(&str) -> bool,
    word: impl Fn(&str) -> Option<(String, u64)>,
) -> Vec<TaggedSentence> {
    let mut all = Vec::new();
    let mut sentence = TaggedSentence::default();
    for line in text.lines().chain([""]) {
        if let Some((word, allowed)) = word(line) {
            sentence.words.push(word);
            sentence.allowed.push(allowed);
        }
        if ends(line) && !sentence.words.is_empty() {
            all.push(std::mem::take(&mut sentence));
        }
    }
    all
}

/// A form that the lexicon never has as an indicative is a subjunctive in 136 of 137 cases (GSD dev and test).
fn possible_moods(word: &str, lexicon: &Lexicon) -> Vec<Mood> {
    let classes = lexicon.classes(word, true);
    let table = [
        (Classes::INDICATIVE, Mood::Indicative),
        (Classes::KONJUNKTIV_I, Mood::KonjunktivI),
        (Classes::KONJUNKTIV_II, Mood::KonjunktivII),
    ];
    let moods: Vec<Mood> = table
        .iter()
        .filter(|(class, _)| classes.has(*class))
        .map(|(_, mood)| *mood)
        .collect();
    // "sagt" and "sagte" are also subjunctives on paper, but hardly ever in use; "habe" and "könne" are open.
    if moods.is_empty() || classes.has(Classes::THIRD_INDICATIVE) {
        vec![Mood::Indicative]
    } else {
        moods
    }
}

fn coarse(word: &str, features: &str, moods: &[Mood]) -> u64 {
    let has = |wanted: &str| features.split(';').any(|feature| feature == wanted);
    let moods = if has("SBJV") { &MOODS[1..] } else { moods };
    let is_mark = !word.chars().any(char::is_alphanumeric);
    let pronouns = of(&[
        P::PersonalPronoun,
        P::ReflexivePronoun,
        P::RelativePronoun,
        P::Pronoun,
        P::Determiner,
        P::Possessive,
    ]);
    match features.split(';').next().unwrap_or_default() {
        _ if is_mark => of(&[P::Stop]),
        "N" if word.chars().next().is_some_and(char::is_uppercase) => of(&[P::Noun]),
        "PROPN" => of(&[P::ProperNoun]),
        "ADJ" => of(&[P::Adjective, P::PredicateAdjective]),
        "ADV" => of(&[
            P::Adverb,
            P::PredicateAdjective,
            P::PronominalAdverb,
            P::QuestionAdverb,
            P::Particle,
            P::Comparison,
        ]),
        "ADP" => of(&[
            P::Preposition,
            P::Postposition,
            P::SeparatedParticle,
            P::Comparison,
        ]),
        "DET" => of(&[
            P::Article,
            P::Determiner,
            P::Possessive,
            P::RelativePronoun,
            P::Pronoun,
        ]),
        "PRO" => pronouns,
        "NUM" => of(&[P::Numeral, P::Article, P::Pronoun]),
        "CONJ" => of(&[
            P::Coordination,
            P::Subordination,
            P::Comparison,
            P::QuestionAdverb,
        ]),
        "PART" => of(&[P::Particle, P::SeparatedParticle]),
        "V" | "AUX" if has("V.PTCP") => of(&[P::Participle, P::Adjective, P::PredicateAdjective]),
        "V" | "AUX" if has("NFIN") => of(&[P::Infinitive]),
        "V" if has("FIN") || has("IND") || has("SBJV") => {
            finite(&[P::FiniteVerb, P::FiniteModal, P::FiniteAuxiliary], moods)
        }
        "AUX" if has("FIN") || has("IND") || has("SBJV") => {
            finite(&[P::FiniteAuxiliary, P::FiniteModal], moods)
        }
        _ => ALL,
    }
}
