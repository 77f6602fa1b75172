//! How likely a statement that was put together is right: a logistic model that sees it as a whole.

use super::Layers;
use super::assembly::Draft;
use super::context::{Context, WordContext};
use super::speaker_facts::{describe_speaker, odds};
use crate::document::{Confidence, Mood, Statement, StatementId, StatementKind};
use crate::learning::calibration::Calibration;
use crate::learning::features::{Atom, FeatureRows, Features, pair};
use crate::learning::model_file::{Damaged, Reader, Writer};
use crate::learning::sequence::SequenceModel;

/// Labels of both models.
pub const LABELS: [&str; 2] = ["wrong", "right"];

/// Two opinions on every statement, and what they are worth.
#[derive(Clone, Debug)]
pub struct Judge {
    /// Whether somebody says this at all, in about these words.
    pub is_said: SequenceModel,
    /// Whether words and speaker are right.
    pub is_right: SequenceModel,
    /// From the second opinion to how often it holds.
    pub calibration: Calibration,
}

/// A statement that was put together, and what it looks like to the judge.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// The statement.
    pub statement: Statement,
    /// One row of features.
    pub row: FeatureRows,
}

impl Judge {
    /// Drops what is hardly said by anybody, and tells of the rest how sure it is.
    pub fn judge(&self, candidates: Vec<Candidate>) -> Vec<Statement> {
        let is_kept: Vec<bool> = candidates
            .iter()
            .map(|candidate| {
                least(candidate.statement.kind) <= probability(&self.is_said, &candidate.row)
            })
            .collect();
        let count = |n: &mut u32, &kept: &bool| {
            let number = *n;
            *n += u32::from(kept);
            Some(kept.then_some(StatementId(number)))
        };
        let numbers: Vec<Option<StatementId>> = is_kept.iter().scan(0, count).collect();
        let renumbered = |StatementId(id): StatementId| numbers[id as usize];
        let kept = candidates
            .into_iter()
            .zip(&is_kept)
            .filter(|(_, kept)| **kept);
        let judged = kept.map(|(Candidate { mut statement, row }, _)| {
            let is_right = probability(&self.is_right, &row);
            let certain = self.calibration.probability(is_right);
            statement.confidence = Confidence::new(certain * published(statement.kind));
            statement.inside = statement.inside.and_then(renumbered);
            statement
        });
        judged.collect()
    }

    /// Appends itself to a model file.
    pub fn write(&self, out: &mut Writer) {
        self.is_said.write(out);
        self.is_right.write(out);
        self.calibration.write(out);
    }

    /// Reads what [`Self::write`] wrote.
    pub fn read(input: &mut Reader) -> Result<Self, Damaged> {
        let judge = Self {
            is_said: SequenceModel::read(input)?,
            is_right: SequenceModel::read(input)?,
            calibration: Calibration::read(input)?,
        };
        let fits = judge.is_said.labels() == LABELS && judge.is_right.labels() == LABELS;
        if fits {
            Ok(judge)
        } else {
            Err(Damaged("its labels are others"))
        }
    }
}

/// Of what is said: below, a statement of this kind is dropped. Tuned on dev.
fn least(kind: StatementKind) -> f32 {
    match kind {
        StatementKind::Indirect => 0.3,
        StatementKind::FreeIndirect => 0.15,
        _ => 0.0,
    }
}

/// The share of statements of a kind that the published scheme would mark, too: it has a third as many reported ones as
/// the corpus that this is trained on. Tuned on dev.
fn published(kind: StatementKind) -> f32 {
    match kind {
        StatementKind::Reported => 0.62,
        _ => 1.0,
    }
}

/// What a model gives the label "right" for a row.
pub fn probability(model: &SequenceModel, row: &FeatureRows) -> f32 {
    model.marginals(row)[1]
}

/// A row of features for each draft.
pub(super) fn describe(context: &Context, layers: &Layers, drafts: &[Draft]) -> Vec<FeatureRows> {
    let mut n_drafts = vec![0_u64; context.sentences.len()];
    for draft in drafts {
        n_drafts[context.words[draft.first()].sentence as usize] += 1;
    }
    let mut features = Features::default();
    let row = |draft: &Draft| {
        features.clear();
        let looked = Look::new(context, layers, draft);
        looked.describe_content(&mut features);
        looked.describe_cue(&mut features);
        let speaker = draft.speaker.as_ref();
        let speaker = speaker.map(|(tokens, because)| (tokens.as_slice(), *because));
        describe_speaker(context, layers, draft, speaker, &mut features);
        let sentence = context.words[draft.first()].sentence as usize;
        features.add_pair(60, looked.kind, n_drafts[sentence].min(4));
        features.add_pair(61, looked.kind, (sentence as u64).min(3));
        let heading = u64::from(context.is_heading(draft.first()));
        features.add_pair(62, looked.kind, heading);
        let mut row = FeatureRows::default();
        row.push(&features);
        row
    };
    drafts.iter().map(row).collect()
}

struct Look<'a> {
    context: &'a Context<'a>,
    layers: &'a Layers,
    draft: &'a Draft,
    kind: Atom,
}

impl<'a> Look<'a> {
    fn new(context: &'a Context<'a>, layers: &'a Layers, draft: &'a Draft) -> Self {
        let nested = 8 * u64::from(draft.inside.is_some());
        Self {
            context,
            layers,
            draft,
            kind: draft.kind as u64 + nested,
        }
    }

