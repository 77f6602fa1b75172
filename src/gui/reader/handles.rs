//! Handles at both ends of the mark in focus, and of what the statement in focus says: drag them to make it longer or shorter.

use eframe::egui::{
    Color32, CornerRadius, CursorIcon, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use crate::document::{MentionId, StatementId};
use crate::gui::command::{Command, Commands};
use crate::gui::keys;
use crate::gui::marking::Marking;
use crate::gui::session::Focus;
use crate::gui::state_file;
use crate::gui::theme::color;
use crate::gui::widgets::palette;
use crate::span::Span;
use crate::view::edges::{self, Edge, Matter};
use crate::view::palette::Rgb;
use crate::view::selection::Grain;

use super::{Drawing, Placed, selecting};

/// How far around a handle it can be taken hold of, away from the words.
const REACH: f32 = 9.0;

/// What is resized.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Target {
    Mention(MentionId),
    /// A part of what is said.
    Content(StatementId, usize),
}

/// A drag that goes on.
#[derive(Clone, Copy, Debug)]
struct Drag {
    target: Target,
    /// From where to where it would reach.
    span: Span,
}

/// The handles.
#[derive(Debug, Default)]
pub struct Handles {
    drag: Option<Drag>,
}

impl Handles {
    /// Draws the handles and follows the mouse.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        placed: &[Placed],
        drawing: &Drawing<'_>,
        commands: &mut Commands,
    ) {
        let targets = targets(drawing);
        if !(self.drag).is_some_and(|drag| targets.iter().any(|&(target, _)| target == drag.target))
        {
            self.drag = None;
        }
        for (target, span) in targets {
            for edge in [Edge::Left, Edge::Right] {
                self.handle(ui, (target, span, edge), placed, drawing, commands);
            }
        }
        let is_dragged = self.drag.is_some();
        ui.data_mut(|data| data.insert_temp(keys::dragging_id(), is_dragged));
        if let Some(drag) = self.drag {
            preview(ui, drag, placed, drawing);
            ui.set_cursor_icon(CursorIcon::ResizeHorizontal);
        }
    }

    fn handle(
        &mut self,
        ui: &mut Ui,
        (target, span, edge): (Target, Span, Edge),
        placed: &[Placed],
        drawing: &Drawing<'_>,
        commands: &mut Commands,
    ) {
        let mut shown = span;
        if let Some(drag) = self.drag.filter(|drag| drag.target == target) {
            shown = drag.span;
        }
        let Some(line) = line_at(shown, edge, placed) else {
            return;
        };
        let (away, x) = match edge {
            Edge::Left => (-1.0, line.left()),
            Edge::Right => (1.0, line.right()),
        };
        let place = Rect::from_two_pos(
            pos2(x - away * 1.0, line.top() - 7.0),
            pos2(x + away * REACH, line.bottom() + 7.0),
        );
        let id = ui
            .scope_id()
            .with(("handle", drawing.opened.serial, target, edge == Edge::Left));
        let response = ui.interact(place, id, Sense::DRAG);
        let key = match edge {
            Edge::Left => "handle-left",
            Edge::Right => "handle-right",
        };
        let words = span.of(drawing.opened.document().text());
        let words: String = words.chars().take(60).collect();
        let name = drawing.texts.with(key, &[("name", (&words).into())]);
        response.widget_info(|| WidgetInfo::labeled(Role::Splitter, true, &name));
        state_file::place(ui.ctx(), &name, place);
        let shade = shade(ui, target, drawing);
        let is_hot = response.hovered() || response.dragged();
        paint(ui, line, (edge, x), color(shade), is_hot);

        if response.dragged()
            && let Some(pointer) = response.interact_pointer_pos()
            && let Some(to) = selecting::offset_at(placed, pointer)
        {
            let by_letters = ui.input(|input| input.modifiers.alt);
            let grain = if by_letters {
                Grain::Letter
            } else {
                Grain::Word
            };
            let article = &drawing.opened.document().article;
            let span = edges::dragged(article, span, (edge, matter(target)), to, grain);
            self.drag = Some(Drag { target, span });
        } else if response.drag_stopped() {
            // Escape stops a drag, too; then the mouse has not let go.
            let has_let_go = ui.input(|input| input.pointer.any_released());
            let drag = self.drag.take().filter(|drag| drag.target == target);
            if let Some(drag) = drag.filter(|drag| has_let_go && drag.span != span) {
                commands.push(Command::Mark(match target {
                    Target::Mention(id) => Marking::Resize(id, drag.span),
                    Target::Content(id, part) => Marking::ResizeContent(id, part, drag.span),
                }));
            }
        }
        response.on_hover_cursor(CursorIcon::ResizeHorizontal);
    }
}

