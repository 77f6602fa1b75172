//! What the window needs from outside: the thread that reads and writes, dialogs, the clipboard, files that change.

use std::path::Path;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use eframe::egui::{Context, ViewportCommand};

use super::balance;
use super::built_in::BuiltIn;
use super::citing::{CardWish, Citing, Copied, Errand, words};
use super::clipboard::{Clipboard, SystemClipboard};
use super::command::{Command, Commands, Purpose};
use super::comparing::ComparisonCommand;
use super::exporting::LEXICON_NAME;
use super::i18n::Texts;
use super::lexicon::LexiconCommand;
use super::lexicon::keeper::Job;
use super::picker::{Answer, DialogTexts, FilePicker, Picked, SystemPicker};
use super::regions;
use super::review_store::ReviewStore;
use super::saver::Saver;
use super::session::{Effect, Session};
use super::settings::Settings;
use super::settings_store::SettingsStore;
use super::source::Source;
use super::theme;
use super::watcher::FileWatcher;
use super::worker::{BalanceFile, Request, Worker};

/// What a window is made with; tests bring their own.
pub struct Parts {
    /// Reads and writes files.
    pub worker: Worker,
    /// Asks for files.
    pub picker: Box<dyn FilePicker>,
    /// What other programs have copied.
    pub clipboard: Box<dyn Clipboard>,
    /// Where corrections are kept.
    pub reviews: ReviewStore,
    /// Where settings are kept.
    pub store: SettingsStore,
    /// What was kept there.
    pub settings: Settings,
}

impl Parts {
    /// The real ones. The worker loads the models before its first request.
    pub fn system(context: &Context, store: SettingsStore, settings: Settings) -> Self {
        let context = context.clone();
        Self {
            worker: Worker::start(BuiltIn::load, move || context.request_repaint()),
            picker: Box::new(SystemPicker),
            clipboard: Box::new(SystemClipboard::default()),
            reviews: ReviewStore::system(),
            store,
            settings,
        }
    }
}

/// Everything outside.
pub struct Outside {
    parts: Parts,
    picked: (Sender<Command>, Receiver<Command>),
    /// Starts with the first command.
    watcher: Option<FileWatcher>,
    /// Starts with the first correction.
    saver: Option<Saver>,
    /// Settings as they were kept last.
    kept: Settings,
}

impl Outside {
    /// With nothing asked for yet.
    pub fn new(parts: Parts) -> Self {
        Self {
            kept: parts.settings.clone(),
            parts,
            picked: channel(),
            watcher: None,
            saver: None,
        }
        .with_lexicon()
    }

    /// Has the personal lexicon read before anything else.
    fn with_lexicon(self) -> Self {
        let path = self.parts.store.lexicon();
        self.parts.worker.ask(Request::Lexicon(Job::Load(path)));
        self
    }

    /// Settings as they were kept last.
    pub fn settings(&self) -> &Settings {
        &self.kept
    }

    /// Adds what has happened outside since the last call.
    pub fn gather(&self, session: &Session, commands: &mut Commands) {
        for answer in self.parts.worker.answers() {
            commands.push(answer);
        }
        for answer in self.saver.iter().flat_map(Saver::answers) {
            commands.push(answer);
        }
        for answer in self.picked.1.try_iter() {
            commands.push(answer);
        }
        let Some(watcher) = &self.watcher else {
            return;
        };
        for path in watcher.touched() {
            if session.lexicon.path.as_ref() == Some(&path) {
                self.parts.worker.ask(Request::Lexicon(Job::Look));
            }
            let read = on_disk(session).find(|(open, _)| *open == path);
            if let Some((_, sha256)) = read {
                let sha256 = sha256.to_owned();
                self.parts
                    .worker
                    .ask(Request::Compare(path.clone(), sha256));
            }
            let kept = session.sidecars().find(|(_, kept)| *kept == path);
            if let (Some((desk, _)), Some(saver)) = (kept, &self.saver) {
                saver.look(desk, path);
            }
        }
    }

    /// Takes back what was handed over to be saved, since commands may change it.
    pub fn withdraw(&self) {
        if let Some(saver) = &self.saver {
            saver.withdraw();
        }
    }

    /// Hands over what is to be saved; after commands, which may have changed something.
    pub fn save(&mut self, context: &Context, session: &Session) {
        let Some(places) = self.parts.reviews.places() else {
            return;
        };
        let saver = self.saver.get_or_insert_with(|| {
            let context = context.clone();
            Saver::start(places.clone(), move || context.request_repaint())
        });
        saver.publish(session.jobs(), Instant::now());
    }

