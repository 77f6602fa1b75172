//! A statement as a card: who says it, what is said, how, and how sure the program is.

use eframe::egui::{
    Align, CornerRadius, CursorIcon, Frame, Layout, Margin, Response, Role, Sense, Stroke,
    StrokeKind, Ui, UiBuilder, WidgetInfo, vec2,
};

use crate::view::statements::Row;

use super::fonts::Face;
use super::i18n::Texts;
use super::labels;
use super::state_file;
use super::theme::color;
use super::widgets::{self, palette};

/// Rows of text on a card that is not in focus; one in focus shows everything.
const ROWS: usize = 4;

/// A statement as a card.
pub fn card(ui: &mut Ui, row: &Row, is_on: bool, texts: &Texts) -> Response {
    let name = labels::speaker(&row.speaker, texts);
    let kind = texts.text(labels::statement(row.kind));
    let spoken = texts.with(
        "statement-card",
        &[
            ("kind", (&kind).into()),
            ("speaker", (&name).into()),
            ("text", (&row.text).into()),
        ],
    );
    let palette = palette(ui);
    let builder = UiBuilder::new()
        .id_salt(("statement", row.id))
        .sense(Sense::click());
    let response = ui
        .scope_builder(builder, |ui| {
            let response = ui.response();
            let border = match (is_on, response.hovered()) {
                (true, _) => palette.accent,
                (false, true) => palette.muted.over(palette.card, 0.6),
                (false, false) => palette.hairline,
            };
            let fill = if is_on {
                palette.accent.over(palette.card, 0.07)
            } else {
                palette.card
            };
            Frame::new()
                .fill(color(fill))
                .stroke(Stroke::new(if is_on { 1.5 } else { 1.0 }, color(border)))
                .corner_radius(CornerRadius::same(10))
                .inner_margin(Margin::symmetric(14, 11))
                .show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    contents(ui, row, &name, &kind, is_on, texts);
                });
        })
        .response;
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, is_on, &spoken));
    state_file::place(ui.ctx(), &spoken, response.rect);
    if response.has_focus() {
        ui.painter().rect_stroke(
            response.rect.expand(2.0),
            CornerRadius::same(12),
            Stroke::new(2.0, color(palette.accent)),
            StrokeKind::Middle,
        );
    }
    response.on_hover_cursor(CursorIcon::PointingHand)
}

fn contents(ui: &mut Ui, row: &Row, name: &str, kind: &str, is_on: bool, texts: &Texts) {
    let palette = palette(ui);
    let (ink, muted) = (color(palette.ink), color(palette.muted));
    ui.spacing_mut().item_spacing = vec2(6.0, 4.0);
    ui.horizontal(|ui| {
        let is_known = row.speaker.name.is_some();
        let shade = if is_known { ink } else { muted };
        let room = ui.available_width() - 46.0;
        let galley = widgets::line(ui, name, Face::Strong.size(14.0), shade, room);
        widgets::show(ui, galley);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            dots(ui, row, texts);
        });
    });
    if let Some(role) = &row.speaker.role {
        let width = ui.available_width();
        let galley = widgets::line(ui, role, Face::Interface.size(12.5), muted, width);
        widgets::show(ui, galley);
    }
    let rows = if is_on { usize::MAX } else { ROWS };
    let width = ui.available_width();
    let font = Face::Text.size(15.0);
    let galley = widgets::lines(ui, &row.text, font, Some(21.0), ink, width, rows);
    widgets::show(ui, galley);
    ui.add_space(1.0);
    ui.horizontal(|ui| {
        widgets::badge(ui, kind);
        let mut words = Vec::new();
        if !row.cue.is_empty() {
            words.push(row.cue.clone());
        }
        if !row.via.is_empty() {
            let names = row.via.join(", ");
            words.push(texts.with("statement-via", &[("names", (&names).into())]));
        }
        if !words.is_empty() {
            let width = ui.available_width();
            let words = words.join(" · ");
            let galley = widgets::line(ui, &words, Face::Interface.size(12.5), muted, width);
            widgets::show(ui, galley);
        }
    });
}

/// How sure the program is, as one to three dots; why, when the pointer rests on them.
fn dots(ui: &mut Ui, row: &Row, texts: &Texts) {
    let sure = texts.text(labels::confidence(row.level));
    let response = widgets::dots(ui, row.level, &sure);
    let why = texts.text(labels::reason(row.because));
    response.on_hover_text(format!("{sure}: {why}"));
}

/// About how high a card is that has not been drawn yet: 44 characters fit in a line of 336 points.
pub fn guess(row: &Row, width: f32) -> f32 {
    let n_characters = row.text.len() as f32;
    let n_rows = (n_characters * 336.0 / (44.0 * width))
        .ceil()
        .clamp(1.0, ROWS as f32);
    let role = if row.speaker.role.is_some() {
        19.0
    } else {
        0.0
    };
    74.0 + role + 21.0 * n_rows
}
