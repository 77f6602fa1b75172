//! Statements in the text: bars in the left margin, and a band behind the one in focus.

use eframe::egui::{
    Color32, CornerRadius, CursorIcon, Painter, Pos2, Rangef, Rect, Role, Sense, Stroke,
    StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use crate::document::{Statement, StatementId};
use crate::gui::command::{Command, Commands};
use crate::gui::labels;
use crate::gui::theme::color;
use crate::gui::widgets::{focus_ring, palette};
use crate::span::Span;
use crate::view::palette::{self as colors, Bar, Palette};

use super::pieces::SetBlock;
use super::{Drawing, spoken, verdicts};

/// The part of a span that stands in a block.
fn part(span: Span, block: Span) -> Option<Span> {
    let (start, end) = (span.start().max(block.start()), span.end().min(block.end()));
    (start < end).then(|| Span::new(start, end))
}

/// Paints behind the words of the statement in focus, and points out its speaker and its cue.
pub fn band(ui: &Ui, set: &SetBlock, at: Pos2, drawing: &Drawing<'_>, palette: &Palette) {
    let Some(id) = drawing.session.desk().focused_statement() else {
        return;
    };
    let statement = drawing.opened.findings().statement(id);
    let offset = at.to_vec2();
    for &span in &statement.content {
        let Some(span) = part(span, set.span()) else {
            continue;
        };
        for piece in set.pieces(span) {
            let rect = piece.rect.translate(offset).expand2(vec2(3.0, 5.0));
            let corner = CornerRadius::same(4);
            if drawing.session.voices {
                // The colour of the voice stays to be seen.
                let stroke = Stroke::new(1.5, color(palette.accent));
                ui.painter()
                    .rect_stroke(rect, corner, stroke, StrokeKind::Middle);
            } else {
                ui.painter()
                    .rect_filled(rect, corner, color(palette.band()));
            }
        }
    }
    let accent = color(palette.accent);
    let speaker = statement.speaker.iter().flat_map(|voice| &voice.spans);
    for &span in speaker {
        let Some(span) = part(span, set.span()) else {
            continue;
        };
        for piece in set.pieces(span) {
            let rect = piece.rect.translate(offset).expand2(vec2(1.0, 2.5));
            let stroke = Stroke::new(1.5, accent);
            let corner = CornerRadius::same(5);
            ui.painter()
                .rect_stroke(rect, corner, stroke, StrokeKind::Outside);
        }
    }
    for &span in &statement.cue {
        let Some(span) = part(span, set.span()) else {
            continue;
        };
        for piece in set.pieces(span) {
            let rect = piece.rect.translate(offset);
            let y = (rect.bottom() - 1.0).round();
            ui.painter().extend(eframe::egui::Shape::dashed_line(
                &[pos2(rect.left(), y), pos2(rect.right(), y)],
                Stroke::new(1.4, accent),
                3.0,
                2.5,
            ));
        }
    }
}

/// Bars of all statements with words in a block; nested ones stand further out.
pub fn bars(ui: &mut Ui, set: &SetBlock, at: Pos2, drawing: &Drawing<'_>, commands: &mut Commands) {
    let opened = drawing.opened;
    let mut taken: Vec<(usize, Rangef)> = Vec::new();
    for &id in opened.statements_in(set.index) {
        let statement = opened.findings().statement(id);
        let Some(rows) = rows(statement, set, at) else {
            continue;
        };
        let lane = (0..3)
            .find(|&lane| {
                let clashes = |other: &(usize, Rangef)| {
                    other.0 == lane && rows.min < other.1.max && other.1.min < rows.max
                };
                !taken.iter().any(clashes)
            })
            .unwrap_or(2);
        taken.push((lane, rows));
        let x = at.x - 18.0 - 9.0 * lane as f32;
        bar(
            ui,
            set,
            Rect::from_x_y_ranges(x - 2.0..=x + 2.0, rows),
            id,
            drawing,
            commands,
        );
    }
}

/// From the first to the last line of a statement in a block.
fn rows(statement: &Statement, set: &SetBlock, at: Pos2) -> Option<Rangef> {
    let pieces: Vec<_> = statement
        .content
        .iter()
        .filter_map(|&span| part(span, set.span()))
        .flat_map(|span| set.pieces(span))
        .collect();
    let top = pieces.first()?.rect.top();
    let bottom = pieces.last()?.rect.bottom();
    Some(Rangef::new(at.y + top, at.y + bottom))
}

fn bar(
    ui: &mut Ui,
    set: &SetBlock,
    rect: Rect,
    id: StatementId,
    drawing: &Drawing<'_>,
    commands: &mut Commands,
) {
    let opened = drawing.opened;
    let Some(row) = opened.row(id) else { return };
    let palette = palette(ui);
    let widget = ui.scope_id().with(("bar", opened.serial, set.index, id));
    let response = ui.interact(rect.expand2(vec2(2.5, 2.0)), widget, Sense::click());
    let texts = drawing.texts;
    let speaker = labels::speaker(&row.speaker, texts);
    let kind = texts.text(labels::statement(row.kind));
    let name = texts.with(
        "margin-bar",
        &[("kind", (&kind).into()), ("speaker", (&speaker).into())],
    );
    let name = spoken::with_verdict(name, row.verdict, texts);
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &name));
    let is_on = drawing.session.desk().focused_statement() == Some(id);
    let shade = if is_on || response.hovered() {
        palette.accent
    } else if drawing.session.voices {
        palette.voice_line(opened.tint(id))
    } else {
        palette.margin_bar(row.key)
    };
    paint(ui.painter(), rect, colors::bar(row.kind), color(shade));
    if set
        .span()
        .covers(opened.findings().statement(id).extent().start())
    {
        let at = rect.center_top() + vec2(0.0, 1.0);
        let paper = Some(color(palette.paper));
        verdicts::sign(ui.painter(), at, 3.0, row.verdict, paper, color(shade));
    }
    focus_ring(ui, rect, &response, 3);
    let response = response
        .on_hover_text(spoken::with_verdict(
            format!("{speaker} · {kind}"),
            row.verdict,
            texts,
        ))
        .on_hover_cursor(CursorIcon::PointingHand);
    if response.clicked() {
        commands.push(Command::FocusStatement(id));
    }
}

fn paint(painter: &Painter, rect: Rect, pattern: Bar, shade: Color32) {
    match pattern {
        Bar::Solid => {
            painter.rect_filled(rect, CornerRadius::same(2), shade);
        }
        Bar::Hatched => {
            let painter = painter.with_clip_rect(rect.intersect(painter.clip_rect()));
            let mut y = rect.top();
            while y < rect.bottom() + rect.width() {
                let (from, to) = (pos2(rect.left(), y), pos2(rect.right(), y - 4.0));
                painter.line_segment([from, to], Stroke::new(1.8, shade));
                y += 4.5;
            }
        }
        Bar::Dotted => {
            let mut y = rect.top() + 2.0;
            while y < rect.bottom() {
                painter.circle_filled(pos2(rect.center().x, y), 1.9, shade);
                y += 7.0;
            }
        }
    }
}
