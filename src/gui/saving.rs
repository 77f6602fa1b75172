//! Saving corrections: what is saved and what is not, and what to do where two windows have changed the same article.

use std::path::{Path, PathBuf};

use crate::exchange::sidecar::{Checksum, Kept};
use crate::review::transfer::Report;

use super::desk::Desk;
use super::failures::WriteReason;
use super::opened::Opened;
use super::saver::{How, Job, Saved, Version};
use super::session::Session;
use super::state::{Dialog, Effect, Says};

/// How the corrections of an article are kept.
#[derive(Debug, Default)]
pub struct Saving {
    /// Where they are kept; nowhere, if they are not.
    kept: Option<(Kept, Vec<PathBuf>)>,
    /// The revision that is in the file, or was read from it.
    saved: Option<u64>,
    /// Why they could not be saved the last time.
    pub failure: Option<WriteReason>,
    /// What somebody else has written to the file in the meantime.
    conflict: Option<Checksum>,
    /// How they are to be saved the next time; not soon if the reader has asked for it.
    how: How,
    /// Whether the file has something that would be lost by writing it, and is kept as a copy first.
    backs_up: bool,
    /// Whether it is a file of its own, beside that of somebody else.
    pub(super) is_apart: bool,
    /// The reading that brings what somebody else has written.
    pub(super) taken_over: Option<u64>,
    /// What became of corrections that did not stay where they were; until the reader has seen it.
    pub report: Option<Report>,
    /// Whether all of that is listed.
    pub lists_report: bool,
}

/// A closed tab whose corrections are still to be written.
#[derive(Debug)]
pub(super) struct Leaving {
    job: Job,
    is_told: bool,
}

/// How far the corrections of an article are saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// There is nothing to save, or no place for it.
    Nothing,
    /// All is in the file.
    Saved,
    /// It will be in a moment.
    Saving,
    /// It cannot be, for the time being.
    Unsaved,
}

/// What to do with corrections where somebody else has made others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Mine take the place of theirs.
    Mine,
    /// Theirs take the place of mine.
    Theirs,
    /// Mine go into a file of their own.
    Both,
}

impl Desk {
    /// How far the corrections on this desk are saved.
    pub fn save_state(&self) -> SaveState {
        let saving = &self.saving;
        match &self.opened {
            Some(_) if saving.conflict.is_some() => SaveState::Unsaved,
            Some(opened) if saving.is_unsaved(opened) => match saving.failure {
                Some(_) => SaveState::Unsaved,
                None => SaveState::Saving,
            },
            Some(opened) if saving.kept.is_some() && !opened.review().steps().is_empty() => {
                SaveState::Saved
            }
            Some(_) | None => SaveState::Nothing,
        }
    }

    /// The file that the corrections are kept in.
    pub fn sidecar(&self) -> Option<&Path> {
        let kept = self.saving.kept.as_ref();
        kept.map(|(kept, _)| kept.path.as_path())
    }

    /// What is to be saved, unless the reader is to choose first.
    fn job(&self) -> Option<Job> {
        let job = self.job_of(self.opened.as_ref()?);
        job.filter(|_| self.saving.conflict.is_none())
    }

    /// What is to be saved of an article that is, or was, on this desk.
    pub(super) fn job_of(&self, opened: &Opened) -> Option<Job> {
        let saving = &self.saving;
        let (last, elsewhere) = saving.kept.as_ref()?;
        if !saving.is_unsaved(opened) {
            return None;
        }
        Some(Job {
            version: Version {
                desk: self.id,
                serial: opened.serial,
                revision: opened.revision,
            },
            review: opened.review().clone(),
            last: last.clone(),
            elsewhere: elsewhere.clone(),
            how: saving.how,
            backs_up: saving.backs_up,
        })
    }
}

impl Saving {
    /// As an article was read: nothing is left to be saved.
    pub(super) fn new(kept: Kept, elsewhere: Vec<PathBuf>) -> Self {
        Self {
            kept: Some((kept, elsewhere)),
            saved: Some(0),
            ..Self::default()
        }
    }

    /// The same place, but with what is on screen still to be saved.
    pub(super) fn carried_on(self) -> Self {
        Self {
            kept: self.kept,
            conflict: self.conflict,
            failure: self.failure,
            is_apart: self.is_apart,
            ..Self::default()
        }
    }

