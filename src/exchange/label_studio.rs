//! Label Studio: a task with its text, and the labelling configuration that it needs.
//!
//! Offsets are code points: since the end of 2021 its editor converts what the browser counts before it stores it
//! ("charsToCodePoints" in `selection-tools.js` of label-studio-frontend, pull request 308). Line ends count one.
//! The task is that of <https://labelstud.io/guide/tasks>, results those of <https://labelstud.io/guide/predictions>:
//!
//! ```json
//! [{"data": {"text": "„Wir bauen“, sagte Erika Ohnesorg."},
//!   "annotations": [{"result": [
//!     {"id": "m0", "type": "labels", "from_name": "label", "to_name": "text", "score": 0.75,
//!      "value": {"start": 19, "end": 33, "text": "Erika Ohnesorg", "labels": ["Person"]}}]}],
//!   "predictions": []}]
//! ```
//!
//! | where | what |
//! |---|---|
//! | `predictions` | what the program found and nobody has looked at, with `score` and `model_version` |
//! | `annotations` | what the reader confirmed, changed or added |
//! | `labels` | `Person` …, `Statement_direct` … for each piece, `Cue`, `Voice` for words that are no mention |
//! | relations | `SaidBy`, `SaidTo`, `Via` from a statement, `CueOf`, `PartOf`, `Continues` from a piece to the first one |
//! | `meta` of a region | `text` is the reader's note; name and kind of the entity, and what else is known |
//! | `data` | the text; title, address, date, author; the note on the article |
//!
//! `label-studio.xml` is the labelling configuration: Settings, Labeling Interface, Code. A relation joins regions of one
//! result, so a statement that was confirmed has a `Voice` of its own where the mention was not.

use serde_json::{Map, Value, json};

use super::format::{Facts, FileName, Group};
use super::loss::{Loss, Losses};
use super::regions::{Of, RELATION_LABELS, Regions, all_labels};
use super::source_facts::facts;
use super::{Extract, labels, left_out};
use crate::document::{Confidence, EntityId, Verdict};
use crate::span::{Offsets, Unit};

/// The format.
pub const FACTS: Facts = Facts {
    name: "label-studio",
    describe: "a task for Label Studio, with predictions and annotations",
    group: Group::Tool,
    files: &[
        FileName::Suffix("label-studio.json"),
        FileName::Shared("label-studio.xml"),
    ],
    write: |extract, losses| vec![task(extract, losses), configuration().into_bytes()],
    read: None,
};

fn task(extract: &Extract<'_>, losses: &mut Losses) -> Vec<u8> {
    const LEFT_OUT: [Loss; 5] = [
        Loss::EntityFacts,
        Loss::Frames,
        Loss::Steps,
        Loss::Provenance,
        Loss::Blocks,
    ];
    left_out::count(extract, &LEFT_OUT, losses);
    left_out::tell_rejected(extract, losses);
    let open = Regions::of(extract, |verdict| verdict == Verdict::Open, losses);
    let is_judged = |verdict| {
        matches!(
            verdict,
            Verdict::Accepted | Verdict::Changed | Verdict::Added
        )
    };
    let judged = Regions::of(extract, is_judged, losses);
    let mut annotations = Vec::new();
    if !judged.all.is_empty() {
        annotations.push(json!({ "result": result(extract, &judged) }));
    }
    let mut predictions = Vec::new();
    if !open.all.is_empty() {
        predictions.push(json!({
            "model_version": extract.document().made_by,
            "score": mean_confidence(&open),
            "result": result(extract, &open),
        }));
    }
    let task = json!({
        "data": data(extract),
        "annotations": annotations,
        "predictions": predictions,
    });
    format!("{:#}\n", json!([task])).into_bytes()
}

fn data(extract: &Extract<'_>) -> Value {
    let source = &extract.article().source;
    let mut data = Map::new();
    data.insert("text".into(), extract.text().into());
    data.insert("id".into(), super::stem(source).into());
    for (name, words) in facts(source) {
        data.insert(name.into(), words.into());
    }
    let note = &extract.findings().note;
    if !note.is_empty() {
        data.insert("note".into(), note.as_str().into());
    }
    Value::Object(data)
}

fn result(extract: &Extract<'_>, regions: &Regions<'_>) -> Vec<Value> {
    let text = extract.text();
    let offsets = Offsets::new(text, Unit::CodePoints);
    let spans = regions.all.iter().map(|region| {
        let (start, end) = offsets.from_span(text, region.span);
        let mut result = json!({
            "id": region.id,
            "type": "labels",
            "from_name": "label",
            "to_name": "text",
            "value": {
                "start": start,
                "end": end,
                "text": region.span.of(text),
                "labels": [region.label],
            },
        });
        if let Some(score) = score(region.of) {
            result["score"] = score;
        }
        let meta = meta(extract, region.of);
        if !meta.is_empty() {
            result["meta"] = Value::Object(meta);
        }
        result
    });
    let relations = regions.relations.iter().map(|relation| {
        json!({
            "type": "relation",
            "from_id": regions.all[relation.from].id,
            "to_id": regions.all[relation.to].id,
            "direction": "right",
            "labels": [relation.label],
        })
    });
    spans.chain(relations).collect()
}

fn confidence(of: Of<'_>) -> Option<Confidence> {
    match of {
        Of::Mention(mention) => Some(mention.confidence),
        Of::Statement(statement) => Some(statement.confidence),
        Of::Piece | Of::Cue | Of::Voice(_) => None,
    }
}

