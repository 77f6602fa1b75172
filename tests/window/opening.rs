//! Opening and exporting: dialogs, drops, examples, failures.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::{Event, Key};
use egui_kittest::kittest::Queryable;

use wortlaut::document::Kind;
use wortlaut::exchange::Format;
use wortlaut::exchange::import::{Misfit, Unfit};
use wortlaut::gui::command::Command;
use wortlaut::gui::picker::Picked;
use wortlaut::gui::session::Says;

use crate::harness::Window;

#[test]
fn annotations_are_exported_through_the_dialog() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = Window::opened();
    window.press_with_control(Key::E);
    window.click("CSV, three tables: statements, names, mentions");
    window.will_pick(folder.path().join("bruecke.csv"));
    window.click("Save as…");
    window.wait("the export", |session| !session.messages.is_empty());
    let statements = folder.path().join("bruecke.statements.csv");
    let table = std::fs::read_to_string(&statements).expect("it was written");
    assert!(table.contains("Erika Ohnesorg"), "{table}");
    assert!(folder.path().join("bruecke.entities.csv").exists());
    assert_eq!(
        window.session().messages[0].says,
        Says::Exported(statements)
    );
    assert!(window.is_there("Exported"));
    window.click("Close the message");
    assert!(window.session().messages.is_empty());
}

#[test]
fn only_what_is_shown_is_exported_on_request_and_what_is_lost_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = Window::opened();
    window.ask(Command::Toggle(Kind::Person));
    window.press_with_control(Key::E);
    for _ in 0..Format::ALL.len() {
        if window.session().export_format() != Format::CONLL2002 {
            window.press(Key::ArrowDown);
        }
    }
    window.wait("what is lost", |session| session.export.losses().is_some());
    window.click("Only what is shown now");
    assert!(window.is_there("2 mentions, 3 statements"));
    window.will_pick(folder.path().join("bruecke.conll"));
    window.click("Save as…");
    window.wait("the export", |session| !session.messages.is_empty());
    let tags =
        std::fs::read_to_string(folder.path().join("bruecke.conll")).expect("it was written");
    assert!(tags.contains("B-LOC") && !tags.contains("B-PER"), "{tags}");
}

#[test]
fn what_did_not_fit_of_a_file_is_told_and_listed() {
    let mut window = Window::opened();
    let serial = window
        .session()
        .desk()
        .opened
        .as_ref()
        .expect("an article")
        .serial;
    let unfit = Unfit {
        place: "T12".to_owned(),
        reason: Misfit::Beyond,
        words: "Kurt".to_owned(),
    };
    let other = Unfit {
        place: "line 4".to_owned(),
        words: String::new(),
        ..unfit.clone()
    };
    window.ask(Command::Unfit(serial, vec![unfit, other]));
    assert!(window.is_there("2 entries of the file do not fit."));
    window.click("Details");
    assert!(window.is_there("T12: stands outside the text (“Kurt”)"));
    assert!(window.is_there("line 4: stands outside the text"));
    window.click("Hide details");
    assert!(!window.is_there("T12: stands outside the text (“Kurt”)"));
}

#[test]
fn an_article_that_is_foreign_and_not_whole_says_so_until_that_is_read() {
    let mut window = Window::with_file("fremd.html");
    let foreign = "This article is in English. Wortlaut is made for German and finds names and statements here only in part.";
    let stub = "The page shows only the beginning of the article; the rest is behind a paywall. What is there has been read.";
    let both = format!("{foreign} {stub}");
    assert!(window.is_there(&both));
    window.click("Close the notice");
    assert!(!window.is_there(&both));
    let mut window = Window::opened();
    assert!(!window.shows("paywall"), "an ordinary article says nothing");
    window.open("fremd.html");
    assert!(window.is_there(&both));
}

#[test]
fn the_agency_of_a_report_stands_below_and_ends_the_chain() {
    let window = Window::with_file("fremd.html");
    assert!(window.is_there("Agencies: dpa, AFP"));
    assert!(window.shows("via dpa/AFP, Stadtwerke"));
    let window = Window::opened();
    assert!(!window.shows("Agenc"));
    assert!(window.shows("via Stadtwerke"));
}

#[test]
fn a_failure_names_the_file_and_the_way_out_and_the_window_lives_on() {
    let mut window = Window::opened();
    window.will_pick("ordner/leer.txt");
    window.press_with_control(Key::O);
    window.wait("the failure", |session| !session.messages.is_empty());
    assert!(window.is_there("ordner/leer.txt cannot be read"));
    assert!(window.is_there("The file is empty. Choose another one."));
    assert!(window.is_there("3 of 3"), "the open article stays");
}

#[test]
fn without_a_file_dialog_a_path_is_asked_for() {
    let mut window = Window::new();
    window.picker.0.borrow_mut().push(Picked::NoDialog);
    window.click("Open");
    window.wait("the field", |session| session.dialog.is_some());
    let field = window.harness.get_by_label("Path");
    field.focus();
    window.harness.run();
    window.harness.event(Event::Text("artikel.txt".to_owned()));
    window.harness.run();
    window.click("Accept");
    window.wait("the article", |session| session.desk().opened.is_some());
    assert_eq!(
        window
            .session()
            .desk()
            .opened
            .as_ref()
            .map(|opened| opened.name.as_str()),
        Some("artikel.txt")
    );
}

#[test]
fn dropped_files_are_opened() {
    #[derive(Debug)]
    struct Dropped(PathBuf);
    impl eframe::egui::DroppedFile for Dropped {
        fn path(&self) -> &Path {
            &self.0
        }
        fn bytes(&self) -> Result<Vec<u8>, String> {
            Err("not needed".to_owned())
        }
    }
    let mut window = Window::new();
    let dropped = Arc::new(Dropped("bruecke.txt".into()));
    window.harness.input_mut().dropped_files.push(dropped);
    window.wait("the article", |session| session.desk().opened.is_some());
    assert!(window.is_there("3 of 3"));
}

#[test]
fn the_empty_window_offers_examples() {
    let mut window = Window::new();
    assert!(window.is_there("Drop a file here"));
    assert_eq!(
        window
            .harness
            .query_all_by_label_contains("Example: ")
            .count(),
        3
    );
    window.press_with_control(Key::E);
    assert!(window.is_there("No article is open"));
    let example = window
        .harness
        .query_all_by_label_contains("Example: ")
        .next();
    example.expect("there is one").click();
    window.wait("the example", |session| session.desk().opened.is_some());
}
