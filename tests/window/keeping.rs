//! Corrections are saved by themselves and come back; nobody's are lost.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::Key;

use wortlaut::article;
use wortlaut::document::{
    Confidence, Document, Entity, EntityId, Findings, Form, Kind, Mention, MentionId, Verdict,
};
use wortlaut::exchange;
use wortlaut::gui::command::{Command, ReadFailure};
use wortlaut::gui::failures::ReadReason;
use wortlaut::gui::review_store::ReviewStore;
use wortlaut::gui::saving::SaveState;
use wortlaut::gui::session::{Focus, Says, Session};
use wortlaut::gui::source::Source;
use wortlaut::gui::worker::{Reading, Worker};
use wortlaut::review::{Edit, Review, Stamp};
use wortlaut::span::Span;

use crate::harness::Window;

const TEXT: &str = "Stadt sperrt Brücke\n\nErika Ohnesorg sagte am Montag, die Brücke sei nicht mehr sicher.\n\n\
Kurt Weide von den Stadtwerken widersprach ihr am Abend im Rathaus.\n";

const NAMES: [&str; 3] = ["Erika Ohnesorg", "Kurt Weide", "Stadtwerken"];

/// Finds the same names wherever they stand in a file, or the clipboard.
struct NamesReading;

impl Reading for NamesReading {
    fn read(&mut self, source: Source) -> Result<Arc<Review>, ReadFailure> {
        let path = source.path().map(Path::to_owned);
        let is_ours = |path: &Path| path.extension().is_some_and(|ending| ending == "json");
        if let Some(path) = path.as_deref().filter(|path| is_ours(path)) {
            let review = exchange::open(path).map_err(|_| ReadFailure {
                name: path.display().to_string(),
                reason: ReadReason::Internal,
            })?;
            return Ok(Arc::new(review));
        }
        let text = match &source {
            Source::Clipboard(clip) => clip.text.clone(),
            _ => std::fs::read_to_string(path.clone().unwrap_or_default()).unwrap_or_default(),
        };
        Ok(Arc::new(Review::new(Arc::new(document(&text, path)))))
    }
}

fn document(text: &str, path: Option<PathBuf>) -> Document {
    let mut findings = Findings::default();
    for (index, name) in (0..).zip(NAMES) {
        findings.entities.push(Entity {
            name: name.to_owned(),
            kind: Kind::Person,
            role: None,
            party: None,
            aliases: Vec::new(),
            note: String::new(),
        });
        findings
            .mentions
            .extend(text.match_indices(name).map(|(start, _)| Mention {
                span: Span::new(start, start + name.len()),
                kind: Kind::Person,
                form: Form::Name,
                entity: Some(EntityId(index)),
                value: None,
                confidence: Confidence::new(0.9),
                verdict: Verdict::Open,
                note: String::new(),
            }));
    }
    findings.mentions.sort_by_key(|mention| mention.span);
    let mut article = article::from_text(text.to_owned());
    article.source.path = path;
    Document {
        article,
        tokens: Vec::new(),
        sentences: Vec::new(),
        tags: Vec::new(),
        findings,
        made_by: String::new(),
    }
}

/// A folder with an article, and windows on it.
struct Case {
    folder: tempfile::TempDir,
}

impl Case {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let case = Self { folder };
        case.write(TEXT);
        case
    }

    fn article(&self) -> PathBuf {
        self.folder.path().join("bruecke.txt")
    }

    fn sidecar(&self) -> PathBuf {
        self.folder.path().join("bruecke.txt.wortlaut.json")
    }

    fn write(&self, text: &str) {
        std::fs::write(self.article(), text).expect("it can be written");
    }

    fn empty_window(&self) -> Window {
        let store = ReviewStore::at(self.folder.path().join("daten"));
        Window::with(Worker::start(|| NamesReading, || {}), store, 0.25)
    }

    fn window(&self) -> Window {
        let mut window = self.empty_window();
        open(&mut window, &self.article());
        window
    }

    /// What was saved.
    fn saved(&self) -> Review {
        exchange::open(&self.sidecar()).expect("it can be opened")
    }

    /// What somebody else saves, in one step.
    fn save_as_somebody_else(&self, edit: Edit) {
        let mut review = Review::new(Arc::new(document(TEXT, Some(self.article()))));
        review.apply(edit, Stamp::default()).expect("it fits");
        std::fs::write(self.sidecar(), exchange::json::write(&review)).expect("it can be written");
    }
}