fn score(of: Of<'_>) -> Option<Value> {
    confidence(of).map(|confidence| number(confidence.get()))
}

fn mean_confidence(regions: &Regions<'_>) -> Value {
    let known = regions
        .all
        .iter()
        .filter_map(|region| confidence(region.of));
    let known: Vec<f32> = known.map(Confidence::get).collect();
    let mean = known.iter().sum::<f32>() / known.len().max(1) as f32;
    number(mean)
}

/// With as many digits as it has, not those of its neighbour in double precision.
fn number(number: f32) -> Value {
    number
        .to_string()
        .parse::<f64>()
        .map_or(Value::Null, Value::from)
}

/// What Label Studio shows as the note of a region, and what it only keeps.
fn meta(extract: &Extract<'_>, of: Of<'_>) -> Map<String, Value> {
    let mut meta = Map::new();
    let mut put = |name: &str, words: &str| {
        if !words.is_empty() {
            meta.insert(name.to_owned(), words.into());
        }
    };
    let entity = |id: Option<EntityId>| id.map(|id| extract.findings().entity(id));
    let mut note = "";
    match of {
        Of::Mention(mention) => {
            if let Some(entity) = entity(mention.entity) {
                put("entity", &entity.name);
                put("entity_kind", entity.kind.label());
            }
            put("form", mention.form.label());
            put("value", mention.value.as_deref().unwrap_or_default());
            put("verdict", mention.verdict.label());
            note = &mention.note;
        }
        Of::Statement(statement) => {
            put("medium", &labels::name(&statement.medium));
            put("stance", statement.stance.label());
            put("verdict", statement.verdict.label());
            meta.insert("key".into(), statement.key.into());
            meta.insert("salience".into(), number(statement.salience));
            note = &statement.note;
        }
        Of::Voice(id) => {
            if let Some(entity) = entity(id) {
                put("entity", &entity.name);
                put("entity_kind", entity.kind.label());
            }
        }
        Of::Piece | Of::Cue => {}
    }
    if !note.is_empty() {
        meta.insert("text".into(), json!([note]));
    }
    meta
}

/// `label-studio.xml`: the same for all articles. The style keeps white space, which counts.
fn configuration() -> String {
    let label = |label: &String| {
        let color = match label.as_str() {
            "Person" => "#a9c7f0",
            "Organisation" => "#f2c48d",
            "Location" => "#a8d8a8",
            "Other" => "#d8b8e8",
            "Cue" => "#f4b6b6",
            "Voice" => "#cfe0ff",
            label if label.starts_with("Statement") => "#fff2a8",
            _ => "#dddddd",
        };
        format!("    <Label value=\"{label}\" background=\"{color}\"/>\n")
    };
    let labels: String = all_labels().iter().map(label).collect();
    let relation = |label: &&str| format!("    <Relation value=\"{label}\"/>\n");
    let relations: String = RELATION_LABELS.iter().map(relation).collect();
    format!(
        "<View>\n  <Style>.htx-text{{ white-space: pre-wrap; }}</Style>\n  <Relations>\n{relations}  </Relations>\n  \
         <Labels name=\"label\" toName=\"text\">\n{labels}  </Labels>\n  <Text name=\"text\" value=\"$text\"/>\n</View>\n"
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::review::{Review, arbitrary};

    fn written(review: &Review) -> Value {
        let bytes = task(&Extract::whole(review), &mut Losses::default());
        let mut tasks: Vec<Value> = serde_json::from_slice(&bytes).expect("a list");
        tasks.remove(0)
    }

    fn results<'t>(task: &'t Value, name: &str) -> Vec<&'t Value> {
        let all = task[name].as_array().into_iter().flatten();
        let results = all.filter_map(|one| one["result"].as_array());
        results.flatten().collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn what_is_open_is_predicted_and_what_was_judged_is_annotated(review in arbitrary::review()) {
            let task = written(&review);
            for (name, is_open) in [("predictions", true), ("annotations", false)] {
                let shown = review.findings().shown_mentions();
                let expected = shown.filter(|(_, mention)| (mention.verdict == Verdict::Open) == is_open).count();
                let is_mention = |one: &&&Value| one["id"].as_str().is_some_and(|id| id.starts_with('m'));
                prop_assert_eq!(results(&task, name).iter().filter(is_mention).count(), expected);
            }
        }

        #[test]
        fn words_stand_at_their_offsets_and_relations_lead_to_regions(review in arbitrary::review()) {
            let task = written(&review);
            let text: Vec<char> = task["data"]["text"].as_str().expect("a text").chars().collect();
            let labels = all_labels();
            for name in ["predictions", "annotations"] {
                let results = results(&task, name);
                let ids: Vec<&Value> = results.iter().map(|one| &one["id"]).collect();
                for one in &results {
                    if one["type"] == "relation" {
                        prop_assert!(ids.contains(&&one["from_id"]) && ids.contains(&&one["to_id"]));
                        prop_assert!(RELATION_LABELS.contains(&one["labels"][0].as_str().expect("a label")));
                        continue;
                    }
                    let value = &one["value"];
                    let at = |name: &str| value[name].as_u64().expect("a number") as usize;
                    let words: String = text[at("start")..at("end")].iter().collect();
                    prop_assert_eq!(Some(words.as_str()), value["text"].as_str());
                    prop_assert!(labels.iter().any(|label| value["labels"][0] == label.as_str()));
                }
            }
        }
    }
}
