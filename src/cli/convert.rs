//! `wortlaut convert`: from any format that can be read to any that can be written.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context;

use super::filtering::Filtering;
use super::{Outcome, STANDARD_INPUT, say, tell};
use crate::article;
use crate::exchange::import::Imported;
use crate::exchange::{self, Extract, Format};
use crate::pipeline::Pipeline;
use crate::review::Review;

/// What to convert, and into what.
#[derive(Debug, clap::Args)]
pub(super) struct Convert {
    /// Annotations, or an article, which is annotated first
    #[arg(value_name = "IN")]
    input: PathBuf,
    /// File to write; its ending says the format; - writes to standard output
    #[arg(value_name = "OUT")]
    out: PathBuf,
    /// Format of the output, where the ending of OUT does not say it; see `wortlaut formats`
    #[arg(short, long, value_name = "FORMAT", value_parser = super::format_parser(), ignore_case = true)]
    to: Option<Format>,
    /// Article to lay the annotations on
    #[arg(short, long, value_name = "FILE")]
    article: Option<PathBuf>,
    #[command(flatten)]
    filtering: Filtering,
}

/// Runs the command. What does not fit is listed on standard error, line by line, and so is what the format cannot hold.
pub(super) fn convert(arguments: &Convert) -> anyhow::Result<Outcome> {
    let out = &arguments.out;
    let name = out.file_name().unwrap_or_default().to_string_lossy();
    let target = match arguments.to {
        Some(format) => Some(format),
        None => Format::of_file_name(&name),
    };
    let Some(format) = target else {
        anyhow::bail!(
            "no format has this ending; name one with --to (see `wortlaut formats`): {}",
            out.display()
        );
    };
    let stem = format.stem_of(&name);
    let pipeline = Pipeline::embedded()?;
    let imported = match read(arguments, &pipeline) {
        Ok(imported) => imported,
        Err(message) => {
            say(&message);
            return Ok(Outcome::SomeFailed);
        }
    };
    for unfit in &imported.unfit {
        say(&format!("{unfit}: {}", arguments.input.display()));
    }
    let review = &imported.review;
    let extract = Extract::of(review, &arguments.filtering.filter(review));
    if out == Path::new(STANDARD_INPUT) {
        let (files, losses) = format.write(&extract);
        let mut stdout = io::stdout().lock();
        for file in files {
            stdout.write_all(&file.bytes).context("cannot print")?;
        }
        tell(&losses);
        return Ok(Outcome::Done);
    }
    let folder = out.parent().unwrap_or(Path::new(""));
    if replaces(format, folder, stem, &arguments.input) {
        say(&format!(
            "would replace what is being read; choose another name: {}",
            out.display()
        ));
        return Ok(Outcome::SomeFailed);
    }
    match exchange::export(format, &extract, folder, stem) {
        Ok((paths, losses)) => {
            let names: Vec<String> = paths
                .iter()
                .map(|path| path.display().to_string())
                .collect();
            say(&format!(
                "{} → {}",
                arguments.input.display(),
                names.join(", ")
            ));
            tell(&losses);
            Ok(Outcome::Done)
        }
        Err(error) => {
            say(&error.to_string());
            Ok(Outcome::SomeFailed)
        }
    }
}

/// Annotations with the words of their text, or an article, annotated.
fn read(arguments: &Convert, pipeline: &Pipeline) -> Result<Imported, String> {
    let input = &arguments.input;
    let is_annotated = input != Path::new(STANDARD_INPUT) && exchange::is_annotated(input);
    if !is_annotated && arguments.article.is_none() {
        let article = super::read(input).map_err(|error| error.to_string())?;
        return Ok(Imported {
            review: Review::new(Arc::new(pipeline.read(article))),
            unfit: Vec::new(),
        });
    }
    let article = arguments.article.as_deref().map(article::read_file);
    let article = article.transpose().map_err(|error| error.to_string())?;
    let mut imported = exchange::import_file(input, article).map_err(|error| error.to_string())?;
    let words = pipeline.words(imported.review.document().article.clone());
    imported.review = imported.review.with_words_of(words);
    Ok(imported)
}

/// Whether a file that is to be written is the one that is read.
fn replaces(format: Format, folder: &Path, stem: &str, input: &Path) -> bool {
    let Ok(input) = input.canonicalize() else {
        return false;
    };
    let names = format
        .files()
        .iter()
        .map(|name| folder.join(name.with_stem(stem)));
    names
        .into_iter()
        .any(|path| path.canonicalize().is_ok_and(|path| path == input))
}