fn open(window: &mut Window, path: &Path) {
    window.ask(Command::Open(path.to_owned()));
    window.wait("the article", |session| {
        session.desk().opened.is_some() && session.desk().reading.is_none()
    });
}

fn judge(mention: u32, verdict: Verdict) -> Edit {
    let mention = MentionId(mention);
    Edit::JudgeMention { mention, verdict }
}

fn correct(window: &mut Window, edit: Edit) {
    window.ask(Command::Correct(edit));
}

fn wait_until_saved(window: &mut Window) {
    window.wait("the saving", |session| {
        session.desk().save_state() == SaveState::Saved
    });
}

fn review(session: &Session) -> &Review {
    session
        .desk()
        .opened
        .as_ref()
        .expect("an article is open")
        .review()
}

fn verdicts(window: &Window) -> Vec<Verdict> {
    let mentions = &review(window.session()).findings().mentions;
    mentions.iter().map(|mention| mention.verdict).collect()
}

use Verdict::{Accepted, Open, Rejected};

#[test]
fn corrections_are_saved_by_themselves_and_come_back_with_what_was_undone() {
    let case = Case::new();
    let mut window = case.window();
    assert_eq!(window.session().desk().save_state(), SaveState::Nothing);
    correct(&mut window, judge(0, Accepted));
    correct(&mut window, judge(1, Rejected));
    wait_until_saved(&mut window);
    assert!(window.is_there("saved"));
    window.press_with_control(Key::Z);
    wait_until_saved(&mut window);
    assert_eq!((case.saved().steps().len(), case.saved().cursor()), (2, 1));
    assert_eq!(
        std::fs::read_to_string(case.article()).expect("it is there"),
        TEXT
    );

    let mut again = case.window();
    assert_eq!(verdicts(&again), [Accepted, Open, Open]);
    again.ask(Command::Redo);
    assert_eq!(verdicts(&again), [Accepted, Rejected, Open]);
    assert!(again.session().messages.is_empty() && !again.shows("moved"));
}

#[test]
fn without_corrections_nothing_is_written_and_the_key_says_so() {
    let case = Case::new();
    let mut window = case.window();
    window.press_with_control(Key::S);
    assert_eq!(window.session().messages[0].says, Says::NothingToSave);
    drop(window);
    assert!(!case.sidecar().exists());
}

#[test]
fn the_key_saves_at_once_and_says_where() {
    let case = Case::new();
    let mut window = case.window();
    correct(&mut window, judge(0, Accepted));
    window.press_with_control(Key::S);
    window.wait("the message", |session| !session.messages.is_empty());
    assert_eq!(
        window.session().messages[0].says,
        Says::Saved(case.sidecar())
    );
}

#[test]
fn closing_a_tab_and_the_window_saves_first() {
    let case = Case::new();
    let mut window = case.window();
    correct(&mut window, judge(0, Accepted));
    window.press_with_control(Key::W);
    assert!(window.session().desk().opened.is_none());
    let sidecar = case.sidecar();
    window.wait("the file", |_| sidecar.exists());
    assert_eq!(case.saved().steps().len(), 1);

    open(&mut window, &case.article());
    correct(&mut window, judge(1, Accepted));
    window.close();
    assert_eq!(case.saved().steps().len(), 2);
}

#[test]
fn when_the_article_has_changed_corrections_follow_and_what_moved_or_is_lost_is_listed() {
    let case = Case::new();
    let mut window = case.window();
    for mention in 0..3 {
        correct(&mut window, judge(mention, Accepted));
    }
    wait_until_saved(&mut window);
    window.close();

    let mut paragraphs: Vec<&str> = TEXT.trim_end().split("\n\n").collect();
    paragraphs.swap(1, 2);
    case.write(
        &paragraphs
            .join("\n\n")
            .replace("Kurt Weide von", "Ein Sprecher von"),
    );
    let mut window = case.window();
    assert!(window.is_there("1 correction moved, 1 lost: the article is not what it was."));
    assert!(!window.is_there("Lost"));
    window.click("Details");
    assert!(window.is_there("“Kurt Weide”: confirmed"));
    let jump = window.session().desk().jump;
    let moved = window
        .session()
        .desk()
        .saving
        .report
        .as_ref()
        .map(|report| report.moved[0].quote.clone());
    window.click(&format!("“{}”", moved.expect("one has moved")));
    assert_ne!(window.session().desk().jump, jump);
    window.click("Close the notice");
    assert!(!window.shows("moved"));
    let mut verdicts = verdicts(&window);
    verdicts.sort();
    assert_eq!(verdicts, [Accepted, Accepted]);
    // Nothing is written before the reader goes on.
    assert_eq!(case.saved().document().text(), TEXT);
}

