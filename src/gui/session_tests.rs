//! What the session does with commands, one after the other.

use super::*;
use crate::document::{Kind, StatementKind};
use crate::gui::command::Step;
use crate::gui::failures::ReadReason;
use crate::view::listing::Order;
use crate::view::speaker::SpeakerKey;
use crate::view::{sample, sample_layers};

fn review() -> Arc<Review> {
    Arc::new(Review::new(Arc::new(sample::document())))
}

fn opened() -> Session {
    let mut session = Session::default();
    let effect = session.run(Command::Open("ordner/bruecke.txt".into()));
    let Some(Effect::Read(request, _)) = effect else {
        panic!("{effect:?}");
    };
    let none = session.run(Command::Read(request, Ok(review())));
    assert!(none.is_none());
    session
}

fn statement(session: &Session) -> u32 {
    session.focused_statement().expect("one is in focus").0
}

#[test]
fn a_reading_that_is_no_longer_awaited_is_dropped() {
    let mut session = Session::default();
    let Some(Effect::Read(first, _)) = session.run(Command::Open("eins.txt".into())) else {
        panic!("it must be read");
    };
    session.run(Command::Open("zwei.txt".into()));
    session.run(Command::Read(first, Ok(review())));
    assert!(session.opened.is_none());
    assert_eq!(
        session.reading.as_ref().map(|(_, name)| name.as_str()),
        Some("zwei.txt")
    );
}

#[test]
fn a_failure_leaves_the_open_article_and_says_why() {
    let mut session = opened();
    let Some(Effect::Read(request, _)) = session.run(Command::Open("leer.txt".into())) else {
        panic!("it must be read");
    };
    let failure = ReadFailure {
        name: "leer.txt".to_owned(),
        reason: ReadReason::Internal,
    };
    session.run(Command::Read(request, Err(failure.clone())));
    assert!(session.opened.is_some() && session.reading.is_none());
    assert_eq!(session.messages[0].says, Says::ReadFailed(failure));
    session.run(Command::Dismiss(session.messages[0].id));
    assert!(session.messages.is_empty());
}

#[test]
fn a_mention_opens_the_card_of_its_entity() {
    let mut session = opened();
    session.run(Command::FocusMention(MentionId(2)));
    assert_eq!(session.tab, Tab::Context);
    let card = session.card.as_ref().expect("there is a card");
    assert_eq!(card.name, "Erika Ohnesorg");
    assert_eq!(session.focused_entity(), Some(EntityId(0)));
    session.run(Command::Leave);
    assert_eq!(session.focus, None);
}

#[test]
fn statements_are_walked_in_the_order_of_the_list() {
    let mut session = opened();
    session.run(Command::StepStatement(Step::Next));
    assert_eq!(statement(&session), 1, "the key statement is listed first");
    session.run(Command::StepStatement(Step::Next));
    assert_eq!(statement(&session), 0);
    session.run(Command::StepStatement(Step::Previous));
    session.run(Command::StepStatement(Step::Previous));
    assert_eq!(statement(&session), 2, "from the first back to the last");
}

#[test]
fn mentions_of_the_entity_in_focus_are_walked_else_all_that_are_highlighted() {
    let mut session = opened();
    session.run(Command::FocusEntity(EntityId(0)));
    session.run(Command::StepMention(Step::Next));
    assert_eq!(session.focus, Some(Focus::Mention(MentionId(2))));
    session.run(Command::StepMention(Step::Next));
    assert_eq!(session.focus, Some(Focus::Mention(MentionId(0))));
    session.run(Command::Leave);
    session.run(Command::Toggle(Kind::Person));
    session.run(Command::StepMention(Step::Next));
    assert_eq!(session.focus, Some(Focus::Mention(MentionId(1))), "a place");
}

#[test]
fn a_statement_in_focus_is_always_in_the_list() {
    let mut session = opened();
    session.run(Command::FilterSpeaker(Some(SpeakerKey::Unknown)));
    assert_eq!(session.listed, [2]);
    session.run(Command::FocusStatement(StatementId(0)));
    assert_eq!(session.listed.len(), 3);
    assert_eq!(session.filter.speaker, None);
}

#[test]
fn groups_hold_the_whole_list_and_open_for_what_is_in_focus() {
    let mut session = opened();
    assert!(session.groups.is_empty());
    session.run(Command::Group(true));
    let places: Vec<_> = session
        .groups
        .iter()
        .map(|group| group.places.clone())
        .collect();
    assert_eq!(places, [0..2, 2..3]);
    session.run(Command::Fold(SpeakerKey::Unknown));
    assert!(session.folded.contains(&SpeakerKey::Unknown));
    session.run(Command::FocusStatement(StatementId(2)));
    assert!(session.folded.is_empty());
    session.run(Command::FilterKind(Some(StatementKind::Direct)));
    assert_eq!(session.groups.len(), 1);
    session.run(Command::Group(false));
    assert!(session.groups.is_empty());
}

