//! Voices: who says what, through whom, in which colour; the list by speaker.

use eframe::egui::Key;
use egui_kittest::kittest::Queryable;

use wortlaut::document::StatementId;

use crate::harness::Window;

const OHNESORG: &str = "Statement, direct, Erika Ohnesorg: „Wir bauen die Brücke“";
const PASSED_ON: &str =
    "Statement, indirect, Speaker unknown, via Stadtwerke: beginnen die Arbeiten im Mai";

impl Window {
    fn choose_order(&mut self, order: &str) {
        self.choose(&["Order"], order);
    }
}

#[test]
fn the_way_of_a_statement_is_read_out_with_it() {
    let window = Window::opened();
    assert!(window.is_there(PASSED_ON));
}

#[test]
fn unknown_speakers_are_filtered_with_one_click_and_all_come_back_with_another() {
    let mut window = Window::opened();
    window.click("Only: Speaker unknown, 1");
    assert!(window.is_there("1 of 3"));
    assert!(window.is_there(PASSED_ON) && !window.is_there(OHNESORG));
    window.click("Only: Speaker unknown, 1");
    assert!(window.is_there("3 of 3"));
    assert!(!window.shows("Only: Anonymous source"), "there is none");
}

#[test]
fn groups_have_headings_with_counts_that_fold() {
    let mut window = Window::opened();
    window.click("Group by speaker");
    assert!(window.is_there("Erika Ohnesorg, 2 statements, 67%, open"));
    assert!(window.is_there("Speaker unknown, 1 statement, 33%, open"));
    window.click("Erika Ohnesorg, 2 statements, 67%, open");
    assert!(!window.is_there(OHNESORG));
    assert!(window.is_there("Erika Ohnesorg, 2 statements, 67%, closed"));
    assert!(window.is_there("3 of 3"), "folded is not filtered");
    // Walking there opens it.
    window.press(Key::J);
    assert!(window.is_there(OHNESORG));
    window.click("Group by speaker");
    assert!(!window.shows("2 statements, 67%"));
}

#[test]
fn the_list_is_sorted_by_speaker_and_importance() {
    let mut window = Window::opened();
    let ids = |window: &Window| {
        let opened = window.session().desk().opened.as_ref();
        let rows = opened.map_or(&[][..], |opened| &opened.rows);
        let listed = window.session().desk().listed.iter();
        listed.map(|&index| rows[index].id).collect::<Vec<_>>()
    };
    window.choose_order("By speaker");
    assert_eq!(ids(&window), [0, 1, 2].map(StatementId));
    window.choose_order("By weight");
    assert_eq!(ids(&window), [1, 2, 0].map(StatementId));
}

#[test]
fn voices_are_switched_by_button_and_key_and_their_legend_filters() {
    let mut window = Window::opened();
    let entry = "Voice: Erika Ohnesorg, 2 statements";
    assert!(!window.is_there(entry));
    window.press(Key::V);
    assert!(window.session().voices);
    window.click(entry);
    assert!(window.is_there("2 of 3"));
    window.click(entry);
    assert!(window.is_there("3 of 3"));
    window.click("Voices: colour the text by speaker");
    assert!(!window.session().voices && !window.is_there(entry));
}

#[test]
fn names_can_be_clicked_while_voices_are_on() {
    let mut window = Window::opened();
    window.press(Key::V);
    let mark = "Person, Erika Ohnesorg, 2 mentions, 2 statements";
    let mark = window.harness.query_all_by_label(mark).next();
    mark.expect("the name is there").click();
    window.harness.run();
    assert!(window.is_there("Bürgermeisterin"));
}

#[test]
fn a_pointer_on_the_confidence_shows_reason_and_stance() {
    let mut window = Window::opened();
    let dots = window
        .harness
        .query_all_by_label("Fairly certain · 90%")
        .next();
    dots.expect("every card has them").hover();
    window.harness.run_steps(40);
    assert!(window.shows("Reason: subject of the verb that announces the statement (“"));
    assert!(window.is_there("Reported neutrally."));
}
