//! Web pages and Markdown, as programs that write them do.

use super::samples::check;

#[test]
fn web_pages_are_read() {
    assert!(5 <= check("html"));
}

#[test]
fn markdown_is_read() {
    assert!(5 <= check("markdown"));
}
