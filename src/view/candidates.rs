//! Who may be meant: the names of an article, those first that are likely where the reader points.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::document::{Entity, EntityId, Findings, Kind, Verdict};
use crate::span::Span;

/// Names nearer than this, in bytes, are near: about three sentences.
const NEAR: usize = 400;

/// The same for names of other kinds than are looked for: about a sentence. „Der Kreml“ speaks, too, but places seldom do.
const RATHER_NEAR: usize = 150;

/// What is looked for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted<'a> {
    /// Near this place.
    pub near: Option<Span>,
    /// Rather of these kinds; of any if there are none.
    pub kinds: &'a [Kind],
    /// Called a little like this.
    pub like: &'a [&'a str],
    /// But not this one.
    pub except: Option<EntityId>,
}

/// Somebody who may be meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Who.
    pub id: EntityId,
    /// How often the article mentions him.
    pub n_mentions: usize,
    /// Whether it does so near the place.
    pub is_near: bool,
}

/// Everybody whom the article mentions or lets speak: who is called alike first, then who is near, then the others, the
/// most frequent first.
pub fn candidates(findings: &Findings, wanted: Wanted<'_>) -> Vec<Candidate> {
    let n_entities = findings.entities.len();
    let mut n_mentions = vec![0_usize; n_entities];
    let mut distances: Vec<Option<usize>> = vec![None; n_entities];
    for mention in &findings.mentions {
        if mention.verdict == Verdict::Rejected || !mention.refers() {
            continue;
        }
        let index = mention.entity.map(|id| id.0 as usize);
        let Some(index) = index.filter(|&index| index < n_entities) else {
            continue;
        };
        n_mentions[index] += 1;
        if let Some(place) = wanted.near {
            let distance = distance(mention.span, place);
            let kind = findings.entities[index].kind;
            let is_of_kind = wanted.kinds.is_empty() || wanted.kinds.contains(&kind);
            let reach = if is_of_kind { NEAR } else { RATHER_NEAR };
            let old = distances[index].unwrap_or(usize::MAX);
            distances[index] = Some(old.min(distance)).filter(|&nearest| nearest <= reach);
        }
    }
    let mut speaks = vec![false; n_entities];
    for (_, statement) in findings.shown_statements() {
        let speaker = statement.speaker.as_ref().and_then(|voice| voice.entity);
        if let Some(speaks) = speaker.and_then(|id| speaks.get_mut(id.0 as usize)) {
            *speaks = true;
        }
    }
    let like: BTreeSet<String> = wanted.like.iter().flat_map(|name| words(name)).collect();
    let is_there = |&index: &usize| 0 < n_mentions[index] || speaks[index];
    let mut found: Vec<usize> = (0..n_entities)
        .filter(is_there)
        .filter(|&index| wanted.except != Some(EntityId(index as u32)))
        .collect();
    found.sort_by_cached_key(|&index| {
        let entity = &findings.entities[index];
        let is_of_kind = wanted.kinds.is_empty() || wanted.kinds.contains(&entity.kind);
        (
            !is_called_like(entity, &like),
            distances[index].is_none(),
            !is_of_kind,
            distances[index],
            Reverse(n_mentions[index]),
            entity.name.clone(),
        )
    });
    let candidate = |index: usize| Candidate {
        id: EntityId(index as u32),
        n_mentions: n_mentions[index],
        is_near: distances[index].is_some(),
    };
    found.into_iter().map(candidate).collect()
}

/// Bytes between two places; none where they touch.
fn distance(one: Span, other: Span) -> usize {
    let after = one.start().saturating_sub(other.end());
    let before = other.start().saturating_sub(one.end());
    after.max(before)
}

fn is_called_like(entity: &Entity, like: &BTreeSet<String>) -> bool {
    let mut names = std::iter::once(&entity.name).chain(&entity.aliases);
    !like.is_empty() && names.any(|name| words(name).any(|word| like.contains(&word)))
}

/// The words of a name that say something: „der“ and „von“ do not.
fn words(name: &str) -> impl Iterator<Item = String> + '_ {
    let words = name.split(|letter: char| !letter.is_alphanumeric());
    words
        .filter(|word| 2 < word.chars().count())
        .filter(|word| word.chars().any(char::is_uppercase))
        .map(|word| {
            let word = word.to_lowercase();
            // „Ohnesorgs“ is like „Ohnesorg“.
            word.strip_suffix('s').map_or(word.clone(), str::to_owned)
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::sample;

    /// Names of the sample in the order in which they are offered.
    fn check(wanted: Wanted<'_>, expected: &[&str]) {
        let findings = sample::document().findings;
        let found = candidates(&findings, wanted);
        let names = found
            .iter()
            .map(|found| findings.entity(found.id).name.as_str());
        assert_eq!(names.collect::<Vec<_>>(), expected, "{wanted:?}");
    }

    #[test]
    fn without_a_place_the_most_frequent_come_first() {
        check(
            Wanted::default(),
            &["Erika Ohnesorg", "Kurt Weide", "Neustadt", "Stadtwerke"],
        );
    }

    #[test]
    fn who_is_near_comes_first_and_persons_before_places() {
        let place = sample::document().findings.mentions[1].span;
        let wanted = Wanted {
            near: Some(place),
            kinds: &[Kind::Location],
            ..Wanted::default()
        };
        let findings = sample::document().findings;
        let found = candidates(&findings, wanted);
        assert_eq!(findings.entity(found[0].id).kind, Kind::Location);
        assert!(found[0].is_near);
    }

    #[test]
    fn who_is_called_alike_comes_before_all_others() {
        let like = ["Weides Sohn"];
        let wanted = Wanted {
            like: &like,
            ..Wanted::default()
        };
        check(
            wanted,
            &["Kurt Weide", "Erika Ohnesorg", "Neustadt", "Stadtwerke"],
        );
    }

    #[test]
    fn who_is_left_out_or_rejected_is_not_offered() {
        let mut findings = sample::document().findings;
        let wanted = Wanted {
            except: Some(EntityId(0)),
            ..Wanted::default()
        };
        assert_eq!(candidates(&findings, wanted).len(), 3);
        for mention in &mut findings.mentions {
            if mention.entity == Some(EntityId(2)) {
                mention.verdict = Verdict::Rejected;
            }
        }
        assert_eq!(candidates(&findings, wanted).len(), 2);
    }
}
