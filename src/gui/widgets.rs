//! Buttons, chips, badges and the like, all of one family.

use eframe::egui::text::LayoutJob;
use eframe::egui::{
    Align, Color32, CornerRadius, CursorIcon, FontId, Galley, Layout, Rect, Response, Role, Sense,
    Stroke, StrokeKind, TextFormat, Ui, Vec2, WidgetInfo, pos2, vec2,
};
use std::sync::Arc;

use crate::document::Kind;
use crate::view::palette::{self, Palette};

use super::command::{Command, Commands};
use super::fonts::Face;
use super::i18n::Texts;
use super::icons::{self, Icon};
use super::regions::{self, Region};
use super::session::{Session, Tab};
use super::small_button::small_button;
use super::state_file;
use super::theme::{self, CORNER, color};

/// The palette of the theme that is on.
pub fn palette(ui: &Ui) -> &'static Palette {
    theme::palette(ui.ctx())
}

/// One line of text, cut with an ellipsis at `width`.
pub fn line(ui: &Ui, text: &str, font: FontId, color: Color32, width: f32) -> Arc<Galley> {
    lines(ui, text, font, None, color, width, 1)
}

/// Up to `rows` rows of text, the last cut with an ellipsis.
pub fn lines(
    ui: &Ui,
    text: &str,
    font: FontId,
    line_height: Option<f32>,
    color: Color32,
    width: f32,
    rows: usize,
) -> Arc<Galley> {
    let format = TextFormat {
        line_height,
        ..TextFormat::simple(font, color)
    };
    let mut job = LayoutJob::single_section(text.to_owned(), format);
    job.wrap.max_width = width;
    job.wrap.max_rows = rows;
    job.wrap.break_anywhere = rows == 1;
    job.break_on_newline = rows != 1;
    ui.painter().layout_job(job)
}

/// A label that is painted only: assistive programs hear it from the widget around it.
pub fn show(ui: &mut Ui, galley: Arc<Galley>) -> Rect {
    let (_, rect) = ui.allocate_space(galley.size());
    ui.painter().galley(rect.min, galley, Color32::PLACEHOLDER);
    rect
}

/// A label that assistive programs read.
pub fn label(ui: &mut Ui, text: &str, font: FontId, color: Color32) -> Response {
    let width = ui.available_width();
    let galley = lines(ui, text, font, None, color, width, usize::MAX);
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    ui.painter().galley(rect.min, galley, Color32::PLACEHOLDER);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    response
}

/// How a button looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// The one thing to do.
    Primary,
    /// One of several.
    Plain,
    /// On a bar: no frame until the pointer comes.
    Quiet,
}

