//! Corrections of the article on screen: making them, taking them back, and making them again.

use std::time::SystemTime;

use jiff::Timestamp;

use crate::review::{Edit, EditError, Review, Stamp, Step};

use super::citing::Copied;
use super::session::Session;
use super::state::Tab;

/// What came of the last correction, or of the last copy, for whoever tells the reader.
#[derive(Clone, Debug, PartialEq)]
pub enum Done {
    /// It was made.
    Made(Edit),
    /// It was taken back.
    Undone(Edit),
    /// It was made again.
    Redone(Edit),
    /// The reader went back or forth to where so many steps are in force.
    Moved(usize),
    /// It does not fit.
    Refused(EditError),
    /// Something was copied.
    Copied(Copied),
}

impl Session {
    /// Makes a correction; one that changes nothing is none.
    pub(super) fn correct(&mut self, edit: Edit) {
        let stamp = Stamp {
            by: self.settings.reader_name.trim().to_owned(),
            at: now(),
        };
        let told = edit.clone();
        let before = self.serial();
        self.revise(|review| match review.apply(edit, stamp) {
            Ok(true) => Some(Done::Made(told)),
            Ok(false) => None,
            Err(error) => Some(Done::Refused(error)),
        });
        if let Some((_, Done::Made(edit))) = self.done.clone().filter(|&(at, _)| before < at) {
            self.ask_after(&edit);
        }
    }

    /// Takes the last correction back.
    pub(super) fn undo(&mut self) {
        self.revise(|review| {
            let edit = review.next_undo().map(edit_of)?;
            review.undo().then_some(Done::Undone(edit))
        });
    }

    /// Makes the correction again that was taken back last.
    pub(super) fn redo(&mut self) {
        self.revise(|review| {
            let edit = review.next_redo().map(edit_of)?;
            review.redo().then_some(Done::Redone(edit))
        });
    }

    /// Takes back or makes again until so many steps are in force.
    pub(super) fn move_to_step(&mut self, cursor: usize) {
        self.revise(|review| {
            let has_moved = review.move_to(cursor);
            has_moved.then(|| Done::Moved(review.cursor()))
        });
    }

    /// Changes the review of the article on screen, and everything that is derived from it.
    fn revise(&mut self, change: impl FnOnce(&mut Review) -> Option<Done>) {
        let desk = self.desk_mut();
        let next = desk.next_in_queue();
        let place = desk.place();
        let Some(opened) = desk.opened.take() else {
            return;
        };
        let (opened, done) = opened.revised(change);
        desk.opened = Some(opened);
        if let Some(done) = done {
            desk.refresh(place);
            let tab = desk.tab;
            match &done {
                // Who goes through findings stays among them.
                _ if desk.tab == Tab::Review => desk.go_on_after(&done, next),
                Done::Undone(edit) | Done::Redone(edit) => desk.look_at_subject(edit),
                _ => {}
            }
            desk.compare_again(tab);
            self.done = Some((self.next_serial(), done));
            self.offer_to_learn();
        }
    }
}

fn edit_of(step: &Step) -> Edit {
    step.edit.clone()
}

/// The time to the second.
fn now() -> Timestamp {
    let now = Timestamp::try_from(SystemTime::now()).unwrap_or_default();
    Timestamp::from_second(now.as_second()).unwrap_or_default()
}

#[cfg(test)]
#[path = "correcting_tests.rs"]
mod tests;
