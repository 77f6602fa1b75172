//! A pill at the edge of the article with the name of who says the statement in focus, if the place that names them is out of
//! view. A click goes there.

use eframe::egui::{
    CornerRadius, CursorIcon, Pos2, Rect, Role, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo,
    pos2, vec2,
};

use crate::gui::command::{Command, Commands};
use crate::gui::fonts::Face;
use crate::gui::labels;
use crate::gui::theme::color;
use crate::gui::widgets::{self, focus_ring, palette};

use super::Drawing;
use super::connectors::{Beyond, Connected};

const HEIGHT: f32 = 28.0;

/// Draws the pill if there has to be one; the lines of text end at `right`.
pub fn ui(
    ui: &mut Ui,
    right: f32,
    connected: &Connected,
    drawing: &Drawing<'_>,
    commands: &mut Commands,
) {
    let Some(beyond) = connected.beyond.filter(|_| connected.is_on_screen()) else {
        return;
    };
    let (opened, panel) = (drawing.opened, drawing.panel);
    let Some(id) = drawing.session.desk().focused_statement() else {
        return;
    };
    let statement = opened.findings().statement(id);
    let place = statement
        .speaker
        .iter()
        .flat_map(|voice| &voice.spans)
        .next();
    let (Some(&place), Some(row)) = (place, opened.row(id)) else {
        return;
    };
    let name = labels::speaker(&row.speaker, drawing.texts);
    let palette = palette(ui);
    let ink = color(palette.ink);
    let room = (panel.width() - 120.0).max(60.0);
    let galley = widgets::line(ui, &name, Face::Medium.size(13.0), ink, room);
    let size = vec2(galley.size().x + 44.0, HEIGHT);
    let y = match beyond {
        Beyond::Above => panel.top() + 10.0,
        Beyond::Below => panel.bottom() - 10.0 - HEIGHT,
    };
    // At the end of the lines, where they are ragged and nobody begins to read.
    let rect = Rect::from_min_size(pos2(right - size.x, y), size);
    let response = ui.interact(rect, ui.scope_id().with("pill"), Sense::click());
    let key = match beyond {
        Beyond::Above => "pill-above",
        Beyond::Below => "pill-below",
    };
    let spoken = drawing.texts.with(key, &[("name", (&name).into())]);
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &spoken));

    let corner = CornerRadius::same(14);
    let (fill, border) = if response.hovered() {
        (palette.raised, palette.accent)
    } else {
        (palette.card, palette.hairline)
    };
    // A rim of paper keeps the letters below off.
    let painter = ui.painter();
    painter.rect_filled(
        rect.expand(4.0),
        CornerRadius::same(18),
        color(palette.paper),
    );
    let stroke = Stroke::new(1.0, color(border));
    painter.rect(rect, corner, color(fill), stroke, StrokeKind::Inside);
    arrow(
        painter,
        pos2(rect.left() + 18.0, rect.center().y),
        beyond,
        color(palette.accent),
    );
    let at = pos2(rect.left() + 30.0, rect.center().y - galley.size().y / 2.0);
    painter.galley(at, galley, ink);
    focus_ring(ui, rect, &response, 14);
    let response = response
        .on_hover_text(spoken)
        .on_hover_cursor(CursorIcon::PointingHand);
    if response.clicked() {
        commands.push(Command::GoTo(place));
    }
}

fn arrow(painter: &eframe::egui::Painter, at: Pos2, beyond: Beyond, shade: eframe::egui::Color32) {
    let point = match beyond {
        Beyond::Above => -3.5,
        Beyond::Below => 3.5,
    };
    let line = vec![
        at + vec2(-4.5, -point * 0.6),
        at + vec2(0.0, point),
        at + vec2(4.5, -point * 0.6),
    ];
    painter.add(Shape::line(line, Stroke::new(1.8, shade)));
}
