//! Rich Text of several word processors.

use super::samples::check;

#[test]
fn rich_text_is_read() {
    assert!(5 <= check("rtf"));
}
