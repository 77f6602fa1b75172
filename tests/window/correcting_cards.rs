//! Correcting on cards: who speaks, what a name is, verdicts and notes; by keys and by mouse.

use eframe::egui::accesskit::Live;
use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2};
use egui_kittest::kittest::{NodeT, Queryable};

use wortlaut::document::{
    EntityId, Kind, MentionId, Reason, StatementId, StatementKind, Verdict, Voice,
};
use wortlaut::gui::command::Command;
use wortlaut::gui::session::Focus;
use wortlaut::review::{Edit, Said};

use crate::harness::Window;

const INDIRECT: StatementId = StatementId(1);

impl Window {
    /// Looks at the statement of the sample that is a key statement.
    pub fn look_at_statement(&mut self) {
        self.press(Key::J);
        assert_eq!(self.session().desk().focused_statement(), Some(INDIRECT));
    }

    /// Looks at what a command leads to.
    pub fn look_at(&mut self, focus: Command) {
        self.harness.state_mut().ask(focus);
        self.harness.run();
    }

    fn point_at(&mut self, place: Pos2) {
        self.harness.event(Event::PointerMoved(place));
        self.harness.run();
    }

    fn hold(&mut self, place: Pos2, pressed: bool) {
        self.harness.event(Event::PointerButton {
            pos: place,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        });
        self.harness.run();
    }
}

#[test]
fn a_speaker_is_picked_by_some_letters() {
    let mut window = Window::opened();
    window.look_at_statement();
    window.press(Key::S);
    assert!(window.is_there("Who says this?"));
    window.type_words("kwei");
    window.press(Key::Enter);
    assert!(!window.is_there("Who says this?"));
    let speaker = window.findings().statement(INDIRECT).speaker.as_ref();
    assert_eq!(speaker.and_then(|voice| voice.entity), Some(EntityId(2)));
    assert!(window.is_there("“der Bau sei bezahlt” is now said by: Kurt Weide"));
    window.click("Undo");
    let speaker = window.findings().statement(INDIRECT).speaker.as_ref();
    assert_eq!(speaker.and_then(|voice| voice.entity), Some(EntityId(0)));
}

#[test]
fn nobody_and_the_article_itself_are_always_there() {
    let mut window = Window::opened();
    window.look_at_statement();
    window.click("Change the speaker (S)");
    window.type_words("qqq");
    assert!(window.is_there("No name fits"));
    window.press(Key::Enter);
    assert!(window.is_there("Who says this?"), "nothing was meant");
    window.click("Speaker unknown");
    assert_eq!(window.findings().statement(INDIRECT).speaker, None);
    window.press(Key::S);
    window.type_words("edito");
    window.press(Key::Enter);
    let speaker = window.findings().statement(INDIRECT).speaker.as_ref();
    let because = speaker.map(|voice| voice.because);
    assert_eq!(because, Some(Reason::Editorial));
    assert!(window.shows("Statement, indirect, changed, Editorial"));
}

#[test]
fn the_list_of_names_to_pick_is_left_by_escape() {
    let mut window = Window::opened();
    window.look_at_statement();
    window.press(Key::S);
    window.press(Key::ArrowDown);
    window.press(Key::Escape);
    assert!(!window.is_there("Who says this?"));
    assert!(window.review().steps().is_empty());
    assert_eq!(window.session().desk().focused_statement(), Some(INDIRECT));
}

#[test]
fn verdicts_on_statements_filter_the_list_and_are_taken_back() {
    let mut window = Window::opened();
    window.look_at_statement();
    assert!(!window.is_there("Verdict"), "nothing to filter by yet");
    window.click("Confirm the statement");
    assert_eq!(
        window.findings().statement(INDIRECT).verdict,
        Verdict::Accepted
    );
    window.choose(&["Verdict"], "confirmed · 1");
    assert!(window.is_there("1 of 3"));
    window.click("Reject the statement");
    window.choose(&["Verdict"], "rejected · 1");
    assert!(window.is_there("1 of 3"));
    window.click("Take back: der Bau sei bezahlt");
    assert_eq!(window.findings().statement(INDIRECT).verdict, Verdict::Open);
    assert!(window.is_there("No statement is rejected."));
    for _ in 0..3 {
        window.press_with_control(Key::Z);
    }
    assert_eq!(window.review().cursor(), 0);
}

#[test]
fn the_pointer_confirms_a_card_that_is_not_in_focus() {
    let mut window = Window::opened();
    let card = window
        .harness
        .get_by_label_contains("Statement, direct, Erika Ohnesorg")
        .rect();
    window.point_at(card.center());
    window.click("Confirm the statement");
    let direct = StatementId(0);
    assert_eq!(
        window.findings().statement(direct).verdict,
        Verdict::Accepted
    );
    assert_eq!(window.session().desk().focused_statement(), None);
}

