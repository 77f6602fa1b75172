//! Which marks become elements in the text, and in which order they open and close.
//!
//! Elements have to nest. Names stay whole: one that crosses another, or reaches over two paragraphs, stands apart. Statements
//! are cut where they have to be, at the ends of names and of paragraphs, and the pieces are linked.

use std::collections::BTreeSet;

use crate::article::Block;
use crate::document::{Kind, MentionId, StatementId};
use crate::exchange::extract::Extract;
use crate::exchange::parts::{cut, first_after};
use crate::span::Span;

/// Elements that may lie in each other. Real articles need four; what is deeper stands apart.
const MAX_DEPTH: usize = 12;

/// What a mark stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// A piece of a statement, counted from 0.
    Said(StatementId, usize),
    Name(MentionId),
}

/// A mark within one part of the article.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    pub span: Span,
    pub what: What,
}

/// What comes next in a part.
#[derive(Clone, Copy, Debug)]
pub(super) enum Event {
    Text(Span),
    Open(What),
    Close(What),
    /// An end of something that stands apart, at this byte.
    Anchor(usize),
}

/// All marks, sorted out.
pub(super) struct Layout {
    /// The marks in each part.
    inline: Vec<Vec<Mark>>,
    /// Marks that are no elements, cut to the parts' outer ends.
    pub apart: Vec<Mark>,
    /// Mentions of nothing but white space between parts.
    pub nowhere: Vec<MentionId>,
    anchors: BTreeSet<usize>,
}

impl Layout {
    pub fn new(extract: &Extract<'_>, parts: &[Block]) -> Self {
        let mut layout = Self {
            inline: vec![Vec::new(); parts.len()],
            apart: Vec::new(),
            nowhere: Vec::new(),
            anchors: BTreeSet::new(),
        };
        let ends = layout.place_statements(extract, parts);
        layout.place_names(extract, parts, &ends);
        for mark in &layout.apart {
            layout.anchors.insert(mark.span.start());
            layout.anchors.insert(mark.span.end());
        }
        for marks in &mut layout.inline {
            // Statements first, so that names of the same words lie inside; longer ones first.
            marks.sort_by_key(|mark| {
                let is_name = matches!(mark.what, What::Name(_));
                (
                    mark.span.start(),
                    is_name,
                    std::cmp::Reverse(mark.span.end()),
                )
            });
        }
        layout
    }

    /// Both ends get anchors. The words that are in some part; `None` if there are none.
    pub fn anchored(&mut self, parts: &[Block], span: Span) -> Option<Span> {
        let span = reached(parts, span)?;
        self.anchors.insert(span.start());
        self.anchors.insert(span.end());
        Some(span)
    }

    /// The ends of all pieces.
    fn place_statements(&mut self, extract: &Extract<'_>, parts: &[Block]) -> BTreeSet<usize> {
        let mut marks: Vec<(usize, Mark)> = Vec::new();
        for (id, statement) in extract.findings().shown_statements() {
            for (piece, &span) in statement.content.iter().enumerate() {
                let what = What::Said(id, piece);
                let pieces = cut(parts, span).filter(|(_, span)| !span.is_empty());
                marks.extend(pieces.map(|(part, span)| (part, Mark { span, what })));
            }
        }
        marks.sort_by_key(|(_, mark)| mark.span.start());
        let mut ends = BTreeSet::new();
        let mut open: Vec<usize> = Vec::new();
        for (part, mark) in marks {
            open.retain(|&end| mark.span.start() < end);
            if open.len() < MAX_DEPTH {
                open.push(mark.span.end());
                ends.extend([mark.span.start(), mark.span.end()]);
                self.inline[part].push(mark);
            } else {
                self.apart.push(mark);
            }
        }
        ends
    }

    fn place_names(&mut self, extract: &Extract<'_>, parts: &[Block], ends: &BTreeSet<usize>) {
        let mut open: Vec<Span> = Vec::new();
        for (id, mention) in extract.findings().shown_mentions() {
            let span = mention.span;
            let what = What::Name(id);
            open.retain(|outer| span.start() < outer.end());
            let part = first_after(parts, span.start());
            let is_in_part = parts.get(part).is_some_and(|part| part.span.contains(span));
            let nests = open.iter().all(|outer| outer.contains(span)) && open.len() < MAX_DEPTH;
            // TEI has no statements in dates and times.
            let is_cut = matches!(mention.kind, Kind::Date | Kind::Time | Kind::Duration)
                && ends
                    .range(span.start() + 1..span.end().max(span.start() + 1))
                    .next()
                    .is_some();
            if is_in_part && nests && !is_cut && !span.is_empty() {
                open.push(span);
                self.inline[part].push(Mark { span, what });
            } else if let Some(span) = reached(parts, span) {
                self.apart.push(Mark { span, what });
            } else {
                self.nowhere.push(id);
            }
        }
    }

    /// What comes in the part with this index, in order.
    pub fn events(&self, index: usize, part: Span) -> Vec<Event> {
        let mut events = Vec::new();
        let mut coming = self.inline[index].iter().copied().peekable();
        // As they should be open, and as they are.
        let (mut wanted, mut open): (Vec<Mark>, Vec<Mark>) = Default::default();
        let mut at = part.start();
        loop {
            wanted.retain(|mark| at < mark.span.end());
            close(&wanted, &mut open, &mut events);
            if self.anchors.contains(&at) {
                events.push(Event::Anchor(at));
            }
            while let Some(mark) = coming.next_if(|mark| mark.span.start() <= at) {
                wanted.insert(place(&wanted, mark), mark);
            }
            if part.end() <= at {
                return events;
            }
            let ends = wanted.iter().map(|mark| mark.span.end());
            let starts = coming.peek().map(|mark| mark.span.start());
            let anchor = self.anchors.range(at + 1..).next().copied();
            let next = ends
                .chain(starts)
                .chain(anchor)
                .fold(part.end(), usize::min);
            close(&wanted, &mut open, &mut events);
            for &mark in &wanted[open.len()..] {
                events.push(Event::Open(mark.what));
                open.push(mark);
            }
            events.push(Event::Text(Span::new(at, next)));
            at = next;
        }
    }
}

/// Where a mark belongs among those that are open: a name inside all names, and around the statements that end before it.
fn place(open: &[Mark], mark: Mark) -> usize {
    let What::Name(_) = mark.what else {
        return open.len();
    };
    let is_name = |open: &Mark| matches!(open.what, What::Name(_));
    let after_names = open.iter().rposition(is_name).map_or(0, |index| index + 1);
    let ends_before = |open: &Mark| open.span.end() < mark.span.end();
    let first = open[after_names..].iter().position(ends_before);
    first.map_or(open.len(), |index| after_names + index)
}

/// Closes what is not wanted any more, and what lies inside it.
fn close(wanted: &[Mark], open: &mut Vec<Mark>, events: &mut Vec<Event>) {
    let both = open.iter().zip(wanted);
    let n_same = both
        .take_while(|(one, other)| one.what == other.what)
        .count();
    for mark in open.drain(n_same..).rev() {
        events.push(Event::Close(mark.what));
    }
}

/// From the first to the last of the span's words that are in some part.
fn reached(parts: &[Block], span: Span) -> Option<Span> {
    let mut pieces = cut(parts, span).map(|(_, piece)| piece);
    let first = pieces.next()?;
    let hull = pieces.fold(first, Span::hull);
    (!hull.is_empty()).then_some(hull)
}
