//! Statements, and the words that belong to them.

use super::brackets::{Misc, pairs};
use super::entities::eid;
use crate::document::{Medium, Stance, Statement, StatementId, Verdict, Voice};
use crate::exchange::extract::Extract;
use crate::exchange::loss::{Loss, Losses};
use crate::exchange::words::Words;
use crate::span::Span;

/// Adds all statements. Their numbers count from 1 in the order of the findings.
pub(super) fn add(extract: &Extract<'_>, words: &Words<'_>, misc: &mut Misc, losses: &mut Losses) {
    let text = extract.text();
    for (id, statement) in extract.findings().shown_statements() {
        let mut marks = Marks {
            words,
            misc,
            text,
            losses,
            sid: sid(id),
        };
        marks.pieces("Quote", &statement.content, &facts(extract, statement));
        marks.pieces("QuoteCue", &statement.cue, "");
        marks.pieces("QuoteFrame", &statement.frame, "");
        marks.voices("QuoteSpeaker", statement.speaker.iter());
        marks.voices("QuoteAddressee", statement.addressee.iter());
        marks.voices("QuoteVia", statement.via.iter());
    }
}

fn sid(id: StatementId) -> String {
    format!("s{}", id.0 + 1)
}

struct Marks<'m, 'a> {
    words: &'m Words<'a>,
    misc: &'m mut Misc,
    text: &'a str,
    losses: &'m mut Losses,
    sid: String,
}

impl Marks<'_, '_> {
    fn voices<'v>(&mut self, key: &'static str, voices: impl Iterator<Item = &'v Voice>) {
        let spans: Vec<Span> = voices
            .flat_map(|voice| voice.spans.iter().copied())
            .collect();
        self.pieces(key, &spans, "");
    }

    /// Brackets around each piece; facts stand with the first one only.
    fn pieces(&mut self, key: &'static str, spans: &[Span], facts: &str) {
        let covers = spans.iter().filter_map(|&span| {
            let cover = self.words.cover(span)?;
            if !cover.fits() {
                self.losses.add(Loss::Widened, span.of(self.text));
            }
            Some(cover.tokens)
        });
        let pieces: Vec<_> = covers.collect();
        if pieces.is_empty() && key == "Quote" {
            let shown = spans.first().map_or("", |span| span.of(self.text));
            self.losses.add(Loss::Statements, shown);
        }
        let n_pieces = pieces.len();
        for (number, tokens) in (1..).zip(pieces) {
            let id = if n_pieces == 1 {
                self.sid.clone()
            } else {
                format!("{}[{number}/{n_pieces}]", self.sid)
            };
            self.misc
                .bracket(key, tokens, &id, if number == 1 { facts } else { "" });
        }
    }
}

/// The statement that this one is a part of; one that was rejected is not there to stand inside of.
pub(in crate::exchange) fn outer(
    extract: &Extract<'_>,
    statement: &Statement,
) -> Option<StatementId> {
    let outer = statement.inside?;
    let verdict = extract.findings().statement(outer).verdict;
    (verdict != Verdict::Rejected).then_some(outer)
}

fn facts(extract: &Extract<'_>, statement: &Statement) -> String {
    let mut facts = Vec::new();
    let entity = |voice: &Voice| voice.entity.map(eid);
    if let Some(speaker) = &statement.speaker {
        facts.extend(entity(speaker).map(|eid| ("speaker", eid)));
        facts.push(("because", speaker.because.label().to_owned()));
    }
    let addressee = statement.addressee.as_ref().and_then(entity);
    facts.extend(addressee.map(|eid| ("addressee", eid)));
    let via: Vec<_> = statement.via.iter().filter_map(entity).collect();
    if !via.is_empty() {
        facts.push(("via", via.join("+")));
    }
    facts.extend(outer(extract, statement).map(|id| ("inside", sid(id))));
    match statement.medium {
        Medium::Speech => {}
        Medium::Writing => facts.push(("medium", "writing".to_owned())),
        Medium::Thought => facts.push(("medium", "thought".to_owned())),
    }
    if statement.stance != Stance::Neutral {
        facts.push(("stance", statement.stance.label().to_owned()));
    }
    facts.push(("salience", format!("{:.3}", statement.salience)));
    if statement.key {
        facts.push(("key", "yes".to_owned()));
    }
    if statement.confidence.get() < 1.0 {
        facts.push(("confidence", format!("{:.3}", statement.confidence.get())));
    }
    format!("-{}{}", statement.kind.label(), pairs(&facts))
}