fn matter(target: Target) -> Matter {
    match target {
        Target::Mention(_) => Matter::Name,
        Target::Content(..) => Matter::Statement,
    }
}

/// What has handles: what is in focus.
fn targets(drawing: &Drawing<'_>) -> Vec<(Target, Span)> {
    let findings = drawing.opened.findings();
    match drawing.session.desk().focus {
        Some(Focus::Mention(id)) => vec![(Target::Mention(id), findings.mention(id).span)],
        Some(Focus::Statement(id)) => {
            let content = findings.statement(id).content.iter().enumerate();
            content
                .map(|(part, &span)| (Target::Content(id, part), span))
                .collect()
        }
        Some(Focus::Entity(_)) | None => Vec::new(),
    }
}

fn shade(ui: &Ui, target: Target, drawing: &Drawing<'_>) -> Rgb {
    let palette = palette(ui);
    match target {
        Target::Mention(id) => palette.line(drawing.opened.findings().mention(id).kind),
        Target::Content(..) => palette.accent,
    }
}

/// The line on which a span begins or ends, if that is on screen.
fn line_at(span: Span, edge: Edge, placed: &[Placed]) -> Option<Rect> {
    let is_here = |(set, _): &&Placed| match edge {
        Edge::Left => set.span().covers(span.start()),
        Edge::Right => set.span().start() < span.end() && span.end() <= set.span().end(),
    };
    let (set, at) = placed.iter().find(is_here)?;
    let pieces = set.pieces(span);
    let piece = match edge {
        Edge::Left => pieces.first(),
        Edge::Right => pieces.last(),
    };
    Some(piece?.rect.translate(at.to_vec2()))
}

fn paint(ui: &Ui, line: Rect, (edge, x): (Edge, f32), shade: Color32, is_hot: bool) {
    let x = match edge {
        Edge::Left => x - 2.0,
        Edge::Right => x + 2.0,
    };
    let radius = if is_hot { 5.0 } else { 3.6 };
    let (top, bottom) = (line.top() - 2.0, line.bottom() + 3.0);
    let painter = ui.painter();
    painter.vline(x, top..=bottom, Stroke::new(2.0, shade));
    // One above, one below the line, as on telephones: a grey print tells which end it is.
    let y = match edge {
        Edge::Left => top - 2.0,
        Edge::Right => bottom + 2.0,
    };
    let paper = color(palette(ui).paper);
    painter.circle_filled(pos2(x, y), radius + 1.2, paper);
    painter.circle_filled(pos2(x, y), radius, shade);
}

/// From where to where it would reach if the mouse let go now.
fn preview(ui: &Ui, drag: Drag, placed: &[Placed], drawing: &Drawing<'_>) {
    let shade = shade(ui, drag.target, drawing);
    let fill = Color32::from_rgba_unmultiplied(shade.0, shade.1, shade.2, 46);
    let stroke = Stroke::new(1.4, color(shade));
    for (set, at) in placed {
        for piece in set.pieces(drag.span) {
            let rect = piece.rect.translate(at.to_vec2()).expand2(vec2(2.0, 4.0));
            ui.painter().rect_filled(rect, CornerRadius::same(3), fill);
            let y = rect.bottom() + 1.0;
            ui.painter().hline(rect.x_range(), y, stroke);
        }
    }
}
