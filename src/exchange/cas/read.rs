//! A review from CAS JSON, ours or any with a text.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use super::file::{File, Structure, last, link, name_of, number, text};
use super::types::{
    ANNOTATION, BLOCK, CUE, ENTITY, NAMED_ENTITY, PIECE, REVIEW, STATEMENT, TOKEN, Type, VOICE,
};
use crate::article::{Article, Block, from_text};
use crate::document::{
    Confidence, Entity, EntityId, Kind, Mention, Reason, Statement, StatementId, StatementKind,
    Voice,
};
use crate::exchange::import::{Gathering, Imported, Misfit, Refusal, Unfit};
use crate::exchange::labels::{self, Part};
use crate::span::Span;

/// Whether a file begins as CAS JSON does.
pub(super) fn is_cas(bytes: &[u8]) -> bool {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(2000)]);
    start
        .trim_start_matches('\u{FEFF}')
        .trim_start()
        .starts_with('{')
        && ["\"%TYPES\"", "\"%FEATURE_STRUCTURES\"", "\"%VIEWS\""]
            .iter()
            .any(|field| start.contains(field))
}

/// Reads it with its own text.
pub(super) fn read(bytes: &[u8]) -> Result<Imported, Refusal> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let file: Json = serde_json::from_slice(bytes).map_err(|error| {
        let place = format!("line {}, column {}", error.line(), error.column());
        Refusal::damaged(place, "is no JSON")
    })?;
    let file = File::of(&file)?;
    let mut reader = Reader {
        article: from_text(file.text.to_owned()),
        file,
        gathering: Gathering::default(),
        entities: BTreeMap::new(),
        others: BTreeMap::new(),
        unfit: Vec::new(),
    };
    let structures = reader.file.structures.clone();
    reader.all(&structures);
    let made_by = structures
        .iter()
        .find(|(_, structure)| name_of(structure) == REVIEW.name);
    let made_by = made_by.and_then(|(_, review)| text(review, "madeBy"));
    Ok(Imported {
        review: reader
            .gathering
            .finish(reader.article, made_by.unwrap_or_default().to_owned()),
        unfit: reader.unfit,
    })
}

struct Reader<'a> {
    file: File<'a>,
    article: Article,
    gathering: Gathering,
    entities: BTreeMap<u64, EntityId>,
    /// How many there are of types that mean nothing here.
    others: BTreeMap<&'a str, usize>,
    unfit: Vec<Unfit>,
}

