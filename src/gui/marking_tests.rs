//! Correcting in the text.

use std::sync::Arc;

use super::*;
use crate::document::EntityId;
use crate::gui::command::Command;
use crate::gui::session::Effect;
use crate::gui::state::Dialog;
use crate::review::Review;
use crate::view::sample;

fn opened() -> Session {
    let mut session = Session::default();
    let effect = session.run(Command::Open("bruecke.txt".into()));
    let Some(Effect::Read(request, _)) = effect else {
        panic!("{effect:?}");
    };
    let review = Arc::new(Review::new(Arc::new(sample::document())));
    session.run(Command::Read(request, Ok(review)));
    session
}

fn text(session: &Session) -> &str {
    let opened = session.desk().opened.as_ref().expect("an article is open");
    opened.document().text()
}

/// The `nth` place of some words.
fn place(session: &Session, words: &str, nth: usize) -> Span {
    let mut places = text(session).match_indices(words);
    let (start, _) = places.nth(nth).expect("the words stand in the text");
    Span::new(start, start + words.len())
}

fn select(session: &mut Session, words: &str, nth: usize) {
    let span = place(session, words, nth);
    session.run(Command::Select(Some(Selection::of_words(span))));
}

fn mark(session: &mut Session, marking: Marking) {
    session.run(Command::Mark(marking));
}

/// What is marked, in text order: the words, their kind and what was decided of them.
fn marks(session: &Session) -> Vec<(&str, Kind, Verdict)> {
    let opened = session.desk().opened.as_ref().expect("an article is open");
    let shown = opened.findings().shown_mentions();
    shown
        .map(|(_, mention)| {
            (
                mention.span.of(text(session)),
                mention.kind,
                mention.verdict,
            )
        })
        .collect()
}

fn said(session: &Session, id: u32) -> &crate::document::Statement {
    let opened = session.desk().opened.as_ref().expect("an article is open");
    opened.findings().statement(StatementId(id))
}

fn n_steps(session: &Session) -> usize {
    let opened = session.desk().opened.as_ref().expect("an article is open");
    opened.review().cursor()
}

#[test]
fn selected_words_become_a_mark_in_focus() {
    let mut session = opened();
    select(&mut session, "Brücke“, ", 0);
    mark(&mut session, Marking::Kind(Kind::Other));
    assert_eq!(marks(&session)[0], ("Brücke", Kind::Other, Verdict::Added));
    assert!(session.desk().selection.is_none());
    assert_eq!(session.desk().focus, Some(Focus::Mention(MentionId(5))));
    // Now the same key retypes it.
    mark(&mut session, Marking::Kind(Kind::Location));
    assert_eq!(marks(&session)[0].1, Kind::Location);
    session.run(Command::Undo);
    session.run(Command::Undo);
    assert_eq!(marks(&session).len(), 5);
}

#[test]
fn a_selection_on_a_mark_retypes_or_resizes_it() {
    let mut session = opened();
    select(&mut session, "Kurt Weide", 0);
    mark(&mut session, Marking::Kind(Kind::Organisation));
    assert_eq!(marks(&session).len(), 5);
    assert!(marks(&session).contains(&("Kurt Weide", Kind::Organisation, Verdict::Changed)));
    select(&mut session, "Weide", 0);
    mark(&mut session, Marking::Kind(Kind::Organisation));
    assert_eq!(marks(&session).len(), 5);
    assert!(marks(&session).contains(&("Weide", Kind::Organisation, Verdict::Changed)));
}

#[test]
fn nothing_is_marked_where_there_are_no_words() {
    let mut session = opened();
    for words in ["“, ", "Neustadt.\nOhnesorg", "."] {
        select(&mut session, words, 0);
        mark(&mut session, Marking::Kind(Kind::Person));
    }
    session.run(Command::Select(None));
    for marking in [
        Marking::Kind(Kind::Person),
        Marking::Statement(StatementKind::Direct),
        Marking::Speaker,
        Marking::Content,
        Marking::Confirm,
        Marking::Reject,
        Marking::MoveEdge(Edge::Right, Step::Next, Grain::Word),
        Marking::Menu(None),
        Marking::CloseMenu,
        Marking::Resize(MentionId(99), Span::new(0, 2)),
        Marking::ResizeContent(StatementId(99), 0, Span::new(0, 2)),
        Marking::ResizeContent(StatementId(0), 9, Span::new(0, 2)),
        Marking::Occurrences(Checking::TakeAll),
        Marking::Occurrences(Checking::List),
        Marking::Occurrences(Checking::Finish),
        Marking::Occurrences(Checking::ListEntity(EntityId(99))),
    ] {
        mark(&mut session, marking);
    }
    assert_eq!(n_steps(&session), 0);
    assert_eq!(marks(&session).len(), 5);
    let mut nothing = Session::default();
    mark(&mut nothing, Marking::Kind(Kind::Person));
    mark(&mut nothing, Marking::StepWord(Step::Next));
}

