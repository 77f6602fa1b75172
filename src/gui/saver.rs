//! The thread that saves corrections a moment after they were made.
//!
//! It waits until the reader pauses, but not for long; so a crash takes the last two seconds at most, however fast he
//! goes on, and there is no writing with every key. The window hands over what there is to save after each change, and
//! takes it back before the next one, so that nothing is copied but while a file is being written.

mod writing;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use crate::exchange::sidecar::{self, Checksum, Kept, Places};
use crate::review::Review;

use super::command::Command;
use super::failures::WriteReason;

use writing::{Written, write};

/// How long the reader must have paused.
const PAUSE: Duration = Duration::from_millis(400);

/// How long a change waits at most while others follow it.
const LONGEST: Duration = Duration::from_millis(900);

/// How long after a failure it is tried again.
const RETRY: Duration = Duration::from_secs(5);

/// Which state of which article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version {
    /// The tab.
    pub desk: u64,
    /// The opening in it.
    pub serial: u64,
    /// The state of its corrections.
    pub revision: u64,
}

/// Something to be saved.
#[derive(Clone, Debug)]
pub struct Job {
    /// What.
    pub version: Version,
    /// The article with its corrections.
    pub review: Arc<Review>,
    /// The file, and what it held when it was seen last.
    pub last: Kept,
    /// Other places, if that may not be written to.
    pub elsewhere: Vec<PathBuf>,
    /// How soon, and how.
    pub how: How,
    /// Whether the file holds something that is not in the article any more, and is to be kept, too.
    pub backs_up: bool,
}

/// How something is saved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum How {
    /// When the reader pauses.
    #[default]
    Soon,
    /// At once.
    Now,
    /// At once; beside what somebody else has written, if he has.
    Beside,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saved {
    /// It is in this file.
    In(Kept),
    /// It is in this file, beside the one that somebody else has written.
    Beside(Kept),
    /// Somebody else has written the file, which holds this now; it was left as it is.
    Conflict(Checksum),
    /// It is not saved, for this reason; it will be tried again.
    Failed(WriteReason),
}

#[derive(Default)]
struct Waiting {
    /// None while the window has taken it back to change it.
    job: Option<Job>,
    /// When the first change was made that is not saved, and the last one.
    changed: Option<(Instant, Instant)>,
    version: Option<Version>,
    /// After a failure: not earlier.
    not_before: Option<Instant>,
    /// What was written lately: as the file was before, and after. The window may not know yet.
    written: Vec<(Kept, Kept)>,
}

/// More writes than this do not happen before the window hears of the first.
const MOST_UNHEARD: usize = 8;

#[derive(Default)]
struct Shared {
    /// One for each tab.
    waiting: BTreeMap<u64, Waiting>,
    /// Files to look at, for tabs.
    looks: Vec<(u64, PathBuf)>,
    is_writing: bool,
    /// The window is gone: what waits is saved at once, then the thread ends.
    is_over: bool,
}

struct Desk {
    shared: Mutex<Shared>,
    changed: Condvar,
}

impl Desk {
    fn lock(&self) -> MutexGuard<'_, Shared> {
        // Nothing is left half done where a panic could strike.
        self.shared.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Handle of the thread.
pub struct Saver {
    desk: Arc<Desk>,
    answers: Receiver<Command>,
    thread: Option<JoinHandle<()>>,
}

impl Saver {
    /// Starts the thread; `wake` is called after each answer.
    pub fn start(places: Places, wake: impl Fn() + Send + 'static) -> Self {
        let desk = Arc::new(Desk {
            shared: Mutex::new(Shared::default()),
            changed: Condvar::new(),
        });
        let (sender, answers) = channel();
        let shared = desk.clone();
        let thread = std::thread::spawn(move || work(&shared, &places, &sender, &wake));
        Self {
            desk,
            answers,
            thread: Some(thread),
        }
    }

    /// Hands over everything that is to be saved, in place of what was handed over before.
    pub fn publish(&self, jobs: Vec<Job>, now: Instant) {
        let mut shared = self.desk.lock();
        let is_wanted = |desk: &u64| jobs.iter().any(|job| job.version.desk == *desk);
        shared.waiting.retain(|desk, _| is_wanted(desk));
        for mut job in jobs {
            let waiting = shared.waiting.entry(job.version.desk).or_default();
            job.last = waiting.newest(job.last);
            if waiting.version != Some(job.version) {
                let first = waiting.changed.map_or(now, |(first, _)| first);
                waiting.changed = Some((first, now));
                waiting.version = Some(job.version);
            }
            if job.how != How::Soon {
                waiting.changed.get_or_insert((now, now));
                waiting.not_before = None;
            }
            waiting.job = Some(job);
        }
        drop(shared);
        self.desk.changed.notify_all();
    }

    /// Takes back what was handed over, since it is about to change.
    pub fn withdraw(&self) {
        for waiting in self.desk.lock().waiting.values_mut() {
            waiting.job = None;
        }
    }

    /// Asks what a file holds now, for a tab; after everything that is being written.
    pub fn look(&self, desk: u64, path: PathBuf) {
        self.desk.lock().looks.push((desk, path));
        self.desk.changed.notify_all();
    }

