//! Typing in the place where something is shown.

use std::sync::Arc;

use super::*;
use crate::gui::command::Command;
use crate::review::Review;
use crate::view::sample;

fn session() -> Session {
    let mut session = Session::default();
    let document = Arc::new(sample::document());
    let review = Arc::new(Review::new(document));
    let opened = Opened::new(review, "probe".to_owned(), 1);
    session.desk_mut().lay(opened);
    session
}

fn type_into(session: &mut Session, field: Field, words: &str) {
    session.run(Command::Words(Typing::Begin(field)));
    session.run(Command::Words(Typing::Type(words.to_owned())));
    session.run(Command::Words(Typing::Finish));
}

fn findings(session: &Session) -> &crate::document::Findings {
    let opened = session.desk().opened.as_ref();
    opened.expect("something is open").findings()
}

#[test]
fn what_was_typed_counts_and_is_one_step() {
    let mut session = session();
    type_into(&mut session, Field::Name(EntityId(2)), " Kurt Weider ");
    assert_eq!(findings(&session).entities[2].name, "Kurt Weider");
    type_into(&mut session, Field::Role(EntityId(2)), "Baurat");
    assert_eq!(
        findings(&session).entities[2].role.as_deref(),
        Some("Baurat")
    );
    type_into(&mut session, Field::Role(EntityId(2)), "");
    assert_eq!(findings(&session).entities[2].role, None);
    session.run(Command::Undo);
    session.run(Command::Undo);
    assert_eq!(findings(&session).entities[2].name, "Kurt Weider");
    session.run(Command::Undo);
    assert_eq!(findings(&session).entities[2].name, "Kurt Weide");
}

#[test]
fn every_note_has_its_place() {
    let mut session = session();
    type_into(&mut session, Field::ArticleNote, "zur Brücke");
    type_into(&mut session, Field::EntityNote(EntityId(0)), "seit Mai");
    type_into(&mut session, Field::MentionNote(MentionId(1)), "welches?");
    type_into(&mut session, Field::StatementNote(StatementId(2)), "prüfen");
    let findings = findings(&session);
    let notes = [
        &findings.note,
        &findings.entities[0].note,
        &findings.mentions[1].note,
        &findings.statements[2].note,
    ];
    assert_eq!(notes, ["zur Brücke", "seit Mai", "welches?", "prüfen"]);
}

#[test]
fn what_is_unchanged_or_cancelled_is_no_step() {
    let mut session = session();
    type_into(&mut session, Field::Name(EntityId(2)), "Kurt Weide");
    session.run(Command::Words(Typing::Begin(Field::ArticleNote)));
    session.run(Command::Words(Typing::Type("doch nicht".to_owned())));
    session.run(Command::Words(Typing::Cancel));
    let review = session.desk().opened.as_ref().expect("it is open").review();
    assert!(review.steps().is_empty());
    assert_eq!(session.editing, None);
}

#[test]
fn an_empty_name_is_refused() {
    let mut session = session();
    type_into(&mut session, Field::Name(EntityId(2)), "  ");
    assert!(matches!(
        session.done,
        Some((_, crate::gui::correcting::Done::Refused(_)))
    ));
    assert_eq!(findings(&session).entities[2].name, "Kurt Weide");
}

#[test]
fn some_mentions_are_split_off_under_a_new_name() {
    let mut session = session();
    let field = Field::Split(EntityId(0), Vec::new());
    session.run(Command::Words(Typing::Begin(field)));
    for id in [2, 0, 0] {
        session.run(Command::Words(Typing::ToggleSplit(MentionId(id))));
    }
    session.run(Command::Words(Typing::Type("Otto Ohnesorg".to_owned())));
    session.run(Command::Words(Typing::Finish));
    let findings = findings(&session);
    let new = findings.mentions[2].entity.expect("it means somebody");
    assert_eq!(findings.entity(new).name, "Otto Ohnesorg");
    assert_eq!(findings.mentions[0].entity, Some(EntityId(0)));
}

#[test]
fn the_note_is_about_what_is_in_focus() {
    let mut session = session();
    let mut check = |command: Option<Command>, expected: Field| {
        if let Some(command) = command {
            session.run(command);
        }
        session.run(Command::Words(Typing::BeginNote));
        let editing = session.editing.as_ref().map(|editing| &editing.field);
        assert_eq!(editing, Some(&expected));
    };
    check(None, Field::ArticleNote);
    let (mention, statement) = (MentionId(1), StatementId(1));
    check(
        Some(Command::FocusMention(mention)),
        Field::MentionNote(mention),
    );
    check(
        Some(Command::FocusStatement(statement)),
        Field::StatementNote(statement),
    );
    let entity = EntityId(0);
    check(
        Some(Command::FocusEntity(entity)),
        Field::EntityNote(entity),
    );
}