#[test]
fn all_filters_are_cleared_at_once_and_order_and_groups_stay() {
    let mut session = opened();
    session.run(Command::OrderBy(Order::Text));
    session.run(Command::Group(true));
    session.run(Command::FilterAnonymous(true));
    assert!(session.listed.is_empty(), "nobody is anonymous here");
    session.run(Command::FilterSpeaker(Some(SpeakerKey::Unknown)));
    session.run(Command::ClearFilter);
    assert_eq!(session.listed, [0, 1, 2]);
    assert!(session.filter.is_grouped);
    session.run(Command::FilterAnonymous(true));
    session.run(Command::FocusStatement(StatementId(0)));
    assert_eq!(session.listed.len(), 3, "what is in focus is listed");
}

#[test]
fn every_jump_is_a_new_one() {
    let mut session = opened();
    session.run(Command::FocusStatement(StatementId(0)));
    let first = session.jump;
    session.run(Command::FocusStatement(StatementId(0)));
    assert_ne!(session.jump, first);
}

#[test]
fn an_export_needs_an_article_and_suggests_a_name() {
    let mut session = Session::default();
    session.run(Command::ShowExport);
    assert_eq!(session.messages[0].says, Says::NothingOpen);
    let mut session = opened();
    session.run(Command::ShowExport);
    assert_eq!(session.dialog, Some(Dialog::Export));
    session.run(Command::ChooseFormat(exchange::Format::Csv));
    let effect = session.run(Command::PickTarget);
    let stem = exchange::stem(&sample::document().article.source);
    assert!(matches!(effect, Some(Effect::PickTarget(name)) if name == format!("{stem}.csv")));
    let effect = session.run(Command::Export("a/b.csv".into()));
    assert!(matches!(
        effect,
        Some(Effect::Write(_, exchange::Format::Csv))
    ));
    assert_eq!(session.dialog, None);
}

#[test]
fn without_a_file_dialog_a_path_can_be_typed() {
    let mut session = Session::default();
    session.run(Command::AskForPath(Purpose::Open));
    session.run(Command::TypePath(" artikel.txt ".to_owned()));
    let effect = session.run(Command::AcceptPath);
    assert!(matches!(effect, Some(Effect::Read(_, path)) if path.as_os_str() == "artikel.txt"));
    assert_eq!(session.dialog, None);
}

#[test]
fn text_size_has_limits() {
    let mut session = Session::default();
    for _ in 0..40 {
        session.run(Command::Zoom(ZoomStep::In));
    }
    assert!(session.zoom() < 2.6);
    session.run(Command::Zoom(ZoomStep::Reset));
    assert!((session.zoom() - 1.0).abs() < f32::EPSILON);
    for _ in 0..40 {
        session.run(Command::Zoom(ZoomStep::Out));
    }
    assert!(0.56 < session.zoom());
}

/// A session with names inside names on screen.
fn layered() -> Session {
    let mut session = Session::default();
    let Some(Effect::Read(request, _)) = session.run(Command::Open("schichten.txt".into())) else {
        panic!("it must be read");
    };
    let review = Review::new(Arc::new(sample_layers::document()));
    session.run(Command::Read(request, Ok(Arc::new(review))));
    session
}

#[test]
fn clicks_on_one_place_go_outward_but_not_after_something_else_was_in_focus() {
    let mut session = layered();
    let layers = vec![MentionId(3), MentionId(4)];
    let click = |session: &mut Session| {
        session.run(Command::PickMention(layers.clone(), false));
        session.focus
    };
    assert_eq!(click(&mut session), Some(Focus::Mention(MentionId(4))));
    assert_eq!(session.nesting.around, [MentionId(3)]);
    assert_eq!(click(&mut session), Some(Focus::Mention(MentionId(3))));
    assert_eq!(session.nesting.inside, [MentionId(4)]);
    assert_eq!(click(&mut session), Some(Focus::Mention(MentionId(4))));
    // A link of the card leads to the same mention: the next click in the text is a first one.
    session.run(Command::FocusMention(MentionId(4)));
    assert_eq!(click(&mut session), Some(Focus::Mention(MentionId(4))));
    session.run(Command::Leave);
    assert_eq!(click(&mut session), Some(Focus::Mention(MentionId(4))));
}

#[test]
fn what_belongs_to_the_focus_is_marked_whatever_its_kind() {
    let mut session = layered();
    let role = MentionId(0);
    assert!(!session.is_in_focus(role, Some(EntityId(0))));
    session.run(Command::FocusEntity(EntityId(0)));
    assert!(session.is_in_focus(role, Some(EntityId(0))));
    let date = MentionId(5);
    session.run(Command::FocusMention(date));
    assert!(session.is_in_focus(date, None));
    assert!(!session.is_in_focus(MentionId(9), None), "another date");
    assert!(session.card.is_none());
}

#[test]
fn a_name_that_only_related_words_speak_of_is_found_at_the_first_of_them() {
    let mut session = layered();
    session.run(Command::FocusEntity(EntityId(5)));
    let first = sample_layers::document().findings.mentions[18].span;
    assert_eq!(session.jump.map(|(_, span)| span), Some(first));
}

#[test]
fn kinds_stay_switched_from_article_to_article() {
    let mut session = layered();
    session.run(Command::Toggle(Kind::Date));
    let Some(Effect::Read(request, _)) = session.run(Command::Open("zwei.txt".into())) else {
        panic!("it must be read");
    };
    session.run(Command::Read(request, Ok(review())));
    assert!(session.shown.kind(Kind::Date) && !session.shown.kind(Kind::Time));
}
