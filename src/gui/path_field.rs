//! A field for a path, where the system has no file dialog.

use eframe::egui::{Align2, Context, Id, Key, TextEdit};

use super::command::{Command, Commands, Purpose};
use super::dialog::dialog;
use super::fonts::Face;
use super::i18n::Texts;
use super::session::{Dialog, Session};
use super::theme::{color, palette};
use super::widgets::{self, Look};

/// Draws the dialog, if it is open.
pub fn ui(context: &Context, session: &Session, texts: &Texts, commands: &mut Commands) {
    let Some(Dialog::Path { purpose, path }) = &session.dialog else {
        return;
    };
    let palette = palette(context);
    let (title, hint) = match purpose {
        Purpose::Open | Purpose::ImportLexicon | Purpose::Compare => {
            ("path-open", "path-open-hint")
        }
        Purpose::Export | Purpose::Balance(_) | Purpose::Card(_) | Purpose::ExportLexicon => {
            ("path-export", "path-export-hint")
        }
    };
    let modal = dialog(context, "path").show(context, |ui| {
        ui.set_width(460.0);
        let words = texts.text(title);
        widgets::label(ui, &words, Face::Strong.size(18.0), color(palette.ink));
        ui.add_space(6.0);
        let words = texts.text(hint);
        widgets::label(ui, &words, Face::Interface.size(13.0), color(palette.muted));
        ui.add_space(8.0);
        let mut typed = path.clone();
        let id = Id::unique("path field");
        if ui.memory(|memory| memory.focused().is_none()) {
            // Before it is drawn, so that what is typed in this frame is not lost.
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        let field = ui.add(
            TextEdit::singleline(&mut typed)
                .id(id)
                .desired_width(f32::INFINITY)
                .align(Align2::LEFT_CENTER),
        );
        let field = field.accessible_name(texts.text("path-field"));
        if typed != *path {
            commands.push(Command::TypePath(typed));
        }
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        ui.add_space(12.0);
        ui.horizontal(|ui| {
            let words = texts.text("dialog-accept");
            let accept = widgets::button(ui, None, &words, &words, Look::Primary);
            if accept.clicked() || entered {
                commands.push(Command::AcceptPath);
            }
            let words = texts.text("dialog-cancel");
            if widgets::button(ui, None, &words, &words, Look::Plain).clicked() {
                commands.push(Command::CloseDialog);
            }
        });
    });
    if modal.should_close() {
        commands.push(Command::CloseDialog);
    }
}
