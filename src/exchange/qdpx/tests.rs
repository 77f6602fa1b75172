//! The project as another program sees it: words at positions, references that lead somewhere.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use proptest::prelude::*;
use quick_xml::events::Event;
use quick_xml::{Reader, XmlVersion};

use super::*;
use crate::review::arbitrary;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn selections_have_their_words_and_references_lead_somewhere(review in arbitrary::review()) {
        let extract = Extract::whole(&review);
        let bytes = archive(&extract, &mut Losses::default());
        prop_assert_eq!(&bytes, &archive(&extract, &mut Losses::default()));
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
        let mut read = |name: &str| {
            let mut text = String::new();
            let mut file = archive.by_name(name).expect("it is there");
            file.read_to_string(&mut text).expect("it is text");
            text
        };
        let xml = read("project.qde");
        let mut reader = Reader::from_str(&xml);
        let (mut guids, mut targets, mut selected) = (BTreeSet::new(), BTreeSet::new(), Vec::new());
        let mut source = String::new();
        loop {
            match reader.read_event().expect("well-formed") {
                Event::Eof => break,
                Event::Start(tag) | Event::Empty(tag) => {
                    let value = |name: &str| {
                        let attribute = tag.try_get_attribute(name).expect("well-formed")?;
                        let value = attribute.normalized_value(XmlVersion::Implicit1_0).expect("well-formed");
                        Some(value.into_owned())
                    };
                    if let Some(guid) = value("guid") {
                        prop_assert!(guids.insert(guid.clone()), "{} is there twice", guid);
                    }
                    targets.extend(value("targetGUID"));
                    if let (Some(start), Some(end)) = (value("startPosition"), value("endPosition")) {
                        selected.push([start, end].map(|end| end.parse::<usize>().expect("a number")));
                    }
                    if tag.name().as_ref() == b"TextSource" {
                        source = value("plainTextPath").expect("it has one").replace("internal://", "sources/");
                    }
                }
                _ => {}
            }
        }
        prop_assert!(targets.is_subset(&guids));
        let text = read(&source);
        prop_assert_eq!(&text, extract.text());
        let words = |[start, end]: [usize; 2]| -> String { text.chars().skip(start).take(end - start).collect() };
        let mut found: Vec<String> = selected.into_iter().map(words).collect();
        let findings = review.findings();
        let mentions = findings.shown_mentions().map(|(_, mention)| mention.span);
        let statements = findings.shown_statements();
        let said = statements.flat_map(|(_, statement)| statement.content.iter().chain(&statement.cue).copied());
        let mut expected: Vec<String> = mentions.chain(said).map(|span| span.of(&text).to_owned()).collect();
        found.sort();
        expected.sort();
        prop_assert_eq!(found, expected);
    }
}
