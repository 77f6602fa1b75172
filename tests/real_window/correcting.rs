//! One article corrected from start to export: by keyboard alone, and by mouse.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::Value;
use wortlaut::document::{Kind, StatementKind, Verdict};
use wortlaut::exchange::{self, Format};
use wortlaut::review::Review;

use super::sample;
use super::screen::{self, Window};

/// The sample as a file in a folder.
fn article(folder: &Path) -> PathBuf {
    let review = Review::new(Arc::new(sample::document()));
    let files = exchange::export(
        Format::JSON,
        &exchange::Extract::whole(&review),
        folder,
        "bruecke",
    );
    files.expect("it can be written").0.remove(0)
}

fn has_steps(n_steps: usize) -> impl Fn(&Value) -> bool {
    move |state| state["n_steps"] == n_steps
}

fn read(path: &Path) -> Review {
    let bytes = std::fs::read(path).expect("it was written");
    exchange::json::read(&bytes).expect("it is ours")
}

#[test]
fn an_article_is_corrected_by_keyboard_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = article(folder.path());
    let mut window = Window::open(folder.path(), &file);
    window.wait_for("the article", |state| state["article"] == "bruecke.json");

    // A name: another type, taken back, wider, taken back, confirmed, renamed.
    window.press("n", "the first name", |state| {
        state["focus"]["mention"] == 0
    });
    let state = window.press("2", "an organisation", has_steps(1));
    assert_eq!(state["focus"]["type"], "organisation");
    window.press("ctrl+z", "a person again", has_steps(0));
    let state = window.press("shift+Right", "one word more", has_steps(1));
    assert_eq!(state["focus"]["text"], "Erika Ohnesorg in");
    window.picture("keyboard-1-resized");
    window.press("ctrl+z", "one word less", has_steps(0));
    let state = window.press("Return", "the confirmation", has_steps(1));
    assert_eq!(state["focus"]["verdict"], "accepted");
    window.press("F2", "the field for the name", |state| {
        state["typing"] == true
    });
    window.type_words("Erika Maria Ohnesorg", "the name", |state| {
        state["typing"] == true
    });
    let state = window.press("Return", "the new name", has_steps(2));
    assert_eq!(state["card"], "Erika Maria Ohnesorg");

    // A statement: another speaker, another kind, rejected, taken back.
    window.press("j", "the first statement", |state| {
        state["focus"]["statement"].is_number()
    });
    window.press("s", "the picker", |state| state["dialog"] == true);
    window.type_words("weide", "the speaker", |state| state["typed"] == "weide");
    window.picture("keyboard-2-speaker");
    let state = window.press("Return", "another speaker", has_steps(3));
    assert_eq!(state["focus"]["speaker"], "Kurt Weide");
    let state = window.press("r", "another kind", has_steps(4));
    assert_eq!(state["focus"]["kind"], "reported");
    window.press("x", "the rejection", has_steps(5));
    window.press("ctrl+z", "the statement again", has_steps(4));

    // A new name, word by word from the start.
    window.press("Escape", "nothing in focus", |state| {
        state["focus"].is_null()
    });
    window.press("w", "a word", |state| !state["selected"].is_null());
    let state = window.press("4", "a new mark", has_steps(5));
    assert_eq!(state["n_mentions"], 6);

    window.press("ctrl+s", "the file", |state| state["saved"] == "saved");
    let sidecar = folder.path().join("bruecke.json.wortlaut.json");
    assert_eq!(read(&sidecar).cursor(), 5);

    // Out, by keys.
    window.press("ctrl+e", "the dialog", |state| state["dialog"] == true);
    window.press("Return", "the path field", |state| {
        screen::place(state, "Übernehmen").is_some()
    });
    let target = folder.path().join("heraus.html");
    let path = target.display().to_string();
    window.type_words(&path, "the path", |state| state["typed"] == path.as_str());
    window.press("Return", "the file", |_| target.exists());
    window.picture("keyboard-3-exported");
    let html = std::fs::read_to_string(&target).expect("it was written");
    assert!(html.contains("Erika Maria Ohnesorg"));
    let review = read(&sidecar);
    let findings = review.findings();
    assert_eq!(findings.mentions[0].verdict, Verdict::Accepted);
    assert_eq!(findings.entities[0].name, "Erika Maria Ohnesorg");
    let reported = findings.statements.iter();
    let mut reported = reported.filter(|statement| statement.kind == StatementKind::Reported);
    assert_eq!(
        reported.next().map(|statement| statement.verdict),
        Some(Verdict::Changed)
    );
    assert_eq!(findings.mentions[5].verdict, Verdict::Added);
}

