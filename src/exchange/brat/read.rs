//! A review from lines of brat standoff, ours or any.

use std::collections::{BTreeMap, BTreeSet};

use super::bound::{self, Mark, What};
use super::entities::Entities;
use super::note;
use super::parse::{self, Line, Record};
use crate::document::{Confidence, Mention, Reason, Statement, StatementId, StatementKind};
use crate::exchange::format::Input;
use crate::exchange::import::{Gathering, Imported, Misfit, Refusal, Unfit};
use crate::exchange::labels::{self, Part};
use crate::span::Span;

/// Reads it onto the article.
pub(super) fn read(input: &Input<'_>) -> Result<Imported, Refusal> {
    let bytes = input.bytes;
    let lines = std::str::from_utf8(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes));
    let lines = lines.map_err(|error| {
        let line = 1 + bytes
            .iter()
            .take(error.valid_up_to())
            .filter(|&&byte| byte == b'\n')
            .count();
        Refusal::damaged(format!("line {line}"), "is not UTF-8")
    })?;
    let article = input.article.ok_or(Refusal::NeedsArticle)?;
    let mut unfit = Vec::new();
    let records = parse::records(lines, &mut unfit);
    if records.is_empty() && !unfit.is_empty() {
        return Err(Refusal::Unknown);
    }
    let marks = bound::marks(&records, &article.text, &mut unfit);
    if marks.is_empty() && !unfit.is_empty() {
        return Err(Refusal::OtherText);
    }
    let mut gathering = Gathering::default();
    let entities = Entities::new(&records, &marks, &article.text, &mut gathering);
    let mut reader = Reader {
        text: &article.text,
        records: &records,
        by_id: (marks.iter())
            .map(|mark| (mark.id.as_str(), mark))
            .collect(),
        events: BTreeMap::new(),
        entities,
        mentions: BTreeMap::new(),
        statements: BTreeMap::new(),
        used: BTreeSet::new(),
        notes: BTreeMap::new(),
        article_note: Vec::new(),
        unfit,
    };
    reader.findings(&marks, &mut gathering);
    let unfit = std::mem::take(&mut reader.unfit);
    reader.gather(&mut gathering, &marks);
    Ok(Imported {
        review: gathering.finish(article.clone(), "brat".to_owned()),
        unfit,
    })
}

pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) records: &'a [Record],
    pub(super) by_id: BTreeMap<&'a str, &'a Mark>,
    /// Triggers of events.
    pub(super) events: BTreeMap<&'a str, &'a str>,
    pub(super) entities: Entities<'a>,
    /// By the ids of their marks.
    pub(super) mentions: BTreeMap<&'a str, Mention>,
    pub(super) statements: BTreeMap<&'a str, Found<'a>>,
    /// Voices and cues that belong to a statement.
    pub(super) used: BTreeSet<&'a str>,
    /// The reader's notes, line by line.
    pub(super) notes: BTreeMap<&'a str, Vec<&'a str>>,
    pub(super) article_note: Vec<&'a str>,
    pub(super) unfit: Vec<Unfit>,
}

pub(super) struct Found<'a> {
    pub(super) statement: Statement,
    pub(super) outer: Option<&'a str>,
    pub(super) is_ours: bool,
}

