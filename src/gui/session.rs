//! What the window shows at the moment: the open article, focus, filters, settings, messages. No egui in here.

use std::mem::discriminant;
use std::path::PathBuf;
use std::time::SystemTime;

use crate::exchange;
use crate::exchange::card::Cut;
use crate::view::listing::Filter;

use super::command::Command;
use super::correcting::Done;
use super::desk::Desk;
use super::editing::Editing;
use super::export_choice::ExportChoice;
use super::i18n::Language;
use super::lexicon::Lexicon;
use super::misfits::Misfits;
use super::saving::Leaving;
use super::settings::Settings;
use super::source::Source;

pub use super::state::{Dialog, Effect, Entry, Focus, Message, Says, Tab, ThemeChoice};

/// Messages that are kept; nobody reads more.
const MOST_ENTRIES: usize = 500;

/// The state of the window.
#[derive(Debug)]
pub struct Session {
    /// One for each tab; never none.
    pub(super) desks: Vec<Desk>,
    /// Which one is on screen.
    pub(super) current: usize,
    /// What the reader has set, kept from run to run.
    pub settings: Settings,
    /// Whether the article is coloured by who speaks; stays from article to article.
    pub voices: bool,
    /// What is chosen for the next export.
    pub export: ExportChoice,
    /// The format chosen for the export.
    pub format: Option<exchange::Format>,
    /// How cards are cut.
    pub(super) card_cut: Cut,
    /// The dialog on top.
    pub dialog: Option<Dialog>,
    /// Messages, the oldest first.
    pub messages: Vec<Message>,
    /// Everything that was said, the oldest first.
    pub log: Vec<Entry>,
    /// What came of the last correction, with a number that tells it from the one before.
    pub done: Option<(u64, Done)>,
    /// What is being typed in the place where it is shown.
    pub editing: Option<Editing>,
    /// The personal lexicon.
    pub lexicon: Lexicon,
    /// Whether the next article is opened to be compared with another annotation.
    pub(super) compares_next: bool,
    /// Files whose tabs were closed, the last one last.
    pub(super) closed: Vec<PathBuf>,
    /// Counts requests, jumps, tabs and messages.
    serial: u64,

    /// Closed tabs whose corrections are still to be written.
    pub(super) leaving: Vec<Leaving>,
}

impl Default for Session {
    fn default() -> Self {
        Self::new(Settings::default())
    }
}

impl Session {
    /// An empty window, set as the reader has set it.
    pub fn new(settings: Settings) -> Self {
        Self {
            desks: vec![Desk::default()],
            current: 0,
            settings,
            voices: false,
            export: ExportChoice::default(),
            format: None,
            card_cut: Cut::default(),
            dialog: None,
            messages: Vec::new(),
            log: Vec::new(),
            done: None,
            editing: None,
            lexicon: Lexicon::default(),
            compares_next: false,
            closed: Vec::new(),
            serial: 0,

            leaving: Vec::new(),
        }
    }

    /// What is on screen.
    pub fn desk(&self) -> &Desk {
        &self.desks[self.current]
    }

    /// What is on screen, to change it.
    pub(super) fn desk_mut(&mut self) -> &mut Desk {
        &mut self.desks[self.current]
    }

    /// All tabs, in their order.
    pub fn desks(&self) -> &[Desk] {
        &self.desks
    }

    /// The language to speak.
    pub fn language(&self) -> Language {
        self.settings.language.resolve()
    }

    /// Does one thing; what it needs from outside is returned.
    pub fn run(&mut self, command: Command) -> Option<Effect> {
        let desk = self.desk().id;
        let effect = self.execute(command);
        if self.desk().id != desk {
            // It was about another article.
            self.editing = None;
        }
        self.ask_about_conflict();
        let serial = &mut self.serial;
        self.desks[self.current].number_wish(|| {
            *serial += 1;
            *serial
        });
        effect
    }

