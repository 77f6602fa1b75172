//! `wortlaut compare` and `annotate --lexicon` from the outside: what they print, what they end with.

use std::fs;

use tempfile::TempDir;

use crate::program::{folder, run};

const ARTICLE: &str = "Radau am Rathaus\n\nDie Kämmerin Ute Brosamle kam spät. „Das Geld ist da“, sagte Brosamle. \
Der Rat von Hinterfeld teilte mit, dass die Halle im Mai öffnet.\n";

/// Two annotations of one article, the second with a lexicon.
fn annotated(lexicon: &str) -> TempDir {
    let folder = folder();
    let at = folder.path();
    fs::write(at.join("rat.txt"), ARTICLE).expect("it can be written");
    fs::write(at.join("lexicon.tsv"), lexicon).expect("it can be written");
    let (code, _, error) = run(at, &["annotate", "--out", "a", "rat.txt"]);
    assert_eq!(code, 0, "{error}");
    let arguments = [
        "annotate",
        "--lexicon",
        "lexicon.tsv",
        "--out",
        "b",
        "rat.txt",
    ];
    let (code, _, error) = run(at, &arguments);
    assert_eq!(code, 0, "{error}");
    folder
}

#[test]
fn an_annotation_agrees_with_itself() {
    let folder = annotated("# nothing\n");
    let (a, b) = ("a/rat.json", "b/rat.json");
    let at = |name: &str| fs::read(folder.path().join(name)).expect("it was written");
    assert_eq!(at(a), at(b), "an empty lexicon changes nothing");
    let (code, out, error) = run(folder.path(), &["compare", a, b]);
    assert_eq!((code, error.as_str()), (0, ""));
    assert!(out.contains("100.0 %") && out.contains("1.000"), "{out}");
    assert!(out.contains("differences   0:"), "{out}");
}

#[test]
fn a_lexicon_changes_annotations_and_the_figures_tell_how_much() {
    let folder =
        annotated("name\tHinterfeld\torganisation\nname\tRadau\tperson\nno-cue\tmitteilen\n");
    let (code, out, _) = run(folder.path(), &["compare", "a/rat.json", "b/rat.json"]);
    assert_eq!(code, 0);
    let line = |name: &str| out.lines().find(|line| line.trim_start().starts_with(name));
    for name in [
        "mentions",
        "all",
        "person",
        "organisation",
        "statements",
        "indirect",
        "same speaker",
    ] {
        assert!(line(name).is_some(), "{name}: {out}");
    }
    assert!(!out.contains("differences   0:"), "{out}");
    let json = fs::read_to_string(folder.path().join("b/rat.json")).expect("it was written");
    assert!(
        json.contains("\"text\":\"Radau\"") || json.contains("\"text\": \"Radau\""),
        "{json}"
    );
    // The other way round, only the columns change places.
    let (_, back, _) = run(folder.path(), &["compare", "b/rat.json", "a/rat.json"]);
    let alphas = |out: &str| {
        let lines = out
            .lines()
            .filter(|line| line.contains('%') && !line.contains("same"));
        let last = lines.filter_map(|line| line.split_whitespace().last().map(str::to_owned));
        last.collect::<Vec<_>>()
    };
    assert_eq!(alphas(&out), alphas(&back));
}

#[test]
fn bad_lines_of_a_lexicon_are_told_and_the_rest_holds() {
    let folder = folder();
    let at = folder.path();
    fs::write(at.join("rat.txt"), ARTICLE).expect("it can be written");
    fs::write(
        at.join("lexicon.tsv"),
        "nonsense\nname\tRadau\tperson\nname\tX\tplanet\n",
    )
    .expect("it can be written");
    let arguments = [
        "annotate",
        "--lexicon",
        "lexicon.tsv",
        "--out",
        "-",
        "rat.txt",
    ];
    let (code, out, error) = run(at, &arguments);
    assert_eq!(code, 0, "{error}");
    assert!(out.contains("Radau"));
    assert!(
        error.contains("line 1 begins with none of") && error.contains("line 3 has none of"),
        "{error}"
    );
    let (code, _, error) = run(at, &["annotate", "--lexicon", "none.tsv", "rat.txt"]);
    assert_eq!(code, 1);
    assert!(
        error.contains("cannot read the personal lexicon") && error.contains("none.tsv"),
        "{error}"
    );
}

#[test]
fn what_cannot_be_compared_is_named() {
    let folder = annotated("# nothing\n");
    let at = folder.path();
    fs::write(at.join("anders.txt"), "Ein anderer Text.").expect("it can be written");
    run(at, &["annotate", "--out", "a", "anders.txt"]);
    let (code, out, error) = run(at, &["compare", "a/rat.json", "a/anders.json"]);
    assert_eq!((code, out.as_str()), (1, ""));
    assert!(
        error.contains("another text") && error.trim_end().ends_with("a/anders.json"),
        "{error}"
    );
    let (code, _, error) = run(at, &["compare", "rat.txt", "none.json"]);
    assert_eq!(code, 1);
    assert!(
        error.contains("rat.txt") && error.contains("none.json"),
        "both are named: {error}"
    );
    let (code, _, _) = run(at, &["compare", "a/rat.json"]);
    assert_eq!(code, 2);
}
