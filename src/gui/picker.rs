//! Asking for a file: the system's dialog, or, where there is none, a path field.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use crate::article;

/// What came of asking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Picked {
    /// This file or folder.
    File(PathBuf),
    /// The reader thought better of it.
    Nothing,
    /// The system has no dialog.
    NoDialog,
}

/// Called once with what was picked, on any thread.
pub type Answer = Box<dyn FnOnce(Picked) + Send>;

/// Words that a dialog shows.
#[derive(Clone, Debug)]
pub struct DialogTexts {
    /// Title of the dialog.
    pub title: String,
    /// Name of the filter for articles.
    pub articles: String,
    /// Name of the filter for everything.
    pub all: String,
}

/// Lets the reader choose files. Tests put their own in its place.
pub trait FilePicker {
    /// Which article to open.
    fn pick_article(&mut self, texts: DialogTexts, answer: Answer);
    /// Which file to read, of any kind.
    fn pick_any(&mut self, texts: DialogTexts, answer: Answer);
    /// Which folder to list.
    fn pick_folder(&mut self, texts: DialogTexts, answer: Answer);
    /// Where to write; `suggested` is a file name.
    fn pick_target(&mut self, texts: DialogTexts, suggested: &str, answer: Answer);
}

/// The system's dialogs, through the desktop portal.
#[derive(Debug, Default)]
pub struct SystemPicker;

/// A portal that knows no file dialog gives up at once and says nothing but "nothing picked". Nobody sees a dialog and closes it faster than this.
const TOO_FAST_FOR_A_READER: Duration = Duration::from_secs(1);

/// File endings of articles, and of annotations that can be opened.
fn endings() -> Vec<&'static str> {
    let articles = article::Format::ALL.into_iter();
    let articles = articles.flat_map(article::Format::extensions).copied();
    articles.chain(["json", "jsonld", "ann", "csv"]).collect()
}

impl FilePicker for SystemPicker {
    fn pick_article(&mut self, texts: DialogTexts, answer: Answer) {
        let dialog = rfd::AsyncFileDialog::new()
            .set_title(texts.title)
            .add_filter(texts.articles, &endings())
            .add_filter(texts.all, &["*"]);
        wait(dialog.pick_file(), answer);
    }

    fn pick_any(&mut self, texts: DialogTexts, answer: Answer) {
        let dialog = rfd::AsyncFileDialog::new().set_title(texts.title);
        wait(dialog.pick_file(), answer);
    }

    fn pick_folder(&mut self, texts: DialogTexts, answer: Answer) {
        let dialog = rfd::AsyncFileDialog::new().set_title(texts.title);
        wait(dialog.pick_folder(), answer);
    }

    fn pick_target(&mut self, texts: DialogTexts, suggested: &str, answer: Answer) {
        let dialog = rfd::AsyncFileDialog::new()
            .set_title(texts.title)
            .set_file_name(suggested);
        wait(dialog.save_file(), answer);
    }
}

/// Waits for the dialog on a thread of its own; made on the window's thread, as some systems demand.
fn wait(dialog: impl Future<Output = Option<rfd::FileHandle>> + Send + 'static, answer: Answer) {
    std::thread::spawn(move || {
        if !has_dialogs() {
            return answer(Picked::NoDialog);
        }
        let asked = Instant::now();
        let picked = match pollster::block_on(dialog) {
            Some(file) => Picked::File(file.path().to_owned()),
            None if asked.elapsed() < TOO_FAST_FOR_A_READER => Picked::NoDialog,
            None => Picked::Nothing,
        };
        answer(picked);
    });
}

/// Whether the system has dialogs at all: the desktop portal's, or zenity's in its place.
#[cfg(target_os = "linux")]
fn has_dialogs() -> bool {
    has_program("zenity") || has_portal().unwrap_or(false)
}

#[cfg(not(target_os = "linux"))]
fn has_dialogs() -> bool {
    true
}

#[cfg(target_os = "linux")]
fn has_program(name: &str) -> bool {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&folders).any(|folder| folder.join(name).is_file())
}

/// Whether the portal runs, or would on being asked.
#[cfg(target_os = "linux")]
fn has_portal() -> zbus::Result<bool> {
    const PORTAL: &str = "org.freedesktop.portal.Desktop";
    let connection = zbus::blocking::Connection::session()?;
    let bus = zbus::blocking::fdo::DBusProxy::new(&connection)?;
    let can_start = bus.list_activatable_names()?;
    Ok(can_start.iter().any(|name| name.as_str() == PORTAL)
        || bus.name_has_owner(PORTAL.try_into()?)?)
}
