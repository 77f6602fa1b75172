//! What a search has found, outlined and never filled: fills belong to names.

use eframe::egui::{CornerRadius, Pos2, Stroke, StrokeKind, Ui, vec2};

use crate::gui::theme::color;
use crate::view::palette::Palette;

use super::Drawing;
use super::pieces::SetBlock;

/// Outlines the hits in a block, the one that the reader is at more strongly.
pub fn paint(ui: &Ui, set: &SetBlock, at: Pos2, drawing: &Drawing<'_>, palette: &Palette) {
    let Some(search) = &drawing.session.desk().search else {
        return;
    };
    for found in search.hits.in_block(set.span()) {
        let is_current = search.current == Some(found.hit as usize);
        let width = if is_current { 2.0 } else { 1.2 };
        let stroke = Stroke::new(width, color(palette.accent));
        for piece in set.pieces(found.span) {
            let rect = piece.rect.translate(at.to_vec2()).expand2(vec2(1.0, 2.5));
            ui.painter()
                .rect_stroke(rect, CornerRadius::same(4), stroke, StrokeKind::Outside);
        }
    }
}
