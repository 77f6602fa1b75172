//! What the session does with commands, one after the other.

use std::sync::Arc;

use super::*;
use crate::document::{EntityId, Kind, MentionId, StatementId, StatementKind};
use crate::exchange;
use crate::gui::command::{Purpose, ReadFailure, Step, ZoomStep};
use crate::gui::failures::ReadReason;
use crate::gui::source::Clip;
use crate::review::Review;
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
    session
        .desk()
        .focused_statement()
        .expect("one is in focus")
        .0
}

#[test]
fn every_article_gets_a_tab_and_no_article_two() {
    let mut session = opened();
    let Some(Effect::Read(second, _)) = session.run(Command::Open("zwei.txt".into())) else {
        panic!("it must be read");
    };
    assert_eq!(session.desks().len(), 2);
    assert_eq!(session.desk().name(), Some("zwei.txt"));
    let again = session.run(Command::Open("ordner/bruecke.txt".into()));
    assert!(again.is_none() && session.desk().name() == Some("bruecke.txt"));
    // It comes while another tab is on screen.
    session.run(Command::Read(second, Ok(review())));
    assert_eq!(session.desk().name(), Some("bruecke.txt"));
    session.run(Command::StepDesk(Step::Next));
    assert!(session.desk().opened.is_some() && session.desk().reading.is_none());
    let twice = session.run(Command::Read(second, Ok(review())));
    assert!(twice.is_none() && session.desks().len() == 2);
}

#[test]
fn what_was_looked_at_stays_in_its_tab() {
    let mut session = opened();
    session.run(Command::FocusEntity(EntityId(0)));
    let jump = session.desk().jump;
    session.run(Command::OpenExample(0));
    assert_eq!(session.desk().focus, None);
    session.run(Command::StepDesk(Step::Previous));
    assert_eq!(session.desk().focus, Some(Focus::Entity(EntityId(0))));
    assert_eq!(session.desk().jump, jump, "nothing scrolls again");
}

#[test]
fn a_closed_tab_leaves_its_neighbour_and_can_be_opened_again() {
    let mut session = opened();
    for name in ["zwei.txt", "drei.txt"] {
        let Some(Effect::Read(request, _)) = session.run(Command::Open(name.into())) else {
            panic!("it must be read");
        };
        session.run(Command::Read(request, Ok(review())));
    }
    session.run(Command::CloseDesk(None));
    assert_eq!(session.desk().name(), Some("zwei.txt"));
    let first = session.desks()[0].id;
    session.run(Command::CloseDesk(Some(first)));
    assert_eq!(session.desk().name(), Some("zwei.txt"));
    session.run(Command::CloseDesk(None));
    assert!(session.desk().is_empty() && session.desks().len() == 1);
    let effect = session.run(Command::Reopen);
    assert!(
        matches!(effect, Some(Effect::Read(_, source)) if source.path() == Some("zwei.txt".as_ref()))
    );
    session.run(Command::AddDesk);
    session.run(Command::AddDesk);
    assert_eq!(session.desks().len(), 2, "one empty tab is enough");
}

#[test]
fn tabs_do_not_become_too_many() {
    let mut session = Session::default();
    for index in 0..200 {
        session.run(Command::Open(format!("{index}.txt").into()));
    }
    assert!(session.desks().len() <= 50);
    assert!(matches!(session.messages[0].says, Says::TooManyTabs(_)));
}

#[test]
fn a_file_is_read_again_in_another_encoding_and_its_change_is_noted() {
    let mut session = opened();
    session.run(Command::ChangedOnDisk("ordner/bruecke.txt".into()));
    assert!(session.desk().is_outdated);
    let effect = session.run(Command::ReadAgain(Some("macintosh".to_owned())));
    let Some(Effect::Read(request, Source::File { encoding, .. })) = effect else {
        panic!("{effect:?}");
    };
    assert_eq!(encoding.as_deref(), Some("macintosh"));
    session.run(Command::Read(request, Ok(review())));
    assert!(!session.desk().is_outdated && session.desks().len() == 1);
    // A reading that fails leaves what is there.
    let Some(Effect::Read(request, _)) = session.run(Command::ReadAgain(None)) else {
        panic!("it must be read");
    };
    let failure = ReadFailure {
        name: "bruecke.txt".to_owned(),
        reason: ReadReason::Internal,
    };
    session.run(Command::Read(request, Err(failure)));
    assert!(session.desk().opened.is_some());
}

