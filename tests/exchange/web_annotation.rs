//! Web Annotation, and the report that has it in itself, there and back.

use std::path::Path;
use std::sync::Arc;

use wortlaut::article::read_file;
use wortlaut::exchange::format::Input;
use wortlaut::exchange::{Extract, Format, import_file, json};
use wortlaut::pipeline::Pipeline;
use wortlaut::review::Review;

use super::traps;

fn check(format: Format, name: &str, review: &Review) {
    let (files, losses) = format.write(&Extract::whole(review));
    assert!(losses.is_empty(), "{name}: {losses:?}");
    let reading = format.reading().expect("it can be read");
    let input = Input {
        path: Path::new("a"),
        bytes: &files[0].bytes,
        article: None,
    };
    assert!((reading.recognises)(&input), "{name}");
    let back = (reading.read)(&input).expect("it is ours");
    assert_eq!(back.unfit, [], "{name}");
    assert_eq!(json::write(&back.review), json::write(review), "{name}");
    let again = format.write(&Extract::whole(&back.review));
    assert_eq!(again, (files, losses), "{name}");
}

#[test]
fn what_offsets_stumble_over_comes_back_as_it_was() {
    for trap in traps::all() {
        for format in [Format::WEB_ANNOTATION, Format::HTML] {
            check(format, trap.name, &trap.review);
        }
    }
}

/// What the program finds is in an order of its own: statements inside others come last.
#[test]
fn articles_come_back_as_they_were() {
    let pipeline = Pipeline::embedded().expect("the models in the program are whole");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    for name in ["deich", "keksfabrik", "kino", "moewen"] {
        let article = read_file(&folder.join(name).with_extension("txt")).expect("it is there");
        let review = Review::new(Arc::new(pipeline.read(article)));
        for format in [Format::WEB_ANNOTATION, Format::HTML] {
            check(format, name, &review);
        }
    }
}

/// They have no text of their own; the article lies beside them.
#[test]
fn annotations_of_others_are_laid_on_the_article_beside_them() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("tram.jsonld");
    let file = r#"[{"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation",
        "body": [{"type": "TextualBody", "purpose": "tagging", "value": "Person"}],
        "target": {"source": "https://example.org/tram", "selector": [
            {"type": "TextQuoteSelector", "exact": "Ole Brosamle", "prefix": "sagte "}]}}]"#;
    std::fs::write(&path, file).expect("it can be written");
    let refused = import_file(&path, None).expect_err("there is no article");
    assert!(
        refused.to_string().contains("has no text of its own"),
        "{refused}"
    );
    let text = "Die Bahn fährt, sagte Ole Brosamle.\n";
    std::fs::write(folder.path().join("tram.txt"), text).expect("it can be written");
    let imported = import_file(&path, None).expect("it can be read");
    let mentions = imported.review.findings().mentions.iter();
    let words: Vec<_> = mentions.map(|mention| mention.span.of(text)).collect();
    assert_eq!(words, ["Ole Brosamle"]);
    assert_eq!(imported.unfit, []);
}
