//! Which finding of one reading is which of another.

use std::collections::BTreeMap;

use crate::document::{Entity, EntityId, Findings, Mention, MentionId, StatementId};
use crate::review::anchoring::Anchoring;
use crate::span::Span;

/// For each finding of the old reading that of the new one.
#[derive(Default)]
pub(super) struct Matches {
    pub mentions: Vec<Option<MentionId>>,
    pub entities: Vec<Option<EntityId>>,
    pub statements: Vec<Option<StatementId>>,
}

/// Half of both, so that nothing is the counterpart of two that do not overlap.
const LEAST_OVERLAP: f64 = 0.5;

impl Matches {
    pub fn new(anchoring: &mut Anchoring, old: &Findings, new: &Findings) -> Self {
        let mentions = mentions(anchoring, old, new);
        Self {
            entities: entities(&mentions, old, new),
            statements: statements(anchoring, old, new),
            mentions,
        }
    }
}

/// By their places; where boundaries differ, by most of their words.
fn mentions(anchoring: &mut Anchoring, old: &Findings, new: &Findings) -> Vec<Option<MentionId>> {
    let mut by_start: BTreeMap<usize, Vec<MentionId>> = BTreeMap::new();
    let mut longest = 0;
    for (index, mention) in (0..).zip(&new.mentions) {
        by_start
            .entry(mention.span.start())
            .or_default()
            .push(MentionId(index));
        longest = longest.max(mention.span.len());
    }
    let counterpart = |mention: &Mention| {
        let span = anchoring.place(mention.span).span()?;
        let likeness = |id: MentionId| {
            let other = new.mention(id);
            let overlap = overlap(&[span], &[other.span]);
            let is_alike = (other.kind == mention.kind, other.form == mention.form);
            // The same words are the same mention, whatever it is taken for.
            (LEAST_OVERLAP <= overlap && (is_alike.0 || other.span == span))
                .then_some((overlap, is_alike))
        };
        let from = span.start().saturating_sub(longest);
        let near = by_start.range(from..span.end()).flat_map(|(_, ids)| ids);
        let alike = near.filter_map(|&id| Some((id, likeness(id)?)));
        let best = alike
            .max_by(|(_, one), (_, other)| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
        best.map(|(id, _)| id)
    };
    old.mentions.iter().map(counterpart).collect()
}

/// By name and kind; else by what most of their mentions belong to.
fn entities(
    mentions: &[Option<MentionId>],
    old: &Findings,
    new: &Findings,
) -> Vec<Option<EntityId>> {
    let mut votes: Vec<BTreeMap<EntityId, usize>> = vec![BTreeMap::new(); old.entities.len()];
    for (mention, counterpart) in old.mentions.iter().zip(mentions) {
        let there = counterpart.and_then(|id| new.mention(id).entity);
        let votes = mention.entity.and_then(|id| votes.get_mut(id.0 as usize));
        if let (Some(votes), Some(there)) = (votes, there) {
            *votes.entry(there).or_default() += 1;
        }
    }
    let mut by_name: BTreeMap<&str, Vec<EntityId>> = BTreeMap::new();
    for (index, entity) in (0..).zip(&new.entities) {
        by_name
            .entry(&entity.name)
            .or_default()
            .push(EntityId(index));
    }
    let counterpart = |(entity, votes): (&Entity, &BTreeMap<EntityId, usize>)| {
        let named = by_name.get(entity.name.as_str()).into_iter().flatten();
        let candidates = named.chain(votes.keys());
        let likeness = |id: EntityId| {
            let other = new.entity(id);
            let n_votes = votes.get(&id).copied().unwrap_or(0);
            let (has_name, has_kind) = (other.name == entity.name, other.kind == entity.kind);
            (has_name && has_kind, n_votes, has_name, has_kind)
        };
        // Of equals the first.
        candidates.rev().max_by_key(|&&id| likeness(id)).copied()
    };
    old.entities.iter().zip(&votes).map(counterpart).collect()
}

/// By the overlap of what is said.
fn statements(
    anchoring: &mut Anchoring,
    old: &Findings,
    new: &Findings,
) -> Vec<Option<StatementId>> {
    let mut by_start: BTreeMap<usize, Vec<StatementId>> = BTreeMap::new();
    let mut longest = 0;
    for (index, statement) in (0..).zip(&new.statements) {
        let extent = statement.extent();
        by_start
            .entry(extent.start())
            .or_default()
            .push(StatementId(index));
        longest = longest.max(extent.len());
    }
    let mut counterparts = Vec::with_capacity(old.statements.len());
    for statement in &old.statements {
        let places = statement.content.iter();
        let content: Vec<Span> = places
            .filter_map(|&span| anchoring.place(span).span())
            .collect();
        let from = content
            .first()
            .map_or(0, |first| first.start().saturating_sub(longest));
        let to = content.iter().map(|span| span.end()).max().unwrap_or(0);
        let near = by_start.range(from.min(to)..to).flat_map(|(_, ids)| ids);
        let alike = near.filter_map(|&id| {
            let other = new.statement(id);
            let overlap = overlap(&content, &other.content);
            (LEAST_OVERLAP <= overlap).then_some((id, overlap, other.kind == statement.kind))
        });
        let best = alike.max_by(|one, other| one.1.total_cmp(&other.1).then(one.2.cmp(&other.2)));
        counterparts.push(best.map(|(id, ..)| id));
    }
    counterparts
}

/// How much two sets of spans have in common: bytes in both to the mean of their bytes, from 0 to 1 (Dice 1945).
pub(super) fn overlap(one: &[Span], other: &[Span]) -> f64 {
    let length = |spans: &[Span]| spans.iter().map(|span| span.len()).sum::<usize>();
    let mut shared = 0;
    for span in one {
        for other in other {
            shared += span
                .end()
                .min(other.end())
                .saturating_sub(span.start().max(other.start()));
        }
    }
    let both = length(one) + length(other);
    if both == 0 {
        0.0
    } else {
        (2 * shared) as f64 / both as f64
    }
}
