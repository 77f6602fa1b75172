//! Dropping one name of the list on another: they are the same.

use eframe::egui::{
    CornerRadius, CursorIcon, Id, LayerId, Order, Rect, Response, Stroke, StrokeKind, Ui, vec2,
};

use crate::document::EntityId;
use crate::gui::command::{Command, Commands};
use crate::gui::fonts::Face;
use crate::gui::i18n::Texts;
use crate::gui::theme::color;
use crate::gui::widgets::{self, palette};
use crate::review::Edit;
use crate::view::entities::Entry;

/// A name on its way to another one.
#[derive(Clone, Debug)]
struct Dragged {
    id: EntityId,
    name: String,
}

/// One name dropped on another is the same: while it is on its way, the other one is framed and says what would be done.
pub fn ui(ui: &Ui, response: &Response, entry: &Entry, texts: &Texts, commands: &mut Commands) {
    response.dnd_set_drag_payload(Dragged {
        id: entry.id,
        name: entry.name.clone(),
    });
    if let Some(dragged) = response.dnd_release_payload::<Dragged>() {
        if dragged.id != entry.id {
            let (from, into) = (dragged.id, entry.id);
            commands.push(Command::Correct(Edit::MergeEntities { from, into }));
        }
        return;
    }
    let over = response.dnd_hover_payload::<Dragged>();
    let palette = palette(ui);
    if let Some(dragged) = over.filter(|dragged| dragged.id != entry.id) {
        let plate = response.rect.shrink2(vec2(8.0, 1.0));
        let stroke = Stroke::new(2.0, color(palette.accent));
        ui.painter()
            .rect_stroke(plate, CornerRadius::same(6), stroke, StrokeKind::Inside);
        let inserted = [
            ("from", (&dragged.name).into()),
            ("into", (&entry.name).into()),
        ];
        flag(ui, &texts.with("entity-merge-drop", &inserted));
    } else if response.dragged() {
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
        // Over another name, that one says what would be done.
        if response.contains_pointer() {
            flag(ui, &entry.name);
        }
    }
}

/// Words beside the pointer.
fn flag(ui: &Ui, words: &str) {
    let Some(pointer) = ui.ctx().pointer_latest_pos() else {
        return;
    };
    let palette = palette(ui);
    let painter = ui
        .ctx()
        .layer_painter(LayerId::new(Order::Tooltip, Id::unique("name on its way")));
    let ink = color(palette.ink);
    let galley = widgets::line(ui, words, Face::Medium.size(13.0), ink, 420.0);
    let place = Rect::from_min_size(pointer + vec2(14.0, 10.0), galley.size() + vec2(20.0, 12.0));
    let stroke = Stroke::new(1.0, color(palette.accent));
    let corner = CornerRadius::same(7);
    painter.rect(
        place,
        corner,
        color(palette.card),
        stroke,
        StrokeKind::Inside,
    );
    painter.galley(place.min + vec2(10.0, 6.0), galley, ink);
}
