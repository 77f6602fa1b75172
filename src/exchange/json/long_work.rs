//! Hours of work on an article: thousands of corrections, taken back, made again, saved and opened.

use std::sync::Arc;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use super::{read, write};
use crate::document::Document;
use crate::review::arbitrary::{document, edit};
use crate::review::{Edit, Review, Stamp};

#[derive(Clone, Debug)]
enum Act {
    Correct(Edit),
    Undo,
    Redo,
    MoveTo(Index),
    SaveAndOpen,
}

fn act(text: &str) -> impl Strategy<Value = Act> + use<> {
    prop_oneof![
        80 => edit(text).prop_map(Act::Correct),
        9 => Just(Act::Undo),
        9 => Just(Act::Redo),
        1 => any::<Index>().prop_map(Act::MoveTo),
        1 => Just(Act::SaveAndOpen),
    ]
}

fn work() -> impl Strategy<Value = (Document, Vec<Act>)> {
    document().prop_flat_map(|document| {
        let acts = vec(act(document.text()), 2000..3000);
        (Just(document), acts)
    })
}

fn opened_again(review: &Review) -> Review {
    read(&write(review)).expect("what we save can be opened")
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 2000, ..ProptestConfig::with_cases(12) })]

    #[test]
    fn nothing_is_lost((document, acts) in work()) {
        let mut review = Review::new(Arc::new(document));
        for act in acts {
            let (before, n_steps) = (review.findings().clone(), review.cursor());
            match act {
                Act::Correct(edit) => {
                    if review.apply(edit, Stamp::default()) == Ok(true) {
                        prop_assert_eq!(review.cursor(), n_steps + 1);
                        let after = review.findings().clone();
                        prop_assert!(review.undo());
                        prop_assert_eq!(review.findings(), &before);
                        prop_assert!(review.redo());
                        prop_assert_eq!(review.findings(), &after);
                    } else {
                        prop_assert_eq!(review.findings(), &before);
                        prop_assert_eq!(review.cursor(), n_steps);
                    }
                }
                Act::Undo => prop_assert_eq!(review.undo(), 0 < n_steps),
                Act::Redo => {
                    let has_more = n_steps < review.steps().len();
                    prop_assert_eq!(review.redo(), has_more);
                }
                Act::MoveTo(to) => {
                    let to = to.index(review.steps().len() + 1);
                    review.move_to(to);
                    prop_assert_eq!(review.cursor(), to);
                }
                Act::SaveAndOpen => {
                    // Reading makes all corrections again and compares with what is shown.
                    let again = opened_again(&review);
                    prop_assert_eq!(again.findings(), review.findings());
                    prop_assert_eq!(again.steps(), review.steps());
                    prop_assert_eq!(again.cursor(), review.cursor());
                    prop_assert_eq!(write(&again), write(&review));
                    review = again;
                }
            }
        }
        review.move_to(0);
        prop_assert_eq!(review.findings(), &review.document().findings);
    }
}
