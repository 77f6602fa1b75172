//! One frame of the window: gather, draw, run.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};

use eframe::egui::{self, CentralPanel, Context, Frame, Panel, Ui, ViewportCommand};

use super::command::{Command, Commands, Purpose};
use super::entities::EntitiesPanel;
use super::i18n::Texts;
use super::picker::{DialogTexts, FilePicker, Picked, SystemPicker};
use super::reader::ReaderPanel;
use super::session::{Effect, Session, Tab};
use super::state_file::StateFile;
use super::statements::StatementsPanel;
use super::theme::{self, color, palette};
use super::worker::{BuiltIn, Input, Request, Worker};
use super::{context, export, keys, path_field, status, toasts, toolbar, welcome, widgets};

/// What the window needs from outside; tests bring their own.
pub struct Parts {
    /// Reads and writes files.
    pub worker: Worker,
    /// Asks for files.
    pub picker: Box<dyn FilePicker>,
}

impl Parts {
    /// The real ones. The worker loads the models before its first request.
    pub fn system(context: &Context) -> Self {
        let context = context.clone();
        Self {
            worker: Worker::start(BuiltIn::load, move || context.request_repaint()),
            picker: Box::new(SystemPicker),
        }
    }
}

/// Fonts and colours; once, before the first frame.
pub fn prepare(context: &Context) {
    theme::install(context);
}

/// The window.
pub struct App {
    session: Session,
    commands: Commands,
    texts: Texts,
    worker: Worker,
    picker: Box<dyn FilePicker>,
    picked: (Sender<Command>, Receiver<Command>),
    reader: ReaderPanel,
    statements: StatementsPanel,
    entities: EntitiesPanel,
    state_file: StateFile,
    /// Title of the window, as last set.
    title: String,
}

impl App {
    /// An empty window.
    pub fn new(parts: Parts) -> Self {
        let session = Session::default();
        Self {
            texts: Texts::new(session.language()),
            session,
            commands: Commands::default(),
            worker: parts.worker,
            picker: parts.picker,
            picked: channel(),
            reader: ReaderPanel::default(),
            statements: StatementsPanel::default(),
            entities: EntitiesPanel::default(),
            state_file: StateFile::from_environment(),
            title: String::new(),
        }
    }

    /// Opens files; of several, the last stays on screen.
    pub fn open(&mut self, files: Vec<PathBuf>) {
        for file in files {
            self.commands.push(Command::Open(file));
        }
    }

    /// What the window shows at the moment.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// Draws one frame and does what was asked for in it.
    pub fn frame(&mut self, ui: &mut Ui) {
        let context = ui.ctx().clone();
        self.gather(&context);
        theme::follow(ui, self.session.theme);
        if self.texts.language() != self.session.language() {
            self.texts = Texts::new(self.session.language());
        }
        self.draw(ui);
        self.run(&context);
        self.state_file.write(&self.session, &context);
    }

    fn gather(&mut self, context: &Context) {
        for answer in self.worker.answers() {
            self.commands.push(answer);
        }
        for answer in self.picked.1.try_iter() {
            self.commands.push(answer);
        }
        for file in context.input(|input| input.raw.dropped_files.clone()) {
            self.commands.push(Command::Open(file.path().to_owned()));
        }
        keys::gather(context, &self.session, &mut self.commands);
    }

    fn draw(&mut self, ui: &mut Ui) {
        let (session, texts, commands) = (&self.session, &self.texts, &mut self.commands);
        let palette = palette(ui.ctx());
        let bar = Frame::new().fill(color(palette.panel));
        Panel::top("toolbar")
            .frame(bar.inner_margin(egui::Margin::symmetric(16, 9)))
            .show(ui, |ui| toolbar::ui(ui, session, texts, commands));
        Panel::bottom("status")
            .frame(bar.inner_margin(egui::Margin::symmetric(16, 5)))
            .show(ui, |ui| status::ui(ui, session, texts, commands));

        if session.opened.is_some() {
            // The article gets more than half.
            let width = ui.available_width();
            let side = Frame::new().fill(color(palette.panel));
            Panel::left("entities")
                .frame(side)
                .default_size((0.18 * width).clamp(170.0, 280.0))
                .size_range(150.0..=(0.25 * width).clamp(150.0, 320.0))
                .show(ui, |ui| self.entities.ui(ui, session, texts, commands));
            Panel::right("lists")
                .frame(side)
                .default_size((0.29 * width).clamp(290.0, 420.0))
                .size_range(280.0..=(0.4 * width).clamp(280.0, 520.0))
                .show(ui, |ui| {
                    widgets::tabs(ui, session, texts, commands);
                    match session.tab {
                        Tab::Statements => self.statements.ui(ui, session, texts, commands),
                        Tab::Context => context::ui(ui, session, texts, commands),
                    }
                });
        }
        CentralPanel::default()
            .frame(Frame::new().fill(color(palette.paper)))
            .show(ui, |ui| match &session.opened {
                Some(opened) => self.reader.ui(ui, session, opened, texts, commands),
                None => welcome::ui(ui, session, texts, commands),
            });

        export::ui(ui.ctx(), session, texts, commands);
        path_field::ui(ui.ctx(), session, texts, commands);
        toasts::ui(ui.ctx(), session, texts, commands);
        welcome::drop_hint(ui.ctx(), texts);
    }

    fn run(&mut self, context: &Context) {
        let commands = self.commands.take();
        if commands.is_empty() {
            return;
        }
        for command in commands {
            if let Some(effect) = self.session.run(command) {
                self.perform(effect, context);
            }
        }
        let title = match &self.session.opened {
            Some(opened) => format!("{} – Wortlaut", opened.name),
            None => "Wortlaut".to_owned(),
        };
        if title != self.title {
            context.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
        // What the commands changed is not on screen yet.
        context.request_repaint();
    }

    fn perform(&mut self, effect: Effect, context: &Context) {
        match effect {
            Effect::Read(number, path) => {
                self.worker.ask(Request::Read(number, Input::File(path)));
            }
            Effect::ReadExample(number, index) => {
                self.worker
                    .ask(Request::Read(number, Input::Example(index)));
            }
            Effect::Write(path, format) => {
                if let Some(opened) = &self.session.opened {
                    let review = opened.review().clone();
                    self.worker.ask(Request::Write(path, format, review));
                }
            }
            Effect::PickArticle => {
                let texts = self.dialog_texts("welcome-open");
                let answer = self.answer(context, Purpose::Open);
                self.picker.pick_article(texts, answer);
            }
            Effect::PickTarget(suggested) => {
                let texts = self.dialog_texts("export-title");
                let answer = self.answer(context, Purpose::Export);
                self.picker.pick_target(texts, &suggested, answer);
            }
        }
    }

    fn dialog_texts(&self, title: &str) -> DialogTexts {
        DialogTexts {
            title: self.texts.text(title),
            articles: self.texts.text("files-articles"),
            all: self.texts.text("files-all"),
        }
    }

    /// Turns what was picked into a command of the next frame.
    fn answer(&self, context: &Context, purpose: Purpose) -> super::picker::Answer {
        let (sender, context) = (self.picked.0.clone(), context.clone());
        Box::new(move |picked| {
            let command = match (picked, purpose) {
                (Picked::File(path), Purpose::Open) => Command::Open(path),
                (Picked::File(path), Purpose::Export) => Command::Export(path),
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

impl eframe::App for App {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.frame(ui);
    }
}
