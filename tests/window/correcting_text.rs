//! Correcting in the text: by mouse, and by keys.

use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2, vec2};
use egui_kittest::kittest::Queryable;

use wortlaut::document::{Kind, MentionId, StatementId, StatementKind, Verdict};
use wortlaut::gui::session::{Dialog, Focus};

use crate::harness::Window;

const THIRD: &str = "Den Stadtwerken zufolge beginnen die Arbeiten im Mai.";
const WEIDE: &str = "Person, Kurt Weide, 1 mention";
const BAR: &str = "Mark as an organisation";

impl Window {
    pub fn text(&self) -> &str {
        let opened = self.session().desk().opened.as_ref();
        opened.expect("an article is open").document().text()
    }

    /// What is marked, in text order: the words and their kind.
    fn marks(&self) -> Vec<(String, Kind)> {
        let shown = self.findings().shown_mentions();
        shown
            .map(|(_, mention)| (mention.span.of(self.text()).to_owned(), mention.kind))
            .collect()
    }

    pub fn words(&self) -> Vec<String> {
        self.marks().into_iter().map(|(words, _)| words).collect()
    }

    pub fn n_steps(&self) -> usize {
        let opened = self.session().desk().opened.as_ref();
        opened.expect("an article is open").review().cursor()
    }

    fn press_with(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.harness.run();
    }

    fn click_right(&mut self, at: Pos2) {
        for pressed in [true, false] {
            self.harness.event(Event::PointerMoved(at));
            self.harness.event(Event::PointerButton {
                pos: at,
                button: PointerButton::Secondary,
                pressed,
                modifiers: Modifiers::NONE,
            });
            self.harness.step();
        }
        self.harness.run();
    }

    /// Selects the words of a mark with the mouse.
    fn drag_over(&mut self, mark: &str) {
        let rect = self.mark(mark);
        self.drag(rect.left_center(), rect.right_center());
    }
}

pub fn opened() -> Window {
    let mut window = Window::at_pace(0.05);
    window.open("bruecke.txt");
    window
}

#[test]
fn what_is_selected_with_the_mouse_is_marked_from_a_bar_beside_it() {
    let mut window = opened();
    assert!(!window.is_there(BAR));
    let rect = window.mark(WEIDE);
    window.harness.drag_at(rect.left_center());
    window.harness.step();
    window.harness.hover_at(rect.right_center());
    window.harness.run_steps(3);
    assert_eq!(window.selected(), "Kurt Weide");
    assert!(!window.is_there(BAR), "the mouse has not let go");
    window.harness.drop_at(rect.right_center());
    window.harness.run();
    assert!(window.is_there("Mark as a direct statement"));
    window.click(BAR);
    assert!(
        window
            .marks()
            .contains(&("Kurt Weide".into(), Kind::Organisation))
    );
    assert_eq!(window.words().len(), 5, "no second mark on the same words");
    assert_eq!(window.selected(), "");
    assert!(!window.is_there(BAR));
    assert!(matches!(
        window.session().desk().focus,
        Some(Focus::Mention(_))
    ));
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert!(
        window
            .marks()
            .contains(&("Kurt Weide".into(), Kind::Person))
    );
}

#[test]
fn a_bar_stays_within_the_article_and_goes_with_escape() {
    let mut window = opened();
    window.press_with(Modifiers::COMMAND, Key::A);
    // The whole article is no name, but it may be said.
    assert!(!window.is_there(BAR) && window.is_there("Mark as a direct statement"));
    let bar = window.harness.get_by_label("Mark as a direct statement");
    assert!(
        window
            .paragraph(THIRD)
            .expand(400.0)
            .contains_rect(bar.rect())
    );
    window.press(Key::Escape);
    assert!(!window.is_there("Mark as a direct statement"));
}

#[test]
fn an_article_is_marked_by_keys_alone() {
    let mut window = opened();
    window.press(Key::W);
    assert_eq!(window.selected(), "Wir");
    for _ in 0..3 {
        window.press(Key::W);
    }
    assert_eq!(window.selected(), "Brücke");
    window.press_with(Modifiers::ALT | Modifiers::SHIFT, Key::ArrowLeft);
    assert_eq!(window.selected(), "die Brücke");
    window.press_with(Modifiers::SHIFT, Key::W);
    assert_eq!(window.selected(), "bauen");
    window.press(Key::W);
    window.press_with(Modifiers::SHIFT, Key::ArrowRight);
    window.press(Key::Num4);
    assert_eq!(window.marks()[0], ("die Brücke".into(), Kind::Other));
    // It is in focus: keys retype and resize it.
    window.press(Key::Num3);
    assert_eq!(window.marks()[0].1, Kind::Location);
    window.press_with(Modifiers::ALT | Modifiers::SHIFT, Key::ArrowRight);
    assert_eq!(window.words()[0], "Brücke");
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::ArrowLeft);
    assert_eq!(window.words()[0], "Brück");
    window.press_with(
        Modifiers::COMMAND | Modifiers::ALT | Modifiers::SHIFT,
        Key::ArrowRight,
    );
    assert_eq!(window.words()[0], "rück");
    window.press(Key::Delete);
    assert_eq!(window.words().len(), 5);
}

