//! Which findings of two annotations are about the same words, and which entities are the same.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use crate::document::{
    EntityId, Findings, MentionId, Reason, Statement, StatementId, Verdict, Voice,
};
use crate::span::Span;
use crate::view::speaker;

/// A finding of each side, or of one side only.
pub type Pairs<T> = Vec<(Option<T>, Option<T>)>;

/// A finding as far as pairing looks at it.
struct Item {
    id: u32,
    kind: u8,
    spans: Vec<Span>,
    hull: Span,
}

/// Of so many findings of the other side that begin before the end of one, the nearest are looked at.
const MOST_NEIGHBOURS: usize = 24;

/// Pairs mentions: with the same words and kind, with the same words, then those that overlap most.
pub fn pairs_of_mentions(a: &Findings, b: &Findings) -> Pairs<MentionId> {
    let items = |findings: &Findings| {
        let shown = findings.shown_mentions();
        let item = |(id, mention): (MentionId, &crate::document::Mention)| Item {
            id: id.0,
            kind: mention.kind as u8,
            spans: vec![mention.span],
            hull: mention.span,
        };
        shown.map(item).collect::<Vec<_>>()
    };
    let pairs = pairs(&items(a), &items(b)).into_iter();
    pairs
        .map(|(a, b)| (a.map(MentionId), b.map(MentionId)))
        .collect()
}

/// Pairs statements in the same way.
pub fn pairs_of_statements(a: &Findings, b: &Findings) -> Pairs<StatementId> {
    let items = |findings: &Findings| {
        let shown = findings.shown_statements();
        let item = |(id, statement): (StatementId, &Statement)| Item {
            id: id.0,
            kind: statement.kind as u8,
            spans: statement.content.clone(),
            hull: statement.extent(),
        };
        shown.map(item).collect::<Vec<_>>()
    };
    let pairs = pairs(&items(a), &items(b)).into_iter();
    pairs
        .map(|(a, b)| (a.map(StatementId), b.map(StatementId)))
        .collect()
}

fn pairs(a: &[Item], b: &[Item]) -> Pairs<u32> {
    let mut of_a: Vec<Option<usize>> = vec![None; a.len()];
    let mut of_b: Vec<Option<usize>> = vec![None; b.len()];
    for with_kind in [true, false] {
        let key = |item: &Item| (item.spans.clone(), with_kind.then_some(item.kind));
        let mut there: HashMap<_, Vec<usize>> = HashMap::new();
        for (index, item) in b.iter().enumerate().rev() {
            if of_b[index].is_none() {
                there.entry(key(item)).or_default().push(index);
            }
        }
        for (index, item) in a.iter().enumerate() {
            if of_a[index].is_some() {
                continue;
            }
            if let Some(other) = there.get_mut(&key(item)).and_then(Vec::pop) {
                (of_a[index], of_b[other]) = (Some(other), Some(index));
            }
        }
    }
    let mut candidates = candidates(a, &of_a, b, &of_b);
    candidates.sort_unstable();
    for (_, _, one, other) in candidates {
        if of_a[one].is_none() && of_b[other].is_none() {
            (of_a[one], of_b[other]) = (Some(other), Some(one));
        }
    }
    let from_a =
        (a.iter().zip(&of_a)).map(|(item, other)| (Some(item.id), other.map(|it| b[it].id)));
    let from_b = b.iter().zip(&of_b).filter(|(_, other)| other.is_none());
    let mut pairs: Pairs<u32> = from_a.collect();
    pairs.extend(from_b.map(|(item, _)| (None, Some(item.id))));
    pairs
}

/// What may be a pair: those of one kind first, those that share most first.
fn candidates(
    a: &[Item],
    of_a: &[Option<usize>],
    b: &[Item],
    of_b: &[Option<usize>],
) -> Vec<(bool, Reverse<usize>, usize, usize)> {
    let mut free: Vec<usize> = (0..b.len())
        .filter(|&index| of_b[index].is_none())
        .collect();
    free.sort_by_key(|&index| b[index].hull);
    // The farthest end of each and all before it.
    let mut farthest = 0;
    let ends: Vec<usize> = free
        .iter()
        .map(|&index| {
            farthest = farthest.max(b[index].hull.end());
            farthest
        })
        .collect();
    let mut candidates = Vec::new();
    for (one, item) in a
        .iter()
        .enumerate()
        .filter(|&(index, _)| of_a[index].is_none())
    {
        let end = free.partition_point(|&index| b[index].hull.start() < item.hull.end());
        let near = (0..end)
            .rev()
            .take_while(|&at| item.hull.start() < ends[at]);
        for other in near.take(MOST_NEIGHBOURS).map(|at| free[at]) {
            let theirs = &b[other];
            let shared = shared(&item.spans, &theirs.spans);
            let [long, short] = {
                let mut lengths = [length(&item.spans), length(&theirs.spans)];
                lengths.sort_by_key(|&length| Reverse(length));
                lengths
            };
            let is_same_kind = item.kind == theirs.kind;
            // Of different kinds, half of a word and the whole are not the same.
            let least = if is_same_kind { short } else { long };
            if 0 < shared && least <= 2 * shared {
                candidates.push((!is_same_kind, Reverse(shared), one, other));
            }
        }
    }
    candidates
}

