//! Correcting where it stands in the text: selected words are marked, marks retyped, resized, confirmed, rejected.
//! No egui in here.

use crate::document::{Kind, MentionId, StatementId, StatementKind, Verdict};
use crate::review::{Edit, Said, Who};
use crate::span::Span;
use crate::view::edges::{self, Edge, Matter};
use crate::view::marking::{self, Change};
use crate::view::occurrences::{self, Marked};
use crate::view::selection::{Grain, Selection};
use crate::view::trimming;

use super::checking::{Checking, Offer};
use super::command::Step;
use super::correcting::Done;
use super::desk::Desk;
use super::session::Session;
use super::state::{Focus, Tab};

/// Something to correct in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marking {
    /// What is selected, or what is marked where the reader looks, names something of this kind.
    Kind(Kind),
    /// What is selected is said so; or what is said where the reader looks.
    Statement(StatementKind),
    /// What is selected names who makes the statement in focus.
    Speaker,
    /// What is selected is what the statement in focus says.
    Content,
    /// What the reader looks at is right.
    Confirm,
    /// What the reader looks at is wrong.
    Reject,
    /// Neither right nor wrong: nobody has looked at it yet.
    Reopen,
    /// One edge of what is selected or marked goes on in the text, or back.
    MoveEdge(Edge, Step, Grain),
    /// What is marked covers these words.
    Resize(MentionId, Span),
    /// This part of what is said covers these words: the number of the part.
    ResizeContent(StatementId, usize, Span),
    /// Selects the next word, or the one before; the one where the reader looks if none is selected.
    StepWord(Step),
    /// The keyboard is on this mark, or on none.
    Under(Option<MentionId>),
    /// Shows what can be done with a mark; the one where the reader looks.
    Menu(Option<MentionId>),
    /// Shows that no longer.
    CloseMenu,
    /// All places where the same stands, one by one, or all at once.
    Occurrences(Checking),
}

impl Session {
    /// Does one thing of these.
    pub(super) fn mark(&mut self, marking: Marking) {
        match marking {
            Marking::Kind(kind) => self.mark_kind(kind),
            Marking::Statement(kind) => self.mark_statement(kind),
            Marking::Speaker => self.use_as_speaker(),
            Marking::Content => self.use_as_content(),
            Marking::Confirm => self.judge(Verdict::Accepted),
            Marking::Reject => self.judge(Verdict::Rejected),
            Marking::Reopen => self.judge(Verdict::Open),
            Marking::MoveEdge(edge, step, grain) => self.move_edge(edge, step == Step::Next, grain),
            Marking::Resize(mention, span) => {
                self.made(Edit::ResizeMention { mention, span });
            }
            Marking::ResizeContent(id, part, span) => self.resize_content(id, part, span),
            Marking::StepWord(step) => self.desk_mut().step_word(step == Step::Next),
            Marking::Under(id) => self.desk_mut().under_keys = id,
            Marking::Menu(id) => {
                let desk = self.desk_mut();
                let id = id.or_else(|| desk.looked_at());
                if let Some(id) = id.filter(|&id| desk.focus != Some(Focus::Mention(id))) {
                    desk.look_at(Focus::Mention(id));
                }
                desk.menu = id;
            }
            Marking::CloseMenu => self.desk_mut().menu = None,
            Marking::Occurrences(checking) => self.check(checking),
        }
    }

    /// Makes a correction; whether anything has changed.
    pub(super) fn made(&mut self, edit: Edit) -> bool {
        let before = self.done.as_ref().map(|&(serial, _)| serial);
        self.correct(edit);
        (self.done.as_ref())
            .is_some_and(|(after, done)| Some(*after) != before && matches!(done, Done::Made(_)))
    }

