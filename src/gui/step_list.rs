//! Taking back and making again: two buttons on the bar, and below them a list of all corrections to go to by a click.

use eframe::egui::{
    CornerRadius, CursorIcon, Frame, Id, Margin, Popup, PopupCloseBehavior, Rect, RectAlign,
    Response, Role, ScrollArea, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use crate::review::Review;

use super::command::{Command, Commands};
use super::fonts::Face;
use super::i18n::Texts;
use super::icons::Icon;
use super::opened::Opened;
use super::session::{Dialog, Session};
use super::small_button::small_button;
use super::stamps;
use super::state_file;
use super::step_names;
use super::theme::color;
use super::widgets::{self, palette};

const BUTTON: Vec2 = vec2(28.0, 32.0);
const ARROW: Vec2 = vec2(20.0, 32.0);
const WIDTH: f32 = 380.0;
const ROW: f32 = 42.0;

/// The buttons, and the list while it is open.
pub fn ui(ui: &mut Ui, session: &Session, opened: &Opened, texts: &Texts, commands: &mut Commands) {
    let review = opened.review();
    let hint = |action: &str, step: Option<String>| {
        let words = match step {
            Some(step) => format!("{}: {step}", texts.text(action)),
            None => texts.text(action),
        };
        session.settings.keys.hint(&words, action, texts)
    };
    let name = |step| step_names::of_step(step, review, texts);
    ui.spacing_mut().item_spacing.x = 0.0;
    for (icon, action, step, command) in [
        (Icon::Undo, "do-undo", review.next_undo(), Command::Undo),
        (Icon::Redo, "do-redo", review.next_redo(), Command::Redo),
    ] {
        ui.add_enabled_ui(step.is_some(), |ui| {
            let hint = hint(action, step.map(name));
            if small_button(ui, icon, &hint, BUTTON).clicked() {
                commands.push(command);
            }
        });
    }
    let is_open = session.dialog == Some(Dialog::Steps);
    ui.add_enabled_ui(!review.steps().is_empty(), |ui| {
        let arrow = small_button(ui, Icon::Unfolded, &hint("do-steps", None), ARROW);
        if arrow.clicked() {
            commands.push(Command::ShowDialog(Dialog::Steps));
        }
        if is_open && sheet(&arrow, review, texts, commands) && !arrow.clicked() {
            commands.push(Command::CloseDialog);
        }
    });
}

/// Draws the list; whether the reader has had enough of it.
fn sheet(button: &Response, review: &Review, texts: &Texts, commands: &mut Commands) -> bool {
    let context = &button.ctx;
    let room = (context.content_rect().bottom() - button.rect.bottom() - 90.0).max(160.0);
    let shown = Popup::from_response(button)
        .accessible_name(texts.text("do-steps"))
        .align(RectAlign::BOTTOM_START)
        .gap(6.0)
        .frame(Frame::popup(&context.global_style()).inner_margin(Margin::symmetric(8, 10)))
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            ui.set_width(WIDTH.min(context.content_rect().width() - 60.0));
            let muted = color(palette(ui).muted);
            ui.horizontal(|ui| {
                ui.add_space(10.0);
                let title = texts.count("steps-title", review.steps().len());
                widgets::label(ui, &title, Face::Strong.size(12.5), muted);
            });
            ui.add_space(4.0);
            ui.spacing_mut().item_spacing.y = 0.0;
            let n_rows = review.steps().len() + 1;
            let height = (ROW * n_rows as f32).min(room.min(460.0));
            // It opens where one is.
            let here = (ROW * review.cursor() as f32 - height / 2.0).max(0.0);
            let mut area = ScrollArea::vertical()
                .id_salt("steps")
                .max_height(height)
                .min_scrolled_height(height);
            if has_just_opened(ui) {
                area = area.vertical_scroll_offset(here);
            }
            area.show_rows(ui, ROW, n_rows, |ui, rows| {
                for cursor in rows {
                    if row(ui, review, cursor, texts).clicked() {
                        commands.push(Command::MoveToStep(cursor));
                    }
                }
            });
        });
    shown.is_some_and(|shown| shown.response.should_close())
}

/// Whether the list was not there in the frame before.
fn has_just_opened(ui: &Ui) -> bool {
    let id = Id::unique("frame of the list of steps");
    let frame = ui.ctx().cumulative_frame_nr();
    let last = ui.data_mut(|data| {
        let last = data.get_temp::<u64>(id);
        data.insert_temp(id, frame);
        last
    });
    last.is_none_or(|last| last + 1 < frame)
}

/// The state after so many corrections: the last of them, who made it and when.
fn row(ui: &mut Ui, review: &Review, cursor: usize, texts: &Texts) -> Response {
    let palette = palette(ui);
    let step = cursor
        .checked_sub(1)
        .and_then(|last| review.steps().get(last));
    let (name, by) = match step {
        Some(step) => {
            let parts = [
                stamps::who(&step.stamp, texts),
                stamps::when(step.stamp.at, texts),
            ];
            let parts: Vec<&str> = (parts.iter().map(String::as_str))
                .filter(|part| !part.is_empty())
                .collect();
            let name = step_names::of_step(step, review, texts);
            (name, parts.join(" · "))
        }
        None => (texts.text("steps-begin"), texts.text("steps-begin-hint")),
    };
    let is_here = cursor == review.cursor();
    let is_undone = review.cursor() < cursor;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let spoken = if is_undone {
        texts.with("steps-undone", &[("step", (&name).into())])
    } else {
        name.clone()
    };
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, is_here, &spoken));
    state_file::place(ui.ctx(), &spoken, rect);
    if is_here || response.hovered() {
        let fill = if is_here {
            palette.accent.over(palette.card, 0.12)
        } else {
            palette.raised
        };
        let corner = CornerRadius::same(7);
        ui.painter().rect_filled(rect, corner, color(fill));
    }
    let muted = color(palette.muted);
    let ink = if is_undone { muted } else { color(palette.ink) };
    let dot = pos2(rect.left() + 12.0, rect.top() + 14.0);
    if is_undone {
        let stroke = Stroke::new(1.0, muted);
        ui.painter().circle_stroke(dot, 3.0, stroke);
    } else {
        let fill = if is_here {
            palette.accent
        } else {
            palette.muted
        };
        ui.painter().circle_filled(dot, 3.0, color(fill));
    }
    let room = rect.width() - 36.0;
    let face = if is_here {
        Face::Medium
    } else {
        Face::Interface
    };
    let galley = widgets::line(ui, &name, face.size(13.0), ink, room);
    let is_cut = galley.elided;
    ui.painter()
        .galley(pos2(rect.left() + 24.0, rect.top() + 5.0), galley, ink);
    let galley = widgets::line(ui, &by, Face::Interface.size(11.5), muted, room);
    ui.painter()
        .galley(pos2(rect.left() + 24.0, rect.top() + 23.0), galley, muted);
    widgets::focus_ring(
        ui,
        Rect::from_center_size(rect.center(), rect.size() - vec2(4.0, 4.0)),
        &response,
        6,
    );
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    if is_cut {
        response.on_hover_text(name)
    } else {
        response
    }
}
