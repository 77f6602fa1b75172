//! The window without a screen: everything is found and used by its accessible name.
//!
//! Needs the feature `window-tests`.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;
use std::time::{Duration, Instant};

use eframe::egui::{Context, Event, Key, Modifiers, Theme, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use wortlaut::document::Kind;
use wortlaut::gui::app::{App, Parts, prepare};
use wortlaut::gui::command::ReadFailure;
use wortlaut::gui::failures::ReadReason;
use wortlaut::gui::i18n::{Language, LanguageChoice};
use wortlaut::gui::picker::{Answer, DialogTexts, FilePicker, Picked};
use wortlaut::gui::session::{Focus, Says, Session, Tab};
use wortlaut::gui::worker::{Input, Reading, Worker};
use wortlaut::review::Review;

// The sample speaks of `crate::article` and so on.
use wortlaut::{article, document, span};

#[path = "../src/view/sample.rs"]
mod sample;

/// Finds what the sample holds in every file, but nothing in one that is called „leer.txt“.
struct SampleReading;

impl Reading for SampleReading {
    fn read(&mut self, input: Input) -> Result<Arc<Review>, ReadFailure> {
        match input {
            Input::File(path) if path.ends_with("leer.txt") => Err(ReadFailure {
                name: path.display().to_string(),
                reason: ReadReason::Article(article::ReadError::Empty { path }),
            }),
            Input::File(_) | Input::Example(_) => {
                Ok(Arc::new(Review::new(Arc::new(sample::document()))))
            }
        }
    }
}

/// Answers at once with what the test has put in.
#[derive(Clone, Default)]
struct PreparedPicker(Rc<RefCell<Vec<Picked>>>);

impl PreparedPicker {
    fn answer(&self, answer: Answer) {
        let next = self.0.borrow_mut().pop();
        answer(next.unwrap_or(Picked::Nothing));
    }
}

impl FilePicker for PreparedPicker {
    fn pick_article(&mut self, _texts: DialogTexts, answer: Answer) {
        self.answer(answer);
    }

    fn pick_target(&mut self, _texts: DialogTexts, _suggested: &str, answer: Answer) {
        self.answer(answer);
    }
}

struct Window {
    harness: Harness<'static, App>,
    picker: PreparedPicker,
}

/// Longer than any machine needs.
const PATIENCE: Duration = Duration::from_mins(1);

impl Window {
    /// An empty window that speaks English.
    fn new() -> Self {
        let picker = PreparedPicker::default();
        let app = App::new(Parts {
            worker: Worker::start(|| SampleReading, || {}),
            picker: Box::new(picker.clone()),
        });
        let harness = Harness::builder()
            .with_size(vec2(1280.0, 800.0))
            // A menu measures itself before it is shown.
            .with_max_steps(12)
            .with_theme(Theme::Light)
            .with_context_setup(|context: &Context| prepare(context))
            .build_ui_state(|ui, app: &mut App| app.frame(ui), app);
        let mut window = Self { harness, picker };
        if window.session().language() != Language::English {
            window.choose(&["Sprache", "Language"], "English");
        }
        window
    }

    /// A window that shows the sample, opened through the dialog.
    fn opened() -> Self {
        let mut window = Self::new();
        window.will_pick("bruecke.txt");
        window.click("Open");
        window.wait("the article", |session| session.opened.is_some());
        window
    }

    fn will_pick(&self, path: impl AsRef<Path>) {
        let picked = Picked::File(path.as_ref().to_owned());
        self.picker.0.borrow_mut().push(picked);
    }

    fn session(&self) -> &Session {
        self.harness.state().session()
    }

    fn click(&mut self, label: &str) {
        self.harness.get_by_label(label).click();
        self.harness.run();
    }

    /// Clicks a menu, known by one of several names, and something in it.
    fn choose(&mut self, menus: &[&str], item: &str) {
        let menu = menus
            .iter()
            .find_map(|menu| self.harness.query_by_label(menu))
            .expect("there is such a menu");
        menu.click();
        self.harness.run();
        self.click(item);
    }

    fn press(&mut self, key: Key) {
        self.harness.key_press(key);
        self.harness.run();
    }

    fn press_with_control(&mut self, key: Key) {
        self.harness.key_press_modifiers(Modifiers::COMMAND, key);
        self.harness.run();
    }

    /// Runs frames until something has happened that comes from another thread.
    fn wait(&mut self, what: &str, happened: impl Fn(&Session) -> bool) {
        let start = Instant::now();
        while !happened(self.session()) {
            assert!(start.elapsed() < PATIENCE, "{what} never came");
            std::thread::yield_now();
            self.harness.run();
        }
        self.harness.run();
    }

    fn is_there(&self, label: &str) -> bool {
        self.harness.query_by_label(label).is_some()
    }

    fn count(&self, label: &str) -> usize {
        self.harness.query_all_by_label(label).count()
    }

    fn shows(&self, part: &str) -> bool {
        self.harness
            .query_all_by_label_contains(part)
            .next()
            .is_some()
    }
}

const OHNESORG: &str = "Person, Erika Ohnesorg, 2 mentions, 2 statements";

#[test]
fn an_article_is_opened_and_its_names_and_statements_are_there() {
    let window = Window::opened();
    assert!(window.is_there("Names"));
    assert_eq!(window.count(OHNESORG), 2);
    // In the text and in the list.
    assert_eq!(window.count("Place, Neustadt, 1 mention"), 2);
    assert!(window.is_there("Statement, direct, Erika Ohnesorg: „Wir bauen die Brücke“"));
    assert!(window.is_there("3 of 3"));
    assert!(window.shows("Statement in the margin, direct"));
}

#[test]
fn a_chip_switches_highlighting_off_and_on() {
    let mut window = Window::opened();
    window.click("Persons, 3, highlighted");
    assert!(!window.session().shown.kind(Kind::Person));
    assert!(!window.shows("Person, Erika Ohnesorg, 2 mentions, 2"));
    assert_eq!(window.count("Place, Neustadt, 1 mention"), 2);
    window.click("Persons, 3, not highlighted");
    assert_eq!(window.count(OHNESORG), 2);
}

#[test]
fn a_click_on_a_name_shows_all_about_it_and_lines_lead_to_its_places() {
    let mut window = Window::opened();
    let mark = window.harness.query_all_by_label(OHNESORG).next();
    mark.expect("the name is marked").click();
    window.harness.run();
    assert_eq!(window.session().tab, Tab::Context);
    assert!(window.is_there("Bürgermeisterin"));
    assert!(window.is_there("Also: Ohnesorg"));
    assert!(window.is_there("In the text · 2 mentions"));
    window.click("Place 2: Ohnesorg versicherte Kurt Weide, der Bau sei bezahlt.");
    let focus = window.session().focus;
    assert_eq!(focus, Some(Focus::Mention(document::MentionId(2))));
    window.click("Kurt Weide, in 1 sentence");
    assert_eq!(
        window.session().focus,
        Some(Focus::Entity(document::EntityId(2)))
    );
}

#[test]
fn an_entity_of_the_list_opens_its_card() {
    let mut window = Window::opened();
    window.click("Person, Erika Ohnesorg, 2 mentions");
    let card = window.session().card.as_ref().expect("there is a card");
    assert_eq!(card.name, "Erika Ohnesorg");
    assert_eq!(window.session().tab, Tab::Context);
}

#[test]
fn statements_are_filtered_by_speaker_and_kind() {
    let mut window = Window::opened();
    window.choose(&["Speaker"], "Erika Ohnesorg · 2");
    assert!(window.is_there("2 of 3"));
    assert!(!window.shows("Statement, indirect, Speaker unknown"));
    window.choose(&["Kind"], "direct · 1");
    assert!(window.is_there("1 of 3"));
    window.click("Clear filter");
    assert!(window.is_there("3 of 3"));
}

#[test]
fn a_click_on_a_card_lights_the_statement_up() {
    let mut window = Window::opened();
    window.click("Statement, indirect, Erika Ohnesorg: der Bau sei bezahlt");
    let focused = window.session().focused_statement();
    assert_eq!(focused, Some(document::StatementId(1)));
    window.press(Key::Escape);
    assert_eq!(window.session().focus, None);
}

#[test]
fn keys_walk_through_statements_and_names() {
    let mut window = Window::opened();
    window.press(Key::J);
    window.press(Key::J);
    let focused = window.session().focused_statement();
    assert_eq!(focused, Some(document::StatementId(0)));
    window.press(Key::K);
    let focused = window.session().focused_statement();
    assert_eq!(focused, Some(document::StatementId(1)));
    window.press(Key::N);
    let focus = window.session().focus;
    assert_eq!(focus, Some(Focus::Mention(document::MentionId(0))));
    window.press_with_control(Key::Plus);
    assert!(1.05 < window.session().zoom());
    window.press_with_control(Key::Num0);
    assert!(window.session().zoom() < 1.05);
}

#[test]
fn brightness_and_language_are_switched() {
    let mut window = Window::opened();
    window.choose(&["Brightness"], "Dark");
    assert_eq!(window.harness.ctx.theme(), Theme::Dark);
    window.choose(&["Brightness"], "Light");
    assert_eq!(window.harness.ctx.theme(), Theme::Light);
    window.choose(&["Language"], "Deutsch");
    assert_eq!(
        window.session().language,
        LanguageChoice::Fixed(Language::German)
    );
    assert!(window.is_there("3 von 3"));
    assert!(window.is_there("Öffnen"));
    assert!(window.is_there("Personen, 3, hervorgehoben"));
    window.choose(&["Sprache"], "English");
    assert!(window.is_there("3 of 3"));
}

#[test]
fn annotations_are_exported_through_the_dialog() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = Window::opened();
    window.press_with_control(Key::E);
    window.click("CSV, two tables: statements and names");
    window.will_pick(folder.path().join("bruecke.csv"));
    window.click("Save as …");
    window.wait("the export", |session| !session.messages.is_empty());
    let statements = folder.path().join("bruecke.statements.csv");
    let table = std::fs::read_to_string(&statements).expect("it was written");
    assert!(table.contains("Erika Ohnesorg"), "{table}");
    assert!(folder.path().join("bruecke.entities.csv").exists());
    assert_eq!(
        window.session().messages[0].says,
        Says::Exported(statements)
    );
    assert!(window.is_there("Exported"));
    window.click("Close the message");
    assert!(window.session().messages.is_empty());
}

