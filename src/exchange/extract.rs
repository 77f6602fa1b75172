//! What of a review goes into a file: all of it, or what passes the reader's filter.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::article::Article;
use crate::document::{
    Document, EntityId, Findings, Kind, MentionId, Statement, StatementId, Verdict, Voice,
};
use crate::review::{Provenance, Review};

/// What the reader wants to have in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Mentions of these kinds; nothing is all kinds.
    pub kinds: Option<BTreeSet<Kind>>,
    /// These statements; nothing is all of them.
    pub statements: Option<BTreeSet<StatementId>>,
    /// Only what the reader has confirmed, changed or added.
    pub is_confirmed: bool,
}

impl Filter {
    /// Whether it leaves anything out.
    pub fn narrows(&self) -> bool {
        self.kinds.is_some() || self.statements.is_some() || self.is_confirmed
    }

    fn passes(&self, verdict: Verdict) -> bool {
        match verdict {
            Verdict::Rejected => false,
            Verdict::Open => !self.is_confirmed,
            Verdict::Accepted | Verdict::Changed | Verdict::Added => true,
        }
    }
}

/// What of a review goes into a file. Everything that is written is taken from here.
#[derive(Clone, Debug)]
pub struct Extract<'a> {
    review: &'a Review,
    findings: Cow<'a, Findings>,
    provenance: Provenance<'a>,
}

impl<'a> Extract<'a> {
    /// All of it.
    pub fn whole(review: &'a Review) -> Self {
        Self {
            review,
            findings: Cow::Borrowed(review.findings()),
            provenance: review.provenance(),
        }
    }

    /// What passes a filter: its mentions and statements, renumbered, and the entities that these mean. What was rejected
    /// stays out, and so do the steps of the corrections, which would not fit the new numbers.
    pub fn of(review: &'a Review, filter: &Filter) -> Self {
        if !filter.narrows() {
            return Self::whole(review);
        }
        let all = review.findings();
        let kept = Kept::new(all, filter);
        Self {
            review,
            provenance: (review.provenance()).picked(
                &kept.mentions,
                &kept.entities,
                &kept.statements,
            ),
            findings: Cow::Owned(kept.findings(all)),
        }
    }

    /// Whether it is the whole review.
    pub fn is_whole(&self) -> bool {
        matches!(self.findings, Cow::Borrowed(_))
    }

    /// The review that it is from.
    pub fn review(&self) -> &'a Review {
        self.review
    }

    /// Text, tokens, sentences and tags. Its findings are not those of the extract.
    pub fn document(&self) -> &'a Document {
        self.review.document()
    }

    /// The article.
    pub fn article(&self) -> &'a Article {
        &self.document().article
    }

    /// The text of the article.
    pub fn text(&self) -> &'a str {
        self.document().text()
    }

    /// What is to be written; of the whole review also what was rejected.
    pub fn findings(&self) -> &Findings {
        &self.findings
    }

    /// Who has the last word on each of these findings.
    pub fn provenance(&self) -> &Provenance<'a> {
        &self.provenance
    }
}

/// Ids of what is kept, in their old order; the place in the list is the new id.
struct Kept {
    mentions: Vec<MentionId>,
    entities: Vec<EntityId>,
    statements: Vec<StatementId>,
}

impl Kept {
    fn new(all: &Findings, filter: &Filter) -> Self {
        let mentions = (0..).map(MentionId).zip(&all.mentions);
        let mentions: Vec<_> = mentions
            .filter(|(_, mention)| {
                let kinds = filter.kinds.as_ref();
                filter.passes(mention.verdict)
                    && kinds.is_none_or(|kinds| kinds.contains(&mention.kind))
            })
            .map(|(id, _)| id)
            .collect();
        let statements = (0..).map(StatementId).zip(&all.statements);
        let statements: Vec<_> = statements
            .filter(|(id, statement)| {
                let wanted = filter.statements.as_ref();
                filter.passes(statement.verdict) && wanted.is_none_or(|wanted| wanted.contains(id))
            })
            .map(|(id, _)| id)
            .collect();
        let meant = mentions.iter().filter_map(|&id| all.mention(id).entity);
        let speaking = (statements.iter())
            .flat_map(|&id| voices(all.statement(id)))
            .filter_map(|voice| voice.entity);
        let entities: BTreeSet<_> = meant.chain(speaking).collect();
        Self {
            mentions,
            entities: entities.into_iter().collect(),
            statements,
        }
    }

