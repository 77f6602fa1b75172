//! Readers of the corpora that the trainer and the figures need; where to get them: `assets/models/README.md`.

pub mod names;
pub mod quotes;
pub mod treebank;
