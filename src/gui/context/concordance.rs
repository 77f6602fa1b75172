//! Every place of a name, one line each: where in the text they are, and the words before and after, in an order to choose.

use std::sync::Arc;

use eframe::egui::{
    Color32, CornerRadius, CursorIcon, Galley, Id, Rect, Response, Role, Sense, Stroke, StrokeKind,
    Ui, WidgetInfo, pos2, vec2,
};

use crate::document::{EntityId, MentionId};
use crate::gui::command::{Command, Commands};
use crate::gui::editing::Typing;
use crate::gui::fonts::Face;
use crate::gui::i18n::Texts;
use crate::gui::labels;
use crate::gui::opened::Opened;
use crate::gui::session::{Focus, Session};
use crate::gui::state_file;
use crate::gui::theme::color;
use crate::gui::widgets::{self, palette};
use crate::view::concordance::Sorting;
use crate::view::context::{Card, Line};

use super::pieces::section;
use super::{correct, judging};

/// Height of a line.
const ROW: f32 = 26.0;

/// Where in a line the name begins, as a share of its width.
const NAME_AT: f32 = 0.4;

/// Draws the strip, the choice of an order, and the lines.
pub fn ui(
    ui: &mut Ui,
    session: &Session,
    opened: &Opened,
    card: &Card,
    texts: &Texts,
    commands: &mut Commands,
) {
    if card.lines.is_empty() {
        return;
    }
    let focused = match session.desk().focus {
        Some(Focus::Mention(id)) => Some(id),
        Some(Focus::Entity(_) | Focus::Statement(_)) | None => None,
    };
    let counted = texts.count("n-mentions", card.lines.len());
    section(ui, &format!("{} · {counted}", texts.text("context-places")));
    dispersion(ui, card, focused, texts, commands);
    if 2 < card.lines.len() {
        ui.add_space(4.0);
        sorting(ui, card.sorting, texts, commands);
    }
    ui.add_space(2.0);
    correct::split(ui, session, card, texts, commands);
    let chosen = correct::chosen(session, card);
    let drawn = Drawn {
        opened,
        card,
        focused,
        chosen,
        texts,
    };
    drawn.lines(ui, commands);
}

/// The text from its beginning to its end, with a tick for each place. A click leads to the nearest one.
fn dispersion(
    ui: &mut Ui,
    card: &Card,
    focused: Option<MentionId>,
    texts: &Texts,
    commands: &mut Commands,
) {
    let palette = palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 22.0), Sense::CLICK);
    let spoken = texts.count("context-dispersion", card.places.len());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &spoken));
    let track = rect.shrink2(vec2(0.0, 2.0));
    ui.painter().rect(
        track,
        CornerRadius::same(5),
        color(palette.card),
        Stroke::new(1.0, color(palette.hairline)),
        StrokeKind::Inside,
    );
    let inside = track.shrink2(vec2(5.0, 3.0));
    let at = |place: f32| (inside.left() + inside.width() * place).round();
    let tint = palette.line(card.kind);
    let mut last = None;
    for &place in &card.places {
        let x = at(place);
        // A long article has more places than the strip has pixels.
        if last.replace(x) != Some(x) {
            let stroke = Stroke::new(1.5, color(tint.over(palette.card, 0.75)));
            ui.painter().vline(x, inside.y_range(), stroke);
        }
    }
    let here = card
        .lines
        .iter()
        .position(|line| Some(line.mention) == focused);
    if let Some(&place) = here.and_then(|here| card.places.get(here)) {
        let mark = Rect::from_center_size(pos2(at(place), track.center().y), vec2(5.0, 20.0));
        ui.painter()
            .rect_filled(mark, CornerRadius::same(2), color(tint));
    }
    let pointer = response
        .interact_pointer_pos()
        .filter(|_| response.clicked());
    if let Some(pointer) = pointer {
        let wanted = (pointer.x - inside.left()) / inside.width().max(1.0);
        let after = card.places.partition_point(|&place| place < wanted);
        let around = [after.checked_sub(1), Some(after)].into_iter().flatten();
        let nearest = around
            .filter_map(|index| Some((index, (card.places.get(index)? - wanted).abs())))
            .min_by(|one, other| one.1.total_cmp(&other.1));
        if let Some(line) = nearest.and_then(|(index, _)| card.lines.get(index)) {
            commands.push(Command::FocusMention(line.mention));
        }
    }
    response
        .on_hover_text(texts.text("context-dispersion-hint"))
        .on_hover_cursor(CursorIcon::PointingHand);
}

