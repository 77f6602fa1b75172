//! The thread that reads and writes files, so that the window never waits.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use crate::article;
use crate::exchange::balance::{BalanceFormat, Chart};
use crate::exchange::card::Card;
use crate::exchange::import::Unfit;
use crate::exchange::{self, Extract, Filter};
use crate::german::personal_lexicon::PersonalLexicon;
use crate::review::Review;
use crate::view::balance::Balance;

use super::command::{Command, ReadFailure};
use super::comparing::ComparisonCommand;
use super::examples;
use super::failures::{ReadReason, WriteReason};
use super::folder::Folder;
use super::lexicon::LexiconCommand;
use super::lexicon::keeper::{Job, Keeper};
use super::review_store::ReviewStore;
use super::settings::Settings;
use super::settings_store::SettingsStore;
use super::source::Source;

/// Reads and analyses; lives on the worker thread. Tests put their own in its place.
pub trait Reading {
    /// What is in `input`, or why there is none.
    fn read(&mut self, source: Source) -> Result<Read, ReadFailure>;

    /// From now on reads as the reader has taught.
    fn learn(&mut self, _lexicon: Arc<PersonalLexicon>) {}
}

/// What was read.
pub struct Read {
    /// The article with its findings.
    pub review: Arc<Review>,
    /// What a file with annotations had that did not fit.
    pub unfit: Vec<Unfit>,
}

impl From<Arc<Review>> for Read {
    fn from(review: Arc<Review>) -> Self {
        let unfit = Vec::new();
        Self { review, unfit }
    }
}

impl From<Review> for Read {
    fn from(review: Review) -> Self {
        Arc::new(review).into()
    }
}

/// Something for the worker to do.
pub enum Request {
    /// Read, with the corrections that are kept there; the answer bears the number.
    Read(u64, Source, ReviewStore),
    /// Write an export as, or under, a path.
    Write(PathBuf, exchange::Format, Filter, Arc<Review>),
    /// Find out what a format cannot hold; the answer bears the number.
    Weigh(u64, exchange::Format, Filter, Arc<Review>),
    /// Write the balance of an article to a path.
    WriteBalance(PathBuf, Box<BalanceFile>, Arc<Review>),
    /// Write a card of an article to a path.
    WriteCard(PathBuf, Box<Card>, Arc<Review>),
    /// Look whether a file still has this SHA-256, and tell if it has not.
    Compare(PathBuf, String),
    /// Keep settings.
    Keep(SettingsStore, Settings),

    /// Do something with the file of the personal lexicon.
    Lexicon(Job),
    /// Read another annotation of the article with this serial number.
    ReadOther(u64, PathBuf),
}

/// A balance to be written.
pub struct BalanceFile {
    /// As what.
    pub format: BalanceFormat,
    /// The picture.
    pub chart: Chart,
    /// The figures.
    pub balance: Balance,
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
            let mut keeper = Keeper::default();
            for request in todo {
                let answers = match request {
                    Request::Read(number, source, store) => {
                        read(&mut reading, number, source, &store)
                    }
                    other => answer(&mut reading, &mut keeper, other)
                        .into_iter()
                        .collect(),
                };
                for answer in answers {
                    if done.send(answer).is_err() {
                        return;
                    }
                    wake();
                }
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

/// Reads something: the article, and then what did not fit.
fn read(
    reading: &mut impl Reading,
    number: u64,
    source: Source,
    store: &ReviewStore,
) -> Vec<Command> {
    if let Some(folder) = folder(&source) {
        return vec![Command::Listed(number, folder)];
    }
    let source = store.source(source);
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        let read = reading.read(source.clone())?;
        Ok((store.reopen(&source, read.review.clone()), read))
    }));
    let outcome = outcome.unwrap_or(Err(ReadFailure {
        name: name(&source),
        reason: ReadReason::Internal,
    }));
    let (reopened, read) = match outcome {
        Ok(read) => read,
        Err(failure) => return vec![Command::Read(number, Err(failure))],
    };
    let mut answers = vec![match reopened {
        Some(reopened) => Command::Reopened(number, source, Box::new(reopened)),
        None => Command::Read(number, Ok(read.review)),
    }];
    if !read.unfit.is_empty() {
        answers.push(Command::Unfit(number, read.unfit));
    }
    answers
}

