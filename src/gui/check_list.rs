//! The list in which places of a name are checked one by one before they are all corrected in one step.

use std::sync::Arc;

use eframe::egui::{
    Context, CornerRadius, CursorIcon, FontId, Galley, Key, Modifiers, Rect, Role, ScrollArea,
    Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use crate::document::Kind;
use crate::view::marking::Change;

use super::actions::Action;
use super::checking::{CheckList, Checking};
use super::command::{Command, Commands};
use super::dialog::dialog;
use super::fonts::Face;
use super::i18n::Texts;
use super::keys;
use super::kind_button;
use super::labels;
use super::marking::Marking;
use super::opened::Opened;
use super::session::{Dialog, Session};
use super::state_file;
use super::theme::{color, palette, typeface};
use super::widgets::{self, Look};

const ROW: f32 = 32.0;
const WIDTH: f32 = 680.0;

/// Rows on screen.
const MOST: usize = 12;

fn push(commands: &mut Commands, checking: Checking) {
    commands.push(Command::Mark(Marking::Occurrences(checking)));
}

/// Draws the list, if it is open.
pub fn ui(context: &Context, session: &Session, texts: &Texts, commands: &mut Commands) {
    let (Some(Dialog::Check(list)), Some(opened)) = (&session.dialog, &session.desk().opened)
    else {
        return;
    };
    let palette = palette(context);
    let modal = dialog(context, "places of a name").show(context, |ui| {
        ui.set_width(WIDTH.min(context.content_rect().width() - 80.0));
        let before = list.at;
        let at = follow_keys(ui, list, commands);
        let title = texts.with("check-title", &[("name", (&list.words).into())]);
        let heading = widgets::label(ui, &title, Face::Strong.size(18.0), color(palette.ink));
        heading.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &title));
        let hint = texts.text("check-hint");
        widgets::label(ui, &hint, Face::Interface.size(12.5), color(palette.muted));
        ui.add_space(8.0);
        if list.is_free {
            choices(ui, list, session, texts, commands);
            ui.add_space(6.0);
        }
        rows(ui, list, (at, at != before), opened, texts, commands);
        ui.add_space(10.0);
        foot(ui, list, texts, commands);
    });
    if modal.should_close() {
        commands.push(Command::CloseDialog);
    }
}

/// Goes where the keys lead; returns where that is.
fn follow_keys(ui: &Ui, list: &CheckList, commands: &mut Commands) -> usize {
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let last = list.places.len().saturating_sub(1);
    let mut at = list.at.min(last);
    for (key, to) in [
        (Key::ArrowDown, (at + 1).min(last)),
        (Key::ArrowUp, at.saturating_sub(1)),
        (Key::PageDown, (at + MOST).min(last)),
        (Key::PageUp, at.saturating_sub(MOST)),
        (Key::Home, 0),
        (Key::End, last),
    ] {
        if pressed(key) {
            at = to;
        }
    }
    if at != list.at {
        push(commands, Checking::GoTo(at));
    }
    let is_free = ui.memory(|memory| memory.focused().is_none());
    if is_free && pressed(Key::Space) {
        push(commands, Checking::Toggle(at));
    }
    if is_free && pressed(Key::Enter) {
        push(commands, Checking::Finish);
    }
    if ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::A)) {
        let all = list.n_chosen() < list.places.len();
        push(commands, Checking::ChooseAll(all));
    }
    at
}

/// What may become of the places.
fn choices(
    ui: &mut Ui,
    list: &CheckList,
    session: &Session,
    texts: &Texts,
    commands: &mut Commands,
) {
    let keymap = &session.settings.keys;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
        for (change, words, action) in [
            (Change::Confirm, "check-confirm", "do-confirm"),
            (Change::Reject, "check-reject", "do-reject"),
        ] {
            let is_on = list.change == change;
            let is_pressed =
                Action::named(action).is_some_and(|action| keys::takes(ui.ctx(), keymap, action));
            if chip(ui, &texts.text(words), is_on) || is_pressed {
                push(commands, Checking::Become(change));
            }
        }
        for kind in Kind::ALL.into_iter().filter(|kind| kind.is_name()) {
            let change = Change::Mark(kind, None);
            let words = texts.text(labels::kind(kind));
            let is_on = list.change == change;
            let is_pressed = Action::named(kind_button::action(kind))
                .is_some_and(|action| keys::takes(ui.ctx(), keymap, action));
            if kind_button::ui(ui, kind, &words, is_on, keymap, texts).clicked() || is_pressed {
                push(commands, Checking::Become(change));
            }
        }
    });
}

fn chip(ui: &mut Ui, words: &str, is_on: bool) -> bool {
    let palette = palette(ui.ctx());
    let ink = color(palette.ink);
    let label = widgets::line(ui, words, Face::Medium.size(13.0), ink, f32::INFINITY);
    let size = vec2(label.size().x + 18.0, 28.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_on, words));
    state_file::place(ui.ctx(), words, rect);
    let border = if is_on {
        palette.accent
    } else {
        palette.hairline
    };
    let stroke = Stroke::new(if is_on { 1.6 } else { 1.0 }, color(border));
    let fill = if response.hovered() {
        palette.raised
    } else {
        palette.card
    };
    let corner = CornerRadius::same(6);
    ui.painter()
        .rect(rect, corner, color(fill), stroke, StrokeKind::Inside);
    let at = rect.center() - label.size() / 2.0;
    ui.painter().galley(at, label, ink);
    widgets::focus_ring(ui, rect, &response, 6);
    response.on_hover_cursor(CursorIcon::PointingHand).clicked()
}

