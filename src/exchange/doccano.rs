//! doccano: one line of JSON, for a project of the kind "Sequence Labeling" with relations.
//!
//! Offsets are code points, as Python counts them (doccano's pull request 108). Importing is described on
//! <https://doccano.github.io/doccano/>; the format is the one that its export `JSONL(relation)` gives:
//!
//! ```json
//! {"id": 1, "text": "„Wir bauen“, sagte Erika Ohnesorg.", "entities": [
//!   {"id": 0, "label": "Statement_direct", "start_offset": 0, "end_offset": 11},
//!   {"id": 1, "label": "Person", "start_offset": 19, "end_offset": 33}],
//!  "relations": [{"id": 0, "from_id": 0, "to_id": 1, "type": "SaidBy"}], "Comments": ["nachgefragt"]}
//! ```
//!
//! Labels are `Person` …, `Statement_direct` … for each piece of a statement, `Cue`, and `Voice` for words that are no
//! mention; relations `SaidBy`, `SaidTo`, `Via` from a statement, `CueOf`, `PartOf`, and `Continues` from a piece to the
//! first one. The project has to allow overlapping spans. `Comments` are the reader's notes, those on findings with their
//! words before them. What else there is on the line doccano keeps as metadata of the text.

use serde_json::{Map, Value, json};

use super::format::{Facts, FileName, Group};
use super::loss::{Loss, Losses};
use super::regions::Regions;
use super::source_facts::facts;
use super::{Extract, left_out};
use crate::document::Verdict;
use crate::span::{Offsets, Unit};

/// The format.
pub const FACTS: Facts = Facts {
    name: "doccano",
    describe: "spans, relations and comments for doccano, one line of JSON",
    group: Group::Tool,
    files: &[FileName::Suffix("doccano.jsonl")],
    write: |extract, losses| vec![line(extract, losses)],
    read: None,
};

fn line(extract: &Extract<'_>, losses: &mut Losses) -> Vec<u8> {
    const LEFT_OUT: [Loss; 11] = [
        Loss::Forms,
        Loss::Values,
        Loss::Entities,
        Loss::EntityFacts,
        Loss::StatementFacts,
        Loss::Frames,
        Loss::Confidence,
        Loss::Verdicts,
        Loss::Steps,
        Loss::Provenance,
        Loss::Blocks,
    ];
    left_out::count(extract, &LEFT_OUT, losses);
    let text = extract.text();
    let offsets = Offsets::new(text, Unit::CodePoints);
    let regions = Regions::of(extract, |verdict| verdict != Verdict::Rejected, losses);
    let entities = regions.all.iter().enumerate().map(|(id, region)| {
        let (start, end) = offsets.from_span(text, region.span);
        json!({ "id": id, "label": region.label, "start_offset": start, "end_offset": end })
    });
    let relations = regions.relations.iter().enumerate().map(|(id, relation)| {
        json!({
            "id": id,
            "from_id": relation.from,
            "to_id": relation.to,
            "type": relation.label,
        })
    });
    let mut line = Map::new();
    line.insert("id".into(), 1.into());
    line.insert("text".into(), text.into());
    line.insert("entities".into(), entities.collect());
    line.insert("relations".into(), relations.collect());
    line.insert("Comments".into(), comments(extract).into());
    let source = &extract.article().source;
    line.insert("article".into(), super::stem(source).into());
    for (name, words) in facts(source) {
        line.insert(name.into(), words.into());
    }
    format!("{}\n", Value::Object(line)).into_bytes()
}

/// The note on the article, then those on findings, with their words.
fn comments(extract: &Extract<'_>) -> Vec<String> {
    let (findings, text) = (extract.findings(), extract.text());
    let mut comments = vec![findings.note.clone()];
    let mut add = |words: &str, note: &str| {
        if !note.is_empty() {
            comments.push(format!("{words}: {note}"));
        }
    };
    for entity in &findings.entities {
        add(&entity.name, &entity.note);
    }
    for (_, mention) in findings.shown_mentions() {
        add(mention.span.of(text), &mention.note);
    }
    for (_, statement) in findings.shown_statements() {
        add(&statement.text(text), &statement.note);
    }
    comments.retain(|comment| !comment.is_empty());
    comments
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::exchange::regions::CONTINUES;
    use crate::review::arbitrary;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn pieces_of_statements_are_there_and_held_together(review in arbitrary::review()) {
            let bytes = line(&Extract::whole(&review), &mut Losses::default());
            let line: Value = serde_json::from_slice(&bytes).expect("one line of JSON");
            let text: Vec<char> = line["text"].as_str().expect("a text").chars().collect();
            let entities = line["entities"].as_array().expect("a list");
            let is_statement = |one: &&Value| one["label"].as_str().is_some_and(|label| label.starts_with("Statement"));
            let words = entities.iter().filter(is_statement).map(|one| -> String {
                let at = |name: &str| one[name].as_u64().expect("a number") as usize;
                text[at("start_offset")..at("end_offset")].iter().collect()
            });
            let shown: Vec<_> = (review.findings().statements.iter())
                .filter(|statement| statement.verdict != Verdict::Rejected)
                .collect();
            let whole = review.document().text();
            let pieces = shown.iter().flat_map(|statement| &statement.content);
            prop_assert_eq!(words.collect::<Vec<_>>(), pieces.map(|span| span.of(whole)).collect::<Vec<_>>());
            let relations = line["relations"].as_array().expect("a list");
            for relation in relations.iter().filter(|relation| relation["type"] == CONTINUES) {
                let end = |name: &str| &entities[relation[name].as_u64().expect("a number") as usize]["label"];
                prop_assert_eq!(end("from_id"), end("to_id"));
            }
        }
    }
}
