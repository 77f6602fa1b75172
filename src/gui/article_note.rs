//! The reader's note on the article: a sign in the bar below, and the field to write it above that.

use eframe::egui::{Popup, PopupCloseBehavior, RectAlign, Ui, Vec2, vec2};

use super::command::{Command, Commands};
use super::editing::{Field, Typing};
use super::fonts::Face;
use super::i18n::Texts;
use super::icons::Icon;
use super::inline_field;
use super::opened::Opened;
use super::session::Session;
use super::statement_actions::switch_of;
use super::theme::color;
use super::widgets::{self, palette};

const SIZE: Vec2 = vec2(22.0, 20.0);

/// Draws the sign, and the field while it is open.
pub fn ui(ui: &mut Ui, session: &Session, opened: &Opened, texts: &Texts, commands: &mut Commands) {
    let note = &opened.findings().note;
    let name = texts.text("note-article");
    let hint = if note.is_empty() {
        name.clone()
    } else {
        format!("{name}: {note}")
    };
    let button = switch_of(ui, Icon::Note, &hint, !note.is_empty(), SIZE);
    if button.clicked() {
        commands.push(Command::Words(Typing::Begin(Field::ArticleNote)));
    }
    let Some(editing) = inline_field::open(session, &Field::ArticleNote) else {
        return;
    };
    Popup::from_response(&button)
        .accessible_name(&name)
        .align(RectAlign::TOP_START)
        .gap(6.0)
        .close_behavior(PopupCloseBehavior::IgnoreClicks)
        .show(|ui| {
            ui.set_width(340.0);
            let ink = color(palette(ui).ink);
            widgets::label(ui, &name, Face::Strong.size(12.5), ink);
            let field = texts.text("note-article-field");
            inline_field::note(ui, editing, &field, texts, commands);
        });
}
