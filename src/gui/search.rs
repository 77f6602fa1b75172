//! Looking for something in the article: what was typed, what it finds, and where one is among the hits. No egui in here.

use crate::span::Span;
use crate::view::query::{self, Found, Hit, Hits, Problem};

use super::command::Step;
use super::desk::Desk;
use super::opened::Opened;
use super::state::{Focus, Tab};

/// A search in one article.
#[derive(Clone, Debug, Default)]
pub struct Search {
    /// What was typed.
    pub typed: String,
    /// What is wrong with it.
    pub problem: Option<Problem>,
    /// What it finds.
    pub hits: Hits,
    /// The hit that one is at.
    pub current: Option<usize>,
    /// Grows with everything that was typed.
    pub version: u64,
    /// Grows each time the keyboard is wanted in the field.
    pub n_calls: u64,
    /// Where in the text the search began: the first hit is the next one from there.
    from: Option<usize>,
    before: Before,
    /// What stepping has put in focus.
    put: Option<Focus>,
}

/// What the reader looked at before the search.
#[derive(Clone, Copy, Debug, Default)]
struct Before {
    focus: Option<Focus>,
    tab: Tab,
}

impl Search {
    /// The hit that one is at.
    pub fn hit(&self) -> Option<Hit> {
        self.hits.get(self.current?)
    }

    fn look(&mut self, typed: String, opened: &Opened) {
        self.typed = typed;
        self.version += 1;
        (self.hits, self.problem) = match query::parse(&self.typed) {
            Ok(query) => (query.run(opened.subject()), None),
            Err(problem) => (Hits::default(), Some(problem)),
        };
        self.current = self.hits.first_from(self.from.unwrap_or_default());
    }

    fn step(&mut self, step: Step) {
        let n_hits = self.hits.len();
        self.current = match (self.current, step) {
            _ if n_hits == 0 => None,
            (None, Step::Next) => Some(0),
            (None, Step::Previous) => Some(n_hits - 1),
            (Some(at), Step::Next) => Some((at + 1) % n_hits),
            (Some(at), Step::Previous) => Some((at + n_hits - 1) % n_hits),
        };
    }
}

impl Desk {
    /// Opens the search, or calls the keyboard back into its field.
    pub(super) fn open_search(&mut self) {
        let Some(opened) = &self.opened else { return };
        if self.search.is_none() {
            let before = Before {
                focus: self.focus,
                tab: self.tab,
            };
            let mut search = Search {
                before,
                ..Search::default()
            };
            if !self.sought.is_empty() {
                search.look(self.sought.clone(), opened);
                // Nothing moves before something is typed.
                search.current = None;
            }
            self.search = Some(search);
        }
        if let Some(search) = &mut self.search {
            search.n_calls += 1;
        }
    }

    /// Looks for something else; `from` is what is on top of the screen.
    pub(super) fn search(&mut self, typed: String, from: usize) {
        let (Some(opened), Some(search)) = (&self.opened, &mut self.search) else {
            return;
        };
        search.from.get_or_insert(from);
        search.look(typed, opened);
        self.sought.clone_from(&search.typed);
        if let Some(span) = search.hit().map(|hit| start_of(hit, opened)) {
            self.jump_to(span);
        }
    }

    /// Looks again, after what is looked through has changed; stays at the hit as far as there is one.
    pub(super) fn search_again(&mut self) {
        let (Some(opened), Some(search)) = (&self.opened, &mut self.search) else {
            return;
        };
        let current = search.current;
        search.look(search.typed.clone(), opened);
        let last = search.hits.len().checked_sub(1);
        search.current = current.and_then(|at| last.map(|last| at.min(last)));
        search.put = None;
        search.before.focus = None;
    }

    /// Goes to the next or previous hit; opens the search with what was looked for last, if it is closed.
    pub(super) fn step_hit(&mut self, step: Step) {
        if self.search.is_none() {
            self.open_search();
        }
        let (Some(opened), Some(search)) = (&self.opened, &mut self.search) else {
            return;
        };
        search.step(step);
        let Some(hit) = search.hit() else { return };
        let span = start_of(hit, opened);
        search.from = Some(span.start());
        let focus = match hit.found {
            Found::Text => None,
            Found::Mention(id) => Some(Focus::Mention(id)),
            Found::Statement(id) => Some(Focus::Statement(id)),
        };
        if let Some(focus) = focus {
            search.put = Some(focus);
            // A step is no place to come back to.
            self.put(focus);
        }
        self.jump_to(span);
    }

