//! The lists at both sides: narrowing and folding them, the places of a name, the balance and its files.

use std::path::Path;

use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use wortlaut::document::MentionId;
use wortlaut::gui::session::{Focus, Tab};

use crate::harness::Window;

impl Window {
    /// Clicks the name in the list, not one of its marks in the text.
    fn look_at_rau(&mut self) {
        let named = self
            .harness
            .query_all_by_label("Person, Ella Rau, 5000 mentions");
        let left = |node: &egui_kittest::Node<'_>| node.rect().left();
        let first = named.min_by(|one, other| left(one).total_cmp(&left(other)));
        first.expect("she is listed").click();
        self.harness.run();
    }
}

#[test]
fn statements_are_searched_in_their_list() {
    let mut window = Window::opened();
    window.click("Find in the statements");
    window.type_words("brücke");
    assert!(window.is_there("1 of 3"));
    window.press_with_control(Key::A);
    window.type_words("kind:indirect");
    assert!(window.is_there("2 of 3"));
    window.press_with_control(Key::A);
    window.type_words("ohnesorg");
    assert!(window.is_there("2 of 3"), "by her, though she names nobody");
    window.press(Key::Escape);
    assert!(window.is_there("3 of 3"));
    window.press(Key::Escape);
    window.press(Key::J);
    assert!(window.session().desk().focused_statement().is_some());
}

#[test]
fn statements_are_filtered_by_confidence() {
    let mut window = Window::opened();
    window.choose(&["Confidence"], "Uncertain · 1");
    assert!(window.is_there("1 of 3"));
    assert!(window.shows("Statement, indirect, Speaker unknown"));
    window.click("Clear filter");
    assert!(window.is_there("3 of 3"));
}

#[test]
fn groups_of_names_close_and_open_for_what_is_in_focus() {
    let mut window = Window::opened();
    let row = "Person, Kurt Weide, 1 mention";
    let n_before = window.count(row);
    window.click("People, 2, open");
    assert_eq!(
        window.count(row),
        n_before - 1,
        "the mark in the text is left"
    );
    window.click(row);
    assert!(window.is_there("People, 2, open"));
    assert_eq!(window.count(row), n_before);
}

#[test]
fn names_are_searched_where_there_are_many() {
    let window = Window::opened();
    assert!(
        !window.is_there("Find in the names"),
        "four are seen at once"
    );
    let mut window = Window::with_file("viele.txt");
    assert!(window.is_there("People, 41, open"));
    window.click("Find in the names");
    window.type_words("nummer 17");
    assert!(window.is_there("People, 1, open"));
    assert_eq!(
        window.count("Person, Nummer 17, 1 mention"),
        2,
        "and in the text"
    );
    window.press_with_control(Key::A);
    window.type_words("xyz");
    assert!(window.is_there("No name fits"));
    window.press(Key::Escape);
    assert!(window.is_there("People, 41, open"));
}

#[test]
fn thousands_of_places_are_listed_but_only_those_on_screen_are_drawn() {
    let mut window = Window::with_file("viele.txt");
    window.look_at_rau();
    assert!(window.is_there("In the text · 5000 mentions"));
    assert!(window.is_there("Spread over the text, 5000 places"));
    let lines = window.harness.query_all_by_label_contains("Place ").count();
    assert!((5..80).contains(&lines), "{lines}");
    // n walks on, and the line is there.
    for _ in 0..40 {
        window.press(Key::N);
    }
    assert!(window.shows("Place 41: Absatz 40"));
}

#[test]
fn places_are_ordered_by_the_words_around_them() {
    let mut window = Window::with_file("viele.txt");
    window.look_at_rau();
    let first = |window: &Window| {
        let lines = window.harness.query_all_by_label_contains("Place ");
        let top = |node: &egui_kittest::Node<'_>| node.rect().top();
        let first = lines.min_by(|one, other| top(one).total_cmp(&top(other)));
        first.and_then(|node| node.accesskit_node().label())
    };
    assert!(first(&window).is_some_and(|label| label.starts_with("Place 1:")));
    window.click("Order places: by the words before");
    let by_left = first(&window).expect("there are lines");
    assert!(by_left.contains("alte Ella Rau"), "{by_left}");
    window.click("Order places: by the words after");
    let by_right = first(&window).expect("there are lines");
    assert!(by_right.contains("Ella Rau dankt"), "{by_right}");
    // Another name is listed in the same order.
    window.click("Order places: as in the text");
    assert!(first(&window).is_some_and(|label| label.starts_with("Place 1:")));
}

#[test]
fn a_click_on_the_spread_leads_to_the_nearest_place() {
    let mut window = Window::opened();
    window.click("Person, Erika Ohnesorg, 2 mentions");
    window.click("Spread over the text, 2 places");
    let focus = window.session().desk().focus;
    assert_eq!(
        focus,
        Some(Focus::Mention(MentionId(2))),
        "the middle is nearer to the second"
    );
}

#[test]
fn the_balance_tells_shares_voices_and_sources() {
    let mut window = Window::opened();
    window
        .harness
        .key_press_modifiers(Modifiers::ALT, Key::Num3);
    window.harness.run();
    assert_eq!(window.session().desk().tab, Tab::Balance);
    for part in [
        "direct: 15%, 4 words",
        "indirect: 35%, 9 words",
        "narrator: 50%, 13 words",
    ] {
        assert!(window.is_there(part), "{part}");
    }
    assert!(window.is_there("Often mentioned, never heard"));
    assert!(window.is_there("Anonymous source: 0 statements · 0 words, 0% of the statements"));
    window.click("Speaker unknown: 1 statement · 5 words, 33% of the statements");
    assert_eq!(window.session().desk().tab, Tab::Statements);
    assert!(window.is_there("1 of 3"));
    window.click("Balance");
    window
        .click("Erika Ohnesorg, 2 statements · 8 words, of these 4 direct, 4 indirect, 0 reported");
    assert!(window.is_there("2 of 3"));
}

#[test]
fn who_is_mentioned_and_not_heard_is_a_click_away() {
    let mut window = Window::with_file("viele.txt");
    window.click("Balance");
    window.click("Ella Rau, 5000 mentions, no statement");
    assert!(matches!(
        window.session().desk().focus,
        Some(Focus::Entity(_))
    ));
    assert_eq!(window.session().desk().tab, Tab::Context);
}

#[test]
fn the_balance_is_exported_as_table_and_pictures() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = Window::opened();
    window.click("Balance");
    let starts: [(&str, &[u8]); 3] = [
        ("CSV", b"article,section,name,"),
        ("SVG", b"<svg xmlns="),
        ("PNG", b"\x89PNG\r\n"),
    ];
    for (name, start) in starts {
        let path = folder
            .path()
            .join(format!("bilanz.{}", name.to_lowercase()));
        // The ending is added where it was left out.
        window.will_pick(Path::new(&path).with_extension(""));
        let button = format!("Export the balance as {name}");
        window.harness.get_by_label(&button).scroll_to_me();
        window.harness.run();
        window.click(&button);
        // It takes its name when it is whole.
        window.wait("the file", |_| path.exists());
        let bytes = std::fs::read(&path).expect("it is written");
        assert!(bytes.starts_with(start), "{name}");
    }
}
