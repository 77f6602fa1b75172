//! Files made to break readers: each is a message that names file, reason and way out, or a proper reading, and nothing leaves the folder.
//!
//! What they take, in seconds and megabytes, with all their findings: `cargo bench --no-default-features --bench hostile`.

mod set;

use std::path::Path;

use set::Content;
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

#[test]
fn every_hostile_file_is_a_message_or_a_reading() {
    let outer = tempfile::tempdir().expect("the system has a folder for temporary files");
    // Names in archives lead up from here.
    let folder = outer.path().join("a").join("b").join("c");
    std::fs::create_dir_all(&folder).expect("writable");
    let all = set::all();
    assert!(60 <= all.len(), "{}", all.len());
    let mut faults = Vec::new();
    for hostile in all {
        let path = hostile.put(&folder);
        faults.extend(hostile.fault(&path, &read(&path)));
        // One at a time: together they have more than a gigabyte.
        if matches!(hostile.content, Content::Bytes(_)) {
            std::fs::remove_file(&path).expect("writable");
        }
    }
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
    for folder in [
        outer.path(),
        &outer.path().join("a"),
        &outer.path().join("a/b"),
    ] {
        let n_entries = std::fs::read_dir(folder).expect("it is there").count();
        assert_eq!(
            n_entries,
            1,
            "something was written to {}",
            folder.display()
        );
    }
}

#[test]
fn names_of_hostile_files_are_different() {
    let all = set::all();
    let names: std::collections::BTreeSet<&str> =
        all.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names.len(), all.len());
}
