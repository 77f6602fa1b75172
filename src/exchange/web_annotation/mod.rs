//! W3C Web Annotation as JSON-LD, both ways: <https://www.w3.org/TR/annotation-model/>, <https://www.w3.org/TR/annotation-vocab/>.
//!
//! # What is written
//!
//! An `AnnotationCollection` with one `AnnotationPage`. Each annotation says in `part` what it is about:
//!
//! | `part` | motivation | body | target |
//! |---|---|---|---|
//! | `mention` | `tagging` | its type as a tag; the entity with purpose `identifying`; the note as a comment | its place |
//! | `entity` | `identifying` | the entity itself: class, `kind`, `name`, `role`, `party`, `aliases`; the note | the article |
//! | `statement` | `classifying` | its kind as a tag; the note | its place, or a `Composite` of several |
//! | `cue`, `frame`, `speaker`, `addressee`, `via` | `linking` | that word as a tag, the statement with purpose `linking`, the entity with purpose `identifying` | the words, or the article where there are none |
//! | `note` | `commenting` | the reader's note on the article | the article |
//!
//! A place is a `SpecificResource` with a `TextQuoteSelector`, whose `prefix` and `suffix` have up to 32 code points and
//! never cut a character that is composed of several, and a `TextPositionSelector` in code points, as the model demands.
//! `source` is a UUID made from the text: whoever annotates the same text refers to the same source.
//!
//! `form`, `normalised` (the value of a date), `medium`, `stance`, `inside`, `salience`, `key`, `because`, `anonymous`,
//! `confidence` and `verdict` are words of our own, under one namespace, explained in the `@context` of each file, so
//! that JSON-LD processors keep them. Rejected findings are there with `"verdict":"rejected"`. `creator` is the program
//! (`#analysis`), the reader, or both; `created` and `modified` are the reader's times.
//!
//! ```json
//! {"id":"urn:uuid:…#mention-0","type":"Annotation","part":"mention","motivation":"tagging",
//!  "body":[{"type":"TextualBody","purpose":"tagging","value":"location"},
//!          {"type":"SpecificResource","purpose":"identifying","source":"urn:uuid:…#who-1"}],
//!  "target":{"type":"SpecificResource","source":"urn:uuid:…","selector":[
//!    {"type":"TextQuoteSelector","exact":"Bad Laub","prefix":"Die Straßenbahn in ","suffix":" fährt wieder."},
//!    {"type":"TextPositionSelector","start":19,"end":27}]},
//!  "form":"name","confidence":0.75,"verdict":"open","creator":[{"id":"urn:uuid:…#analysis","type":"Software"}]}
//! ```
//!
//! Beside the annotations, the collection has the article with its text, and the corrections as our own JSON has them
//! (`edits`, `undone`, `found`), as one JSON literal. So it reads back to the identical review. If somebody has changed
//! the annotations, these count, and the corrections are let go.
//!
//! # What is read
//!
//! One annotation, a list, a page, a collection, a graph; ours and those of others, for example of Hypothesis and
//! Recogito, which are laid on an article. Tags that name a kind, in English or German, make mentions and statements; a body with the
//! purpose `identifying` and an address makes an entity with that address as its note; links from a statement to a
//! name, called "speaker" or the like, make speakers; comments become notes. A place is where quote and context are;
//! the position decides between places that are equally good, since many programs count it in another text or unit.
//! Selectors for markup (`XPath`, CSS, ranges) lead nowhere here. What has no tag that we know, is told as unfit.

mod around;
mod context;
mod foreign;
mod own;
mod place;
mod read;
mod record;
mod tags;
mod view;
mod write;

use super::format::{Facts, FileName, Group, Input, Reading};
use super::loss::Loss;

/// The format.
pub const FACTS: Facts = Facts {
    name: "web-annotation",
    describe: "W3C Web Annotation (JSON-LD): everything, for archives and annotation servers",
    group: Group::Exchange,
    files: &[FileName::Suffix("jsonld")],
    write: |extract, losses| {
        if !extract.is_whole() {
            losses.count(Loss::Steps, extract.review().cursor());
        }
        vec![write::write(extract)]
    },
    read: Some(Reading {
        recognises,
        read: read::read,
        needs_article: false,
    }),
};

pub(super) use read::read;
pub(super) use write::write;

/// Bytes in which a file names its context; what comes first in JSON is up to the program that wrote it.
const HEAD: usize = 64 * 1024;

/// Whether it is JSON that names the context of the standard.
fn recognises(input: &Input<'_>) -> bool {
    const CONTEXT: &[u8] = b"w3.org/ns/anno";
    let bytes = input.bytes;
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let is_json = matches!(bytes.trim_ascii_start().first(), Some(b'{' | b'['));
    let head = &bytes[..bytes.len().min(HEAD)];
    is_json && head.windows(CONTEXT.len()).any(|bytes| bytes == CONTEXT)
}

#[cfg(test)]
mod tests;
