//! The way a statement came: "der Agentur Interfax zufolge", "in einem Interview mit der Zeitung …", "im Deutschlandfunk".
//!
//! Found by rules in the frame of a statement, or in its sentence where it has no frame. Limits: a chain over several
//! media ("wie die dpa unter Berufung auf … meldet") is listed in text order.

use std::ops::Range;

use super::statements::context::Context;
use super::voices::link_voice;
use crate::document::{Entity, Mention, PartOfSpeech, Reason, Statement, StatementKind, Voice};
use crate::german::lexicon::Classes;
use crate::german::media::{Channel, channel, name_length};
use crate::span::Span;

/// Adds to each statement the media, agencies and occasions that it came through.
pub fn add(
    context: &Context,
    mentions: &[Mention],
    entities: &[Entity],
    statements: &mut [Statement],
) {
    let found = channels(context);
    for index in 0..statements.len() {
        trim_speaker(&found, &mut statements[index]);
        let statement = &statements[index];
        let mut via = own(context, &found, statement);
        let refers_back = via.is_empty() && refers_back(context, statement);
        let carries_on = statement
            .speaker
            .as_ref()
            .is_some_and(|voice| voice.because == Reason::CarriedOn)
            && statement.kind != StatementKind::Reported;
        if refers_back
            || carries_on && via.is_empty()
            || via.iter().all(|found| found.is_known) && !via.is_empty()
        {
            let earlier = statements[..index]
                .iter()
                .rev()
                .find(|earlier| same_speaker(earlier, statement));
            if let Some(earlier) = earlier.filter(|earlier| !earlier.via.is_empty()) {
                let via = earlier.via.clone();
                statements[index].via = via;
                continue;
            }
        }
        via.sort_by_key(|found| found.rank);
        let said = statement.extent();
        let voices = via.into_iter().map(|found| {
            let mut voice = Voice {
                spans: vec![found.span],
                entity: None,
                because: Reason::Medium,
            };
            link_voice(context, mentions, entities, &mut voice, said);
            voice
        });
        statements[index].via = voices.collect();
    }
    for index in 0..statements.len() {
        let around = statements[index].inside;
        let around = around.and_then(|id| statements.get(id.0 as usize));
        if let Some(via) = around.map(|around| around.via.clone()) {
            statements[index].via = via;
        }
    }
}

/// "sagte Rybakow der Agentur Interfax zufolge": the agency is not part of the speaker.
fn trim_speaker(found: &[Found], statement: &mut Statement) {
    let spans = statement
        .speaker
        .iter_mut()
        .flat_map(|voice| &mut voice.spans);
    for span in spans {
        let first = found.partition_point(|found| found.span.start() <= span.start());
        let cut = found
            .get(first)
            .filter(|found| found.rank == 0 && found.span.start() < span.end());
        if let Some(cut) = cut {
            *span = Span::new(span.start(), cut.before);
        }
    }
}

fn same_speaker(a: &Statement, b: &Statement) -> bool {
    match (&a.speaker, &b.speaker) {
        (Some(a), Some(b)) => a.entity.is_some() && a.entity == b.entity || a.spans == b.spans,
        _ => false,
    }
}

/// A channel that the article names.
#[derive(Clone, Debug)]
struct Found {
    tokens: Range<usize>,
    span: Span,
    /// Where the word ends that stands before it and its preposition.
    before: usize,
    /// Media before occasions.
    rank: u8,
    /// "in dem Interview": one that was named before.
    is_known: bool,
}

/// All media and occasions of the article with what stands before or after them saying that something came through them.
fn channels(context: &Context) -> Vec<Found> {
    let mut all: Vec<Found> = Vec::new();
    let mut token = 0;
    while token < context.tokens.len() {
        let length = medium_length(context, token);
        let noun = (length == 0 && context.part(token) == PartOfSpeech::Noun)
            .then(|| channel(context.word(token)))
            .flatten();
        let found = match (length, noun) {
            (0, None | Some(Channel::Document)) => None,
            (0, Some(Channel::Medium)) => {
                phrase(context, token..token + 1, 0).filter(|_| !names_medium_after(context, token))
            }
            (0, Some(Channel::Occasion)) => phrase(context, token..token + 1, 1),
            (length, _) => phrase(context, token..token + length, 0),
        };
        if let Some(found) = found {
            token = found.tokens.end.max(token + 1);
            all.push(found);
        } else {
            token += length.max(1);
        }
    }
    all
}

/// "der Zeitung „Al-Watan“": the name after the noun makes the better mention.
fn names_medium_after(context: &Context, token: usize) -> bool {
    let next = token + 1;
    let next = if context.tokens.get(next).is_some() && context.is_mark(next) {
        next + 1
    } else {
        next
    };
    next < context.tokens.len() && medium_length(context, next) != 0
}

/// Number of tokens of the medium's name that begins at `token`. A common noun ("Spiegel", "Welt") is a name only in
/// quotation marks or after a noun for media.
fn medium_length(context: &Context, token: usize) -> usize {
    let sentence_end = context.sentence_of(token).end;
    let mut length = name_length((token..sentence_end).map(|token| context.word(token)));
    let is_quoted = context.words[token].quotation != 0 && token > 0 && context.is_mark(token - 1);
    let after_noun = (token.saturating_sub(2)..token)
        .any(|before| channel(context.word(before)) == Some(Channel::Medium));
    if length == 0 && is_quoted && after_noun {
        length = (token..sentence_end)
            .take_while(|&token| !context.is_mark(token))
            .count();
    }
    let classes = context.observations[token].classes;
    let is_common =
        length == 1 && context.observations[token].is_known && classes.has(Classes::NOUN);
    if is_common && !is_quoted && !after_noun {
        0
    } else {
        length
    }
}

