//! What two annotations of one text have otherwise, in text order, and the corrections that make the one as the other.

pub mod pairing;
pub mod taking_over;

use crate::document::{Findings, Mention, MentionId, Statement, StatementId};
use crate::span::Span;

use pairing::{Entities, pairs_of_mentions, pairs_of_statements, same_speaker};

/// One of the two annotations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The first: the one that is open.
    A,
    /// The second.
    B,
}

impl Side {
    /// Both.
    pub const ALL: [Self; 2] = [Self::A, Self::B];
}

/// In what two annotations differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Aspect {
    /// Only this one has it.
    Only(Side),
    /// It is of another kind.
    Kind,
    /// It begins or ends elsewhere.
    Borders,
    /// It means somebody else, or somebody else says it.
    Who,
}

impl Aspect {
    /// All of them, in the order in which they are listed.
    pub const ALL: [Self; 5] = [
        Self::Only(Side::A),
        Self::Only(Side::B),
        Self::Kind,
        Self::Borders,
        Self::Who,
    ];
}

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// A mention of each, or of one.
    Mention(Option<MentionId>, Option<MentionId>),
    /// A statement of each, or of one.
    Statement(Option<StatementId>, Option<StatementId>),
}

impl Subject {
    /// Whether it is a statement.
    pub fn is_statement(self) -> bool {
        matches!(self, Self::Statement(..))
    }
}

/// One thing that two annotations have otherwise. Stays the same while other things are corrected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Difference {
    /// Where: the words of the first, or else of the second.
    pub span: Span,
    /// What is compared.
    pub subject: Subject,
    /// In what they differ.
    pub aspect: Aspect,
}

/// All differences, in text order.
pub fn differences(text: &str, a: &Findings, b: &Findings) -> Vec<Difference> {
    let entities = Entities::new(a, b);
    let mut found = Vec::new();
    for (one, other) in pairs_of_mentions(a, b) {
        let subject = Subject::Mention(one, other);
        let one = one.map(|id| a.mention(id));
        let other = other.map(|id| b.mention(id));
        let Some(span) = one.or(other).map(|mention| mention.span) else {
            continue;
        };
        let aspects = match (one, other) {
            (Some(one), Some(other)) => of_mentions(one, other, &entities),
            (Some(_), None) => vec![Aspect::Only(Side::A)],
            (None, _) => vec![Aspect::Only(Side::B)],
        };
        found.extend(aspects.into_iter().map(|aspect| Difference {
            span,
            subject,
            aspect,
        }));
    }
    for (one, other) in pairs_of_statements(a, b) {
        let subject = Subject::Statement(one, other);
        let one = one.map(|id| a.statement(id));
        let other = other.map(|id| b.statement(id));
        let Some(span) = one.or(other).map(Statement::extent) else {
            continue;
        };
        let aspects = match (one, other) {
            (Some(one), Some(other)) => {
                let is_same = same_speaker(text, (a, one), (b, other), &entities);
                of_statements(one, other, is_same)
            }
            (Some(_), None) => vec![Aspect::Only(Side::A)],
            (None, _) => vec![Aspect::Only(Side::B)],
        };
        found.extend(aspects.into_iter().map(|aspect| Difference {
            span,
            subject,
            aspect,
        }));
    }
    found.sort_unstable_by_key(|it| (it.span.start(), it.subject.is_statement(), *it));
    found
}

fn of_mentions(a: &Mention, b: &Mention, entities: &Entities) -> Vec<Aspect> {
    let aspects = [
        (Aspect::Kind, a.kind != b.kind),
        (Aspect::Borders, a.span != b.span),
        // A mention of another kind is one of another entity anyway.
        (
            Aspect::Who,
            a.kind == b.kind && !entities.are_same(a.entity, b.entity),
        ),
    ];
    let differing = aspects.into_iter().filter(|(_, differs)| *differs);
    differing.map(|(aspect, _)| aspect).collect()
}

fn of_statements(a: &Statement, b: &Statement, is_same_speaker: bool) -> Vec<Aspect> {
    let aspects = [
        (Aspect::Kind, a.kind != b.kind),
        (Aspect::Borders, a.content != b.content),
        (Aspect::Who, !is_same_speaker),
    ];
    let differing = aspects.into_iter().filter(|(_, differs)| *differs);
    differing.map(|(aspect, _)| aspect).collect()
}

#[cfg(test)]
#[path = "comparison/tests.rs"]
mod tests;
