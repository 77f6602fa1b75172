//! The question after a correction: shall this be read so from now on? Nothing is learned without it.

use eframe::egui::accesskit::Live;
use eframe::egui::{Color32, Frame, Margin, Role, Shadow, Stroke, Ui, WidgetInfo};

use crate::german::personal_lexicon::Entry;
use crate::gui::command::{Command, Commands};
use crate::gui::fonts::Face;
use crate::gui::i18n::Texts;
use crate::gui::labels;
use crate::gui::theme::color;
use crate::gui::widgets::{self, Look, palette};

use super::LexiconCommand;

/// Draws the question.
pub fn ui(ui: &mut Ui, entries: &[Entry], texts: &Texts, commands: &mut Commands) {
    let palette = palette(ui);
    let question = question(entries, texts);
    let frame = Frame::new()
        .fill(color(palette.card))
        .stroke(Stroke::new(1.0, color(palette.hairline)))
        .corner_radius(10)
        .inner_margin(Margin::symmetric(16, 12))
        .shadow(Shadow {
            offset: [0, 4],
            blur: 18,
            spread: 0,
            color: Color32::from_black_alpha(50),
        });
    let shown = frame.show(ui, |ui| {
        ui.set_width(380.0);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            let ink = color(palette.ink);
            let font = Face::Medium.size(13.5);
            let galley = widgets::lines(ui, &question, font, None, ink, 380.0, 4);
            widgets::show(ui, galley);
            ui.horizontal(|ui| {
                let words = texts.text("lexicon-learn");
                if widgets::button(ui, None, &words, &words, Look::Primary).clicked() {
                    commands.push(Command::Lexicon(LexiconCommand::Learn));
                }
                let words = texts.text("lexicon-decline");
                if widgets::button(ui, None, &words, &words, Look::Plain).clicked() {
                    commands.push(Command::Lexicon(LexiconCommand::Decline));
                }
            });
        });
    });
    let response = shown.response;
    response.widget_info(|| WidgetInfo::labeled(Role::Status, true, &question));
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_live(Live::Polite));
}

/// „Al-Watan“ künftig als Organisation lesen?
fn question(entries: &[Entry], texts: &Texts) -> String {
    let quoted = entries.iter().map(|entry| {
        let words = entry.words();
        texts.with("lexicon-quoted", &[("words", words.into())])
    });
    let words = quoted.collect::<Vec<_>>().join(", ");
    match entries.first() {
        Some(Entry::Name {
            kind,
            entity: Some(entity),
            ..
        }) if entries.len() == 1 => {
            let kind = texts.text(labels::kind(*kind));
            let inserted = [
                ("words", (&words).into()),
                ("kind", (&kind).into()),
                ("entity", entity.into()),
            ];
            texts.with("lexicon-offer-entity", &inserted)
        }
        Some(Entry::Name { kind, .. }) => {
            let kind = texts.text(labels::kind(*kind));
            let inserted = [("words", (&words).into()), ("kind", (&kind).into())];
            texts.with("lexicon-offer-name", &inserted)
        }
        Some(Entry::Never { .. }) => {
            texts.with("lexicon-offer-never", &[("words", (&words).into())])
        }
        Some(Entry::NoCue { .. }) | None => {
            texts.with("lexicon-offer-cue", &[("words", (&words).into())])
        }
    }
}
