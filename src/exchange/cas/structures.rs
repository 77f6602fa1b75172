//! Text and findings as feature structures.

use std::collections::BTreeMap;

use super::types::{
    BLOCK, CUE, ENTITY, METADATA, NAMED_ENTITY, PIECE, REVIEW, SENTENCE, STATEMENT, TOKEN, Type,
    VOICE,
};
use crate::document::{EntityId, Form, Kind, Mention, Statement, StatementId, Voice};
use crate::exchange::left_out;
use crate::exchange::loss::{Loss, Losses};
use crate::exchange::source_facts::n_lost;
use crate::exchange::spans::tidy;
use crate::exchange::words::Words;
use crate::exchange::{Extract, labels, stem};
use crate::span::{Offsets, Span, Unit};

/// One feature structure. Number 1 is the text. All are members of the view: what is not, dkpro-cassis 0.12 reads from XMI
/// with offsets in UTF-16 units.
pub(super) struct Structure {
    pub(super) id: u32,
    pub(super) of: &'static Type,
    /// Begin and end in UTF-16 units, for annotations.
    pub(super) range: Option<(usize, usize)>,
    /// In the order of the type's features; what is empty is left out.
    pub(super) features: Vec<(&'static str, Value)>,
}

/// What a feature holds.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    Text(String),
    Texts(Vec<String>),
    Number(f32),
    Flag(bool),
    One(u32),
    Many(Vec<u32>),
}

/// The number of the text.
pub(super) const SOFA: u32 = 1;

/// The labels of names in the `GermEval` tag set, and our own for what it lacks.
pub(super) fn value(kind: Kind, form: Form) -> String {
    let label = match kind {
        Kind::Person => "PER",
        Kind::Organisation => "ORG",
        Kind::Location => "LOC",
        Kind::Other => "OTH",
        Kind::Role => "ROLE",
        Kind::Date => "DATE",
        Kind::Time => "TIME",
        Kind::Duration => "DURATION",
        Kind::Amount => "AMOUNT",
    };
    let ending = match form {
        Form::Derived => "deriv",
        Form::Part => "part",
        Form::Name | Form::Description | Form::Pronoun => "",
    };
    format!("{label}{ending}")
}

/// All of them, in the order of their numbers but for statements, which may refer to later ones.
pub(super) fn all(extract: &Extract<'_>, losses: &mut Losses) -> Vec<Structure> {
    left_out::count(extract, &[Loss::Steps, Loss::Provenance], losses);
    left_out::tell_rejected(extract, losses);
    let source = &extract.article().source;
    losses.count(
        Loss::Metadata,
        n_lost(source, &["title", "url", "language"]),
    );
    let text = extract.text();
    let mut builder = Builder {
        extract,
        text,
        offsets: Offsets::new(text, Unit::Utf16),
        last: SOFA,
        structures: Vec::new(),
        entities: BTreeMap::new(),
        statements: BTreeMap::new(),
    };
    builder.article();
    builder.words();
    builder.findings();
    builder.structures
}

struct Builder<'a, 'e> {
    extract: &'a Extract<'e>,
    text: &'a str,
    offsets: Offsets,
    last: u32,
    structures: Vec<Structure>,
    entities: BTreeMap<EntityId, u32>,
    statements: BTreeMap<StatementId, u32>,
}

