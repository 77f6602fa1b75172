//! Corrections of single mentions.

use super::super::draft::Draft;
use super::super::edit::EditError;
use super::entities::called;
use super::{mark_changed, words};
use crate::document::{Confidence, EntityId, Form, Kind, Mention, MentionId, Verdict};
use crate::span::Span;

pub(super) fn set_kind(
    text: &str,
    draft: &mut Draft,
    id: MentionId,
    kind: Kind,
) -> Result<(), EditError> {
    let mention = draft.mention_mut(id)?;
    if mention.kind == kind {
        return Ok(());
    }
    (mention.kind, mention.value) = (kind, None);
    mark_changed(&mut mention.verdict);
    let (entity, span) = (mention.entity, mention.span);
    let named = entity.and_then(|id| draft.findings().entities.get(id.0 as usize));
    let entity = match named {
        _ if !kind.is_name() => None,
        Some(named) if named.kind == kind => entity,
        named => {
            let names = [named.map_or("", |named| named.name.as_str()), span.of(text)];
            let name = names.into_iter().find(|name| !name.trim().is_empty());
            let name = name.map(str::to_owned);
            name.map(|name| called(draft, &name, kind))
        }
    };
    draft.mention_mut(id)?.entity = entity;
    Ok(())
}

pub(super) fn set_entity(
    draft: &mut Draft,
    id: MentionId,
    entity: Option<EntityId>,
) -> Result<(), EditError> {
    if let Some(entity) = entity {
        draft.entity_mut(entity)?;
    }
    let mention = draft.mention_mut(id)?;
    if mention.entity != entity {
        mention.entity = entity;
        mark_changed(&mut mention.verdict);
    }
    Ok(())
}

pub(super) fn resize(
    text: &str,
    draft: &mut Draft,
    id: MentionId,
    span: Span,
) -> Result<(), EditError> {
    words(text, span)?;
    let mention = draft.mention_mut(id)?;
    if mention.span != span {
        // What other words come to is another matter.
        (mention.span, mention.value) = (span, None);
        mark_changed(&mut mention.verdict);
    }
    Ok(())
}

pub(super) fn add(
    text: &str,
    draft: &mut Draft,
    span: Span,
    kind: Kind,
    entity: Option<EntityId>,
) -> Result<(), EditError> {
    let words = words(text, span)?;
    if let Some(entity) = entity {
        draft.entity_mut(entity)?;
    }
    let entity = match entity {
        None if kind.is_name() => Some(called(draft, words, kind)),
        told => told,
    };
    let mut there = draft.findings().mentions.iter();
    if let Some(index) = there.position(|old| old.span == span) {
        let old = draft.mention_mut(MentionId(index as u32))?;
        let is_same = old.kind == kind && old.entity == entity;
        if old.kind != kind {
            old.value = None;
        }
        (old.kind, old.entity) = (kind, entity);
        match old.verdict {
            Verdict::Rejected if is_same => old.verdict = Verdict::Accepted,
            _ if is_same => {}
            _ => mark_changed(&mut old.verdict),
        }
        return Ok(());
    }
    let form = match kind.is_name() {
        true if is_part_of_word(text, span) => Form::Part,
        true => Form::Name,
        false => Form::Description,
    };
    draft.add_mention(Mention {
        span,
        kind,
        form,
        entity,
        value: None,
        confidence: Confidence::CERTAIN,
        verdict: Verdict::Added,
        note: String::new(),
    });
    Ok(())
}

/// Whether a word goes on before or behind a place: „SPD“ in „SPD-Fraktion“ is related to the party, but is not the party.
fn is_part_of_word(text: &str, span: Span) -> bool {
    let joins = |sign: char| matches!(sign, '-' | '\u{2011}');
    let goes_on = |letters: &mut dyn Iterator<Item = char>| match letters.next() {
        Some(sign) if joins(sign) => letters.next().is_some_and(char::is_alphanumeric),
        next => next.is_some_and(char::is_alphanumeric),
    };
    goes_on(&mut text[..span.start()].chars().rev()) || goes_on(&mut text[span.end()..].chars())
}