fn answer(reading: &mut impl Reading, keeper: &mut Keeper, request: Request) -> Option<Command> {
    Some(match request {
        // Read by the function above.
        Request::Read(..) => return None,
        Request::Weigh(number, format, filter, review) => {
            let weigh = || format.write(&Extract::of(&review, &filter)).1;
            let losses = catch_unwind(AssertUnwindSafe(weigh)).ok()?;
            Command::ExportWeighed(number, losses)
        }
        Request::Write(path, format, filter, review) => {
            let write = || write(&path, format, &filter, &review);
            let outcome = catch_unwind(AssertUnwindSafe(write));
            match outcome {
                Ok(Ok(path)) => Command::Exported(path, Ok(())),
                Ok(Err(reason)) => Command::Exported(path, Err(reason)),
                Err(_) => Command::Exported(path, Err(WriteReason::Internal)),
            }
        }
        Request::WriteBalance(path, file, review) => {
            let outcome = catch_unwind(AssertUnwindSafe(|| write_balance(&path, &file, &review)));
            match outcome {
                Ok(Ok(path)) => Command::Exported(path, Ok(())),
                Ok(Err(reason)) => Command::Exported(path, Err(reason)),
                Err(_) => Command::Exported(path, Err(WriteReason::Internal)),
            }
        }
        Request::WriteCard(path, card, review) => {
            let outcome = catch_unwind(AssertUnwindSafe(|| write_card(&path, &card, &review)));
            match outcome {
                Ok(Ok(path)) => Command::Exported(path, Ok(())),
                Ok(Err(reason)) => Command::Exported(path, Err(reason)),
                Err(_) => Command::Exported(path, Err(WriteReason::Internal)),
            }
        }
        Request::Compare(path, sha256) => {
            // A file that is gone, or cannot be read at the moment, has nothing new to offer.
            let now = article::sha256_of_file(&path).ok()?;
            if now == sha256 {
                return None;
            }
            Command::ChangedOnDisk(path)
        }
        Request::Keep(store, settings) => {
            let error = store.save(&settings).err()?;
            Command::SettingsFailed(error.into())
        }
        Request::ReadOther(serial, path) => {
            let read = || exchange::open(&path).map(Arc::new);
            let outcome = catch_unwind(AssertUnwindSafe(read));
            let outcome = match outcome {
                Ok(read) => read.map_err(ReadReason::from),
                Err(_) => Err(ReadReason::Internal),
            };
            let outcome = outcome.map_err(|reason| ReadFailure {
                name: path.display().to_string(),
                reason,
            });
            Command::Compare(ComparisonCommand::Opened(serial, path, outcome))
        }
        Request::Lexicon(job) => {
            let (news, lexicon) = keeper.run(job);
            reading.learn(lexicon);
            Command::Lexicon(LexiconCommand::News(Box::new(news)))
        }
    })
}

/// The articles in a folder. What cannot be listed, or has none, is told as for every file that cannot be read.
fn folder(source: &Source) -> Option<Folder> {
    let path = source.path().filter(|path| path.is_dir())?;
    let folder = Folder::list(path).ok()?;
    (!folder.files.is_empty()).then_some(folder)
}

/// What the reader calls it in a message; nothing for what has no name.
pub(super) fn name(source: &Source) -> String {
    match source {
        Source::File { path, .. } => path.display().to_string(),
        Source::Example(index) => examples::file_name(*index).to_owned(),
        Source::Clipboard(_) => String::new(),
    }
}

/// Writes the files of a format named after `path` and returns the first.
fn write(
    path: &Path,
    format: exchange::Format,
    filter: &Filter,
    review: &Review,
) -> Result<PathBuf, WriteReason> {
    let folder = path.parent().unwrap_or_else(|| Path::new(""));
    let name = path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    let stem = format.stem_of(&name);
    let (paths, _) = exchange::export(format, &Extract::of(review, filter), folder, stem)?;
    Ok(paths.into_iter().next().unwrap_or_else(|| path.to_owned()))
}

/// Writes a balance to `path`, which gets the right ending if it has another one.
fn write_balance(path: &Path, file: &BalanceFile, review: &Review) -> Result<PathBuf, WriteReason> {
    let bytes = match file.format {
        BalanceFormat::Csv => exchange::balance::table(review.document(), &file.balance),
        BalanceFormat::Svg => exchange::balance::svg(&file.chart),
        BalanceFormat::Png => {
            exchange::balance::png(&file.chart).map_err(|_| WriteReason::Internal)?
        }
    };
    let path = with_ending(path, file.format.suffix());
    let article = review.document().article.source.path.as_deref();
    exchange::save(&path, &bytes, article)?;
    Ok(path)
}

/// Writes a card as PNG.
fn write_card(path: &Path, card: &Card, review: &Review) -> Result<PathBuf, WriteReason> {
    let bytes = card.paint().png().map_err(|_| WriteReason::Internal)?;
    let path = with_ending(path, "png");
    let article = review.document().article.source.path.as_deref();
    exchange::save(&path, &bytes, article)?;
    Ok(path)
}

/// The path, with this ending if it has another one.
fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let has_ending = (path.extension()).is_some_and(|suffix| suffix.eq_ignore_ascii_case(ending));
    let mut name = path.as_os_str().to_owned();
    if !has_ending && path.file_name().is_some() {
        name.push(format!(".{ending}"));
    }
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Panicking;

    impl Reading for Panicking {
        fn read(&mut self, source: Source) -> Result<Read, ReadFailure> {
            match source {
                Source::Example(_) => Err(ReadFailure {
                    name: String::new(),
                    reason: ReadReason::AnnotationsTooLarge,
                }),
                Source::File { .. } | Source::Clipboard(_) => panic!("a mistake"),
            }
        }
    }

    #[test]
    fn a_panic_becomes_an_answer_and_the_thread_lives_on() {
        let worker = Worker::start(|| Panicking, || {});
        let store = ReviewStore::nowhere();
        worker.ask(Request::Read(1, Source::file("artikel.txt"), store.clone()));
        worker.ask(Request::Read(2, Source::Example(0), store));
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
}
