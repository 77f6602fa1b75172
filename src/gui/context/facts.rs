//! The card of a date, an amount or a role that belongs to nobody: what it comes to, and all others of the article.

use eframe::egui::{
    CornerRadius, CursorIcon, Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use crate::document::{Kind, MentionId};
use crate::gui::command::{Command, Commands};
use crate::gui::editing::Field;
use crate::gui::fonts::Face;
use crate::gui::i18n::Texts;
use crate::gui::opened::Opened;
use crate::gui::session::{Focus, Session};
use crate::gui::theme::color;
use crate::gui::values;
use crate::gui::widgets::{self, palette};
use crate::view::facts::Fact;

use super::pieces::{heading, section};

/// Height of a row of the list.
const ROW: f32 = 46.0;

/// Draws the card of a mention without an entity.
pub fn ui(
    ui: &mut Ui,
    session: &Session,
    opened: &Opened,
    id: MentionId,
    texts: &Texts,
    commands: &mut Commands,
) {
    let mention = opened.findings().mention(id);
    heading(ui, mention.kind, &super::called(opened, id), texts);
    let ink = color(palette(ui).ink);
    if let Some(value) = &mention.value {
        let readable = values::in_words(value, texts);
        if let Some(readable) = &readable {
            widgets::label(ui, readable, Face::Interface.size(14.0), ink);
        }
        let muted = color(palette(ui).muted);
        let value = format!("{}: {value}", texts.text("context-value"));
        widgets::label(ui, &value, Face::Interface.size(13.0), muted);
    }
    super::here(ui, opened, id, texts, commands);
    let note = [Field::MentionNote(id)];
    super::correct::notes(ui, session, opened, &note, texts, commands);
    super::parts(ui, session, opened, texts, commands);

    let facts = opened.facts.of(mention.kind);
    let title = match mention.kind {
        Kind::Date | Kind::Time => "context-timeline",
        Kind::Duration => "context-durations",
        Kind::Amount => "context-amounts",
        Kind::Role => "context-roles",
        // A name that nothing is known of has no list.
        Kind::Person | Kind::Organisation | Kind::Location | Kind::Other => return,
    };
    section(ui, &format!("{} · {}", texts.text(title), facts.len()));
    ui.spacing_mut().item_spacing.y = 0.0;
    for (index, fact) in facts.iter().enumerate() {
        let size = vec2(ui.available_width(), ROW);
        let place = Rect::from_min_size(ui.cursor().min, size);
        if !ui.is_rect_visible(place) {
            ui.allocate_space(size);
            continue;
        }
        let is_on = session.desk().focus == Some(Focus::Mention(fact.mention));
        let ends = (index == 0, index + 1 == facts.len());
        if row(ui, opened, fact, is_on, ends, texts).clicked() {
            commands.push(Command::FocusMention(fact.mention));
        }
    }
}

/// A point on the line, the words, and under them what they come to.
fn row(
    ui: &mut Ui,
    opened: &Opened,
    fact: &Fact,
    is_on: bool,
    (is_first, is_last): (bool, bool),
    texts: &Texts,
) -> Response {
    let palette = palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let comes_to = comes_to(opened, fact, texts);
    let spoken = texts.with(
        "context-fact",
        &[
            ("words", (&fact.words).into()),
            ("value", (&comes_to).into()),
        ],
    );
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, is_on, &spoken));
    let tint = palette.line(fact.kind);
    let plate = rect.shrink2(vec2(0.0, 1.0));
    if is_on || response.hovered() {
        let fill = if is_on {
            tint.over(palette.panel, 0.14)
        } else {
            palette.raised
        };
        ui.painter()
            .rect_filled(plate, CornerRadius::same(6), color(fill));
    }
    let axis = rect.left() + 12.0;
    let middle = rect.center().y;
    if matches!(fact.kind, Kind::Date | Kind::Time) {
        let from = if is_first { middle } else { rect.top() };
        let to = if is_last { middle } else { rect.bottom() };
        let line = Stroke::new(1.2, color(tint.over(palette.panel, 0.45)));
        ui.painter().vline(axis, from..=to, line);
    }
    let at = pos2(axis, middle);
    if fact.value.is_some() || fact.entity.is_some() {
        ui.painter().circle_filled(at, 4.0, color(tint));
    } else {
        let ground = color(palette.panel);
        let stroke = Stroke::new(1.4, color(tint));
        ui.painter().circle(at, 3.6, ground, stroke);
    }
    let width = rect.width() - 36.0;
    let ink = color(palette.ink);
    let words = widgets::line(ui, &fact.words, Face::Medium.size(13.5), ink, width);
    let muted = color(palette.muted);
    let below = widgets::line(ui, &comes_to, Face::Interface.size(12.5), muted, width);
    let height = words.size().y + below.size().y + 1.0;
    let top = pos2(rect.left() + 28.0, middle - height / 2.0);
    let step = vec2(0.0, words.size().y + 1.0);
    ui.painter().galley(top, words, ink);
    ui.painter().galley(top + step, below, muted);
    widgets::focus_ring(ui, plate.shrink(1.0), &response, 6);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// What a fact comes to, in words: a day, a sum, whose role it is.
fn comes_to(opened: &Opened, fact: &Fact, texts: &Texts) -> String {
    let entities = &opened.findings().entities;
    if fact.kind == Kind::Role {
        let holder = fact.entity.and_then(|id| entities.get(id.0 as usize));
        return match holder {
            Some(holder) => holder.name.clone(),
            None => texts.text("context-no-holder"),
        };
    }
    match &fact.value {
        Some(value) => values::in_words(value, texts).unwrap_or_else(|| value.clone()),
        None => texts.text("context-no-value"),
    }
}
