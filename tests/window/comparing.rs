//! Two annotations of an article side by side: figures, differences, taking over either side.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::{Key, Modifiers};
use tempfile::TempDir;
use wortlaut::document::{EntityId, Kind, MentionId, Verdict};
use wortlaut::exchange::json;
use wortlaut::gui::session::{Focus, Tab};
use wortlaut::review::{Edit, Review, Stamp};

use crate::harness::Window;
use crate::{sample, sample_layers};

/// A file with another annotation of the sample.
fn other(folder: &TempDir) -> PathBuf {
    let mut review = Review::new(Arc::new(sample::document()));
    for edit in [
        Edit::SetEntityKind {
            entity: EntityId(3),
            kind: Kind::Organisation,
        },
        Edit::JudgeMention {
            mention: MentionId(3),
            verdict: Verdict::Rejected,
        },
    ] {
        review.apply(edit, Stamp::default()).expect("it fits");
    }
    let path = folder.path().join("andere.json");
    fs::write(&path, json::write(&review)).expect("it can be written");
    path
}

fn comparing(folder: &TempDir) -> Window {
    let mut window = Window::opened();
    window.will_pick(other(folder));
    window.press_with_control(Key::D);
    window.wait("the comparison", |session| {
        session.desk().comparison.is_some()
    });
    window
}

fn n_differences(window: &Window) -> usize {
    let comparison = window.session().desk().comparison.as_ref();
    comparison.expect("it is compared").differences.len()
}

fn press_with_alt(window: &mut Window, key: Key) {
    window.harness.key_press_modifiers(Modifiers::ALT, key);
    window.harness.run();
}

const KIND: &str = "Other kind, mention. A: “Neustadt”, Place. B: “Neustadt”, Organisation";
const ONLY_A: &str = "Only in A, mention. A: “Kurt Weide”, Person · Kurt Weide. B: missing";

#[test]
fn figures_and_differences_stand_side_by_side() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = comparing(&folder);
    assert!(window.is_there("A: bruecke.txt"));
    assert!(window.is_there("B: andere.json"));
    assert!(window.is_there("2 differences"));
    assert!(window.is_there("Same speaker: 3 of 3 statements that both have"));
    assert!(window.is_there(KIND));
    assert!(window.is_there(ONLY_A));
    assert!(window.shows("Mentions: 5 in A, 4 in B"));
    assert!(!window.shows("Organisations: 1 in A, 2 in B"));
    window.click("By kind");
    assert!(window.shows("Organisations: 1 in A, 2 in B"));
    window.click("Only in A, 1 difference");
    assert!(!window.is_there(KIND));
    assert!(window.is_there(ONLY_A));
    window.click("End the comparison");
    assert!(!window.is_there("2 differences"));
    assert_eq!(window.session().desk().tab, Tab::Statements);
}

#[test]
fn a_click_leads_to_the_place_and_either_side_is_taken_over_and_undone() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = comparing(&folder);
    window.click(KIND);
    let focus = window.session().desk().focus;
    assert_eq!(focus, Some(Focus::Mention(MentionId(1))));
    assert_eq!(window.session().desk().tab, Tab::Comparison);
    window.click("Take over B: “Neustadt”, Organisation");
    assert_eq!(n_differences(&window), 1);
    assert!(window.is_there("1 difference"));
    window.press_with_control(Key::Z);
    assert_eq!(n_differences(&window), 2);
    window.click("Take over A: “Kurt Weide”, Person · Kurt Weide");
    assert_eq!(n_differences(&window), 1);
}

#[test]
fn everything_works_by_keyboard_and_all_are_one_step() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = comparing(&folder);
    press_with_alt(&mut window, Key::J);
    press_with_alt(&mut window, Key::J);
    press_with_alt(&mut window, Key::K);
    press_with_alt(&mut window, Key::B);
    assert_eq!(n_differences(&window), 1);
    press_with_alt(&mut window, Key::B);
    assert_eq!(n_differences(&window), 0);
    assert!(window.is_there("Both annotations agree."));
    window.press_with_control(Key::Z);
    window.press_with_control(Key::Z);
    assert_eq!(n_differences(&window), 2);
    window.click("All 2 from B");
    assert_eq!(n_differences(&window), 0);
    window.press_with_control(Key::Z);
    assert_eq!(n_differences(&window), 2);
}

#[test]
fn an_annotation_of_another_text_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("fremd.json");
    let review = Review::new(Arc::new(sample_layers::document()));
    fs::write(&path, json::write(&review)).expect("it can be written");
    let mut window = Window::opened();
    window.will_pick(&path);
    window.press_with_control(Key::D);
    window.wait("the message", |session| !session.messages.is_empty());
    assert!(window.shows("annotates another text"));
    assert!(window.session().desk().comparison.is_none());
}

#[test]
fn with_nothing_open_two_files_are_asked_for() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = Window::new();
    // The one asked for last comes first.
    window.will_pick(other(&folder));
    window.will_pick("bruecke.txt");
    window.press_with_control(Key::D);
    window.wait("the comparison", |session| {
        session.desk().comparison.is_some()
    });
    assert_eq!(n_differences(&window), 2);
    assert_eq!(window.picker.n_asked(), 2);
}
