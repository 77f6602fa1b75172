//! What tests look at in an article that was read.

use std::fmt::Write;
use std::path::Path;

use super::{Article, read_bytes};

/// A line for each block: what it is, and its words.
pub(crate) fn shown(article: &Article) -> String {
    let mut shown = String::new();
    for block in &article.blocks {
        let words = block.span.of(&article.text).replace('\n', " ⏎ ");
        let _ = writeln!(shown, "{}: {words}", block.kind.label());
    }
    shown
}

/// Reads these bytes as a file of this name; if there is an article in them, its blocks lie in its text as they should.
pub(crate) fn check_sound(bytes: &[u8], name: &str) {
    let Ok(article) = read_bytes(bytes, Path::new(name)) else {
        return;
    };
    for block in &article.blocks {
        let words = article.text.get(block.span.range());
        let words = words.expect("inside the text");
        assert!(!words.is_empty() && words.trim() == words, "{words:?}");
    }
}
