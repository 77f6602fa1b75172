//! Who says what: labels for cues, contents and speakers, then statements put together from them.
//!
//! Stacked sequence labelling after LANGUAGE.md's order cue → content → speaker: each step sees what the one before
//! said, in training as jackknifed predictions.

mod assembly;
mod clauses;
pub mod content;
pub mod context;
pub mod cues;
mod cutting;
mod denied;
pub mod judging;
mod linking;
mod nesting;
mod parting;
mod patterns;
mod pointing;
mod ranking;
mod repair;
mod sentence_facts;
mod sources;
mod speaker_facts;
pub mod speakers;
mod subjects;
mod tidying;

use crate::document::Statement;
use crate::learning::features::FeatureRows;
use crate::learning::model_file::{Damaged, Reader, Writer};
use crate::learning::ranking::RankingModel;
use crate::learning::sequence::{Labelled, SequenceModel};
use crate::span::Span;
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
    /// Which of those who may speak does.
    pub ranking: RankingModel,
    /// The judge.
    pub judge: Judge,
}

impl StatementFinder {
    /// Finds the statements of an article, in text order; nested ones come last.
    pub fn find(&self, context: &Context) -> Vec<Statement> {
        let statements = self
            .judge
            .judge(self.models.candidates(context, &self.ranking));
        denied::without_denied(context, statements)
    }

    /// Appends itself to a model file.
    pub fn write(&self, out: &mut Writer) {
        self.models.write(out);
        self.ranking.write(out);
        self.judge.write(out);
    }

    /// Reads what [`Self::write`] wrote.
    pub fn read(input: &mut Reader) -> Result<Self, Damaged> {
        Ok(Self {
            models: StatementModels::read(input)?,
            ranking: RankingModel::read(input)?,
            judge: Judge::read(input)?,
        })
    }
}

/// A statement whose speaker is to be chosen.
#[derive(Clone, Debug)]
pub struct SpeakerChoice {
    /// What is said.
    pub content: Vec<Span>,
    /// Those who may say it; nobody is without spans.
    pub speakers: Vec<Vec<Span>>,
    /// A row of features for each of them.
    pub rows: FeatureRows,
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
    pub fn candidates(&self, context: &Context, ranking: &RankingModel) -> Vec<Candidate> {
        let layers = self.label(context);
        let mut drafts = assembly::assemble(context, &layers, ranking);
        let rows = judging::describe(context, &layers, &drafts);
        // Later, since the judge has learnt from what the labels say.
        parting::part_all(context, &mut drafts);
        let statements = drafts
            .iter()
            .map(|draft| assembly::statement(context, draft));
        let both = statements.zip(rows);
        both.map(|(statement, row)| Candidate { statement, row })
            .collect()
    }

    /// What may be chosen as the speakers of the statements of an article: contents, speakers, features.
    pub fn speaker_choices(&self, context: &Context) -> Vec<SpeakerChoice> {
        let layers = self.label(context);
        let choices = assembly::choices(context, &layers).into_iter();
        let choice = |(draft, choice): (assembly::Draft, ranking::Choice)| {
            let speakers = choice.speakers.iter();
            let spans = |speaker: &Option<ranking::Speaker>| {
                let tokens = speaker.as_ref().map(|(tokens, _)| tokens.as_slice());
                assembly::spans(context, tokens.unwrap_or_default())
            };
            SpeakerChoice {
                content: assembly::spans(context, &draft.tokens),
                speakers: speakers.map(spans).collect(),
                rows: choice.rows,
            }
        };
        choices.map(choice).collect()
    }

    /// With habits tuned on dev: more cues, more indirect statements than the likeliest labels have. The judge drops what
    /// is too much.
    #[must_use]
    pub fn with_habits(self) -> Self {
        Self {
            cues: self.cues.with_bias("B", 2.0),
            content: self
                .content
                .with_bias("B indirect", 3.0)
                .with_bias("B reported", 1.0)
                .with_bias("B indirect_free_indirect", 3.0),
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
        denied::clear(context, &mut layers);
        let sure = layers.cues.iter().zip(&layers.cue_probability);
        layers.cue_hints = sure
            .map(|(&label, &probability)| cues::hint(label, probability))
            .collect();
        for (label, probability) in layers.cues.iter().zip(&mut layers.cue_probability) {
            if *label == 0 {
                *probability = 1.0 - *probability;
            }
        }
        let described = content::describe_shared(context, &layers.cue_hints);
        push(
            &self
                .content
                .labelled_by(&self.content.emissions_of(&described)),
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
            let emissions = self.speakers.emissions(&rows);
            let best = self.speakers.best_by(&emissions);
            layers
                .speakers
                .extend(best.iter().map(|&label| label as u8));
            let marginals = self.speakers.marginals_by(&emissions);
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
