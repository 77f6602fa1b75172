//! Wortlaut reads German news articles: who is in them, and who said what.
//!
//! ```text
//! bytes ─article→ Article ─pipeline→ Document ─review→ Review ─view→ what is shown ─┬─gui→ window
//!                                                                                   └─exchange→ files
//! ```
//!
//! Data flows one way. Each module imports only from the modules before it; `tests/project/tidy.rs` holds the table and fails otherwise.

pub mod span;

pub mod article;

pub mod document;

pub mod learning;

pub mod german;

pub mod pipeline;

pub mod review;

pub mod view;

pub mod exchange;

pub mod evaluation;

pub mod cli;

#[cfg(feature = "gui")]
pub mod gui;