/// In which order, as switches side by side, each above the column that it sorts.
fn sorting(ui: &mut Ui, chosen: Sorting, texts: &Texts, commands: &mut Commands) {
    let palette = palette(ui);
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), 26.0));
    ui.painter().rect(
        rect,
        CornerRadius::same(7),
        color(palette.raised),
        Stroke::NONE,
        StrokeKind::Inside,
    );
    let width = rect.width() / Sorting::ALL.len() as f32;
    for (index, sorting) in Sorting::ALL.into_iter().enumerate() {
        let is_on = sorting == chosen;
        let left = rect.left() + width * index as f32;
        let part = Rect::from_min_size(pos2(left, rect.top()), vec2(width, rect.height()));
        let (words, name) = labels::sorting(sorting);
        let (words, name) = (texts.text(words), texts.text(name));
        let id = ui.scope_id().with(("sorting", index));
        let response = ui.interact(part, id, Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_on, &name));
        let plate = part.shrink(2.0);
        if is_on {
            let stroke = Stroke::new(1.0, color(palette.hairline));
            let corner = CornerRadius::same(6);
            ui.painter().rect(
                plate,
                corner,
                color(palette.card),
                stroke,
                StrokeKind::Inside,
            );
        }
        let ink = color(if is_on || response.hovered() {
            palette.ink
        } else {
            palette.muted
        });
        let face = if is_on { Face::Medium } else { Face::Interface };
        let galley = widgets::line(ui, &words, face.size(12.5), ink, width - 8.0);
        let at = part.center() - galley.size() / 2.0;
        ui.painter().galley(at, galley, ink);
        widgets::focus_ring(ui, plate, &response, 6);
        let response = response.on_hover_cursor(CursorIcon::PointingHand);
        if response.on_hover_text(&name).clicked() {
            commands.push(Command::SortLines(sorting));
        }
    }
}

/// What is drawn of a name.
struct Drawn<'a> {
    opened: &'a Opened,
    card: &'a Card,
    /// The place in focus.
    focused: Option<MentionId>,
    /// The places that are to be split off, while they are chosen.
    chosen: Option<&'a [MentionId]>,
    texts: &'a Texts,
}

impl Drawn<'_> {
    /// The lines; only those on screen are laid out.
    fn lines(&self, ui: &mut Ui, commands: &mut Commands) {
        let (card, focused) = (self.card, self.focused);
        let n_lines = card.order.len();
        let size = vec2(ui.available_width(), ROW * n_lines as f32);
        let (_, all) = ui.allocate_space(size);
        let of = |row: usize| {
            let top = all.top() + ROW * row as f32;
            Rect::from_min_size(pos2(all.left(), top), vec2(all.width(), ROW))
        };
        let clip = ui.clip_rect();
        let row_at = |y: f32| ((y - all.top()) / ROW).clamp(0.0, n_lines as f32) as usize;
        let visible = row_at(clip.top())..(row_at(clip.bottom()) + 1).min(n_lines);
        for row in visible {
            let line = card.order.get(row).map(|&index| index as usize);
            let Some((index, line)) = line.and_then(|index| Some((index, card.lines.get(index)?)))
            else {
                continue;
            };
            let is_on = match self.chosen {
                Some(chosen) => chosen.contains(&line.mention),
                None => focused == Some(line.mention),
            };
            let place = of(row);
            let response = one(ui, place, index, line, card, is_on, self.texts);
            if response.clicked() {
                commands.push(match self.chosen {
                    Some(_) => Command::Words(Typing::ToggleSplit(line.mention)),
                    None => Command::FocusMention(line.mention),
                });
            }
            if self.chosen.is_some() {
                judging::tick(ui, place, is_on);
            } else {
                let is_near = response.contains_pointer() || response.has_focus();
                let mention = line.mention;
                let verdict = self.opened.findings().mention(mention).verdict;
                let said = (mention, verdict);
                judging::ui(ui, place, said, is_near, self.texts, commands);
            }
        }
        // Who walks through the places sees each of them here.
        if let Some(goal) = walked_to(ui, card.id, focused) {
            let is_it = |&index: &u32| {
                card.lines
                    .get(index as usize)
                    .is_some_and(|line| line.mention == goal)
            };
            let row = card.order.iter().position(is_it);
            if let Some(place) = row.map(of).filter(|place| !clip.contains_rect(*place)) {
                ui.scroll_to_rect(place.expand(3.0 * ROW), None);
            }
        }
    }
}

