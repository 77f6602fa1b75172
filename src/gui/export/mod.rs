//! The dialog that asks for a format before the system asks for a file.

mod details;
mod list;

use eframe::egui::{Context, Key, Memory, ScrollArea};

use super::command::{Command, Commands};
use super::dialog::dialog;
use super::fonts::Face;
use super::i18n::Texts;
use super::session::{Dialog, Session};
use super::theme::{color, palette};
use super::widgets::{self, Look};

/// Width of the list and of what is said of the chosen format, and height of both.
const LIST: f32 = 270.0;
const DETAILS: f32 = 400.0;
const HEIGHT: f32 = 430.0;

/// Draws the dialog, if it is open.
pub fn ui(context: &Context, session: &Session, texts: &Texts, commands: &mut Commands) {
    if session.dialog != Some(Dialog::Export) {
        return;
    }
    let palette = palette(context);
    let modal = dialog(context, "export").show(context, |ui| {
        let title = texts.text("export-title");
        widgets::label(ui, &title, Face::Strong.size(18.0), color(palette.ink));
        ui.add_space(10.0);
        let room = context.content_rect().height() - 190.0;
        let height = room.clamp(160.0, HEIGHT);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 24.0;
            ui.vertical(|ui| {
                ui.set_width(LIST);
                ScrollArea::vertical()
                    .max_height(height)
                    .min_scrolled_height(height)
                    .auto_shrink([false, false])
                    .show(ui, |ui| list::ui(ui, session, texts, commands));
            });
            ui.vertical(|ui| {
                ui.set_width(DETAILS);
                ScrollArea::vertical()
                    .id_salt("details")
                    .max_height(height)
                    .auto_shrink([false, false])
                    .show(ui, |ui| details::ui(ui, session, texts, commands));
            });
        });
        ui.add_space(14.0);
        ui.horizontal(|ui| {
            let words = texts.text("export-target");
            if widgets::button(ui, None, &words, &words, Look::Primary).clicked() {
                commands.push(Command::PickTarget);
            }
            let words = texts.text("dialog-cancel");
            if widgets::button(ui, None, &words, &words, Look::Plain).clicked() {
                commands.push(Command::CloseDialog);
            }
        });
    });
    // Enter means the button that stands out, unless the keyboard is on another one.
    let is_free = context.memory(Memory::focused).is_none();
    if is_free && context.input(|input| input.key_pressed(Key::Enter)) {
        commands.push(Command::PickTarget);
    }
    if modal.should_close() {
        commands.push(Command::CloseDialog);
    }
}
