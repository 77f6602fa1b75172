//! Going through what nobody has looked at yet, one finding after another. No egui in here.

use crate::document::Verdict;
use crate::review::Edit;
use crate::view::queue::{Item, Queue};

use super::command::Step;
use super::correcting::Done;
use super::desk::Desk;
use super::session::Session;
use super::state::{Focus, Tab};

/// Where to go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reviewing {
    /// To the next or previous finding; this one stays open.
    Step(Step),
    /// To this one.
    GoTo(Item),
}

impl Session {
    /// Goes on.
    pub(super) fn go_on(&mut self, reviewing: Reviewing) {
        let desk = self.desk_mut();
        let here = desk.reviewing;
        let Some(queue) = desk.queue() else { return };
        let next = match (reviewing, here) {
            (Reviewing::GoTo(item), _) => Some(item),
            (Reviewing::Step(_), None) => queue.first(),
            (Reviewing::Step(Step::Next), Some(here)) => queue.after(here),
            (Reviewing::Step(Step::Previous), Some(here)) => queue.before(here),
        };
        let next = next.or_else(|| queue.first());
        self.desk_mut().put_reviewed(next);
    }

    /// Shows one of the lists on the right.
    pub(super) fn show(&mut self, tab: Tab) {
        let desk = self.desk_mut();
        desk.tab = tab;
        if tab != Tab::Review {
            return;
        }
        let Some(queue) = desk.queue() else { return };
        let here = desk.reviewing.filter(|&item| queue.is_open(item));
        let next = here.or_else(|| queue.first());
        desk.put_reviewed(next);
    }
}

impl Desk {
    /// Everything that is to be looked at.
    pub fn queue(&self) -> Option<&Queue> {
        Some(self.opened.as_ref()?.queue())
    }

    /// Where to go on once the finding that is looked at is done: found before a correction, for that may move it.
    pub(super) fn next_in_queue(&self) -> Option<Item> {
        if self.tab != Tab::Review {
            return None;
        }
        let here = self.reviewing?;
        self.queue()?.after(here)
    }

    /// After a correction, goes on if what was looked at is done; or back to what is open again.
    pub(super) fn go_on_after(&mut self, done: &Done, next: Option<Item>) {
        if self.tab != Tab::Review {
            return;
        }
        let Some(queue) = self.queue() else { return };
        let is_open = |item: &Item| queue.is_open(*item);
        let reopened = match done {
            Done::Undone(edit) => item_of(edit).filter(is_open),
            _ => None,
        };
        let here = self.reviewing.filter(is_open);
        let item = reopened
            .or(here)
            .or_else(|| next.filter(is_open))
            .or_else(|| queue.first());
        self.put_reviewed(item);
    }

    /// Looks at a finding, and stays in the list of them.
    fn put_reviewed(&mut self, item: Option<Item>) {
        self.reviewing = item;
        match item {
            Some(Item::Mention(id)) => self.put(Focus::Mention(id)),
            Some(Item::Statement(id)) => self.put(Focus::Statement(id)),
            None => self.focus = None,
        }
        self.tab = Tab::Review;
    }
}

/// The finding that a correction is about, if it is one only.
fn item_of(edit: &Edit) -> Option<Item> {
    match edit {
        Edit::JudgeMention { mention, .. }
        | Edit::SetMentionKind { mention, .. }
        | Edit::SetMentionEntity { mention, .. }
        | Edit::ResizeMention { mention, .. } => Some(Item::Mention(*mention)),
        Edit::JudgeStatement { statement, .. }
        | Edit::SetStatementKind { statement, .. }
        | Edit::SetSpeaker { statement, .. }
        | Edit::ResizeStatement { statement, .. } => Some(Item::Statement(*statement)),
        _ => None,
    }
}

/// What confirms or rejects a finding.
pub fn judge(item: Item, verdict: Verdict) -> Edit {
    match item {
        Item::Mention(mention) => Edit::JudgeMention { mention, verdict },
        Item::Statement(statement) => Edit::JudgeStatement { statement, verdict },
    }
}

#[cfg(test)]
#[path = "reviewing_tests.rs"]
mod tests;
