//! Files with articles: either the reason why it cannot be read, or a text with blocks that lie in it as they should.

use std::path::Path;

use wortlaut::article::{Article, Format, read_bytes};

/// No file of the size that fuzzing tries has so many bytes of text in it.
const MAX_TEXT: usize = 8 << 20;

/// Reads these bytes as a file of this name, twice.
pub fn file(bytes: &[u8], name: &str) {
    let path = Path::new(name);
    match read_bytes(bytes, path) {
        Ok(article) => {
            sound(&article);
            assert_eq!(read_bytes(bytes, path).ok(), Some(article), "read twice");
        }
        Err(error) => assert!(error.to_string().ends_with(name), "{error}"),
    }
}

/// What [`Article`] promises.
fn sound(article: &Article) {
    let text = article.text.as_str();
    assert!(text.len() < MAX_TEXT, "{} bytes of text", text.len());
    assert!(!text.contains('\r'), "line ends are \\n");
    assert!(!article.blocks.is_empty(), "there is an article");
    let mut end = 0;
    // In a plain file there may be rules of dashes and the like.
    let in_no_block = |words: &str| {
        let is_fine = article.source.format == Format::Plain || words.trim().is_empty();
        assert!(is_fine, "{words:?} is in no block");
    };
    for block in &article.blocks {
        let range = block.span.range();
        let before = text.get(end..range.start);
        let before = before.unwrap_or_else(|| panic!("{range:?} is out of order"));
        in_no_block(before);
        end = range.end;
        let words = text.get(range.clone());
        let words = words.unwrap_or_else(|| panic!("{range:?} is no piece of the text"));
        assert!(!words.is_empty(), "{range:?} is empty");
        assert_eq!(words, words.trim(), "white space at the ends");
    }
    in_no_block(&text[end..]);
    let source = &article.source;
    for told in [&source.title, &source.byline, &source.date, &source.url] {
        let is_something = |told: &String| !told.trim().is_empty();
        assert!(told.as_ref().is_none_or(is_something), "{source:?}");
    }
    assert_eq!(source.sha256.len(), 64);
}