#[test]
fn every_kind_has_its_key() {
    let keys = [
        Key::Num1,
        Key::Num2,
        Key::Num3,
        Key::Num4,
        Key::Num5,
        Key::Num6,
        Key::Num7,
        Key::Num8,
        Key::Num9,
    ];
    for (key, kind) in keys.into_iter().zip(Kind::ALL) {
        let mut window = opened();
        window.press(Key::W);
        window.press(key);
        assert_eq!(window.marks()[0], ("Wir".into(), kind));
    }
}

#[test]
fn selected_words_become_a_statement_and_its_speaker_is_asked_for() {
    let kinds = [
        (Key::D, StatementKind::Direct),
        (Key::I, StatementKind::Indirect),
        (Key::R, StatementKind::Reported),
        (Key::F, StatementKind::FreeIndirect),
    ];
    for (key, kind) in kinds {
        let mut window = opened();
        window.drag_over(WEIDE);
        window.press(key);
        let added = window.findings().statement(StatementId(3));
        assert_eq!(
            (added.text(window.text()).as_str(), added.kind),
            ("Kurt Weide", kind)
        );
        assert!(matches!(window.session().dialog, Some(Dialog::Pick { .. })));
        assert_eq!(
            window.session().desk().focus,
            Some(Focus::Statement(StatementId(3)))
        );
    }
    // By mouse, and then without a selection the key says how the one in focus is rendered.
    let mut window = opened();
    window.drag_over(WEIDE);
    window.click("Mark as a reported statement");
    window.press(Key::Escape);
    window.press(Key::I);
    let kind = window.findings().statement(StatementId(3)).kind;
    assert_eq!(kind, StatementKind::Indirect);
}

#[test]
fn a_selection_is_used_for_the_statement_in_focus() {
    let mut window = opened();
    window.press(Key::J);
    let Some(Focus::Statement(id)) = window.session().desk().focus else {
        panic!("a statement is in focus");
    };
    window.drag_over(WEIDE);
    window.click("Speaker of the statement in focus");
    let speaker = window.findings().statement(id).speaker.clone();
    let speaker = speaker.and_then(|voice| voice.entity).expect("it is known");
    assert_eq!(window.findings().entity(speaker).name, "Kurt Weide");
    window.drag_over("Person, Kurt Weide, 1 mention, 1 statement");
    window.click("Content of the statement in focus");
    let text = window.findings().statement(id).text(window.text());
    assert_eq!(text, "Kurt Weide");
}

#[test]
fn a_mark_has_a_menu_by_mouse_and_by_keys() {
    let mut window = opened();
    let at = window.mark(WEIDE).center();
    window.click_right(at);
    assert!(window.session().desk().menu.is_some());
    assert_eq!(
        window.session().desk().focus,
        Some(Focus::Mention(MentionId(3)))
    );
    // Keys mean the menu now, and Escape closes it and nothing else.
    window.press(Key::Escape);
    assert!(window.session().desk().menu.is_none());
    assert!(window.session().desk().focus.is_some());
    window.press_with(Modifiers::SHIFT, Key::F10);
    window.press(Key::Num2);
    assert_eq!(window.marks()[3].1, Kind::Organisation);
    assert!(window.session().desk().menu.is_none());
    window.press(Key::Menu);
    window.click("Confirm");
    assert_eq!(
        window.findings().mention(MentionId(3)).verdict,
        Verdict::Accepted
    );
    window.press(Key::Menu);
    window.click("Take the verdict back");
    assert_eq!(
        window.findings().mention(MentionId(3)).verdict,
        Verdict::Open
    );
    window.press(Key::Menu);
    window.press(Key::X);
    assert_eq!(window.words().len(), 4);
    // Beside it a press closes the menu.
    let at = window.mark("Place, Neustadt, 1 mention").center();
    window.click_right(at);
    assert!(window.session().desk().menu.is_some());
    let below = window.paragraph(THIRD).left_bottom() + vec2(30.0, 60.0);
    window.click_at(below, 1, Modifiers::NONE);
    assert!(window.session().desk().menu.is_none());
}

#[test]
fn edges_are_moved_from_the_menu() {
    let mut window = opened();
    window.click_right(window.mark(WEIDE).center());
    let click = |window: &mut Window, part: &str| {
        window.harness.get_by_label_contains(part).click();
        window.harness.run();
    };
    click(&mut window, "Beginning one word further");
    assert_eq!(window.words()[3], "Weide");
    assert!(window.session().desk().menu.is_some(), "it stays");
    click(&mut window, "End one word further");
    assert_eq!(window.words()[3], "Weide, der");
}

