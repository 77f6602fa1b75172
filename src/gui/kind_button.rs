//! Small buttons that say what some words are: the letter of a kind in its colour, its name, and the key that does the same.

use eframe::egui::{
    Align2, CornerRadius, CursorIcon, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};

use crate::document::Kind;

use super::actions::Action;
use super::fonts::Face;
use super::i18n::Texts;
use super::keymap::{self, Keymap};
use super::labels;
use super::state_file;
use super::theme::color;
use super::widgets::{self, focus_ring, palette};

const HEIGHT: f32 = 28.0;

/// The action that marks words as a kind.
pub fn action(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "do-mark-person",
        Kind::Organisation => "do-mark-organisation",
        Kind::Location => "do-mark-location",
        Kind::Other => "do-mark-other",
        Kind::Role => "do-mark-role",
        Kind::Date => "do-mark-date",
        Kind::Time => "do-mark-time",
        Kind::Duration => "do-mark-duration",
        Kind::Amount => "do-mark-amount",
    }
}

/// The key of an action in words; nothing if it has none.
fn key_of(action: &str, keys: &Keymap, texts: &Texts) -> String {
    let keys = Action::named(action).and_then(|action| keys.keys(action).first().copied());
    keys.map(|keys| keymap::in_words(keys, texts))
        .unwrap_or_default()
}

/// A button for a kind, with `words` or with its letter only; `is_on` if it is that already.
pub fn ui(
    ui: &mut Ui,
    kind: Kind,
    words: &str,
    is_on: bool,
    keys: &Keymap,
    texts: &Texts,
) -> Response {
    let palette = palette(ui);
    let name = texts.text(action(kind));
    let key = key_of(action(kind), keys, texts);
    let (ink, muted) = (color(palette.ink), color(palette.muted));
    let label = widgets::line(ui, words, Face::Medium.size(13.0), ink, f32::INFINITY);
    let cap = widgets::line(ui, &key, Face::Interface.size(10.5), muted, f32::INFINITY);
    let plate = 17.0;
    let gap = if words.is_empty() { 0.0 } else { 6.0 };
    let width = 7.0 + plate + gap + label.size().x + 4.0 + cap.size().x + 7.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, HEIGHT), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), is_on, &name));
    state_file::place(ui.ctx(), &name, rect);
    ground(ui, rect, &response, is_on);
    let letter = texts.text(labels::letter(kind));
    let at = pos2(rect.left() + 7.0, rect.center().y - plate / 2.0);
    let tag = Rect::from_min_size(at, vec2(plate, plate));
    let painter = ui.painter();
    painter.rect_filled(tag, CornerRadius::same(3), color(palette.line(kind)));
    let font = Face::Strong.size(12.0);
    let paper = color(palette.paper);
    painter.text(tag.center(), Align2::CENTER_CENTER, letter, font, paper);
    let x = tag.right() + gap;
    let middle = |height: f32| rect.center().y - height / 2.0;
    let (size, cap_size) = (label.size(), cap.size());
    painter.galley(pos2(x, middle(size.y)), label, ink);
    let x = x + size.x + 4.0;
    painter.galley(pos2(x, middle(cap_size.y) + 1.0), cap, muted);
    finish(ui, rect, response, &hint(&name, &key))
}

/// A button with words and the key of its action; assistive programs read what the action is called.
pub fn plain(ui: &mut Ui, words: &str, action: &str, keys: &Keymap, texts: &Texts) -> Response {
    let name = texts.text(action);
    worded(ui, words, &name, &key_of(action, keys, texts))
}

/// The same where the words say enough.
pub fn named(ui: &mut Ui, words: &str, action: &str, keys: &Keymap, texts: &Texts) -> Response {
    worded(ui, words, words, &key_of(action, keys, texts))
}

fn worded(ui: &mut Ui, words: &str, name: &str, key: &str) -> Response {
    let palette = palette(ui);
    let is_enabled = ui.is_enabled();
    let muted = color(palette.muted);
    let ink = if is_enabled {
        color(palette.ink)
    } else {
        muted
    };
    let label = widgets::line(ui, words, Face::Medium.size(13.0), ink, f32::INFINITY);
    let cap = widgets::line(ui, key, Face::Interface.size(10.5), muted, f32::INFINITY);
    let width = 8.0 + label.size().x + 5.0 + cap.size().x + 8.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, HEIGHT), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, is_enabled, name));
    state_file::place(ui.ctx(), name, rect);
    ground(ui, rect, &response, false);
    let middle = |height: f32| rect.center().y - height / 2.0;
    let (size, cap_size) = (label.size(), cap.size());
    let painter = ui.painter();
    painter.galley(pos2(rect.left() + 8.0, middle(size.y)), label, ink);
    let x = rect.left() + 8.0 + size.x + 5.0;
    painter.galley(pos2(x, middle(cap_size.y) + 1.0), cap, muted);
    finish(ui, rect, response, &hint(name, key))
}

fn hint(name: &str, key: &str) -> String {
    if key.is_empty() {
        name.to_owned()
    } else {
        format!("{name} ({key})")
    }
}

fn ground(ui: &Ui, rect: Rect, response: &Response, is_on: bool) {
    let palette = palette(ui);
    let corner = CornerRadius::same(6);
    if response.hovered() || response.has_focus() {
        ui.painter()
            .rect_filled(rect, corner, color(palette.raised));
    }
    if is_on {
        let stroke = Stroke::new(1.4, color(palette.accent));
        let inner = rect.shrink(1.0);
        ui.painter()
            .rect_stroke(inner, corner, stroke, StrokeKind::Inside);
    }
}

fn finish(ui: &Ui, rect: Rect, response: Response, hint: &str) -> Response {
    focus_ring(ui, rect.shrink(2.0), &response, 5);
    response
        .on_hover_text(hint)
        .on_hover_cursor(CursorIcon::PointingHand)
}
