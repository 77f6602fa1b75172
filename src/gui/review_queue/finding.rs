//! The finding in question: where it stands, what the program takes it for, and what can be said of it.

use eframe::egui::text::LayoutJob;
use eframe::egui::{
    CornerRadius, CursorIcon, Frame, Margin, Rect, Response, Role, Sense, Stroke, StrokeKind,
    TextFormat, Ui, WidgetInfo, pos2, vec2,
};

use crate::document::{Confidence, Kind, MentionId, StatementId, Verdict};
use crate::gui::command::{Command, Commands, Step};
use crate::gui::context::wrapped;
use crate::gui::fonts::Face;
use crate::gui::i18n::Texts;
use crate::gui::icons::{self, Icon};
use crate::gui::labels;
use crate::gui::opened::Opened;
use crate::gui::picking::Picking;
use crate::gui::reviewing::{Reviewing, judge};
use crate::gui::session::{Dialog, Session};
use crate::gui::state_file;
use crate::gui::theme::color;
use crate::gui::widgets::{self, Look, palette};
use crate::review::Edit;
use crate::span::Span;
use crate::view::queue::Item;
use crate::view::statements;

/// Characters on both sides of a mention.
const REACH: usize = 90;

/// Draws it as a card.
pub fn ui(
    ui: &mut Ui,
    session: &Session,
    opened: &Opened,
    item: Item,
    texts: &Texts,
    commands: &mut Commands,
) {
    let palette = palette(ui);
    Frame::new()
        .fill(color(palette.card))
        .stroke(Stroke::new(1.5, color(palette.accent)))
        .corner_radius(CornerRadius::same(10))
        .inner_margin(Margin::symmetric(14, 12))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing = vec2(6.0, 7.0);
            match item {
                Item::Mention(id) => mention(ui, opened, id, texts, commands),
                Item::Statement(id) => statement(ui, session, opened, id, texts, commands),
            }
            ui.add_space(2.0);
            ui.horizontal_wrapped(|ui| {
                let hint =
                    |action: &str, words: &str| session.settings.keys.hint(words, action, texts);
                for (key, look, command) in [
                    (
                        "review-confirm",
                        Look::Primary,
                        Command::Correct(judge(item, Verdict::Accepted)),
                    ),
                    (
                        "review-reject",
                        Look::Plain,
                        Command::Correct(judge(item, Verdict::Rejected)),
                    ),
                    (
                        "review-skip",
                        Look::Plain,
                        Command::Review(Reviewing::Step(Step::Next)),
                    ),
                ] {
                    let words = texts.text(key);
                    let action = match look {
                        Look::Primary => "do-confirm",
                        _ if key == "review-reject" => "do-reject",
                        _ => "do-next-open",
                    };
                    let response = widgets::button(ui, None, &words, &words, look);
                    if response.on_hover_text(hint(action, &words)).clicked() {
                        commands.push(command);
                    }
                }
            });
        });
}

fn sureness(ui: &mut Ui, confidence: Confidence, texts: &Texts) {
    let level = statements::level(confidence);
    let sure = texts.text(labels::confidence(level));
    let percent = (100.0 * confidence.get()).round() as usize;
    let words = texts.with(
        "confidence-percent",
        &[("sure", (&sure).into()), ("n", percent.into())],
    );
    ui.horizontal(|ui| {
        ui.spacing_mut().interact_size.y = 16.0;
        widgets::dots(ui, level, &words);
        let muted = color(palette(ui).muted);
        widgets::label(ui, &words, Face::Interface.size(12.0), muted);
    });
}

fn mention(ui: &mut Ui, opened: &Opened, id: MentionId, texts: &Texts, commands: &mut Commands) {
    let palette = palette(ui);
    let findings = opened.findings();
    let mention = findings.mention(id);
    let (ink, muted) = (color(palette.ink), color(palette.muted));
    let tint = color(palette.line(mention.kind));
    let kind = texts.text(labels::kind(mention.kind));
    let named = mention.entity.map(|id| findings.entity(id).name.as_str());
    let heading = named.map_or_else(|| kind.clone(), |name| format!("{kind} · {name}"));
    widgets::label(ui, &heading, Face::Strong.size(12.5), tint);
    // The words around it, itself in the colour of its kind.
    let text = opened.document().text();
    let around = around(opened, mention.span);
    let plain = TextFormat {
        line_height: Some(21.0),
        ..TextFormat::simple(Face::Text.size(15.0), ink)
    };
    let strong = TextFormat {
        background: color(palette.line(mention.kind).over(palette.card, 0.16)),
        ..plain.clone()
    };
    let mut job = LayoutJob::default();
    let before = Span::new(around.start(), mention.span.start());
    let after = Span::new(mention.span.end(), around.end());
    let lead = if is_cut_before(opened, around) {
        "…"
    } else {
        ""
    };
    let tail = if is_cut_after(opened, around) {
        "…"
    } else {
        ""
    };
    job.append(&format!("{lead}{}", before.of(text)), 0.0, plain.clone());
    job.append(mention.span.of(text), 0.0, strong);
    job.append(&format!("{}{tail}", after.of(text)), 0.0, plain);
    job.wrap.max_width = ui.available_width();
    let spoken = job.text.clone();
    let galley = ui.painter().layout_job(job);
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
    ui.painter().galley(rect.min, galley, ink);
    sureness(ui, mention.confidence, texts);
    ui.add_space(1.0);
    let question = texts.text("review-rather");
    widgets::label(ui, &question, Face::Interface.size(12.0), muted);
    wrapped(ui, |ui| {
        for (index, other) in Kind::ALL.into_iter().enumerate() {
            if other == mention.kind
                || (!other.is_name() && mention.kind.is_name() && other != Kind::Role)
            {
                continue;
            }
            if kind_button(ui, other, index + 1, texts).clicked() {
                commands.push(Command::Correct(Edit::SetMentionKind {
                    mention: id,
                    kind: other,
                }));
            }
        }
        if mention.kind.is_name() {
            let words = texts.text("do-pick-meant");
            if link(ui, Icon::Person, &words).clicked() {
                commands.push(Command::ShowDialog(Dialog::pick(Picking::Meant(id))));
            }
        }
    });
}

