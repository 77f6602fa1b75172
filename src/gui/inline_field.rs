//! A field in the place of what is shown: a name, a role or a note while it is typed.

use eframe::egui::{FontId, Id, Key, Modifiers, Response, TextEdit, Ui, vec2};

use super::command::{Command, Commands};
use super::editing::{Editing, Field, Typing};
use super::fonts::Face;
use super::i18n::Texts;
use super::session::Session;
use super::state_file;
use super::theme::color;
use super::widgets::{self, palette};

/// What is being typed, if it is this.
pub fn open<'a>(session: &'a Session, field: &Field) -> Option<&'a Editing> {
    let editing = session.editing.as_ref()?;
    let is_it = match (&editing.field, field) {
        // Which mentions are to be split off changes while the name is typed.
        (Field::Split(one, _), Field::Split(other, _)) => one == other,
        (one, other) => one == other,
    };
    is_it.then_some(editing)
}

/// A field for one line: Enter makes it count, as does leaving it; Esc does not.
pub fn line(
    ui: &mut Ui,
    editing: &Editing,
    font: FontId,
    name: &str,
    commands: &mut Commands,
) -> Response {
    let mut typed = editing.typed.clone();
    let id = Id::unique(("inline field", editing.number));
    let is_new = takes_keyboard(ui, id);
    let output = TextEdit::singleline(&mut typed)
        .id(id)
        .font(font)
        .desired_width(f32::INFINITY)
        .margin(vec2(8.0, 5.0))
        .show(ui);
    let response = output.response.response;
    if is_new {
        response.request_focus();
        select_all(ui, id, &typed);
    }
    done(ui, editing, &response, typed, name, is_new, commands);
    response
}

/// A field for one line that stays open while something else is clicked: Enter makes it count, Esc closes it.
pub fn lasting(ui: &mut Ui, editing: &Editing, name: &str, commands: &mut Commands) {
    let mut typed = editing.typed.clone();
    let id = Id::unique(("inline field", editing.number));
    let is_new = takes_keyboard(ui, id);
    let has_keyboard = ui.memory(|memory| memory.has_focus(id));
    let is_pressed = |key| has_keyboard && ui.input(|input| input.key_pressed(key));
    let (is_entered, is_escaped) = (is_pressed(Key::Enter), is_pressed(Key::Escape));
    let response = ui.add(
        TextEdit::singleline(&mut typed)
            .id(id)
            .hint_text(name)
            .font(Face::Interface.size(14.0))
            .desired_width(f32::INFINITY)
            .margin(vec2(8.0, 5.0)),
    );
    if is_new {
        response.request_focus();
    }
    state_file::place(ui.ctx(), name, response.rect);
    response.accessible_name(name);
    if typed != editing.typed {
        commands.push(Command::Words(Typing::Type(typed)));
    }
    if is_entered || is_escaped {
        commands.push(Command::Words(if is_entered {
            Typing::Finish
        } else {
            Typing::Cancel
        }));
    }
}

/// A field for a note: Enter begins a new line, leaving it or Ctrl+Enter makes it count, Esc does not.
pub fn note(ui: &mut Ui, editing: &Editing, name: &str, texts: &Texts, commands: &mut Commands) {
    let mut typed = editing.typed.clone();
    let id = Id::unique(("inline field", editing.number));
    let is_new = takes_keyboard(ui, id);
    let has_keyboard = ui.memory(|memory| memory.has_focus(id));
    let is_done =
        has_keyboard && ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    let response = ui.add(
        TextEdit::multiline(&mut typed)
            .id(id)
            .hint_text(texts.text("note-hint"))
            .font(Face::Interface.size(13.5))
            .desired_width(f32::INFINITY)
            .desired_rows(3)
            .margin(vec2(9.0, 7.0)),
    );
    if is_new {
        response.request_focus();
    }
    if is_done {
        commands.push(Command::Words(Typing::Type(typed.clone())));
        commands.push(Command::Words(Typing::Finish));
        response.surrender_focus();
        return;
    }
    done(ui, editing, &response, typed, name, is_new, commands);
    let ink = color(palette(ui).muted);
    let words = texts.text("note-keys");
    widgets::label(ui, &words, Face::Interface.size(11.5), ink);
}

/// Whether the keyboard has not been there yet.
fn takes_keyboard(ui: &Ui, id: Id) -> bool {
    let seen = id.with("seen");
    let was_seen = ui.data_mut(|data| data.get_temp::<bool>(seen).unwrap_or_default());
    ui.data_mut(|data| data.insert_temp(seen, true));
    !was_seen
}

fn select_all(ui: &Ui, id: Id, typed: &str) {
    use eframe::egui::text::{CCursor, CCursorRange};
    let Some(mut state) = TextEdit::load_state(ui.ctx(), id) else {
        return;
    };
    let range = CCursorRange::two(CCursor::new(0), CCursor::new(typed.chars().count()));
    state.cursor.set_char_range(Some(range));
    state.store(ui.ctx(), id);
}

fn done(
    ui: &Ui,
    editing: &Editing,
    response: &Response,
    typed: String,
    name: &str,
    is_new: bool,
    commands: &mut Commands,
) {
    state_file::place(ui.ctx(), name, response.rect);
    response.clone().accessible_name(name);
    if typed != editing.typed {
        commands.push(Command::Words(Typing::Type(typed)));
    }
    if response.lost_focus() && !is_new {
        let is_escape = ui.input(|input| input.key_pressed(Key::Escape));
        commands.push(Command::Words(if is_escape {
            Typing::Cancel
        } else {
            Typing::Finish
        }));
    }
}
