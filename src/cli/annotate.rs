//! `wortlaut annotate`: articles in, annotations out, many at a time.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::num::NonZeroUsize;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, mpsc};

use anyhow::Context;
use rayon::prelude::*;

use super::filtering::Filtering;
use super::{Outcome, STANDARD_INPUT, say};
use crate::article::{self, ReadError};
use crate::exchange::{self, Extract, Format, Losses};
use crate::german::personal_lexicon::PersonalLexicon;
use crate::german::personal_lexicon::file::LexiconFile;
use crate::pipeline::Pipeline;
use crate::review::Review;

/// What to annotate, and how.
#[derive(Debug, clap::Args)]
pub(super) struct Annotate {
    /// Format of the output; see `wortlaut formats`
    #[arg(short, long, value_name = "FORMAT", default_value = "json", value_parser = super::format_parser(), ignore_case = true)]
    format: Format,
    /// Folder for the output, made if it is missing; - writes everything to standard output
    #[arg(short, long, value_name = "DIR|-", default_value = ".")]
    out: PathBuf,
    /// Personal lexicon: names, what is never a name, what announces no statement, one entry on each line
    #[arg(short, long, value_name = "FILE")]
    lexicon: Option<PathBuf>,
    /// Articles to work on at the same time [default: one for each processor]
    #[arg(short, long, value_name = "N")]
    jobs: Option<NonZeroUsize>,
    #[command(flatten)]
    filtering: Filtering,
    /// Articles, folders of articles (with the folders in them), or - for standard input
    #[arg(required = true, value_name = "FILE|DIR")]
    inputs: Vec<PathBuf>,
}

/// One article to annotate, or the reason why there is none.
#[derive(Debug)]
enum Task {
    Read { path: PathBuf, stem: String },
    Failed(ReadError),
}

/// What became of a task: lines for standard error, bytes for standard output.
#[derive(Debug)]
struct Ending {
    message: Result<String, String>,
    bytes: Vec<u8>,
    /// What the format could not hold.
    losses: Losses,
}

impl Ending {
    fn failure(message: String) -> Self {
        Self {
            message: Err(message),
            bytes: Vec::new(),
            losses: Losses::default(),
        }
    }

    fn mistake(task: &Task) -> Self {
        let path = match task {
            Task::Read { path, .. } => path,
            Task::Failed(error) => error.path(),
        };
        let path = path.display();
        Self::failure(format!(
            "a mistake in the program; please report it together with the file: {path}"
        ))
    }
}

/// Runs the command: all articles are tried, whatever happens to one of them; messages and output come in the order of the input.
pub(super) fn annotate(arguments: &Annotate) -> anyhow::Result<Outcome> {
    let folder = (arguments.out != Path::new(STANDARD_INPUT)).then_some(arguments.out.as_path());
    if let Some(folder) = folder {
        let advice = || {
            format!(
                "cannot make the folder for the output; choose another one: {}",
                folder.display()
            )
        };
        std::fs::create_dir_all(folder).with_context(advice)?;
    }
    let personal = match &arguments.lexicon {
        Some(path) => lexicon(path)?,
        None => PersonalLexicon::default(),
    };
    let pipeline = Pipeline::embedded()?;
    let tasks = tasks(&arguments.inputs, folder, arguments.format);
    let n_jobs = arguments.jobs.map_or(0, NonZeroUsize::get);
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(n_jobs)
        .build()?;
    let (sender, results) = mpsc::channel();
    let run = |(index, task): (usize, &Task)| {
        let work = || work(task, &pipeline, &personal, arguments, folder);
        // A mistake of ours in one article is no reason to leave the others.
        let result = catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| Ending::mistake(task));
        // If nobody listens any more, the output was closed and the rest is not wanted.
        sender.clone().send((index, result)).ok()
    };
    std::thread::scope(|scope| {
        scope.spawn(|| pool.install(|| tasks.par_iter().enumerate().try_for_each(run)));
        report(results, tasks.len())
    })
}

/// The entries of a file; its bad lines are told and left out.
fn lexicon(path: &Path) -> anyhow::Result<PersonalLexicon> {
    let bytes = std::fs::read(path).with_context(|| {
        format!(
            "cannot read the personal lexicon; check name and permissions: {}",
            path.display()
        )
    })?;
    let file = LexiconFile::read(&bytes);
    for fault in file.faults() {
        let place = path.display();
        say(&format!("line {} {}: {place}", fault.line, fault.reason));
    }
    Ok(PersonalLexicon::new(file.entries().cloned()))
}

/// Prints results in order as soon as all before them are there.
#[expect(
    clippy::needless_pass_by_value,
    reason = "dropped on an error, which tells the workers to stop"
)]
fn report(results: mpsc::Receiver<(usize, Ending)>, n_tasks: usize) -> anyhow::Result<Outcome> {
    let mut stdout = io::stdout().lock();
    let mut waiting: Vec<Option<Ending>> = (0..n_tasks).map(|_| None).collect();
    let (mut n_done, mut n_failures, mut has_written) = (0, 0, false);
    let mut losses = Losses::default();
    while n_done < n_tasks {
        let (index, result) = results.recv().context("the work stopped before its end")?;
        waiting[index] = Some(result);
        while let Some(result) = waiting.get_mut(n_done).and_then(Option::take) {
            n_done += 1;
            losses.extend(result.losses);
            let counter = if n_tasks == 1 {
                String::new()
            } else {
                format!("{n_done}/{n_tasks} ")
            };
            match result.message {
                Ok(message) => say(&format!("{counter}{message}")),
                Err(message) => {
                    n_failures += 1;
                    say(&format!("{counter}{message}"));
                }
            }
            if !result.bytes.is_empty() {
                let separator: &[u8] = if has_written { b"\n" } else { b"" };
                stdout.write_all(separator).context("cannot print")?;
                stdout.write_all(&result.bytes).context("cannot print")?;
                stdout.flush().context("cannot print")?;
                has_written = true;
            }
        }
    }
    super::tell(&losses);
    if 1 < n_tasks {
        let n_annotated = n_tasks - n_failures;
        say(&format!("{n_annotated} annotated, {n_failures} failed"));
    }
    Ok(Outcome::of_failures(n_failures))
}

