//! Who or what the names of an article refer to: surname and full name, genitive, abbreviation, other names of well-known
//! things, derived word, role, description.
//!
//! Persons of one surname stay apart; persons and things of one name stay apart. What only contains a name or comes
//! from it is linked as related ([`Form::refers`]). Limits: a person who changes the surname is two.

mod abbreviations;
mod derived;
mod descriptions;
mod draft;
mod people;
mod person_names;
mod register;
mod role_words;
mod things;

use std::collections::BTreeMap;

use self::descriptions::Describer;
use self::register::Register;
use self::role_words::RoleWords;
use super::roles::{Tie, ties};
use crate::document::{Confidence, Entity, EntityId, Form, Kind, Mention};
use crate::pipeline::personal::Told;
use crate::pipeline::words::Words;
use crate::span::Span;

/// Links the mentions of an article to entities and adds the descriptions that mean one of them. Mentions may come in any
/// order; they go out sorted by start, longer first. What the reader has taught of names holds.
///
/// "Sergej Lawrow", "Lawrows" and, where the text has tied the role to the name, "der russische Außenminister" are one entity.
pub fn entities(
    words: Words<'_>,
    mut mentions: Vec<Mention>,
    told: &Told<'_>,
) -> (Vec<Mention>, Vec<Entity>) {
    sort(&mut mentions);
    let names: Vec<usize> = (0..mentions.len())
        .filter(|&index| mentions[index].kind.is_name())
        .collect();
    let named: Vec<Mention> = names.iter().map(|&index| mentions[index].clone()).collect();
    let roles: Vec<Mention> = mentions
        .iter()
        .filter(|mention| mention.kind == Kind::Role)
        .cloned()
        .collect();
    let ties = ties(words.text, words.tokens, &roles, &named);

    let mut register = Register::new(words, &named, told);
    register.link_persons(&named);
    register.link_things(&named);
    register.link_abbreviations(&named);
    register.link_short_forms();
    register.link_mistaken();
    register.link_derived(&named);
    for (&index, &draft) in names.iter().zip(&register.draft_of) {
        mentions[index].entity = draft.map(|draft| EntityId(register.root(draft) as u32));
    }
    let kinds = register.settle_kinds(&named);
    for (&index, kind) in names.iter().zip(kinds) {
        mentions[index].kind = kind;
    }
    let described = link_roles(&mut register, &mut mentions, &ties);
    mentions.extend(described);
    sort(&mut mentions);
    let described = Describer::new(&register, &mentions).descriptions();
    mentions.extend(described);
    sort(&mut mentions);
    finish(&register, mentions)
}

fn sort(mentions: &mut [Mention]) {
    mentions.sort_by(|a, b| {
        (a.span.start(), b.span.end(), a.kind, a.form).cmp(&(
            b.span.start(),
            a.span.end(),
            b.kind,
            b.form,
        ))
    });
}

/// A description of `entity` with its article: "der Minister", "des Ministeriums".
fn description(words: &Words, first: usize, end: Span, kind: Kind, entity: usize) -> Mention {
    /// As sure as rules are that look for the only one who fits.
    const CONFIDENCE: f32 = 0.8;
    let start = words.tokens.get(first).map_or(end, |token| token.span);
    Mention {
        entity: Some(EntityId(entity as u32)),
        ..Mention::new(
            start.hull(end),
            kind,
            Form::Description,
            Confidence::new(CONFIDENCE),
        )
    }
}

/// Gives persons their roles, and later roles their persons; those with an article are descriptions: "der Minister".
fn link_roles(register: &mut Register, mentions: &mut [Mention], ties: &[Tie]) -> Vec<Mention> {
    let mut tied: BTreeMap<usize, usize> = BTreeMap::new();
    for tie in ties {
        let Some(draft) = register.draft_of[tie.person].map(|draft| register.root(draft)) else {
            continue;
        };
        let person = &mut register.drafts[draft];
        if tie.is_party {
            person.party.get_or_insert_with(|| tie.title.clone());
        } else {
            if !person.roles.contains(&tie.title) {
                person.roles.push(tie.title.clone());
            }
            if !tie.is_shared {
                tied.insert(tie.span.start(), draft);
            }
        }
    }
    let words = register.words;
    let mut known = RoleWords::default();
    let mut described = Vec::new();
    for mention in mentions
        .iter_mut()
        .filter(|mention| mention.kind == Kind::Role)
    {
        let role = mention.span.of(words.text);
        let first = words.first_token(mention.span);
        let sentence = words.sentence(first);
        let draft = if let Some(&draft) = tied.get(&mention.span.start()) {
            known.remember(role, draft, sentence);
            Some(draft)
        } else {
            let article = words.before(first);
            let found = known.find(article, role, sentence);
            if let Some(draft) = found {
                // "im", "zum" and the like are half a preposition.
                let has_article = article.to_lowercase().starts_with('d');
                let start = first - usize::from(has_article);
                described.push(description(
                    &words,
                    start,
                    mention.span,
                    Kind::Person,
                    draft,
                ));
            }
            found
        };
        mention.entity = draft.map(|draft| EntityId(draft as u32));
    }
    described
}

/// Numbers the entities in the order in which the article names them.
fn finish(register: &Register, mut mentions: Vec<Mention>) -> (Vec<Mention>, Vec<Entity>) {
    let mut number: BTreeMap<usize, u32> = BTreeMap::new();
    let mut entities = Vec::new();
    for mention in &mut mentions {
        let Some(EntityId(draft)) = mention.entity else {
            continue;
        };
        let draft = register.root(draft as usize);
        let id = *number.entry(draft).or_insert_with(|| {
            entities.push(register.drafts[draft].entity());
            entities.len() as u32 - 1
        });
        mention.entity = Some(EntityId(id));
    }
    (mentions, entities)
}

#[cfg(test)]
mod tests;
