//! What corrections do, and that each can be taken back.

mod entities;
mod mentions;
mod statements;
mod steps;

use std::sync::Arc;

use super::*;
use crate::document::{
    Confidence, Entity, EntityId, Form, Kind, Mention, MentionId, Reason, Statement, StatementId,
    StatementKind, Verdict, Voice,
};
use crate::span::Span;

const TEXT: &str = "„Das ist neu“, sagte Paris in Paris.";

/// Paris stands twice: both are taken for the place.
fn paris() -> Review {
    let mut article = crate::article::from_text(TEXT.into());
    article.source.encoding = "UTF-8".into();
    let mention = |start: usize| Mention {
        entity: Some(EntityId(0)),
        ..Mention::new(
            Span::new(start, start + 5),
            Kind::Location,
            Form::Name,
            Confidence::new(0.9),
        )
    };
    let places = TEXT.match_indices("Paris").map(|(start, _)| mention(start));
    let said = "Das ist neu";
    let start = TEXT.find(said).expect("it is there");
    let findings = Findings {
        mentions: places.collect(),
        entities: vec![Entity::new("Paris", Kind::Location)],
        statements: vec![Statement {
            medium: crate::document::Medium::Speech,
            stance: crate::document::Stance::Neutral,
            frame: vec![Span::new(start + said.len(), TEXT.len())],
            salience: 0.5,
            key: true,
            confidence: Confidence::new(0.8),
            ..Statement::new(
                StatementKind::Direct,
                vec![Span::new(start, start + said.len())],
            )
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
    review
        .apply(edit, Stamp::default())
        .expect("it fits the document");
}
