//! The reader's corrections on top of a document.

use std::sync::Arc;

use crate::document::{Document, Findings};

/// A document with the reader's corrections.
#[derive(Clone, Debug)]
pub struct Review {
    document: Arc<Document>,
    findings: Findings,
}

impl Review {
    /// A review without corrections.
    pub fn new(document: Arc<Document>) -> Self {
        let findings = document.findings.clone();
        Self { document, findings }
    }

    /// The document underneath.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// What is shown: the document's findings with the corrections applied.
    pub fn findings(&self) -> &Findings {
        &self.findings
    }
}
