//! One row of a table as a statement.

use std::collections::BTreeMap;

use csv::StringRecord;
use serde::de::DeserializeOwned;

use super::super::as_meant;
use super::finder::Finder;
use super::heading::column;
use crate::document::{
    Confidence, Entity, EntityId, Kind, Reason, Statement, StatementKind, Voice,
};
use crate::exchange::import::{Gathering, Misfit, Unfit};
use crate::exchange::rows::SEPARATOR;
use crate::exchange::rows::statements::COLUMNS;
use crate::span::Span;

/// Which cell belongs to which column.
pub(super) struct Columns(BTreeMap<String, usize>);

impl Columns {
    pub fn new(heading: &StringRecord) -> Self {
        let mut columns = BTreeMap::new();
        for (index, name) in heading.iter().enumerate() {
            columns.entry(column(name)).or_insert(index);
        }
        Self(columns)
    }

    fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// What the cell of this column says; nothing if there is no such column.
    pub fn cell<'a>(&self, record: &'a StringRecord, name: &str) -> &'a str {
        let cell = self.0.get(name).and_then(|&index| record.get(index));
        as_meant(cell.unwrap_or_default().trim())
    }

    /// Columns that nobody reads.
    pub fn unknown(&self) -> impl Iterator<Item = Unfit> {
        let names = self.0.keys();
        let unknown = names.filter(|name| !name.is_empty() && !COLUMNS.contains(&name.as_str()));
        unknown.map(|name| Unfit {
            place: "heading".into(),
            reason: Misfit::NoPlace,
            words: name.clone(),
        })
    }
}

/// What has been read so far.
pub(super) struct Filling<'a> {
    pub columns: &'a Columns,
    pub finder: Finder<'a>,
    pub gathering: Gathering,
    /// By the id in the table.
    pub entities: BTreeMap<String, EntityId>,
    pub unfit: Vec<Unfit>,
}

