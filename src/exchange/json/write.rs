//! A review as our own JSON: one finding per line, so that line-wise comparison shows what changed.

use serde::Serialize;

use super::record::{
    BlockRecord, Corrections, CountsRecord, DocumentRecord, EntityRecord, FoundRecord,
    MentionRecord, Range, ReaderRecord, StatementRecord, VoiceRecord,
};
use super::{FORMAT, VERSION};
use crate::document::{
    Confidence, Entity, EntityId, Findings, Mention, MentionId, Statement, StatementId, Voice,
};
use crate::exchange::extract::Extract;
use crate::exchange::stem;
use crate::exchange::table::name_of;
use crate::review::{Provenance, Review, Stamp};
use crate::span::{Offsets, Span, Unit};
use crate::view::speaker::is_anonymous;

/// The whole file.
pub fn write(review: &Review) -> Vec<u8> {
    write_extract(&Extract::whole(review))
}

/// The same with what passed a filter. Only a whole review has its corrections as steps.
pub fn write_extract(extract: &Extract<'_>) -> Vec<u8> {
    let review = extract.review();
    let writer = Writer::new(extract.text());
    let (shown, by) = (extract.findings(), extract.provenance());
    let corrections = writer.corrections(extract);
    let generator = concat!("wortlaut ", env!("CARGO_PKG_VERSION"));
    let fields = [
        ("format", json(&FORMAT)),
        ("version", json(&VERSION)),
        ("generator", json(&generator)),
        ("document", json(&writer.document(review))),
        ("analysis", json(&review.document().made_by)),
        ("note", json(&shown.note)),
        (
            "mentions",
            lines(&writer.mentions(shown, Some(by), |_| true)),
        ),
        ("entities", lines(&entities(shown, Some(by), |_| true))),
        (
            "statements",
            lines(&writer.statements(shown, Some(by), |_| true)),
        ),
        ("edits", lines(&corrections.edits)),
        ("undone", json(&corrections.undone)),
        ("found", json(&corrections.found)),
    ];
    let fields = fields.map(|(name, value)| format!("\"{name}\": {value}"));
    format!("{{\n{}\n}}\n", fields.join(",\n")).into_bytes()
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("records have string keys and finite numbers only")
}

fn lines(values: &[impl Serialize]) -> String {
    if values.is_empty() {
        return "[]".into();
    }
    let values: Vec<String> = values.iter().map(json).collect();
    format!("[\n{}\n]", values.join(",\n"))
}

/// Turns what is in a review into records.
pub(in crate::exchange) struct Writer<'a> {
    text: &'a str,
    offsets: Offsets,
}

impl<'a> Writer<'a> {
    pub(in crate::exchange) fn new(text: &'a str) -> Self {
        Self {
            text,
            offsets: Offsets::new(text, Unit::CodePoints),
        }
    }

    /// The corrections; none of an extract, whose findings are counted anew.
    pub(in crate::exchange) fn corrections(&self, extract: &Extract<'_>) -> Corrections {
        if !extract.is_whole() {
            return Corrections::default();
        }
        let review = extract.review();
        Corrections {
            edits: self.steps(review.steps()),
            undone: review.steps().len() - review.cursor(),
            found: self.found(review),
        }
    }

    pub(in crate::exchange) fn range(&self, span: Span) -> Range {
        self.offsets.from_span(self.text, span)
    }

    fn ranges(&self, spans: &[Span]) -> Vec<Range> {
        spans.iter().map(|&span| self.range(span)).collect()
    }

    pub(in crate::exchange) fn document(&self, review: &Review) -> DocumentRecord {
        let article = &review.document().article;
        let source = &article.source;
        let block = |block: &crate::article::Block| {
            let (start, end) = self.range(block.span);
            let kind = block.kind;
            BlockRecord { kind, start, end }
        };
        DocumentRecord {
            id: stem(source),
            title: source.title.clone(),
            language: source.language.tag().into(),
            source: (source.path.as_deref()).map(|path| path.to_string_lossy().into()),
            format: source.format,
            url: source.url.clone(),
            encoding: source.encoding.clone(),
            date: source.date.clone(),
            byline: source.byline.clone(),
            agencies: source.agencies.clone(),
            stub: source.is_stub,
            sha256: source.sha256.clone(),
            text: self.text.into(),
            blocks: article.blocks.iter().map(block).collect(),
        }
    }