#[test]
fn other_places_are_offered_and_checked() {
    let mut window = opened();
    for _ in 0..3 {
        window.press(Key::W);
    }
    window.press(Key::Num4);
    assert!(window.is_there("“die” found once more"));
    window.click("All");
    let n_dies = |window: &Window| {
        window
            .words()
            .iter()
            .filter(|words| *words == "die")
            .count()
    };
    assert_eq!((n_dies(&window), window.n_steps()), (2, 2));
    assert!(!window.shows("found once more"));

    // By keys: to the list, and nothing ticked there.
    let mut window = opened();
    for _ in 0..3 {
        window.press(Key::W);
    }
    window.press(Key::Num4);
    window.press_with(Modifiers::SHIFT, Key::A);
    assert!(window.is_there("Places of “die”"));
    window.press(Key::Space);
    assert!(window.is_there("Mark 0 places"));
    window.press(Key::Enter);
    assert_eq!(n_dies(&window), 1);
}

#[test]
fn all_places_of_a_name_are_rejected_in_one_step() {
    let mut window = opened();
    window.press(Key::N);
    window.press_with(Modifiers::SHIFT, Key::A);
    assert!(window.is_there("Places of “Erika Ohnesorg”"));
    window.press(Key::ArrowDown);
    window.click("Reject");
    window.click("None");
    window.click("All");
    window.click("Reject 2 places");
    assert_eq!(window.words(), ["Neustadt", "Kurt Weide", "Stadtwerken"]);
    assert_eq!(window.n_steps(), 1);
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.words().len(), 5);
}

#[test]
fn enter_opens_and_then_confirms_the_mark_under_the_keyboard() {
    let mut window = opened();
    window.press(Key::F6);
    let verdict = |window: &Window| window.findings().mention(MentionId(0)).verdict;
    assert_eq!(window.session().desk().under_keys, Some(MentionId(0)));
    window.press(Key::Enter);
    assert_eq!(
        window.session().desk().focus,
        Some(Focus::Mention(MentionId(0)))
    );
    assert_eq!(verdict(&window), Verdict::Open);
    window.press(Key::Enter);
    assert_eq!(verdict(&window), Verdict::Accepted);
    // Keys mean the mark that the keyboard is on, wherever the focus is.
    window.press(Key::Tab);
    window.press(Key::X);
    assert!(!window.words().contains(&"Neustadt".to_owned()));
    // It goes on from there.
    assert_eq!(window.session().desk().under_keys, Some(MentionId(2)));
    window.press(Key::Tab);
    assert_eq!(window.session().desk().under_keys, Some(MentionId(3)));
}

#[test]
fn without_anything_under_the_keyboard_enter_confirms_what_is_in_focus() {
    let mut window = opened();
    window.press(Key::N);
    window.press(Key::Enter);
    let verdict = window.findings().mention(MentionId(0)).verdict;
    assert_eq!(verdict, Verdict::Accepted);
}

#[test]
fn a_selection_over_paragraphs_is_no_name_but_may_be_said() {
    let mut window = opened();
    let (from, to) = (
        window.mark(WEIDE),
        window.mark("Organisation, Stadtwerke, 1 mention"),
    );
    window.drag(from.left_center(), to.right_center());
    assert!(!window.is_there(BAR) && window.is_there("Mark as an indirect statement"));
    window.press(Key::Num1);
    assert_eq!((window.n_steps(), window.words().len()), (0, 5));
    window.press(Key::I);
    let added = window.findings().statement(StatementId(3));
    let parts: Vec<&str> = (added.content.iter())
        .map(|span| span.of(window.text()))
        .collect();
    assert_eq!(
        parts,
        ["Kurt Weide, der Bau sei bezahlt", "Den Stadtwerken"]
    );
}

#[test]
fn strange_texts_and_wild_keys_do_no_harm() {
    for name in ["breit.txt", "viele.txt", "schichten.txt"] {
        let mut window = Window::at_pace(0.05);
        window.open(name);
        for round in 0..6 {
            for key in [Key::W, Key::W, Key::Num1, Key::N, Key::Num9, Key::X, Key::A] {
                window.press(key);
            }
            window.press_with(Modifiers::SHIFT, Key::ArrowRight);
            window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::ArrowRight);
            window.press_with(Modifiers::ALT | Modifiers::SHIFT, Key::ArrowLeft);
            window.press_with(Modifiers::SHIFT, Key::A);
            window.press(Key::End);
            window.press(Key::Enter);
            window.press(Key::Menu);
            window.press(Key::Escape);
            window.press(if round % 2 == 0 { Key::D } else { Key::F });
            window.press(Key::Escape);
        }
        assert!(0 < window.n_steps(), "{name}");
        while 0 < window.n_steps() {
            let before = window.n_steps();
            window.press_with(Modifiers::COMMAND, Key::Z);
            assert!(window.n_steps() < before, "{name}: undo goes on");
        }
        let opened = window.session().desk().opened.as_ref();
        let opened = opened.expect("an article is open");
        assert_eq!(opened.findings(), &opened.document().findings);
    }
}
