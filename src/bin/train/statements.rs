//! Cues, contents and speakers of statements.

use std::path::Path;

use anyhow::Result;
use wortlaut::article::{Block, from_text};
use wortlaut::document::{Mention, Sentence, Tag, Token};
use wortlaut::evaluation::corpora::quotes::{Quote, QuoteArticle, read as read_quotes};
use wortlaut::german::lexicon::Lexicon;
use wortlaut::learning::features::FeatureRows;
use wortlaut::learning::model_file::Writer;
use wortlaut::learning::sequence::SequenceModel;
use wortlaut::learning::sequence_training::{Example, Settings, train as train_sequence};
use wortlaut::pipeline::names::NameModel;
use wortlaut::pipeline::observations::{Observation, observe};
use wortlaut::pipeline::quotations::{Quotation, quotations};
use wortlaut::pipeline::roles::roles;
use wortlaut::pipeline::segmentation::segment;
use wortlaut::pipeline::statements::context::{Context, Known};
use wortlaut::pipeline::statements::{StatementModels, content, cues, speakers};
use wortlaut::pipeline::tagging::tag;
use wortlaut::span::Span;

use crate::{read, save};

/// Parts of the corpus that take turns in being held out, so that each layer learns from honest predictions.
const FOLDS: usize = 5;

/// What articles are read with.
pub struct Models<'a> {
    /// The full-form lexicon.
    pub lexicon: &'a Lexicon,
    /// Parts of speech.
    pub tagger: &'a SequenceModel,
    /// Names, and clusters of words.
    pub names: &'a NameModel,
}

/// An article of the corpus, read up to its tags.
struct Prepared {
    article: QuoteArticle,
    blocks: Vec<Block>,
    tokens: Vec<Token>,
    sentences: Vec<Sentence>,
    tags: Vec<Tag>,
    observations: Vec<Observation>,
    quotations: Vec<Quotation>,
    names: Vec<Mention>,
}

impl Prepared {
    fn new(article: QuoteArticle, known: &Models) -> Self {
        let Models {
            lexicon,
            tagger,
            names,
        } = *known;
        let read = from_text(article.text.clone());
        let (tokens, sentences) = segment(&read);
        let observations = observe(&read.text, &tokens, &sentences, lexicon);
        let tags = tag(tagger, &observations, &sentences, |token| {
            tokens[token].span.of(&article.text)
        });
        let quotations = quotations(&read.text, &tokens, &sentences, &read.blocks);
        let mut names = names.names(&article.text, &tokens, &sentences, &tags, lexicon);
        names.extend(roles(&article.text, &tokens, &sentences, &tags, &names));
        Self {
            names,
            article,
            blocks: read.blocks,
            tokens,
            sentences,
            tags,
            observations,
            quotations,
        }
    }

    fn context(&self, models: &Models) -> Context<'_> {
        let known = Known {
            lexicon: models.lexicon,
            knowledge: models.names.knowledge(),
            names: &self.names,
        };
        let text = (
            self.article.text.as_str(),
            self.tokens.as_slice(),
            self.sentences.as_slice(),
            self.blocks.as_slice(),
        );
        Context::new(
            text,
            &self.tags,
            &self.observations,
            &self.quotations,
            known,
        )
    }

    /// Tokens that any of the spans overlaps, sorted.
    fn covered(&self, spans: &[Span]) -> Vec<usize> {
        let overlaps = |token: &Token| spans.iter().any(|span| span.overlaps(token.span));
        (0..self.tokens.len())
            .filter(|&index| overlaps(&self.tokens[index]))
            .collect()
    }

    /// Labels 1 for the first and 2 for further tokens of what `pick` picks of every quotation.
    fn roles(&self, pick: impl Fn(&Quote) -> &[Span]) -> Vec<u8> {
        let mut labels = vec![0; self.tokens.len()];
        for quote in &self.article.quotes {
            for (rank, token) in self.covered(pick(quote)).into_iter().enumerate() {
                labels[token] = if rank == 0 { 1 } else { labels[token].max(2) };
            }
        }
        labels
    }

    fn contents(&self) -> Vec<u8> {
        let mut labels = vec![0; self.tokens.len()];
        for quote in self.article.quotes.iter().filter(|quote| !quote.is_nested) {
            for (rank, token) in self.covered(&quote.content).into_iter().enumerate() {
                labels[token] = content::label(quote.kind, rank == 0);
            }
        }
        labels
    }
}

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
    let (cue_model, cue_labels) = jackknife("cues", &cues::LABELS, n, cue_rows, cues::hint);

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
    let (content_model, content_labels) =
        jackknife("contents", &content::LABELS, n, content_rows, as_is);

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
    let (speaker_model, _) = jackknife("speakers", &speakers::LABELS, n, speaker_rows, as_is);

    let models_found = StatementModels {
        cues: cue_model,
        content: content_model,
        speakers: speaker_model,
    };
    let mut writer = Writer::default();
    models_found.write(&mut writer);
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

