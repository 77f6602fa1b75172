//! Annotations that Wortlaut wrote, as the findings that they were.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::place::Places;
use super::read::{Told, Unfits};
use super::record::{Facts, Part};
use super::view::{self, Body, Object, Target};
use crate::document::{
    Confidence, Entity, EntityId, Findings, Form, Kind, Mention, Reason, Statement, StatementId,
    StatementKind, Voice,
};
use crate::exchange::import::Misfit;
use crate::exchange::spans::tidy;
use crate::span::Span;

/// Findings with the IRIs under which others refer to them.
pub(super) struct Own<'a> {
    places: &'a Places<'a>,
    pub findings: Findings,
    entities: BTreeMap<&'a str, EntityId>,
    statements: BTreeMap<&'a str, StatementId>,
}

impl<'a> Own<'a> {
    /// Reads them, in the order of the file.
    pub(super) fn read(told: &[Told<'a>], places: &'a Places<'a>, unfits: &mut Unfits) -> Self {
        let mut own = Self {
            places,
            findings: Findings::default(),
            entities: BTreeMap::new(),
            statements: BTreeMap::new(),
        };
        // What others refer to comes first.
        for one in told {
            match one.part {
                Some(Part::Entity) => own.entity(one, unfits),
                Some(Part::Statement) => own.statement(one, unfits),
                _ => {}
            }
        }
        for one in told {
            match one.part {
                Some(Part::Statement) => own.inside(one, unfits),
                Some(Part::Mention) => own.mention(one, unfits),
                Some(Part::Note) => own.findings.note = note(one.object),
                Some(
                    part @ (Part::Cue | Part::Frame | Part::Speaker | Part::Addressee | Part::Via),
                ) => own.link(part, one, unfits),
                Some(Part::Entity) | None => {}
            }
        }
        own
    }

    fn entity(&mut self, one: &Told<'a>, unfits: &mut Unfits) {
        let bodies = view::bodies(one.object);
        let body = bodies.iter().find_map(|body| match body {
            Body::Iri(id, Some(object)) if object.contains_key("name") => Some((*id, *object)),
            _ => None,
        });
        let told = body.and_then(|(id, object)| {
            let name = view::string(object, "name").filter(|name| !name.is_empty())?;
            Some((id, object, name))
        });
        let Some((id, object, name)) = told else {
            return unfits.add(one, Misfit::Incomplete, "");
        };
        let kind = view::string(object, "kind").unwrap_or_default();
        let Some(kind) = kind_of(kind) else {
            return unfits.add(one, Misfit::UnknownLabel, kind);
        };
        let string = |field| view::string(object, field).map(ToOwned::to_owned);
        let aliases = view::many(object, "aliases").iter();
        let aliases = aliases.filter_map(|alias| alias.as_str().map(ToOwned::to_owned));
        let number = EntityId(self.findings.entities.len() as u32);
        self.entities.insert(id, number);
        self.findings.entities.push(Entity {
            name: name.to_owned(),
            kind,
            role: string("role"),
            party: string("party"),
            aliases: aliases.collect(),
            note: note(one.object),
        });
    }

    fn mention(&mut self, one: &Told<'a>, unfits: &mut Unfits) {
        let label = tag(one.object, "tagging").unwrap_or_default();
        let Some(kind) = kind_of(label) else {
            return unfits.add(one, Misfit::UnknownLabel, label);
        };
        let Ok(facts) = Facts::deserialize(one.object) else {
            return unfits.add(one, Misfit::Incomplete, "");
        };
        let (spans, is_whole) = self.spans(one, unfits);
        let Some(&span) = spans.first() else {
            if is_whole {
                unfits.add(one, Misfit::Incomplete, "");
            }
            return;
        };
        let entity = self.meant(one, unfits);
        self.findings.mentions.push(Mention {
            span,
            kind,
            form: facts.form.unwrap_or(Form::Name),
            entity,
            value: facts.normalised.filter(|value| !value.is_empty()),
            confidence: probability(facts.confidence),
            verdict: facts.verdict.unwrap_or_default(),
            note: note(one.object),
        });
    }

    fn statement(&mut self, one: &Told<'a>, unfits: &mut Unfits) {
        let label = tag(one.object, "classifying").unwrap_or_default();
        let mut kinds = StatementKind::ALL.into_iter();
        let Some(kind) = kinds.find(|kind| kind.label() == label) else {
            return unfits.add(one, Misfit::UnknownLabel, label);
        };
        let Ok(facts) = Facts::deserialize(one.object) else {
            return unfits.add(one, Misfit::Incomplete, "");
        };
        let (content, is_whole) = self.spans(one, unfits);
        let content = tidy(&content);
        if content.is_empty() {
            if is_whole {
                unfits.add(one, Misfit::Incomplete, "");
            }
            return;
        }
        if let Some(id) = view::id(one.object) {
            let number = StatementId(self.findings.statements.len() as u32);
            self.statements.insert(id, number);
        }
        self.findings.statements.push(Statement {
            medium: facts.medium.unwrap_or_default(),
            stance: facts.stance.unwrap_or_default(),
            salience: probability(facts.salience).get(),
            key: facts.key.unwrap_or_default(),
            confidence: probability(facts.confidence),
            verdict: facts.verdict.unwrap_or_default(),
            note: note(one.object),
            ..Statement::new(kind, content)
        });
    }

    fn inside(&mut self, one: &Told<'a>, unfits: &mut Unfits) {
        let id = view::id(one.object).and_then(|id| self.statements.get(id));
        let (Some(&id), Some(outer)) = (id, view::string(one.object, "inside")) else {
            return;
        };
        match self.statements.get(outer) {
            Some(&outer) => self.findings.statements[id.0 as usize].inside = Some(outer),
            None => unfits.add(one, Misfit::Dangling, outer),
        }
    }

    fn link(&mut self, part: Part, one: &Told<'a>, unfits: &mut Unfits) {
        let outer = linked(one.object, "linking");
        let statement = outer.and_then(|outer| self.statements.get(outer).copied());
        let Some(statement) = statement else {
            return unfits.add(one, Misfit::Dangling, outer.unwrap_or_default());
        };
        let Ok(facts) = Facts::deserialize(one.object) else {
            return unfits.add(one, Misfit::Incomplete, "");
        };
        let (spans, _) = self.spans(one, unfits);
        let entity = self.meant(one, unfits);
        let statement = &mut self.findings.statements[statement.0 as usize];
        let voice = |spans| Voice {
            spans,
            entity,
            because: facts.because.unwrap_or(Reason::Reader),
        };
        let is_first = match part {
            Part::Cue => put(&mut statement.cue, spans),
            Part::Frame => put(&mut statement.frame, spans),
            Part::Speaker => statement.speaker.replace(voice(spans)).is_none(),
            Part::Addressee => statement.addressee.replace(voice(spans)).is_none(),
            Part::Via => {
                statement.via.push(voice(spans));
                true
            }
            Part::Entity | Part::Mention | Part::Statement | Part::Note => true,
        };
        if !is_first {
            // A statement has one of these; the last counts.
            unfits.add(one, Misfit::Contradicts, part.label());
        }
    }

    /// The places that it is about, and whether nothing was wrong with them.
    fn spans(&self, one: &Told<'a>, unfits: &mut Unfits) -> (Vec<Span>, bool) {
        let mut spans = Vec::new();
        let mut is_whole = true;
        for target in view::targets(one.object) {
            let Target::Place(selectors) = target else {
                continue;
            };
            match self.places.find(&selectors) {
                Ok(span) => spans.push(span),
                Err(misfit) => {
                    is_whole = false;
                    unfits.add(one, misfit, &selectors.words());
                }
            }
        }
        (spans, is_whole)
    }

    /// The entity that it means.
    fn meant(&self, one: &Told<'a>, unfits: &mut Unfits) -> Option<EntityId> {
        let iri = linked(one.object, "identifying")?;
        let entity = self.entities.get(iri).copied();
        if entity.is_none() {
            unfits.add(one, Misfit::Dangling, iri);
        }
        entity
    }
}

/// Puts it where nothing is; `false` if something was there.
fn put(place: &mut Vec<Span>, spans: Vec<Span>) -> bool {
    std::mem::replace(place, spans).is_empty()
}

fn kind_of(label: &str) -> Option<Kind> {
    Kind::ALL.into_iter().find(|kind| kind.label() == label)
}

fn probability(told: Option<f32>) -> Confidence {
    told.map_or(Confidence::CERTAIN, Confidence::new)
}

/// The words of the first body for this purpose.
fn tag<'a>(annotation: &'a Object, purpose: &str) -> Option<&'a str> {
    let bodies = view::bodies(annotation);
    bodies.into_iter().find_map(|body| match body {
        Body::Text(words, object) if view::is_for(object, purpose) => Some(words),
        _ => None,
    })
}

/// The IRI that the first body for this purpose leads to.
fn linked<'a>(annotation: &'a Object, purpose: &str) -> Option<&'a str> {
    let bodies = view::bodies(annotation);
    bodies.into_iter().find_map(|body| match body {
        Body::Iri(iri, Some(object)) if view::is_for(object, purpose) => Some(iri),
        _ => None,
    })
}

/// The reader's note.
fn note(annotation: &Object) -> String {
    tag(annotation, "commenting").unwrap_or_default().to_owned()
}
