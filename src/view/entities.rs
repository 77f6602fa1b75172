//! Who and what an article mentions, by kind, with how often.

use crate::document::{EntityId, Findings, Kind, Verdict};

use super::query::Pattern;

/// The entities of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What they are.
    pub kind: Kind,
    /// The most often mentioned first, then by name.
    pub entries: Vec<Entry>,
}

/// An entity in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Which one.
    pub id: EntityId,
    /// How it is called.
    pub name: String,
    /// Its role, where the article gives one.
    pub role: Option<String>,
    /// How often it is mentioned.
    pub n_mentions: usize,
    /// How many words are only related to it: „russischen“.
    pub n_related: usize,
    /// How often it speaks.
    pub n_statements: usize,
    /// The reader's note; may be empty.
    pub note: String,
}

/// Entities with at least one mention or related word, grouped by kind in the order of [`Kind::ALL`].
pub fn groups(findings: &Findings) -> Vec<Group> {
    // Mentions and related words.
    let mut places = vec![(0_usize, 0_usize); findings.entities.len()];
    for mention in &findings.mentions {
        if mention.verdict == Verdict::Rejected {
            continue;
        }
        let counts = mention.entity.and_then(|id| places.get_mut(id.0 as usize));
        let Some((n_mentions, n_related)) = counts else {
            continue;
        };
        match (mention.refers(), mention.form.refers()) {
            (true, _) => *n_mentions += 1,
            (false, false) => *n_related += 1,
            // A role says what somebody is, but means nobody.
            (false, true) => {}
        }
    }
    let mut n_statements = vec![0_usize; findings.entities.len()];
    for statement in &findings.statements {
        if statement.verdict == Verdict::Rejected {
            continue;
        }
        let speaker = statement.speaker.as_ref().and_then(|voice| voice.entity);
        if let Some(count) = speaker.and_then(|id| n_statements.get_mut(id.0 as usize)) {
            *count += 1;
        }
    }
    Kind::ALL
        .into_iter()
        .filter_map(|kind| {
            let of_kind = findings.entities.iter().enumerate();
            let mut entries: Vec<_> = of_kind
                .filter(|&(index, entity)| entity.kind == kind && places[index] != (0, 0))
                .map(|(index, entity)| Entry {
                    id: EntityId(index as u32),
                    name: entity.name.clone(),
                    role: entity.office(),
                    n_mentions: places[index].0,
                    n_related: places[index].1,
                    n_statements: n_statements[index],
                    note: entity.note.clone(),
                })
                .collect();
            entries.sort_by(|one, other| {
                (other.n_mentions, &one.name, one.id).cmp(&(one.n_mentions, &other.name, other.id))
            });
            (!entries.is_empty()).then_some(Group { kind, entries })
        })
        .collect()
}

/// Positions of the entries whose name or role has a word like this, all of them if there is no pattern.
pub fn called(entries: &[Entry], pattern: Option<&Pattern>) -> Vec<usize> {
    let is_called = |entry: &Entry| {
        let mut words = std::iter::once(&entry.name).chain(&entry.role);
        pattern.is_none_or(|pattern| words.any(|words| pattern.is_in(words)))
    };
    (0..entries.len())
        .filter(|&index| is_called(&entries[index]))
        .collect()
}

/// How many mentions of each kind are marked in the article, in the order of [`Kind::ALL`].
pub fn n_mentions_by_kind(findings: &Findings) -> [usize; Kind::ALL.len()] {
    let mut counts = [0; Kind::ALL.len()];
    for mention in &findings.mentions {
        if mention.verdict != Verdict::Rejected && mention.stands_out() {
            counts[mention.kind as usize] += 1;
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::{sample, sample_layers};

    #[test]
    fn the_most_mentioned_comes_first() {
        let groups = groups(&sample::document().findings);
        let kinds: Vec<_> = groups.iter().map(|group| group.kind).collect();
        assert_eq!(kinds, [Kind::Person, Kind::Organisation, Kind::Location]);
        let persons = &groups[0].entries;
        assert_eq!(persons[0].name, "Erika Ohnesorg");
        assert_eq!((persons[0].n_mentions, persons[0].n_statements), (2, 2));
    }

    #[test]
    fn related_words_are_counted_apart() {
        let document = sample_layers::document();
        let groups = groups(&document.findings);
        let entries = groups.iter().flat_map(|group| &group.entries);
        let count = |name: &str| {
            let mut entries = entries.clone();
            let entry = entries.find(|entry| entry.name == name);
            entry.map(|entry| (entry.n_mentions, entry.n_related))
        };
        assert_eq!(count("Russland"), Some((1, 3)));
        assert_eq!(count("Jena"), Some((2, 0)));
        assert_eq!(count("Polen"), Some((0, 1)), "only „polnischer“");
    }

    #[test]
    fn names_and_roles_are_found_by_the_beginnings_of_their_words() {
        let groups = groups(&sample::document().findings);
        let persons = &groups[0].entries;
        let called = |words: &str| called(persons, Pattern::of_name(words).as_ref());
        assert_eq!(called("weide"), [1]);
        assert_eq!(called("burger"), [0]);
        assert!(called("nesorg").is_empty());
        assert_eq!(super::called(persons, None), [0, 1]);
    }

    #[test]
    fn who_lost_all_mentions_is_not_listed() {
        let mut findings = sample::document().findings;
        for mention in &mut findings.mentions {
            if mention.kind == Kind::Location {
                mention.verdict = Verdict::Rejected;
            }
        }
        let groups = groups(&findings);
        assert!(groups.iter().all(|group| group.kind != Kind::Location));
        assert_eq!(n_mentions_by_kind(&findings)[Kind::Location as usize], 0);
        assert_eq!(n_mentions_by_kind(&findings)[Kind::Person as usize], 3);
    }
}
