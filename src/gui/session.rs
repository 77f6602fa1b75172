//! What the window shows at the moment: the open article, focus, filters, settings, messages. No egui in here.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::document::{EntityId, MentionId, StatementId};
use crate::exchange;
use crate::review::Review;
use crate::span::Span;
use crate::view::context::{self, Card};
use crate::view::listing::{self, Filter, Group};
use crate::view::nesting::{self, Nesting};
use crate::view::shown::Shown;
use crate::view::speaker::SpeakerKey;

use super::command::{Command, Purpose, ReadFailure, ZoomStep};
use super::i18n::{Language, LanguageChoice};
use super::opened::Opened;
use super::typography::Typography;

pub use super::state::{Dialog, Effect, Focus, Message, Says, Tab, ThemeChoice};

/// The state of the window.
#[derive(Debug, Default)]
pub struct Session {
    /// The article on screen.
    pub opened: Option<Opened>,
    /// The article that is being read: number of the request and name.
    pub reading: Option<(u64, String)>,
    /// What the reader looks at.
    pub focus: Option<Focus>,
    /// Everything about the name in focus; stays when the focus moves on to a statement.
    pub card: Option<Card>,
    /// What lies around and inside the mention in focus.
    pub nesting: Nesting,
    /// The mention in focus, if a click in the text has put it there: the next click means what lies around it.
    picked: Option<MentionId>,
    /// Where the article should scroll to, with a number that grows with each wish.
    pub jump: Option<(u64, Span)>,
    /// Which kinds are highlighted; stays from article to article.
    pub shown: Shown,
    /// Which statements are listed.
    pub filter: Filter,
    /// Positions in the rows of the open article that pass the filter, in its order.
    pub listed: Vec<usize>,
    /// Parts of the list, one for each speaker; none if it is not grouped.
    pub groups: Vec<Group>,
    /// Speakers whose group is closed.
    pub folded: BTreeSet<SpeakerKey>,
    /// Whether the article is coloured by who speaks; stays from article to article.
    pub voices: bool,
    /// The list on the right.
    pub tab: Tab,
    /// Brightness.
    pub theme: ThemeChoice,
    /// Language of the interface.
    pub language: LanguageChoice,
    /// How the article is set.
    pub typography: Typography,
    /// The format chosen for the export.
    pub format: Option<exchange::Format>,
    /// The dialog on top.
    pub dialog: Option<Dialog>,
    /// Messages, the oldest first.
    pub messages: Vec<Message>,
    /// Counts requests, jumps and messages.
    serial: u64,
}

impl Session {
    /// Text size, 1 is normal.
    pub fn zoom(&self) -> f32 {
        self.typography.zoom()
    }

    /// The format of the next export.
    pub fn export_format(&self) -> exchange::Format {
        self.format.unwrap_or(exchange::Format::Html)
    }

    /// The entity in focus: itself, or what the mention in focus stands for.
    pub fn focused_entity(&self) -> Option<EntityId> {
        match self.focus? {
            Focus::Entity(id) => Some(id),
            Focus::Mention(id) => self.opened.as_ref()?.findings().mention(id).entity,
            Focus::Statement(_) => None,
        }
    }

    /// The statement in focus.
    pub fn focused_statement(&self) -> Option<StatementId> {
        match self.focus? {
            Focus::Statement(id) => Some(id),
            Focus::Mention(_) | Focus::Entity(_) => None,
        }
    }

    /// The language to speak.
    pub fn language(&self) -> Language {
        self.language.resolve()
    }

