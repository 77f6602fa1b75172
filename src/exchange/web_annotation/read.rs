//! Annotations as a review: ours as they were, those of others by their tags and quotes.

use serde::Deserialize;
use serde_json::Value;

use super::foreign::Foreign;
use super::own::Own;
use super::place::Places;
use super::record::{ArticleRecord, Part};
use super::view::{self, Object};
use crate::article::{Article, from_text, is_too_long};
use crate::document::Findings;
use crate::exchange::format::Input;
use crate::exchange::import::{Gathering, Imported, Misfit, Refusal, Unfit};
use crate::exchange::json::{self, Corrections};
use crate::review::Review;

/// One annotation of the file.
pub(super) struct Told<'a> {
    pub object: &'a Object,
    /// Nothing for those of other programs.
    pub part: Option<Part>,
    /// From 0.
    number: usize,
}

/// What does not fit, with the number of its annotation.
#[derive(Default)]
pub(super) struct Unfits(Vec<(usize, Unfit)>);

impl Unfits {
    pub(super) fn add(&mut self, one: &Told<'_>, reason: Misfit, words: &str) {
        let place = match (view::id(one.object), one.part) {
            (Some(id), Some(_)) => id.rsplit('#').next().unwrap_or(id).to_owned(),
            (Some(id), None) => id.to_owned(),
            (None, _) => format!("annotation {}", one.number + 1),
        };
        self.push(one.number, place, reason, words);
    }

    fn push(&mut self, number: usize, place: String, reason: Misfit, words: &str) {
        let words = words.to_owned();
        let unfit = Unfit {
            place,
            reason,
            words,
        };
        self.0.push((number, unfit));
    }

    /// Something beside the annotations does not fit.
    fn beside(&mut self, place: &str, reason: Misfit, words: &str) {
        self.push(0, place.to_owned(), reason, words);
    }

    /// The annotations have the last word; the corrections that led to something else are let go.
    fn contradiction(&mut self, n_edits: usize) {
        if n_edits == 0 {
            self.beside("inside", Misfit::Contradicts, "");
        } else {
            self.beside("corrections", Misfit::Contradicts, &n_edits.to_string());
        }
    }

    fn in_order(mut self) -> Vec<Unfit> {
        self.0.sort_by_key(|(number, _)| *number);
        self.0.into_iter().map(|(_, unfit)| unfit).collect()
    }
}

/// Reads a file of annotations.
pub(in crate::exchange) fn read(input: &Input<'_>) -> Result<Imported, Refusal> {
    let bytes = input.bytes;
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let file: Value = serde_json::from_slice(bytes).map_err(|error| {
        let place = format!("line {}, column {}", error.line(), error.column());
        Refusal::damaged(place, "no JSON")
    })?;
    let mut unfits = Unfits::default();
    let mut told = Vec::new();
    collect(&file, &mut told);
    let own_article = own_article(&file, &mut unfits)?;
    if told.is_empty() && own_article.is_none() {
        return Err(Refusal::Empty);
    }
    let is_ours = own_article.is_some();
    let article = match own_article {
        Some(article) => article,
        None => input.article.cloned().ok_or(Refusal::NeedsArticle)?,
    };
    let places = Places::new(&article.text);
    let own = Own::read(&told, &places, &mut unfits).findings;
    let mut gathering = gathering_of(&own);
    let mut foreign = Foreign::new(&places, &mut gathering);
    let note = foreign.read(&told, &mut unfits);
    let n_foreign = foreign.n_read;
    if !is_ours && n_foreign == 0 && own == Findings::default() && all_elsewhere(&unfits) {
        return Err(Refusal::OtherText);
    }
    if !note.is_empty() {
        let notes = [own.note.as_str(), &note];
        let notes: Vec<&str> = notes.into_iter().filter(|note| !note.is_empty()).collect();
        gathering.note(notes.join("\n"));
    }
    let made_by = made_by(&file);
    let corrections = corrections(&file, &mut unfits);
    if n_foreign == 0 && (!corrections.edits.is_empty() || is_as_written(&told, &own)) {
        let n_edits = corrections.edits.len();
        match json::restore(article.clone(), made_by.clone(), &own, corrections) {
            Ok(review) => return Ok(imported(review, unfits)),
            Err(_) => unfits.contradiction(n_edits),
        }
    } else if !corrections.edits.is_empty() {
        unfits.contradiction(corrections.edits.len());
    }
    Ok(imported(gathering.finish(article, made_by), unfits))
}

