//! What nobody has looked at yet, one after another: mentions under what they stand for, statements under who makes them, the
//! least certain first.

use std::collections::BTreeMap;

use crate::document::{
    Confidence, EntityId, Findings, Kind, Mention, MentionId, StatementId, Verdict,
};
use crate::review::Edit;

use super::speaker::{Speaker, SpeakerKey};
use super::statements::Row;

/// Over this, the program is mostly right: what is so certain can be confirmed at once.
pub const SURE: f32 = 0.9;

/// Something to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Item {
    /// Whether something is named here, and what.
    Mention(MentionId),
    /// Whether somebody says this.
    Statement(StatementId),
}

/// What things have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// They stand for this.
    Entity(EntityId),
    /// Dates, amounts, roles of nobody.
    Kind(Kind),
    /// They are said by this one.
    Speaker(Speaker),
}

/// Things that have something in common.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// What.
    pub subject: Subject,
    /// The least certain first.
    pub items: Vec<Entry>,
}

/// Something to look at, or something that was looked at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Entry {
    /// What.
    pub item: Item,
    /// How sure the program is.
    pub confidence: Confidence,
    /// Whether nobody has looked at it yet.
    pub is_open: bool,
}

impl Group {
    /// How many things nobody has looked at.
    pub fn n_open(&self) -> usize {
        self.open().count()
    }

    /// Those.
    pub fn open(&self) -> impl Iterator<Item = Item> + '_ {
        let open = self.items.iter().filter(|entry| entry.is_open);
        open.map(|entry| entry.item)
    }
}

/// Everything that is to be looked at.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Queue {
    /// The group with the least certain finding first. What is done keeps its place, so that nothing moves on the way.
    pub groups: Vec<Group>,
    /// How many things there are.
    pub n_all: usize,
    /// How many of them nobody has looked at.
    pub n_open: usize,
}

/// All findings that catch a reader's eye; what he has added himself needs no second look.
pub fn queue(findings: &Findings, rows: &[Row], rejected: &[Row]) -> Queue {
    let mut by_entity: BTreeMap<(bool, u32), Vec<Entry>> = BTreeMap::new();
    for (index, mention) in findings.mentions.iter().enumerate() {
        if mention.verdict == Verdict::Added || !mention.stands_out() {
            continue;
        }
        let entry = Entry {
            item: Item::Mention(MentionId(index as u32)),
            confidence: mention.confidence,
            is_open: mention.verdict == Verdict::Open,
        };
        by_entity.entry(key(mention)).or_default().push(entry);
    }
    let mut groups: Vec<Group> = Vec::new();
    for ((is_entity, number), items) in by_entity {
        let subject = if is_entity {
            Subject::Entity(EntityId(number))
        } else {
            Subject::Kind(Kind::ALL[number as usize % Kind::ALL.len()])
        };
        groups.push(Group { subject, items });
    }
    let mut by_speaker: BTreeMap<&SpeakerKey, Group> = BTreeMap::new();
    for row in rows.iter().chain(rejected) {
        if row.verdict == Verdict::Added {
            continue;
        }
        let group = by_speaker.entry(&row.speaker.key).or_insert_with(|| Group {
            subject: Subject::Speaker(row.speaker.clone()),
            items: Vec::new(),
        });
        group.items.push(Entry {
            item: Item::Statement(row.id),
            confidence: findings.statement(row.id).confidence,
            is_open: row.verdict == Verdict::Open,
        });
    }
    groups.extend(by_speaker.into_values());
    for group in &mut groups {
        let place = |entry: &Entry| match entry.item {
            Item::Mention(id) => findings.mention(id).span.start(),
            Item::Statement(id) => findings.statement(id).extent().start(),
        };
        let items = &mut group.items;
        items.sort_by_cached_key(place);
        items.sort_by(|one, other| one.confidence.get().total_cmp(&other.confidence.get()));
    }
    // A group of names before the statements of the same certainty: who speaks is known by then.
    let least = |group: &Group| {
        group
            .items
            .first()
            .map_or(1.0, |entry| entry.confidence.get())
    };
    groups.sort_by(|one, other| least(one).total_cmp(&least(other)));
    let all = || groups.iter().flat_map(|group| &group.items);
    let (n_all, n_open) = (all().count(), all().filter(|entry| entry.is_open).count());
    Queue {
        groups,
        n_all,
        n_open,
    }
}

