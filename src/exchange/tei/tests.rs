//! The file as another program sees it: elements with their words, anchors, pointers that lead somewhere.

use std::collections::BTreeMap;

use proptest::prelude::*;
use quick_xml::events::Event as XmlEvent;
use quick_xml::{Reader, XmlVersion};

use super::*;
use crate::document::{Findings, Kind, Mention, StatementKind};
use crate::review::{Review, arbitrary};
use crate::span::Span;

/// What another program would see: elements with their attributes and the words in them, anchors, the text of the body.
#[derive(Default)]
struct Seen {
    text: String,
    elements: Vec<(String, BTreeMap<String, String>, String)>,
    anchors: BTreeMap<String, usize>,
}

/// Reads the file; everything has to be well-formed, every id there once, every pointer led somewhere.
fn seen(xml: &str) -> Seen {
    let mut reader = Reader::from_str(xml);
    let mut seen = Seen::default();
    let mut open: Vec<(usize, usize)> = Vec::new();
    let (mut ids, mut pointers) = (Vec::new(), Vec::new());
    let (mut is_in_text, mut depth_of_part) = (false, 0);
    loop {
        match reader.read_event().expect("well-formed") {
            XmlEvent::Eof => break,
            event @ (XmlEvent::Start(_) | XmlEvent::Empty(_)) => {
                let is_empty = matches!(event, XmlEvent::Empty(_));
                let (XmlEvent::Start(tag) | XmlEvent::Empty(tag)) = event else {
                    continue;
                };
                let name = String::from_utf8_lossy(tag.name().as_ref()).into_owned();
                let mut attributes = BTreeMap::new();
                for attribute in tag.attributes() {
                    let attribute = attribute.expect("well-formed");
                    let key = String::from_utf8_lossy(attribute.key.as_ref()).into_owned();
                    let value = attribute
                        .normalized_value(XmlVersion::Implicit1_0)
                        .expect("well-formed");
                    match key.as_str() {
                        "xml:id" => ids.push(value.to_string()),
                        "ref" | "who" | "toWhom" | "ana" | "next" | "prev" | "corresp" | "from"
                        | "to" | "target"
                            if value.contains('#') =>
                        {
                            pointers.extend(value.split(' ').map(str::to_owned));
                        }
                        _ => {}
                    }
                    attributes.insert(key, value.into_owned());
                }
                is_in_text |= name == "body";
                if name == "anchor" {
                    seen.anchors
                        .insert(attributes["xml:id"].clone(), seen.text.len());
                }
                if !is_empty {
                    if name == "p" || name == "head" {
                        depth_of_part = open.len() + 1;
                    }
                    open.push((seen.elements.len(), seen.text.len()));
                }
                seen.elements.push((name, attributes, String::new()));
            }
            XmlEvent::End(_) => {
                let (index, start) = open.pop().expect("well-formed");
                seen.elements[index].2 = seen.text[start..].to_owned();
                is_in_text &= seen.elements[index].0 != "body";
                if is_in_text && open.len() + 1 == depth_of_part {
                    seen.text.push_str("\n\n");
                    depth_of_part = 0;
                }
            }
            XmlEvent::Text(text) if is_in_text && depth_of_part != 0 => {
                seen.text.push_str(&text.decode().expect("UTF-8"));
            }
            XmlEvent::GeneralRef(reference) => {
                let name = reference.decode().expect("UTF-8").into_owned();
                let character = match name.as_str() {
                    "amp" => '&',
                    "lt" => '<',
                    "gt" => '>',
                    "#13" => '\r',
                    other => panic!("&{other};"),
                };
                if is_in_text && depth_of_part != 0 {
                    seen.text.push(character);
                }
            }
            _ => {}
        }
    }
    let n_ids = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), n_ids, "an id is there twice");
    for pointer in pointers {
        let id = pointer.trim_start_matches('#').to_owned();
        assert!(ids.binary_search(&id).is_ok(), "{pointer} leads nowhere");
    }
    seen
}

fn flat(text: &str) -> String {
    text.split_whitespace().collect()
}

