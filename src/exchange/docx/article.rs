//! The article with its names in colour, bookmarks for all marks, and comments that say who speaks.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use super::styles::of_kind;
use super::{paragraph, run};
use crate::article::BlockKind;
use crate::document::MentionId;
use crate::exchange::extract::Extract;
use crate::exchange::loss::{Loss, Losses};
use crate::exchange::parts::{cut, parts};
use crate::exchange::report::Report;
use crate::exchange::xml::{Tag, escaped};
use crate::span::Span;

/// The article, set.
#[derive(Default)]
pub(super) struct Body {
    pub xml: String,
    pub comments: String,
    /// Their names.
    pub bookmarks: BTreeSet<String>,
}

/// What a stretch of the text is marked with.
struct Range {
    span: Span,
    bookmark: String,
    comment: Option<String>,
}

/// What begins and ends at one byte: indices of ranges.
#[derive(Default)]
struct Ends {
    starts: Vec<usize>,
    ends: Vec<usize>,
}

impl Body {
    pub fn new(extract: &Extract<'_>, report: &Report, losses: &mut Losses) -> Self {
        let parts = parts(extract);
        let text = extract.text();
        let ranges: Vec<Range> = ranges(extract, report)
            .into_iter()
            .filter_map(|range| {
                // White space between paragraphs is not in the document.
                let mut pieces = cut(&parts, range.span).map(|(_, piece)| piece);
                let first = pieces.next();
                let Some(first) = first else {
                    losses.add(Loss::Mentions, range.span.of(text));
                    return None;
                };
                let span = pieces.fold(first, Span::hull);
                Some(Range { span, ..range })
            })
            .collect();
        let mut ends: BTreeMap<usize, Ends> = BTreeMap::new();
        for (index, range) in ranges.iter().enumerate() {
            ends.entry(range.span.start())
                .or_default()
                .starts
                .push(index);
            ends.entry(range.span.end()).or_default().ends.push(index);
        }
        let colours = Colours::new(extract);
        let mut body = Self::default();
        for part in &parts {
            let mut xml = String::new();
            let mut at = part.span.start();
            loop {
                if let Some(ends) = ends.remove(&at) {
                    Self::close(&ends.ends, &ranges, &mut xml);
                    body.open(&ends.starts, &ranges, &mut xml);
                }
                if part.span.end() <= at {
                    break;
                }
                let next = ends
                    .range(at + 1..)
                    .next()
                    .map_or(part.span.end(), |(&next, _)| next);
                let next = next.min(colours.next_change(at)).min(part.span.end());
                xml.push_str(&run(&text[at..next], colours.at(at)));
                at = next;
            }
            body.xml.push_str(&paragraph(style(part.kind), &xml));
        }
        body
    }

    fn close(ended: &[usize], ranges: &[Range], xml: &mut String) {
        for &index in ended {
            let _ = write!(xml, "<w:bookmarkEnd w:id=\"{index}\"/>");
            if ranges[index].comment.is_some() {
                let _ = write!(
                    xml,
                    "<w:commentRangeEnd w:id=\"{index}\"/><w:r><w:rPr><w:rStyle w:val=\"CommentReference\"/></w:rPr>\
                     <w:commentReference w:id=\"{index}\"/></w:r>"
                );
            }
        }
    }

    fn open(&mut self, started: &[usize], ranges: &[Range], xml: &mut String) {
        for &index in started {
            let range = &ranges[index];
            let id = index.to_string();
            let bookmark = Tag::new("w:bookmarkStart")
                .with("w:id", &id)
                .with("w:name", &range.bookmark);
            xml.push_str(&bookmark.empty());
            self.bookmarks.insert(range.bookmark.clone());
            let Some(comment) = &range.comment else {
                continue;
            };
            let _ = write!(xml, "<w:commentRangeStart w:id=\"{id}\"/>");
            let words = paragraph("CommentText", &run(comment, None));
            let _ = write!(
                self.comments,
                "<w:comment w:id=\"{id}\" w:author=\"{0}\" w:initials=\"W\">{words}</w:comment>",
                escaped("Wortlaut", true)
            );
        }
    }
}

/// Statements, piece by piece, then mentions.
fn ranges(extract: &Extract<'_>, report: &Report) -> Vec<Range> {
    let findings = extract.findings();
    let mut ranges = Vec::new();
    for quote in &report.quotes {
        let statement = findings.statement(quote.id);
        for (index, &span) in statement.content.iter().enumerate() {
            let comment = if index == 0 {
                let facts = quote.facts.join(" · ");
                format!(
                    "Aussage {}: {} · {facts}",
                    quote.number,
                    quote.attribution()
                )
            } else {
                format!(
                    "Aussage {}, Fortsetzung: {}",
                    quote.number,
                    quote.attribution()
                )
            };
            ranges.push(Range {
                span,
                bookmark: format!("s{}_{}", quote.id.0, index + 1),
                comment: Some(comment),
            });
        }
    }
    for (id, mention) in findings.shown_mentions() {
        let note = mention.note.trim();
        ranges.push(Range {
            span: mention.span,
            bookmark: format!("m{}", id.0),
            comment: (!note.is_empty()).then(|| note.to_owned()),
        });
    }
    ranges.retain(|range| !range.span.is_empty());
    ranges
}

/// Where which style of names begins: of several the shortest that is there.
struct Colours(BTreeMap<usize, Option<&'static str>>);

impl Colours {
    fn new(extract: &Extract<'_>) -> Self {
        let findings = extract.findings();
        let mut changes: BTreeMap<usize, Vec<(bool, usize, MentionId)>> = BTreeMap::new();
        for (id, mention) in findings.shown_mentions() {
            // "die Stadt" and "er" are bookmarks, but have no colour.
            if mention.stands_out() && !mention.span.is_empty() {
                let length = mention.span.len();
                let mut change =
                    |at, begins| changes.entry(at).or_default().push((begins, length, id));
                change(mention.span.start(), true);
                change(mention.span.end(), false);
            }
        }
        let mut open: BTreeSet<(usize, MentionId)> = BTreeSet::new();
        let colours = changes.into_iter().map(|(at, changes)| {
            for (begins, length, id) in changes {
                if begins {
                    open.insert((length, id));
                } else {
                    open.remove(&(length, id));
                }
            }
            let innermost = open.first();
            (
                at,
                innermost.map(|&(_, id)| of_kind(findings.mention(id).kind)),
            )
        });
        Self(colours.collect())
    }

    fn at(&self, byte: usize) -> Option<&'static str> {
        self.0
            .range(..=byte)
            .next_back()
            .and_then(|(_, style)| *style)
    }

    fn next_change(&self, byte: usize) -> usize {
        self.0
            .range(byte + 1..)
            .next()
            .map_or(usize::MAX, |(&at, _)| at)
    }
}

fn style(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Kicker => "Kicker",
        BlockKind::Headline => "Headline",
        BlockKind::Lead => "Lead",
        BlockKind::Subheading => "Heading2",
        BlockKind::Paragraph | BlockKind::Signature => "BodyText",
        BlockKind::Caption => "Caption",
    }
}