    /// Does one thing; what it needs from outside is returned.
    pub fn run(&mut self, command: Command) -> Option<Effect> {
        match command {
            Command::PickArticle => {
                self.dialog = None;
                return Some(Effect::PickArticle);
            }
            Command::Open(path) => {
                let name = file_name(&path);
                let request = self.start_reading(name);
                return Some(Effect::Read(request, path));
            }
            Command::OpenExample(index) => {
                let name = super::examples::file_name(index).to_owned();
                let request = self.start_reading(name);
                return Some(Effect::ReadExample(request, index));
            }
            Command::Read(request, outcome) => self.read(request, outcome),
            Command::AskForPath(purpose) => {
                let path = match purpose {
                    Purpose::Open => String::new(),
                    Purpose::Export => self.suggested_name(),
                };
                self.dialog = Some(Dialog::Path { purpose, path });
            }
            Command::TypePath(typed) => {
                if let Some(Dialog::Path { path, .. }) = &mut self.dialog {
                    *path = typed;
                }
            }
            Command::AcceptPath => return self.accept_path(),

            Command::FocusMention(id) => self.focus_mention(id),
            Command::PickMention(layers, outward) => self.pick_mention(&layers, outward),
            Command::FocusEntity(id) => self.focus_entity(id),
            Command::FocusStatement(id) => self.focus_statement(id),
            Command::Leave => self.leave(),
            Command::StepStatement(step) => self.step_statement(step),
            Command::StepMention(step) => self.step_mention(step),

            Command::Toggle(kind) => self.shown.toggle(kind),
            Command::FilterSpeaker(speaker) => self.arrange(|filter| filter.speaker = speaker),
            Command::FilterKind(kind) => self.arrange(|filter| filter.kind = kind),
            Command::FilterAnonymous(only) => self.arrange(|filter| filter.is_anonymous = only),
            Command::ClearFilter => self.arrange(|filter| *filter = filter.widened()),
            Command::OrderBy(order) => self.arrange(|filter| filter.order = order),
            Command::Group(is_grouped) => self.arrange(|filter| filter.is_grouped = is_grouped),
            Command::Fold(speaker) => {
                if !self.folded.remove(&speaker) {
                    self.folded.insert(speaker);
                }
            }
            Command::ToggleVoices => self.voices = !self.voices,
            Command::Show(tab) => self.tab = tab,
            Command::SetTheme(theme) => self.theme = theme,
            Command::SetLanguage(language) => self.language = language,
            Command::Zoom(step) => {
                let steps = &mut self.typography.size_steps;
                *steps = match step {
                    ZoomStep::In => *steps + 1,
                    ZoomStep::Out => *steps - 1,
                    ZoomStep::Reset => 0,
                };
                self.typography = self.typography.fitted();
            }

            Command::ShowExport => {
                if self.opened.is_some() {
                    self.dialog = Some(Dialog::Export);
                } else {
                    self.say(Says::NothingOpen);
                }
            }
            Command::ChooseFormat(format) => self.format = Some(format),
            Command::PickTarget => return Some(Effect::PickTarget(self.suggested_name())),
            Command::Export(path) => {
                self.dialog = None;
                if self.opened.is_some() {
                    return Some(Effect::Write(path, self.export_format()));
                }
                self.say(Says::NothingOpen);
            }
            Command::Exported(path, outcome) => self.say(match outcome {
                Ok(()) => Says::Exported(path),
                Err(reason) => Says::ExportFailed(path, reason),
            }),
            Command::CloseDialog => self.dialog = None,
            Command::Dismiss(id) => self.messages.retain(|message| message.id != id),
        }
        None
    }

    fn next_serial(&mut self) -> u64 {
        self.serial += 1;
        self.serial
    }

    fn say(&mut self, says: Says) {
        let id = self.next_serial();
        // The same words twice would only hide what is below.
        self.messages.retain(|message| message.says != says);
        self.messages.push(Message { id, says });
    }

    fn start_reading(&mut self, name: String) -> u64 {
        let request = self.next_serial();
        self.reading = Some((request, name));
        request
    }

    fn read(&mut self, request: u64, outcome: Result<Arc<Review>, ReadFailure>) {
        let is_awaited = self.reading.as_ref().is_some_and(|(id, _)| *id == request);
        if !is_awaited {
            return;
        }
        let name = self.reading.take().map(|(_, name)| name);
        match outcome {
            Ok(review) => {
                self.opened = Some(Opened::new(review, name.unwrap_or_default(), request));
                self.focus = None;
                self.card = None;
                self.nesting = Nesting::default();
                self.jump = None;
                self.filter = self.filter.widened();
                self.folded.clear();
                self.tab = Tab::Statements;
                self.dialog = None;
                self.list();
            }
            Err(failure) => self.say(Says::ReadFailed(failure)),
        }
    }

