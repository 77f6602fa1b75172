//! UIMA CAS as JSON (version 0.4) and as XMI, for UIMA, `DKPro` Core and `INCEpTION`.
//!
//! Offsets are UTF-16 code units of the text. Words, sentences and mentions have the types of `DKPro` Core, so that its
//! components and `INCEpTION` find them; the rest has types of our own (`types`), the same in both notations:
//!
//! | type | what it holds |
//! |---|---|
//! | `…metadata.type.DocumentMetaData` | title, name, address of the article |
//! | `…segmentation.type.Sentence`, `…Token` | its sentences and words |
//! | `…ner.type.NamedEntity` | a mention; `value` is `PER`, `ORG`, `LOC`, `OTH` as in `GermEval`, also `LOCderiv`, `LOCpart`, or `ROLE`, `DATE`, `TIME`, `DURATION`, `AMOUNT`; `identifier` the name of the entity, `entity` the entity itself |
//! | `wortlaut.type.Statement` | a statement from its first to its last word; `pieces` where it is interrupted; `speaker`, `addressee`, `via`, `cues`, `frame`, `inside` |
//! | `wortlaut.type.Voice` | words for a speaker, with `entity` and `because` |
//! | `wortlaut.type.Entity` | who or what is meant: `name`, `kind`, `role`, `party`, `aliases`, `note` |
//! | `wortlaut.type.Block`, `wortlaut.type.Review` | the parts of the article; who found all this, the note on the article |
//!
//! In JSON (<https://github.com/apache/uima-uimaj-io-jsoncas>, and its specification there) a mention is
//!
//! ```json
//! {"%ID": 12, "%TYPE": "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity", "@sofa": 1, "begin": 42, "end": 56,
//!  "value": "PER", "identifier": "Erika Ohnesorg", "@entity": 7, "form": "name", "confidence": 0.75, "verdict": "open"}
//! ```
//!
//! XMI (the UIMA specification, OASIS 2009) has no place for the characters that XML 1.0 forbids: each becomes U+FFFD, so
//! that offsets stay. `TypeSystem.xml` is the same for all articles.
//!
//! Read is JSON: ours with everything; of others the named entities of all `DKPro` types, and layers whose name is that of
//! statements. What other layers there are is told, one line for each.

mod file;
mod json;
mod read;
mod structures;
mod types;
mod xmi;

#[cfg(test)]
mod tests;

use super::extract::Extract;
use super::format::{Facts, FileName, Group, Reading};

/// The text, and the tag of its language.
fn text<'a>(extract: &'a Extract<'_>) -> (&'a str, &'static str) {
    let article = extract.article();
    (&article.text, article.source.language.tag())
}

/// The format in JSON.
pub const JSON: Facts = Facts {
    name: "cas-json",
    describe: "UIMA CAS as JSON 0.4, for INCEpTION and DKPro",
    group: Group::Tool,
    files: &[FileName::Suffix("cas.json")],
    write: |extract, losses| {
        let structures = structures::all(extract, losses);
        vec![json::write(text(extract), &structures)]
    },
    read: Some(Reading {
        recognises: |input| read::is_cas(input.bytes),
        read: |input| read::read(input.bytes),
        needs_article: false,
    }),
};

/// The format in XML.
pub const XMI: Facts = Facts {
    name: "cas-xmi",
    describe: "UIMA CAS as XMI with its type system, for UIMA and DKPro",
    group: Group::Tool,
    files: &[FileName::Suffix("xmi"), FileName::Shared("TypeSystem.xml")],
    write: |extract, losses| {
        let structures = structures::all(extract, losses);
        vec![
            xmi::write(text(extract), &structures, losses),
            xmi::type_system(),
        ]
    },
    read: None,
};
