//! Scores against gold corpora.

pub mod assignment;
pub mod corpora;
pub mod entities;
pub mod names;
pub mod scores;
