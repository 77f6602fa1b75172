//! How the window looks: colours, typefaces, sizes and language are chosen on one sheet and seen at once.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, Theme, vec2};
use egui_kittest::kittest::{By, Queryable};

use wortlaut::gui::app::palette;
use wortlaut::gui::i18n::{Language, LanguageChoice};
use wortlaut::gui::typography::Typeface;
use wortlaut::view::palette::{Palette, Rgb};

use crate::harness::Window;

const THEMES: [(&str, Palette, Theme); 6] = [
    ("Sepia", Palette::SEPIA, Theme::Light),
    ("Dark", Palette::DARK, Theme::Dark),
    ("Contrast light", Palette::CONTRAST_LIGHT, Theme::Light),
    ("Contrast dark", Palette::CONTRAST_DARK, Theme::Dark),
    ("Light", Palette::LIGHT, Theme::Light),
    // A test has no system that could say otherwise.
    ("Follow system", Palette::LIGHT, Theme::Light),
];

impl Window {
    /// Clicks the button of the sheet; the sheet itself bears the same name.
    fn click_button(&mut self) {
        let button = By::new().role(Role::Button).label("Appearance");
        self.harness.get(button).click();
        self.harness.run();
    }

    fn open_sheet(&mut self) {
        self.click_button();
        assert!(self.is_there("Typeface of the article"));
    }

    /// Of two things by this name, the first: a theme before a language.
    fn click_first(&mut self, label: &str) {
        let found = self.harness.query_all_by_label(label).next();
        found.expect("it is there").click();
        self.harness.run();
    }

    /// Width and height of a paragraph, a measure of how it is set.
    fn column(&self) -> (f32, f32) {
        let paragraphs = self
            .harness
            .query_all(By::new().role(Role::Paragraph).label_contains("Wir bauen"));
        let node = paragraphs.into_iter().next().expect("it is on screen");
        (node.rect().width(), node.rect().height())
    }
}

#[test]
fn every_theme_can_be_chosen_and_colours_everything_at_once() {
    let mut window = Window::opened();
    window.open_sheet();
    for (name, colours, brightness) in THEMES {
        window.click_first(name);
        let context = &window.harness.ctx;
        assert_eq!(palette(context), &colours, "{name}");
        assert_eq!(context.theme(), brightness, "{name}");
        let Rgb(red, green, blue) = colours.panel;
        let style = context.global_style();
        assert_eq!(
            style.visuals.panel_fill.to_array(),
            [red, green, blue, 255],
            "{name}"
        );
    }
}

#[test]
fn a_theme_is_two_clicks_away_and_the_sheet_stays_open_to_try_another() {
    let mut window = Window::opened();
    window.click_button();
    window.click("Dark");
    assert_eq!(window.harness.ctx.theme(), Theme::Dark);
    window.click("Sepia");
    assert_eq!(window.harness.ctx.theme(), Theme::Light);
    window.press(Key::Escape);
    assert!(!window.is_there("Typeface of the article"));
    window.press_with_control(Key::Comma);
    assert!(window.is_there("Typeface of the article"));
    window.click_button();
    assert!(!window.is_there("Typeface of the article"));
}

#[test]
fn a_dialog_that_is_opened_while_the_sheet_closes_stays() {
    let mut window = Window::opened();
    window.open_sheet();
    window.harness.key_press(Key::Escape);
    window
        .harness
        .key_press_modifiers(Modifiers::COMMAND, Key::E);
    window.harness.run();
    assert!(window.is_there("Save as…"));
    assert!(!window.is_there("Typeface of the article"));
}

#[test]
fn every_typeface_can_be_chosen_and_sets_the_article_anew() {
    let mut window = Window::opened();
    window.open_sheet();
    let mut columns = vec![window.column()];
    for (name, typeface) in [
        ("Sans serif", Typeface::Sans),
        ("Easy to read", Typeface::Legible),
        ("Serif", Typeface::Serif),
    ] {
        window.click(name);
        assert_eq!(window.session().settings.typography.typeface, typeface);
        columns.push(window.column());
    }
    assert_eq!(columns[0], columns[3]);
    assert!(columns[0] != columns[1] && columns[1] != columns[2] && columns[0] != columns[2]);
}

#[test]
fn measure_spacing_and_size_stay_within_their_limits() {
    let mut window = Window::opened();
    // All of the sheet is in view.
    window.harness.set_size(eframe::egui::vec2(1280.0, 1000.0));
    window.open_sheet();
    for (label, least, most) in [
        ("Text size", "Text size: 56%", "Text size: 259%"),
        (
            "Line width",
            "Line width: 50 characters",
            "Line width: 80 characters",
        ),
        ("Line spacing", "Line spacing: 1.4", "Line spacing: 1.9"),
    ] {
        for _ in 0..20 {
            window.click(&format!("{label}: less"));
        }
        assert!(window.is_there(least), "{label}");
        let narrow = window.column();
        for _ in 0..20 {
            window.click(&format!("{label}: more"));
        }
        assert!(window.is_there(most), "{label}");
        assert!(
            narrow != window.column(),
            "{label} is seen in the article {narrow:?}"
        );
        window.click("Reset");
    }
    assert!(!window.is_there("Reset"), "all is as usual");
}

