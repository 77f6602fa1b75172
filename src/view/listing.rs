//! Which statements are listed, in which order and in which groups.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

use crate::document::{StatementKind, Verdict};

use super::query::{self, Query, Subject};
use super::speaker::{Speaker, SpeakerKey};
use super::statements::Row;

/// In which order statements are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// Key statements first, each part in text order.
    #[default]
    KeyFirst,
    /// As they stand in the text.
    Text,
    /// What matters most first.
    Salience,
    /// By name of who says it, unknown last.
    Speaker,
}

impl Order {
    /// All orders.
    pub const ALL: [Self; 4] = [Self::KeyFirst, Self::Text, Self::Salience, Self::Speaker];
}

/// Which statements are listed, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only by this speaker.
    pub speaker: Option<SpeakerKey>,
    /// Only of this kind.
    pub kind: Option<StatementKind>,
    /// Only those with a source that stays unnamed.
    pub is_anonymous: bool,
    /// Only those of which the program is so sure, 1 to 3.
    pub level: Option<u8>,
    /// Only those of which the reader says this; those that he has rejected are listed apart.
    pub verdict: Option<Verdict>,
    /// Only those that a query like this finds, or that have these words if it is none.
    pub words: String,
    /// In this order.
    pub order: Order,
    /// Under a heading for each speaker.
    pub is_grouped: bool,
}

impl Filter {
    /// Whether it leaves anything out.
    pub fn narrows(&self) -> bool {
        self.speaker.is_some()
            || self.kind.is_some()
            || self.is_anonymous
            || self.level.is_some()
            || self.verdict.is_some()
            || !self.words.trim().is_empty()
    }

    /// The same order and groups for all statements.
    #[must_use]
    pub fn widened(&self) -> Self {
        Self {
            order: self.order,
            is_grouped: self.is_grouped,
            ..Self::default()
        }
    }

    fn passes(&self, row: &Row) -> bool {
        self.kind.is_none_or(|kind| row.kind == kind)
            && (!self.is_anonymous || row.is_anonymous())
            && self.level.is_none_or(|level| row.level == level)
            && self.verdict.is_none_or(|verdict| row.verdict == verdict)
            && (self.speaker.as_ref()).is_none_or(|key| row.speaker.key == *key)
    }
}

/// A speaker who can be filtered by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Who it is.
    pub speaker: Speaker,
    /// How many statements are by it.
    pub n_statements: usize,
}

/// What one speaker says, as a part of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Who it is.
    pub speaker: Speaker,
    /// Positions in the list.
    pub places: Range<usize>,
    /// Its share of what is listed, over 0 and up to 1.
    pub share: f32,
}

/// Positions in the rows of those that pass the filter, in its order.
pub fn listed(subject: Subject<'_>, filter: &Filter) -> Vec<usize> {
    let (rows, findings) = (subject.rows, subject.findings);
    let mut listed = match query(&filter.words) {
        Some(query) => query.listed(subject),
        None => (0..rows.len()).collect(),
    };
    listed.retain(|&index| filter.passes(&rows[index]));
    match filter.order {
        Order::Text => {}
        Order::KeyFirst => listed.sort_by_key(|&index| !rows[index].key),
        Order::Salience => listed.sort_by(|&one, &other| {
            let salience = |index: usize| findings.statement(rows[index].id).salience;
            salience(other).total_cmp(&salience(one))
        }),
        Order::Speaker => listed.sort_by_cached_key(|&index| by_name(&rows[index].speaker)),
    }
    if filter.is_grouped && filter.order != Order::Speaker {
        let ranks: BTreeMap<SpeakerKey, usize> = speakers(listed.iter().map(|&index| &rows[index]))
            .into_iter()
            .enumerate()
            .map(|(rank, choice)| (choice.speaker.key, rank))
            .collect();
        listed.sort_by_key(|&index| ranks.get(&rows[index].speaker.key));
    }
    listed
}

/// What is typed, or the words themselves while they make no query; nothing if there are none.
fn query(words: &str) -> Option<Query> {
    let query = query::parse(words).or_else(|_| {
        let plain: String = words.chars().filter(|&letter| letter != '"').collect();
        query::parse(&format!("\"{plain}\""))
    });
    query.ok().filter(|query| !query.is_empty())
}

