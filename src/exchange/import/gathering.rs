//! Findings from another program's file, put into the order that findings have.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::article::Article;
use crate::document::{
    Document, Entity, EntityId, Findings, Kind, Mention, Statement, StatementId,
};
use crate::exchange::spans::tidy;
use crate::review::Review;

/// Findings in any order.
#[derive(Clone, Debug, Default)]
pub struct Gathering {
    findings: Findings,
    by_name: BTreeMap<(Kind, String), EntityId>,
}

impl Gathering {
    /// An entity; one more each time.
    pub fn entity(&mut self, entity: Entity) -> EntityId {
        let id = EntityId(self.findings.entities.len() as u32);
        self.by_name
            .entry((entity.kind, entity.name.clone()))
            .or_insert(id);
        self.findings.entities.push(entity);
        id
    }

    /// The entity with this name and kind, made if there is none.
    pub fn entity_named(&mut self, name: &str, kind: Kind) -> EntityId {
        if let Some(&id) = self.by_name.get(&(kind, name.to_owned())) {
            return id;
        }
        self.entity(Entity::new(name, kind))
    }

    /// The entity with this number, to be completed.
    pub fn entity_mut(&mut self, id: EntityId) -> Option<&mut Entity> {
        self.findings.entities.get_mut(id.0 as usize)
    }

    /// A mention.
    pub fn mention(&mut self, mention: Mention) {
        self.findings.mentions.push(mention);
    }

    /// All mentions so far.
    pub fn mentions(&self) -> &[Mention] {
        &self.findings.mentions
    }

    /// All mentions so far, to be completed.
    pub fn mentions_mut(&mut self) -> &mut [Mention] {
        &mut self.findings.mentions
    }

    /// A statement; its number counts in the order of these calls, and so does [`Statement::inside`].
    pub fn statement(&mut self, statement: Statement) -> StatementId {
        let id = StatementId(self.findings.statements.len() as u32);
        self.findings.statements.push(statement);
        id
    }

    /// All statements so far, to be completed.
    pub fn statements_mut(&mut self) -> &mut [Statement] {
        &mut self.findings.statements
    }

    /// The note on the article.
    pub fn note(&mut self, note: String) {
        self.findings.note = note;
    }

    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.findings == Findings::default()
    }

    /// A review of the article with these findings, in the order that findings have: mentions by their place, longer
    /// first, statements by their place. What refers to nothing, what stands inside itself, and who has neither a name nor
    /// a mention, is let go of.
    pub fn finish(mut self, article: Article, made_by: String) -> Review {
        let findings = &mut self.findings;
        let ids = named(findings, &article.text);
        let known = |id: Option<EntityId>| *ids.get(id?.0 as usize)?;
        for mention in &mut findings.mentions {
            mention.entity = known(mention.entity);
        }
        (findings.mentions)
            .sort_by_key(|mention| (mention.span.start(), Reverse(mention.span.end())));
        findings.statements = in_order(std::mem::take(&mut findings.statements));
        for statement in &mut findings.statements {
            let ends = statement.speaker.iter_mut().chain(&mut statement.addressee);
            for voice in ends.chain(&mut statement.via) {
                voice.entity = known(voice.entity);
                voice.spans = tidy(&voice.spans);
            }
        }
        Review::new(Arc::new(Document {
            article,
            tokens: Vec::new(),
            sentences: Vec::new(),
            tags: Vec::new(),
            findings: self.findings,
            made_by,
        }))
    }
}

/// Entities without a name are called as their longest mention, or go; returns the new number of each.
fn named(findings: &mut Findings, text: &str) -> Vec<Option<EntityId>> {
    let is_nameless = |entity: &Entity| entity.name.trim().is_empty();
    let mut longest: BTreeMap<EntityId, &str> = BTreeMap::new();
    if findings.entities.iter().any(is_nameless) {
        for mention in &findings.mentions {
            let words = mention.span.of(text).trim();
            let known = mention.entity.map(|id| longest.entry(id).or_default());
            if let Some(known) = known.filter(|known| known.len() < words.len()) {
                *known = words;
            }
        }
    }
    let (mut ids, mut kept) = (Vec::new(), Vec::new());
    for (number, mut entity) in (0..).zip(std::mem::take(&mut findings.entities)) {
        if is_nameless(&entity) {
            let words = longest.get(&EntityId(number)).copied().unwrap_or_default();
            words.clone_into(&mut entity.name);
        }
        let is_kept = !is_nameless(&entity);
        ids.push(is_kept.then_some(EntityId(kept.len() as u32)));
        if is_kept {
            kept.push(entity);
        }
    }
    findings.entities = kept;
    ids
}

