//! One frame of the window: gather, draw, run.

use std::path::PathBuf;

use eframe::egui::{self, CentralPanel, Context, Frame, Panel, Ui, ViewportCommand};

use super::citing::card_dialog::CardDialog;
use super::command::{Command, Commands};
use super::done_line::DoneLine;
use super::entities::EntitiesPanel;
use super::i18n::Texts;
use super::lexicon::{self, LexiconCommand};
use super::outside::Outside;
use super::reader::ReaderPanel;
use super::search_bar::SearchBar;
use super::session::{Session, Tab};
use super::state_file::StateFile;
use super::statements::StatementsPanel;
use super::theme::{self, color};
use super::{
    balance, check_list, command_palette, comparing, conflict, context, desk_tabs, entity_picker,
    export, folder_page, key_list, keys, log, misfit_list, notice, path_field, regions, remark,
    report, review_queue, status, toasts, toolbar, welcome, widgets,
};

pub use super::outside::Parts;
pub use super::theme::palette;

/// Fonts and colours; once, before the first frame.
pub fn prepare(context: &Context) {
    theme::install(context);
}

/// The window.
pub struct App {
    session: Session,
    commands: Commands,
    texts: Texts,
    outside: Outside,
    reader: ReaderPanel,
    search_bar: SearchBar,
    statements: StatementsPanel,
    entities: EntitiesPanel,
    done_line: DoneLine,
    card_dialog: CardDialog,
    state_file: StateFile,
    /// Title of the window, as last set.
    title: String,
    /// Whether the reader was told that closing the window loses corrections.
    is_warned: bool,
}

/// Width of a window with a list at either side of the article: between them is room for some thirty characters.
const ROOM_FOR_BOTH_SIDES: f32 = 800.0;

impl App {
    /// An empty window.
    pub fn new(parts: Parts) -> Self {
        let outside = Outside::new(parts);
        let session = Session::new(outside.settings().clone());
        Self {
            texts: Texts::new(session.language()),
            session,
            commands: Commands::default(),
            outside,
            reader: ReaderPanel::default(),
            search_bar: SearchBar::default(),
            statements: StatementsPanel::default(),
            entities: EntitiesPanel::default(),
            done_line: DoneLine::default(),
            card_dialog: CardDialog::default(),
            state_file: StateFile::from_environment(),
            title: String::new(),
            is_warned: false,
        }
    }

    /// Opens files; of several, the last stays on screen.
    pub fn open(&mut self, files: Vec<PathBuf>) {
        for file in files {
            self.commands.push(Command::Open(file));
        }
    }

    /// Does something at the end of the next frame, as if a panel had asked for it.
    pub fn ask(&mut self, command: Command) {
        self.commands.push(command);
    }

    /// What the window shows at the moment.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// Whether the exact height of the article on screen is still being found.
    pub fn is_measuring(&self) -> bool {
        let opened = self.session.desk().opened.as_ref();
        opened.is_some_and(|opened| self.reader.is_measuring(opened))
    }

    /// The program ends: what is not saved or kept yet is.
    pub fn end(&mut self) {
        self.outside.finish(&self.session);
        self.outside.keep_now(&self.session.settings);
    }

    /// Draws one frame and does what was asked for in it.
    pub fn frame(&mut self, ui: &mut Ui) {
        let context = ui.ctx().clone();
        self.gather(&context);
        theme::follow(ui, &self.session.settings);
        if self.texts.language() != self.session.language() {
            self.texts = Texts::new(self.session.language());
        }
        self.draw(ui);
        self.run(&context);
        self.mind_closing(&context);
        self.state_file.write(&self.session, &context);
    }

    /// Where corrections cannot be saved, a window that is about to close stays once, to tell.
    fn mind_closing(&mut self, context: &Context) {
        if !context.input(|input| input.viewport().close_requested()) {
            return;
        }
        self.outside.settle(&mut self.session);
        if self.session.has_failed_to_save() && !self.is_warned {
            self.is_warned = true;
            self.session.warn_of_closing();
            context.send_viewport_cmd(ViewportCommand::CancelClose);
            context.request_repaint();
        }
    }

    /// Notes how large the window is; kept when the program ends.
    fn measure(&mut self, context: &Context) {
        let size = &mut self.session.settings.window;
        context.input(|input| {
            let window = input.viewport();
            size.is_maximized = window.maximized.unwrap_or(false);
            let is_free = !size.is_maximized && !window.fullscreen.unwrap_or(false);
            // Shrunk to a sign it has no size.
            let inner = window
                .inner_rect
                .filter(|inner| is_free && 1.0 < inner.width());
            if let Some(inner) = inner {
                (size.width, size.height) = (inner.width().round(), inner.height().round());
            }
        });
    }

    fn gather(&mut self, context: &Context) {
        self.measure(context);
        self.outside.gather(&self.session, &mut self.commands);
        for file in context.input(|input| input.raw.dropped_files.clone()) {
            self.commands.push(Command::Open(file.path().to_owned()));
        }
        keys::gather(context, &self.session, &mut self.commands);
    }

