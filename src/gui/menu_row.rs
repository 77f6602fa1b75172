//! A row of a menu: what it does, and the key that does the same.

use eframe::egui::{CornerRadius, CursorIcon, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::actions::Action;
use super::fonts::Face;
use super::i18n::Texts;
use super::keymap::{self, Keymap};
use super::state_file;
use super::theme::color;
use super::widgets::{self, palette};

/// Draws the row of an action, or of anything else that has words under this key.
pub fn menu_row(ui: &mut Ui, name: &str, keymap: &Keymap, texts: &Texts) -> Response {
    let palette = palette(ui);
    let words = texts.text(name);
    let keys = Action::named(name).and_then(|action| keymap.keys(action).first().copied());
    let keys = keys.map_or_else(String::new, |keys| keymap::in_words(keys, texts));
    let (ink, muted) = (color(palette.ink), color(palette.muted));
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 30.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::MenuItem, true, &words));
    state_file::place(ui.ctx(), &words, rect);
    if response.hovered() || response.has_focus() {
        let corner = CornerRadius::same(6);
        ui.painter()
            .rect_filled(rect, corner, color(palette.raised));
    }
    let cap = widgets::line(ui, &keys, Face::Interface.size(12.0), muted, 120.0);
    let width = rect.width() - cap.size().x - 28.0;
    let label = widgets::line(ui, &words, Face::Interface.size(13.5), ink, width);
    let middle = |height: f32| rect.center().y - height / 2.0;
    let at = pos2(rect.left() + 8.0, middle(label.size().y));
    ui.painter().galley(at, label, ink);
    let at = pos2(rect.right() - 8.0 - cap.size().x, middle(cap.size().y));
    ui.painter().galley(at, cap, muted);
    response.on_hover_cursor(CursorIcon::PointingHand)
}