#[test]
fn edges_of_the_mark_in_focus_move_by_words() {
    let mut session = opened();
    session.run(Command::FocusMention(MentionId(3)));
    let edge = |edge, step| Marking::MoveEdge(edge, step, Grain::Word);
    mark(&mut session, edge(Edge::Left, Step::Next));
    assert!(marks(&session).iter().any(|mark| mark.0 == "Weide"));
    mark(&mut session, edge(Edge::Left, Step::Next));
    assert_eq!(n_steps(&session), 1, "nothing would be left");
    mark(&mut session, edge(Edge::Right, Step::Next));
    assert!(marks(&session).iter().any(|mark| mark.0 == "Weide, der"));
    // Of a statement it is the end of what is said.
    session.run(Command::FocusStatement(StatementId(1)));
    mark(&mut session, edge(Edge::Right, Step::Previous));
    assert_eq!(said(&session, 1).text(text(&session)), "der Bau sei");
    // Of a selection nothing is corrected.
    let before = n_steps(&session);
    select(&mut session, "Bau", 0);
    mark(&mut session, edge(Edge::Right, Step::Next));
    assert_eq!(
        session.desk().selected(),
        Some(place(&session, "Bau sei", 0))
    );
    assert_eq!(n_steps(&session), before);
}

#[test]
fn selected_words_become_a_statement_and_somebody_is_asked_for() {
    let mut session = opened();
    let words = place(&session, " beginnen die Arbeiten ", 0);
    session.run(Command::Select(Some(Selection::of_words(words))));
    mark(&mut session, Marking::Statement(StatementKind::Reported));
    let added = said(&session, 3);
    assert_eq!(added.text(text(&session)), "beginnen die Arbeiten");
    assert_eq!(
        (added.kind, added.verdict),
        (StatementKind::Reported, Verdict::Added)
    );
    assert!(matches!(session.dialog, Some(Dialog::Pick { .. })));
}

#[test]
fn the_same_words_are_no_second_statement() {
    let mut session = opened();
    select(&mut session, "der Bau sei bezahlt.", 0);
    mark(
        &mut session,
        Marking::Statement(StatementKind::FreeIndirect),
    );
    let statement = said(&session, 1);
    assert_eq!(statement.kind, StatementKind::FreeIndirect);
    let speaker = statement.speaker.as_ref().and_then(|voice| voice.entity);
    assert_eq!(speaker, Some(EntityId(0)), "who says it stays");
}

#[test]
fn a_selection_can_be_the_speaker_or_the_content_of_the_statement_in_focus() {
    let mut session = opened();
    session.run(Command::FocusStatement(StatementId(1)));
    select(&mut session, "Kurt Weide,", 0);
    mark(&mut session, Marking::Speaker);
    let speaker = said(&session, 1).speaker.as_ref().expect("there is one");
    assert_eq!(speaker.entity, Some(EntityId(2)));
    select(&mut session, "sei bezahlt.", 0);
    mark(&mut session, Marking::Content);
    assert_eq!(said(&session, 1).text(text(&session)), "sei bezahlt");
    assert_eq!(session.desk().focus, Some(Focus::Statement(StatementId(1))));
}

#[test]
fn what_the_reader_looks_at_is_confirmed_or_rejected() {
    let mut session = opened();
    session.run(Command::FocusMention(MentionId(3)));
    mark(&mut session, Marking::Confirm);
    assert!(marks(&session).contains(&("Kurt Weide", Kind::Person, Verdict::Accepted)));
    mark(&mut session, Marking::Reopen);
    assert!(marks(&session).contains(&("Kurt Weide", Kind::Person, Verdict::Open)));
    mark(&mut session, Marking::Reject);
    assert_eq!(marks(&session).len(), 4);
    // The keyboard may be on another mark than the focus.
    mark(&mut session, Marking::Under(Some(MentionId(1))));
    mark(&mut session, Marking::Reject);
    assert!(!marks(&session).iter().any(|mark| mark.0 == "Neustadt"));
    mark(&mut session, Marking::Under(None));
    session.run(Command::FocusStatement(StatementId(0)));
    mark(&mut session, Marking::Reject);
    assert_eq!(said(&session, 0).verdict, Verdict::Rejected);
}

