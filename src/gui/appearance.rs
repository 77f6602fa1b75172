//! How everything looks: colours, typeface, sizes, language, on a sheet below its button. What is chosen is seen at once behind it.

mod rows;
mod tiles;

use eframe::egui::{
    Frame, Id, Margin, Popup, PopupCloseBehavior, RectAlign, Response, ScrollArea, TextEdit, Ui,
    vec2,
};

use super::command::{Command, Commands, ZoomStep};
use super::fonts::Face;
use super::i18n::{Language, LanguageChoice, Texts};
use super::session::{Dialog, Session};
use super::state_file;
use super::theme::color;
use super::typography::{Typeface, Typography};
use super::widgets::{self, Look, palette};

use rows::Bounds;

/// Letters of a reader's name.
const MOST_LETTERS: usize = 80;

/// Width of what is on the sheet.
const WIDTH: f32 = 336.0;

/// The button on the bar, and the sheet while it is open.
pub fn ui(ui: &mut Ui, session: &Session, texts: &Texts, commands: &mut Commands) {
    let (words, name) = (texts.text("appearance-button"), texts.text("do-appearance"));
    let keys = &session.settings.keys;
    let hint = keys.hint(&texts.text("appearance-hint"), "do-appearance", texts);
    let button = widgets::button(ui, None, &words, &name, Look::Plain).on_hover_text(hint);
    let is_open = session.dialog == Some(Dialog::Appearance);
    if button.clicked() {
        commands.push(if is_open {
            Command::CloseDialog
        } else {
            Command::ShowDialog(Dialog::Appearance)
        });
    }
    if is_open {
        let is_left = sheet(&button, &name, session, texts, commands);
        if is_left && !button.clicked() {
            commands.push(Command::CloseAppearance);
        }
    }
}

/// Draws the sheet; returns whether the reader has had enough of it.
fn sheet(
    button: &Response,
    name: &str,
    session: &Session,
    texts: &Texts,
    commands: &mut Commands,
) -> bool {
    let context = &button.ctx;
    // In a small window, or a large interface, not all of it fits.
    let room = context.content_rect().bottom() - button.rect.bottom() - 48.0;
    let shown = Popup::from_response(button)
        .accessible_name(name)
        .align(RectAlign::BOTTOM_END)
        .gap(6.0)
        .frame(Frame::popup(&context.global_style()).inner_margin(Margin::symmetric(0, 6)))
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            ScrollArea::vertical()
                .max_height(room.max(160.0))
                .min_scrolled_height(room.max(160.0))
                .show(ui, |ui| {
                    Frame::new()
                        .inner_margin(Margin::symmetric(18, 12))
                        .show(ui, |ui| {
                            ui.set_width(WIDTH);
                            content(ui, session, texts, commands);
                        });
                });
        });
    shown.is_some_and(|shown| shown.response.should_close())
}

fn content(ui: &mut Ui, session: &Session, texts: &Texts, commands: &mut Commands) {
    let settings = &session.settings;
    ui.spacing_mut().item_spacing.y = 8.0;
    rows::heading(ui, &texts.text("appearance-colours"));
    tiles::themes(ui, settings.theme, texts, commands);
    ui.add_space(6.0);
    rows::heading(ui, &texts.text("appearance-typeface"));
    tiles::typefaces(ui, settings.typography.typeface, texts, commands);
    ui.add_space(6.0);
    sizes(ui, session, texts, commands);
    ui.add_space(2.0);
    rows::line(ui);
    let switches = [
        (
            "do-letter-tags",
            settings.letter_tags,
            Command::ToggleLetterTags,
        ),
        ("do-motion", settings.reduced_motion, Command::ToggleMotion),
    ];
    for (key, is_on, command) in switches {
        if rows::switch(ui, &texts.text(key), is_on).clicked() {
            commands.push(command);
        }
    }
    rows::line(ui);
    ui.add_space(2.0);
    rows::heading(ui, &texts.text("appearance-language"));
    let languages = [
        (LanguageChoice::System, "choose-system"),
        (LanguageChoice::Fixed(Language::German), "language-german"),
        (LanguageChoice::Fixed(Language::English), "language-english"),
    ];
    let words = languages.map(|(_, key)| texts.text(key));
    let is_on = languages.map(|(language, _)| language == settings.language);
    if let Some(index) = rows::segments(ui, &words, &is_on) {
        commands.push(Command::SetLanguage(languages[index].0));
    }
    rows::line(ui);
    ui.add_space(2.0);
    reader_name(ui, &settings.reader_name, texts, commands);
    if !settings.looks_usual() {
        ui.add_space(4.0);
        let words = texts.text("appearance-reset");
        if widgets::button(ui, None, &words, &words, Look::Plain).clicked() {
            commands.push(Command::ResetAppearance);
        }
    }
}

