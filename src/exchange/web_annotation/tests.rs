//! Written and read back; annotations of others; hostile files.

use std::path::Path;

use proptest::prelude::*;
use serde_json::{Value, json};

use super::{read, recognises, write};
use crate::article::{Article, from_text};
use crate::document::{EntityId, Kind, StatementKind};
use crate::exchange::format::Input;
use crate::exchange::import::{Imported, Misfit, Refusal};
use crate::exchange::{Extract, json as own_json};
use crate::review::{Review, arbitrary};

fn written(review: &Review) -> Vec<u8> {
    write(&Extract::whole(review))
}

fn opened<'a>(bytes: &'a [u8], article: Option<&'a Article>) -> Result<Imported, Refusal> {
    let input = Input {
        path: Path::new("a.jsonld"),
        bytes,
        article,
    };
    read(&input)
}

fn laid(annotations: &Value, text: &str) -> Imported {
    let bytes = serde_json::to_vec(annotations).expect("a value is JSON");
    let article = from_text(text.into());
    opened(&bytes, Some(&article)).expect("it can be read")
}

/// Pointers to all values of a file.
fn gather(value: &Value, place: String, places: &mut Vec<String>) {
    match value {
        Value::Array(values) => {
            for (index, value) in values.iter().enumerate() {
                gather(value, format!("{place}/{index}"), places);
            }
        }
        Value::Object(object) => {
            for (field, value) in object {
                gather(value, format!("{place}/{field}"), places);
            }
        }
        _ => {}
    }
    places.push(place);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_review_reads_back_the_same(review in arbitrary::review()) {
        let bytes = written(&review);
        let back = opened(&bytes, None).expect("we read what we write");
        prop_assert_eq!(back.unfit, []);
        prop_assert_eq!(own_json::write(&back.review), own_json::write(&review));
        prop_assert_eq!(written(&back.review), bytes);
    }

    #[test]
    fn a_changed_byte_never_panics(review in arbitrary::review(), at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = written(&review);
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let _ = opened(&bytes, None);
    }

    #[test]
    fn a_changed_value_never_panics(review in arbitrary::review(), at in any::<prop::sample::Index>(), value in 0_usize..8) {
        let mut file: Value = serde_json::from_slice(&written(&review)).expect("we write JSON");
        let mut places = Vec::new();
        gather(&file, String::new(), &mut places);
        let place = file.pointer_mut(&places[at.index(places.len())]).expect("it is there");
        *place = match value {
            0 => Value::Null,
            1 => json!(-1),
            2 => json!(18_446_744_073_709_551_615_u64),
            3 => json!("mention"),
            4 => json!([]),
            5 => json!({}),
            6 => json!([place.clone(), place.clone()]),
            _ => json!(true),
        };
        let bytes = serde_json::to_vec(&file).expect("a value is JSON");
        if let Ok(back) = opened(&bytes, None) {
            let again = own_json::write(&back.review);
            let again = own_json::read(&again);
            prop_assert!(again.is_ok(), "{}", again.err().map(|error| error.to_string()).unwrap_or_default());
        }
    }

    #[test]
    fn without_some_annotations_the_others_are_read(review in arbitrary::review(), gone in any::<[prop::sample::Index; 3]>()) {
        let mut file: Value = serde_json::from_slice(&written(&review)).expect("we write JSON");
        let items = file["first"]["items"].as_array_mut().expect("a page has items");
        for gone in gone {
            if !items.is_empty() {
                items.remove(gone.index(items.len()));
            }
        }
        let count = |part: &str| items.iter().filter(|item| item["part"] == part).count();
        let (n_mentions, n_statements) = (count("mention"), count("statement"));
        let bytes = serde_json::to_vec(&file).expect("a value is JSON");
        let back = opened(&bytes, None).expect("it can be read");
        prop_assert_eq!(back.review.findings().mentions.len(), n_mentions);
        prop_assert_eq!(back.review.findings().statements.len(), n_statements);
        let again = own_json::write(&back.review);
        prop_assert!(own_json::read(&again).is_ok());
    }
}

#[test]
fn what_the_annotations_say_wins_over_the_corrections() {
    let mut review = Review::new(crate::view::sample::document().into());
    let note = |note: &str| crate::review::Edit::SetArticleNote { note: note.into() };
    review
        .apply(note("alt"), crate::review::Stamp::default())
        .expect("it fits");
    let changed = String::from_utf8(written(&review)).expect("JSON is UTF-8");
    let changed = changed.replacen(
        "\"purpose\":\"commenting\",\"value\":\"alt\"",
        "\"purpose\":\"commenting\",\"value\":\"neu\"",
        1,
    );
    let back = opened(changed.as_bytes(), None).expect("it can be read");
    assert_eq!(back.review.findings().note, "neu");
    assert_eq!(back.review.steps(), []);
    let unfit = back.unfit.first().expect("it is told");
    assert_eq!(
        (unfit.place.as_str(), unfit.reason, unfit.words.as_str()),
        ("corrections", Misfit::Contradicts, "1")
    );
    assert_eq!(back.review.findings().mentions, review.findings().mentions);
}

