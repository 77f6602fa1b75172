//! The list of keys (F1), where the reader can choose others.

use eframe::egui::{
    Context, CornerRadius, CursorIcon, Event, Id, Key, KeyboardShortcut, Rect, Role, ScrollArea,
    Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::actions::{Action, Group};
use super::command::{Command, Commands};
use super::dialog::dialog;
use super::fonts::Face;
use super::i18n::Texts;
use super::keymap;
use super::session::{Dialog, Session};
use super::theme::{color, palette};
use super::widgets::{self, Look};

const ROW: f32 = 30.0;
const COLUMN: f32 = 400.0;
const GAP: f32 = 32.0;

/// Keys that hold, but do nothing alone; and Escape, with which one thinks better of it.
fn is_bindable(key: Key) -> bool {
    !matches!(
        key,
        Key::Escape | Key::Tab | Key::Enter | Key::Space | Key::Copy | Key::Cut | Key::Paste
    )
}

/// The action that waits for a key.
fn waiting_id() -> Id {
    Id::unique("action that waits for a key")
}

/// Draws the list, if it is open.
pub fn ui(context: &Context, session: &Session, texts: &Texts, commands: &mut Commands) {
    if session.dialog != Some(Dialog::Keys) {
        context.data_mut(|data| data.remove::<Action>(waiting_id()));
        return;
    }
    let palette = palette(context);
    let waiting: Option<Action> = context.data(|data| data.get_temp(waiting_id()));
    let was_waiting = waiting.is_some();
    if let Some(action) = waiting {
        listen(context, action, commands);
    }
    let screen = context.content_rect();
    let columns = columns(((screen.width() - 88.0) / (COLUMN + GAP)) as usize);
    let modal = dialog(context, "keys").show(context, |ui| {
        ui.set_width(columns.len() as f32 * (COLUMN + GAP) - GAP);
        let title = texts.text("keys-title");
        widgets::label(ui, &title, Face::Strong.size(18.0), color(palette.ink));
        let words = texts.text("keys-hint");
        widgets::label(ui, &words, Face::Interface.size(13.0), color(palette.muted));
        ui.add_space(8.0);
        let height = (screen.height() - 240.0).max(120.0);
        ScrollArea::vertical()
            .max_height(height)
            .min_scrolled_height(height)
            .show(ui, |ui| {
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = GAP;
                    for groups in &columns {
                        ui.vertical(|ui| column(ui, groups, session, texts, waiting));
                    }
                });
            });
        ui.add_space(12.0);
        ui.horizontal(|ui| {
            let words = texts.text("dialog-close");
            if widgets::button(ui, None, &words, &words, Look::Primary).clicked() {
                commands.push(Command::CloseDialog);
            }
            let words = texts.text("keys-reset");
            if widgets::button(ui, None, &words, &words, Look::Plain).clicked() {
                commands.push(Command::ResetKeys);
            }
        });
    });
    let is_closed = context.input(|input| input.key_pressed(Key::F1));
    if !was_waiting && (modal.should_close() || is_closed) {
        commands.push(Command::CloseDialog);
    }
}

/// The parts of the list in at most so many columns, so that the longest is as short as it can be.
fn columns(most: usize) -> Vec<&'static [Group]> {
    let height = |groups: &[Group]| {
        let actions = Action::all().filter(|action| groups.contains(&action.group()));
        groups.len() + actions.count()
    };
    let all = &Group::ALL[..];
    let two = (1..all.len()).map(|at| vec![&all[..at], &all[at..]]);
    let three = (1..all.len() - 1).flat_map(|first| {
        (first + 1..all.len())
            .map(move |second| vec![&all[..first], &all[first..second], &all[second..]])
    });
    let ways = std::iter::once(vec![all]).chain(two).chain(three);
    let fitting = ways.filter(|columns| columns.len() <= most.max(1));
    let longest = |columns: &Vec<&[Group]>| columns.iter().map(|groups| height(groups)).max();
    fitting.min_by_key(longest).unwrap_or_else(|| vec![all])
}

