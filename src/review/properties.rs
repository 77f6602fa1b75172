//! What holds for all corrections on all documents.

use std::sync::Arc;

use proptest::prelude::*;

use super::arbitrary::{document_and_edits, review};
use super::*;
use crate::document::EntityId;

fn steps_of(review: &Review) -> Vec<(Edit, Stamp)> {
    let steps = review.steps().iter();
    steps
        .map(|step| (step.edit.clone(), step.stamp.clone()))
        .collect()
}

fn check_ids(review: &Review) {
    let findings = review.findings();
    let found = &review.document().findings;
    assert!(found.mentions.len() <= findings.mentions.len());
    assert!(found.entities.len() <= findings.entities.len());
    assert!(found.statements.len() <= findings.statements.len());
    let is_there =
        |id: Option<EntityId>| id.is_none_or(|id| (id.0 as usize) < findings.entities.len());
    for mention in &findings.mentions {
        assert!(is_there(mention.entity));
        assert!(!mention.span.of(review.document().text()).is_empty());
    }
    for statement in &findings.statements {
        let voices = statement.speaker.iter().chain(&statement.addressee);
        let mut voices = voices.chain(&statement.via);
        assert!(voices.all(|voice| is_there(voice.entity)));
        let content = &statement.content;
        assert!(content.is_sorted_by(|one, next| one.end() <= next.start()));
        for span in content {
            assert!(!span.of(review.document().text()).is_empty());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn undo_restores_and_redo_repeats((document, edits) in document_and_edits()) {
        let mut review = Review::new(document);
        let mut seen = vec![review.findings().clone()];
        for edit in edits {
            let n_edits = review.steps().len();
            let result = review.apply(edit, Stamp::default());
            check_ids(&review);
            if n_edits < review.steps().len() {
                seen.push(review.findings().clone());
            } else {
                prop_assert_eq!(Some(review.findings()), seen.last(), "{:?}", result);
            }
        }
        for before in seen.iter().rev().skip(1) {
            prop_assert!(review.undo());
            prop_assert_eq!(review.findings(), before);
        }
        prop_assert!(!review.undo());
        for after in &seen[1..] {
            prop_assert!(review.redo());
            prop_assert_eq!(review.findings(), after);
        }
        prop_assert!(!review.redo());
    }

    #[test]
    fn a_single_correction_is_harmless_to_repeat((document, edits) in document_and_edits()) {
        let mut review = Review::new(document);
        for edit in edits {
            // In a group one correction may undo another.
            if matches!(edit, Edit::Group { .. }) || review.apply(edit.clone(), Stamp::default()).is_err() {
                continue;
            }
            let once = review.findings().clone();
            prop_assert_eq!(review.apply(edit, Stamp::default()), Ok(false));
            prop_assert_eq!(review.findings(), &once);
        }
    }

    #[test]
    fn a_restored_review_is_the_same(review in review()) {
        let document = Arc::new(review.document().clone());
        let restored = Review::restore(document, steps_of(&review), review.cursor());
        let restored = restored.expect("its edits were applied before");
        prop_assert_eq!(restored.findings(), review.findings());
    }
}
