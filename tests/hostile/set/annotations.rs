//! Annotations: saved reviews, and files of other programs, that lie about the text, lead in circles or have no end.

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};

use super::Expected::{Either, Message, Reading};
use super::packing::packed;
use super::{Content, Expected, Hostile, SENTENCE, text};

/// A sound file of ours.
fn sound() -> Value {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/gold/1-laternen.json");
    let bytes = fs::read(path).expect("the gold texts are there");
    serde_json::from_slice(&bytes).expect("the gold texts are sound")
}

/// A file of ours as we write it: what it is comes first.
fn written(file: &Value) -> String {
    let mut rest = file.clone();
    let mut taken = |key: &str| rest.as_object_mut().and_then(|fields| fields.remove(key));
    let (format, version) = (taken("format"), taken("version"));
    let (format, version) = (json!(format), json!(version));
    let rest = rest.to_string();
    format!("{{\"format\":{format},\"version\":{version},{}", &rest[1..])
}

/// The file of ours with one value in place of another.
fn with(pointer: &str, value: &Value) -> String {
    let mut file = sound();
    let place = file.pointer_mut(pointer);
    value.clone_into(place.expect("the gold texts have this place"));
    written(&file)
}

/// A file that belongs to an article beside it.
fn beside(
    article: &str,
    name: &str,
    expected: Expected,
    bytes: impl Fn() -> String + 'static,
) -> Hostile {
    Hostile {
        name: name.to_owned(),
        content: Content::Bytes(Box::new(move || bytes().into_bytes())),
        beside: Some((article.to_owned(), format!("{SENTENCE}\n").into_bytes())),
        expected,
    }
}

pub fn files() -> Vec<Hostile> {
    [ours(), standoff(), tables(), foreign(), corrections()]
        .into_iter()
        .flatten()
        .collect()
}

fn ours() -> Vec<Hostile> {
    const N: usize = 100_000;
    let head = "{\"format\":\"wortlaut\",\"version\":1,";
    vec![
        text("deep.json", Message(""), || "[".repeat(10_000_000)),
        text("deep-inside.json", Message(""), move || {
            format!("{head}\"note\":{}", "{\"a\":[".repeat(N))
        }),
        text("future.json", Message("newer"), || {
            with("/version", &json!(99))
        }),
        text("surrogate.json", Message(""), || {
            with("/document/text", &json!("@@")).replace("@@", "\\ud800 \\udc00")
        }),
        text("beyond.json", Message(""), || {
            with("/mentions/0/end", &json!(4_000_000_000_u32))
        }),
        text("backwards.json", Message(""), || {
            with("/mentions/0/start", &json!(9_000_000_000_000_000_000_u64))
        }),
        text("number.json", Message(""), || {
            with("/mentions/0/confidence", &json!(1e308)).replace("1e308", "1e99999")
        }),
        text("entity.json", Message(""), || {
            with("/mentions/0/entity", &json!(u32::MAX))
        }),
        text("circle.json", Message(""), || {
            let mut file = sound();
            file["statements"][0]["inside"] = json!(1);
            file["statements"][1]["inside"] = json!(0);
            written(&file)
        }),
        text("own-inside.json", Message(""), || {
            with("/statements/0/inside", &json!(0))
        }),
        text("ranges.json", Either, || {
            let ranges: Vec<Value> = (0..N).map(|_| json!([0, 10])).collect();
            with("/statements/0/content", &Value::Array(ranges))
        }),
        text("blocks.json", Either, || {
            let block = json!({"kind": "paragraph", "start": 0, "end": 5});
            with("/document/blocks", &Value::Array(vec![block; N]))
        }),
        text("edits.json", Either, || {
            let edit = json!({"edit": "reject", "mention": 0, "by": "a", "at": null});
            let mut file = sound();
            file["edits"] = Value::Array(vec![edit; N]);
            written(&file)
        }),
        text("undone.json", Message(""), || {
            let mut file = sound();
            file["undone"] = json!(u64::MAX);
            written(&file)
        }),
        text("long.json", Message("more than 400000 words"), || {
            with("/document/text", &json!("a".repeat(20_000_000)))
        }),
        text("aliases.json", Either, || {
            with(
                "/entities/0/aliases",
                &json!(vec!["Anna Beispiel"; 500_000]),
            )
        }),
        text("twice.json", Message(""), move || {
            format!("{head}{head}{}", written(&sound()).trim_start_matches('{'))
        }),
        text("cut.json", Message(""), || {
            let whole = written(&sound());
            whole.chars().take(whole.chars().count() / 2).collect()
        }),
        text("no-annotations.json", Message(""), || {
            "{\"a\": 1}".to_owned()
        }),
    ]
}

