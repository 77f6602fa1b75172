//! What is in focus in the text: marks by keyboard, their cards, and who says a statement.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT, Queryable};

use wortlaut::document::MentionId;
use wortlaut::gui::session::Focus;

use crate::harness::Window;

impl Window {
    /// The label of the mark that has the keyboard.
    fn focused_mark(&self) -> Option<String> {
        let mut marks = self.harness.query_all_by_role(Role::Link);
        let focused = marks.find(Node::is_focused)?;
        focused.accesskit_node().label()
    }

    /// Puts the keyboard on the first mark.
    fn enter_article(&mut self) {
        for _ in 0..6 {
            self.press(Key::F6);
            if self.focused_mark().is_some() {
                return;
            }
        }
        panic!("the article is never reached");
    }
}

#[test]
fn tab_walks_through_the_marks_in_reading_order_and_enter_opens_one() {
    let mut window = Window::opened();
    window.enter_article();
    let mut walked = vec![window.focused_mark()];
    for _ in 0..4 {
        window.press(Key::Tab);
        walked.push(window.focused_mark());
    }
    let names: Vec<String> = walked.into_iter().flatten().collect();
    let names: Vec<&str> = names
        .iter()
        .filter_map(|name| name.split(", ").nth(1))
        .collect();
    assert_eq!(
        names,
        [
            "Erika Ohnesorg",
            "Neustadt",
            "Erika Ohnesorg",
            "Kurt Weide",
            "Stadtwerke"
        ]
    );
    window
        .harness
        .key_press_modifiers(Modifiers::SHIFT, Key::Tab);
    window.harness.run();
    window.press(Key::Enter);
    let focus = window.session().desk().focus;
    assert_eq!(focus, Some(Focus::Mention(MentionId(3))));
}

#[test]
fn after_the_last_mark_tab_leaves_the_article() {
    let mut window = Window::opened();
    window.enter_article();
    for _ in 0..5 {
        window.press(Key::Tab);
    }
    assert_ne!(
        window.focused_mark().as_deref(),
        Some("Organisation, Stadtwerke, 1 mention")
    );
}

#[test]
fn tab_goes_on_beyond_what_is_on_screen() {
    let mut window = Window::with_file("lang.txt");
    window.enter_article();
    for _ in 0..120 {
        window.press(Key::Tab);
        assert!(window.focused_mark().is_some(), "the keyboard is lost");
    }
    let title = "Das Wasser kam in der Nacht";
    let title = window.harness.query_by_role_and_label(Role::Heading, title);
    assert!(title.is_none(), "it has scrolled");
}

#[test]
fn the_card_of_a_mark_comes_for_the_keyboard_as_for_the_pointer() {
    let mut window = Window::opened();
    window.enter_article();
    window.press(Key::Tab);
    window.harness.run_steps(3);
    assert!(window.shows("name · "));
    window.press(Key::Escape);
    window.harness.run_steps(3);
    assert!(!window.shows("name · "));
}

#[test]
fn letters_on_names_are_switched_by_key() {
    let mut window = Window::opened();
    assert!(!window.session().settings.letter_tags);
    window.press(Key::L);
    assert!(window.session().settings.letter_tags);
    window.press(Key::L);
    assert!(!window.session().settings.letter_tags);
}

#[test]
fn a_speaker_out_of_view_is_named_at_the_edge_and_a_click_goes_there() {
    let mut window = Window::with_file("fern.txt");
    window.choose(&["Order"], "As in the text");
    window.press(Key::K);
    let desk = window.session().desk();
    let opened = desk.opened.as_ref().expect("an article is open");
    let last = desk.focused_statement().expect("the last one is in focus");
    let row = opened.row(last).expect("it is listed");
    let name = row.speaker.name.clone().expect("somebody says it");
    let pill = format!("Further up: {name}");
    assert!(window.is_there(&pill));
    let place = opened.findings().statement(last).speaker.clone();
    let place = place.expect("somebody says it").spans[0];
    window.click(&pill);
    assert_eq!(
        window.session().desk().jump.map(|(_, span)| span),
        Some(place)
    );
    assert!(!window.is_there(&pill), "the statement is out of view now");
    let title = "Das Wasser kam in der Nacht";
    assert!(
        window
            .harness
            .query_by_role_and_label(Role::Heading, title)
            .is_some()
    );
    // Nobody is out of view where both stand in one sentence.
    window.press(Key::J);
    assert!(!window.shows("Further up") && !window.shows("Further down"));
}
