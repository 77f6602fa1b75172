//! A line above the article: which corrections have moved, and which are lost; on demand, all of them.

use eframe::egui::{CursorIcon, Response, Role, Sense, Stroke, Ui, WidgetInfo, vec2};

use crate::review::transfer::Report;

use super::command::{Command, Commands};
use super::fonts::Face;
use super::i18n::Texts;
use super::notice_bar::{self, MOST, Notice, more};
use super::save_words::{self, shortened};
use super::session::Session;
use super::theme::color;
use super::widgets::{self, palette};

/// Draws the line, and the list if it is open.
pub fn ui(ui: &mut Ui, session: &Session, texts: &Texts, commands: &mut Commands) {
    let saving = &session.desk().saving;
    let Some(report) = &saving.report else { return };
    let counts = save_words::counts(report, texts);
    let words = texts.with("report-body", &[("counts", (&counts).into())]);
    let notice = Notice {
        id: "report",
        words: &words,
        is_listed: saving.lists_report,
        list: Command::ListReport(!saving.lists_report),
        close: Command::CloseReport,
    };
    notice_bar::ui(ui, notice, texts, commands, |ui, commands| {
        list(ui, report, texts, commands);
    });
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
