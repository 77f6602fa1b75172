//! Which keys do what: the usual ones, and those that the reader has chosen instead.

use std::collections::BTreeMap;

use eframe::egui::{Key, KeyboardShortcut, Modifiers};
use serde::{Deserialize, Serialize};

use super::actions::Action;
use super::i18n::Texts;

/// The reader's own keys: for the name of an action, keys in words ("Ctrl+Shift+O"). What cannot be read does not count.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Keymap(BTreeMap<String, Vec<String>>);

impl Keymap {
    /// The keys of an action.
    pub fn keys(&self, action: Action) -> Vec<KeyboardShortcut> {
        match self.0.get(action.name()) {
            Some(own) => own.iter().filter_map(|words| parse(words)).collect(),
            None => action.usual_keys().to_vec(),
        }
    }

    /// Words for a button with the key that does the same, as it is at the moment: „Artikel öffnen (Strg+O)“.
    pub fn hint(&self, words: &str, action: &str, texts: &Texts) -> String {
        let keys = Action::named(action).and_then(|action| self.keys(action).first().copied());
        match keys {
            Some(keys) => format!("{words} ({})", in_words(keys, texts)),
            None => words.to_owned(),
        }
    }

    /// Whether the reader has chosen keys for an action.
    pub fn is_own(&self, action: Action) -> bool {
        self.0.contains_key(action.name())
    }

    /// Gives an action one key. Whatever had it before no longer has it.
    pub fn bind(&mut self, action: Action, keys: KeyboardShortcut) {
        for other in Action::all().filter(|&other| other != action) {
            let mut bound = self.keys(other);
            if bound.contains(&keys) {
                bound.retain(|bound| *bound != keys);
                self.put(other, &bound);
            }
        }
        self.put(action, &[keys]);
    }

    fn put(&mut self, action: Action, keys: &[KeyboardShortcut]) {
        let words = keys.iter().copied().map(written).collect();
        self.0.insert(action.name().to_owned(), words);
    }

    /// Gives all actions their usual keys.
    pub fn reset(&mut self) {
        self.0.clear();
    }

    /// All keys with what they do. Those with more keys held down come first, since egui lets fewer stand for more.
    pub fn bindings(&self) -> Vec<(KeyboardShortcut, Action)> {
        let mut bindings: Vec<(KeyboardShortcut, Action)> = Action::all()
            .flat_map(|action| {
                self.keys(action)
                    .into_iter()
                    .map(move |keys| (keys, action))
            })
            .collect();
        bindings.sort_by_key(|(keys, _)| std::cmp::Reverse(n_held(keys.modifiers)));
        bindings
    }
}

fn n_held(modifiers: Modifiers) -> u8 {
    u8::from(modifiers.command || modifiers.ctrl)
        + u8::from(modifiers.alt)
        + u8::from(modifiers.shift)
}

/// As it is kept: "Ctrl+Shift+O".
fn written(keys: KeyboardShortcut) -> String {
    let mut words = String::new();
    for (is_held, name) in held(keys.modifiers)
        .into_iter()
        .zip(["Ctrl+", "Alt+", "Shift+"])
    {
        if is_held {
            words.push_str(name);
        }
    }
    words + keys.logical_key.name()
}

/// Ctrl (on a Mac Command), Alt, Shift.
fn held(modifiers: Modifiers) -> [bool; 3] {
    let is_control = modifiers.command || modifiers.ctrl;
    [is_control, modifiers.alt, modifiers.shift]
}

fn parse(words: &str) -> Option<KeyboardShortcut> {
    let mut modifiers = Modifiers::NONE;
    let mut rest = words;
    loop {
        let (modifier, after) = if let Some(after) = rest.strip_prefix("Ctrl+") {
            (Modifiers::COMMAND, after)
        } else if let Some(after) = rest.strip_prefix("Alt+") {
            (Modifiers::ALT, after)
        } else if let Some(after) = rest.strip_prefix("Shift+") {
            (Modifiers::SHIFT, after)
        } else {
            break;
        };
        modifiers = modifiers.plus(modifier);
        rest = after;
    }
    let key = Key::from_name(rest)?;
    Some(KeyboardShortcut::new(modifiers, key))
}

