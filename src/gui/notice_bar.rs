//! A line above the article that tells something, and on demand a list of what it is about.

use eframe::egui::{Align, Frame, Layout, Margin, Role, ScrollArea, Sense, Ui, WidgetInfo};

use super::command::{Command, Commands};
use super::fonts::Face;
use super::i18n::Texts;
use super::icons::Icon;
use super::theme::color;
use super::widgets::{self, Look, palette};

/// More are not listed: nobody goes through them.
pub const MOST: usize = 200;

/// Height of the list; what does not fit is scrolled to.
const HEIGHT: f32 = 200.0;

/// What a line says and does.
pub struct Notice<'a> {
    /// Tells lines apart.
    pub id: &'static str,
    /// What it says.
    pub words: &'a str,
    /// Whether its list is shown.
    pub is_listed: bool,
    /// Shows the list, or hides it.
    pub list: Command,
    /// Takes the line away.
    pub close: Command,
}

/// Draws the line, and what `list` draws if that is wanted.
pub fn ui(
    ui: &mut Ui,
    notice: Notice<'_>,
    texts: &Texts,
    commands: &mut Commands,
    list: impl FnOnce(&mut Ui, &mut Commands),
) {
    let palette = palette(ui);
    let words = notice.words;
    let frame = Frame::new()
        .fill(color(palette.accent.over(palette.panel, 0.12)))
        .inner_margin(Margin::symmetric(16, 6));
    let shown = frame.show(ui, |ui| {
        ui.horizontal(|ui| {
            let room = ui.available_width();
            let font = Face::Interface.size(13.5);
            let galley = widgets::line(ui, words, font, color(palette.ink), room);
            widgets::show(ui, galley);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let name = texts.text("report-close");
                if widgets::button(ui, Some(Icon::Close), "", &name, Look::Quiet).clicked() {
                    commands.push(notice.close);
                }
                let key = if notice.is_listed {
                    "report-hide"
                } else {
                    "report-show"
                };
                let words = texts.text(key);
                if widgets::button(ui, None, &words, &words, Look::Plain).clicked() {
                    commands.push(notice.list);
                }
            });
        });
        if notice.is_listed {
            ScrollArea::vertical()
                .max_height(HEIGHT)
                .min_scrolled_height(HEIGHT)
                .auto_shrink([false, true])
                .show(ui, |ui| list(ui, commands));
        }
    });
    let id = ui.scope_id().with(notice.id);
    let place = ui.interact(shown.response.rect, id, Sense::hover());
    place.widget_info(|| WidgetInfo::labeled(Role::Status, true, words));
}

/// Says how many are not listed.
pub fn more(ui: &mut Ui, n_all: usize, texts: &Texts) {
    if MOST < n_all {
        let words = texts.count("report-more", n_all - MOST);
        let ink = color(palette(ui).muted);
        widgets::label(ui, &words, Face::Interface.size(13.0), ink);
    }
}
