//! Corrections of statements.

use super::*;

#[test]
fn a_speaker_is_found_in_the_frame() {
    let mut review = paris();
    apply(
        &mut review,
        Edit::SetSpeaker {
            statement: StatementId(0),
            speaker: Said::By(Who::Entity(EntityId(0))),
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
fn a_statement_is_added_with_its_speaker_and_resized() {
    let mut review = paris();
    let said = Span::new(TEXT.find("sagte").expect("there"), TEXT.len());
    let speaker = review.findings().mention(MentionId(0)).span;
    let add = Edit::AddStatement {
        content: vec![said],
        kind: StatementKind::Reported,
        speaker: Said::By(Who::Words(speaker)),
    };
    apply(&mut review, add.clone());
    let added = review.findings().statement(StatementId(1));
    assert_eq!(
        (added.verdict, added.kind),
        (Verdict::Added, StatementKind::Reported)
    );
    let voice = added.speaker.as_ref().expect("it was told");
    assert_eq!(
        (voice.entity, &voice.spans[..]),
        (Some(EntityId(0)), &[speaker][..])
    );
    apply(&mut review, add);
    assert_eq!(review.findings().statements.len(), 2);

    let resize = |content| Edit::ResizeStatement {
        statement: StatementId(0),
        content,
    };
    apply(&mut review, resize(vec![said]));
    let resized = review.findings().statement(StatementId(0));
    assert_eq!(
        (&resized.content[..], resized.verdict),
        (&[said][..], Verdict::Changed)
    );
    for wrong in [Vec::new(), vec![said, said]] {
        let refused = review.apply(resize(wrong), Stamp::default());
        assert_eq!(refused, Err(EditError::NoContent));
    }
}

#[test]
fn the_article_itself_may_be_the_speaker() {
    let mut review = paris();
    let by = |speaker| Edit::SetSpeaker {
        statement: StatementId(0),
        speaker,
    };
    apply(&mut review, by(Said::Editorial));
    let voice = review.findings().statement(StatementId(0)).speaker.clone();
    assert_eq!(voice.map(|voice| voice.because), Some(Reason::Editorial));
    apply(&mut review, by(Said::Unknown));
    assert_eq!(review.findings().statement(StatementId(0)).speaker, None);
}
