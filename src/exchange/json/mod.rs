//! Our own JSON: lossless, offsets in code points, end exclusive. `assets/schema/wortlaut-1.schema.json` describes it.
//!
//! `mentions`, `entities` and `statements` are what is shown. Where the reader corrected something, `edits` are the
//! corrections, the last `undone` of them not in force, and `found` holds what the program had found before: how many
//! of each, and those that look different now. So a script needs the first three lists only, and nothing is lost.

mod edits;
mod invalid;
mod read;
mod record;
mod write;

pub use invalid::Invalid;
pub use read::read;
pub use write::write;

/// What `format` says in such a file.
const FORMAT: &str = "wortlaut";

/// The version that is written, and the newest that is read.
const VERSION: u64 = 1;

#[cfg(test)]
mod long_work;
#[cfg(test)]
mod tests;
