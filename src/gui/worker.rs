//! The thread that reads and writes files, so that the window never waits.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use crate::article;
use crate::exchange;
use crate::pipeline::Pipeline;
use crate::review::Review;

use super::command::{Command, ReadFailure};
use super::examples;
use super::failures::{ReadReason, WriteReason};

/// Something to be read.
#[derive(Clone, Debug)]
pub enum Input {
    /// A file.
    File(PathBuf),
    /// A built-in example.
    Example(usize),
}

/// Reads and analyses; lives on the worker thread. Tests put their own in its place.
pub trait Reading {
    /// What is in `input`, or why there is none.
    fn read(&mut self, input: Input) -> Result<Arc<Review>, ReadFailure>;
}

/// Something for the worker to do.
pub enum Request {
    /// Read; the answer bears the number.
    Read(u64, Input),
    /// Write an export as, or under, a path.
    Write(PathBuf, exchange::Format, Arc<Review>),
}

/// Handle of the thread; it ends when this is dropped and its work is done.
pub struct Worker {
    requests: Sender<Request>,
    answers: Receiver<Command>,
}

impl Worker {
    /// Starts the thread. `make` runs on it, so that loading models holds nothing up; `wake` is called after each answer.
    pub fn start<R: Reading>(
        make: impl FnOnce() -> R + Send + 'static,
        wake: impl Fn() + Send + 'static,
    ) -> Self {
        let (requests, todo) = channel::<Request>();
        let (done, answers) = channel();
        std::thread::spawn(move || {
            let mut reading = make();
            for request in todo {
                let answer = answer(&mut reading, request);
                if done.send(answer).is_err() {
                    break;
                }
                wake();
            }
        });
        Self { requests, answers }
    }

    /// Asks for something; answers come later.
    pub fn ask(&self, request: Request) {
        // The thread catches every panic and ends only with us, so somebody listens.
        let _ = self.requests.send(request);
    }

    /// What has been done since the last call.
    pub fn answers(&self) -> impl Iterator<Item = Command> + '_ {
        self.answers.try_iter()
    }
}

fn answer(reading: &mut impl Reading, request: Request) -> Command {
    match request {
        Request::Read(number, input) => {
            let name = name(&input);
            let outcome = catch_unwind(AssertUnwindSafe(|| reading.read(input)));
            let outcome = outcome.unwrap_or(Err(ReadFailure {
                name,
                reason: ReadReason::Internal,
            }));
            Command::Read(number, outcome)
        }
        Request::Write(path, format, review) => {
            let outcome = catch_unwind(AssertUnwindSafe(|| write(&path, format, &review)));
            match outcome {
                Ok(Ok(path)) => Command::Exported(path, Ok(())),
                Ok(Err(reason)) => Command::Exported(path, Err(reason)),
                Err(_) => Command::Exported(path, Err(WriteReason::Internal)),
            }
        }
    }
}

fn name(input: &Input) -> String {
    match input {
        Input::File(path) => path.display().to_string(),
        Input::Example(index) => examples::file_name(*index).to_owned(),
    }
}

/// Writes the files of a format named after `path` and returns the first.
fn write(path: &Path, format: exchange::Format, review: &Review) -> Result<PathBuf, WriteReason> {
    let folder = path.parent().unwrap_or_else(|| Path::new(""));
    let name = path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    let stem = without_suffix(&name, format);
    let paths = exchange::export(format, review, folder, stem)?;
    Ok(paths.into_iter().next().unwrap_or_else(|| path.to_owned()))
}

/// „aleppo“ from „aleppo.html“, „aleppo.statements.csv“ or „aleppo.csv“.
fn without_suffix(name: &str, format: exchange::Format) -> &str {
    let endings = format.suffixes().iter().copied().chain([format.name()]);
    for ending in endings {
        let stem = name
            .strip_suffix(ending)
            .and_then(|rest| rest.strip_suffix('.'));
        if let Some(stem) = stem.filter(|stem| !stem.is_empty()) {
            return stem;
        }
    }
    name
}

/// Reads with the models that are built into the program.
pub struct BuiltIn {
    pipeline: Result<Pipeline, String>,
}

impl BuiltIn {
    /// Loads the models.
    pub fn load() -> Self {
        Self {
            pipeline: Pipeline::embedded().map_err(|error| error.to_string()),
        }
    }
}

impl Reading for BuiltIn {
    fn read(&mut self, input: Input) -> Result<Arc<Review>, ReadFailure> {
        let name = name(&input);
        let failure = |reason: ReadReason| ReadFailure {
            name: name.clone(),
            reason,
        };
        let pipeline = self
            .pipeline
            .as_ref()
            .map_err(|error| failure(ReadReason::Models(error.clone())))?;
        let article = match input {
            Input::Example(index) => {
                let mut article = article::from_text(examples::text(index).to_owned());
                // Named as if it were a file, so that exports are called after it.
                article.source.path = Some(examples::file_name(index).into());
                article
            }
            Input::File(path) if is_review(&path) => {
                let review = exchange::open(&path).map_err(|error| failure(error.into()))?;
                return Ok(Arc::new(review));
            }
            Input::File(path) => {
                article::read_file(&path).map_err(|error| failure(ReadReason::Article(error)))?
            }
        };
        Ok(Arc::new(Review::new(Arc::new(pipeline.read(article)))))
    }
}

/// Whether a file is a review that was saved, by its name.
fn is_review(path: &Path) -> bool {
    path.extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("json"))
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Panicking;

    impl Reading for Panicking {
        fn read(&mut self, input: Input) -> Result<Arc<Review>, ReadFailure> {
            match input {
                Input::Example(_) => Err(ReadFailure {
                    name: String::new(),
                    reason: ReadReason::AnnotationsTooLarge,
                }),
                Input::File(_) => panic!("a mistake"),
            }
        }
    }

    #[test]
    fn a_panic_becomes_an_answer_and_the_thread_lives_on() {
        let worker = Worker::start(|| Panicking, || {});
        worker.ask(Request::Read(1, Input::File("artikel.txt".into())));
        worker.ask(Request::Read(2, Input::Example(0)));
        let next = || worker.answers.recv().expect("the thread lives");
        match next() {
            Command::Read(1, Err(failure)) => {
                assert_eq!(failure.name, "artikel.txt");
                assert_eq!(failure.reason, ReadReason::Internal);
            }
            other => panic!("{other:?}"),
        }
        match next() {
            Command::Read(2, Err(failure)) => {
                assert_eq!(failure.reason, ReadReason::AnnotationsTooLarge);
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn exports_are_named_after_what_was_typed() {
        use exchange::Format;
        assert_eq!(without_suffix("aleppo.html", Format::Html), "aleppo");
        assert_eq!(
            without_suffix("aleppo.statements.csv", Format::Csv),
            "aleppo"
        );
        assert_eq!(without_suffix("aleppo.csv", Format::Csv), "aleppo");
        assert_eq!(without_suffix("aleppo", Format::Json), "aleppo");
        assert_eq!(without_suffix(".json", Format::Json), ".json");
    }
}
