//! Corrections that settle differences: they make the open annotation as the other one, or confirm it as it is.

use std::collections::BTreeMap;

use super::pairing::{Entities, is_open, pairs_of_mentions};
use super::{Aspect, Difference, Side, Subject};
use crate::document::{
    EntityId, Findings, Form, Mention, MentionId, Reason, Statement, StatementId, Verdict, Voice,
};
use crate::review::{Edit, Review, Said, Stamp, Who};

/// One correction that settles `differences` between `review` and `other` in favour of a side; `None` where nothing is to
/// be done, as when the open annotation is right in having nothing.
pub fn take_over(
    review: &Review,
    other: &Findings,
    differences: &[Difference],
    side: Side,
) -> Option<Edit> {
    let pairs = pairs_of_mentions(review.findings(), other).into_iter();
    let mut taking = Taking {
        of_b: pairs.filter_map(|(a, b)| Some((b?, a?))).collect(),
        entities: Entities::new(review.findings(), other),
        n_entities: review.findings().entities.len(),
        // What later corrections refer to is made on the way.
        scratch: review.clone(),
        other,
        edits: Vec::new(),
    };
    // Who is meant first, who says it then.
    let (statements, mentions): (Vec<&Difference>, Vec<&Difference>) =
        differences.iter().partition(|it| it.subject.is_statement());
    for difference in mentions.into_iter().chain(statements) {
        match (difference.subject, side) {
            (Subject::Mention(one, other), _) => {
                taking.mention(difference.aspect, one, other, side);
            }
            (Subject::Statement(one, other), _) => {
                taking.statement(difference.aspect, one, other, side);
            }
        }
    }
    match taking.edits.len() {
        0 | 1 => taking.edits.pop(),
        _ => Some(Edit::Group {
            edits: taking.edits,
        }),
    }
}

struct Taking<'a> {
    /// Mentions of the other annotation that the open one has, too.
    of_b: BTreeMap<MentionId, MentionId>,
    entities: Entities,
    /// How many entities there were before.
    n_entities: usize,
    scratch: Review,
    other: &'a Findings,
    edits: Vec<Edit>,
}