/// What the reader is called in his corrections.
fn reader_name(ui: &mut Ui, name: &str, texts: &Texts, commands: &mut Commands) {
    rows::heading(ui, &texts.text("reader-name"));
    let mut typed = name.to_owned();
    let field = ui.add(
        TextEdit::singleline(&mut typed)
            .id(Id::unique("name of the reader"))
            .hint_text(texts.text("reader-name-hint"))
            .font(Face::Interface.size(13.5))
            .desired_width(f32::INFINITY)
            .char_limit(MOST_LETTERS)
            .margin(vec2(9.0, 6.0)),
    );
    let spoken = texts.text("reader-name-field");
    state_file::place(ui.ctx(), &spoken, field.rect);
    field.accessible_name(spoken);
    if typed != name {
        commands.push(Command::NameReader(typed));
    }
}

fn sizes(ui: &mut Ui, session: &Session, texts: &Texts, commands: &mut Commands) {
    let settings = &session.settings;
    let set = settings.typography.fitted();
    let percent = |percent: u32| texts.percent(percent as f32 / 100.0);

    let label = texts.text("appearance-text-size");
    let bounds = Bounds::of(&set.size_steps, &Typography::SIZES);
    let step = rows::stepper(ui, &label, &percent(set.percent()), bounds, texts);
    if let Some(step) = step {
        let set = set.with_size(set.size_steps + step);
        commands.push(Command::SetTypography(set));
    }

    let label = texts.text("appearance-line-width");
    let value = texts.count("appearance-characters", set.characters as usize);
    let bounds = Bounds::of(&set.characters, &Typography::CHARACTERS);
    if let Some(step) = rows::stepper(ui, &label, &value, bounds, texts) {
        let set = set.with_characters(set.characters.saturating_add_signed(2 * step));
        commands.push(Command::SetTypography(set));
    }

    let label = texts.text("appearance-line-height");
    let value = texts.decimal(set.leading(), 1);
    let bounds = Bounds::of(&set.line_height, &Typography::LINE_HEIGHTS);
    if let Some(step) = rows::stepper(ui, &label, &value, bounds, texts) {
        let set = set.with_line_height(set.line_height.saturating_add_signed(10 * step));
        commands.push(Command::SetTypography(set));
    }

    let label = texts.text("appearance-zoom");
    let zoom = settings.window_zoom;
    let bounds = Bounds {
        is_least: zoom.smaller() == zoom,
        is_most: zoom.larger() == zoom,
    };
    let step = rows::stepper(ui, &label, &percent(zoom.percent()), bounds, texts);
    if let Some(step) = step {
        commands.push(Command::ZoomWindow(if 0 < step {
            ZoomStep::In
        } else {
            ZoomStep::Out
        }));
    }
}

/// „Aa“ in a typeface.
fn sample(
    ui: &Ui,
    words: &str,
    typeface: Typeface,
    size: f32,
) -> std::sync::Arc<eframe::egui::Galley> {
    let ink = color(palette(ui).ink);
    widgets::line(ui, words, typeface.size(Face::Text, size), ink, WIDTH)
}
