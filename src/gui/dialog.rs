//! What all dialogs have in common.

use eframe::egui::{Color32, Context, Frame, Id, Margin, Modal, Stroke};

use super::theme::{color, palette};

/// The frame of every dialog.
pub fn dialog(context: &Context, name: &str) -> Modal {
    let palette = palette(context);
    let frame = Frame::new()
        .fill(color(palette.card))
        .stroke(Stroke::new(1.0, color(palette.hairline)))
        .corner_radius(14)
        .inner_margin(Margin::same(24))
        .shadow(context.global_style().visuals.window_shadow);
    Modal::new(Id::unique(name))
        .frame(frame)
        // What is behind stays to be seen.
        .backdrop_color(Color32::from_black_alpha(70))
}
