//! A line above the article: which corrections have moved, and which are lost; on demand, all of them.

use eframe::egui::{
    Align, CursorIcon, Frame, Layout, Margin, Response, Role, ScrollArea, Sense, Stroke, Ui,
    WidgetInfo, vec2,
};

use crate::review::transfer::Report;

use super::command::{Command, Commands};
use super::fonts::Face;
use super::i18n::Texts;
use super::icons::Icon;
use super::save_words::{self, shortened};
use super::session::Session;
use super::theme::color;
use super::widgets::{self, Look, palette};

/// More are not listed: nobody goes through them.
const MOST: usize = 200;

/// Height of the list; what does not fit is scrolled to.
const HEIGHT: f32 = 200.0;

/// Draws the line, and the list if it is open.
pub fn ui(ui: &mut Ui, session: &Session, texts: &Texts, commands: &mut Commands) {
    let saving = &session.desk().saving;
    let Some(report) = &saving.report else { return };
    let palette = palette(ui);
    let counts = save_words::counts(report, texts);
    let words = texts.with("report-body", &[("counts", (&counts).into())]);
    let frame = Frame::new()
        .fill(color(palette.accent.over(palette.panel, 0.12)))
        .inner_margin(Margin::symmetric(16, 6));
    let shown = frame.show(ui, |ui| {
        ui.horizontal(|ui| {
            let room = ui.available_width();
            let galley = widgets::line(
                ui,
                &words,
                Face::Interface.size(13.5),
                color(palette.ink),
                room,
            );
            widgets::show(ui, galley);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let name = texts.text("report-close");
                if widgets::button(ui, Some(Icon::Close), "", &name, Look::Quiet).clicked() {
                    commands.push(Command::CloseReport);
                }
                let key = if saving.lists_report {
                    "report-hide"
                } else {
                    "report-show"
                };
                let words = texts.text(key);
                if widgets::button(ui, None, &words, &words, Look::Plain).clicked() {
                    commands.push(Command::ListReport(!saving.lists_report));
                }
            });
        });
        if saving.lists_report {
            ScrollArea::vertical()
                .max_height(HEIGHT)
                .min_scrolled_height(HEIGHT)
                .auto_shrink([false, true])
                .show(ui, |ui| list(ui, report, texts, commands));
        }
    });
    let place = ui.interact(
        shown.response.rect,
        ui.scope_id().with("report"),
        Sense::hover(),
    );
    place.widget_info(|| WidgetInfo::labeled(Role::Status, true, &words));
}

fn list(ui: &mut Ui, report: &Report, texts: &Texts, commands: &mut Commands) {
    let palette = palette(ui);
    let (ink, muted) = (color(palette.ink), color(palette.muted));
    let heading = |ui: &mut Ui, key: &str| {
        ui.add_space(4.0);
        widgets::label(ui, &texts.text(key), Face::Medium.size(12.5), muted);
    };
    ui.spacing_mut().item_spacing.y = 2.0;
    if !report.moved.is_empty() {
        heading(ui, "report-moved-title");
    }
    for moved in report.moved.iter().take(MOST) {
        let quote = shortened(&moved.quote);
        let words = texts.with("report-go", &[("quote", (&quote).into())]);
        if link(ui, &words).clicked() {
            commands.push(Command::GoTo(moved.span));
        }
    }
    more(ui, report.moved.len(), texts);
    if !report.lost.is_empty() {
        heading(ui, "report-lost-title");
    }
    for lost in report.lost.iter().take(MOST) {
        let words = save_words::lost(lost, texts);
        widgets::label(ui, &words, Face::Interface.size(13.0), ink);
    }
    more(ui, report.lost.len(), texts);
}

/// Words that lead to a place in the article.
fn link(ui: &mut Ui, words: &str) -> Response {
    let ink = color(palette(ui).accent);
    let room = ui.available_width();
    let galley = widgets::line(ui, words, Face::Interface.size(13.0), ink, room);
    let (rect, response) = ui.allocate_exact_size(galley.size() + vec2(0.0, 4.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, words));
    let at = rect.min + vec2(0.0, 2.0);
    let base = rect.bottom() - 2.0;
    if response.hovered() {
        let line = Stroke::new(1.0, ink);
        ui.painter().hline(rect.x_range(), base, line);
    }
    ui.painter().galley(at, galley, ink);
    widgets::focus_ring(ui, rect, &response, 3);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

fn more(ui: &mut Ui, n_all: usize, texts: &Texts) {
    if MOST < n_all {
        let words = texts.count("report-more", n_all - MOST);
        let ink = color(palette(ui).muted);
        widgets::label(ui, &words, Face::Interface.size(13.0), ink);
    }
}