#[test]
fn the_whole_window_grows_and_shrinks() {
    let mut window = Window::opened();
    window.open_sheet();
    window.click("Overall zoom: more");
    assert!(window.is_there("Overall zoom: 110%"));
    assert!((window.harness.ctx.zoom_factor() - 1.1).abs() < 0.001);
    window.click("Overall zoom: less");
    window.click("Overall zoom: less");
    assert!((window.harness.ctx.zoom_factor() - 0.9).abs() < 0.001);
}

#[test]
fn motion_and_tags_are_switched() {
    let mut window = Window::opened();
    window.open_sheet();
    window.click("Reduce motion");
    assert!(window.session().settings.reduced_motion);
    assert!(window.harness.ctx.global_style().animation_time.abs() < f32::EPSILON);
    window.click("Reduce motion");
    assert!(0.0 < window.harness.ctx.global_style().animation_time);
    window.click("Show letters on names");
    assert!(window.session().settings.letter_tags);
}

#[test]
fn the_language_changes_every_word_at_once() {
    let mut window = Window::opened();
    window.open_sheet();
    window.click("Deutsch");
    assert_eq!(
        window.session().settings.language,
        LanguageChoice::Fixed(Language::German)
    );
    assert!(window.is_there("Schrift des Artikels"));
    assert!(window.is_there("3 von 3"));
    assert!(window.is_there("Öffnen"));
    assert!(window.is_there("Personen, 3, hervorgehoben"));
    assert!(window.is_there("Textgröße: 100\u{A0}%"));
    window.click("English");
    assert!(window.is_there("3 of 3"));
    assert!(window.is_there("Text size: 100%"));
}

/// Keys that open everything there is, one after the other; Escape closes what lies on top.
const TOUR: [(Modifiers, Key); 12] = [
    (Modifiers::NONE, Key::J),
    (Modifiers::NONE, Key::N),
    (Modifiers::NONE, Key::V),
    (Modifiers::ALT, Key::Num1),
    (Modifiers::ALT, Key::Num2),
    (Modifiers::ALT, Key::Num3),
    (Modifiers::COMMAND, Key::F),
    (Modifiers::COMMAND, Key::K),
    (Modifiers::COMMAND, Key::E),
    (Modifiers::COMMAND, Key::Comma),
    (Modifiers::NONE, Key::F1),
    (Modifiers::COMMAND, Key::T),
];

/// The harness stops at letters that no typeface has, and at fields without a name.
#[test]
fn every_panel_is_drawn_in_every_theme_typeface_and_language() {
    let mut window = Window::opened();
    for (language, names) in [
        (
            "English",
            ["Sepia", "Dark", "Contrast light", "Contrast dark", "Light"],
        ),
        (
            "Deutsch",
            [
                "Sepia",
                "Dunkel",
                "Kontrast hell",
                "Kontrast dunkel",
                "Hell",
            ],
        ),
    ] {
        let typefaces = match language {
            "English" => ["Serif", "Sans serif", "Easy to read"],
            _ => ["Mit Serifen", "Ohne Serifen", "Leicht lesbar"],
        };
        for (index, theme) in names.into_iter().enumerate() {
            window.press_with_control(Key::Comma);
            window.click(language);
            window.click_first(theme);
            window.click(typefaces[index % typefaces.len()]);
            window.press(Key::Escape);
            for (modifiers, key) in TOUR {
                window.harness.key_press_modifiers(modifiers, key);
                window.harness.run();
                if modifiers != Modifiers::NONE || key == Key::F1 {
                    window.press(Key::Escape);
                }
            }
            window.press_with_control(Key::W);
            assert!(window.session().dialog.is_none(), "{language}, {theme}");
            assert!(window.session().desk().opened.is_some());
        }
    }
}

#[test]
fn in_a_narrow_window_the_names_give_way_to_the_article() {
    let mut window = Window::opened();
    let row = "Person, Erika Ohnesorg, 2 mentions";
    assert!(window.is_there(row));
    let wide = window.column();
    window.harness.set_size(vec2(720.0, 480.0));
    window.harness.run();
    assert!(!window.is_there(row));
    assert!(250.0 < window.column().0 && window.column().0 < wide.0);
    window.press(Key::F8);
    assert!(window.is_there(row), "without the lists there is room");
}