    #[expect(clippy::too_many_lines, reason = "a table: one line for each command")]
    fn execute(&mut self, command: Command) -> Option<Effect> {
        match command {
            Command::PickArticle => return Some(Effect::PickArticle),
            Command::Open(path) => return self.open_source(Source::file(path)),
            Command::OpenExample(index) => return self.open_source(Source::Example(index)),
            Command::Read(request, outcome) => {
                self.read(request, outcome);
                return self.compare_next();
            }
            Command::Listed(request, folder) => self.list_folder(request, folder),

            Command::Reopened(request, source, reopened) => {
                self.reopened(request, source, *reopened);
                return self.compare_next();
            }
            Command::Saved(version, outcome) => self.saved(version, outcome),
            Command::SidecarTouched(desk, path, checksum) => {
                return self.sidecar_touched(desk, &path, checksum.as_ref());
            }
            Command::SaveNow => self.save_now(),
            Command::Resolve(choice) => return self.resolve(choice),
            Command::ListReport(lists) => self.desk_mut().saving.lists_report = lists,
            Command::CloseReport => self.desk_mut().saving.report = None,

            Command::PickFolder => return Some(Effect::PickFolder),
            Command::Paste => return Some(Effect::Paste),
            Command::Pasted(Some(clip)) => return self.open_source(Source::Clipboard(clip)),
            Command::Pasted(None) => self.say(Says::NothingToPaste),
            Command::ReadAgain(encoding) => return self.read_again(encoding),
            Command::KeepOutdated => self.desk_mut().is_outdated = false,
            Command::ChangedOnDisk(path) => self.changed_on_disk(&path),
            Command::ShowDesk(id) => self.show_desk(id),
            Command::StepDesk(step) => self.step_desk(step),
            Command::AddDesk => self.add_desk(),
            Command::CloseDesk(id) => self.close_desk(id.unwrap_or(self.desk().id)),
            Command::Reopen => return self.reopen(),
            Command::AskForPath(purpose) => self.ask_for_path(purpose),
            Command::TypePath(typed) => self.type_path(typed),
            Command::AcceptPath => return self.accept_path(),

            Command::FocusMention(id) => self.desk_mut().look_at(Focus::Mention(id)),
            Command::PickMention(layers, out) => self.desk_mut().pick_mention(&layers, out),
            Command::FocusEntity(id) => self.desk_mut().look_at(Focus::Entity(id)),
            Command::FocusStatement(id) => self.desk_mut().look_at(Focus::Statement(id)),
            Command::Leave => self.leave(),
            Command::Back => self.desk_mut().back(),
            Command::Forward => self.desk_mut().forward(),
            Command::StepStatement(step) => self.desk_mut().step_statement(step),
            Command::StepMention(step) => {
                let shown = self.settings.shown;
                self.desk_mut().step_mention(step, shown);
            }

            Command::Correct(edit) => self.correct(edit),
            Command::Undo => self.undo(),
            Command::Redo => self.redo(),
            Command::MoveToStep(cursor) => self.move_to_step(cursor),

            Command::Ask(asked) => self.ask(asked),
            Command::Words(typing) => self.edit_words(typing),
            Command::Review(reviewing) => self.go_on(reviewing),
            Command::NameReader(name) => self.settings.reader_name = name,

            Command::Mark(marking) => self.mark(marking),

            Command::Select(selection) => self.desk_mut().selection = selection,
            Command::SelectAll => self.desk_mut().select_all(),
            Command::GoTo(span) => self.desk_mut().jump_to(span),
            Command::ToggleLetterTags => self.settings.letter_tags = !self.settings.letter_tags,

            Command::OpenSearch => self.desk_mut().open_search(),
            Command::Search(typed, from) => self.desk_mut().search(typed, from),
            Command::StepHit(step) => self.desk_mut().step_hit(step),
            Command::CloseSearch { stays } => self.desk_mut().close_search(stays),

            Command::Toggle(kind) => self.settings.shown.toggle(kind),
            Command::FilterSpeaker(speaker) => self.arrange(|filter| filter.speaker = speaker),
            Command::FilterKind(kind) => self.arrange(|filter| filter.kind = kind),
            Command::FilterAnonymous(only) => self.arrange(|filter| filter.is_anonymous = only),
            Command::FilterLevel(level) => self.arrange(|filter| filter.level = level),
            Command::FilterVerdict(verdict) => self.arrange(|filter| filter.verdict = verdict),
            Command::FilterWords(words) => self.arrange(|filter| filter.words = words),
            Command::ClearFilter => self.arrange(|filter| *filter = filter.widened()),
            Command::OrderBy(order) => self.arrange(|filter| filter.order = order),
            Command::Group(is_grouped) => self.arrange(|filter| filter.is_grouped = is_grouped),
            Command::Fold(speaker) => self.desk_mut().fold(speaker),
            Command::ToggleVoices => self.voices = !self.voices,
            Command::SortLines(sorting) => self.desk_mut().sort_lines(sorting),
            Command::Show(tab) => self.show(tab),
            Command::ToggleEntities => {
                self.settings.hides_entities = !self.settings.hides_entities;
            }
            Command::ToggleLists => self.settings.hides_lists = !self.settings.hides_lists,
            Command::SetTheme(theme) => self.settings.theme = theme,
            Command::SetLanguage(language) => self.settings.language = language,
            Command::Zoom(step) => self.settings.zoom(step),
            Command::SetTypography(typography) => self.settings.typography = typography.fitted(),
            Command::SetTypeface(typeface) => self.settings.typography.typeface = typeface,
            Command::ZoomWindow(step) => self.settings.zoom_window(step),
            Command::ToggleMotion => {
                self.settings.reduced_motion = !self.settings.reduced_motion;
            }
            Command::ResetAppearance => self.settings.reset_appearance(),

            Command::ToggleFullScreen => return Some(Effect::ToggleFullScreen),
            Command::StepRegion(step) => return Some(Effect::StepRegion(step)),
            Command::ShowDialog(dialog) => self.show_dialog(dialog),
            Command::ChangePalette { query, chosen } => self.change_palette(query, chosen),
            Command::Bind(action, keys) => self.settings.keys.bind(action, keys),
            Command::ResetKeys => self.settings.keys.reset(),
            Command::Copy(words) => return Some(Effect::Copy(words)),
            Command::Cite(citing) => return self.run_citing(citing),

            Command::ShowExport => return self.show_export(),
            Command::ChooseFormat(format) => return self.choose_format(format),
            Command::FilterExport(is_filtered) => return self.filter_export(is_filtered),
            Command::Unfit(request, unfit) => self.tell_unfit(request, unfit),
            Command::ListUnfit(lists) => self.desk_mut().misfits.is_listed = lists,
            Command::CloseRemark => self.desk_mut().is_remark_closed = true,
            Command::CloseUnfit => self.desk_mut().misfits = Misfits::default(),
            Command::ExportWeighed(request, losses) => self.export_weighed(request, losses),
            Command::PickTarget => return Some(Effect::PickTarget(self.suggested_name())),
            Command::Export(path) => return self.export(path),
            Command::PickBalanceTarget(format) => return Some(self.pick_balance_target(format)),
            Command::ExportBalance(format, path) => {
                self.dialog = None;
                return Some(Effect::WriteBalance(format, path));
            }
            Command::Exported(path, outcome) => self.say(match outcome {
                Ok(()) => Says::Exported(path),
                Err(reason) => Says::ExportFailed(path, reason),
            }),
            Command::SettingsFailed(reason) => self.say(Says::SettingsFailed(reason)),
            Command::CloseAppearance => {
                self.dialog.take_if(|dialog| *dialog == Dialog::Appearance);
            }
            Command::CloseDialog => self.dialog = None,
            Command::Dismiss(id) => self.messages.retain(|message| message.id != id),
            Command::DismissAll => self.messages.clear(),

            Command::Lexicon(command) => return self.run_lexicon(command),
            Command::Compare(command) => return self.run_comparison(command),
        }
        None
    }