type Features = Vec<(&'static str, Value)>;

impl Builder<'_, '_> {
    fn article(&mut self) {
        let article = self.extract.article();
        let (source, findings) = (&article.source, self.extract.findings());
        let mut features = Features::new();
        push(
            &mut features,
            "documentTitle",
            source.title.as_deref().unwrap_or_default(),
        );
        push(&mut features, "documentId", &stem(source));
        push(
            &mut features,
            "documentUri",
            source.url.as_deref().unwrap_or_default(),
        );
        self.add(&METADATA, Some(Span::new(0, self.text.len())), features);
        let mut features = Features::new();
        push(&mut features, "madeBy", &self.extract.document().made_by);
        push(&mut features, "note", &findings.note);
        self.add(&REVIEW, None, features);
        for block in &article.blocks {
            let kind = vec![("kind", Value::Text(labels::name(&block.kind)))];
            self.add(&BLOCK, Some(block.span), kind);
        }
        for (id, entity) in (0..).map(EntityId).zip(&findings.entities) {
            let mut features = Features::new();
            push(&mut features, "name", &entity.name);
            push(&mut features, "kind", entity.kind.label());
            push(
                &mut features,
                "role",
                entity.role.as_deref().unwrap_or_default(),
            );
            push(
                &mut features,
                "party",
                entity.party.as_deref().unwrap_or_default(),
            );
            if !entity.aliases.is_empty() {
                features.push(("aliases", Value::Texts(entity.aliases.clone())));
            }
            push(&mut features, "note", &entity.note);
            let structure = self.add(&ENTITY, None, features);
            self.entities.insert(id, structure);
        }
    }

    fn words(&mut self) {
        let words = Words::of(self.extract);
        for sentence in words.sentences() {
            self.add(&SENTENCE, words.span_of(sentence.clone()), Features::new());
        }
        for &token in words.tokens() {
            self.add(&TOKEN, Some(token), Features::new());
        }
    }

    fn findings(&mut self) {
        let findings = self.extract.findings();
        for (_, mention) in findings.shown_mentions() {
            self.mention(mention);
        }
        for (id, _) in findings.shown_statements() {
            let structure = self.next();
            self.statements.insert(id, structure);
        }
        for (id, statement) in findings.shown_statements() {
            self.statement(id, statement);
        }
    }

    fn mention(&mut self, mention: &Mention) {
        let mut features = Features::new();
        push(&mut features, "value", &value(mention.kind, mention.form));
        if let Some(id) = mention.entity {
            push(
                &mut features,
                "identifier",
                &self.extract.findings().entity(id).name,
            );
            features.push(("entity", Value::One(self.entities[&id])));
        }
        push(&mut features, "form", mention.form.label());
        push(
            &mut features,
            "normalized",
            mention.value.as_deref().unwrap_or_default(),
        );
        features.push(("confidence", Value::Number(mention.confidence.get())));
        push(&mut features, "verdict", mention.verdict.label());
        push(&mut features, "note", &mention.note);
        self.add(&NAMED_ENTITY, Some(mention.span), features);
    }

    fn statement(&mut self, id: StatementId, statement: &Statement) {
        let mut features = Features::new();
        push(&mut features, "kind", statement.kind.label());
        push(&mut features, "medium", &labels::name(&statement.medium));
        push(&mut features, "stance", statement.stance.label());
        if 1 < statement.content.len() {
            let pieces = self.parts(&PIECE, &statement.content);
            features.push(("pieces", pieces));
        }
        for (name, of, spans) in [
            ("cues", &CUE, &statement.cue),
            ("frame", &PIECE, &statement.frame),
        ] {
            if !spans.is_empty() {
                let parts = self.parts(of, spans);
                features.push((name, parts));
            }
        }
        let place = statement.extent().start();
        for (name, voice) in [
            ("speaker", &statement.speaker),
            ("addressee", &statement.addressee),
        ] {
            if let Some(voice) = voice {
                let voice = self.voice(voice, place);
                features.push((name, Value::One(voice)));
            }
        }
        if !statement.via.is_empty() {
            let via = statement.via.iter().map(|voice| self.voice(voice, place));
            let via = via.collect();
            features.push(("via", Value::Many(via)));
        }
        let outer = statement
            .inside
            .and_then(|outer| self.statements.get(&outer));
        features.extend(outer.map(|&outer| ("inside", Value::One(outer))));
        features.push(("salience", Value::Number(statement.salience)));
        features.push(("key", Value::Flag(statement.key)));
        features.push(("confidence", Value::Number(statement.confidence.get())));
        push(&mut features, "verdict", statement.verdict.label());
        push(&mut features, "note", &statement.note);
        let structure = self.statements[&id];
        self.put(structure, &STATEMENT, Some(statement.extent()), features);
    }

    /// Where there are no words, an empty place at the statement.
    fn voice(&mut self, voice: &Voice, place: usize) -> u32 {
        let mut features = Features::new();
        let spans = tidy(&voice.spans);
        if 1 < spans.len() {
            let pieces = self.parts(&PIECE, &spans);
            features.push(("pieces", pieces));
        }
        if let Some(id) = voice.entity {
            features.push(("entity", Value::One(self.entities[&id])));
        }
        push(&mut features, "because", voice.because.label());
        let hull = spans.into_iter().reduce(Span::hull);
        self.add(
            &VOICE,
            Some(hull.unwrap_or(Span::new(place, place))),
            features,
        )
    }

    fn parts(&mut self, of: &'static Type, spans: &[Span]) -> Value {
        let parts = tidy(spans).into_iter();
        Value::Many(
            parts
                .map(|span| self.add(of, Some(span), Features::new()))
                .collect(),
        )
    }

    fn next(&mut self) -> u32 {
        self.last += 1;
        self.last
    }

    fn add(&mut self, of: &'static Type, span: Option<Span>, features: Features) -> u32 {
        let id = self.next();
        self.put(id, of, span, features);
        id
    }

    fn put(&mut self, id: u32, of: &'static Type, span: Option<Span>, features: Features) {
        let range = span.map(|span| self.offsets.from_span(self.text, span));
        self.structures.push(Structure {
            id,
            of,
            range,
            features,
        });
    }
}

fn push(features: &mut Features, name: &'static str, words: &str) {
    if !words.is_empty() {
        features.push((name, Value::Text(words.to_owned())));
    }
}
