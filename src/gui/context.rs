//! The list on the right, second tab: all about one name.

use eframe::egui::text::LayoutJob;
use eframe::egui::{
    CornerRadius, CursorIcon, Response, Role, ScrollArea, Sense, TextFormat, Ui, WidgetInfo, vec2,
};

use crate::document::{Kind, MentionId};
use crate::view::context::{Card, Line};

use super::card::card as statement_card;
use super::command::{Command, Commands};
use super::fonts::Face;
use super::i18n::Texts;
use super::labels;
use super::opened::Opened;
use super::session::{Focus, Session};
use super::theme::color;
use super::widgets::{self, palette};

const MARGIN: f32 = 16.0;

/// Draws the card of the name in focus.
pub fn ui(ui: &mut Ui, session: &Session, texts: &Texts, commands: &mut Commands) {
    let Some(opened) = &session.opened else {
        return;
    };
    ScrollArea::vertical()
        .id_salt((
            "context",
            opened.serial,
            session.card.as_ref().map(|card| card.id),
        ))
        .auto_shrink(false)
        .show(ui, |ui| {
            ui.add_space(14.0);
            ui.horizontal_top(|ui| {
                ui.add_space(MARGIN);
                ui.vertical(|ui| {
                    ui.set_width(ui.available_width() - MARGIN);
                    match (&session.card, session.focus) {
                        (_, Some(Focus::Mention(id)))
                            if opened.findings().mention(id).entity.is_none() =>
                        {
                            words_only(ui, opened, id, texts);
                        }
                        (Some(card), _) => {
                            about(ui, session, opened, card, texts, commands);
                        }
                        (None, _) => nothing(ui, texts),
                    }
                });
            });
            ui.add_space(20.0);
        });
}

fn nothing(ui: &mut Ui, texts: &Texts) {
    let palette = palette(ui);
    let words = texts.text("context-empty");
    widgets::label(ui, &words, Face::Strong.size(15.0), color(palette.ink));
    let words = texts.text("context-empty-hint");
    widgets::label(ui, &words, Face::Interface.size(13.0), color(palette.muted));
}

/// A date, an amount: there is no entity, so only what it is and how it is printed.
fn words_only(ui: &mut Ui, opened: &Opened, id: MentionId, texts: &Texts) {
    let mention = opened.findings().mention(id);
    let words = mention.span.of(opened.document().text());
    heading(ui, mention.kind, words, texts);
}

fn heading(ui: &mut Ui, kind: Kind, name: &str, texts: &Texts) {
    let palette = palette(ui);
    let words = texts.text(labels::kind(kind));
    let ink = color(palette.line(kind));
    widgets::label(ui, &words, Face::Strong.size(12.0), ink);
    let name = widgets::label(ui, name, Face::Headline.size(24.0), color(palette.ink));
    let (left, y) = (name.rect.left(), name.rect.bottom() + 3.0);
    widgets::underline(ui.painter(), (left..=left + 36.0).into(), y, kind, ink);
    ui.add_space(6.0);
}

fn section(ui: &mut Ui, title: &str) {
    ui.add_space(16.0);
    let ink = color(palette(ui).muted);
    widgets::label(ui, title, Face::Strong.size(12.0), ink);
    ui.add_space(2.0);
}

