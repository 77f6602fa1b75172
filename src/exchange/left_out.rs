//! What an extract has of the things that a format has no place for.

use super::extract::Extract;
use super::loss::{Loss, Losses};
use super::source_facts::n_lost;
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
            Loss::Metadata => n_lost(source, &[]),
            Loss::Text => 1,
            Loss::Kinds => self.mentions(|mention| !mention.kind.is_name()),
            // These depend on the format.
            Loss::Overlaps | Loss::Widened | Loss::Characters => 0,
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
}