    /// Tells what became of corrections that did not stay where they were.
    pub(super) fn tell(&mut self, report: Report) {
        self.backs_up = !report.lost.is_empty();
        self.report = Some(report).filter(|report| !report.is_empty());
    }

    /// The file as this window knows it.
    pub(super) fn last(&self) -> Option<&Kept> {
        self.kept.as_ref().map(|(last, _)| last)
    }

    pub(super) fn is_unsaved(&self, opened: &Opened) -> bool {
        let has_steps = !opened.review().steps().is_empty();
        self.kept.is_some() && has_steps && self.saved != Some(opened.revision)
    }

    fn note(&mut self, kept: Kept) {
        if let Some((last, elsewhere)) = &mut self.kept {
            elsewhere.retain(|path| *path != kept.path);
            *last = kept;
        }
    }
}

impl Session {
    /// Everything that is to be saved at the moment.
    pub fn jobs(&self) -> Vec<Job> {
        let leaving = self.leaving.iter().map(|leaving| leaving.job.clone());
        let open = self.desks.iter().filter_map(Desk::job);
        open.chain(leaving).collect()
    }

    /// The same, for the end of the program: nothing is asked any more.
    pub fn last_jobs(&self) -> Vec<Job> {
        let leaving = self.leaving.iter().map(|leaving| leaving.job.clone());
        let job = |desk: &Desk| desk.job_of(desk.opened.as_ref()?);
        let open = self.desks.iter().filter_map(job);
        let at_once = |job| Job {
            how: How::Beside,
            ..job
        };
        open.chain(leaving).map(at_once).collect()
    }

    /// Notes which place of the article on screen is on top.
    pub fn note_top(&mut self, top: usize) {
        self.desk_mut().top = top;
    }

    /// Tells that closing the window now loses corrections.
    pub fn warn_of_closing(&mut self) {
        self.say(Says::WouldBeLost);
    }

    /// Whether corrections are not saved because they cannot be.
    pub fn has_failed_to_save(&self) -> bool {
        let is_unsaved = |desk: &Desk| desk.save_state() == SaveState::Unsaved;
        self.desks.iter().any(is_unsaved) || self.leaving.iter().any(|leaving| leaving.is_told)
    }

    /// Files with corrections of open articles, with their tabs.
    pub fn sidecars(&self) -> impl Iterator<Item = (u64, &Path)> {
        let with_file = |desk: &Desk| desk.opened.is_some();
        let desks = self.desks.iter().filter(move |desk| with_file(desk));
        desks.filter_map(|desk| Some((desk.id, desk.sidecar()?)))
    }

    /// A tab is closed: what is not saved yet is saved without it.
    pub(super) fn save_leaving(&mut self, desk: &Desk) {
        // Nobody is there to choose any more: both are kept then.
        let job = desk.opened.as_ref().and_then(|opened| desk.job_of(opened));
        let is_in_conflict = desk.saving.conflict.is_some();
        let how = if is_in_conflict {
            How::Beside
        } else {
            How::Now
        };
        self.save_closed(job, how);
    }

    /// What nobody sees any more is saved all the same.
    pub(super) fn save_closed(&mut self, job: Option<Job>, how: How) {
        self.leaving.extend(job.map(|job| Leaving {
            job: Job { how, ..job },
            is_told: false,
        }));
    }

    /// Saves now what would be saved in a moment.
    pub(super) fn save_now(&mut self) {
        let desk = self.desk_mut();
        match desk.save_state() {
            SaveState::Saving | SaveState::Unsaved if desk.saving.conflict.is_some() => {
                self.dialog = Some(Dialog::Conflict);
            }
            SaveState::Saving | SaveState::Unsaved => desk.saving.how = How::Now,
            SaveState::Saved => {
                if let Some(path) = desk.sidecar().map(Path::to_owned) {
                    self.say(Says::Saved(path));
                }
            }
            SaveState::Nothing => self.say(Says::NothingToSave),
        }
    }