/// Whether it stands for an entity, and which; else its kind.
fn key(mention: &Mention) -> (bool, u32) {
    match mention.entity {
        Some(id) => (true, id.0),
        None => (false, mention.kind as u32),
    }
}

impl Queue {
    /// Everything in its order.
    pub fn entries(&self) -> impl Iterator<Item = Entry> + '_ {
        self.groups
            .iter()
            .flat_map(|group| group.items.iter().copied())
    }

    /// The first thing that nobody has looked at.
    pub fn first(&self) -> Option<Item> {
        let mut open = self.entries().filter(|entry| entry.is_open);
        open.next().map(|entry| entry.item)
    }

    /// Whether nobody has looked at it yet.
    pub fn is_open(&self, item: Item) -> bool {
        self.entries()
            .any(|entry| entry.item == item && entry.is_open)
    }

    /// The next thing after `item` that nobody has looked at; after the last one the first again. `item` itself comes last.
    pub fn after(&self, item: Item) -> Option<Item> {
        self.around(item, false)
    }

    /// The one before it.
    pub fn before(&self, item: Item) -> Option<Item> {
        self.around(item, true)
    }

    fn around(&self, item: Item, is_back: bool) -> Option<Item> {
        let entries: Vec<Entry> = self.entries().collect();
        let here = entries.iter().position(|entry| entry.item == item)?;
        let (done, rest) = entries.split_at(here);
        let open = |entry: &&Entry| entry.is_open;
        let found = if is_back {
            let mut earlier = done.iter().rev().chain(rest.iter().rev());
            earlier.find(open)
        } else {
            let mut later = rest.iter().skip(1).chain(done).chain(rest.first());
            later.find(open)
        };
        found.map(|entry| entry.item)
    }

    /// The group that it is in.
    pub fn group_of(&self, item: Item) -> Option<&Group> {
        let is_in = |group: &&Group| group.items.iter().any(|entry| entry.item == item);
        self.groups.iter().find(is_in)
    }

    /// What nobody has looked at and the program is sure of.
    pub fn sure(&self) -> impl Iterator<Item = Item> + '_ {
        let sure = |entry: &Entry| entry.is_open && SURE <= entry.confidence.get();
        self.entries().filter(sure).map(|entry| entry.item)
    }
}

