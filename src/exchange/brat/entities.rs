//! Which marks mean the same: by normalisation, equivalence, or a relation that says so.

use std::collections::BTreeMap;

use super::bound::{Mark, What};
use super::parse::{Line, Record};
use super::{DATABASE, note};
use crate::document::{Entity, EntityId, Kind};
use crate::exchange::import::Gathering;
use crate::exchange::labels::{self, Link};

/// Groups of marks and of entries in databases, joined step by step.
#[derive(Default)]
pub(super) struct Entities<'a> {
    /// Each leads to another of its group, the last one to itself.
    parents: Vec<usize>,
    marks: BTreeMap<&'a str, usize>,
    entries: BTreeMap<(&'a str, &'a str), usize>,
    /// Entries by the id of the line that names them.
    lines: BTreeMap<&'a str, usize>,
    ids: BTreeMap<usize, EntityId>,
}

/// What is told of a group.
#[derive(Default)]
struct Told {
    name: Option<String>,
    kind: Option<Kind>,
    role: Option<String>,
    party: Option<String>,
    aliases: Vec<String>,
    note: Vec<String>,
    is_linked: bool,
}

impl<'a> Entities<'a> {
    /// Joins what belongs together, and makes the entities.
    pub(super) fn new(
        records: &'a [Record],
        marks: &'a [Mark],
        text: &str,
        gathering: &mut Gathering,
    ) -> Self {
        let mut all = Self::default();
        for mark in marks {
            let node = all.node();
            all.marks.insert(&mark.id, node);
        }
        for record in records {
            all.join(record);
        }
        let mut told: BTreeMap<usize, Told> = BTreeMap::new();
        for record in records {
            if let Some(node) = all.about(record) {
                let root = all.root(node);
                tell(told.entry(root).or_default(), record);
            }
        }
        let mut words: BTreeMap<usize, Vec<(String, Kind)>> = BTreeMap::new();
        for mark in marks {
            let root = all.marks.get(mark.id.as_str()).copied();
            let Some(root) = root.map(|node| all.root(node)) else {
                continue;
            };
            if let What::Mention(kind, _) = mark.what {
                words
                    .entry(root)
                    .or_default()
                    .push((mark.words(text), kind));
            }
        }
        // In the order of the numbers that lines give, so that ours keep theirs.
        let mut entries: Vec<(usize, usize)> = Vec::new();
        for (&(_, number), &node) in &all.entries {
            entries.push((number.parse().unwrap_or(usize::MAX), node));
        }
        entries.sort_unstable();
        let roots = entries.into_iter().map(|(_, node)| node);
        let roots: Vec<usize> = roots.chain(told.keys().copied()).collect();
        for node in roots {
            let root = all.root(node);
            let known = told.remove(&root).filter(|told| told.is_linked);
            if let (Some(told), false) = (known, all.ids.contains_key(&root)) {
                let mentioned = words.remove(&root).unwrap_or_default();
                let id = gathering.entity(entity(told, &mentioned));
                all.ids.insert(root, id);
            }
        }
        all
    }

    fn node(&mut self) -> usize {
        self.parents.push(self.parents.len());
        self.parents.len() - 1
    }

    fn root(&mut self, mut node: usize) -> usize {
        while self.parents[node] != node {
            self.parents[node] = self.parents[self.parents[node]];
            node = self.parents[node];
        }
        node
    }

    fn unite(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        // The earlier one stays.
        self.parents[one.max(other)] = one.min(other);
    }

    fn join(&mut self, record: &'a Record) {
        match &record.line {
            Line::Reference {
                label,
                target,
                database,
                number,
                ..
            } => {
                let key = (database.as_str(), number.as_str());
                let entry = match self.entries.get(&key) {
                    Some(&entry) => entry,
                    None => self.node(),
                };
                self.entries.insert(key, entry);
                self.lines.insert(&record.id, entry);
                let mark = self.marks.get(target.as_str()).copied();
                if let (Some(mark), None) = (mark, Link::of(label)) {
                    self.unite(mark, entry);
                }
            }
            Line::Equivalent(targets) => {
                let marks = targets.iter();
                let marks: Vec<usize> = marks
                    .filter_map(|target| self.marks.get(target.as_str()).copied())
                    .collect();
                for pair in marks.windows(2) {
                    self.unite(pair[0], pair[1]);
                }
            }
            Line::Relation { label, from, to } if Link::of(label) == Some(Link::Same) => {
                let mark = |id: &String| self.marks.get(id.as_str()).copied();
                if let (Some(from), Some(to)) = (mark(from), mark(to)) {
                    self.unite(from, to);
                }
            }
            _ => {}
        }
    }

    /// The group that a line tells something of.
    fn about(&self, record: &Record) -> Option<usize> {
        let of = |id: &str| self.lines.get(id).or(self.marks.get(id)).copied();
        match &record.line {
            Line::Reference { .. } => of(&record.id),
            Line::Equivalent(targets) => targets.iter().find_map(|target| of(target)),
            Line::Relation { label, from, .. } if Link::of(label) == Some(Link::Same) => of(from),
            Line::Note { label, target, .. } if label.starts_with("Entity") => of(target),
            _ => None,
        }
    }

    /// Whom a mark means.
    pub(super) fn of_mark(&mut self, id: &str) -> Option<EntityId> {
        let node = *self.marks.get(id)?;
        let root = self.root(node);
        self.ids.get(&root).copied()
    }

    /// Whom the entry means that a line names.
    pub(super) fn of_line(&mut self, id: &str) -> Option<EntityId> {
        let node = *self.lines.get(id)?;
        let root = self.root(node);
        self.ids.get(&root).copied()
    }
}

fn tell(told: &mut Told, record: &Record) {
    match &record.line {
        Line::Reference {
            database,
            number,
            words,
            ..
        } => {
            told.is_linked = true;
            if told.name.is_none() && !words.is_empty() {
                told.name = Some(words.clone());
            }
            let entry = format!("{database}:{number}");
            if database != DATABASE && !told.note.contains(&entry) {
                told.note.push(entry);
            }
        }
        Line::Note { label, words, .. } => match label.as_str() {
            note::ENTITY_KIND => told.kind = labels::named(words),
            note::ENTITY_ROLE => told.role = Some(words.clone()),
            note::ENTITY_PARTY => told.party = Some(words.clone()),
            note::ENTITY_ALIAS => told.aliases.push(words.clone()),
            note::ENTITY_NOTE => told.note.push(words.clone()),
            _ => {}
        },
        Line::Equivalent(_) | Line::Relation { .. } => told.is_linked = true,
        Line::Mark { .. } | Line::Event { .. } | Line::Attribute { .. } => {}
    }
}

/// Named as it is told, or else by its longest mention; then the others are its aliases.
fn entity(told: Told, mentioned: &[(String, Kind)]) -> Entity {
    let (mut name, mut aliases) = (told.name, told.aliases);
    if name.is_none() {
        let longest = mentioned.iter().map(|(words, _)| words);
        name = longest
            .rev()
            .max_by_key(|words| words.chars().count())
            .cloned();
        let others = mentioned.iter().map(|(words, _)| words.clone());
        aliases.extend(others.filter(|words| Some(words) != name.as_ref()));
        aliases.sort();
        aliases.dedup();
    }
    let first = mentioned.iter().map(|&(_, kind)| kind);
    Entity {
        name: name.unwrap_or_default(),
        kind: told
            .kind
            .or(first.clone().find(|kind| kind.is_name()))
            .unwrap_or(Kind::Other),
        role: told.role,
        party: told.party,
        aliases,
        note: told.note.join("\n"),
    }
}