#[test]
fn other_places_are_offered_and_taken_in_one_step() {
    let mut session = opened();
    select(&mut session, "die", 0);
    mark(&mut session, Marking::Kind(Kind::Other));
    let offer = session.desk().offer.as_ref().expect("there is one more");
    assert_eq!((offer.words.as_str(), offer.places.len()), ("die", 1));
    mark(&mut session, Marking::Occurrences(Checking::TakeAll));
    assert_eq!(n_steps(&session), 2);
    let n_dies = |session: &Session| marks(session).iter().filter(|mark| mark.0 == "die").count();
    assert_eq!(n_dies(&session), 2);
    assert!(session.desk().offer.is_none());
    session.run(Command::Undo);
    assert_eq!(n_dies(&session), 1);

    // When one of them is wrong, so may be the other.
    session.run(Command::Redo);
    session.run(Command::FocusMention(MentionId(5)));
    mark(&mut session, Marking::Reject);
    assert!(session.desk().offer.is_some());
    mark(&mut session, Marking::Occurrences(Checking::TakeAll));
    assert_eq!(n_dies(&session), 0);
}

#[test]
fn an_offer_is_gone_after_the_next_correction_and_by_escape() {
    let mut session = opened();
    select(&mut session, "die", 0);
    mark(&mut session, Marking::Kind(Kind::Other));
    assert!(session.desk().offer.is_some());
    session.run(Command::Leave);
    assert!(session.desk().offer.is_none() && session.desk().focus.is_some());
    session.run(Command::Undo);
    session.run(Command::Redo);
    assert!(session.desk().offer.is_none());
    session.run(Command::Undo);
    select(&mut session, "die", 0);
    mark(&mut session, Marking::Kind(Kind::Other));
    session.run(Command::Undo);
    assert!(session.desk().offer.is_none());
    mark(&mut session, Marking::Occurrences(Checking::TakeAll));
    assert_eq!(n_steps(&session), 0);
}

#[test]
fn places_are_checked_one_by_one() {
    let mut session = opened();
    session.run(Command::FocusMention(MentionId(0)));
    mark(&mut session, Marking::Occurrences(Checking::List));
    let list = |session: &Session| match &session.dialog {
        Some(Dialog::Check(list)) => list.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!(list(&session).n_chosen(), 2);
    let opened = session.desk().opened.as_ref().expect("an article is open");
    let line = list(&session).line(opened, 1).expect("there is one");
    assert_eq!((line.name.as_str(), line.left.as_str()), ("Ohnesorg", ""));
    for checking in [
        Checking::ChooseAll(false),
        Checking::Toggle(1),
        Checking::Toggle(7),
        Checking::GoTo(7),
        Checking::Become(Change::Reject),
    ] {
        mark(&mut session, Marking::Occurrences(checking));
    }
    assert_eq!((list(&session).n_chosen(), list(&session).at), (1, 1));
    mark(&mut session, Marking::Occurrences(Checking::Finish));
    assert!(session.dialog.is_none());
    let names: Vec<_> = marks(&session)
        .iter()
        .map(|mark| mark.0.to_owned())
        .collect();
    assert_eq!(
        names,
        ["Erika Ohnesorg", "Neustadt", "Kurt Weide", "Stadtwerken"]
    );
    session.run(Command::Undo);
    assert_eq!(marks(&session).len(), 5);
}

#[test]
fn words_are_selected_by_keys() {
    let mut session = opened();
    let step = |session: &mut Session, step| {
        mark(session, Marking::StepWord(step));
        let selected = session.desk().selected().expect("a word is selected");
        selected.of(text(session)).to_owned()
    };
    assert_eq!(step(&mut session, Step::Next), "Wir");
    assert_eq!(step(&mut session, Step::Next), "bauen");
    assert_eq!(step(&mut session, Step::Previous), "Wir");
    assert_eq!(step(&mut session, Step::Previous), "Wir");
    // From where the reader has looked last.
    session.run(Command::Select(None));
    session.run(Command::FocusMention(MentionId(3)));
    assert_eq!(step(&mut session, Step::Next), "Kurt");
    assert!(session.desk().jump.is_some());
}

#[test]
fn a_menu_looks_at_its_mark_and_closes_with_escape() {
    let mut session = opened();
    mark(&mut session, Marking::Menu(Some(MentionId(3))));
    assert_eq!(session.desk().focus, Some(Focus::Mention(MentionId(3))));
    assert_eq!(session.desk().menu, Some(MentionId(3)));
    session.run(Command::Leave);
    assert_eq!(session.desk().menu, None);
    assert_eq!(session.desk().focus, Some(Focus::Mention(MentionId(3))));
}
