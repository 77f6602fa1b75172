//! The thread saves soon, and never over what somebody else has written.

use std::path::Path;

use super::*;
use crate::document::MentionId;
use crate::exchange;
use crate::review::{Edit, Stamp};
use crate::view::sample;

/// Longer than any machine needs.
const PATIENCE: Duration = Duration::from_mins(1);

struct Case {
    folder: tempfile::TempDir,
    saver: Saver,
    last: Kept,
    review: Review,
    /// What the window shows, and so holds.
    shown: Arc<Review>,
    n_edits: u64,
}

impl Case {
    fn new() -> Self {
        // On a disk in memory, if there is one: another may be busy for seconds.
        let folder = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir());
        let folder = folder.expect("a folder");
        let data = Some(folder.path().join("daten"));
        Self {
            saver: Saver::start(Places { data }, || {}),
            last: Kept {
                path: folder.path().join("a.txt.wortlaut.json"),
                checksum: None,
            },
            review: Review::new(Arc::new(sample::document())),
            shown: Arc::new(Review::new(Arc::new(sample::document()))),
            n_edits: 0,
            folder,
        }
    }

    fn path(&self) -> &Path {
        &self.last.path
    }

    /// A correction, and what is to be saved then.
    fn edit(&mut self, how: How) -> Job {
        self.n_edits += 1;
        let note = self.n_edits.to_string();
        let edit = Edit::SetMentionNote {
            mention: MentionId(0),
            note,
        };
        let has_changed = self.review.apply(edit, Stamp::default());
        assert_eq!(has_changed, Ok(true));
        self.job(how)
    }

    fn job(&mut self, how: How) -> Job {
        self.shown = Arc::new(self.review.clone());
        Job {
            version: Version {
                desk: 1,
                serial: 1,
                revision: self.n_edits,
            },
            review: self.shown.clone(),
            last: self.last.clone(),
            elsewhere: Vec::new(),
            how,
            backs_up: false,
        }
    }

    fn publish(&self, job: Job) {
        self.saver.publish(vec![job], Instant::now());
    }

    fn answer(&self) -> (u64, Saved) {
        match self.saver.answers.recv_timeout(PATIENCE) {
            Ok(Command::Saved(version, saved)) => (version.revision, saved),
            other => panic!("{other:?}"),
        }
    }

    fn n_saved(&self) -> usize {
        let review = exchange::open(self.path()).expect("it can be opened");
        review.steps().len()
    }
}

#[test]
fn a_change_is_saved_when_the_reader_pauses() {
    let mut case = Case::new();
    let job = case.edit(How::Soon);
    let start = Instant::now();
    case.publish(job);
    let (revision, saved) = case.answer();
    assert!(PAUSE <= start.elapsed());
    assert!(revision == 1 && matches!(&saved, Saved::In(kept) if kept.path == case.path()));
    assert_eq!(case.n_saved(), 1);
}

#[test]
fn while_changes_go_on_they_are_saved_again_and_again_but_not_each() {
    let mut case = Case::new();
    let start = Instant::now();
    let mut saved = Vec::new();
    while start.elapsed() < Duration::from_millis(2500) {
        case.saver.withdraw();
        let job = case.edit(How::Soon);
        case.publish(job);
        saved.extend(case.saver.answers().map(|_| start.elapsed()));
        std::thread::yield_now();
    }
    assert!(!saved.is_empty() && saved.len() <= 3, "{saved:?}");
    assert!(20 < case.n_edits);
    let n_edits = case.n_edits as usize;
    let Case {
        saver,
        last,
        folder,
        ..
    } = case;
    saver.finish();
    let review = exchange::open(&last.path).expect("it can be opened");
    assert_eq!(review.steps().len(), n_edits, "the end saves what waits");
    drop(folder);
}

#[test]
fn what_the_window_has_not_heard_of_yet_is_no_conflict() {
    let mut case = Case::new();
    for _ in 0..3 {
        // Each time the file is known as it was at first.
        let job = case.edit(How::Now);
        case.publish(job);
        let (_, saved) = case.answer();
        assert!(matches!(saved, Saved::In(_)), "{saved:?}");
    }
    assert_eq!(case.n_saved(), 3);
}

#[test]
fn what_somebody_else_has_written_is_left_and_one_can_choose() {
    let mut case = Case::new();
    std::fs::write(case.path(), "theirs").expect("it can be written");
    let job = case.edit(How::Soon);
    case.publish(job);
    let (_, saved) = case.answer();
    let theirs = Checksum::of(b"theirs");
    assert_eq!(saved, Saved::Conflict(theirs.clone()));
    let job = case.job(How::Beside);
    case.publish(job);
    let (_, saved) = case.answer();
    let Saved::Beside(beside) = saved else {
        panic!("{saved:?}");
    };
    assert_eq!(
        beside.path,
        case.folder.path().join("a.txt.2.wortlaut.json")
    );
    assert_eq!(std::fs::read(case.path()).expect("it is there"), b"theirs");
    case.last.checksum = Some(theirs);
    let job = case.job(How::Now);
    case.publish(job);
    assert!(matches!(case.answer().1, Saved::In(_)));
    assert_eq!(case.n_saved(), 1);
}

#[test]
fn what_cannot_be_saved_is_told_and_tried_again() {
    let mut case = Case::new();
    let gone = case.folder.path().join("weg");
    case.last.path = gone.join("a.txt.wortlaut.json");
    let job = case.edit(How::Now);
    let start = Instant::now();
    case.publish(job);
    let (_, saved) = case.answer();
    assert!(matches!(saved, Saved::Failed(WriteReason::Unwritable(_))));
    std::fs::create_dir(&gone).expect("it can be made");
    let (revision, saved) = case.answer();
    assert!(RETRY <= start.elapsed());
    assert!(revision == 1 && matches!(saved, Saved::In(_)));
    assert_eq!(case.n_saved(), 1);
}

#[test]
fn what_has_been_taken_back_is_not_saved_in_the_midst_of_a_change() {
    let mut case = Case::new();
    let job = case.edit(How::Now);
    case.saver.publish(Vec::new(), Instant::now());
    case.publish(job.clone());
    assert_eq!(case.answer().0, 1);
    let job = case.edit(How::Soon);
    case.publish(job);
    case.saver.withdraw();
    let patience = 2 * LONGEST;
    assert!(case.saver.answers.recv_timeout(patience).is_err());
    let job = case.job(How::Soon);
    case.publish(job);
    assert_eq!(case.answer().0, 2);
}

#[test]
fn a_look_at_a_file_says_what_it_holds() {
    let case = Case::new();
    std::fs::write(case.path(), "etwas").expect("it can be written");
    case.saver.look(7, case.path().to_owned());
    match case.saver.answers.recv_timeout(PATIENCE) {
        Ok(Command::SidecarTouched(7, path, Some(checksum))) => {
            assert_eq!(
                (path.as_path(), checksum),
                (case.path(), Checksum::of(b"etwas"))
            );
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn settling_waits_for_what_is_urgent() {
    let mut case = Case::new();
    let job = case.edit(How::Now);
    case.publish(job);
    case.saver.settle(PATIENCE);
    assert_eq!(case.n_saved(), 1);
    assert_eq!(case.saver.answers().count(), 1);
}