/// Statements by their place, those without words left out, the links between them kept.
fn in_order(statements: Vec<Statement>) -> Vec<Statement> {
    let mut numbered: Vec<(usize, Statement)> = statements.into_iter().enumerate().collect();
    for (_, statement) in &mut numbered {
        for spans in [
            &mut statement.content,
            &mut statement.cue,
            &mut statement.frame,
        ] {
            *spans = tidy(spans);
        }
    }
    numbered.retain(|(_, statement)| !statement.content.is_empty());
    numbered.sort_by_key(|(_, statement)| {
        let extent = statement.extent();
        (extent.start(), Reverse(extent.end()))
    });
    let places: BTreeMap<usize, u32> = numbered.iter().map(|&(old, _)| old).zip(0..).collect();
    let outer: Vec<Option<u32>> = (numbered.iter())
        .map(|(_, statement)| places.get(&(statement.inside?.0 as usize)).copied())
        .collect();
    let in_itself = circles(&outer);
    let inside: Vec<_> = (0..outer.len())
        .map(|index| outer[index].filter(|_| !in_itself[index]).map(StatementId))
        .collect();
    let statements = numbered.into_iter().map(|(_, statement)| statement);
    statements
        .zip(inside)
        .map(|(statement, inside)| Statement {
            inside,
            ..statement
        })
        .collect()
}

/// Which of them stand inside themselves, over however many others; those that lead there from outside do not.
fn circles(outer: &[Option<u32>]) -> Vec<bool> {
    let mut is_in_circle = vec![false; outer.len()];
    // By which start each was first met.
    let mut met: Vec<Option<usize>> = vec![None; outer.len()];
    for start in 0..outer.len() {
        let mut at = Some(start);
        while let Some(index) = at.filter(|&index| met[index].is_none()) {
            met[index] = Some(start);
            at = outer[index].map(|next| next as usize);
        }
        // Met on this very way: from here once around.
        while let Some(index) =
            at.filter(|&index| met[index] == Some(start) && !is_in_circle[index])
        {
            is_in_circle[index] = true;
            at = outer[index].map(|next| next as usize);
        }
    }
    is_in_circle
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::from_text;
    use crate::document::{Confidence, Form};
    use crate::span::Span;

    #[test]
    fn what_stands_inside_itself_is_known() {
        let check = |outer: &[u32], expected: &[bool]| {
            let n_all = outer.len() as u32;
            let outer: Vec<_> = (outer.iter())
                .map(|&next| (next < n_all).then_some(next))
                .collect();
            assert_eq!(circles(&outer), expected);
        };
        check(&[], &[]);
        check(&[9, 0, 1], &[false, false, false]);
        check(&[0], &[true]);
        check(&[1, 2, 1, 0], &[false, true, true, false]);
        check(&[3, 0, 9, 1, 0], &[true, true, false, true, false]);
    }

    #[test]
    fn who_has_no_name_is_called_as_in_the_text_or_goes() {
        let mut gathering = Gathering::default();
        let nobody = gathering.entity(Entity::new(" ", Kind::Person));
        let nameless = gathering.entity(Entity::new("", Kind::Location));
        let named = gathering.entity(Entity::new("Elbe", Kind::Location));
        for (span, entity) in [(0..4, nameless), (9..12, named), (9..12, EntityId(7))] {
            gathering.mention(Mention {
                entity: Some(entity),
                ..Mention::new(
                    Span::new(span.start, span.end),
                    Kind::Location,
                    Form::Name,
                    Confidence::CERTAIN,
                )
            });
        }
        assert_eq!(nobody, EntityId(0));
        let review = gathering.finish(from_text("Ulm oder Rom".into()), String::new());
        let entities = &review.findings().entities;
        let names: Vec<&str> = entities.iter().map(|entity| entity.name.as_str()).collect();
        assert_eq!(names, ["Ulm", "Elbe"]);
        let meant = review.findings().mentions.iter();
        let meant: Vec<Option<u32>> = meant.map(|mention| mention.entity.map(|id| id.0)).collect();
        assert_eq!(meant, [Some(0), Some(1), None]);
    }
}
