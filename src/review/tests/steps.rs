//! Making corrections and taking them back.

use super::*;

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
    let group = Edit::Group {
        edits: vec![rename, nowhere],
    };
    assert_eq!(
        review.apply(group, Stamp::default()),
        Err(EditError::NoMention(MentionId(9)))
    );
    let blank = Edit::AddMention {
        span: Span::new(6, 7),
        kind: Kind::Other,
        entity: None,
    };
    assert!(matches!(
        review.apply(blank, Stamp::default()),
        Err(EditError::NoWords(_))
    ));
    let group = |edits| Edit::Group { edits };
    let deep = (0..20).fold(group(Vec::new()), |inner, _| group(vec![inner]));
    assert_eq!(
        review.apply(deep, Stamp::default()),
        Err(EditError::TooDeep)
    );
    assert_eq!((review.findings(), review.steps().len()), (&before, 0));
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
        (
            review.next_undo().map(|step| &step.edit),
            review.next_redo().map(|step| &step.edit)
        ),
        (Some(&note("a")), Some(&note("b")))
    );
    apply(&mut review, note("c"));
    let edits: Vec<&Edit> = review.steps().iter().map(|step| &step.edit).collect();
    assert_eq!(edits, [&note("a"), &note("c")]);
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

#[test]
fn whose_word_it_is_is_known_of_each_finding() {
    let mut review = paris();
    let stamp = |by: &str, second| Stamp {
        by: by.into(),
        at: jiff::Timestamp::from_second(second).expect("it is a time"),
    };
    let kind = Edit::SetMentionKind {
        mention: MentionId(0),
        kind: Kind::Person,
    };
    assert_eq!(review.apply(kind, stamp("Erika", 1)), Ok(true));
    let note = Edit::SetEntityNote {
        entity: EntityId(1),
        note: "!".into(),
    };
    assert_eq!(review.apply(note, stamp("Kurt", 2)), Ok(true));
    let by = review.provenance();
    assert_eq!(by.mention(MentionId(0)), Some(&stamp("Erika", 1)));
    assert_eq!(by.mention(MentionId(1)), None);
    // Added by the first, changed by the second.
    assert_eq!(by.entity(EntityId(1)), Some(&stamp("Kurt", 2)));
    assert!(review.undo());
    let by = review.provenance();
    assert_eq!(by.entity(EntityId(1)), Some(&stamp("Erika", 1)));
}
