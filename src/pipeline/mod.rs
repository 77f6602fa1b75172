//! `Article` → `Document`, one file per step. Nothing here can fail: doubt is a low confidence.

pub mod observations;
pub mod segmentation;
pub mod tagging;

use crate::article::Article;
use crate::document::{Document, Findings};

/// All models and lexicons, loaded once, used for every article.
pub struct Pipeline {}

/// Why the models that are built into the program cannot be used: a damaged binary.
#[derive(Debug, thiserror::Error)]
#[error("the models inside the program are damaged ({0}); install it anew")]
pub struct ModelError(pub String);

impl Pipeline {
    /// Loads the models that are built into the program.
    pub fn embedded() -> Result<Self, ModelError> {
        Ok(Self {})
    }

    /// Reads an article.
    pub fn read(&self, article: Article) -> Document {
        let (tokens, sentences) = segmentation::segment(&article);
        Document {
            article,
            tokens,
            sentences,
            tags: Vec::new(),
            findings: Findings::default(),
        }
    }
}
