//! Who speaks where the words taken for the speaker only pass on: in "Dem „Tagesspiegel“ zufolge sagte Senatorin Quast"
//! the senator.

use std::ops::Range;

use super::links::{Link, Relation, is_letting, is_telling};
use super::phrase::{Head, phrase};
use crate::document::{PartOfSpeech, Reason, Statement, Voice};
use crate::german::cues::{Class, verb_with};
use crate::pipeline::statements::context::Context;
use crate::span::Span;

/// Puts the subject of the verb of saying in the place of a speaker that is a link itself; whether there is one.
pub fn mend(context: &Context, links: &[Link], statement: &mut Statement) -> bool {
    let Some(said) = statement
        .speaker
        .as_ref()
        .and_then(|voice| voice.spans.first())
    else {
        return false;
    };
    let first = links.partition_point(|link| link.span.end() <= said.start());
    let link = links.get(first).filter(|link| link.core.overlaps(*said));
    let Some(link) = link else { return false };
    let found = if link.relation == Relation::Source {
        teller_of(context, links, link)
    } else {
        subject(context, links, link)
    };
    if let Some(span) = found {
        statement.speaker = Some(Voice {
            spans: vec![span],
            entity: None,
            because: Reason::Subject,
        });
    }
    found.is_some()
}

/// "Wie die AFP unter Berufung auf das Innenministerium meldet": the agency tells it.
fn teller_of(context: &Context, links: &[Link], source: &Link) -> Option<Span> {
    let sentence = context.sentence_of(source.tokens.start);
    let first = links.partition_point(|link| link.tokens.end <= sentence.start);
    let before = links[first..]
        .iter()
        .take_while(|link| link.tokens.start < source.tokens.start);
    before
        .filter(|link| link.relation == Relation::Teller)
        .last()
        .map(|link| link.span)
}

/// The subject of the verb of saying in the sentence of a link, outside links and quotation marks.
fn subject(context: &Context, links: &[Link], link: &Link) -> Option<Span> {
    let sentence = context.sentence_of(link.tokens.start);
    let is_saying = |&token: &usize| {
        (context.part(token) == PartOfSpeech::FiniteVerb
            && context.words[token].cue != 0
            && !verb_with(context.words[token].cue, &[Class::Find])
            || is_letting(context.word(token)))
            && context.words[token].quotation == 0
            && !link.tokens.contains(&token)
    };
    // "wie Reuters berichtet", "meldet die Agentur AFP": the verb that goes with the link.
    let own = (link.relation == Relation::Teller).then(|| {
        sentence
            .clone()
            .filter(|&token| is_telling(context.word(token)))
            .min_by_key(|token| token.abs_diff(link.tokens.start))
    });
    let verb = sentence
        .clone()
        .filter(is_saying)
        .find(|&token| own.flatten() != Some(token))?;
    after(context, links, verb, &sentence).or_else(|| before(context, links, verb, &sentence))
}

/// "sagte Senatorin Vera Quast", "teilte sein Büro".
fn after(context: &Context, links: &[Link], verb: usize, sentence: &Range<usize>) -> Option<Span> {
    let first = verb + 1;
    if sentence.end <= first || matches!(context.word(first), "dem" | "den" | "des") {
        return None;
    }
    let found = phrase(context, first, sentence.end)?;
    let up_to = |end: usize| {
        context.tokens[first]
            .span
            .hull(context.tokens[end - 1].span)
    };
    let whole = up_to(found.tokens.end);
    let span = if is_linked(links, whole) {
        up_to(found.core_end)
    } else {
        whole
    };
    let is_subject = found.is == Head::Other || matches!(found.is, Head::Passing(_));
    (is_subject && !is_linked(links, span)).then_some(span)
}

/// "Eine mit der Sache vertraute Person sagte": all that stands before the verb.
fn before(context: &Context, links: &[Link], verb: usize, sentence: &Range<usize>) -> Option<Span> {
    let is_open = |&token: &usize| {
        !matches!(
            context.part(token),
            PartOfSpeech::Comma | PartOfSpeech::Stop | PartOfSpeech::Bracket
        )
    };
    let first = (sentence.start..verb).rev().take_while(is_open).last()?;
    let is_nominal = matches!(
        context.part(first),
        PartOfSpeech::Article
            | PartOfSpeech::Determiner
            | PartOfSpeech::Possessive
            | PartOfSpeech::ProperNoun
            | PartOfSpeech::Noun
            | PartOfSpeech::Adjective
            | PartOfSpeech::Numeral
    ) && !matches!(context.word(first), "Dem" | "Den" | "dem" | "den");
    let span = context.tokens[first]
        .span
        .hull(context.tokens[verb - 1].span);
    (is_nominal && !is_linked(links, span)).then_some(span)
}

fn is_linked(links: &[Link], span: Span) -> bool {
    let first = links.partition_point(|link| link.span.end() <= span.start());
    links
        .get(first)
        .is_some_and(|link| link.span.overlaps(span))
}
