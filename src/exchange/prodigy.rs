//! Prodigy: lines of JSON with the text, its tokens, spans and relations.
//!
//! Offsets are code points, as Python counts them. The fields are those of <https://prodi.gy/docs/api-interfaces> ("spans",
//! "relations"): tokens with `id`, `start`, `end` and `ws`, whether a space follows; spans with `token_start` and
//! `token_end`, the last token, not the one after it; of relations `head` and `child` are the last tokens of their spans.
//!
//! ```json
//! {"text": "Erika Ohnesorg kam.", "tokens": [{"text": "Erika", "start": 0, "end": 5, "id": 0, "ws": true}, …],
//!  "spans": [{"start": 0, "end": 14, "token_start": 0, "token_end": 1, "label": "Person", "text": "Erika Ohnesorg"}],
//!  "relations": [], "answer": "accept", "meta": {"article": "rat"}}
//! ```
//!
//! Prodigy answers whole examples, so there is a line for each answer that the reader has given: "accept" for what was
//! confirmed, changed or added, "reject" for what was rejected, and a line without an answer, to be annotated, for what
//! nobody has looked at. The hashes, which Prodigy makes itself, are left to it.
//!
//! Tokens are cut where a mark begins or ends inside a word, so that none is lost; white space other than one space is a
//! token of its own, as in spaCy, so that the tokens make up the text. Marks begin and end with what can be seen. Labels
//! and relations are those of the other tools: `Person` …, `Statement_direct` … for each piece, `Cue`, `Voice`; `SaidBy`,
//! `SaidTo`, `Via`, `CueOf`, `PartOf`, `Continues` from a piece to the first one. `relations`' head is where they start.

use serde_json::{Map, Value, json};

use super::format::{Facts, FileName, Group};
use super::loss::{Loss, Losses};
use super::regions::{Region, Regions};
use super::source_facts::facts;
use super::words::{Words, is_space};
use super::{Extract, left_out};
use crate::document::Verdict;
use crate::span::{Offsets, Span, Unit};

/// The format.
pub const FACTS: Facts = Facts {
    name: "prodigy",
    describe: "text, tokens, spans and relations for Prodigy, a line for each answer",
    group: Group::Tool,
    files: &[FileName::Suffix("prodigy.jsonl")],
    write: |extract, losses| vec![lines(extract, losses)],
    read: None,
};

