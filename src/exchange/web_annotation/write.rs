//! A review as annotations, one per line.

use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use super::around::{after, before};
use super::context::context;
use super::record::{
    Agent, Annotation, ArticleRecord, Body, EntityBody, Facts, Part, Place, Position, Quote, Target,
};
use crate::document::{
    Confidence, Entity, EntityId, Kind, Mention, MentionId, Statement, StatementId, Verdict, Voice,
};
use crate::exchange::extract::Extract;
use crate::exchange::json;
use crate::review::Stamp;
use crate::span::Span;
use crate::view::speaker::is_anonymous;

/// The whole file.
pub(in crate::exchange) fn write(extract: &Extract<'_>) -> Vec<u8> {
    let writer = Writer::new(extract);
    let annotations = writer.annotations();
    let collection = &writer.collection;
    let label = crate::exchange::stem(&extract.article().source);
    let article = writer.json.document(extract.review());
    let made_by = &extract.document().made_by;
    let first = json!({
        "id": format!("{collection}#page"),
        "type": "AnnotationPage",
        "partOf": collection,
        "startIndex": 0,
    });
    let generator = concat!("wortlaut ", env!("CARGO_PKG_VERSION"));
    let fields = [
        ("@context", text(&context())),
        ("id", text(collection)),
        ("type", text(&"AnnotationCollection")),
        ("label", text(&label)),
        (
            "generator",
            text(&json!({"type": "Software", "name": generator})),
        ),
        (
            "analysis",
            text(&json!({"id": writer.program(), "type": "Software", "name": made_by})),
        ),
        (
            "article",
            text(&ArticleRecord::new(writer.article.clone(), article)),
        ),
        ("corrections", text(&writer.json.corrections(extract))),
        ("total", text(&annotations.len())),
        ("first", page(&text(&first), &annotations)),
    ];
    let fields = fields.map(|(name, value)| format!("\"{name}\": {value}"));
    format!("{{\n{}\n}}\n", fields.join(",\n")).into_bytes()
}

fn text(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("records have string keys and finite numbers only")
}

/// The page with its annotations, each on a line of its own.
fn page(head: &str, annotations: &[Annotation]) -> String {
    let head = head.strip_suffix('}').unwrap_or(head);
    let lines: Vec<String> = annotations.iter().map(text).collect();
    format!("{head},\"items\":[\n{}\n]}}", lines.join(",\n"))
}

struct Writer<'a> {
    extract: &'a Extract<'a>,
    text: &'a str,
    json: json::Writer<'a>,
    /// IRI of this state of the findings.
    collection: String,
    /// IRI of the text, the same for all who annotate it.
    article: String,
}

impl<'a> Writer<'a> {
    fn new(extract: &'a Extract<'a>) -> Self {
        let id = |bytes: &[u8]| format!("urn:uuid:{}", Uuid::new_v5(&Uuid::NAMESPACE_OID, bytes));
        Self {
            extract,
            text: extract.text(),
            json: json::Writer::new(extract.text()),
            collection: id(&json::write_extract(extract)),
            article: id(extract.text().as_bytes()),
        }
    }

    fn iri(&self, part: Part, number: u32) -> String {
        format!("{}#{}-{number}", self.collection, part.label())
    }

    fn program(&self) -> String {
        format!("{}#analysis", self.collection)
    }

    fn annotations(&self) -> Vec<Annotation> {
        let findings = self.extract.findings();
        let mut annotations = Vec::new();
        annotations.extend(self.note(&findings.note));
        let entities = (0..).zip(&findings.entities);
        annotations.extend(entities.map(|(id, entity)| self.entity(id, entity)));
        let mentions = (0..).zip(&findings.mentions);
        annotations.extend(mentions.map(|(id, mention)| self.mention(id, mention)));
        for (id, statement) in (0..).zip(&findings.statements) {
            annotations.push(self.statement(id, statement));
            self.links(id, statement, &mut annotations);
        }
        annotations
    }

    fn note(&self, note: &str) -> Option<Annotation> {
        if note.is_empty() {
            return None;
        }
        let by = self.extract.provenance().note();
        Some(Annotation {
            body: comment(note),
            ..self.annotation(Part::Note, 0, Target::Whole(self.article.clone()), by, true)
        })
    }

    fn entity(&self, id: u32, entity: &Entity) -> Annotation {
        let class = match entity.kind {
            Kind::Person => "Person",
            Kind::Organisation => "Organization",
            Kind::Location => "Place",
            _ => "OtherName",
        };
        let mut body = vec![Body::Entity(EntityBody {
            id: self.entity_iri(id),
            class,
            kind: entity.kind,
            name: entity.name.clone(),
            role: entity.role.clone(),
            party: entity.party.clone(),
            aliases: entity.aliases.clone(),
        })];
        body.extend(comment(&entity.note));
        let by = self.extract.provenance().entity(EntityId(id));
        Annotation {
            body,
            ..self.annotation(
                Part::Entity,
                id,
                Target::Whole(self.article.clone()),
                by,
                false,
            )
        }
    }

    /// The entity itself; [`Self::iri`] is the annotation that describes it.
    fn entity_iri(&self, id: u32) -> String {
        format!("{}#who-{id}", self.collection)
    }

    fn mention(&self, id: u32, mention: &Mention) -> Annotation {
        let mut body = vec![tag("tagging", mention.kind.label())];
        body.extend(mention.entity.map(|id| self.meant(id)));
        body.extend(comment(&mention.note));
        let by = self.extract.provenance().mention(MentionId(id));
        let is_added = mention.verdict == Verdict::Added;
        Annotation {
            body,
            facts: Facts {
                form: Some(mention.form),
                normalised: mention.value.clone(),
                confidence: Some(mention.confidence.get()),
                verdict: Some(mention.verdict),
                ..Facts::default()
            },
            ..self.annotation(
                Part::Mention,
                id,
                Target::Place(self.place(mention.span)),
                by,
                is_added,
            )
        }
    }

