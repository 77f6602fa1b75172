//! The line at the bottom: which file, how it was read, how much is in it, and that nothing leaves the computer.

use eframe::egui::{
    Align, CornerRadius, CursorIcon, Layout, Popup, PopupCloseBehavior, Rect, Role, Sense, Ui,
    Vec2, WidgetInfo, pos2, vec2,
};

use crate::article::ENCODINGS;

use super::article_note;
use super::command::{Command, Commands, ZoomStep};
use super::done_line::DoneLine;
use super::fonts::Face;
use super::i18n::Texts;
use super::icons::{self, Icon};
use super::opened::Opened;
use super::save_status;
use super::session::Session;
use super::small_button::small_button;
use super::source::Source;
use super::theme::color;
use super::widgets::{self, palette};

const SMALL: Vec2 = vec2(22.0, 20.0);

/// Draws the line.
pub fn ui(
    ui: &mut Ui,
    done: &mut DoneLine,
    session: &Session,
    texts: &Texts,
    commands: &mut Commands,
) {
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
                article_note::ui(ui, session, opened, texts, commands);
                save_status::ui(ui, session, texts, commands);
                // What was just done takes the place of what does not change.
                if !done.ui(ui, session, texts, commands) {
                    if can_be_decoded_anew(session, opened) {
                        encoding(ui, opened, texts, commands);
                    }
                    agencies(ui, opened, texts);
                    say(ui, &texts.count("n-words", opened.n_words));
                    say(ui, &texts.count("n-statements", opened.rows.len()));
                }
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
                let hint = |action| {
                    let keys = &session.settings.keys;
                    keys.hint(&texts.text(action), action, texts)
                };
                if small_button(ui, Icon::Plus, &hint("do-zoom-in"), SMALL).clicked() {
                    commands.push(Command::Zoom(ZoomStep::In));
                }
                let percent = session.settings.typography.percent() as usize;
                say(ui, &texts.count("status-zoom", percent));
                if small_button(ui, Icon::Minus, &hint("do-zoom-out"), SMALL).clicked() {
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

/// The agencies that the article names as its sources: „Agenturen: dpa, AFP“.
fn agencies(ui: &mut Ui, opened: &Opened, texts: &Texts) {
    let agencies = &opened.document().article.source.agencies;
    if agencies.is_empty() {
        return;
    }
    let names = agencies.join(", ");
    let inserted = [("names", (&names).into()), ("n", agencies.len().into())];
    let words = texts.with("status-agencies", &inserted);
    let hint = match &opened.agency {
        Some(_) => "status-agencies-hint",
        None => "status-agencies-material",
    };
    let ink = color(palette(ui).muted);
    widgets::label(ui, &words, Face::Interface.size(12.0), ink).on_hover_text(texts.text(hint));
}

/// Whether the article was read from the bytes of a file: not so what was pasted, or came with saved annotations.
fn can_be_decoded_anew(session: &Session, opened: &Opened) -> bool {
    let path = session.desk().source.as_ref().and_then(Source::path);
    let source = &opened.document().article.source;
    !source.encoding.is_empty() && path.is_some() && path == source.path.as_deref()
}

/// The encoding, and a menu to choose another one.
fn encoding(ui: &mut Ui, opened: &Opened, texts: &Texts, commands: &mut Commands) {
    let source = &opened.document().article.source;
    let palette = palette(ui);
    let name = texts.with("status-encoding", &[("name", (&source.encoding).into())]);
    let font = Face::Interface.size(12.0);
    let ink = color(palette.muted);
    let galley = widgets::line(ui, &source.encoding, font, ink, f32::INFINITY);
    let (rect, response) = ui.allocate_exact_size(galley.size() + vec2(22.0, 4.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    if response.hovered() {
        let corner = CornerRadius::same(5);
        ui.painter()
            .rect_filled(rect, corner, color(palette.raised));
    }
    let at = rect.min + vec2(4.0, 2.0);
    let sign = Rect::from_min_max(pos2(rect.right() - 18.0, rect.top()), rect.max);
    ui.painter().galley(at, galley, ink);
    icons::paint(ui.painter(), sign, Icon::Unfolded, ink);
    widgets::focus_ring(ui, rect, &response, 5);
    let response = response
        .on_hover_text(format!("{name}\n{}", texts.text("status-encoding-hint")))
        .on_hover_cursor(CursorIcon::PointingHand);
    Popup::menu(&response)
        .accessible_name(&name)
        .close_behavior(PopupCloseBehavior::CloseOnClick)
        .show(|ui| {
            ui.set_width(190.0);
            ui.spacing_mut().item_spacing.y = 2.0;
            for encoding in ENCODINGS {
                let is_on = source.encoding == encoding;
                if widgets::choice(ui, encoding, is_on).clicked() {
                    commands.push(Command::ReadAgain(Some(encoding.to_owned())));
                }
            }
        });
}