    /// Lists statements in another way.
    fn arrange(&mut self, change: impl FnOnce(&mut Filter)) {
        change(&mut self.filter);
        self.list();
    }

    fn list(&mut self) {
        self.listed = match &self.opened {
            Some(opened) => listing::listed(&opened.rows, opened.findings(), &self.filter),
            None => Vec::new(),
        };
        self.groups = match &self.opened {
            Some(opened) if self.filter.is_grouped => listing::groups(&opened.rows, &self.listed),
            Some(_) | None => Vec::new(),
        };
    }

    fn accept_path(&mut self) -> Option<Effect> {
        let Some(Dialog::Path { purpose, path }) = self.dialog.take() else {
            return None;
        };
        let path = path.trim();
        if path.is_empty() {
            return None;
        }
        self.run(match purpose {
            Purpose::Open => Command::Open(path.into()),
            Purpose::Export => Command::Export(path.into()),
        })
    }

    /// A name for the file that an export is written to: „aleppo.html“.
    fn suggested_name(&self) -> String {
        let stem = match &self.opened {
            Some(opened) => exchange::stem(&opened.document().article.source),
            None => String::new(),
        };
        let format = self.export_format();
        let suffix = match format.suffixes() {
            [only] => only,
            _ => format.name(),
        };
        format!("{stem}.{suffix}")
    }

    fn jump_to(&mut self, span: Span) {
        self.jump = Some((self.next_serial(), span));
    }

    /// Whether a mention is part of what the reader looks at: that is marked even where its kind is not highlighted.
    pub fn is_in_focus(&self, id: MentionId, entity: Option<EntityId>) -> bool {
        match self.focus {
            Some(Focus::Mention(focused)) if focused == id => true,
            _ => entity.is_some() && entity == self.focused_entity(),
        }
    }

    pub(super) fn focus_mention(&mut self, id: MentionId) {
        let Some(opened) = &self.opened else { return };
        let mention = opened.findings().mention(id);
        let span = mention.span;
        self.card = mention.entity.and_then(|entity| opened.card(entity));
        self.nesting = nesting::nesting(opened.findings(), opened.mentions_around(span), id);
        self.focus = Some(Focus::Mention(id));
        self.picked = None;
        self.tab = Tab::Context;
        self.jump_to(span);
    }

    fn pick_mention(&mut self, layers: &[MentionId], outward: bool) {
        let is_focused = |&id: &MentionId| self.focus == Some(Focus::Mention(id));
        let last = self.picked.filter(is_focused);
        if let Some(id) = nesting::pick(layers, last, outward) {
            self.focus_mention(id);
            self.picked = Some(id);
        }
    }

    fn focus_entity(&mut self, id: EntityId) {
        let Some(opened) = &self.opened else { return };
        self.card = opened.card(id);
        let first = self.card.as_ref().and_then(Card::first_place);
        let place = first.map(|mention| opened.findings().mention(mention).span);
        self.focus = Some(Focus::Entity(id));
        self.tab = Tab::Context;
        if let Some(span) = place {
            self.jump_to(span);
        }
    }

    pub(super) fn focus_statement(&mut self, id: StatementId) {
        let Some(opened) = &self.opened else { return };
        let span = opened.findings().statement(id).extent();
        let is_listed = self.listed.iter().any(|&row| opened.rows[row].id == id);
        if let Some(row) = opened.row(id) {
            self.folded.remove(&row.speaker.key);
        }
        self.focus = Some(Focus::Statement(id));
        if !is_listed {
            // What is in focus must be in the list.
            self.filter = self.filter.widened();
            self.list();
        }
        self.tab = Tab::Statements;
        self.jump_to(span);
    }

    fn leave(&mut self) {
        if self.dialog.is_some() {
            self.dialog = None;
        } else {
            self.focus = None;
        }
    }
}

fn file_name(path: &std::path::Path) -> String {
    match path.file_name() {
        Some(name) => name.to_string_lossy().into_owned(),
        None => path.display().to_string(),
    }
}

/// The card of an entity of `opened`.
impl Opened {
    fn card(&self, id: EntityId) -> Option<Card> {
        context::card(self.document(), self.findings(), id)
    }
}

#[cfg(test)]
#[path = "session_tests.rs"]
mod tests;
