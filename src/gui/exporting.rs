//! Writing what was found: which format, under which name, and what to do where the system has no file dialog.

use std::path::PathBuf;

use crate::exchange;
use crate::exchange::balance::BalanceFormat;

use super::citing::Citing;
use super::command::{Command, Purpose};
use super::comparing::ComparisonCommand;
use super::lexicon::LexiconCommand;
use super::session::Session;
use super::state::{Dialog, Effect, Says};

/// What a copy of the personal lexicon is called, unless the reader calls it otherwise.
pub const LEXICON_NAME: &str = "wortlaut-lexicon.tsv";

impl Session {
    pub(super) fn show_export(&mut self) -> Option<Effect> {
        if self.desk().opened.is_none() {
            self.say(Says::NothingOpen);
            return None;
        }
        self.dialog = Some(Dialog::Export);
        self.weigh_export()
    }

    /// Writes what is on screen. An ending that says a format has the last word: whoever types it means it.
    pub(super) fn export(&mut self, path: PathBuf) -> Option<Effect> {
        self.dialog = None;
        if self.desk().opened.is_some() {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let chosen = self.export_format();
            let said = exchange::Format::of_file_name(&name);
            // "rat.json" may well be meant for a format whose files are called "rat.spacy.json".
            let is_chosen = |said: &exchange::Format| {
                let mut endings = chosen.suffixes();
                said.suffixes()
                    .any(|said| endings.any(|ending| ending.ends_with(said)))
            };
            let format = said.filter(|said| !is_chosen(said)).unwrap_or(chosen);
            return Some(Effect::Write(path, format, self.export_filter()));
        }
        self.say(Says::NothingOpen);
        None
    }

    pub(super) fn pick_balance_target(&self, format: BalanceFormat) -> Effect {
        Effect::PickBalanceTarget(format, self.name_of_balance(format))
    }

    pub(super) fn ask_for_path(&mut self, purpose: Purpose) {
        let path = match purpose {
            Purpose::Open | Purpose::ImportLexicon | Purpose::Compare => String::new(),
            Purpose::ExportLexicon => LEXICON_NAME.to_owned(),
            Purpose::Export => self.suggested_name(),
            Purpose::Balance(format) => self.name_of_balance(format),
            Purpose::Card(wish) => self.name_of_card(wish),
        };
        self.dialog = Some(Dialog::Path { purpose, path });
    }

    pub(super) fn type_path(&mut self, typed: String) {
        if let Some(Dialog::Path { path, .. }) = &mut self.dialog {
            *path = typed;
        }
    }

    pub(super) fn accept_path(&mut self) -> Option<Effect> {
        let Some(Dialog::Path { purpose, path }) = self.dialog.take() else {
            return None;
        };
        let path = path.trim();
        if path.is_empty() {
            return None;
        }
        self.run(match purpose {
            Purpose::Open => Command::Open(path.into()),
            Purpose::ImportLexicon => Command::Lexicon(LexiconCommand::Import(path.into())),
            Purpose::Compare => Command::Compare(ComparisonCommand::Open(path.into())),
            Purpose::ExportLexicon => Command::Lexicon(LexiconCommand::Export(path.into())),
            Purpose::Export => Command::Export(path.into()),
            Purpose::Balance(format) => Command::ExportBalance(format, path.into()),
            Purpose::Card(wish) => Command::Cite(Citing::SaveCard(wish, path.into())),
        })
    }

    /// A name for the file that an export is written to: „aleppo.html“.
    pub(super) fn suggested_name(&self) -> String {
        let stem = match &self.desk().opened {
            Some(opened) => exchange::stem(&opened.document().article.source),
            None => String::new(),
        };
        let format = self.export_format();
        let mut suffixes = format.suffixes();
        let suffix = match (suffixes.next(), suffixes.next()) {
            (Some(only), None) => only,
            _ => format.name(),
        };
        format!("{stem}.{suffix}")
    }

    /// A name for the file that the balance is written to: „aleppo.balance.png“.
    fn name_of_balance(&self, format: BalanceFormat) -> String {
        let stem = match &self.desk().opened {
            Some(opened) => exchange::stem(&opened.document().article.source),
            None => String::new(),
        };
        format!("{stem}.balance.{}", format.suffix())
    }
}