    fn mentions(
        &self,
        findings: &Findings,
        by: Option<&Provenance>,
        wanted: impl Fn(usize) -> bool,
    ) -> Vec<MentionRecord> {
        let record = |(index, mention): (usize, &Mention)| {
            let (start, end) = self.range(mention.span);
            MentionRecord {
                id: index as u32,
                start,
                end,
                text: mention.span.of(self.text).into(),
                kind: mention.kind,
                form: mention.form,
                entity: mention.entity.map(|id| id.0),
                value: mention.value.clone(),
                confidence: mention.confidence.get(),
                verdict: mention.verdict,
                note: mention.note.clone(),
                reader: by.and_then(|by| reader(by.mention(MentionId(index as u32)))),
            }
        };
        let numbered = findings.mentions.iter().enumerate();
        let wanted = numbered.filter(|&(index, _)| wanted(index));
        wanted.map(record).collect()
    }

    fn statements(
        &self,
        findings: &Findings,
        by: Option<&Provenance>,
        wanted: impl Fn(usize) -> bool,
    ) -> Vec<StatementRecord> {
        let record = |(index, statement): (usize, &Statement)| StatementRecord {
            id: index as u32,
            kind: statement.kind,
            medium: statement.medium,
            stance: statement.stance,
            content: self.ranges(&statement.content),
            text: statement.text(self.text),
            cue: self.ranges(&statement.cue),
            frame: self.ranges(&statement.frame),
            speaker: (statement.speaker.as_ref()).map(|voice| self.voice(findings, voice)),
            addressee: (statement.addressee.as_ref()).map(|voice| self.voice(findings, voice)),
            via: (statement.via.iter())
                .map(|voice| self.voice(findings, voice))
                .collect(),
            inside: statement.inside.map(|id| id.0),
            // JSON has no infinity; the range is that of a confidence.
            salience: Confidence::new(statement.salience).get(),
            key: statement.key,
            confidence: statement.confidence.get(),
            verdict: statement.verdict,
            note: statement.note.clone(),
            reader: by.and_then(|by| reader(by.statement(StatementId(index as u32)))),
        };
        let numbered = findings.statements.iter().enumerate();
        let wanted = numbered.filter(|&(index, _)| wanted(index));
        wanted.map(record).collect()
    }

    fn voice(&self, findings: &Findings, voice: &Voice) -> VoiceRecord {
        VoiceRecord {
            spans: self.ranges(&voice.spans),
            name: name_of(self.text, findings, voice),
            entity: voice.entity.map(|id| id.0),
            anonymous: is_anonymous(self.text, findings, voice),
            because: voice.because,
        }
    }

    /// Nothing where the reader made no correction: then what is shown is what was found.
    fn found(&self, review: &Review) -> Option<FoundRecord> {
        if review.steps().is_empty() {
            return None;
        }
        let (found, shown) = (&review.document().findings, review.findings());
        Some(FoundRecord {
            counts: CountsRecord {
                mentions: found.mentions.len(),
                entities: found.entities.len(),
                statements: found.statements.len(),
            },
            mentions: self.mentions(found, None, |index| {
                shown.mentions.get(index) != found.mentions.get(index)
            }),
            entities: entities(found, None, |index| {
                shown.entities.get(index) != found.entities.get(index)
            }),
            statements: self.statements(found, None, |index| {
                shown.statements.get(index) != found.statements.get(index)
            }),
            note: found.note.clone(),
        })
    }
}

/// Who touched a finding last, if a reader did.
fn reader(stamp: Option<&Stamp>) -> Option<ReaderRecord> {
    stamp.map(|stamp| ReaderRecord {
        by: stamp.by.clone(),
        at: stamp.at.to_string(),
    })
}

fn entities(
    findings: &Findings,
    by: Option<&Provenance>,
    wanted: impl Fn(usize) -> bool,
) -> Vec<EntityRecord> {
    let record = |(index, entity): (usize, &Entity)| EntityRecord {
        id: index as u32,
        name: entity.name.clone(),
        kind: entity.kind,
        role: entity.role.clone(),
        party: entity.party.clone(),
        aliases: entity.aliases.clone(),
        note: entity.note.clone(),
        reader: by.and_then(|by| reader(by.entity(EntityId(index as u32)))),
    };
    let numbered = findings.entities.iter().enumerate();
    let wanted = numbered.filter(|&(index, _)| wanted(index));
    wanted.map(record).collect()
}
