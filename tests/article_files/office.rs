//! Documents of word processors, and books.

use super::samples::check;

#[test]
fn word_documents_are_read() {
    assert!(5 <= check("docx"));
}
