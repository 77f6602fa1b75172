//! The letters of a block: as they are, or stepped back where something else is in focus.

use eframe::egui::{Color32, Pos2, Ui, vec2};

use crate::document::Statement;
use crate::gui::theme::color;
use crate::span::Span;
use crate::view::palette::{Palette, Rgb};

use super::Drawing;
use super::pieces::SetBlock;
use super::voices::{self, Layout};

/// Share of the ink that is left where text steps back: it must stay easy to read.
const LEFT: f32 = 0.76;

/// Ink that steps back.
fn stepped_back(ink: Rgb, palette: &Palette) -> Rgb {
    ink.over(palette.paper, LEFT)
}

/// Everything that belongs to a statement: its words, its cue, who says it, to whom and through whom.
pub fn spans_of(statement: &Statement) -> impl Iterator<Item = Span> + '_ {
    let voices = statement
        .speaker
        .iter()
        .chain(&statement.addressee)
        .chain(&statement.via);
    statement
        .content
        .iter()
        .chain(&statement.cue)
        .chain(&statement.frame)
        .chain(voices.flat_map(|voice| &voice.spans))
        .copied()
}

/// Paints the letters of a block. Laid out only once, so that no line breaks anew.
pub fn paint(
    ui: &Ui,
    set: &SetBlock,
    at: Pos2,
    voices: &Layout,
    drawing: &Drawing<'_>,
    palette: &Palette,
) {
    let usual = if set.is_muted {
        palette.muted
    } else {
        palette.ink
    };
    if drawing.session.voices {
        paint_in(ui, set, at, color(palette.muted));
        let rects = voices::rects(voices);
        paint_within(ui, set, at, rects, color(palette.ink));
        return;
    }
    let Some(id) = drawing.session.desk().focused_statement() else {
        paint_in(ui, set, at, color(usual));
        return;
    };
    let back = if set.is_muted {
        usual
    } else {
        stepped_back(usual, palette)
    };
    paint_in(ui, set, at, color(back));
    let statement = drawing.opened.findings().statement(id);
    let spans = spans_of(statement).filter(|span| span.overlaps(set.span()));
    let pieces = spans.flat_map(|span| set.pieces(span));
    let rects = pieces.map(|piece| piece.rect.translate(at.to_vec2()));
    paint_within(ui, set, at, rects, color(usual));
}

fn paint_in(ui: &Ui, set: &SetBlock, at: Pos2, ink: Color32) {
    ui.painter().galley(at, set.galley.clone(), ink);
}

/// Once more, but only there, in another ink.
fn paint_within(
    ui: &Ui,
    set: &SetBlock,
    at: Pos2,
    rects: impl Iterator<Item = eframe::egui::Rect>,
    ink: Color32,
) {
    for rect in rects {
        // Letters may reach a little over their place.
        let clip = rect.expand2(vec2(0.5, 4.0)).intersect(ui.clip_rect());
        if clip.is_positive() {
            let painter = ui.painter().with_clip_rect(clip);
            painter.galley(at, set.galley.clone(), ink);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::palette::contrast;

    #[test]
    fn text_that_steps_back_is_still_easy_to_read() {
        for palette in Palette::ALL {
            let back = stepped_back(palette.ink, palette);
            assert!(7.0 <= contrast(back, palette.paper), "{palette:?}");
        }
    }
}
