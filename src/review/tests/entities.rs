//! Corrections of entities.

use super::*;

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

/// Two entities that are one, and what one of them says.
fn lawrow() -> Review {
    let mut document = paris().document().clone();
    let entity = |name: &str, note: &str| Entity {
        note: note.into(),
        ..Entity::new(name, Kind::Person)
    };
    let findings = &mut document.findings;
    findings.entities = vec![entity("Paris", ""), entity("Herr Paris", "so")];
    for (index, mention) in (0..).zip(&mut findings.mentions) {
        (mention.kind, mention.entity) = (Kind::Person, Some(EntityId(index)));
    }
    let named = findings.mentions[1].span;
    findings.statements[0].speaker = Some(Voice {
        spans: vec![named],
        entity: Some(EntityId(1)),
        because: Reason::Subject,
    });
    Review::new(Arc::new(document))
}

#[test]
fn two_entities_become_one_and_everything_goes_along() {
    let mut review = lawrow();
    let merge = Edit::MergeEntities {
        from: EntityId(1),
        into: EntityId(0),
    };
    apply(&mut review, merge);
    let findings = review.findings();
    assert_eq!(findings.mentions_of(EntityId(0)).count(), 2);
    assert_eq!(findings.mentions_of(EntityId(1)).count(), 0);
    assert_eq!(findings.statements_by(EntityId(0)).count(), 1);
    let entity = findings.entity(EntityId(0));
    assert_eq!(
        (&entity.aliases[..], entity.note.as_str()),
        (&["Herr Paris".into()][..], "so")
    );
    assert!(review.undo());
    assert_eq!(*review.findings(), review.document().findings);
}

#[test]
fn one_entity_becomes_two_and_what_is_said_goes_with_who_says_it() {
    let mut review = lawrow();
    let merge = Edit::MergeEntities {
        from: EntityId(1),
        into: EntityId(0),
    };
    apply(&mut review, merge);
    let split = Edit::SplitEntity {
        mentions: vec![MentionId(1)],
        name: " Paula  Paris ".into(),
    };
    apply(&mut review, split.clone());
    let findings = review.findings();
    assert_eq!(findings.entity(EntityId(2)).name, "Paula Paris");
    assert_eq!(findings.mention(MentionId(1)).entity, Some(EntityId(2)));
    assert_eq!(findings.statements_by(EntityId(2)).count(), 1);
    let n_steps = review.steps().len();
    apply(&mut review, split);
    assert_eq!(review.steps().len(), n_steps);
    let nothing = Edit::SplitEntity {
        mentions: Vec::new(),
        name: "x".into(),
    };
    let refused = review.apply(nothing, Stamp::default());
    assert_eq!(refused, Err(EditError::NothingToSplit));
}