fn imported(review: Review, unfits: Unfits) -> Imported {
    let unfit = unfits.in_order();
    Imported { review, unfit }
}

/// All annotations, in lists, pages, collections and graphs. The parser has limited how deep these lie.
fn collect<'a>(value: &'a Value, told: &mut Vec<Told<'a>>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| collect(value, told)),
        Value::Object(object) if view::is(object, "Annotation") => {
            let part = object.get("part");
            told.push(Told {
                object,
                part: part.and_then(|part| Part::deserialize(part).ok()),
                number: told.len(),
            });
        }
        Value::Object(object) => {
            for field in ["@graph", "first", "items", "next"] {
                if let Some(value) = object.get(field) {
                    collect(value, told);
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// The article in a collection of ours. Where its parts do not fit its text, they are found anew.
fn own_article(file: &Value, unfits: &mut Unfits) -> Result<Option<Article>, Refusal> {
    let Some(article) = file.get("article").filter(|article| article.is_object()) else {
        return Ok(None);
    };
    let Ok(record) = ArticleRecord::deserialize(article) else {
        unfits.beside("article", Misfit::Incomplete, "");
        return Ok(None);
    };
    if is_too_long(&record.text) {
        return Err(Refusal::TooLong);
    }
    let text = record.text.clone();
    if let Ok(article) = json::article(record.into_document()) {
        return Ok(Some(article));
    }
    unfits.beside("article", Misfit::Beyond, "blocks");
    Ok(Some(from_text(text)))
}

/// The program that found what is annotated.
fn made_by(file: &Value) -> String {
    let name = file.pointer("/analysis/name").and_then(Value::as_str);
    name.unwrap_or_default().to_owned()
}

fn corrections(file: &Value, unfits: &mut Unfits) -> Corrections {
    let Some(told) = file.get("corrections") else {
        return Corrections::default();
    };
    Corrections::deserialize(told).unwrap_or_else(|_| {
        unfits.beside("corrections", Misfit::Incomplete, "");
        Corrections::default()
    })
}

/// The same findings, to be put in order.
fn gathering_of(findings: &Findings) -> Gathering {
    let mut gathering = Gathering::default();
    gathering.note(findings.note.clone());
    for entity in &findings.entities {
        gathering.entity(entity.clone());
    }
    for mention in &findings.mentions {
        gathering.mention(mention.clone());
    }
    for statement in &findings.statements {
        gathering.statement(statement.clone());
    }
    gathering
}

/// Whether nothing is missing, added or moved since we wrote it: the ids of each part count up from 0. If so, the
/// findings stay in this order, which has reasons of its own.
fn is_as_written(told: &[Told<'_>], findings: &Findings) -> bool {
    let counts_up = |part: Part, n_findings: usize| {
        let ids = told.iter().filter(|one| one.part == Some(part));
        let ids = ids.map(|one| view::id(one.object).unwrap_or_default());
        let mut n_told = 0;
        ids.enumerate().all(|(number, id)| {
            n_told += 1;
            id.ends_with(&format!("#{}-{number}", part.label()))
        }) && n_told == n_findings
    };
    counts_up(Part::Entity, findings.entities.len())
        && counts_up(Part::Mention, findings.mentions.len())
        && counts_up(Part::Statement, findings.statements.len())
}

/// Whether there is something, and no word of it stands in the text.
fn all_elsewhere(unfits: &Unfits) -> bool {
    !unfits.0.is_empty()
        && unfits.0.iter().all(|(_, unfit)| {
            matches!(
                unfit.reason,
                Misfit::NotFound | Misfit::OtherWords | Misfit::Beyond
            )
        })
}