    fn entity(&self, id: EntityId) -> Option<EntityId> {
        let place = self.entities.binary_search(&id).ok()?;
        Some(EntityId(place as u32))
    }

    fn voice(&self, voice: &Voice) -> Voice {
        Voice {
            entity: voice.entity.and_then(|id| self.entity(id)),
            ..voice.clone()
        }
    }

    fn findings(&self, all: &Findings) -> Findings {
        let mentions = self.mentions.iter().map(|&id| {
            let mut mention = all.mention(id).clone();
            mention.entity = mention.entity.and_then(|id| self.entity(id));
            mention
        });
        let statements = self.statements.iter().map(|&id| {
            let statement = all.statement(id);
            let inside = statement.inside.and_then(|outer| {
                let place = self.statements.binary_search(&outer).ok()?;
                Some(StatementId(place as u32))
            });
            Statement {
                speaker: statement.speaker.as_ref().map(|voice| self.voice(voice)),
                addressee: statement.addressee.as_ref().map(|voice| self.voice(voice)),
                via: (statement.via.iter())
                    .map(|voice| self.voice(voice))
                    .collect(),
                inside,
                ..statement.clone()
            }
        });
        Findings {
            mentions: mentions.collect(),
            entities: (self.entities.iter())
                .map(|&id| all.entity(id).clone())
                .collect(),
            statements: statements.collect(),
            note: all.note.clone(),
        }
    }
}

/// Speaker, addressee and what it came through.
fn voices(statement: &Statement) -> impl Iterator<Item = &Voice> {
    let ends = statement.speaker.iter().chain(&statement.addressee);
    ends.chain(&statement.via)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::review::arbitrary;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn an_extract_has_what_passes_and_its_links_lead_to_the_same(
            review in arbitrary::review(),
            is_confirmed in any::<bool>(),
        ) {
            let kinds: BTreeSet<Kind> = [Kind::Person, Kind::Date].into();
            let filter = Filter { kinds: Some(kinds.clone()), statements: None, is_confirmed };
            let extract = Extract::of(&review, &filter);
            let (all, some) = (review.findings(), extract.findings());
            let expected: Vec<_> = (all.mentions.iter())
                .filter(|mention| kinds.contains(&mention.kind) && filter.passes(mention.verdict))
                .collect();
            prop_assert_eq!(expected.len(), some.mentions.len());
            for (old, new) in expected.iter().zip(&some.mentions) {
                prop_assert_eq!(old.span, new.span);
                prop_assert_eq!(
                    old.entity.map(|id| all.entity(id)),
                    new.entity.map(|id| some.entity(id))
                );
            }
            let expected: Vec<_> = (all.statements.iter())
                .filter(|statement| filter.passes(statement.verdict))
                .collect();
            prop_assert_eq!(expected.len(), some.statements.len());
            for (old, new) in expected.iter().zip(&some.statements) {
                prop_assert_eq!(&old.content, &new.content);
                let speaker = |findings: &Findings, statement: &Statement| {
                    let voice = statement.speaker.as_ref()?;
                    voice.entity.map(|id| findings.entity(id).clone())
                };
                prop_assert_eq!(speaker(all, old), speaker(some, new));
            }
        }
    }

    #[test]
    fn without_a_filter_it_is_the_whole_review() {
        let review = Review::new(crate::view::sample::document().into());
        assert!(Extract::of(&review, &Filter::default()).is_whole());
    }
}
