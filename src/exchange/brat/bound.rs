//! Marks laid on the text.

use super::lines::rejoined;
use super::parse::{Line, Record};
use crate::document::{Form, Kind};
use crate::exchange::import::{Misfit, Unfit};
use crate::exchange::labels::{self, Part};
use crate::span::{Offsets, Span, Unit};

/// A mark whose words are those of the text.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    pub(super) id: String,
    /// Its pieces, sorted; those that only a line break parts are one.
    pub(super) spans: Vec<Span>,
    pub(super) what: What,
}

/// What a label means here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    Mention(Kind, Form),
    Part(Part),
    Unknown,
}

impl Mark {
    /// What it marks, as one line.
    pub(super) fn words(&self, text: &str) -> String {
        let words = self
            .spans
            .iter()
            .flat_map(|span| span.of(text).split_whitespace());
        words.collect::<Vec<_>>().join(" ")
    }
}

/// The marks that fit, in the order of the file; the others are told, and so are those whose label means nothing here.
///
/// brat counts line ends of two characters as two. An article has forgotten that its file had such, so where marks do not
/// fit, they are also tried that way, and the better one counts.
pub(super) fn marks(records: &[Record], text: &str, unfit: &mut Vec<Unfit>) -> Vec<Mark> {
    let (mut marks, mut misfits) = laid(records, text, |span| span, text);
    let has_misplaced =
        (misfits.iter()).any(|unfit| matches!(unfit.reason, Misfit::OtherWords | Misfit::Beyond));
    if has_misplaced && text.contains('\n') {
        let file = text.replace('\n', "\r\n");
        let breaks: Vec<usize> = file.match_indices("\r\n").map(|(at, _)| at).collect();
        let shorter = |byte: usize| byte - breaks.partition_point(|&at| at + 2 <= byte);
        let place = |span: Span| Span::new(shorter(span.start()), shorter(span.end()));
        let other = laid(records, &file, place, text);
        if marks.len() < other.0.len() {
            (marks, misfits) = other;
        }
    }
    unfit.append(&mut misfits);
    marks
}

/// Marks as they stand in `file`, brought to their places in `text`.
fn laid(
    records: &[Record],
    file: &str,
    place: impl Fn(Span) -> Span,
    text: &str,
) -> (Vec<Mark>, Vec<Unfit>) {
    let offsets = Offsets::new(file, Unit::CodePoints);
    let (mut marks, mut unfit) = (Vec::new(), Vec::new());
    for record in records {
        let Line::Mark {
            label,
            ranges,
            words,
        } = &record.line
        else {
            continue;
        };
        let misfit = |reason, words: &str| Unfit {
            place: record.id.clone(),
            reason,
            words: words.to_owned(),
        };
        let fragments = ranges
            .iter()
            .map(|&(start, end)| offsets.to_span(file, start, end).map(&place));
        let Some(fragments) = fragments.collect::<Option<Vec<Span>>>() else {
            unfit.push(misfit(Misfit::Beyond, words));
            continue;
        };
        if !has_words(text, &fragments, words) {
            unfit.push(misfit(Misfit::OtherWords, words));
            continue;
        }
        let what = match (labels::part(label), labels::kind(label)) {
            (Some(part), _) => What::Part(part),
            (None, Some((kind, form))) => What::Mention(kind, form),
            (None, None) => What::Unknown,
        };
        if what == What::Unknown {
            unfit.push(misfit(Misfit::UnknownLabel, label));
        }
        marks.push(Mark {
            id: record.id.clone(),
            spans: rejoined(text, &fragments),
            what,
        });
    }
    (marks, unfit)
}

/// Whether the line repeats what stands there; white space counts for little, since other programs write line breaks as
/// spaces. A line without words says nothing else.
fn has_words(text: &str, fragments: &[Span], words: &str) -> bool {
    let there = fragments
        .iter()
        .flat_map(|span| span.of(text).split_whitespace());
    let told = words.split_whitespace();
    words.is_empty() || there.clone().eq(told.clone()) || {
        // Before brat 1.3 fragments were joined without a space.
        let there = there.flat_map(str::chars);
        there.eq(told.flat_map(str::chars))
    }
}
