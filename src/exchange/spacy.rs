//! JSON as spaCy's `Doc.to_json` writes it and `Doc.from_json` reads it (<https://spacy.io/api/doc#from_json>).
//!
//! ```json
//! {"text": "Anna sagt, es regne.", "tokens": [{"id": 0, "start": 0, "end": 4}, …], "sents": [{"start": 0, "end": 20}],
//!  "ents": [{"start": 0, "end": 4, "label": "PER"}],
//!  "spans": {"mentions": [{"start": 0, "end": 4, "label": "person", "kb_id": "e1"}],
//!            "statements": [{"start": 11, "end": 19, "label": "indirect", "kb_id": "s1"}], …},
//!  "wortlaut": {"entities": [{"id": "e1", "name": "Anna", …}], "mentions": […], "statements": […]}}
//! ```
//!
//! Offsets are code points, end exclusive. spaCy has white space inside tokens: one space belongs to the token before it,
//! and whatever else of white space stands up to the next token is a token of its own; so `doc.text` is the article. Marks have to
//! consist of tokens: where one begins or ends inside a word, the word is cut there ("US", "-Minister"), white space at its
//! ends is left out, and what is nothing but white space is lost.
//!
//! | here | what |
//! |---|---|
//! | `tokens` | with `pos`, `tag` (STTS, where our tags decide it) and `morph`, if the text has been tagged |
//! | `ents` | names, as in CoNLL-2002 flat: the longest; `PER`, `ORG`, `LOC`, and `MISC` for other, as in the German models |
//! | `spans["mentions"]` | all mentions, by kind; `kb_id` is the entity |
//! | `spans["statements"]` | a span for each piece of a statement, by kind; `kb_id` is the statement |
//! | `spans["cues"]`, `"frames"`, `"speakers"`, `"addressees"`, `"media"` | the words that belong to it; `kb_id` is the statement |
//! | `spans["blocks"]` | headline, paragraph …, by kind |
//! | `wortlaut` | metadata, entities, statements with their links, and for each mention, in the order of the span group, the rest |
//!
//! spaCy passes over the last one. As custom attributes (`_`) it would read the file only after `Doc.set_extension`.

mod custom;
mod layout;

use serde_json::{Value, json};

use super::conllu::tags;
use super::extract::Extract;
use super::format::{Facts, FileName, Group};
use super::left_out;
use super::loss::{Loss, Losses};
use super::outermost::outermost;
use super::words::Words;
use crate::document::{Form, Kind, Mention, Statement, StatementId, Verdict, Voice};
use crate::span::{Offsets, Span, Unit};

/// The format.
pub const FACTS: Facts = Facts {
    name: "spacy",
    describe: "words, entities and statements as a document of spaCy (Doc.from_json)",
    group: Group::Corpus,
    files: &[FileName::Suffix("spacy.json")],
    write: |extract, losses| vec![write(extract, losses)],
    read: None,
};

fn write(extract: &Extract<'_>, losses: &mut Losses) -> Vec<u8> {
    left_out::count(extract, &[Loss::Provenance], losses);
    let findings = extract.findings();
    let verdicts = (findings.mentions.iter().map(|mention| mention.verdict)).chain(
        findings
            .statements
            .iter()
            .map(|statement| statement.verdict),
    );
    let n_rejected = verdicts
        .filter(|&verdict| verdict == Verdict::Rejected)
        .count();
    losses.count(Loss::Verdicts, n_rejected);
    let writer = Writer::of(extract, losses);
    let mut line = writer.document().to_string().into_bytes();
    line.push(b'\n');
    line
}

struct Writer<'a, 'e> {
    extract: &'e Extract<'a>,
    text: &'a str,
    words: Words<'a>,
    offsets: Offsets,
    mentions: Vec<&'e Mention>,
    statements: Vec<(StatementId, &'e Statement)>,
}

impl<'a, 'e> Writer<'a, 'e> {
    fn of(extract: &'e Extract<'a>, losses: &mut Losses) -> Self {
        let text = extract.text();
        let is_seen = |span: Span| span.of(text).chars().any(|c| !super::words::is_space(c));
        let mut mentions = Vec::new();
        for (_, mention) in extract.findings().shown_mentions() {
            if is_seen(mention.span) {
                mentions.push(mention);
            } else {
                losses.count(Loss::Mentions, 1);
            }
        }
        let mut statements = Vec::new();
        for (id, statement) in extract.findings().shown_statements() {
            if statement.content.iter().any(|&span| is_seen(span)) {
                statements.push((id, statement));
            } else {
                losses.count(Loss::Statements, 1);
            }
        }
        let mut words = Words::of(extract);
        let marks = mentions.iter().map(|mention| mention.span);
        let parts = statements
            .iter()
            .flat_map(|(_, statement)| marks_of(statement));
        words.cut(
            marks
                .chain(parts)
                .flat_map(|span| [span.start(), span.end()])
                .collect(),
        );
        Self {
            extract,
            text,
            words,
            offsets: Offsets::new(text, Unit::CodePoints),
            mentions,
            statements,
        }
    }

