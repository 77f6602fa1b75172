//! Statements that the reader has rejected, to be looked at again and taken back.

use eframe::egui::{CornerRadius, Frame, Margin, Stroke, Ui, vec2};

use crate::document::Verdict;
use crate::gui::card::Cards;
use crate::gui::command::{Command, Commands};
use crate::gui::fonts::Face;
use crate::gui::labels;
use crate::gui::theme::color;
use crate::gui::why;
use crate::gui::widgets::{self, Look, palette};
use crate::review::Edit;
use crate::view::statements::Row;

/// Draws them all, those out of sight only as room.
pub fn ui(ui: &mut Ui, cards: Cards<'_>, commands: &mut Commands) {
    if cards.opened.rejected.is_empty() {
        let words = cards.texts.text("no-statements-rejected");
        let ink = color(palette(ui).muted);
        widgets::label(ui, &words, Face::Interface.size(13.5), ink);
    }
    for row in &cards.opened.rejected {
        one(ui, cards, row, commands);
    }
}

fn one(ui: &mut Ui, cards: Cards<'_>, row: &Row, commands: &mut Commands) {
    let texts = cards.texts;
    let palette = palette(ui);
    let muted = color(palette.muted);
    Frame::new()
        .stroke(Stroke::new(1.0, color(palette.hairline)))
        .corner_radius(CornerRadius::same(10))
        .inner_margin(Margin::symmetric(14, 11))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing = vec2(6.0, 5.0);
            let name = labels::speaker(&row.speaker, texts);
            widgets::label(ui, &name, Face::Medium.size(13.5), muted);
            widgets::label(ui, &row.text, Face::Interface.size(13.5), muted);
            let words = why::provenance(cards.opened, row.id, texts);
            widgets::label(ui, &words, Face::Interface.size(12.0), muted);
            let words = texts.text("statement-take-back");
            let spoken = texts.with("statement-take-back-name", &[("text", (&row.text).into())]);
            if widgets::button(ui, None, &words, &spoken, Look::Plain).clicked() {
                commands.push(Command::Correct(Edit::JudgeStatement {
                    statement: row.id,
                    verdict: Verdict::Open,
                }));
            }
        });
}
