//! The way a statement came: "der Agentur Interfax zufolge", "in einem Interview mit der Zeitung …", "im Deutschlandfunk".
//!
//! Found by rules in the frame of a statement, or in its sentence where it has no frame; of several links ("wie die dpa
//! unter Berufung auf … meldet") the nearest to the article comes first.

mod links;
mod phrase;
mod speaker;

use super::statements::context::Context;
use super::voices::link_voice;
use crate::document::{
    Entity, Mention, Reason, Statement, StatementKind, Voice, hull, overlapping,
};
use crate::span::Span;
use links::{Link, Relation, links};

/// Adds to each statement the media, agencies and occasions that it came through.
pub fn add(
    context: &Context,
    mentions: &[Mention],
    entities: &[Entity],
    statements: &mut [Statement],
) {
    let found = links(context);
    for index in 0..statements.len() {
        trim_speaker(&found, &mut statements[index]);
        if speaker::mend(context, &found, &mut statements[index]) {
            relink(context, mentions, entities, &mut statements[index]);
        }
        let statement = &statements[index];
        let mut via = own(context, &found, statement);
        let is_source =
            |link: &Link| link.relation == Relation::Teller || has_leaked(context, statement, link);
        if statement.speaker.is_none() && via.first().is_some_and(is_source) {
            // "Wie „Bild“ berichtet, …": with nobody else to say it, the paper does. So do the circles that it leaks from.
            let teller = via.remove(0);
            statements[index].speaker = Some(Voice {
                spans: vec![teller.span],
                entity: None,
                because: Reason::Preposition,
            });
            relink(context, mentions, entities, &mut statements[index]);
        }
        let statement = &statements[index];
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
        let Some((via, speaker)) =
            around.map(|around| (around.via.clone(), around.speaker.clone()))
        else {
            continue;
        };
        let inner = &mut statements[index];
        inner.via = via;
        if inner.speaker.is_none() {
            inner.speaker = speaker.map(|voice| Voice {
                because: Reason::Enclosing,
                ..voice
            });
        }
    }
}

/// "Wie aus deutschen Delegationskreisen verlautete, …".
fn has_leaked(context: &Context, statement: &Statement, link: &Link) -> bool {
    let before = context.text[..link.span.start()].trim_end();
    let leaks = |span: &Span| {
        let cue = span.of(context.text);
        ["verlaut", "hieß", "heißt"]
            .iter()
            .any(|verb| cue.starts_with(verb))
    };
    (before.ends_with("aus") || before.ends_with("Aus")) && statement.cue.iter().any(leaks)
}

/// "sagte Rybakow der Agentur Interfax zufolge": the agency is not part of the speaker.
fn trim_speaker(found: &[Link], statement: &mut Statement) {
    let spans = statement
        .speaker
        .iter_mut()
        .flat_map(|voice| &mut voice.spans);
    for span in spans {
        let first = found.partition_point(|found| found.span.start() <= span.start());
        let cut = found
            .get(first)
            .filter(|found| is_medium(found) && found.span.start() < span.end());
        if let Some(cut) = cut {
            *span = Span::new(span.start(), cut.before);
        }
    }
}

/// Looks up who a new speaker is.
fn relink(context: &Context, mentions: &[Mention], entities: &[Entity], statement: &mut Statement) {
    let said = statement.extent();
    if let Some(voice) = &mut statement.speaker {
        link_voice(context, mentions, entities, voice, said);
    }
}

fn is_medium(link: &Link) -> bool {
    matches!(link.relation, Relation::Teller | Relation::Medium)
}

fn same_speaker(a: &Statement, b: &Statement) -> bool {
    match (&a.speaker, &b.speaker) {
        (Some(a), Some(b)) => a.entity.is_some() && a.entity == b.entity || a.spans == b.spans,
        _ => false,
    }
}

/// Links in the sentences of a statement's frame and cue, or in its own where it is a sentence itself, outside speaker
/// and content, the nearest to the article first.
fn own(context: &Context, all: &[Link], statement: &Statement) -> Vec<Link> {
    let is_reported = statement.kind == StatementKind::Reported;
    let around = match statement.kind {
        StatementKind::Reported => &statement.content,
        StatementKind::FreeIndirect | StatementKind::IndirectFreeIndirect => return Vec::new(),
        StatementKind::Direct | StatementKind::Indirect if statement.frame.is_empty() => {
            &statement.cue
        }
        StatementKind::Direct | StatementKind::Indirect => &statement.frame,
    };
    let mut regions: Vec<Span> = Vec::new();
    for span in around {
        let tokens = overlapping(context.tokens, *span);
        if let Some(word) = context.words.get(tokens.start) {
            let sentence = &context.sentences[word.sentence as usize].tokens;
            let sentence = hull(context.tokens, sentence.clone());
            let region = sentence.hull(*span);
            if regions.last() != Some(&region) {
                regions.push(region);
            }
        }
    }
    let is_said = |span: Span| {
        !is_reported
            && statement
                .content
                .iter()
                .any(|content| content.overlaps(span))
    };
    let (Some(first), Some(last)) = (regions.first(), regions.last()) else {
        return Vec::new();
    };
    let speaker = statement
        .speaker
        .as_ref()
        .map_or(&[][..], |voice| &voice.spans);
    let start = all.partition_point(|link| link.span.start() < first.start());
    let near = all[start..]
        .iter()
        .take_while(|link| link.span.start() < last.end());
    let free = near.filter_map(|link| {
        let mut link = link.clone();
        let cuts = |span: &&Span| link.core.end() <= span.start() && span.overlaps(link.span);
        if speaker.iter().any(|span| cuts(&span)) {
            link.span = link.core;
        }
        let is_free = regions.iter().any(|region| region.contains(link.span))
            && (!is_said(link.span) || is_aside(context, &link))
            && !speaker.iter().any(|span| span.overlaps(link.span));
        is_free.then_some(link)
    });
    let mut links: Vec<Link> = free.collect();
    links.sort_by_key(|link| link.relation);
    links
}

/// ", wie die Agentur dpa-AFX meldet": nothing that somebody else has said.
fn is_aside(context: &Context, link: &Link) -> bool {
    let before = link.tokens.start.checked_sub(1);
    link.relation == Relation::Teller
        && context.words[link.tokens.start].quotation == 0
        && before.is_some_and(|before| context.word(before) == "wie")
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
