//! Writes what the program finds in the texts of a corpus, for the scorers.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result};
use serde_json::Value;
use wortlaut::article::from_text;
use wortlaut::exchange::{Extract, Format};
use wortlaut::pipeline::{ModelFiles, Pipeline};
use wortlaut::review::Review;

use crate::read;

/// Reads the `text` of every line of `gold` and writes `<id>.json` into `out`.
pub fn predict(gold: &Path, out: &Path, models: &Path) -> Result<()> {
    let pipeline = pipeline(models)?;
    std::fs::create_dir_all(out)?;
    let (mut n_tokens, mut seconds) = (0, 0.0);
    for line in read(gold)?.lines() {
        let article: Value = serde_json::from_str(line)?;
        let text = article["text"].as_str().context("a line without text")?;
        let id = article["id"].as_str().context("a line without id")?;
        let start = std::time::Instant::now();
        let document = pipeline.read(from_text(text.to_owned()));
        seconds += start.elapsed().as_secs_f64();
        n_tokens += document.tokens.len();
        let review = Review::new(Arc::new(document));
        for file in Format::JSON.write(&Extract::whole(&review)).0 {
            std::fs::write(out.join(format!("{id}.json")), file.bytes)?;
        }
    }
    println!(
        "{n_tokens} tokens, {:.0} tokens/s on one core",
        n_tokens as f64 / seconds
    );
    Ok(())
}

/// The pipeline with the models of a folder.
pub fn pipeline(models: &Path) -> Result<Pipeline> {
    let model =
        |name: &str| std::fs::read(models.join(name)).with_context(|| format!("no model {name}"));
    let (lexicon, tagging) = (model("lexicon.model")?, model("tagging.model")?);
    let (names, statements) = (model("names.model")?, model("statements.model")?);
    let files = ModelFiles {
        lexicon: &lexicon,
        tagging: &tagging,
        names: &names,
        statements: &statements,
    };
    Ok(Pipeline::new(files)?)
}
