//! Linear models and their training; knows no German.
//!
//! Observations are described by hashed [`features`]; a [`sequence`] model labels a row of positions, a [`ranking`]
//! model picks one of several candidates. Both keep their weights in a [`table`] and travel as a [`model_file`].

pub mod calibration;
pub mod clusters;
pub mod features;
pub mod model_file;
pub mod ranking;
pub mod ranking_training;
pub mod sequence;
pub mod sequence_training;
pub mod table;
mod weights;
