//! `project.qde`: users, codes, cases, the source with its selections, notes.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::codes::{code_book, of_cues, of_keys, of_mention, of_statement};
use super::guid;
use crate::article::Language;
use crate::document::{EntityId, Statement, StatementId};
use crate::exchange::extract::Extract;
use crate::exchange::source_facts::{self, STUB};
use crate::exchange::stem;
use crate::exchange::table::name_of;
use crate::exchange::xml::Tag;
use crate::span::{Offsets, Span, Unit};

/// The project, and the texts of its notes by their ids.
pub(super) struct Project {
    pub xml: String,
    pub notes: Vec<(String, String)>,
}

/// A statement with its id.
type Said<'a> = (StatementId, &'a Statement);

struct Writer<'a> {
    extract: &'a Extract<'a>,
    text: &'a str,
    offsets: Offsets,
    source: &'a str,
    user: String,
    notes: Vec<(String, String, String)>,
}

/// The whole file. `source` is the id of the article.
pub(super) fn project(extract: &Extract<'_>, source: &str) -> Project {
    let text = extract.text();
    let mut writer = Writer {
        extract,
        text,
        offsets: Offsets::new(text, Unit::CodePoints),
        source,
        user: guid(&["user", "wortlaut"]),
        notes: Vec::new(),
    };
    let title = stem(&extract.article().source);
    let mut entity_notes = BTreeMap::new();
    for (id, entity) in (0..).map(EntityId).zip(&extract.findings().entities) {
        let note = writer.note(&["entity", &id.0.to_string()], &entity.name, &entity.note);
        entity_notes.extend(note.map(|note| (id, note)));
    }
    let code_book = code_book(extract, |id| entity_notes.get(&id).cloned());
    let selections = writer.selections();
    let cases = writer.cases();
    let description = Tag::new("Description").text(&facts(extract));
    let article_note = writer.note(&["article"], &title, &extract.findings().note);
    let article_note = article_note
        .map(|note| reference("NoteRef", &note))
        .unwrap_or_default();
    let source = Tag::new("TextSource")
        .with("guid", source)
        .with("name", &title)
        .with("plainTextPath", format!("internal://{source}.txt"))
        .with("creatingUser", &writer.user);
    let source = source.around(&format!("\n{description}\n{selections}{article_note}"));
    let mut xml = Tag::new("Users").around(
        &Tag::new("User")
            .with("guid", &writer.user)
            .with("name", "Wortlaut")
            .empty(),
    );
    xml.push('\n');
    xml.push_str(&code_book);
    if !cases.is_empty() {
        let _ = write!(xml, "<Cases>\n{cases}</Cases>\n");
    }
    let _ = write!(xml, "<Sources>\n{source}\n</Sources>\n");
    if !writer.notes.is_empty() {
        let notes = writer.notes.iter().map(|(guid, name, _)| {
            let tag = Tag::new("Note")
                .with("guid", guid)
                .with("name", name)
                .with("plainTextPath", format!("internal://{guid}.txt"))
                .with("creatingUser", &writer.user);
            tag.empty() + "\n"
        });
        let _ = write!(xml, "<Notes>\n{}</Notes>\n", notes.collect::<String>());
    }
    let root = Tag::new("Project")
        .with("xmlns", "urn:QDA-XML:project:1.0")
        .with("name", &title)
        .with("origin", concat!("Wortlaut ", env!("CARGO_PKG_VERSION")))
        .with("creatingUserGUID", &writer.user);
    let notes = writer.notes.into_iter();
    Project {
        xml: format!(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{}\n",
            root.around(&format!("\n{xml}"))
        ),
        notes: notes.map(|(guid, _, text)| (guid, text)).collect(),
    }
}

/// What is known of the article, a fact per line.
fn facts(extract: &Extract<'_>) -> String {
    let source = &extract.article().source;
    let agencies = Some(source.agencies.join(", ")).filter(|names| !names.is_empty());
    let is_foreign = source.language != Language::German;
    let language = is_foreign.then(|| source_facts::language(source.language).to_owned());
    let facts = [
        ("Titel", source.title.clone()),
        ("Von", source.byline.clone()),
        ("Agenturen", agencies),
        ("Datum", source.date.clone()),
        ("Adresse", source.url.clone()),
        ("Sprache", language),
        ("Umfang", source.is_stub.then(|| STUB.to_owned())),
    ];
    let facts = facts
        .into_iter()
        .filter_map(|(name, fact)| Some(format!("{name}: {}", fact?)));
    facts.collect::<Vec<_>>().join("\n")
}

fn reference(name: &'static str, target: &str) -> String {
    Tag::new(name).with("targetGUID", target).empty() + "\n"
}

