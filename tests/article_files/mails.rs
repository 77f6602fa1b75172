//! Mails, and web pages saved as one file.

use super::samples::check;

#[test]
fn mails_are_read() {
    assert!(5 <= check("eml"));
}

#[test]
fn saved_pages_are_read() {
    assert!(5 <= check("mhtml"));
}