fn statement(
    ui: &mut Ui,
    session: &Session,
    opened: &Opened,
    id: StatementId,
    texts: &Texts,
    commands: &mut Commands,
) {
    let palette = palette(ui);
    let Some(row) = opened.row(id) else { return };
    let (ink, muted) = (color(palette.ink), color(palette.muted));
    let speaker = labels::speaker(&row.speaker, texts);
    let kind = texts.text(labels::statement(row.kind));
    widgets::label(ui, &speaker, Face::Strong.size(14.0), ink);
    let how = if row.cue.is_empty() {
        kind
    } else {
        format!("{kind} · {}", row.cue)
    };
    widgets::label(ui, &how, Face::Interface.size(12.5), muted);
    let width = ui.available_width();
    let font = Face::Text.size(15.0);
    let galley = widgets::lines(ui, &row.text, font, Some(21.0), ink, width, 8);
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &row.text));
    ui.painter().galley(rect.min, galley, ink);
    sureness(ui, opened.findings().statement(id).confidence, texts);
    wrapped(ui, |ui| {
        let keys = &session.settings.keys;
        let words = texts.text("do-pick-speaker");
        let hint = keys.hint(&words, "do-pick-speaker", texts);
        let response = link(ui, Icon::Person, &words).on_hover_text(hint);
        if response.clicked() {
            commands.push(Command::ShowDialog(Dialog::pick(Picking::Speaker(id))));
        }
    });
}

/// „2 Organisation“, with the pattern of the kind.
fn kind_button(ui: &mut Ui, kind: Kind, number: usize, texts: &Texts) -> Response {
    let palette = palette(ui);
    let words = texts.text(labels::kind(kind));
    let (ink, muted) = (color(palette.ink), color(palette.muted));
    let digit = widgets::line(
        ui,
        &number.to_string(),
        Face::Medium.size(11.5),
        muted,
        20.0,
    );
    let galley = widgets::line(ui, &words, Face::Interface.size(12.5), ink, f32::INFINITY);
    let size = vec2(galley.size().x + digit.size().x + 24.0, 25.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let spoken = texts.with("review-retype", &[("kind", (&words).into())]);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
    state_file::place(ui.ctx(), &spoken, rect);
    let tint = palette.line(kind);
    let fill = if response.hovered() { 0.2 } else { 0.08 };
    ui.painter().rect(
        rect,
        CornerRadius::same(7),
        color(tint.over(palette.card, fill)),
        Stroke::new(1.0, color(tint.over(palette.card, 0.4))),
        StrokeKind::Inside,
    );
    let middle = rect.center().y;
    let at = pos2(rect.left() + 8.0, middle - digit.size().y / 2.0);
    let after = at.x + digit.size().x + 7.0;
    ui.painter().galley(at, digit, muted);
    let at = pos2(after, middle - galley.size().y / 2.0);
    ui.painter().galley(at, galley, ink);
    widgets::focus_ring(ui, rect, &response, 7);
    response
        .on_hover_text(spoken)
        .on_hover_cursor(CursorIcon::PointingHand)
}

/// A sign and words, without a frame.
fn link(ui: &mut Ui, icon: Icon, words: &str) -> Response {
    let palette = palette(ui);
    let ink = color(palette.ink);
    let galley = widgets::line(ui, words, Face::Interface.size(12.5), ink, f32::INFINITY);
    let size = vec2(galley.size().x + 32.0, 25.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, words));
    state_file::place(ui.ctx(), words, rect);
    let fill = if response.hovered() {
        palette.muted.over(palette.card, 0.22)
    } else {
        palette.raised
    };
    ui.painter()
        .rect_filled(rect, CornerRadius::same(7), color(fill));
    let sign = Rect::from_min_size(rect.min, vec2(26.0, 25.0));
    icons::paint(ui.painter(), sign, icon, color(palette.muted));
    let at = pos2(rect.left() + 25.0, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, ink);
    widgets::focus_ring(ui, rect, &response, 7);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// The words around a place, within its paragraph and between words.
fn around(opened: &Opened, place: Span) -> Span {
    let text = opened.document().text();
    let block = block(opened, place).hull(place);
    let mut start = place.start().saturating_sub(REACH).max(block.start());
    let mut end = (place.end() + REACH).min(block.end());
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    while !text.is_char_boundary(end) {
        end += 1;
    }
    if block.start() < start {
        let before = &text[start..place.start()];
        start += before.find(' ').map_or(before.len(), |space| space + 1);
    }
    if end < block.end() {
        let after = &text[place.end()..end];
        end = place.end() + after.rfind(' ').unwrap_or(0);
    }
    Span::new(start, end)
}

fn block(opened: &Opened, place: Span) -> Span {
    let blocks = &opened.document().article.blocks;
    let index = blocks.partition_point(|block| block.span.end() <= place.start());
    blocks.get(index).map_or(place, |block| block.span)
}

fn is_cut_before(opened: &Opened, around: Span) -> bool {
    block(opened, around).start() < around.start()
}

fn is_cut_after(opened: &Opened, around: Span) -> bool {
    around.end() < block(opened, around).end()
}