impl Filling<'_> {
    /// Notes what did not fit.
    pub fn leave_out(&mut self, place: &str, reason: Misfit, words: &str) {
        self.unfit.push(Unfit {
            place: place.to_owned(),
            reason,
            words: words.to_owned(),
        });
    }

    /// The statement of a row; nothing if it does not fit, which is noted.
    pub fn statement(&mut self, record: &StringRecord, place: &str) -> Option<Statement> {
        let columns = self.columns;
        let cell = |name| columns.cell(record, name);
        let words = cell("text");
        let content = match self.content(record) {
            Ok(content) => content,
            Err(reason) => {
                self.leave_out(place, reason, words);
                return None;
            }
        };
        let kind = match cell("kind") {
            "" if words.starts_with(['„', '»', '"', '«', '›', '‚']) => {
                StatementKind::Direct
            }
            "" => StatementKind::Indirect,
            label => {
                let Some(kind) = named(label) else {
                    self.leave_out(place, Misfit::UnknownLabel, label);
                    return None;
                };
                kind
            }
        };
        let mut statement = Statement {
            medium: self.label(record, "medium", place).unwrap_or_default(),
            stance: self.label(record, "stance", place).unwrap_or_default(),
            salience: self.share(record, "salience", place).unwrap_or(0.0),
            key: self.is_key(record, place),
            confidence: Confidence::new(self.share(record, "confidence", place).unwrap_or(1.0)),
            verdict: self.label(record, "verdict", place).unwrap_or_default(),
            note: self.columns.cell(record, "note").to_owned(),
            ..Statement::new(kind, content)
        };
        let extent = statement.extent();
        statement.cue = self.near(self.columns.cell(record, "cue"), extent, place);
        statement.speaker = self.speaker(record, extent, place);
        let addressee = self.columns.cell(record, "addressee");
        statement.addressee = self.voice(addressee, extent, Kind::Person, Reason::Nearest);
        let via = self.columns.cell(record, "via").split(SEPARATOR.trim());
        for name in via {
            let voice = self.voice(name.trim(), extent, Kind::Organisation, Reason::Medium);
            statement.via.extend(voice);
        }
        Some(statement)
    }

    fn content(&mut self, record: &StringRecord) -> Result<Vec<Span>, Misfit> {
        let columns = self.columns;
        let cell = |name| columns.cell(record, name);
        let words = cell("text");
        let ranges = match (cell("ranges"), cell("start"), cell("end")) {
            ("", "", _) | ("", _, "") => return self.finder.next(words).ok_or(Misfit::NotFound),
            ("", start, end) => format!("{start}-{end}"),
            (ranges, ..) => ranges.to_owned(),
        };
        let spans = self.finder.spans(&ranges)?;
        let found = spans.iter().map(|span| span.of(self.finder.text));
        if words.is_empty() || flat(found.collect::<Vec<_>>().join(" … ").as_str()) == flat(words)
        {
            self.finder.go_on_at(spans[0], words);
            return Ok(spans);
        }
        Err(Misfit::OtherWords)
    }

    /// The words nearest to the statement, or a note that they are not there.
    fn near(&mut self, words: &str, extent: Span, place: &str) -> Vec<Span> {
        if words.is_empty() {
            return Vec::new();
        }
        let found = self.finder.nearest(words, extent);
        if found.is_empty() {
            self.leave_out(place, Misfit::NotFound, words);
        }
        found
    }

    fn speaker(&mut self, record: &StringRecord, extent: Span, place: &str) -> Option<Voice> {
        let columns = self.columns;
        let cell = |name| columns.cell(record, name);
        let (name, words, id) = (
            cell("speaker"),
            cell("speaker_words"),
            cell("speaker_entity"),
        );
        let role = cell("speaker_role");
        let because = self.label(record, "speaker_because", place);
        if name.is_empty() && words.is_empty() && because != Some(Reason::Editorial) {
            return None;
        }
        let is_entity = !name.is_empty() && (!self.columns.has("speaker_entity") || !id.is_empty());
        let entity = is_entity.then(|| {
            let kind = self.label(record, "speaker_type", place);
            self.entity(id, name, kind.unwrap_or(Kind::Person))
        });
        let entity_mut = entity.and_then(|id| self.gathering.entity_mut(id));
        if let Some(entity) = entity_mut
            && entity.role.is_none()
            && !role.is_empty()
        {
            entity.role = Some(role.to_owned());
        }
        let spans = if self.columns.has("speaker_words") {
            self.near(words, extent, place)
        } else {
            self.finder.nearest(name, extent)
        };
        Some(Voice {
            spans,
            entity,
            because: because.unwrap_or(Reason::Reader),
        })
    }

    fn entity(&mut self, id: &str, name: &str, kind: Kind) -> EntityId {
        if id.is_empty() {
            return self.gathering.entity_named(name, kind);
        }
        if let Some(&known) = self.entities.get(id) {
            return known;
        }
        let entity = self.gathering.entity(Entity::new(name, kind));
        self.entities.insert(id.to_owned(), entity);
        entity
    }

    /// Somebody of whom the table has the name only: the words near the statement, or else an entity.
    fn voice(&mut self, name: &str, extent: Span, kind: Kind, because: Reason) -> Option<Voice> {
        if name.is_empty() {
            return None;
        }
        let spans = self.finder.nearest(name, extent);
        let entity = spans
            .is_empty()
            .then(|| self.gathering.entity_named(name, kind));
        Some(Voice {
            spans,
            entity,
            because,
        })
    }

    fn label<T: DeserializeOwned>(
        &mut self,
        record: &StringRecord,
        column: &str,
        place: &str,
    ) -> Option<T> {
        let label = self.columns.cell(record, column);
        let value = named(label);
        if value.is_none() && !label.is_empty() {
            self.leave_out(place, Misfit::UnknownLabel, label);
        }
        value
    }

    fn share(&mut self, record: &StringRecord, column: &str, place: &str) -> Option<f32> {
        let cell = self.columns.cell(record, column);
        if cell.is_empty() {
            return None;
        }
        let share = cell.replace(',', ".").parse().ok();
        let share = share.filter(|share| (0.0..=1.0).contains(share));
        if share.is_none() {
            self.leave_out(place, Misfit::Incomplete, cell);
        }
        share
    }

    fn is_key(&mut self, record: &StringRecord, place: &str) -> bool {
        let cell = self.columns.cell(record, "key");
        match cell.to_lowercase().as_str() {
            "true" | "wahr" | "yes" | "ja" | "1" | "x" => true,
            "" | "false" | "falsch" | "no" | "nein" | "0" => false,
            _ => {
                self.leave_out(place, Misfit::UnknownLabel, cell);
                false
            }
        }
    }
}

/// White space runs as one space.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What has this name in our JSON, in upper or lower case, with spaces or hyphens.
fn named<T: DeserializeOwned>(label: &str) -> Option<T> {
    let label = label.to_lowercase().replace([' ', '-'], "_");
    T::deserialize(serde_json::Value::String(label)).ok()
}
