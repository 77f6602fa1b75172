//! Who the words for a speaker refer to: "Assad" is the Assad of the article, "er" the man named last.

use super::pronouns::is_plural;
use super::statements::context::Context;
use crate::document::{Entity, EntityId, Form, Kind, Mention, PartOfSpeech, Statement, Voice};
use crate::german::gender::{Gender, gender};
use crate::german::media::channel;
use crate::german::titles;
use crate::pipeline::names::nested::is_nested;
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
    for span in &mut voice.spans {
        *span = with_whole_names(mentions, *span);
    }
    voice.spans.dedup_by(|later, kept| {
        let is_one = kept.overlaps(*later);
        if is_one {
            *kept = kept.hull(*later);
        }
        is_one
    });
    let named = voice
        .spans
        .iter()
        .find_map(|&span| named_in(context, mentions, span));
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

/// A span that ends inside a name is stretched to the name's end.
fn with_whole_names(mentions: &[Mention], span: Span) -> Span {
    let cut = within(mentions, span)
        .find(|mention| mention.form == Form::Name && span.end() < mention.span.end());
    cut.map_or(span, |mention| span.hull(mention.span))
}

/// Mentions that overlap `span`; mentions are sorted by start, and nested ones are short.
fn within(mentions: &[Mention], span: Span) -> impl Iterator<Item = &Mention> {
    let first = mentions.partition_point(|mention| mention.span.start() < span.start());
    mentions[first..]
        .iter()
        .take_while(move |mention| mention.span.start() < span.end())
}

/// A person if one is named; else, unless the words are a role ("Sprecher des Ministeriums"), the first name; always
/// only what heads the phrase: "die Aufständischen in Aleppo" are not Aleppo.
fn named_in(context: &Context, mentions: &[Mention], span: Span) -> Option<EntityId> {
    let inside = || {
        let contained = within(mentions, span).filter(move |mention| span.contains(mention.span));
        // Jena inside "Universität Jena" does not speak.
        let mut outer = Span::new(span.start(), span.start());
        let outermost = contained.filter(move |mention| {
            let is_nested = outer.contains(mention.span) && outer != mention.span;
            if mention.form == Form::Name && mention.kind.is_name() && !is_nested {
                outer = mention.span;
            }
            !is_nested
        });
        outermost.filter(|mention| heads(context, span, mention))
    };
    let is_name = |mention: &&Mention| mention.form == Form::Name && mention.kind.is_name();
    let person = inside().find(|mention| is_name(mention) && mention.kind == Kind::Person);
    // "er", "der Minister".
    let meant = || {
        inside().find(|mention| {
            matches!(mention.form, Form::Pronoun | Form::Description) && mention.entity.is_some()
        })
    };
    let role = || inside().find(|mention| mention.kind == Kind::Role);
    let found = person
        .or_else(meant)
        .or_else(role)
        .or_else(|| inside().find(is_name))?;
    found.entity
}

/// Whether nothing but articles, adjectives and titles stands before the mention, or words that only pass on:
/// "Angaben des Roten Kreuzes".
fn heads(context: &Context, span: Span, mention: &Mention) -> bool {
    use PartOfSpeech as P;
    let first = first_token(context, span);
    let mut start = first_token(context, mention.span);
    let is_title = |token: usize| {
        context.part(token) == P::Adjective
            || titles::look_up(context.word(token)).is_some()
            || context.is_mark(token)
    };
    while first < start && is_title(start - 1) {
        start -= 1;
    }
    let Some(before) = start.checked_sub(1).filter(|before| first <= *before) else {
        return true;
    };
    let is_genitive =
        mention.kind == Kind::Location && mention.span.of(context.text).ends_with('s');
    let depends = match context.part(before) {
        P::Preposition | P::Article | P::Determiner | P::Possessive => true,
        P::Noun => is_genitive,
        _ => false,
    };
    let passes_on =
        |token: usize| context.words[token].cue != 0 || channel(context.word(token)).is_some();
    let has_other_head =
        (first..start).any(|token| context.part(token) == P::Noun && !passes_on(token));
    !(depends && has_other_head)
}

fn first_token(context: &Context, span: Span) -> usize {
    context
        .tokens
        .partition_point(|token| token.span.end() <= span.start())
}

/// Whom a pronoun stands for: "er" and "sie" for the last person before it whose gender fits, "seinen Angaben" and
/// "eigenen Angaben" for the first person or organisation of the sentence, or the last one before it.
fn pronoun(
    context: &Context,
    mentions: &[Mention],
    entities: &[Entity],
    span: Span,
    said: Span,
) -> Option<EntityId> {
    /// Farther back a pronoun hardly ever reaches.
    const SENTENCES: u32 = 3;
    let token = first_token(context, span);
    let word = context
        .tokens
        .get(token)
        .map(|_| context.word(token).to_lowercase())?;
    let is_alone = context.tokens[token].span == span;
    let (wanted, may_be_organisation) = match word.as_str() {
        "er" | "ihm" if is_alone => (Some(Gender::Masculine), false),
        "sie" | "ihr" if is_alone && !is_plural(context, token) => (Some(Gender::Feminine), false),
        "seinen" | "seiner" | "seinem" | "ihren" | "ihrer" | "ihrem" | "eigenen" | "eigener" => {
            (None, true)
        }
        _ => return None,
    };
    let sentence_of = |span: Span| {
        context
            .words
            .get(first_token(context, span))
            .map_or(u32::MAX, |word| word.sentence)
    };
    let sentence = sentence_of(span);
    let fits = |mention: &&Mention| {
        let entity = mention.entity.and_then(|id| entities.get(id.0 as usize));
        let found = entity.and_then(|entity| gender(&entity.name, entity.role.as_deref()));
        let is_kind = mention.kind == Kind::Person
            || may_be_organisation && mention.kind == Kind::Organisation;
        let agrees = wanted.is_none() || found.is_none() || found == wanted;
        is_kind && mention.form == Form::Name && entity.is_some() && agrees
    };
    let end = mentions.partition_point(|mention| mention.span.start() < span.start());
    let outermost = (0..end).rev().filter(|&index| !is_nested(mentions, index));
    let near = outermost
        .map(|index| &mentions[index])
        .take_while(|mention| sentence <= sentence_of(mention.span).saturating_add(SENTENCES));
    let near: Vec<&Mention> = near.filter(fits).collect();
    let in_sentence = || {
        near.iter()
            .rev()
            .find(|mention| sentence_of(mention.span) == sentence)
    };
    let last = || near.iter().find(|mention| !said.contains(mention.span));
    let found = if may_be_organisation {
        in_sentence().or_else(last)
    } else {
        last()
    };
    found.and_then(|mention| mention.entity)
}
