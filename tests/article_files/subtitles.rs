//! Subtitles.

use super::samples::check;

#[test]
fn subtitles_are_read() {
    assert!(5 <= check("subtitles"));
}
