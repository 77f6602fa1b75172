//! Scores against gold corpora.

pub mod corpora;
