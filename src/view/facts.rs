//! Dates, times, durations, amounts and roles: what has no entity is listed with what it comes to.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use crate::document::{Document, EntityId, Findings, Kind, MentionId};

use super::context::one_line;

/// A place where a date, an amount or the like stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// Which mention.
    pub mention: MentionId,
    /// What it is.
    pub kind: Kind,
    /// The words as printed: „am 3. Mai“.
    pub words: String,
    /// What they come to: `2016-05-03`.
    pub value: Option<String>,
    /// Whose role it is.
    pub entity: Option<EntityId>,
}

/// All facts of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    timeline: Vec<Fact>,
    durations: Vec<Fact>,
    amounts: Vec<Fact>,
    roles: Vec<Fact>,
}

impl Facts {
    /// The list that a kind belongs to: dates and times in the order of time, those without a value at the end; durations,
    /// amounts and roles in text order. Names have none.
    pub fn of(&self, kind: Kind) -> &[Fact] {
        match kind {
            Kind::Date | Kind::Time => &self.timeline,
            Kind::Duration => &self.durations,
            Kind::Amount => &self.amounts,
            Kind::Role => &self.roles,
            Kind::Person | Kind::Organisation | Kind::Location | Kind::Other => &[],
        }
    }
}

impl Facts {
    /// Whether some mentions, as they are now, are facts, or were some when these were gathered.
    pub fn may_have(&self, findings: &Findings, mentions: &BTreeSet<MentionId>) -> bool {
        let lists = [&self.timeline, &self.durations, &self.amounts, &self.roles];
        let mut old = lists.into_iter().flatten();
        let is_one = |id: &MentionId| {
            let mention = findings.mentions.get(id.0 as usize);
            mention.is_some_and(|mention| !mention.kind.is_name())
        };
        mentions.iter().any(is_one) || old.any(|fact| mentions.contains(&fact.mention))
    }
}

/// Gathers the facts of an article.
pub fn facts(document: &Document, findings: &Findings) -> Facts {
    let mut facts = Facts::default();
    for (id, mention) in findings.shown_mentions() {
        let list = match mention.kind {
            Kind::Date | Kind::Time => &mut facts.timeline,
            Kind::Duration => &mut facts.durations,
            Kind::Amount => &mut facts.amounts,
            Kind::Role => &mut facts.roles,
            Kind::Person | Kind::Organisation | Kind::Location | Kind::Other => continue,
        };
        list.push(Fact {
            mention: id,
            kind: mention.kind,
            words: one_line(mention.span.of(document.text())),
            value: mention.value.clone(),
            entity: mention.entity,
        });
    }
    facts.timeline.sort_by(in_time);
    facts
}

/// ISO values in the order of time: a day before its hours, a month before its days, times of unknown days after all days.
fn in_time(one: &Fact, other: &Fact) -> Ordering {
    match (&one.value, &other.value) {
        (Some(one), Some(other)) => when(one).cmp(when(other)),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    }
}

/// The part of a value that says when: the day up to which three years are counted, the first of several days.
fn when(value: &str) -> &str {
    match value.split_once('/') {
        Some((from, to)) if from.starts_with('P') || from == ".." => to,
        _ => value.trim_start_matches(['{', '[']),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Verdict;
    use crate::view::sample_layers;

    fn words(facts: &Facts, kind: Kind) -> Vec<&str> {
        facts
            .of(kind)
            .iter()
            .map(|fact| fact.words.as_str())
            .collect()
    }

    #[test]
    fn dates_and_times_make_a_timeline() {
        let document = sample_layers::document();
        let facts = facts(&document, &document.findings);
        let expected = ["Am Montag", "15.30 Uhr", "am 3. Mai 2016", "im Herbst"];
        assert_eq!(words(&facts, Kind::Date), expected);
        assert_eq!(words(&facts, Kind::Time), expected);
        assert_eq!(facts.of(Kind::Date)[2].value.as_deref(), Some("2016-05-03"));
    }

    #[test]
    fn what_says_when_is_found_in_every_value() {
        assert_eq!(when("P3Y/2016-12-08"), "2016-12-08");
        assert_eq!(when("2016-12-08/P60D"), "2016-12-08/P60D");
        assert_eq!(when("../2016"), "2016");
        assert_eq!(when("{2016-05-03,2016-05-09}"), "2016-05-03,2016-05-09}");
    }

    #[test]
    fn durations_amounts_and_roles_have_lists_of_their_own() {
        let mut document = sample_layers::document();
        let facts_before = facts(&document, &document.findings);
        assert_eq!(words(&facts_before, Kind::Duration), ["drei Tage"]);
        assert_eq!(words(&facts_before, Kind::Amount), ["1.500 Euro"]);
        let roles = [
            "Rektor",
            "russischen Botschafter",
            "Sprecherin des Jenaer Rathauses",
        ];
        assert_eq!(words(&facts_before, Kind::Role), roles);
        assert_eq!(facts_before.of(Kind::Role)[0].entity, Some(EntityId(0)));
        assert!(facts_before.of(Kind::Person).is_empty());

        for mention in &mut document.findings.mentions {
            mention.verdict = Verdict::Rejected;
        }
        assert_eq!(facts(&document, &document.findings), Facts::default());
    }
}
