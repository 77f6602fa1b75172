//! A tab: one article, and everything that the reader has laid around it.

use std::collections::BTreeSet;

use crate::document::{EntityId, MentionId, StatementId};
use crate::span::Span;
use crate::view::concordance::Sorting;
use crate::view::context::{self, Card};
use crate::view::listing::{self, Filter, Group};
use crate::view::nesting::{self, Nesting};
use crate::view::queue::Item;
use crate::view::selection::Selection;
use crate::view::speaker::SpeakerKey;

use super::checking::Offer;
use super::comparing::Comparison;
use super::folder::Folder;
use super::history::History;
use super::misfits::Misfits;
use super::opened::Opened;
use super::refreshing::Gone;
use super::saving::Saving;
use super::search::Search;
use super::source::Source;
use super::state::{Focus, Tab};

/// An article with its lists, or a place for one.
#[derive(Debug, Default)]
pub struct Desk {
    /// Tells tabs apart; never used twice.
    pub id: u64,
    /// The article on screen.
    pub opened: Option<Opened>,
    /// The article that is being read.
    pub reading: Option<Reading>,
    /// Where the article on screen comes from, to read it anew.
    pub source: Option<Source>,
    /// A folder whose articles are listed, where there is no article.
    pub folder: Option<Folder>,
    /// Whether the file has changed since it was read.
    pub is_outdated: bool,
    /// Whether the personal lexicon has changed since, and the article would be read otherwise.
    pub is_taught_otherwise: bool,
    /// Whether the reader has seen what is to be known of the article: that it is not in German, or not whole.
    pub is_remark_closed: bool,
    /// What the file had that did not fit.
    pub misfits: Misfits,
    /// Another annotation of the article, to compare with.
    pub comparison: Option<Comparison>,
    /// What the reader looks at.
    pub focus: Option<Focus>,
    /// Everything about the name in focus; stays when the focus moves on to a statement.
    pub card: Option<Card>,
    /// In which order the places of a name are listed; stays from name to name.
    pub(super) sorting: Sorting,
    /// What lies around and inside the mention in focus.
    pub nesting: Nesting,
    /// The mention in focus, if a click in the text has put it there: the next click means what lies around it.
    pub(super) picked: Option<MentionId>,
    /// Where what was in focus has gone with a correction; walking goes on from there.
    pub(super) gone: Option<Gone>,
    /// Where the article should scroll to, with a number that grows with each wish in any tab.
    pub jump: Option<(u64, Span)>,
    /// A wish to scroll that has no number yet.
    wish: Option<Span>,
    /// The mark that the keyboard is on.
    pub under_keys: Option<MentionId>,
    /// The mark whose menu is open.
    pub menu: Option<MentionId>,
    /// Places that can be corrected as one of them was.
    pub offer: Option<Offer>,

    /// What is selected in the text; if that is nothing, where the reader has clicked.
    pub selection: Option<Selection>,
    /// What the reader looks for, while the search is open.
    pub search: Option<Search>,
    /// What the reader looked for last.
    pub(super) sought: String,
    /// How often the reader has come back from a search to where it began.
    pub n_returns: u64,
    /// Which statements are listed.
    pub filter: Filter,
    /// Positions in the rows of the open article that pass the filter, in its order.
    pub listed: Vec<usize>,
    /// Parts of the list, one for each speaker; none if it is not grouped.
    pub groups: Vec<Group>,
    /// Speakers whose group is closed.
    pub folded: BTreeSet<SpeakerKey>,
    /// The list on the right.
    pub tab: Tab,
    /// Which finding is looked at in the list of those that nobody has looked at.
    pub reviewing: Option<Item>,
    /// What was in focus before, and what after one has gone back.
    pub history: History,

    /// How corrections are kept.
    pub saving: Saving,
    /// Where in the text the first block begins that is on the screen, as it was when the last command was run.
    pub(super) top: usize,
}

/// An article on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Number of the request.
    pub request: u64,
    /// Name of the file or example.
    pub name: String,
    /// Where it comes from.
    pub source: Source,
}

impl Desk {
    /// A tab with nothing on it.
    pub fn empty(id: u64) -> Self {
        Self {
            id,
            ..Self::default()
        }
    }

    /// Whether nothing is on it and nothing on its way.
    pub fn is_empty(&self) -> bool {
        self.opened.is_none() && self.reading.is_none() && self.folder.is_none()
    }

    /// What the tab is called; nothing if it is empty.
    pub fn name(&self) -> Option<&str> {
        let opened = self.opened.as_ref().map(|opened| opened.name.as_str());
        let reading = self.reading.as_ref().map(|reading| reading.name.as_str());
        let folder = self.folder.as_ref().map(|folder| folder.name.as_str());
        opened.or(reading).or(folder)
    }

    /// Lays an article on the desk; what the reader has set for lists stays.
    pub fn lay(&mut self, opened: Opened) {
        let filter = self.filter.widened();
        let tab = self.tab;
        *self = Self {
            id: self.id,
            opened: Some(opened),
            source: self.source.take(),
            comparison: self.comparison.take(),
            filter,
            ..Self::default()
        };
        self.list();
        self.compare_again(tab);
    }

    /// The entity in focus: itself, or what the mention in focus stands for.
    pub fn focused_entity(&self) -> Option<EntityId> {
        match self.focus? {
            Focus::Entity(id) => Some(id),
            Focus::Mention(id) => self.opened.as_ref()?.findings().mention(id).entity,
            Focus::Statement(_) => None,
        }
    }

    /// The statement in focus.
    pub fn focused_statement(&self) -> Option<StatementId> {
        match self.focus? {
            Focus::Statement(id) => Some(id),
            Focus::Mention(_) | Focus::Entity(_) => None,
        }
    }

