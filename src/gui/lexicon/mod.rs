//! The personal lexicon in the window: what was learned, what is offered to be learned, and the sheet that shows it all.

pub mod keeper;
pub mod news;
pub mod offer;
pub mod sheet;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use crate::document::Kind;
use crate::german::personal_lexicon::file::{Fault, LexiconFile};
use crate::german::personal_lexicon::{Entry, PersonalLexicon};
use crate::view::learnable::learnable;

use super::command::Purpose;
use super::correcting::Done;
use super::session::Session;
use super::state::{Dialog, Effect, Says};
use keeper::{Change, Job};
use news::{Cause, News};

/// What the window knows of the personal lexicon.
#[derive(Debug, Default)]
pub struct Lexicon {
    /// As it was read last.
    pub file: Arc<LexiconFile>,
    /// Lines of the file that make no sense.
    pub faults: Vec<Fault>,
    /// Where it is kept; nowhere in tests.
    pub path: Option<PathBuf>,
    /// What may be learned from the last correction.
    pub offer: Option<Vec<Entry>>,
    /// What the reader has typed into the sheet.
    pub typed: Typed,
    /// What was removed since the sheet was opened, the last one last.
    pub removed: Vec<Entry>,
}

/// What the reader has typed into the sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// Only entries with this are listed.
    pub query: String,
    /// Words of a new entry.
    pub words: String,
    /// What the new entry says of them.
    pub reading: Reading,
    /// Name of the entity of a new entry.
    pub entity: String,
}

/// What an entry says of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// They name this.
    Name(Kind),
    /// They name nothing.
    Never,
    /// They announce nothing.
    NoCue,
}

impl Default for Reading {
    fn default() -> Self {
        Self::Name(Kind::Person)
    }
}

impl Reading {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 6] = [
        Self::Name(Kind::Person),
        Self::Name(Kind::Organisation),
        Self::Name(Kind::Location),
        Self::Name(Kind::Other),
        Self::Never,
        Self::NoCue,
    ];

    /// What an entry says.
    pub fn of(entry: &Entry) -> Self {
        match entry {
            Entry::Name { kind, .. } => Self::Name(*kind),
            Entry::Never { .. } => Self::Never,
            Entry::NoCue { .. } => Self::NoCue,
        }
    }
}

impl Typed {
    /// The new entry, if it makes sense.
    pub fn entry(&self) -> Option<Entry> {
        match self.reading {
            Reading::Name(kind) => Entry::name(&self.words, kind, Some(&self.entity)),
            Reading::Never => Entry::never(&self.words),
            Reading::NoCue => Entry::no_cue(&self.words),
        }
    }
}

/// Something to do with the personal lexicon.
#[derive(Clone, Debug)]
pub enum LexiconCommand {
    /// Open the sheet, or close it.
    Show,
    /// The reader has typed into the sheet.
    Type(Typed),
    /// Add what was typed.
    Add,
    /// Take an entry away.
    Remove(Entry),
    /// Put back what was taken away last.
    PutBack,
    /// Learn what is offered.
    Learn,
    /// Do not learn what is offered.
    Decline,
    /// Let the reader choose a file to take entries from.
    PickImport,
    /// Take the entries of a file.
    Import(PathBuf),
    /// Let the reader choose where a copy goes.
    PickExport,
    /// Write a copy.
    Export(PathBuf),
    /// Something has happened to the file.
    News(Box<News>),
    /// The article on screen stays as it was read.
    KeepReading,
}

