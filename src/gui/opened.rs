//! The article on screen, and what is derived from it once so that drawing stays cheap.

use std::sync::{Arc, OnceLock};

use crate::document::{Document, Findings, Kind, MentionId, StatementId};
use crate::review::Review;
use crate::span::Span;
use crate::view::balance::{self, Balance};
use crate::view::entities::{self, Group};
use crate::view::facts::{self, Facts};
use crate::view::highlight;
use crate::view::listing::{self, Choice};
use crate::view::query::Subject;
use crate::view::queue::{self, Queue};
use crate::view::speaker::SpeakerKey;
use crate::view::statements::{self, Row};
use crate::view::tint::Tint;
use crate::view::voices::Voices;

/// An open article.
#[derive(Debug)]
pub struct Opened {
    /// The article with the reader's corrections.
    review: Arc<Review>,
    /// Name of the file or example.
    pub name: String,
    /// Tells openings apart, even of the same file.
    pub serial: u64,
    /// Grows with every change of what is shown.
    pub revision: u64,
    /// All statements as rows, in text order.
    pub rows: Vec<Row>,
    /// Statements that the reader has rejected, in text order.
    pub rejected: Vec<Row>,
    /// Entities by kind.
    pub groups: Vec<Group>,
    /// Everyone who can be filtered by.
    pub speakers: Vec<Choice>,
    /// The colour of each of them.
    pub voices: Voices,
    /// How many statements have a source that stays unnamed.
    pub n_anonymous: usize,
    /// How many words the article has.
    pub n_words: usize,
    /// Who has how much of it.
    pub balance: Balance,
    /// Dates, amounts and the like.
    pub facts: Facts,
    /// For each block, the mentions in it.
    mentions_by_block: Vec<Vec<MentionId>>,
    /// For each block, the statements with words in it.
    statements_by_block: Vec<Vec<StatementId>>,
    /// For each statement, the position of its row; none for those that are not shown.
    rows_by_id: Vec<Option<usize>>,
    /// For each entity, how often it is mentioned and how often it speaks.
    tallies: Vec<(usize, usize)>,
    n_by_kind: [usize; Kind::ALL.len()],
    /// What is to be looked at; known once somebody asks.
    queue: OnceLock<Queue>,
}

impl Opened {
    /// Derives everything that panels show.
    pub fn new(review: Arc<Review>, name: String, serial: u64) -> Self {
        let (document, findings) = (review.document(), review.findings());
        let rows = statements::rows(document.text(), findings);
        let rejected = statements::rejected(document.text(), findings);
        let groups = entities::groups(findings);
        let mut tallies = vec![(0, 0); findings.entities.len()];
        for entry in groups.iter().flat_map(|group| &group.entries) {
            tallies[entry.id.0 as usize] = (entry.n_mentions, entry.n_statements);
        }
        let mut rows_by_id = vec![None; findings.statements.len()];
        for (index, row) in rows.iter().enumerate() {
            rows_by_id[row.id.0 as usize] = Some(index);
        }
        let speakers = listing::speakers(&rows);
        let balance = balance::balance(document, findings, &rows);
        Self {
            rows_by_id,
            voices: Voices::new(&speakers),
            speakers,
            n_anonymous: rows.iter().filter(|row| row.is_anonymous()).count(),
            n_words: balance.n_words,
            balance,
            statements_by_block: statements_by_block(document, findings),
            mentions_by_block: highlight::by_block(document, findings),
            facts: facts::facts(document, findings),
            n_by_kind: Kind::ALL.map(|kind| entities::n_mentions_of_kind(findings, kind)),
            rows,
            rejected,
            groups,
            tallies,
            queue: OnceLock::new(),
            name,
            serial,
            revision: 0,
            review,
        }
    }

    /// The same article after a change of its review, with everything derived anew.
    pub fn revised<T>(self, change: impl FnOnce(&mut Review) -> T) -> (Self, T) {
        let Self {
            mut review,
            name,
            serial,
            revision,
            ..
        } = self;
        // A copy only while a file is being written from it.
        let outcome = change(Arc::make_mut(&mut review));
        let revised = Self {
            revision: revision + 1,
            ..Self::new(review, name, serial)
        };
        (revised, outcome)
    }

    /// The article with the reader's corrections.
    pub fn review(&self) -> &Arc<Review> {
        &self.review
    }

    /// What is to be looked at, one after another.
    pub fn queue(&self) -> &Queue {
        self.queue
            .get_or_init(|| queue::queue(self.findings(), &self.rows, &self.rejected))
    }

    /// The article and what was found in it.
    pub fn document(&self) -> &Document {
        self.review.document()
    }

    /// What is shown.
    pub fn findings(&self) -> &Findings {
        self.review.findings()
    }

    /// What queries look at.
    pub fn subject(&self) -> Subject<'_> {
        Subject {
            document: self.document(),
            findings: self.findings(),
            rows: &self.rows,
        }
    }

    /// Statements with words in a block.
    pub fn statements_in(&self, block: usize) -> &[StatementId] {
        self.statements_by_block
            .get(block)
            .map_or(&[], Vec::as_slice)
    }

    /// Mentions in a block, in text order, longer first.
    pub fn mentions_in(&self, block: usize) -> &[MentionId] {
        self.mentions_by_block.get(block).map_or(&[], Vec::as_slice)
    }

    /// Mentions in the block where a span begins.
    pub fn mentions_around(&self, span: Span) -> &[MentionId] {
        let blocks = &self.document().article.blocks;
        self.mentions_in(blocks.partition_point(|block| block.span.end() <= span.start()))
    }

    /// How many mentions of a kind there are.
    pub fn n_mentions(&self, kind: Kind) -> usize {
        self.n_by_kind[kind as usize]
    }

    /// How often what a mention stands for is mentioned, and how often it speaks; `None` for dates and amounts.
    pub fn tally(&self, mention: MentionId) -> Option<(usize, usize)> {
        let entity = self.findings().mention(mention).entity?;
        self.tallies.get(entity.0 as usize).copied()
    }

    /// The colour of the voice that makes a statement.
    pub fn tint(&self, id: StatementId) -> Tint {
        match self.row(id) {
            Some(row) => self.voices.tint(&row.speaker.key),
            None => Tint::Unknown,
        }
    }

    /// How many statements nobody known makes.
    pub fn n_unknown(&self) -> usize {
        let unknown = self.speakers.iter().rev();
        unknown
            .take_while(|choice| choice.speaker.key == SpeakerKey::Unknown)
            .map(|choice| choice.n_statements)
            .sum()
    }

    /// The row of a statement.
    pub fn row(&self, id: StatementId) -> Option<&Row> {
        let index = self.rows_by_id.get(id.0 as usize).copied().flatten()?;
        self.rows.get(index)
    }
}

fn statements_by_block(document: &Document, findings: &Findings) -> Vec<Vec<StatementId>> {
    let blocks = &document.article.blocks;
    let mut by_block = vec![Vec::new(); blocks.len()];
    for (id, statement) in findings.shown_statements() {
        for &span in &statement.content {
            let first = blocks.partition_point(|block| block.span.end() <= span.start());
            for (index, block) in blocks.iter().enumerate().skip(first) {
                if span.end() <= block.span.start() {
                    break;
                }
                if by_block[index].last() != Some(&id) {
                    by_block[index].push(id);
                }
            }
        }
    }
    by_block
}
