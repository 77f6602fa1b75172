//! Handles at the ends of what is in focus.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, Rect, pos2, vec2};
use egui_kittest::kittest::Queryable;

use wortlaut::gui::session::Focus;

use crate::correcting_text::opened;
use crate::harness::Window;

const WEIDE: &str = "Person, Kurt Weide, 1 mention";

impl Window {
    fn handle(&self, label: &str) -> Rect {
        let handle = self.harness.get_by_role_and_label(Role::Splitter, label);
        handle.rect()
    }
}

#[test]
fn handles_resize_the_mark_in_focus() {
    let mut window = opened();
    let mark = window.mark(WEIDE);
    window.click_at(mark.center(), 1, Modifiers::NONE);
    let end = window.handle("Move the end of “Kurt Weide”").center();
    let middle = mark.left() + 0.42 * mark.width();
    window.drag(end, pos2(middle, end.y));
    assert_eq!(window.words()[3], "Kurt");
    assert_eq!(window.n_steps(), 1);
    let begin = window.handle("Move the beginning of “Kurt”").center();
    window.drag(begin, begin - vec2(60.0, 0.0));
    assert_eq!(window.words()[3], "versicherte Kurt");
    assert_eq!(window.n_steps(), 2);
}

#[test]
fn escape_lets_go_of_a_handle_and_alt_drags_by_letters() {
    let mut window = opened();
    let mark = window.mark(WEIDE);
    window.click_at(mark.center(), 1, Modifiers::NONE);
    let end = window.handle("Move the end of “Kurt Weide”").center();
    let middle = pos2(mark.left() + 0.42 * mark.width(), end.y);
    window.harness.drag_at(end);
    window.harness.step();
    for share in [0.5, 1.0] {
        window.harness.hover_at(end + (middle - end) * share);
        window.harness.step();
    }
    window.press(Key::Escape);
    window.harness.drop_at(middle);
    window.harness.run();
    assert_eq!(
        (window.words()[3].as_str(), window.n_steps()),
        ("Kurt Weide", 0)
    );
    assert!(
        window.session().desk().focus.is_some(),
        "Escape has done enough"
    );

    window.drag_with(Modifiers::ALT, end, end - vec2(9.0, 0.0));
    assert_eq!(window.words()[3], "Kurt Weid");
}

#[test]
fn handles_resize_what_a_statement_says() {
    let mut window = opened();
    window.press(Key::J);
    let label = "Move the end of “der Bau sei bezahlt”";
    let end = window.handle(label).center();
    window.drag(end, end - vec2(60.0, 0.0));
    let Some(Focus::Statement(id)) = window.session().desk().focus else {
        panic!("a statement is in focus");
    };
    let text = window.findings().statement(id).text(window.text());
    assert_eq!(text, "der Bau sei");
}

#[test]
fn what_was_decided_is_read_out() {
    let mut window = opened();
    window.press(Key::N);
    window.press(Key::Enter);
    assert!(window.is_there("Person, Erika Ohnesorg, 2 mentions, 2 statements, confirmed"));
    window.press(Key::J);
    window.press(Key::Enter);
    assert!(
        window.shows("Ohnesorg, confirmed"),
        "beside the bar in the margin"
    );
    window.press(Key::W);
    window.press(Key::Num4);
    assert!(window.shows(", 1 mention, added"));
}
