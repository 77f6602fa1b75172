//! Part of speech and mood of every token.

use std::ops::Range;
use std::sync::LazyLock;

use super::observations::Observation;
use crate::document::{Mood, PartOfSpeech, Sentence, Tag};
use crate::german::lexicon::Classes;
use crate::learning::features::{Atom, FeatureRows, Features, atom, pair};
use crate::learning::sequence::SequenceModel;

/// All tags, in the order of the model's labels.
pub const TAGS: [Tag; 36] = {
    use Mood::{Indicative, KonjunktivI, KonjunktivII, None};
    use PartOfSpeech as P;
    const fn tag(part_of_speech: PartOfSpeech, mood: Mood) -> Tag {
        Tag {
            part_of_speech,
            mood,
        }
    }
    [
        tag(P::Noun, None),
        tag(P::ProperNoun, None),
        tag(P::Adjective, None),
        tag(P::PredicateAdjective, None),
        tag(P::Adverb, None),
        tag(P::Preposition, None),
        tag(P::Postposition, None),
        tag(P::Article, None),
        tag(P::Numeral, None),
        tag(P::Coordination, None),
        tag(P::Subordination, None),
        tag(P::Comparison, None),
        tag(P::PersonalPronoun, None),
        tag(P::ReflexivePronoun, None),
        tag(P::RelativePronoun, None),
        tag(P::Pronoun, None),
        tag(P::Determiner, None),
        tag(P::Possessive, None),
        tag(P::PronominalAdverb, None),
        tag(P::QuestionAdverb, None),
        tag(P::FiniteVerb, Indicative),
        tag(P::FiniteVerb, KonjunktivI),
        tag(P::FiniteVerb, KonjunktivII),
        tag(P::FiniteAuxiliary, Indicative),
        tag(P::FiniteAuxiliary, KonjunktivI),
        tag(P::FiniteAuxiliary, KonjunktivII),
        tag(P::FiniteModal, Indicative),
        tag(P::FiniteModal, KonjunktivI),
        tag(P::FiniteModal, KonjunktivII),
        tag(P::Infinitive, None),
        tag(P::Participle, None),
        tag(P::Imperative, None),
        tag(P::SeparatedParticle, None),
        tag(P::Particle, None),
        tag(P::Other, None),
        tag(P::Stop, None),
    ]
};

/// The tag of punctuation, which needs no model.
fn punctuation(word: &str) -> Option<PartOfSpeech> {
    if word.chars().any(char::is_alphanumeric) {
        return None;
    }
    match word {
        "," => Some(PartOfSpeech::Comma),
        "." | "!" | "?" | ":" | ";" | "…" | "..." => Some(PartOfSpeech::Stop),
        "§" | "%" | "&" | "+" | "=" | "€" | "$" | "£" | "°" => None,
        _ => Some(PartOfSpeech::Bracket),
    }
}

/// Tags every token. `word` gives the form of a token.
pub fn tag<'a>(
    model: &SequenceModel,
    observations: &[Observation],
    sentences: &[Sentence],
    word: impl Fn(usize) -> &'a str,
) -> Vec<Tag> {
    let mut tags = Vec::with_capacity(observations.len());
    let mut rows = FeatureRows::default();
    for sentence in sentences {
        describe(observations, sentence.tokens.clone(), &mut rows);
        let labels = model.best(&rows);
        tags.extend(sentence.tokens.clone().zip(labels).map(|(token, label)| {
            match punctuation(word(token)) {
                Some(part_of_speech) => Tag {
                    part_of_speech,
                    mood: Mood::None,
                },
                None => TAGS[label],
            }
        }));
    }
    tags
}

