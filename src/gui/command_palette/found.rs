//! What the command palette finds: commands, names, tabs and files by some of their letters, in order.

use std::cmp::Reverse;
use std::path::Path;

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use crate::document::Kind;
use crate::gui::actions::Action;
use crate::gui::command::Command;
use crate::gui::desk::Desk;
use crate::gui::folder;
use crate::gui::i18n::Texts;
use crate::gui::keymap;
use crate::gui::session::Session;

/// More than this is not listed.
const MOST: usize = 60;

/// Something that was found.
#[derive(Clone, Debug)]
pub struct Found {
    /// What it is called.
    pub words: String,
    /// Positions of the letters in it that were typed, counted in characters.
    pub letters: Vec<u32>,
    /// What it is, or its keys.
    pub beside: String,
    /// What kind of name it is, if it is one.
    pub kind: Option<Kind>,
    /// What it does.
    pub command: Command,
}

/// Everything that fits `query`, the best first; without a query, commands first.
pub fn found(query: &str, session: &Session, texts: &Texts) -> Vec<Found> {
    let everything = everything(session, texts);
    if query.trim().is_empty() {
        return everything.into_iter().take(MOST).collect();
    }
    let mut matcher = Matcher::new(Config::DEFAULT);
    let pattern = Pattern::parse(query, CaseMatching::Ignore, Normalization::Smart);
    let mut buffer = Vec::new();
    let mut scored: Vec<(u32, usize)> = Vec::new();
    for (index, found) in everything.iter().enumerate() {
        let words = Utf32Str::new(&found.words, &mut buffer);
        if let Some(score) = pattern.score(words, &mut matcher) {
            scored.push((score, index));
        }
    }
    // Of what fits equally well, the first comes first.
    scored.sort_by_key(|&(score, index)| (Reverse(score), index));
    scored.truncate(MOST);
    let fitting = scored.into_iter().filter_map(|(_, index)| {
        let mut found = everything.get(index)?.clone();
        let words = Utf32Str::new(&found.words, &mut buffer);
        pattern.indices(words, &mut matcher, &mut found.letters);
        found.letters.sort_unstable();
        found.letters.dedup();
        Some(found)
    });
    fitting.collect()
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
            command: action.command(),
        });
    }
    let desks = session.desks().iter();
    let others = desks.filter(|desk| desk.id != session.desk().id && !desk.is_empty());
    everything.extend(others.filter_map(|desk| tab(desk, texts)));
    if let Some(opened) = &session.desk().opened {
        for group in &opened.groups {
            let kind = texts.text(crate::gui::labels::kind(group.kind));
            everything.extend(group.entries.iter().map(|entry| Found {
                words: entry.name.clone(),
                letters: Vec::new(),
                beside: kind.clone(),
                kind: Some(group.kind),
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
        command: Command::Open(path.to_owned()),
    }
}

fn tab(desk: &Desk, texts: &Texts) -> Option<Found> {
    Some(Found {
        words: desk.name().filter(|name| !name.is_empty())?.to_owned(),
        letters: Vec::new(),
        beside: texts.text("palette-tab"),
        kind: None,
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
