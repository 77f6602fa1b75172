//! Files out and in, over texts that offsets stumble over.

#![expect(clippy::expect_used, reason = "a test may stop where it cannot go on")]

#[path = "../common/traps.rs"]
mod traps;
mod web_annotation;

mod corpora;
mod csv;
mod reports;
mod tei;

mod brat;
mod cas;
mod tools;

use wortlaut::exchange::{Extract, Format, json};

#[test]
fn every_format_gives_the_same_bytes_twice_and_a_file_for_each_name() {
    for trap in traps::all() {
        for &format in Format::ALL {
            let extract = Extract::whole(&trap.review);
            let (files, losses) = format.write(&extract);
            assert_eq!(files.len(), format.files().len(), "{}", format.name());
            assert_eq!((files, losses), format.write(&extract), "{}", format.name());
        }
    }
}

#[test]
fn own_json_comes_back_as_it_was() {
    for trap in traps::all() {
        let bytes = json::write(&trap.review);
        let back = json::read(&bytes).expect("it is ours");
        assert_eq!(json::write(&back), bytes, "{}", trap.name);
        assert_eq!(back.findings(), trap.review.findings(), "{}", trap.name);
    }
}
