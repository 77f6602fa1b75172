//! Several articles: tabs, folders, the clipboard, files that change, the history of focus.

use eframe::egui::{Event, Key, Modifiers};
use wortlaut::document::EntityId;
use wortlaut::gui::session::Focus;
use wortlaut::gui::source::{Clip, Source};

use crate::harness::Window;

fn open(window: &mut Window, name: &str) {
    window.will_pick(name);
    window.click("Open");
    let name = name.to_owned();
    window.wait("the article", move |session| {
        let desk = session.desk();
        desk.opened.is_some() && desk.name() == Some(&name)
    });
}

#[test]
fn six_articles_have_six_tabs_and_keys_walk_through_them() {
    let mut window = Window::opened();
    for index in 1..6 {
        open(&mut window, &format!("artikel-{index}.txt"));
    }
    assert_eq!(window.session().desks().len(), 6);
    window.click("artikel-2.txt");
    assert_eq!(window.session().desk().name(), Some("artikel-2.txt"));
    window.press_with_control(Key::PageDown);
    assert_eq!(window.session().desk().name(), Some("artikel-3.txt"));
    window.press_with_control(Key::PageUp);
    window.press_with_control(Key::W);
    assert_eq!(window.session().desks().len(), 5);
    window.click("Close artikel-5.txt");
    assert_eq!(window.session().desks().len(), 4);
    window.press_with_control(Key::T);
    assert!(window.session().desk().is_empty());
    assert!(window.is_there("Start"));
}

#[test]
fn a_folder_lists_its_articles() {
    let folder = tempfile::tempdir().expect("a folder");
    for name in ["b.txt", "a.md", "c.png"] {
        std::fs::write(folder.path().join(name), "Ein Satz.").expect("it can be written");
    }
    let mut window = Window::new();
    window.will_pick(folder.path());
    window.click("Open folder");
    window.wait("the folder", |session| session.desk().folder.is_some());
    assert!(window.is_there("2 articles"));
    assert!(!window.is_there("c.png"));
    window.click("a.md");
    window.wait("the article", |session| session.desk().opened.is_some());
    assert_eq!(window.session().desks().len(), 2);
}

#[test]
fn an_article_is_pasted() {
    let mut window = Window::new();
    window.click("Paste");
    assert!(window.is_there("There is no text on the clipboard"));
    *window.clipboard.clip.borrow_mut() = Some(Clip {
        html: None,
        text: "Ein Satz.".to_owned(),
    });
    let events = &mut window.harness.input_mut().events;
    events.push(Event::Paste("Ein Satz.".to_owned()));
    window.harness.run();
    window.wait("the article", |session| session.desk().opened.is_some());
}

#[test]
fn a_file_that_changes_is_offered_to_be_read_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("artikel.txt");
    std::fs::write(&file, "Eins.").expect("it can be written");
    let mut window = Window::new();
    window.will_pick(&file);
    window.click("Open");
    window.wait("the article", |session| session.desk().opened.is_some());
    // What was read has another checksum: it is the sample's.
    std::fs::write(&file, "Zwei.").expect("it can be written");
    window.wait("the notice", |session| session.desk().is_outdated);
    assert!(window.is_there("The file has changed since it was read."));
    window.click("Read again");
    window.wait("the article", |session| !session.desk().is_outdated);
    assert!(!window.is_there("The file has changed since it was read."));
}

#[test]
fn keys_go_back_and_forward() {
    let mut window = Window::opened();
    window.click("Person, Erika Ohnesorg, 2 mentions");
    window.click("Kurt Weide, in 1 sentence");
    let back = |window: &mut Window, key| {
        window.harness.key_press_modifiers(Modifiers::ALT, key);
        window.harness.run();
        window.session().desk().focus
    };
    let person = |id| Some(Focus::Entity(EntityId(id)));
    assert_eq!(back(&mut window, Key::ArrowLeft), person(0));
    assert_eq!(back(&mut window, Key::ArrowRight), person(2));
    window.click("Back");
    assert_eq!(window.session().desk().focus, person(0));
}

#[test]
fn the_encoding_can_be_chosen() {
    let mut window = Window::opened();
    window.choose(&["Character encoding UTF-8"], "macintosh");
    let chosen = |source: &Source| match source {
        Source::File { encoding, .. } => encoding.as_deref() == Some("macintosh"),
        Source::Example(_) | Source::Clipboard(_) => false,
    };
    window.wait("the article", |session| {
        session.desk().source.as_ref().is_some_and(chosen)
    });
}