/// What Prodigy is told of findings, and of which.
type Answer = (Option<&'static str>, fn(Verdict) -> bool);

const ANSWERS: [Answer; 3] = [
    (Some("accept"), |verdict| {
        matches!(
            verdict,
            Verdict::Accepted | Verdict::Changed | Verdict::Added
        )
    }),
    (Some("reject"), |verdict| verdict == Verdict::Rejected),
    (None, |verdict| verdict == Verdict::Open),
];

fn lines(extract: &Extract<'_>, losses: &mut Losses) -> Vec<u8> {
    const LEFT_OUT: [Loss; 10] = [
        Loss::Forms,
        Loss::Values,
        Loss::Entities,
        Loss::EntityFacts,
        Loss::StatementFacts,
        Loss::Frames,
        Loss::Confidence,
        Loss::Steps,
        Loss::Provenance,
        Loss::Blocks,
    ];
    left_out::count(extract, &LEFT_OUT, losses);
    let findings = extract.findings();
    let notes = findings.mentions.iter().map(|mention| &mention.note);
    let notes = notes.chain((findings.statements.iter()).map(|statement| &statement.note));
    let notes = notes.chain(findings.entities.iter().map(|entity| &entity.note));
    losses.count(Loss::Notes, notes.filter(|note| !note.is_empty()).count());
    let mut out = String::new();
    for (answer, is_wanted) in ANSWERS {
        let regions = Regions::of(extract, is_wanted, losses);
        // Where nothing was found, the text alone is still to be annotated.
        let is_bare = answer.is_none() && out.is_empty();
        if !regions.all.is_empty() || is_bare {
            out += &example(extract, &regions, answer, losses).to_string();
            out.push('\n');
        }
    }
    out.into_bytes()
}

fn example(
    extract: &Extract<'_>,
    regions: &Regions<'_>,
    answer: Option<&str>,
    losses: &mut Losses,
) -> Value {
    let text = extract.text();
    let tokens = tokens(extract, regions);
    let offsets = Offsets::new(text, Unit::CodePoints);
    let ids = 0..tokens.len();
    let records = ids.zip(&tokens).map(|(id, token)| {
        let (start, end) = offsets.from_span(text, token.span);
        json!({ "text": token.span.of(text), "start": start, "end": end, "id": id, "ws": token.has_space })
    });
    let spans: Vec<Option<Value>> = (regions.all.iter())
        .map(|region| span(text, &offsets, &tokens, region))
        .collect();
    for (region, span) in regions.all.iter().zip(&spans) {
        if span.is_none() {
            losses.add(Loss::Mentions, region.span.of(text));
        }
    }
    let relations = regions.relations.iter().filter_map(|relation| {
        let (head, child) = (spans[relation.from].as_ref()?, spans[relation.to].as_ref()?);
        Some(json!({
            "head": head["token_end"],
            "child": child["token_end"],
            "head_span": head,
            "child_span": child,
            "label": relation.label,
        }))
    });
    let mut example = json!({
        "text": text,
        "tokens": records.collect::<Vec<_>>(),
        "relations": relations.collect::<Vec<_>>(),
        "spans": spans.iter().flatten().collect::<Vec<_>>(),
        "meta": meta(extract),
    });
    if let Some(answer) = answer {
        example["answer"] = answer.into();
    }
    example
}

fn span(
    text: &str,
    offsets: &Offsets,
    tokens: &[PlacedToken],
    region: &Region<'_>,
) -> Option<Value> {
    let seen = seen(text, region.span)?;
    let first = tokens.partition_point(|token| token.span.end() <= seen.start());
    let end = tokens.partition_point(|token| token.span.start() < seen.end());
    let last = end.checked_sub(1).filter(|&last| first <= last)?;
    let (start, end) = offsets.from_span(text, seen);
    Some(json!({
        "start": start,
        "end": end,
        "token_start": first,
        "token_end": last,
        "label": region.label,
        "text": seen.of(text),
    }))
}

/// A mark without white space at its ends; nothing if it covers nothing else.
fn seen(text: &str, span: Span) -> Option<Span> {
    let words = span.of(text);
    let start = span.start() + (words.len() - words.trim_start_matches(is_space).len());
    let length = words.trim_matches(is_space).len();
    (0 < length).then(|| Span::new(start, start + length))
}

struct PlacedToken {
    span: Span,
    /// Whether a space follows that belongs to no other token.
    has_space: bool,
}

/// Words, cut where marks begin and end, and the white space between them.
fn tokens(extract: &Extract<'_>, regions: &Regions<'_>) -> Vec<PlacedToken> {
    let text = extract.text();
    let mut words = Words::of(extract);
    let seen = regions
        .all
        .iter()
        .filter_map(|region| seen(text, region.span));
    words.cut(seen.flat_map(|span| [span.start(), span.end()]).collect());
    let mut tokens: Vec<PlacedToken> = Vec::new();
    let mut at = 0;
    let end = Span::new(text.len(), text.len());
    for &word in words.tokens().iter().chain([&end]) {
        let mut gap = Span::new(at, word.start());
        if let (Some(before), true) = (tokens.last_mut(), gap.of(text).starts_with(' ')) {
            before.has_space = true;
            gap = Span::new(gap.start() + 1, gap.end());
        }
        for span in [gap, word] {
            if !span.is_empty() {
                tokens.push(PlacedToken {
                    span,
                    has_space: false,
                });
            }
        }
        at = word.end();
    }
    tokens
}

/// What Prodigy shows below the text.
fn meta(extract: &Extract<'_>) -> Value {
    let source = &extract.article().source;
    let mut meta = Map::new();
    meta.insert("article".into(), super::stem(source).into());
    let note = Some(extract.findings().note.clone()).filter(|note| !note.is_empty());
    let note = note.map(|note| ("note", note));
    for (name, words) in facts(source).into_iter().chain(note) {
        meta.insert(name.into(), words.into());
    }
    Value::Object(meta)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::review::{Review, arbitrary};

    fn written(review: &Review) -> Vec<Value> {
        let bytes = lines(&Extract::whole(review), &mut Losses::default());
        let text = String::from_utf8(bytes).expect("it is text");
        text.lines()
            .map(|line| serde_json::from_str(line).expect("each line is JSON"))
            .collect()
    }

    fn at(one: &Value, name: &str) -> usize {
        one[name].as_u64().expect("a number") as usize
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn tokens_make_up_the_text_and_spans_end_with_them(review in arbitrary::review()) {
            for example in written(&review) {
                let tokens = example["tokens"].as_array().expect("a list");
                let mut text = String::new();
                for token in tokens {
                    prop_assert_eq!(text.chars().count(), at(token, "start"));
                    text += token["text"].as_str().expect("a text");
                    prop_assert_eq!(text.chars().count(), at(token, "end"));
                    if token["ws"] == true {
                        text.push(' ');
                    }
                }
                prop_assert_eq!(example["text"].as_str(), Some(text.as_str()));
                for span in example["spans"].as_array().expect("a list") {
                    let first = &tokens[at(span, "token_start")];
                    let last = &tokens[at(span, "token_end")];
                    prop_assert_eq!((&first["start"], &last["end"]), (&span["start"], &span["end"]));
                }
            }
        }

        #[test]
        fn each_answer_has_its_findings(review in arbitrary::review()) {
            let examples = written(&review);
            let text = review.document().text();
            for (answer, is_wanted) in ANSWERS {
                let example = examples.iter().find(|example| example["answer"].as_str() == answer);
                let spans = example.and_then(|example| example["spans"].as_array());
                let is_statement = |span: &&Value| span["label"].as_str().is_some_and(|label| label.starts_with("Statement"));
                let n_pieces = spans.map_or(0, |spans| spans.iter().filter(is_statement).count());
                let wanted = review.findings().statements.iter().filter(|statement| is_wanted(statement.verdict));
                let pieces = wanted.flat_map(|statement| &statement.content);
                let expected = pieces.filter(|&&span| seen(text, span).is_some()).count();
                prop_assert_eq!(n_pieces, expected);
            }
        }
    }
}