#[test]
fn an_article_read_again_keeps_corrections_that_are_not_saved_yet_and_the_focus() {
    let case = Case::new();
    let mut window = case.window();
    window.ask(Command::FocusMention(MentionId(1)));
    case.write(&format!("Aktualisiert.\n\n{TEXT}"));
    window.wait("the notice", |session| session.desk().is_outdated);
    correct(&mut window, judge(1, Accepted));
    window.click("Read again");
    window.wait("the article", |session| {
        session.desk().reading.is_none() && !session.desk().is_outdated
    });
    assert_eq!(verdicts(&window), [Open, Accepted, Open]);
    assert_eq!(
        window.session().desk().focus,
        Some(Focus::Mention(MentionId(1)))
    );
    assert!(!window.shows("moved"), "only its offset has changed");
    wait_until_saved(&mut window);
    assert!(case.saved().document().text().starts_with("Aktualisiert."));
}

#[test]
fn of_two_windows_none_overwrites_the_other_and_the_reader_chooses() {
    for (choice, n_theirs) in [("Keep mine", 0), ("Take the others", 1), ("Keep both", 1)] {
        let case = Case::new();
        let mut window = case.window();
        correct(&mut window, judge(0, Accepted));
        wait_until_saved(&mut window);
        correct(&mut window, judge(0, Rejected));
        case.save_as_somebody_else(judge(2, Rejected));
        window.wait("the dialog", |session| session.dialog.is_some());
        assert!(window.is_there("This article was corrected elsewhere, too"));
        assert!(window.is_there("not saved"));
        assert_eq!(
            case.saved().findings().mentions[2].verdict,
            Rejected,
            "it is left"
        );
        window.click(choice);
        window.wait("the end of it", |session| {
            session.dialog.is_none()
                && session.desk().reading.is_none()
                && session.desk().save_state() == SaveState::Saved
        });
        let theirs = case.saved().findings().mentions[2].verdict == Rejected;
        assert_eq!(usize::from(theirs), n_theirs, "{choice}");
        let numbered = case.folder.path().join("bruecke.txt.2.wortlaut.json");
        match choice {
            "Take the others" => assert_eq!(verdicts(&window), [Open, Open, Rejected]),
            "Keep both" => {
                let mine = exchange::open(&numbered).expect("it can be opened");
                assert_eq!(mine.findings().mentions[0].verdict, Rejected);
                assert_eq!(verdicts(&window), [Rejected, Open, Open]);
            }
            _ => assert_eq!(verdicts(&window), [Rejected, Open, Open]),
        }
        assert_eq!(numbered.exists(), choice == "Keep both");
    }
}

#[test]
fn what_another_window_saves_is_shown_here_where_nothing_is_unsaved() {
    let case = Case::new();
    let mut window = case.window();
    correct(&mut window, judge(0, Accepted));
    wait_until_saved(&mut window);
    case.save_as_somebody_else(judge(2, Rejected));
    window.wait("their corrections", |session| {
        review(session).findings().mentions[2].verdict == Rejected
    });
    assert_eq!(verdicts(&window), [Open, Open, Rejected]);
    assert_eq!(window.session().messages[0].says, Says::TakenOver);
    window.ask(Command::Undo);
    assert_eq!(verdicts(&window), [Open, Open, Open]);
}

