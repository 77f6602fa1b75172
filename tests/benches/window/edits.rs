//! A thousand corrections for the measurement, always the same.

use wortlaut::document::{Document, EntityId, Kind, MentionId, StatementId, Verdict};
use wortlaut::review::{Edit, Review, Said, Who};
use wortlaut::span::Span;
use wortlaut::view::words;

/// Corrections all over the article, of every sort.
pub fn edits(review: &Review) -> Vec<(&'static str, Edit)> {
    let findings = review.findings();
    let (n_mentions, n_statements) = (findings.mentions.len(), findings.statements.len());
    let words = words_of(review.document());
    let edits = (0..1000_usize).map(|index| {
        let mention = MentionId((index * 31 % n_mentions) as u32);
        let statement = StatementId((index * 11 % n_statements) as u32);
        let entity = EntityId((index * 7 % 400) as u32);
        match index % 10 {
            0 | 1 => {
                let verdict = Verdict::Accepted;
                ("confirm", Edit::JudgeMention { mention, verdict })
            }
            2 => {
                let verdict = Verdict::Rejected;
                ("reject", Edit::JudgeMention { mention, verdict })
            }
            3 => {
                let kind = Kind::Other;
                ("retype", Edit::SetMentionKind { mention, kind })
            }
            4 => {
                let span = findings.mention(mention).span;
                let span = Span::new(span.start(), span.end() - 1);
                ("resize", Edit::ResizeMention { mention, span })
            }
            5 => {
                let span = words[index * 17 % words.len()];
                let kind = Kind::Organisation;
                let entity = None;
                ("add", Edit::AddMention { span, kind, entity })
            }
            6 => {
                let name = format!("Name {index}");
                ("rename", Edit::RenameEntity { entity, name })
            }
            7 => {
                let speaker = Said::By(Who::Entity(entity));
                ("speaker", Edit::SetSpeaker { statement, speaker })
            }
            8 => {
                let verdict = Verdict::Accepted;
                let edit = Edit::JudgeStatement { statement, verdict };
                ("confirm statement", edit)
            }
            _ => {
                let into = EntityId((entity.0 + 1) % 400);
                let edit = Edit::MergeEntities { from: entity, into };
                ("merge", edit)
            }
        }
    });
    edits.collect()
}

/// Words from all over the article.
fn words_of(document: &Document) -> Vec<Span> {
    let blocks = document.article.blocks.iter().step_by(9);
    let words = blocks.filter_map(|block| {
        let text = block.span.of(document.text());
        let word = words::words(text).into_iter().nth(4)?;
        let start = block.span.start();
        Some(Span::new(start + word.start(), start + word.end()))
    });
    words.collect()
}
