//! What spaCy has no place for, under a key of our own.

use serde_json::{Value, json};

use super::Writer;
use crate::document::{EntityId, Statement, StatementId, Voice};
use crate::exchange::conllu::statements::outer;
use crate::exchange::table::name_of;

pub(super) fn entity_id(id: EntityId) -> String {
    format!("e{}", id.0 + 1)
}

pub(super) fn statement_id(id: StatementId) -> String {
    format!("s{}", id.0 + 1)
}

impl Writer<'_, '_> {
    pub(super) fn custom(&self) -> Value {
        let source = &self.extract.article().source;
        let findings = self.extract.findings();
        let entity = |(id, entity): (u32, &crate::document::Entity)| {
            json!({
                "id": entity_id(EntityId(id)),
                "name": entity.name,
                "type": entity.kind,
                "role": entity.role,
                "party": entity.party,
                "aliases": entity.aliases,
                "note": entity.note,
            })
        };
        let mention = |mention: &&crate::document::Mention| {
            json!({
                "form": mention.form,
                "value": mention.value,
                "confidence": mention.confidence,
                "verdict": mention.verdict,
                "note": mention.note,
            })
        };
        json!({
            "title": source.title,
            "byline": source.byline,
            "date": source.date,
            "url": source.url,
            "agencies": source.agencies,
            "language": source.language.tag(),
            "stub": source.is_stub,
            "note": findings.note,
            "entities": (0..).zip(&findings.entities).map(entity).collect::<Vec<_>>(),
            "mentions": self.mentions.iter().map(mention).collect::<Vec<_>>(),
            "statements": (self.statements.iter())
                .map(|&(id, statement)| self.statement(id, statement))
                .collect::<Vec<_>>(),
        })
    }

    fn statement(&self, id: StatementId, statement: &Statement) -> Value {
        json!({
            "id": statement_id(id),
            "kind": statement.kind,
            "medium": statement.medium,
            "stance": statement.stance,
            "speaker": statement.speaker.as_ref().map(|voice| self.voice(voice)),
            "addressee": statement.addressee.as_ref().map(|voice| self.voice(voice)),
            "via": statement.via.iter().map(|voice| self.voice(voice)).collect::<Vec<_>>(),
            "inside": outer(self.extract, statement).map(statement_id),
            "salience": statement.salience,
            "key": statement.key,
            "confidence": statement.confidence,
            "verdict": statement.verdict,
            "note": statement.note,
        })
    }

    fn voice(&self, voice: &Voice) -> Value {
        json!({
            "name": name_of(self.text, self.extract.findings(), voice),
            "entity": voice.entity.map(entity_id),
            "because": voice.because,
        })
    }
}
