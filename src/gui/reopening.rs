//! Corrections that come back: with an article that is opened or read again, and from another window.

use std::path::Path;
use std::sync::Arc;

use crate::exchange::sidecar::{Came, Checksum, Reopened};
use crate::review::transfer::transfer;

use super::desk::Reading;
use super::folder;
use super::opened::Opened;
use super::same_place::SamePlace;
use super::saver::How;
use super::saving::{SaveState, Saving};
use super::session::Session;
use super::source::Source;
use super::state::{Effect, Says};

impl Session {
    /// A file with corrections was touched; it holds this now.
    pub(super) fn sidecar_touched(
        &mut self,
        id: u64,
        path: &Path,
        checksum: Option<&Checksum>,
    ) -> Option<Effect> {
        let desk = self.desks.iter().find(|desk| desk.id == id)?;
        let last = desk.saving.last().filter(|last| last.path == path)?;
        let is_new = checksum.is_some() && last.checksum.as_ref() != checksum;
        // With something unsaved here, writing it finds out.
        let is_free = matches!(desk.save_state(), SaveState::Nothing | SaveState::Saved);
        // What is kept apart is nobody else's.
        if is_new && is_free && desk.reading.is_none() && !desk.saving.is_apart {
            return self.take_over(id);
        }
        None
    }

    /// Reads an article again with what somebody else has made of it.
    pub(super) fn take_over(&mut self, id: u64) -> Option<Effect> {
        let request = self.next_serial();
        let desk = self.desks.iter_mut().find(|desk| desk.id == id)?;
        let source = desk.source.clone()?;
        let name = desk.name().unwrap_or_default().to_owned();
        desk.saving.taken_over = Some(request);
        desk.reading = Some(Reading {
            request,
            name,
            source: source.clone(),
        });
        Some(Effect::Read(request, source))
    }

    /// An article was read, and its corrections with it; from `source`, which may not be what was asked for.
    pub(super) fn reopened(&mut self, request: u64, source: Source, reopened: Reopened) {
        let Some(index) = self.desk_awaiting(request) else {
            return;
        };
        let is_asked_for = |reading: &Reading| reading.source.path() == source.path();
        if !self.desks[index].reading.as_ref().is_some_and(is_asked_for) {
            // The corrections were opened; beside them is the article, which may be open.
            let other = self.desk_of(&source);
            let desk = &mut self.desks[index];
            if let Some(other) = other {
                desk.reading = None;
                let id = self.desks[other].id;
                if self.desks[index].is_empty() {
                    self.close(index);
                }
                self.show_desk(id);
                return;
            }
            if let Some(reading) = &mut desk.reading {
                reading.name = source.path().map(folder::name).unwrap_or_default();
                reading.source = source;
            }
        }
        let Reopened {
            mut review,
            kept,
            elsewhere,
            mut came,
        } = reopened;
        let mut saving = Saving::new(kept, elsewhere);
        let desk = &mut self.desks[index];
        let is_taken_over = desk.saving.taken_over == Some(request);
        let is_usable = !matches!(came, Came::Not(_));
        let is_unsaved = |opened: &Opened| desk.saving.is_unsaved(opened);
        if is_taken_over && is_usable && desk.opened.as_ref().is_some_and(is_unsaved) {
            // The reader has gone on in the meantime: saving that will ask him.
            desk.reading = None;
            return;
        }
        let before = desk.opened.take();
        let place = before.as_ref().map(|opened| SamePlace::of(desk, opened));
        // What is on screen is newer than any file, or in one of its own, or what there is in its place is of no use.
        let stays = |opened: &&Opened| {
            if is_taken_over {
                !is_usable && !opened.review().steps().is_empty()
            } else {
                desk.saving.is_unsaved(opened) || desk.saving.is_apart
            }
        };
        if let Some(opened) = before.as_ref().filter(stays) {
            if let Ok((mine, report)) = transfer(opened.review(), review.shared_document()) {
                review = Arc::new(mine);
                if is_taken_over {
                    saving = saving.carried_on();
                } else {
                    came = Came::Back(report);
                    saving = std::mem::take(&mut desk.saving).carried_on();
                }
            } else {
                let job = desk.job_of(opened);
                self.save_closed(job, How::Beside);
            }
        }
        self.read(request, Ok(review));
        if let Came::Back(report) = &came {
            saving.tell(report.clone());
        }
        let Some(desk) = self.desks.get_mut(index) else {
            return;
        };
        desk.saving = saving;
        if let (Some(place), Some(before)) = (place, before) {
            place.restore(desk, &before);
        }
        if let Came::Not(trouble) = came {
            self.say(Says::ReviewNotUsed(trouble));
        } else if is_taken_over {
            self.say(Says::TakenOver);
        }
    }
}
