//! The command palette: everything that can be done or looked at, by some of its letters.

mod found;

use std::sync::Arc;

use eframe::egui::text::LayoutJob;
use eframe::egui::{
    Align, Align2, Context, CornerRadius, CursorIcon, Galley, Id, Key, Modifiers, Rect, Role,
    ScrollArea, Sense, TextEdit, TextFormat, Ui, WidgetInfo, pos2, vec2,
};

use super::command::{Command, Commands};
use super::export::dialog;
use super::fonts::Face;
use super::i18n::Texts;
use super::session::{Dialog, Session};
use super::theme::{color, palette};
use super::widgets;

use found::Found;

const ROW: f32 = 36.0;

/// Draws the palette, if it is open.
pub fn ui(context: &Context, session: &Session, texts: &Texts, commands: &mut Commands) {
    let Some(Dialog::CommandPalette { query, chosen }) = &session.dialog else {
        return;
    };
    let found = found::found(query, session, texts);
    let chosen = (*chosen).min(found.len().saturating_sub(1));
    let modal = dialog(context, "command palette")
        .area(
            eframe::egui::Modal::default_area(Id::unique("command palette area"))
                .anchor(Align2::CENTER_TOP, vec2(0.0, 90.0)),
        )
        .show(context, |ui| {
            ui.set_width(560.0_f32.min(context.content_rect().width() - 80.0));
            // Before the field sees them.
            let stepped = stepped(ui, chosen, found.len());
            let is_entered = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
            let mut typed = query.clone();
            // Before it is drawn, so that what is typed in this frame is not lost.
            let id = Id::unique("field of the command palette");
            ui.memory_mut(|memory| memory.request_focus(id));
            let field = ui.add(
                TextEdit::singleline(&mut typed)
                    .id(id)
                    .hint_text(texts.text("palette-hint"))
                    .font(Face::Interface.size(16.0))
                    .desired_width(f32::INFINITY)
                    .margin(vec2(10.0, 8.0)),
            );
            field.accessible_name(texts.text("palette-field"));
            if typed != *query {
                commands.push(Command::ChangePalette {
                    query: typed,
                    chosen: 0,
                });
            } else if stepped != chosen {
                commands.push(Command::ChangePalette {
                    query: typed,
                    chosen: stepped,
                });
            }
            ui.add_space(10.0);
            list(ui, &found, chosen, stepped != chosen, texts, commands);
            if let Some(found) = found.get(chosen).filter(|_| is_entered) {
                take(found, commands);
            }
        });
    if modal.should_close() {
        commands.push(Command::CloseDialog);
    }
}

/// Where the arrow keys lead.
fn stepped(ui: &mut Ui, chosen: usize, n_found: usize) -> usize {
    let last = n_found.saturating_sub(1);
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if pressed(Key::ArrowDown) {
        if chosen < last { chosen + 1 } else { 0 }
    } else if pressed(Key::ArrowUp) {
        chosen.checked_sub(1).unwrap_or(last)
    } else if pressed(Key::PageDown) {
        (chosen + 8).min(last)
    } else if pressed(Key::PageUp) {
        chosen.saturating_sub(8)
    } else {
        chosen
    }
}

fn take(found: &Found, commands: &mut Commands) {
    commands.push(Command::CloseDialog);
    commands.push(found.command.clone());
}

fn list(
    ui: &mut Ui,
    found: &[Found],
    chosen: usize,
    has_moved: bool,
    texts: &Texts,
    commands: &mut Commands,
) {
    if found.is_empty() {
        let ink = color(palette(ui.ctx()).muted);
        let words = texts.text("palette-nothing");
        widgets::label(ui, &words, Face::Interface.size(14.0), ink);
        return;
    }
    let height = 10.5 * ROW;
    let area = ScrollArea::vertical()
        .max_height(height)
        .min_scrolled_height(height);
    area.show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (index, found) in found.iter().enumerate() {
            let response = row(ui, found, index == chosen);
            // One frame late, which nobody sees.
            if index == chosen && has_moved {
                response.scroll_to_me(Some(Align::Center));
            }
            if response.clicked() {
                take(found, commands);
            }
        }
    });
}

fn row(ui: &mut Ui, found: &Found, is_chosen: bool) -> eframe::egui::Response {
    let palette = palette(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::CLICK);
    let spoken = format!("{}, {}", found.words, found.beside);
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_chosen, &spoken));
    if is_chosen || response.hovered() {
        let shade = if is_chosen {
            palette.accent.over(palette.card, 0.14)
        } else {
            palette.raised
        };
        let corner = CornerRadius::same(7);
        ui.painter().rect_filled(rect, corner, color(shade));
    }
    let muted = color(palette.muted);
    let font = Face::Interface.size(12.5);
    let beside = widgets::line(ui, &found.beside, font, muted, 170.0);
    let room = rect.width() - beside.size().x - 40.0;
    let mut x = rect.left() + 12.0;
    if let Some(kind) = found.kind {
        let line = color(palette.line(kind));
        let y = rect.center().y + 1.0;
        widgets::underline(ui.painter(), (x..=x + 14.0).into(), y, kind, line);
        x += 22.0;
    }
    let words = words(ui, found, room - (x - rect.left()));
    let y = rect.center().y - words.size().y / 2.0;
    ui.painter().galley(pos2(x, y), words, muted);
    let place = Rect::from_min_size(
        pos2(
            rect.right() - 12.0 - beside.size().x,
            rect.center().y - beside.size().y / 2.0,
        ),
        beside.size(),
    );
    ui.painter().galley(place.min, beside, muted);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// What it is called; the letters that were typed stand out.
fn words(ui: &Ui, found: &Found, width: f32) -> Arc<Galley> {
    let palette = palette(ui.ctx());
    let plain = TextFormat::simple(Face::Interface.size(14.5), color(palette.ink));
    let strong = TextFormat::simple(Face::Strong.size(14.5), color(palette.accent));
    let mut job = LayoutJob::default();
    let mut letters = found.letters.iter().copied().peekable();
    for (index, letter) in found.words.chars().enumerate() {
        let is_typed = letters.next_if_eq(&(index as u32)).is_some();
        let format = if is_typed { &strong } else { &plain };
        job.append(letter.encode_utf8(&mut [0; 4]), 0.0, format.clone());
    }
    job.wrap.max_width = width;
    job.wrap.max_rows = 1;
    job.wrap.break_anywhere = true;
    ui.painter().layout_job(job)
}
