//! Files made to break readers: each is a message that names file, reason and way out, or a proper reading, and nothing leaves the folder.
//!
//! What they take, in seconds and megabytes, with all their findings: `cargo bench --no-default-features --bench hostile`.

mod set;

use std::collections::BTreeSet;
use std::path::Path;

use set::{Content, Hostile};
use wortlaut::{article, exchange};

/// The text of a reading, or the message, as window and command line come by them.
fn read(path: &Path) -> Result<String, String> {
    let is_json = path.extension().is_some_and(|ending| ending == "json");
    if is_json || exchange::is_annotated(path) {
        let imported = exchange::import_file(path, None).map_err(|error| error.to_string())?;
        return Ok(imported.review.document().article.text.clone());
    }
    let article = article::read_file(path).map_err(|error| error.to_string())?;
    Ok(article.text)
}

/// Reads each file in a folder of its own kind, and looks whether anything was written outside of that.
fn check(files: &[Hostile]) {
    let outer = tempfile::tempdir().expect("the system has a folder for temporary files");
    // Names in archives lead up from here.
    let folder = outer.path().join("a/b/c");
    std::fs::create_dir_all(&folder).expect("writable");
    let mut faults = Vec::new();
    for hostile in files {
        let path = hostile.put(&folder);
        faults.extend(hostile.fault(&path, &read(&path)));
        // One at a time: together they have more than a gigabyte.
        if matches!(hostile.content, Content::Bytes(_)) {
            std::fs::remove_file(&path).expect("writable");
        }
    }
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
    for above in ["", "a", "a/b"] {
        let above = outer.path().join(above);
        let n_entries = std::fs::read_dir(&above).expect("it is there").count();
        assert_eq!(n_entries, 1, "something was written to {}", above.display());
    }
}

#[test]
fn archives_are_messages_or_readings() {
    check(&set::archives::files());
}

#[test]
fn markup_is_a_message_or_a_reading() {
    check(&set::markup::files());
}

#[test]
fn encodings_are_messages_or_readings() {
    check(&set::encodings::files());
}

#[test]
fn shapes_of_text_are_messages_or_readings() {
    check(&set::shapes::files());
}

#[test]
fn truncated_files_are_messages_or_readings() {
    check(&set::truncations::files());
}

#[test]
fn wrong_endings_and_no_files_are_messages_or_readings() {
    check(&set::endings::files());
}

#[test]
fn mails_are_messages_or_readings() {
    check(&set::mails::files());
}

#[test]
fn pdfs_are_messages_or_readings() {
    check(&set::pdfs::files());
}

#[test]
fn rich_text_is_a_message_or_a_reading() {
    check(&set::rich_text::files());
}

#[test]
fn subtitles_are_messages_or_readings() {
    check(&set::subtitles::files());
}

#[test]
fn annotations_are_messages_or_readings() {
    check(&set::annotations::files());
}

#[test]
fn hostile_files_are_many_and_have_different_names() {
    let all = set::all();
    let names: BTreeSet<&str> = all.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names.len(), all.len());
    assert!(60 <= all.len(), "{}", all.len());
}
