//! The reader's corrections on top of a document: a list of edits and a cursor in it.

pub mod anchoring;
mod edit;

use std::sync::Arc;

use crate::document::{Document, Findings};

pub use edit::{Edit, EditError};

/// A document with the reader's corrections. What is shown is what the program found with the edits before the cursor replayed.
#[derive(Clone, Debug)]
pub struct Review {
    document: Arc<Document>,
    edits: Vec<Edit>,
    /// How many edits are in force; those after it were undone and can be redone.
    cursor: usize,
    findings: Findings,
}

impl Review {
    /// A review without corrections.
    pub fn new(document: Arc<Document>) -> Self {
        let findings = document.findings.clone();
        Self {
            document,
            edits: Vec::new(),
            cursor: 0,
            findings,
        }
    }

    /// A review with corrections made before, the first `cursor` of them in force.
    /// An error if one of these does not fit the document.
    pub fn restore(
        document: Arc<Document>,
        edits: Vec<Edit>,
        cursor: usize,
    ) -> Result<Self, EditError> {
        let cursor = cursor.min(edits.len());
        let findings = replay(&document, &edits[..cursor])?;
        Ok(Self {
            document,
            edits,
            cursor,
            findings,
        })
    }

    /// The same review with the tokens, sentences and tags of `reading`, a new reading of the same text: a review
    /// that comes from a file has none. Findings and corrections stay. A reading of another text changes nothing.
    #[must_use]
    pub fn with_words_of(mut self, reading: Document) -> Self {
        if reading.text() == self.document.text() {
            self.document = Arc::new(Document {
                article: self.document.article.clone(),
                findings: self.document.findings.clone(),
                ..reading
            });
        }
        self
    }

    /// The document underneath.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// What is shown: the document's findings with the corrections applied.
    pub fn findings(&self) -> &Findings {
        &self.findings
    }

    /// All edits, the undone ones included.
    pub fn edits(&self) -> &[Edit] {
        &self.edits
    }

    /// How many of [`Self::edits`] are in force.
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// Makes a correction: one step of undo. What was undone before it is forgotten.
    /// A correction that changes nothing is no step. On an error nothing is changed.
    pub fn apply(&mut self, edit: Edit) -> Result<(), EditError> {
        let mut findings = self.findings.clone();
        edit.apply(self.document.text(), &mut findings)?;
        if findings != self.findings {
            self.edits.truncate(self.cursor);
            self.edits.push(edit);
            self.cursor += 1;
            self.findings = findings;
        }
        Ok(())
    }

    /// The correction that [`Self::undo`] would take back.
    pub fn next_undo(&self) -> Option<&Edit> {
        self.cursor.checked_sub(1).map(|last| &self.edits[last])
    }

    /// The correction that [`Self::redo`] would make again.
    pub fn next_redo(&self) -> Option<&Edit> {
        self.edits.get(self.cursor)
    }

    /// Takes the last correction back; `false` if there is none.
    pub fn undo(&mut self) -> bool {
        self.cursor > 0 && self.move_to(self.cursor - 1)
    }

    /// Makes the correction again that was undone last; `false` if there is none.
    pub fn redo(&mut self) -> bool {
        self.cursor < self.edits.len() && self.move_to(self.cursor + 1)
    }

    fn move_to(&mut self, cursor: usize) -> bool {
        let replayed = replay(&self.document, &self.edits[..cursor]);
        if let Ok(findings) = replayed {
            (self.cursor, self.findings) = (cursor, findings);
            return true;
        }
        false
    }
}

fn replay(document: &Document, edits: &[Edit]) -> Result<Findings, EditError> {
    let mut findings = document.findings.clone();
    for edit in edits {
        edit.apply(document.text(), &mut findings)?;
    }
    Ok(findings)
}

#[cfg(test)]
pub(crate) mod arbitrary;
#[cfg(test)]
mod tests;
