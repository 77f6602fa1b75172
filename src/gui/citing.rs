//! Citing: what is cited, what is copied of it, and the picture of it. No egui in here.

pub mod card_dialog;
pub mod words;

use std::path::PathBuf;

use crate::document::StatementId;
use crate::exchange;
use crate::exchange::card::Cut;
use crate::span::Span;
use crate::view::quoting;
use crate::view::selection::Selection;

use super::correcting::Done;
use super::opened::Opened;
use super::session::Session;
use super::state::{Dialog, Effect, Says};

/// What is cited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cited {
    /// A statement.
    Statement(StatementId),
    /// Some words of a statement.
    Part(StatementId, Span),
    /// Some words of the article.
    Words(Span),
}

/// As what something is copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// Plain text, and HTML for programs that take it.
    Citation,
    /// Markdown.
    Markdown,
}

/// A card that the reader wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CardWish {
    /// Of which opening of an article.
    pub serial: u64,
    /// Of what in it.
    pub cited: Cited,
    /// How it is cut.
    pub cut: Cut,
}

/// What was put on the clipboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copied {
    /// So many citations in a form.
    Citations(Form, usize),
    /// A card.
    Card,
}

/// What can be done with citations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Citing {
    /// Copy this statement, or else what is selected, or else the statement in focus.
    Copy(Option<StatementId>, Form),
    /// Copy all statements that are listed.
    CopyListed(Form),
    /// Show the card of this statement, or else of what is selected or in focus.
    ShowCard(Option<StatementId>),
    /// Cut the card that is shown in another way.
    Cut(Cut),
    /// Copy the card that is shown.
    CopyCard,
    /// Let the reader choose where the card that is shown is written to.
    PickCardTarget,
    /// Write a card to this file.
    SaveCard(CardWish, PathBuf),
    /// Something was put on the clipboard.
    Copied(Copied),
    /// Nothing could be put there.
    Failed,
}

/// What citing needs from outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Errand {
    /// Put citations on the clipboard.
    Copy(Vec<Cited>, Form),
    /// Put a card on the clipboard.
    CopyCard(CardWish),
    /// Show the dialog that chooses where a card is written to; a file name is suggested.
    PickCardTarget(CardWish, String),
    /// Write a card to this path.
    WriteCard(CardWish, PathBuf),
}

impl Session {
    pub(super) fn run_citing(&mut self, citing: Citing) -> Option<Effect> {
        match citing {
            Citing::Copy(statement, form) => {
                let cited = self.cited_or_say(statement)?;
                Some(Effect::Cite(Errand::Copy(vec![cited], form)))
            }
            Citing::CopyListed(form) => {
                let listed = self.listed_statements();
                if listed.is_empty() {
                    self.say(Says::NothingToCite);
                    return None;
                }
                Some(Effect::Cite(Errand::Copy(listed, form)))
            }
            Citing::ShowCard(statement) => {
                let cited = self.cited_or_say(statement)?;
                let serial = self.desk().opened.as_ref()?.serial;
                let cut = self.card_cut;
                self.show_dialog(Dialog::Card(CardWish { serial, cited, cut }));
                None
            }
            Citing::Cut(cut) => {
                self.card_cut = cut;
                if let Some(Dialog::Card(wish)) = &mut self.dialog {
                    wish.cut = cut;
                }
                None
            }
            Citing::CopyCard => {
                let wish = self.card_shown()?;
                self.dialog = None;
                Some(Effect::Cite(Errand::CopyCard(wish)))
            }
            Citing::PickCardTarget => {
                let wish = self.card_shown()?;
                let name = self.name_of_card(wish);
                Some(Effect::Cite(Errand::PickCardTarget(wish, name)))
            }
            Citing::SaveCard(wish, path) => {
                self.dialog = None;
                Some(Effect::Cite(Errand::WriteCard(wish, path)))
            }
            Citing::Copied(copied) => {
                self.done = Some((self.next_serial(), Done::Copied(copied)));
                None
            }
            Citing::Failed => {
                self.say(Says::CopyFailed);
                None
            }
        }
    }

    /// The article with this number, in whichever tab.
    pub(super) fn opened_as(&self, serial: u64) -> Option<&Opened> {
        let mut opened = self.desks().iter().filter_map(|desk| desk.opened.as_ref());
        opened.find(|opened| opened.serial == serial)
    }

    /// A name for the file that a card is written to: „aleppo.card-3.png“.
    pub(super) fn name_of_card(&self, wish: CardWish) -> String {
        let opened = self.opened_as(wish.serial);
        let stem = opened.map(|opened| exchange::stem(&opened.document().article.source));
        let number = match wish.cited {
            Cited::Statement(id) | Cited::Part(id, _) => format!("-{}", id.0 + 1),
            Cited::Words(_) => String::new(),
        };
        [&stem.unwrap_or_default(), ".card", &number, ".png"].concat()
    }

    fn card_shown(&self) -> Option<CardWish> {
        match self.dialog {
            Some(Dialog::Card(wish)) => Some(wish),
            _ => None,
        }
    }

    fn listed_statements(&self) -> Vec<Cited> {
        let desk = self.desk();
        let rows = desk.opened.iter().flat_map(|opened| {
            let listed = desk.listed.iter();
            listed.filter_map(|&index| opened.rows.get(index))
        });
        rows.map(|row| Cited::Statement(row.id)).collect()
    }

    fn cited_or_say(&mut self, statement: Option<StatementId>) -> Option<Cited> {
        let cited = statement.map(Cited::Statement).or_else(|| self.cited());
        if cited.is_none() {
            self.say(if self.desk().opened.is_some() {
                Says::NothingToCite
            } else {
                Says::NothingOpen
            });
        }
        cited
    }

    /// What is selected, or else the statement in focus.
    fn cited(&self) -> Option<Cited> {
        let desk = self.desk();
        let opened = desk.opened.as_ref()?;
        let span = desk.selection.map(Selection::span);
        let span = span.map(|span| span.trimmed(opened.document().text()));
        if let Some(span) = span.filter(|span| !span.is_empty()) {
            let span = quoting::whole_words(opened.document().text(), span);
            return Some(match quoting::statement_around(opened.findings(), span) {
                Some(id) => Cited::Part(id, span),
                None => Cited::Words(span),
            });
        }
        desk.focused_statement().map(Cited::Statement)
    }
}
