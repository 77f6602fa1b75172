//! The reader's corrections on top of a document: a list of steps and a cursor in it.

pub mod anchoring;
mod apply;
mod draft;
mod edit;
mod provenance;
mod step;
pub mod transfer;

use std::sync::Arc;

use crate::document::{Document, Findings};

use draft::{Before, Draft};

pub use edit::{Edit, EditError, Said, Who};
pub use provenance::Provenance;
pub use step::{Stamp, Step};

/// A document with the reader's corrections. What is shown is what the program found with the steps before the cursor made.
#[derive(Clone, Debug)]
pub struct Review {
    document: Arc<Document>,
    steps: Vec<Step>,
    /// How many steps are in force; those after it were undone and can be redone.
    cursor: usize,
    findings: Findings,
}

impl Review {
    /// A review without corrections.
    pub fn new(document: Arc<Document>) -> Self {
        let findings = document.findings.clone();
        Self {
            document,
            steps: Vec::new(),
            cursor: 0,
            findings,
        }
    }

    /// A review with corrections made before, the first `cursor` of them in force.
    /// An error if one of these does not fit the document.
    pub fn restore(
        document: Arc<Document>,
        steps: Vec<(Edit, Stamp)>,
        cursor: usize,
    ) -> Result<Self, EditError> {
        let mut review = Self::new(document);
        review.steps = steps
            .into_iter()
            .map(|(edit, stamp)| Step::new(edit, stamp))
            .collect();
        let cursor = cursor.min(review.steps.len());
        while review.cursor < cursor {
            review.step_forward()?;
        }
        Ok(review)
    }

    /// The same review with the tokens, sentences and tags of `reading`, a new reading of the same text: a review
    /// that comes from a file has none. Findings and corrections stay. A reading of another text changes nothing.
    #[must_use]
    pub fn with_words_of(mut self, reading: Document) -> Self {
        if reading.text() == self.document.text() {
            self.document = Arc::new(Document {
                article: self.document.article.clone(),
                findings: self.document.findings.clone(),
                made_by: self.document.made_by.clone(),
                ..reading
            });
        }
        self
    }

    /// The document underneath.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// The document underneath, to be kept.
    pub fn shared_document(&self) -> Arc<Document> {
        self.document.clone()
    }

    /// What is shown: the document's findings with the corrections applied.
    pub fn findings(&self) -> &Findings {
        &self.findings
    }

    /// All steps, the undone ones included.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// How many of [`Self::steps`] are in force.
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// Who has the last word on each finding.
    pub fn provenance(&self) -> Provenance<'_> {
        Provenance::new(&self.findings, &self.steps[..self.cursor])
    }

    /// Makes a correction: one step of undo; `true` if it has changed anything, else it is no step.
    /// What was undone before it is forgotten. On an error nothing is changed.
    pub fn apply(&mut self, edit: Edit, stamp: Stamp) -> Result<bool, EditError> {
        let Some(before) = self.make(&edit)? else {
            return Ok(false);
        };
        self.steps.truncate(self.cursor);
        self.steps.push(Step {
            edit,
            stamp,
            before: Some(before),
        });
        self.cursor += 1;
        Ok(true)
    }

    /// The correction that [`Self::undo`] would take back.
    pub fn next_undo(&self) -> Option<&Step> {
        self.cursor.checked_sub(1).map(|last| &self.steps[last])
    }

    /// The correction that [`Self::redo`] would make again.
    pub fn next_redo(&self) -> Option<&Step> {
        self.steps.get(self.cursor)
    }

    /// Takes the last correction back; `false` if there is none.
    pub fn undo(&mut self) -> bool {
        let Some(last) = self.cursor.checked_sub(1) else {
            return false;
        };
        if let Some(before) = self.steps[last].before.take() {
            before.put_back(&mut self.findings);
        }
        self.cursor = last;
        true
    }

    /// Makes the correction again that was undone last; `false` if there is none, or if it does not fit,
    /// which a file may bring about.
    pub fn redo(&mut self) -> bool {
        self.cursor < self.steps.len() && self.step_forward().is_ok()
    }

    /// Undoes or redoes until so many steps are in force; `true` if anything has changed.
    pub fn move_to(&mut self, cursor: usize) -> bool {
        let begin = self.cursor;
        while cursor < self.cursor && self.undo() {}
        while self.cursor < cursor && self.redo() {}
        self.cursor != begin
    }

    /// Makes the step at the cursor.
    fn step_forward(&mut self) -> Result<(), EditError> {
        let edit = self.steps[self.cursor].edit.clone();
        self.steps[self.cursor].before = self.make(&edit)?;
        self.cursor += 1;
        Ok(())
    }

    /// Makes a correction in the findings; what it has changed, if anything.
    fn make(&mut self, edit: &Edit) -> Result<Option<Before>, EditError> {
        let mut draft = Draft::new(&mut self.findings);
        match apply::apply(edit, self.document.text(), &mut draft) {
            Ok(()) => Ok(draft.finish()),
            Err(error) => {
                draft.drop_changes();
                Err(error)
            }
        }
    }
}

#[cfg(test)]
pub(crate) mod arbitrary;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
