//! Figures of small annotations, by hand, and what holds for all.

use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::document::{Document, MentionId, StatementId, Verdict};
use crate::review::arbitrary::review;
use crate::review::{Edit, Review, Said, Stamp};
use crate::view::sample;

fn corrected(edits: Vec<Edit>) -> Review {
    let mut review = Review::new(Arc::new(sample::document()));
    for edit in edits {
        review.apply(edit, Stamp::default()).expect("it fits");
    }
    review
}

fn agreement(a: &Review, b: &Review) -> Agreement {
    Agreement::of(a.document().text(), a.findings(), b.findings())
}

#[test]
fn an_annotation_agrees_with_itself() {
    let review = corrected(Vec::new());
    let own = agreement(&review, &review);
    for figures in &own.mentions {
        let all = (figures.exact(), figures.overlapping(), figures.alpha);
        assert_eq!(all, (Some(1.0), Some(1.0), Some(1.0)), "{:?}", figures.kind);
    }
    assert_eq!(own.statements[0].exact(), Some(1.0));
    assert_eq!(own.statements[0].alpha, Some(1.0));
    assert_eq!(own.speakers(), Some(1.0));
    assert_eq!((own.n_matched, own.n_same_speaker), (3, 3));
}

#[test]
fn f1_counts_what_is_the_same_and_what_overlaps() {
    let one = corrected(Vec::new());
    let text = one.document().text();
    let start = text.find("Bürgermeisterin").expect("it is there");
    let end = text.find(" in Neustadt").expect("it is there");
    let other = corrected(vec![
        Edit::ResizeMention {
            mention: MentionId(0),
            span: Span::new(start, end),
        },
        Edit::SetMentionKind {
            mention: MentionId(1),
            kind: Kind::Other,
        },
        Edit::JudgeMention {
            mention: MentionId(3),
            verdict: Verdict::Rejected,
        },
    ]);
    let both = agreement(&one, &other);
    let all = &both.mentions[0];
    assert_eq!((all.n_a, all.n_b, all.n_same), (5, 4, 2));
    assert_eq!(all.exact(), Some(4.0 / 9.0));
    // Three of five and three of four overlap one of their kind.
    assert_eq!((all.n_touched_a, all.n_touched_b), (3, 3));
    let (a, b) = (3.0 / 5.0, 3.0 / 4.0);
    assert_eq!(all.overlapping(), Some(2.0 * a * b / (a + b)));
    assert!(all.alpha.is_some_and(|alpha| 0.0 < alpha && alpha < 1.0));
    let persons = both
        .mentions
        .iter()
        .find(|it| it.kind == Some(Kind::Person));
    let persons = persons.expect("there are some");
    assert_eq!((persons.n_a, persons.n_b, persons.n_same), (3, 2, 1));
    let places = both
        .mentions
        .iter()
        .find(|it| it.kind == Some(Kind::Location));
    let places = places.expect("the first has one");
    assert_eq!(places.overlapping(), Some(0.0));
}

#[test]
fn speakers_are_compared_where_statements_match() {
    let one = corrected(Vec::new());
    let other = corrected(vec![
        Edit::SetSpeaker {
            statement: StatementId(0),
            speaker: Said::Unknown,
        },
        Edit::JudgeStatement {
            statement: StatementId(2),
            verdict: Verdict::Rejected,
        },
    ]);
    let both = agreement(&one, &other);
    assert_eq!((both.n_matched, both.n_same_speaker), (2, 1));
    assert_eq!(both.speakers(), Some(0.5));
    assert_eq!(both.statements[0].exact(), Some(4.0 / 5.0));
}

#[test]
fn nothing_against_nothing_has_no_figures() {
    let mut document: Document = sample::document();
    document.findings = Findings::default();
    let none = Review::new(Arc::new(document));
    let nothing = agreement(&none, &none);
    assert_eq!(nothing.mentions.len(), 1);
    assert_eq!(nothing.mentions[0].exact(), None);
    assert_eq!(nothing.mentions[0].overlapping(), None);
    assert_eq!(nothing.mentions[0].alpha, None);
    assert_eq!(nothing.speakers(), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn figures_of_arbitrary_annotations_are_symmetric_and_in_bounds(a in review()) {
        let b = Review::new(Arc::new(a.document().clone()));
        let (one, other) = (agreement(&a, &b), agreement(&b, &a));
        let close = |x: Option<f64>, y: Option<f64>| match (x, y) {
            (Some(x), Some(y)) => (x - y).abs() < 1e-9,
            _ => x == y,
        };
        for (x, y) in one.mentions.iter().zip(&other.mentions) {
            prop_assert_eq!((x.kind, x.n_a, x.n_b), (y.kind, y.n_b, y.n_a));
            prop_assert!(close(x.exact(), y.exact()) && close(x.overlapping(), y.overlapping()));
            prop_assert!(close(x.alpha, y.alpha));
            prop_assert!(x.exact().is_none_or(|f1| (0.0..=1.0).contains(&f1)));
            prop_assert!(x.overlapping().is_none_or(|f1| (0.0..=1.0).contains(&f1)));
            prop_assert!(x.alpha.is_none_or(|alpha| alpha <= 1.0));
        }
        for (x, y) in one.statements.iter().zip(&other.statements) {
            prop_assert!(close(x.exact(), y.exact()) && close(x.alpha, y.alpha));
        }
        prop_assert_eq!(one.n_matched, other.n_matched);
        prop_assert_eq!(one.n_same_speaker, other.n_same_speaker);
    }
}
