//! What an extract has of the things that a format has no place for.

use super::extract::Extract;
use super::loss::{Loss, Losses};
use crate::article::BlockKind;
use crate::document::{
    EntityId, Form, Medium, Mention, MentionId, Stance, Statement, StatementId, Verdict,
};

/// Adds how many the extract has of each of these; what was rejected counts only among the verdicts. Where a format has no
/// place for [`Loss::Mentions`] or [`Loss::Statements`] at all, what belongs to each of them need not be named too.
pub fn count(extract: &Extract<'_>, kinds: &[Loss], losses: &mut Losses) {
    let all = All::of(extract);
    for &kind in kinds {
        losses.count(kind, all.number(kind));
    }
}

struct All<'a, 'e> {
    extract: &'e Extract<'a>,
    mentions: Vec<(MentionId, &'e Mention)>,
    statements: Vec<(StatementId, &'e Statement)>,
}

impl<'a, 'e> All<'a, 'e> {
    fn of(extract: &'e Extract<'a>) -> Self {
        Self {
            extract,
            mentions: extract.findings().shown_mentions().collect(),
            statements: extract.findings().shown_statements().collect(),
        }
    }

    fn mentions(&self, is_meant: impl Fn(&Mention) -> bool) -> usize {
        let mentions = self.mentions.iter();
        mentions.filter(|(_, mention)| is_meant(mention)).count()
    }

    fn statements(&self, number: impl Fn(&Statement) -> usize) -> usize {
        let statements = self.statements.iter();
        statements.map(|(_, statement)| number(statement)).sum()
    }

    fn number(&self, kind: Loss) -> usize {
        let entities = &self.extract.findings().entities;
        let source = &self.extract.article().source;
        match kind {
            Loss::Mentions => self.mentions.len(),
            Loss::Forms => self.mentions(|mention| mention.form != Form::Name),
            Loss::Values => self.mentions(|mention| mention.value.is_some()),
            Loss::Entities => self.mentions(|mention| mention.entity.is_some()),
            Loss::EntityFacts => {
                let has_facts = |entity: &&crate::document::Entity| {
                    entity.role.is_some() || entity.party.is_some() || !entity.aliases.is_empty()
                };
                entities.iter().filter(has_facts).count()
            }
            Loss::Statements => self.statements.len(),
            Loss::Pieces => self.statements(|statement| statement.content.len().saturating_sub(1)),
            Loss::StatementFacts => self.statements(|statement| {
                usize::from(
                    statement.medium != Medium::Speech || statement.stance != Stance::Neutral,
                )
            }),
            Loss::Cues => self.statements(|statement| usize::from(!statement.cue.is_empty())),
            Loss::Speakers => self.statements(|statement| usize::from(statement.speaker.is_some())),
            Loss::Addressees => {
                self.statements(|statement| usize::from(statement.addressee.is_some()))
            }
            Loss::Via => self.statements(|statement| statement.via.len()),
            Loss::Nesting => self.statements(|statement| usize::from(statement.inside.is_some())),
            Loss::Frames => self.statements(|statement| usize::from(!statement.frame.is_empty())),
            Loss::Confidence => {
                let is_unsure = |confidence: crate::document::Confidence| confidence.get() < 1.0;
                self.mentions(|mention| is_unsure(mention.confidence))
                    + self.statements(|statement| usize::from(is_unsure(statement.confidence)))
            }
            Loss::Verdicts => {
                let findings = self.extract.findings();
                let mentions = findings.mentions.iter().map(|mention| mention.verdict);
                let statements = findings
                    .statements
                    .iter()
                    .map(|statement| statement.verdict);
                let verdicts = mentions.chain(statements);
                verdicts.filter(|&verdict| verdict != Verdict::Open).count()
            }
            Loss::Notes => {
                usize::from(!self.extract.findings().note.is_empty())
                    + self.mentions(|mention| !mention.note.is_empty())
                    + entities
                        .iter()
                        .filter(|entity| !entity.note.is_empty())
                        .count()
                    + self.statements(|statement| usize::from(!statement.note.is_empty()))
            }
            Loss::Steps => self.extract.review().cursor(),
            Loss::Provenance => self.touched(),
            Loss::Blocks => {
                let blocks = self.extract.article().blocks.iter();
                blocks
                    .filter(|block| block.kind != BlockKind::Paragraph)
                    .count()
            }
            Loss::Metadata => [&source.title, &source.byline, &source.date, &source.url]
                .into_iter()
                .flatten()
                .count(),
            Loss::Text => 1,
            // These depend on the format.
            Loss::Overlaps | Loss::Widened | Loss::Kinds | Loss::Characters => 0,
        }
    }

    /// How many findings a reader has touched.
    fn touched(&self) -> usize {
        let provenance = self.extract.provenance();
        let entities = (0..self.extract.findings().entities.len() as u32).map(EntityId);
        let mentions = self.mentions.iter().map(|&(id, _)| provenance.mention(id));
        let statements = self
            .statements
            .iter()
            .map(|&(id, _)| provenance.statement(id));
        let stamps = mentions.chain(statements);
        let stamps = stamps.chain(entities.map(|id| provenance.entity(id)));
        stamps.chain([provenance.note()]).flatten().count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::Review;

    #[test]
    fn what_is_there_is_counted_once() {
        let review = Review::new(crate::view::sample::document().into());
        let extract = Extract::whole(&review);
        let mut losses = Losses::default();
        count(
            &extract,
            &[Loss::Statements, Loss::Cues, Loss::Text, Loss::Steps],
            &mut losses,
        );
        let counts: Vec<_> = losses
            .iter()
            .map(|(loss, lost)| (loss, lost.count))
            .collect();
        let n_statements = extract.findings().shown_statements().count();
        let with_cue = extract.findings().shown_statements();
        let n_cues = with_cue
            .filter(|(_, statement)| !statement.cue.is_empty())
            .count();
        assert!(0 < n_cues);
        assert_eq!(
            counts,
            [
                (Loss::Statements, n_statements),
                (Loss::Cues, n_cues),
                (Loss::Text, 1)
            ]
        );
    }
//! What an article has, thing by thing, for formats that have no place for some of it.

use super::extract::Extract;
use super::loss::{Loss, Losses};
use crate::article::Format;
use crate::document::{Form, Medium, Stance, Verdict};
use crate::span::Span;

/// Tells that these things were left out, as far as the article has them.
pub(super) fn tell(extract: &Extract<'_>, losses: &mut Losses, left_out: &[Loss]) {
    for &loss in left_out {
        losses.count(loss, count(extract, loss));
    }
}

/// Tells of the findings that the reader has rejected.
pub(super) fn tell_rejected(extract: &Extract<'_>, losses: &mut Losses) {
    let (findings, text) = (extract.findings(), extract.text());
    let mentions = findings.mentions.iter();
    for mention in mentions.filter(|mention| mention.verdict == Verdict::Rejected) {
        losses.add(Loss::Verdicts, mention.span.of(text));
    }
    let statements = findings.statements.iter();
    for statement in statements.filter(|statement| statement.verdict == Verdict::Rejected) {
        losses.add(Loss::Verdicts, &statement.text(text));
    }
}

/// How many of them there are among what is shown.
fn count(extract: &Extract<'_>, loss: Loss) -> usize {
    let findings = extract.findings();
    let mentions = || findings.shown_mentions().map(|(_, mention)| mention);
    let statements = || findings.shown_statements().map(|(_, statement)| statement);
    let (article, review) = (extract.article(), extract.review());
    match loss {
        Loss::Forms => (mentions().filter(|mention| mention.form != Form::Name)).count(),
        Loss::Values => (mentions().filter(|mention| mention.value.is_some())).count(),
        Loss::Entities => (mentions().filter(|mention| mention.entity.is_some())).count(),
        Loss::EntityFacts => {
            let has_facts = |entity: &&crate::document::Entity| {
                entity.role.is_some() || entity.party.is_some() || !entity.aliases.is_empty()
            };
            findings.entities.iter().filter(has_facts).count()
        }
        Loss::Statements => statements().count(),
        Loss::StatementFacts => {
            let has_facts = |medium: Medium, stance: Stance| {
                medium != Medium::default() || stance != Stance::default()
            };
            (statements().filter(|statement| has_facts(statement.medium, statement.stance))).count()
        }
        Loss::Cues => (statements().filter(|statement| !statement.cue.is_empty())).count(),
        Loss::Speakers => (statements().filter(|statement| statement.speaker.is_some())).count(),
        Loss::Addressees => {
            (statements().filter(|statement| statement.addressee.is_some())).count()
        }
        Loss::Via => statements().map(|statement| statement.via.len()).sum(),
        Loss::Nesting => (statements().filter(|statement| statement.inside.is_some())).count(),
        Loss::Frames => (statements().filter(|statement| !statement.frame.is_empty())).count(),
        Loss::Confidence => mentions().count() + statements().count(),
        Loss::Verdicts => {
            let verdicts = mentions().map(|mention| mention.verdict);
            let verdicts = verdicts.chain(statements().map(|statement| statement.verdict));
            verdicts.filter(|&verdict| verdict != Verdict::Open).count()
        }
        Loss::Notes => {
            let notes = mentions().map(|mention| &mention.note);
            let notes = notes.chain(statements().map(|statement| &statement.note));
            let notes = notes.chain(findings.entities.iter().map(|entity| &entity.note));
            notes
                .chain([&findings.note])
                .filter(|note| !note.is_empty())
                .count()
        }
        Loss::Steps | Loss::Provenance => review.cursor(),
        // Those of a plain text are found in it again.
        Loss::Blocks if article.source.format == Format::Plain => 0,
        Loss::Blocks => article.blocks.len(),
        Loss::Metadata => {
            let source = &article.source;
            let facts = [&source.byline, &source.date, &source.url];
            facts.into_iter().flatten().count()
        }
        Loss::Mentions => mentions().count(),
        Loss::Pieces => {
            let pieces = statements().map(|statement| statement.content.len());
            pieces.map(|n_pieces| n_pieces.saturating_sub(1)).sum()
        }
        Loss::Kinds => (mentions().filter(|mention| !mention.kind.is_name())).count(),
        Loss::Text => usize::from(!extract.text().is_empty()),
        // These hang on the format.
        Loss::Overlaps | Loss::Widened | Loss::Characters => 0,
    }
}

/// In text order, those that overlap made one, without empty ones.
pub(super) fn tidy(spans: &[Span]) -> Vec<Span> {
    let mut sorted: Vec<Span> = (spans.iter().copied())
        .filter(|span| !span.is_empty())
        .collect();
    sorted.sort();
    let mut tidy: Vec<Span> = Vec::new();
    for span in sorted {
        match tidy.last_mut() {
            Some(last) if last.overlaps(span) => *last = last.hull(span),
            _ => tidy.push(span),
        }
    }
    tidy
}