#[test]
fn what_appears_under_the_pointer_moves_nothing() {
    let mut window = Window::opened();
    let below = "Statement, indirect, Speaker unknown";
    let top = |window: &Window, label: &str| {
        let nodes = window.harness.get_by_label_contains(label);
        nodes.rect().top()
    };
    let before = top(&window, below);
    let card = window
        .harness
        .get_by_label_contains("Statement, direct, Erika Ohnesorg")
        .rect();
    window.point_at(card.center());
    assert!(window.is_there("Reject the statement"));
    assert!((top(&window, below) - before).abs() < 0.5);
    window.look_at(Command::FocusEntity(EntityId(0)));
    let before = top(&window, "Place 2:");
    let line = window.harness.get_by_label_contains("Place 1:").rect();
    window.point_at(line.left_center() + eframe::egui::vec2(20.0, 0.0));
    assert!(window.is_there("Reject the place"));
    assert!((top(&window, "Place 2:") - before).abs() < 0.5);
}

#[test]
fn a_card_changes_kind_and_key_and_bears_a_note() {
    let mut window = Window::opened();
    window.look_at_statement();
    window.click("Rendering: indirect");
    window.click("reported");
    window.click("No key statement");
    let statement = window.findings().statement(INDIRECT);
    assert_eq!(
        (statement.kind, statement.key),
        (StatementKind::Reported, false)
    );
    window.press(Key::E);
    window.type_words("beim Amt nachfragen");
    window.press_with_control(Key::Enter);
    assert_eq!(
        window.findings().statement(INDIRECT).note,
        "beim Amt nachfragen"
    );
    assert!(window.is_there("Note on the statement: beim Amt nachfragen"));
    // Escape does not keep what was typed, and stays at the card.
    window.click("Note on the statement: beim Amt nachfragen");
    window.type_words(" oder nicht");
    window.press(Key::Escape);
    assert_eq!(
        window.findings().statement(INDIRECT).note,
        "beim Amt nachfragen"
    );
    assert_eq!(window.session().desk().focused_statement(), Some(INDIRECT));
    assert_eq!(window.review().steps().len(), 3);
}

#[test]
fn a_name_is_renamed_retyped_and_given_a_role() {
    let mut window = Window::opened();
    let weide = EntityId(2);
    window.look_at(Command::FocusEntity(weide));
    window.press(Key::F2);
    window.type_words("Kurt von der Weide");
    window.press(Key::Enter);
    assert_eq!(window.findings().entity(weide).name, "Kurt von der Weide");
    window.click("Type: Person");
    window.click("Organisation");
    assert_eq!(window.findings().entity(weide).kind, Kind::Organisation);
    assert!(window.is_there("“Kurt von der Weide”: Organisation instead of Person"));
    window.click("More on this name");
    window.click("Change the role");
    window.type_words("Bauhof");
    window.press(Key::Enter);
    assert_eq!(
        window.findings().entity(weide).role.as_deref(),
        Some("Bauhof")
    );
}

#[test]
fn two_names_become_one_by_key() {
    let mut window = Window::opened();
    window.look_at(Command::FocusEntity(EntityId(2)));
    window.press(Key::M);
    assert!(window.is_there("Merge “Kurt Weide” with…"));
    window.type_words("ohn");
    window.press(Key::Enter);
    assert_eq!(
        window.findings().mention(MentionId(3)).entity,
        Some(EntityId(0))
    );
    assert_eq!(window.review().steps().len(), 1);
    let focus = window.session().desk().focus;
    assert_eq!(
        focus,
        Some(Focus::Entity(EntityId(0))),
        "the one that stays"
    );
}

#[test]
fn who_is_meant_and_a_note_are_said_of_one_place() {
    let mut window = Window::opened();
    let place = MentionId(2);
    window.look_at(Command::FocusMention(place));
    window.click("What is meant is…");
    window.type_words("Otto");
    window.press(Key::Enter);
    let meant = window.findings().mention(place).entity;
    let meant = meant.expect("it means somebody");
    assert_eq!(window.findings().entity(meant).name, "Otto");
    window.click("Note on this place");
    window.type_words("Bruder?");
    window.press_with_control(Key::Enter);
    assert_eq!(window.findings().mention(place).note, "Bruder?");
    assert!(window.is_there("Note on the place: Bruder?"));
}

#[test]
fn two_names_become_one_by_dropping() {
    let mut window = Window::opened();
    let from = leftmost(&window, "Person, Kurt Weide, 1 mention");
    let into = leftmost(&window, "Person, Erika Ohnesorg, 2 mentions");
    window.point_at(from);
    window.hold(from, true);
    for share in [0.3, 0.6, 1.0] {
        window.point_at(from + share * (into - from));
    }
    window.hold(into, false);
    assert_eq!(
        window.findings().mention(MentionId(3)).entity,
        Some(EntityId(0))
    );
    assert!(window.is_there("“Kurt Weide” merged with “Erika Ohnesorg”"));
    window.click("Undo");
    assert_eq!(
        window.findings().mention(MentionId(3)).entity,
        Some(EntityId(2))
    );
}