fn standoff() -> Vec<Hostile> {
    const N: usize = 100_000;
    vec![
        beside("beyond.txt", "beyond.ann", Either, || {
            "T1\tPER 0 99999999999999999999\tx\nT2\tPER 4294967295 4294967296\ty\nT3\tPER 10 2\tz\nT4\tPER -1 5\tEs re\nT5\tPER 11 15\tTage\n".to_owned()
        }),
        beside("fragments.txt", "fragments.ann", Either, || {
            format!("T1\tPER {}0 2\tEs\n", "0 2;".repeat(N))
        }),
        beside("circles.txt", "circles.ann", Either, || {
            let relations: String = (0..N)
                .map(|index| format!("R{index}\tSaidBy Arg1:E1 Arg2:R{index}\n"))
                .collect();
            format!(
                "T1\tStatement 0 20\tEs regnet seit Tagen\nE1\tStatement:T1 Speaker:E1\n*\tEquiv T1 T1 E1\n{relations}"
            )
        }),
        beside("marks.txt", "marks.ann", Either, || {
            (0..N)
                .map(|index| format!("T{index}\tPER 0 2\tEs\n"))
                .collect()
        }),
        beside("tabs.txt", "tabs.ann", Either, || {
            format!("T1{}", "\t\t \n#1\t".repeat(N))
        }),
        text("alone.ann", Message("has no text of its own"), || {
            "T1\tPER 0 2\tEs\n".to_owned()
        }),
    ]
}

fn tables() -> Vec<Hostile> {
    const HEADING: &str = "text,speaker,start,end,ranges\n";
    vec![
        beside("open.txt", "open.statements.csv", Either, || {
            format!("{HEADING}\"{}", "Es regnet\"\",".repeat(200_000))
        }),
        beside("columns.txt", "columns.statements.csv", Either, || {
            format!("{HEADING}Es regnet{}\n", ",".repeat(2_000_000))
        }),
        beside("rows.txt", "rows.statements.csv", Either, || {
            format!("{HEADING}{}", "Es regnet,Anna Beispiel,,,\n".repeat(50_000))
        }),
        beside("numbers.txt", "numbers.statements.csv", Either, || {
            format!(
                "{HEADING}Es regnet,Anna,99999999999999999999,-1,\nEs,Anna,10,2,0-99999999999;;--\n"
            )
        }),
        beside("formula.txt", "formula.statements.csv", Either, || {
            format!(
                "{HEADING}\"=HYPERLINK(\"\"http://127.0.0.1:9/\"\")\",@SUM(1),,,\n\0,\0,\0,\0\n"
            )
        }),
    ]
}

