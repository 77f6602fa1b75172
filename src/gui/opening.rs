//! Opening and closing articles: which tab each one gets.

use std::path::Path;
use std::sync::Arc;

use crate::review::Review;
use crate::review::transfer::transfer;

use super::command::{ReadFailure, Step};
use super::desk::{Desk, Reading};
use super::examples;
use super::folder::{self, Folder};
use super::opened::Opened;
use super::session::Session;
use super::source::Source;
use super::state::{Effect, Says};

/// More tabs than this are not opened: nobody finds anything in them.
const MOST_TABS: usize = 50;

impl Session {
    /// Reads something into a tab of its own, or shows the tab that has it.
    pub(super) fn open_source(&mut self, source: Source) -> Option<Effect> {
        if let Some(index) = self.desk_of(&source) {
            self.current = index;
            return None;
        }
        let request = self.next_serial();
        let reading = Reading {
            request,
            name: name(&source),
            source: source.clone(),
        };
        self.free_desk()?.reading = Some(reading);
        Some(Effect::Read(request, source))
    }

    /// Reads what is on screen again from where it came from, if need be in another encoding.
    pub(super) fn read_again(&mut self, encoding: Option<String>) -> Option<Effect> {
        let mut source = self.desk().source.clone()?;
        match &mut source {
            Source::File {
                encoding: chosen, ..
            } if encoding.is_some() => *chosen = encoding,
            Source::File { .. } | Source::Example(_) | Source::Clipboard(_) => {}
        }
        let request = self.next_serial();
        self.desk_mut().reading = Some(Reading {
            request,
            name: name(&source),
            source: source.clone(),
        });
        Some(Effect::Read(request, source))
    }

    /// A reading is done.
    pub(super) fn read(&mut self, request: u64, outcome: Result<Arc<Review>, ReadFailure>) {
        let Some(index) = self.desk_awaiting(request) else {
            return;
        };
        let desk = &mut self.desks[index];
        let Some(reading) = desk.reading.take() else {
            return;
        };
        match outcome {
            Ok(review) => {
                if let Some(path) = reading.source.path() {
                    self.settings.remember(path);
                }
                let name = if reading.name.is_empty() {
                    title(&review)
                } else {
                    reading.name
                };
                let review = carried_over(desk.opened.as_ref(), review);
                desk.source = Some(reading.source);
                desk.lay(Opened::new(review, name, request));
                self.dialog = None;
            }
            Err(failure) => {
                if let Some(path) = reading.source.path() {
                    self.settings.forget(path);
                }
                if desk.is_empty() {
                    self.close(index);
                }
                self.say(Says::ReadFailed(failure));
            }
        }
    }

    /// What was to be read is a folder: its articles are listed in the tab instead.
    pub(super) fn list_folder(&mut self, request: u64, folder: Folder) {
        let Some(index) = self.desk_awaiting(request) else {
            return;
        };
        let desk = &mut self.desks[index];
        desk.source = desk.reading.take().map(|reading| reading.source);
        desk.folder = Some(folder);
    }

    /// The tab that waits for a reading.
    pub(super) fn desk_awaiting(&self, request: u64) -> Option<usize> {
        let awaits = |desk: &Desk| {
            let reading = desk.reading.as_ref();
            reading.is_some_and(|reading| reading.request == request)
        };
        self.desks.iter().position(awaits)
    }

    /// Shows a tab.
    pub(super) fn show_desk(&mut self, id: u64) {
        if let Some(index) = self.desks.iter().position(|desk| desk.id == id) {
            self.current = index;
        }
    }

    /// Shows the next or previous tab.
    pub(super) fn step_desk(&mut self, step: Step) {
        let n_desks = self.desks.len();
        self.current = match step {
            Step::Next => (self.current + 1) % n_desks,
            Step::Previous => (self.current + n_desks - 1) % n_desks,
        };
    }

    /// An empty tab at the end, or the one that is empty already.
    pub(super) fn add_desk(&mut self) {
        let empty = self.desks.iter().position(Desk::is_empty);
        self.current = empty.unwrap_or_else(|| {
            let id = self.next_serial();
            self.desks.push(Desk::empty(id));
            self.desks.len() - 1
        });
    }

    /// Takes a tab away; the last one leaves an empty one.
    pub(super) fn close_desk(&mut self, id: u64) {
        if let Some(index) = self.desks.iter().position(|desk| desk.id == id) {
            self.close(index);
        }
    }

    pub(super) fn close(&mut self, index: usize) {
        let desk = self.desks.remove(index);
        self.save_leaving(&desk);
        if let Some(Source::File { path, .. }) = desk.source {
            self.closed.retain(|closed| *closed != path);
            self.closed.push(path);
        }
        if index < self.current || self.current == self.desks.len() {
            self.current = self.current.saturating_sub(1);
        }
        if self.desks.is_empty() {
            let id = self.next_serial();
            self.desks.push(Desk::empty(id));
        }
    }

    /// Opens the file again whose tab was closed last.
    pub(super) fn reopen(&mut self) -> Option<Effect> {
        let path = self.closed.pop()?;
        self.open_source(Source::file(path))
    }

    /// Notes that a file has changed on disk.
    pub(super) fn changed_on_disk(&mut self, path: &Path) {
        for desk in &mut self.desks {
            if desk.source.as_ref().and_then(Source::path) == Some(path) {
                desk.is_outdated = true;
            }
        }
    }

    /// The tab that has something, or waits for it.
    pub(super) fn desk_of(&self, source: &Source) -> Option<usize> {
        let is_it = |other: &Source| match (source.path(), other.path()) {
            (Some(path), Some(other)) => path == other,
            _ => source == other,
        };
        let has_it = |desk: &Desk| {
            let reading = desk.reading.as_ref();
            desk.source.as_ref().is_some_and(is_it)
                || reading.is_some_and(|reading| is_it(&reading.source))
        };
        self.desks.iter().position(has_it)
    }

    /// The tab on screen if it is empty, else a new one beside it; none if there are too many.
    fn free_desk(&mut self) -> Option<&mut Desk> {
        if !self.desk().is_empty() {
            if MOST_TABS <= self.desks.len() {
                self.say(Says::TooManyTabs(MOST_TABS));
                return None;
            }
            let id = self.next_serial();
            self.current += 1;
            self.desks.insert(self.current, Desk::empty(id));
        }
        Some(self.desk_mut())
    }
}

/// The same article read again, with the corrections that were made in it and are kept nowhere else.
fn carried_over(before: Option<&Opened>, review: Arc<Review>) -> Arc<Review> {
    let before = before.map(Opened::review);
    let Some(before) = before.filter(|it| !it.steps().is_empty() && review.steps().is_empty())
    else {
        return review;
    };
    match transfer(before, review.shared_document()) {
        Ok((carried, _)) => Arc::new(carried),
        Err(_) => review,
    }
}

/// What the reader calls it; nothing for what has no name.
fn name(source: &Source) -> String {
    match source {
        Source::File { path, .. } => folder::name(path),
        Source::Example(index) => examples::file_name(*index).to_owned(),
        Source::Clipboard(_) => String::new(),
    }
}

/// Its title, or else its first words.
fn title(review: &Review) -> String {
    const MOST: usize = 60;
    let article = &review.document().article;
    let first = article.blocks.first();
    let first = first.map_or("", |block| block.span.of(&article.text));
    let title = article.source.title.as_deref().unwrap_or(first);
    match title.char_indices().nth(MOST) {
        Some((cut, _)) => format!("{}…", title[..cut].trim_end()),
        None => title.to_owned(),
    }
}
