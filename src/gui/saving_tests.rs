//! What the session knows of saving, without a thread that does it.

use std::path::PathBuf;
use std::sync::Arc;

use super::*;
use crate::document::{MentionId, Verdict};
use crate::exchange::sidecar::{Came, Reopened};
use crate::gui::command::Command;
use crate::gui::source::Source;
use crate::review::{Edit, Review};
use crate::view::sample;

fn kept(content: Option<&str>) -> Kept {
    Kept {
        path: "ordner/a.txt.wortlaut.json".into(),
        checksum: content.map(|content| Checksum::of(content.as_bytes())),
    }
}

fn opened() -> Session {
    let mut session = Session::default();
    let Some(Effect::Read(request, source)) = session.run(Command::Open("ordner/a.txt".into()))
    else {
        panic!("it must be read");
    };
    read(&mut session, request, source);
    session
}

fn read(session: &mut Session, request: u64, source: Source) {
    let reopened = Reopened {
        review: Arc::new(Review::new(Arc::new(sample::document()))),
        kept: kept(None),
        elsewhere: Vec::new(),
        came: Came::Alone,
    };
    session.run(Command::Reopened(request, source, Box::new(reopened)));
}

fn correct(session: &mut Session, mention: u32) {
    session.run(Command::Correct(Edit::JudgeMention {
        mention: MentionId(mention),
        verdict: Verdict::Accepted,
    }));
}

fn version(session: &Session) -> Version {
    session.jobs()[0].version
}

fn says(session: &Session) -> Vec<Says> {
    session
        .messages
        .iter()
        .map(|message| message.says.clone())
        .collect()
}

#[test]
fn what_is_saved_is_known_by_its_revision() {
    let mut session = opened();
    assert_eq!(session.desk().save_state(), SaveState::Nothing);
    assert!(session.jobs().is_empty());
    correct(&mut session, 0);
    assert_eq!(session.desk().save_state(), SaveState::Saving);
    let first = version(&session);
    correct(&mut session, 1);
    session.run(Command::Saved(first, Saved::In(kept(Some("1")))));
    assert_eq!(
        session.desk().save_state(),
        SaveState::Saving,
        "the second is not"
    );
    assert_eq!(session.jobs()[0].last, kept(Some("1")));
    let second = version(&session);
    session.run(Command::Saved(second, Saved::In(kept(Some("2")))));
    assert_eq!(session.desk().save_state(), SaveState::Saved);
    assert!(session.jobs().is_empty() && session.messages.is_empty());
    session.run(Command::Undo);
    session.run(Command::Undo);
    assert_eq!(
        session.desk().save_state(),
        SaveState::Saving,
        "the history is kept"
    );
}

#[test]
fn a_failure_is_told_once_and_its_end_too() {
    let mut session = opened();
    correct(&mut session, 0);
    for reason in ["no space left", "no space left", "no such folder"] {
        let version = version(&session);
        let failed = Saved::Failed(WriteReason::Unwritable(reason.into()));
        session.run(Command::Saved(version, failed));
    }
    assert_eq!(session.desk().save_state(), SaveState::Unsaved);
    assert!(session.has_failed_to_save());
    assert!(matches!(says(&session)[..], [Says::SaveFailed(..)]));
    let version = version(&session);
    session.run(Command::Saved(version, Saved::In(kept(Some("1")))));
    assert!(!session.has_failed_to_save());
    assert_eq!(says(&session), [Says::Saved(kept(None).path)]);
}

#[test]
fn a_closed_tab_is_saved_all_the_same() {
    let mut session = opened();
    correct(&mut session, 0);
    let version = version(&session);
    session.run(Command::CloseDesk(None));
    let jobs = session.jobs();
    assert_eq!((jobs[0].version, jobs[0].how), (version, How::Now));
    // Nobody is there to be asked.
    session.run(Command::Saved(version, Saved::Conflict(Checksum::of(b"x"))));
    assert_eq!(session.jobs()[0].how, How::Beside);
    let beside = Kept {
        path: PathBuf::from("ordner/a.txt.2.wortlaut.json"),
        checksum: None,
    };
    session.run(Command::Saved(version, Saved::Beside(beside.clone())));
    assert!(session.jobs().is_empty());
    assert_eq!(says(&session), [Says::SavedBeside(beside.path)]);
}

#[test]
fn in_a_conflict_nothing_is_saved_until_the_reader_has_chosen_and_at_the_end_both_are() {
    let mut session = opened();
    correct(&mut session, 0);
    let version = version(&session);
    let theirs = Checksum::of(b"theirs");
    session.run(Command::Saved(version, Saved::Conflict(theirs.clone())));
    assert_eq!(session.dialog, Some(Dialog::Conflict));
    assert!(session.jobs().is_empty());
    assert_eq!(session.last_jobs()[0].how, How::Beside);
    // However it is closed, it comes back.
    session.run(Command::CloseDialog);
    assert_eq!(session.dialog, Some(Dialog::Conflict));
    session.run(Command::Resolve(Choice::Mine));
    assert_eq!(session.dialog, None);
    let job = &session.jobs()[0];
    assert_eq!(
        (job.last.checksum.as_ref(), job.how),
        (Some(&theirs), How::Now)
    );
    assert!(job.backs_up);
}

#[test]
fn an_answer_from_before_an_article_was_read_again_is_not_taken_for_a_newer_one() {
    let mut session = opened();
    correct(&mut session, 0);
    let before = version(&session);
    let Some(Effect::Read(request, source)) = session.run(Command::ReadAgain(None)) else {
        panic!("it must be read");
    };
    read(&mut session, request, source);
    assert_eq!(
        session
            .desk()
            .opened
            .as_ref()
            .map(|opened| opened.review().steps().len()),
        Some(1)
    );
    session.run(Command::Saved(before, Saved::In(kept(Some("1")))));
    assert_eq!(session.desk().save_state(), SaveState::Saving);
    assert_eq!(
        session.jobs()[0].last,
        kept(Some("1")),
        "but the file is that"
    );
}

#[test]
fn a_correction_made_while_those_of_another_window_are_read_is_not_lost() {
    let mut session = opened();
    let touched = Command::SidecarTouched(
        session.desk().id,
        kept(None).path,
        Some(Checksum::of(b"theirs")),
    );
    let Some(Effect::Read(request, source)) = session.run(touched) else {
        panic!("it must be read");
    };
    correct(&mut session, 0);
    read(&mut session, request, source);
    assert!(session.desk().reading.is_none());
    assert_eq!(session.desk().save_state(), SaveState::Saving);
    assert_eq!(
        session.jobs()[0].last,
        kept(None),
        "so that the writing meets theirs"
    );
}

#[test]
fn where_corrections_are_kept_nowhere_nothing_is_said_of_saving() {
    let mut session = Session::default();
    let Some(Effect::Read(request, _)) = session.run(Command::Open("a.txt".into())) else {
        panic!("it must be read");
    };
    let review = Arc::new(Review::new(Arc::new(sample::document())));
    session.run(Command::Read(request, Ok(review)));
    correct(&mut session, 0);
    assert_eq!(session.desk().save_state(), SaveState::Nothing);
    assert!(session.jobs().is_empty());
}
