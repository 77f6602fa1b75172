//! Figures of the whole pipeline on the corpora that are kept for measuring.

use std::collections::BTreeSet;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::Result;
use wortlaut::article::from_text;
use wortlaut::document::{Document, Form, Kind, StatementKind};
use wortlaut::evaluation::calibration::{expected_error, reliability};
use wortlaut::evaluation::corpora::names::gold_texts;
use wortlaut::evaluation::corpora::quotes::{Quote, read as read_quotes};
use wortlaut::evaluation::key_statements::{Choice, KeyScores, read_picks};
use wortlaut::evaluation::scores::{NameScores, Part, StatementScores, outer_names};
use wortlaut::evaluation::statement_confidence::{Held, at_recall, held};
use wortlaut::pipeline::Pipeline;
use wortlaut::pipeline::names::features::Domain;

use crate::predict::pipeline;
use crate::{lexicon, read, tagging};

/// A pipeline with a stopwatch.
struct Timed {
    pipeline: Pipeline,
    n_tokens: usize,
    time: Duration,
}

impl Timed {
    fn read(&mut self, text: String) -> Document {
        let start = Instant::now();
        let document = self.pipeline.read(from_text(text));
        self.time += start.elapsed();
        self.n_tokens += document.tokens.len();
        document
    }
}

/// Measures tags on GSD dev, names on `ner/*-dev.jsonl`, statements and key statements on `quotes/dev.jsonl`.
pub fn measure(corpora: &Path, models: &Path) -> Result<()> {
    let start = Instant::now();
    let mut pipeline = Timed {
        pipeline: pipeline(models)?,
        n_tokens: 0,
        time: Duration::ZERO,
    };
    let loading = start.elapsed();
    println!("tags, GSD dev");
    tagging::measure(corpora, &tagging::load(models)?, &lexicon::load(models)?)?;
    for name in ["germeval-dev", "wikinews-dev"] {
        println!("names, {name}");
        names(
            &read(&corpora.join(format!("ner/{name}.jsonl")))?,
            &mut pipeline,
        )?;
    }
    println!("statements, quotes/dev");
    statements(&read(&corpora.join("quotes/dev.jsonl"))?, &mut pipeline)?;
    println!("key statements, 30 articles of quotes/dev, precision@3");
    key_statements(&read(&corpora.join("quotes/dev.jsonl"))?, &mut pipeline)?;
    println!(
        "{} tokens, {:.0} tokens/s on one core, models loaded in {:.0} ms",
        pipeline.n_tokens,
        pipeline.n_tokens as f64 / pipeline.time.as_secs_f64(),
        loading.as_secs_f64() * 1000.0
    );
    Ok(())
}

fn names(lines: &str, pipeline: &mut Timed) -> Result<()> {
    let mut scores = NameScores::default();
    for gold in gold_texts(lines, Domain::Article)? {
        let document = pipeline.read(gold.text);
        let names = gold.names.into_iter();
        let names: BTreeSet<_> = names
            .filter(|&(.., form)| form == Form::Name)
            .map(|(span, kind, _)| (span, kind))
            .collect();
        scores.add(&names, &outer_names(&document.findings));
    }
    let kinds = Kind::ALL.into_iter().filter(|kind| kind.is_name());
    for kind in kinds.map(Some).chain([None]) {
        let counts = scores.of(kind);
        row(
            kind.map_or("all", Kind::label),
            [counts.precision(), counts.recall(), counts.f1()],
        );
    }
    Ok(())
}

fn statements(lines: &str, pipeline: &mut Timed) -> Result<()> {
    let mut scores = StatementScores::default();
    let (mut all, mut n_gold) = (Vec::new(), 0);
    for article in read_quotes(lines)? {
        let document = pipeline.read(article.text);
        let found: Vec<Quote> = document
            .findings
            .statements
            .iter()
            .map(Quote::from)
            .collect();
        scores.add(&article.tokens, &article.quotes, &found);
        let sure = document.findings.statements.iter();
        let sure = sure.map(|statement| statement.confidence.get());
        let found: Vec<_> = found.into_iter().zip(sure).collect();
        all.extend(held(&article.tokens, &article.quotes, &found));
        let quotes = article.quotes.iter();
        n_gold += quotes
            .filter(|quote| has_words_of_its_own(quote.kind))
            .count();
    }
    let [content, speaker, cue, frame, addressee] = Part::ALL;
    for (name, parts) in [
        ("quote", &[content][..]),
        ("speaker", &[speaker]),
        ("cue", &[cue]),
        ("frame", &[frame]),
        ("addressee", &[addressee]),
        ("roles", &Part::ROLES),
        ("joint", &Part::ALL),
    ] {
        let score = scores.of(parts);
        row(name, [score.precision, score.recall, score.f1()]);
    }
    let kinds = scores.kinds();
    row("type", [kinds.precision(), kinds.recall(), kinds.f1()]);
    println!(
        "  speaker right on found quotes {:.4}",
        scores.attribution()
    );
    for (kind, recall) in scores.recall_by_kind() {
        println!("  recall of {:23}{recall:.4}", kind.label());
    }
    confidence(all, n_gold);
    Ok(())
}

fn has_words_of_its_own(kind: StatementKind) -> bool {
    matches!(kind, StatementKind::Direct | StatementKind::Indirect)
}

/// The reliability table of all statements, and how right the surest direct and indirect ones are.
fn confidence(mut all: Vec<Held>, n_gold: usize) {
    let right: Vec<_> = all
        .iter()
        .map(|one| (one.confidence, one.is_right))
        .collect();
    let bins = reliability(&right);
    println!("  confidence, words and speaker right");
    for bin in bins.iter().filter(|bin| 0 < bin.n) {
        println!(
            "    {:4} with mean {:.2}, right {:.2}",
            bin.n, bin.confidence, bin.right
        );
    }
    println!("    expected error {:.4}", expected_error(&bins));
    all.retain(|one| has_words_of_its_own(one.kind));
    for recall in [0.2, 0.3, 0.4, 0.5, 0.6] {
        if let Some((least, shown, right)) = at_recall(all.clone(), n_gold, recall) {
            println!(
                "    direct and indirect, recall {recall}: from {least:.2} on {shown} shown, {right:.3} right"
            );
        }
    }
}

/// The program and the baselines against the picks of an editor.
fn key_statements(lines: &str, pipeline: &mut Timed) -> Result<()> {
    let picks = include_str!("../../../tests/gold/key_statements/quotes_dev.json");
    let picks = read_picks(picks)?;
    let mut scores = KeyScores::default();
    for article in read_quotes(lines)? {
        if let Some(picks) = picks.get(&article.id) {
            scores.add(&pipeline.read(article.text), picks);
        }
    }
    for choice in Choice::ALL {
        let precision = scores.precision(choice);
        println!("  {:20}{precision:.4}", choice.label());
    }
    Ok(())
}

fn row(name: &str, [precision, recall, f1]: [f64; 3]) {
    println!("  {name:13} P {precision:.4} R {recall:.4} F {f1:.4}");
}
