//! Cues, contents and speakers of statements.

use std::path::Path;

use anyhow::Result;
use wortlaut::article::{Block, from_text};
use wortlaut::document::{Sentence, Tag, Token};
use wortlaut::evaluation::corpora::quotes::{Quote, QuoteArticle, read as read_quotes};
use wortlaut::german::lexicon::Lexicon;
use wortlaut::learning::features::FeatureRows;
use wortlaut::learning::model_file::Writer;
use wortlaut::learning::sequence::SequenceModel;
use wortlaut::learning::sequence_training::{Example, Settings, train as train_sequence};
use wortlaut::pipeline::observations::{Observation, observe};
use wortlaut::pipeline::quotations::{Quotation, quotations};
use wortlaut::pipeline::segmentation::segment;
use wortlaut::pipeline::statements::context::Context;
use wortlaut::pipeline::statements::{StatementModels, content, cues, speakers};
use wortlaut::pipeline::tagging::tag;
use wortlaut::span::Span;

use crate::{read, save};

/// Parts of the corpus that take turns in being held out, so that each layer learns from honest predictions.
const FOLDS: usize = 5;

/// An article of the corpus, read up to its tags.
struct Prepared {
    article: QuoteArticle,
    blocks: Vec<Block>,
    tokens: Vec<Token>,
    sentences: Vec<Sentence>,
    tags: Vec<Tag>,
    observations: Vec<Observation>,
    quotations: Vec<Quotation>,
}

impl Prepared {
    fn new(article: QuoteArticle, lexicon: &Lexicon, tagger: &SequenceModel) -> Self {
        let read = from_text(article.text.clone());
        let (tokens, sentences) = segment(&read);
        let observations = observe(&read.text, &tokens, &sentences, lexicon);
        let tags = tag(tagger, &observations, &sentences, |token| {
            tokens[token].span.of(&article.text)
        });
        let quotations = quotations(&read.text, &tokens, &sentences, &read.blocks);
        Self {
            article,
            blocks: read.blocks,
            tokens,
            sentences,
            tags,
            observations,
            quotations,
        }
    }

    fn context(&self, lexicon: &Lexicon) -> Context<'_> {
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
            lexicon,
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
pub fn train(
    corpora: &Path,
    models: &Path,
    file: &str,
    lexicon: &Lexicon,
    tagger: &SequenceModel,
) -> Result<()> {
    let articles = read_quotes(&read(&corpora.join(file))?)?;
    let prepared: Vec<_> = articles
        .into_iter()
        .map(|article| Prepared::new(article, lexicon, tagger))
        .collect();
    let contexts: Vec<_> = prepared
        .iter()
        .map(|article| article.context(lexicon))
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
    let (cue_model, cue_labels) = jackknife("cues", &cues::LABELS, n, cue_rows);

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
    let (content_model, content_labels) = jackknife("contents", &content::LABELS, n, content_rows);

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
    let (speaker_model, _) = jackknife("speakers", &speakers::LABELS, n, speaker_rows);

    let models_found = StatementModels {
        cues: cue_model,
        content: content_model,
        speakers: speaker_model,
    };
    let mut writer = Writer::default();
    models_found.write(&mut writer);
    save(writer, &models.join("statements.model"))
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
    examples_of: impl Fn(usize, &mut Vec<Example>),
) -> (SequenceModel, Vec<Vec<u8>>) {
    let settings = Settings {
        epochs: 15,
        l1: 0.3,
        rate: 0.2,
        ..Settings::default()
    };
    let fit = |keep: &dyn Fn(usize) -> bool| {
        let mut examples = Vec::new();
        (0..n_articles)
            .filter(|&index| keep(index))
            .for_each(|index| examples_of(index, &mut examples));
        train_sequence(labels, examples, settings, |_, _| ())
    };
    let mut predicted = vec![Vec::new(); n_articles];
    let (mut right, mut found, mut gold) = (0, 0, 0);
    for fold in 0..FOLDS {
        let model = fit(&|index| index % FOLDS != fold);
        for index in (fold..n_articles).step_by(FOLDS) {
            let mut examples = Vec::new();
            examples_of(index, &mut examples);
            for example in &examples {
                let best = model.best(&example.rows);
                for (&label, &allowed) in best.iter().zip(&example.allowed) {
                    right += usize::from(label != 0 && allowed >> label & 1 == 1);
                    found += usize::from(label != 0);
                    gold += usize::from(allowed & 1 == 0);
                }
                predicted[index].extend(best.into_iter().map(|label| label as u8));
            }
        }
    }
    let f1 = 200.0 * right as f64 / (found + gold) as f64;
    println!("{name}: {right} of {gold} tokens right, {found} found, F1 {f1:.1} (jackknifed)");
    (fit(&|_| true), predicted)
}
