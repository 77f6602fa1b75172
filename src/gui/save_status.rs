//! The word in the status bar that says whether corrections are saved.

use eframe::egui::{CornerRadius, CursorIcon, Role, Sense, Ui, WidgetInfo, vec2};

use super::command::{Command, Commands};
use super::fonts::Face;
use super::i18n::Texts;
use super::save_words;
use super::saving::SaveState;
use super::session::Session;
use super::theme::color;
use super::widgets::{self, palette};

/// Draws the word; where something is wrong, a click tries again.
pub fn ui(ui: &mut Ui, session: &Session, texts: &Texts, commands: &mut Commands) {
    let desk = session.desk();
    let palette = palette(ui);
    let (key, ink) = match desk.save_state() {
        SaveState::Nothing => return,
        SaveState::Saved => ("status-saved", palette.muted),
        SaveState::Saving => ("status-saving", palette.muted),
        SaveState::Unsaved => ("status-unsaved", palette.alarm),
    };
    let hint = match desk.save_state() {
        SaveState::Unsaved => {
            let reason = desk.saving.failure.as_ref();
            let reason = reason.map_or_else(
                || texts.text("failure-taken"),
                |reason| save_words::why(reason, texts),
            );
            texts.with("status-unsaved-hint", &[("reason", (&reason).into())])
        }
        SaveState::Saving => texts.text("status-saving-hint"),
        SaveState::Saved | SaveState::Nothing => {
            let path = desk.sidecar().map(|path| path.display().to_string());
            let path = path.unwrap_or_default();
            texts.with("status-saved-in", &[("path", (&path).into())])
        }
    };
    let words = texts.text(key);
    let galley = widgets::line(
        ui,
        &words,
        Face::Interface.size(12.0),
        color(ink),
        f32::INFINITY,
    );
    // As wide as the widest of the words, so that what stands beside it does not jump with every correction.
    let widest = ["status-saved", "status-saving", "status-unsaved"].map(|key| {
        let font = Face::Interface.size(12.0);
        widgets::line(ui, &texts.text(key), font, color(ink), f32::INFINITY)
            .size()
            .x
    });
    let width = widest.into_iter().fold(0.0, f32::max);
    let is_wrong = desk.save_state() == SaveState::Unsaved;
    let sense = if is_wrong {
        Sense::click()
    } else {
        Sense::hover()
    };
    let (rect, response) = ui.allocate_exact_size(vec2(width, galley.size().y + 4.0), sense);
    let role = if is_wrong { Role::Button } else { Role::Status };
    response.widget_info(|| WidgetInfo::labeled(role, true, &words));
    if is_wrong && response.hovered() {
        let corner = CornerRadius::same(5);
        ui.painter()
            .rect_filled(rect.expand(3.0), corner, color(palette.raised));
    }
    ui.painter()
        .galley(rect.min + vec2(0.0, 2.0), galley, color(ink));
    if is_wrong {
        widgets::focus_ring(ui, rect, &response, 5);
    }
    let response = response.on_hover_text(hint);
    if is_wrong && response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
        commands.push(Command::SaveNow);
    }
}
