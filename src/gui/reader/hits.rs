//! What a search has found, outlined and never filled: fills belong to names.

use eframe::egui::{CornerRadius, Pos2, Stroke, StrokeKind, Ui, vec2};

use crate::gui::theme::color;
use crate::span::Span;
use crate::view::palette::Palette;

use super::Drawing;
use super::pieces::SetBlock;

/// Those of some sorted, disjoint spans that reach into a block, with their numbers.
pub fn in_block(hits: &[Span], block: Span) -> impl Iterator<Item = (usize, Span)> + '_ {
    let first = hits.partition_point(|hit| hit.end() <= block.start());
    let numbered = hits.iter().copied().enumerate().skip(first);
    numbered.take_while(move |(_, hit)| hit.start() < block.end())
}

/// Outlines the hits in a block, the one that the reader is at more strongly.
pub fn paint(ui: &Ui, set: &SetBlock, at: Pos2, drawing: &Drawing<'_>, palette: &Palette) {
    let desk = drawing.session.desk();
    for (number, hit) in in_block(&desk.hits, set.span()) {
        let is_current = desk.current_hit == Some(number);
        let width = if is_current { 2.2 } else { 1.2 };
        let stroke = Stroke::new(width, color(palette.accent));
        for piece in set.pieces(hit) {
            let rect = piece.rect.translate(at.to_vec2()).expand2(vec2(2.0, 2.0));
            ui.painter()
                .rect_stroke(rect, CornerRadius::same(4), stroke, StrokeKind::Outside);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hits_of_a_block_are_those_that_touch_it() {
        let hits = [(0, 4), (6, 9), (9, 12), (20, 22)].map(|(start, end)| Span::new(start, end));
        let numbers = |start, end| -> Vec<usize> {
            in_block(&hits, Span::new(start, end))
                .map(|(number, _)| number)
                .collect()
        };
        assert_eq!(numbers(0, 6), [0]);
        assert_eq!(numbers(8, 20), [1, 2]);
        assert_eq!(numbers(12, 20), [0; 0]);
        assert_eq!(numbers(0, 100), [0, 1, 2, 3]);
    }
}
