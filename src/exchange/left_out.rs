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
