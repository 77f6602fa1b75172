//! What is shown, without any window: runs of highlighted text, rows of statements, cards of entities, colours.

pub mod category;
pub mod context;
pub mod entities;
pub mod highlight;
pub mod palette;
pub mod speaker;
pub mod statements;
pub mod values;

#[cfg(test)]
pub(crate) mod sample;
