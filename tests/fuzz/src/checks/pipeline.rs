//! Any text is analysed: words, sentences and findings lie in it, the same each time, and go into every format and back.

use std::path::Path;
use std::sync::{Arc, LazyLock};

use wortlaut::article::from_text;
use wortlaut::document::Document;
use wortlaut::exchange::format::Input;
use wortlaut::exchange::{Extract, Format};
use wortlaut::pipeline::Pipeline;
use wortlaut::review::Review;

use super::findings;

static PIPELINE: LazyLock<Pipeline> =
    LazyLock::new(|| Pipeline::embedded().expect("the models in the program are whole"));

/// Analyses these bytes as text, twice.
pub fn text(bytes: &[u8]) {
    let document = read(bytes);
    words(&document);
    findings::sound(document.text(), &document.findings);
    let again = read(bytes);
    assert_eq!(document.tokens, again.tokens);
    assert_eq!(document.sentences, again.sentences);
    assert_eq!(document.tags, again.tags);
    assert_eq!(document.findings, again.findings);
}

/// Writes what is found in a text in one of the formats, and reads it if that can be read; the length chooses, since all
/// of them would take too long for each text.
pub fn exports(bytes: &[u8]) {
    let review = Review::new(Arc::new(read(bytes)));
    findings::review(&review);
    let extract = Extract::whole(&review);
    let article = Some(&review.document().article);
    let format = Format::ALL[bytes.len() % Format::ALL.len()];
    let (files, _) = format.write(&extract);
    assert_eq!(files.len(), format.files().len(), "{}", format.name());
    let Some(reading) = format.reading() else {
        return;
    };
    for file in files {
        let name = file.name.with_stem("a");
        let (path, bytes) = (Path::new(&name), file.bytes.as_slice());
        let input = Input {
            path,
            bytes,
            article,
        };
        if (reading.recognises)(&input)
            && let Ok(imported) = (reading.read)(&input)
        {
            findings::review(&imported.review);
        }
    }
}

fn read(bytes: &[u8]) -> Document {
    let text = String::from_utf8_lossy(bytes);
    PIPELINE.read(from_text(text.into_owned()))
}

/// What [`Document`] promises of words.
fn words(document: &Document) {
    let text = document.text();
    let mut end = 0;
    for token in &document.tokens {
        assert!(end <= token.span.start(), "{token:?} is out of order");
        end = token.span.end();
        let words = text.get(token.span.range());
        assert!(words.is_some_and(|words| !words.is_empty()), "{token:?}");
    }
    assert_eq!(document.tags.len(), document.tokens.len());
    let mut next = 0;
    for sentence in &document.sentences {
        assert_eq!(sentence.tokens.start, next, "{sentence:?}");
        next = sentence.tokens.end;
        assert!(sentence.block < document.article.blocks.len());
    }
    assert_eq!(next, document.tokens.len());
}
