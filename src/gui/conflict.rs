//! The dialog that asks what to do where two windows have corrected the same article.

use eframe::egui::Context;

use super::command::{Command, Commands};
use super::dialog::dialog;
use super::fonts::Face;
use super::i18n::Texts;
use super::saving::Choice;
use super::session::{Dialog, Session};
use super::theme::{color, palette};
use super::widgets::{self, Look};

/// The choices with their words, the one that loses nothing first.
const CHOICES: [(Choice, &str, &str); 3] = [
    (Choice::Both, "conflict-both", "conflict-both-hint"),
    (Choice::Mine, "conflict-mine", "conflict-mine-hint"),
    (Choice::Theirs, "conflict-theirs", "conflict-theirs-hint"),
];

/// Draws the dialog, if it is open. Closing it keeps both: nothing is lost.
pub fn ui(context: &Context, session: &Session, texts: &Texts, commands: &mut Commands) {
    if session.dialog != Some(Dialog::Conflict) {
        return;
    }
    let palette = palette(context);
    let (ink, muted) = (color(palette.ink), color(palette.muted));
    let modal = dialog(context, "conflict").show(context, |ui| {
        ui.set_width(460.0);
        let title = texts.text("conflict-title");
        widgets::label(ui, &title, Face::Strong.size(18.0), ink);
        ui.add_space(8.0);
        let name = session.desk().name().unwrap_or_default();
        let body = texts.with("conflict-body", &[("name", name.into())]);
        widgets::label(ui, &body, Face::Interface.size(13.5), ink);
        for (choice, key, hint) in CHOICES {
            ui.add_space(12.0);
            let (words, hint) = (texts.text(key), texts.text(hint));
            let look = match choice {
                Choice::Both => Look::Primary,
                Choice::Mine | Choice::Theirs => Look::Plain,
            };
            let button = widgets::button(ui, None, &words, &words, look);
            widgets::label(ui, &hint, Face::Interface.size(12.5), muted);
            if button.clicked() {
                commands.push(Command::Resolve(choice));
            }
        }
    });
    if modal.should_close() {
        commands.push(Command::Resolve(Choice::Both));
    }
}