/// Binds the next key, or thinks better of it.
fn listen(context: &Context, action: Action, commands: &mut Commands) {
    let pressed = context.input_mut(|input| {
        let mut pressed = None;
        input.events.retain(|event| match event {
            Event::Key {
                key,
                pressed: true,
                modifiers,
                ..
            } => {
                pressed = Some(KeyboardShortcut::new(*modifiers, *key));
                false
            }
            _ => true,
        });
        pressed
    });
    let Some(keys) = pressed else { return };
    context.data_mut(|data| data.remove::<Action>(waiting_id()));
    if is_bindable(keys.logical_key) {
        commands.push(Command::Bind(action, keymap::plain(keys)));
    }
}

fn column(
    ui: &mut Ui,
    groups: &[Group],
    session: &Session,
    texts: &Texts,
    waiting: Option<Action>,
) {
    let palette = palette(ui.ctx());
    ui.set_width(COLUMN);
    ui.spacing_mut().item_spacing.y = 0.0;
    for &group in groups {
        ui.add_space(8.0);
        let words = texts.text(group.title());
        let response = widgets::label(ui, &words, Face::Strong.size(12.5), color(palette.muted));
        response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &words));
        ui.add_space(4.0);
        for action in Action::all().filter(|action| action.group() == group) {
            row(ui, action, session, texts, waiting == Some(action));
        }
    }
}

fn row(ui: &mut Ui, action: Action, session: &Session, texts: &Texts, is_waiting: bool) {
    let palette = palette(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(vec2(COLUMN, ROW), Sense::click());
    let words = texts.text(action.name());
    let keymap = &session.settings.keys;
    let keys: Vec<String> = keymap
        .keys(action)
        .iter()
        .map(|&keys| keymap::in_words(keys, texts))
        .collect();
    let spoken = format!("{words}, {}", keys.join(", "));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
    if response.hovered() || is_waiting {
        let corner = CornerRadius::same(6);
        ui.painter()
            .rect_filled(rect, corner, color(palette.raised));
    }
    let mut right = rect.right() - 8.0;
    if is_waiting {
        right = cap(ui, &texts.text("keys-press"), right, rect, true);
    } else {
        for words in keys.iter().rev() {
            right = cap(ui, words, right, rect, keymap.is_own(action)) - 6.0;
        }
    }
    let ink = color(palette.ink);
    let left = rect.left() + 8.0;
    let font = Face::Interface.size(13.5);
    let label = widgets::line(ui, &words, font, ink, right - left - 10.0);
    let y = rect.center().y - label.size().y / 2.0;
    ui.painter().galley(pos2(left, y), label, ink);
    widgets::focus_ring(ui, rect, &response, 6);
    if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
        ui.data_mut(|data| data.insert_temp(waiting_id(), action));
        ui.ctx().request_repaint();
    }
}

/// A key, drawn like one; returns where it begins.
fn cap(ui: &Ui, words: &str, right: f32, row: Rect, is_own: bool) -> f32 {
    let palette = palette(ui.ctx());
    let ink = color(if is_own { palette.accent } else { palette.ink });
    let galley = widgets::line(ui, words, Face::Medium.size(12.0), ink, 200.0);
    let size = galley.size() + vec2(14.0, 6.0);
    let min = pos2(right - size.x, row.center().y - size.y / 2.0);
    let rect = Rect::from_min_size(min, size);
    let stroke = Stroke::new(1.0, color(palette.hairline));
    let corner = CornerRadius::same(5);
    let fill = color(palette.panel);
    ui.painter()
        .rect(rect, corner, fill, stroke, StrokeKind::Inside);
    ui.painter().galley(min + vec2(7.0, 3.0), galley, ink);
    rect.left()
}
