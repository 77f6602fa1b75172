//! The document as another program sees it: well-formed, marks and links in pairs.

use std::io::{Cursor, Read};

use proptest::prelude::*;

use super::*;
use crate::review::arbitrary;

/// A part of the document, well-formed.
fn part_of(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut xml = String::new();
    let mut file = archive.by_name(name).expect("it is there");
    file.read_to_string(&mut xml).expect("it is text");
    let mut reader = quick_xml::Reader::from_str(&xml);
    while reader.read_event().expect("well-formed") != quick_xml::events::Event::Eof {}
    xml
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_mark_is_a_bookmark_that_begins_and_ends_once(review in arbitrary::review()) {
        let mut losses = Losses::default();
        let extract = Extract::whole(&review);
        let bytes = document(&extract, &mut losses);
        prop_assert_eq!(&bytes, &document(&extract, &mut Losses::default()));
        let xml = part_of(&bytes, "word/document.xml");
        let comments = part_of(&bytes, "word/comments.xml");
        let is_lost = losses.iter().any(|(loss, _)| loss == Loss::Mentions);
        for (id, _) in review.findings().shown_mentions() {
            let n_bookmarks = xml.matches(&format!("w:name=\"m{}\"", id.0)).count();
            prop_assert!(n_bookmarks == 1 || is_lost);
        }
        for element in ["bookmark", "commentRange"] {
            let n_starts = xml.matches(&format!("<w:{element}Start ")).count();
            prop_assert_eq!(n_starts, xml.matches(&format!("<w:{element}End ")).count());
        }
        let n_comments = comments.matches("<w:comment ").count();
        prop_assert_eq!(n_comments, xml.matches("<w:commentReference ").count());
        for link in xml.split("w:anchor=\"").skip(1) {
            let bookmark = link.split('"').next().unwrap_or_default();
            let target = format!("w:name=\"{bookmark}\"");
            prop_assert!(xml.contains(&target), "{} leads nowhere", bookmark);
        }
    }
}

#[test]
fn all_parts_are_well_formed_and_no_words_are_markup() {
    let mut document = crate::view::sample::document();
    document.findings.entities[0].name = "<w:p>&\"\u{1}".into();
    let review = crate::review::Review::new(document.into());
    let bytes = super::document(&Extract::whole(&review), &mut Losses::default());
    for name in [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/settings.xml",
        "word/footer1.xml",
        "word/styles.xml",
    ] {
        part_of(&bytes, name);
    }
    let xml = part_of(&bytes, "word/document.xml");
    assert!(xml.contains("&lt;w:p&gt;&amp;\"\u{FFFD}"), "{xml}");
}
