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
pub(super) fn marks(records: &[Record], text: &str, unfit: &mut Vec<Unfit>) -> Vec<Mark> {
    let offsets = Offsets::new(text, Unit::CodePoints);
    let mut marks = Vec::new();
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
            .map(|&(start, end)| offsets.to_span(text, start, end));
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
    marks
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