impl<'a> Reader<'a> {
    fn all(&mut self, structures: &[(u64, &'a Structure)]) {
        let named = |of: &'static Type| {
            let all = structures.iter().copied();
            all.filter(move |(_, structure)| name_of(structure) == of.name)
        };
        for (id, structure) in named(&ENTITY) {
            let entity = self.entity(structure);
            let entity = self.gathering.entity(entity);
            self.entities.insert(id, entity);
        }
        let blocks = named(&BLOCK).filter_map(|(_, structure)| {
            let kind = text(structure, "kind").and_then(labels::named)?;
            let span = self.span(structure)?;
            Some(Block { kind, span })
        });
        let blocks: Vec<Block> = blocks.collect();
        if !blocks.is_empty() && are_blocks(&blocks, &self.article.text) {
            self.article.blocks = blocks;
        }
        for (_, structure) in named(&REVIEW) {
            self.gathering
                .note(text(structure, "note").unwrap_or_default().to_owned());
        }
        let source = &mut self.article.source;
        for (_, structure) in structures {
            if name_of(structure).ends_with(".DocumentMetaData") {
                let title = text(structure, "documentTitle").map(str::to_owned);
                source.title = title.or(source.title.take());
                let uri = text(structure, "documentUri");
                let uri = uri.filter(|uri| uri.starts_with("http"));
                source.url = uri.map(str::to_owned);
            }
        }
        let mut statements: Vec<(u64, &Structure, Option<StatementKind>)> = Vec::new();
        for &(id, structure) in structures {
            let name = name_of(structure);
            if self.is_elsewhere(structure) {
                *self.others.entry(name).or_default() += 1;
            } else if name.starts_with(&NAMED_ENTITY.name[..NAMED_ENTITY.name.len() - 11]) {
                self.mention(id, structure);
            } else if name == STATEMENT.name {
                statements.push((id, structure, None));
            } else if let Some(Part::Statement(kind)) = labels::part(last(name)) {
                statements.push((id, structure, kind));
            } else if !is_structural(name) {
                *self.others.entry(name).or_default() += 1;
            }
        }
        self.statements(&statements);
        for (name, count) in &self.others {
            self.unfit.push(Unfit {
                place: (*name).to_owned(),
                reason: Misfit::UnknownLabel,
                words: format!("{count}×"),
            });
        }
    }

    /// Whether an annotation belongs to another text of the same file.
    fn is_elsewhere(&self, structure: &Structure) -> bool {
        let sofa = structure.get("@sofa").and_then(Json::as_u64);
        sofa.is_some_and(|sofa| sofa != self.file.sofa)
    }

    fn entity(&self, structure: &Structure) -> Entity {
        let words = |name| text(structure, name).map(str::to_owned);
        let aliases = self.file.elements(structure, "@aliases").iter();
        Entity {
            name: words("name").unwrap_or_default(),
            kind: text(structure, "kind")
                .and_then(labels::named)
                .unwrap_or(Kind::Other),
            role: words("role"),
            party: words("party"),
            aliases: aliases
                .filter_map(Json::as_str)
                .map(str::to_owned)
                .collect(),
            note: words("note").unwrap_or_default(),
        }
    }

    fn mention(&mut self, id: u64, structure: &Structure) {
        let value = text(structure, "value")
            .or(text(structure, "identifier"))
            .unwrap_or_default();
        // Older DKPro has a type for each kind.
        let kind = labels::kind(value).or(labels::kind(last(name_of(structure))));
        let Some(span) = self.span(structure).filter(|span| !span.is_empty()) else {
            return self.tell(id, Misfit::Beyond, value);
        };
        let Some((kind, form)) = kind else {
            let words = format!("{value} {}", span.of(&self.article.text));
            return self.tell(id, Misfit::UnknownLabel, words.trim());
        };
        let form = text(structure, "form")
            .and_then(labels::named)
            .unwrap_or(form);
        let is_ours = structure.contains_key("verdict");
        let identifier = text(structure, "identifier").filter(|_| !is_ours);
        let entity = match (link(structure, "@entity"), identifier) {
            (Some(entity), _) => self.entities.get(&entity).copied(),
            (None, Some(identifier)) => {
                let entity = self.gathering.entity_named(identifier, kind);
                Some(entity)
            }
            (None, None) if is_ours || !kind.is_name() || !form.refers() => None,
            (None, None) => {
                let words = span.of(&self.article.text).split_whitespace();
                let words = words.collect::<Vec<_>>().join(" ");
                Some(self.gathering.entity_named(&words, kind))
            }
        };
        self.gathering.mention(Mention {
            span,
            kind,
            form,
            entity,
            value: text(structure, "normalized").map(str::to_owned),
            confidence: confidence(structure),
            verdict: text(structure, "verdict")
                .and_then(labels::named)
                .unwrap_or_default(),
            note: text(structure, "note").unwrap_or_default().to_owned(),
        });
    }

    fn statements(&mut self, all: &[(u64, &'a Structure, Option<StatementKind>)]) {
        let read: Vec<(u64, &Structure, Statement)> = all
            .iter()
            .filter_map(|&(id, structure, kind)| {
                let statement = self.statement(structure, kind);
                if statement.is_none() {
                    self.tell(
                        id,
                        Misfit::Beyond,
                        text(structure, "kind").unwrap_or_default(),
                    );
                }
                Some((id, structure, statement?))
            })
            .collect();
        let ids = read.iter().map(|&(id, ..)| id);
        let numbers: BTreeMap<u64, u32> = ids.zip(0..).collect();
        for (id, structure, mut statement) in read {
            let outer = link(structure, "@inside");
            statement.inside =
                outer.and_then(|outer| numbers.get(&outer).copied().map(StatementId));
            if outer.is_some() && statement.inside.is_none() {
                self.tell(id, Misfit::Dangling, "inside");
            }
            self.gathering.statement(statement);
        }
    }

    fn statement(&self, structure: &Structure, kind: Option<StatementKind>) -> Option<Statement> {
        let content = self.places(structure)?;
        let first = content.first()?.of(&self.article.text);
        let is_quoted = first.starts_with(['„', '»', '"', '“', '‚', '›']);
        let guess = if is_quoted {
            StatementKind::Direct
        } else {
            StatementKind::Indirect
        };
        let told = text(structure, "kind").and_then(labels::named);
        let parts = |name: &str| -> Vec<Span> {
            let parts = self
                .file
                .elements(structure, name)
                .iter()
                .filter_map(Json::as_u64);
            let parts = parts.filter_map(|id| self.file.by_id.get(&id));
            parts.filter_map(|part| self.span(part)).collect()
        };
        let voice = |name: &str| self.voice(self.file.by_id.get(&link(structure, name)?)?);
        let via = self
            .file
            .elements(structure, "@via")
            .iter()
            .filter_map(Json::as_u64);
        let via = via.filter_map(|id| self.voice(self.file.by_id.get(&id)?));
        Some(Statement {
            kind: told.or(kind).unwrap_or(guess),
            medium: text(structure, "medium")
                .and_then(labels::named)
                .unwrap_or_default(),
            stance: text(structure, "stance")
                .and_then(labels::named)
                .unwrap_or_default(),
            cue: parts("@cues"),
            frame: parts("@frame"),
            speaker: voice("@speaker"),
            addressee: voice("@addressee"),
            via: via.collect(),
            inside: None,
            salience: number(structure, "salience")
                .map_or(0.0, |number| Confidence::new(number).get()),
            key: structure
                .get("key")
                .and_then(Json::as_bool)
                .unwrap_or_default(),
            confidence: confidence(structure),
            verdict: text(structure, "verdict")
                .and_then(labels::named)
                .unwrap_or_default(),
            note: text(structure, "note").unwrap_or_default().to_owned(),
            content,
        })
    }

    fn voice(&self, structure: &Structure) -> Option<Voice> {
        let entity = link(structure, "@entity");
        let because = text(structure, "because").and_then(labels::named);
        Some(Voice {
            spans: self.places(structure)?,
            entity: entity.and_then(|entity| self.entities.get(&entity).copied()),
            because: because.unwrap_or(Reason::Reader),
        })
    }

    /// Its pieces, or, if it is not interrupted, where it stands; an empty place is none.
    fn places(&self, structure: &Structure) -> Option<Vec<Span>> {
        let whole = self.span(structure)?;
        let pieces = self.file.elements(structure, "@pieces").iter();
        let pieces = pieces
            .filter_map(Json::as_u64)
            .filter_map(|id| self.file.by_id.get(&id));
        let mut pieces: Vec<Span> = pieces.filter_map(|piece| self.span(piece)).collect();
        if pieces.is_empty() {
            pieces.push(whole);
        }
        pieces.retain(|span| !span.is_empty());
        Some(pieces)
    }

    /// Where it stands in the article.
    fn span(&self, structure: &Structure) -> Option<Span> {
        self.file.span(&self.article.text, structure)
    }

    fn tell(&mut self, id: u64, reason: Misfit, words: &str) {
        self.unfit.push(Unfit {
            place: format!("%ID {id}"),
            reason,
            words: words.to_owned(),
        });
    }
}

fn confidence(structure: &Structure) -> Confidence {
    number(structure, "confidence").map_or(Confidence::CERTAIN, Confidence::new)
}

/// What every file has, and what is read along with something else.
fn is_structural(name: &str) -> bool {
    let ours = [&ENTITY, &BLOCK, &REVIEW, &VOICE, &CUE, &PIECE];
    ours.iter().any(|of| of.name == name)
        || name.is_empty()
        || name.ends_with("[]")
        || name == ANNOTATION
        || name.starts_with("uima.")
        || name.starts_with(TOKEN.package())
        || name.ends_with(".DocumentMetaData")
        || name.ends_with(".TagsetDescription")
        || name.ends_with(".FeatureDescription")
        || name.ends_with(".CASMetadata")
}

/// In text order, disjoint, and not empty.
fn are_blocks(blocks: &[Block], text: &str) -> bool {
    let all_there = blocks
        .iter()
        .all(|block| !block.span.of(text).trim().is_empty());
    let in_order = blocks
        .windows(2)
        .all(|pair| pair[0].span.end() <= pair[1].span.start());
    all_there && in_order
}