/// A button with an icon, words, or both; `name` is what assistive programs read.
pub fn button(ui: &mut Ui, icon: Option<Icon>, words: &str, name: &str, look: Look) -> Response {
    let palette = palette(ui);
    let ink = match look {
        Look::Primary => palette.on_accent,
        Look::Plain | Look::Quiet => palette.ink,
    };
    let galley = line(
        ui,
        words,
        Face::Medium.size(13.5),
        color(ink),
        f32::INFINITY,
    );
    let gap = if icon.is_some() && !words.is_empty() {
        8.0
    } else {
        0.0
    };
    let icon_width = if icon.is_some() { 16.0 } else { 0.0 };
    let content = icon_width + gap + galley.size().x;
    let padding = if words.is_empty() { 8.0 } else { 13.0 };
    let size = vec2(content + 2.0 * padding, 32.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    state_file::place(ui.ctx(), name, rect);
    if ui.is_rect_visible(rect) {
        let active = response.hovered() || response.has_focus();
        let (fill, border) = match look {
            Look::Primary if active => (palette.accent.over(palette.ink, 0.86), palette.accent),
            Look::Primary => (palette.accent, palette.accent),
            Look::Plain if active => (palette.raised, palette.muted),
            Look::Plain => (palette.card, palette.hairline),
            Look::Quiet => (palette.raised, palette.raised),
        };
        if active || look != Look::Quiet {
            let stroke = Stroke::new(1.0, color(border));
            let corner = CornerRadius::same(CORNER);
            ui.painter()
                .rect(rect, corner, color(fill), stroke, StrokeKind::Inside);
        }
        let mut x = rect.left() + padding;
        if let Some(icon) = icon {
            let place = Rect::from_min_size(pos2(x, rect.top()), vec2(icon_width, rect.height()));
            icons::paint(ui.painter(), place, icon, color(ink));
            x += icon_width + gap;
        }
        let y = rect.center().y - galley.size().y / 2.0;
        ui.painter().galley(pos2(x, y), galley, color(ink));
        focus_ring(ui, rect, &response, CORNER);
    }
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// A line around what the keyboard acts on.
pub fn focus_ring(ui: &Ui, rect: Rect, response: &Response, corner: u8) {
    if response.has_focus() {
        ui.painter().rect_stroke(
            rect.expand(2.0),
            CornerRadius::same(corner + 2),
            Stroke::new(2.0, color(palette(ui).accent)),
            StrokeKind::Middle,
        );
    }
}

/// A line in the pattern of a kind, `y` is where its lowest line runs.
pub fn underline(
    painter: &eframe::egui::Painter,
    x: eframe::egui::Rangef,
    y: f32,
    kind: Kind,
    color: Color32,
) {
    palette::strokes(
        palette::underline(kind),
        x.min,
        x.max,
        |piece| match piece {
            palette::Stroke::Across {
                from,
                to,
                y: below,
                width,
            } => {
                painter.hline(from..=to, y + below, Stroke::new(width, color));
            }
            palette::Stroke::Upright { x, from, to, width } => {
                painter.vline(x, y + from..=y + to, Stroke::new(width, color));
            }
            palette::Stroke::Dot {
                x,
                y: below,
                radius,
            } => {
                painter.circle_filled(pos2(x, y + below), radius, color);
            }
        },
    );
}

/// A row of a menu; the chosen one has a dot.
pub fn choice(ui: &mut Ui, words: &str, is_on: bool) -> Response {
    let palette = palette(ui);
    let ink = color(palette.ink);
    let galley = line(ui, words, Face::Interface.size(13.5), ink, f32::INFINITY);
    let width = (galley.size().x + 38.0).max(ui.available_width());
    let (rect, response) = ui.allocate_exact_size(vec2(width, 30.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::MenuItemRadio, true, is_on, words));
    state_file::place(ui.ctx(), words, rect);
    if response.hovered() || response.has_focus() {
        let corner = CornerRadius::same(6);
        ui.painter()
            .rect_filled(rect, corner, color(palette.raised));
    }
    if is_on {
        let dot = pos2(rect.left() + 13.0, rect.center().y);
        ui.painter().circle_filled(dot, 3.5, color(palette.accent));
    }
    let at = pos2(rect.left() + 26.0, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, ink);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// How sure the program is, as one to three dots; `sure` is what assistive programs read.
pub fn dots(ui: &mut Ui, level: u8, sure: &str) -> Response {
    let palette = palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(30.0, 16.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, sure));
    for index in 0..3_u8 {
        let at = pos2(rect.left() + 5.0 + 9.0 * f32::from(index), rect.center().y);
        if index < level {
            ui.painter().circle_filled(at, 2.8, color(palette.muted));
        } else {
            let stroke = Stroke::new(1.0, color(palette.muted.over(palette.card, 0.7)));
            ui.painter().circle_stroke(at, 2.5, stroke);
        }
    }
    response
}

/// A word in a small pill, painted only: assistive programs hear it from the widget around it.
pub fn badge(ui: &mut Ui, text: &str) -> Response {
    let palette = palette(ui);
    let ink = color(palette.muted);
    let galley = line(ui, text, Face::Medium.size(11.5), ink, f32::INFINITY);
    let size = galley.size() + vec2(14.0, 5.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    ui.painter().rect(
        rect,
        CornerRadius::same(9),
        color(palette.raised.over(palette.card, 0.7)),
        Stroke::NONE,
        StrokeKind::Inside,
    );
    let at = rect.center() - galley.size() / 2.0;
    ui.painter().galley(at, galley, ink);
    response
}

/// A word in a small pill that the reader has earned: „bestätigt“. Painted only, as a badge is.
pub fn mark(ui: &mut Ui, text: &str) -> Response {
    let palette = palette(ui);
    let ink = color(palette.accent);
    let galley = line(ui, text, Face::Medium.size(11.5), ink, f32::INFINITY);
    let size = galley.size() + vec2(14.0, 5.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let stroke = Stroke::new(1.0, color(palette.accent.over(palette.card, 0.5)));
    let fill = color(palette.accent.over(palette.card, 0.08));
    let corner = CornerRadius::same(9);
    ui.painter()
        .rect(rect, corner, fill, stroke, StrokeKind::Inside);
    ui.painter()
        .galley(rect.center() - galley.size() / 2.0, galley, ink);
    response
}

/// The two lists on the right and how many statements there are.
pub fn tabs(ui: &mut Ui, session: &Session, texts: &Texts, commands: &mut Commands) {
    let palette = palette(ui);
    let n_statements = session
        .desk()
        .opened
        .as_ref()
        .map_or(0, |opened| opened.rows.len());
    let area = ui.max_rect();
    let top = ui.cursor().top();
    ui.allocate_ui(vec2(ui.available_width(), 42.0), |ui| {
        ui.horizontal(|ui| {
            ui.add_space(16.0);
            let counted = {
                let n = texts.number(n_statements);
                format!("{} {n}", texts.text("statements-tab"))
            };
            let is_comparing = session.desk().comparison.is_some();
            let tabs = [
                (Tab::Statements, counted),
                (Tab::Context, texts.text("context-tab")),
                (Tab::Balance, texts.text("balance-tab")),
                (Tab::Comparison, texts.text("compare-tab")),
                (Tab::Review, texts.text("review-tab")),
            ];
            let is_there = |(tab, _): &(Tab, String)| *tab != Tab::Comparison || is_comparing;
            let tabs: Vec<(Tab, String)> = tabs.into_iter().filter(is_there).collect();
            ui.spacing_mut().item_spacing.x = gap_between(ui, &tabs);
            for (tab, words) in tabs {
                let is_on = session.desk().tab == tab;
                let response = tab_button(ui, &words, is_on, palette);
                if is_on {
                    regions::home(Region::Lists, area, &response);
                }
                if response.clicked() {
                    commands.push(Command::Show(tab));
                }
            }
            ways(ui, session, texts, commands);
        });
    });
    let y = top + 42.0;
    let x = ui.max_rect().x_range();
    ui.painter()
        .hline(x, y, Stroke::new(1.0, color(palette.hairline)));
}

/// How far tabs stand apart, so that there is room for the ways back and forth if at all possible.
fn gap_between(ui: &Ui, tabs: &[(Tab, String)]) -> f32 {
    const WAYS: f32 = 64.0;
    let font = || Face::Strong.size(13.5);
    let width = |words: &str| {
        line(ui, words, font(), Color32::PLACEHOLDER, f32::INFINITY)
            .size()
            .x
    };
    let used: f32 = tabs.iter().map(|(_, words)| width(words)).sum();
    let free = ui.available_width() - used;
    let n_gaps = tabs.len() as f32;
    let gap = (free - WAYS) / n_gaps;
    if 8.0 <= gap {
        gap.min(22.0)
    } else {
        ((free - 8.0) / (n_gaps - 1.0).max(1.0)).clamp(5.0, 14.0)
    }
}

/// Back and forward, at the right end.
fn ways(ui: &mut Ui, session: &Session, texts: &Texts, commands: &mut Commands) {
    const SIZE: Vec2 = vec2(26.0, 26.0);
    let history = &session.desk().history;
    let is_any = history.has_past() || history.has_future();
    if !is_any || ui.available_width() < 2.0 * SIZE.x + 8.0 {
        return;
    }
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(8.0);
        for (icon, name, is_open, command) in [
            (
                Icon::Forward,
                "do-forward",
                history.has_future(),
                Command::Forward,
            ),
            (Icon::Back, "do-back", history.has_past(), Command::Back),
        ] {
            ui.add_enabled_ui(is_open, |ui| {
                if small_button(ui, icon, &texts.text(name), SIZE).clicked() {
                    commands.push(command);
                }
            });
        }
    });
}

fn tab_button(ui: &mut Ui, words: &str, is_on: bool, palette: &Palette) -> Response {
    let face = if is_on { Face::Strong } else { Face::Medium };
    let ink = color(if is_on { palette.ink } else { palette.muted });
    let galley = line(ui, words, face.size(13.5), ink, f32::INFINITY);
    // As wide as in bold, so that nothing moves when it is chosen.
    let bold = line(ui, words, Face::Strong.size(13.5), ink, f32::INFINITY);
    let size: Vec2 = vec2(bold.size().x, 42.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, is_on, words));
    state_file::place(ui.ctx(), words, rect);
    let y = rect.center().y - galley.size().y / 2.0;
    ui.painter().galley(pos2(rect.left(), y), galley, ink);
    if is_on || response.hovered() {
        let shade = if is_on {
            palette.accent
        } else {
            palette.hairline
        };
        let stroke = Stroke::new(2.0, color(shade));
        ui.painter()
            .hline(rect.x_range(), rect.bottom() - 1.0, stroke);
    }
    focus_ring(ui, rect.shrink2(vec2(-4.0, 8.0)), &response, 4);
    response.on_hover_cursor(CursorIcon::PointingHand)
}
