//! What the formats for people have in common: names of voices, and what belongs to an entity, gathered in one pass.

use crate::document::{EntityId, Findings, Mention, MentionId, Statement, StatementId, Voice};
use crate::view::speaker;
pub(super) use crate::view::speaker::words;

/// The name of whom a voice refers to, or else the words of the article; `None` where it has neither.
pub(super) fn name_of(text: &str, findings: &Findings, voice: &Voice) -> Option<String> {
    speaker::of(text, findings, Some(voice)).name
}

/// An entity's mentions, related words and statements, all in text order, the rejected ones left out.
#[derive(Clone, Default)]
pub(super) struct Belongings<'a> {
    pub mentions: Vec<(MentionId, &'a Mention)>,
    /// "russischen" for Russland.
    pub related: Vec<(MentionId, &'a Mention)>,
    /// Whether any mention is linked to it, roles included.
    pub is_linked: bool,
    pub statements: Vec<(StatementId, &'a Statement)>,
}

impl Belongings<'_> {
    pub fn is_empty(&self) -> bool {
        !self.is_linked && self.statements.is_empty()
    }
}

/// What belongs to each entity; index = [`EntityId`].
pub(super) fn belongings(findings: &Findings) -> Vec<Belongings<'_>> {
    let mut all = vec![Belongings::default(); findings.entities.len()];
    for (id, mention) in findings.shown_mentions() {
        if let Some(belongings) = slot(&mut all, mention.entity) {
            belongings.is_linked = true;
            if mention.refers() {
                belongings.mentions.push((id, mention));
            } else if !mention.form.refers() {
                belongings.related.push((id, mention));
            }
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
