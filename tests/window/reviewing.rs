//! Going through what nobody has looked at yet, the list of steps, the note on the article and the reader's name.

use eframe::egui::{Key, Modifiers};

use wortlaut::document::{EntityId, StatementId, Verdict};
use wortlaut::gui::command::Command;
use wortlaut::gui::session::{Focus, Tab};

use crate::harness::Window;

#[test]
fn steps_are_listed_and_gone_to() {
    let mut window = Window::opened();
    window.look_at(Command::FocusEntity(EntityId(2)));
    for name in ["Kurt Weider", "Kurt Weidner"] {
        window.press(Key::F2);
        window.type_words(name);
        window.press(Key::Enter);
    }
    window.click("All changes");
    assert!(window.is_there("2 changes"));
    let first = "“Kurt Weide” renamed “Kurt Weider”";
    let second = "“Kurt Weider” renamed “Kurt Weidner”";
    window.click(first);
    assert_eq!(window.findings().entity(EntityId(2)).name, "Kurt Weider");
    assert!(window.is_there(&format!("{second}, undone")));
    assert!(window.is_there("As after 1 of 2 changes"));
    window.click("Beginning");
    assert_eq!(window.review().cursor(), 0);
    window.click(&format!("{second}, undone"));
    assert_eq!(window.findings().entity(EntityId(2)).name, "Kurt Weidner");
    window.press(Key::Escape);
    window.click("Undo: “Kurt Weider” renamed “Kurt Weidner” (Ctrl+Z)");
    assert_eq!(window.review().cursor(), 1);
}

#[test]
fn findings_are_reviewed_by_keys_alone() {
    let mut window = Window::opened();
    window
        .harness
        .key_press_modifiers(Modifiers::ALT, Key::Num4);
    window.harness.run();
    assert!(window.is_there("0 of 8 reviewed"));
    // The least certain one: said by nobody known.
    let focus = |window: &Window| window.session().desk().focus;
    assert_eq!(focus(&window), Some(Focus::Statement(StatementId(2))));
    window.press(Key::Space);
    assert_ne!(focus(&window), Some(Focus::Statement(StatementId(2))));
    window.press(Key::ArrowLeft);
    assert_eq!(focus(&window), Some(Focus::Statement(StatementId(2))));
    window.press(Key::X);
    assert!(window.is_there("1 of 8 reviewed"));
    assert_eq!(
        window.findings().statement(StatementId(2)).verdict,
        Verdict::Rejected
    );
    window.press(Key::Enter);
    assert!(window.is_there("2 of 8 reviewed"));
    for _ in 0..6 {
        window.press(Key::Enter);
    }
    assert!(window.is_there("Everything is reviewed."));
    assert_eq!(window.session().desk().tab, Tab::Review);
}

#[test]
fn findings_are_reviewed_by_mouse() {
    let mut window = Window::opened();
    window.click("Review");
    window.click("Reject");
    window.click("Later");
    window.click("Confirm all over 90% (7)");
    assert!(window.is_there("8 of 8 reviewed"));
    assert_eq!(window.review().steps().len(), 2);
    window.press_with_control(Key::Z);
    assert!(window.is_there("1 of 8 reviewed"));
}

#[test]
fn thousands_of_findings_are_confirmed_in_one_step_and_taken_back_in_one() {
    let mut window = Window::with_file("viele.txt");
    let before = window.findings().clone();
    window.click("Review");
    window.click("Ella Rau: confirm all 5000");
    assert!(window.is_there("5000 mentions confirmed"));
    let of_rau = window.findings().mentions_of(EntityId(0));
    let n_confirmed = of_rau
        .filter(|(_, mention)| mention.verdict == Verdict::Accepted)
        .count();
    assert_eq!(n_confirmed, 5000);
    assert_eq!(window.review().steps().len(), 1);
    window.press_with_control(Key::Z);
    assert!(*window.findings() == before, "all as it was");
}

#[test]
fn the_article_has_a_note_that_the_search_finds() {
    let mut window = Window::opened();
    window.click("Note on the article");
    window.type_words("Zahlen prüfen");
    window.press_with_control(Key::Enter);
    assert_eq!(window.findings().note, "Zahlen prüfen");
    assert!(window.is_there("Note on the article: Zahlen prüfen"));
    window.press_with_control(Key::F);
    window.type_words("note:zahlen");
    let search = window.session().desk().search.as_ref();
    assert_eq!(search.map(|search| search.hits.len()), Some(1));
}

#[test]
fn corrections_bear_the_name_of_the_reader() {
    let mut window = Window::opened();
    window.press_with_control(Key::Comma);
    window.click("Name of the reader");
    window.type_words("Ada");
    window.press(Key::Escape);
    window.look_at_statement();
    window.click("Confirm the statement");
    assert_eq!(window.review().steps()[0].stamp.by, "Ada");
    assert!(window.shows("Reader: Ada, "));
}

#[test]
fn a_correction_that_does_not_fit_says_why() {
    let mut window = Window::opened();
    window.look_at(Command::FocusEntity(EntityId(2)));
    window.press(Key::F2);
    window.press_with_control(Key::A);
    window.type_words(" ");
    window.press(Key::Enter);
    assert!(window.is_there("A name needs at least one visible letter."));
    assert_eq!(window.findings().entity(EntityId(2)).name, "Kurt Weide");
}
