//! The window with a mouse and a keyboard that a test moves, and without a screen.

use std::cell::{Cell, RefCell};
use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;
use std::time::{Duration, Instant};

use eframe::egui::{Context, Event, Key, Modifiers, Theme, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use wortlaut::article::ReadError;
use wortlaut::document::{Document, Findings};
use wortlaut::exchange::picture::Pixels;
use wortlaut::gui::app::{App, Parts, prepare};
use wortlaut::gui::clipboard::Clipboard;
use wortlaut::gui::command::{Command, ReadFailure};
use wortlaut::gui::failures::ReadReason;
use wortlaut::gui::i18n::Language;
use wortlaut::gui::picker::{Answer, DialogTexts, FilePicker, Picked};
use wortlaut::gui::review_store::ReviewStore;
use wortlaut::gui::session::Session;
use wortlaut::gui::settings::Settings;
use wortlaut::gui::settings_store::SettingsStore;
use wortlaut::gui::source::{Clip, Source};
use wortlaut::gui::worker::{Read, Reading, Worker};
use wortlaut::review::Review;

use crate::{long_article, long_text, many, sample, sample_layers};

/// Finds what one sample holds in „schichten.txt“, nothing in „leer.txt“, and what the other holds in every other file.
pub struct SampleReading;

impl Reading for SampleReading {
    fn read(&mut self, source: Source) -> Result<Read, ReadFailure> {
        let path = source.path().map(Path::to_owned);
        let name = path.as_deref().and_then(Path::file_name);
        let name = name.map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        let mut document = match name.as_str() {
            "leer.txt" => {
                let path = path.unwrap_or_default();
                return Err(ReadFailure {
                    name: path.display().to_string(),
                    reason: ReadReason::Article(ReadError::Empty { path }),
                });
            }
            "viele.txt" => many::document(),
            "schichten.txt" => sample_layers::document(),
            "lang.txt" => long_article::document(90_000),
            "fern.txt" => long_text::far_speaker(),
            "breit.txt" => long_text::strange(),
            "fremd.html" => of_an_agency(),
            _ => sample::document(),
        };
        document.article.source.path = path;
        Ok(Review::new(Arc::new(document)).into())
    }
}

/// The sample as a report of an agency in English, of which only the beginning is there.
fn of_an_agency() -> Document {
    let mut document = sample::document();
    let source = &mut document.article.source;
    source.agencies = vec!["dpa".to_owned(), "AFP".to_owned()];
    source.language = wortlaut::article::Language::English;
    source.is_stub = true;
    document
}

/// Answers at once with what the test has put in.
#[derive(Clone, Default)]
pub struct PreparedPicker(pub Rc<RefCell<Vec<Picked>>>, pub Rc<Cell<usize>>);

impl PreparedPicker {
    /// How often a file was asked for.
    pub fn n_asked(&self) -> usize {
        self.1.get()
    }

    fn answer(&self, answer: Answer) {
        self.1.set(self.1.get() + 1);
        let next = self.0.borrow_mut().pop();
        answer(next.unwrap_or(Picked::Nothing));
    }
}

impl FilePicker for PreparedPicker {
    fn pick_article(&mut self, _texts: DialogTexts, answer: Answer) {
        self.answer(answer);
    }

    fn pick_any(&mut self, _texts: DialogTexts, answer: Answer) {
        self.answer(answer);
    }

    fn pick_folder(&mut self, _texts: DialogTexts, answer: Answer) {
        self.answer(answer);
    }

    fn pick_target(&mut self, _texts: DialogTexts, _suggested: &str, answer: Answer) {
        self.answer(answer);
    }
}

/// Holds what the test has put in, and what the window puts there.
#[derive(Clone, Default)]
pub struct PreparedClipboard {
    /// Text.
    pub clip: Rc<RefCell<Option<Clip>>>,
    /// A picture.
    pub picture: Rc<RefCell<Option<Pixels>>>,
    /// Whether nothing can be put there.
    pub is_closed: Rc<Cell<bool>>,
}

impl Clipboard for PreparedClipboard {
    fn read(&mut self) -> Option<Clip> {
        self.clip.borrow().clone()
    }

    fn write(&mut self, clip: &Clip) -> bool {
        if !self.is_closed.get() {
            *self.clip.borrow_mut() = Some(clip.clone());
        }
        !self.is_closed.get()
    }

    fn write_picture(&mut self, pixels: &Pixels) -> bool {
        if !self.is_closed.get() {
            *self.picture.borrow_mut() = Some(pixels.clone());
        }
        !self.is_closed.get()
    }
}

/// The window with nobody in front of it.
pub struct Window {
    /// Draws frames and plays mouse and keyboard.
    pub harness: Harness<'static, App>,
    /// Answers instead of file dialogs.
    pub picker: PreparedPicker,
    /// What other programs have copied.
    pub clipboard: PreparedClipboard,
}

/// Longer than any machine needs.
const PATIENCE: Duration = Duration::from_mins(1);

impl Window {
    /// An empty window that speaks English.
    pub fn new() -> Self {
        Self::at_pace(0.25)
    }

    /// The same where so many seconds pass from frame to frame.
    pub fn at_pace(seconds: f32) -> Self {
        let worker = Worker::start(|| SampleReading, || {});
        Self::with(worker, ReviewStore::nowhere(), seconds)
    }

    /// The same with its own reading, and a place for corrections.
    pub fn with(worker: Worker, reviews: ReviewStore, seconds: f32) -> Self {
        let picker = PreparedPicker::default();
        let clipboard = PreparedClipboard::default();
        let app = App::new(Parts {
            worker,
            picker: Box::new(picker.clone()),
            clipboard: Box::new(clipboard.clone()),
            reviews,
            store: SettingsStore::nowhere(),
            settings: Settings::default(),
        });
        let harness = Harness::builder()
            .with_size(vec2(1280.0, 800.0))
            // A menu measures itself before it is shown.
            .with_max_steps((12.0 * 0.25 / seconds) as u64)
            .with_step_dt(seconds)
            .with_theme(Theme::Light)
            .with_context_setup(|context: &Context| prepare(context))
            .build_ui_state(|ui, app: &mut App| app.frame(ui), app);
        let mut window = Self {
            harness,
            picker,
            clipboard,
        };
        if window.session().language() != Language::English {
            window.press_with_control(Key::Comma);
            window.click("English");
            window.press(Key::Escape);
        }
        window
    }

    /// A window that shows the sample, opened through the dialog.
    pub fn opened() -> Self {
        Self::with_file("bruecke.txt")
    }

    /// A window that shows a sample, opened through the dialog.
    pub fn with_file(name: &str) -> Self {
        let mut window = Self::new();
        window.open(name);
        window
    }

    /// Opens a sample through the dialog.
    pub fn open(&mut self, name: &str) {
        self.will_pick(name);
        self.click("Open");
        self.wait("the article", |session| {
            let opened = session.desk().opened.as_ref();
            opened.is_some_and(|opened| opened.name == name)
        });
    }

    pub fn will_pick(&self, path: impl AsRef<Path>) {
        let picked = Picked::File(path.as_ref().to_owned());
        self.picker.0.borrow_mut().push(picked);
    }

    /// The article on screen with its corrections.
    pub fn review(&self) -> &Review {
        let opened = self.session().desk().opened.as_ref();
        opened.expect("an article is open").review()
    }

    /// What is shown of it.
    pub fn findings(&self) -> &Findings {
        self.review().findings()
    }

    /// Lets the window do something, as if a panel had asked for it.
    pub fn ask(&mut self, command: Command) {
        self.harness.state_mut().ask(command);
        self.harness.run();
    }

    /// Ends the program.
    pub fn close(mut self) {
        self.harness.state_mut().end();
    }

    pub fn session(&self) -> &Session {
        self.harness.state().session()
    }

    pub fn click(&mut self, label: &str) {
        self.harness.get_by_label(label).click();
        self.harness.run();
    }

    /// Clicks a menu, known by one of several names, and something in it.
    pub fn choose(&mut self, menus: &[&str], item: &str) {
        let menu = menus
            .iter()
            .find_map(|menu| self.harness.query_by_label(menu))
            .expect("there is such a menu");
        menu.click();
        self.harness.run();
        self.click(item);
    }

    pub fn press(&mut self, key: Key) {
        self.harness.key_press(key);
        self.harness.run();
    }

    pub fn type_words(&mut self, words: &str) {
        self.harness.event(Event::Text(words.to_owned()));
        self.harness.run();
    }

    pub fn press_with_control(&mut self, key: Key) {
        self.harness.key_press_modifiers(Modifiers::COMMAND, key);
        self.harness.run();
    }

    /// Runs frames until something has happened that comes from another thread.
    pub fn wait(&mut self, what: &str, happened: impl Fn(&Session) -> bool) {
        let start = Instant::now();
        while !happened(self.session()) {
            assert!(start.elapsed() < PATIENCE, "{what} never came");
            std::thread::yield_now();
            self.harness.run();
        }
        self.harness.run();
    }

    pub fn is_there(&self, label: &str) -> bool {
        self.harness.query_by_label(label).is_some()
    }

    pub fn count(&self, label: &str) -> usize {
        self.harness.query_all_by_label(label).count()
    }

    pub fn shows(&self, part: &str) -> bool {
        self.harness
            .query_all_by_label_contains(part)
            .next()
            .is_some()
    }
}
