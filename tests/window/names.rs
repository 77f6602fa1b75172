//! Names: chips for every kind, names inside names, cards, and what is said while the pointer rests on a mark.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use wortlaut::document::Kind;
use wortlaut::gui::session::{Focus, Tab};

use crate::harness::Window;

const JENA: &str = "Place, Jena, 2 mentions, in “Universität Jena”";
const UNIVERSITY: &str = "Organisation, Universität Jena, 1 mention";
const DATE: &str = "Date, am 3. Mai 2016, 2016-05-03";

impl Window {
    fn layers() -> Self {
        Self::with_file("schichten.txt")
    }

    /// Clicks a mark in the text.
    fn click_mark(&mut self, label: &str, modifiers: Modifiers) {
        let mark = self.harness.get_by_role_and_label(Role::Link, label);
        mark.click_modifiers(modifiers);
        self.harness.run();
    }

    /// Clicks a line of the list of names.
    fn click_entry(&mut self, label: &str) {
        let entry = self.harness.get_by_role_and_label(Role::ListItem, label);
        entry.click();
        self.harness.run();
    }

    fn is_marked(&self, label: &str) -> bool {
        let marks = self.harness.query_all_by_role_and_label(Role::Link, label);
        marks.count() == 1
    }

    /// The words of the mention in focus.
    fn focused_words(&self) -> String {
        let Some(Focus::Mention(id)) = self.session().desk().focus else {
            panic!("{:?}", self.session().desk().focus);
        };
        let opened = self
            .session()
            .desk()
            .opened
            .as_ref()
            .expect("an article is open");
        let span = opened.findings().mention(id).span;
        span.of(opened.document().text()).to_owned()
    }
}

#[test]
fn a_chip_switches_a_kind_off_and_on() {
    let mut window = Window::opened();
    let marked = "Person, Erika Ohnesorg, 2 mentions, 2 statements";
    assert_eq!(window.count(marked), 2);
    window.click("People, 3, highlighted");
    assert!(!window.session().settings.shown.kind(Kind::Person));
    assert_eq!(window.count(marked), 0);
    assert_eq!(window.count("Place, Neustadt, 1 mention"), 2);
    window.click("People, 3, not highlighted");
    assert_eq!(window.count(marked), 2);
}

#[test]
fn roles_dates_times_durations_and_amounts_have_chips_that_are_off_at_first() {
    let mut window = Window::layers();
    for (chip, mark) in [
        ("Roles, 3", "Role, Sprecherin des Jenaer Rathauses"),
        ("Dates, 3", DATE),
        ("Times, 1", "Time, 15.30 Uhr, 2016-05-02T15:30"),
        ("Durations, 1", "Duration, drei Tage, P3D"),
        ("Amounts, 1", "Amount, 1.500 Euro, 1500 EUR"),
    ] {
        assert!(!window.is_marked(mark), "{mark}");
        window.click(&format!("{chip}, not highlighted"));
        assert!(window.is_marked(mark), "{mark}");
    }
    window.click("Dates, 3, highlighted");
    assert!(!window.is_marked(DATE));
}

#[test]
fn chips_are_remembered_for_the_next_article() {
    let mut window = Window::layers();
    window.click("Dates, 3, not highlighted");
    window.click("People, 2, highlighted");
    window.will_pick("bruecke.txt");
    window.click("Open");
    window.wait("the other article", |session| {
        let opened = session.desk().opened.as_ref();
        opened.is_some_and(|opened| opened.name == "bruecke.txt")
    });
    assert!(window.is_there("Dates, 0, highlighted"));
    assert!(window.is_there("People, 3, not highlighted"));
}

#[test]
fn chips_are_reached_and_switched_with_the_keyboard() {
    let mut window = Window::layers();
    let chip = "Durations, 1, not highlighted";
    let is_reached = |window: &Window| window.harness.get_by_label(chip).is_focused();
    let n_steps = (0..20).find(|_| {
        window.press(Key::Tab);
        is_reached(&window)
    });
    assert!(n_steps.is_some(), "never reached");
    window.press(Key::Space);
    assert!(window.session().settings.shown.kind(Kind::Duration));
}

#[test]
fn a_name_and_the_name_around_it_are_clicked_separately() {
    let mut window = Window::layers();
    window.click_mark(UNIVERSITY, Modifiers::NONE);
    assert_eq!(window.focused_words(), "Universität Jena");
    window.click_mark(JENA, Modifiers::NONE);
    assert_eq!(window.focused_words(), "Jena");
    let card = window.session().desk().card.as_ref();
    assert_eq!(card.map(|card| card.name.as_str()), Some("Jena"));
}

#[test]
fn a_second_click_on_the_same_place_goes_outward_and_a_third_comes_back() {
    let mut window = Window::layers();
    window.click_mark(JENA, Modifiers::NONE);
    window.click_mark(JENA, Modifiers::NONE);
    assert_eq!(window.focused_words(), "Universität Jena");
    window.click_mark(JENA, Modifiers::NONE);
    assert_eq!(window.focused_words(), "Jena");
    window.press(Key::Escape);
    window.click_mark(JENA, Modifiers::NONE);
    assert_eq!(window.focused_words(), "Jena", "after leaving it is new");
}