/// The row of the list, not the mark in the text.
fn leftmost(window: &Window, label: &str) -> Pos2 {
    let nodes = window.harness.query_all_by_label(label);
    let places = nodes.map(|node| node.rect().center());
    let leftmost = places.min_by(|one, other| one.x.total_cmp(&other.x));
    leftmost.expect("it is listed")
}

#[test]
fn some_places_are_split_off() {
    let mut window = Window::opened();
    window.look_at(Command::FocusEntity(EntityId(0)));
    window.click("More on this name");
    window.click("Split off some places…");
    window.type_words("Otto Ohnesorg");
    let line = window.harness.get_by_label_contains("Place 2:").rect();
    window.point_at(line.center());
    window.hold(line.center(), true);
    window.hold(line.center(), false);
    window.click("Split off 1 place");
    let new = window.findings().mention(MentionId(2)).entity;
    let new = new.expect("it means somebody");
    assert_eq!(window.findings().entity(new).name, "Otto Ohnesorg");
    assert_eq!(
        window.findings().mention(MentionId(0)).entity,
        Some(EntityId(0))
    );
}

#[test]
fn places_are_judged_on_their_lines_and_all_at_once() {
    let mut window = Window::opened();
    window.look_at(Command::FocusEntity(EntityId(0)));
    let line = window.harness.get_by_label_contains("Place 2:").rect();
    window.point_at(line.left_center() + eframe::egui::vec2(20.0, 0.0));
    window.click("Reject the place");
    let verdict = |window: &Window, id| window.findings().mention(MentionId(id)).verdict;
    assert_eq!(verdict(&window, 2), Verdict::Rejected);
    window.press_with_control(Key::Z);
    window.look_at(Command::FocusEntity(EntityId(0)));
    window.click("More on this name");
    window.click("Confirm all 2 open places");
    assert_eq!(
        [verdict(&window, 0), verdict(&window, 2)],
        [Verdict::Accepted; 2]
    );
    assert!(window.is_there("2 mentions confirmed"));
}

#[test]
fn addressees_and_who_passed_it_on_are_picked_from_the_menu_of_a_card() {
    let mut window = Window::opened();
    window.look_at_statement();
    window.click("More on this statement");
    window.click("Change the addressee");
    assert!(window.is_there("To whom is it said?"));
    window.type_words("weide");
    window.press(Key::Enter);
    let entity = |voice: &Voice| voice.entity;
    let statement = window.findings().statement(INDIRECT);
    let addressee = statement.addressee.as_ref().and_then(entity);
    assert_eq!(addressee, Some(EntityId(2)));
    assert!(window.is_there("to Kurt Weide"));
    window.click("More on this statement");
    window.click("Change who passed it on");
    window.type_words("stadtw");
    window.press(Key::Enter);
    let statement = window.findings().statement(INDIRECT);
    let via: Vec<_> = statement.via.iter().filter_map(entity).collect();
    assert_eq!(via, [EntityId(1)]);
}

#[test]
fn what_is_selected_becomes_what_a_statement_says() {
    let mut window = Window::opened();
    window.press_with_control(Key::A);
    window.look_at(Command::FocusStatement(INDIRECT));
    window.click("More on this statement");
    window.click("Take the selection as its words");
    let statement = window.findings().statement(INDIRECT);
    assert_eq!(statement.content.len(), 3, "one part for each paragraph");
    assert_eq!(statement.verdict, Verdict::Changed);
}

#[test]
fn who_says_it_is_asked_after_a_statement_was_added() {
    let mut window = Window::opened();
    let place = window.findings().mention(MentionId(1)).span;
    window.look_at(Command::Correct(Edit::AddStatement {
        content: vec![place],
        kind: StatementKind::Reported,
        speaker: Said::Unknown,
    }));
    assert!(window.is_there("Who says this?"));
    window.type_words("ohnes");
    window.press(Key::Enter);
    let added = window.findings().statements.last();
    let speaker = added.and_then(|statement| statement.speaker.as_ref());
    assert_eq!(speaker.and_then(|voice| voice.entity), Some(EntityId(0)));
}

#[test]
fn corrections_are_told_to_those_who_listen() {
    let mut window = Window::opened();
    window.look_at_statement();
    window.click("Confirm the statement");
    let told = "Statement “der Bau sei bezahlt” confirmed";
    let live = |window: &Window, label: &str| {
        let node = window.harness.get_by_label(label);
        node.accesskit_node().live()
    };
    assert_eq!(live(&window, told), Live::Polite);
    window.press_with_control(Key::Z);
    let told = format!("Undone: {told}");
    assert_eq!(live(&window, &told), Live::Polite);
    window.click("Redo");
    assert_eq!(
        window.findings().statement(INDIRECT).verdict,
        Verdict::Accepted
    );
}
