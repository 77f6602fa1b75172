//! Bars of shares, with a pattern for each part.

use eframe::egui::{CornerRadius, Rect, Stroke, Ui, pos2, vec2};

use crate::gui::theme::color;
use crate::gui::widgets::palette;
use crate::view::balance::Part;
use crate::view::shares::{Area, Pattern, dotting, hatching, segments};

/// Paints a bar; all of `rect` stands for `whole` words.
pub fn bar(ui: &Ui, rect: Rect, counts: [usize; Part::ALL.len()], whole: usize, corner: u8) {
    for (part, area) in segments(area(rect), counts, whole) {
        let size = vec2(area.width, area.height);
        plate(
            ui,
            Rect::from_min_size(pos2(area.x, area.y), size),
            part,
            corner,
        );
    }
}

/// Paints one part.
pub fn plate(ui: &Ui, rect: Rect, part: Part, corner: u8) {
    let look = palette(ui).part(part);
    let corner = f32::from(corner).min(rect.width() / 2.0) as u8;
    let painter = ui.painter();
    painter.rect_filled(rect, CornerRadius::same(corner), color(look.fill));
    let line = color(look.line);
    match look.pattern {
        Pattern::Plain => {}
        Pattern::Hatched => {
            // Away from the edges, where corners are round.
            let inside = area(rect.shrink2(vec2(0.6, 0.6)));
            for [from, to] in hatching(inside, 4.5) {
                let ends = [pos2(from.0, from.1), pos2(to.0, to.1)];
                painter.line_segment(ends, Stroke::new(1.0, line));
            }
        }
        Pattern::Dotted => {
            for (x, y) in dotting(area(rect), 4.5) {
                painter.circle_filled(pos2(x, y), 0.9, line);
            }
        }
    }
}

fn area(rect: Rect) -> Area {
    Area {
        x: rect.left(),
        y: rect.top(),
        width: rect.width(),
        height: rect.height(),
    }
}
