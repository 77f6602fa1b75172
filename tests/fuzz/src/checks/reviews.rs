//! Saved corrections: refused, or taken back and made again, and made again on a new reading of the article.

use std::sync::{Arc, LazyLock};

use serde_json::Value;
use wortlaut::document::Document;
use wortlaut::exchange::json;
use wortlaut::review::Review;
use wortlaut::review::transfer::transfer;

use super::{findings, traps};

/// The article that corrections are made on.
static REVIEW: LazyLock<Review> = LazyLock::new(|| {
    let mut traps = traps::all().into_iter();
    let layers = traps.find(|trap| trap.name == "schichten.txt");
    layers.expect("there is one with nested statements").review
});

/// Its file, without corrections.
static FILE: LazyLock<Value> = LazyLock::new(|| {
    let bytes = json::write(&REVIEW);
    serde_json::from_slice(&bytes).expect("what we wrote is JSON")
});

/// A new reading of the same article, which has changed since.
static CHANGED: LazyLock<Arc<Document>> = LazyLock::new(|| {
    let mut document = REVIEW.document().clone();
    let text = document.article.text.replace("Streit um die", "Eine neue");
    document.article = wortlaut::article::from_text(text);
    document.findings.mentions.clear();
    document.findings.statements.clear();
    document.tokens.clear();
    document.sentences.clear();
    document.tags.clear();
    Arc::new(document)
});

/// These bytes are a whole file.
pub fn saved(bytes: &[u8]) {
    if let Ok(review) = json::read(bytes) {
        all(review, bytes.len());
    }
}

/// These bytes are the corrections in a file that is sound otherwise, none of them in force: each is made in its turn, as
/// far as it fits.
pub fn edits(bytes: &[u8]) {
    let Ok(Value::Array(edits)) = serde_json::from_slice(bytes) else {
        return;
    };
    let mut file = FILE.clone();
    file["undone"] = edits.len().into();
    file["edits"] = edits.into();
    let bytes = serde_json::to_vec(&file).expect("a value is JSON");
    let Ok(mut review) = json::read(&bytes) else {
        return;
    };
    let mut n_made = 0;
    while review.redo() {
        findings::sound(review.document().text(), review.findings());
        n_made += 1;
    }
    assert_eq!(review.cursor(), n_made);
    all(review, bytes.len());
}

fn all(mut review: Review, number: usize) {
    findings::review(&review);
    let (shown, cursor) = (review.findings().clone(), review.cursor());
    while review.undo() {}
    assert_eq!(review.findings(), &review.document().findings);
    for _ in 0..cursor {
        assert!(review.redo(), "it was possible before");
    }
    assert_eq!(review.findings(), &shown);
    findings::written(&review, number);
    for reading in [REVIEW.shared_document(), CHANGED.clone()] {
        if let Ok((moved, _)) = transfer(&review, reading) {
            findings::review(&moved);
        }
    }
}
