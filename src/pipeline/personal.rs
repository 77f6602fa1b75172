//! Names as the reader has taught them: found where the models found none, read as the reader reads them, never found where
//! the reader says that they are none.
//!
//! Before entities are linked, so that entities, pronouns and speakers profit. A longer name that was found stays: "Olaf
//! Scholz" where "Scholz" is taught.

use std::collections::BTreeMap;

use crate::document::{Confidence, Form, Kind, Mention, overlapping};
use crate::german::lexicon::Classes;
use crate::german::personal_lexicon::{Entry, Hit, PersonalLexicon};
use crate::pipeline::names::bare_surnames;
use crate::pipeline::words::Words;
use crate::span::Span;

/// What the reader has taught of the names of one article.
#[derive(Debug, Default)]
pub struct Told<'a> {
    names: BTreeMap<Span, ToldName<'a>>,
    never: Vec<Span>,
    nested: Vec<Mention>,
}

/// What the reader has taught of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ToldName<'a> {
    /// The name as it stands in texts, in the nominative.
    pub form: &'a str,
    /// What the entity is called.
    pub name: &'a str,
}

impl ToldName<'_> {
    /// Whether the entity is called otherwise than the name in the text.
    pub fn is_called_otherwise(&self) -> bool {
        self.form != self.name
    }
}

impl Told<'_> {
    /// What was taught of the name that stands here.
    pub fn at(&self, span: Span) -> Option<ToldName<'_>> {
        self.names.get(&span).copied()
    }

    /// Names inside others: those found, and those taught; without those that are none.
    pub fn nested(&self, mut found: Vec<Mention>) -> Vec<Mention> {
        if !self.never.is_empty() {
            found.retain(|inner| self.never.binary_search(&inner.span).is_err());
        }
        if !self.nested.is_empty() {
            let touches = |inner: &Mention| {
                let after = self
                    .nested
                    .partition_point(|told| told.span.end() <= inner.span.start());
                let told = self.nested.get(after);
                told.is_some_and(|told| told.span.overlaps(inner.span))
            };
            found.retain(|inner| !touches(inner));
            found.extend(self.nested.iter().cloned());
            found.sort_by_key(|inner| inner.span);
        }
        found
    }
}

/// Applies what was taught to the names that were found, which are sorted and disjoint and stay so.
pub fn teach<'a>(
    words: Words<'_>,
    personal: &'a PersonalLexicon,
    mentions: &mut Vec<Mention>,
) -> Told<'a> {
    let mut told = Told::default();
    if personal.is_empty() {
        return told;
    }
    let hits = personal.hits(words.text).into_iter();
    let hits: Vec<Hit> = hits.filter_map(|hit| fitted(words, hit)).collect();
    let mut new = Vec::new();
    let mut is_dropped = vec![false; mentions.len()];
    for hit in hits {
        let first = mentions.partition_point(|found| found.span.end() <= hit.span.start());
        let last = mentions.partition_point(|found| found.span.start() < hit.span.end());
        let touched = first..last.max(first);
        match hit.entry {
            Entry::Name { name, kind, entity } => {
                let outer = mentions[touched.clone()]
                    .iter()
                    .find(|found| stays(found, &hit));
                let mention = mention(hit.span, *kind, hit.form);
                match outer {
                    Some(outer) if !is_inside(outer, &mention) => continue,
                    Some(_) => told.nested.push(mention),
                    None => {
                        is_dropped[touched].fill(true);
                        new.push(mention);
                    }
                }
                let taught = ToldName {
                    form: name,
                    name: entity.as_deref().unwrap_or(name),
                };
                told.names.insert(hit.span, taught);
            }
            Entry::Never { .. } if hit.form == Form::Name => {
                for index in touched {
                    is_dropped[index] |= mentions[index].span == hit.span;
                }
                told.never.push(hit.span);
            }
            Entry::Never { .. } | Entry::NoCue { .. } => {}
        }
    }
    let mut drops = is_dropped.into_iter();
    mentions.retain(|_| drops.next() != Some(true));
    let has_new_persons = new.iter().any(|name| name.kind == Kind::Person);
    mentions.append(&mut new);
    mentions.sort_by_key(|mention| mention.span);
    if has_new_persons {
        let mut surnames = bare_surnames(words.text, words.tokens, words.tags, mentions);
        surnames.retain(|found| told.never.binary_search(&found.span).is_err());
        mentions.append(&mut surnames);
        mentions.sort_by_key(|mention| mention.span);
    }
    told
}

/// The hit from the start to the end of words; `None` where it begins or ends inside one, or where a hyphen makes something
/// else than a compound of it: "Müller-Lüdenscheidt" for "Müller".
fn fitted<'a>(words: Words<'_>, mut hit: Hit<'a>) -> Option<Hit<'a>> {
    let tokens = &words.tokens[overlapping(words.tokens, hit.span)];
    let (first, last) = (tokens.first()?.span, tokens.last()?.span);
    if first.start() != hit.span.start() {
        return None;
    }
    let rest = Span::new(hit.span.end(), last.end().max(hit.span.end())).of(words.text);
    if !matches!(rest, "" | "’" | "'" | "‘") {
        return None;
    }
    hit.span = first.hull(last);
    if hit.form == Form::Part {
        let compound = hit.span.of(words.text);
        let head = compound.rsplit(['-', '‑']).next()?;
        let entry = words.lexicon.look_up(head);
        let is_noun = entry.is_some_and(|entry| {
            entry.classes.has(Classes::NOUN) && !entry.classes.has(Classes::NAME)
        });
        let is_small = head.starts_with(char::is_lowercase);
        return (is_noun || is_small).then_some(hit);
    }
    Some(hit)
}

/// Whether a name that was found is longer than the one taught, or just as long, where that is only a part of it.
fn stays(found: &Mention, hit: &Hit) -> bool {
    if found.span == hit.span {
        return hit.form == Form::Part && found.form == Form::Name;
    }
    found.span.contains(hit.span)
}

/// Whether a name may stand inside another one: the model's rules have none inside names of persons.
fn is_inside(outer: &Mention, inner: &Mention) -> bool {
    outer.span != inner.span
        && outer.form == Form::Name
        && outer.kind != Kind::Person
        && outer.kind != inner.kind
}

fn mention(span: Span, kind: Kind, form: Form) -> Mention {
    Mention::new(span, kind, form, Confidence::CERTAIN)
}