    /// What has been done since the last call.
    pub fn answers(&self) -> impl Iterator<Item = Command> + '_ {
        self.answers.try_iter()
    }

    /// Waits until nothing is left to be saved at once, but no longer than this.
    pub fn settle(&self, patience: Duration) {
        let start = Instant::now();
        let mut shared = self.desk.lock();
        while shared.is_writing || shared.waiting.values().any(is_urgent) {
            let Some(left) = patience.checked_sub(start.elapsed()) else {
                return;
            };
            let waited = self.desk.changed.wait_timeout(shared, left);
            shared = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// Saves what waits, and ends.
    pub fn finish(mut self) {
        self.end();
    }

    fn end(&mut self) {
        self.desk.lock().is_over = true;
        self.desk.changed.notify_all();
        if let Some(thread) = self.thread.take() {
            // It catches every panic.
            let _ = thread.join();
        }
    }
}

impl Drop for Saver {
    fn drop(&mut self) {
        self.end();
    }
}

fn is_urgent(waiting: &Waiting) -> bool {
    let is_now = |job: &Job| job.how != How::Soon;
    let is_due = waiting.due().is_some() && waiting.not_before.is_none();
    is_due && waiting.job.as_ref().is_some_and(is_now)
}

impl Waiting {
    /// The file as it was written last, where it was that which the window knows.
    fn newest(&self, mut known: Kept) -> Kept {
        for (before, after) in &self.written {
            if known == *before {
                known = after.clone();
            }
        }
        known
    }

    /// Notes what was written.
    fn note(&mut self, before: Kept, after: Kept) {
        if self.written.len() == MOST_UNHEARD {
            self.written.remove(0);
        }
        self.written.push((before, after));
        if let Some(mut job) = self.job.take() {
            job.last = self.newest(job.last);
            self.job = Some(job);
        }
    }

    /// When it is due; never while it has been taken back.
    fn due(&self) -> Option<Instant> {
        let job = self.job.as_ref()?;
        let (first, last) = self.changed?;
        let due = match job.how {
            How::Soon => (last + PAUSE).min(first + LONGEST),
            How::Now | How::Beside => first,
        };
        Some(
            self.not_before
                .map_or(due, |not_before| due.max(not_before)),
        )
    }
}

fn work(desk: &Desk, places: &Places, answers: &Sender<Command>, wake: &impl Fn()) {
    let tell = |command: Command| {
        // If the window is gone, nobody waits for it.
        let _ = answers.send(command);
        wake();
    };
    let mut shared = desk.lock();
    loop {
        let next = shared.waiting.values().filter_map(Waiting::due).min();
        let now = Instant::now();
        let is_due = next.is_some_and(|due| due <= now || shared.is_over);
        if is_due && let Some(job) = take(&mut shared, now) {
            shared.is_writing = true;
            drop(shared);
            let (version, (written, outcome)) = (job.version, write(places, job));
            shared = desk.lock();
            shared.is_writing = false;
            after(&mut shared, &written, &outcome);
            drop(shared);
            tell(Command::Saved(version, outcome));
            desk.changed.notify_all();
            shared = desk.lock();
        } else if let Some((id, path)) = shared.looks.pop() {
            drop(shared);
            // What cannot be read at the moment has nothing new to offer.
            if let Ok(checksum) = sidecar::checksum_of_file(&path) {
                tell(Command::SidecarTouched(id, path, checksum));
            }
            shared = desk.lock();
        } else if shared.is_over {
            return;
        } else {
            shared = match next {
                Some(due) => {
                    let waited = desk
                        .changed
                        .wait_timeout(shared, due.saturating_duration_since(now));
                    waited.unwrap_or_else(PoisonError::into_inner).0
                }
                None => desk
                    .changed
                    .wait(shared)
                    .unwrap_or_else(PoisonError::into_inner),
            };
        }
    }
}

/// What is due first; at the end, all.
fn take(shared: &mut Shared, now: Instant) -> Option<Job> {
    let is_over = shared.is_over;
    let due = shared
        .waiting
        .iter_mut()
        .filter_map(|(_, waiting)| Some((waiting.due()?, waiting)));
    let (due, waiting) = due.min_by_key(|(due, _)| *due)?;
    if now < due && !is_over {
        return None;
    }
    (waiting.changed, waiting.not_before) = (None, None);
    waiting.job.take()
}

/// What could not be saved waits again, unless something newer does.
fn after(shared: &mut Shared, written: &Written, outcome: &Saved) {
    let is_over = shared.is_over;
    let Some(waiting) = shared.waiting.get_mut(&written.version.desk) else {
        return;
    };
    match outcome {
        Saved::In(kept) | Saved::Beside(kept) => waiting.note(written.last.clone(), kept.clone()),
        Saved::Conflict(_) => {}
        Saved::Failed(_) if is_over => {}
        Saved::Failed(_) => {
            let now = Instant::now();
            waiting.not_before = Some(now + RETRY);
            waiting.changed.get_or_insert((now, now));
            if waiting.job.is_none() && waiting.version == Some(written.version) {
                waiting.job = written.again();
            }
        }
    }
}

#[cfg(test)]
mod tests;