    fn document(&self) -> Value {
        let layout = layout::of(self.text, &self.words);
        let is_tagged = (0..self.words.tokens().len()).any(|token| self.words.tag(token).is_some());
        let token = |(id, token): (usize, &layout::Token)| {
            let (start, end) = self.offsets.from_span(self.text, token.span);
            if !is_tagged {
                return json!({"id": id, "start": start, "end": end});
            }
            let (pos, tag, morph) = match token.word {
                None => ("SPACE", "_SP", "_"),
                Some(word) => self.words.tag(word).map_or(("X", "_", "_"), tags::of),
            };
            let known = |value: &'static str| if value == "_" { "" } else { value };
            json!({"id": id, "start": start, "end": end, "pos": pos, "tag": known(tag), "morph": known(morph)})
        };
        let sentence = |span: &Span| {
            let (start, end) = self.offsets.from_span(self.text, *span);
            json!({"start": start, "end": end})
        };
        json!({
            "text": self.text,
            "tokens": layout.tokens.iter().enumerate().map(token).collect::<Vec<_>>(),
            "sents": layout.sentences.iter().map(sentence).collect::<Vec<_>>(),
            "ents": self.names(),
            "spans": self.groups(),
            "wortlaut": self.custom(),
        })
    }

    /// A mark without the white space at its ends; nothing if that is all.
    fn span(&self, span: Span, label: &str, id: &str) -> Option<Value> {
        let cover = self.words.cover(span)?;
        let span = self.words.span_of(cover.tokens)?;
        let (start, end) = self.offsets.from_span(self.text, span);
        Some(json!({"start": start, "end": end, "label": label, "kb_id": id}))
    }

    fn names(&self) -> Vec<Value> {
        let names = self.mentions.iter().filter_map(|mention| {
            let is_name = matches!(mention.form, Form::Name | Form::Derived | Form::Part);
            let label = label(mention.kind).filter(|_| is_name)?;
            let tokens = self.words.cover(mention.span)?.tokens;
            Some((tokens, label))
        });
        let (kept, _) = outermost(names.collect());
        let entity = |(tokens, label): (std::ops::Range<usize>, &str)| {
            let span = self.words.span_of(tokens)?;
            let (start, end) = self.offsets.from_span(self.text, span);
            Some(json!({"start": start, "end": end, "label": label}))
        };
        kept.into_iter().filter_map(entity).collect()
    }

    fn groups(&self) -> Value {
        let mentions = self.mentions.iter().filter_map(|mention| {
            let entity = mention.entity.map(custom::entity_id).unwrap_or_default();
            self.span(mention.span, mention.kind.label(), &entity)
        });
        let blocks = self.extract.article().blocks.iter();
        let blocks = blocks.filter_map(|block| self.span(block.span, block.kind.label(), ""));
        let words_of = |label: Option<&'static str>, spans: fn(&Statement) -> Vec<Span>| {
            let statements = self.statements.iter().flat_map(|&(id, statement)| {
                let label = label.unwrap_or(statement.kind.label());
                let spans = spans(statement).into_iter();
                spans.filter_map(move |span| self.span(span, label, &custom::statement_id(id)))
            });
            statements.collect::<Vec<_>>()
        };
        json!({
            "mentions": mentions.collect::<Vec<_>>(),
            "statements": words_of(None, |statement| statement.content.clone()),
            "cues": words_of(Some("cue"), |statement| statement.cue.clone()),
            "frames": words_of(Some("frame"), |statement| statement.frame.clone()),
            "speakers": words_of(Some("speaker"), |statement| spans_of(statement.speaker.iter())),
            "addressees": words_of(Some("addressee"), |statement| spans_of(statement.addressee.iter())),
            "media": words_of(Some("medium"), |statement| spans_of(statement.via.iter())),
            "blocks": blocks.collect::<Vec<_>>(),
        })
    }
}

/// The labels of the German models of spaCy.
fn label(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Person => Some("PER"),
        Kind::Organisation => Some("ORG"),
        Kind::Location => Some("LOC"),
        Kind::Other => Some("MISC"),
        Kind::Role | Kind::Date | Kind::Time | Kind::Duration | Kind::Amount => None,
    }
}

fn spans_of<'v>(voices: impl Iterator<Item = &'v Voice>) -> Vec<Span> {
    voices
        .flat_map(|voice| voice.spans.iter().copied())
        .collect()
}

/// All marks that belong to a statement.
fn marks_of(statement: &Statement) -> Vec<Span> {
    let voices = statement
        .speaker
        .iter()
        .chain(&statement.addressee)
        .chain(&statement.via);
    let own = statement
        .content
        .iter()
        .chain(&statement.cue)
        .chain(&statement.frame);
    own.copied().chain(spans_of(voices)).collect()
}

#[cfg(test)]
mod tests;
