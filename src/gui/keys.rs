//! What keys do.

use eframe::egui::{Context, Key, Modifiers};

use super::command::{Command, Commands, Step, ZoomStep};
use super::session::Session;

/// Turns keys of this frame into commands. Letters are left to text fields while one is in use.
pub fn gather(context: &Context, session: &Session, commands: &mut Commands) {
    let mut pressed = |modifiers, key, command: Command| {
        if context.input_mut(|input| input.consume_key(modifiers, key)) {
            commands.push(command);
        }
    };
    pressed(Modifiers::COMMAND, Key::O, Command::PickArticle);
    pressed(Modifiers::COMMAND, Key::E, Command::ShowExport);
    pressed(Modifiers::COMMAND, Key::Comma, Command::ShowAppearance);
    pressed(Modifiers::COMMAND, Key::Plus, Command::Zoom(ZoomStep::In));
    pressed(Modifiers::COMMAND, Key::Equals, Command::Zoom(ZoomStep::In));
    pressed(Modifiers::COMMAND, Key::Minus, Command::Zoom(ZoomStep::Out));
    pressed(
        Modifiers::COMMAND,
        Key::Num0,
        Command::Zoom(ZoomStep::Reset),
    );
    let is_elsewhere =
        context.text_edit_focused() || session.dialog.is_some() || context.any_popup_open();
    if is_elsewhere {
        return;
    }
    pressed(Modifiers::NONE, Key::Escape, Command::Leave);
    pressed(Modifiers::NONE, Key::J, Command::StepStatement(Step::Next));
    pressed(
        Modifiers::NONE,
        Key::K,
        Command::StepStatement(Step::Previous),
    );
    pressed(Modifiers::NONE, Key::V, Command::ToggleVoices);
    pressed(Modifiers::NONE, Key::N, Command::StepMention(Step::Next));
    pressed(
        Modifiers::NONE,
        Key::P,
        Command::StepMention(Step::Previous),
    );
}