fn foreign() -> Vec<Hostile> {
    const N: usize = 50_000;
    vec![
        text("circle.jsonld.json", Either, || {
            "{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"id\":\"a\",\"type\":\"AnnotationCollection\",\"first\":{\"id\":\"a\",\"next\":\"a\",\"items\":[{\"id\":\"a\",\"motivation\":\"linking\",\"target\":[\"a\",\"a\"],\"body\":\"a\"}]}}".to_owned()
        }),
        text("deep.jsonld.json", Message(""), || {
            format!(
                "{{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"items\":{}",
                "[".repeat(1_000_000)
            )
        }),
        text("outside.jsonld.json", Either, || {
            "{\"@context\":[\"http://127.0.0.1:9/c\",\"http://www.w3.org/ns/anno.jsonld\"],\"type\":\"Annotation\",\"body\":\"x\",\"target\":{\"source\":\"file:///etc/passwd\",\"selector\":{\"type\":\"TextPositionSelector\",\"start\":0,\"end\":18446744073709551615}}}".to_owned()
        }),
        beside("selectors.txt", "selectors.json", Either, || {
            let item = "{\"type\":\"Annotation\",\"body\":{\"purpose\":\"tagging\",\"value\":\"Person\"},\"target\":{\"source\":\"selectors.txt\",\"selector\":{\"type\":\"TextQuoteSelector\",\"exact\":\"e\",\"prefix\":\"\",\"suffix\":\"\"}}}";
            format!(
                "{{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"items\":[{}]}}",
                vec![item; N].join(",")
            )
        }),
        text("circle.cas.json", Either, || {
            let text = SENTENCE.replace('"', "");
            format!(
                "{{\"%TYPES\":{{}},\"%FEATURE_STRUCTURES\":[{{\"%ID\":1,\"%TYPE\":\"uima.cas.Sofa\",\"sofaNum\":1,\"sofaID\":\"_InitialView\",\"sofaString\":\"{text}\"}},{{\"%ID\":2,\"%TYPE\":\"custom.Statement\",\"@sofa\":1,\"begin\":0,\"end\":4294967295,\"@inside\":2,\"@speaker\":2,\"@content\":2}},{{\"%ID\":2,\"%TYPE\":\"uima.cas.FSArray\",\"%ELEMENTS\":[2,2,99999999999999999999]}}],\"%VIEWS\":{{}}}}"
            )
        }),
        text("laughs.tei.xml", Either, || {
            format!(
                "<?xml version=\"1.0\"?><!DOCTYPE TEI [<!ENTITY a \"haha\"><!ENTITY x SYSTEM \"file:///etc/passwd\">]><TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><text><body>{}<p>&x;{SENTENCE}</p></body></text></TEI>",
                "<div>".repeat(100_000)
            )
        }),
        text("circle.xmi", Either, || {
            format!(
                "<?xml version=\"1.0\"?><xmi:XMI xmlns:xmi=\"http://www.omg.org/XMI\"><cas:Sofa xmi:id=\"1\" sofaString=\"{SENTENCE}\"/><a xmi:id=\"1\" sofa=\"1\" begin=\"0\" end=\"-1\"/></xmi:XMI>"
            )
        }),
        super::file("bomb.qdpx", Message("a ZIP archive"), || {
            packed(&[
                ("project.qde", &vec![b' '; 50_000_000]),
                ("../../escaped.txt", b"x"),
            ])
        }),
        text("report.html", Message(""), || {
            format!(
                "<!DOCTYPE html><html><head><meta name=\"generator\" content=\"Wortlaut 9\">\n<script type=\"application/ld+json\" id=\"annotations\">{}</script></head><body><p>{SENTENCE}</p></body></html>",
                "[".repeat(1_000_000)
            )
        }),
    ]
}

/// What lies beside an article as its corrections: the window takes it along, and must show the article all the same.
fn corrections() -> Vec<Hostile> {
    let kept = |name: &str, corrections: String| Hostile {
        name: name.to_owned(),
        content: Content::Bytes(Box::new(|| SENTENCE.into())),
        beside: Some((format!("{name}.wortlaut.json"), corrections.into_bytes())),
        expected: Reading(SENTENCE),
    };
    vec![
        kept("kept-deep.txt", "[".repeat(1_000_000)),
        kept("kept-other.txt", written(&sound())),
        kept("kept-empty.txt", String::new()),
        kept("kept-noise.txt", "\0\u{FFFD}".repeat(1000)),
        kept(
            "kept-large.txt",
            format!(
                "{{\"format\":\"wortlaut\",\"version\":1,\"a\":\"{}\"}}",
                "a".repeat(20_000_000)
            ),
        ),
    ]
}