/// Confirms or rejects all of these in one step; nothing if there are none.
pub fn judge(items: impl IntoIterator<Item = Item>, verdict: Verdict) -> Option<Edit> {
    let mut edits: Vec<Edit> = items
        .into_iter()
        .map(|item| match item {
            Item::Mention(mention) => Edit::JudgeMention { mention, verdict },
            Item::Statement(statement) => Edit::JudgeStatement { statement, verdict },
        })
        .collect();
    if 1 < edits.len() {
        return Some(Edit::Group { edits });
    }
    edits.pop()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::document::Document;
    use crate::review::{Review, Stamp};
    use crate::view::{sample, statements};

    fn of(document: &Document) -> Queue {
        queue_of(document.text(), &document.findings)
    }

    fn queue_of(text: &str, findings: &Findings) -> Queue {
        let rows = statements::rows(text, findings);
        queue(findings, &rows, &statements::rejected(text, findings))
    }

    const MENTION: fn(u32) -> Item = |id| Item::Mention(MentionId(id));
    const STATEMENT: fn(u32) -> Item = |id| Item::Statement(StatementId(id));

    fn items(queue: &Queue) -> Vec<Item> {
        queue.entries().map(|entry| entry.item).collect()
    }

    /// The sample, where the program is unsure of one name.
    fn document() -> Document {
        let mut document = sample::document();
        document.findings.mentions[2].confidence = Confidence::new(0.2);
        document
    }

    #[test]
    fn the_least_certain_group_and_the_least_certain_finding_come_first() {
        let queue = of(&document());
        assert_eq!((queue.n_all, queue.n_open), (8, 8));
        assert_eq!(queue.first(), Some(MENTION(2)), "20 percent");
        // Her other mention goes with it; then the statement of nobody known, 30 percent.
        assert_eq!(items(&queue)[..3], [MENTION(2), MENTION(0), STATEMENT(2)]);
        let group = queue.group_of(MENTION(0)).expect("it is in one");
        assert_eq!(group.subject, Subject::Entity(EntityId(0)));
    }

    #[test]
    fn what_is_done_keeps_its_place_and_is_stepped_over() {
        let mut document = document();
        document.findings.mentions[2].verdict = Verdict::Accepted;
        let queue = of(&document);
        assert_eq!((queue.n_all, queue.n_open), (8, 7));
        assert_eq!(queue.first(), Some(MENTION(0)));
        assert_eq!(queue.after(MENTION(2)), Some(MENTION(0)));
        assert_eq!(queue.after(MENTION(0)), Some(STATEMENT(2)));
        assert_eq!(queue.before(STATEMENT(2)), Some(MENTION(0)));
        let last = *items(&queue).last().expect("there are some");
        assert_eq!(queue.after(last), Some(MENTION(0)), "around to the first");
        assert_eq!(queue.before(MENTION(0)), Some(last));
    }

    #[test]
    fn rejected_findings_are_done_and_added_ones_need_no_look() {
        let mut document = document();
        document.findings.statements[1].verdict = Verdict::Rejected;
        document.findings.mentions[4].verdict = Verdict::Added;
        let queue = of(&document);
        assert_eq!((queue.n_all, queue.n_open), (7, 6));
        assert!(!queue.is_open(STATEMENT(1)) && queue.is_open(STATEMENT(0)));
    }

    #[test]
    fn where_all_is_done_nothing_is_next() {
        let mut document = document();
        for mention in &mut document.findings.mentions {
            mention.verdict = Verdict::Accepted;
        }
        for statement in &mut document.findings.statements {
            statement.verdict = Verdict::Changed;
        }
        let queue = of(&document);
        assert_eq!((queue.n_open, queue.first()), (0, None));
        assert_eq!(queue.after(MENTION(0)), None);
        assert_eq!(judge(queue.sure(), Verdict::Accepted), None);
    }

    #[test]
    fn two_hundred_mentions_are_confirmed_in_one_step_and_taken_back_in_one() {
        let mut document = sample::document();
        let pattern = document.findings.mentions[0].clone();
        document.findings.mentions = vec![pattern; 200];
        document.findings.statements.clear();
        let mut review = Review::new(Arc::new(document));
        let before = review.findings().clone();
        let all = queue_of(review.document().text(), review.findings());
        assert_eq!((all.n_open, all.groups.len()), (200, 1));
        let edit = judge(all.groups[0].open(), Verdict::Accepted).expect("there are some");
        assert_eq!(review.apply(edit, Stamp::default()), Ok(true));
        assert_eq!(review.steps().len(), 1);
        let done = queue_of(review.document().text(), review.findings());
        assert_eq!((done.n_open, done.n_all), (0, 200));
        assert!(review.undo());
        assert_eq!(*review.findings(), before);
    }

    #[test]
    fn only_what_the_program_is_sure_of_is_sure() {
        let queue = of(&document());
        let sure: Vec<Item> = queue.sure().collect();
        assert!(!sure.contains(&MENTION(2)) && !sure.contains(&STATEMENT(2)));
        assert_eq!(sure.len(), 6, "{sure:?}");
    }
}
