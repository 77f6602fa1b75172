//! A strip along the article, as high as the panel: where in the whole text the focus is.

use eframe::egui::{CornerRadius, CursorIcon, Rect, Sense, Stroke, Ui, pos2};

use crate::gui::opened::Opened;
use crate::gui::session::{Focus, Session};
use crate::gui::theme::color;
use crate::gui::widgets::palette;
use crate::span::Span;
use crate::view::palette::{Palette, Rgb};

use super::layout::Heights;

/// Width of the strip.
pub const WIDTH: f32 = 12.0;

/// Draws the strip; returns where in the column the reader wants to be, if it was clicked.
pub fn ui(
    ui: &mut Ui,
    rect: Rect,
    heights: &Heights,
    visible: (f32, f32),
    session: &Session,
    opened: &Opened,
) -> Option<f32> {
    let palette = palette(ui);
    let total = heights.total().max(1.0);
    let at = |y: f32| rect.top() + rect.height() * (y / total).clamp(0.0, 1.0);
    let id = ui.scope_id().with("strip");
    // Not a stop for the keyboard: n, p, j and k go to the same places.
    let response = ui.interact(rect, id, Sense::CLICK);

    // Only where there is more than fits.
    if visible.1 - visible.0 < total {
        let window = Rect::from_x_y_ranges(rect.x_range(), at(visible.0)..=at(visible.1));
        let shade = palette.raised.over(palette.paper, 0.55);
        ui.painter().rect_filled(
            window.shrink2((1.0, 0.0).into()),
            CornerRadius::same(3),
            color(shade),
        );
    }
    let mut above = None;
    for (span, shade) in places(session, opened, palette) {
        let y = at(height_of(heights, opened, span)).round();
        // A long article has more places than the strip has lines.
        if above.replace(y) == Some(y) {
            continue;
        }
        let tick = [pos2(rect.left() + 2.0, y), pos2(rect.right() - 2.0, y)];
        ui.painter()
            .line_segment(tick, Stroke::new(2.0, color(shade)));
    }
    let clicked = response.clicked();
    let pointer = response.interact_pointer_pos();
    response.on_hover_cursor(CursorIcon::PointingHand);
    let goal = pointer.filter(|_| clicked)?;
    let share = (goal.y - rect.top()) / rect.height().max(1.0);
    Some(share * total - (visible.1 - visible.0) / 2.0)
}

/// Mentions of the entity in focus, the statement in focus, or else all voices or the key statements.
fn places(session: &Session, opened: &Opened, palette: &Palette) -> Vec<(Span, Rgb)> {
    let findings = opened.findings();
    if let Some(entity) = session.desk().focused_entity() {
        let mentions = findings.mentions_of(entity);
        return mentions
            .map(|(_, mention)| (mention.span, palette.line(mention.kind)))
            .collect();
    }
    match session.desk().focus {
        Some(Focus::Statement(id)) => {
            vec![(findings.statement(id).extent(), palette.accent)]
        }
        Some(Focus::Mention(id)) => {
            let mention = findings.mention(id);
            vec![(mention.span, palette.line(mention.kind))]
        }
        None if session.voices => {
            let rows = opened.rows.iter();
            rows.map(|row| {
                let tint = opened.voices.tint(&row.speaker.key);
                (
                    findings.statement(row.id).extent(),
                    palette.voice_line(tint),
                )
            })
            .collect()
        }
        Some(Focus::Entity(_)) | None => {
            let faint = palette.accent.over(palette.paper, 0.6);
            let key = opened.rows.iter().filter(|row| row.key);
            key.map(|row| (findings.statement(row.id).extent(), faint))
                .collect()
        }
    }
}

/// About where in the column a span begins.
fn height_of(heights: &Heights, opened: &Opened, span: Span) -> f32 {
    let blocks = &opened.document().article.blocks;
    let index = blocks.partition_point(|block| block.span.end() <= span.start());
    let Some(block) = blocks.get(index) else {
        return heights.total();
    };
    let inside = span.start().saturating_sub(block.span.start()) as f32;
    let share = inside / block.span.len().max(1) as f32;
    let (top, bottom) = (heights.top(index), heights.top(index + 1));
    top + (bottom - top) * share
}
