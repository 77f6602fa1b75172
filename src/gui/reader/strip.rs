//! A strip along the article, as high as the panel: where in the whole text the focus is.

use eframe::egui::{CornerRadius, CursorIcon, Rect, Sense, Stroke, StrokeKind, Ui, pos2};

use crate::gui::opened::Opened;
use crate::gui::session::{Focus, Session};
use crate::gui::theme::color;
use crate::gui::widgets::palette;
use crate::span::Span;
use crate::view::palette::{Palette, Rgb};

use super::heights::Heights;
use super::page::Page;

/// Width of the strip.
pub const WIDTH: f32 = 12.0;

/// The strip, with what was on it in the last frame.
#[derive(Debug, Default)]
pub struct Strip {
    key: Option<Key>,
    ticks: Vec<Tick>,
}

/// As long as this is the same, so are the ticks.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Key {
    serial: u64,
    revision: u64,
    version: u64,
    total: f64,
    height: f32,
    focus: Option<Focus>,
    voices: bool,
    /// Which search, and at which of its hits.
    search: Option<u64>,
    hit: Option<usize>,
    paper: Rgb,
}

/// Which part of the strip's width something takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lane {
    Whole,
    /// Statements by who is in focus.
    Right,
    /// Hits of the search: outlined.
    Frame,
}

/// A line on the strip.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Tick {
    top: f32,
    bottom: f32,
    shade: Rgb,
    lane: Lane,
}

impl Strip {
    /// Draws the strip; where on the page the reader wants to be, if it was clicked or dragged.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        rect: Rect,
        page: &Page,
        session: &Session,
        opened: &Opened,
    ) -> Option<f64> {
        let palette = palette(ui);
        let total = page.heights.total().max(1.0);
        let visible = page.visible.unwrap_or((0.0, 0.0));
        let id = ui.scope_id().with("strip");
        // Not a stop for the keyboard: n, p, j and k go to the same places.
        let response = ui.interact(rect, id, Sense::CLICK | Sense::DRAG);

        // Only where there is more than fits.
        if visible.1 - visible.0 < total {
            let at = |y: f64| rect.top() + rect.height() * (y / total).clamp(0.0, 1.0) as f32;
            let (top, bottom) = (at(visible.0), at(visible.1));
            // Of a very long article a line would be left.
            let spare = (8.0 - (bottom - top)).max(0.0) / 2.0;
            let window = Rect::from_x_y_ranges(rect.x_range(), top - spare..=bottom + spare);
            let window = window.intersect(rect);
            let shade = palette.raised.over(palette.paper, 0.55);
            ui.painter().rect_filled(
                window.shrink2((1.0, 0.0).into()),
                CornerRadius::same(3),
                color(shade),
            );
        }
        let desk = session.desk();
        let key = Key {
            serial: opened.serial,
            revision: opened.revision,
            version: page.heights.version(),
            total,
            height: rect.height(),
            focus: desk.focus,
            voices: session.voices,
            search: desk.search.as_ref().map(|search| search.version),
            hit: desk.search.as_ref().and_then(|search| search.current),
            paper: palette.paper,
        };
        if self.key != Some(key) {
            self.key = Some(key);
            self.ticks = ticks(page, rect.height(), session, opened, palette);
        }
        for tick in &self.ticks {
            paint(ui, rect, *tick);
        }
        let is_used = response.clicked() || response.dragged();
        let pointer = response.interact_pointer_pos();
        response.on_hover_cursor(CursorIcon::PointingHand);
        let goal = pointer.filter(|_| is_used)?;
        let share = f64::from((goal.y - rect.top()) / rect.height().max(1.0));
        Some(share * total - (visible.1 - visible.0) / 2.0)
    }
}

fn paint(ui: &Ui, rect: Rect, tick: Tick) {
    let (top, bottom) = (rect.top() + tick.top, rect.top() + tick.bottom);
    let (left, right) = (rect.left() + 2.0, rect.right() - 2.0);
    let shade = color(tick.shade);
    match tick.lane {
        Lane::Whole => {
            let line = [pos2(left, top), pos2(right, top)];
            ui.painter().line_segment(line, Stroke::new(2.0, shade));
        }
        Lane::Right => {
            let bar = Rect::from_x_y_ranges(right - 2.5..=right + 1.0, top..=bottom);
            ui.painter().rect_filled(bar, CornerRadius::same(1), shade);
        }
        Lane::Frame => {
            let frame = Rect::from_x_y_ranges(left..=right, top - 1.5..=top + 1.5);
            let stroke = Stroke::new(1.0, shade);
            ui.painter()
                .rect_stroke(frame, CornerRadius::same(1), stroke, StrokeKind::Inside);
        }
    }
}

