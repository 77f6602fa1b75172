//! `wortlaut convert` and the filters of `annotate` from the outside: what they write, what they say, what they end with.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::program::{self, run};

const ARTICLE: &str = "Radau am Rathaus\n\nDie Kämmerin Ute Brosamle kam am Montag. „Das Geld ist da“, sagte Brosamle. \
Der Rat von Hinterfeld teilte mit, dass die Halle im Mai öffnet.\n";

fn folder() -> TempDir {
    let folder = program::folder();
    fs::write(folder.path().join("rat.txt"), ARTICLE).expect("it can be written");
    folder
}

fn read(folder: &Path, name: &str) -> String {
    fs::read_to_string(folder.join(name)).expect("it was written")
}

#[test]
fn an_article_and_its_annotations_are_converted_by_the_ending() {
    let folder = folder();
    let at = folder.path();
    let (code, out, error) = run(at, &["convert", "rat.txt", "eins.json"]);
    assert_eq!((code, out.as_str()), (0, ""), "{error}");
    let (code, _, error) = run(at, &["convert", "eins.json", "zwei.json"]);
    assert_eq!(code, 0, "{error}");
    assert_eq!(read(at, "eins.json"), read(at, "zwei.json"));
    let (code, _, error) = run(at, &["convert", "eins.json", "drei.statements.csv"]);
    assert_eq!(code, 0, "{error}");
    assert!(read(at, "drei.statements.csv").contains("Ute Brosamle"));
    assert!(read(at, "drei.entities.csv").contains("Hinterfeld"));
    let (code, out, error) = run(at, &["convert", "--to", "html", "eins.json", "-"]);
    assert_eq!(code, 0, "{error}");
    assert!(out.starts_with("<!DOCTYPE html>"));
}

#[test]
fn annotations_are_laid_on_a_newer_version_and_what_is_gone_is_listed() {
    let folder = folder();
    let at = folder.path();
    run(at, &["convert", "rat.txt", "alt.json"]);
    let newer = ARTICLE
        .replace(" am Montag", "")
        .replace("Radau", "Großer Radau");
    fs::write(at.join("neu.txt"), newer).expect("it can be written");
    let (code, _, error) = run(
        at,
        &["convert", "--article", "neu.txt", "alt.json", "neu.json"],
    );
    assert_eq!(code, 0, "{error}");
    assert!(
        error.contains("its words are not in the text (Montag)"),
        "{error}"
    );
    let json = read(at, "neu.json");
    assert!(
        json.contains("Großer Radau") && json.contains("\"text\":\"Ute Brosamle\""),
        "{json}"
    );
}

#[test]
fn a_filter_leaves_out_what_is_not_asked_for() {
    let folder = folder();
    let at = folder.path();
    let (code, _, error) = run(
        at,
        &[
            "annotate",
            "--kinds",
            "location",
            "--statements",
            "direct",
            "--out",
            "aus",
            "rat.txt",
        ],
    );
    assert_eq!(code, 0, "{error}");
    let json: serde_json::Value =
        serde_json::from_str(&read(at, "aus/rat.json")).expect("it is JSON");
    let mentions = json["mentions"].as_array().expect("a list");
    assert!(!mentions.is_empty());
    assert!(mentions.iter().all(|mention| mention["type"] == "location"));
    let statements = json["statements"].as_array().expect("a list");
    assert_eq!(statements.len(), 1);
    assert_eq!(statements[0]["kind"], "direct");
    // Its speaker comes along, though persons are left out.
    let speaker = statements[0]["speaker"]["entity"]
        .as_u64()
        .expect("a number");
    assert_eq!(json["entities"][speaker as usize]["name"], "Ute Brosamle");
    // Nothing was confirmed yet.
    let (code, out, error) = run(
        at,
        &[
            "convert",
            "--confirmed",
            "aus/rat.json",
            "-",
            "--to",
            "json",
        ],
    );
    assert_eq!(code, 0, "{error}");
    assert!(out.contains("\"mentions\": [],"), "{out}");
}

#[test]
fn what_cannot_be_converted_is_told() {
    let folder = folder();
    let at = folder.path();
    let (code, _, error) = run(at, &["convert", "rat.txt", "rat.doc1"]);
    assert_eq!(code, 1);
    assert!(
        error.contains("no format has this ending") && error.contains("rat.doc1"),
        "{error}"
    );
    let (code, _, error) = run(at, &["convert", "fehlt.json", "da.html"]);
    assert_eq!(code, 1);
    assert!(error.contains("fehlt.json"), "{error}");
    run(at, &["convert", "rat.txt", "rat.json"]);
    let before = read(at, "rat.json");
    let (code, _, error) = run(at, &["convert", "--key", "rat.json", "rat.json"]);
    assert_eq!(code, 1);
    assert!(
        error.contains("would replace what is being read"),
        "{error}"
    );
    assert_eq!(read(at, "rat.json"), before);
    let other = "Etwas ganz anderes steht hier, und nichts davon passt zum Rathaus.";
    fs::write(at.join("anders.txt"), other).expect("it can be written");
    let (code, _, error) = run(
        at,
        &["convert", "--article", "anders.txt", "rat.json", "x.json"],
    );
    assert_eq!(code, 1);
    assert!(error.contains("annotates another text"), "{error}");
    assert!(!at.join("x.json").exists());
    let (code, _, _) = run(at, &["convert", "--kinds", "unsinn", "rat.txt", "y.json"]);
    assert_eq!(code, 2);
}
