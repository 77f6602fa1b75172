//! What the formats for people have in common: names of voices, and what belongs to an entity, gathered in one pass.

use crate::document::{EntityId, Findings, Mention, MentionId, Statement, StatementId, Voice};
use crate::span::Span;

/// The name of whom a voice refers to, or else the words of the article; `None` where it has neither.
pub(super) fn name_of(text: &str, findings: &Findings, voice: &Voice) -> Option<String> {
    let entity = voice
        .entity
        .and_then(|id| findings.entities.get(id.0 as usize));
    match entity {
        Some(entity) => Some(entity.name.clone()),
        None => Some(words(text, &voice.spans)).filter(|words| !words.is_empty()),
    }
}

/// The words under some spans as one line: "teilte … mit".
pub(super) fn words(text: &str, spans: &[Span]) -> String {
    let pieces = spans.iter().map(|span| {
        let words = span.of(text).split_whitespace();
        words.collect::<Vec<_>>().join(" ")
    });
    pieces.collect::<Vec<_>>().join(" … ")
}

/// An entity's mentions and statements, both in text order, the rejected ones left out.
#[derive(Clone, Default)]
pub(super) struct Belongings<'a> {
    pub mentions: Vec<(MentionId, &'a Mention)>,
    pub statements: Vec<(StatementId, &'a Statement)>,
}

/// What belongs to each entity; index = [`EntityId`].
pub(super) fn belongings(findings: &Findings) -> Vec<Belongings<'_>> {
    let mut all = vec![Belongings::default(); findings.entities.len()];
    for (id, mention) in findings.shown_mentions() {
        if let Some(belongings) = slot(&mut all, mention.entity) {
            belongings.mentions.push((id, mention));
        }
    }
    for (id, statement) in findings.shown_statements() {
        let speaker = statement.speaker.as_ref().and_then(|voice| voice.entity);
        if let Some(belongings) = slot(&mut all, speaker) {
            belongings.statements.push((id, statement));
        }
    }
    all
}

fn slot<'all, 'a>(
    all: &'all mut [Belongings<'a>],
    entity: Option<EntityId>,
) -> Option<&'all mut Belongings<'a>> {
    entity.and_then(|id| all.get_mut(id.0 as usize))
}