    fn mark_kind(&mut self, kind: Kind) {
        let desk = self.desk();
        let Some(opened) = &desk.opened else { return };
        let article = &opened.document().article;
        let findings = opened.findings();
        if let Some(selected) = desk.selected() {
            let Some(span) = trimming::name(article, selected) else {
                return;
            };
            let around = opened.mentions_around(span);
            let looked_at = desk.looked_at();
            let edit = marking::edit(&article.text, findings, around, looked_at, (span, kind));
            self.made(edit);
            self.desk_mut().selection = None;
            self.look_at_mark(span, kind);
            return;
        }
        let Some(mention) = desk.looked_at() else {
            return;
        };
        let span = findings.mention(mention).span;
        // Who goes through findings is at the next one already.
        if self.made(Edit::SetMentionKind { mention, kind }) && self.desk().tab != Tab::Review {
            self.look_at_mark(span, kind);
        }
    }

    /// Looks at the mark that has just been made, and offers to mark its other places.
    fn look_at_mark(&mut self, span: Span, kind: Kind) {
        let Some(opened) = &self.desk().opened else {
            return;
        };
        let findings = opened.findings();
        let mut around = opened.mentions_around(span).iter();
        let Some(&id) = around.find(|&&id| {
            let mention = findings.mention(id);
            mention.span == span && mention.kind == kind
        }) else {
            return;
        };
        let marked = Marked {
            span,
            kind,
            entity: findings.mention(id).entity,
        };
        let offer = if kind.is_name() {
            let article = &opened.document().article;
            let words = span.of(&article.text);
            let forms = occurrences::forms(&article.text, words, kind);
            let in_block = |index: usize| opened.mentions_in(index);
            let open = occurrences::open(article, findings, in_block, (&forms, marked));
            Offer::new(opened, words, open, Change::Mark(kind, marked.entity))
        } else {
            None
        };
        let desk = self.desk_mut();
        desk.look_at(Focus::Mention(id));
        desk.offer = offer;
    }

    fn mark_statement(&mut self, kind: StatementKind) {
        let desk = self.desk();
        let Some(opened) = &desk.opened else { return };
        if let Some(selected) = desk.selected() {
            let content = trimming::statement(&opened.document().article, selected);
            if content.is_empty() {
                return;
            }
            let mut shown = opened.findings().shown_statements();
            let there = shown.find_map(|(id, old)| (old.content == content).then_some(id));
            drop(shown);
            self.desk_mut().selection = None;
            if let Some(statement) = there {
                // Who says it stays.
                self.made(Edit::SetStatementKind { statement, kind });
                self.desk_mut().look_at(Focus::Statement(statement));
            } else {
                self.made(Edit::AddStatement {
                    content,
                    kind,
                    speaker: Said::Unknown,
                });
            }
        } else if let Some(statement) = desk.focused_statement() {
            self.made(Edit::SetStatementKind { statement, kind });
        }
    }

    fn use_as_speaker(&mut self) {
        let desk = self.desk();
        let (Some(opened), Some(statement)) = (&desk.opened, desk.focused_statement()) else {
            return;
        };
        let selected = desk.selected();
        let article = &opened.document().article;
        if let Some(span) = selected.and_then(|span| trimming::name(article, span)) {
            let speaker = Said::By(Who::Words(span));
            self.made(Edit::SetSpeaker { statement, speaker });
            self.desk_mut().selection = None;
        }
    }

    fn use_as_content(&mut self) {
        let desk = self.desk();
        let (Some(opened), Some(statement)) = (&desk.opened, desk.focused_statement()) else {
            return;
        };
        let selected = desk.selected();
        let article = &opened.document().article;
        let content = selected.map(|span| trimming::statement(article, span));
        if let Some(content) = content.filter(|content| !content.is_empty()) {
            self.made(Edit::ResizeStatement { statement, content });
            self.desk_mut().selection = None;
        }
    }

    fn judge(&mut self, verdict: Verdict) {
        let desk = self.desk();
        if let Some(mention) = desk.looked_at() {
            let offer = self.offer_to_reject(mention, verdict);
            if self.made(Edit::JudgeMention { mention, verdict }) {
                self.desk_mut().offer = offer;
            }
        } else if let Some(statement) = desk.focused_statement() {
            self.made(Edit::JudgeStatement { statement, verdict });
        }
    }

