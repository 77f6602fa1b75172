//! Scores against gold corpora.

pub mod corpora;
pub mod names;