    /// Saves everything before the window closes, and waits for it. What could not be saved the session knows then.
    pub fn settle(&self, session: &mut Session) {
        /// Longer than any disk needs that works.
        const PATIENCE: Duration = Duration::from_secs(5);
        let Some(saver) = &self.saver else { return };
        saver.publish(session.last_jobs(), Instant::now());
        saver.settle(PATIENCE);
        for answer in saver.answers() {
            session.run(answer);
        }
    }

    /// Saves what is not saved yet; the program ends.
    pub fn finish(&mut self, session: &Session) {
        if let Some(saver) = self.saver.take() {
            saver.publish(session.last_jobs(), Instant::now());
            saver.finish();
        }
    }

    /// Watches the files that are open now; after commands, which may have opened or closed some.
    pub fn watch(&mut self, context: &Context, session: &Session) {
        let watcher = self.watcher.get_or_insert_with(|| {
            let context = context.clone();
            FileWatcher::new(move || context.request_repaint())
        });
        let articles = on_disk(session).map(|(path, _)| path.to_owned());
        let kept = session.sidecars().map(|(_, path)| path.to_owned());
        let lexicon = session.lexicon.path.clone();
        watcher.follow(articles.chain(kept).chain(lexicon).collect());
    }

    /// Does what the session asks for.
    pub fn perform(&mut self, effect: Effect, session: &Session, texts: &Texts, context: &Context) {
        match effect {
            Effect::Read(number, source) => {
                let store = self.parts.reviews.clone();
                self.parts.worker.ask(Request::Read(number, source, store));
            }
            Effect::Write(path, format, filter) => {
                if let Some(opened) = &session.desk().opened {
                    let review = opened.review().clone();
                    let request = Request::Write(path, format, filter, review);
                    self.parts.worker.ask(request);
                }
            }
            Effect::WeighExport(number, format, filter) => {
                if let Some(opened) = &session.desk().opened {
                    let review = opened.review().clone();
                    let request = Request::Weigh(number, format, filter, review);
                    self.parts.worker.ask(request);
                }
            }
            Effect::PickBalanceTarget(format, suggested) => {
                let answer = self.answer(context, Purpose::Balance(format));
                let texts = dialog_texts(texts, "balance-export");
                self.parts.picker.pick_target(texts, &suggested, answer);
            }
            Effect::WriteBalance(format, path) => {
                if let Some(opened) = &session.desk().opened {
                    let picture = BalanceFile {
                        format,
                        chart: balance::chart::chart(opened, texts),
                        balance: opened.balance().clone(),
                    };
                    let review = opened.review().clone();
                    let request = Request::WriteBalance(path, Box::new(picture), review);
                    self.parts.worker.ask(request);
                }
            }
            Effect::ReadOther(serial, path) => {
                self.parts.worker.ask(Request::ReadOther(serial, path));
            }
            Effect::Lexicon(job) => self.parts.worker.ask(Request::Lexicon(job)),
            Effect::PickFile(purpose) => {
                let answer = self.answer(context, purpose);
                match purpose {
                    Purpose::ExportLexicon => {
                        let texts = dialog_texts(texts, "lexicon-export");
                        self.parts.picker.pick_target(texts, LEXICON_NAME, answer);
                    }
                    Purpose::Compare => {
                        let texts = dialog_texts(texts, "compare-pick");
                        self.parts.picker.pick_any(texts, answer);
                    }
                    Purpose::ImportLexicon
                    | Purpose::Open
                    | Purpose::Export
                    | Purpose::Balance(_)
                    | Purpose::Card(_) => {
                        let texts = dialog_texts(texts, "lexicon-import");
                        self.parts.picker.pick_any(texts, answer);
                    }
                }
            }

            Effect::Paste => {
                let clip = self.parts.clipboard.read();
                self.send(Command::Pasted(clip), context);
            }
            Effect::Copy(words) => context.copy_text(words),
            Effect::Cite(errand) => self.cite(errand, session, texts, context),
            Effect::StepRegion(step) => regions::step(context, step),
            Effect::ToggleFullScreen => {
                let is_full = context.input(|input| input.viewport().fullscreen == Some(true));
                context.send_viewport_cmd(ViewportCommand::Fullscreen(!is_full));
            }
            Effect::PickArticle => {
                let answer = self.answer(context, Purpose::Open);
                let texts = dialog_texts(texts, "welcome-open");
                self.parts.picker.pick_article(texts, answer);
            }
            Effect::PickFolder => {
                let answer = self.answer(context, Purpose::Open);
                let texts = dialog_texts(texts, "open-folder");
                self.parts.picker.pick_folder(texts, answer);
            }
            Effect::PickTarget(suggested) => {
                let answer = self.answer(context, Purpose::Export);
                let texts = dialog_texts(texts, "export-title");
                self.parts.picker.pick_target(texts, &suggested, answer);
            }
        }
    }