/// Features of a run of tokens, for use and for training alike.
pub fn describe(observations: &[Observation], run: Range<usize>, rows: &mut FeatureRows) {
    rows.clear();
    let mut features = Features::default();
    let at = |token: usize, offset: isize| {
        let index = token
            .checked_add_signed(offset)
            .filter(|index| run.contains(index));
        index.map(|index| &observations[index])
    };
    let clauses = clauses(&observations[run.clone()]);
    let first_person = observations[run.clone()]
        .iter()
        .any(|observation| observation.lower == *ICH);
    for token in run.clone() {
        features.clear();
        let here = &observations[token];
        let class = |offset| at(token, offset).map_or(1, Observation::class);
        let form = |offset| at(token, offset).map_or(1, |observation| observation.lower);
        features.add(0, 0);
        features.add(1, here.form);
        features.add(2, here.lower);
        features.add(3, here.class());
        features.add(4, here.shape);
        for (n, suffix) in (0..).zip(here.suffixes) {
            features.add(5 + n, suffix);
        }
        features.add(10, here.prefixes[1]);
        features.add(11, here.prefixes[2]);
        features.add(12, form(-1));
        features.add(13, form(1));
        features.add(14, form(-2));
        features.add(15, form(2));
        features.add(16, class(-1));
        features.add(17, class(1));
        features.add(18, class(-2));
        features.add(19, class(2));
        features.add_pair(20, class(-1), here.class());
        features.add_pair(21, here.class(), class(1));
        features.add_pair(22, class(-1), class(1));
        features.add_pair(23, form(-1), here.class());
        features.add_pair(24, here.class(), form(1));
        features.add_pair(25, here.suffixes[2], here.class());
        features.add_pair(26, here.suffixes[1], class(-1));
        features.add_pair(27, pair(class(-2), class(-1)), here.class());
        features.add_pair(28, u64::from(here.opens_sentence), here.shape);
        features.add_pair(29, here.class(), pair(class(1), class(2)));
        features.add_pair(30, form(-1), here.lower);
        let clause = clauses[token - run.start];
        let (before, after) = (
            u64::from(clause.finite_before),
            u64::from(clause.finite_after),
        );
        features.add_pair(
            31,
            here.class(),
            observations[run.start + clause.start as usize].lower,
        );
        features.add_pair(32, here.class(), before * 4 + after);
        let is_last = at(token, 1).is_none_or(|next| next.is_mark);
        features.add_pair(
            33,
            here.class(),
            before * 8 + after * 2 + u64::from(is_last),
        );
        features.add_pair(34, here.class(), u64::from(first_person));
        rows.push(&features);
    }
}

/// What is known of the clause around a word without parsing it.
#[derive(Clone, Copy, Default)]
struct Clause {
    /// Its first word, from the start of the run.
    start: u32,
    /// Words before this one that can only be finite verbs, at most two.
    finite_before: u8,
    /// Words after this one that can only be finite verbs, at most two.
    finite_after: u8,
}

static ICH: LazyLock<Atom> = LazyLock::new(|| atom("ich"));

/// The clauses of a run: stretches between punctuation marks.
fn clauses(observations: &[Observation]) -> Vec<Clause> {
    const OTHERWISE: Classes = Classes::INFINITIVE
        .or(Classes::NOUN)
        .or(Classes::PAST_PARTICIPLE)
        .or(Classes::ATTRIBUTE)
        .or(Classes::PREDICATE)
        .or(Classes::PREPOSITION)
        .or(Classes::ADVERB);
    let is_finite = |o: &Observation| {
        o.is_known
            && o.classes.has(Classes::FINITE)
            && !o.classes.has(OTHERWISE)
            && (!o.is_capital || o.opens_sentence)
    };
    let mut clauses = vec![Clause::default(); observations.len()];
    let (mut start, mut seen) = (0, 0);
    for (index, observation) in observations.iter().enumerate() {
        if observation.is_mark {
            (start, seen) = ((index + 1).min(observations.len() - 1) as u32, 0);
        }
        clauses[index] = Clause {
            start,
            finite_before: seen,
            finite_after: 0,
        };
        seen = (seen + u8::from(is_finite(observation))).min(2);
    }
    seen = 0;
    for (index, observation) in observations.iter().enumerate().rev() {
        seen = if observation.is_mark { 0 } else { seen };
        clauses[index].finite_after = seen;
        seen = (seen + u8::from(is_finite(observation))).min(2);
    }
    clauses
}
