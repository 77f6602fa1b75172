//! The list on the right, first tab: who says what.

mod filters;
mod group;
mod menu;
mod rejected;

use std::collections::BTreeMap;

use eframe::egui::style::ScrollAnimation;
use eframe::egui::{Align, Frame, Margin, Rect, ScrollArea, Ui, vec2};

use crate::document::{StatementId, Verdict};
use crate::view::listing::Order;
use crate::view::statements::Row;

use super::card::{Cards, card, guess};
use super::command::{Command, Commands};
use super::fonts::Face;
use super::i18n::Texts;
use super::opened::Opened;
use super::reader::place_of_card;
use super::session::Session;
use super::theme::color;
use super::widgets::{self, palette};

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

/// How far a statement inside another one stands in, where it follows that one.
const INDENT: f32 = 16.0;

impl StatementsPanel {
    /// Draws filters and cards.
    pub fn ui(&mut self, ui: &mut Ui, session: &Session, texts: &Texts, commands: &mut Commands) {
        let Some(opened) = &session.desk().opened else {
            return;
        };
        let focused = session.desk().focused_statement();
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
                .show(ui, |ui| filters::ui(ui, session, opened, texts, commands));
        }
        let cards = Cards {
            session,
            opened,
            texts,
        };
        ScrollArea::vertical()
            .id_salt(("statements", opened.serial))
            .auto_shrink(false)
            .show(ui, |ui| {
                let margin = Margin::symmetric(MARGIN as i8, 4);
                Frame::new().inner_margin(margin).show(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = 8.0;
                    if session.desk().filter.verdict == Some(Verdict::Rejected) {
                        rejected::ui(ui, cards, commands);
                        ui.add_space(16.0);
                        return;
                    }
                    if session.desk().listed.is_empty() {
                        nothing(ui, opened, texts);
                    }
                    let heights_for = Some((opened.serial, ui.available_width()));
                    if self.heights_for != heights_for {
                        self.heights_for = heights_for;
                        self.heights.clear();
                    }
                    if session.desk().filter.is_grouped {
                        self.grouped(ui, cards, commands);
                    } else {
                        self.plain(ui, cards, commands);
                    }
                    ui.add_space(16.0);
                });
            });
    }

    fn grouped(&mut self, ui: &mut Ui, cards: Cards<'_>, commands: &mut Commands) {
        let session = cards.session;
        for group in &session.desk().groups {
            let key = &group.speaker.key;
            let is_folded = session.desk().folded.contains(key);
            if group::heading(ui, cards, group, is_folded).clicked() {
                commands.push(Command::Fold(key.clone()));
            }
            if is_folded {
                continue;
            }
            for &index in &session.desk().listed[group.places.clone()] {
                if let Some(row) = cards.opened.rows.get(index) {
                    self.row(ui, cards, row, 0.0, commands);
                }
            }
            ui.add_space(6.0);
        }
    }

    fn plain(&mut self, ui: &mut Ui, cards: Cards<'_>, commands: &mut Commands) {
        let (session, opened) = (cards.session, cards.opened);
        let order = session.desk().filter.order;
        let mut above = None;
        for &index in &session.desk().listed {
            let Some(row) = opened.rows.get(index) else {
                continue;
            };
            if order == Order::KeyFirst && above != Some(row.key) {
                let is_whole = above.is_none() && !session.desk().filter.narrows();
                part(ui, row.key, above.is_none(), is_whole, cards.texts);
                above = Some(row.key);
            }
            let follows = order == Order::Text && row.inside.is_some();
            let indent = if follows { INDENT } else { 0.0 };
            self.row(ui, cards, row, indent, commands);
        }
    }

    fn row(
        &mut self,
        ui: &mut Ui,
        cards: Cards<'_>,
        row: &Row,
        indent: f32,
        commands: &mut Commands,
    ) {
        let is_on = self.seen == Some(row.id);
        let width = ui.available_width();
        let height = self.heights.get(&row.id).copied();
        let size = vec2(width, height.unwrap_or_else(|| guess(row, width - indent)));
        let place = Rect::from_min_size(ui.cursor().min, size);
        if !is_on && !ui.is_rect_visible(place.expand(100.0)) {
            // Thousands of cards are no burden as long as they are not on screen.
            ui.allocate_space(size);
            return;
        }
        let margin = Margin {
            left: indent as i8,
            ..Margin::ZERO
        };
        let response = Frame::new()
            .inner_margin(margin)
            .show(ui, |ui| {
                if self.seen.is_some() && !is_on {
                    // What is in focus stands out.
                    ui.multiply_opacity(0.82);
                }
                card(ui, cards, row, is_on, commands)
            })
            .inner;
        self.heights.insert(row.id, response.rect.height());
        if is_on {
            place_of_card(ui.ctx(), response.rect, ui.clip_rect());
        }
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
fn part(ui: &mut Ui, key: bool, is_first: bool, is_whole: bool, texts: &Texts) {
    let words = match (key, is_whole) {
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
