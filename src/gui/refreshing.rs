//! A desk after a correction: what is gone is out of focus, and what was taken back comes into focus again.

use crate::document::Verdict;
use crate::review::Edit;
use crate::view::nesting;

use super::desk::{Desk, card};
use super::opened::Opened;
use super::state::Focus;

/// Where something was that is not shown any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gone {
    /// A mention: this place in the text.
    Mention(usize),
    /// A statement: this position in the list.
    Statement(usize),
}

impl Desk {
    /// Brings everything in line with what is shown now, after a correction: what is gone is out of focus. `before`
    /// is the [`Self::place`] of it.
    pub(super) fn refresh(&mut self, before: Option<Gone>) {
        let Some(opened) = &self.opened else { return };
        let is_there = |focus| is_shown(opened, focus);
        self.history.retain(is_there);
        self.picked = None;
        self.menu
            .take_if(|id| !is_shown(opened, Focus::Mention(*id)));
        self.offer.take_if(|offer| !offer.holds(opened));
        let kept = self.card.take().map(|card| card.id);
        let focus = self
            .focus
            .and_then(|focus| shown_in_place_of(opened, focus));
        let id = match focus {
            Some(Focus::Mention(id)) => {
                let span = opened.findings().mention(id).span;
                self.nesting =
                    nesting::nesting(opened.findings(), opened.mentions_around(span), id);
                opened.findings().mention(id).entity
            }
            Some(Focus::Entity(id)) => Some(id),
            Some(Focus::Statement(_)) | None => kept,
        };
        self.gone = match focus {
            Some(_) => None,
            None => before.or(self.gone),
        };
        self.card = id.and_then(|id| card(opened, id, None, self.sorting));
        self.focus = focus;
        if let Some(speaker) = &self.filter.speaker
            && !opened
                .speakers
                .iter()
                .any(|choice| choice.speaker.key == *speaker)
        {
            self.filter.speaker = None;
        }
        // A search among statements may look at mentions, too.
        if opened.has_new_rows() || !self.filter.words.trim().is_empty() {
            self.list();
        }
        self.search_again();
    }

    /// Where what is in focus stands, before a correction that may take it away.
    pub(super) fn place(&self) -> Option<Gone> {
        let opened = self.opened.as_ref()?;
        match self.focus? {
            Focus::Mention(id) => Some(Gone::Mention(opened.findings().mention(id).span.start())),
            Focus::Statement(id) => {
                let mut listed = self.listed.iter();
                let row = listed.position(|&row| opened.rows[row].id == id)?;
                Some(Gone::Statement(row))
            }
            Focus::Entity(_) => None,
        }
    }

    /// Looks at what a correction is about, if that can be seen.
    pub(super) fn look_at_subject(&mut self, edit: &Edit) {
        let Some(opened) = &self.opened else { return };
        let subject = subject(edit, opened).filter(|&focus| is_shown(opened, focus));
        if let Some(focus) = subject.filter(|&focus| self.focus != Some(focus)) {
            self.look_at(focus);
        }
    }
}

/// What a correction is about; of several the first.
fn subject(edit: &Edit, opened: &Opened) -> Option<Focus> {
    let findings = opened.findings();
    match edit {
        Edit::JudgeMention { mention, .. }
        | Edit::SetMentionKind { mention, .. }
        | Edit::SetMentionEntity { mention, .. }
        | Edit::ResizeMention { mention, .. }
        | Edit::SetMentionNote { mention, .. } => Some(Focus::Mention(*mention)),
        Edit::AddMention { span, .. } => {
            let mut mentions = findings.shown_mentions();
            let added = mentions.find(|(_, mention)| mention.span == *span);
            added.map(|(id, _)| Focus::Mention(id))
        }
        Edit::RenameEntity { entity, .. }
        | Edit::SetEntityKind { entity, .. }
        | Edit::SetEntityRole { entity, .. }
        | Edit::SetEntityNote { entity, .. }
        | Edit::MergeEntities { into: entity, .. } => Some(Focus::Entity(*entity)),
        Edit::SplitEntity { mentions, .. } => mentions.first().copied().map(Focus::Mention),
        Edit::JudgeStatement { statement, .. }
        | Edit::SetStatementKind { statement, .. }
        | Edit::ResizeStatement { statement, .. }
        | Edit::SetSpeaker { statement, .. }
        | Edit::SetAddressee { statement, .. }
        | Edit::SetVia { statement, .. }
        | Edit::SetKey { statement, .. }
        | Edit::SetStatementNote { statement, .. } => Some(Focus::Statement(*statement)),
        Edit::AddStatement { content, .. } => {
            let mut statements = findings.shown_statements();
            let added = statements.find(|(_, statement)| statement.content == *content);
            added.map(|(id, _)| Focus::Statement(id))
        }
        Edit::SetArticleNote { .. } => None,
        Edit::Group { edits } => edits.first().and_then(|edit| subject(edit, opened)),
    }
}

/// Whether something can be looked at.
fn is_shown(opened: &Opened, focus: Focus) -> bool {
    let findings = opened.findings();
    match focus {
        Focus::Mention(id) => (findings.mentions.get(id.0 as usize))
            .is_some_and(|mention| mention.verdict != Verdict::Rejected),
        Focus::Entity(id) => (id.0 as usize) < findings.entities.len(),
        Focus::Statement(id) => opened.row(id).is_some(),
    }
}

/// What to look at after a correction: the same, or, where a mention is gone, what it stood for.
fn shown_in_place_of(opened: &Opened, focus: Focus) -> Option<Focus> {
    if is_shown(opened, focus) {
        return Some(focus);
    }
    let Focus::Mention(id) = focus else {
        return None;
    };
    let mention = opened.findings().mentions.get(id.0 as usize)?;
    let (n_mentions, _) = opened.tally(id)?;
    (0 < n_mentions).then(|| mention.entity.map(Focus::Entity))?
}
