//! Something to open: a sheet of paper, and what it is called.

use eframe::egui::{
    CornerRadius, CursorIcon, FontId, Id, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2,
};

use super::icons::{self, Icon};
use super::state_file;
use super::theme::color;
use super::widgets::{self, palette};

/// Draws an entry into `place`; `name` is what assistive programs read.
pub fn entry(ui: &Ui, place: Rect, id: Id, title: &str, font: FontId, name: &str) -> Response {
    let palette = palette(ui);
    let response = ui.interact(place, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    state_file::place(ui.ctx(), name, place);
    if response.hovered() || response.has_focus() {
        let corner = CornerRadius::same(8);
        ui.painter()
            .rect_filled(place, corner, color(palette.raised));
    }
    let icon = Rect::from_min_size(place.min, vec2(42.0, place.height()));
    icons::paint(ui.painter(), icon, Icon::Page, color(palette.accent));
    let ink = color(palette.ink);
    let galley = widgets::line(ui, title, font, ink, place.width() - 56.0);
    let y = place.center().y - galley.size().y / 2.0;
    ui.painter()
        .galley(pos2(place.left() + 44.0, y), galley, ink);
    widgets::focus_ring(ui, place, &response, 8);
    response.on_hover_cursor(CursorIcon::PointingHand)
}
