//! Walking with the keyboard: from statement to statement, from mention to mention.

use crate::document::{Mention, MentionId, StatementId};
use crate::view::context::Card;
use crate::view::shown::Shown;

use super::command::Step;
use super::desk::Desk;
use super::refreshing::Gone;
use super::state::Focus;

impl Desk {
    pub(super) fn step_statement(&mut self, step: Step) {
        let Some(opened) = &self.opened else { return };
        let ids: Vec<StatementId> = self.listed.iter().map(|&row| opened.rows[row].id).collect();
        let here = self
            .focused_statement()
            .and_then(|id| ids.iter().position(|&listed| listed == id));
        let next = match (self.focus, self.gone) {
            (None, Some(Gone::Statement(gap))) => stepped_from(gap, ids.len(), step),
            _ => stepped(here, ids.len(), step),
        };
        if let Some(next) = next {
            self.look_at(Focus::Statement(ids[next]));
        }
    }

    pub(super) fn step_mention(&mut self, step: Step, shown: Shown) {
        let Some(opened) = &self.opened else { return };
        let entity = self.focused_entity();
        let is_walked = |mention: &Mention| match entity {
            Some(entity) => mention.entity == Some(entity),
            None => shown.kind(mention.kind) && mention.stands_out(),
        };
        let ids: Vec<MentionId> = opened
            .findings()
            .shown_mentions()
            .filter(|(_, mention)| is_walked(mention))
            .map(|(id, _)| id)
            .collect();
        let here = match self.focus {
            Some(Focus::Mention(id)) => ids.iter().position(|&walked| walked == id),
            // The entity's first place is on screen already.
            Some(Focus::Entity(_)) => {
                let first = self.card.as_ref().and_then(Card::first_place);
                ids.iter().position(|&walked| Some(walked) == first)
            }
            Some(Focus::Statement(_)) | None => None,
        };
        let next = match (self.focus, self.gone) {
            (None, Some(Gone::Mention(at))) => {
                let mentions = &opened.findings().mentions;
                let gap = ids.partition_point(|id| mentions[id.0 as usize].span.start() < at);
                stepped_from(gap, ids.len(), step)
            }
            _ => stepped(here, ids.len(), step),
        };
        if let Some(next) = next {
            self.look_at(Focus::Mention(ids[next]));
        }
    }
}

/// The place after or before a gap in a list, where something was, around its ends.
fn stepped_from(gap: usize, length: usize, step: Step) -> Option<usize> {
    let last = length.checked_sub(1)?;
    Some(match step {
        Step::Next if last < gap => 0,
        Step::Next => gap,
        Step::Previous => gap.min(length).checked_sub(1).unwrap_or(last),
    })
}

/// The place after or before `here` in a list, around its ends; without a `here` the first or last.
fn stepped(here: Option<usize>, length: usize, step: Step) -> Option<usize> {
    let last = length.checked_sub(1)?;
    Some(match (here, step) {
        (None, Step::Next) => 0,
        (None, Step::Previous) => last,
        (Some(here), Step::Next) => {
            if here < last {
                here + 1
            } else {
                0
            }
        }
        (Some(here), Step::Previous) => here.checked_sub(1).unwrap_or(last),
    })
}
