//! Switches: buttons that stay on until they are pressed again.

use eframe::egui::{
    CornerRadius, CursorIcon, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo,
    pos2, vec2,
};

use super::fonts::Face;
use super::icons::{self, Icon};
use super::state_file;
use super::theme::{CORNER, color};
use super::widgets::{focus_ring, line, palette};

/// A switch as high as a button, with an icon, words, or both; `name` is what assistive programs read.
pub fn toggle(ui: &mut Ui, icon: Icon, words: &str, name: &str, is_on: bool) -> Response {
    let palette = palette(ui);
    let ink = color(if is_on { palette.accent } else { palette.ink });
    let galley = line(ui, words, Face::Medium.size(13.5), ink, f32::INFINITY);
    let (gap, padding) = if words.is_empty() {
        (0.0, 8.0)
    } else {
        (8.0, 13.0)
    };
    let size = vec2(16.0 + gap + galley.size().x + 2.0 * padding, 32.0);
    let (rect, response) = plate(ui, size, name, is_on, CORNER);
    let x = rect.left() + padding;
    let place = Rect::from_min_size(pos2(x, rect.top()), vec2(16.0, rect.height()));
    icons::paint(ui.painter(), place, icon, ink);
    let at = pos2(x + 16.0 + gap, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, ink);
    response
}

/// A small round switch with words and how many things it lets through.
pub fn filter(ui: &mut Ui, words: &str, n: usize, name: &str, is_on: bool) -> Response {
    let palette = palette(ui);
    let ink = color(if is_on { palette.ink } else { palette.muted });
    let words = format!("{words} · {n}");
    let width = ui.available_width().max(60.0) - 24.0;
    let galley = line(ui, &words, Face::Medium.size(12.5), ink, width);
    let size = vec2(galley.size().x + 22.0, 26.0);
    let (rect, response) = plate(ui, size, name, is_on, 13);
    let at = rect.center() - galley.size() / 2.0;
    ui.painter().galley(at, galley, ink);
    response
}

fn plate(
    ui: &mut Ui,
    size: eframe::egui::Vec2,
    name: &str,
    is_on: bool,
    corner: u8,
) -> (Rect, Response) {
    let palette = palette(ui);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, is_on, name));
    state_file::place(ui.ctx(), name, rect);
    let (fill, border) = match (is_on, response.hovered()) {
        (true, false) => (
            palette.accent.over(palette.card, 0.14),
            palette.accent.over(palette.card, 0.6),
        ),
        (true, true) => (palette.accent.over(palette.card, 0.22), palette.accent),
        (false, false) => (palette.card, palette.hairline),
        (false, true) => (palette.raised, palette.muted),
    };
    ui.painter().rect(
        rect,
        CornerRadius::same(corner),
        color(fill),
        Stroke::new(1.0, color(border)),
        StrokeKind::Inside,
    );
    focus_ring(ui, rect, &response, corner);
    (rect, response.on_hover_cursor(CursorIcon::PointingHand))
}