impl Taking<'_> {
    /// Makes a correction; one that does not fit or changes nothing is left out.
    fn make(&mut self, edit: Edit) {
        if let Ok(true) = self.scratch.apply(edit.clone(), Stamp::default()) {
            self.edits.push(edit);
        }
    }

    fn mention(&mut self, aspect: Aspect, a: Option<MentionId>, b: Option<MentionId>, side: Side) {
        let theirs = b
            .and_then(|id| self.other.mentions.get(id.0 as usize))
            .cloned();
        match (a, theirs, side) {
            (Some(mention), _, Side::A) => {
                let verdict = self.scratch.findings().mentions.get(mention.0 as usize);
                if verdict.is_some_and(|it| is_open(it.verdict)) {
                    let verdict = Verdict::Accepted;
                    self.make(Edit::JudgeMention { mention, verdict });
                }
            }
            (Some(mention), None, Side::B) => {
                let verdict = Verdict::Rejected;
                self.make(Edit::JudgeMention { mention, verdict });
            }
            (None, Some(theirs), Side::B) => self.add_mention(&theirs),
            (Some(mention), Some(theirs), Side::B) => match aspect {
                Aspect::Kind | Aspect::Who => self.relink(mention, &theirs),
                Aspect::Borders => {
                    let span = theirs.span;
                    self.make(Edit::ResizeMention { mention, span });
                }
                Aspect::Only(_) => {}
            },
            (None, _, _) => {}
        }
    }

    fn add_mention(&mut self, theirs: &Mention) {
        let id = MentionId(self.scratch.findings().mentions.len() as u32);
        self.make(Edit::AddMention {
            span: theirs.span,
            kind: theirs.kind,
            entity: theirs.entity.and_then(|wanted| self.counterpart(wanted)),
        });
        let is_added = id.0 as usize + 1 == self.scratch.findings().mentions.len();
        if is_added {
            self.relink(id, theirs);
        }
    }

    /// What an entity of the other annotation is in the open one; of another kind it is something else.
    fn counterpart(&self, wanted: EntityId) -> Option<EntityId> {
        let kind = self.other.entity(wanted).kind;
        let there = self.entities.in_a(wanted);
        there.filter(|&id| self.scratch.findings().entity(id).kind == kind)
    }

    /// Lets a mention be and mean what the other annotation says.
    fn relink(&mut self, mention: MentionId, theirs: &Mention) {
        let kind = theirs.kind;
        self.make(Edit::SetMentionKind { mention, kind });
        let Some(wanted) = theirs.entity else {
            return self.make(Edit::SetMentionEntity {
                mention,
                entity: None,
            });
        };
        if let Some(entity) = self.counterpart(wanted) {
            let entity = Some(entity);
            return self.make(Edit::SetMentionEntity { mention, entity });
        }
        let goal = self.other.entity(wanted);
        let (name, kind) = (goal.name.clone(), goal.kind);
        let now = self.scratch.findings().mention(mention).entity;
        let now = now.map(|id| (id, self.scratch.findings().entity(id)));
        match now.filter(|(_, entity)| entity.kind == kind) {
            Some((_, entity)) if entity.name == name => {}
            // Made on the way, for nothing else so far.
            Some((entity, _)) if self.is_new(entity) => {
                self.make(Edit::RenameEntity { entity, name });
            }
            _ => self.make(Edit::SplitEntity {
                mentions: vec![mention],
                name,
            }),
        }
        if let Some(made) = self.scratch.findings().mention(mention).entity {
            self.entities.relink(made, wanted);
        }
    }

    /// Whether an entity was made on the way and stands for none of the other annotation yet.
    fn is_new(&self, entity: EntityId) -> bool {
        self.n_entities <= entity.0 as usize && !self.entities.has(entity)
    }

    fn statement(
        &mut self,
        aspect: Aspect,
        a: Option<StatementId>,
        b: Option<StatementId>,
        side: Side,
    ) {
        let theirs = b
            .and_then(|id| self.other.statements.get(id.0 as usize))
            .cloned();
        match (a, theirs, side) {
            (Some(statement), _, Side::A) => {
                let verdict = self.scratch.findings().statements.get(statement.0 as usize);
                if verdict.is_some_and(|it| is_open(it.verdict)) {
                    let verdict = Verdict::Accepted;
                    self.make(Edit::JudgeStatement { statement, verdict });
                }
            }
            (Some(statement), None, Side::B) => {
                let verdict = Verdict::Rejected;
                self.make(Edit::JudgeStatement { statement, verdict });
            }
            (None, Some(theirs), Side::B) => {
                let speaker = self.said(&theirs);
                self.make(Edit::AddStatement {
                    content: theirs.content.clone(),
                    kind: theirs.kind,
                    speaker,
                });
            }
            (Some(statement), Some(theirs), Side::B) => match aspect {
                Aspect::Kind => {
                    let kind = theirs.kind;
                    self.make(Edit::SetStatementKind { statement, kind });
                }
                Aspect::Borders => {
                    let content = theirs.content.clone();
                    self.make(Edit::ResizeStatement { statement, content });
                }
                Aspect::Who => {
                    let speaker = self.said(&theirs);
                    self.make(Edit::SetSpeaker { statement, speaker });
                }
                Aspect::Only(_) => {}
            },
            (None, _, _) => {}
        }
    }

    /// Who says a statement of the other annotation, in terms of the open one.
    fn said(&mut self, theirs: &Statement) -> Said {
        let Some(voice) = &theirs.speaker else {
            return Said::Unknown;
        };
        if voice.because == Reason::Editorial {
            return Said::Editorial;
        }
        let known = voice.entity.and_then(|id| self.counterpart(id));
        let words = voice.spans.first().copied();
        match (known, words) {
            (Some(entity), _) => Said::By(Who::Entity(entity)),
            (None, _) if voice.entity.is_some() => match self.named(voice) {
                Some(entity) => Said::By(Who::Entity(entity)),
                None => words.map_or(Said::Unknown, |span| Said::By(Who::Words(span))),
            },
            (None, Some(span)) => Said::By(Who::Words(span)),
            (None, None) => Said::Unknown,
        }
    }

    /// Brings the speaker of the other annotation into the open one by a place that names it.
    fn named(&mut self, voice: &Voice) -> Option<EntityId> {
        let wanted = voice.entity?;
        let names = self.other.mentions_of(wanted);
        let (id, theirs) = names.max_by_key(|(_, mention)| mention.form == Form::Name)?;
        let theirs = theirs.clone();
        match self.of_b.get(&id) {
            Some(&mention) => self.relink(mention, &theirs),
            None => self.add_mention(&theirs),
        }
        self.counterpart(wanted)
    }
}