/// What is to be seen on a strip of some height.
fn ticks(
    page: &Page,
    height: f32,
    session: &Session,
    opened: &Opened,
    palette: &Palette,
) -> Vec<Tick> {
    let heights = &page.heights;
    let total = heights.total().max(1.0);
    let at = |y: f64| (f64::from(height) * (y / total).clamp(0.0, 1.0)) as f32;
    let mut places = places(session, opened, palette);
    let desk = session.desk();
    if let Some(search) = &desk.search {
        let faint = palette.accent.over(palette.paper, 0.6);
        places.extend(search.hits.iter().map(|hit| (hit.span, faint, Lane::Frame)));
        // Above all others.
        let current = search
            .hit()
            .map(|hit| (hit.span, palette.accent, Lane::Frame));
        places.extend(current);
    }
    let mut ticks: Vec<Tick> = Vec::new();
    for (span, shade, lane) in places {
        let top = at(height_of(heights, opened, span.start())).round();
        let bottom = match lane {
            Lane::Whole | Lane::Frame => top,
            Lane::Right => at(height_of(heights, opened, span.end())).max(top + 2.0),
        };
        // A long article has more places than the strip has lines.
        let is_there = ticks
            .last()
            .is_some_and(|last| (last.top, last.lane, last.shade) == (top, lane, shade));
        if !is_there {
            ticks.push(Tick {
                top,
                bottom,
                shade,
                lane,
            });
        }
    }
    ticks
}

/// Everything of the entity in focus: where it is mentioned, what it says; or the statement in focus with what else its speaker
/// says; or else all voices, or the key statements.
fn places(session: &Session, opened: &Opened, palette: &Palette) -> Vec<(Span, Rgb, Lane)> {
    let findings = opened.findings();
    let faint = palette.accent.over(palette.paper, 0.6);
    let rows = || opened.rows.iter();
    let extent = |row: &crate::view::statements::Row| findings.statement(row.id).extent();
    if let Some(entity) = session.desk().focused_entity() {
        let by = |row: &&crate::view::statements::Row| {
            let speaker = &findings.statement(row.id).speaker;
            speaker
                .as_ref()
                .is_some_and(|voice| voice.entity == Some(entity))
        };
        let said = rows()
            .filter(by)
            .map(|row| (extent(row), faint, Lane::Right));
        let mentions = findings.mentions_of(entity);
        return said
            .chain(
                mentions
                    .map(|(_, mention)| (mention.span, palette.line(mention.kind), Lane::Whole)),
            )
            .collect();
    }
    match session.desk().focus {
        Some(Focus::Statement(id)) => {
            let speaker = opened.row(id).map(|row| &row.speaker.key);
            let by = |row: &&crate::view::statements::Row| {
                row.id != id && Some(&row.speaker.key) == speaker
            };
            let others = rows()
                .filter(by)
                .map(|row| (extent(row), faint, Lane::Right));
            let this = (findings.statement(id).extent(), palette.accent, Lane::Whole);
            others.chain([this]).collect()
        }
        Some(Focus::Mention(id)) => {
            let mention = findings.mention(id);
            vec![(mention.span, palette.line(mention.kind), Lane::Whole)]
        }
        None if session.voices => rows()
            .map(|row| {
                let tint = opened.voices.tint(&row.speaker.key);
                (extent(row), palette.voice_line(tint), Lane::Whole)
            })
            .collect(),
        Some(Focus::Entity(_)) | None => {
            let key = rows().filter(|row| row.key);
            key.map(|row| (extent(row), faint, Lane::Whole)).collect()
        }
    }
}

/// About where on the page an offset of the text stands.
fn height_of(heights: &Heights, opened: &Opened, offset: usize) -> f64 {
    let blocks = &opened.document().article.blocks;
    let index = blocks.partition_point(|block| block.span.end() <= offset);
    let Some(block) = blocks.get(index) else {
        return heights.total();
    };
    let inside = offset.saturating_sub(block.span.start()) as f64;
    let share = inside / block.span.len().max(1) as f64;
    let (top, bottom) = (heights.top(index), heights.top(index + 1));
    top + (bottom - top) * share
}
