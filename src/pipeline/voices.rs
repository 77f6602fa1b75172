//! Who the words for a speaker refer to: "Assad" is the Assad of the article, "er" the man named last.

use super::statements::context::Context;
use crate::document::{Entity, EntityId, Form, Kind, Mention, PartOfSpeech, Statement, Voice};
use crate::german::gender::{Gender, gender};
use crate::span::Span;

/// Links speakers and addressees to entities.
pub fn link(
    context: &Context,
    mentions: &[Mention],
    entities: &[Entity],
    statements: &mut [Statement],
) {
    for statement in statements {
        let said = statement.extent();
        for voice in [&mut statement.speaker, &mut statement.addressee]
            .into_iter()
            .flatten()
        {
            link_voice(context, mentions, entities, voice, said);
        }
    }
}

/// Links one voice to the entity that its words name, or that its pronoun stands for.
pub fn link_voice(
    context: &Context,
    mentions: &[Mention],
    entities: &[Entity],
    voice: &mut Voice,
    said: Span,
) {
    let named = voice
        .spans
        .iter()
        .find_map(|&span| named_in(mentions, span));
    voice.entity = named.or_else(|| {
        pronoun(
            context,
            mentions,
            entities,
            voice.spans.first().copied()?,
            said,
        )
    });
}

/// Mentions that overlap `span`; mentions are sorted by start, and nested ones are short.
fn within(mentions: &[Mention], span: Span) -> impl Iterator<Item = &Mention> {
    let first = mentions.partition_point(|mention| mention.span.start() < span.start());
    mentions[first..]
        .iter()
        .take_while(move |mention| mention.span.start() < span.end())
}

/// A person if one is named; else, unless the words are a role ("Sprecher des Ministeriums"), the first name.
fn named_in(mentions: &[Mention], span: Span) -> Option<EntityId> {
    let inside = || within(mentions, span).filter(move |mention| span.contains(mention.span));
    let person =
        inside().find(|mention| mention.kind == Kind::Person && mention.form == Form::Name);
    if let Some(person) = person {
        return person.entity;
    }
    if let Some(role) = inside().find(|mention| mention.kind == Kind::Role) {
        return role.entity;
    }
    inside()
        .find(|mention| mention.form == Form::Name && mention.kind.is_name())
        .and_then(|mention| mention.entity)
}

/// The person that "er" or "sie" stands for: the last one before it whose gender fits.
fn pronoun(
    context: &Context,
    mentions: &[Mention],
    entities: &[Entity],
    span: Span,
    said: Span,
) -> Option<EntityId> {
    /// Farther back a pronoun hardly ever reaches.
    const SENTENCES: u32 = 3;
    let token = context
        .tokens
        .partition_point(|token| token.span.end() <= span.start());
    let is_pronoun = context
        .tokens
        .get(token)
        .is_some_and(|found| found.span == span)
        && context.part(token) == PartOfSpeech::PersonalPronoun;
    let wanted = match span.of(context.text).to_lowercase().as_str() {
        "er" | "ihm" => Gender::Masculine,
        "sie" | "ihr" => Gender::Feminine,
        _ => return None,
    };
    if !is_pronoun {
        return None;
    }
    let sentence_of = |span: Span| {
        let token = context
            .tokens
            .partition_point(|token| token.span.end() <= span.start());
        context
            .words
            .get(token)
            .map_or(u32::MAX, |word| word.sentence)
    };
    let sentence = sentence_of(span);
    let end = mentions.partition_point(|mention| mention.span.start() < span.start());
    let before = mentions[..end].iter().rev();
    let near = before
        .take_while(|mention| sentence <= sentence_of(mention.span).saturating_add(SENTENCES));
    let fits = |mention: &&Mention| {
        let entity = mention.entity.and_then(|id| entities.get(id.0 as usize));
        let found = entity.map(|entity| gender(&entity.name, entity.role.as_deref()));
        mention.kind == Kind::Person
            && mention.form == Form::Name
            && !said.contains(mention.span)
            && found.is_some_and(|gender| gender.is_none_or(|gender| gender == wanted))
    };
    near.filter(fits).find_map(|mention| mention.entity)
}