/// The same keys without what the system adds to them.
pub fn plain(keys: KeyboardShortcut) -> KeyboardShortcut {
    parse(&written(keys)).unwrap_or(keys)
}

/// In the reader's words: „Strg+Umschalt+O“.
pub fn in_words(keys: KeyboardShortcut, texts: &Texts) -> String {
    let mut words = String::new();
    let names = ["key-control", "key-alt", "key-shift"];
    for (is_held, name) in held(keys.modifiers).into_iter().zip(names) {
        if is_held {
            words.push_str(&texts.text(name));
            words.push('+');
        }
    }
    let named = match keys.logical_key {
        Key::Escape => "key-escape",
        Key::Tab => "key-tab",
        Key::Enter => "key-enter",
        Key::Space => "key-space",
        Key::Delete => "key-delete",
        Key::Backspace => "key-backspace",
        Key::Insert => "key-insert",
        Key::Home => "key-home",
        Key::End => "key-end",
        Key::PageUp => "key-page-up",
        Key::PageDown => "key-page-down",
        Key::ArrowLeft => "key-left",
        Key::ArrowRight => "key-right",
        Key::ArrowUp => "key-up",
        Key::ArrowDown => "key-down",
        key => return words + key.symbol_or_name(),
    };
    words + &texts.text(named)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gui::i18n::Language;

    fn action(name: &str) -> Action {
        Action::named(name).expect("there is one")
    }

    #[test]
    fn keys_are_read_as_they_are_written() {
        for action in Action::all() {
            for keys in action.usual_keys() {
                assert_eq!(parse(&written(*keys)), Some(*keys), "{}", written(*keys));
            }
        }
        assert_eq!(parse("Ctrl+Nonsense"), None);
        assert_eq!(parse(""), None);
    }

    #[test]
    fn a_key_does_one_thing_only() {
        let mut keymap = Keymap::default();
        let open = action("do-open").usual_keys()[0];
        keymap.bind(action("do-voices"), open);
        assert_eq!(keymap.keys(action("do-voices")), [open]);
        assert!(keymap.keys(action("do-open")).is_empty());
        let kept = serde_json::to_string(&keymap).expect("it can be written");
        let read: Keymap = serde_json::from_str(&kept).expect("it can be read");
        assert_eq!(read, keymap);
        keymap.reset();
        assert_eq!(keymap.keys(action("do-open")), [open]);
    }

    #[test]
    fn more_keys_held_down_come_first() {
        let bindings = Keymap::default().bindings();
        let place = |name| {
            let is_it = |(_, bound): &(KeyboardShortcut, Action)| *bound == action(name);
            bindings.iter().position(is_it)
        };
        assert!(place("do-open-folder") < place("do-open"));
        assert!(place("do-open") < place("do-voices"));
    }

    #[test]
    fn keys_are_named_in_the_readers_language() {
        let keys = action("do-open-folder").usual_keys()[0];
        assert_eq!(
            in_words(keys, &Texts::new(Language::German)),
            "Strg+Umschalt+O"
        );
        assert_eq!(
            in_words(keys, &Texts::new(Language::English)),
            "Ctrl+Shift+O"
        );
    }

    #[test]
    fn a_hint_names_the_key_as_it_is_at_the_moment() {
        let texts = Texts::new(Language::German);
        let mut keymap = Keymap::default();
        let hint = |keymap: &Keymap, name: &str| keymap.hint("Öffnen", name, &texts);
        assert_eq!(hint(&keymap, "do-open"), "Öffnen (Strg+O)");
        assert_eq!(hint(&keymap, "do-log"), "Öffnen");
        let other = KeyboardShortcut::new(Modifiers::ALT, Key::Y);
        keymap.bind(action("do-open"), other);
        assert_eq!(hint(&keymap, "do-open"), "Öffnen (Alt+Y)");
    }
}