#[test]
fn a_failure_names_the_file_and_the_way_out_and_the_window_lives_on() {
    let mut window = Window::opened();
    window.will_pick("ordner/leer.txt");
    window.press_with_control(Key::O);
    window.wait("the failure", |session| !session.messages.is_empty());
    assert!(window.is_there("ordner/leer.txt cannot be read"));
    assert!(window.is_there("The file is empty. Choose another one."));
    assert!(window.is_there("3 of 3"), "the open article stays");
}

#[test]
fn without_a_file_dialog_a_path_is_asked_for() {
    let mut window = Window::new();
    window.picker.0.borrow_mut().push(Picked::NoDialog);
    window.click("Open");
    window.wait("the field", |session| session.dialog.is_some());
    let field = window.harness.get_by_label("Path");
    field.focus();
    window.harness.run();
    window.harness.event(Event::Text("artikel.txt".to_owned()));
    window.harness.run();
    window.click("Accept");
    window.wait("the article", |session| session.opened.is_some());
    assert_eq!(
        window
            .session()
            .opened
            .as_ref()
            .map(|opened| opened.name.as_str()),
        Some("artikel.txt")
    );
}

#[test]
fn dropped_files_are_opened() {
    #[derive(Debug)]
    struct Dropped(PathBuf);
    impl eframe::egui::DroppedFile for Dropped {
        fn path(&self) -> &Path {
            &self.0
        }
        fn bytes(&self) -> Result<Vec<u8>, String> {
            Err("not needed".to_owned())
        }
    }
    let mut window = Window::new();
    let dropped = Arc::new(Dropped("bruecke.txt".into()));
    window.harness.input_mut().dropped_files.push(dropped);
    window.wait("the article", |session| session.opened.is_some());
    assert!(window.is_there("3 of 3"));
}

#[test]
fn the_empty_window_offers_examples() {
    let mut window = Window::new();
    assert!(window.is_there("Drop a file here"));
    assert_eq!(
        window
            .harness
            .query_all_by_label_contains("Example: ")
            .count(),
        3
    );
    window.press_with_control(Key::E);
    assert!(window.is_there("No article is open"));
    let example = window
        .harness
        .query_all_by_label_contains("Example: ")
        .next();
    example.expect("there is one").click();
    window.wait("the example", |session| session.opened.is_some());
}

#[test]
fn an_idle_window_draws_nothing() {
    let mut window = Window::opened();
    window.harness.run();
    let before = window.harness.ctx.cumulative_pass_nr();
    // Runs frames only as long as somebody asks for them.
    window.harness.run();
    assert!(window.harness.ctx.cumulative_pass_nr() - before <= 2);
}
