//! What can be done in the window: panels collect commands while they draw, the session runs them at the end of the frame.

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::KeyboardShortcut;

use crate::document::{EntityId, Kind, MentionId, StatementId, StatementKind, Verdict};
use crate::exchange;
use crate::exchange::balance::BalanceFormat;
use crate::exchange::import::Unfit;
use crate::exchange::sidecar::{Checksum, Reopened};
use crate::review::{Edit, Review};
use crate::span::Span;
use crate::view::concordance::Sorting;
use crate::view::listing::Order;
use crate::view::selection::Selection;
use crate::view::speaker::SpeakerKey;

use super::actions::Action;
use super::citing::{CardWish, Citing};
use super::comparing::ComparisonCommand;
use super::editing::Typing;
use super::failures::{ReadReason, WriteReason};
use super::folder::Folder;
use super::i18n::LanguageChoice;
use super::lexicon::LexiconCommand;
use super::marking::Marking;
use super::picking::Asked;
use super::reviewing::Reviewing;
use super::saver::{Saved, Version};
use super::saving::Choice;
use super::session::{Dialog, Tab, ThemeChoice};
use super::source::{Clip, Source};
use super::typography::{Typeface, Typography};

/// One thing to do.
#[derive(Clone, Debug)]
pub enum Command {
    /// Let the reader choose an article.
    PickArticle,
    /// Read an article from a file.
    Open(PathBuf),
    /// Read one of the examples that are built in.
    OpenExample(usize),
    /// A reading is done: number of the request, what came of it.
    Read(u64, Result<Arc<Review>, ReadFailure>),
    /// Let the reader choose a folder whose articles are listed.
    PickFolder,
    /// Read what is on the clipboard.
    Paste,
    /// What was on the clipboard; nothing if it holds no text.
    Pasted(Option<Clip>),
    /// Read the article on screen again, if need be in an encoding that the reader has chosen.
    ReadAgain(Option<String>),
    /// The file has changed, but the article stays as it was read.
    KeepOutdated,
    /// A file has changed since it was read.
    ChangedOnDisk(PathBuf),
    /// Show a tab.
    ShowDesk(u64),
    /// Show the next or previous tab.
    StepDesk(Step),
    /// Show an empty tab.
    AddDesk,
    /// Close a tab, or the one on screen.
    CloseDesk(Option<u64>),
    /// Open the file again whose tab was closed last.
    Reopen,
    /// What was to be read is a folder: number of the request, and the articles in it.
    Listed(u64, Folder),

    /// A reading is done, and there is a place for corrections: number of the request, what was read, what came of it.
    Reopened(u64, Source, Box<Reopened>),
    /// Corrections were saved, or were not.
    Saved(Version, Saved),
    /// A file with corrections was touched: the tab, the file, what it holds now if it is there.
    SidecarTouched(u64, PathBuf, Option<Checksum>),
    /// Save at once.
    SaveNow,
    /// What to do where somebody else has made other corrections.
    Resolve(Choice),
    /// List what became of corrections that did not stay where they were, or no longer.
    ListReport(bool),
    /// That has been seen.
    CloseReport,

    /// No file dialog can be shown on this system: ask for a path instead.
    AskForPath(Purpose),
    /// The reader typed into the path field.
    TypePath(String),
    /// Use the path that was typed.
    AcceptPath,

    /// Look at a mention.
    FocusMention(MentionId),
    /// The reader clicked where these lie on each other, the outermost first; with a key held down that says "outward".
    PickMention(Vec<MentionId>, bool),
    /// Look at an entity.
    FocusEntity(EntityId),
    /// Look at a statement.
    FocusStatement(StatementId),
    /// Look at nothing in particular; or close the dialog that is open.
    Leave,
    /// Look at what was in focus before.
    Back,
    /// Look at what was in focus before going back.
    Forward,
    /// Go to the next (true) or previous statement of the list.
    StepStatement(Step),
    /// Go to the next or previous mention: of the entity in focus, else of all.
    StepMention(Step),

    /// Make a correction.
    Correct(Edit),
    /// Take the last correction back.
    Undo,
    /// Make the correction again that was taken back last.
    Redo,
    /// Take corrections back or make them again until so many are in force.
    MoveToStep(usize),

    /// Ask for somebody for what is in focus: who says it, who is the same.
    Ask(Asked),
    /// Type a name, a role or a note in the place where it is shown.
    Words(Typing),
    /// What the reader calls himself in his corrections.
    NameReader(String),
    /// Go on among the findings that nobody has looked at.
    Review(Reviewing),

    /// Correct something where it stands in the text.
    Mark(Marking),

    /// Select some of the text, or nothing.
    Select(Option<Selection>),
    /// Select the whole article.
    SelectAll,
    /// Scroll the article to a place.
    GoTo(Span),
    /// Put the letter of its kind on every mark, or no longer.
    ToggleLetterTags,

    /// Look for something in the article.
    OpenSearch,
    /// Look for this, from the place in the text that is on top of the screen.
    Search(String, usize),
    /// Go to the next or previous hit.
    StepHit(Step),
    /// Look for nothing any more; stay where one is, or come back to where the search began.
    CloseSearch {
        /// Whether to stay.
        stays: bool,
    },