impl<'a> Reader<'a> {
    fn findings(&mut self, marks: &'a [Mark], gathering: &mut Gathering) {
        let records = self.records;
        // Only what the program wrote has a number for how sure it is; what an annotator adds in brat has none.
        let numbered = records.iter().filter_map(|record| match &record.line {
            Line::Note { label, target, .. } if label == note::CONFIDENCE => Some(target.as_str()),
            _ => None,
        });
        let ours: BTreeSet<&str> = numbered.collect();
        for mark in marks {
            self.mark(mark, ours.contains(mark.id.as_str()), gathering);
        }
        let mut reasons: BTreeMap<&str, Reason> = BTreeMap::new();
        for record in records {
            match &record.line {
                Line::Event { trigger, .. } => {
                    self.events.insert(&record.id, trigger);
                }
                Line::Note {
                    label,
                    target,
                    words,
                } if label == note::BECAUSE => {
                    if let Some(reason) = labels::named(words) {
                        reasons.insert(target, reason);
                    }
                }
                _ => {}
            }
        }
        for record in records {
            let because = reasons.get(record.id.as_str()).copied();
            let fits = match &record.line {
                Line::Mark { .. } | Line::Equivalent(_) => Ok(()),
                Line::Attribute {
                    label,
                    target,
                    value,
                } => self.attribute(label, target, value),
                Line::Note {
                    label,
                    target,
                    words,
                } => self.note(label, target, words),
                Line::Reference { label, target, .. } => {
                    self.reference(&record.id, label, target, because)
                }
                Line::Relation { label, from, to } => self.relation(label, from, to, because),
                Line::Event {
                    label,
                    trigger,
                    roles,
                } => self.event(label, trigger, roles),
            };
            if let Err((reason, words)) = fits {
                self.unfit.push(Unfit {
                    place: record.id.clone(),
                    reason,
                    words,
                });
            }
        }
        for mark in marks {
            let is_part = matches!(mark.what, What::Part(Part::Cue | Part::Voice));
            if is_part && !self.used.contains(mark.id.as_str()) {
                self.unfit.push(Unfit {
                    place: mark.id.clone(),
                    reason: Misfit::NoPlace,
                    words: mark.words(self.text),
                });
            }
        }
    }

    fn mark(&mut self, mark: &'a Mark, is_ours: bool, gathering: &mut Gathering) {
        match mark.what {
            What::Mention(kind, form) => {
                let Some(span) = mark.spans.iter().copied().reduce(Span::hull) else {
                    return;
                };
                if 1 < mark.spans.len() {
                    // The mention is taken with what stands between.
                    self.unfit.push(Unfit {
                        place: mark.id.clone(),
                        reason: Misfit::NoPlace,
                        words: mark.words(self.text),
                    });
                }
                let mut entity = self.entities.of_mark(&mark.id);
                if !is_ours && entity.is_none() && kind.is_name() && form.refers() {
                    // Where nothing else says so, marks with the same words mean the same.
                    entity = Some(gathering.entity_named(&mark.words(self.text), kind));
                }
                let mention = Mention {
                    entity,
                    ..Mention::new(span, kind, form, Confidence::CERTAIN)
                };
                self.mentions.insert(&mark.id, mention);
            }
            What::Part(Part::Statement(kind)) => {
                let first = mark.spans.first().map_or("", |span| span.of(self.text));
                let is_quoted = first
                    .trim_start()
                    .starts_with(['„', '»', '"', '“', '‚', '›']);
                let guess = if is_quoted {
                    StatementKind::Direct
                } else {
                    StatementKind::Indirect
                };
                let statement = Statement::new(kind.unwrap_or(guess), mark.spans.clone());
                let found = Found {
                    statement,
                    outer: None,
                    is_ours,
                };
                self.statements.insert(&mark.id, found);
            }
            What::Part(Part::Cue | Part::Voice) | What::Unknown => {}
        }
    }

    fn gather(mut self, gathering: &mut Gathering, marks: &'a [Mark]) {
        let ids = || marks.iter().map(|mark| mark.id.as_str());
        let note = |notes: &BTreeMap<&str, Vec<&str>>, id| {
            let lines = notes.get(id).map(|lines| lines.join("\n"));
            lines.unwrap_or_default()
        };
        for mark in marks {
            let Some(mut mention) = self.mentions.remove(mark.id.as_str()) else {
                continue;
            };
            mention.note = note(&self.notes, mark.id.as_str());
            gathering.mention(mention);
        }
        let statements = ids().filter(|id| self.statements.contains_key(id));
        let numbers: BTreeMap<&str, u32> = statements.zip(0..).collect();
        for id in ids() {
            if let Some(mut found) = self.statements.remove(id) {
                let outer = found.outer.and_then(|outer| numbers.get(outer));
                found.statement.inside = outer.copied().map(StatementId);
                found.statement.note = note(&self.notes, id);
                gathering.statement(found.statement);
            }
        }
        gathering.note(self.article_note.join("\n"));
    }
}