    fn statement(&self, id: u32, statement: &Statement) -> Annotation {
        let mut body = vec![tag("classifying", statement.kind.label())];
        body.extend(comment(&statement.note));
        let by = self.extract.provenance().statement(StatementId(id));
        let is_added = statement.verdict == Verdict::Added;
        let inside = statement.inside;
        Annotation {
            body,
            facts: Facts {
                medium: Some(statement.medium),
                stance: Some(statement.stance),
                inside: inside.map(|outer| self.iri(Part::Statement, outer.0)),
                // JSON has no infinity; the range is that of a confidence.
                salience: Some(Confidence::new(statement.salience).get()),
                key: Some(statement.key),
                confidence: Some(statement.confidence.get()),
                verdict: Some(statement.verdict),
                ..Facts::default()
            },
            ..self.annotation(
                Part::Statement,
                id,
                self.places(&statement.content),
                by,
                is_added,
            )
        }
    }

    /// The words around a statement, and whom they name.
    fn links(&self, id: u32, statement: &Statement, annotations: &mut Vec<Annotation>) {
        for (part, spans) in [(Part::Cue, &statement.cue), (Part::Frame, &statement.frame)] {
            if !spans.is_empty() {
                annotations.push(self.link(part, id, None, spans));
            }
        }
        let ends = [
            (Part::Speaker, &statement.speaker),
            (Part::Addressee, &statement.addressee),
        ];
        for (part, voice) in ends {
            annotations.extend(
                voice
                    .as_ref()
                    .map(|voice| self.voice(part, id, None, voice)),
            );
        }
        for (number, voice) in statement.via.iter().enumerate() {
            annotations.push(self.voice(Part::Via, id, Some(number), voice));
        }
    }

    fn voice(&self, part: Part, id: u32, number: Option<usize>, voice: &Voice) -> Annotation {
        let mut link = self.link(part, id, number, &voice.spans);
        link.body.extend(voice.entity.map(|id| self.meant(id)));
        link.facts = Facts {
            because: Some(voice.because),
            anonymous: Some(is_anonymous(self.text, self.extract.findings(), voice)),
            ..Facts::default()
        };
        link
    }

    /// Words that belong to a statement. Where there are none, the target is the article.
    fn link(&self, part: Part, id: u32, number: Option<usize>, spans: &[Span]) -> Annotation {
        let statement = self.iri(Part::Statement, id);
        let number = number.map_or_else(String::new, |number| format!("-{number}"));
        let by = self.extract.provenance().statement(StatementId(id));
        Annotation {
            id: format!("{statement}-{}{number}", part.label()),
            body: vec![
                tag("tagging", part.label()),
                Body::Link {
                    class: "SpecificResource",
                    purpose: "linking",
                    source: statement,
                },
            ],
            ..self.annotation(part, id, self.places(spans), by, false)
        }
    }

    fn annotation(
        &self,
        part: Part,
        id: u32,
        target: Target,
        by: Option<&Stamp>,
        is_added: bool,
    ) -> Annotation {
        let motivation = match part {
            Part::Entity => "identifying",
            Part::Mention => "tagging",
            Part::Statement => "classifying",
            Part::Cue | Part::Frame | Part::Speaker | Part::Addressee | Part::Via => "linking",
            Part::Note => "commenting",
        };
        let mut creator = Vec::new();
        if !is_added {
            creator.push(Agent {
                id: Some(self.program()),
                class: "Software",
                name: String::new(),
            });
        }
        creator.extend(by.map(|by| Agent {
            id: None,
            class: "Person",
            name: by.by.clone(),
        }));
        let at = by.map(|by| by.at.to_string());
        Annotation {
            id: self.iri(part, id),
            class: "Annotation",
            part,
            motivation,
            body: Vec::new(),
            target,
            facts: Facts::default(),
            creator,
            created: at.clone().filter(|_| is_added),
            modified: at.filter(|_| !is_added),
        }
    }

    fn meant(&self, id: EntityId) -> Body {
        Body::Link {
            class: "SpecificResource",
            purpose: "identifying",
            source: self.entity_iri(id.0),
        }
    }

    fn places(&self, spans: &[Span]) -> Target {
        match spans {
            [] => Target::Whole(self.article.clone()),
            [span] => Target::Place(self.place(*span)),
            spans => Target::Composite {
                class: "Composite",
                items: spans.iter().map(|&span| self.place(span)).collect(),
            },
        }
    }

    fn place(&self, span: Span) -> Place {
        let (start, end) = self.json.range(span);
        Place {
            class: "SpecificResource",
            source: self.article.clone(),
            selector: (
                Quote {
                    class: "TextQuoteSelector",
                    exact: span.of(self.text).into(),
                    prefix: before(&self.text[..span.start()]).into(),
                    suffix: after(&self.text[span.end()..]).into(),
                },
                Position {
                    class: "TextPositionSelector",
                    start,
                    end,
                },
            ),
        }
    }
}

fn tag(purpose: &'static str, value: &str) -> Body {
    Body::Text {
        class: "TextualBody",
        purpose,
        value: value.to_owned(),
    }
}

/// The reader's note, if there is one.
fn comment(note: &str) -> Vec<Body> {
    if note.is_empty() {
        return Vec::new();
    }
    vec![tag("commenting", note)]
}