    /// Highlight a kind or not.
    Toggle(Kind),
    /// List statements by one speaker only, or by all.
    FilterSpeaker(Option<SpeakerKey>),
    /// List statements of one kind only, or of all.
    FilterKind(Option<StatementKind>),
    /// List only statements with a source that stays unnamed, or all.
    FilterAnonymous(bool),
    /// List only statements of which the program is so sure, 1 to 3, or all.
    FilterLevel(Option<u8>),
    /// List only statements of which the reader says this, or all that he has not rejected.
    FilterVerdict(Option<Verdict>),
    /// List only statements that a query finds.
    FilterWords(String),
    /// List all statements again.
    ClearFilter,
    /// List statements under a heading for each speaker, or not.
    Group(bool),
    /// Close or open the group of a speaker.
    Fold(SpeakerKey),
    /// Colour the article by who speaks, or no longer.
    ToggleVoices,
    /// List statements in another order.
    OrderBy(Order),
    /// List the places of the name in focus in another order.
    SortLines(Sorting),
    /// Show one of the lists on the right.
    Show(Tab),
    /// Show the list of names, or put it away.
    ToggleEntities,
    /// Show the lists on the right, or put them away.
    ToggleLists,
    /// Choose the colours of the window.
    SetTheme(ThemeChoice),
    /// German, English, or as the system says.
    SetLanguage(LanguageChoice),
    /// Make the article's text larger, smaller or normal.
    Zoom(ZoomStep),
    /// Make everything larger, smaller or normal.
    ZoomWindow(ZoomStep),
    /// Set the article in another way.
    SetTypography(Typography),
    /// Set the article in another typeface.
    SetTypeface(Typeface),
    /// Let nothing move by itself, or let it.
    ToggleMotion,
    /// Make everything look as it did at first.
    ResetAppearance,

    /// Fill the screen, or no longer.
    ToggleFullScreen,
    /// Put the keyboard on the next or previous part of the window.
    StepRegion(Step),
    /// Open a dialog; if it is open already, close it.
    ShowDialog(Dialog),
    /// The reader typed into the command palette, or where somebody is picked, or chose something there.
    ChangePalette {
        /// What was typed.
        query: String,
        /// Which of what is found is chosen.
        chosen: usize,
    },
    /// Give an action one key.
    Bind(Action, KeyboardShortcut),
    /// Give all actions their usual keys.
    ResetKeys,
    /// Put words on the clipboard.
    Copy(String),
    /// Do something with citations.
    Cite(Citing),

    /// Open the export dialog.
    ShowExport,
    /// Choose a format in the export dialog.
    ChooseFormat(exchange::Format),
    /// Export only what is shown, or everything.
    FilterExport(bool),
    /// What of the file that was read under this number did not fit.
    Unfit(u64, Vec<Unfit>),
    /// List what did not fit, or no longer.
    ListUnfit(bool),
    /// Be quiet about what did not fit.
    CloseUnfit,
    /// Takes the line away that says what is to be known of the article.
    CloseRemark,
    /// What a format cannot hold; the answer to this request.
    ExportWeighed(u64, exchange::Losses),
    /// Let the reader choose where the export goes.
    PickTarget,
    /// Write the export to this file.
    Export(PathBuf),
    /// An export is done: the file and, if it failed, why.
    Exported(PathBuf, Result<(), WriteReason>),
    /// Settings could not be kept, for this reason.
    SettingsFailed(WriteReason),
    /// Let the reader choose where the balance goes.
    PickBalanceTarget(BalanceFormat),
    /// Write the balance to this file.
    ExportBalance(BalanceFormat, PathBuf),
    /// Close the sheet that says how everything looks; a dialog that has opened instead of it stays.
    CloseAppearance,
    /// Close the dialog on top.
    CloseDialog,
    /// Take a message away.
    Dismiss(u64),
    /// Take all messages away.
    DismissAll,

    /// Do something with the personal lexicon.
    Lexicon(LexiconCommand),
    /// Compare with another annotation of the article on screen.
    Compare(ComparisonCommand),
}

/// Why an article is not shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadFailure {
    /// The file as the reader knows it.
    pub name: String,
    /// What is wrong with it.
    pub reason: ReadReason,
}

/// One further or one back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Further.
    Next,
    /// Back.
    Previous,
}

/// A step of the text size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ZoomStep {
    /// Larger.
    In,
    /// Smaller.
    Out,
    /// As at first.
    Reset,
}

/// What a path is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// An article to read.
    Open,
    /// A file to write.
    Export,
    /// A file to write the balance to.
    Balance(BalanceFormat),
    /// A file to write a card to.
    Card(CardWish),

    /// A file with entries for the personal lexicon.
    ImportLexicon,
    /// A file to write a copy of the personal lexicon to.
    ExportLexicon,
    /// Another annotation of the article on screen.
    Compare,
}

/// Commands of one frame, in order.
#[derive(Debug, Default)]
pub struct Commands(Vec<Command>);

impl Commands {
    /// Adds one at the end.
    pub fn push(&mut self, command: Command) {
        self.0.push(command);
    }

    /// All of them; none are left.
    pub fn take(&mut self) -> Vec<Command> {
        std::mem::take(&mut self.0)
    }
}
