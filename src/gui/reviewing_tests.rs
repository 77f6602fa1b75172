//! Going through what nobody has looked at yet.

use std::sync::Arc;

use super::*;
use crate::document::{Confidence, Kind, MentionId, StatementId};
use crate::gui::command::Command;
use crate::gui::marking::Marking;
use crate::gui::opened::Opened;
use crate::review::Review;
use crate::view::queue;
use crate::view::sample;

/// The sample on screen, in the list of what is to be looked at; the least certain finding is the third mention.
fn session() -> Session {
    let mut document = sample::document();
    document.findings.mentions[2].confidence = Confidence::new(0.2);
    let mut session = Session::default();
    let review = Arc::new(Review::new(Arc::new(document)));
    let opened = Opened::new(review, "probe".to_owned(), 1);
    session.desk_mut().lay(opened);
    session.run(Command::Show(Tab::Review));
    session
}

const MENTION: fn(u32) -> Option<Item> = |id| Some(Item::Mention(MentionId(id)));
const STATEMENT: fn(u32) -> Option<Item> = |id| Some(Item::Statement(StatementId(id)));

fn judge_here(session: &mut Session, verdict: Verdict) {
    let item = session.desk().reviewing.expect("something is looked at");
    session.run(Command::Correct(judge(item, verdict)));
}

#[test]
fn the_list_begins_with_the_least_certain_finding_and_looks_at_it() {
    let session = session();
    assert_eq!(session.desk().reviewing, MENTION(2));
    assert_eq!(session.desk().focus, Some(Focus::Mention(MentionId(2))));
    assert_eq!(session.desk().tab, Tab::Review);
    assert!(session.desk().jump.is_some(), "it scrolls into view");
}

#[test]
fn what_is_confirmed_or_rejected_makes_room_for_the_next() {
    let mut session = session();
    judge_here(&mut session, Verdict::Accepted);
    assert_eq!(session.desk().reviewing, MENTION(0));
    judge_here(&mut session, Verdict::Rejected);
    assert_eq!(session.desk().reviewing, STATEMENT(2));
    assert_eq!(session.desk().focus, Some(Focus::Statement(StatementId(2))));
    assert_eq!(session.desk().tab, Tab::Review);
    let queue = session.desk().queue().expect("there is one");
    assert_eq!((queue.n_open, queue.n_all), (6, 8));
}

#[test]
fn what_is_retyped_is_done_though_it_moves_to_another_group() {
    let mut session = session();
    session.run(Command::Correct(Edit::SetMentionKind {
        mention: MentionId(2),
        kind: Kind::Organisation,
    }));
    assert_eq!(session.desk().reviewing, MENTION(0));
}

#[test]
fn what_is_skipped_comes_again_at_the_end() {
    let mut session = session();
    let step = |session: &mut Session, step| session.run(Command::Review(Reviewing::Step(step)));
    step(&mut session, Step::Next);
    assert_eq!(session.desk().reviewing, MENTION(0));
    step(&mut session, Step::Previous);
    assert_eq!(session.desk().reviewing, MENTION(2));
    for _ in 0..8 {
        step(&mut session, Step::Next);
    }
    assert_eq!(session.desk().reviewing, MENTION(2));
}

#[test]
fn undo_leads_back_to_what_is_open_again() {
    let mut session = session();
    judge_here(&mut session, Verdict::Accepted);
    judge_here(&mut session, Verdict::Accepted);
    session.run(Command::Undo);
    assert_eq!(session.desk().reviewing, MENTION(0));
    session.run(Command::Undo);
    assert_eq!(session.desk().reviewing, MENTION(2));
}

#[test]
fn when_all_is_done_there_is_nothing_to_look_at() {
    let mut session = session();
    let all = session.desk().queue().map(|queue| {
        let items = queue.entries().map(|entry| entry.item);
        queue::judge(items, Verdict::Accepted)
    });
    let edit = all.flatten().expect("there are some");
    session.run(Command::Correct(edit));
    assert_eq!(
        (session.desk().reviewing, session.desk().focus),
        (None, None)
    );
    session.run(Command::Undo);
    assert_eq!(session.desk().reviewing, MENTION(2));
}

#[test]
fn elsewhere_a_verdict_leads_nowhere() {
    let mut session = session();
    session.run(Command::FocusMention(MentionId(1)));
    let verdict = Verdict::Accepted;
    let mention = MentionId(1);
    session.run(Command::Correct(Edit::JudgeMention { mention, verdict }));
    assert_eq!(session.desk().focus, Some(Focus::Mention(MentionId(1))));
    assert_eq!(session.desk().tab, Tab::Context);
    session.run(Command::Show(Tab::Review));
    assert_eq!(session.desk().reviewing, MENTION(2), "where one was");
}

#[test]
fn a_verdict_is_on_the_finding_in_question_wherever_the_keyboard_was_left() {
    let mut session = session();
    session.run(Command::Mark(Marking::Under(Some(MentionId(1)))));
    session.run(Command::Mark(Marking::Confirm));
    assert_eq!(session.desk().reviewing, MENTION(0), "the next one");
    let opened = session.desk().opened.as_ref().expect("it is open");
    let verdicts = [1, 2].map(|id| opened.findings().mention(MentionId(id)).verdict);
    assert_eq!(verdicts, [Verdict::Open, Verdict::Accepted]);
}
