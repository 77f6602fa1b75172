//! Who says what: labels for cues, contents and speakers, then statements put together from them.
//!
//! Stacked sequence labelling after LANGUAGE.md's order cue → content → speaker: each step sees what the one before
//! said, in training as jackknifed predictions.

mod assembly;
pub mod content;
pub mod context;
pub mod cues;
mod cutting;
pub mod judging;
mod linking;
mod nesting;
mod patterns;
mod pointing;
mod repair;
mod sentence_facts;
mod sources;
pub mod speakers;

use crate::document::Statement;
use crate::learning::features::FeatureRows;
use crate::learning::model_file::{Damaged, Reader, Writer};
use crate::learning::sequence::{Labelled, SequenceModel};
use context::Context;
use judging::{Candidate, Judge};

/// The trained models.
#[derive(Clone, Debug)]
pub struct StatementModels {
    /// Labels of [`cues`].
    pub cues: SequenceModel,
    /// Labels of [`content`].
    pub content: SequenceModel,
    /// Labels of [`speakers`].
    pub speakers: SequenceModel,
}

/// The models, and who judges what was put together from their labels.
#[derive(Clone, Debug)]
pub struct StatementFinder {
    /// The models.
    pub models: StatementModels,
    /// The judge.
    pub judge: Judge,
}

impl StatementFinder {
    /// Finds the statements of an article, in text order; nested ones come last.
    pub fn find(&self, context: &Context) -> Vec<Statement> {
        self.judge.judge(self.models.candidates(context))
    }

    /// Appends itself to a model file.
    pub fn write(&self, out: &mut Writer) {
        self.models.write(out);
        self.judge.write(out);
    }

    /// Reads what [`Self::write`] wrote.
    pub fn read(input: &mut Reader) -> Result<Self, Damaged> {
        Ok(Self {
            models: StatementModels::read(input)?,
            judge: Judge::read(input)?,
        })
    }
}

/// What the models say of every token.
#[derive(Clone, Debug, Default)]
pub struct Layers {
    /// Labels of [`cues`].
    pub cues: Vec<u8>,
    /// The same, with [`cues::WEAK`] where a cue is possible: what the further steps see.
    pub cue_hints: Vec<u8>,
    /// Probability that a token belongs to a cue.
    pub cue_probability: Vec<f32>,
    /// Labels of [`content`].
    pub content: Vec<u8>,
    /// Probability of the content label.
    pub content_probability: Vec<f32>,
    /// Labels of [`speakers`].
    pub speakers: Vec<u8>,
    /// Probabilities that a token does not belong to a speaker, begins one, goes on with one.
    pub speaker_probability: Vec<[f32; 3]>,
}

impl StatementModels {
    /// What may be a statement of the article, in text order; nested ones come last.
    pub fn candidates(&self, context: &Context) -> Vec<Candidate> {
        let layers = self.label(context);
        let drafts = assembly::assemble(context, &layers);
        let rows = judging::describe(context, &layers, &drafts);
        let statements = drafts
            .iter()
            .map(|draft| assembly::statement(context, draft));
        let both = statements.zip(rows);
        both.map(|(statement, row)| Candidate { statement, row })
            .collect()
    }

    /// With the habits that were tuned on dev: joint F1 0.687 without what is beyond 0.5, 0.691 with.
    #[must_use]
    pub fn with_habits(self) -> Self {
        Self {
            cues: self.cues.with_bias("B", var("BC", 1.0)),
            content: self
                .content
                .with_bias("B indirect", var("BI", 3.0))
                .with_bias("B direct", var("BD", 0.0))
                .with_bias("B reported", var("BR", 0.0))
                .with_bias("B free_indirect", var("BF", 0.0))
                .with_bias("B indirect_free_indirect", var("BX", 3.0)),
            speakers: self.speakers,
        }
    }

    /// Labels all tokens.
    pub fn label(&self, context: &Context) -> Layers {
        let mut layers = Layers::default();
        let mut rows = FeatureRows::default();
        for sentence in context.sentences {
            cues::describe(context, sentence.tokens.clone(), &mut rows);
            push(
                &self.cues.labelled(&rows),
                &mut layers.cues,
                &mut layers.cue_probability,
            );
        }
        let sure = layers.cues.iter().zip(&layers.cue_probability);
        layers.cue_hints = sure
            .map(|(&label, &probability)| cues::hint(label, probability))
            .collect();
        for (label, probability) in layers.cues.iter().zip(&mut layers.cue_probability) {
            if *label == 0 {
                *probability = 1.0 - *probability;
            }
        }
        content::describe(context, &layers.cue_hints, &mut rows);
        push(
            &self.content.labelled(&rows),
            &mut layers.content,
            &mut layers.content_probability,
        );
        for sentence in context.sentences {
            speakers::describe(
                context,
                &layers.cue_hints,
                &layers.content,
                sentence.tokens.clone(),
                &mut rows,
            );
            layers
                .speakers
                .extend(self.speakers.best(&rows).iter().map(|&label| label as u8));
            let marginals = self.speakers.marginals(&rows);
            layers
                .speaker_probability
                .extend(marginals.chunks_exact(3).map(|p| [p[0], p[1], p[2]]));
        }
        layers
    }

    /// Appends itself to a model file.
    pub fn write(&self, out: &mut Writer) {
        for model in [&self.cues, &self.content, &self.speakers] {
            model.write(out);
        }
    }

    /// Reads what [`Self::write`] wrote.
    pub fn read(input: &mut Reader) -> Result<Self, Damaged> {
        let models = Self {
            cues: SequenceModel::read(input)?,
            content: SequenceModel::read(input)?,
            speakers: SequenceModel::read(input)?,
        };
        let fits = models.cues.labels() == cues::LABELS
            && models.content.labels() == content::LABELS
            && models.speakers.labels() == speakers::LABELS;
        if fits {
            Ok(models.with_habits())
        } else {
            Err(Damaged("its labels are others"))
        }
    }
}

fn push(labelled: &[Labelled], labels: &mut Vec<u8>, probabilities: &mut Vec<f32>) {
    labels.extend(labelled.iter().map(|labelled| labelled.label as u8));
    probabilities.extend(labelled.iter().map(|labelled| labelled.probability));
}

fn var(name: &str, or: f32) -> f32 {
    std::env::var(name).map_or(or, |v| v.parse().unwrap())
}