    /// What else is to be rejected with a mark.
    fn offer_to_reject(&self, mention: MentionId, verdict: Verdict) -> Option<Offer> {
        let opened = self.desk().opened.as_ref()?;
        let (article, findings) = (&opened.document().article, opened.findings());
        let rejected = findings.mentions.get(mention.0 as usize)?;
        if verdict != Verdict::Rejected || !rejected.kind.is_name() {
            return None;
        }
        let alike = occurrences::alike(article, findings, mention);
        let words = rejected.span.of(&article.text);
        let offer = Offer::new(opened, words, alike, Change::Reject)?;
        // It is made for what comes next.
        Some(offer.after_one_step())
    }

    fn move_edge(&mut self, edge: Edge, is_on: bool, grain: Grain) {
        let desk = self.desk();
        let Some(opened) = &desk.opened else { return };
        let article = &opened.document().article;
        let moved = |span, matter| edges::moved(article, span, (edge, matter), is_on, grain);
        if let Some(selected) = desk.selected() {
            if let Some(span) = moved(selected, Matter::Name) {
                self.desk_mut().selection = Some(Selection::of_words(span));
            }
        } else if let Some(mention) = desk.looked_at() {
            let span = opened.findings().mention(mention).span;
            if let Some(span) = moved(span, Matter::Name) {
                self.made(Edit::ResizeMention { mention, span });
            }
        } else if let Some(id) = desk.focused_statement() {
            let content = &opened.findings().statement(id).content;
            let part = match edge {
                Edge::Left => 0,
                Edge::Right => content.len().saturating_sub(1),
            };
            let old = content.get(part).copied();
            if let Some(span) = old.and_then(|span| moved(span, Matter::Statement)) {
                self.resize_content(id, part, span);
            }
        }
    }

    fn resize_content(&mut self, statement: StatementId, part: usize, span: Span) {
        let Some(opened) = &self.desk().opened else {
            return;
        };
        let Some(old) = opened.findings().statements.get(statement.0 as usize) else {
            return;
        };
        let mut content = old.content.clone();
        let Some(place) = content.get_mut(part) else {
            return;
        };
        *place = span;
        // What grows over its neighbour takes it in.
        let mut merged: Vec<Span> = Vec::with_capacity(content.len());
        for span in content {
            match merged.last_mut() {
                Some(last) if span.start() < last.end() => *last = last.hull(span),
                _ => merged.push(span),
            }
        }
        self.made(Edit::ResizeStatement {
            statement,
            content: merged,
        });
    }
}

impl Desk {
    /// Where some of the text is selected.
    pub fn selected(&self) -> Option<Span> {
        let selection = self.selection.filter(|selection| !selection.is_empty())?;
        Some(selection.span())
    }

    /// The mark that the keyboard is on, or else the one in focus, if it is shown.
    pub fn looked_at(&self) -> Option<MentionId> {
        let opened = self.opened.as_ref()?;
        let in_focus = match self.focus {
            Some(Focus::Mention(id)) => Some(id),
            Some(Focus::Entity(_) | Focus::Statement(_)) | None => None,
        };
        let is_shown = |id: &MentionId| {
            let mention = opened.findings().mentions.get(id.0 as usize);
            mention.is_some_and(|mention| mention.verdict != Verdict::Rejected)
        };
        // Who goes through findings means the one in question, wherever the keyboard was left.
        let under_keys = self.under_keys.filter(|_| self.tab != Tab::Review);
        under_keys.or(in_focus).filter(is_shown)
    }

    /// Selects the word beside the selected ones; if nothing is selected, the one where the reader looks.
    fn step_word(&mut self, is_on: bool) {
        let Some(opened) = &self.opened else { return };
        let article = &opened.document().article;
        let caret = self.selection.map(|selection| selection.span().start());
        let jumped = self.jump.map(|(_, span)| span.start());
        let word = match self.selected() {
            Some(selected) => edges::word_beside(article, selected, is_on),
            None => edges::word_at(article, caret.or(jumped).unwrap_or_default()),
        };
        if let Some(word) = word {
            self.selection = Some(Selection::of_words(word));
            self.jump_to(word);
        }
    }
}

#[cfg(test)]
#[path = "marking_tests.rs"]
mod tests;
