//! CAS JSON 0.4.

use serde_json::{Map, Value as Json, json};

use super::structures::{SOFA, Structure, Value};
use super::types::{ALL, Range, Type};

/// The whole file, for a text and the tag of its language. Arrays are structures of their own, numbered after the others.
pub(super) fn write((text, language): (&str, &str), structures: &[Structure]) -> Vec<u8> {
    let mut last = structures
        .iter()
        .map(|structure| structure.id)
        .max()
        .unwrap_or(SOFA);
    let sofa = json!({
        "%ID": SOFA,
        "%TYPE": "uima.cas.Sofa",
        "sofaNum": 1,
        "sofaID": "_InitialView",
        "mimeType": "text",
        "sofaString": text,
    });
    let (mut all, mut arrays) = (vec![sofa], Vec::new());
    for structure in structures {
        all.push(record(structure, language, &mut last, &mut arrays));
    }
    all.append(&mut arrays);
    let members: Vec<u32> = structures.iter().map(|structure| structure.id).collect();
    let types: Map<String, Json> = (ALL.iter())
        .map(|of| (of.name.to_owned(), described(of)))
        .collect();
    let views = json!({ "_InitialView": { "%SOFA": SOFA, "%MEMBERS": members } });
    let lines: Vec<String> = all.iter().map(Json::to_string).collect();
    format!(
        "{{\n\"%TYPES\": {},\n\"%FEATURE_STRUCTURES\": [\n{}\n],\n\"%VIEWS\": {views}\n}}\n",
        Json::Object(types),
        lines.join(",\n"),
    )
    .into_bytes()
}

fn record(structure: &Structure, language: &str, last: &mut u32, arrays: &mut Vec<Json>) -> Json {
    let mut record = Map::new();
    record.insert("%ID".into(), structure.id.into());
    record.insert("%TYPE".into(), structure.of.name.into());
    if structure.of.parent == "uima.tcas.DocumentAnnotation" {
        record.insert("%FLAGS".into(), json!(["DocumentAnnotation"]));
        record.insert("language".into(), language.into());
    }
    if let Some((begin, end)) = structure.range {
        record.insert("@sofa".into(), SOFA.into());
        record.insert("begin".into(), begin.into());
        record.insert("end".into(), end.into());
    }
    for (name, value) in &structure.features {
        let mut array = |of: &str, elements: Json| {
            *last += 1;
            arrays.push(json!({ "%ID": *last, "%TYPE": of, "%ELEMENTS": elements }));
            Json::from(*last)
        };
        let (name, value) = match value {
            Value::Text(words) => ((*name).to_owned(), Json::from(words.as_str())),
            Value::Number(number) => ((*name).to_owned(), number_of(*number)),
            Value::Flag(flag) => ((*name).to_owned(), Json::from(*flag)),
            Value::One(id) => (format!("@{name}"), Json::from(*id)),
            Value::Many(ids) => (format!("@{name}"), array("uima.cas.FSArray", json!(ids))),
            Value::Texts(words) => (
                format!("@{name}"),
                array("uima.cas.StringArray", json!(words)),
            ),
        };
        record.insert(name, value);
    }
    Json::Object(record)
}

/// With as many digits as it has, not those of its neighbour in double precision.
fn number_of(number: f32) -> Json {
    number
        .to_string()
        .parse::<f64>()
        .map_or(Json::Null, Json::from)
}

fn described(of: &Type) -> Json {
    let mut record = Map::new();
    record.insert("%NAME".into(), of.name.into());
    record.insert("%SUPER_TYPE".into(), of.parent.into());
    record.insert("%DESCRIPTION".into(), of.describe.into());
    for feature in of.features {
        let range = match feature.range {
            Range::Text => "uima.cas.String".to_owned(),
            Range::Texts => "uima.cas.String[]".to_owned(),
            Range::Number => "uima.cas.Float".to_owned(),
            Range::Flag => "uima.cas.Boolean".to_owned(),
            Range::One(of) => of.to_owned(),
            Range::Many(of) => format!("{of}[]"),
        };
        record.insert(
            feature.name.to_owned(),
            json!({ "%NAME": feature.name, "%RANGE": range }),
        );
    }
    Json::Object(record)
}
