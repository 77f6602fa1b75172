//! Linear models, a small network, and their training; knows no German.
//!
//! Observations are described by hashed [`features`]; a [`sequence`] model labels a row of positions, a [`ranking`]
//! model picks one of several candidates. Both keep their weights in a [`table`] and travel as a [`model_file`].
//! A [`network`] gives scores to what a sequence model labels.

mod adam;
pub mod calibration;
pub mod clusters;
mod dense;
pub mod embeddings;
pub mod features;
pub mod hashing;
mod layer;
pub mod model_file;
pub mod network;
pub mod network_training;
mod random;
pub mod ranking;
pub mod ranking_training;
pub mod sequence;
pub mod sequence_training;
pub mod table;
pub mod vectors;
mod weights;