#[test]
fn a_broken_file_is_kept_aside_and_the_article_opens_without_it() {
    let case = Case::new();
    case.save_as_somebody_else(judge(2, Rejected));
    let whole = std::fs::read_to_string(case.sidecar()).expect("it is there");
    let half = &whole[..whole.len() / 2];
    std::fs::write(case.sidecar(), half).expect("it can be written");
    let mut window = case.window();
    assert_eq!(verdicts(&window), [Open, Open, Open]);
    assert!(window.is_there("Earlier corrections could not be used"));
    let aside = case
        .folder
        .path()
        .join("bruecke.txt.wortlaut.broken-1.json");
    assert!(window.shows(&aside.display().to_string()));
    assert_eq!(std::fs::read_to_string(&aside).expect("it is there"), half);
    assert!(!case.sidecar().exists());
    correct(&mut window, judge(0, Accepted));
    wait_until_saved(&mut window);
    assert_eq!(case.saved().steps().len(), 1);
}

#[test]
fn a_file_of_a_newer_program_is_left_and_corrections_go_elsewhere() {
    let case = Case::new();
    case.save_as_somebody_else(judge(2, Rejected));
    let whole = std::fs::read_to_string(case.sidecar()).expect("it is there");
    let newer = whole.replacen("\"version\": 1", "\"version\": 2", 1);
    std::fs::write(case.sidecar(), &newer).expect("it can be written");
    let mut window = case.window();
    assert!(window.shows("A newer version of Wortlaut has written it (format 2)."));
    correct(&mut window, judge(0, Accepted));
    wait_until_saved(&mut window);
    assert_eq!(
        std::fs::read_to_string(case.sidecar()).expect("it is there"),
        newer
    );
    window.close();
    let window = case.window();
    assert_eq!(verdicts(&window), [Accepted, Open, Open]);
}

#[test]
fn corrections_of_another_article_are_put_aside() {
    let case = Case::new();
    case.save_as_somebody_else(judge(2, Rejected));
    case.write("Laternen brennen länger\n\nDas teilte die Verwaltung am Freitag mit.\n");
    let window = case.window();
    assert!(window.shows("They belong to another article"));
    assert!(!case.sidecar().exists());
}

#[test]
fn corrections_that_are_opened_bring_their_article() {
    let case = Case::new();
    case.save_as_somebody_else(judge(2, Rejected));
    let mut window = case.empty_window();
    open(&mut window, &case.sidecar());
    let source = window.session().desk().source.clone();
    assert_eq!(source, Some(Source::file(case.article())));
    assert_eq!(window.session().desk().name(), Some("bruecke.txt"));
    assert_eq!(verdicts(&window), [Open, Open, Rejected]);
    // It is open already: no second tab.
    window.ask(Command::Open(case.sidecar()));
    window.wait("the tab", |session| {
        session.desks().iter().all(|desk| desk.reading.is_none())
    });
    assert_eq!(window.session().desks().len(), 1);

    // Alone it is its own article.
    std::fs::remove_file(case.article()).expect("it is there");
    let mut window = case.empty_window();
    open(&mut window, &case.sidecar());
    correct(&mut window, judge(0, Accepted));
    wait_until_saved(&mut window);
    assert_eq!(case.saved().steps().len(), 2);
}

#[test]
fn what_was_pasted_keeps_its_corrections_too() {
    let case = Case::new();
    let paste = |window: &mut Window| {
        let clip = wortlaut::gui::source::Clip {
            html: None,
            text: TEXT.to_owned(),
        };
        window.ask(Command::Pasted(Some(clip)));
        window.wait("the article", |session| session.desk().opened.is_some());
    };
    let mut window = case.empty_window();
    paste(&mut window);
    correct(&mut window, judge(1, Accepted));
    wait_until_saved(&mut window);
    let mut again = case.empty_window();
    paste(&mut again);
    assert_eq!(verdicts(&again), [Open, Accepted, Open]);
    assert!(!case.sidecar().exists());
}

#[test]
fn where_nothing_can_be_saved_it_is_told_once_and_nothing_is_lost() {
    let case = Case::new();
    let mut window = case.window();
    // A folder where the file should be: it can neither be written nor be put elsewhere.
    std::fs::create_dir(case.sidecar()).expect("it can be made");
    correct(&mut window, judge(0, Accepted));
    window.wait("the message", |session| !session.messages.is_empty());
    assert!(window.is_there("The corrections are not saved"));
    assert!(window.is_there("not saved"));
    correct(&mut window, judge(1, Accepted));
    assert_eq!(window.session().messages.len(), 1);
    std::fs::remove_dir(case.sidecar()).expect("it is there");
    window.click("not saved");
    wait_until_saved(&mut window);
    assert_eq!(case.saved().steps().len(), 2);
}
