//! An article with its corrections in a folder, and windows on it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use wortlaut::article;
use wortlaut::document::{
    Confidence, Document, Entity, EntityId, Findings, Form, Kind, Mention, MentionId, Verdict,
};
use wortlaut::exchange;
use wortlaut::gui::command::{Command, ReadFailure};
use wortlaut::gui::failures::ReadReason;
use wortlaut::gui::review_store::ReviewStore;
use wortlaut::gui::saving::SaveState;
use wortlaut::gui::session::Session;
use wortlaut::gui::source::Source;
use wortlaut::gui::worker::{Read, Reading, Worker};
use wortlaut::review::{Edit, Review, Stamp};
use wortlaut::span::Span;

use crate::harness::Window;

pub const TEXT: &str = "Stadt sperrt Brücke\n\nErika Ohnesorg sagte am Montag, die Brücke sei nicht mehr sicher.\n\n\
Kurt Weide von den Stadtwerken widersprach ihr am Abend im Rathaus.\n";

const NAMES: [&str; 3] = ["Erika Ohnesorg", "Kurt Weide", "Stadtwerken"];

/// Finds the same names wherever they stand in a file, or the clipboard.
struct NamesReading;

impl Reading for NamesReading {
    fn read(&mut self, source: Source) -> Result<Read, ReadFailure> {
        let path = source.path().map(Path::to_owned);
        let is_ours = |path: &Path| path.extension().is_some_and(|ending| ending == "json");
        if let Some(path) = path.as_deref().filter(|path| is_ours(path)) {
            let review = exchange::open(path).map_err(|_| ReadFailure {
                name: path.display().to_string(),
                reason: ReadReason::Internal,
            })?;
            return Ok(review.into());
        }
        let text = match &source {
            Source::Clipboard(clip) => clip.text.clone(),
            _ => std::fs::read_to_string(path.clone().unwrap_or_default()).unwrap_or_default(),
        };
        Ok(Review::new(Arc::new(document(&text, path))).into())
    }
}

fn document(text: &str, path: Option<PathBuf>) -> Document {
    let mut findings = Findings::default();
    for (index, name) in (0..).zip(NAMES) {
        findings.entities.push(Entity::new(name, Kind::Person));
        findings
            .mentions
            .extend(text.match_indices(name).map(|(start, _)| Mention {
                entity: Some(EntityId(index)),
                ..Mention::new(
                    Span::new(start, start + name.len()),
                    Kind::Person,
                    Form::Name,
                    Confidence::new(0.9),
                )
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
pub struct Case {
    pub folder: tempfile::TempDir,
}

impl Case {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let case = Self { folder };
        case.write(TEXT);
        case
    }

    pub fn article(&self) -> PathBuf {
        self.folder.path().join("bruecke.txt")
    }

    pub fn sidecar(&self) -> PathBuf {
        self.folder.path().join("bruecke.txt.wortlaut.json")
    }

    pub fn write(&self, text: &str) {
        std::fs::write(self.article(), text).expect("it can be written");
    }

    pub fn empty_window(&self) -> Window {
        let store = ReviewStore::at(self.folder.path().join("daten"));
        Window::with(Worker::start(|| NamesReading, || {}), store, 0.25)
    }

    pub fn window(&self) -> Window {
        let mut window = self.empty_window();
        open(&mut window, &self.article());
        window
    }

    /// What was saved.
    pub fn saved(&self) -> Review {
        exchange::open(&self.sidecar()).expect("it can be opened")
    }

    /// What somebody else saves, in one step.
    pub fn save_as_somebody_else(&self, edit: Edit) {
        let mut review = Review::new(Arc::new(document(TEXT, Some(self.article()))));
        review.apply(edit, Stamp::default()).expect("it fits");
        std::fs::write(self.sidecar(), exchange::json::write(&review)).expect("it can be written");
    }
}

pub fn open(window: &mut Window, path: &Path) {
    window.ask(Command::Open(path.to_owned()));
    window.wait("the article", |session| {
        session.desk().opened.is_some() && session.desk().reading.is_none()
    });
}

pub fn judge(mention: u32, verdict: Verdict) -> Edit {
    let mention = MentionId(mention);
    Edit::JudgeMention { mention, verdict }
}

pub fn correct(window: &mut Window, edit: Edit) {
    window.ask(Command::Correct(edit));
}

pub fn wait_until_saved(window: &mut Window) {
    window.wait("the saving", |session| {
        session.desk().save_state() == SaveState::Saved
    });
}

pub fn review(session: &Session) -> &Review {
    session
        .desk()
        .opened
        .as_ref()
        .expect("an article is open")
        .review()
}

pub fn verdicts(window: &Window) -> Vec<Verdict> {
    let mentions = &review(window.session()).findings().mentions;
    mentions.iter().map(|mention| mention.verdict).collect()
}

pub fn has_report(window: &Window) -> bool {
    window.session().desk().saving.report.is_some()
}
