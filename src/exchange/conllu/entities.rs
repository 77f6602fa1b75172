//! Mentions as `Entity`, those that are only related to an entity with `Bridge`.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::brackets::{Misc, pairs, plain};
use crate::document::{EntityId, Form, Kind, Mention};
use crate::exchange::extract::Extract;
use crate::exchange::loss::{Loss, Losses};
use crate::exchange::words::Words;

/// The number of an entity.
pub(super) fn eid(entity: EntityId) -> String {
    format!("e{}", entity.0 + 1)
}

/// Adds all mentions that stay inside a sentence.
pub(super) fn add(extract: &Extract<'_>, words: &Words<'_>, misc: &mut Misc, losses: &mut Losses) {
    let (text, findings) = (extract.text(), extract.findings());
    let mut next = findings.entities.len() as u32;
    let mut fresh = || {
        next += 1;
        format!("e{next}")
    };
    let mentions = placed(extract, words, losses);
    let meant: BTreeSet<EntityId> = (mentions.iter())
        .filter(|(_, mention)| mention.refers())
        .filter_map(|(_, mention)| mention.entity)
        .collect();
    let mut open = Open::default();
    for (tokens, mention) in mentions {
        let mut kind = mention.kind;
        let eid = match mention.entity {
            Some(entity) if mention.refers() => {
                if open.crosses(entity, &tokens) {
                    losses.add(Loss::Entities, mention.span.of(text));
                    fresh()
                } else {
                    kind = findings.entity(entity).kind;
                    eid(entity)
                }
            }
            Some(entity) if meant.contains(&entity) => {
                let own = fresh();
                let relation = if mention.kind == Kind::Role {
                    "role"
                } else {
                    mention.form.label()
                };
                misc.set(
                    tokens.start,
                    "Bridge",
                    &format!("{}<{own}:{relation}", self::eid(entity)),
                );
                own
            }
            Some(_) => {
                losses.add(Loss::Entities, mention.span.of(text));
                fresh()
            }
            None => fresh(),
        };
        let facts = format!("-{}-1{}", etype(kind), other(mention, kind));
        misc.bracket("Entity", tokens, &eid, &facts);
    }
}

/// Mentions with their tokens, by their place, longer first.
fn placed<'e>(
    extract: &'e Extract<'_>,
    words: &Words<'_>,
    losses: &mut Losses,
) -> Vec<(Range<usize>, &'e Mention)> {
    let text = extract.text();
    let mut placed = Vec::new();
    for (_, mention) in extract.findings().shown_mentions() {
        let cover = words.cover(mention.span).filter(|cover| {
            words.sentence_of(cover.tokens.start) == words.sentence_of(cover.tokens.end - 1)
        });
        let Some(cover) = cover else {
            losses.add(Loss::Mentions, mention.span.of(text));
            continue;
        };
        if !cover.fits() {
            losses.add(Loss::Widened, mention.span.of(text));
        }
        placed.push((cover.tokens, mention));
    }
    placed.sort_by_key(|(tokens, _)| (tokens.start, std::cmp::Reverse(tokens.end)));
    placed
}

/// Ends of the mentions that are open, per entity, innermost last.
#[derive(Default)]
struct Open(BTreeMap<EntityId, Vec<usize>>);

impl Open {
    /// Whether a mention crosses another one of the same entity: then their brackets could not be told apart.
    fn crosses(&mut self, entity: EntityId, tokens: &Range<usize>) -> bool {
        let ends = self.0.entry(entity).or_default();
        while ends.last().is_some_and(|&end| end <= tokens.start) {
            ends.pop();
        }
        if ends.last().is_some_and(|&end| end < tokens.end) {
            return true;
        }
        ends.push(tokens.end);
        false
    }
}

/// The types that `CorefUD` has.
fn etype(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "person",
        Kind::Organisation => "organization",
        Kind::Location => "place",
        Kind::Other => "other",
        Kind::Role => "abstract",
        Kind::Date | Kind::Time | Kind::Duration => "time",
        Kind::Amount => "number",
    }
}

fn other(mention: &Mention, kind: Kind) -> String {
    let mut other = Vec::new();
    if mention.kind != kind || !kind.is_name() {
        other.push(("kind", mention.kind.label().to_owned()));
    }
    if mention.form != Form::Name {
        other.push(("form", mention.form.label().to_owned()));
    }
    if let Some(value) = &mention.value {
        other.push(("value", plain(value)));
    }
    if mention.confidence.get() < 1.0 {
        other.push(("confidence", format!("{:.3}", mention.confidence.get())));
    }
    pairs(&other)
}
