//! Picking somebody: what for, who is offered, and what comes of it. No egui in here.

mod offering;

use crate::document::{EntityId, MentionId, Statement, StatementId, Verdict};
use crate::review::{Edit, Said};

use super::finder::Found;
use super::i18n::Texts;
use super::session::Session;
use super::state::{Dialog, Focus};

use offering::{Offering, trimmed};

/// What somebody is picked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picking {
    /// Who says it.
    Speaker(StatementId),
    /// To whom it is said.
    Addressee(StatementId),
    /// Through whom it became known; who is among them already is taken out.
    Via(StatementId),
    /// Who is meant here.
    Meant(MentionId),
    /// Who is the same.
    Merge(EntityId),
}

/// The same for whatever is in focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Who says the statement in focus.
    Speaker,
    /// To whom it is said.
    Addressee,
    /// Through whom it became known.
    Via,
    /// Who is meant by the mention in focus.
    Meant,
    /// Who is the same as the name in focus.
    Merge,
}

/// What is offered.
#[derive(Clone, Debug)]
pub struct Offer {
    /// Names, then what is always there.
    pub found: Vec<Found>,
    /// How many of the last ones are always there.
    pub n_pinned: usize,
    /// How many of the first ones fit what was typed.
    pub n_fitting: usize,
}

impl Session {
    /// Asks for somebody for what is in focus.
    pub(super) fn ask(&mut self, asked: Asked) {
        let desk = self.desk();
        let mention = match desk.focus {
            Some(Focus::Mention(id)) => Some(id),
            Some(Focus::Entity(_) | Focus::Statement(_)) | None => None,
        };
        let picking = match asked {
            Asked::Speaker => desk.focused_statement().map(Picking::Speaker),
            Asked::Addressee => desk.focused_statement().map(Picking::Addressee),
            Asked::Via => desk.focused_statement().map(Picking::Via),
            Asked::Meant => mention.map(Picking::Meant),
            Asked::Merge => desk.focused_entity().map(Picking::Merge),
        };
        if let Some(picking) = picking {
            self.dialog = Some(Dialog::pick(picking));
        }
    }

    /// After two names were merged, looks at the one that stays. After a statement was added, asks who says it; if the
    /// reader has not told.
    pub(super) fn ask_after(&mut self, edit: &Edit) {
        if let Edit::MergeEntities { from, into } = edit
            && self.desk().focus == Some(Focus::Entity(*from))
        {
            self.desk_mut().look_at(Focus::Entity(*into));
        }
        let Edit::AddStatement {
            content,
            speaker: Said::Unknown,
            ..
        } = edit
        else {
            return;
        };
        let Some(opened) = &self.desk().opened else {
            return;
        };
        let is_it = |statement: &Statement| {
            statement.content == *content && statement.verdict != Verdict::Rejected
        };
        let added = opened.findings().statements.iter().position(is_it);
        if let Some(index) = added {
            let id = StatementId(index as u32);
            self.desk_mut().look_at(Focus::Statement(id));
            self.dialog = Some(Dialog::pick(Picking::Speaker(id)));
        }
    }

    /// Who is offered for what was typed.
    pub(super) fn offer(&self, picking: Picking, query: &str, texts: &Texts) -> Option<Offer> {
        let desk = self.desk();
        let opened = desk.opened.as_ref()?;
        let article = &opened.document().article;
        let selected = desk
            .selection
            .map(|selection| trimmed(&article.text, selection.span()))
            .filter(|span| !span.is_empty());
        let offering = Offering {
            opened,
            picking,
            query: query.trim(),
            selected,
            texts,
        };
        offering.is_possible().then(|| offering.offer())
    }
}

#[cfg(test)]
#[path = "picking_tests.rs"]
mod tests;
