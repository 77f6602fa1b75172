//! Written and read back; hostile files.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::review::Review;
use crate::review::arbitrary;

fn check_same(written: &Review, read: &Review) {
    assert_eq!(read.document().article, written.document().article);
    assert_eq!(read.document().findings, written.document().findings);
    assert_eq!(read.findings(), written.findings());
    assert_eq!(read.steps(), written.steps());
    assert_eq!(read.cursor(), written.cursor());
}

/// A small file as a value that a test can spoil.
fn file() -> Value {
    json!({
        "format": "wortlaut", "version": 1, "generator": "a script",
        "document": {
            "id": "x", "title": null, "language": "de", "source": null, "format": "plain", "url": null,
            "encoding": "UTF-8", "date": null, "byline": null, "sha256": "", "text": "👩‍👩‍👧 Lawrow: „Ja.“",
            "blocks": [{"kind": "paragraph", "start": 0, "end": 19}]
        },
        "mentions": [{
            "id": 0, "start": 6, "end": 12, "text": "Lawrow", "type": "person", "form": "name",
            "entity": 0, "confidence": 0.5, "verdict": "open"
        }],
        "entities": [{"id": 0, "name": "Lawrow", "type": "person", "role": null, "aliases": [], "note": ""}],
        "statements": [{
            "id": 0, "kind": "direct", "medium": "speech", "content": [[15, 18]], "text": "Ja.",
            "cue": [], "frame": [[6, 13]],
            "speaker": {"spans": [[6, 12]], "name": "Lawrow", "entity": 0, "because": "subject"},
            "addressee": null, "via": [], "inside": null, "salience": 0.1, "key": false,
            "confidence": 1.0, "verdict": "open", "note": ""
        }]
    })
}

fn message(file: &Value) -> String {
    let bytes = serde_json::to_vec(file).expect("a value is JSON");
    match read(&bytes) {
        Ok(_) => "read".into(),
        Err(invalid) => invalid.to_string(),
    }
}

/// The message about a file in which the value at `place` is replaced.
fn spoiled(place: &str, value: Value) -> String {
    let mut file = file();
    *file.pointer_mut(place).expect("the file has such a field") = value;
    message(&file)
}

#[test]
fn a_file_made_by_a_script_is_read() {
    assert_eq!(message(&file()), "read");
}

#[test]
fn offsets_are_code_points() {
    let bytes = serde_json::to_vec(&file()).expect("a value is JSON");
    let review = read(&bytes).expect("the file is right");
    let mention = &review.findings().mentions[0];
    assert_eq!(mention.span.start(), "👩‍👩‍👧 ".len());
    let again: Value = serde_json::from_slice(&write(&review)).expect("we write JSON");
    let mut mentions = file()["mentions"].clone();
    mentions[0]["value"] = Value::Null;
    assert_eq!(again["mentions"], mentions);
    assert_eq!(again["statements"][0]["content"], json!([[15, 18]]));
}

#[test]
fn a_value_may_be_left_out() {
    let mut file = file();
    for (value, expected) in [(None, None), (Some("P3Y"), Some("P3Y"))] {
        if let Some(value) = value {
            file["mentions"][0]["value"] = json!(value);
        }
        let bytes = serde_json::to_vec(&file).expect("a value is JSON");
        let review = read(&bytes).expect("the file is right");
        assert_eq!(review.findings().mentions[0].value.as_deref(), expected);
    }
}

#[test]
fn who_stays_unnamed_is_told_from_the_words_whatever_a_file_says() {
    let mut file = file();
    let text = "👩‍👩‍👧 Insider: „Ja.“";
    file["document"]["text"] = json!(text);
    file["document"]["blocks"][0]["end"] = json!(text.chars().count());
    file["mentions"] = json!([]);
    file["entities"] = json!([]);
    let statement = &mut file["statements"][0];
    statement["content"] = json!([[16, 19]]);
    statement["text"] = json!("Ja.");
    statement["frame"] = json!([]);
    let named = json!({"spans": [[16, 18]], "name": "Ja", "entity": null, "anonymous": true, "because": "medium"});
    statement["via"] = json!([named]);
    statement["speaker"] =
        json!({"spans": [[6, 13]], "name": "Insider", "entity": null, "because": "subject"});
    let bytes = serde_json::to_vec(&file).expect("a value is JSON");
    let review = read(&bytes).expect("the file is right");
    let again: Value = serde_json::from_slice(&write(&review)).expect("we write JSON");
    let statement = &again["statements"][0];
    assert_eq!(statement["speaker"]["anonymous"], json!(true));
    assert_eq!(statement["via"][0]["anonymous"], json!(false));
    let table = crate::exchange::csv::statements(&crate::exchange::Extract::whole(&review));
    let table = String::from_utf8(table).expect("it is UTF-8");
    assert!(
        table.contains(",Insider,subject,true,,Ja,false,"),
        "{table}"
    );
}

