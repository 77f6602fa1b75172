//! The whole reading task by keyboard alone: open, walk, look up, filter, find, export. No pointer touches the window.

use eframe::egui::{Event, Key, Modifiers};
use egui_kittest::kittest::NodeT;

use wortlaut::gui::picker::Picked;
use wortlaut::gui::session::{Dialog, Says, Tab};

use crate::harness::Window;

/// The name of what has the keyboard.
fn focused(window: &Window) -> String {
    let root = window.harness.root();
    let nodes = root.children_recursive();
    let focused = nodes.filter(|node| node.accesskit_node().is_focused());
    let names: Vec<String> = focused
        .filter_map(|node| node.accesskit_node().label())
        .collect();
    names.join(" | ")
}

/// Presses Tab until what has the keyboard is called `name`.
fn tab_to(window: &mut Window, name: &str) {
    let mut seen = Vec::new();
    for _ in 0..160 {
        let here = focused(window);
        if here.starts_with(name) {
            return;
        }
        seen.push(here);
        window.press(Key::Tab);
    }
    panic!("Tab never comes to {name}, but to {seen:?}");
}

fn type_words(window: &mut Window, words: &str) {
    window.harness.event(Event::Text(words.to_owned()));
    window.harness.run();
}

#[test]
fn an_article_is_opened_read_looked_up_and_exported_without_a_pointer() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = Window::new();

    // No file dialog on this system: type the path.
    window.picker.0.borrow_mut().push(Picked::NoDialog);
    window.press_with_control(Key::O);
    window.wait("the field", |session| session.dialog.is_some());
    type_words(&mut window, "bruecke.txt");
    window.press(Key::Enter);
    window.wait("the article", |session| session.desk().opened.is_some());

    // Statement by statement.
    window.press(Key::J);
    window.press(Key::J);
    assert!(window.session().desk().focused_statement().is_some());

    // To the marks of the text, one by one, and all about one of them.
    window.press(Key::F6);
    tab_to(&mut window, "Person, Erika Ohnesorg");
    window.press(Key::Enter);
    assert_eq!(window.session().desk().tab, Tab::Context);
    assert_eq!(
        window
            .session()
            .desk()
            .card
            .as_ref()
            .map(|card| card.name.as_str()),
        Some("Erika Ohnesorg")
    );

    // To the lists, and from a line there back into the text.
    window.press(Key::F6);
    tab_to(&mut window, "Place 2: Ohnesorg");
    window.press(Key::Enter);
    let focus = window.session().desk().focus;
    window
        .harness
        .key_press_modifiers(Modifiers::ALT, Key::ArrowLeft);
    window.harness.run();
    assert_ne!(window.session().desk().focus, focus);

    // The statements of one speaker.
    window
        .harness
        .key_press_modifiers(Modifiers::ALT, Key::Num1);
    window.harness.run();
    tab_to(&mut window, "Speaker");
    window.press(Key::Enter);
    tab_to(&mut window, "Erika Ohnesorg · 2");
    window.press(Key::Enter);
    assert_eq!(window.session().desk().listed.len(), 2);

    // Export.
    window.press_with_control(Key::E);
    assert_eq!(window.session().dialog, Some(Dialog::Export));
    tab_to(&mut window, "CSV");
    window.press(Key::Space);
    window.will_pick(folder.path().join("bruecke.csv"));
    tab_to(&mut window, "Save as");
    window.press(Key::Enter);
    window.wait("the export", |session| !session.messages.is_empty());
    assert!(matches!(
        window.session().messages[0].says,
        Says::Exported(_)
    ));
}
