//! Web Annotation, there and back.

use std::path::Path;

use wortlaut::exchange::format::Input;
use wortlaut::exchange::{Extract, Format, json};

use super::traps;

#[test]
fn it_comes_back_as_it_was() {
    for trap in traps::all() {
        let (files, losses) = Format::WEB_ANNOTATION.write(&Extract::whole(&trap.review));
        assert!(losses.is_empty(), "{}: {losses:?}", trap.name);
        let reading = Format::WEB_ANNOTATION.reading().expect("it can be read");
        let input = Input {
            path: Path::new("a.jsonld"),
            bytes: &files[0].bytes,
            article: None,
        };
        assert!((reading.recognises)(&input));
        let back = (reading.read)(&input).expect("it is ours");
        assert_eq!(back.unfit, [], "{}", trap.name);
        let (back, there) = (json::write(&back.review), json::write(&trap.review));
        assert_eq!(back, there, "{}", trap.name);
    }
}
