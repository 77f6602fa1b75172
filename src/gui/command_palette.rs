//! The command palette: everything that can be done or looked at, by some of its letters.

use std::path::Path;

use eframe::egui::Context;

use super::actions::Action;
use super::command::{Command, Commands};
use super::desk::Desk;
use super::finder::{Finder, Found, fuzzy};
use super::folder;
use super::i18n::Texts;
use super::keymap;
use super::session::{Dialog, Session};

/// More than this is not listed.
const MOST: usize = 60;

/// Draws the palette, if it is open.
pub fn ui(context: &Context, session: &Session, texts: &Texts, commands: &mut Commands) {
    let Some(Dialog::CommandPalette { query, chosen }) = &session.dialog else {
        return;
    };
    let found = found(query, session, texts);
    let finder = Finder {
        title: None,
        hint: texts.text("palette-hint"),
        name: texts.text("palette-field"),
        nothing: texts.text("palette-nothing"),
        query,
        chosen: *chosen,
        n_pinned: 0,
        n_fitting: found.len(),
        found,
    };
    finder.ui(context, "command palette", commands);
}

/// Everything that fits `query`, the best first; without a query, commands first.
fn found(query: &str, session: &Session, texts: &Texts) -> Vec<Found> {
    let everything = everything(session, texts);
    let words: Vec<&str> = everything
        .iter()
        .map(|found| found.words.as_str())
        .collect();
    let fits = fuzzy::fitting(query, &words, MOST).into_iter();
    let found = fits.filter_map(|fit| {
        let mut found = everything.get(fit.index)?.clone();
        found.letters = fit.letters;
        Some(found)
    });
    found.collect()
}

fn everything(session: &Session, texts: &Texts) -> Vec<Found> {
    let mut everything = Vec::new();
    for action in Action::all() {
        let keys = session.settings.keys.keys(action);
        let keys: Vec<String> = keys
            .iter()
            .map(|&keys| keymap::in_words(keys, texts))
            .collect();
        everything.push(Found {
            words: texts.text(action.name()),
            letters: Vec::new(),
            beside: keys.first().cloned().unwrap_or_default(),
            kind: None,
            is_on: false,
            command: action.command(),
        });
    }
    let desks = session.desks().iter();
    let others = desks.filter(|desk| desk.id != session.desk().id && !desk.is_empty());
    everything.extend(others.filter_map(|desk| tab(desk, texts)));
    if let Some(opened) = &session.desk().opened {
        for group in &opened.groups {
            let kind = texts.text(super::labels::kind(group.kind));
            everything.extend(group.entries.iter().map(|entry| Found {
                words: entry.name.clone(),
                letters: Vec::new(),
                beside: kind.clone(),
                kind: Some(group.kind),
                is_on: false,
                command: Command::FocusEntity(entry.id),
            }));
        }
    }
    if let Some(folder) = &session.desk().folder {
        everything.extend(folder.files.iter().map(|path| file(path, &folder.name)));
    }
    let recent = texts.text("palette-recent");
    everything.extend(
        session
            .settings
            .recent()
            .iter()
            .map(|path| file(path, &recent)),
    );
    everything
}

fn file(path: &Path, beside: &str) -> Found {
    Found {
        words: folder::name(path),
        letters: Vec::new(),
        beside: beside.to_owned(),
        kind: None,
        is_on: false,
        command: Command::Open(path.to_owned()),
    }
}

fn tab(desk: &Desk, texts: &Texts) -> Option<Found> {
    Some(Found {
        words: desk.name().filter(|name| !name.is_empty())?.to_owned(),
        letters: Vec::new(),
        beside: texts.text("palette-tab"),
        kind: None,
        is_on: false,
        command: Command::ShowDesk(desk.id),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gui::i18n::Language;

    fn words(query: &str) -> Vec<String> {
        let texts = Texts::new(Language::German);
        let found = found(query, &Session::default(), &texts);
        found.into_iter().map(|found| found.words).collect()
    }

    #[test]
    fn some_letters_are_enough_and_the_best_comes_first() {
        let texts = Texts::new(Language::German);
        let open = texts.text("do-open");
        assert_eq!(words(&open.to_lowercase())[0], open);
        let letters: String = open.chars().step_by(2).collect();
        assert!(words(&letters).contains(&open), "{letters}");
        assert!(words("qqqqxxx").is_empty());
    }

    #[test]
    fn umlauts_can_be_left_out_and_the_letters_that_fit_are_known() {
        let texts = Texts::new(Language::German);
        let found = found("offnen", &Session::default(), &texts);
        let first = found.first().expect("something is opened");
        assert!(
            first.words.to_lowercase().contains("öffnen"),
            "{}",
            first.words
        );
        assert_eq!(first.letters.len(), 6);
    }

    #[test]
    fn without_a_query_all_commands_are_there() {
        assert_eq!(words("").len(), Action::all().count().min(MOST));
    }
}
