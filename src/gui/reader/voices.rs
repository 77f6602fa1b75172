//! The article by voices: attributed words in the colour of who says them, the narrator's in grey.

use eframe::egui::{CornerRadius, CursorIcon, Pos2, Rect, Sense, Ui, vec2};

use crate::document::StatementId;
use crate::gui::command::{Command, Commands};
use crate::gui::theme::color;
use crate::gui::voices::weave;
use crate::gui::why;
use crate::span::Span;
use crate::view::palette::Palette;
use crate::view::tint::Tint;
use crate::view::voices::stretches;

use super::Drawing;
use super::pieces::SetBlock;

/// Words of a statement on one line.
struct Part {
    statement: StatementId,
    rect: Rect,
}

/// Words of one voice on one line.
struct Plate {
    rect: Rect,
    tint: Tint,
    /// The voice in whose words this one speaks.
    around: Option<Tint>,
}

/// The attributed words of a block; nothing while voices are off.
#[derive(Default)]
pub struct Layout {
    parts: Vec<Part>,
    /// A statement inside another one by the same voice has no plate of its own.
    plates: Vec<Plate>,
}

/// Finds the attributed words of a block.
pub fn lay_out(set: &SetBlock, at: Pos2, drawing: &Drawing<'_>) -> Layout {
    let mut layout = Layout::default();
    if !drawing.session.voices {
        return layout;
    }
    let opened = drawing.opened;
    let ids = opened.statements_in(set.index);
    let on_lines = |span: Span| {
        let pieces = set.pieces(span).into_iter();
        pieces.map(|piece| piece.rect.translate(at.to_vec2()))
    };
    let mut runs: Vec<(Span, Tint, Option<Tint>)> = Vec::new();
    for stretch in stretches(opened.findings(), set.span(), ids) {
        let statement = stretch.statement;
        let parts = on_lines(stretch.span).map(|rect| Part { statement, rect });
        layout.parts.extend(parts);
        let tint = opened.tint(statement);
        let around = stretch.around.map(|id| opened.tint(id));
        let around = around.filter(|&around| around != tint);
        match runs.last_mut() {
            Some((span, before, around_before))
                if span.end() == stretch.span.start()
                    && (*before, *around_before) == (tint, around) =>
            {
                *span = span.hull(stretch.span);
            }
            _ => runs.push((stretch.span, tint, around)),
        }
    }
    for (span, tint, around) in runs {
        let plates = on_lines(span).map(|rect| Plate { rect, tint, around });
        layout.plates.extend(plates);
    }
    layout
}

/// Colours behind the words; what one voice says in the words of another is underlined in that one's colour.
pub fn paint(ui: &Ui, layout: &Layout, palette: &Palette) {
    // The inner ones last, so that their neighbours do not reach into them.
    let (inner, outer): (Vec<_>, Vec<_>) =
        (layout.plates.iter()).partition(|plate| plate.around.is_some());
    for plate in outer.into_iter().chain(inner) {
        let rect = plate.rect.expand2(vec2(2.0, 3.0));
        let fill = color(palette.voice_fill(plate.tint));
        ui.painter().rect_filled(rect, CornerRadius::same(4), fill);
        let x = plate.rect.x_range();
        let line = palette.voice_line(plate.tint);
        weave(ui.painter(), x, rect.bottom() - 1.5, plate.tint, line);
        if let Some(around) = plate.around {
            let edge = Rect::from_x_y_ranges(rect.x_range(), rect.bottom()..=rect.bottom() + 1.6);
            let line = color(palette.voice_line(around));
            ui.painter().rect_filled(edge, CornerRadius::ZERO, line);
        }
    }
}

/// Where attributed words stand.
pub fn rects(layout: &Layout) -> impl Iterator<Item = Rect> + '_ {
    layout.plates.iter().map(|plate| plate.rect)
}

/// Says whose words they are while the pointer rests on them; a click leads to the statement. For the keyboard there are
/// the bars in the margin.
pub fn interact(
    ui: &mut Ui,
    block: usize,
    layout: &Layout,
    drawing: &Drawing<'_>,
    commands: &mut Commands,
) {
    for (index, part) in layout.parts.iter().enumerate() {
        let Some(row) = drawing.opened.row(part.statement) else {
            continue;
        };
        let widget = ui
            .scope_id()
            .with(("voice", drawing.opened.serial, block, index));
        let response = ui
            .interact(part.rect, widget, Sense::CLICK)
            .on_hover_cursor(CursorIcon::PointingHand);
        if response.clicked() {
            commands.push(Command::FocusStatement(part.statement));
        }
        response.on_hover_ui(|ui| why::ui(ui, drawing.opened, row, drawing.texts));
    }
}
