//! Where the reader was in an article before it was read again.

use crate::review::transfer::Counterparts;
use crate::span::Span;

use super::desk::Desk;
use super::opened::Opened;
use super::state::{Focus, Tab};

/// What was in focus, and what was on top of the screen.
#[derive(Clone, Debug)]
pub(super) struct SamePlace {
    focus: Option<Focus>,
    tab: Tab,
    top: usize,
}

impl SamePlace {
    /// Where the reader is now.
    pub fn of(desk: &Desk, opened: &Opened) -> Self {
        Self {
            focus: desk.focus,
            tab: desk.tab,
            top: desk.top.min(opened.document().text().len()),
        }
    }

    /// Goes there again on a desk with another reading of the article, as far as it is there.
    pub fn restore(self, desk: &mut Desk, before: &Opened) {
        let Some(now) = &desk.opened else { return };
        let mut counterparts = Counterparts::new(before.review(), now.review());
        let focus = self.focus.and_then(|focus| match focus {
            Focus::Mention(id) => counterparts.mention(id).map(Focus::Mention),
            Focus::Entity(id) => counterparts.entity(id).map(Focus::Entity),
            Focus::Statement(id) => counterparts.statement(id).map(Focus::Statement),
        });
        let top = (0 < self.top).then(|| first_found(&mut counterparts, before, self.top));
        if let Some(focus) = focus {
            desk.put(focus);
        }
        desk.tab = self.tab;
        match top.flatten() {
            Some(span) => desk.jump_to(span),
            None => desk.forget_wish(),
        }
    }
}

/// The first words of a block that are still there, from this place on.
fn first_found(counterparts: &mut Counterparts, before: &Opened, top: usize) -> Option<Span> {
    /// Blocks that are looked through; what is further down is not on the screen.
    const MOST: usize = 8;
    let article = &before.document().article;
    let blocks = article
        .blocks
        .iter()
        .filter(|block| top <= block.span.start());
    blocks.take(MOST).find_map(|block| {
        let words = block.span.of(&article.text);
        let end = words.char_indices().map(|(at, _)| at).nth(40);
        let start = block.span.start();
        let end = end.map_or(block.span.end(), |end| start + end);
        counterparts.place(Span::new(start, end))
    })
}