    /// A writing is done.
    pub(super) fn saved(&mut self, version: Version, outcome: Saved) {
        let is_it = |desk: &Desk| desk.id == version.desk;
        if let Some(index) = self
            .leaving
            .iter()
            .position(|leaving| leaving.job.version == version)
        {
            self.left(index, outcome);
            return;
        }
        let Some(index) = self.desks.iter().position(is_it) else {
            return;
        };
        let desk = &mut self.desks[index];
        let opened = desk.opened.as_ref();
        let is_current = opened.is_some_and(|opened| opened.serial == version.serial);
        let saving = &mut desk.saving;
        match outcome {
            Saved::In(kept) | Saved::Beside(kept) if !is_current => {
                // The article was read again in the meantime; the file is the same.
                if saving
                    .kept
                    .as_ref()
                    .is_some_and(|(last, _)| last.path == kept.path)
                {
                    saving.note(kept);
                }
            }
            Saved::In(kept) => {
                let was_asked_for = std::mem::take(&mut saving.how) != How::Soon;
                let has_failed = saving.failure.take().is_some();
                let has_moved = saving
                    .kept
                    .as_ref()
                    .is_some_and(|(last, _)| last.path != kept.path);
                let path = kept.path.clone();
                saving.note(kept);
                saving.saved = Some(version.revision);
                saving.backs_up = false;
                if has_failed {
                    let is_over = |says: &Says| matches!(says, Says::SaveFailed(failed, _) if *failed == path);
                    self.messages.retain(|message| !is_over(&message.says));
                }
                if has_moved {
                    self.say(Says::SavedElsewhere(path));
                } else if was_asked_for || has_failed {
                    self.say(Says::Saved(path));
                }
            }
            Saved::Beside(kept) => {
                let path = kept.path.clone();
                saving.how = How::Soon;
                (saving.failure, saving.conflict) = (None, None);
                saving.note(kept);
                saving.saved = Some(version.revision);
                saving.is_apart = true;
                self.say(Says::SavedBeside(path));
            }
            Saved::Conflict(checksum) if is_current => saving.conflict = Some(checksum),
            Saved::Failed(reason) if is_current => {
                saving.how = How::Soon;
                let is_new = saving.failure.replace(reason.clone()).is_none();
                let path = desk.sidecar().map(Path::to_owned).unwrap_or_default();
                if is_new {
                    self.say(Says::SaveFailed(path, reason));
                }
            }
            Saved::Conflict(_) | Saved::Failed(_) => {}
        }
    }

    /// The same for a tab that was closed.
    fn left(&mut self, index: usize, outcome: Saved) {
        match outcome {
            Saved::In(_) => {
                self.leaving.remove(index);
            }
            Saved::Beside(kept) => {
                self.leaving.remove(index);
                self.say(Says::SavedBeside(kept.path));
            }
            // Nobody is there to choose: both are kept.
            Saved::Conflict(_) => self.leaving[index].job.how = How::Beside,
            Saved::Failed(reason) => {
                let leaving = &mut self.leaving[index];
                let path = leaving.job.last.path.clone();
                if !std::mem::replace(&mut leaving.is_told, true) {
                    self.say(Says::SaveFailed(path, reason));
                }
            }
        }
    }

    /// Asks the reader what to do, where somebody else has made other corrections.
    pub(super) fn ask_about_conflict(&mut self) {
        if self.dialog.is_none() && self.desk().saving.conflict.is_some() {
            self.dialog = Some(Dialog::Conflict);
        }
    }

    /// Does what the reader has chosen.
    pub(super) fn resolve(&mut self, choice: Choice) -> Option<Effect> {
        self.dialog.take_if(|dialog| *dialog == Dialog::Conflict);
        let saving = &mut self.desk_mut().saving;
        let theirs = saving.conflict.take()?;
        match choice {
            Choice::Mine => {
                if let Some((last, _)) = &mut saving.kept {
                    last.checksum = Some(theirs);
                }
                (saving.how, saving.backs_up) = (How::Now, true);
                None
            }
            Choice::Both => {
                saving.how = How::Beside;
                None
            }
            Choice::Theirs => {
                let desk = self.desk_mut();
                // What is on screen is given up.
                desk.saving.saved = desk.opened.as_ref().map(|opened| opened.revision);
                let id = desk.id;
                self.take_over(id)
            }
        }
    }
}

#[cfg(test)]
#[path = "saving_tests.rs"]
mod tests;