#[test]
fn a_changed_text_keeps_what_still_stands_in_it() {
    let review = Review::new(crate::view::sample::document().into());
    let mut file: Value = serde_json::from_slice(&written(&review)).expect("we write JSON");
    let text = file["article"]["text"].as_str().expect("the text is there");
    file["article"]["text"] = format!("Vorab: \u{1F68B} {text}").into();
    let bytes = serde_json::to_vec(&file).expect("a value is JSON");
    let back = opened(&bytes, None).expect("it can be read");
    let words = |review: &Review| -> Vec<String> {
        let text = review.document().text();
        let mentions = review.findings().mentions.iter();
        mentions
            .map(|mention| mention.span.of(text).to_owned())
            .collect()
    };
    assert_eq!(words(&back.review), words(&review));
}

/// As Hypothesis gives it: positions in another text, tags and a comment.
#[test]
fn annotations_of_hypothesis_find_their_words() {
    let text = "Tram\n\nDie Wagen der Linie 4 stehen still. „Es wird dauern“,  sagte Ole Brosamle in Laub.";
    let target = |exact: &str, prefix: &str, start: usize| {
        json!([{
            "source": "https://example.org/tram",
            "selector": [
                {"type": "RangeSelector", "startContainer": "/div[1]/p[2]", "startOffset": 3},
                {"type": "TextPositionSelector", "start": start, "end": start + exact.encode_utf16().count()},
                {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": ""}
            ]
        }])
    };
    let annotation = |tag: &str, comment: &str, target: Value| {
        json!({
            "@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "id": format!("https://example.org/{tag}"),
            "creator": "acct:leserin@example.org", "created": "2016-12-08T12:00:00Z",
            "body": [
                {"type": "TextualBody", "value": comment, "format": "text/markdown"},
                {"type": "TextualBody", "value": tag, "purpose": "tagging"}
            ],
            "target": target
        })
    };
    let file = json!([
        annotation(
            "Person",
            "wer ist das?",
            target("Ole Brosamle", "sagte ", 900)
        ),
        annotation(
            "Zitat",
            "",
            target("„Es wird dauern“, sagte", "still. ", 840)
        ),
        annotation("wichtig", "", target("Linie 4", "", 812)),
        annotation("Ort", "", target("Neustadt", "", 2)),
    ]);
    let back = laid(&file, text);
    let findings = back.review.findings();
    let mention = findings.mentions.first().expect("there is a mention");
    assert_eq!(
        (mention.span.of(text), mention.kind, mention.note.as_str()),
        ("Ole Brosamle", Kind::Person, "wer ist das?")
    );
    assert_eq!(
        findings.entity(mention.entity.expect("it has one")).name,
        "Ole Brosamle"
    );
    let statement = findings.statements.first().expect("there is a statement");
    assert_eq!(statement.kind, StatementKind::Direct);
    assert_eq!(statement.content[0].of(text), "„Es wird dauern“,  sagte");
    let unfit: Vec<_> = back
        .unfit
        .iter()
        .map(|unfit| (unfit.reason, unfit.words.as_str()))
        .collect();
    assert_eq!(
        unfit,
        [
            (Misfit::UnknownLabel, "wichtig"),
            (Misfit::OtherWords, "Neustadt")
        ]
    );
}

/// As Recogito gives it: addresses of places, and lines from one annotation to another.
#[test]
fn annotations_of_recogito_keep_addresses_and_links() {
    let text = "Rat: „Die Brücke hält.“ In Laub glaubt es niemand; Laub lacht.";
    let place = |start: usize, exact: &str| {
        json!({
            "source": "https://example.org/text", "type": "Text",
            "selector": [
                {"type": "TextQuoteSelector", "exact": exact},
                {"type": "TextPositionSelector", "start": start, "end": start + exact.chars().count()}
            ]
        })
    };
    let laub = |id: &str, start: usize| {
        json!({
            "id": id, "type": "Annotation",
            "body": [
                {"type": "TextualBody", "purpose": "identifying", "value": "http://sws.geonames.org/1"},
                {"type": "TextualBody", "purpose": "tagging", "value": "Place"}
            ],
            "target": place(start, "Laub")
        })
    };
    let file = json!({
        "@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", "items": [
            {"id": "#link", "type": "Annotation", "motivation": "linking",
             "body": [{"type": "TextualBody", "purpose": "tagging", "value": "saidBy"}],
             "target": [{"id": "#b"}, {"id": "#a"}]},
            {"id": "#a", "type": "Annotation", "body": [{"type": "Organization"}], "target": place(0, "Rat")},
            {"id": "#b", "type": "Annotation", "motivation": "tagging",
             "bodyValue": "quote", "target": place(5, "„Die Brücke hält.“")},
            laub("#c", 27), laub("#d", 51),
            {"id": "#e", "type": "Annotation", "bodyValue": "gut", "target": "https://example.org/text"},
            {"id": "#f", "type": "Annotation", "motivation": "linking",
             "body": [{"type": "TextualBody", "purpose": "tagging", "value": "liebt"}],
             "target": [{"id": "#b"}, {"id": "#a"}]}
        ]
    });
    let back = laid(&file, text);
    let findings = back.review.findings();
    let entities: Vec<_> = findings
        .entities
        .iter()
        .map(|entity| (entity.name.as_str(), entity.note.as_str()))
        .collect();
    assert_eq!(
        entities,
        [("Rat", ""), ("Laub", "http://sws.geonames.org/1")]
    );
    let meant: Vec<_> = findings
        .mentions
        .iter()
        .map(|mention| mention.entity)
        .collect();
    assert_eq!(
        meant,
        [Some(EntityId(0)), Some(EntityId(1)), Some(EntityId(1))]
    );
    let speaker = findings.statements[0]
        .speaker
        .as_ref()
        .expect("the link says so");
    assert_eq!(
        (speaker.entity, speaker.spans[0].of(text)),
        (Some(EntityId(0)), "Rat")
    );
    assert_eq!(findings.note, "gut");
    let unfit: Vec<_> = back.unfit.iter().map(ToString::to_string).collect();
    assert_eq!(unfit, ["#f: has no place in Wortlaut (liebt)"]);
}

#[test]
fn a_single_annotation_is_enough_and_two_targets_are_two_mentions() {
    let quote = |exact: &str, prefix: &str| json!({"selector": {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix}});
    let file = json!({
        "@context": ["http://www.w3.org/ns/anno.jsonld"], "@type": "oa:Annotation", "motivation": "oa:tagging",
        "body": {"type": "TextualBody", "value": "LOC"}, "target": [quote("Laub", "In "), quote("Laub", "Nach ")]
    });
    let back = laid(&file, "In Laub. Nach Laub.");
    let starts: Vec<_> = back
        .review
        .findings()
        .mentions
        .iter()
        .map(|mention| mention.span.start())
        .collect();
    assert_eq!(starts, [3, 14]);
    assert_eq!(back.review.findings().entities.len(), 1);
    assert_eq!(back.unfit, []);
}

#[test]
fn what_cannot_be_read_is_refused_with_the_reason() {
    let refused = |text: &str| {
        opened(text.as_bytes(), None)
            .err()
            .map(|refusal| refusal.to_string())
            .unwrap_or_default()
    };
    assert!(refused("{\"@context\": ").contains("is damaged (line 1"));
    assert!(refused("[]").contains("holds no annotations"));
    assert!(refused("{\"type\": \"Annotation\"}").contains("has no text of its own"));
    assert!(refused(&"[".repeat(1_000_000)).contains("is damaged"));
    let article = from_text("Etwas anderes.".into());
    let file = br#"[{"type": "Annotation", "body": {"value": "person", "purpose": "tagging"},
        "target": {"selector": {"type": "TextQuoteSelector", "exact": "Ole"}}}]"#;
    assert!(matches!(
        opened(file, Some(&article)),
        Err(Refusal::OtherText)
    ));
}

