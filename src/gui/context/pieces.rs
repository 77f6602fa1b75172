//! What cards are made of: headings, lines of the text, names to click.

use eframe::egui::{CornerRadius, CursorIcon, Response, Role, Sense, Ui, WidgetInfo, vec2};

use crate::document::Kind;
use crate::gui::fonts::Face;
use crate::gui::i18n::Texts;
use crate::gui::labels;
use crate::gui::theme::color;
use crate::gui::widgets::{self, palette};

/// What it is and how it is called.
pub fn heading(ui: &mut Ui, kind: Kind, name_of: &str, texts: &Texts) {
    let words = texts.text(labels::kind(kind));
    let ink = color(palette(ui).line(kind));
    widgets::label(ui, &words, Face::Strong.size(12.0), ink);
    name(ui, kind, name_of);
}

/// How it is called, underlined in the pattern of its kind.
pub fn name(ui: &mut Ui, kind: Kind, name: &str) {
    let palette = palette(ui);
    let ink = color(palette.line(kind));
    let name = widgets::label(ui, name, Face::Headline.size(24.0), color(palette.ink));
    let (left, y) = (name.rect.left(), name.rect.bottom() + 3.0);
    widgets::underline(ui.painter(), (left..=left + 36.0).into(), y, kind, ink);
    ui.add_space(6.0);
}

/// Things in rows, as close as lines.
pub fn wrapped(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        ui.spacing_mut().interact_size.y = 25.0;
        ui.horizontal_wrapped(contents);
    });
}

/// A title above a part of a card.
pub fn section(ui: &mut Ui, title: &str) {
    ui.add_space(16.0);
    let ink = color(palette(ui).muted);
    widgets::label(ui, title, Face::Strong.size(12.0), ink);
    ui.add_space(2.0);
}

/// A name to click, in the tint of its kind.
pub fn pill(ui: &mut Ui, kind: Kind, words: &str, spoken: &str) -> Response {
    let palette = palette(ui);
    let ink = color(palette.ink);
    let width = ui.available_size_before_wrap().x.max(120.0) - 20.0;
    let galley = widgets::line(ui, words, Face::Interface.size(12.5), ink, width.max(200.0));
    let size = galley.size() + vec2(18.0, 10.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, spoken));
    let tint = palette.line(kind);
    let share = if response.hovered() { 0.22 } else { 0.11 };
    ui.painter().rect_filled(
        rect,
        CornerRadius::same(13),
        color(tint.over(palette.panel, share)),
    );
    ui.painter().galley(rect.min + vec2(9.0, 5.0), galley, ink);
    widgets::focus_ring(ui, rect, &response, 13);
    response.on_hover_cursor(CursorIcon::PointingHand)
}
