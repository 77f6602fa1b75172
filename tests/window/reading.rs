//! Reading: statements and names are listed, clicked, filtered, walked through.

use eframe::egui::Key;
use egui_kittest::kittest::Queryable;

use wortlaut::document::{EntityId, MentionId, StatementId};
use wortlaut::gui::session::{Focus, Tab};

use crate::harness::Window;

const OHNESORG: &str = "Person, Erika Ohnesorg, 2 mentions, 2 statements";

#[test]
fn an_article_is_opened_and_its_names_and_statements_are_there() {
    let window = Window::opened();
    assert!(window.is_there("Names"));
    assert_eq!(window.count(OHNESORG), 2);
    // In the text and in the list.
    assert_eq!(window.count("Place, Neustadt, 1 mention"), 2);
    assert!(window.is_there("Statement, direct, Erika Ohnesorg: „Wir bauen die Brücke“"));
    assert!(window.is_there("3 of 3"));
    assert!(window.shows("Statement in the margin, direct"));
}

#[test]
fn a_click_on_a_name_shows_all_about_it_and_lines_lead_to_its_places() {
    let mut window = Window::opened();
    let mark = window.harness.query_all_by_label(OHNESORG).next();
    mark.expect("the name is marked").click();
    window.harness.run();
    assert_eq!(window.session().desk().tab, Tab::Context);
    assert!(window.is_there("Bürgermeisterin"));
    assert!(window.is_there("also: Ohnesorg"));
    assert!(window.is_there("In the text · 2 mentions"));
    window.click("Place 2: Ohnesorg versicherte Kurt Weide, der Bau sei bezahlt.");
    let focus = window.session().desk().focus;
    assert_eq!(focus, Some(Focus::Mention(MentionId(2))));
    let companion = window.harness.get_by_label("Kurt Weide, in 1 sentence");
    companion.scroll_to_me();
    window.harness.run();
    window.click("Kurt Weide, in 1 sentence");
    assert_eq!(
        window.session().desk().focus,
        Some(Focus::Entity(EntityId(2)))
    );
}

#[test]
fn an_entity_of_the_list_opens_its_card() {
    let mut window = Window::opened();
    window.click("Person, Erika Ohnesorg, 2 mentions");
    let card = window
        .session()
        .desk()
        .card
        .as_ref()
        .expect("there is a card");
    assert_eq!(card.name, "Erika Ohnesorg");
    assert_eq!(window.session().desk().tab, Tab::Context);
}

#[test]
fn statements_are_filtered_by_speaker_and_kind() {
    let mut window = Window::opened();
    window.choose(&["Speaker"], "Erika Ohnesorg · 2");
    assert!(window.is_there("2 of 3"));
    assert!(!window.shows("Statement, indirect, Speaker unknown"));
    window.choose(&["Kind"], "direct · 1");
    assert!(window.is_there("1 of 3"));
    window.click("Clear filter");
    assert!(window.is_there("3 of 3"));
}

#[test]
fn a_click_on_a_card_lights_the_statement_up() {
    let mut window = Window::opened();
    window.click("Statement, indirect, Erika Ohnesorg: der Bau sei bezahlt");
    let focused = window.session().desk().focused_statement();
    assert_eq!(focused, Some(StatementId(1)));
    window.press(Key::Escape);
    assert_eq!(window.session().desk().focus, None);
}

#[test]
fn keys_walk_through_statements_and_names() {
    let mut window = Window::opened();
    window.press(Key::J);
    window.press(Key::J);
    let focused = window.session().desk().focused_statement();
    assert_eq!(focused, Some(StatementId(0)));
    window.press(Key::K);
    let focused = window.session().desk().focused_statement();
    assert_eq!(focused, Some(StatementId(1)));
    window.press(Key::N);
    let focus = window.session().desk().focus;
    assert_eq!(focus, Some(Focus::Mention(MentionId(0))));
    window.press_with_control(Key::Plus);
    assert!(1.05 < window.session().settings.typography.zoom());
    window.press_with_control(Key::Num0);
    assert!(window.session().settings.typography.zoom() < 1.05);
}

#[test]
fn an_idle_window_draws_nothing() {
    let mut window = Window::opened();
    window.harness.run();
    let before = window.harness.ctx.cumulative_pass_nr();
    // Runs frames only as long as somebody asks for them.
    window.harness.run();
    assert!(window.harness.ctx.cumulative_pass_nr() - before <= 2);
}