/// The noun phrase around a medium or occasion, if it stands where a channel stands.
fn phrase(context: &Context, core: Range<usize>, rank: u8) -> Option<Found> {
    use PartOfSpeech as P;
    let sentence = context.sentence_of(core.start);
    let mut start = core.start;
    let mut is_known = false;
    while sentence.start < start {
        let before = start - 1;
        match context.part(before) {
            P::Bracket | P::Adjective | P::Participle | P::Numeral => start = before,
            P::Noun if channel(context.word(before)) == Some(Channel::Medium) => start = before,
            P::Article | P::Determiner | P::Possessive => {
                let word = context.word(before).to_lowercase();
                is_known = rank == 1
                    && matches!(word.as_str(), "dem" | "der" | "diesem" | "dieser" | "den");
                start = before;
                break;
            }
            _ => break,
        }
    }
    let mut end = core.end;
    if end < sentence.end && context.words[core.start].quotation != 0 && context.is_mark(end) {
        end += 1;
    }
    if start + 1 == core.start && context.part(start) == P::Bracket && end == core.end {
        start = core.start;
    }
    let is_preposition = |token: &usize| context.part(*token) == P::Preposition;
    let outer = start.checked_sub(1).filter(is_preposition).unwrap_or(start);
    let before = outer
        .checked_sub(1)
        .map_or(0, |token| context.tokens[token].span.end());
    stands_as_channel(context, start, end, &sentence, rank).then(|| Found {
        before,
        span: context.tokens[start]
            .span
            .hull(context.tokens[end - 1].span),
        tokens: start..end,
        rank,
        is_known,
    })
}

/// Whether what stands around a noun phrase says that something came through it.
fn stands_as_channel(
    context: &Context,
    start: usize,
    end: usize,
    sentence: &Range<usize>,
    rank: u8,
) -> bool {
    use PartOfSpeech as P;
    let after = (end < sentence.end).then(|| context.word(end));
    if rank == 0 && matches!(after, Some("zufolge" | "gegenüber")) {
        return true;
    }
    let Some(before) = start
        .checked_sub(1)
        .filter(|before| sentence.start <= *before)
    else {
        return false;
    };
    let word = context.word(before).to_lowercase();
    let by_preposition = match word.as_str() {
        "in" | "im" | "auf" | "via" | "gegenüber" | "laut" | "per" | "beim" | "am" => true,
        "bei" | "vor" | "während" | "nach" => rank == 1 || word == "bei",
        "mit" | "zu" => {
            rank == 0 && before > 0 && channel(context.word(before - 1)) == Some(Channel::Occasion)
        }
        _ => false,
    };
    // "sagte Rybakow der Zeitung", "sagte sie der Zeitung": to whom it was said; not "Chef der Zeitung".
    let is_dative = rank == 0
        && matches!(
            context.word(start).to_lowercase().as_str(),
            "der" | "dem" | "den"
        )
        && matches!(
            context.part(before),
            P::ProperNoun | P::FiniteVerb | P::PersonalPronoun | P::Bracket | P::Adverb | P::Comma
        );
    by_preposition || is_dative
}

/// Channels in the frame of a statement, or in its sentence where it is a sentence itself, outside speaker and content.
fn own(context: &Context, all: &[Found], statement: &Statement) -> Vec<Found> {
    let regions = match statement.kind {
        StatementKind::Reported => &statement.content,
        StatementKind::FreeIndirect | StatementKind::IndirectFreeIndirect => return Vec::new(),
        StatementKind::Direct | StatementKind::Indirect => &statement.frame,
    };
    let speaker = statement
        .speaker
        .as_ref()
        .map_or(&[][..], |voice| &voice.spans);
    let is_free = |found: &&Found| {
        regions.iter().any(|region| region.contains(found.span))
            && !speaker.iter().any(|span| span.overlaps(found.span))
    };
    let (Some(first), Some(last)) = (regions.first(), regions.last()) else {
        return Vec::new();
    };
    let start = all.partition_point(|found| found.span.start() < first.start());
    let near = all[start..]
        .iter()
        .take_while(|found| found.span.start() < last.end());
    let found: Vec<Found> = near.filter(is_free).cloned().collect();
    let has_medium = found.iter().any(|found| found.rank == 0);
    debug_assert!(
        found
            .iter()
            .all(|found| found.tokens.end <= context.tokens.len()),
        "tokens of the article"
    );
    found
        .into_iter()
        .filter(|found| found.rank == 0 || !has_medium)
        .collect()
}

/// "Assad warf den USA darin vor": the frame points back to what was named before.
fn refers_back(context: &Context, statement: &Statement) -> bool {
    let words = statement
        .frame
        .iter()
        .flat_map(|span| span.of(context.text).split_whitespace());
    words
        .into_iter()
        .any(|word| matches!(word.trim_matches(','), "darin" | "dort" | "dabei"))
}
