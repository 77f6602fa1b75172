//! Annotations of other programs: tags on words become mentions and statements, comments become notes.

use std::collections::BTreeMap;

use super::place::Places;
use super::read::{Told, Unfits};
use super::record::Part;
use super::tags;
use super::view::{self, Body, Target};
use crate::document::{
    Confidence, Entity, EntityId, Form, Kind, Mention, Reason, Statement, StatementId,
    StatementKind, Verdict, Voice,
};
use crate::exchange::import::{Gathering, Misfit};
use crate::span::Span;

/// What an annotation has become.
#[derive(Clone, Copy)]
enum Finding {
    Mention(Span, Option<EntityId>),
    Statement(StatementId),
}

/// Reads them into a gathering.
pub(super) struct Foreign<'a> {
    places: &'a Places<'a>,
    gathering: &'a mut Gathering,
    by_id: BTreeMap<&'a str, Finding>,
    /// Entities with an address of their own, as in Wikidata.
    by_address: BTreeMap<(&'a str, Kind), EntityId>,
    notes: Vec<&'a str>,
    /// How many have become something.
    pub n_read: usize,
}

/// What the bodies of an annotation say.
#[derive(Default)]
struct Said<'a> {
    tags: Vec<&'a str>,
    comments: Vec<&'a str>,
    address: Option<&'a str>,
}

impl<'a> Foreign<'a> {
    pub(super) fn new(places: &'a Places<'a>, gathering: &'a mut Gathering) -> Self {
        Self {
            places,
            gathering,
            by_id: BTreeMap::new(),
            by_address: BTreeMap::new(),
            notes: Vec::new(),
            n_read: 0,
        }
    }

    /// Reads all of them; the notes on the whole article.
    pub(super) fn read(&mut self, told: &[Told<'a>], unfits: &mut Unfits) -> String {
        let foreign = || told.iter().filter(|one| one.part.is_none());
        for one in foreign().filter(|one| !is_link(one)) {
            self.one(one, unfits);
        }
        for one in foreign().filter(|one| is_link(one)) {
            self.link(one, unfits);
        }
        self.notes.join("\n")
    }

    fn one(&mut self, one: &Told<'a>, unfits: &mut Unfits) {
        let said = said(one);
        let targets = view::targets(one.object);
        if targets.is_empty() {
            return unfits.add(one, Misfit::Incomplete, "");
        }
        let mut spans = Vec::new();
        let mut is_whole = false;
        for target in &targets {
            match target {
                Target::Whole(_) => is_whole = true,
                Target::Place(selectors) => match self.places.find(selectors) {
                    Ok(span) => spans.push(span),
                    Err(misfit) => unfits.add(one, misfit, &selectors.words()),
                },
            }
        }
        if spans.is_empty() {
            if is_whole {
                self.on_the_article(one, &said, unfits);
            }
            return;
        }
        spans.sort();
        let words = spans[0].of(self.places.text());
        let kind = said.tags.iter().find_map(|tag| tags::kind(tag));
        let statement = (said.tags.iter()).find_map(|tag| tags::statement_kind(tag, words));
        match (kind, statement) {
            (_, Some(kind)) => self.statement(one, kind, spans, &said),
            (Some(kind), None) => self.mentions(one, kind, &spans, &said),
            (None, None) => {
                let (reason, words) = match said.tags.first() {
                    Some(tag) => (Misfit::UnknownLabel, *tag),
                    None => (Misfit::NoPlace, words),
                };
                return unfits.add(one, reason, words);
            }
        }
        self.n_read += 1;
    }

    fn on_the_article(&mut self, one: &Told<'a>, said: &Said<'a>, unfits: &mut Unfits) {
        if said.comments.is_empty() || view::is_for(one.object, "replying") {
            let words = said.tags.first().or(said.comments.first());
            return unfits.add(one, Misfit::NoPlace, words.unwrap_or(&""));
        }
        self.notes.extend(&said.comments);
        self.n_read += 1;
    }

    fn mentions(&mut self, one: &Told<'a>, kind: Kind, spans: &[Span], said: &Said<'a>) {
        for &span in spans {
            let words = span.of(self.places.text());
            let name = words.split_whitespace().collect::<Vec<_>>().join(" ");
            let entity = match said.address {
                _ if !kind.is_name() => None,
                Some(address) => Some(self.entity_at(address, name, kind)),
                None => Some(self.gathering.entity_named(&name, kind)),
            };
            if let Some(id) = view::id(one.object) {
                self.by_id
                    .entry(id)
                    .or_insert(Finding::Mention(span, entity));
            }
            self.gathering.mention(Mention {
                span,
                kind,
                form: if kind.is_name() {
                    Form::Name
                } else {
                    Form::Description
                },
                entity,
                value: None,
                confidence: Confidence::CERTAIN,
                verdict: Verdict::Open,
                note: note(said, |tag| tags::kind(tag) == Some(kind)),
            });
        }
    }

    fn entity_at(&mut self, address: &'a str, name: String, kind: Kind) -> EntityId {
        let gathering = &mut *self.gathering;
        let make = || {
            gathering.entity(Entity {
                note: address.to_owned(),
                ..Entity::new(name, kind)
            })
        };
        *self.by_address.entry((address, kind)).or_insert_with(make)
    }

    fn statement(
        &mut self,
        one: &Told<'a>,
        kind: StatementKind,
        content: Vec<Span>,
        said: &Said<'a>,
    ) {
        let id = self.gathering.statement(Statement {
            note: note(said, |tag| tags::statement_kind(tag, "").is_some()),
            ..Statement::new(kind, content)
        });
        if let Some(name) = view::id(one.object) {
            self.by_id.insert(name, Finding::Statement(id));
        }
    }

    /// A line from one annotation to another: from a statement to its speaker.
    fn link(&mut self, one: &Told<'a>, unfits: &mut Unfits) {
        let said = said(one);
        let label = said.tags.iter().chain(&said.comments);
        let label = label.copied().next().unwrap_or_default();
        let Some(part) = tags::link(label) else {
            return unfits.add(one, Misfit::NoPlace, label);
        };
        let ends = ends(one);
        let ends: Vec<Finding> = (ends.iter())
            .filter_map(|id| self.by_id.get(id).copied())
            .collect();
        let statement = ends.iter().find_map(|end| match end {
            Finding::Statement(id) => Some(*id),
            Finding::Mention(..) => None,
        });
        let named = ends.iter().find_map(|end| match end {
            Finding::Mention(span, entity) => Some((*span, *entity)),
            Finding::Statement(_) => None,
        });
        let statements = self.gathering.statements_mut();
        let statement = statement.and_then(|id| statements.get_mut(id.0 as usize));
        let (Some(statement), Some((span, entity))) = (statement, named) else {
            return unfits.add(one, Misfit::Dangling, label);
        };
        let voice = Voice {
            spans: vec![span],
            entity,
            because: Reason::Reader,
        };
        match part {
            Part::Addressee => statement.addressee = Some(voice),
            Part::Via => statement.via.push(voice),
            _ => statement.speaker = Some(voice),
        }
        self.n_read += 1;
    }
}

/// Whether it leads from one annotation to another.
fn is_link(one: &Told<'_>) -> bool {
    view::is_for(one.object, "linking") && 2 <= ends(one).len()
}

/// The IRIs that a link connects: two targets, or a body and a target.
fn ends<'a>(one: &Told<'a>) -> Vec<&'a str> {
    let targets = view::targets(one.object).into_iter();
    let targets = targets.filter_map(|target| match target {
        Target::Whole(iri) => Some(iri),
        Target::Place(_) => None,
    });
    let bodies = view::bodies(one.object).into_iter();
    let bodies = bodies.filter_map(|body| match body {
        Body::Iri(iri, _) => Some(iri),
        Body::Text(..) | Body::Other(_) => None,
    });
    targets.chain(bodies).collect()
}

