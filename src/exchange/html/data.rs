//! The annotations in the page itself, so that it reads back: Web Annotation in a data block, which browsers do not run.

use crate::exchange::extract::Extract;
use crate::exchange::format::Input;
use crate::exchange::import::{Imported, Refusal};
use crate::exchange::web_annotation;

/// What the data block begins with. It stands before everything that is as long as the article wants it to be.
const START: &str = "<script type=\"application/ld+json\" id=\"annotations\">";

/// What ends it. Nothing in it can: it has no "<".
const END: &str = "</script>";

/// The sign of our pages.
const GENERATOR: &str = "<meta name=\"generator\" content=\"Wortlaut ";

/// Bytes in which [`GENERATOR`] and [`START`] stand, with room for what a browser adds when it saves a page.
const HEAD: usize = 8 * 1024;

/// The sign of our pages with the version, and the data block.
pub(super) fn head(extract: &Extract<'_>) -> String {
    let json = web_annotation::write(extract);
    let json = String::from_utf8_lossy(&json);
    // These stand in strings only, where an escape says the same.
    let json = json.replace('&', "\\u0026");
    let json = json.replace('<', "\\u003c").replace('>', "\\u003e");
    format!(
        "{GENERATOR}{}\">\n{START}\n{json}{END}\n",
        env!("CARGO_PKG_VERSION")
    )
}

/// Whether it is a page of ours, with its data.
pub(super) fn recognises(input: &Input<'_>) -> bool {
    let head = &input.bytes[..input.bytes.len().min(HEAD)];
    find(head, GENERATOR).is_some() && find(head, START).is_some()
}

/// Reads the data of a page. Nobody has to understand its markup for that: START stands in no other place, since the
/// page has "<" as "&lt;" everywhere else.
pub(super) fn read(input: &Input<'_>) -> Result<Imported, Refusal> {
    let cut_off = || Refusal::damaged("the data in the page", "is cut off");
    let start = find(input.bytes, START).ok_or_else(cut_off)? + START.len();
    let data = &input.bytes[start..];
    let end = find(data, END).ok_or_else(cut_off)?;
    web_annotation::read(&Input {
        bytes: &data[..end],
        ..*input
    })
}

fn find(bytes: &[u8], words: &str) -> Option<usize> {
    bytes
        .windows(words.len())
        .position(|window| window == words.as_bytes())
}