impl Writer<'_> {
    /// The id of a note; nothing if it says nothing.
    fn note(&mut self, of: &[&str], name: &str, text: &str) -> Option<String> {
        if text.trim().is_empty() {
            return None;
        }
        let mut key = vec!["note", self.source];
        key.extend(of);
        let guid = guid(&key);
        self.notes
            .push((guid.clone(), format!("Notiz: {name}"), text.to_owned()));
        Some(guid)
    }

    fn selection_guid(&self, of: &[&str]) -> String {
        let mut key = vec!["selection", self.source];
        key.extend(of);
        guid(&key)
    }

    fn selection(
        &self,
        of: &[&str],
        name: &str,
        span: Span,
        codes: &[String],
        note: Option<String>,
    ) -> String {
        let (start, end) = self.offsets.from_span(self.text, span);
        let id = self.selection_guid(of);
        let codings = codes.iter().map(|code| {
            let coding = Tag::new("Coding")
                .with("guid", guid(&["coding", &id, code]))
                .with("creatingUser", &self.user);
            coding.around(&Tag::new("CodeRef").with("targetGUID", code).empty()) + "\n"
        });
        let mut inside: String = codings.collect();
        inside.push_str(
            &note
                .map(|note| reference("NoteRef", &note))
                .unwrap_or_default(),
        );
        let tag = Tag::new("PlainTextSelection")
            .with("guid", &id)
            .with("name", name)
            .with("startPosition", start.to_string())
            .with("endPosition", end.to_string())
            .with("creatingUser", &self.user);
        tag.around(&format!("\n{inside}")) + "\n"
    }

    fn selections(&mut self) -> String {
        let extract = self.extract;
        let findings = extract.findings();
        let mut xml = String::new();
        for (id, mention) in findings.shown_mentions() {
            let number = id.0.to_string();
            let words: String = mention
                .span
                .of(self.text)
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ");
            let note = self.note(&["mention", &number], &words, &mention.note);
            let codes = [of_mention(extract, mention)];
            xml.push_str(&self.selection(
                &["mention", &number],
                &words,
                mention.span,
                &codes,
                note,
            ));
        }
        for (number, (id, statement)) in (1..).zip(findings.shown_statements()) {
            let name = format!("Aussage {number}");
            let key = id.0.to_string();
            let mut note = self.note(&["statement", &key], &name, &statement.note);
            let mut codes = vec![of_statement(statement.kind)];
            codes.extend(statement.key.then(of_keys));
            let n_pieces = statement.content.len();
            for (piece, &span) in statement.content.iter().enumerate() {
                let name = if n_pieces == 1 {
                    name.clone()
                } else {
                    format!("{name} ({}/{n_pieces})", piece + 1)
                };
                let of = ["statement", &key, &piece.to_string()];
                xml.push_str(&self.selection(&of, &name, span, &codes, note.take()));
            }
            for (index, &span) in statement.cue.iter().enumerate() {
                let of = ["cue", &key, &index.to_string()];
                let name = format!("Ankündigung von Aussage {number}");
                xml.push_str(&self.selection(&of, &name, span, &[of_cues()], None));
            }
        }
        xml
    }

    /// Who speaks, with all that they say.
    fn cases(&self) -> String {
        let findings = self.extract.findings();
        let mut speakers: BTreeMap<(Option<EntityId>, String), Vec<Said<'_>>> = BTreeMap::new();
        for (id, statement) in findings.shown_statements() {
            let Some(voice) = &statement.speaker else {
                continue;
            };
            if let Some(name) = name_of(self.text, findings, voice) {
                speakers
                    .entry((voice.entity, name))
                    .or_default()
                    .push((id, statement));
            }
        }
        let cases = speakers.into_iter().map(|((entity, name), said)| {
            let found = entity.and_then(|id| findings.entities.get(id.0 as usize));
            let kind = found.map_or("words", |entity| entity.kind.label());
            let id = entity.map(|id| id.0.to_string()).unwrap_or_default();
            let mut inside = String::new();
            if let Some(office) = found.and_then(crate::document::Entity::office) {
                inside.push_str(&Tag::new("Description").text(&office));
                inside.push('\n');
            }
            inside.push_str(&reference("SourceRef", self.source));
            for (id, statement) in said {
                for piece in 0..statement.content.len() {
                    let selection =
                        self.selection_guid(&["statement", &id.0.to_string(), &piece.to_string()]);
                    inside.push_str(&reference("SelectionRef", &selection));
                }
            }
            // Two of the same name in one article are two.
            let n_same = findings.entities.iter().filter(|other| {
                found.is_some_and(|found| (found.kind, &found.name) == (other.kind, &other.name))
            });
            let which = if 1 < n_same.count() { id.as_str() } else { "" };
            let tag = Tag::new("Case")
                .with("guid", guid(&["case", kind, &name, which]))
                .with("name", &name);
            tag.around(&format!("\n{inside}")) + "\n"
        });
        cases.collect()
    }
}