/// Which words are tags, which comments, and where the thing itself has its address.
fn said<'a>(one: &Told<'a>) -> Said<'a> {
    let mut said = Said::default();
    let tags_all = view::is_for(one.object, "tagging") || view::is_for(one.object, "classifying");
    for body in view::bodies(one.object) {
        match body {
            Body::Text(words, object) => {
                let is_for = |purpose| view::is_for(object, purpose);
                if is_for("identifying") {
                    said.address = said.address.or(Some(words));
                } else if is_for("tagging")
                    || is_for("classifying")
                    || tags_all && !object.contains_key("purpose")
                {
                    said.tags.push(words);
                } else if !words.trim().is_empty() {
                    said.comments.push(words.trim());
                }
                said.tags.extend(classes_known(object));
            }
            Body::Iri(iri, object) => {
                said.tags.extend(object.into_iter().flat_map(classes_known));
                if object.is_some_and(|object| {
                    view::is_for(object, "tagging") || view::is_for(object, "classifying")
                }) {
                    said.tags.push(iri);
                } else {
                    said.address = said.address.or(Some(iri));
                }
            }
            Body::Other(object) => said.tags.extend(classes_known(object)),
        }
    }
    said
}

/// Some say by the class of the body what is named.
fn classes_known(object: &view::Object) -> Vec<&str> {
    let classes = view::classes(object);
    classes
        .filter(|class| tags::kind(class).is_some() || tags::statement_kind(class, "").is_some())
        .collect()
}

/// The comments, and the tags that say something else than what the finding is.
fn note(said: &Said<'_>, is_kind: impl Fn(&str) -> bool) -> String {
    let tags = said.tags.iter().filter(|tag| !is_kind(tag));
    let lines: Vec<&str> = said.comments.iter().chain(tags).copied().collect();
    lines.join("\n")
}