    /// Closes the search. Who does not stay at the hit comes back to where the search began, unless something else has
    /// been looked at since.
    pub(super) fn close_search(&mut self, stays: bool) {
        let Some(search) = self.search.take() else {
            return;
        };
        let is_elsewhere = self.focus != search.before.focus && self.focus != search.put;
        if stays || is_elsewhere {
            return;
        }
        match search.before.focus {
            Some(focus) if self.focus != Some(focus) => self.put(focus),
            Some(_) => {}
            None => self.focus = None,
        }
        self.tab = search.before.tab;
        self.forget_wish();
        self.n_returns += 1;
    }
}

/// The first words of a hit: of a statement all of one paragraph, for it may be longer than the screen.
fn start_of(hit: Hit, opened: &Opened) -> Span {
    match hit.found {
        Found::Text | Found::Mention(_) => hit.span,
        Found::Statement(id) => {
            let content = &opened.findings().statement(id).content;
            content.first().copied().unwrap_or(hit.span)
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::document::{EntityId, StatementId};
    use crate::review::Review;
    use crate::view::sample;

    fn desk() -> Desk {
        let review = Arc::new(Review::new(Arc::new(sample::document())));
        let mut desk = Desk::empty(1);
        desk.lay(Opened::new(review, "bruecke.txt".to_owned(), 1));
        desk
    }

    fn at(desk: &Desk) -> Option<(usize, usize)> {
        let search = desk.search.as_ref()?;
        Some((search.current?, search.hits.len()))
    }

    #[test]
    fn hits_are_stepped_through_in_a_circle_from_what_is_on_screen() {
        let mut desk = desk();
        desk.search("ohnesorg".to_owned(), 0);
        assert!(desk.search.is_none(), "it is not open");
        desk.open_search();
        desk.search("ohnesorg".to_owned(), 70);
        assert_eq!(at(&desk), Some((1, 2)));
        desk.step_hit(Step::Next);
        assert_eq!(at(&desk), Some((0, 2)));
        desk.step_hit(Step::Previous);
        assert_eq!(at(&desk), Some((1, 2)));
        desk.search("(".to_owned(), 0);
        assert_eq!(at(&desk), None);
        desk.search("/(/".to_owned(), 0);
        assert!(
            desk.search
                .as_ref()
                .is_some_and(|search| search.problem.is_some())
        );
        desk.step_hit(Step::Next);
        assert_eq!(at(&desk), None);
    }

    #[test]
    fn a_step_to_a_statement_looks_at_it_and_coming_back_does_not() {
        let mut desk = desk();
        desk.look_at(Focus::Entity(EntityId(2)));
        desk.open_search();
        desk.search("art:indirekt".to_owned(), 0);
        assert_eq!(desk.focus, Some(Focus::Entity(EntityId(2))));
        desk.step_hit(Step::Next);
        assert_eq!(desk.focus, Some(Focus::Statement(StatementId(2))));
        assert_eq!(desk.tab, Tab::Statements);
        desk.close_search(false);
        assert_eq!(desk.focus, Some(Focus::Entity(EntityId(2))));
        assert_eq!((desk.tab, desk.n_returns), (Tab::Context, 1));
        // What was looked for is kept.
        desk.step_hit(Step::Next);
        assert_eq!(at(&desk), Some((0, 2)));
    }

    #[test]
    fn who_has_gone_elsewhere_or_wants_to_stays_there() {
        let mut desk = desk();
        desk.open_search();
        desk.search("art:indirekt".to_owned(), 0);
        desk.look_at(Focus::Entity(EntityId(0)));
        desk.close_search(false);
        assert_eq!(
            (desk.focus, desk.n_returns),
            (Some(Focus::Entity(EntityId(0))), 0)
        );
        desk.open_search();
        desk.step_hit(Step::Next);
        let focus = desk.focus;
        desk.close_search(true);
        assert_eq!((desk.focus, desk.n_returns), (focus, 0));
    }
}