fn rows(
    ui: &mut Ui,
    list: &CheckList,
    (at, has_moved): (usize, bool),
    opened: &Opened,
    texts: &Texts,
    commands: &mut Commands,
) {
    let n_rows = list.places.len();
    let room = (ui.ctx().content_rect().height() - 300.0).max(3.0 * ROW);
    let height = (n_rows.min(MOST) as f32 * ROW).min(room);
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut area = ScrollArea::vertical()
        .id_salt("places of a name")
        .max_height(height)
        .min_scrolled_height(height)
        .auto_shrink([false, true]);
    if has_moved {
        let middle = at as f32 * ROW - (height - ROW) / 2.0;
        area = area.vertical_scroll_offset(middle.max(0.0));
    }
    area.show_rows(ui, ROW, n_rows, |ui, shown| {
        for index in shown {
            row(ui, list, index, index == at, opened, texts, commands);
        }
    });
}

fn row(
    ui: &mut Ui,
    list: &CheckList,
    index: usize,
    is_at: bool,
    opened: &Opened,
    texts: &Texts,
    commands: &mut Commands,
) {
    let Some(line) = list.line(opened, index) else {
        return;
    };
    let palette = palette(ui.ctx());
    let is_chosen = list.is_chosen.get(index).copied().unwrap_or_default();
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let spoken = format!("{}{}{}", line.left, line.name, line.right);
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, is_chosen, &spoken));
    state_file::place(ui.ctx(), &spoken, rect);
    let corner = CornerRadius::same(6);
    if is_at || response.hovered() {
        ui.painter()
            .rect_filled(rect, corner, color(palette.raised));
    }
    tick_box(ui, rect, is_chosen);
    let ink = color(if is_chosen {
        palette.ink
    } else {
        palette.muted
    });
    let faint = color(palette.muted);
    let face = typeface(ui.ctx());
    let left = rect.left() + 34.0;
    let right = rect.right() - 8.0;
    let name = widgets::line(
        ui,
        &line.name,
        face.size(Face::TextStrong, 14.0),
        ink,
        260.0,
    );
    // Names stand below each other, as in a concordance.
    let middle = left + 0.44 * (right - left);
    let y = |height: f32| rect.center().y - height / 2.0;
    let before = last_words(ui, &line.left, &face.size(Face::Text, 14.0), middle - left);
    let at = pos2(middle - before.size().x, y(before.size().y));
    ui.painter().galley(at, before, faint);
    let end = middle + name.size().x;
    let size = name.size();
    ui.painter().galley(pos2(middle, y(size.y)), name, ink);
    let after = widgets::line(
        ui,
        &line.right,
        face.size(Face::Text, 14.0),
        faint,
        (right - end).max(10.0),
    );
    let size = after.size();
    ui.painter().galley(pos2(end, y(size.y)), after, faint);
    if list.places.get(index).is_some_and(|place| place.is_part) {
        response.clone().on_hover_text(texts.text("check-part"));
    }
    widgets::focus_ring(ui, rect.shrink(2.0), &response, 5);
    if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
        push(commands, Checking::Toggle(index));
    }
}

/// As many of the last words as fit.
fn last_words(ui: &Ui, words: &str, font: &FontId, room: f32) -> Arc<Galley> {
    let faint = color(palette(ui.ctx()).muted);
    let mut rest = words;
    let mut shown = widgets::line(ui, rest, font.clone(), faint, f32::INFINITY);
    while room < shown.size().x
        && let Some((_, after)) = rest.trim_start().split_once(' ')
    {
        rest = after;
        let words = format!("…{rest}");
        shown = widgets::line(ui, &words, font.clone(), faint, f32::INFINITY);
    }
    shown
}

fn tick_box(ui: &Ui, row: Rect, is_chosen: bool) {
    let palette = palette(ui.ctx());
    let at = pos2(row.left() + 17.0, row.center().y);
    let square = Rect::from_center_size(at, vec2(16.0, 16.0));
    let corner = CornerRadius::same(4);
    let painter = ui.painter();
    if is_chosen {
        painter.rect_filled(square, corner, color(palette.accent));
        let points = vec![
            at + vec2(-4.0, 0.3),
            at + vec2(-1.2, 3.2),
            at + vec2(4.2, -3.2),
        ];
        let stroke = Stroke::new(1.8, color(palette.on_accent));
        painter.line(points, stroke);
    } else {
        let stroke = Stroke::new(1.2, color(palette.muted));
        painter.rect_stroke(square, corner, stroke, StrokeKind::Inside);
    }
}

fn foot(ui: &mut Ui, list: &CheckList, texts: &Texts, commands: &mut Commands) {
    let n_chosen = list.n_chosen();
    ui.horizontal(|ui| {
        let key = match list.change {
            Change::Mark(..) => "check-do-mark",
            Change::Confirm => "check-do-confirm",
            Change::Reject => "check-do-reject",
        };
        let words = texts.count(key, n_chosen);
        let possible = ui.add_enabled_ui(0 < n_chosen, |ui| {
            widgets::button(ui, None, &words, &words, Look::Primary)
        });
        if possible.inner.clicked() {
            push(commands, Checking::Finish);
        }
        let words = texts.text("dialog-cancel");
        if widgets::button(ui, None, &words, &words, Look::Plain).clicked() {
            commands.push(Command::CloseDialog);
        }
        ui.add_space(12.0);
        for (words, all) in [("check-all", true), ("check-none", false)] {
            let words = texts.text(words);
            if widgets::button(ui, None, &words, &words, Look::Quiet).clicked() {
                push(commands, Checking::ChooseAll(all));
            }
        }
    });
}
