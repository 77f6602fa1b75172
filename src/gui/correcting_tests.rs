//! What corrections do to what the reader looks at.

use std::sync::Arc;

use super::*;
use crate::document::{Kind, MentionId, StatementId, Verdict};
use crate::gui::command::{Command, Step as Walk};
use crate::gui::opened::Opened;
use crate::gui::state::Focus;
use crate::view::sample;

fn session() -> Session {
    let mut session = Session::default();
    let review = Arc::new(Review::new(Arc::new(sample::document())));
    let opened = Opened::new(review, "bruecke.txt".into(), 1);
    session.desk_mut().lay(opened);
    session
}

fn judge(mention: u32) -> Command {
    Command::Correct(Edit::JudgeMention {
        mention: MentionId(mention),
        verdict: Verdict::Rejected,
    })
}

#[test]
fn what_is_taken_back_is_looked_at() {
    let mut session = session();
    session.run(Command::FocusMention(MentionId(3)));
    session.run(judge(3));
    assert_eq!(session.desk().focus, None);
    session.run(Command::FocusStatement(StatementId(0)));
    session.run(Command::Undo);
    assert_eq!(session.desk().focus, Some(Focus::Mention(MentionId(3))));
    let verdict = |session: &Session| {
        let opened = session.desk().opened.as_ref().expect("it is open");
        opened.findings().mention(MentionId(3)).verdict
    };
    assert_eq!(verdict(&session), Verdict::Open);
    session.run(Command::Redo);
    assert_eq!(verdict(&session), Verdict::Rejected);
    assert_eq!(session.desk().focus, None);
}

#[test]
fn walking_goes_on_where_something_was_rejected() {
    let mut session = session();
    session.run(Command::FocusMention(MentionId(3)));
    session.run(judge(3));
    session.run(Command::StepMention(Walk::Next));
    assert_eq!(session.desk().focus, Some(Focus::Mention(MentionId(4))));

    let listed = session.desk().listed.clone();
    let opened = session.desk().opened.as_ref().expect("it is open");
    let ids: Vec<StatementId> = listed.iter().map(|&row| opened.rows[row].id).collect();
    session.run(Command::FocusStatement(ids[1]));
    session.run(Command::Correct(Edit::JudgeStatement {
        statement: ids[1],
        verdict: Verdict::Rejected,
    }));
    assert_eq!(session.desk().focus, None);
    session.run(Command::StepStatement(Walk::Next));
    assert_eq!(session.desk().focus, Some(Focus::Statement(ids[2])));
}

#[test]
fn what_was_added_and_taken_back_is_nowhere_any_more() {
    let mut session = session();
    let opened = session.desk().opened.as_ref().expect("it is open");
    let start = opened.document().text().find("Mai").expect("it is there");
    session.run(Command::Correct(Edit::AddMention {
        span: crate::span::Span::new(start, start + 3),
        kind: Kind::Other,
        entity: None,
    }));
    session.run(Command::FocusMention(MentionId(5)));
    session.run(Command::FocusMention(MentionId(0)));
    session.run(Command::Undo);
    session.run(Command::Back);
    assert_ne!(session.desk().focus, Some(Focus::Mention(MentionId(5))));
    session.run(Command::Redo);
    assert_eq!(session.desk().focus, Some(Focus::Mention(MentionId(5))));
}