#[test]
fn pasted_text_is_named_after_its_headline() {
    let mut session = Session::default();
    let clip = Clip {
        html: None,
        text: "Die Brücke".to_owned(),
    };
    let Some(Effect::Read(request, _)) = session.run(Command::Pasted(Some(clip))) else {
        panic!("it must be read");
    };
    session.run(Command::Read(request, Ok(review())));
    let name = session.desk().name().expect("it has one");
    assert!(
        sample::document()
            .text()
            .starts_with(name.trim_end_matches('…')),
        "{name}"
    );
    session.run(Command::Pasted(None));
    assert_eq!(session.messages[0].says, Says::NothingToPaste);
}

#[test]
fn back_and_forward_go_through_what_was_in_focus() {
    let mut session = opened();
    session.run(Command::FocusEntity(EntityId(0)));
    session.run(Command::FocusStatement(StatementId(1)));
    session.run(Command::Leave);
    session.run(Command::Back);
    assert_eq!(session.desk().focus, Some(Focus::Statement(StatementId(1))));
    session.run(Command::Back);
    assert_eq!(session.desk().focus, Some(Focus::Entity(EntityId(0))));
    assert_eq!(session.desk().tab, Tab::Context);
    session.run(Command::Forward);
    assert_eq!(session.desk().focus, Some(Focus::Statement(StatementId(1))));
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
    assert!(session.desk().opened.is_some() && session.desks().len() == 1);
    assert_eq!(session.messages[0].says, Says::ReadFailed(failure));
    session.run(Command::Dismiss(session.messages[0].id));
    assert!(session.messages.is_empty());
}

#[test]
fn a_mention_opens_the_card_of_its_entity() {
    let mut session = opened();
    session.run(Command::FocusMention(MentionId(2)));
    assert_eq!(session.desk().tab, Tab::Context);
    let card = session.desk().card.as_ref().expect("there is a card");
    assert_eq!(card.name, "Erika Ohnesorg");
    assert_eq!(session.desk().focused_entity(), Some(EntityId(0)));
    session.run(Command::Leave);
    assert_eq!(session.desk().focus, None);
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
    assert_eq!(session.desk().focus, Some(Focus::Mention(MentionId(2))));
    session.run(Command::StepMention(Step::Next));
    assert_eq!(session.desk().focus, Some(Focus::Mention(MentionId(0))));
    session.run(Command::Leave);
    session.run(Command::Toggle(Kind::Person));
    session.run(Command::StepMention(Step::Next));
    assert_eq!(
        session.desk().focus,
        Some(Focus::Mention(MentionId(1))),
        "a place"
    );
}

#[test]
fn a_statement_in_focus_is_always_in_the_list() {
    let mut session = opened();
    session.run(Command::FilterSpeaker(Some(SpeakerKey::Unknown)));
    assert_eq!(session.desk().listed, [2]);
    session.run(Command::FocusStatement(StatementId(0)));
    assert_eq!(session.desk().listed.len(), 3);
    assert_eq!(session.desk().filter.speaker, None);
}

#[test]
fn groups_hold_the_whole_list_and_open_for_what_is_in_focus() {
    let mut session = opened();
    assert!(session.desk().groups.is_empty());
    session.run(Command::Group(true));
    let places: Vec<_> = session
        .desk()
        .groups
        .iter()
        .map(|group| group.places.clone())
        .collect();
    assert_eq!(places, [0..2, 2..3]);
    session.run(Command::Fold(SpeakerKey::Unknown));
    assert!(session.desk().folded.contains(&SpeakerKey::Unknown));
    session.run(Command::FocusStatement(StatementId(2)));
    assert!(session.desk().folded.is_empty());
    session.run(Command::FilterKind(Some(StatementKind::Direct)));
    assert_eq!(session.desk().groups.len(), 1);
    session.run(Command::Group(false));
    assert!(session.desk().groups.is_empty());
}

#[test]
fn all_filters_are_cleared_at_once_and_order_and_groups_stay() {
    let mut session = opened();
    session.run(Command::OrderBy(Order::Text));
    session.run(Command::Group(true));
    session.run(Command::FilterAnonymous(true));
    assert!(session.desk().listed.is_empty(), "nobody is anonymous here");
    session.run(Command::FilterSpeaker(Some(SpeakerKey::Unknown)));
    session.run(Command::ClearFilter);
    assert_eq!(session.desk().listed, [0, 1, 2]);
    assert!(session.desk().filter.is_grouped);
    session.run(Command::FilterAnonymous(true));
    session.run(Command::FocusStatement(StatementId(0)));
    assert_eq!(session.desk().listed.len(), 3, "what is in focus is listed");
}

