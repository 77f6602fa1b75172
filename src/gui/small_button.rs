//! A square button with a sign only, for narrow places.

use eframe::egui::{CornerRadius, CursorIcon, Response, Role, Sense, Ui, Vec2, WidgetInfo};

use super::icons::{self, Icon};
use super::state_file;
use super::theme::color;
use super::widgets::{self, palette};

/// Draws the button; `name` is what it says when the pointer rests on it, and what assistive programs read.
pub fn small_button(ui: &mut Ui, icon: Icon, name: &str, size: Vec2) -> Response {
    let palette = palette(ui);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    state_file::place(ui.ctx(), name, rect);
    let plate = rect.shrink(1.0);
    if response.hovered() {
        let shade = palette.muted.over(palette.panel, 0.22);
        ui.painter()
            .rect_filled(plate, CornerRadius::same(5), color(shade));
    }
    icons::paint(ui.painter(), rect, icon, color(palette.muted));
    widgets::focus_ring(ui, plate, &response, 5);
    response
        .on_hover_text(name)
        .on_hover_cursor(CursorIcon::PointingHand)
}
