//! The letter of its kind on a mark, under the pointer or on all of them, so that a print without colours tells kinds apart.

use eframe::egui::{Align2, CornerRadius, Rect, Ui, pos2, vec2};

use crate::document::{MentionId, Verdict};
use crate::gui::fonts::Face;
use crate::gui::labels;
use crate::gui::theme::color;
use crate::view::palette::Palette;

use super::Drawing;
use super::marks::Mark;
use super::pieces::SetBlock;
use super::verdicts;

/// Paints the tags of a block, into the room between two lines.
pub fn paint(
    ui: &Ui,
    set: &SetBlock,
    marks: &[Mark],
    hovered: Option<MentionId>,
    drawing: &Drawing<'_>,
    palette: &Palette,
) {
    for mark in marks {
        if !drawing.session.settings.letter_tags && hovered != Some(mark.id) {
            continue;
        }
        let Some(plate) = mark.plates.first() else {
            continue;
        };
        let kind = drawing.opened.findings().mention(mark.id).kind;
        let letter = drawing.texts.text(labels::letter(kind));
        let height = (set.leading + 1.0).clamp(8.5, 13.0);
        let verdict = drawing.opened.findings().mention(mark.id).verdict;
        let has_sign = matches!(
            verdict,
            Verdict::Accepted | Verdict::Changed | Verdict::Added
        );
        let width = if has_sign { 1.75 } else { 0.95 };
        let size = vec2(height * width, height);
        // Of a name inside another one, the tag stands a little further in, beside that of the other.
        let x = plate.left() - 1.0 + if mark.is_inside { 0.33 * height } else { 0.0 };
        let tag = Rect::from_min_size(pos2(x, plate.top() + 1.0 - height), size);
        let fill = color(palette.line(kind));
        ui.painter().rect_filled(tag, CornerRadius::same(2), fill);
        let font = Face::Strong.size(height * 0.84);
        let ink = color(palette.paper);
        let half = 0.475 * height;
        let middle = pos2(tag.left() + half, tag.center().y);
        ui.painter()
            .text(middle, Align2::CENTER_CENTER, letter, font, ink);
        let at = pos2(tag.right() - 0.95 * half, tag.center().y);
        verdicts::sign(ui.painter(), at, 0.26 * height, verdict, None, ink);
    }
}
