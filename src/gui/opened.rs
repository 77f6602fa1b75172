//! The article on screen, and what is derived from it once so that drawing stays cheap.

use std::sync::{Arc, OnceLock};

use crate::document::{Document, Findings, Kind, MentionId, StatementId};
use crate::review::Review;
use crate::span::Span;
use crate::view::balance::{self, Balance, WordStarts};
use crate::view::entities::{self, Group};
use crate::view::facts::{self, Facts};
use crate::view::highlight;
use crate::view::listing::{self, Choice};
use crate::view::origin;
use crate::view::query::Subject;
use crate::view::queue::{self, Queue};
use crate::view::renewing::{self, Touched};
use crate::view::speaker::SpeakerKey;
use crate::view::statements::{self, Row};
use crate::view::tint::Tint;
use crate::view::voices::Voices;

use super::touched::{Before, Since};

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
    /// The agency whose report the article is: „dpa“.
    pub agency: Option<String>,
    /// How many words the article has.
    pub n_words: usize,
    /// Where they begin.
    words: WordStarts,
    /// Who has how much of it; known once somebody asks.
    balance: OnceLock<Balance>,
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
    /// The revision in which the rows have changed last.
    rows_revision: u64,
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
        let speakers = listing::speakers(&rows);
        let words = WordStarts::new(document.text());
        Self {
            rows_by_id: rows_by_id(findings, &rows),
            voices: Voices::new(&speakers),
            speakers,
            n_anonymous: n_anonymous(&rows),
            agency: origin::agency(&document.article),
            n_words: words.n_words(),
            words,
            balance: OnceLock::new(),
            rows_revision: 0,
            statements_by_block: statements_by_block(document, findings),
            mentions_by_block: highlight::by_block(document, findings),
            facts: facts::facts(document, findings),
            n_by_kind: entities::n_mentions_by_kind(findings),
            tallies: tallies(findings, &groups),
            rows,
            rejected,
            groups,
            queue: OnceLock::new(),
            name,
            serial,
            revision: 0,
            review,
        }
    }

    /// The same article after a change of its review. What is derived from what has changed is derived anew.
    pub fn revised<T>(mut self, change: impl FnOnce(&mut Review) -> T) -> (Self, T) {
        let before = Before::new(&self.review);
        // A copy only while a file is being written from it.
        let outcome = change(Arc::make_mut(&mut self.review));
        let revised = match before.since(&self.review) {
            Since::Same => self,
            Since::Touched(touched) => self.touch(&touched),
            Since::Anything => {
                let revision = self.revision + 1;
                Self {
                    revision,
                    rows_revision: revision,
                    ..Self::new(self.review, self.name, self.serial)
                }
            }
        };
        (revised, outcome)
    }

    /// Derives anew what may say something else.
    fn touch(mut self, touched: &Touched) -> Self {
        self.revision += 1;
        let review = self.review.clone();
        let (document, findings) = (review.document(), review.findings());
        self.groups = entities::groups(findings);
        self.tallies = tallies(findings, &self.groups);
        self.n_by_kind = entities::n_mentions_by_kind(findings);
        renewing::by_block(document, findings, &mut self.mentions_by_block, touched);
        if self.facts.may_have(findings, &touched.mentions) {
            self.facts = facts::facts(document, findings);
        }
        if touched.has_rows(findings) {
            let old = std::mem::take(&mut self.rows);
            self.rows = renewing::rows(document.text(), findings, old, touched);
            self.rejected = statements::rejected(document.text(), findings);
            self.rows_by_id = rows_by_id(findings, &self.rows);
            self.speakers = listing::speakers(&self.rows);
            self.voices = Voices::new(&self.speakers);
            self.n_anonymous = n_anonymous(&self.rows);
            self.rows_revision = self.revision;
        }
        if !touched.statements.is_empty() {
            self.statements_by_block = statements_by_block(document, findings);
        }
        (self.balance, self.queue) = (OnceLock::new(), OnceLock::new());
        self
    }

    /// Whether the last change has changed what is said of statements.
    pub fn has_new_rows(&self) -> bool {
        self.rows_revision == self.revision
    }

    /// Who has how much of the article.
    pub fn balance(&self) -> &Balance {
        self.balance.get_or_init(|| {
            balance::balance_of(&self.words, self.document(), self.findings(), &self.rows)
        })
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

/// For each entity, how often it is mentioned and how often it speaks.
fn tallies(findings: &Findings, groups: &[Group]) -> Vec<(usize, usize)> {
    let mut tallies = vec![(0, 0); findings.entities.len()];
    for entry in groups.iter().flat_map(|group| &group.entries) {
        tallies[entry.id.0 as usize] = (entry.n_mentions, entry.n_statements);
    }
    tallies
}

fn rows_by_id(findings: &Findings, rows: &[Row]) -> Vec<Option<usize>> {
    let mut rows_by_id = vec![None; findings.statements.len()];
    for (index, row) in rows.iter().enumerate() {
        rows_by_id[row.id.0 as usize] = Some(index);
    }
    rows_by_id
}

fn n_anonymous(rows: &[Row]) -> usize {
    rows.iter().filter(|row| row.is_anonymous()).count()
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

#[cfg(test)]
#[path = "opened_tests.rs"]
mod tests;