    /// Keeps settings that have changed.
    pub fn keep(&mut self, settings: &Settings) {
        // The size changes with each frame while the reader drags; it is kept at the end.
        self.kept.window = settings.window;
        if *settings != self.kept {
            self.kept = settings.clone();
            let store = self.parts.store.clone();
            self.parts
                .worker
                .ask(Request::Keep(store, settings.clone()));
        }
    }

    /// Keeps settings before the program ends: the worker may not get to it any more.
    pub fn keep_now(&self, settings: &Settings) {
        // Nobody is left to be told.
        let _ = self.parts.store.save(settings);
    }

    /// Copies or writes a citation.
    fn cite(&mut self, errand: Errand, session: &Session, texts: &Texts, context: &Context) {
        let palette = theme::palette(context);
        let card = |wish: CardWish| {
            let opened = session.opened_as(wish.serial)?;
            let card = words::card(opened, wish, palette, texts)?;
            Some((opened, card))
        };
        match errand {
            Errand::Copy(cited, form) => {
                let Some(opened) = &session.desk().opened else {
                    return;
                };
                let (clip, n) = words::clip(opened, &cited, form, texts);
                let is_there = self.parts.clipboard.write(&clip);
                self.tell(is_there, Copied::Citations(form, n), context);
            }
            Errand::CopyCard(wish) => {
                let Some((_, card)) = card(wish) else { return };
                let is_there = self.parts.clipboard.write_picture(&card.paint());
                self.tell(is_there, Copied::Card, context);
            }
            Errand::PickCardTarget(wish, suggested) => {
                let answer = self.answer(context, Purpose::Card(wish));
                let texts = dialog_texts(texts, "card-save-title");
                self.parts.picker.pick_target(texts, &suggested, answer);
            }
            Errand::WriteCard(wish, path) => {
                if let Some((opened, card)) = card(wish) {
                    let review = opened.review().clone();
                    let request = Request::WriteCard(path, Box::new(card), review);
                    self.parts.worker.ask(request);
                }
            }
        }
    }

    /// Says in the next frame what came of copying.
    fn tell(&self, is_there: bool, copied: Copied, context: &Context) {
        let citing = if is_there {
            Citing::Copied(copied)
        } else {
            Citing::Failed
        };
        self.send(Command::Cite(citing), context);
    }

    fn send(&self, command: Command, context: &Context) {
        // We hold the other end ourselves.
        let _ = self.picked.0.send(command);
        context.request_repaint();
    }

    /// Turns what was picked into a command of the next frame.
    fn answer(&self, context: &Context, purpose: Purpose) -> Answer {
        let (sender, context) = (self.picked.0.clone(), context.clone());
        Box::new(move |picked| {
            let command = match (picked, purpose) {
                (Picked::File(path), Purpose::Open) => Command::Open(path),
                (Picked::File(path), Purpose::Balance(format)) => {
                    Command::ExportBalance(format, path)
                }
                (Picked::File(path), Purpose::Export) => Command::Export(path),
                (Picked::File(path), Purpose::Card(wish)) => {
                    Command::Cite(Citing::SaveCard(wish, path))
                }
                (Picked::File(path), Purpose::Compare) => {
                    Command::Compare(ComparisonCommand::Open(path))
                }
                (Picked::File(path), Purpose::ImportLexicon) => {
                    Command::Lexicon(LexiconCommand::Import(path))
                }
                (Picked::File(path), Purpose::ExportLexicon) => {
                    Command::Lexicon(LexiconCommand::Export(path))
                }
                (Picked::NoDialog, purpose) => Command::AskForPath(purpose),
                (Picked::Nothing, _) => return,
            };
            // If the window is gone, nobody waits for it.
            if sender.send(command).is_ok() {
                context.request_repaint();
            }
        })
    }
}

/// Open articles that were read from files, with the SHA-256 of what was read.
fn on_disk(session: &Session) -> impl Iterator<Item = (&Path, &str)> {
    session.desks().iter().filter_map(|desk| {
        let path = desk.source.as_ref().and_then(Source::path)?;
        let opened = desk.opened.as_ref()?;
        Some((path, opened.document().article.source.sha256.as_str()))
    })
}

fn dialog_texts(texts: &Texts, title: &str) -> DialogTexts {
    DialogTexts {
        title: texts.text(title),
        articles: texts.text("files-articles"),
        all: texts.text("files-all"),
    }
}
