//! Every key of the list does something.

use eframe::egui::{Event, Key, KeyboardShortcut, Memory, Modifiers};

use wortlaut::gui::actions::Action;
use wortlaut::gui::command::Command;
use wortlaut::gui::keymap::Keymap;
use wortlaut::review::Edit;

use crate::harness::Window;

/// Two articles, a closed third, something in focus, before it and after it, a correction made and one undone, larger text, and a search that is over.
fn prepared() -> Window {
    let mut window = Window::opened();
    for name in ["zwei.txt", "drei.txt"] {
        window.will_pick(name);
        window.click("Open");
        window.wait("the article", |session| {
            session.desk().opened.is_some() && session.desk().name() == Some(name)
        });
    }
    window.press_with_control(Key::W);
    window.press_with_control(Key::Plus);
    window.press_with_control(Key::F);
    window.harness.event(Event::Text("Bau".to_owned()));
    window.harness.run();
    window.press(Key::Escape);
    for key in [Key::J, Key::J, Key::J] {
        window.press(key);
    }
    press(&mut window, alt(Key::ArrowLeft));
    for note in ["zuerst", "danach"] {
        let note = note.to_owned();
        window.ask(Command::Correct(Edit::SetArticleNote { note }));
    }
    window.ask(Command::Undo);
    window
}

fn alt(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::ALT, key)
}

fn press(window: &mut Window, keys: KeyboardShortcut) {
    window
        .harness
        .key_press_modifiers(keys.modifiers, keys.logical_key);
    window.harness.run();
}

/// Everything that a key may change.
fn traces(window: &Window) -> String {
    let session = window.session();
    let desk = session.desk();
    let search = desk.search.as_ref();
    format!(
        "{:?}",
        (
            (session.desks().len(), desk.id, desk.source.as_ref()),
            (desk.focus, desk.tab, desk.jump, desk.selection, desk.menu),
            search.map(|search| (search.current, search.n_calls)),
            (session.voices, &session.dialog, session.log.len()),
            window.clipboard.clip.borrow().clone(),
            &session.editing,
            &session.settings,
            window.picker.n_asked(),
            window.harness.ctx.memory(Memory::focused),
            desk.opened
                .as_ref()
                .map(|opened| (opened.serial, opened.review().cursor())),
        )
    )
}

/// What corrects in the text needs something to correct.
fn go_where_it_works(window: &mut Window, action: &str) {
    let way: &[Key] = match action {
        "do-use-as-speaker" | "do-use-as-content" => &[Key::J, Key::W],
        "do-occurrences-all" => &[Key::Escape, Key::W, Key::W, Key::W, Key::Num4],
        "do-mark-menu" | "do-occurrences" | "do-confirm" | "do-reject" | "do-pick-meant"
        | "do-merge" | "do-rename" | "do-note" => &[Key::N],
        _ if action.contains("-edge-") => &[Key::N],
        _ if action.starts_with("do-mark-") => &[Key::W],
        _ => &[],
    };
    for &key in way {
        press(window, KeyboardShortcut::new(Modifiers::NONE, key));
    }
}

#[test]
fn no_key_of_the_list_is_in_vain() {
    for (keys, action) in Keymap::default().bindings() {
        // What it does is done by the system: the window has no screen here.
        if action.name() == "do-full-screen" {
            continue;
        }
        let mut window = prepared();
        if action.name() == "do-show-statements" {
            // It leads to where one is already.
            press(&mut window, alt(Key::Num2));
        }
        go_where_it_works(&mut window, action.name());
        let before = traces(&window);
        press(&mut window, keys);
        if action.name() == "do-read-again" {
            window.wait("the article", |session| session.desk().reading.is_none());
        }
        assert_ne!(before, traces(&window), "{} by {keys:?}", action.name());
    }
}

#[test]
fn what_has_no_key_is_in_the_palette() {
    for action in Action::all().filter(|action| action.usual_keys().is_empty()) {
        let texts = wortlaut::gui::i18n::Texts::new(wortlaut::gui::i18n::Language::English);
        let mut window = Window::opened();
        window.press_with_control(Key::K);
        let words = texts.text(action.name());
        window.harness.event(Event::Text(words.clone()));
        window.harness.run();
        assert!(window.shows(&words), "{words}");
    }
}
