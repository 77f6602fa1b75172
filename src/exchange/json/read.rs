//! Our own JSON as a review. The file may come from anywhere: everything is checked, nothing panics.

use std::path::PathBuf;
use std::sync::Arc;

use serde::Deserialize;

use super::invalid::{Fault, Invalid, check_ids, check_nesting, same_text};
use super::record::{
    Corrections, DocumentRecord, EntityRecord, FileRecord, FoundRecord, MentionRecord, Range,
    StatementRecord, VoiceRecord,
};
use super::{FORMAT, VERSION};
use crate::article::{Article, Block, Language, Source, is_too_long};
use crate::document::{
    Confidence, Document, Entity, EntityId, Findings, Mention, Statement, StatementId, Voice,
};
use crate::review::Review;
use crate::span::{Offsets, Span, Unit};

/// Reads a review. Its document has text, blocks and findings; tokens, sentences and tags are not
/// stored, and empty; [`Review::with_words_of`] adds them.
pub fn read(bytes: &[u8]) -> Result<Review, Invalid> {
    #[derive(Deserialize)]
    struct Head {
        format: Option<serde_json::Value>,
        version: Option<u64>,
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let head: Head = parse(bytes)?;
    if head.format != Some(FORMAT.into()) {
        return Err(Invalid::Foreign);
    }
    match head.version {
        Some(VERSION) => {}
        Some(version) if VERSION < version => return Err(Invalid::Newer(version)),
        _ => return Err(Invalid::Foreign),
    }
    let file: FileRecord = parse(bytes)?;
    if is_too_long(&file.document.text) {
        return Err(Invalid::TooLong);
    }
    review(file)
}

fn parse<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> Result<T, Invalid> {
    serde_json::from_slice(bytes).map_err(|error| Invalid::Damaged {
        line: error.line(),
        column: error.column(),
        reason: without_place(&error.to_string()),
    })
}

/// The parser puts "at line 1 column 2" behind its words; we say it before them.
fn without_place(words: &str) -> String {
    let words = words.rsplit_once(" at line ");
    words.map_or_else(String::new, |(reason, _)| reason.into())
}

fn review(file: FileRecord) -> Result<Review, Invalid> {
    let article = article(file.document)?;
    let reader = Reader::new(&article.text);
    let mut shown = Findings {
        note: file.note,
        entities: numbered("entity", file.entities, |record| record.id, Reader::entity)?,
        ..Findings::default()
    };
    let n_entities = shown.entities.len();
    shown.mentions = numbered(
        "mention",
        file.mentions,
        |record| record.id,
        |record| reader.mention(&record, n_entities),
    )?;
    let n_statements = file.statements.len();
    shown.statements = numbered(
        "statement",
        file.statements,
        |record| record.id,
        |record| reader.statement(record, n_entities, n_statements),
    )?;
    let corrections = Corrections {
        edits: file.edits,
        undone: file.undone,
        found: file.found,
    };
    restore(article, file.analysis, &shown, corrections)
}

/// The article that a record describes.
pub(in crate::exchange) fn article(mut record: DocumentRecord) -> Result<Article, Invalid> {
    let text = std::mem::take(&mut record.text);
    let blocks = (Reader::new(&text).blocks(&record)).map_err(|fault| fault.at("blocks"))?;
    Ok(Article {
        text,
        blocks,
        source: source(record),
    })
}

/// The review that shows `shown` because of these corrections. An error if they lead elsewhere.
pub(in crate::exchange) fn restore(
    article: Article,
    made_by: String,
    shown: &Findings,
    corrections: Corrections,
) -> Result<Review, Invalid> {
    check_nesting(&shown.statements)?;
    let reader = Reader::new(&article.text);
    let found = match corrections.found {
        None => shown.clone(),
        Some(record) => reader.found(record, shown.clone())?,
    };
    let steps = reader
        .steps(corrections.edits)
        .map_err(|error| error.at("edits"))?;
    let cursor = steps.len().checked_sub(corrections.undone);
    let cursor = cursor.ok_or_else(|| Fault("more than there are edits".into()).at("undone"))?;
    let document = Document {
        article,
        tokens: Vec::new(),
        sentences: Vec::new(),
        tags: Vec::new(),
        findings: found,
        made_by,
    };
    let review = Review::restore(Arc::new(document), steps, cursor)?;
    if review.findings() != shown {
        return Err(Invalid::OtherResult);
    }
    Ok(review)
}

/// Reads a list whose ids count up from 0.
fn numbered<R, T>(
    what: &str,
    records: Vec<R>,
    id: impl Fn(&R) -> u32,
    read: impl Fn(R) -> Result<T, Fault>,
) -> Result<Vec<T>, Invalid> {
    let read_one = |(index, record): (usize, R)| {
        let place = || format!("{what} {index}");
        if id(&record) as usize != index {
            let reason = format!("its id is {}; ids count up from 0", id(&record));
            return Err(Fault(reason).at(&place()));
        }
        read(record).map_err(|fault| fault.at(&place()))
    };
    records.into_iter().enumerate().map(read_one).collect()
}

fn shorten<T>(what: &str, list: &mut Vec<T>, count: usize) -> Result<(), Invalid> {
    if list.len() < count {
        let reason = format!("more {what} than the file has");
        return Err(Fault(reason).at("found counts"));
    }
    list.truncate(count);
    Ok(())
}

fn put<T>(place: &str, list: &mut [T], id: u32, value: Result<T, Fault>) -> Result<(), Invalid> {
    let value = value.map_err(|fault| fault.at(place))?;
    let slot = list.get_mut(id as usize);
    *slot.ok_or_else(|| Fault("beyond the counts".into()).at(place))? = value;
    Ok(())
}

fn source(record: DocumentRecord) -> Source {
    Source {
        path: record.source.map(PathBuf::from),
        format: record.format,
        encoding: record.encoding,
        title: record.title,
        byline: record.byline,
        date: record.date,
        url: record.url,
        agencies: record.agencies,
        language: Language::of_tag(&record.language),
        is_stub: record.stub,
        sha256: record.sha256,
    }
}

pub(super) struct Reader<'a> {
    text: &'a str,
    offsets: Offsets,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text,
            offsets: Offsets::new(text, Unit::CodePoints),
        }
    }

    /// What was found, told by what has changed since.
    fn found(&self, record: FoundRecord, mut found: Findings) -> Result<Findings, Invalid> {
        found.note = record.note;
        let counts = record.counts;
        shorten("mentions", &mut found.mentions, counts.mentions)?;
        shorten("entities", &mut found.entities, counts.entities)?;
        shorten("statements", &mut found.statements, counts.statements)?;
        let (n_entities, n_statements) = (found.entities.len(), found.statements.len());
        for record in record.entities {
            let (place, id) = (format!("found entity {}", record.id), record.id);
            put(&place, &mut found.entities, id, Reader::entity(record))?;
        }
        for record in record.mentions {
            let (place, id) = (format!("found mention {}", record.id), record.id);
            let mention = self.mention(&record, n_entities);
            put(&place, &mut found.mentions, id, mention)?;
        }
        for record in record.statements {
            let (place, id) = (format!("found statement {}", record.id), record.id);
            let statement = self.statement(record, n_entities, n_statements);
            put(&place, &mut found.statements, id, statement)?;
        }
        check_ids(&found)?;
        check_nesting(&found.statements)?;
        Ok(found)
    }

    /// A span that covers something.
    pub(super) fn span(&self, (start, end): Range) -> Result<Span, Fault> {
        match self.offsets.to_span(self.text, start, end) {
            Some(span) if !span.is_empty() => Ok(span),
            _ => Err(Fault(format!("{start} to {end} is no piece of the text"))),
        }
    }

    fn spans(&self, ranges: Vec<Range>) -> Result<Vec<Span>, Fault> {
        ranges.into_iter().map(|range| self.span(range)).collect()
    }

    fn blocks(&self, record: &DocumentRecord) -> Result<Vec<Block>, Fault> {
        let mut blocks: Vec<Block> = Vec::with_capacity(record.blocks.len());
        for block in &record.blocks {
            let span = self.span((block.start, block.end))?;
            if blocks
                .last()
                .is_some_and(|last| span.start() < last.span.end())
            {
                return Err(Fault(format!("{} is out of order", block.start)));
            }
            let kind = block.kind;
            blocks.push(Block { kind, span });
        }
        Ok(blocks)
    }

    fn mention(&self, record: &MentionRecord, n_entities: usize) -> Result<Mention, Fault> {
        let span = self.span((record.start, record.end))?;
        same_text(&record.text, span.of(self.text))?;
        Ok(Mention {
            span,
            kind: record.kind,
            form: record.form,
            entity: entity_id(record.entity, n_entities)?,
            value: record.value.clone().filter(|value| !value.is_empty()),
            confidence: confidence(record.confidence)?,
            verdict: record.verdict,
            note: record.note.clone(),
        })
    }

    fn entity(record: EntityRecord) -> Result<Entity, Fault> {
        if record.name.is_empty() {
            return Err(Fault("its name is empty".into()));
        }
        Ok(Entity {
            name: record.name,
            kind: record.kind,
            role: record.role,
            party: record.party,
            aliases: record.aliases,
            note: record.note,
        })
    }

    fn statement(
        &self,
        record: StatementRecord,
        n_entities: usize,
        n_statements: usize,
    ) -> Result<Statement, Fault> {
        let content = self.spans(record.content)?;
        let is_in_order = content.is_sorted_by(|one, next| one.end() <= next.start());
        if content.is_empty() || !is_in_order {
            return Err(Fault("its content is empty or out of order".into()));
        }
        let voice = |voice: VoiceRecord| self.voice(voice, n_entities);
        let inside = match record.inside {
            Some(id) if n_statements <= id as usize => {
                return Err(Fault(format!("there is no statement {id}")));
            }
            inside => inside.map(StatementId),
        };
        let statement = Statement {
            kind: record.kind,
            medium: record.medium,
            stance: record.stance,
            content,
            cue: self.spans(record.cue)?,
            frame: self.spans(record.frame)?,
            speaker: record.speaker.map(voice).transpose()?,
            addressee: record.addressee.map(voice).transpose()?,
            via: record
                .via
                .into_iter()
                .map(voice)
                .collect::<Result<_, _>>()?,
            inside,
            salience: confidence(record.salience)?.get(),
            key: record.key,
            confidence: confidence(record.confidence)?,
            verdict: record.verdict,
            note: record.note,
        };
        same_text(&record.text, &statement.text(self.text))?;
        Ok(statement)
    }

    fn voice(&self, record: VoiceRecord, n_entities: usize) -> Result<Voice, Fault> {
        Ok(Voice {
            spans: self.spans(record.spans)?,
            entity: entity_id(record.entity, n_entities)?,
            because: record.because,
        })
    }
}

fn entity_id(id: Option<u32>, n_entities: usize) -> Result<Option<EntityId>, Fault> {
    match id {
        Some(id) if n_entities <= id as usize => Err(Fault(format!("there is no entity {id}"))),
        id => Ok(id.map(EntityId)),
    }
}

fn confidence(value: f32) -> Result<Confidence, Fault> {
    if (0.0..=1.0).contains(&value) {
        return Ok(Confidence::new(value));
    }
    Err(Fault(format!("{value} is not between 0 and 1")))
}
