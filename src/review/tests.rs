//! What corrections do, and that each can be taken back.

use std::sync::Arc;

use proptest::prelude::*;

use super::arbitrary::{document_and_edits, review};
use super::*;
use crate::document::{
    Confidence, Entity, EntityId, Form, Kind, Mention, MentionId, Reason, Statement, StatementId,
    StatementKind, Verdict,
};
use crate::span::Span;

const TEXT: &str = "„Das ist neu“, sagte Paris in Paris.";

/// Paris stands twice: both are taken for the place.
fn paris() -> Review {
    let mut article = crate::article::from_text(TEXT.into());
    article.source.encoding = "UTF-8".into();
    let mention = |start: usize| Mention {
        span: Span::new(start, start + 5),
        kind: Kind::Location,
        form: Form::Name,
        entity: Some(EntityId(0)),
        value: None,
        confidence: Confidence::new(0.9),
        verdict: Verdict::Open,
        note: String::new(),
    };
    let places = TEXT.match_indices("Paris").map(|(start, _)| mention(start));
    let said = "Das ist neu";
    let start = TEXT.find(said).expect("it is there");
    let findings = Findings {
        mentions: places.collect(),
        entities: vec![Entity {
            name: "Paris".into(),
            kind: Kind::Location,
            role: None,
            party: None,
            aliases: Vec::new(),
            note: String::new(),
        }],
        statements: vec![Statement {
            kind: StatementKind::Direct,
            medium: crate::document::Medium::Speech,
            stance: crate::document::Stance::Neutral,
            content: vec![Span::new(start, start + said.len())],
            cue: Vec::new(),
            frame: vec![Span::new(start + said.len(), TEXT.len())],
            speaker: None,
            addressee: None,
            via: Vec::new(),
            inside: None,
            salience: 0.5,
            key: true,
            confidence: Confidence::new(0.8),
            verdict: Verdict::Open,
            note: String::new(),
        }],
        note: String::new(),
    };
    Review::new(Arc::new(Document {
        article,
        tokens: Vec::new(),
        sentences: Vec::new(),
        tags: Vec::new(),
        findings,
        made_by: String::new(),
    }))
}

fn apply(review: &mut Review, edit: Edit) {
    review.apply(edit).expect("it fits the document");
}

#[test]
fn one_mention_of_another_kind_gets_an_entity_of_that_kind() {
    let mut review = paris();
    apply(
        &mut review,
        Edit::SetMentionKind {
            mention: MentionId(0),
            kind: Kind::Person,
        },
    );
    let findings = review.findings();
    let first = findings.mention(MentionId(0));
    assert_eq!(
        (first.entity, first.verdict),
        (Some(EntityId(1)), Verdict::Changed)
    );
    assert_eq!(findings.entity(EntityId(1)).name, "Paris");
    assert_eq!(findings.entity(EntityId(1)).kind, Kind::Person);
    assert_eq!(findings.mention(MentionId(1)).entity, Some(EntityId(0)));
}

#[test]
fn another_kind_has_another_value() {
    let mut document = (*paris().document()).clone();
    for mention in &mut document.findings.mentions {
        (mention.kind, mention.entity) = (Kind::Date, None);
        mention.value = Some("2016".into());
    }
    let mut review = Review::new(Arc::new(document));
    for (mention, kind) in [(0, Kind::Date), (1, Kind::Amount)] {
        apply(
            &mut review,
            Edit::SetMentionKind {
                mention: MentionId(mention),
                kind,
            },
        );
    }
    let values = review.findings().mentions.iter();
    let values: Vec<Option<&str>> = values.map(|mention| mention.value.as_deref()).collect();
    assert_eq!(values, [Some("2016"), None]);
}

#[test]
fn an_entity_takes_its_mentions_along() {
    let mut review = paris();
    apply(
        &mut review,
        Edit::JudgeMention {
            mention: MentionId(1),
            verdict: Verdict::Rejected,
        },
    );
    apply(
        &mut review,
        Edit::SetEntityKind {
            entity: EntityId(0),
            kind: Kind::Person,
        },
    );
    let verdicts = review
        .findings()
        .mentions
        .iter()
        .map(|mention| (mention.kind, mention.verdict));
    assert!(verdicts.eq([
        (Kind::Person, Verdict::Changed),
        (Kind::Person, Verdict::Rejected)
    ]));
}

#[test]
fn a_speaker_is_found_in_the_frame() {
    let mut review = paris();
    apply(
        &mut review,
        Edit::SetSpeaker {
            statement: StatementId(0),
            speaker: Some(EntityId(0)),
        },
    );
    let statement = review.findings().statement(StatementId(0));
    let voice = statement.speaker.as_ref().expect("just set");
    assert_eq!(voice.spans, [review.findings().mention(MentionId(0)).span]);
    assert_eq!(
        (voice.because, statement.verdict),
        (Reason::Reader, Verdict::Changed)
    );
}

