//! Scores against gold corpora.

pub mod assignment;
pub mod calibration;
pub mod corpora;
pub mod entities;
pub mod key_statements;
pub mod names;
pub mod scores;
pub mod statement_confidence;
