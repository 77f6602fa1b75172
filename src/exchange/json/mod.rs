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
pub use write::{write, write_extract};

pub(super) use read::{article, restore};
pub(super) use record::{BlockRecord, Corrections, DocumentRecord};
pub(super) use write::Writer;

use super::format::{Facts, FileName, Group, Input, Reading};
use super::import::{Imported, Refusal};
use super::loss::Loss;

/// The format.
pub const FACTS: Facts = Facts {
    name: "json",
    describe: "everything, corrections included",
    group: Group::Exchange,
    files: &[FileName::Suffix("json")],
    write: |extract, losses| {
        if !extract.is_whole() {
            losses.count(Loss::Steps, extract.review().cursor());
        }
        vec![write_extract(extract)]
    },
    read: Some(Reading {
        recognises: |input| is_ours(input.bytes),
        read: import,
        needs_article: false,
    }),
};

/// Whether the first of its fields says so.
fn is_ours(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(200)];
    let start: String = (String::from_utf8_lossy(start).chars())
        .filter(|character| !character.is_whitespace() && *character != '\u{FEFF}')
        .collect();
    start.starts_with(&format!("{{\"format\":\"{FORMAT}\""))
}

fn import(input: &Input<'_>) -> Result<Imported, Refusal> {
    Ok(Imported {
        review: read(input.bytes)?,
        unfit: Vec::new(),
    })
}

/// What `format` says in such a file.
const FORMAT: &str = "wortlaut";

/// The version that is written, and the newest that is read.
const VERSION: u64 = 1;

#[cfg(test)]
mod long_work;
#[cfg(test)]
mod tests;
