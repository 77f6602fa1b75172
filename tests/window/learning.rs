//! The personal lexicon: asked for after a correction, listed, removed, put back, added by hand, imported and exported.

use std::fs;

use eframe::egui::Key;
use wortlaut::document::{EntityId, Kind, MentionId, Verdict};
use wortlaut::german::personal_lexicon::Entry;
use wortlaut::gui::command::Command;
use wortlaut::review::Edit;

use crate::harness::Window;

const QUESTION: &str = "Read “Neustadt” as Organisation from now on?";

fn retype(window: &mut Window) {
    let edit = Edit::SetEntityKind {
        entity: EntityId(3),
        kind: Kind::Organisation,
    };
    correct(window, edit);
}

fn correct(window: &mut Window, edit: Edit) {
    window.harness.state_mut().ask(Command::Correct(edit));
    window.harness.run();
}

fn entries(window: &Window) -> Vec<String> {
    let entries = window.session().lexicon.file.entries();
    entries.map(|entry| entry.words().to_owned()).collect()
}

fn wait_for(window: &mut Window, n: usize) {
    window.wait("the lexicon", move |session| {
        session.lexicon.file.entries().count() == n
    });
}

#[test]
fn a_correction_is_remembered_when_the_reader_says_so() {
    let mut window = Window::opened();
    retype(&mut window);
    assert!(window.is_there(QUESTION));
    window.click("No");
    assert!(!window.is_there(QUESTION));
    assert_eq!(entries(&window), [] as [&str; 0]);
    window.press_with_control(Key::Z);
    retype(&mut window);
    window.click("Remember");
    wait_for(&mut window, 1);
    assert!(!window.is_there(QUESTION));
    let notice = "The personal lexicon has changed: this article would be read otherwise now.";
    assert!(window.is_there(notice));
    window.click("Keep this version");
    assert!(!window.is_there(notice));
}

#[test]
fn a_rejected_name_is_offered_as_none() {
    let mut window = Window::opened();
    let reject = Edit::JudgeMention {
        mention: MentionId(1),
        verdict: Verdict::Rejected,
    };
    correct(&mut window, reject);
    assert!(window.is_there("Never read “Neustadt” as a name from now on?"));
    window.harness.key_press_modifiers(
        eframe::egui::Modifiers::COMMAND.plus(eframe::egui::Modifiers::SHIFT),
        Key::L,
    );
    window.harness.run();
    wait_for(&mut window, 1);
    let never = Entry::never("Neustadt").expect("a name");
    assert!(window.session().lexicon.file.entries().eq([&never]));
}

#[test]
fn entries_are_listed_searched_removed_and_put_back() {
    let mut window = Window::opened();
    window.press_with_control(Key::L);
    assert!(window.is_there("Personal lexicon"));
    // The keyboard is in the first field.
    window.type_words("Radio Nord");
    window.press(Key::Enter);
    wait_for(&mut window, 1);
    window.type_words("Al-Watan");
    window.press(Key::Enter);
    wait_for(&mut window, 2);
    assert!(window.is_there("Radio Nord, Person"));
    assert!(window.is_there("Al-Watan, Person"));
    window.click("Search entries");
    window.type_words("watan");
    assert!(!window.is_there("Radio Nord, Person"));
    assert!(window.is_there("1 of 2") || window.shows("Al-Watan, Person"));
    window.click("Remove “Al-Watan”");
    wait_for(&mut window, 1);
    assert!(window.is_there("“Al-Watan” is removed."));
    window.click("Put back");
    wait_for(&mut window, 2);
    assert!(window.is_there("Al-Watan, Person"));
    window.press(Key::Escape);
    window.press(Key::Escape);
    window.press(Key::Escape);
    assert!(!window.is_there("Al-Watan, Person"));
}

#[test]
fn entries_are_imported_and_exported() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("andere.tsv");
    fs::write(&file, "never\tMorgen\nname\tUlm\tlocation\n").expect("it can be written");
    let mut window = Window::new();
    window.press_with_control(Key::L);
    window.will_pick(&file);
    window.click("Import…");
    wait_for(&mut window, 2);
    assert!(window.shows("2 new entries"));
    window.will_pick(&file);
    window.click("Import…");
    window.wait("the message", |session| session.log.len() == 2);
    assert!(window.shows("No new entry"));
    let copy = folder.path().join("kopie.tsv");
    window.will_pick(&copy);
    window.click("Export…");
    window.wait("the message", |session| session.log.len() == 3);
    let copied = fs::read_to_string(copy).expect("it was written");
    assert!(copied.contains("never\tMorgen\nname\tUlm\tlocation\n"));
}

#[test]
fn what_makes_no_sense_in_a_file_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("none.tsv");
    let mut window = Window::new();
    window.press_with_control(Key::L);
    window.will_pick(&file);
    window.click("Import…");
    window.wait("the message", |session| !session.log.is_empty());
    assert!(window.shows("none.tsv"));
    assert_eq!(entries(&window), [] as [&str; 0]);
}

#[test]
fn corrections_survive_a_reading_with_what_was_learned() {
    let mut window = Window::opened();
    let note = Edit::SetEntityNote {
        entity: EntityId(0),
        note: "seit 2019 im Amt".to_owned(),
    };
    correct(&mut window, note);
    retype(&mut window);
    window.click("Remember");
    wait_for(&mut window, 1);
    window.click("Read again");
    window.wait("the article", |session| {
        let desk = session.desk();
        desk.opened.is_some() && desk.reading.is_none() && !desk.is_taught_otherwise
    });
    let opened = window.session().desk().opened.as_ref().expect("it is open");
    let findings = opened.findings();
    assert_eq!(findings.entity(EntityId(0)).note, "seit 2019 im Amt");
    assert_eq!(findings.entity(EntityId(3)).kind, Kind::Organisation);
    assert_eq!(opened.review().cursor(), 2, "and can be undone");
}
