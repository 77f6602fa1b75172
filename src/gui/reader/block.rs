//! One block of the article: fills, lines and bars, then its letters, and everything that can be clicked in it.

use eframe::egui::{Pos2, Rect, Role, Sense, Ui, WidgetInfo};

use crate::article::BlockKind;
use crate::gui::command::Commands;
use crate::gui::widgets::palette;

use super::connectors::Connected;
use super::keyboard::Keyboard;
use super::pieces::SetBlock;
use super::{Drawing, flash, hits, letters, margin, marks, selecting, tags, verdicts, voices};

/// Draws a block; its text begins at `at`.
pub fn ui(
    ui: &mut Ui,
    set: &SetBlock,
    at: Pos2,
    drawing: &Drawing<'_>,
    keyboard: &mut Keyboard,
    connected: &mut Connected,
    commands: &mut Commands,
) {
    let rect = Rect::from_min_size(at, set.galley.size());
    let id = ui
        .scope_id()
        .with(("block", drawing.opened.serial, set.index));
    let block = ui.interact(rect, id, Sense::hover());
    let role = match set.kind {
        BlockKind::Headline | BlockKind::Subheading => Role::Heading,
        BlockKind::Kicker
        | BlockKind::Lead
        | BlockKind::Paragraph
        | BlockKind::Caption
        | BlockKind::Signature => Role::Paragraph,
    };
    let text = set.text(drawing.opened);
    block.widget_info(|| WidgetInfo::labeled(role, true, text));
    selecting::tell(ui, id, set, at, drawing);

    let palette = palette(ui);
    let voices = voices::lay_out(set, at, drawing);
    voices::paint(ui, &voices, palette);
    voices::interact(ui, set.index, &voices, drawing, commands);
    margin::band(ui, set, at, drawing, palette);
    let marks = marks::lay_out(ui, set, at, drawing);
    let touched = marks::interact(ui, set.index, &marks, drawing, keyboard, commands);
    marks::paint(ui, &marks, touched.hovered, drawing, palette);
    verdicts::frames(ui, &marks, drawing, palette);
    hits::paint(ui, set, at, drawing, palette);
    flash::paint(ui, set, at, drawing, palette);
    selecting::paint(ui, set, at, drawing, palette);
    letters::paint(ui, set, at, &voices, drawing, palette);
    let shown = (touched.hovered, set.size / 18.0);
    verdicts::signs(ui, &marks, shown, drawing, palette);
    tags::paint(ui, set, &marks, touched.hovered, drawing, palette);
    touched.paint_keyboard_focus(ui);
    margin::bars(ui, set, at, drawing, commands);
    connected.add(set, at, drawing);
}
