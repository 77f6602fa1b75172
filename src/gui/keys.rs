//! Turns keys into commands.

use eframe::egui::{Context, Event, Id, Key, KeyboardShortcut, Modifiers};

use super::actions::Action;
use super::command::Commands;
use super::keymap::Keymap;
use super::session::Session;
use super::state::Dialog;

/// Turns keys of this frame into commands. Those without a control key are left to text fields while one is in use.
pub fn gather(context: &Context, session: &Session, commands: &mut Commands) {
    if matches!(session.dialog, Some(Dialog::Keys)) {
        // The list of keys waits for a key to bind.
        return;
    }
    let is_key =
        |event: &Event| matches!(event, Event::Key { pressed: true, .. } | Event::Paste(_));
    if !context.input(|input| input.events.iter().any(is_key)) {
        return;
    }
    let is_elsewhere = context.text_edit_focused()
        || session.dialog.is_some()
        || session.desk().menu.is_some()
        || context.any_popup_open();
    for (keys, action) in session.settings.keys.bindings() {
        if is_elsewhere && !action.works_everywhere() {
            continue;
        }
        if keys.logical_key == Key::Escape && is_dragging(context) {
            // It stops the drag, and nothing else.
            context.input_mut(|input| input.consume_shortcut(&keys));
            continue;
        }
        // Enter is for what the keyboard is on.
        if keys.logical_key == Key::Enter && context.memory(|memory| memory.focused().is_some()) {
            continue;
        }
        let is_held = is_held(context, keys);
        if is_pressed(context, keys) && (!is_held || action.repeats()) {
            commands.push(action.command());
        }
    }
}

/// Where it is kept whether the mouse drags something that Escape lets go of.
pub fn dragging_id() -> Id {
    Id::unique("a drag that Escape ends")
}

fn is_dragging(context: &Context) -> bool {
    context.data(|data| data.get_temp(dragging_id()).unwrap_or(false))
}

/// Whether the keys of an action were pressed in this frame, for a menu that is open: they are for nobody else then.
pub fn takes(context: &Context, keymap: &Keymap, action: Action) -> bool {
    let is_pressed = |&keys: &KeyboardShortcut| {
        // Enter is for the row that the keyboard is on.
        keys.logical_key != Key::Enter && context.input_mut(|input| input.consume_shortcut(&keys))
    };
    keymap.keys(action).iter().any(is_pressed)
}

/// Whether the key has been down for a while, so that the system sends it again and again.
fn is_held(context: &Context, keys: KeyboardShortcut) -> bool {
    let is_it = |event: &Event| matches!(event, Event::Key { key, repeat: true, .. } if *key == keys.logical_key);
    context.input(|input| input.events.iter().any(is_it))
}

/// Whether keys were pressed in this frame; they are for nobody else then.
fn is_pressed(context: &Context, keys: KeyboardShortcut) -> bool {
    let paste = KeyboardShortcut::new(Modifiers::COMMAND, Key::V);
    if keys == paste {
        // The window library makes an event of its own of it, and looks at the clipboard.
        let is_paste = |event: &Event| matches!(event, Event::Paste(_));
        let is_pasted = context.input(|input| input.events.iter().any(is_paste));
        if is_pasted {
            return true;
        }
    }
    context.input_mut(|input| input.consume_shortcut(&keys))
}