fn written(review: &Review) -> (String, Losses) {
    let mut losses = Losses::default();
    (document(&Extract::whole(review), &mut losses), losses)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn every_mark_has_its_words_inline_or_apart(review in arbitrary::review()) {
        let (xml, losses) = written(&review);
        let seen = seen(&xml);
        let text = review.document().text();
        prop_assert_eq!(flat(&seen.text), flat(&xml::allowed(text)));
        let mut words: BTreeMap<String, String> = BTreeMap::new();
        for (name, attributes, inside) in &seen.elements {
            let Some(id) = attributes.get("xml:id") else {
                continue;
            };
            let inside = match (name.as_str(), attributes.get("from"), attributes.get("to")) {
                ("span", Some(from), Some(to)) => {
                    seen.text[seen.anchors[&from[1..]]..seen.anchors[&to[1..]]].to_owned()
                }
                _ => inside.clone(),
            };
            let whole = id.strip_prefix('s').and_then(|id| id.split_once('.'));
            let is_piece = whole.is_some_and(|(_, rest)| rest.bytes().all(|byte| byte.is_ascii_digit()));
            let key = match whole {
                Some((id, _)) if is_piece => format!("s{id}"),
                _ => id.clone(),
            };
            words.entry(key).or_default().push_str(&flat(&inside));
        }
        let is_lost = losses.iter().any(|(loss, _)| loss == Loss::Mentions);
        for (id, mention) in review.findings().shown_mentions() {
            let expected = flat(&xml::allowed(mention.span.of(text)));
            match words.get(&format!("m{}", id.0)) {
                Some(found) => prop_assert_eq!(found, &expected),
                None => prop_assert!(is_lost && expected.is_empty()),
            }
        }
        for (id, statement) in review.findings().shown_statements() {
            let mut expected: Vec<char> = statement.content.iter().flat_map(|span| flat(span.of(text)).chars().collect::<Vec<_>>()).collect();
            let found = words.get(&format!("s{}", id.0)).cloned().unwrap_or_default();
            let mut found: Vec<char> = found.chars().collect();
            // Pieces that stand apart come last.
            expected.sort_unstable();
            found.sort_unstable();
            prop_assert_eq!(found, expected);
        }
    }
}

/// A review of a text with names "a-b" given as byte ranges, and statements likewise.
fn check(text: &str, names: &[(usize, usize)], said: &[(usize, usize)], expected: &str) {
    let mut document = crate::view::sample::document();
    document.article = crate::article::from_text(text.to_owned());
    let mention = document.findings.mentions[0].clone();
    let statement = document.findings.statements[0].clone();
    document.findings = Findings {
        mentions: names
            .iter()
            .map(|&(start, end)| Mention {
                span: Span::new(start, end),
                kind: Kind::Person,
                form: crate::document::Form::Name,
                entity: None,
                note: String::new(),
                ..mention.clone()
            })
            .collect(),
        statements: said
            .iter()
            .map(|&(start, end)| crate::document::Statement {
                content: vec![Span::new(start, end)],
                kind: StatementKind::Direct,
                cue: Vec::new(),
                frame: Vec::new(),
                speaker: None,
                addressee: None,
                via: Vec::new(),
                inside: None,
                ..statement.clone()
            })
            .collect(),
        ..Findings::default()
    };
    let (xml, _) = written(&Review::new(document.into()));
    seen(&xml);
    let (_, body) = xml.split_once("<body>").expect("it has a body");
    let (body, _) = body.split_once("</body>").expect("it has an end");
    let mut plain = String::new();
    for piece in body.split_inclusive('>') {
        let (before, tag) = piece.split_once('<').unwrap_or((piece, ""));
        plain.push_str(before);
        match tag.split([' ', '>']).next() {
            Some("said") => plain.push('['),
            Some("/said") => plain.push(']'),
            Some("persName") => plain.push('('),
            Some("/persName") => plain.push(')'),
            Some("anchor") => plain.push('^'),
            _ => {}
        }
    }
    assert_eq!(plain.trim(), expected);
}

#[test]
fn names_stay_whole_and_statements_are_cut_around_them() {
    check(
        "abcdefgh x y z.",
        &[(2, 4)],
        &[(0, 8)],
        "[ab(cd)efgh] x y z.",
    );
    check(
        "abcdefgh x y z.",
        &[(2, 6)],
        &[(0, 4)],
        "[ab]([cd]ef)gh x y z.",
    );
    check(
        "abcdefgh x y z.",
        &[(2, 6)],
        &[(4, 8)],
        "ab(cd[ef])[gh] x y z.",
    );
    check(
        "abcdefgh x y z.",
        &[(2, 6)],
        &[(2, 6)],
        "ab[(cdef)]gh x y z.",
    );
    check(
        "abcdefgh x y z.",
        &[],
        &[(0, 4), (2, 6)],
        "[ab[cd]][ef]gh x y z.",
    );
}

#[test]
fn names_that_cross_stand_apart() {
    check(
        "abcdefgh x y z.",
        &[(0, 4), (2, 6)],
        &[],
        "(ab^cd)ef^gh x y z.",
    );
}

#[test]
fn thousands_of_crossing_marks_do_not_explode() {
    let text = format!("{}.", "wort ".repeat(2000));
    let crossing: Vec<(usize, usize)> = (0..1900)
        .map(|index| (5 * index, 5 * index + 504))
        .collect();
    let mut document = crate::view::sample::document();
    document.article = crate::article::from_text(text);
    let statement = document.findings.statements[0].clone();
    document.findings = Findings {
        statements: crossing
            .iter()
            .map(|&(start, end)| crate::document::Statement {
                content: vec![Span::new(start, end)],
                cue: Vec::new(),
                frame: Vec::new(),
                speaker: None,
                ..statement.clone()
            })
            .collect(),
        ..Findings::default()
    };
    let (xml, _) = written(&Review::new(document.into()));
    seen(&xml);
    assert!(xml.len() < 8_000_000, "{}", xml.len());
}
