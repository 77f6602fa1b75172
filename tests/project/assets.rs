//! The hand-made data is what it says: word lists are sorted and even, gold annotations fit their articles.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use wortlaut::document::StatementKind;
use wortlaut::span::{Offsets, Unit};

/// A folder of the project.
fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// Path and text of every file in `folder` with this ending, sorted; there is at least one.
fn files(name: &str, ending: &str) -> Vec<(PathBuf, String)> {
    let entries = fs::read_dir(folder(name)).expect("the folder is there");
    let mut paths: Vec<_> = entries
        .map(|entry| entry.expect("can be listed").path())
        .filter(|path| path.extension().is_some_and(|found| found == ending))
        .collect();
    paths.sort();
    assert!(!paths.is_empty(), "no .{ending} in {name}");
    let text = |path: &PathBuf| fs::read_to_string(path).expect("is UTF-8");
    paths
        .iter()
        .map(|path| (path.clone(), text(path)))
        .collect()
}

#[test]
fn word_lists_are_sorted_and_every_row_fills_its_columns() {
    for (path, list) in files("assets/lexicon", "tsv") {
        assert!(list.starts_with("# "), "{path:?} says what it is");
        let mut lines = list.lines().skip_while(|line| line.starts_with("# "));
        let names = lines.next().and_then(|line| line.strip_prefix('#'));
        let n_columns = names.expect("names its columns").split('\t').count();
        let rows: Vec<Vec<&str>> = lines.map(|line| line.split('\t').collect()).collect();
        assert!(20 < rows.len(), "{path:?} is nearly empty");
        for row in &rows {
            assert_eq!(row.len(), n_columns, "{path:?} {row:?}");
            assert!(!row[0].is_empty(), "{path:?} {row:?}");
            assert!(
                row.iter().all(|cell| cell.trim() == *cell),
                "{path:?} {row:?}"
            );
        }
        for pair in rows.windows(2) {
            assert!(pair[0] < pair[1], "{path:?} {pair:?}");
        }
    }
}

#[test]
fn genders_are_genders() {
    for (list, column) in [
        ("titles", 1),
        ("role_heads", 1),
        ("channels", 1),
        ("first_names", 1),
        ("anonymous", 2),
    ] {
        let path = folder("assets/lexicon").join(list).with_extension("tsv");
        let rows = fs::read_to_string(path).expect("is there");
        for row in rows.lines().filter(|line| !line.starts_with('#')) {
            let gender = row.split('\t').nth(column).expect("has a gender");
            assert!(
                ["m", "f", "n", "u", "pl"].contains(&gender),
                "{list}: {row}"
            );
        }
    }
}

#[test]
fn gold_annotations_fit_the_examples() {
    for (path, json) in files("tests/gold", "json") {
        let gold: Value = serde_json::from_str(&json).expect("is JSON");
        let document = &gold["document"];
        let stem = path
            .file_stem()
            .and_then(|stem| stem.to_str())
            .expect("has a name");
        assert_eq!(document["id"], stem);
        let example = folder("assets/examples").join(stem).with_extension("txt");
        let text = fs::read_to_string(example).expect("is there");
        assert_eq!(document["text"], text, "{stem}");

        let offsets = Offsets::new(&text, Unit::CodePoints);
        let piece = |start: &Value, end: &Value| {
            let number = |value: &Value| value.as_u64().expect("a number") as usize;
            let span = offsets.to_span(&text, number(start), number(end));
            span.expect("lies in the text").of(&text).to_owned()
        };
        let list = |name: &str| gold[name].as_array().expect("a list").clone();
        let n_entities = list("entities").len() as u64;
        let is_entity = |value: &Value| value.as_u64().is_none_or(|id| id < n_entities);
        for (index, mention) in list("mentions").iter().enumerate() {
            assert_eq!(mention["id"], index);
            assert_eq!(mention["text"], piece(&mention["start"], &mention["end"]));
            assert!(is_entity(&mention["entity"]), "{mention}");
        }
        let mut kinds = BTreeSet::new();
        for (index, statement) in list("statements").iter().enumerate() {
            assert_eq!(statement["id"], index);
            kinds.insert(statement["kind"].as_str().expect("a word").to_owned());
            let pieces = |spans: &Value| {
                let spans = spans.as_array().expect("a list").iter();
                spans
                    .map(|span| piece(&span[0], &span[1]))
                    .collect::<Vec<_>>()
            };
            let content: Vec<_> = pieces(&statement["content"])
                .iter()
                .map(|piece| piece.split_whitespace().collect::<Vec<_>>().join(" "))
                .collect();
            assert_eq!(statement["text"], content.join(" … "));
            for name in ["cue", "frame"] {
                let parts = pieces(&statement[name]);
                assert!(
                    parts.iter().all(|part| part.trim() == part),
                    "{stem} {index}"
                );
            }
            assert_eq!(
                statement["cue"] == Value::Array(vec![]),
                statement["frame"] == Value::Array(vec![])
            );
            let voices = [
                &statement["speaker"],
                &statement["addressee"],
                &statement["via"][0],
            ];
            for voice in voices.into_iter().filter(|voice| voice.is_object()) {
                assert!(is_entity(&voice["entity"]), "{voice}");
                assert_eq!(pieces(&voice["spans"]).len(), 1, "{voice}");
            }
        }
        let all: BTreeSet<_> = StatementKind::ALL
            .map(|kind| kind.label().to_owned())
            .into();
        assert!(kinds.is_subset(&all), "{kinds:?}");
        assert!(4 <= kinds.len(), "{stem} shows {kinds:?} only");
    }
}

#[test]
fn expectations_stand_in_their_articles() {
    for (path, expected) in files("tests/articles", "expected") {
        let text = fs::read_to_string(path.with_extension("txt")).expect("has its article");
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut last = 0;
        for line in expected.lines().filter(|line| !line.starts_with('#')) {
            let [kind, speaker, via, content] = line
                .split(" | ")
                .collect::<Vec<_>>()
                .try_into()
                .expect("kind | speaker | via | content");
            assert!(
                StatementKind::ALL.iter().any(|known| known.label() == kind),
                "{path:?} {line}"
            );
            for voice in [speaker, via] {
                assert!(voice == "-" || text.contains(voice), "{path:?} {voice}");
            }
            let mut at = last;
            for (index, piece) in content.split(" … ").enumerate() {
                let found = text[at..].find(piece).map(|offset| at + offset);
                let found =
                    found.unwrap_or_else(|| panic!("{path:?}: no »{piece}« after the line before"));
                if index == 0 {
                    last = found;
                }
                at = found + piece.len();
            }
        }
    }
}
