//! What is shown, without any window: runs of highlighted text, rows of statements, cards of entities, colours.

pub mod agreement;
pub mod balance;
pub mod candidates;
mod companions;
pub mod comparison;
pub mod concordance;
pub mod context;
pub mod edges;
pub mod entities;
pub mod facts;
pub mod highlight;
pub mod learnable;
pub mod listing;
pub mod marking;
pub mod nesting;
pub mod occurrences;
pub mod origin;
pub mod palette;
pub mod query;
pub mod queue;
pub mod quoting;
pub mod renewing;
pub mod selection;
pub mod shares;
pub mod shown;
pub mod speaker;
pub mod statements;
pub mod tint;
pub mod trimming;
pub mod value;
pub mod voices;
pub mod words;

#[cfg(test)]
pub(crate) mod sample;
#[cfg(test)]
pub(crate) mod sample_layers;
