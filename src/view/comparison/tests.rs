//! Two annotations of the sample that differ in known ways, and arbitrary ones.

use std::sync::Arc;

use proptest::prelude::*;

use super::taking_over::take_over;
use super::*;
use crate::document::{EntityId, Kind, Reason, StatementKind, Verdict, Voice};
use crate::review::arbitrary::review;
use crate::review::{Edit, Review, Said, Stamp, Who};
use crate::view::sample;

fn open() -> Review {
    Review::new(Arc::new(sample::document()))
}

fn corrected(edits: Vec<Edit>) -> Review {
    let mut review = open();
    for edit in edits {
        review.apply(edit, Stamp::default()).expect("it fits");
    }
    review
}

fn between(a: &Review, b: &Review) -> Vec<Difference> {
    differences(a.document().text(), a.findings(), b.findings())
}

/// Words of each difference, with what is other.
fn told(a: &Review, b: &Review) -> Vec<(String, bool, Aspect)> {
    let text = a.document().text().to_owned();
    let differences = between(a, b).into_iter();
    differences
        .map(|it| {
            (
                it.span.of(&text).to_owned(),
                it.subject.is_statement(),
                it.aspect,
            )
        })
        .collect()
}

fn other() -> Review {
    let text = open().document().text().to_owned();
    let place = |words: &str| {
        let start = text.find(words).expect("it is there");
        Span::new(start, start + words.len())
    };
    corrected(vec![
        Edit::ResizeMention {
            mention: MentionId(0),
            span: place("Bürgermeisterin Erika Ohnesorg"),
        },
        Edit::SetMentionKind {
            mention: MentionId(1),
            kind: Kind::Organisation,
        },
        Edit::SetMentionEntity {
            mention: MentionId(2),
            entity: Some(EntityId(2)),
        },
        Edit::JudgeMention {
            mention: MentionId(3),
            verdict: Verdict::Rejected,
        },
        Edit::AddMention {
            span: place("Mai"),
            kind: Kind::Date,
            entity: None,
        },
        Edit::SetStatementKind {
            statement: StatementId(0),
            kind: StatementKind::Indirect,
        },
        Edit::ResizeStatement {
            statement: StatementId(1),
            content: vec![place("Kurt Weide, der Bau sei bezahlt")],
        },
        Edit::SetSpeaker {
            statement: StatementId(2),
            speaker: Said::By(Who::Entity(EntityId(1))),
        },
        Edit::AddStatement {
            content: vec![place("in Neustadt")],
            kind: StatementKind::Reported,
            speaker: Said::Editorial,
        },
    ])
}

#[test]
fn an_annotation_does_not_differ_from_itself() {
    assert_eq!(between(&open(), &open()), []);
    assert_eq!(between(&other(), &other()), []);
}

#[test]
fn every_way_to_differ_is_told_in_text_order() {
    let only_a = Aspect::Only(Side::A);
    let only_b = Aspect::Only(Side::B);
    let expected = [
        ("„Wir bauen die Brücke“", true, Aspect::Kind),
        ("Erika Ohnesorg", false, Aspect::Borders),
        ("in Neustadt", true, only_b),
        ("Neustadt", false, Aspect::Kind),
        ("Ohnesorg", false, Aspect::Who),
        ("Kurt Weide", false, only_a),
        ("der Bau sei bezahlt", true, Aspect::Borders),
        ("beginnen die Arbeiten im Mai", true, Aspect::Who),
        ("Mai", false, only_b),
    ];
    let told = told(&open(), &other());
    let told: Vec<_> = told.iter().map(|it| (it.0.as_str(), it.1, it.2)).collect();
    assert_eq!(told, expected);
}

#[test]
fn taking_everything_over_makes_both_the_same_in_one_step_that_can_be_undone() {
    let (mut mine, theirs) = (open(), other());
    let all = between(&mine, &theirs);
    let edit = take_over(&mine, theirs.findings(), &all, Side::B).expect("they differ");
    mine.apply(edit, Stamp::default()).expect("it fits");
    assert_eq!(told(&mine, &theirs), []);
    assert_eq!(mine.cursor(), 1);
    assert!(mine.undo());
    assert_eq!(between(&mine, &theirs), all);
}

#[test]
fn each_difference_can_be_taken_over_alone() {
    let theirs = other();
    for difference in between(&open(), &theirs) {
        let mut mine = open();
        let n = between(&mine, &theirs).len();
        let edit = take_over(&mine, theirs.findings(), &[difference], Side::B);
        mine.apply(edit.expect("it differs"), Stamp::default())
            .expect("it fits");
        let left = between(&mine, &theirs);
        assert!(!left.contains(&difference), "{difference:?}");
        assert!(left.len() < n, "{difference:?}: {left:?}");
    }
}

#[test]
fn keeping_what_is_open_confirms_it() {
    let (mut mine, theirs) = (open(), other());
    let all = between(&mine, &theirs);
    let before = mine.findings().clone();
    let edit = take_over(&mine, theirs.findings(), &all, Side::A).expect("there is something");
    mine.apply(edit, Stamp::default()).expect("it fits");
    let findings = mine.findings();
    assert_eq!(
        findings.mentions.len(),
        before.mentions.len(),
        "nothing is added"
    );
    assert_eq!(findings.mention(MentionId(3)).verdict, Verdict::Accepted);
    assert_eq!(
        findings.statement(StatementId(1)).verdict,
        Verdict::Accepted
    );
    assert_eq!(
        findings.mention(MentionId(4)).verdict,
        Verdict::Open,
        "it does not differ"
    );
}