    fn word(&self, token: Option<usize>) -> WordContext {
        let found = token.and_then(|token| self.context.words.get(token));
        found.copied().unwrap_or_default()
    }

    fn lower(&self, token: Option<usize>) -> Atom {
        let found = token.and_then(|token| self.context.observations.get(token));
        found.map_or(1, |observation| observation.lower)
    }

    fn part(&self, token: Option<usize>) -> u64 {
        let found = token.and_then(|token| self.context.tags.get(token));
        found.map_or(99, |tag| tag.part_of_speech as u64)
    }

    fn describe_content(&self, features: &mut Features) {
        let tokens = &self.draft.tokens;
        let (first, last) = (self.draft.first(), self.draft.last());
        let probability = |&token: &usize| self.layers.content_probability[token];
        let least = tokens.iter().map(probability).fold(1.0, f32::min);
        let labelled = tokens
            .iter()
            .filter(|&&token| self.layers.content[token] != 0)
            .count();
        let words = tokens
            .iter()
            .filter(|&&token| !self.context.is_mark(token))
            .count();
        let kind = self.kind;
        let before = first.checked_sub(1);
        let has_mood = |mood: Mood| {
            tokens
                .iter()
                .any(|&token| self.context.tags[token].mood == mood)
        };
        let moods = u64::from(has_mood(Mood::Indicative))
            + 2 * u64::from(has_mood(Mood::KonjunktivI))
            + 4 * u64::from(has_mood(Mood::KonjunktivII));
        let quoted = tokens
            .iter()
            .filter(|&&token| self.context.words[token].quotation != 0)
            .count();
        let quoted = match quoted {
            0 => 0,
            n if n == tokens.len() => 2,
            _ => 1_u64,
        };
        let sentence = self.context.sentence_of(first);
        let is_whole = u64::from(first == sentence.start) + 2 * u64::from(sentence.end <= last + 2);
        let pieces = tokens.windows(2).filter(|two| two[0] + 1 != two[1]).count() as u64;
        let length = step(words);
        features.add(0, 0);
        features.add(1, kind);
        features.add_pair(2, kind, odds(self.draft.confidence));
        features.add_pair(3, kind, odds(least));
        features.add_pair(4, kind, (labelled * 4 / tokens.len()) as u64);
        features.add_pair(5, kind, length);
        features.add_pair(6, kind, self.lower(Some(first)));
        features.add_pair(7, kind, self.lower(before));
        features.add_pair(8, kind, self.lower(Some(last + 1)));
        features.add_pair(9, kind, pair(self.part(before), self.part(Some(first))));
        features.add_pair(10, kind, pair(moods, quoted));
        features.add_pair(11, kind, pair(is_whole, pieces.min(3)));
        features.add_pair(12, kind, pair(quoted, length));
        features.add_pair(
            13,
            kind,
            pair(self.part(Some(last)), self.part(Some(last + 1))),
        );
        features.add_pair(
            14,
            pair(kind, moods),
            pair(is_whole, self.lower(Some(first))),
        );
        let sentences = self.context.words[last].sentence - self.context.words[first].sentence;
        features.add_pair(15, kind, u64::from(sentences.min(4)));
    }

    fn describe_cue(&self, features: &mut Features) {
        let cue = self.draft.cue.first().copied();
        let word = self.word(cue);
        let kind = self.kind;
        let sure = cue.map_or(0, |cue| odds(self.layers.cue_probability[cue]));
        let nearest = cue.map_or(9, |cue| {
            let clause = |token: usize| self.context.words[token].clause;
            let (first, last) = (clause(self.draft.first()), clause(self.draft.last()));
            let here = clause(cue);
            u64::from(here.abs_diff(first).min(here.abs_diff(last)).min(6))
        });
        let side = cue.map_or(0, |cue| 1 + u64::from(cue < self.draft.first()));
        let labelled = cue.map_or(9, |cue| u64::from(self.layers.cues[cue]));
        features.add_pair(20, kind, sure);
        features.add_pair(21, kind, word.lemma);
        features.add_pair(22, kind, word.cue);
        features.add_pair(
            23,
            pair(kind, word.frame),
            self.lower(Some(self.draft.first())),
        );
        features.add_pair(24, kind, pair(nearest, side));
        features.add_pair(25, kind, pair(self.part(cue), labelled));
        features.add_pair(26, kind, u64::from(word.clusters[0]));
        features.add_pair(27, kind, (self.draft.cue.len() as u64).min(4));
        features.add_pair(28, pair(kind, word.phrase), word.cue);
        features.add_pair(29, pair(kind, side), pair(nearest, self.part(cue)));
        let sentence = cue.map(|cue| self.context.sentence_of(cue));
        let cues = sentence.map_or(0, |sentence| {
            sentence
                .filter(|&token| self.layers.cues[token] == 1)
                .count()
        });
        features.add_pair(30, kind, cues.min(4) as u64);
    }
}

/// A count in steps that grow.
fn step(count: usize) -> Atom {
    match count {
        0..=5 => count as u64,
        6..=9 => 6 + (count as u64 - 6) / 2,
        10..=19 => 8 + (count as u64 - 10) / 5,
        _ => 10 + (count as u64 / 20).min(5),
    }
}
