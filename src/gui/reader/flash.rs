//! A short light on the place to which the column has moved, so that the eye finds it.

use eframe::egui::{Color32, CornerRadius, Pos2, Ui, vec2};

use crate::span::Span;
use crate::view::palette::Palette;

use super::Drawing;
use super::pieces::SetBlock;

/// How long it lasts, in seconds.
const LENGTH: f64 = 0.8;

/// A light that fades.
#[derive(Debug)]
pub struct Flash {
    serial: u64,
    span: Span,
    start: f64,
}

impl Flash {
    /// Lights a span of an article up, from now on.
    pub fn new(ui: &Ui, serial: u64, span: Span) -> Self {
        Self {
            serial,
            span,
            start: ui.input(|input| input.time),
        }
    }

    /// Where and how strong it is, from 1 down; nothing when it is over, or in another article.
    pub fn strength(&self, ui: &Ui, serial: u64) -> Option<(Span, f32)> {
        let age = (ui.input(|input| input.time) - self.start) / LENGTH;
        if serial != self.serial || !(0.0..1.0).contains(&age) {
            return None;
        }
        ui.ctx().request_repaint();
        let left = 1.0 - age as f32;
        Some((self.span, left * left))
    }
}

/// Paints it behind the letters.
pub fn paint(ui: &Ui, set: &SetBlock, at: Pos2, drawing: &Drawing<'_>, palette: &Palette) {
    let Some((span, strength)) = drawing.flash else {
        return;
    };
    let accent = palette.accent;
    let alpha = (90.0 * strength).round() as u8;
    let fill = Color32::from_rgba_unmultiplied(accent.0, accent.1, accent.2, alpha);
    for piece in set.pieces(span) {
        let rect = piece.rect.translate(at.to_vec2()).expand2(vec2(3.0, 3.0));
        ui.painter().rect_filled(rect, CornerRadius::same(4), fill);
    }
}
