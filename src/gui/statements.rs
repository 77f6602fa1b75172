//! The list on the right, first tab: who says what.

use std::collections::BTreeMap;

use eframe::egui::style::ScrollAnimation;
use eframe::egui::{Align, ComboBox, Frame, Layout, Margin, Rect, ScrollArea, Ui, vec2};

use crate::document::{StatementId, StatementKind};
use crate::view::statements::Order;

use super::card::{card, guess};
use super::command::{Command, Commands};
use super::fonts::Face;
use super::i18n::Texts;
use super::labels;
use super::opened::Opened;
use super::session::Session;
use super::theme::color;
use super::widgets::{self, Look, palette};

/// The panel.
#[derive(Debug, Default)]
pub struct StatementsPanel {
    /// The statement in focus in the last frame.
    seen: Option<StatementId>,
    /// Frames left in which to bring it into view: cards on the way there turn out higher or lower than guessed.
    n_tries: u8,
    /// Heights of cards that have been drawn, for this opening and this width.
    heights: BTreeMap<StatementId, f32>,
    heights_for: Option<(u64, f32)>,
}

const MARGIN: f32 = 16.0;

impl StatementsPanel {
    /// Draws filters and cards.
    pub fn ui(&mut self, ui: &mut Ui, session: &Session, texts: &Texts, commands: &mut Commands) {
        let Some(opened) = &session.opened else {
            return;
        };
        let focused = session.focused_statement();
        if focused != self.seen {
            self.seen = focused;
            self.n_tries = 12;
        }

        if !opened.rows.is_empty() {
            let margin = Margin {
                left: MARGIN as i8,
                right: MARGIN as i8,
                top: 10,
                bottom: 8,
            };
            Frame::new()
                .inner_margin(margin)
                .show(ui, |ui| filters(ui, session, opened, texts, commands));
        }
        ScrollArea::vertical()
            .id_salt(("statements", opened.serial))
            .auto_shrink(false)
            .show(ui, |ui| {
                let margin = Margin::symmetric(MARGIN as i8, 4);
                Frame::new().inner_margin(margin).show(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = 8.0;
                    if session.listed.is_empty() {
                        nothing(ui, opened, texts);
                    }
                    let heights_for = Some((opened.serial, ui.available_width()));
                    if self.heights_for != heights_for {
                        self.heights_for = heights_for;
                        self.heights.clear();
                    }
                    let by_weight = session.filter.order == Order::KeyFirst;
                    let mut above = None;
                    for &index in &session.listed {
                        let Some(row) = opened.rows.get(index) else {
                            continue;
                        };
                        if by_weight && above != Some(row.key) {
                            part(ui, row.key, above.is_none(), texts);
                            above = Some(row.key);
                        }
                        let is_on = focused == Some(row.id);
                        let width = ui.available_width();
                        let height = self.heights.get(&row.id).copied();
                        let size = vec2(width, height.unwrap_or_else(|| guess(row, width)));
                        let place = Rect::from_min_size(ui.cursor().min, size);
                        if !is_on && !ui.is_rect_visible(place.expand(100.0)) {
                            // Thousands of cards are no burden as long as they are not on screen.
                            ui.allocate_space(size);
                            continue;
                        }
                        let response = card(ui, row, is_on, texts);
                        self.heights.insert(row.id, response.rect.height());
                        if is_on && 0 < self.n_tries {
                            self.n_tries -= 1;
                            if ui.clip_rect().contains_rect(response.rect) {
                                self.n_tries = 0;
                            } else {
                                let at_once = ScrollAnimation::none();
                                response.scroll_to_me_animation(Some(Align::Center), at_once);
                                ui.ctx().request_repaint();
                            }
                        }
                        if response.clicked() {
                            commands.push(Command::FocusStatement(row.id));
                        }
                    }
                    ui.add_space(16.0);
                });
            });
    }
}

fn nothing(ui: &mut Ui, opened: &Opened, texts: &Texts) {
    let palette = palette(ui);
    ui.add_space(10.0);
    if opened.rows.is_empty() {
        let words = texts.text("no-statements");
        widgets::label(ui, &words, Face::Strong.size(15.0), color(palette.ink));
        let words = texts.text("no-statements-hint");
        widgets::label(ui, &words, Face::Interface.size(13.0), color(palette.muted));
    } else {
        let words = texts.text("no-statements-filtered");
        widgets::label(ui, &words, Face::Interface.size(13.5), color(palette.muted));
    }
}

