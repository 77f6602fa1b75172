//! The bar on top: open, export, what is highlighted, how everything looks.

use eframe::egui::{Align, Layout, Ui};

use super::appearance;
use super::chips;
use super::command::{Command, Commands};
use super::fonts::Face;
use super::i18n::Texts;
use super::icons::Icon;
use super::regions::{self, Region};
use super::session::{Dialog, Session};
use super::step_list;
use super::theme::color;
use super::toggle::toggle;
use super::widgets::{self, Look, button, palette};

/// Room for the buttons at the right end.
const MENUS: f32 = 90.0;

/// Draws the bar.
pub fn ui(ui: &mut Ui, session: &Session, texts: &Texts, commands: &mut Commands) {
    let area = ui.max_rect();
    let mut is_narrow = false;
    let hint = |action: &str| {
        let keys = &session.settings.keys;
        keys.hint(&texts.text(action), action, texts)
    };
    ui.horizontal(|ui| {
        ui.set_min_height(32.0);
        let (ink, font) = (color(palette(ui).ink), Face::Headline.size(19.0));
        widgets::label(ui, "Wortlaut", font, ink);
        ui.add_space(8.0);

        let words = texts.text("open-article");
        let open = button(ui, Some(Icon::Open), &words, &words, Look::Plain);
        regions::home(Region::Toolbar, area, &open);
        if open.on_hover_text(hint("do-open")).clicked() {
            commands.push(Command::PickArticle);
        }
        if let Some(opened) = &session.desk().opened {
            let words = texts.text("export-findings");
            let export = button(ui, Some(Icon::Export), &words, &words, Look::Plain);
            if export.on_hover_text(hint("do-export")).clicked() {
                commands.push(Command::ShowExport);
            }
            step_list::ui(ui, session, opened, texts, commands);
            ui.spacing_mut().item_spacing.x = 8.0;
            let (words, name) = (texts.text("voices-button"), texts.text("voices-toggle"));
            let voices = toggle(ui, Icon::Voices, &words, &name, session.voices);
            if voices.on_hover_text(hint("do-voices")).clicked() {
                commands.push(Command::ToggleVoices);
            }
            ui.add_space(8.0);
            let room = ui.available_width() - MENUS;
            is_narrow = !chips::fit(ui, opened, texts, room);
            if !is_narrow {
                chips::ui(ui, session, texts, room, commands);
            }
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            let name = texts.text("do-keys");
            let keys = button(ui, Some(Icon::Keys), "", &name, Look::Quiet);
            if keys.on_hover_text(hint("do-keys")).clicked() {
                commands.push(Command::ShowDialog(Dialog::Keys));
            }
            appearance::ui(ui, session, texts, commands);
        });
    });
    if is_narrow {
        ui.horizontal(|ui| {
            let room = ui.available_width();
            chips::ui(ui, session, texts, room, commands);
        });
    }
}
