//! Comparing in the window, without a window.

use super::*;
use crate::document::{EntityId, Kind, MentionId, StatementId, Verdict};
use crate::gui::failures::ReadReason;
use crate::review::{Edit, Stamp};
use crate::view::sample;

fn compare(command: ComparisonCommand) -> Command {
    Command::Compare(command)
}

fn session() -> Session {
    let mut session = Session::default();
    let review = Review::new(Arc::new(sample::document()));
    let Some(Effect::Read(request, _)) = session.run(Command::Open("bruecke.txt".into())) else {
        panic!("it is read");
    };
    session.run(Command::Read(request, Ok(Arc::new(review))));
    session
}

fn other(edits: Vec<Edit>) -> Arc<Review> {
    let mut review = Review::new(Arc::new(sample::document()));
    for edit in edits {
        review.apply(edit, Stamp::default()).expect("it fits");
    }
    Arc::new(review)
}

fn edits() -> Vec<Edit> {
    vec![
        Edit::SetEntityKind {
            entity: EntityId(3),
            kind: Kind::Organisation,
        },
        Edit::JudgeMention {
            mention: MentionId(3),
            verdict: Verdict::Rejected,
        },
        Edit::JudgeStatement {
            statement: StatementId(2),
            verdict: Verdict::Rejected,
        },
    ]
}

/// Compares what is open with another annotation.
fn comparing(session: &mut Session, other: Arc<Review>) {
    let path = PathBuf::from("/tmp/andere.json");
    let effect = session.run(compare(ComparisonCommand::Open(path.clone())));
    let Some(Effect::ReadOther(serial, asked)) = effect else {
        panic!("it is read");
    };
    assert_eq!(asked, path);
    session.run(compare(ComparisonCommand::Opened(serial, path, Ok(other))));
}

fn comparison(session: &Session) -> &Comparison {
    session.desk().comparison.as_ref().expect("it is compared")
}

#[test]
fn another_annotation_is_compared_and_put_away() {
    let mut session = session();
    comparing(&mut session, other(edits()));
    assert_eq!(session.desk().tab, Tab::Comparison);
    assert_eq!(comparison(&session).name, "andere.json");
    assert_eq!(comparison(&session).differences.len(), 3);
    session.run(compare(ComparisonCommand::Close));
    assert!(session.desk().comparison.is_none());
    assert_eq!(session.desk().tab, Tab::Statements);
}

#[test]
fn with_another_text_nothing_is_compared() {
    let mut session = self::session();
    let article = crate::article::from_text("Ein anderer Text.".to_owned());
    let text = Review::new(Arc::new(crate::document::Document {
        article,
        ..sample::document()
    }));
    let serial = session.desk().opened.as_ref().map(|opened| opened.serial);
    let serial = serial.expect("it is open");
    let path = PathBuf::from("b.json");
    let read = |outcome| compare(ComparisonCommand::Opened(serial, path.clone(), outcome));
    session.run(read(Ok(Arc::new(text))));
    assert!(session.desk().comparison.is_none());
    assert_eq!(session.messages[0].says, Says::OtherText(path.clone()));
    session.run(read(Err(ReadFailure {
        name: "b.json".to_owned(),
        reason: ReadReason::AnnotationsTooLarge,
    })));
    assert!(session.desk().comparison.is_none());
    assert_eq!(session.messages.len(), 2);
}

#[test]
fn without_an_article_two_files_are_asked_for_one_after_the_other() {
    let mut session = Session::default();
    let is_asked = |effect| matches!(effect, Some(Effect::PickFile(Purpose::Compare)));
    assert!(is_asked(session.run(compare(ComparisonCommand::Pick))));
    let first = session.run(compare(ComparisonCommand::Open("eine.json".into())));
    let Some(Effect::Read(request, _)) = first else {
        panic!("the first one is opened");
    };
    assert!(is_asked(
        session.run(Command::Read(request, Ok(other(Vec::new()))))
    ));
    comparing(&mut session, other(edits()));
    assert_eq!(comparison(&session).differences.len(), 3);
    let again = session.run(Command::ReadAgain(None));
    let Some(Effect::Read(request, _)) = again else {
        panic!("it is read");
    };
    let read = session.run(Command::Read(request, Ok(other(Vec::new()))));
    assert!(!is_asked(read), "once is enough");
    assert_eq!(comparison(&session).differences.len(), 3, "it stays");
}

#[test]
fn differences_are_walked_and_taken_over_one_by_one() {
    let mut session = session();
    comparing(&mut session, other(edits()));
    let step = || compare(ComparisonCommand::Step(Step::Next));
    session.run(step());
    assert_eq!(session.desk().focus, Some(Focus::Mention(MentionId(1))));
    assert_eq!(session.desk().tab, Tab::Comparison, "the list stays");
    session.run(step());
    session.run(compare(ComparisonCommand::Step(Step::Previous)));
    assert_eq!(comparison(&session).place(), Some(0));
    session.run(compare(ComparisonCommand::TakeOverChosen(Side::B)));
    assert_eq!(comparison(&session).differences.len(), 2);
    assert_eq!(
        comparison(&session).place(),
        Some(0),
        "the next one is chosen"
    );
    assert_eq!(session.desk().tab, Tab::Comparison);
    session.run(Command::Undo);
    assert_eq!(comparison(&session).differences.len(), 3);
    assert_eq!(session.lexicon.offer, None);
}

#[test]
fn what_is_kept_is_settled_and_confirmed() {
    let mut session = session();
    comparing(&mut session, other(edits()));
    session.run(compare(ComparisonCommand::Step(Step::Next)));
    session.run(compare(ComparisonCommand::TakeOverChosen(Side::A)));
    assert_eq!(comparison(&session).differences.len(), 2);
    let opened = session.desk().opened.as_ref().expect("it is open");
    let verdict = opened.findings().mention(MentionId(1)).verdict;
    assert_eq!(verdict, Verdict::Accepted);
    session.run(Command::Undo);
    assert_eq!(
        comparison(&session).differences.len(),
        3,
        "undone, it is open again"
    );
}

#[test]
fn all_of_a_sort_are_one_step() {
    let mut session = session();
    comparing(&mut session, other(edits()));
    session.run(compare(ComparisonCommand::Show(Some(Aspect::Only(
        Side::A,
    )))));
    let all: Vec<Difference> = comparison(&session).listed().copied().collect();
    assert_eq!(all.len(), 2);
    session.run(compare(ComparisonCommand::TakeOver(all, Side::B)));
    assert_eq!(comparison(&session).differences.len(), 1);
    assert_eq!(
        comparison(&session).shown,
        None,
        "nothing of that sort is left"
    );
    session.run(Command::Undo);
    assert_eq!(comparison(&session).differences.len(), 3);
}