#[test]
fn with_alt_or_shift_a_click_goes_outward_at_once() {
    for modifiers in [Modifiers::ALT, Modifiers::SHIFT] {
        let mut window = Window::layers();
        window.click_mark(JENA, modifiers);
        assert_eq!(window.focused_words(), "Universität Jena");
    }
}

#[test]
fn the_card_leads_from_the_part_to_the_whole_and_back() {
    let mut window = Window::layers();
    window.click_mark(JENA, Modifiers::NONE);
    window.click("Part of Organisation: Universität Jena");
    assert_eq!(window.focused_words(), "Universität Jena");
    window.click("Contains Place: Jena");
    assert_eq!(window.focused_words(), "Jena");
    // „russischen Botschafter“ is a role, and roles are not highlighted: what is in focus is marked all the same.
    let whole = "Role, russischen Botschafter";
    assert!(!window.is_marked(whole));
    window.click_entry("Place, Russland, 1 mention");
    window.click("Related word: russischen, 2 places");
    window.click("Part of Role: russischen Botschafter");
    assert!(window.is_marked(whole));
}

#[test]
fn a_card_shows_role_party_and_aliases_and_marks_the_roles_of_its_person() {
    let mut window = Window::layers();
    let role = "Role, Jan Kühn, 2 mentions";
    assert!(!window.is_marked(role));
    window.click_entry("Person, Jan Kühn, 2 mentions");
    assert_eq!(window.session().desk().tab, Tab::Context);
    assert!(window.is_there("Rektor"));
    assert!(window.is_there("also: Kühn"));
    assert!(window.is_there("In the text · 2 mentions"));
    assert!(window.is_marked(role));
    window.click("Party: SPD");
    let card = window.session().desk().card.as_ref();
    assert_eq!(card.map(|card| card.name.as_str()), Some("SPD"));
    assert!(window.is_there("Member: Jan Kühn"));
}

#[test]
fn related_words_are_no_mentions_and_lead_to_their_places() {
    let mut window = Window::layers();
    window.click_entry("Place, Russland, 1 mention");
    assert!(window.is_there("In the text · 1 mention"));
    window.click("Related word: russischen, 2 places");
    let first = window.session().desk().focus;
    assert_eq!(window.focused_words(), "russischen");
    assert!(window.is_there("here: derived word · Fairly certain"));
    window.click("Related word: russischen, 2 places");
    assert_eq!(window.focused_words(), "russischen");
    assert_ne!(window.session().desk().focus, first);
    window.click_entry("Place, Polen, only 1 related word");
    assert!(window.is_there("Related word: polnischer, 1 place"));
    assert!(!window.shows("In the text · "));
}

#[test]
fn a_resting_pointer_shows_kind_form_confidence_and_the_value() {
    let mut window = Window::layers();
    window.click("Dates, 3, not highlighted");
    assert!(!window.is_there("2016-05-03"));
    let mark = window.harness.get_by_role_and_label(Role::Link, DATE);
    mark.hover();
    // The hint comes after less than half a second.
    window.harness.run_steps(40);
    assert!(window.is_there("2016-05-03"));
    assert!(window.is_there("Tuesday, 3 May 2016"));

    let mark = window.harness.get_by_role_and_label(Role::Link, JENA);
    mark.hover();
    window.harness.run_steps(40);
    assert!(window.is_there("name · Fairly certain"));
    assert!(window.is_there("Part of: Organisation “Universität Jena”"));
}

#[test]
fn a_date_shows_its_card_with_the_timeline_of_the_article() {
    let mut window = Window::layers();
    window.click("Dates, 3, not highlighted");
    window.click_mark(DATE, Modifiers::NONE);
    assert_eq!(window.session().desk().tab, Tab::Context);
    assert!(window.is_there("Value: 2016-05-03"));
    assert!(window.is_there("Timeline · 4"));
    window.click("15.30 Uhr: Monday, 2 May 2016, 15:30");
    assert_eq!(window.focused_words(), "15.30 Uhr");
    window.click("im Herbst: no fixed value");
    assert_eq!(window.focused_words(), "im Herbst");
}

#[test]
fn amounts_and_roles_have_lists_of_their_own() {
    let mut window = Window::layers();
    window.click("Amounts, 1, not highlighted");
    window.click_mark("Amount, 1.500 Euro, 1500 EUR", Modifiers::NONE);
    assert!(window.is_there("All amounts · 1"));
    window.click("Roles, 3, not highlighted");
    window.click_mark("Role, Sprecherin des Jenaer Rathauses", Modifiers::NONE);
    assert!(window.is_there("All offices and professions · 3"));
    assert!(window.is_there("Rektor: Jan Kühn"));
}
