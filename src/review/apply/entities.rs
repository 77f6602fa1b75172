//! Corrections of who or what is meant.

use super::super::draft::Draft;
use super::super::edit::EditError;
use super::mark_changed;
use crate::document::{Entity, EntityId, Kind, MentionId, Statement, Verdict, Voice};

/// The entity of this kind that bears the name, as its own or as an alias; a new one if there is none.
pub(super) fn called(draft: &mut Draft, name: &str, kind: Kind) -> EntityId {
    let name = on_one_line(name);
    let bears = |entity: &Entity| entity.name == name || entity.aliases.contains(&name);
    let mut entities = draft.findings().entities.iter();
    match entities.position(|entity| entity.kind == kind && bears(entity)) {
        Some(index) => EntityId(index as u32),
        None => draft.add_entity(new(name, kind)),
    }
}

fn new(name: String, kind: Kind) -> Entity {
    Entity::new(name, kind)
}

fn on_one_line(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub(super) fn rename(draft: &mut Draft, id: EntityId, name: &str) -> Result<(), EditError> {
    let name = name.trim();
    if name.is_empty() {
        return Err(EditError::NoName);
    }
    let entity = draft.entity_mut(id)?;
    if entity.name != name {
        let old = std::mem::replace(&mut entity.name, name.into());
        add_aliases(entity, [old]);
    }
    Ok(())
}

fn add_aliases(entity: &mut Entity, names: impl IntoIterator<Item = String>) {
    entity.aliases.extend(names);
    let name = &entity.name;
    entity.aliases.retain(|alias| alias != name);
    entity.aliases.sort();
    entity.aliases.dedup();
}

pub(super) fn set_kind(draft: &mut Draft, id: EntityId, kind: Kind) -> Result<(), EditError> {
    if !kind.is_name() {
        return Err(EditError::NoEntityKind(kind));
    }
    let entity = draft.entity_mut(id)?;
    let old = std::mem::replace(&mut entity.kind, kind);
    if old == kind {
        return Ok(());
    }
    for mention in linked(draft, id) {
        let mention = draft.mention_mut(mention)?;
        if mention.kind == old {
            mention.kind = kind;
            if mention.verdict != Verdict::Rejected {
                mark_changed(&mut mention.verdict);
            }
        }
    }
    Ok(())
}

/// All mentions of an entity, rejected ones included.
fn linked(draft: &Draft, id: EntityId) -> Vec<MentionId> {
    let numbered = (0..).zip(&draft.findings().mentions);
    let linked = numbered.filter(|(_, mention)| mention.entity == Some(id));
    linked.map(|(index, _)| MentionId(index)).collect()
}

pub(super) fn merge(draft: &mut Draft, from: EntityId, into: EntityId) -> Result<(), EditError> {
    let old = draft.entity_mut(from)?.clone();
    let entity = draft.entity_mut(into)?;
    if from == into {
        return Ok(());
    }
    let kind = entity.kind;
    add_aliases(entity, old.aliases.into_iter().chain([old.name]));
    entity.role = entity.role.take().or(old.role);
    entity.party = entity.party.take().or(old.party);
    if !entity.note.contains(&old.note) {
        if !entity.note.is_empty() {
            entity.note.push('\n');
        }
        entity.note.push_str(&old.note);
    }
    for mention in linked(draft, from) {
        let mention = draft.mention_mut(mention)?;
        mention.entity = Some(into);
        if mention.kind == old.kind {
            mention.kind = kind;
        }
        if mention.verdict != Verdict::Rejected {
            mark_changed(&mut mention.verdict);
        }
    }
    relink(draft, |voice| (voice.entity == Some(from)).then_some(into))
}

/// Gives voices that `to` has an answer for another entity.
fn relink(draft: &mut Draft, to: impl Fn(&Voice) -> Option<EntityId>) -> Result<(), EditError> {
    let moves = |statement: &Statement| {
        let voices = statement.speaker.iter().chain(&statement.addressee);
        voices
            .chain(&statement.via)
            .any(|voice| to(voice).is_some())
    };
    let numbered = (0..).zip(&draft.findings().statements);
    let affected: Vec<u32> = numbered
        .filter(|(_, statement)| moves(statement))
        .map(|(index, _)| index)
        .collect();
    for index in affected {
        let statement = draft.statement_mut(crate::document::StatementId(index))?;
        let voices = statement.speaker.iter_mut();
        let voices = voices.chain(&mut statement.addressee);
        for voice in voices.chain(&mut statement.via) {
            voice.entity = to(voice).or(voice.entity);
        }
        if statement.verdict != Verdict::Rejected {
            mark_changed(&mut statement.verdict);
        }
    }
    Ok(())
}

pub(super) fn split(
    draft: &mut Draft,
    mentions: &[MentionId],
    name: &str,
) -> Result<(), EditError> {
    let name = on_one_line(name);
    if name.is_empty() {
        return Err(EditError::NoName);
    }
    let first = *mentions.first().ok_or(EditError::NothingToSplit)?;
    let first = draft.mention_mut(first)?;
    let (kind, entity) = (first.kind, first.entity);
    let entity = entity.and_then(|id| Some((id, draft.findings().entities.get(id.0 as usize)?)));
    if let Some((id, entity)) = entity
        && entity.name == name
    {
        let mut linked = linked(draft, id);
        linked.retain(|mention| !mentions.contains(mention));
        if linked.is_empty() {
            return Ok(());
        }
    }
    let kind = entity.map_or(kind, |(_, entity)| entity.kind);
    if !kind.is_name() {
        return Err(EditError::NoEntityKind(kind));
    }
    let new = draft.add_entity(new(name, kind));
    let mut moved = Vec::with_capacity(mentions.len());
    for &mention in mentions {
        let mention = draft.mention_mut(mention)?;
        mention.entity = Some(new);
        mark_changed(&mut mention.verdict);
        moved.push(mention.span);
    }
    moved.sort();
    relink(draft, |voice| {
        let is_moved = |span| moved.binary_search(span).is_ok();
        (voice.entity != Some(new) && voice.spans.iter().any(is_moved)).then_some(new)
    })
}