/// The place in focus, if it is another one of the same name than in the last frame.
fn walked_to(ui: &Ui, entity: EntityId, focused: Option<MentionId>) -> Option<MentionId> {
    let id = Id::unique("place in the concordance");
    let seen = ui.data_mut(|data| data.get_temp::<(EntityId, Option<MentionId>)>(id));
    ui.data_mut(|data| data.insert_temp(id, (entity, focused)));
    let (before, place) = seen?;
    focused.filter(|_| before == entity && place.is_some() && place != focused)
}

/// Words before, the name, words after; the names stand below each other.
fn one(
    ui: &mut Ui,
    rect: Rect,
    index: usize,
    line: &Line,
    card: &Card,
    is_on: bool,
    texts: &Texts,
) -> Response {
    let palette = palette(ui);
    let id = ui.scope_id().with(("line", card.id, line.mention));
    let response = ui.interact(rect, id, Sense::click());
    let text = format!("{}{}{}", line.left, line.name, line.right);
    let spoken = texts.with(
        "context-line",
        &[("n", (index + 1).into()), ("text", (&text).into())],
    );
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, is_on, &spoken));
    state_file::place(ui.ctx(), &spoken, rect);
    let tint = palette.line(card.kind);
    let plate = rect.shrink2(vec2(0.0, 1.0));
    if is_on || response.hovered() {
        let fill = if is_on {
            tint.over(palette.panel, 0.14)
        } else {
            palette.raised
        };
        let corner = CornerRadius::same(5);
        ui.painter().rect_filled(plate, corner, color(fill));
    }
    let ink = color(if is_on { palette.ink } else { palette.muted });
    let x = rect.left() + rect.width() * NAME_AT;
    let middle = rect.center().y;

    let before = line.left.trim_end();
    let room = x - rect.left() - 10.0;
    let left = fitting(ui, before, ink, room, End::Left);
    let at = pos2(x - 5.0 - left.size().x, middle - left.size().y / 2.0);
    ui.painter().galley(at, left, ink);

    let room = rect.right() - 6.0 - x;
    let name = widgets::line(ui, &line.name, Face::Strong.size(12.5), color(tint), room);
    let (at, room) = (pos2(x, middle - name.size().y / 2.0), room - name.size().x);
    let after = at.x + name.size().x;
    ui.painter().galley(at, name, color(tint));
    if 14.0 < room {
        // The galley of a space has no width at the beginning of a line.
        let gap = if line.right.starts_with(' ') {
            4.0
        } else {
            0.5
        };
        let right = fitting(ui, line.right.trim(), ink, room - gap, End::Right);
        let at = pos2(after + gap, middle - right.size().y / 2.0);
        ui.painter().galley(at, right, ink);
    }
    widgets::focus_ring(ui, plate.shrink(1.0), &response, 5);
    response
        .on_hover_text(text)
        .on_hover_cursor(CursorIcon::PointingHand)
}

/// Which end of a text is far from the name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Left,
    Right,
}

/// As many whole words as there is room for; those far from the name give way to an ellipsis.
fn fitting(ui: &Ui, words: &str, ink: Color32, room: f32, far: End) -> Arc<Galley> {
    let set = |words: &str, width| widgets::line(ui, words, Face::Interface.size(12.5), ink, width);
    let mut galley = set(words, f32::INFINITY);
    let mut rest = words.trim_matches('…');
    while room < galley.size().x {
        let fewer = match far {
            End::Left => rest.split_once(' ').map(|(_, fewer)| fewer),
            End::Right => rest.rsplit_once(' ').map(|(fewer, _)| fewer),
        };
        let Some(fewer) = fewer else {
            return set(rest, room);
        };
        rest = fewer;
        let shown = match far {
            End::Left => format!("…{rest}"),
            End::Right => format!("{}…", rest.trim_end_matches(['.', ',', ':', ';', '–'])),
        };
        galley = set(&shown, f32::INFINITY);
    }
    galley
}
