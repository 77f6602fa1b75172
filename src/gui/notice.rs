//! A line above the article: it would be read otherwise now, since its file or the personal lexicon has changed.

use eframe::egui::{Align, Frame, Layout, Margin, Role, Sense, Ui, WidgetInfo};

use super::command::{Command, Commands};
use super::fonts::Face;
use super::i18n::Texts;
use super::theme::color;
use super::widgets::{self, Look, palette};

/// Draws the line; `keep` is what leaves the article as it is.
pub fn ui(ui: &mut Ui, words: &str, keep: &Command, texts: &Texts, commands: &mut Commands) {
    let palette = palette(ui);
    let words = texts.text(words);
    let frame = Frame::new()
        .fill(color(palette.accent.over(palette.panel, 0.12)))
        .inner_margin(Margin::symmetric(16, 6));
    let shown = frame.show(ui, |ui| {
        ui.horizontal(|ui| {
            let ink = color(palette.ink);
            let room = ui.available_width();
            let galley = widgets::line(ui, &words, Face::Interface.size(13.5), ink, room);
            widgets::show(ui, galley);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let words = texts.text("notice-keep");
                if widgets::button(ui, None, &words, &words, Look::Quiet).clicked() {
                    commands.push(keep.clone());
                }
                let words = texts.text("notice-read-again");
                if widgets::button(ui, None, &words, &words, Look::Primary).clicked() {
                    commands.push(Command::ReadAgain(None));
                }
            });
        });
    });
    let place = ui.interact(
        shown.response.rect,
        ui.scope_id().with("notice"),
        Sense::hover(),
    );
    place.widget_info(|| WidgetInfo::labeled(Role::Status, true, &words));
}
