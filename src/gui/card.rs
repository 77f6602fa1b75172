//! A statement as a card: who says it, what is said, how, through whom, and how sure the program is.

use eframe::egui::{
    Align, CornerRadius, CursorIcon, Frame, Layout, Margin, Rect, Response, Role, Sense, Stroke,
    StrokeKind, Ui, UiBuilder, WidgetInfo, vec2,
};

use crate::view::statements::Row;

use super::command::Commands;
use super::fonts::Face;
use super::i18n::Texts;
use super::icons::{self, Icon};
use super::labels;
use super::opened::Opened;
use super::session::Session;
use super::state_file;
use super::statement_actions;
use super::theme::{self, color};
use super::widgets::{self, palette};
use super::{voices, why};

/// Rows of text on a card that is not in focus; one in focus shows everything.
const ROWS: usize = 4;

/// What cards have in common.
#[derive(Clone, Copy)]
pub struct Cards<'a> {
    /// The window.
    pub session: &'a Session,
    /// The article.
    pub opened: &'a Opened,
    /// The language.
    pub texts: &'a Texts,
}

/// A statement as a card.
pub fn card(
    ui: &mut Ui,
    cards: Cards<'_>,
    row: &Row,
    is_on: bool,
    commands: &mut Commands,
) -> Response {
    let spoken = spoken(cards, row);
    let palette = palette(ui);
    let builder = UiBuilder::new()
        .id_salt(("statement", row.id))
        .sense(Sense::click());
    let response = ui
        .scope_builder(builder, |ui| {
            let response = ui.response();
            let border = match (is_on, response.hovered()) {
                (true, _) => palette.accent,
                (false, true) => palette.muted.over(palette.card, 0.6),
                (false, false) => palette.hairline,
            };
            let fill = if is_on {
                palette.accent.over(palette.card, 0.07)
            } else {
                palette.card
            };
            Frame::new()
                .fill(color(fill))
                .stroke(Stroke::new(1.0, color(border)))
                .corner_radius(CornerRadius::same(10))
                .inner_margin(Margin::symmetric(14, 11))
                .show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    contents(ui, cards, row, is_on);
                    if is_on {
                        statement_actions::ui(ui, cards, row, commands);
                    }
                });
        })
        .response;
    if !is_on && response.contains_pointer() && !ui.ctx().any_popup_open() {
        statement_actions::corner(ui, response.rect, row, cards.texts, commands);
    }
    if is_on {
        // Over the border, not in its place: a wider one would leave less room, and break the lines anew.
        let stroke = Stroke::new(1.5, color(palette.accent));
        let corner = CornerRadius::same(10);
        ui.painter()
            .rect_stroke(response.rect, corner, stroke, StrokeKind::Inside);
    }
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, is_on, &spoken));
    state_file::place(ui.ctx(), &spoken, response.rect);
    if response.has_focus() {
        ui.painter().rect_stroke(
            response.rect.expand(2.0),
            CornerRadius::same(12),
            Stroke::new(2.0, color(palette.accent)),
            StrokeKind::Middle,
        );
    }
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// What assistive programs read: „Aussage, indirekt, distanzierend, Ella Rau, über dpa: …“.
fn spoken(cards: Cards<'_>, row: &Row) -> String {
    let texts = cards.texts;
    let kind = badges(row, texts).join(", ");
    let mut speaker = labels::speaker(&row.speaker, texts);
    if row.is_unnamed {
        speaker = texts.with("via-anonymous", &[("name", (&speaker).into())]);
    }
    if !row.via.is_empty() {
        let names = why::chain(cards.opened, row, texts).join(", ");
        let via = texts.with("statement-via", &[("names", (&names).into())]);
        speaker = format!("{speaker}, {via}");
    }
    texts.with(
        "statement-card",
        &[
            ("kind", (&kind).into()),
            ("speaker", (&speaker).into()),
            ("text", (&row.text).into()),
        ],
    )
}

/// „indirekt“, „schriftlich“, „distanzierend“.
fn badges(row: &Row, texts: &Texts) -> Vec<String> {
    let kind = Some(labels::statement(row.kind));
    let medium = labels::medium(row.medium).map(|(word, _)| word);
    let stance = labels::stance(row.stance).map(|(word, _)| word);
    let keys = [kind, medium, stance].into_iter().flatten();
    let words = keys.map(|key| texts.text(key));
    words
        .chain(statement_actions::verdict(row.verdict, texts))
        .collect()
}

fn contents(ui: &mut Ui, cards: Cards<'_>, row: &Row, is_on: bool) {
    let texts = cards.texts;
    let palette = palette(ui);
    let (ink, muted) = (color(palette.ink), color(palette.muted));
    ui.spacing_mut().item_spacing = vec2(6.0, 4.0);
    ui.spacing_mut().interact_size.y = 20.0;
    who(ui, cards, row);
    if let Some(role) = &row.speaker.role {
        let width = ui.available_width();
        let galley = widgets::line(ui, role, Face::Interface.size(12.5), muted, width);
        widgets::show(ui, galley);
    }
    let rows = if is_on { usize::MAX } else { ROWS };
    let width = ui.available_width();
    let font = theme::typeface(ui.ctx()).size(Face::Text, 15.0);
    let galley = widgets::lines(ui, &row.text, font, Some(21.0), ink, width, rows);
    widgets::show(ui, galley);
    ui.add_space(1.0);
    ui.scope(|ui| {
        ui.spacing_mut().interact_size.y = 17.0;
        ui.horizontal_wrapped(|ui| how(ui, cards, row, is_on));
    });
    let outer = row.inside.and_then(|id| cards.opened.row(id));
    if let Some(outer) = outer {
        let words = part_of(row, outer, texts);
        let width = ui.available_width();
        let galley = widgets::line(ui, &words, Face::Interface.size(12.5), muted, width);
        widgets::show(ui, galley);
    }
}

