//! Rows of the sheet: a heading, a value between minus and plus, a switch, a choice of a few words.

use std::ops::RangeInclusive;

use eframe::egui::{
    CornerRadius, CursorIcon, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo,
    pos2, vec2,
};

use crate::gui::fonts::Face;
use crate::gui::i18n::Texts;
use crate::gui::icons::{self, Icon};
use crate::gui::state_file;
use crate::gui::theme::color;
use crate::gui::widgets::{self, focus_ring, palette};

const HEIGHT: f32 = 30.0;

/// What a group is about.
pub fn heading(ui: &mut Ui, words: &str) {
    let muted = color(palette(ui).muted);
    widgets::label(ui, words, Face::Medium.size(12.5), muted);
}

/// Between groups.
pub fn line(ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    let stroke = Stroke::new(1.0, color(palette(ui).hairline));
    ui.painter().hline(rect.x_range(), rect.center().y, stroke);
}

/// Whether a value can go no further.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    /// No smaller.
    pub is_least: bool,
    /// No larger.
    pub is_most: bool,
}

impl Bounds {
    /// Of a value within limits.
    pub fn of<T: PartialOrd>(value: &T, limits: &RangeInclusive<T>) -> Self {
        Self {
            is_least: value <= limits.start(),
            is_most: limits.end() <= value,
        }
    }
}

/// A value that goes up and down; returns 1 or -1 if it should.
pub fn stepper(
    ui: &mut Ui,
    label: &str,
    value: &str,
    bounds: Bounds,
    texts: &Texts,
) -> Option<i32> {
    let ink = color(palette(ui).ink);
    let mut step = None;
    let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    let words = widgets::line(
        ui,
        label,
        Face::Interface.size(13.5),
        ink,
        row.width() - 160.0,
    );
    let y = row.center().y - words.size().y / 2.0;
    ui.painter().galley(pos2(row.left(), y), words, ink);

    let square = |right: f32| Rect::from_x_y_ranges(right - HEIGHT..=right, row.y_range());
    let (less, more) = (square(row.right() - 116.0), square(row.right()));
    let inserted = [("label", label.into())];
    let name = texts.with("appearance-less", &inserted);
    if round(ui, less, Icon::Minus, &name, !bounds.is_least) {
        step = Some(-1);
    }
    let between = Rect::from_x_y_ranges(less.right()..=more.left(), row.y_range());
    let shown = widgets::line(ui, value, Face::Medium.size(13.0), ink, between.width());
    let at = between.center() - shown.size() / 2.0;
    ui.painter().galley(at, shown, ink);
    let id = ui.scope_id().with(("value", label));
    let spoken = format!("{label}: {value}");
    ui.interact(between, id, Sense::hover())
        .widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
    let name = texts.with("appearance-more", &inserted);
    if round(ui, more, Icon::Plus, &name, !bounds.is_most) {
        step = Some(1);
    }
    step
}

/// A button with a sign, as high as its row.
fn round(ui: &mut Ui, rect: Rect, icon: Icon, name: &str, is_enabled: bool) -> bool {
    let palette = palette(ui);
    let id = ui.scope_id().with(name);
    let sense = if is_enabled {
        Sense::click()
    } else {
        Sense::hover()
    };
    let response = ui.interact(rect, id, sense);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, is_enabled, name));
    let is_under_pointer = is_enabled && response.hovered();
    let fill = if is_under_pointer {
        palette.raised
    } else {
        palette.card
    };
    let stroke = Stroke::new(1.0, color(palette.hairline));
    ui.painter().rect(
        rect,
        CornerRadius::same(8),
        color(fill),
        stroke,
        StrokeKind::Inside,
    );
    let shade = if is_enabled {
        palette.ink
    } else {
        palette.hairline
    };
    icons::paint(ui.painter(), rect, icon, color(shade));
    focus_ring(ui, rect, &response, 8);
    if is_enabled {
        response.on_hover_cursor(CursorIcon::PointingHand).clicked()
    } else {
        false
    }
}

/// Something that is on or off.
pub fn switch(ui: &mut Ui, words: &str, is_on: bool) -> Response {
    let palette = palette(ui);
    let ink = color(palette.ink);
    let (row, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Switch, true, is_on, words));
    let label = widgets::line(
        ui,
        words,
        Face::Interface.size(13.5),
        ink,
        row.width() - 52.0,
    );
    let y = row.center().y - label.size().y / 2.0;
    ui.painter().galley(pos2(row.left(), y), label, ink);
    let center = pos2(row.right() - 18.0, row.center().y);
    let track = Rect::from_center_size(center, vec2(36.0, 20.0));
    let (fill, border, knob) = if is_on {
        (palette.accent, palette.accent, palette.on_accent)
    } else {
        (palette.card, palette.muted, palette.muted)
    };
    let stroke = Stroke::new(1.2, color(border));
    ui.painter().rect(
        track,
        CornerRadius::same(10),
        color(fill),
        stroke,
        StrokeKind::Inside,
    );
    let x = if is_on {
        track.right() - 10.0
    } else {
        track.left() + 10.0
    };
    ui.painter()
        .circle_filled(pos2(x, track.center().y), 6.0, color(knob));
    focus_ring(ui, track, &response, 10);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// A choice of a few words side by side; returns which one was clicked.
pub fn segments(ui: &mut Ui, words: &[String], is_on: &[bool]) -> Option<usize> {
    let palette = palette(ui);
    let mut clicked = None;
    let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    let width = row.width() / words.len().max(1) as f32;
    let corner = CornerRadius::same(8);
    let stroke = Stroke::new(1.0, color(palette.hairline));
    ui.painter()
        .rect(row, corner, color(palette.card), stroke, StrokeKind::Inside);
    for (index, (words, &is_on)) in words.iter().zip(is_on).enumerate() {
        let left = row.left() + width * index as f32;
        let cell = Rect::from_x_y_ranges(left..=left + width, row.y_range());
        let response = ui.interact(cell, ui.scope_id().with(("segment", index)), Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_on, words));
        state_file::place(ui.ctx(), words, cell);
        let ink = if is_on || response.hovered() {
            palette.ink
        } else {
            palette.muted
        };
        if is_on {
            let fill = palette.accent.over(palette.card, 0.14);
            let stroke = Stroke::new(1.2, color(palette.accent));
            ui.painter()
                .rect(cell, corner, color(fill), stroke, StrokeKind::Inside);
        }
        let face = Face::Medium.size(13.0);
        let galley = widgets::line(ui, words, face, color(ink), width - 8.0);
        let at = cell.center() - galley.size() / 2.0;
        ui.painter().galley(at, galley, color(ink));
        focus_ring(ui, cell, &response, 8);
        if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
            clicked = Some(index);
        }
    }
    clicked
}