impl Session {
    pub(super) fn run_lexicon(&mut self, command: LexiconCommand) -> Option<Effect> {
        match command {
            LexiconCommand::Show => {
                self.lexicon.removed.clear();
                self.lexicon.typed = Typed::default();
                self.show_dialog(Dialog::Lexicon);
            }
            LexiconCommand::Type(typed) => self.lexicon.typed = typed,
            LexiconCommand::Add => {
                let entry = self.lexicon.typed.entry()?;
                let typed = &mut self.lexicon.typed;
                (typed.words, typed.entity) = (String::new(), String::new());
                // What was just added is to be seen.
                typed.query.clear();
                return Some(change(Change::Add(vec![entry])));
            }
            LexiconCommand::Remove(entry) => {
                self.lexicon.removed.push(entry.clone());
                return Some(change(Change::Remove(vec![entry])));
            }
            LexiconCommand::PutBack => {
                let entry = self.lexicon.removed.pop()?;
                return Some(change(Change::Add(vec![entry])));
            }
            LexiconCommand::Learn => match self.lexicon.offer.take() {
                Some(entries) => return Some(change(Change::Add(entries))),
                // The reader wants to teach something else.
                None => return self.run_lexicon(LexiconCommand::Show),
            },
            LexiconCommand::Decline => self.lexicon.offer = None,
            LexiconCommand::PickImport => return Some(Effect::PickFile(Purpose::ImportLexicon)),
            LexiconCommand::Import(path) => return Some(Effect::Lexicon(Job::Import(path))),
            LexiconCommand::PickExport => return Some(Effect::PickFile(Purpose::ExportLexicon)),
            LexiconCommand::Export(path) => return Some(Effect::Lexicon(Job::Export(path))),
            LexiconCommand::News(news) => self.hear_of_lexicon(*news),
            LexiconCommand::KeepReading => self.desk_mut().is_taught_otherwise = false,
        }
        None
    }

    /// Offers to learn from the correction that was just made.
    pub(super) fn offer_to_learn(&mut self) {
        self.lexicon.offer = None;
        let Some((_, Done::Made(edit))) = &self.done else {
            return;
        };
        let Some(opened) = &self.desk().opened else {
            return;
        };
        let mut entries = learnable(opened.document().text(), opened.findings(), edit);
        entries.retain(|entry| !self.lexicon.file.entries().any(|known| known == entry));
        self.lexicon.offer = (!entries.is_empty()).then_some(entries);
    }

    fn hear_of_lexicon(&mut self, news: News) {
        let News {
            file,
            faults,
            path,
            cause,
        } = news;
        let is_new = !file.entries().eq(self.lexicon.file.entries());
        if is_new && cause != Cause::Loaded {
            self.note_other_readings(&file);
        }
        (self.lexicon.file, self.lexicon.path) = (file, path);
        let has_new_faults = faults != self.lexicon.faults && !faults.is_empty();
        self.lexicon.faults = faults;
        match cause {
            Cause::ChangedOnDisk if is_new => self.say(Says::LexiconReadAgain),
            Cause::Loaded | Cause::Changed | Cause::ChangedOnDisk => {}
            Cause::Imported {
                n_new,
                n_known,
                contradicting,
                n_faults,
            } => self.say(Says::LexiconImported {
                n_new,
                n_known,
                contradicting,
                n_faults,
            }),
            Cause::ImportFailed(path, reason) => {
                self.say(Says::LexiconImportFailed(path, reason));
            }
            Cause::Exported(path) => self.say(Says::Exported(path)),
            Cause::Failed(path, reason) => self.say(Says::ExportFailed(path, reason)),
        }
        if has_new_faults {
            let lines = self.lexicon.faults.iter().map(|fault| fault.line).collect();
            self.say(Says::LexiconFaults(lines));
        }
    }

    /// Notes which open articles would be read otherwise now.
    fn note_other_readings(&mut self, file: &LexiconFile) {
        let before: BTreeSet<&Entry> = self.lexicon.file.entries().collect();
        let after: BTreeSet<&Entry> = file.entries().collect();
        let changed = file.entries().filter(|entry| !before.contains(entry));
        let gone = self.lexicon.file.entries();
        let changed = changed.chain(gone.filter(|entry| !after.contains(entry)));
        let changed: Vec<Entry> = changed.cloned().collect();
        let has_cues = changed.iter().any(|it| matches!(it, Entry::NoCue { .. }));
        let names = PersonalLexicon::new(changed);
        for desk in &mut self.desks {
            let is_read = desk
                .source
                .as_ref()
                .is_some_and(|source| !source.is_review());
            let text = desk.opened.as_ref().map(|opened| opened.document().text());
            let concerns = |text: &str| has_cues || !names.hits(text).is_empty();
            desk.is_taught_otherwise |= is_read && text.is_some_and(concerns);
        }
    }
}

fn change(change: Change) -> Effect {
    Effect::Lexicon(Job::Change(change))
}

#[cfg(test)]
mod tests;
