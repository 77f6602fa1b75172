//! A small field that narrows a list, with a sign before it and a cross behind it.

use eframe::egui::{
    Align2, CornerRadius, EventFilter, Frame, Id, Key, Margin, Modifiers, Rect, Stroke, StrokeKind,
    TextEdit, Ui, UiBuilder, pos2, vec2,
};

use super::fonts::Face;
use super::icons::{self, Icon};
use super::theme::{CORNER, color};
use super::widgets::palette;

const HEIGHT: f32 = 32.0;

/// Otherwise Escape takes the keyboard away before the field knows of it.
pub const ESCAPE_TOO: EventFilter = EventFilter {
    tab: false,
    horizontal_arrows: true,
    vertical_arrows: true,
    escape: true,
};

/// Draws the field; what is typed, if that has changed. Escape empties it, and again leaves it.
pub fn search_field(
    ui: &mut Ui,
    salt: &str,
    words: &str,
    hint: &str,
    name: &str,
    width: f32,
) -> Option<String> {
    let palette = palette(ui);
    let (_, rect) = ui.allocate_space(vec2(width, HEIGHT));
    let id = Id::unique(("search field", salt));
    let has_focus = ui.memory(|memory| memory.has_focus(id));
    let (border, line) = if has_focus {
        (palette.accent, 1.5)
    } else {
        (palette.hairline, 1.0)
    };
    ui.painter().rect(
        rect,
        CornerRadius::same(CORNER),
        color(palette.card),
        Stroke::new(line, color(border)),
        StrokeKind::Inside,
    );
    let sign = Rect::from_center_size(pos2(rect.left() + 16.0, rect.center().y), vec2(16.0, 16.0));
    icons::paint(ui.painter(), sign, Icon::Search, color(palette.muted));

    let is_escaped =
        has_focus && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    let mut typed = words.to_owned();
    let inside = Rect::from_min_max(pos2(rect.left() + 28.0, rect.top()), rect.max);
    let builder = UiBuilder::new()
        .id_salt(("search field", salt))
        .max_rect(inside);
    ui.scope_builder(builder, |ui| {
        let edit = TextEdit::singleline(&mut typed)
            .id(id)
            .hint_text(hint)
            .font(Face::Interface.size(13.5))
            .frame(Frame::NONE)
            .margin(Margin::symmetric(2, 0))
            .event_filter(ESCAPE_TOO)
            .align(Align2::LEFT_CENTER)
            .min_size(inside.size())
            .desired_width(inside.width() - 8.0);
        ui.add(edit).accessible_name(name);
    });
    if is_escaped {
        // Twice: out of the field.
        if words.is_empty() {
            ui.memory_mut(|memory| memory.surrender_focus(id));
        }
        return (!words.is_empty()).then(String::new);
    }
    (typed != words).then_some(typed)
}
