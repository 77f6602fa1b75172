//! Cues, contents and speakers, each step learning from held-out predictions of the one before; then the judge.

mod jackknife;
mod judging;
mod prepared;

use std::path::Path;

use anyhow::Result;
use wortlaut::evaluation::corpora::quotes::read as read_quotes;
use wortlaut::learning::features::FeatureRows;
use wortlaut::learning::model_file::Writer;
use wortlaut::learning::sequence_training::{Example, Settings};
use wortlaut::pipeline::statements::context::Context;
use wortlaut::pipeline::statements::{StatementFinder, StatementModels, content, cues, speakers};

use crate::{read, save};
use jackknife::{FOLDS, Learned, jackknife};
pub use prepared::{Models, Prepared};

/// Of the three steps; what was tried is in src/evaluation/RESULTS.md.
const SETTINGS: Settings = Settings {
    epochs: 15,
    l1: 0.1,
    min_count: 1,
    noise: 0.25,
    averaged: 5,
    ..Settings::DEFAULT
};

/// Trains on `quotes-own/train.jsonl`, or on another file of that shape.
pub fn train(corpora: &Path, models: &Path, file: &str, known: &Models) -> Result<()> {
    let articles = read_quotes(&read(&corpora.join(file))?)?;
    let prepared: Vec<_> = articles
        .into_iter()
        .map(|article| Prepared::new(article, known))
        .collect();
    let contexts: Vec<_> = prepared
        .iter()
        .map(|article| article.context(known))
        .collect();
    let n = prepared.len();

    let gold_cues: Vec<_> = prepared
        .iter()
        .map(|article| article.roles(|quote| &quote.cue))
        .collect();
    let cue_rows = |index: usize, out: &mut Vec<Example>| {
        by_sentence(&contexts[index], &gold_cues[index], out, |range, rows| {
            cues::describe(&contexts[index], range, rows);
        });
    };
    let cues_learned = jackknife("cues", &cues::LABELS, n, SETTINGS, cue_rows, cues::hint);
    let cue_labels = &cues_learned.labels;

    let gold_contents: Vec<_> = prepared.iter().map(Prepared::contents).collect();
    let content_rows = |index: usize, out: &mut Vec<Example>| {
        let mut rows = FeatureRows::default();
        content::describe(&contexts[index], &cue_labels[index], &mut rows);
        out.push(Example {
            rows,
            allowed: gold_contents[index]
                .iter()
                .map(|label| 1 << label)
                .collect(),
        });
    };
    let learned = jackknife(
        "contents",
        &content::LABELS,
        n,
        SETTINGS,
        content_rows,
        as_is,
    );
    let (contents_learned, content_labels) = (&learned, &learned.labels);

    let gold_speakers: Vec<_> = prepared
        .iter()
        .map(|article| article.roles(|quote| &quote.speaker))
        .collect();
    let speaker_rows = |index: usize, out: &mut Vec<Example>| {
        let (cues, contents) = (&cue_labels[index], &content_labels[index]);
        by_sentence(
            &contexts[index],
            &gold_speakers[index],
            out,
            |range, rows| {
                speakers::describe(&contexts[index], cues, contents, range, rows);
            },
        );
    };
    let speakers_learned = jackknife(
        "speakers",
        &speakers::LABELS,
        n,
        SETTINGS,
        speaker_rows,
        as_is,
    );

    let models_of = |fold: Option<usize>| {
        let pick = |learned: &Learned| match fold {
            Some(fold) => learned.folds[fold].clone(),
            None => learned.model.clone(),
        };
        StatementModels {
            cues: pick(&cues_learned),
            content: pick(contents_learned),
            speakers: pick(&speakers_learned),
        }
    };
    let candidates = (0..FOLDS).flat_map(|fold| {
        let models = models_of(Some(fold)).with_habits();
        let held_out = (fold..n).step_by(FOLDS);
        let found = held_out.map(|index| (index, models.candidates(&contexts[index])));
        found.collect::<Vec<_>>()
    });
    let mut candidates: Vec<_> = candidates.collect();
    candidates.sort_by_key(|(index, _)| *index);
    let finder = StatementFinder {
        models: models_of(None),
        judge: judging::train(&prepared, candidates),
    };
    let mut writer = Writer::default();
    finder.write(&mut writer);
    save(writer, &models.join("statements.model"))
}

fn as_is(label: u8, _probability: f32) -> u8 {
    label
}

fn by_sentence(
    context: &Context,
    labels: &[u8],
    out: &mut Vec<Example>,
    describe: impl Fn(std::ops::Range<usize>, &mut FeatureRows),
) {
    for sentence in context.sentences {
        let mut rows = FeatureRows::default();
        describe(sentence.tokens.clone(), &mut rows);
        out.push(Example {
            rows,
            allowed: labels[sentence.tokens.clone()]
                .iter()
                .map(|label| 1 << label)
                .collect(),
        });
    }
}
