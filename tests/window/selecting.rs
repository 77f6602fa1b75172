//! Selecting text over paragraphs with the mouse, and copying it.

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, OutputCommand, PointerButton, Pos2, Rect, pos2};
use egui_kittest::kittest::{NodeT, Queryable};

use wortlaut::gui::session::Focus;
use wortlaut::view::selection::Selection;

use crate::harness::Window;

const FIRST: &str = "„Wir bauen die Brücke“, sagte Bürgermeisterin Erika Ohnesorg in Neustadt.";
const SECOND: &str = "Ohnesorg versicherte Kurt Weide, der Bau sei bezahlt.";
const WEIDE: &str = "Person, Kurt Weide, 1 mention";

impl Window {
    pub fn paragraph(&self, text: &str) -> Rect {
        let node = self.harness.get_by_role_and_label(Role::Paragraph, text);
        node.rect()
    }

    pub fn mark(&self, label: &str) -> Rect {
        self.harness.get_by_role_and_label(Role::Link, label).rect()
    }

    /// The words that are selected.
    pub fn selected(&self) -> &str {
        let desk = self.session().desk();
        let opened = desk.opened.as_ref().expect("an article is open");
        let selection = desk.selection.map(Selection::span);
        selection.map_or("", |span| span.of(opened.document().text()))
    }

    pub fn drag(&mut self, from: Pos2, to: Pos2) {
        self.drag_with(Modifiers::NONE, from, to);
    }

    /// Drags with keys held down.
    pub fn drag_with(&mut self, modifiers: Modifiers, from: Pos2, to: Pos2) {
        let button = |pos, pressed| Event::PointerButton {
            pos,
            button: PointerButton::Primary,
            pressed,
            modifiers,
        };
        self.harness.event(Event::PointerMoved(from));
        self.harness.event_modifiers(button(from, true), modifiers);
        self.harness.step();
        for share in [0.3, 0.7, 1.0] {
            let at = from + (to - from) * share;
            self.harness
                .event_modifiers(Event::PointerMoved(at), modifiers);
            self.harness.step();
        }
        self.harness.event_modifiers(button(to, false), modifiers);
        self.harness.run();
    }

    /// Presses and releases as often, all within a tenth of a second.
    pub fn click_at(&mut self, at: Pos2, n_times: usize, modifiers: Modifiers) {
        for _ in 0..n_times {
            for pressed in [true, false] {
                self.harness.event(Event::PointerMoved(at));
                self.harness.event_modifiers(
                    Event::PointerButton {
                        pos: at,
                        button: PointerButton::Primary,
                        pressed,
                        modifiers,
                    },
                    modifiers,
                );
            }
        }
        self.harness.run();
    }