#[test]
fn a_new_speaker_comes_along_with_a_place_that_names_him() {
    let text = open().document().text().to_owned();
    let start = text.find("Bürgermeisterin").expect("it is there");
    let span = Span::new(start, start + "Bürgermeisterin".len());
    let mention = MentionId(5);
    let mut theirs = corrected(vec![
        Edit::AddMention {
            span,
            kind: Kind::Person,
            entity: None,
        },
        Edit::SplitEntity {
            mentions: vec![mention],
            name: "Frau Niemand".to_owned(),
        },
    ]);
    let entity = theirs
        .findings()
        .mention(mention)
        .entity
        .expect("just made");
    let statement = StatementId(0);
    let speaker = Said::By(Who::Entity(entity));
    theirs
        .apply(Edit::SetSpeaker { statement, speaker }, Stamp::default())
        .expect("it fits");
    let mut mine = open();
    let differing = between(&mine, &theirs).into_iter();
    let who: Vec<_> = differing.filter(|it| it.subject.is_statement()).collect();
    let edit = take_over(&mine, theirs.findings(), &who, Side::B).expect("they differ");
    mine.apply(edit, Stamp::default()).expect("it fits");
    assert_eq!(told(&mine, &theirs), []);
    let voice: Option<&Voice> = mine.findings().statement(statement).speaker.as_ref();
    let voice = voice.expect("she speaks");
    assert_eq!(voice.because, Reason::Reader);
    let speaker = voice.entity.expect("she is known");
    assert_eq!(mine.findings().entity(speaker).name, "Frau Niemand");
}

#[test]
fn a_place_that_means_something_of_another_kind_takes_its_statements_along() {
    let mention = MentionId(2);
    let mut theirs = corrected(vec![
        Edit::SetMentionKind {
            mention,
            kind: Kind::Organisation,
        },
        Edit::SplitEntity {
            mentions: vec![mention],
            name: "Ohnesorg GmbH".to_owned(),
        },
    ]);
    let entity = theirs
        .findings()
        .mention(mention)
        .entity
        .expect("just made");
    let statement = StatementId(1);
    let speaker = Said::By(Who::Entity(entity));
    theirs
        .apply(Edit::SetSpeaker { statement, speaker }, Stamp::default())
        .expect("it fits");
    let mut mine = open();
    for half in [0, 1] {
        let mut mine = mine.clone();
        let one = between(&mine, &theirs)[half];
        let edit = take_over(&mine, theirs.findings(), &[one], Side::B).expect("it differs");
        mine.apply(edit, Stamp::default()).expect("it fits");
        assert!(!between(&mine, &theirs).contains(&one), "{one:?}");
    }
    let all = between(&mine, &theirs);
    let edit = take_over(&mine, theirs.findings(), &all, Side::B).expect("they differ");
    mine.apply(edit, Stamp::default()).expect("it fits");
    assert_eq!(told(&mine, &theirs), []);
    let entity = mine.findings().mention(mention).entity.expect("it has one");
    assert_eq!(mine.findings().entity(entity).name, "Ohnesorg GmbH");
}

#[test]
fn thousands_of_findings_on_top_of_each_other_are_compared_in_no_time() {
    let text = "Ohnesorg und Weide. ".repeat(2_000);
    let mut document = sample::document();
    document.article = crate::article::from_text(text.clone());
    document.findings.statements.clear();
    let pattern = document.findings.mentions[0].clone();
    let mention = |start: usize, length: usize| Mention {
        span: Span::new(start, (start + length).min(text.len())),
        ..pattern.clone()
    };
    // Each begins in the one before and ends in the one after.
    let places = (0..8_000).map(|at| 4 * at);
    document.findings.mentions = places.clone().map(|at| mention(at, 4_000)).collect();
    let a = Review::new(Arc::new(document.clone()));
    document.findings.mentions = places.map(|at| mention(at + 1, 4_001)).collect();
    let b = Review::new(Arc::new(document));
    let start = std::time::Instant::now();
    assert!(7_000 < between(&a, &b).len());
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn differences_of_arbitrary_annotations_are_found_and_taken_over_without_a_panic(a in review()) {
        let plain = Review::new(Arc::new(a.document().clone()));
        for (mine, theirs) in [(&plain, &a), (&a, &plain)] {
            prop_assert_eq!(between(mine, mine), []);
            let all = between(mine, theirs);
            let n_other_way = between(theirs, mine).len();
            prop_assert_eq!(all.len(), n_other_way, "it takes two to differ");
            for side in Side::ALL {
                let mut mine = mine.clone();
                if let Some(edit) = take_over(&mine, theirs.findings(), &all, side) {
                    prop_assert!(mine.apply(edit, Stamp::default()).is_ok());
                    between(&mine, theirs);
                }
            }
        }
    }
}