#[test]
fn what_is_wrong_is_told() {
    for (place, value, told) in [
        ("/format", json!("other"), "is JSON, but not Wortlaut's"),
        ("/version", json!(2), "has version 2"),
        ("/version", json!("1"), "is damaged"),
        ("/mentions/0/id", json!(1), "mention 0: its id is 1"),
        ("/mentions/0/start", json!(-1), "is damaged"),
        (
            "/mentions/0/end",
            json!(20),
            "mention 0: 6 to 20 is no piece",
        ),
        ("/mentions/0/end", json!(6), "mention 0: 6 to 6 is no piece"),
        ("/mentions/0/start", json!(5), "mention 0: it says »Lawrow«"),
        (
            "/mentions/0/entity",
            json!(1),
            "mention 0: there is no entity 1",
        ),
        (
            "/mentions/0/confidence",
            json!(1.5),
            "mention 0: 1.5 is not between",
        ),
        ("/mentions/0/type", json!("animal"), "is damaged"),
        (
            "/statements/0/inside",
            json!(0),
            "statement 0: it stands inside itself",
        ),
        (
            "/statements/0/inside",
            json!(1),
            "statement 0: there is no statement 1",
        ),
        (
            "/statements/0/content",
            json!([]),
            "statement 0: its content is empty",
        ),
        (
            "/statements/0/content",
            json!([[15, 18], [6, 7]]),
            "out of order",
        ),
        (
            "/statements/0/speaker/entity",
            json!(7),
            "there is no entity 7",
        ),
        (
            "/document/blocks/0/end",
            json!(99),
            "blocks: 0 to 99 is no piece",
        ),
        ("/document/text", json!(""), "is no piece of the text"),
    ] {
        let message = spoiled(place, value);
        assert!(message.contains(told), "{place}: {message}");
    }
}

#[test]
fn corrections_are_checked() {
    let mut file = file();
    file["edits"] = json!([{"edit": "judge_mention", "mention": 5, "verdict": "rejected"}]);
    assert!(message(&file).contains("there is no mention 5"));
    file["edits"] = json!([{"edit": "judge_mention", "mention": 0, "verdict": "rejected"}]);
    assert!(message(&file).contains("shows something else"));
    file["undone"] = json!(1);
    assert_eq!(message(&file), "read");
    file["undone"] = json!(2);
    assert!(message(&file).contains("more than there are edits"));
    file["undone"] = json!(0);
    file["found"] = json!({
        "counts": {"mentions": 9, "entities": 1, "statements": 1},
        "mentions": [], "entities": [], "statements": []
    });
    assert!(message(&file).contains("more mentions than the file has"));
    file["found"]["counts"] = json!({"mentions": 1, "entities": 0, "statements": 1});
    assert!(message(&file).contains("its entity is not among the found"));
}

#[test]
fn a_million_brackets_are_refused() {
    let bytes = [
        &b"{\"format\": \"wortlaut\", \"version\": 1, \"edits\": "[..],
        &vec![b'['; 1_000_000],
    ];
    assert!(matches!(
        read(&bytes.concat()),
        Err(Invalid::Damaged { .. })
    ));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_review_reads_back_the_same(review in arbitrary::review()) {
        let bytes = write(&review);
        let again = read(&bytes).expect("we read what we write");
        check_same(&review, &again);
        check_schema(&bytes);
        prop_assert_eq!(write(&again), bytes);
    }

    #[test]
    fn a_cut_off_file_is_refused(review in arbitrary::review(), part in 0.0..0.999) {
        let bytes = write(&review);
        let cut = &bytes[..(bytes.len() as f64 * part) as usize];
        let refused = matches!(read(cut), Err(Invalid::Damaged { .. }));
        prop_assert!(refused);
    }

    #[test]
    fn a_changed_byte_never_panics(review in arbitrary::review(), at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = write(&review);
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let _ = read(&bytes);
    }

    #[test]
    fn a_changed_number_never_panics(review in arbitrary::review(), at in any::<prop::sample::Index>(), number in "-?[0-9]{1,20}") {
        let written = String::from_utf8(write(&review)).expect("JSON is UTF-8");
        let digits: Vec<usize> = written.match_indices(|c: char| c.is_ascii_digit()).map(|(at, _)| at).collect();
        let at = digits[at.index(digits.len())];
        let _ = read(format!("{}{number}{}", &written[..at], &written[at + 1..]).as_bytes());
    }
}

/// Whether a file is as `assets/schema` describes it.
fn check_schema(bytes: &[u8]) {
    use std::sync::LazyLock;
    static SCHEMA: LazyLock<jsonschema::Validator> = LazyLock::new(|| {
        let schema = include_str!("../../../assets/schema/wortlaut-1.schema.json");
        let schema = serde_json::from_str(schema).expect("the schema is JSON");
        jsonschema::draft202012::new(&schema).expect("the schema is a schema")
    });
    let file: Value = serde_json::from_slice(bytes).expect("we write JSON");
    let errors: Vec<String> = SCHEMA
        .iter_errors(&file)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert_eq!(errors, Vec::<String>::new());
}
