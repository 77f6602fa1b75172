//! The real program in a real window: started under Xvfb, used with a mouse, compared with what it says of itself.
//!
//! Needs the feature `window-tests` and the programs Xvfb and xdotool.

mod correcting;
mod screen;

use std::sync::Arc;

use serde_json::Value;
use wortlaut::exchange::{self, Format};
use wortlaut::review::Review;

use screen::Window;

// The sample speaks of `crate::article` and so on.
use wortlaut::{article, document, span};

#[path = "../../src/view/sample.rs"]
mod sample;

#[test]
fn a_click_on_a_name_and_a_click_on_a_statement_do_what_they_promise() {
    let folder = tempfile::tempdir().expect("a folder");
    let review = Review::new(Arc::new(sample::document()));
    let files = exchange::export(
        Format::JSON,
        &exchange::Extract::whole(&review),
        folder.path(),
        "bruecke",
    );
    let file = files.expect("it can be written").0.remove(0);

    let mut window = Window::open(folder.path(), &file);
    let state = window.wait_for("the article", |state| state["article"] == "bruecke.json");
    assert_eq!(state["n_mentions"], 5);
    assert_eq!(state["n_statements"], 3);
    assert_eq!(state["tab"], "statements");

    let card = "Aussage, indirekt, Erika Ohnesorg: der Bau sei bezahlt";
    let state = window.click(card, "the statement in focus", |state| {
        state["focus"]["statement"] == 1
    });
    assert_eq!(state["focus"]["text"], "der Bau sei bezahlt");

    let name = "Person, Kurt Weide, 1 Erwähnung";
    let state = window.click(name, "the name in focus", |state| {
        state["focus"]["mention"] == 3
    });
    assert_eq!(state["focus"]["text"], "Kurt Weide");
    assert_eq!(state["card"], "Kurt Weide");
    assert_eq!(state["tab"], "context");
}

#[test]
fn a_file_that_cannot_be_read_leaves_the_window_alive() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("leer.txt");
    std::fs::write(&file, "").expect("it can be written");
    let mut window = Window::open(folder.path(), &file);
    let state = window.wait_for("the message", |state| state["n_messages"] == 1);
    assert_eq!(state["article"], Value::Null);
    let state = window.wait_for("the examples", |state| example(state).is_some());
    let name = example(&state).expect("it is there");
    window.click(&name, "the example", |state| {
        state["article"] == "1-laternen.txt"
    });
}

/// The name of the first example that is offered.
fn example(state: &Value) -> Option<String> {
    let places = state["places"].as_array()?;
    let names = places.iter().filter_map(|place| place["name"].as_str());
    let mut examples = names.filter(|name| name.starts_with("Beispiel: "));
    examples.next().map(str::to_owned)
}

/// „sprecher:… art:indirekt“ and so on: what a reader does in a few minutes.
#[test]
fn an_article_is_read_by_mouse_and_keys_from_opening_to_export() {
    let folder = tempfile::tempdir().expect("a folder");
    let review = Review::new(Arc::new(sample::document()));
    let files = exchange::export(
        Format::JSON,
        &exchange::Extract::whole(&review),
        folder.path(),
        "bruecke",
    );
    let file = files.expect("it can be written").0.remove(0);
    let mut window = Window::open(folder.path(), &file);
    window.wait_for("the article", |state| state["article"] == "bruecke.json");

    let name = "Person, Erika Ohnesorg, 2 Erwähnungen, 2 Aussagen";
    window.click(name, "the name in focus", |state| {
        state["card"] == "Erika Ohnesorg"
    });
    let line = "Stelle 2: Ohnesorg versicherte Kurt Weide, der Bau sei bezahlt.";
    window.click(line, "the place in focus", |state| {
        state["focus"]["mention"] == 2
    });

    window.click("Aussagen 3", "the list", |state| {
        state["tab"] == "statements"
    });
    window.click("Sprecher", "the choice", |state| {
        screen::place(state, "Erika Ohnesorg · 2").is_some()
    });
    window.click("Erika Ohnesorg · 2", "the filter", |state| {
        state["n_listed"] == 2
    });

    window.press("ctrl+f", "the search", |state| !state["search"].is_null());
    let query = "sprecher:Ohnesorg art:indirekt";
    let state = window.type_words(query, "the hit", |state| state["search"]["typed"] == query);
    assert_eq!(state["search"]["n_hits"], 1);
    window.press("Return", "the hit in focus", |state| {
        state["focus"]["statement"] == 1
    });
    window.press("Escape", "the end of the search", |state| {
        state["search"].is_null()
    });

    window.press("ctrl+k", "the palette", |state| state["typed"] == "");
    window.type_words("sepia", "the command", |state| state["typed"] == "sepia");
    window.press("Return", "the other colours", |state| {
        state["theme"] == "sepia"
    });
    window.press("ctrl+comma", "the sheet", |state| state["dialog"] == true);
    window.click("English", "the other language", |state| {
        state["language"] == "english"
    });
    window.press("Escape", "the end of the sheet", |state| {
        state["dialog"] == false
    });

    window.press("ctrl+e", "the export dialog", |state| {
        screen::place(state, "Save as…").is_some()
    });
    let target = folder.path().join("bruecke.html");
    window.click("Save as…", "the path field", |state| {
        screen::place(state, "Accept").is_some()
    });
    let path = target.display().to_string();
    window.type_words(&path, "the path", |state| state["typed"] == path.as_str());
    window.click("Accept", "the message", |state| state["n_messages"] == 1);
    let html = std::fs::read_to_string(target).expect("it was written");
    assert!(html.contains("Erika Ohnesorg"));
}
