//! What is derived from an article, and that it stays right with every correction.

use proptest::prelude::*;

use super::*;
use crate::review::arbitrary::document_and_edits;
use crate::review::{Edit, Stamp};
use crate::view::sample;

/// Everything that is derived, in words.
fn derived(opened: &Opened) -> String {
    let lists = (
        (&opened.rows, &opened.rejected, &opened.groups),
        (&opened.speakers, &opened.voices, &opened.facts),
        (&opened.mentions_by_block, &opened.statements_by_block),
    );
    let numbers = (
        (opened.n_anonymous, opened.n_words, opened.n_by_kind),
        (&opened.rows_by_id, &opened.tallies),
    );
    let late = (opened.balance(), opened.queue());
    format!("{lists:#?}\n{numbers:#?}\n{late:#?}")
}

fn is_up_to_date(opened: &Opened) -> Result<(), TestCaseError> {
    let anew = Opened::new(opened.review().clone(), opened.name.clone(), opened.serial);
    let (now, anew) = (derived(opened), derived(&anew));
    let mut lines = now.lines().zip(anew.lines());
    if let Some((now, anew)) = lines.find(|(now, anew)| now != anew) {
        return Err(TestCaseError::fail(format!("{now} is not {anew}")));
    }
    prop_assert_eq!(now.lines().count(), anew.lines().count());
    Ok(())
}

#[test]
fn what_changes_nothing_is_no_revision() {
    let review = Arc::new(Review::new(Arc::new(sample::document())));
    let opened = Opened::new(review, String::new(), 1);
    let (opened, moved) = opened.revised(Review::undo);
    assert!(!moved && opened.revision == 0);
    let nonsense = Edit::JudgeMention {
        mention: MentionId(99),
        verdict: crate::document::Verdict::Accepted,
    };
    let (opened, made) = opened.revised(|review| review.apply(nonsense, Stamp::default()));
    assert!(made.is_err() && opened.revision == 0);
}

#[test]
fn rows_stay_where_only_mentions_have_changed() {
    let review = Arc::new(Review::new(Arc::new(sample::document())));
    let opened = Opened::new(review, String::new(), 1);
    let reject = Edit::JudgeMention {
        mention: MentionId(0),
        verdict: crate::document::Verdict::Rejected,
    };
    let (opened, _) = opened.revised(|review| review.apply(reject, Stamp::default()));
    assert!(opened.revision == 1 && !opened.has_new_rows());
    let key = Edit::SetKey {
        statement: StatementId(0),
        key: true,
    };
    let (opened, _) = opened.revised(|review| review.apply(key, Stamp::default()));
    assert!(opened.has_new_rows());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn after_every_step_everything_is_as_if_made_anew(
        (document, edits) in document_and_edits(),
        ways in prop::collection::vec(0_u8..8, 0..12),
        cursor in 0_usize..12,
    ) {
        let mut opened = Opened::new(Arc::new(Review::new(document)), String::new(), 1);
        for edit in edits {
            (opened, _) = opened.revised(|review| review.apply(edit, Stamp::default()).is_ok());
            is_up_to_date(&opened)?;
        }
        for way in ways {
            (opened, _) = opened.revised(|review| if way < 5 { review.undo() } else { review.redo() });
            is_up_to_date(&opened)?;
        }
        (opened, _) = opened.revised(|review| review.move_to(cursor));
        is_up_to_date(&opened)?;
    }
}
