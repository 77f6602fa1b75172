//! What is known about an article. Plain data, one field per step of the pipeline, built once, never changed.

mod entity;
mod statement;
mod token;

use std::cmp::Reverse;
use std::ops::Range;

use crate::article::Article;
use crate::span::Span;

pub use entity::{Confidence, Entity, EntityId, Form, Kind, Mention, MentionId, Verdict};
pub use statement::{Medium, Reason, Stance, Statement, StatementId, StatementKind, Voice};
pub use token::{Mood, PartOfSpeech, Sentence, Tag, Token};
pub(crate) use token::{hull, overlapping};

/// An article and everything that was found in it.
#[derive(Clone, Debug)]
pub struct Document {
    /// The text and its blocks.
    pub article: Article,
    /// Words and punctuation, in text order, disjoint.
    pub tokens: Vec<Token>,
    /// Ranges of tokens; every token is in exactly one sentence.
    pub sentences: Vec<Sentence>,
    /// One per token: part of speech and mood.
    pub tags: Vec<Tag>,
    /// Names, entities and statements.
    pub findings: Findings,
    /// The program that found them, with the version of its models: "wortlaut 0.1.0, models 1a2b3c4d".
    pub made_by: String,
}

/// What a reader may correct.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Findings {
    /// Names and other mentions, sorted by start, longer first, those that the reader added last; they may nest.
    pub mentions: Vec<Mention>,
    /// Who or what is mentioned; index = [`EntityId`].
    pub entities: Vec<Entity>,
    /// Who says what, in text order; index = [`StatementId`].
    pub statements: Vec<Statement>,
    /// The reader's note on the article.
    pub note: String,
}

impl Findings {
    /// Mentions that mean this entity and were not rejected, in text order.
    pub fn mentions_of(&self, entity: EntityId) -> impl Iterator<Item = (MentionId, &Mention)> {
        self.linked_to(entity)
            .filter(|(_, mention)| mention.refers())
    }

    /// Words that are only related to this entity and were not rejected, in text order: "russischen" for Russland.
    pub fn related_to(&self, entity: EntityId) -> impl Iterator<Item = (MentionId, &Mention)> {
        self.linked_to(entity)
            .filter(|(_, mention)| !mention.form.refers())
    }

    fn linked_to(&self, entity: EntityId) -> impl Iterator<Item = (MentionId, &Mention)> {
        self.shown_mentions_where(move |mention| mention.entity == Some(entity))
    }

    /// All mentions that were not rejected, in text order, longer first.
    pub fn shown_mentions(&self) -> impl Iterator<Item = (MentionId, &Mention)> {
        self.shown_mentions_where(|_| true)
    }

    /// The same for some of them: sorted are only these.
    fn shown_mentions_where(
        &self,
        is_wanted: impl Fn(&Mention) -> bool,
    ) -> impl Iterator<Item = (MentionId, &Mention)> {
        let numbered = self
            .mentions
            .iter()
            .enumerate()
            .map(|(index, mention)| (MentionId(index as u32), mention));
        let shown = numbered
            .filter(move |(_, mention)| mention.verdict != Verdict::Rejected && is_wanted(mention));
        let mut shown: Vec<(MentionId, &Mention)> = shown.collect();
        // Two sorted runs, what was found and what was added: such a sort is linear.
        shown.sort_by_key(|(_, mention)| (mention.span.start(), Reverse(mention.span.end())));
        shown.into_iter()
    }

    /// All statements that were not rejected, in text order, what stands around before what stands inside.
    pub fn shown_statements(&self) -> impl Iterator<Item = (StatementId, &Statement)> {
        self.shown_statements_where(|_| true)
    }

    /// The same for some of them: sorted are only these.
    pub(crate) fn shown_statements_where(
        &self,
        is_wanted: impl Fn(&Statement) -> bool,
    ) -> impl Iterator<Item = (StatementId, &Statement)> {
        let numbered = self
            .statements
            .iter()
            .enumerate()
            .map(|(index, statement)| (StatementId(index as u32), statement));
        let shown = numbered.filter(move |(_, statement)| {
            statement.verdict != Verdict::Rejected && is_wanted(statement)
        });
        let mut shown: Vec<(StatementId, &Statement)> = shown.collect();
        shown.sort_by_key(|(_, statement)| {
            let extent = statement.extent();
            (extent.start(), Reverse(extent.end()))
        });
        shown.into_iter()
    }

    /// Statements whose speaker is `entity`, in text order.
    pub fn statements_by(
        &self,
        entity: EntityId,
    ) -> impl Iterator<Item = (StatementId, &Statement)> {
        self.shown_statements_where(move |statement| {
            let speaker = statement.speaker.as_ref();
            speaker.is_some_and(|voice| voice.entity == Some(entity))
        })
    }

    /// The entity with this id.
    pub fn entity(&self, id: EntityId) -> &Entity {
        &self.entities[id.0 as usize]
    }

    /// The mention with this id.
    pub fn mention(&self, id: MentionId) -> &Mention {
        &self.mentions[id.0 as usize]
    }

    /// The statement with this id.
    pub fn statement(&self, id: StatementId) -> &Statement {
        &self.statements[id.0 as usize]
    }
}

impl Document {
    /// The text of the article.
    pub fn text(&self) -> &str {
        &self.article.text
    }

    /// Index of the sentence that token `token` belongs to.
    pub fn sentence_of(&self, token: usize) -> usize {
        self.sentences
            .partition_point(|sentence| sentence.tokens.end <= token)
    }

    /// Tokens that `span` overlaps.
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        token::overlapping(&self.tokens, span)
    }

    /// Where a run of tokens stands; an empty run gives an empty span.
    pub fn span_of(&self, tokens: Range<usize>) -> Span {
        token::hull(&self.tokens, tokens)
    }
}
