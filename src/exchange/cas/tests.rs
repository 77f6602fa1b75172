//! UIMA CAS out and in.

use std::path::Path;

use proptest::prelude::*;
use serde_json::Value;

use super::{JSON, XMI};
use crate::document::{EntityId, Findings, Form, Kind, StatementKind, Verdict};
use crate::exchange::format::Input;
use crate::exchange::import::{Imported, Misfit, Refusal};
use crate::exchange::spans::tidy;
use crate::exchange::{Extract, Losses};
use crate::review::{Review, arbitrary};

fn written(review: &Review) -> Vec<u8> {
    let mut losses = Losses::default();
    (JSON.write)(&Extract::whole(review), &mut losses).remove(0)
}

fn read(bytes: &[u8]) -> Result<Imported, Refusal> {
    let reading = JSON.read.as_ref().expect("it can be read");
    (reading.read)(&Input {
        path: Path::new("artikel.cas.json"),
        bytes,
        article: None,
    })
}

/// Findings without what was rejected, links to entities and statements by what they lead to, overlapping spans made one.
fn held(findings: &Findings) -> Vec<String> {
    let entity = |id: Option<EntityId>| id.map(|id| format!("{:?}", findings.entity(id)));
    let voice =
        |voice: &crate::document::Voice| (tidy(&voice.spans), entity(voice.entity), voice.because);
    let mentions = findings.shown_mentions().map(|(_, mention)| {
        let mut rest = mention.clone();
        rest.entity = None;
        format!("{rest:?} {:?}", entity(mention.entity))
    });
    let statements = findings.shown_statements().map(|(_, statement)| {
        let outer = statement.inside.map(|outer| findings.statement(outer));
        let outer = outer.filter(|outer| outer.verdict != Verdict::Rejected);
        let voices = statement
            .speaker
            .iter()
            .chain(&statement.addressee)
            .chain(&statement.via);
        let voices: Vec<_> = voices.map(voice).collect();
        let mut rest = statement.clone();
        (rest.cue, rest.frame) = (tidy(&rest.cue), tidy(&rest.frame));
        (rest.speaker, rest.addressee, rest.via, rest.inside) = (None, None, Vec::new(), None);
        format!(
            "{rest:?} {voices:?} {:?}",
            outer.map(|outer| &outer.content)
        )
    });
    let mut held: Vec<String> = mentions.chain(statements).collect();
    held.sort();
    held.push(findings.note.clone());
    held
}

/// The words at the offsets of each annotation, counted the slow way.
fn words_at(file: &Value, ending: &str) -> Vec<String> {
    let all = file["%FEATURE_STRUCTURES"].as_array().expect("a list");
    let text = all[0]["sofaString"].as_str().expect("a text");
    let units: Vec<u16> = text.encode_utf16().collect();
    let of_type = all.iter().filter(|one| {
        one["%TYPE"]
            .as_str()
            .is_some_and(|name| name.ends_with(ending))
    });
    let at = |name: &Value| name.as_u64().expect("a number") as usize;
    let words = of_type.map(|one| {
        let units = &units[at(&one["begin"])..at(&one["end"])];
        String::from_utf16(units).expect("no half characters")
    });
    words.collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn ours_comes_back(review in arbitrary::review()) {
        let imported = read(&written(&review)).expect("it is ours");
        prop_assert_eq!(&imported.unfit, &vec![]);
        prop_assert_eq!(imported.review.document().text(), review.document().text());
        prop_assert_eq!(held(imported.review.findings()), held(review.findings()));
    }

    #[test]
    fn offsets_are_utf_16_units(review in arbitrary::review()) {
        let file: Value = serde_json::from_slice(&written(&review)).expect("it is JSON");
        let (text, findings) = (review.document().text(), review.findings());
        let mentions = findings.shown_mentions().map(|(_, mention)| mention.span.of(text).to_owned());
        prop_assert_eq!(words_at(&file, ".NamedEntity"), mentions.collect::<Vec<_>>());
        let mut statements = findings.shown_statements();
        let all_there = words_at(&file, ".Statement").into_iter();
        prop_assert!(all_there.eq(statements.by_ref().map(|(_, statement)| statement.extent().of(text).to_owned())));
    }

    #[test]
    fn xmi_has_only_what_xml_allows_and_is_as_long(review in arbitrary::review()) {
        let files = (XMI.write)(&Extract::whole(&review), &mut Losses::default());
        let file = std::str::from_utf8(&files[0]).expect("it is text");
        let mut reader = quick_xml::Reader::from_str(file);
        let mut told = None;
        loop {
            match reader.read_event().expect("it is well-formed") {
                quick_xml::events::Event::Eof => break,
                quick_xml::events::Event::Empty(element) if element.name().as_ref() == b"cas:Sofa" => {
                    let text = element.try_get_attribute("sofaString").expect("it can be read");
                    let text = text.expect("it is there");
                    told = Some(quick_xml::escape::unescape(std::str::from_utf8(&text.value).expect("it is text")).expect("it is escaped").into_owned());
                }
                _ => {}
            }
        }
        let told = told.expect("it has a text");
        let text = review.document().text();
        prop_assert_eq!(told.encode_utf16().count(), text.encode_utf16().count());
        prop_assert_eq!(told, text);
    }

    #[test]
    fn any_bytes_may_come(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = read(&bytes);
    }

    #[test]
    fn any_numbers_may_come(review in arbitrary::review(), from in "\"(begin|end|@[a-z]+|%ID|%ELEMENTS)\":", to in 0_u64..300) {
        let file = String::from_utf8(written(&review)).expect("it is text");
        let changed = file.replace(&from, &format!("{from}{to},\"x\":"));
        let _ = read(changed.as_bytes());
    }
}