#[test]
fn files_are_recognised_by_their_context() {
    let is_ours = |text: &str| {
        recognises(&Input {
            path: Path::new("a"),
            bytes: text.as_bytes(),
            article: None,
        })
    };
    assert!(is_ours(
        "\u{FEFF} [{\"@context\": \"http://www.w3.org/ns/anno.jsonld\"}]"
    ));
    assert!(!is_ours("Siehe http://www.w3.org/ns/anno.jsonld"));
    assert!(!is_ours("{\"@context\": \"https://schema.org\"}"));
    assert!(!is_ours(""));
}

/// A text of one word, and quotes of it that could stand anywhere: no search goes through all of them for ever.
#[test]
fn a_million_places_for_a_quote_take_no_time() {
    let text = "ja ".repeat(300_000);
    let annotation = json!({
        "type": "Annotation", "body": {"value": "person", "purpose": "tagging"},
        "target": {"selector": {"type": "TextQuoteSelector", "exact": "ja", "prefix": "ja ".repeat(1000)}}
    });
    let file = Value::Array(vec![annotation; 200]);
    let back = laid(&file, &text);
    assert!(
        back.unfit
            .iter()
            .all(|unfit| unfit.reason == Misfit::Ambiguous)
    );
    assert_eq!(back.unfit.len(), 200);
}
