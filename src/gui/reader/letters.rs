//! The letters of a block: as they are, or stepped back where something else is in focus.

use eframe::egui::{Color32, Pos2, Rangef, Rect, Ui};

use crate::document::Statement;
use crate::gui::theme::color;
use crate::span::Span;
use crate::view::palette::{Palette, Rgb};
use crate::view::selection::Selection;

use super::Drawing;
use super::pieces::SetBlock;
use super::voices::{self, Layout};

/// Share of the ink that is left where text steps back: it must stay easy to read.
const LEFT: f32 = 0.82;

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
        let inks = (color(palette.ink), color(palette.muted));
        let rects: Vec<Rect> = voices::rects(voices)
            .map(|rect| rect.translate(-at.to_vec2()))
            .collect();
        paint_apart(ui, set, at, &rects, inks);
        return;
    }
    let Some(id) = drawing.session.desk().focused_statement() else {
        ui.painter().galley(at, set.galley.clone(), color(usual));
        return;
    };
    let back = if set.is_muted {
        usual
    } else {
        stepped_back(usual, palette)
    };
    let statement = drawing.opened.findings().statement(id);
    // Selected words are looked at, too.
    let selected = drawing.session.desk().selection.map(Selection::span);
    let spans = spans_of(statement)
        .chain(selected)
        .filter(|span| span.overlaps(set.span()));
    let rects: Vec<Rect> = spans
        .flat_map(|span| set.pieces(span))
        .map(|piece| piece.rect)
        .collect();
    paint_apart(ui, set, at, &rects, (color(usual), color(back)));
}

/// Paints letters within some places in one ink, and all others in another. None is painted twice: it would look bold.
fn paint_apart(
    ui: &Ui,
    set: &SetBlock,
    at: Pos2,
    places: &[Rect],
    (within, beside): (Color32, Color32),
) {
    let rows = set.galley.rows.iter().map(|row| row.rect().y_range());
    let (inner, outer) = split(rows, places);
    let inked = inner.into_iter().map(|clip| (clip, within));
    for (clip, ink) in inked.chain(outer.into_iter().map(|clip| (clip, beside))) {
        let clip = clip.translate(at.to_vec2()).intersect(ui.clip_rect());
        if clip.is_positive() {
            let painter = ui.painter().with_clip_rect(clip);
            painter.galley(at, set.galley.clone(), ink);
        }
    }
}

/// Beyond every letter of a block, and yet a number that one can add to and take away from.
const FAR: f32 = 1e6;

/// Cuts lines of text into what lies within some places and what lies beside them; together they cover everything once.
fn split(rows: impl Iterator<Item = Rangef>, places: &[Rect]) -> (Vec<Rect>, Vec<Rect>) {
    let (mut inner, mut outer) = (Vec::new(), Vec::new());
    // Where the lines begin that nothing has been found on.
    let everything = Rangef::new(-FAR, FAR);
    let mut plain = -FAR;
    for row in rows {
        let on_row = |place: &&Rect| row.contains(place.center().y);
        let mut here: Vec<Rangef> = places.iter().filter(on_row).map(Rect::x_range).collect();
        if here.is_empty() {
            continue;
        }
        here.sort_by(|one, other| one.min.total_cmp(&other.min));
        outer.push(Rect::from_x_y_ranges(everything, plain..=row.min));
        plain = row.max;
        let mut end = -FAR;
        for place in here {
            outer.push(Rect::from_x_y_ranges(end..=place.min, row));
            inner.push(Rect::from_x_y_ranges(place.min.max(end)..=place.max, row));
            end = end.max(place.max);
        }
        outer.push(Rect::from_x_y_ranges(end..=FAR, row));
    }
    outer.push(Rect::from_x_y_ranges(everything, plain..=FAR));
    inner.retain(Rect::is_positive);
    outer.retain(Rect::is_positive);
    (inner, outer)
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

    #[test]
    fn every_letter_is_painted_once() {
        let rows =
            (0..4_u8).map(|row| Rangef::new(f32::from(row) * 10.0, f32::from(row) * 10.0 + 10.0));
        let place = |x: Rangef, y| Rect::from_x_y_ranges(x, y..=y + 8.0);
        let places = [
            place(Rangef::new(50.0, 90.0), 11.0),
            place(Rangef::new(0.0, 30.0), 21.0),
            place(Rangef::new(20.0, 40.0), 21.0),
        ];
        let (inner, outer) = split(rows, &places);
        for x in [-5.0, 10.0, 25.0, 35.0, 45.0, 60.0, 95.0] {
            for y in [-3.0, 5.0, 15.0, 25.0, 35.0, 45.0] {
                let at = eframe::egui::pos2(x, y);
                let n_inner = inner.iter().filter(|rect| rect.contains(at)).count();
                let n_outer = outer.iter().filter(|rect| rect.contains(at)).count();
                assert_eq!(n_inner + n_outer, 1, "{at}");
                let is_in = |place: &Rect| {
                    place.x_range().contains(x) && (place.center().y - y).abs() < 5.0
                };
                assert_eq!(n_inner == 1, places.iter().any(is_in), "{at}");
            }
        }
    }
}