/// As `INCEpTION` writes it: other layers, a knowledge base, sentences and words.
const FOREIGN: &str = r#"{
"%TYPES": {"custom.Span": {"%NAME": "custom.Span", "%SUPER_TYPE": "uima.tcas.Annotation"}},
"%FEATURE_STRUCTURES": [
{"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaNum": 1, "sofaID": "_InitialView", "mimeType": "text", "sofaString": "👍 Anna\r\nlacht\r\nin Bonn. „Ja“, sagt sie."},
{"%ID": 2, "%TYPE": "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity", "@sofa": 1, "begin": 3, "end": 7, "value": "PER"},
{"%ID": 3, "%TYPE": "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity", "@sofa": 1, "begin": 19, "end": 23, "value": "LOCderiv", "identifier": "http://www.wikidata.org/entity/Q586"},
{"%ID": 4, "%TYPE": "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity", "@sofa": 1, "begin": 9, "end": 14, "value": "Verb"},
{"%ID": 5, "%TYPE": "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity", "@sofa": 1, "begin": 1, "end": 900, "value": "PER"},
{"%ID": 6, "%TYPE": "custom.Span", "@sofa": 1, "begin": 3, "end": 7},
{"%ID": 7, "%TYPE": "custom.Span", "@sofa": 1, "begin": 9, "end": 14},
{"%ID": 8, "%TYPE": "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token", "@sofa": 1, "begin": 3, "end": 7},
{"%ID": 9, "%TYPE": "webanno.custom.Quote", "@sofa": 1, "begin": 25, "end": 29}
],
"%VIEWS": {"_InitialView": {"%SOFA": 1, "%MEMBERS": [2, 3, 4, 5, 6, 7, 8, 9]}}
}"#;

#[test]
fn names_of_other_programs_are_read_and_the_rest_is_told() {
    let imported = read(FOREIGN.as_bytes()).expect("it has a text");
    let (text, findings) = (
        imported.review.document().text(),
        imported.review.findings(),
    );
    assert_eq!(text, "👍 Anna\nlacht\nin Bonn. „Ja“, sagt sie.");
    let mentions = findings.mentions.iter();
    let mentions: Vec<_> = mentions
        .map(|mention| (mention.span.of(text), mention.kind, mention.form))
        .collect();
    assert_eq!(
        mentions,
        [
            ("Anna", Kind::Person, Form::Name),
            ("Bonn", Kind::Location, Form::Derived)
        ]
    );
    assert_eq!(findings.statements[0].content[0].of(text), "„Ja“");
    assert_eq!(findings.statements[0].kind, StatementKind::Direct);
    let unfit: Vec<_> = imported
        .unfit
        .iter()
        .map(|unfit| (unfit.place.as_str(), unfit.reason))
        .collect();
    assert_eq!(
        unfit,
        [
            ("%ID 4", Misfit::UnknownLabel),
            ("%ID 5", Misfit::Beyond),
            ("custom.Span", Misfit::UnknownLabel)
        ]
    );
}

#[test]
fn a_file_without_a_text_is_refused() {
    let empty = br#"{"%TYPES": {}, "%FEATURE_STRUCTURES": [], "%VIEWS": {}}"#;
    assert!(matches!(read(empty), Err(Refusal::Empty)));
    assert!(matches!(read(b"{}"), Err(Refusal::Unknown)));
    assert!(matches!(read(b"{\"%TYPES\""), Err(Refusal::Damaged { .. })));
}

#[test]
fn half_an_emoji_is_no_place() {
    let file = FOREIGN.replace(
        "\"begin\": 3, \"end\": 7, \"value\": \"PER\"",
        "\"begin\": 1, \"end\": 7, \"value\": \"PER\"",
    );
    let imported = read(file.as_bytes()).expect("it has a text");
    assert_eq!(imported.unfit[0].place, "%ID 2");
    assert_eq!(imported.unfit[0].reason, Misfit::Beyond);
}

#[test]
fn an_empty_span_names_nothing() {
    let file = FOREIGN.replace(
        "\"begin\": 9, \"end\": 14, \"value\": \"Verb\"",
        "\"begin\": 9, \"end\": 9, \"value\": \"PER\"",
    );
    let imported = read(file.as_bytes()).expect("it has a text");
    assert_eq!(imported.review.findings().mentions.len(), 2);
    assert_eq!(imported.unfit[0].place, "%ID 4");
}
