//! Finding: Ctrl+F, the query language, stepping through hits, and the way back.

use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use wortlaut::document::StatementId;
use wortlaut::gui::session::{Focus, Tab};

use crate::harness::Window;

const FIELD: &str = "Find in the article";

impl Window {
    fn search(&mut self, words: &str) {
        self.press_with_control(Key::F);
        self.type_words(words);
    }

    fn press_with_shift(&mut self, key: Key) {
        self.harness.key_press_modifiers(Modifiers::SHIFT, key);
        self.harness.run();
    }
}

#[test]
fn words_are_counted_and_stepped_through_with_keys() {
    let mut window = Window::opened();
    assert!(!window.is_there(FIELD));
    window.search("ohnesorg");
    assert!(window.is_there("1 of 2"));
    window.press(Key::Enter);
    assert!(window.is_there("2 of 2"));
    window.press(Key::F3);
    assert!(window.is_there("1 of 2"), "around the end");
    window.press_with_shift(Key::Enter);
    assert!(window.is_there("2 of 2"));
    window.press_with_shift(Key::F3);
    assert!(window.is_there("1 of 2"));
    window.press(Key::ArrowDown);
    assert!(window.is_there("2 of 2"));
    window.press(Key::Escape);
    assert!(!window.is_there(FIELD));
    // What was looked for is there again, and is replaced by what is typed.
    window.press_with_control(Key::F);
    assert!(window.is_there("2 hits"));
    window.type_words("zzz");
    assert!(window.is_there("No hits"));
}

#[test]
fn buttons_step_and_close() {
    let mut window = Window::opened();
    window.search("der");
    window.click("Next hit");
    window.click("Previous hit");
    assert!(window.session().desk().search.is_some());
    window.click("Close the search");
    assert!(window.session().desk().search.is_none());
    assert_eq!(window.session().desk().n_returns, 0);
}

#[test]
fn a_query_finds_statements_and_steps_look_at_them() {
    let mut window = Window::opened();
    window.click("Context");
    window.search("speaker:Ohnesorg kind:indirect");
    assert!(window.is_there("1 of 1"));
    assert_eq!(window.session().desk().focus, None);
    window.press(Key::Enter);
    let focus = window.session().desk().focus;
    assert_eq!(focus, Some(Focus::Statement(StatementId(1))));
    window.press(Key::Escape);
    assert_eq!(window.session().desk().focus, None, "as before");
    assert_eq!(window.session().desk().tab, Tab::Context);
    assert_eq!(window.session().desk().n_returns, 1);
}

#[test]
fn german_queries_are_understood_in_an_english_window() {
    let mut window = Window::opened();
    window.search("sprecher:Ohnesorg art:indirekt");
    assert!(window.is_there("1 of 1"));
}

#[test]
fn examples_are_offered_and_taken_with_a_click() {
    let mut window = Window::opened();
    window.press_with_control(Key::F);
    assert!(window.is_there("speaker:Ohnesorg, what somebody says"));
    window.click("type:person, all people in the text");
    assert!(window.is_there("1 of 3"));
    // The keyboard is back in the field: the example is replaced.
    window.type_words("brücke");
    assert!(window.is_there("1 of 1"));
}

#[test]
fn mistakes_are_told_under_the_field() {
    let mut window = Window::opened();
    window.search("type:elf");
    assert!(window.shows("There is no type “elf”"));
    window.press_with_control(Key::A);
    window.type_words("/(a/");
    assert!(window.shows("lacks a closing parenthesis"));
    window.press_with_control(Key::A);
    window.type_words("kind:");
    assert!(window.shows("Which kind?"));
    window.press_with_control(Key::A);
    window.type_words("bau");
    assert!(window.is_there("1 of 2") && !window.shows("Which kind?"));
}

#[test]
fn letters_typed_into_the_field_are_no_commands() {
    let mut window = Window::opened();
    window.press_with_control(Key::F);
    window.press(Key::J);
    window.press(Key::V);
    assert_eq!(window.session().desk().focus, None);
    assert!(!window.session().voices);
    let field = window.harness.get_by_label(FIELD);
    assert!(field.is_focused());
}

#[test]
fn who_comes_back_from_a_search_is_at_the_same_place() {
    let mut window = Window::with_file("viele.txt");
    let top = |window: &Window| {
        let first = window
            .harness
            .query_all_by_label_contains(": Hier kommt")
            .next();
        let first = first.expect("something is on screen");
        (first.accesskit_node().label(), first.rect().top())
    };
    for _ in 0..3 {
        window.press(Key::PageDown);
    }
    let before = top(&window);
    window.search("schluss");
    window.press(Key::Enter);
    assert_ne!(top(&window), before);
    window.press(Key::Escape);
    window.harness.run();
    assert_eq!(top(&window), before);
}