fn length(spans: &[Span]) -> usize {
    spans.iter().map(|span| span.len()).sum()
}

/// Bytes that both cover; the spans of each are sorted and disjoint.
fn shared(a: &[Span], b: &[Span]) -> usize {
    let (mut one, mut other, mut sum) = (0, 0, 0);
    while let (Some(here), Some(there)) = (a.get(one), b.get(other)) {
        let start = here.start().max(there.start());
        let end = here.end().min(there.end());
        sum += end.saturating_sub(start);
        if here.end() <= there.end() {
            one += 1;
        } else {
            other += 1;
        }
    }
    sum
}

/// The same name and kind says as much as so many places that both share.
const PLACES_FOR_A_NAME: usize = 3;

/// Which entities of the one are which of the other: by the places that they share, and by name and kind.
#[derive(Clone, Debug, Default)]
pub struct Entities {
    of_a: BTreeMap<EntityId, EntityId>,
    of_b: BTreeMap<EntityId, EntityId>,
}

impl Entities {
    /// Looks at all places that name something in both.
    pub fn new(a: &Findings, b: &Findings) -> Self {
        let places = |findings: &Findings| {
            let shown = findings.shown_mentions();
            let linked = shown.filter_map(|(_, mention)| Some((mention.span, mention.entity?)));
            linked.collect::<BTreeMap<Span, EntityId>>()
        };
        let (in_a, in_b) = (places(a), places(b));
        let mut votes: BTreeMap<(EntityId, EntityId), usize> = BTreeMap::new();
        for (span, &one) in &in_a {
            if let Some(&other) = in_b.get(span) {
                *votes.entry((one, other)).or_default() += 1;
            }
        }
        let mut by_name: HashMap<(&str, u8), EntityId> = HashMap::new();
        for (index, entity) in b.entities.iter().enumerate().rev() {
            by_name.insert((&entity.name, entity.kind as u8), EntityId(index as u32));
        }
        for (index, entity) in a.entities.iter().enumerate() {
            if let Some(&other) = by_name.get(&(entity.name.as_str(), entity.kind as u8)) {
                *votes.entry((EntityId(index as u32), other)).or_default() += PLACES_FOR_A_NAME;
            }
        }
        let mut by_votes: Vec<_> = votes.into_iter().collect();
        by_votes.sort_by_key(|&(pair, n)| (Reverse(n), pair));
        let mut entities = Self::default();
        for ((one, other), _) in by_votes {
            entities.link(one, other);
        }
        entities
    }

    /// Says that two are the same, unless either is the same as another.
    pub fn link(&mut self, a: EntityId, b: EntityId) {
        if !self.of_a.contains_key(&a) && !self.of_b.contains_key(&b) {
            self.of_a.insert(a, b);
            self.of_b.insert(b, a);
        }
    }

    /// Says that two are the same, and no longer the same as others.
    pub fn relink(&mut self, a: EntityId, b: EntityId) {
        if let Some(other) = self.of_a.remove(&a) {
            self.of_b.remove(&other);
        }
        if let Some(other) = self.of_b.remove(&b) {
            self.of_a.remove(&other);
        }
        self.link(a, b);
    }

    /// Whether an entity of the first is one of the second.
    pub fn has(&self, a: EntityId) -> bool {
        self.of_a.contains_key(&a)
    }

    /// What an entity of the second is in the first.
    pub fn in_a(&self, b: EntityId) -> Option<EntityId> {
        self.of_b.get(&b).copied()
    }

    /// Whether both are the same.
    pub fn are_same(&self, a: Option<EntityId>, b: Option<EntityId>) -> bool {
        match (a, b) {
            (None, None) => true,
            (Some(a), Some(b)) => self.of_a.get(&a) == Some(&b),
            _ => false,
        }
    }
}

/// Whether both name the same speaker.
pub fn same_speaker(
    text: &str,
    (in_a, a): (&Findings, &Statement),
    (in_b, b): (&Findings, &Statement),
    entities: &Entities,
) -> bool {
    let is_editorial = |voice: &Voice| voice.because == Reason::Editorial;
    let (one, other) = match (&a.speaker, &b.speaker) {
        (None, None) => return true,
        (Some(one), Some(other)) => (one, other),
        _ => return false,
    };
    if is_editorial(one) || is_editorial(other) {
        return is_editorial(one) && is_editorial(other);
    }
    if one.entity.is_some() && other.entity.is_some() {
        return entities.are_same(one.entity, other.entity);
    }
    let name = |findings, voice| speaker::of(text, findings, Some(voice)).name;
    let has_overlap =
        (one.spans.iter()).any(|span| other.spans.iter().any(|it| it.overlaps(*span)));
    has_overlap || name(in_a, one) == name(in_b, other)
}

/// Whether the reader has said nothing of a finding yet.
pub fn is_open(verdict: Verdict) -> bool {
    verdict == Verdict::Open
}