/// Name and confidence, each with the reason behind it.
fn who(ui: &mut Ui, cards: Cards<'_>, row: &Row) {
    let texts = cards.texts;
    let palette = palette(ui);
    ui.horizontal(|ui| {
        if cards.session.voices {
            let tint = cards.opened.voices.tint(&row.speaker.key);
            voices::swatch(ui, tint);
        }
        let is_known = row.speaker.name.is_some();
        let shade = color(if is_known { palette.ink } else { palette.muted });
        let mark = row.is_unnamed.then(|| texts.text("anonymous-mark"));
        let room = ui.available_width() - 40.0 - if mark.is_some() { 68.0 } else { 0.0 };
        let name = labels::speaker(&row.speaker, texts);
        let galley = widgets::line(ui, &name, Face::Strong.size(14.0), shade, room);
        let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
        ui.painter().galley(rect.min, galley, shade);
        response.on_hover_ui(|ui| why::ui(ui, cards.opened, row, texts));
        if let Some(mark) = mark {
            widgets::badge(ui, &mark).on_hover_text(texts.text("anonymous-hint"));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let sure = why::sureness(row, texts);
            widgets::dots(ui, row.level, &sure)
                .on_hover_ui(|ui| why::ui(ui, cards.opened, row, texts));
        });
    });
}

/// Kind, medium and stance as badges, the cue, and the way the statement came: „über dpa ← Sicherheitskreise (anonym)“,
/// the last link before the reader first. An agency that has brought the whole article ends a chain; where there is none, only
/// the card in focus names it, since it would be on all of them.
fn how(ui: &mut Ui, cards: Cards<'_>, row: &Row, is_on: bool) {
    let texts = cards.texts;
    widgets::badge(ui, &texts.text(labels::statement(row.kind)));
    if let Some((word, hint)) = labels::medium(row.medium) {
        widgets::badge(ui, &texts.text(word)).on_hover_text(texts.text(hint));
    }
    if let Some((word, _)) = labels::stance(row.stance) {
        widgets::badge(ui, &texts.text(word)).on_hover_text(why::stance(row, texts));
    }
    if let Some(word) = statement_actions::verdict(row.verdict, texts) {
        widgets::mark(ui, &word);
    }
    if !row.note.is_empty() {
        let (rect, response) = ui.allocate_exact_size(vec2(16.0, 17.0), Sense::hover());
        icons::paint(ui.painter(), rect, Icon::Note, color(palette(ui).accent));
        response.on_hover_text(&row.note);
    }
    let muted = color(palette(ui).muted);
    let width = ui.max_rect().width();
    let small = |ui: &mut Ui, words: &str| {
        let galley = widgets::line(ui, words, Face::Interface.size(12.5), muted, width);
        let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
        ui.painter().galley(rect.min, galley, muted);
        response
    };
    if !row.cue.is_empty() {
        small(ui, &row.cue);
        ui.add_space(3.0);
    }
    let has_chain = !row.via.is_empty() || is_on;
    let chain = has_chain.then(|| why::chain(cards.opened, row, texts));
    for (index, name) in chain.unwrap_or_default().into_iter().enumerate() {
        let response = if index == 0 {
            let words = texts.with("statement-via", &[("names", (&name).into())]);
            small(ui, &words)
        } else {
            let (_, place) = ui.allocate_space(vec2(11.0, 15.0));
            let place = Rect::from_center_size(place.center() + vec2(0.0, 1.0), vec2(11.0, 11.0));
            icons::paint(ui.painter(), place, Icon::From, muted);
            small(ui, &name)
        };
        if let Some(way) = why::way(cards.opened, row, texts) {
            response.on_hover_text(way);
        }
    }
}

/// What a statement inside another one is a part of.
fn part_of(row: &Row, outer: &Row, texts: &Texts) -> String {
    let text = ("text", (&outer.text).into());
    if outer.speaker.key == row.speaker.key {
        texts.with("statement-part", &[text])
    } else {
        let name = labels::speaker(&outer.speaker, texts);
        texts.with("statement-inside", &[("speaker", (&name).into()), text])
    }
}

/// About how high a card is that has not been drawn yet: 44 characters fit in a line of 336 points.
pub fn guess(row: &Row, width: f32) -> f32 {
    let n_characters = row.text.len() as f32;
    let n_rows = (n_characters * 336.0 / (44.0 * width))
        .ceil()
        .clamp(1.0, ROWS as f32);
    let role = if row.speaker.role.is_some() {
        19.0
    } else {
        0.0
    };
    let inside = if row.inside.is_some() { 19.0 } else { 0.0 };
    74.0 + role + inside + 21.0 * n_rows
}
