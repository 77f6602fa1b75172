//! Corrections of who says what.

use super::super::draft::Draft;
use super::super::edit::{EditError, Said, Who};
use super::{mark_changed, words};
use crate::document::{EntityId, Reason, Statement, StatementId, StatementKind, Verdict, Voice};
use crate::span::Span;

/// What the reader finds worth marking is neither the first nor the last thing in the article.
const SALIENCE_OF_ADDED: f32 = 0.5;

/// An error unless the content is some words, sorted and disjoint.
fn check(text: &str, content: &[Span]) -> Result<(), EditError> {
    let is_sorted = content.is_sorted_by(|one, next| one.end() <= next.start());
    if content.is_empty() || !is_sorted {
        return Err(EditError::NoContent);
    }
    content
        .iter()
        .try_for_each(|&span| words(text, span).map(drop))
}

pub(super) fn resize(
    text: &str,
    draft: &mut Draft,
    id: StatementId,
    content: &[Span],
) -> Result<(), EditError> {
    check(text, content)?;
    let statement = draft.statement_mut(id)?;
    if statement.content != content {
        statement.content = content.to_vec();
        mark_changed(&mut statement.verdict);
    }
    Ok(())
}

pub(super) fn add(
    text: &str,
    draft: &mut Draft,
    content: &[Span],
    kind: StatementKind,
    speaker: Said,
) -> Result<(), EditError> {
    check(text, content)?;
    let mut there = draft.findings().statements.iter();
    if let Some(index) = there.position(|old| old.content == content) {
        let id = StatementId(index as u32);
        let old = draft.statement_mut(id)?;
        if old.verdict == Verdict::Rejected {
            old.verdict = Verdict::Accepted;
        }
        if old.kind != kind {
            old.kind = kind;
            mark_changed(&mut old.verdict);
        }
        return set_speaker(text, draft, id, speaker);
    }
    let speaker = said(text, draft, &[], speaker)?;
    draft.add_statement(Statement {
        speaker,
        salience: SALIENCE_OF_ADDED,
        verdict: Verdict::Added,
        ..Statement::new(kind, content.to_vec())
    });
    Ok(())
}

pub(super) fn set_speaker(
    text: &str,
    draft: &mut Draft,
    id: StatementId,
    speaker: Said,
) -> Result<(), EditError> {
    let statement = draft.statement_mut(id)?;
    let is_same = match (&statement.speaker, speaker) {
        (None, Said::Unknown) => true,
        (Some(voice), Said::Editorial) => voice.because == Reason::Editorial,
        (Some(voice), Said::By(who)) => is(voice, who),
        _ => false,
    };
    let frame = statement.frame.clone();
    let voice = said(text, draft, &frame, speaker)?;
    if !is_same {
        let statement = draft.statement_mut(id)?;
        statement.speaker = voice;
        mark_changed(&mut statement.verdict);
    }
    Ok(())
}

pub(super) fn set_addressee(
    text: &str,
    draft: &mut Draft,
    id: StatementId,
    addressee: Option<Who>,
) -> Result<(), EditError> {
    let statement = draft.statement_mut(id)?;
    let is_same = match (&statement.addressee, addressee) {
        (Some(voice), Some(who)) => is(voice, who),
        (None, None) => true,
        _ => false,
    };
    let frame = statement.frame.clone();
    let voice = addressee
        .map(|who| voice(text, draft, &frame, who))
        .transpose()?;
    if !is_same {
        let statement = draft.statement_mut(id)?;
        statement.addressee = voice;
        mark_changed(&mut statement.verdict);
    }
    Ok(())
}

pub(super) fn set_via(
    text: &str,
    draft: &mut Draft,
    id: StatementId,
    via: &[Who],
) -> Result<(), EditError> {
    let statement = draft.statement_mut(id)?;
    let (old, frame) = (statement.via.clone(), statement.frame.clone());
    let mut new: Vec<Voice> = Vec::with_capacity(via.len());
    for &who in via {
        let found = old.iter().find(|voice| is(voice, who)).cloned();
        let voice = voice(text, draft, &frame, who)?;
        new.push(found.unwrap_or(voice));
    }
    if new != old {
        let statement = draft.statement_mut(id)?;
        statement.via = new;
        mark_changed(&mut statement.verdict);
    }
    Ok(())
}

/// Whether a voice is that of somebody.
fn is(voice: &Voice, who: Who) -> bool {
    match who {
        Who::Entity(id) => voice.entity == Some(id),
        Who::Words(span) => voice.spans == [span],
    }
}

fn said(
    text: &str,
    draft: &mut Draft,
    frame: &[Span],
    said: Said,
) -> Result<Option<Voice>, EditError> {
    match said {
        Said::Unknown => Ok(None),
        Said::Editorial => Ok(Some(Voice {
            spans: Vec::new(),
            entity: None,
            because: Reason::Editorial,
        })),
        Said::By(who) => voice(text, draft, frame, who).map(Some),
    }
}

/// Somebody's voice: with the words that name him where the frame has some, or the entity that the words name.
fn voice(text: &str, draft: &mut Draft, frame: &[Span], who: Who) -> Result<Voice, EditError> {
    let (spans, entity) = match who {
        Who::Entity(id) => {
            draft.entity_mut(id)?;
            (named_in(draft, frame, id), Some(id))
        }
        Who::Words(span) => {
            words(text, span)?;
            let mut mentions = draft.findings().mentions.iter();
            let named = mentions
                .find(|mention| mention.span == span && mention.verdict != Verdict::Rejected);
            (vec![span], named.and_then(|mention| mention.entity))
        }
    };
    Ok(Voice {
        spans,
        entity,
        because: Reason::Reader,
    })
}

/// The first words in the frame that mean the entity.
fn named_in(draft: &Draft, frame: &[Span], id: EntityId) -> Vec<Span> {
    let mentions = draft.findings().mentions.iter();
    let named = mentions.filter(|mention| {
        mention.entity == Some(id)
            && mention.verdict != Verdict::Rejected
            && mention.refers()
            && frame.iter().any(|part| part.contains(mention.span))
    });
    let first = named
        .map(|mention| mention.span)
        .min_by_key(|span| span.start());
    first.into_iter().collect()
}
