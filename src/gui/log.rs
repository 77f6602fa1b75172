//! All messages so far, to be read again and copied.

use eframe::egui::{Context, ScrollArea};
use jiff::Zoned;
use jiff::tz::TimeZone;

use super::command::{Command, Commands};
use super::dialog::dialog;
use super::fonts::Face;
use super::i18n::Texts;
use super::session::{Dialog, Entry, Session};
use super::theme::{color, palette};
use super::toasts;
use super::widgets::{self, Look};

/// Draws the messages, if the dialog is open.
pub fn ui(context: &Context, session: &Session, texts: &Texts, commands: &mut Commands) {
    if session.dialog != Some(Dialog::Log) {
        return;
    }
    let palette = palette(context);
    let screen = context.content_rect();
    let modal = dialog(context, "log").show(context, |ui| {
        ui.set_width(620.0_f32.min(screen.width() - 100.0));
        let title = texts.text("log-title");
        widgets::label(ui, &title, Face::Strong.size(18.0), color(palette.ink));
        ui.add_space(8.0);
        if session.log.is_empty() {
            let ink = color(palette.muted);
            let words = texts.text("log-empty");
            widgets::label(ui, &words, Face::Interface.size(13.5), ink);
        }
        let height = (screen.height() - 260.0).max(120.0);
        ScrollArea::vertical()
            .max_height(height)
            .min_scrolled_height(height)
            .show(ui, |ui| {
                for entry in session.log.iter().rev() {
                    let (title, body) = toasts::words(&entry.says, texts);
                    let shade = if entry.says.is_failure() {
                        palette.alarm
                    } else {
                        palette.ink
                    };
                    let title = format!("{}  {title}", time(entry));
                    widgets::label(ui, &title, Face::Medium.size(13.0), color(shade));
                    let ink = color(palette.muted);
                    widgets::label(ui, &body, Face::Interface.size(13.0), ink);
                    ui.add_space(6.0);
                }
            });
        ui.add_space(12.0);
        ui.horizontal(|ui| {
            let words = texts.text("dialog-close");
            if widgets::button(ui, None, &words, &words, Look::Primary).clicked() {
                commands.push(Command::CloseDialog);
            }
            if !session.log.is_empty() {
                let words = texts.text("log-copy");
                if widgets::button(ui, None, &words, &words, Look::Plain).clicked() {
                    commands.push(Command::Copy(written(session, texts)));
                }
            }
        });
    });
    if modal.should_close() {
        commands.push(Command::CloseDialog);
    }
}

/// As it is copied: program and system first, then one line for each message.
fn written(session: &Session, texts: &Texts) -> String {
    let system = format!("{} {}", std::env::consts::OS, std::env::consts::ARCH);
    let mut lines = vec![format!("Wortlaut {} ({system})", env!("CARGO_PKG_VERSION"))];
    lines.extend(session.log.iter().map(|entry| {
        let (title, body) = toasts::words(&entry.says, texts);
        format!("{}  {title}: {body}", time(entry))
    }));
    lines.join("\n")
}

/// „14:03:59“, by the clock of the reader's system.
fn time(entry: &Entry) -> String {
    match jiff::Timestamp::try_from(entry.at) {
        Ok(at) => Zoned::new(at, TimeZone::system())
            .strftime("%H:%M:%S")
            .to_string(),
        Err(_) => String::new(),
    }
}
