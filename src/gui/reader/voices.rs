//! The article by voices: attributed words in the colour of who says them, the narrator's in grey.

use eframe::egui::{Color32, CornerRadius, CursorIcon, Pos2, Rect, Sense, Ui, vec2};

use crate::gui::command::{Command, Commands};
use crate::gui::theme::color;
use crate::gui::voices::weave;
use crate::gui::why;
use crate::view::palette::Palette;
use crate::view::voices::{Stretch, stretches};

use super::Drawing;
use super::pieces::SetBlock;

/// Attributed words on one line.
pub struct Part {
    stretch: Stretch,
    /// The letters.
    rect: Rect,
}

/// The attributed words of a block; none while voices are off.
pub fn lay_out(set: &SetBlock, at: Pos2, drawing: &Drawing<'_>) -> Vec<Part> {
    if !drawing.session.voices {
        return Vec::new();
    }
    let opened = drawing.opened;
    let ids = opened.statements_in(set.index);
    let mut parts = Vec::new();
    for stretch in stretches(opened.findings(), set.span(), ids) {
        for piece in set.pieces(stretch.span) {
            let rect = piece.rect.translate(at.to_vec2());
            parts.push(Part { stretch, rect });
        }
    }
    parts
}

/// Colours behind the words; what stands inside another statement is underlined in that one's colour.
pub fn paint(ui: &Ui, parts: &[Part], drawing: &Drawing<'_>, palette: &Palette) {
    for part in parts {
        let plate = part.rect.expand2(vec2(2.0, 3.0));
        let tint = drawing.opened.tint(part.stretch.statement);
        let fill = color(palette.voice_fill(tint));
        ui.painter().rect_filled(plate, CornerRadius::same(4), fill);
        let x = part.rect.x_range();
        let line = palette.voice_line(tint);
        weave(ui.painter(), x, plate.bottom() - 1.5, tint, line);
        if let Some(around) = part.stretch.around {
            let line = palette.voice_line(drawing.opened.tint(around));
            let edge = Rect::from_min_max(plate.left_bottom() - vec2(0.0, 1.5), plate.max)
                .translate(vec2(0.0, 1.5));
            ui.painter()
                .rect_filled(edge, CornerRadius::ZERO, color(line));
        }
    }
}

/// Paints the letters: grey, and attributed ones dark. Laid out only once, so that no line breaks anew.
pub fn letters(ui: &Ui, set: &SetBlock, at: Pos2, parts: &[Part], drawing: &Drawing<'_>) {
    let galley = &set.galley;
    if !drawing.session.voices {
        ui.painter()
            .galley(at, galley.clone(), Color32::PLACEHOLDER);
        return;
    }
    let palette = crate::gui::widgets::palette(ui);
    let (ink, muted) = (color(palette.ink), color(palette.muted));
    ui.painter()
        .galley_with_override_text_color(at, galley.clone(), muted);
    for part in parts {
        // Letters may reach a little over their place.
        let clip = part.rect.expand2(vec2(0.5, 4.0));
        let painter = ui.painter().with_clip_rect(clip.intersect(ui.clip_rect()));
        painter.galley_with_override_text_color(at, galley.clone(), ink);
    }
}

/// Says whose words they are while the pointer rests on them; a click leads to the statement. For the keyboard there are
/// the bars in the margin.
pub fn interact(
    ui: &mut Ui,
    block: usize,
    parts: &[Part],
    drawing: &Drawing<'_>,
    commands: &mut Commands,
) {
    for (index, part) in parts.iter().enumerate() {
        let id = part.stretch.statement;
        let Some(row) = drawing.opened.row(id) else {
            continue;
        };
        let widget = ui
            .scope_id()
            .with(("voice", drawing.opened.serial, block, index));
        let response = ui
            .interact(part.rect, widget, Sense::CLICK)
            .on_hover_cursor(CursorIcon::PointingHand);
        if response.clicked() {
            commands.push(Command::FocusStatement(id));
        }
        response.on_hover_ui(|ui| why::ui(ui, row, drawing.texts));
    }
}
