//! Findings in the midst of a correction, with what was there before: so that it can be taken back without a copy of all.

use std::collections::BTreeMap;

use super::edit::EditError;
use crate::document::{Entity, EntityId, Findings, Mention, MentionId, Statement, StatementId};

/// What a correction has changed, as it was before; and how long the lists were.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Before {
    mentions: BTreeMap<MentionId, Mention>,
    entities: BTreeMap<EntityId, Entity>,
    statements: BTreeMap<StatementId, Statement>,
    note: Option<String>,
    n_mentions: usize,
    n_entities: usize,
    n_statements: usize,
}

/// Findings that are being corrected. What is asked for to be changed is remembered first.
pub(super) struct Draft<'a> {
    findings: &'a mut Findings,
    before: Before,
}

impl<'a> Draft<'a> {
    pub(super) fn new(findings: &'a mut Findings) -> Self {
        let before = Before {
            mentions: BTreeMap::new(),
            entities: BTreeMap::new(),
            statements: BTreeMap::new(),
            note: None,
            n_mentions: findings.mentions.len(),
            n_entities: findings.entities.len(),
            n_statements: findings.statements.len(),
        };
        Self { findings, before }
    }

    /// As they are by now.
    pub(super) fn findings(&self) -> &Findings {
        self.findings
    }

    pub(super) fn mention_mut(&mut self, id: MentionId) -> Result<&mut Mention, EditError> {
        let mention = self.findings.mentions.get_mut(id.0 as usize);
        let mention = mention.ok_or(EditError::NoMention(id))?;
        if (id.0 as usize) < self.before.n_mentions {
            let old = self.before.mentions.entry(id);
            old.or_insert_with(|| mention.clone());
        }
        Ok(mention)
    }

    pub(super) fn entity_mut(&mut self, id: EntityId) -> Result<&mut Entity, EditError> {
        let entity = self.findings.entities.get_mut(id.0 as usize);
        let entity = entity.ok_or(EditError::NoEntity(id))?;
        if (id.0 as usize) < self.before.n_entities {
            let old = self.before.entities.entry(id);
            old.or_insert_with(|| entity.clone());
        }
        Ok(entity)
    }

    pub(super) fn statement_mut(&mut self, id: StatementId) -> Result<&mut Statement, EditError> {
        let statement = self.findings.statements.get_mut(id.0 as usize);
        let statement = statement.ok_or(EditError::NoStatement(id))?;
        if (id.0 as usize) < self.before.n_statements {
            let old = self.before.statements.entry(id);
            old.or_insert_with(|| statement.clone());
        }
        Ok(statement)
    }

    pub(super) fn note_mut(&mut self) -> &mut String {
        let note = &mut self.findings.note;
        self.before.note.get_or_insert_with(|| note.clone());
        note
    }

    pub(super) fn add_mention(&mut self, mention: Mention) {
        self.findings.mentions.push(mention);
    }

    pub(super) fn add_entity(&mut self, entity: Entity) -> EntityId {
        self.findings.entities.push(entity);
        EntityId(self.findings.entities.len() as u32 - 1)
    }

    pub(super) fn add_statement(&mut self, statement: Statement) {
        self.findings.statements.push(statement);
    }

    /// Takes everything back.
    pub(super) fn drop_changes(self) {
        self.before.put_back(self.findings);
    }

    /// What was changed; nothing if everything is as it was.
    pub(super) fn finish(mut self) -> Option<Before> {
        let (before, findings) = (&mut self.before, &*self.findings);
        before
            .mentions
            .retain(|&id, old| findings.mention(id) != old);
        before
            .entities
            .retain(|&id, old| findings.entity(id) != old);
        before
            .statements
            .retain(|&id, old| findings.statement(id) != old);
        before.note.take_if(|old| *old == findings.note);
        let has_changed = !before.mentions.is_empty()
            || !before.entities.is_empty()
            || !before.statements.is_empty()
            || before.note.is_some()
            || before.n_mentions < findings.mentions.len()
            || before.n_entities < findings.entities.len()
            || before.n_statements < findings.statements.len();
        has_changed.then_some(self.before)
    }
}

impl Before {
    /// Makes `findings`, which have gone through the correction, what they were.
    pub(super) fn put_back(self, findings: &mut Findings) {
        findings.mentions.truncate(self.n_mentions);
        findings.entities.truncate(self.n_entities);
        findings.statements.truncate(self.n_statements);
        for (id, old) in self.mentions {
            findings.mentions[id.0 as usize] = old;
        }
        for (id, old) in self.entities {
            findings.entities[id.0 as usize] = old;
        }
        for (id, old) in self.statements {
            findings.statements[id.0 as usize] = old;
        }
        if let Some(note) = self.note {
            findings.note = note;
        }
    }

    pub(super) fn mention(&self, id: MentionId) -> Option<&Mention> {
        self.mentions.get(&id)
    }

    pub(super) fn entity(&self, id: EntityId) -> Option<&Entity> {
        self.entities.get(&id)
    }

    pub(super) fn statement(&self, id: StatementId) -> Option<&Statement> {
        self.statements.get(&id)
    }

    /// Mentions that were there and have changed.
    pub(super) fn mentions(&self) -> impl Iterator<Item = MentionId> + '_ {
        self.mentions.keys().copied()
    }

    /// Entities that were there and have changed.
    pub(super) fn entities(&self) -> impl Iterator<Item = EntityId> + '_ {
        self.entities.keys().copied()
    }

    /// Statements that were there and have changed.
    pub(super) fn statements(&self) -> impl Iterator<Item = StatementId> + '_ {
        self.statements.keys().copied()
    }

    /// How many mentions, entities and statements there were.
    pub(super) fn counts(&self) -> [usize; 3] {
        [self.n_mentions, self.n_entities, self.n_statements]
    }

    /// Whether the note on the article has changed.
    pub(super) fn has_note(&self) -> bool {
        self.note.is_some()
    }
}
