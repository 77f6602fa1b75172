//! Formats that consist of tokens, over the texts that offsets stumble over.

use serde_json::Value;
use wortlaut::exchange::{Extract, Format, Loss, Losses};

use crate::traps::{self, Trap};

fn trap(name: &str) -> Trap {
    let found = traps::all().into_iter().find(|trap| trap.name == name);
    found.expect("there is one of this name")
}

fn written(format: Format, trap: &Trap) -> (String, Losses) {
    let (files, losses) = format.write(&Extract::whole(&trap.review));
    let first = files.into_iter().next().expect("it has a file");
    (String::from_utf8(first.bytes).expect("it is UTF-8"), losses)
}

fn lost(losses: &Losses, which: Loss) -> Vec<String> {
    let found = losses.iter().find(|(loss, _)| *loss == which);
    found.map_or_else(Vec::new, |(_, lost)| lost.examples.clone())
}

#[test]
fn conll_2002_keeps_the_outermost_names_and_tells_the_others() {
    let (lines, losses) = written(Format::CONLL2002, &trap("schichten.txt"));
    assert!(
        lines.contains("Universität B-ORG\nNeustadt I-ORG\n"),
        "{lines}"
    );
    assert!(
        lines.contains("Stadtrat B-ORG\nNeustadt I-ORG\nWest O\n"),
        "{lines}"
    );
    assert!(lines.contains("Neustadt-Kenner B-LOCpart\n"), "{lines}");
    assert_eq!(lost(&losses, Loss::Overlaps), ["Neustadt", "Neustadt West"]);
    assert_eq!(lost(&losses, Loss::Kinds), ["Neustadt-Kenner"]);
    let (lines, losses) = written(Format::CONLL2002, &trap("verboten.txt"));
    assert!(
        lines.contains("\u{FFFD} B-ORG\nHin I-ORG\n& I-ORG\n"),
        "{lines}"
    );
    assert!(
        losses
            .iter()
            .any(|(loss, lost)| loss == Loss::Characters && lost.count == 1)
    );
}

#[test]
fn conll_u_keeps_what_nests_crosses_and_is_interrupted() {
    let (lines, losses) = written(Format::CONLLU, &trap("schichten.txt"));
    let column = |form: &str, nth: usize| {
        let rows = lines.lines().filter_map(|line| {
            let columns: Vec<&str> = line.split('\t').collect();
            (columns.get(1) == Some(&form)).then(|| columns[9])
        });
        rows.clone().nth(nth).unwrap_or_default().to_owned()
    };
    assert!(
        column("Neustadt", 0).starts_with("Entity=(e2-place-1"),
        "{lines}"
    );
    assert!(column("Neustadt", 0).contains(")e1)"), "{lines}");
    // „Stadtrat Neustadt“ and „Neustadt West“ share a word.
    assert!(column("Neustadt", 1).starts_with("Entity=e4)(e"), "{lines}");
    assert!(
        column("Neustadt-Kenner", 0).contains("Bridge=e6<"),
        "{lines}"
    );
    for piece in ["Quote=(s3[1/3]-direct", "Quote=(s3[2/3]", "Quote=(s3[3/3]"] {
        assert!(lines.contains(piece), "{piece}");
    }
    assert!(lines.contains("inside:s1"), "{lines}");
    assert_eq!(lost(&losses, Loss::Widened), ["Neustadt"]);
    assert_eq!(lost(&losses, Loss::Mentions), [""; 0]);
}

#[test]
fn a_document_of_spacy_cuts_words_where_marks_begin() {
    let (data, _) = written(Format::SPACY, &trap("schichten.txt"));
    let data: Value = serde_json::from_str(&data).expect("it is JSON");
    let text: Vec<char> = data["text"].as_str().expect("a text").chars().collect();
    let words = |mark: &Value| -> String {
        let at = |key: &str| mark[key].as_u64().expect("a number") as usize;
        text[at("start")..at("end")].iter().collect()
    };
    let list = |value: &Value| {
        value
            .as_array()
            .expect("a list")
            .iter()
            .map(words)
            .collect::<Vec<_>>()
    };
    let tokens = list(&data["tokens"]);
    assert!(
        tokens.windows(2).any(|two| two == ["Neustadt", "-Kenner"]),
        "{tokens:?}"
    );
    let pieces = list(&data["spans"]["statements"]);
    assert!(
        pieces.ends_with(&["Das sei Unsinn.\n\nNoch so ein Unfug.".to_owned()]),
        "{pieces:?}"
    );
    let names = list(&data["ents"]);
    assert_eq!(
        names,
        [
            "Universität Neustadt",
            "Blitz",
            "Stadtrat Neustadt",
            "Hafenfunk",
            "Neustadt",
            "Udo Brand"
        ]
    );
}

#[test]
fn webanno_counts_in_utf_16_and_gives_parts_of_words_lines_of_their_own() {
    let (lines, _) = written(Format::WEBANNO_TSV, &trap("schichten.txt"));
    let part = lines.lines().find(|line| {
        line.contains("\tNeustadt\t") && line.split('\t').next().is_some_and(|id| id.contains('.'))
    });
    assert!(
        part.is_some_and(|line| line.contains("LOCpart[")),
        "{lines}"
    );
    let (lines, _) = written(Format::WEBANNO_TSV, &trap("zeichen.txt"));
    // Three trams of two units each.
    assert!(
        lines.contains("\t10-16\t🚋🚋🚋\t") || lines.contains("\t10-12\t🚋\t"),
        "{lines}"
    );
    assert!(lines.contains("#Text=„Wir fahren\\twieder 🚋“"), "{lines}");
    assert!(!lines.ends_with("\n\n"));
}

#[test]
fn the_layout_of_the_quotation_corpus_has_all_pieces_and_roles() {
    let (line, losses) = written(Format::GERNEWSQUA, &trap("schichten.txt"));
    let data: Value = serde_json::from_str(&line).expect("it is JSON");
    let quotes = data["quotes"].as_array().expect("a list");
    assert_eq!(quotes.len(), 4);
    assert_eq!(quotes[1]["nested"], true);
    assert_eq!(quotes[2]["quote"].as_array().map(Vec::len), Some(3));
    assert_eq!(quotes[2]["cue"].as_array().map(Vec::len), Some(2));
    assert_eq!(
        (&quotes[2]["type"], &quotes[2]["medium"]),
        (&"Direct".into(), &"Writing".into())
    );
    assert!(
        losses
            .iter()
            .any(|(loss, lost)| loss == Loss::Via && lost.count == 3)
    );
}

#[test]
fn what_was_rejected_stays_out() {
    let formats = [
        Format::CONLL2002,
        Format::CONLLU,
        Format::SPACY,
        Format::WEBANNO_TSV,
        Format::GERNEWSQUA,
    ];
    for format in formats {
        let (all, _) = written(format, &trap("schichten.txt"));
        let (kept, losses) = written(format, &trap("berichtigt.txt"));
        assert!(kept.len() < all.len(), "{}", format.name());
        assert!(
            losses.iter().any(|(loss, _)| loss == Loss::Verdicts),
            "{}",
            format.name()
        );
    }
}
