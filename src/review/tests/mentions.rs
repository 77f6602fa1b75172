//! Corrections of mentions.

use super::*;

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
fn a_name_in_a_compound_is_a_part_of_it() {
    let text = "Die SPD-Fraktion der SPD, Nicht-SPD.";
    let article = crate::article::from_text(text.into());
    let document = Document {
        article,
        findings: Findings::default(),
        ..(*paris().document()).clone()
    };
    let mut review = Review::new(Arc::new(document));
    for (start, _) in text.match_indices("SPD") {
        let span = Span::new(start, start + 3);
        let (kind, entity) = (Kind::Organisation, None);
        apply(&mut review, Edit::AddMention { span, kind, entity });
    }
    let mentions = review.findings().mentions.iter();
    let forms: Vec<_> = mentions.map(|mention| mention.form).collect();
    assert_eq!(forms, [Form::Part, Form::Name, Form::Part]);
    assert_eq!(review.findings().entities.len(), 1);
}
