//! A field to type into and a list of what fits, to choose from: behind the command palette and everything that is picked by name.

pub mod fuzzy;

use std::ops::Range;
use std::sync::Arc;

use eframe::egui::text::LayoutJob;
use eframe::egui::{
    Align, Align2, Context, CornerRadius, CursorIcon, Galley, Id, Key, Modifiers, Rect, Role,
    ScrollArea, Sense, Stroke, TextEdit, TextFormat, Ui, WidgetInfo, pos2, vec2,
};

use crate::document::Kind;

use super::command::{Command, Commands};
use super::dialog::dialog;
use super::fonts::Face;
use super::state_file;
use super::theme::{color, palette};
use super::widgets;

const ROW: f32 = 36.0;

/// Something that was found.
#[derive(Clone, Debug)]
pub struct Found {
    /// What it is called.
    pub words: String,
    /// Positions of the letters in it that were typed, counted in characters.
    pub letters: Vec<u32>,
    /// What it is, or its keys.
    pub beside: String,
    /// What kind of name it is, if it is one.
    pub kind: Option<Kind>,
    /// Whether it is what has been chosen so far.
    pub is_on: bool,
    /// What it does.
    pub command: Command,
}

/// A field and what is found.
#[derive(Clone, Debug)]
pub struct Finder<'a> {
    /// What is to be chosen, in a few words above the field, and a line on what for.
    pub title: Option<(String, String)>,
    /// What the empty field says.
    pub hint: String,
    /// What assistive programs call the field.
    pub name: String,
    /// What is said where nothing is found.
    pub nothing: String,
    /// What was typed.
    pub query: &'a str,
    /// Which of what was found is chosen.
    pub chosen: usize,
    /// What was found, the best first, and then what is always there.
    pub found: Vec<Found>,
    /// How many of the last ones are always there, and do not scroll away.
    pub n_pinned: usize,
    /// How many of the first ones fit what was typed; where none does, Enter means nothing.
    pub n_fitting: usize,
}

impl Finder<'_> {
    /// Draws the field and the list above everything else.
    pub fn ui(&self, context: &Context, id: &str, commands: &mut Commands) {
        let found = &self.found;
        let chosen = self.chosen.min(found.len().saturating_sub(1));
        let area = Id::unique((id, "area"));
        let below_top = 90.0_f32.min(0.1 * context.content_rect().height());
        let modal = dialog(context, id)
            .area(
                eframe::egui::Modal::default_area(area)
                    .anchor(Align2::CENTER_TOP, vec2(0.0, below_top)),
            )
            .show(context, |ui| {
                ui.set_width(560.0_f32.min(context.content_rect().width() - 80.0));
                self.title(ui);
                // Before the field sees them.
                let stepped = stepped(ui, chosen, found.len());
                let is_entered =
                    ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
                let mut typed = self.query.to_owned();
                // Before it is drawn, so that what is typed in this frame is not lost.
                let field_id = Id::unique((id, "field"));
                ui.memory_mut(|memory| memory.request_focus(field_id));
                let field = ui.add(
                    TextEdit::singleline(&mut typed)
                        .id(field_id)
                        .hint_text(&self.hint)
                        .font(Face::Interface.size(16.0))
                        .desired_width(f32::INFINITY)
                        .margin(vec2(10.0, 8.0)),
                );
                field.accessible_name(&self.name);
                if typed != self.query {
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
                self.list(ui, chosen, stepped != chosen, commands);
                let is_meant = is_entered && self.means_something(chosen);
                if let Some(found) = found.get(chosen).filter(|_| is_meant) {
                    take(found, commands);
                }
            });
        if modal.should_close() {
            commands.push(Command::CloseDialog);
        }
    }

    fn title(&self, ui: &mut Ui) {
        let Some((title, about)) = &self.title else {
            return;
        };
        let palette = palette(ui.ctx());
        widgets::label(ui, title, Face::Strong.size(16.0), color(palette.ink));
        if !about.is_empty() {
            let (font, muted) = (Face::Interface.size(13.0), color(palette.muted));
            let width = ui.available_width();
            let galley = widgets::line(ui, about, font, muted, width);
            widgets::show(ui, galley);
        }
        ui.add_space(8.0);
    }

    /// Whether the reader has chosen this: he has gone there, or it fits what he typed.
    fn means_something(&self, chosen: usize) -> bool {
        0 < chosen || 0 < self.n_fitting
    }

    fn list(&self, ui: &mut Ui, chosen: usize, has_moved: bool, commands: &mut Commands) {
        let n_scrolled = self.found.len().saturating_sub(self.n_pinned);
        if n_scrolled == 0 {
            let ink = color(palette(ui.ctx()).muted);
            widgets::label(ui, &self.nothing, Face::Interface.size(14.0), ink);
        }
        let mut rows = |ui: &mut Ui, range: Range<usize>| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for index in range {
                let is_chosen = index == chosen && self.means_something(chosen);
                let response = row(ui, &self.found[index], is_chosen);
                // One frame late, which nobody sees.
                if index == chosen && has_moved {
                    response.scroll_to_me(Some(Align::Center));
                }
                if response.clicked() {
                    take(&self.found[index], commands);
                }
            }
        };
        if 0 < n_scrolled {
            let pinned = ROW * self.n_pinned as f32 + 13.0;
            let room = ui.ctx().content_rect().bottom() - ui.cursor().top() - pinned - 60.0;
            let height = (10.5 * ROW).min(room.max(2.5 * ROW));
            // Always as high, so that nothing moves while one types; what stays below stands close to few names.
            let least = if self.n_pinned == 0 { height } else { 0.0 };
            ScrollArea::vertical()
                .max_height(height)
                .min_scrolled_height(least)
                .show(ui, |ui| rows(ui, 0..n_scrolled));
        }
        if 0 < self.n_pinned {
            ui.add_space(6.0);
            let x = ui.max_rect().x_range();
            let stroke = Stroke::new(1.0, color(palette(ui.ctx()).hairline));
            ui.painter().hline(x, ui.cursor().top(), stroke);
            ui.add_space(6.0);
            rows(ui, n_scrolled..self.found.len());
        }
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

fn row(ui: &mut Ui, found: &Found, is_chosen: bool) -> eframe::egui::Response {
    let palette = palette(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::CLICK);
    let spoken = if found.beside.is_empty() {
        found.words.clone()
    } else {
        format!("{}, {}", found.words, found.beside)
    };
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_chosen, &spoken));
    state_file::place(ui.ctx(), &spoken, rect);
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
    if found.is_on {
        let dot = pos2(x + 3.5, rect.center().y);
        ui.painter().circle_filled(dot, 3.5, color(palette.accent));
        x += 14.0;
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
