//! The tables, over texts that offsets stumble over.

use std::path::Path;

use wortlaut::document::{Findings, Statement};
use wortlaut::exchange::format::Input;
use wortlaut::exchange::{Extract, Format};

use super::traps;

/// What a table of statements brings back.
fn held(
    findings: &Findings,
    text: &str,
    statement: &Statement,
) -> impl PartialEq + std::fmt::Debug {
    let speaker = statement.speaker.as_ref();
    let entity = speaker.and_then(|voice| voice.entity);
    let words = speaker.map(|voice| {
        let spans = voice.spans.iter();
        spans
            .map(|span| span.of(text).to_owned())
            .collect::<Vec<_>>()
    });
    (
        (
            statement.kind,
            statement.medium,
            statement.stance,
            statement.content.clone(),
        ),
        (
            statement.cue.clone(),
            words,
            speaker.map(|voice| voice.because),
        ),
        entity.map(|id| (findings.entity(id).name.clone(), findings.entity(id).kind)),
        (
            statement.inside,
            statement.key,
            statement.verdict,
            statement.via.len(),
        ),
        (statement.addressee.is_some(), statement.note.clone()),
    )
}

#[test]
fn statements_come_back_with_cue_and_speaker() {
    for trap in traps::all() {
        let extract = Extract::whole(&trap.review);
        for format in [Format::CSV, Format::CSV_EXCEL] {
            let (files, _) = format.write(&extract);
            let input = Input {
                path: Path::new("artikel.statements.csv"),
                bytes: &files[0].bytes,
                article: Some(extract.article()),
            };
            let reading = Format::CSV.reading().expect("it is read");
            assert!((reading.recognises)(&input));
            let (findings, text) = (trap.review.findings(), extract.text());
            let shown: Vec<_> = findings.shown_statements().collect();
            let Ok(imported) = (reading.read)(&input) else {
                assert!(shown.is_empty(), "{}", trap.name);
                continue;
            };
            assert_eq!(imported.unfit, [], "{}", trap.name);
            let back = imported.review.findings();
            assert_eq!(back.statements.len(), shown.len());
            for (theirs, (_, ours)) in back.statements.iter().zip(shown) {
                assert_eq!(
                    held(back, text, theirs),
                    held(findings, text, ours),
                    "{}",
                    trap.name
                );
            }
        }
    }
}

#[test]
fn mentions_and_entities_are_no_statements() {
    for trap in traps::all() {
        let (files, _) = Format::CSV.write(&Extract::whole(&trap.review));
        for file in &files[1..] {
            let input = Input {
                path: Path::new("artikel.csv"),
                bytes: &file.bytes,
                article: None,
            };
            let reading = Format::CSV.reading().expect("it is read");
            assert!(!(reading.recognises)(&input), "{:?}", file.name);
        }
    }
}
