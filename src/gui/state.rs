//! The pieces of what the window shows: focus, tabs, dialogs, messages, and what the session asks for.

use std::path::PathBuf;
use std::time::SystemTime;

use serde::{Deserialize, Serialize};

use crate::document::{EntityId, MentionId, StatementId};
use crate::exchange;
use crate::exchange::balance::BalanceFormat;
use crate::exchange::sidecar::Trouble;

use super::checking::CheckList;
use super::citing::{CardWish, Errand};
use super::command::{Purpose, ReadFailure, Step};
use super::failures::WriteReason;
use super::lexicon::keeper::Job;
use super::picking::Picking;
use super::source::Source;

/// What the reader looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// One place of a name.
    Mention(MentionId),
    /// Somebody or something, wherever it is mentioned.
    Entity(EntityId),
    /// A statement.
    Statement(StatementId),
}

/// The lists on the right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// Who says what.
    #[default]
    Statements,
    /// All about the name in focus.
    Context,
    /// Who has how much of the article.
    Balance,
    /// What another annotation has otherwise.
    Comparison,
    /// What nobody has looked at yet.
    Review,
}

/// The colours of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ThemeChoice {
    /// As the system says.
    #[default]
    System,
    /// Dark ink on light paper.
    Light,
    /// Brown ink on the paper of an old book.
    Sepia,
    /// Light ink on dark paper.
    Dark,
    /// Black on white.
    ContrastLight,
    /// White on black.
    ContrastDark,
}

/// A dialog above everything else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// Choose what to export.
    Export,
    /// Look at a card before it is copied or written.
    Card(CardWish),
    /// Choose how everything looks.
    Appearance,
    /// Type a path, where the system has no file dialog.
    Path {
        /// What it is for.
        purpose: Purpose,
        /// What was typed so far.
        path: String,
    },
    /// Find a command, a name or a file by some of its letters.
    CommandPalette {
        /// What was typed so far.
        query: String,
        /// Which of what was found is chosen.
        chosen: usize,
    },
    /// What all keys do.
    Keys,

    /// All corrections, to go to one of them.
    Steps,
    /// Pick somebody by some letters of his name.
    Pick {
        /// What for.
        picking: Picking,
        /// What was typed so far.
        query: String,
        /// Which of what was found is chosen.
        chosen: usize,
    },

    /// Check places of a name one by one.
    Check(CheckList),

    /// All messages so far.
    Log,

    /// Choose between corrections that two windows have made.
    Conflict,
    /// The personal lexicon.
    Lexicon,
}

impl Dialog {
    /// The command palette as it opens.
    pub fn command_palette() -> Self {
        Self::CommandPalette {
            query: String::new(),
            chosen: 0,
        }
    }
}

impl Dialog {
    /// The dialog in which somebody is picked, as it opens.
    pub fn pick(picking: Picking) -> Self {
        Self::Pick {
            picking,
            query: String::new(),
            chosen: 0,
        }
    }
}

/// A message as it is kept after it was taken away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// When it was said.
    pub at: SystemTime,
    /// What it said.
    pub says: Says,
}

/// Something the program tells the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Tells messages apart.
    pub id: u64,
    /// What it says.
    pub says: Says,
}

/// What a message says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Says {
    /// A file is not shown.
    ReadFailed(ReadFailure),
    /// Files were written.
    Exported(PathBuf),
    /// A file was not written, and why.
    ExportFailed(PathBuf, WriteReason),
    /// There is nothing to export.
    NothingOpen,
    /// There is no text on the clipboard.
    NothingToPaste,
    /// Neither a statement nor words are chosen that could be cited.
    NothingToCite,
    /// The system does not let anything be put on the clipboard.
    CopyFailed,
    /// No more than this many tabs can be open.
    TooManyTabs(usize),
    /// Settings could not be kept, and why.
    SettingsFailed(WriteReason),

    /// Corrections are saved in this file.
    Saved(PathBuf),
    /// Corrections are saved in this file, since the folder of the article may not be written to.
    SavedElsewhere(PathBuf),
    /// Corrections are saved in this file, beside those that somebody else has made.
    SavedBeside(PathBuf),
    /// Corrections are not saved in this file, and why.
    SaveFailed(PathBuf, WriteReason),
    /// Closing the window loses corrections that cannot be saved.
    WouldBeLost,
    /// There are no corrections.
    NothingToSave,
    /// Corrections that were made before are not used, and why.
    ReviewNotUsed(Trouble),
    /// Corrections made in another window are shown now.
    TakenOver,
    /// Another program has changed the personal lexicon; it was read again.
    LexiconReadAgain,
    /// Entries were taken over from another file.
    LexiconImported {
        /// How many are new.
        n_new: usize,
        /// How many were there.
        n_known: usize,
        /// Words on which both say something else; what was there stays.
        contradicting: Vec<String>,
        /// How many lines of the other file make no sense.
        n_faults: usize,
    },
    /// A file with entries cannot be read, for the system's reason.
    LexiconImportFailed(PathBuf, String),
    /// These lines of the personal lexicon make no sense.
    LexiconFaults(Vec<usize>),
    /// The other annotation is one of another text.
    OtherText(PathBuf),
}

impl Says {
    /// Whether something went wrong.
    pub fn is_failure(&self) -> bool {
        match self {
            Self::ReadFailed(_)
            | Self::ExportFailed(..)
            | Self::NothingOpen
            | Self::NothingToPaste
            | Self::NothingToCite
            | Self::CopyFailed
            | Self::TooManyTabs(_)
            | Self::SettingsFailed(_)
            | Self::SaveFailed(..)
            | Self::WouldBeLost
            | Self::ReviewNotUsed(_)
            | Self::LexiconImportFailed(..)
            | Self::LexiconFaults(_)
            | Self::OtherText(_) => true,
            Self::Exported(_)
            | Self::Saved(_)
            | Self::SavedElsewhere(_)
            | Self::SavedBeside(_)
            | Self::NothingToSave
            | Self::TakenOver
            | Self::LexiconReadAgain
            | Self::LexiconImported { .. } => false,
        }
    }
}

/// What the session asks of the world outside.
#[derive(Clone, Debug)]
pub enum Effect {
    /// Put something on the clipboard.
    Copy(String),
    /// Copy or write a citation.
    Cite(Errand),
    /// Put the keyboard on the next or previous part of the window.
    StepRegion(Step),
    /// Fill the screen, or no longer.
    ToggleFullScreen,
    /// Show the dialog that chooses an article.
    PickArticle,
    /// Show the dialog that chooses a folder.
    PickFolder,
    /// Look at the clipboard.
    Paste,
    /// Show the dialog that chooses where to write; a file name is suggested.
    PickTarget(String),
    /// Read something; the answer bears this number.
    Read(u64, Source),
    /// Show the dialog that chooses where the balance is written to; a file name is suggested.
    PickBalanceTarget(BalanceFormat, String),
    /// Write the balance of the open article to this path.
    WriteBalance(BalanceFormat, PathBuf),
    /// Write an export of the open article next to, or as, this path.
    Write(PathBuf, exchange::Format, exchange::Filter),
    /// Find out what a format cannot hold of the open article; the answer bears this number.
    WeighExport(u64, exchange::Format, exchange::Filter),

    /// Do something with the file of the personal lexicon.
    Lexicon(Job),
    /// Read another annotation; the answer bears the serial number of the article.
    ReadOther(u64, PathBuf),
    /// Show the dialog that chooses a file for this.
    PickFile(Purpose),
}
