//! Whatever was corrected comes back.

use std::sync::Arc;

use proptest::prelude::*;

use super::tests::{NAMES, reading_of};
use super::transfer;
use crate::document::Verdict;
use crate::review::arbitrary::review;

proptest! {
    /// Whatever was corrected, and however the text was changed: no panic, the steps fit, and on the same reading all is back.
    #[test]
    fn any_corrections_come_back(old in review(), cut in any::<proptest::sample::Index>(), more in "[a-zä ,„“.\n]{0,20}") {
        let (same, report) = transfer(&old, old.shared_document()).expect("it is the same");
        prop_assert_eq!(same.findings(), old.findings());
        prop_assert!(report.is_empty());

        let text = old.document().text();
        let bounds: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let (before, after) = text.split_at(*cut.get(&bounds));
        for text in [format!("{before}{more}{after}"), format!("{after}{before}"), after.to_owned()] {
            if let Ok((new, _)) = transfer(&old, reading_of(&text, &NAMES)) {
                prop_assert!(new.cursor() <= new.steps().len());
                prop_assert!(new.steps().len() <= old.steps().len());
            }
        }
    }

    /// On a reading that lacks half of what was found, what the reader has added is there all the same, or it is told.
    #[test]
    fn nothing_added_is_missing_in_the_same_text(old in review()) {
        let mut document = (*old.shared_document()).clone();
        let n_mentions = document.findings.mentions.len();
        document.findings.mentions.truncate(n_mentions / 2);
        document.findings.statements.clear();
        let (new, report) = transfer(&old, Arc::new(document)).expect("it is the same text");
        prop_assert!(report.moved.is_empty());
        let added = old.findings().mentions.iter().skip(n_mentions);
        let missing = added.filter(|mention| {
            let mut there = new.findings().mentions.iter();
            mention.verdict == Verdict::Added && !there.any(|other| other.span == mention.span)
        });
        prop_assert!(missing.count() <= report.lost.len());
    }
}
