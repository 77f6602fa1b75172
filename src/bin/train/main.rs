//! The trainer: corpora → `assets/models`, with the figures printed.
//!
//! The corpora are not part of the project; `assets/models/README.md` says where the public gets them.

#![expect(
    clippy::print_stdout,
    reason = "a command-line tool prints its figures"
)]

mod lexicon;
mod measure;
mod names;
mod network;
mod predict;
mod statements;
mod tagging;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clap::{Parser, Subcommand};
use wortlaut::learning::model_file::Writer;

/// Trains Wortlaut's models.
#[derive(Parser)]
struct Arguments {
    /// Folder with the corpora.
    #[arg(long)]
    corpora: PathBuf,
    /// Folder for the models.
    #[arg(long, default_value = "assets/models")]
    models: PathBuf,
    #[command(subcommand)]
    step: Step,
}

#[derive(Subcommand)]
enum Step {
    /// The full-form lexicon.
    Lexicon,
    /// Names of persons, organisations, locations and other things.
    Names {
        /// Keep the clusters and name lists of the model in place: saves minutes where only the labels are learned anew.
        #[arg(long)]
        keep_knowledge: bool,
    },
    /// The network beside the sparse features of names: to be trained anew when their clusters are.
    Network,
    /// Part of speech and mood.
    Tagging,
    /// Cues, contents and speakers of statements.
    Statements {
        /// Corpus file to learn from.
        #[arg(long, default_value = "quotes-own/train.jsonl")]
        file: String,
    },
    /// Prints how good tags, names and statements are on dev, and how fast the pipeline is.
    Measure,
    /// Writes what the models find in the texts of a corpus file, as <id>.json, for the scorers.
    Predict {
        /// Corpus file with a text a line.
        gold: PathBuf,
        /// Folder to write to.
        out: PathBuf,
    },
}

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let Arguments {
        corpora,
        models,
        step,
    } = &arguments;
    match step {
        Step::Lexicon => lexicon::train(corpora, models),
        Step::Statements { file } => {
            let (lexicon, tagger) = (lexicon::load(models)?, tagging::load(models)?);
            let names = names::load(models)?;
            let known = statements::Models {
                lexicon: &lexicon,
                tagger: &tagger,
                names: &names,
            };
            statements::train(corpora, models, file, &known)
        }
        Step::Measure => measure::measure(corpora, models),
        Step::Predict { gold, out } => predict::predict(&corpora.join(gold), out, models),
        Step::Names { keep_knowledge } => {
            let (lexicon, tagger) = (lexicon::load(models)?, tagging::load(models)?);
            names::train(corpora, models, *keep_knowledge, &tagger, &lexicon)
        }
        Step::Network => {
            let (lexicon, tagger) = (lexicon::load(models)?, tagging::load(models)?);
            network::train(corpora, models, &tagger, &lexicon)
        }
        Step::Tagging => tagging::train(corpora, models, &lexicon::load(models)?),
    }
}

/// Text of a file, unpacked if its name ends in `.zst`.
fn read(path: &Path) -> Result<String> {
    let context = || format!("cannot read {}", path.display());
    let bytes = std::fs::read(path).with_context(context)?;
    let is_packed = path.extension().is_some_and(|extension| extension == "zst");
    let bytes = if is_packed {
        zstd::decode_all(bytes.as_slice()).with_context(context)?
    } else {
        bytes
    };
    String::from_utf8(bytes).with_context(context)
}

/// Packs a model, writes it and prints its size.
fn save(writer: Writer, path: &Path) -> Result<()> {
    const LEVEL: i32 = 19;
    let packed = zstd::encode_all(writer.into_file().as_slice(), LEVEL)?;
    std::fs::create_dir_all(path.parent().unwrap_or(Path::new(".")))?;
    std::fs::write(path, &packed).with_context(|| format!("cannot write {}", path.display()))?;
    println!("{}: {} kB", path.display(), packed.len() / 1000);
    Ok(())
}