/// „Kernaussagen“ over the first part of the list, „Weitere Aussagen“ over the second.
fn part(ui: &mut Ui, key: bool, is_first: bool, texts: &Texts) {
    let words = match (key, is_first) {
        (true, _) => texts.text("statement-key"),
        (false, false) => texts.text("statement-rest"),
        (false, true) => texts.text("statement-all"),
    };
    if !is_first {
        ui.add_space(10.0);
    }
    let ink = color(palette(ui).muted);
    widgets::label(ui, &words, Face::Strong.size(12.0), ink);
}

fn filters(
    ui: &mut Ui,
    session: &Session,
    opened: &Opened,
    texts: &Texts,
    commands: &mut Commands,
) {
    let palette = palette(ui);
    let gap = 8.0;
    ui.spacing_mut().item_spacing.x = gap;
    ui.horizontal(|ui| {
        let half = (ui.available_width() - gap) / 2.0;
        by_speaker(ui, half, session, opened, texts, commands);
        by_kind(ui, half, session, opened, texts, commands);
    });
    ui.horizontal(|ui| {
        let words = texts.with(
            "n-of-m",
            &[
                ("n", session.listed.len().into()),
                ("m", opened.rows.len().into()),
            ],
        );
        widgets::label(ui, &words, Face::Medium.size(13.0), color(palette.ink));
        if session.filter.speaker.is_some() || session.filter.kind.is_some() {
            let words = texts.text("filter-clear");
            if widgets::button(ui, None, &words, &words, Look::Quiet).clicked() {
                commands.push(Command::FilterSpeaker(None));
                commands.push(Command::FilterKind(None));
            }
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let name = texts.text("filter-order");
            let shown = texts.text(labels::order(session.filter.order));
            let menu = ComboBox::from_id_salt("order").selected_text(shown);
            let response = menu.width(150.0).show_ui(ui, |ui| {
                for order in Order::ALL {
                    let words = texts.text(labels::order(order));
                    let is_on = session.filter.order == order;
                    if widgets::choice(ui, &words, is_on).clicked() {
                        commands.push(Command::OrderBy(order));
                    }
                }
            });
            response.response.accessible_name(name);
        });
    });
}

fn by_speaker(
    ui: &mut Ui,
    width: f32,
    session: &Session,
    opened: &Opened,
    texts: &Texts,
    commands: &mut Commands,
) {
    let all = texts.text("filter-speaker-all");
    let chosen = session.filter.speaker.as_ref().and_then(|key| {
        let choice = opened.speakers.iter();
        choice
            .map(|choice| &choice.speaker)
            .find(|speaker| speaker.key == *key)
    });
    let shown = match chosen {
        Some(speaker) => labels::speaker(speaker, texts),
        None => all.clone(),
    };
    let menu = ComboBox::from_id_salt("speaker").selected_text(shown);
    let response = menu
        .width(width)
        .truncate()
        .height(420.0)
        .show_ui(ui, |ui| {
            if widgets::choice(ui, &all, chosen.is_none()).clicked() {
                commands.push(Command::FilterSpeaker(None));
            }
            for choice in &opened.speakers {
                let name = labels::speaker(&choice.speaker, texts);
                let words = format!("{name} · {}", choice.n_statements);
                let is_on = session.filter.speaker.as_ref() == Some(&choice.speaker.key);
                if widgets::choice(ui, &words, is_on).clicked() {
                    commands.push(Command::FilterSpeaker(Some(choice.speaker.key.clone())));
                }
            }
        });
    response
        .response
        .accessible_name(texts.text("filter-speaker"));
}

fn by_kind(
    ui: &mut Ui,
    width: f32,
    session: &Session,
    opened: &Opened,
    texts: &Texts,
    commands: &mut Commands,
) {
    let all = texts.text("filter-kind-all");
    let shown = match session.filter.kind {
        Some(kind) => texts.text(labels::statement(kind)),
        None => all.clone(),
    };
    let menu = ComboBox::from_id_salt("kind").selected_text(shown);
    let response = menu.width(width).truncate().show_ui(ui, |ui| {
        if widgets::choice(ui, &all, session.filter.kind.is_none()).clicked() {
            commands.push(Command::FilterKind(None));
        }
        for kind in StatementKind::ALL {
            let n = opened.rows.iter().filter(|row| row.kind == kind).count();
            if n == 0 {
                continue;
            }
            let words = format!("{} · {n}", texts.text(labels::statement(kind)));
            let is_on = session.filter.kind == Some(kind);
            if widgets::choice(ui, &words, is_on).clicked() {
                commands.push(Command::FilterKind(Some(kind)));
            }
        }
    });
    response.response.accessible_name(texts.text("filter-kind"));
}