#[test]
fn an_added_mention_joins_the_entity_of_its_name() {
    let mut review = paris();
    let new = TEXT.find("neu").expect("it is there");
    let add = |start: usize, len: usize, kind| Edit::AddMention {
        span: Span::new(start, start + len),
        kind,
        entity: None,
    };
    apply(&mut review, add(new, 3, Kind::Other));
    let added = review.findings().mention(MentionId(2));
    assert_eq!(
        (added.entity, added.verdict),
        (Some(EntityId(1)), Verdict::Added)
    );
    // It stands last in the list, since ids stay valid, and in its place in the text.
    let shown: Vec<u32> = review
        .findings()
        .shown_mentions()
        .map(|(id, _)| id.0)
        .collect();
    assert_eq!(shown, [2, 0, 1]);

    // Marking what was rejected takes the rejection back instead of marking it twice.
    let paris = TEXT.find("Paris").expect("it is there");
    apply(
        &mut review,
        Edit::JudgeMention {
            mention: MentionId(0),
            verdict: Verdict::Rejected,
        },
    );
    apply(&mut review, add(paris, 5, Kind::Location));
    assert_eq!(review.findings().mentions.len(), 3);
    assert_eq!(
        review.findings().mention(MentionId(0)).verdict,
        Verdict::Accepted
    );
}

#[test]
fn an_old_name_stays_as_an_alias() {
    let mut review = paris();
    apply(
        &mut review,
        Edit::RenameEntity {
            entity: EntityId(0),
            name: " Stadt Paris ".into(),
        },
    );
    let entity = review.findings().entity(EntityId(0));
    assert_eq!(
        (entity.name.as_str(), &entity.aliases[..]),
        ("Stadt Paris", &["Paris".into()][..])
    );
    apply(
        &mut review,
        Edit::RenameEntity {
            entity: EntityId(0),
            name: "Paris".into(),
        },
    );
    assert_eq!(
        review.findings().entity(EntityId(0)).aliases,
        ["Stadt Paris"]
    );
}

#[test]
fn what_does_not_fit_changes_nothing() {
    let mut review = paris();
    let before = review.findings().clone();
    let rename = Edit::RenameEntity {
        entity: EntityId(0),
        name: "Lutetia".into(),
    };
    let nowhere = Edit::JudgeMention {
        mention: MentionId(9),
        verdict: Verdict::Accepted,
    };
    let group = Edit::Group(vec![rename, nowhere]);
    assert_eq!(review.apply(group), Err(EditError::NoMention(MentionId(9))));
    let blank = Edit::AddMention {
        span: Span::new(6, 7),
        kind: Kind::Other,
        entity: None,
    };
    assert!(matches!(review.apply(blank), Err(EditError::NoWords(_))));
    let deep = (0..20).fold(Edit::Group(Vec::new()), |inner, _| Edit::Group(vec![inner]));
    assert_eq!(review.apply(deep), Err(EditError::TooDeep));
    assert_eq!((review.findings(), review.edits().len()), (&before, 0));
}

#[test]
fn a_correction_without_effect_is_no_step() {
    let mut review = paris();
    apply(
        &mut review,
        Edit::SetMentionKind {
            mention: MentionId(0),
            kind: Kind::Location,
        },
    );
    assert!(review.next_undo().is_none());
}

#[test]
fn a_new_correction_forgets_what_was_undone() {
    let mut review = paris();
    let note = |note: &str| Edit::SetEntityNote {
        entity: EntityId(0),
        note: note.into(),
    };
    apply(&mut review, note("a"));
    apply(&mut review, note("b"));
    assert!(review.undo());
    assert_eq!(
        (review.next_undo(), review.next_redo()),
        (Some(&note("a")), Some(&note("b")))
    );
    apply(&mut review, note("c"));
    assert_eq!(review.edits(), [note("a"), note("c")]);
    assert!(!review.redo());
}

#[test]
fn words_come_from_a_new_reading_and_findings_stay() {
    let reading = |text: &str| Document {
        article: crate::article::from_text(text.into()),
        tokens: vec![crate::document::Token {
            span: Span::new(0, 1),
        }],
        sentences: Vec::new(),
        tags: Vec::new(),
        findings: Findings::default(),
        made_by: String::new(),
    };
    let review = paris().with_words_of(reading(TEXT));
    assert_eq!(review.document().tokens.len(), 1);
    assert_eq!(review.document().findings, paris().document().findings);
    let review = paris().with_words_of(reading("Ein anderer Text."));
    assert!(review.document().tokens.is_empty());
}

fn check_ids(review: &Review) {
    let findings = review.findings();
    let found = &review.document().findings;
    assert!(found.mentions.len() <= findings.mentions.len());
    assert!(found.entities.len() <= findings.entities.len());
    assert_eq!(found.statements.len(), findings.statements.len());
    let is_there =
        |id: Option<EntityId>| id.is_none_or(|id| (id.0 as usize) < findings.entities.len());
    for mention in &findings.mentions {
        assert!(is_there(mention.entity));
        assert!(!mention.span.of(review.document().text()).is_empty());
    }
    for statement in &findings.statements {
        assert!(statement.speaker.iter().all(|voice| is_there(voice.entity)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn undo_restores_and_redo_repeats((document, edits) in document_and_edits()) {
        let mut review = Review::new(document);
        let mut seen = vec![review.findings().clone()];
        for edit in edits {
            let n_edits = review.edits().len();
            let result = review.apply(edit);
            check_ids(&review);
            if n_edits < review.edits().len() {
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
            if matches!(edit, Edit::Group(_)) || review.apply(edit.clone()).is_err() {
                continue;
            }
            let once = review.findings().clone();
            prop_assert_eq!(review.apply(edit), Ok(()));
            prop_assert_eq!(review.findings(), &once);
        }
    }

    #[test]
    fn a_restored_review_is_the_same(review in review()) {
        let document = Arc::new(review.document().clone());
        let restored = Review::restore(document, review.edits().to_vec(), review.cursor());
        let restored = restored.expect("its edits were applied before");
        prop_assert_eq!(restored.findings(), review.findings());
    }
}
