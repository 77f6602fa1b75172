//! Names in the text: fill, underline, click.

use eframe::egui::{
    CornerRadius, CursorIcon, Pos2, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2,
};

use crate::document::{Form, MentionId};
use crate::gui::command::{Command, Commands};
use crate::gui::i18n::Texts;
use crate::gui::labels;
use crate::gui::opened::Opened;
use crate::gui::session::Focus;
use crate::gui::state_file;
use crate::gui::theme::color;
use crate::gui::widgets::{focus_ring, underline};
use crate::span::Span;
use crate::view::highlight;
use crate::view::palette::Palette;

use super::Drawing;
use super::pieces::SetBlock;

/// Draws fills and underlines; the text comes on top.
pub fn paint(ui: &Ui, set: &SetBlock, at: Pos2, drawing: &Drawing<'_>, palette: &Palette) {
    let findings = drawing.opened.findings();
    let shown = |kind| drawing.session.shown.kind(kind);
    let offset = at.to_vec2();

    for run in highlight::runs(findings, set.span(), shown) {
        let Some(&innermost) = run.mentions.last() else {
            continue;
        };
        let mention = findings.mention(innermost);
        let kind = mention.kind;
        // „russisch“ and „US-Außenminister“ only contain a name.
        let is_full_name = !matches!(mention.form, Form::Derived | Form::Part);
        let fill = match standing(drawing, &run.mentions) {
            Standing::Focused => palette.strong_fill(kind),
            Standing::Usual if is_full_name => palette.fill(kind),
            Standing::Usual | Standing::Faded => palette.faded_fill(kind),
        };
        for piece in set.pieces(run.span) {
            let rect = piece.rect.translate(offset).expand2(vec2(1.0, 0.0));
            ui.painter()
                .rect_filled(rect, CornerRadius::same(3), color(fill));
        }
    }

    let mentions = highlight::mentions_in(findings, set.span(), shown);
    for (position, &id) in mentions.iter().enumerate() {
        let mention = findings.mention(id);
        let inside = &mentions[position + 1..];
        let lowered = 3.4 * n_levels_inside(drawing.opened, mention.span, inside) as f32;
        let line = color(palette.line(mention.kind));
        for piece in set.pieces(mention.span) {
            let rect = piece.rect.translate(offset);
            let y = (rect.bottom() - 0.5 + lowered).round();
            underline(ui.painter(), rect.x_range(), y, mention.kind, line);
            if is_focused(drawing, id) {
                let around = rect.expand2(vec2(2.5, 1.5));
                let stroke = Stroke::new(1.6, line);
                let corner = CornerRadius::same(4);
                ui.painter()
                    .rect_stroke(around, corner, stroke, StrokeKind::Outside);
            }
        }
    }
}

/// How a mark looks beside what is in focus.
enum Standing {
    Focused,
    Usual,
    Faded,
}

fn standing(drawing: &Drawing<'_>, mentions: &[MentionId]) -> Standing {
    let entity = drawing.session.focused_entity();
    match (drawing.session.focus, entity) {
        (None | Some(Focus::Statement(_)), _) => Standing::Usual,
        (Some(_), None) => {
            if mentions.iter().any(|&id| is_focused(drawing, id)) {
                Standing::Focused
            } else {
                Standing::Usual
            }
        }
        (Some(_), Some(entity)) => {
            let findings = drawing.opened.findings();
            let is_meant = |&id: &MentionId| findings.mention(id).entity == Some(entity);
            if mentions.iter().any(is_meant) {
                Standing::Focused
            } else {
                Standing::Faded
            }
        }
    }
}

fn is_focused(drawing: &Drawing<'_>, id: MentionId) -> bool {
    drawing.session.focus == Some(Focus::Mention(id))
}

/// How many marks are nested in each other inside `span`: its own line runs below theirs.
fn n_levels_inside(opened: &Opened, span: Span, later: &[MentionId]) -> usize {
    let findings = opened.findings();
    let nested = later
        .iter()
        .map(|&id| findings.mention(id).span)
        .take_while(|other| other.start() < span.end())
        .filter(|&other| span.contains(other) && other != span);
    let mut deepest = 0;
    let mut ends: Vec<usize> = Vec::new();
    for other in nested {
        ends.retain(|&end| other.start() < end);
        ends.push(other.end());
        deepest = deepest.max(ends.len());
    }
    deepest
}

/// Makes marks clickable; inner ones lie on top of outer ones.
pub fn interact(
    ui: &mut Ui,
    set: &SetBlock,
    at: Pos2,
    drawing: &Drawing<'_>,
    commands: &mut Commands,
) {
    let opened = drawing.opened;
    let shown = |kind| drawing.session.shown.kind(kind);
    for id in highlight::mentions_in(opened.findings(), set.span(), shown) {
        let mention = opened.findings().mention(id);
        let name = name(opened, id, drawing.texts);
        for (part, piece) in set.pieces(mention.span).into_iter().enumerate() {
            let rect: Rect = piece.rect.translate(at.to_vec2());
            let widget = ui.scope_id().with(("mark", opened.serial, id, part));
            let response = ui.interact(rect, widget, Sense::click());
            let spoken = if part == 0 {
                state_file::place(ui.ctx(), &name, rect);
                name.clone()
            } else {
                drawing
                    .texts
                    .with("mark-more", &[("label", (&name).into())])
            };
            response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &spoken));
            focus_ring(ui, rect, &response, 3);
            if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
                commands.push(Command::FocusMention(id));
            }
        }
    }
}

/// „Person, Sergej Lawrow, 2 Erwähnungen, 1 Aussage“.
fn name(opened: &Opened, id: MentionId, texts: &Texts) -> String {
    let mention = opened.findings().mention(id);
    let kind = texts.text(labels::kind(mention.kind));
    let words = mention.span.of(opened.document().text());
    let entity = mention
        .entity
        .and_then(|entity| opened.findings().entities.get(entity.0 as usize));
    let (Some(entity), Some((n_mentions, n_statements))) = (entity, opened.tally(id)) else {
        return texts.with(
            "mark-words",
            &[("kind", (&kind).into()), ("name", words.into())],
        );
    };
    let mentions = texts.count("n-mentions", n_mentions);
    let statements = texts.count("n-statements", n_statements);
    let inserted = [
        ("kind", (&kind).into()),
        ("name", (&entity.name).into()),
        ("mentions", (&mentions).into()),
        ("statements", (&statements).into()),
    ];
    let key = if 0 < n_statements {
        "mark-name-speaker"
    } else {
        "mark-name"
    };
    texts.with(key, &inserted)
}
