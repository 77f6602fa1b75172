//! A line above the article that says what is to be known of it before reading: it is not in German, or not whole.

use eframe::egui::{Align, Frame, Layout, Margin, Role, Sense, Ui, WidgetInfo};

use crate::article::{self, Language};

use super::command::{Command, Commands};
use super::desk::Desk;
use super::fonts::Face;
use super::i18n::Texts;
use super::icons::Icon;
use super::theme::color;
use super::widgets::{self, Look, palette};

/// Room for the button that closes the line.
const BUTTON: f32 = 40.0;

/// What is to be said of the article on a desk, unless the reader has seen it.
pub fn words(desk: &Desk, texts: &Texts) -> Option<String> {
    let opened = desk.opened.as_ref().filter(|_| !desk.is_remark_closed)?;
    let source = &opened.document().article.source;
    let remarks = [language(source, texts), stub(source, texts)];
    let remarks: Vec<String> = remarks.into_iter().flatten().collect();
    (!remarks.is_empty()).then(|| remarks.join(" "))
}

fn language(source: &article::Source, texts: &Texts) -> Option<String> {
    let key = match source.language {
        Language::German => return None,
        Language::English => "in-english",
        Language::French => "in-french",
        Language::Italian => "in-italian",
        Language::Spanish => "in-spanish",
        Language::Dutch => "in-dutch",
        Language::Danish => "in-danish",
        Language::Polish => "in-polish",
        Language::Turkish => "in-turkish",
    };
    let language = texts.text(key);
    Some(texts.with("remark-language", &[("language", (&language).into())]))
}

fn stub(source: &article::Source, texts: &Texts) -> Option<String> {
    source.is_stub.then(|| texts.text("remark-stub"))
}

/// Draws the line.
pub fn ui(ui: &mut Ui, words: &str, texts: &Texts, commands: &mut Commands) {
    let palette = palette(ui);
    let frame = Frame::new()
        .fill(color(palette.accent.over(palette.panel, 0.12)))
        .inner_margin(Margin::symmetric(16, 6));
    let shown = frame.show(ui, |ui| {
        ui.horizontal(|ui| {
            // In a narrow window it takes several lines: nothing of it may be missing.
            let room = (ui.available_width() - BUTTON).max(BUTTON);
            let (font, ink) = (Face::Interface.size(13.5), color(palette.ink));
            let galley = widgets::lines(ui, words, font, None, ink, room, usize::MAX);
            widgets::show(ui, galley);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let name = texts.text("report-close");
                if widgets::button(ui, Some(Icon::Close), "", &name, Look::Quiet).clicked() {
                    commands.push(Command::CloseRemark);
                }
            });
        });
    });
    let id = ui.scope_id().with("remark");
    let place = ui.interact(shown.response.rect, id, Sense::hover());
    place.widget_info(|| WidgetInfo::labeled(Role::Status, true, words));
}
