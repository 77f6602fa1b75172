//! Names of persons, organisations, locations and other things: a sequence model that reads an article twice.
//!
//! The second reading knows what the first one made of the same word elsewhere in the article: "Lüders" alone is a person
//! where the article has said "Michael Lüders". Limits: one mention per place (the outer one of nested names).

mod consistency;
pub mod features;
mod hybrid;
pub mod knowledge;
pub mod labels;
pub mod name_lists;
pub mod nested;
pub mod network_training;
pub mod running_text;
mod surroundings;
pub mod training;

pub(super) use consistency::bare_surnames;

use std::collections::BTreeMap;

use self::features::{Domain, Word};
use self::hybrid::Hybrid;
use self::knowledge::Knowledge;
use self::labels::{LABELS, Label};
use crate::document::{Confidence, Kind, Mention, Sentence, Tag, Token, hull};
use crate::german::lexicon::Lexicon;
use crate::learning::calibration::Calibration;
use crate::learning::features::{Atom, pair};
use crate::learning::model_file::{Damaged, Reader, Writer};
use crate::learning::network::Network;
use crate::learning::sequence::{Emissions, SequenceModel};

/// Finds names.
#[derive(Clone, Debug)]
pub struct NameModel {
    knowledge: Knowledge,
    sequence: SequenceModel,
    hybrid: Option<Hybrid>,
    calibration: Calibration,
}

impl NameModel {
    /// Puts together what training found.
    pub fn new(knowledge: Knowledge, sequence: SequenceModel) -> Self {
        Self {
            knowledge,
            sequence,
            hybrid: None,
            calibration: Calibration::default(),
        }
    }

    /// Says how often it is right where it believes so much; [`Calibration::fit`] it to texts that it was not trained on.
    #[must_use]
    pub fn with_calibration(self, calibration: Calibration) -> Self {
        Self {
            calibration,
            ..self
        }
    }

    /// Lets a network have a share in the scores of labels.
    #[must_use]
    pub fn with_network(mut self, network: Network, share: f32) -> Self {
        self.hybrid = Some(Hybrid::new(network, share));
        self
    }

    /// Takes over the network of a model with the same knowledge of words.
    #[must_use]
    pub fn with_network_of(mut self, other: &Self) -> Self {
        self.hybrid.clone_from(&other.hybrid);
        self
    }

    /// The same model without its network.
    #[must_use]
    pub fn without_network(mut self) -> Self {
        self.hybrid = None;
        self
    }

    /// Its sparse features and the chain of labels.
    pub fn sequence(&self) -> &SequenceModel {
        &self.sequence
    }

    /// What it knows of single words.
    pub fn knowledge(&self) -> &Knowledge {
        &self.knowledge
    }

    /// All names of a text, in text order, disjoint; which entity they name is for the next step to say.
    pub fn names(
        &self,
        text: &str,
        tokens: &[Token],
        sentences: &[Sentence],
        tags: &[Tag],
        lexicon: &Lexicon,
    ) -> Vec<Mention> {
        let words = tokens.iter().map(|token| token.span.of(text));
        let tagged = words.clone().zip(tags.iter().copied());
        let mut described = features::describe(tagged, &self.knowledge, lexicon);
        let keys: Vec<Option<Atom>> = words.map(repeated_key).collect();
        let domain = Domain::of(sentences.len());
        let mut emissions: Vec<Emissions> = sentences
            .iter()
            .map(|sentence| {
                let rows = features::rows(&described[sentence.tokens.clone()], domain);
                self.sequence.emissions(&rows)
            })
            .collect();
        let first: Vec<Guess> = emissions
            .iter()
            .flat_map(|emissions| guesses(&self.sequence, emissions))
            .collect();
        let mut revised = recall(&mut described, &keys, &first);
        if let Some(hybrid) = &self.hybrid {
            let unsure: Vec<bool> = first.iter().map(|guess| guess.probability < SURE).collect();
            hybrid.mix_in(&described, sentences, domain, &unsure, &mut emissions);
            let both = revised.iter_mut().zip(unsure);
            both.for_each(|(revised, unsure)| *revised |= unsure);
        }
        let mut mentions = Vec::new();
        for (sentence, mut emissions) in sentences.iter().zip(emissions) {
            let run = sentence.tokens.clone();
            let reading = if revised
                .get(run.clone())
                .is_some_and(|revised| revised.contains(&true))
            {
                let votes = features::votes(&described[run.clone()], domain);
                self.sequence.add(&votes, &mut emissions);
                guesses(&self.sequence, &emissions)
            } else {
                first[run.clone()].to_vec()
            };
            let labels: Vec<Label> = reading.iter().map(|guess| guess.label).collect();
            for (begin, end, kind, form) in labels::mentions(&labels) {
                let belief = reading[begin..end]
                    .iter()
                    .map(|guess| guess.probability)
                    .fold(1.0, f32::min);
                mentions.push(Mention::new(
                    hull(tokens, run.start + begin..run.start + end),
                    kind,
                    form,
                    Confidence::new(self.calibration.probability(belief)),
                ));
            }
        }
        surroundings::correct(text, tokens, &mut mentions);
        consistency::agree(text, &mut mentions);
        let surnames = consistency::bare_surnames(text, tokens, tags, &mentions);
        mentions.extend(surnames);
        mentions.sort_by_key(|mention| mention.span);
        mentions
    }

