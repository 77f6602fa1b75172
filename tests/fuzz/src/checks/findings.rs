//! Findings lie in their text, point at each other and not beyond, and go into every format and back into our own.

use wortlaut::document::{EntityId, Findings, Statement, StatementId, Voice};
use wortlaut::exchange::{Extract, Format, json};
use wortlaut::review::Review;
use wortlaut::span::Span;

/// What [`Findings`] promises.
pub fn sound(text: &str, findings: &Findings) {
    let is_entity = |id: Option<EntityId>| {
        assert!(id.is_none_or(|id| (id.0 as usize) < findings.entities.len()));
    };
    for mention in &findings.mentions {
        piece(text, mention.span);
        is_entity(mention.entity);
        assert!((0.0..=1.0).contains(&mention.confidence.get()));
    }
    for entity in &findings.entities {
        assert!(!entity.name.is_empty(), "{entity:?}");
    }
    for statement in &findings.statements {
        content(text, statement);
        let voices = statement.speaker.iter().chain(&statement.addressee);
        for Voice { spans, entity, .. } in voices.chain(&statement.via) {
            for &span in spans {
                piece(text, span);
            }
            is_entity(*entity);
        }
    }
    for index in 0..findings.statements.len() {
        ends(findings, StatementId(index as u32));
    }
}

fn content(text: &str, statement: &Statement) {
    assert!(!statement.content.is_empty(), "{statement:?}");
    let content = &statement.content;
    let is_in_order = content.is_sorted_by(|one, next| one.end() <= next.start());
    assert!(is_in_order, "{statement:?}");
    let spans = content.iter().chain(&statement.cue).chain(&statement.frame);
    for &span in spans {
        piece(text, span);
    }
    assert!((0.0..=1.0).contains(&statement.confidence.get()));
    assert!((0.0..=1.0).contains(&statement.salience));
}

/// Whoever goes from a statement to the one around it comes to an end.
fn ends(findings: &Findings, start: StatementId) {
    let mut at = Some(start);
    for _ in 0..=findings.statements.len() {
        let Some(id) = at else { return };
        at = findings.statements[id.0 as usize].inside;
    }
    panic!("{start:?} stands inside itself");
}

fn piece(text: &str, span: Span) {
    let words = text.get(span.range());
    let is_piece = words.is_some_and(|words| !words.is_empty());
    assert!(is_piece, "{span:?} is no piece of the text");
}

/// A review is sound, and comes back from our own JSON as it was.
pub fn review(review: &Review) {
    sound(review.document().text(), review.findings());
    sound(review.document().text(), &review.document().findings);
    let bytes = json::write(review);
    let back = json::read(&bytes).unwrap_or_else(|error| panic!("what we wrote: {error}"));
    assert_eq!(back.findings(), review.findings());
    assert_eq!(back.document().findings, review.document().findings);
    assert_eq!(back.cursor(), review.cursor());
    assert_eq!(json::write(&back), bytes);
}

/// It goes into the format with this number, counted round and round; all of them would take too long for each file.
pub fn written(review: &Review, number: usize) {
    let format = Format::ALL[number % Format::ALL.len()];
    let (files, _) = format.write(&Extract::whole(review));
    assert_eq!(files.len(), format.files().len(), "{}", format.name());
}