#[test]
fn every_jump_is_a_new_one() {
    let mut session = opened();
    session.run(Command::FocusStatement(StatementId(0)));
    let first = session.desk().jump;
    session.run(Command::FocusStatement(StatementId(0)));
    assert_ne!(session.desk().jump, first);
}

#[test]
fn an_export_needs_an_article_and_suggests_a_name() {
    let mut session = Session::default();
    session.run(Command::ShowExport);
    assert_eq!(session.messages[0].says, Says::NothingOpen);
    let mut session = opened();
    session.run(Command::ShowExport);
    assert_eq!(session.dialog, Some(Dialog::Export));
    session.run(Command::ChooseFormat(exchange::Format::CSV));
    let effect = session.run(Command::PickTarget);
    let stem = exchange::stem(&sample::document().article.source);
    assert!(matches!(effect, Some(Effect::PickTarget(name)) if name == format!("{stem}.csv")));
    let effect = session.run(Command::Export("a/b.csv".into()));
    assert!(matches!(
        effect,
        Some(Effect::Write(_, format, _)) if format == exchange::Format::CSV
    ));
    assert_eq!(session.dialog, None);
    let effect = session.run(Command::Export("a/b.json".into()));
    assert!(matches!(
        effect,
        Some(Effect::Write(_, format, _)) if format == exchange::Format::JSON
    ));
}

#[test]
fn without_a_file_dialog_a_path_can_be_typed() {
    let mut session = Session::default();
    session.run(Command::AskForPath(Purpose::Open));
    session.run(Command::TypePath(" artikel.txt ".to_owned()));
    let effect = session.run(Command::AcceptPath);
    assert!(
        matches!(effect, Some(Effect::Read(_, source)) if source == Source::file("artikel.txt"))
    );
    assert_eq!(session.dialog, None);
}

#[test]
fn text_size_has_limits() {
    let mut session = Session::default();
    for _ in 0..40 {
        session.run(Command::Zoom(ZoomStep::In));
    }
    assert!(session.settings.typography.zoom() < 2.6);
    session.run(Command::Zoom(ZoomStep::Reset));
    assert!((session.settings.typography.zoom() - 1.0).abs() < f32::EPSILON);
    for _ in 0..40 {
        session.run(Command::Zoom(ZoomStep::Out));
    }
    assert!(0.56 < session.settings.typography.zoom());
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
        session.desk().focus
    };
    assert_eq!(click(&mut session), Some(Focus::Mention(MentionId(4))));
    assert_eq!(session.desk().nesting.around, [MentionId(3)]);
    assert_eq!(click(&mut session), Some(Focus::Mention(MentionId(3))));
    assert_eq!(session.desk().nesting.inside, [MentionId(4)]);
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
    assert!(!session.desk().is_in_focus(role, Some(EntityId(0))));
    session.run(Command::FocusEntity(EntityId(0)));
    assert!(session.desk().is_in_focus(role, Some(EntityId(0))));
    let date = MentionId(5);
    session.run(Command::FocusMention(date));
    assert!(session.desk().is_in_focus(date, None));
    assert!(
        !session.desk().is_in_focus(MentionId(9), None),
        "another date"
    );
    assert!(session.desk().card.is_none());
}

#[test]
fn a_name_that_only_related_words_speak_of_is_found_at_the_first_of_them() {
    let mut session = layered();
    session.run(Command::FocusEntity(EntityId(5)));
    let first = sample_layers::document().findings.mentions[18].span;
    assert_eq!(session.desk().jump.map(|(_, span)| span), Some(first));
}

#[test]
fn kinds_stay_switched_from_article_to_article() {
    let mut session = layered();
    session.run(Command::Toggle(Kind::Date));
    let Some(Effect::Read(request, _)) = session.run(Command::Open("zwei.txt".into())) else {
        panic!("it must be read");
    };
    session.run(Command::Read(request, Ok(review())));
    assert!(session.settings.shown.kind(Kind::Date) && !session.settings.shown.kind(Kind::Time));
}
