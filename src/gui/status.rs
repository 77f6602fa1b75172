//! The line at the bottom: which file, how it was read, how much is in it, and that nothing leaves the computer.

use eframe::egui::{
    Align, CornerRadius, CursorIcon, Layout, Response, Role, Sense, Ui, WidgetInfo, vec2,
};

use super::command::{Command, Commands, ZoomStep};
use super::fonts::Face;
use super::i18n::Texts;
use super::icons::{self, Icon};
use super::session::Session;
use super::theme::color;
use super::widgets::{self, palette};

/// Draws the line.
pub fn ui(ui: &mut Ui, session: &Session, texts: &Texts, commands: &mut Commands) {
    ui.horizontal(|ui| {
        ui.set_height(20.0);
        ui.spacing_mut().item_spacing.x = 18.0;
        let ink = color(palette(ui).muted);
        let say =
            |ui: &mut Ui, words: &str| widgets::label(ui, words, Face::Interface.size(12.0), ink);
        if let Some(reading) = &session.desk().reading {
            say(ui, &reading_words(&reading.name, texts));
        }
        match &session.desk().opened {
            Some(opened) => {
                say(ui, &opened.name);
                let encoding = &opened.document().article.source.encoding;
                if !encoding.is_empty() {
                    let hint = texts.with("status-encoding", &[("name", encoding.into())]);
                    say(ui, encoding).on_hover_text(hint);
                }
                say(ui, &texts.count("n-words", opened.n_words));
                say(ui, &texts.count("n-statements", opened.rows.len()));
            }
            None if session.desk().reading.is_none() => {
                say(ui, &texts.text("status-ready"));
            }
            None => {}
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let hint = texts.text("status-offline-hint");
            say(ui, &texts.text("status-offline")).on_hover_text(hint);
            if session.desk().opened.is_some() {
                ui.spacing_mut().item_spacing.x = 4.0;
                ui.add_space(10.0);
                if small(ui, Icon::Plus, &texts.text("zoom-in")).clicked() {
                    commands.push(Command::Zoom(ZoomStep::In));
                }
                let percent = (session.settings.zoom() * 100.0).round() as usize;
                say(ui, &texts.count("status-zoom", percent));
                if small(ui, Icon::Minus, &texts.text("zoom-out")).clicked() {
                    commands.push(Command::Zoom(ZoomStep::Out));
                }
            }
        });
    });
}

/// „aleppo.txt wird gelesen …“.
pub fn reading_words(name: &str, texts: &Texts) -> String {
    if name.is_empty() {
        texts.text("reading-clipboard")
    } else {
        texts.with("reading-article", &[("name", name.into())])
    }
}

/// A button as high as the line.
fn small(ui: &mut Ui, icon: Icon, name: &str) -> Response {
    let palette = palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(22.0, 20.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    if response.hovered() {
        ui.painter()
            .rect_filled(rect, CornerRadius::same(5), color(palette.raised));
    }
    icons::paint(ui.painter(), rect, icon, color(palette.muted));
    widgets::focus_ring(ui, rect, &response, 5);
    response
        .on_hover_text(name)
        .on_hover_cursor(CursorIcon::PointingHand)
}
