//! REFI-QDA Project Exchange 1.5 (<https://www.qdasoftware.org>), for programs of qualitative analysis: MAXQDA, ATLAS.ti,
//! `NVivo`, `QualCoder`.
//!
//! An archive with `project.qde` (XML, namespace `urn:QDA-XML:project:1.0`) and the article as `sources/<guid>.txt` in UTF-8.
//! Positions count Unicode code points of that file from 0; the end is the position after the last one.
//!
//! | what | where |
//! |---|---|
//! | kinds of names and of statements, cues, key statements | `Code` in the code book, in the colours of the window; each name a code under its kind |
//! | mentions, pieces of statements, cues | `PlainTextSelection` with a `Coding` |
//! | speakers | `Case`, with a `SelectionRef` for each piece that they say; role and party in its `Description` |
//! | notes | `Note`, with a `NoteRef` where it belongs |
//! | title, author, date, address | `Description` of the `TextSource` |
//!
//! Ids are UUIDs made from what they stand for (version 5): codes and cases have the same id in all projects, so that projects
//! can be merged.

mod codes;
mod project;

use uuid::Uuid;

use super::archive::packed;
use super::extract::Extract;
use super::format::{Facts, FileName, Group};
use super::loss::{Loss, Losses};
use super::{left_out, xml};

/// The format.
pub const FACTS: Facts = Facts {
    name: "qdpx",
    describe: "a REFI-QDA project for MAXQDA, ATLAS.ti, NVivo and QualCoder",
    group: Group::Tool,
    files: &[FileName::Suffix("qdpx")],
    write: |extract, losses| vec![archive(extract, losses)],
    read: None,
};

const LEFT_OUT: [Loss; 11] = [
    Loss::Forms,
    Loss::Values,
    Loss::Pieces,
    Loss::StatementFacts,
    Loss::Addressees,
    Loss::Via,
    Loss::Nesting,
    Loss::Frames,
    Loss::Confidence,
    Loss::Steps,
    Loss::Provenance,
];

fn archive(extract: &Extract<'_>, losses: &mut Losses) -> Vec<u8> {
    left_out::count(extract, &LEFT_OUT, losses);
    left_out::count(extract, &[Loss::Verdicts, Loss::Blocks], losses);
    let source = guid(&["source", &extract.article().source.sha256, extract.text()]);
    let project = project::project(extract, &source);
    let notes = project.notes.into_iter();
    // Only the project is XML; the article stays as it is.
    let mut files = vec![
        ("project.qde".to_owned(), project.xml.into_bytes()),
        (format!("sources/{source}.txt"), extract.text().into()),
    ];
    files.extend(notes.map(|(guid, note)| {
        (
            format!("sources/{guid}.txt"),
            xml::allowed(&note).into_owned().into_bytes(),
        )
    }));
    packed(&files)
}

/// An id made from what it stands for.
fn guid(of: &[&str]) -> String {
    /// Made once, at random.
    const NAMESPACE: Uuid = Uuid::from_u128(0x6f0c_5a0e_92b1_4c1d_8b5a_3f3a_7d1c_2e94);
    let name = of.join("\u{1F}");
    Uuid::new_v5(&NAMESPACE, name.as_bytes()).to_string()
}

#[cfg(test)]
mod tests;
