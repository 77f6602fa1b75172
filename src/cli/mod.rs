//! The program without a window: what the command line asks for, and the only module that prints.
//!
//! Exit codes: 0 all done, 1 something failed and was named on standard error, 2 the command line makes no sense.

mod annotate;
mod compare;
mod convert;
mod filtering;
mod formats;
mod terminal;

use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Context;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand};

use crate::article::{self, Article, Language, ReadError};
use crate::exchange::{Format, Losses};
use crate::pipeline::Pipeline;
use crate::review::Review;

/// Opens the window with some files and returns when it is closed; an error says why there is none.
pub type Window = fn(Vec<PathBuf>) -> anyhow::Result<()>;

/// Reads German news articles: who is in them, and who said what.
#[derive(Debug, Parser)]
#[command(
    version,
    args_conflicts_with_subcommands = true,
    after_help = "Where no window can be opened, FILE is read in the terminal. - stands for standard input.\n\
                  A file that is called like a command is named with its folder: ./annotate"
)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    /// Articles to open, in any format that `formats` lists
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Annotate articles without a window, one output file for each
    Annotate(annotate::Annotate),
    /// Compare two annotation files of one article: F1, Krippendorff's unitizing alpha, differences
    Compare(compare::Compare),
    /// Convert annotations from one format to another
    Convert(convert::Convert),
    /// List what can be read and written
    Formats,
}

/// Runs the program with the arguments it was started with. `window` is `None` in a build without one.
pub fn main(window: Option<Window>) -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help and version come as errors too, for standard output and with code 0. A closed pipe is nobody's mistake.
            let _ = error.print();
            return ExitCode::from(error.exit_code() as u8);
        }
    };
    let outcome = match arguments.command {
        Some(Command::Annotate(annotate)) => annotate::annotate(&annotate),
        Some(Command::Compare(compare)) => compare::compare(&compare),
        Some(Command::Convert(convert)) => convert::convert(&convert),
        Some(Command::Formats) => formats::list(&mut io::stdout().lock())
            .map(|()| Outcome::Done)
            .map_err(Into::into),
        None => open(&arguments.files, window),
    };
    match outcome {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::SomeFailed) => ExitCode::FAILURE,
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            say(&format!("{error:#}"));
            ExitCode::FAILURE
        }
    }
}

/// How a command ended that named its failures itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Done,
    SomeFailed,
}

impl Outcome {
    fn of_failures(n_failures: usize) -> Self {
        if n_failures == 0 {
            Self::Done
        } else {
            Self::SomeFailed
        }
    }
}

/// Whether whoever read the output has gone: `wortlaut annotate … --out - | head`.
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let mut causes = error.chain();
    causes.any(|cause| {
        let cause = cause.downcast_ref::<io::Error>();
        cause.is_some_and(|cause| cause.kind() == io::ErrorKind::BrokenPipe)
    })
}

/// Writes a line to standard error; if nobody can read it, there is nobody to tell.
fn say(line: &str) {
    let _ = writeln!(io::stderr(), "wortlaut: {}", harmless(line));
}

/// A line without characters that make a terminal do anything, or show another name than a file has.
fn harmless(line: &str) -> String {
    let is_harmful =
        |c: char| c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    line.replace(is_harmful, "\u{FFFD}")
}

/// The name of a format that can be written.
fn format_parser() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(Format::ALL.iter().copied().map(Format::name))
        .try_map(|name| Format::from_name(&name).ok_or("no such format"))
}

/// Says what a format could not hold, a line for each kind of thing.
fn tell(losses: &Losses) {
    for (loss, lost) in losses.iter() {
        let examples = match lost.examples.as_slice() {
            [] => String::new(),
            examples => format!(" (“{}”)", examples.join("”, “")),
        };
        let (count, what) = (lost.count, loss.describe());
        say(&format!("not in this format: {count} {what}{examples}"));
    }
}

/// Opens the window, or reads the files in the terminal where there is none.
fn open(files: &[PathBuf], window: Option<Window>) -> anyhow::Result<Outcome> {
    let reason = match window {
        None => "this build has none".to_owned(),
        Some(_) if files.iter().any(|file| file == Path::new(STANDARD_INPUT)) => {
            "standard input is read in the terminal".to_owned()
        }
        Some(window) => match window(files.to_vec()) {
            Ok(()) => return Ok(Outcome::Done),
            Err(error) => format!("{error:#}"),
        },
    };
    if files.is_empty() {
        anyhow::bail!("no window: {reason}; name a file to read it here: wortlaut FILE");
    }
    say(&format!("no window: {reason}; reading in the terminal"));
    read_in_terminal(files)
}

fn read_in_terminal(files: &[PathBuf]) -> anyhow::Result<Outcome> {
    let pipeline = Pipeline::embedded()?;
    let stdout = io::stdout();
    let style = terminal::Style::of(stdout.is_terminal());
    let mut stdout = io::BufWriter::new(stdout.lock());
    let mut n_failures = 0;
    for (index, file) in files.iter().enumerate() {
        match read(file) {
            Ok(article) => {
                let review = Review::new(Arc::new(pipeline.read(article)));
                if 0 < index {
                    writeln!(stdout).context("cannot print")?;
                }
                terminal::print(&review, style, &mut stdout).context("cannot print")?;
            }
            Err(error) => {
                stdout.flush().context("cannot print")?;
                say(&error.to_string());
                n_failures += 1;
            }
        }
    }
    stdout.flush().context("cannot print")?;
    Ok(Outcome::of_failures(n_failures))
}

/// Stands for standard input among the files.
const STANDARD_INPUT: &str = "-";

/// Reads an article from a file, or from standard input.
fn read(path: &Path) -> Result<Article, ReadError> {
    let article = if path == Path::new(STANDARD_INPUT) {
        let mut article = article::read_from(io::stdin().lock(), Path::new("standard input"))?;
        article.source.path = None;
        article
    } else {
        article::read_file(path)?
    };
    tell_doubts(&article.source, path);
    Ok(article)
}

/// Says what may make the findings worse than they are elsewhere.
fn tell_doubts(source: &article::Source, path: &Path) {
    let path = path.display();
    if source.language != Language::German {
        let language = source.language.name();
        say(&format!(
            "{path}: the article seems not to be in German ({language}); it is read as well as possible"
        ));
    }
    if source.is_stub {
        say(&format!(
            "{path}: the article breaks off where the website asks for a subscription"
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_well_formed() {
        use clap::CommandFactory;
        Arguments::command().debug_assert();
    }

    #[test]
    fn names_of_files_do_nothing_to_the_terminal() {
        assert_eq!(
            harmless("a\u{1B}[2J\u{202E}b\nc: ä"),
            "a\u{FFFD}[2J\u{FFFD}b\u{FFFD}c: ä"
        );
    }

    #[test]
    fn a_closed_pipe_is_recognised_under_its_context() {
        let pipe = io::Error::from(io::ErrorKind::BrokenPipe);
        assert!(is_broken_pipe(
            &anyhow::Error::from(pipe).context("cannot print")
        ));
        assert!(!is_broken_pipe(&anyhow::anyhow!("other trouble")));
    }
}