/// Reads, annotates and writes one article.
fn work(
    task: &Task,
    pipeline: &Pipeline,
    personal: &PersonalLexicon,
    settings: &Annotate,
    folder: Option<&Path>,
) -> Ending {
    let (path, stem) = match task {
        Task::Read { path, stem } => (path, stem),
        Task::Failed(error) => return Ending::failure(error.to_string()),
    };
    let article = match super::read(path) {
        Ok(article) => article,
        Err(error) => return Ending::failure(error.to_string()),
    };
    let review = Review::new(Arc::new(pipeline.read_with(article, personal)));
    let extract = Extract::of(&review, &settings.filtering.filter(&review));
    let (files, losses) = settings.format.write(&extract);
    let Some(folder) = folder else {
        let ended = |bytes: Vec<u8>| {
            if bytes.ends_with(b"\n") {
                bytes
            } else {
                [bytes, b"\n".to_vec()].concat()
            }
        };
        let bytes: Vec<_> = files.into_iter().map(|file| ended(file.bytes)).collect();
        return Ending {
            message: Ok(path.display().to_string()),
            bytes: bytes.join(&b'\n'),
            losses,
        };
    };
    let mut names = Vec::new();
    for file in files {
        let target = folder.join(file.name.with_stem(stem));
        if let Err(error) = exchange::save(&target, &file.bytes, Some(path)) {
            return Ending::failure(error.to_string());
        }
        names.push(target.display().to_string());
    }
    Ending {
        message: Ok(format!("{} → {}", path.display(), names.join(", "))),
        bytes: Vec::new(),
        losses,
    }
}

/// All articles that the inputs name, each once, with the stems of their output files: different ones, and none that would replace an input.
fn tasks(inputs: &[PathBuf], folder: Option<&Path>, format: Format) -> Vec<Task> {
    let mut tasks = Vec::new();
    let mut seen = BTreeSet::new();
    for input in inputs {
        for found in articles(input) {
            match found {
                Ok(path) if seen.insert(path.canonicalize().unwrap_or_else(|_| path.clone())) => {
                    let stem = stem(&path);
                    tasks.push(Task::Read { path, stem });
                }
                Ok(_) => {}
                Err(error) => tasks.push(Task::Failed(error)),
            }
        }
    }
    // Case is folded, since some file systems do not tell A.json from a.json.
    let mut taken = BTreeSet::new();
    let mut is_free = |stem: &str| {
        let is_input = |suffix: &str| {
            let target = folder
                .unwrap_or(Path::new("."))
                .join(format!("{stem}.{suffix}"));
            target
                .canonicalize()
                .is_ok_and(|target| seen.contains(&target))
        };
        !format.suffixes().any(is_input) && taken.insert(stem.to_lowercase())
    };
    for task in &mut tasks {
        if let Task::Read { stem, .. } = task {
            let wanted = stem.clone();
            let mut number = 1;
            while !is_free(stem) {
                number += 1;
                *stem = format!("{wanted}-{number}");
            }
        }
    }
    tasks
}

fn stem(path: &Path) -> String {
    if path == Path::new(STANDARD_INPUT) {
        return "stdin".to_owned();
    }
    let stem = path.file_stem().unwrap_or(path.as_os_str());
    stem.to_string_lossy().into_owned()
}

/// The article `input`, or those in the folder `input` and the folders in it, sorted by name.
fn articles(input: &Path) -> Vec<Result<PathBuf, ReadError>> {
    if !input.is_dir() {
        return vec![Ok(input.to_owned())];
    }
    let mut found = Vec::new();
    search(input, &mut found, 0);
    if found.is_empty() {
        let path = input.to_owned();
        found.push(Err(ReadError::EmptyFolder { path }));
    }
    found
}

/// Folders inside each other; more is a loop.
const MAX_DEPTH: usize = 64;

fn search(folder: &Path, found: &mut Vec<Result<PathBuf, ReadError>>, depth: usize) {
    let unreadable = |error: &io::Error| match error.kind() {
        io::ErrorKind::PermissionDenied => ReadError::NoPermission {
            path: folder.to_owned(),
        },
        _ => ReadError::Unreadable {
            reason: error.to_string(),
            path: folder.to_owned(),
        },
    };
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => return found.push(Err(unreadable(&error))),
    };
    let mut paths: Vec<_> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    paths.sort();
    for path in paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with('.') {
            continue;
        }
        // A link to a folder may lead back up, so only real folders are entered.
        let is_link = path
            .symlink_metadata()
            .is_ok_and(|metadata| metadata.is_symlink());
        if path.is_dir() {
            if !is_link && depth < MAX_DEPTH {
                search(&path, found, depth + 1);
            }
        } else if article::Format::of_path(&path).is_some() {
            found.push(Ok(path));
        }
    }
}