    pub(super) fn next_serial(&mut self) -> u64 {
        self.serial += 1;
        self.serial
    }

    /// The last number given.
    pub(super) fn serial(&self) -> u64 {
        self.serial
    }

    pub(super) fn say(&mut self, says: Says) {
        let id = self.next_serial();
        if self.log.len() == MOST_ENTRIES {
            self.log.remove(0);
        }
        self.log.push(Entry {
            at: SystemTime::now(),
            says: says.clone(),
        });
        // The same words twice would only hide what is below.
        self.messages.retain(|message| message.says != says);
        self.messages.push(Message { id, says });
    }

    /// Lists statements in another way.
    fn arrange(&mut self, change: impl FnOnce(&mut Filter)) {
        self.desk_mut().arrange(change);
    }

    /// Opens a dialog; the same one again closes it.
    pub(super) fn show_dialog(&mut self, dialog: Dialog) {
        let is_same = |open: &Dialog| discriminant(open) == discriminant(&dialog);
        let is_open = self.dialog.as_ref().is_some_and(is_same);
        self.dialog = (!is_open).then_some(dialog);
    }

    fn change_palette(&mut self, query: String, chosen: usize) {
        if let Some(
            Dialog::CommandPalette {
                query: typed,
                chosen: at,
            }
            | Dialog::Pick {
                query: typed,
                chosen: at,
                ..
            },
        ) = &mut self.dialog
        {
            (*typed, *at) = (query, chosen);
        }
    }

    fn leave(&mut self) {
        if self.editing.take().is_some() {
            // What was typed does not count.
        } else if self.dialog.is_some() {
            self.dialog = None;
        } else if self.desk().menu.is_some() {
            self.desk_mut().menu = None;
        } else if self.desk().search.is_some() {
            self.desk_mut().close_search(false);
        } else if self.desk().has_selection() {
            self.desk_mut().selection = None;
        } else if self.desk().offer.is_some() {
            self.desk_mut().offer = None;
        } else {
            self.desk_mut().look_away();
        }
    }
}

#[cfg(test)]
#[path = "session_tests.rs"]
mod tests;