    fn draw(&mut self, ui: &mut Ui) {
        regions::forget(ui.ctx());
        let (session, texts, commands) = (&self.session, &self.texts, &mut self.commands);
        let palette = palette(ui.ctx());
        let bar = Frame::new().fill(color(palette.panel));
        Panel::top("toolbar")
            .frame(bar.inner_margin(egui::Margin::symmetric(16, 9)))
            .show(ui, |ui| toolbar::ui(ui, session, texts, commands));
        Panel::bottom("status")
            .frame(bar.inner_margin(egui::Margin::symmetric(16, 5)))
            .show(ui, |ui| {
                status::ui(ui, &mut self.done_line, session, texts, commands);
            });

        if 1 < session.desks().len() {
            Panel::top("tabs")
                .frame(bar)
                .exact_size(desk_tabs::HEIGHT)
                .show(ui, |ui| desk_tabs::ui(ui, session, texts, commands));
        }
        let notice = if session.desk().is_outdated {
            Some(("notice-changed", Command::KeepOutdated))
        } else if session.desk().is_taught_otherwise {
            let keep = Command::Lexicon(LexiconCommand::KeepReading);
            Some(("notice-taught", keep))
        } else {
            None
        };
        if let Some((words, keep)) = notice {
            Panel::top("notice")
                .frame(bar)
                .show(ui, |ui| notice::ui(ui, words, &keep, texts, commands));
        }
        if let Some(words) = remark::words(session.desk(), texts) {
            Panel::top("remark")
                .frame(bar)
                .show(ui, |ui| remark::ui(ui, &words, texts, commands));
        }
        if session.desk().saving.report.is_some() {
            Panel::top("report")
                .frame(bar)
                .show(ui, |ui| report::ui(ui, session, texts, commands));
        }

        if !session.desk().misfits.unfit.is_empty() {
            Panel::top("misfits")
                .frame(bar)
                .show(ui, |ui| misfit_list::ui(ui, session, texts, commands));
        }
        if session.desk().opened.is_some() {
            self.sides(ui);
        }
        let (session, texts, commands) = (&self.session, &self.texts, &mut self.commands);
        CentralPanel::default()
            .frame(Frame::new().fill(color(palette.paper)))
            .show(ui, |ui| {
                let desk = session.desk();
                match (&desk.opened, &desk.folder) {
                    (Some(opened), _) => {
                        self.reader.ui(ui, session, opened, texts, commands);
                        let from = self.reader.first_in_view(opened);
                        self.search_bar
                            .ui(ui, session, opened, from, texts, commands);
                    }
                    (None, Some(folder)) => folder_page::ui(ui, folder, texts, commands),
                    (None, None) => welcome::ui(ui, session, texts, commands),
                }
            });

        export::ui(ui.ctx(), session, texts, commands);
        self.card_dialog.ui(ui.ctx(), session, texts, commands);
        conflict::ui(ui.ctx(), session, texts, commands);
        path_field::ui(ui.ctx(), session, texts, commands);
        command_palette::ui(ui.ctx(), session, texts, commands);
        check_list::ui(ui.ctx(), session, texts, commands);
        entity_picker::ui(ui.ctx(), session, texts, commands);
        key_list::ui(ui.ctx(), session, texts, commands);
        log::ui(ui.ctx(), session, texts, commands);
        lexicon::sheet::ui(ui.ctx(), session, texts, commands);
        toasts::ui(ui.ctx(), session, texts, commands);
        welcome::drop_hint(ui.ctx(), texts);
    }

    /// The lists at both sides of the article, which gets more than half.
    fn sides(&mut self, ui: &mut Ui) {
        let (session, texts, commands) = (&self.session, &self.texts, &mut self.commands);
        let side = Frame::new().fill(color(palette(ui.ctx()).panel));
        let width = ui.available_width();
        // Where both leave no room to read, as in a large interface, the names give way.
        let is_narrow = width < ROOM_FOR_BOTH_SIDES && !session.settings.hides_lists;
        if !session.settings.hides_entities && !is_narrow {
            Panel::left("entities")
                .frame(side)
                .default_size((0.18 * width).clamp(170.0, 280.0))
                .size_range(150.0..=(0.25 * width).clamp(150.0, 320.0))
                .show(ui, |ui| self.entities.ui(ui, session, texts, commands));
        }
        if !session.settings.hides_lists {
            Panel::right("lists")
                .frame(side)
                .default_size((0.29 * width).clamp(290.0, 420.0))
                .size_range(280.0..=(0.4 * width).clamp(280.0, 520.0))
                .show(ui, |ui| {
                    widgets::tabs(ui, session, texts, commands);
                    match session.desk().tab {
                        Tab::Statements => self.statements.ui(ui, session, texts, commands),
                        Tab::Context => context::ui(ui, session, texts, commands),
                        Tab::Balance => balance::ui(ui, session, texts, commands),
                        Tab::Comparison => comparing::panel::ui(ui, session, texts, commands),
                        Tab::Review => review_queue::ui(ui, session, texts, commands),
                    }
                });
        }
    }

    fn run(&mut self, context: &Context) {
        let commands = self.commands.take();
        if commands.is_empty() {
            return;
        }
        self.outside.withdraw();
        if let Some(opened) = &self.session.desk().opened {
            let top = self.reader.first_in_view(opened);
            self.session.note_top(top);
        }
        for command in commands {
            if let Some(effect) = self.session.run(command) {
                self.outside
                    .perform(effect, &self.session, &self.texts, context);
            }
        }
        self.outside.save(context, &self.session);
        self.outside.keep(&self.session.settings);
        self.outside.watch(context, &self.session);
        let title = match &self.session.desk().opened {
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
}

impl eframe::App for App {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.frame(ui);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.end();
    }
}