/// Neighbours in a list that are by the same speaker; of use for a grouped list.
pub fn groups(rows: &[Row], listed: &[usize]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (place, &index) in listed.iter().enumerate() {
        let speaker = &rows[index].speaker;
        match groups.last_mut() {
            Some(group) if group.speaker.key == speaker.key => group.places.end = place + 1,
            _ => groups.push(Group {
                speaker: speaker.clone(),
                places: place..place + 1,
                share: 0.0,
            }),
        }
    }
    for group in &mut groups {
        group.share = group.places.len() as f32 / listed.len() as f32;
    }
    groups
}

/// Everyone who says something: the most talkative first, then by name, unknown last.
pub fn speakers<'a>(rows: impl IntoIterator<Item = &'a Row>) -> Vec<Choice> {
    let mut choices: BTreeMap<&SpeakerKey, Choice> = BTreeMap::new();
    for row in rows {
        let choice = choices.entry(&row.speaker.key).or_insert_with(|| Choice {
            speaker: row.speaker.clone(),
            n_statements: 0,
        });
        choice.n_statements += 1;
    }
    let mut choices: Vec<Choice> = choices.into_values().collect();
    choices.sort_by_cached_key(|choice| {
        let is_unknown = choice.speaker.key == SpeakerKey::Unknown;
        (
            is_unknown,
            Reverse(choice.n_statements),
            by_name(&choice.speaker),
        )
    });
    choices
}

/// By name as in a directory; then what tells namesakes apart.
pub(super) fn by_name(speaker: &Speaker) -> (bool, String, SpeakerKey) {
    let name = plain(speaker.name.as_deref().unwrap_or_default());
    (speaker.name.is_none(), name, speaker.key.clone())
}