fn about(
    ui: &mut Ui,
    session: &Session,
    opened: &Opened,
    card: &Card,
    texts: &Texts,
    commands: &mut Commands,
) {
    let palette = palette(ui);
    heading(ui, card.kind, &card.name, texts);
    if let Some(role) = &card.role {
        widgets::label(ui, role, Face::Interface.size(14.0), color(palette.ink));
    }
    let others: Vec<&str> = card
        .aliases
        .iter()
        .filter(|&alias| *alias != card.name)
        .map(String::as_str)
        .collect();
    if !others.is_empty() {
        let names = others.join(", ");
        let words = texts.with("context-aliases", &[("names", (&names).into())]);
        widgets::label(ui, &words, Face::Interface.size(13.0), color(palette.muted));
    }

    let counted = texts.count("n-mentions", card.lines.len());
    section(ui, &format!("{} · {counted}", texts.text("context-places")));
    places(ui, session, card.kind, &card.lines, texts, commands);
    if !card.related.is_empty() {
        let n = card.related.len();
        section(ui, &format!("{} · {n}", texts.text("context-related")));
        places(ui, session, card.kind, &card.related, texts, commands);
    }

    if !card.statements.is_empty() {
        let n = card.statements.len();
        section(ui, &format!("{} · {n}", texts.text("context-statements")));
        for &id in &card.statements {
            if let Some(row) = opened.row(id) {
                let is_on = session.focused_statement() == Some(id);
                if statement_card(ui, row, is_on, texts).clicked() {
                    commands.push(Command::FocusStatement(id));
                }
            }
        }
    }

    if !card.companions.is_empty() {
        section(ui, &texts.text("context-companions"));
        ui.horizontal_wrapped(|ui| {
            for &(id, n) in card.companions.iter().take(12) {
                let entity = opened.findings().entity(id);
                let name = texts.with(
                    "context-companion",
                    &[("name", (&entity.name).into()), ("n", n.into())],
                );
                if companion(ui, entity.kind, &entity.name, n, &name).clicked() {
                    commands.push(Command::FocusEntity(id));
                }
            }
        });
    }
}

/// Concordance lines, each a link.
fn places(
    ui: &mut Ui,
    session: &Session,
    kind: Kind,
    lines: &[Line],
    texts: &Texts,
    commands: &mut Commands,
) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        for (index, line) in lines.iter().enumerate() {
            let is_on = session.focus == Some(Focus::Mention(line.mention));
            if concordance(ui, index, line, kind, is_on, texts).clicked() {
                commands.push(Command::FocusMention(line.mention));
            }
        }
    });
}

/// Words before, the name, words after; the name stands out.
fn concordance(
    ui: &mut Ui,
    index: usize,
    line: &Line,
    kind: Kind,
    is_on: bool,
    texts: &Texts,
) -> Response {
    let palette = palette(ui);
    let plain = TextFormat {
        line_height: Some(19.0),
        ..TextFormat::simple(Face::Interface.size(12.5), color(palette.muted))
    };
    let strong = TextFormat {
        font_id: Face::Strong.size(12.5),
        color: color(palette.line(kind)),
        ..plain.clone()
    };
    let mut job = LayoutJob::default();
    job.append(&line.left, 0.0, plain.clone());
    job.append(&line.name, 0.0, strong);
    job.append(&line.right, 0.0, plain);
    job.wrap.max_width = ui.available_width() - 16.0;
    let galley = ui.painter().layout_job(job);
    let size = vec2(ui.available_width(), galley.size().y + 10.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let text = format!("{}{}{}", line.left, line.name, line.right);
    let spoken = texts.with(
        "context-line",
        &[("n", (index + 1).into()), ("text", (&text).into())],
    );
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, is_on, &spoken));
    if is_on || response.hovered() {
        let fill = if is_on {
            palette.line(kind).over(palette.panel, 0.12)
        } else {
            palette.raised
        };
        let plate = rect.expand2(vec2(0.0, 0.0));
        ui.painter()
            .rect_filled(plate, CornerRadius::same(6), color(fill));
    }
    let at = rect.min + vec2(8.0, 5.0);
    ui.painter().galley(at, galley, color(palette.ink));
    widgets::focus_ring(ui, rect.shrink(2.0), &response, 6);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

fn companion(ui: &mut Ui, kind: Kind, name: &str, n: usize, spoken: &str) -> Response {
    let palette = palette(ui);
    let ink = color(palette.ink);
    let words = if 1 < n {
        format!("{name} · {n}")
    } else {
        name.to_owned()
    };
    let width = ui.available_size_before_wrap().x.max(120.0) - 20.0;
    let galley = widgets::line(
        ui,
        &words,
        Face::Interface.size(12.5),
        ink,
        width.max(200.0),
    );
    let size = galley.size() + vec2(18.0, 10.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, spoken));
    let tint = palette.line(kind);
    let share = if response.hovered() { 0.22 } else { 0.11 };
    ui.painter().rect_filled(
        rect,
        CornerRadius::same(13),
        color(tint.over(palette.panel, share)),
    );
    ui.painter().galley(rect.min + vec2(9.0, 5.0), galley, ink);
    widgets::focus_ring(ui, rect, &response, 13);
    response.on_hover_cursor(CursorIcon::PointingHand)
}
