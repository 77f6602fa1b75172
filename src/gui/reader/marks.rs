//! Names in the text: fill, underline, hover, click. Names inside names lie on them like smaller plates.

use eframe::egui::{
    Color32, CornerRadius, CursorIcon, PointerButton, Pos2, Rect, Response, Role, Sense, Stroke,
    StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use crate::document::{Mention, MentionId};
use crate::gui::command::{Command, Commands};
use crate::gui::marking::Marking;
use crate::gui::opened::Opened;
use crate::gui::session::{Focus, Session};
use crate::gui::state_file;
use crate::gui::theme::color;
use crate::gui::tip;
use crate::gui::widgets::{focus_ring, underline};
use crate::span::Span;
use crate::view::nesting;
use crate::view::palette::Palette;

use super::keyboard::Keyboard;
use super::pieces::SetBlock;
use super::{Drawing, Placed, letters, spoken};

/// How much lower the line of a mark runs than that of a mark inside it.
const STEP: f32 = 3.6;

/// A mark on one or more lines of a block.
pub struct Mark {
    /// What is marked.
    pub id: MentionId,
    /// Whether it lies in another mark.
    pub is_inside: bool,
    /// Where its plates lie; the line runs along the lower edge.
    pub plates: Vec<Rect>,
}

/// Whether a mark is to be seen.
pub fn is_seen(session: &Session, opened: &Opened, id: MentionId) -> bool {
    let mention = opened.findings().mention(id);
    let is_on = session.settings.shown.kind(mention.kind) && mention.stands_out();
    is_on || session.desk().is_in_focus(id, mention.entity)
}

/// The marks on the visible lines of a block, the outer before the inner.
pub fn lay_out(ui: &Ui, set: &SetBlock, at: Pos2, drawing: &Drawing<'_>) -> Vec<Mark> {
    let (opened, session) = (drawing.opened, drawing.session);
    let findings = opened.findings();
    // Some more than visible, as for blocks.
    let screen = ui.clip_rect().expand(200.0).translate(-at.to_vec2());
    let visible = set.span_between(screen.top(), screen.bottom());
    let ids: Vec<MentionId> = opened
        .mentions_in(set.index)
        .iter()
        .copied()
        .filter(|&id| findings.mention(id).span.overlaps(visible))
        .filter(|&id| is_seen(session, opened, id))
        .collect();
    let heights = nesting::heights(findings, &ids);
    let scale = set.size / 18.0;
    let mut end = 0;
    let marks = ids.into_iter().zip(heights).map(|(id, height)| {
        let span = findings.mention(id).span;
        let is_inside = span.end() <= end;
        end = end.max(span.end());
        // Outer marks grow, but not into the next line, whose marks may reach up a little.
        let room = (set.leading - 1.8).max(0.1 * set.size);
        let lowered = (STEP * scale * height as f32).min(room);
        let raised = (1.5 * scale * height as f32).min(room / 3.0);
        let plates = set.pieces(span).into_iter().map(|piece| {
            let rect = piece.rect.translate(at.to_vec2());
            Rect::from_min_max(
                pos2(rect.left() - 1.0 - 0.5 * height as f32, rect.top() - raised),
                pos2(
                    rect.right() + 1.0 + 0.5 * height as f32,
                    rect.bottom() + lowered,
                ),
            )
        });
        Mark {
            id,
            is_inside,
            plates: plates.collect(),
        }
    });
    marks.collect()
}

/// Draws fills and underlines; the text comes on top.
pub fn paint(
    ui: &Ui,
    marks: &[Mark],
    hovered: Option<MentionId>,
    drawing: &Drawing<'_>,
    palette: &Palette,
) {
    let findings = drawing.opened.findings();
    let corner = CornerRadius::same(3);
    for mark in marks {
        let mention = findings.mention(mark.id);
        if is_bare(drawing, mark.id, mention, hovered) {
            continue;
        }
        let fill = match standing(drawing, mark.id, mention) {
            _ if hovered == Some(mark.id) => palette.strong_fill(mention.kind),
            Standing::Focused => palette.strong_fill(mention.kind),
            // „russisch“ and „US-Außenminister“ only contain a name.
            Standing::Usual if mention.form.refers() => palette.fill(mention.kind),
            Standing::Usual | Standing::Faded => palette.faded_fill(mention.kind),
        };
        for &plate in &mark.plates {
            if mark.is_inside {
                // A rim of paper keeps it apart from what it lies on, even of the same kind.
                let rim = Stroke::new(1.0, color(palette.paper));
                ui.painter()
                    .rect_stroke(plate, corner, rim, StrokeKind::Outside);
            }
            ui.painter().rect_filled(plate, corner, color(fill));
        }
    }
    // Lines on top, so that no mark of the next line of text hides them.
    for mark in marks {
        let mention = findings.mention(mark.id);
        if is_bare(drawing, mark.id, mention, hovered) {
            continue;
        }
        let kind = mention.kind;
        let line = color(palette.line(kind));
        for &plate in &mark.plates {
            let x = (plate.left() + 1.0..=plate.right() - 1.0).into();
            underline(ui.painter(), x, (plate.bottom() - 0.5).round(), kind, line);
        }
        let is_focused = drawing.session.desk().focus == Some(Focus::Mention(mark.id));
        if is_focused || hovered == Some(mark.id) {
            outline(ui, mark, is_focused, line);
        }
    }
}

/// Around the one mark that a click would pick or has picked.
fn outline(ui: &Ui, mark: &Mark, is_focused: bool, line: Color32) {
    let stroke = Stroke::new(if is_focused { 1.6 } else { 1.0 }, line);
    for plate in &mark.plates {
        let around = plate.expand2(vec2(1.0, 1.0));
        let corner = CornerRadius::same(4);
        ui.painter()
            .rect_stroke(around, corner, stroke, StrokeKind::Outside);
    }
}

/// Whether colours and lines are left to the voices.
pub fn is_bare(
    drawing: &Drawing<'_>,
    id: MentionId,
    mention: &Mention,
    hovered: Option<MentionId>,
) -> bool {
    drawing.session.voices
        && hovered != Some(id)
        && !drawing.session.desk().is_in_focus(id, mention.entity)
}

/// How a mark looks beside what is in focus.
enum Standing {
    Focused,
    Usual,
    Faded,
}

fn standing(drawing: &Drawing<'_>, id: MentionId, mention: &Mention) -> Standing {
    let session = drawing.session;
    match session.desk().focus {
        None => Standing::Usual,
        Some(Focus::Statement(statement)) => {
            let statement = drawing.opened.findings().statement(statement);
            let is_part = |span: Span| span.overlaps(mention.span);
            if letters::spans_of(statement).any(is_part) {
                Standing::Usual
            } else {
                Standing::Faded
            }
        }
        Some(_) if session.desk().is_in_focus(id, mention.entity) => Standing::Focused,
        Some(_) if session.desk().focused_entity().is_none() => Standing::Usual,
        Some(_) => Standing::Faded,
    }
}

/// What the pointer and the keyboard are on.
#[derive(Default)]
pub struct Touched {
    /// What a click would pick.
    pub hovered: Option<MentionId>,
    keyboard: Option<(Rect, Response)>,
}

impl Touched {
    /// A ring around what the keyboard acts on, above the text.
    pub fn paint_keyboard_focus(&self, ui: &Ui) {
        if let Some((rect, response)) = &self.keyboard {
            focus_ring(ui, *rect, response, 3);
        }
    }
}

/// Makes marks clickable. A click picks the innermost, a second one there what lies around it, as does one with Alt or Shift.
pub fn interact(
    ui: &mut Ui,
    block: usize,
    marks: &[Mark],
    drawing: &Drawing<'_>,
    keyboard: &mut Keyboard,
    commands: &mut Commands,
) -> Touched {
    let mut touched = Touched::default();
    let (alt, shift) = ui.input(|input| (input.modifiers.alt, input.modifiers.shift));
    // With Shift a click extends the selection, if there is one to extend.
    let extends = shift && drawing.session.desk().selection.is_some();
    let outward = alt || shift;
    let is_watched = state_file::is_watched(ui.ctx());
    for mark in marks {
        let name = || spoken::name(drawing.opened, block, mark.id, drawing.texts);
        for (part, &plate) in mark.plates.iter().enumerate() {
            let widget = ui
                .scope_id()
                .with(("mark", drawing.opened.serial, mark.id, part));
            // On several lines it is still one stop for the keyboard.
            let sense = if part == 0 {
                Sense::click()
            } else {
                Sense::CLICK
            };
            let response = ui.interact(plate, widget, sense);
            response.widget_info(|| {
                let name = name();
                let spoken = if part == 0 {
                    name
                } else {
                    let label = [("label", (&name).into())];
                    drawing.texts.with("mark-more", &label)
                };
                WidgetInfo::labeled(Role::Link, true, spoken)
            });
            if part == 0 {
                if is_watched {
                    state_file::place(ui.ctx(), &name(), plate);
                }
                keyboard.drawn(ui, &response, mark.id, drawing);
            }
            if response.has_focus() {
                touched.keyboard = Some((plate, response.clone()));
            }
            let layers = |pointer: Option<Pos2>| {
                let under = pointer.map_or_else(Vec::new, |at| layers_at(marks, at));
                // The pointer may be beside, or it was the keyboard: it walks through all marks, one by one.
                if under.contains(&mark.id) {
                    under
                } else {
                    vec![mark.id]
                }
            };
            let is_entered = response.clicked() && !response.clicked_by(PointerButton::Primary);
            if is_entered && drawing.session.desk().focus == Some(Focus::Mention(mark.id)) {
                // The first time Enter opens, the second time it confirms.
                commands.push(Command::Mark(Marking::Confirm));
            } else if response.secondary_clicked() {
                let under = layers(response.interact_pointer_pos());
                let meant = nesting::pick(&under, None, outward).unwrap_or(mark.id);
                commands.push(Command::Mark(Marking::Menu(Some(meant))));
            } else if response.clicked() && drawing.n_clicks < 2 && !extends {
                let pointer = response
                    .interact_pointer_pos()
                    .filter(|_| response.clicked_by(PointerButton::Primary));
                commands.push(Command::PickMention(layers(pointer), outward));
            }
            if response.hovered() {
                let under = layers(response.hover_pos());
                touched.hovered = nesting::pick(&under, None, outward);
                let picked = touched.hovered.unwrap_or(mark.id);
                let here = under.iter().position(|&layer| layer == picked);
                let outer = here.and_then(|here| under[..here].last().copied());
                response
                    .on_hover_cursor(CursorIcon::PointingHand)
                    .on_hover_ui(|ui| tip::ui(ui, drawing.opened, picked, outer, drawing.texts));
            }
        }
    }
    touched
}

/// Where the mark stands whose menu is open.
pub fn plate(placed: &[Placed], drawing: &Drawing<'_>) -> Option<Rect> {
    let id = drawing.session.desk().menu?;
    let span = drawing.opened.findings().mentions.get(id.0 as usize)?.span;
    let (set, at) = (placed.iter()).find(|(set, _)| span.overlaps(set.span()))?;
    let piece = set.pieces(span).into_iter().next()?;
    let rect = piece.rect.translate(at.to_vec2());
    drawing.panel.contains(rect.center()).then_some(rect)
}

/// The marks that lie on each other at a point, the outermost first.
fn layers_at(marks: &[Mark], at: Pos2) -> Vec<MentionId> {
    let is_here = |mark: &&Mark| mark.plates.iter().any(|plate| plate.contains(at));
    marks.iter().filter(is_here).map(|mark| mark.id).collect()
}
