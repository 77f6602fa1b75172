//! Judging a place on its line: confirm and reject where the pointer is, a sign where the reader has spoken, a box to choose it.

use eframe::egui::{
    Align, CornerRadius, Layout, Rect, Stroke, StrokeKind, Ui, UiBuilder, pos2, vec2,
};

use crate::document::{MentionId, Verdict};
use crate::gui::command::{Command, Commands};
use crate::gui::i18n::Texts;
use crate::gui::icons::{self, Icon};
use crate::gui::statement_actions::switch;
use crate::gui::theme::color;
use crate::gui::widgets::palette;
use crate::review::Edit;

/// What the reader says of a place; confirm and reject where the pointer is.
pub fn ui(
    ui: &mut Ui,
    place: Rect,
    (mention, verdict): (MentionId, Verdict),
    is_near: bool,
    texts: &Texts,
    commands: &mut Commands,
) {
    let palette = palette(ui);
    if !is_near {
        if verdict != Verdict::Open {
            let at = pos2(place.right() - 8.0, place.center().y);
            let sign = Rect::from_center_size(at, vec2(16.0, 16.0));
            ui.painter().rect_filled(
                sign.expand2(vec2(2.0, 3.0)),
                CornerRadius::same(4),
                color(palette.panel),
            );
            icons::paint(ui.painter(), sign, Icon::Check, color(palette.accent));
        }
        return;
    }
    let size = vec2(60.0, 24.0);
    let min = pos2(place.right() - size.x, place.center().y - size.y / 2.0);
    let plate = Rect::from_min_size(min, size);
    ui.painter()
        .rect_filled(plate, CornerRadius::same(5), color(palette.card));
    let builder = UiBuilder::new()
        .id_salt(("verdict", mention))
        .max_rect(plate)
        .layout(Layout::left_to_right(Align::Center));
    // They lie over the line and take no room of their own.
    let mut over = ui.new_child(builder);
    over.spacing_mut().item_spacing.x = 0.0;
    let ui = &mut over;
    for (icon, key, judged) in [
        (Icon::Check, "mention-confirm", Verdict::Accepted),
        (Icon::Close, "mention-reject", Verdict::Rejected),
    ] {
        let is_on = verdict == judged;
        let name = texts.text(key);
        if switch(ui, icon, &name, is_on).clicked() {
            let verdict = if is_on { Verdict::Open } else { judged };
            commands.push(Command::Correct(Edit::JudgeMention { mention, verdict }));
        }
    }
}

/// A box at the left of a place that can be chosen.
pub fn tick(ui: &Ui, place: Rect, is_on: bool) {
    let palette = palette(ui);
    let at = pos2(place.left() + 9.0, place.center().y);
    let square = Rect::from_center_size(at, vec2(14.0, 14.0));
    let line = if is_on { palette.accent } else { palette.muted };
    let stroke = Stroke::new(1.2, color(line));
    let fill = color(palette.card);
    let corner = CornerRadius::same(3);
    ui.painter()
        .rect(square, corner, fill, stroke, StrokeKind::Inside);
    if is_on {
        icons::paint(ui.painter(), square, Icon::Check, color(palette.accent));
    }
}
