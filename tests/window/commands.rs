//! Everything by keyboard: the command palette, the list of keys, the log, panels.

use eframe::egui::{Event, Key};
use egui_kittest::kittest::Queryable;
use wortlaut::document::EntityId;
use wortlaut::gui::actions::Action;
use wortlaut::gui::session::{Focus, ThemeChoice};

use crate::harness::Window;

fn type_words(window: &mut Window, words: &str) {
    let events = &mut window.harness.input_mut().events;
    events.push(Event::Text(words.to_owned()));
    window.harness.run();
}

#[test]
fn the_palette_finds_commands_and_names_by_some_letters() {
    let mut window = Window::opened();
    window.press_with_control(Key::K);
    type_words(&mut window, "dark");
    window.press(Key::Enter);
    assert_eq!(window.session().settings.theme, ThemeChoice::Dark);
    assert_eq!(window.session().dialog, None);
    window.press_with_control(Key::K);
    type_words(&mut window, "kweide");
    window.press(Key::Enter);
    let focus = window.session().desk().focus;
    assert_eq!(focus, Some(Focus::Entity(EntityId(2))));
    window.press_with_control(Key::K);
    type_words(&mut window, "zzzz");
    assert!(window.is_there("Nothing found"));
    window.press(Key::Escape);
    assert_eq!(window.session().dialog, None);
    assert_eq!(
        window.session().desk().focus,
        focus,
        "only the palette is left"
    );
}

#[test]
fn arrow_keys_choose_in_the_palette() {
    let mut window = Window::opened();
    window.press_with_control(Key::K);
    type_words(&mut window, "theme");
    window.press_with_control(Key::K);
    assert_eq!(window.session().dialog, None, "the same keys close it");
    window.press_with_control(Key::K);
    type_words(&mut window, "text");
    window.press(Key::ArrowDown);
    window.press(Key::ArrowUp);
    window.press(Key::Enter);
    assert!(
        1.05 < window.session().settings.typography.zoom()
            || window.session().settings.typography.zoom() < 0.95
    );
}

#[test]
fn keys_are_listed_and_can_be_chosen() {
    let mut window = Window::opened();
    window.press(Key::F1);
    assert!(window.is_there("Open article, Ctrl+O"));
    let row = window.harness.get_by_label("Colour by speaker, V");
    row.scroll_to_me();
    window.harness.run();
    window.click("Colour by speaker, V");
    window.press(Key::Y);
    assert!(window.is_there("Colour by speaker, Y"));
    window.press(Key::Escape);
    assert!(!window.session().voices);
    window.press(Key::V);
    assert!(!window.session().voices);
    window.press(Key::Y);
    assert!(window.session().voices);
    let voices = Action::named("do-voices").expect("there is one");
    assert!(window.session().settings.keys.is_own(voices));
    window.press(Key::F1);
    window.click("Reset all keys");
    assert!(window.is_there("Colour by speaker, V"));
}

#[test]
fn a_message_that_was_taken_away_is_in_the_log() {
    let mut window = Window::new();
    window.will_pick("leer.txt");
    window.click("Open");
    window.wait("the message", |session| !session.messages.is_empty());
    window.click("Close the message");
    window.press_with_control(Key::K);
    type_words(&mut window, "messages");
    window.press(Key::Enter);
    assert!(window.shows("leer.txt"));
    window.harness.get_by_label("Copy all").click();
    window.harness.step();
    let copied = window.harness.output().platform_output.commands.len();
    assert_eq!(copied, 1);
}

#[test]
fn the_keyboard_goes_from_panel_to_panel() {
    let mut window = Window::opened();
    let mut seen = Vec::new();
    for _ in 0..5 {
        window.press(Key::F6);
        let focused = window.harness.ctx.memory(eframe::egui::Memory::focused);
        seen.push(focused.expect("something has the keyboard"));
    }
    // Article, lists, bar, names, and the article again.
    assert_eq!(seen[0], seen[4], "{seen:?}");
    assert!(!seen[1..4].contains(&seen[0]), "{seen:?}");
    window.press(Key::F7);
    assert!(!window.is_there("Names"));
    window.press(Key::F7);
    assert!(window.is_there("Names"));
    window.press(Key::F8);
    assert!(!window.shows("Statement, direct"));
}
