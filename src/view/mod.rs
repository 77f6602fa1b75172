//! What is shown, without any window: runs of highlighted text, rows of statements, cards of entities, colours.

pub mod context;
pub mod entities;
pub mod facts;
pub mod highlight;
pub mod nesting;
pub mod palette;
pub mod shown;
pub mod speaker;
pub mod statements;
pub mod value;

#[cfg(test)]
pub(crate) mod sample;
#[cfg(test)]
pub(crate) mod sample_layers;
