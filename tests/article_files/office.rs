//! Documents of word processors, and books.

use super::samples::check;

#[test]
fn word_documents_are_read() {
    assert!(5 <= check("docx"));
}

#[test]
fn open_document_texts_are_read() {
    assert!(5 <= check("odt"));
}

#[test]
fn books_are_read() {
    assert!(5 <= check("epub"));
}
