//! What is marked, layer by layer.

use std::collections::BTreeMap;

use crate::document::{EntityId, Form, Kind, Medium, Mention, Stance, Statement, StatementId};
use crate::exchange::conllu::statements::outer;
use crate::exchange::extract::Extract;
use crate::exchange::loss::{Loss, Losses};
use crate::exchange::table::name_of;
use crate::exchange::words::Words;
use crate::span::Span;

/// A mark with its number, which is unique in the file.
pub(super) struct Mark {
    pub id: usize,
    pub span: Span,
    pub layer: Layer,
}

pub(super) enum Layer {
    Name {
        identifier: Option<String>,
        value: String,
    },
    Statement(Part),
    /// The number of a chain, and of the mark in it.
    Link {
        chain: usize,
        place: usize,
        value: String,
    },
}

/// A part of a statement; the values in the order of the columns.
pub(super) struct Part {
    pub role: &'static str,
    pub values: [Option<String>; 8],
    /// The number of the first piece of what is said, where this is another part.
    pub of: Option<usize>,
}

/// All marks that cover more than white space, numbered from 1.
pub(super) fn of(extract: &Extract<'_>, words: &Words<'_>, losses: &mut Losses) -> Vec<Mark> {
    let mut marks = Marks {
        extract,
        words,
        list: Vec::new(),
    };
    marks.names(losses);
    marks.chains();
    for (id, statement) in extract.findings().shown_statements() {
        marks.statement(id, statement, losses);
    }
    marks.list
}

struct Marks<'m, 'a> {
    extract: &'m Extract<'a>,
    words: &'m Words<'a>,
    list: Vec<Mark>,
}

impl Marks<'_, '_> {
    /// Adds a mark and gives its number; nothing if it covers white space only.
    fn add(&mut self, span: Span, layer: Layer) -> Option<usize> {
        self.words.cover(span)?;
        let id = self.list.len() + 1;
        self.list.push(Mark { id, span, layer });
        Some(id)
    }

    fn names(&mut self, losses: &mut Losses) {
        let findings = self.extract.findings();
        for (_, mention) in findings.shown_mentions() {
            let layer = Layer::Name {
                identifier: mention.entity.map(|id| findings.entity(id).name.clone()),
                value: label(mention),
            };
            if self.add(mention.span, layer).is_none() {
                losses.count(Loss::Mentions, 1);
            }
        }
    }

    fn chains(&mut self) {
        let mut chains: BTreeMap<EntityId, Vec<&Mention>> = BTreeMap::new();
        let extract = self.extract;
        for (_, mention) in extract.findings().shown_mentions() {
            if let Some(entity) = mention.entity.filter(|_| mention.refers()) {
                chains.entry(entity).or_default().push(mention);
            }
        }
        let mut chain = 0;
        for mentions in chains.into_values() {
            let seen = mentions
                .iter()
                .filter(|mention| self.words.cover(mention.span).is_some());
            if seen.count() < 2 {
                continue;
            }
            chain += 1;
            let mut place = 1;
            for mention in mentions {
                let value = label(mention);
                if self
                    .add(
                        mention.span,
                        Layer::Link {
                            chain,
                            place,
                            value,
                        },
                    )
                    .is_some()
                {
                    place += 1;
                }
            }
        }
    }

    fn statement(&mut self, id: StatementId, statement: &Statement, losses: &mut Losses) {
        let sid = |id: StatementId| format!("s{}", id.0 + 1);
        let name = Some(sid(id));
        let mut first = None;
        for &span in &statement.content {
            let medium = match statement.medium {
                Medium::Speech => None,
                Medium::Writing => Some("writing".to_owned()),
                Medium::Thought => Some("thought".to_owned()),
            };
            let stance = Some(statement.stance).filter(|&stance| stance != Stance::Neutral);
            let values = [
                None,
                outer(self.extract, statement).map(sid),
                statement.key.then(|| "yes".to_owned()),
                Some(statement.kind.label().to_owned()),
                medium,
                Some("content".to_owned()),
                stance.map(|stance| stance.label().to_owned()),
                name.clone(),
            ];
            let part = Part {
                role: "content",
                values,
                of: first,
            };
            let added = self.add(span, Layer::Statement(part));
            first = first.or(added);
        }
        if first.is_none() {
            losses.count(Loss::Statements, 1);
            return;
        }
        let mut parts: Vec<(Span, &'static str, Option<String>)> = Vec::new();
        parts.extend(statement.cue.iter().map(|&span| (span, "cue", None)));
        parts.extend(statement.frame.iter().map(|&span| (span, "frame", None)));
        let speaker = statement.speaker.iter().map(|voice| ("speaker", voice));
        let addressee = statement.addressee.iter().map(|voice| ("addressee", voice));
        let via = statement.via.iter().map(|voice| ("via", voice));
        for (role, voice) in speaker.chain(addressee).chain(via) {
            let entity = name_of(self.extract.text(), self.extract.findings(), voice);
            if voice.spans.is_empty() {
                losses.add(Loss::Speakers, entity.as_deref().unwrap_or_default());
            }
            let spans = voice.spans.iter();
            parts.extend(spans.map(|&span| (span, role, entity.clone())));
        }
        for (span, role, entity) in parts {
            let named_role = Some(role.to_owned());
            let values = [
                entity,
                None,
                None,
                None,
                None,
                named_role,
                None,
                name.clone(),
            ];
            let part = Part {
                role,
                values,
                of: first,
            };
            self.add(span, Layer::Statement(part));
        }
    }
}

fn label(mention: &Mention) -> String {
    let kind = match mention.kind {
        Kind::Person => "PER",
        Kind::Organisation => "ORG",
        Kind::Location => "LOC",
        Kind::Other => "OTH",
        Kind::Role => "ROLE",
        Kind::Date => "DATE",
        Kind::Time => "TIME",
        Kind::Duration => "DURATION",
        Kind::Amount => "AMOUNT",
    };
    let ending = match mention.form {
        Form::Derived => "deriv",
        Form::Part => "part",
        Form::Name | Form::Description | Form::Pronoun => "",
    };
    format!("{kind}{ending}")
}