    /// Whether a mention is part of what the reader looks at: that is marked even where its kind is not highlighted.
    pub fn is_in_focus(&self, id: MentionId, entity: Option<EntityId>) -> bool {
        match self.focus {
            Some(Focus::Mention(focused)) if focused == id => true,
            _ => entity.is_some() && entity == self.focused_entity(),
        }
    }

    /// Lists statements in another way.
    pub fn arrange(&mut self, change: impl FnOnce(&mut Filter)) {
        change(&mut self.filter);
        self.list();
    }

    /// Closes or opens the group of a speaker.
    pub fn fold(&mut self, speaker: SpeakerKey) {
        if !self.folded.remove(&speaker) {
            self.folded.insert(speaker);
        }
    }

    pub(super) fn list(&mut self) {
        self.listed = match &self.opened {
            Some(opened) => listing::listed(opened.subject(), &self.filter),
            None => Vec::new(),
        };
        self.groups = match &self.opened {
            Some(opened) if self.filter.is_grouped => listing::groups(&opened.rows, &self.listed),
            Some(_) | None => Vec::new(),
        };
    }

    /// Selects everything.
    pub fn select_all(&mut self) {
        let article = self
            .opened
            .as_ref()
            .map(|opened| &opened.document().article);
        self.selection = article.map(Selection::whole);
    }

    /// Whether some of the text is selected.
    pub fn has_selection(&self) -> bool {
        self.selection
            .is_some_and(|selection| !selection.is_empty())
    }

    /// Lists the places of a name in another order.
    pub fn sort_lines(&mut self, sorting: Sorting) {
        self.sorting = sorting;
        if let Some(card) = &mut self.card {
            card.sort(sorting);
        }
    }

    /// Wishes that the article scrolls to a place.
    pub fn jump_to(&mut self, span: Span) {
        self.wish = Some(span);
    }

    /// Wishes that it stays where it is.
    pub(super) fn forget_wish(&mut self) {
        self.wish = None;
    }

    /// Gives a new wish to scroll its number.
    pub(super) fn number_wish(&mut self, number: impl FnOnce() -> u64) {
        if let Some(span) = self.wish.take() {
            self.jump = Some((number(), span));
        }
    }

    /// Looks at something; what was in focus before can be gone back to.
    pub fn look_at(&mut self, focus: Focus) {
        let before = self.focus;
        self.put(focus);
        if self.focus == Some(focus) && before != Some(focus) {
            self.history.leave(before);
        }
    }

    /// Looks at the innermost of `layers`, which lie on each other where the reader clicked; again and again, further out.
    pub fn pick_mention(&mut self, layers: &[MentionId], outward: bool) {
        let is_focused = |&id: &MentionId| self.focus == Some(Focus::Mention(id));
        let last = self.picked.filter(is_focused);
        if let Some(id) = nesting::pick(layers, last, outward) {
            self.look_at(Focus::Mention(id));
            self.picked = Some(id);
        }
    }

    /// Looks at nothing in particular.
    pub fn look_away(&mut self) {
        self.history.leave(self.focus.take());
    }

    /// Looks at what was in focus before.
    pub fn back(&mut self) {
        if let Some(focus) = self.history.back(self.focus) {
            self.put(focus);
        }
    }

    /// Looks at what was in focus before going back.
    pub fn forward(&mut self) {
        if let Some(focus) = self.history.forward(self.focus) {
            self.put(focus);
        }
    }

    pub(super) fn put(&mut self, focus: Focus) {
        self.gone = None;
        match focus {
            Focus::Mention(id) => self.put_mention(id),
            Focus::Entity(id) => self.put_entity(id),
            Focus::Statement(id) => self.put_statement(id),
        }
    }

    fn put_mention(&mut self, id: MentionId) {
        let Some(opened) = &self.opened else { return };
        let mention = opened.findings().mention(id);
        let span = mention.span;
        self.card = mention
            .entity
            .and_then(|entity| card(opened, entity, self.card.take(), self.sorting));
        self.nesting = nesting::nesting(opened.findings(), opened.mentions_around(span), id);
        self.focus = Some(Focus::Mention(id));
        self.picked = None;
        self.tab = Tab::Context;
        self.jump_to(span);
    }

    fn put_entity(&mut self, id: EntityId) {
        let Some(opened) = &self.opened else { return };
        self.card = card(opened, id, self.card.take(), self.sorting);
        let first = self.card.as_ref().and_then(Card::first_place);
        let place = first.map(|mention| opened.findings().mention(mention).span);
        self.focus = Some(Focus::Entity(id));
        self.tab = Tab::Context;
        if let Some(span) = place {
            self.jump_to(span);
        }
    }

    fn put_statement(&mut self, id: StatementId) {
        let Some(opened) = &self.opened else { return };
        let span = opened.findings().statement(id).extent();
        let is_listed = self.listed.iter().any(|&row| opened.rows[row].id == id);
        if let Some(row) = opened.row(id) {
            self.folded.remove(&row.speaker.key);
        }
        self.focus = Some(Focus::Statement(id));
        if !is_listed {
            // What is in focus must be in the list.
            self.filter = self.filter.widened();
            self.list();
        }
        self.tab = Tab::Statements;
        self.jump_to(span);
    }
}

/// The card of an entity; `last` is the one before, which may be the same.
pub(super) fn card(
    opened: &Opened,
    id: EntityId,
    last: Option<Card>,
    sorting: Sorting,
) -> Option<Card> {
    if let Some(last) = last.filter(|last| last.id == id) {
        return Some(last);
    }
    let mut card = context::card(opened.document(), opened.findings(), id)?;
    if sorting != Sorting::Text {
        card.sort(sorting);
    }
    Some(card)
}
