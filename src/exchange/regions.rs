//! Findings as labelled stretches of the text and links between them: what programs for annotating work on.

use std::collections::BTreeMap;

use super::extract::Extract;
use super::labels::{self, Link};
use super::loss::{Loss, Losses};
use super::spans::tidy;
use crate::document::{EntityId, Mention, Statement, StatementId, Verdict, Voice};
use crate::span::Span;

/// A stretch with a label.
pub(super) struct Region<'a> {
    /// Different from all others: "m0", "s2", "s2-1" for its second piece, "c2-0", "v5".
    pub(super) id: String,
    pub(super) label: String,
    pub(super) span: Span,
    pub(super) of: Of<'a>,
}

/// What a region marks.
#[derive(Clone, Copy)]
pub(super) enum Of<'a> {
    Mention(&'a Mention),
    /// The first piece of a statement, which stands for it.
    Statement(&'a Statement),
    /// A further piece.
    Piece,
    Cue,
    Voice(Option<EntityId>),
}

/// A link from one region to another, by their places in the list.
pub(super) struct Relation {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) label: &'static str,
}

/// Links a further piece to the first one.
pub(super) const CONTINUES: &str = "Continues";

/// All labels of regions, in the order in which they are offered.
pub(super) fn all_labels() -> Vec<String> {
    let kinds = crate::document::Kind::ALL.into_iter().map(labels::of_kind);
    let statements = crate::document::StatementKind::ALL.into_iter();
    let statements = statements.map(labels::of_statement);
    let parts = ["Cue", "Voice"].map(str::to_owned);
    kinds.chain(statements).chain(parts).collect()
}

/// All labels of relations.
pub(super) const RELATION_LABELS: [&str; 6] =
    ["SaidBy", "SaidTo", "Via", "CueOf", "PartOf", CONTINUES];

/// Regions and the links between them.
pub(super) struct Regions<'a> {
    pub(super) all: Vec<Region<'a>>,
    pub(super) relations: Vec<Relation>,
    whos: BTreeMap<(Vec<Span>, Option<EntityId>), usize>,
}

impl<'a> Regions<'a> {
    /// Of the findings with a verdict that is wanted. Voices without words, and statements inside such that are not
    /// wanted, are told as losses.
    pub(super) fn of(
        extract: &'a Extract<'_>,
        is_wanted: impl Fn(Verdict) -> bool,
        losses: &mut Losses,
    ) -> Self {
        let (findings, text) = (extract.findings(), extract.text());
        let mut all = Self {
            all: Vec::new(),
            relations: Vec::new(),
            whos: BTreeMap::new(),
        };
        for (number, mention) in findings.mentions.iter().enumerate() {
            if is_wanted(mention.verdict) {
                let (label, of) = (labels::of_kind(mention.kind), Of::Mention(mention));
                let region = all.add(format!("m{number}"), label, mention.span, of);
                let key = (vec![mention.span], mention.entity);
                all.whos.entry(key).or_insert(region);
            }
        }
        let mut firsts: BTreeMap<StatementId, usize> = BTreeMap::new();
        let numbered = (0..).map(StatementId).zip(&findings.statements);
        let wanted = numbered.filter(|(_, statement)| is_wanted(statement.verdict));
        for (id, statement) in wanted.clone() {
            if let Some(first) = all.statement(extract, id, statement, losses) {
                firsts.insert(id, first);
            }
        }
        for (id, statement) in wanted {
            let (Some(&from), Some(outer)) = (firsts.get(&id), statement.inside) else {
                continue;
            };
            match firsts.get(&outer) {
                Some(&to) => all.link(from, to, Link::PartOf.name()),
                None => losses.add(Loss::Nesting, &statement.text(text)),
            }
        }
        all
    }

    fn statement(
        &mut self,
        extract: &Extract<'_>,
        id: StatementId,
        statement: &'a Statement,
        losses: &mut Losses,
    ) -> Option<usize> {
        let number = id.0;
        let mut pieces = tidy(&statement.content).into_iter();
        let label = labels::of_statement(statement.kind);
        let of = Of::Statement(statement);
        let first = self.add(format!("s{number}"), label.clone(), pieces.next()?, of);
        for (piece, span) in (1..).zip(pieces) {
            let region = self.add(format!("s{number}-{piece}"), label.clone(), span, Of::Piece);
            self.link(region, first, CONTINUES);
        }
        for (piece, span) in tidy(&statement.cue).into_iter().enumerate() {
            let cue = self.add(
                format!("c{number}-{piece}"),
                "Cue".to_owned(),
                span,
                Of::Cue,
            );
            self.link(cue, first, Link::Cue.name());
        }
        let voices = (statement
            .speaker
            .iter()
            .map(|voice| (Link::SaidBy, Loss::Speakers, voice)))
        .chain((statement.addressee.iter()).map(|voice| (Link::SaidTo, Loss::Addressees, voice)))
        .chain(
            statement
                .via
                .iter()
                .map(|voice| (Link::Via, Loss::Via, voice)),
        );
        for (link, loss, voice) in voices {
            if let Some(voice) = self.voice(voice) {
                self.link(first, voice, link.name());
            } else {
                let entity = voice.entity.map(|id| extract.findings().entity(id));
                losses.add(loss, entity.map_or("–", |entity| &entity.name));
            }
        }
        Some(first)
    }

    /// A mention of the same words and the same entity, or else regions of their own.
    fn voice(&mut self, voice: &Voice) -> Option<usize> {
        let spans = tidy(&voice.spans);
        let key = (spans.clone(), voice.entity);
        if let Some(&known) = self.whos.get(&key) {
            return Some(known);
        }
        let mut first = None;
        for span in spans {
            let id = format!("v{}", self.all.len());
            let of = if first.is_none() {
                Of::Voice(voice.entity)
            } else {
                Of::Piece
            };
            let region = self.add(id, "Voice".to_owned(), span, of);
            match first {
                Some(first) => self.link(region, first, CONTINUES),
                None => first = Some(region),
            }
        }
        let first = first?;
        self.whos.insert(key, first);
        Some(first)
    }

    fn add(&mut self, id: String, label: String, span: Span, of: Of<'a>) -> usize {
        self.all.push(Region {
            id,
            label,
            span,
            of,
        });
        self.all.len() - 1
    }

    fn link(&mut self, from: usize, to: usize, label: &'static str) {
        self.relations.push(Relation { from, to, label });
    }
}