    /// Names that lie inside one of `names`, which [`Self::names`] has found: Jena in "Universität Jena".
    pub fn nested(
        &self,
        text: &str,
        tokens: &[Token],
        names: &[Mention],
        lexicon: &Lexicon,
    ) -> Vec<Mention> {
        nested::nested(text, tokens, names, &self.knowledge, lexicon)
    }

    /// Appends itself to a model file.
    pub fn write(&self, out: &mut Writer) {
        self.knowledge.write(out);
        self.sequence.write(out);
        self.calibration.write(out);
        out.byte(u8::from(self.hybrid.is_some()));
        if let Some(hybrid) = &self.hybrid {
            hybrid.write(out);
        }
    }

    /// Reads what [`Self::write`] wrote.
    pub fn read_from(input: &mut Reader) -> Result<Self, Damaged> {
        let knowledge = Knowledge::read(input)?;
        let sequence = SequenceModel::read(input)?;
        let expected = LABELS.iter().map(|label| label.name());
        if !sequence.labels().iter().cloned().eq(expected) {
            return Err(Damaged("its labels are others"));
        }
        let calibration = Calibration::read(input)?;
        let hybrid = match input.byte() {
            Ok(1) => Some(Hybrid::read(input)?),
            _ => None,
        };
        Ok(Self {
            knowledge,
            sequence,
            hybrid,
            calibration,
        })
    }
}

/// Where the sparse features are surer than this the network is not asked: it would cost time and change little.
const SURE: f32 = 0.99;

/// A label of a word and its probability.
#[derive(Clone, Copy, Debug)]
pub struct Guess {
    /// The label.
    pub label: Label,
    /// Its marginal probability.
    pub probability: f32,
}

/// The model's labels for one sentence.
fn guesses(model: &SequenceModel, emissions: &Emissions) -> Vec<Guess> {
    let labelled = model.labelled_by(emissions);
    labelled
        .into_iter()
        .map(|labelled| Guess {
            label: LABELS[labelled.label],
            probability: labelled.probability,
        })
        .collect()
}

/// What "Assads" and "Assad" share, for words that may be names: the word without a final "s".
fn repeated_key(word: &str) -> Option<Atom> {
    let is_candidate = word
        .chars()
        .next()
        .is_some_and(|first| first.is_uppercase() || first.is_numeric());
    is_candidate.then(|| {
        crate::learning::features::atom(
            word.strip_suffix(['s', '’', '\''])
                .filter(|stem| 3 < stem.len())
                .unwrap_or(word),
        )
    })
}

/// Tells each word what the first reading says of its other occurrences; returns for which words that says something.
fn recall(words: &mut [Word], keys: &[Option<Atom>], first: &[Guess]) -> Vec<bool> {
    let mut votes: BTreeMap<Atom, [f32; N_CLASSES + 1]> = BTreeMap::new();
    for (key, guess) in keys
        .iter()
        .zip(first)
        .filter_map(|(key, guess)| key.map(|key| (key, guess)))
    {
        let votes = votes.entry(key).or_insert([0.0; N_CLASSES + 1]);
        votes[class_of(guess.label)] += guess.probability;
        votes[N_CLASSES] += 1.0;
    }
    let mut told = vec![false; words.len()];
    for (at, word) in words.iter_mut().enumerate() {
        word.elsewhere = 0;
        let (Some(Some(key)), Some(guess)) = (keys.get(at), first.get(at)) else {
            continue;
        };
        let Some(mut others) = votes.get(key).copied() else {
            continue;
        };
        others[class_of(guess.label)] -= guess.probability;
        if others[N_CLASSES] < 1.5 {
            continue;
        }
        let best = (0..N_CLASSES).fold(0, |best, class| {
            if others[best] < others[class] {
                class
            } else {
                best
            }
        });
        let share = others[best] / (others[N_CLASSES] - 1.0);
        let sure = if share < 0.6 { 1 } else { 2 } + u64::from(0.9 < share);
        word.elsewhere = pair(best as u64 + 1, sure);
        told[at] = true;
    }
    told
}

/// Outside, four kinds of names, derived words, parts.
const N_CLASSES: usize = 7;

fn class_of(label: Label) -> usize {
    use crate::document::Form;
    match label {
        Label::Outside => 0,
        Label::First(kind, Form::Name) | Label::Further(kind, Form::Name) => match kind {
            Kind::Person => 1,
            Kind::Organisation => 2,
            Kind::Location => 3,
            _ => 4,
        },
        Label::First(_, Form::Part) | Label::Further(_, Form::Part) => 6,
        Label::First(..) | Label::Further(..) => 5,
    }
}
