//! The article's blocks with names and statements marked, as properly nested elements.

use std::cmp::Reverse;
use std::fmt::Write;

use super::escape::escaped;
use super::{Report, words};
use crate::document::{Mention, MentionId, StatementId};
use crate::span::Span;

/// Marks that lie on each other. Real articles need four; without a limit, a file with thousands of crossing
/// marks would make a page of gigabytes.
const MAX_DEPTH: usize = 12;

/// A mark, cut to its block. Statements come before names that cover the same words, so that these lie inside.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum What {
    Said(StatementId),
    Name(MentionId),
}

#[derive(Clone, Copy)]
struct Mark {
    span: Span,
    what: What,
    /// Whether the mark begins here; it may have begun in the block before.
    is_start: bool,
}

struct Open {
    mark: Mark,
    is_link: bool,
}

impl Open {
    fn end_tag(&self) -> &'static str {
        if self.is_link { "</a>" } else { "</span>" }
    }
}

impl Report<'_> {
    /// The inner HTML of each block.
    pub(super) fn marked(&self) -> impl Iterator<Item = String> {
        let marks = self.marks();
        self.blocks
            .iter()
            .zip(marks)
            .map(|(block, marks)| self.marked_block(block.span, marks))
    }

    /// The marks of each block, sorted so that what lies around comes before what lies inside.
    fn marks(&self) -> Vec<Vec<Mark>> {
        let blocks = &self.blocks;
        let mut marks = vec![Vec::new(); blocks.len()];
        let mut place = |spans: &[Span], what: What| {
            let mut is_start = true;
            for &span in spans {
                let first = blocks.partition_point(|block| block.span.end() <= span.start());
                let reached = blocks[first..]
                    .iter()
                    .take_while(|block| block.span.start() < span.end());
                for (block, marks) in reached.zip(&mut marks[first..]) {
                    let start = span.start().max(block.span.start());
                    let end = span.end().min(block.span.end());
                    marks.push(Mark {
                        span: Span::new(start, end),
                        what,
                        is_start,
                    });
                    is_start = false;
                }
            }
        };
        for (id, statement) in self.findings.shown_statements() {
            place(&statement.content, What::Said(id));
        }
        for (id, mention) in self.findings.shown_mentions() {
            place(&[mention.span], What::Name(id));
        }
        for marks in &mut marks {
            marks.sort_by_key(|mark| (mark.span.start(), Reverse(mark.span.end()), mark.what));
        }
        marks
    }

    fn marked_block(&self, block: Span, marks: Vec<Mark>) -> String {
        let mut html = String::new();
        let mut open: Vec<Open> = Vec::new();
        let mut coming = marks.into_iter().peekable();
        let mut at = block.start();
        loop {
            self.close_ended(at, &mut open, &mut html);
            while let Some(mark) = coming.next_if(|mark| mark.span.start() <= at) {
                self.open(mark, &mut open, &mut html);
                if MAX_DEPTH < open.len() {
                    // Nothing to be seen any more, but links lead here.
                    html.push_str(open.pop().map_or("", |open| open.end_tag()));
                }
            }
            if block.end() <= at {
                return html;
            }
            let ends = open.iter().map(|open| open.mark.span.end());
            let starts = coming.peek().map(|mark| mark.span.start());
            let next = ends.chain(starts).fold(block.end(), usize::min);
            html.push_str(&escaped(Span::new(at, next).of(self.text)));
            at = next;
        }
    }

    /// Closes what ends at `at`. What lies inside it and goes on is closed too and opened again.
    fn close_ended(&self, at: usize, open: &mut Vec<Open>, html: &mut String) {
        let ended = open.iter().position(|open| open.mark.span.end() <= at);
        let Some(outermost) = ended else { return };
        let inside: Vec<Open> = open.drain(outermost..).collect();
        for inner in inside.iter().rev() {
            html.push_str(inner.end_tag());
        }
        for inner in inside
            .into_iter()
            .filter(|inner| at < inner.mark.span.end())
        {
            let again = Mark {
                is_start: false,
                ..inner.mark
            };
            self.open(again, open, html);
        }
    }

    fn open(&self, mark: Mark, open: &mut Vec<Open>, html: &mut String) {
        // Links must not lie in links.
        let is_in_link = open.iter().any(|outer| outer.is_link);
        let is_link = match mark.what {
            What::Said(id) => {
                self.open_said(id, mark.is_start, is_in_link, html);
                false
            }
            What::Name(id) => self.open_name(id, mark.is_start, is_in_link, html),
        };
        open.push(Open { mark, is_link });
    }

    fn open_said(&self, id: StatementId, is_start: bool, is_in_link: bool, html: &mut String) {
        let bar = words::bar(self.findings.statement(id).kind);
        match self.number(id) {
            Some(number) if is_start && is_in_link => {
                let _ = write!(
                    html,
                    "<span class=\"said {bar}\" id=\"said-{number}\"><sup>{number}</sup>"
                );
            }
            Some(number) if is_start => {
                let _ = write!(
                    html,
                    "<span class=\"said {bar}\" id=\"said-{number}\"><sup><a href=\"#statement-{number}\" \
                     aria-label=\"Aussage {number}\">{number}</a></sup>"
                );
            }
            Some(number) => {
                let _ = write!(
                    html,
                    "<span class=\"said {bar}\" data-of=\"said-{number}\">"
                );
            }
            None => {
                let _ = write!(html, "<span class=\"said {bar}\">");
            }
        }
    }

    /// Whether the mark is a link.
    fn open_name(
        &self,
        id: MentionId,
        is_start: bool,
        is_in_link: bool,
        html: &mut String,
    ) -> bool {
        let mention = self.findings.mention(id);
        let kind = words::class(mention.kind);
        // "die Stadt" and "er" are links, but no coloured marks.
        let mut class = if mention.stands_out() {
            format!("m {kind}")
        } else {
            "quiet".to_owned()
        };
        if let Some(sign) = words::sign(mention.verdict).filter(|_| is_start) {
            class.push(' ');
            class.push_str(sign);
        }
        let attribute = if is_start { "id" } else { "data-of" };
        let anchor = format!(" {attribute}=\"mention-{}\"", id.0);
        let title = escaped(&self.title_of(mention));
        match mention.entity {
            Some(entity) if !is_in_link => {
                let _ = write!(
                    html,
                    "<a class=\"{class}\"{anchor} href=\"#entity-{}\" title=\"{title}\">",
                    entity.0
                );
                true
            }
            _ => {
                let _ = write!(html, "<span class=\"{class}\"{anchor} title=\"{title}\">");
                false
            }
        }
    }

    /// "Person: Sergej Rybakow, Vize-Außenminister", "Datum: 2016-12-08 (bestätigt)"; then the reader's note.
    fn title_of(&self, mention: &Mention) -> String {
        let kind = words::kind(mention.kind);
        let entity = mention
            .entity
            .and_then(|id| self.findings.entities.get(id.0 as usize));
        let title = match entity {
            Some(entity) => match entity.office() {
                Some(role) => format!("{kind}: {}, {role}", entity.name),
                None => format!("{kind}: {}", entity.name),
            },
            None => match &mention.value {
                Some(value) => format!("{kind}: {value}"),
                None => kind.into(),
            },
        };
        let title = match words::verdict(mention.verdict) {
            Some(verdict) => format!("{title} ({verdict})"),
            None => title,
        };
        match mention.note.trim() {
            "" => title,
            note => format!("{title}\n{note}"),
        }
    }
}