/// „Öztürk“ stands beside „Otto“, as in a German directory.
pub(super) fn plain(words: &str) -> String {
    let mut plain = String::with_capacity(words.len());
    for letter in words.chars().flat_map(char::to_lowercase) {
        match letter {
            'ä' => plain.push('a'),
            'ö' => plain.push('o'),
            'ü' => plain.push('u'),
            'ß' => plain.push_str("ss"),
            other => plain.push(other),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Document, EntityId};
    use crate::view::{sample, statements};

    fn subject<'a>(document: &'a Document, rows: &'a [Row]) -> Subject<'a> {
        Subject {
            document,
            findings: &document.findings,
            rows,
        }
    }

    fn ids(rows: &[Row], listed: &[usize]) -> Vec<u32> {
        listed.iter().map(|&index| rows[index].id.0).collect()
    }

    /// What is listed of the sample: 0 and 1 by Erika Ohnesorg, 2 by nobody known.
    fn check(filter: &Filter, expected: &[u32]) {
        let document = sample::document();
        let rows = statements::rows(document.text(), &document.findings);
        let listed = listed(subject(&document, &rows), filter);
        assert_eq!(ids(&rows, &listed), expected, "{filter:?}");
    }

    fn ordered(order: Order, is_grouped: bool) -> Filter {
        Filter {
            order,
            is_grouped,
            ..Filter::default()
        }
    }

    #[test]
    fn key_statements_come_first_each_part_in_text_order() {
        check(&ordered(Order::KeyFirst, false), &[1, 0, 2]);
        check(&ordered(Order::Text, false), &[0, 1, 2]);
        check(&ordered(Order::Salience, false), &[1, 2, 0]);
        check(&ordered(Order::Speaker, false), &[0, 1, 2]);
    }

    #[test]
    fn filters_narrow_the_list_together() {
        let mut filter = Filter {
            speaker: Some(SpeakerKey::Entity(EntityId(0))),
            order: Order::Text,
            ..Filter::default()
        };
        check(&filter, &[0, 1]);
        filter.kind = Some(StatementKind::Direct);
        check(&filter, &[0]);
        filter.speaker = Some(SpeakerKey::Unknown);
        check(&filter, &[]);
        assert!(filter.narrows() && !filter.widened().narrows());
        check(&filter.widened(), &[0, 1, 2]);
    }

    #[test]
    fn verdicts_narrow_the_list() {
        let of = |verdict| Filter {
            verdict: Some(verdict),
            order: Order::Text,
            ..Filter::default()
        };
        check(&of(Verdict::Open), &[0, 1, 2]);
        check(&of(Verdict::Accepted), &[]);
        let mut document = sample::document();
        document.findings.statements[1].verdict = Verdict::Rejected;
        document.findings.statements[2].verdict = Verdict::Accepted;
        let rows = statements::rows(document.text(), &document.findings);
        let accepted = listed(subject(&document, &rows), &of(Verdict::Accepted));
        assert_eq!(ids(&rows, &accepted), [2]);
        let rejected = statements::rejected(document.text(), &document.findings);
        assert_eq!(ids(&rejected, &[0]), [1]);
    }

    #[test]
    fn who_speaks_most_heads_the_groups_and_each_keeps_the_order() {
        check(&ordered(Order::Salience, true), &[1, 0, 2]);
        let document = sample::document();
        let rows = statements::rows(document.text(), &document.findings);
        let listed = listed(subject(&document, &rows), &ordered(Order::Salience, true));
        let groups = groups(&rows, &listed);
        let shown: Vec<_> = groups
            .iter()
            .map(|group| (group.speaker.name.as_deref(), group.places.clone()))
            .collect();
        assert_eq!(shown, [(Some("Erika Ohnesorg"), 0..2), (None, 2..3)]);
        assert!((groups[0].share - 2.0 / 3.0).abs() < 1e-6);
        assert!(super::groups(&rows, &[]).is_empty());
    }

    #[test]
    fn only_unnamed_sources_pass_where_they_are_asked_for() {
        let mut document = sample::document();
        let rows = |document: &crate::document::Document| {
            statements::rows(document.text(), &document.findings)
        };
        let filter = Filter {
            is_anonymous: true,
            ..Filter::default()
        };
        let before = rows(&document);
        assert!(listed(subject(&document, &before), &filter).is_empty());
        let mut rows = rows(&document);
        rows[2].via[0].is_anonymous = true;
        assert_eq!(listed(subject(&document, &rows), &filter), [2]);
        document.findings.statements.clear();
        assert!(listed(subject(&document, &[]), &filter).is_empty());
    }

    #[test]
    fn words_narrow_the_list_and_may_name_the_speaker() {
        let with = |words: &str| Filter {
            words: words.to_owned(),
            order: Order::Text,
            ..Filter::default()
        };
        check(&with("brücke"), &[0]);
        check(&with("ohnesorg"), &[0, 1]);
        check(&with("art:indirekt"), &[1, 2]);
        check(&with("  "), &[0, 1, 2]);
        check(&with("art:"), &[]);
        check(&with("/bau"), &[]);
        check(&with("-\"brücke\" ohnesorg"), &[1]);
        let sure = Filter {
            level: Some(1),
            ..Filter::default()
        };
        check(&sure, &[2]);
        assert!(sure.narrows() && with("x").narrows() && !with(" ").narrows());
        assert_eq!(with("x").widened().words, "");
    }

    #[test]
    fn names_stand_as_in_a_directory() {
        let speaker = |name: &str| Speaker {
            key: SpeakerKey::Words(name.to_owned()),
            name: Some(name.to_owned()),
            role: None,
        };
        let mut names = ["Zorn", "Öztürk", "Otto", "der Koch", "Ozean"];
        names.sort_by_key(|name| by_name(&speaker(name)));
        assert_eq!(names, ["der Koch", "Otto", "Ozean", "Öztürk", "Zorn"]);
    }

    #[test]
    fn speakers_are_offered_with_counts_and_unknown_last() {
        let document = sample::document();
        let rows = statements::rows(document.text(), &document.findings);
        let choices = speakers(&rows);
        assert_eq!(choices.len(), 2);
        assert_eq!(choices[0].n_statements, 2);
        assert_eq!(choices[1].speaker.key, SpeakerKey::Unknown);
    }
}