#[test]
fn an_article_is_corrected_by_mouse() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = article(folder.path());
    let mut window = Window::open(folder.path(), &file);
    window.wait_for("the article", |state| state["article"] == "bruecke.json");

    // A name: the menu on it, and a handle.
    let name = "Person, Kurt Weide, 1 Erwähnung";
    window.right_click(name, "the menu", |state| {
        screen::place(state, "Ablehnen").is_some()
    });
    window.picture("mouse-1-menu");
    let state = window.click(
        "Als Organisation markieren",
        "an organisation",
        has_steps(1),
    );
    assert_eq!(state["focus"]["type"], "organisation");
    window.click("Rückgängig: *", "a person again", has_steps(0));
    let handle = "Ende von „Kurt Weide“ verschieben";
    let state = window.drag(handle, -50, "a shorter name", has_steps(1));
    assert_eq!(state["focus"]["text"], "Kurt");
    window.click("Rückgängig: *", "the whole name again", has_steps(0));

    // A word beside a name becomes a name.
    window.double_click_beside(name, 95, "a word", |state| !state["selected"].is_null());
    window.picture("mouse-2-selection");
    let state = window.click("Als weiteren Namen markieren", "a new mark", has_steps(1));
    assert_eq!(state["n_mentions"], 6);

    // A statement: confirmed, with another speaker.
    window.click("Aussagen 3", "the list", |state| {
        state["tab"] == "statements"
    });
    let card = "Aussage, indirekt, Erika Ohnesorg: der Bau sei bezahlt";
    window.click(card, "the statement", |state| {
        state["focus"]["statement"] == 1
    });
    let state = window.click("Aussage bestätigen", "the confirmation", has_steps(2));
    assert_eq!(state["focus"]["verdict"], "accepted");
    window.click("Sprecher ändern (S)", "the picker", |state| {
        state["dialog"] == true
    });
    let state = window.click("Kurt Weide*", "another speaker", has_steps(3));
    assert_eq!(state["focus"]["speaker"], "Kurt Weide");
    window.wait_for("the file", |state| state["saved"] == "saved");

    // Out.
    window.click("Exportieren", "the dialog", |state| state["dialog"] == true);
    window.click("Speichern unter …", "the path field", |state| {
        screen::place(state, "Übernehmen").is_some()
    });
    let target = folder.path().join("heraus.html");
    let path = target.display().to_string();
    window.type_words(&path, "the path", |state| state["typed"] == path.as_str());
    window.click("Übernehmen", "the file", |_| target.exists());
    window.picture("mouse-3-exported");
    let html = std::fs::read_to_string(&target).expect("it was written");
    assert!(html.contains("bestätigt") || html.contains("berichtigt"));
    let review = read(&folder.path().join("bruecke.json.wortlaut.json"));
    let findings = review.findings();
    assert_eq!(findings.mentions[3].kind, Kind::Person);
    assert_eq!(findings.mentions[5].verdict, Verdict::Added);
    let speaker = findings.statements[1].speaker.as_ref();
    assert_eq!(
        speaker.and_then(|voice| voice.entity),
        findings.mentions[3].entity
    );
}
