//! Names in the text: fill, underline, hover, click. Names inside names lie on them like smaller plates.

use eframe::egui::{
    Color32, CornerRadius, CursorIcon, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};

use crate::document::{Mention, MentionId};
use crate::gui::command::{Command, Commands};
use crate::gui::i18n::Texts;
use crate::gui::labels;
use crate::gui::opened::Opened;
use crate::gui::session::Focus;
use crate::gui::state_file;
use crate::gui::theme::color;
use crate::gui::tip;
use crate::gui::widgets::{focus_ring, underline};
use crate::view::nesting;
use crate::view::palette::Palette;

use super::Drawing;
use super::pieces::SetBlock;

/// How much lower the line of a mark runs than that of a mark inside it.
const STEP: f32 = 3.6;

/// A mark on one or more lines of a block.
pub struct Mark {
    id: MentionId,
    /// Whether it lies in another mark.
    is_inside: bool,
    /// Where its plates lie; the line runs along the lower edge.
    plates: Vec<Rect>,
}

/// The marks of a block that are to be seen, the outer before the inner.
pub fn lay_out(set: &SetBlock, at: Pos2, drawing: &Drawing<'_>) -> Vec<Mark> {
    let (opened, session) = (drawing.opened, drawing.session);
    let findings = opened.findings();
    let is_seen = |id: &MentionId| {
        let mention = findings.mention(*id);
        let is_on = session.settings.shown.kind(mention.kind) && mention.stands_out();
        is_on || session.desk().is_in_focus(*id, mention.entity)
    };
    let ids: Vec<MentionId> = opened
        .mentions_in(set.index)
        .iter()
        .copied()
        .filter(is_seen)
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
fn is_bare(
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
        None | Some(Focus::Statement(_)) => Standing::Usual,
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
    commands: &mut Commands,
) -> Touched {
    let mut touched = Touched::default();
    let outward = ui.input(|input| input.modifiers.alt || input.modifiers.shift);
    for mark in marks {
        let name = name(drawing.opened, block, mark.id, drawing.texts);
        for (part, &plate) in mark.plates.iter().enumerate() {
            let widget = ui
                .scope_id()
                .with(("mark", drawing.opened.serial, mark.id, part));
            let response = ui.interact(plate, widget, Sense::click());
            let spoken = if part == 0 {
                state_file::place(ui.ctx(), &name, plate);
                name.clone()
            } else {
                let label = [("label", (&name).into())];
                drawing.texts.with("mark-more", &label)
            };
            response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &spoken));
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
            if response.clicked() {
                let pointer = response
                    .interact_pointer_pos()
                    .filter(|_| response.clicked_by(eframe::egui::PointerButton::Primary));
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

/// The marks that lie on each other at a point, the outermost first.
fn layers_at(marks: &[Mark], at: Pos2) -> Vec<MentionId> {
    let is_here = |mark: &&Mark| mark.plates.iter().any(|plate| plate.contains(at));
    marks.iter().filter(is_here).map(|mark| mark.id).collect()
}

/// „Person, Sergej Lawrow, 2 Erwähnungen, 1 Aussage“.
fn name(opened: &Opened, block: usize, id: MentionId, texts: &Texts) -> String {
    let findings = opened.findings();
    let mention = findings.mention(id);
    let words = |id: MentionId| findings.mention(id).span.of(opened.document().text());
    let kind = texts.text(labels::kind(mention.kind));
    let entity = mention
        .entity
        .and_then(|entity| findings.entities.get(entity.0 as usize));
    let name = if let (Some(entity), Some((n_mentions, n_statements))) = (entity, opened.tally(id))
    {
        let key = if 0 < n_statements {
            "mark-name-speaker"
        } else {
            "mark-name"
        };
        let mentions = texts.count("n-mentions", n_mentions);
        let statements = texts.count("n-statements", n_statements);
        let inserted = [
            ("kind", (&kind).into()),
            ("name", (&entity.name).into()),
            ("mentions", (&mentions).into()),
            ("statements", (&statements).into()),
        ];
        texts.with(key, &inserted)
    } else {
        let inserted = [("kind", (&kind).into()), ("name", words(id).into())];
        texts.with("mark-words", &inserted)
    };
    let name = match &mention.value {
        Some(value) => {
            let inserted = [("label", (&name).into()), ("value", value.into())];
            texts.with("mark-value", &inserted)
        }
        None => name,
    };
    let nesting = nesting::nesting(findings, opened.mentions_in(block), id);
    match nesting.around.first() {
        Some(&outer) => {
            let inserted = [("label", (&name).into()), ("name", words(outer).into())];
            texts.with("mark-inside", &inserted)
        }
        None => name,
    }
}