/// Trains a model on all articles, and labels each article by a model that has not seen it.
fn jackknife(
    name: &str,
    labels: &[&str],
    n_articles: usize,
    examples_of: impl Fn(usize, &mut Vec<Example>) + Sync,
    hint: impl Fn(u8, f32) -> u8 + Sync,
) -> (SequenceModel, Vec<Vec<u8>>) {
    let settings = Settings {
        epochs: 15,
        l1: 0.1,
        min_count: 1,
        noise: 0.25,
        averaged: 5,
        ..Settings::default()
    };
    let fit = |fold: usize| {
        let mut examples = Vec::new();
        (0..n_articles)
            .filter(|&index| index % FOLDS != fold)
            .for_each(|index| examples_of(index, &mut examples));
        train_sequence(labels, examples, settings, |_, _| ())
    };
    let held_out = |fold: usize| {
        let model = fit(fold);
        (fold..n_articles)
            .step_by(FOLDS)
            .map(|index| {
                let mut examples = Vec::new();
                examples_of(index, &mut examples);
                let labels: Vec<u8> = examples
                    .iter()
                    .flat_map(|example| model.labelled(&example.rows))
                    .map(|found| hint(found.label as u8, found.probability))
                    .collect();
                (index, labels)
            })
            .collect::<Vec<_>>()
    };
    // The last "fold" holds nothing out: the model that is kept.
    let run = |parity: usize| {
        let folds = (parity..FOLDS).step_by(2);
        folds.flat_map(&held_out).collect::<Vec<_>>()
    };
    let (model, folds) = std::thread::scope(|scope| {
        let even = scope.spawn(|| run(0));
        let mut folds = run(1);
        let model = fit(FOLDS);
        folds.extend(
            even.join()
                .unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
        );
        (model, folds)
    });
    let mut predicted = vec![Vec::new(); n_articles];
    for (index, labels) in folds {
        predicted[index] = labels;
    }
    let (mut right, mut found, mut gold) = (0, 0, 0);
    for (index, found_labels) in predicted.iter().enumerate() {
        let mut examples = Vec::new();
        examples_of(index, &mut examples);
        let allowed = examples.iter().flat_map(|example| &example.allowed);
        for (&label, &allowed) in found_labels.iter().zip(allowed) {
            // What only may be a cue is none.
            let label = if usize::from(label) < labels.len() {
                label
            } else {
                0
            };
            right += usize::from(label != 0 && allowed >> label & 1 == 1);
            found += usize::from(label != 0);
            gold += usize::from(allowed & 1 == 0);
        }
    }
    let f1 = 200.0 * right as f64 / (found + gold) as f64;
    println!("{name}: {right} of {gold} tokens right, {found} found, F1 {f1:.1} (jackknifed)");
    (model, predicted)
}
