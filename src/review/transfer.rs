//! Corrections of an article, made again on another reading of it: because its text has changed, or because the program
//! finds something else in the same text.

mod edits;
mod matching;
mod translating;

use std::sync::Arc;

use super::anchoring::Anchoring;
use super::{Edit, EditError, Review, Stamp};
use crate::document::{Document, EntityId, MentionId, StatementId};
use crate::span::Span;

use matching::Matches;
use translating::Translator;

/// Less than this share of the shorter text in the other one, and they are two articles.
const LEAST_SHARED: f32 = 0.2;

/// What became of corrections that did not stay where they were.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Corrections of something that stands elsewhere now, or between other words.
    pub moved: Vec<Moved>,
    /// Corrections of something that is not there any more.
    pub lost: Vec<Lost>,
}

/// Something corrected that stands elsewhere now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// Its words, as they were.
    pub quote: String,
    /// Where it stands now.
    pub span: Span,
}

/// A correction that has nothing left to correct.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lost {
    /// The words, or the name, that it was about.
    pub quote: String,
    /// What had been corrected; its numbers and places are those of the old reading.
    pub edit: Edit,
}

impl Report {
    /// Whether everything stayed where it was.
    pub fn is_empty(&self) -> bool {
        self.moved.is_empty() && self.lost.is_empty()
    }
}

/// Why corrections cannot be made again.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TransferError {
    /// Hardly anything of the text is left.
    #[error("belongs to another article")]
    OtherArticle,
    /// The same reading, and yet they do not fit it.
    #[error(transparent)]
    Unfit(#[from] EditError),
}

/// The corrections of `old` on `reading`: the same steps in the same order, as many in force.
///
/// Where the reader had confirmed, changed or added something that is in the text but was not found this time, it is added;
/// where he had rejected it, there is nothing left to do.
pub fn transfer(old: &Review, reading: Arc<Document>) -> Result<(Review, Report), TransferError> {
    let has_same_text = old.document.text() == reading.text();
    if has_same_text && old.document.findings == reading.findings {
        let steps = old.steps.iter();
        let steps = steps.map(|step| (step.edit.clone(), step.stamp.clone()));
        let review = Review::restore(reading, steps.collect(), old.cursor)?;
        return Ok((review, Report::default()));
    }
    let anchoring = Anchoring::new(old.document.text(), reading.text());
    if !has_same_text && anchoring.shared() < LEAST_SHARED {
        return Err(TransferError::OtherArticle);
    }
    let mut translator = Translator::new(anchoring, old.document.clone(), reading.clone());
    let mut steps: Vec<(Edit, Stamp)> = Vec::new();
    let mut cursor = 0;
    for (index, step) in old.steps.iter().enumerate() {
        if let Some(edit) = translator.step(&step.edit) {
            steps.push((edit, step.stamp.clone()));
        }
        if index + 1 == old.cursor {
            // What is lost or moved later had been undone: nobody misses it.
            translator.stop_reporting();
        }
        if index < old.cursor {
            cursor = steps.len();
        }
    }
    let review = Review::restore(reading, steps, cursor)?;
    let report = if old.cursor == 0 {
        Report::default()
    } else {
        translator.report()
    };
    Ok((review, report))
}

/// For what is shown of one reading, what is shown of another.
pub struct Counterparts {
    anchoring: Anchoring,
    matches: Matches,
}

impl Counterparts {
    /// Compares both.
    pub fn new(old: &Review, new: &Review) -> Self {
        let mut anchoring = Anchoring::new(old.document.text(), new.document.text());
        Self {
            matches: Matches::new(&mut anchoring, &old.findings, &new.findings),
            anchoring,
        }
    }

    /// Where a place is now.
    pub fn place(&mut self, span: Span) -> Option<Span> {
        self.anchoring.place(span).span()
    }

    /// Which mention it is now.
    pub fn mention(&self, id: MentionId) -> Option<MentionId> {
        self.matches.mentions.get(id.0 as usize).copied().flatten()
    }

    /// Which entity it is now.
    pub fn entity(&self, id: EntityId) -> Option<EntityId> {
        self.matches.entities.get(id.0 as usize).copied().flatten()
    }

    /// Which statement it is now.
    pub fn statement(&self, id: StatementId) -> Option<StatementId> {
        self.matches
            .statements
            .get(id.0 as usize)
            .copied()
            .flatten()
    }
}

#[cfg(test)]
mod any_corrections;
#[cfg(test)]
mod tests;
