//! Citing: statements and words on the clipboard as text, and as a picture.

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, pos2};
use egui_kittest::kittest::Queryable;

use wortlaut::exchange::card::Cut;
use wortlaut::gui::session::{Dialog, Says};

use crate::harness::Window;

const SECOND: &str = "Ohnesorg versicherte Kurt Weide, der Bau sei bezahlt.";

impl Window {
    /// The text that was put on the clipboard.
    fn cited(&self) -> String {
        let clip = self.clipboard.clip.borrow();
        clip.as_ref()
            .map(|clip| clip.text.clone())
            .unwrap_or_default()
    }

    fn card_cut(&self) -> Option<Cut> {
        match self.session().dialog {
            Some(Dialog::Card(wish)) => Some(wish.cut),
            _ => None,
        }
    }
}

#[test]
fn a_statement_is_copied_as_what_it_is() {
    let mut window = Window::opened();
    window.look_at_statement();
    window.press(Key::Z);
    let indirect = "Erika Ohnesorg (Bürgermeisterin), paraphrased: der Bau sei bezahlt. \
                    Source: File: bruecke.txt.";
    assert_eq!(window.cited(), indirect);
    let html = window
        .clipboard
        .clip
        .borrow()
        .clone()
        .and_then(|clip| clip.html);
    let html = html.expect("word processors get more");
    assert!(html.contains("<blockquote><p>Erika Ohnesorg (Bürgermeisterin), paraphrased: der Bau"));
    assert!(window.is_there("Citation with its source copied"));
    window.press(Key::J);
    window.press_with(Modifiers::SHIFT, Key::Z);
    let direct = "> „Wir bauen die Brücke“\n>\n> – Erika Ohnesorg (Bürgermeisterin)\n\n\
                  Source: File: bruecke.txt.\n";
    assert_eq!(window.cited(), direct);
    assert!(window.is_there("Citation copied as Markdown"));
    // The usual keys, where no text is selected, mean the statement.
    window.harness.event(Event::Copy);
    window.harness.run();
    assert!(window.cited().starts_with("„Wir bauen die Brücke“ – Erika"));
}

#[test]
fn the_menu_of_a_card_copies_its_statement_whatever_is_selected() {
    let mut window = Window::opened();
    window.look_at_statement();
    window.press_with_control(Key::A);
    window.click("More on this statement");
    // The bar beside the selected words has a button of that name.
    let item = (Role::MenuItem, "Copy as Markdown");
    let item = window.harness.get_by_role_and_label(item.0, item.1);
    item.click();
    window.harness.run();
    assert!(
        window
            .cited()
            .starts_with("> Erika Ohnesorg (Bürgermeisterin), paraphrased:")
    );
}

#[test]
fn selected_words_are_cited_from_the_bar_beside_them() {
    let mut window = Window::opened();
    let second = window.paragraph(SECOND);
    let inset = pos2(2.0, 12.0) - pos2(0.0, 0.0);
    window.drag(second.left_top() + inset, second.right_bottom() - inset);
    window.click("Copy as a citation");
    assert_eq!(
        window.cited(),
        format!("„{SECOND}“ Source: File: bruecke.txt.")
    );
}

#[test]
fn all_that_is_listed_is_copied_at_once() {
    let mut window = Window::opened();
    window.click("Copy listed statements");
    window.click("Copy listed statements as citations");
    let cited = window.cited();
    assert_eq!(cited.split("\n\n").count(), 4, "{cited}");
    assert!(window.is_there("3 citations with their source copied"));
    window.click("Find in the statements");
    window.type_words("brücke");
    window.press(Key::Escape);
    window.click("Find in the statements");
    window.type_words("brücke");
    window.click("Copy listed statements");
    window.click("Copy listed statements as Markdown");
    assert_eq!(window.cited().matches("> „").count(), 1);
    assert!(!window.cited().contains("Bau"));
}

#[test]
fn where_there_is_nothing_to_cite_the_window_says_so() {
    let mut window = Window::opened();
    window.press(Key::Z);
    assert_eq!(window.session().messages[0].says, Says::NothingToCite);
    assert!(window.is_there("Nothing to cite"));
    let mut empty = Window::new();
    empty.press(Key::B);
    assert_eq!(empty.session().messages[0].says, Says::NothingOpen);
}

#[test]
fn a_clipboard_that_takes_nothing_is_told_of() {
    let mut window = Window::opened();
    window.clipboard.is_closed.set(true);
    window.look_at_statement();
    window.press(Key::Z);
    assert_eq!(window.session().messages[0].says, Says::CopyFailed);
    assert!(!window.is_there("Citation with its source copied"));
}

#[test]
fn a_card_is_shown_cut_and_copied_by_keys() {
    let mut window = Window::opened();
    window.look_at_statement();
    window.press(Key::B);
    assert_eq!(window.card_cut(), Some(Cut::Wide));
    let spoken = "Card: der Bau sei bezahlt Erika Ohnesorg (Bürgermeisterin), paraphrased";
    window.harness.get_by_role_and_label(Role::Image, spoken);
    window.press(Key::Enter);
    assert_eq!(window.card_cut(), None);
    assert!(window.is_there("Card copied as a picture"));
    let size = |window: &Window| {
        let picture = window.clipboard.picture.borrow();
        picture.as_ref().map(|pixels| (pixels.width, pixels.height))
    };
    assert_eq!(size(&window), Some((1200, 675)));
    window.press(Key::B);
    window.click("Square, 1080 × 1080");
    assert_eq!(window.card_cut(), Some(Cut::Square));
    window.click("Copy the picture");
    assert_eq!(size(&window), Some((1080, 1080)));
    window.press(Key::B);
    assert_eq!(window.card_cut(), Some(Cut::Square), "as it was last");
    window.press(Key::Escape);
    assert_eq!(window.card_cut(), None);
}

#[test]
fn a_card_is_written_where_the_reader_says() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = Window::opened();
    window.look_at_statement();
    window.press(Key::B);
    // What has another ending gets the right one.
    window.will_pick(folder.path().join("karte"));
    window.click("Save as…");
    window.wait("the message", |session| !session.messages.is_empty());
    let path = folder.path().join("karte.png");
    assert_eq!(
        window.session().messages[0].says,
        Says::Exported(path.clone())
    );
    let bytes = std::fs::read(path).expect("it is there");
    assert!(bytes.starts_with(b"\x89PNG"));
    window.press(Key::B);
    window.will_pick(folder.path().join("nirgends").join("karte.png"));
    window.click("Save as…");
    window.wait("the message", |session| session.messages.len() == 2);
    assert!(window.session().messages[1].says.is_failure());
}
