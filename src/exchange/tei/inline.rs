//! The elements around words: names and statements with all their attributes.

use std::collections::BTreeMap;

use super::layout::{Event, Mark, What};
use super::value;
use crate::document::{
    Form, Kind, Medium, Mention, MentionId, Stance, StatementId, StatementKind, Verdict, Voice,
};
use crate::exchange::extract::Extract;
use crate::exchange::xml::Tag;

/// The name of the element around a mention.
pub(super) fn element(mention: &Mention) -> &'static str {
    match mention.kind {
        Kind::Role => "roleName",
        Kind::Date | Kind::Duration => "date",
        Kind::Time => "time",
        Kind::Amount => "measure",
        kind if mention.form == Form::Name => match kind {
            Kind::Person => "persName",
            Kind::Organisation => "orgName",
            Kind::Location => "placeName",
            _ => "name",
        },
        _ => "rs",
    }
}

/// Writes start tags, and counts the pieces of statements while doing so.
pub(super) struct Tags<'a> {
    extract: &'a Extract<'a>,
    /// How many elements a statement has.
    totals: BTreeMap<StatementId, usize>,
    /// How many of them are written.
    written: BTreeMap<StatementId, usize>,
}

impl<'a> Tags<'a> {
    pub fn new(extract: &'a Extract<'a>, events: &[Vec<Event>], apart: &[Mark]) -> Self {
        let mut totals = BTreeMap::new();
        let opened = events.iter().flatten().filter_map(|event| match event {
            Event::Open(what) => Some(*what),
            Event::Text(_) | Event::Close(_) | Event::Anchor(_) => None,
        });
        for what in opened.chain(apart.iter().map(|mark| mark.what)) {
            if let What::Said(id, _) = what {
                *totals.entry(id).or_insert(0) += 1;
            }
        }
        Self {
            extract,
            totals,
            written: BTreeMap::new(),
        }
    }

    /// Whether some words of a statement are in the text.
    pub fn is_placed(&self, id: StatementId) -> bool {
        self.totals.contains_key(&id)
    }

    /// The next piece of a statement.
    pub fn said(&mut self, id: StatementId, piece: usize) -> Tag {
        let statement = self.extract.findings().statement(id);
        let tag = self.link(Tag::new("said"), id, piece);
        let who = |voice: &Option<Voice>, name: &str| pointer(voice.as_ref(), id, name);
        let is_direct = statement.kind == StatementKind::Direct;
        let is_aloud = statement.medium == Medium::Speech;
        tag.maybe("who", who(&statement.speaker, "speaker"))
            .maybe("toWhom", who(&statement.addressee, "addressee"))
            .with("aloud", is_aloud.to_string())
            .with("direct", is_direct.to_string())
    }

    /// Ids, links between the pieces, and what every piece says of its statement.
    pub fn link(&mut self, tag: Tag, id: StatementId, piece: usize) -> Tag {
        let statement = self.extract.findings().statement(id);
        let index = self.written.entry(id).or_insert(0);
        let name = |index: usize| match index {
            0 => format!("s{}", id.0),
            _ => format!("s{}.{}", id.0, index + 1),
        };
        let total = self.totals.get(&id).copied().unwrap_or_default();
        let tag = tag
            .with("xml:id", name(*index))
            .with("n", (piece + 1).to_string())
            .maybe(
                "prev",
                index
                    .checked_sub(1)
                    .map(|before| format!("#{}", name(before))),
            )
            .maybe(
                "next",
                (*index + 1 < total).then(|| format!("#{}", name(*index + 1))),
            );
        *index += 1;
        let mut labels = vec![format!("#kind-{}", statement.kind.label())];
        match statement.medium {
            Medium::Speech => {}
            Medium::Writing => labels.push("#medium-writing".into()),
            Medium::Thought => labels.push("#medium-thought".into()),
        }
        if statement.stance != Stance::Neutral {
            labels.push(format!("#stance-{}", statement.stance.label()));
        }
        if statement.key {
            labels.push("#key".into());
        }
        labels.extend(verdict(statement.verdict));
        tag.with("cert", certainty(statement.confidence.get()))
            .with("ana", labels.join(" "))
    }

    /// A name, date or amount.
    pub fn name(&self, id: MentionId) -> Tag {
        let mention = self.extract.findings().mention(id);
        let tag = Tag::new(element(mention)).with("xml:id", format!("m{}", id.0));
        let tag = match element(mention) {
            "persName" | "orgName" | "placeName" => tag,
            "name" => tag.with("type", "other"),
            "rs" => tag
                .with("type", mention.kind.label())
                .with("subtype", mention.form.label()),
            _ => tag.with("type", mention.kind.label()).maybe(
                "subtype",
                (mention.form != Form::Description).then(|| mention.form.label()),
            ),
        };
        let entity = mention.entity.map(|id| format!("#e{}", id.0));
        let tag = match mention.kind {
            Kind::Amount => tag.maybe("corresp", entity),
            _ => tag.maybe("ref", entity),
        };
        let tag = tag
            .with("cert", certainty(mention.confidence.get()))
            .maybe("ana", verdict(mention.verdict));
        let Some(value) = mention.value.as_deref() else {
            return tag;
        };
        match mention.kind {
            Kind::Date | Kind::Time | Kind::Duration => value::of_date(value)
                .into_iter()
                .fold(tag, |tag, (name, value)| tag.with(name, value)),
            Kind::Amount => value::of_amount(value)
                .into_iter()
                .fold(tag, |tag, (name, value)| tag.with(name, value)),
            Kind::Person | Kind::Organisation | Kind::Location | Kind::Other | Kind::Role => {
                tag.with("n", value)
            }
        }
    }
}

/// Whom a voice means: an entity, or else the words in `standOff`.
pub(super) fn pointer(voice: Option<&Voice>, id: StatementId, name: &str) -> Option<String> {
    let voice = voice?;
    match voice.entity {
        Some(entity) => Some(format!("#e{}", entity.0)),
        None => Some(format!("#s{}.{name}", id.0)),
    }
}

/// Between 0 and 1, as TEI writes probabilities.
pub(super) fn certainty(confidence: f32) -> String {
    format!("{confidence:.3}")
}

/// Nothing where the reader has said nothing.
pub(super) fn verdict(verdict: Verdict) -> Option<String> {
    (verdict != Verdict::Open).then(|| format!("#verdict-{}", verdict.label()))
}