    /// Presses and releases as often, all before the window draws again, as on a slow machine.
    fn click_between_frames(&mut self, at: Pos2, n_times: usize) {
        let button = |pressed| Event::PointerButton {
            pos: at,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        let events = &mut self.harness.input_mut().events;
        events.push(Event::PointerMoved(at));
        for _ in 0..n_times {
            events.extend([button(true), button(false)]);
        }
        self.harness.run();
    }

    /// What a copy puts on the clipboard.
    fn copied(&mut self) -> Option<String> {
        self.harness.event(Event::Copy);
        self.harness.step();
        let commands = self.harness.output().platform_output.commands.iter();
        commands
            .filter_map(|command| match command {
                OutputCommand::CopyText(text) => Some(text.clone()),
                _ => None,
            })
            .next_back()
    }
}

#[test]
fn clicks_between_two_frames_count_as_those_over_several() {
    let mut window = Window::opened();
    let at = window.paragraph(FIRST).left_top() + (pos2(4.0, 12.0) - Pos2::ZERO);
    window.click_between_frames(at, 2);
    let word = window.selected();
    assert!(
        !word.is_empty() && !word.contains(' ') && FIRST.contains(word),
        "{word}"
    );
    window.press(Key::Escape);
    // Long enough for the next click to be one of its own.
    window.harness.run_steps(60);
    window.click_between_frames(at, 3);
    assert_eq!(window.selected(), FIRST);
    window.press(Key::Escape);
    window.harness.run_steps(60);
    window.click_between_frames(at, 1);
    assert_eq!(window.selected(), "");
}

#[test]
fn a_drag_selects_over_paragraphs_and_a_copy_has_the_characters_of_the_article() {
    let mut window = Window::opened();
    let (first, second) = (window.paragraph(FIRST), window.paragraph(SECOND));
    let (from, to) = (
        first.left_top() + (pos2(2.0, 12.0) - Pos2::ZERO),
        second.right_bottom() - (pos2(2.0, 12.0) - Pos2::ZERO),
    );
    window.drag(from, to);
    assert_eq!(window.selected(), format!("{FIRST}\n{SECOND}"));
    assert_eq!(window.copied(), Some(format!("{FIRST}\n{SECOND}")));
    // The other way round it is the same.
    window.drag(to, from);
    assert_eq!(window.selected(), format!("{FIRST}\n{SECOND}"));
    window.press(Key::Escape);
    assert_eq!(window.selected(), "");
    assert_eq!(window.copied(), None);
}

#[test]
fn assistive_programs_are_told_what_is_selected() {
    let mut window = Window::opened();
    let told = |window: &Window| {
        let node = window
            .harness
            .get_by_role_and_label(Role::Paragraph, SECOND);
        node.accesskit_node().text_selection().is_some()
    };
    assert!(!told(&window));
    window
        .harness
        .key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.harness.run();
    assert!(told(&window));
}

#[test]
fn a_click_on_a_name_picks_it_and_a_drag_from_there_selects() {
    let mut window = Window::at_pace(0.05);
    window.open("bruecke.txt");
    let name = window.mark(WEIDE);
    window.drag(name.left_center(), name.right_center());
    assert_eq!(window.selected(), "Kurt Weide");
    assert_eq!(window.session().desk().focus, None);
    window.click_at(name.center(), 1, Modifiers::NONE);
    assert_eq!(window.selected(), "");
    assert!(matches!(
        window.session().desk().focus,
        Some(Focus::Mention(_))
    ));
}

#[test]
fn two_clicks_select_a_word_and_three_a_paragraph() {
    let mut window = Window::at_pace(0.03);
    window.open("bruecke.txt");
    let name = window.mark(WEIDE);
    // On a name the second click does not go to what lies around it.
    let inside = name.left_center() + (pos2(4.0, 0.0) - Pos2::ZERO);
    window.click_at(inside, 2, Modifiers::NONE);
    assert_eq!(window.selected(), "Kurt");
    window.harness.run_steps(30);
    window.click_at(inside, 3, Modifiers::NONE);
    assert_eq!(window.selected(), SECOND);
    window.harness.run_steps(30);
    window.click_at(window.paragraph(FIRST).center(), 1, Modifiers::NONE);
    assert_eq!(window.selected(), "");
}

#[test]
fn a_click_with_shift_extends_from_where_the_last_one_was() {
    let mut window = Window::at_pace(0.05);
    window.open("bruecke.txt");
    let (first, second) = (window.paragraph(FIRST), window.paragraph(SECOND));
    let start = pos2(first.left() + 1.0, first.top() + 12.0);
    window.click_at(start, 1, Modifiers::NONE);
    assert_eq!(window.selected(), "");
    let end = pos2(second.left() + 1.0, second.top() + 12.0);
    window.click_at(end, 1, Modifiers::SHIFT);
    assert_eq!(window.selected(), format!("{FIRST}\n"));
    // Over a name it extends, too, and picks nothing.
    let name = window.mark(WEIDE).right_center();
    window.click_at(name, 1, Modifiers::SHIFT);
    assert_eq!(
        window.selected(),
        format!("{FIRST}\nOhnesorg versicherte Kurt Weide")
    );
    assert_eq!(window.session().desk().focus, None);
}

#[test]
fn everything_is_selected_at_once() {
    let mut window = Window::opened();
    window
        .harness
        .key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.harness.run();
    assert!(window.selected().starts_with("„Wir bauen"));
    assert!(window.selected().ends_with("im Mai."));
}

#[test]
fn escape_lets_go_of_the_selection_first_and_then_of_what_is_in_focus() {
    let mut window = Window::opened();
    window.press(Key::J);
    window
        .harness
        .key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.harness.run();
    let focus = window.session().desk().focus;
    assert!(focus.is_some() && !window.selected().is_empty());
    window.press(Key::Escape);
    assert_eq!(window.selected(), "");
    assert_eq!(window.session().desk().focus, focus);
    window.press(Key::Escape);
    assert_eq!(window.session().desk().focus, None);
}

#[test]
fn a_drag_beyond_the_edge_scrolls() {
    let mut window = Window::with_file("lang.txt");
    let title = window
        .harness
        .get_by_role_and_label(Role::Heading, "Das Wasser kam in der Nacht");
    let from = title.rect().left_center();
    window.harness.drag_at(from);
    window.harness.step();
    window
        .harness
        .hover_at(from + (pos2(60.0, 300.0) - Pos2::ZERO));
    window.harness.step();
    window.harness.hover_at(pos2(from.x + 60.0, 799.0));
    window.harness.run_steps(40);
    let selected = window.selected().len();
    assert!(3000 < selected, "{selected}");
    // The pointer holds still, and the selection grows on.
    window.harness.run_steps(20);
    assert!(selected < window.selected().len());
    window.harness.drop_at(pos2(from.x + 60.0, 799.0));
    window.harness.run();
    let selected = window.selected().len();
    window.harness.run_steps(5);
    assert_eq!(window.selected().len(), selected);
}
