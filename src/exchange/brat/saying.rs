//! What lines say of marks: attributes, notes, who speaks.

use super::read::{Found, Reader};
use super::{attribute, note};
use crate::document::{Confidence, EntityId, Reason, Statement, Voice};
use crate::exchange::import::Misfit;
use crate::exchange::labels::{self, Link};
use crate::span::Span;

/// Why something does not fit, and the words that it is about.
pub(super) type Fits = Result<(), (Misfit, String)>;

impl<'a> Reader<'a> {
    pub(super) fn attribute(&mut self, label: &str, target: &str, value: &str) -> Fits {
        let target = self.trigger_or(target);
        let misfit = || {
            (
                Misfit::UnknownLabel,
                format!("{label} {value}").trim_end().to_owned(),
            )
        };
        if let Some(mention) = self.mentions.get_mut(target) {
            match label {
                attribute::FORM => mention.form = labels::named(value).ok_or_else(misfit)?,
                attribute::VERDICT => mention.verdict = labels::named(value).ok_or_else(misfit)?,
                _ => return Err(misfit()),
            }
            return Ok(());
        }
        let Some(Found { statement, .. }) = self.statements.get_mut(target) else {
            let is_mark = self.by_id.contains_key(target);
            return Err(if is_mark {
                misfit()
            } else {
                (Misfit::Dangling, target.to_owned())
            });
        };
        match label {
            attribute::VERDICT => statement.verdict = labels::named(value).ok_or_else(misfit)?,
            attribute::MEDIUM => statement.medium = labels::named(value).ok_or_else(misfit)?,
            attribute::STANCE => statement.stance = labels::named(value).ok_or_else(misfit)?,
            attribute::KEY => statement.key = true,
            _ => return Err(misfit()),
        }
        Ok(())
    }

    pub(super) fn note(&mut self, label: &'a str, target: &'a str, words: &'a str) -> Fits {
        let known = self.trigger_or(target);
        let misfit = || (Misfit::Incomplete, words.to_owned());
        let number = || words.trim().parse::<f32>().map_err(|_| misfit());
        if label == note::ARTICLE {
            self.article_note.push(words);
            return Ok(());
        }
        if label == note::BECAUSE || label.starts_with("Entity") {
            return Ok(());
        }
        if let Some(mention) = self.mentions.get_mut(known) {
            match label {
                note::CONFIDENCE => mention.confidence = Confidence::new(number()?),
                note::VALUE => mention.value = Some(words.to_owned()),
                note::READER => self.notes.entry(known).or_default().push(words),
                _ => return Err((Misfit::NoPlace, format!("{label} {words}"))),
            }
            return Ok(());
        }
        let Some(Found { statement, .. }) = self.statements.get_mut(known) else {
            return Err((Misfit::NoPlace, format!("{label} {words}")));
        };
        match label {
            note::CONFIDENCE => statement.confidence = Confidence::new(number()?),
            note::SALIENCE => statement.salience = Confidence::new(number()?).get(),
            note::READER => self.notes.entry(known).or_default().push(words),
            _ => {
                let unknown = (Misfit::NoPlace, format!("{label} {words}"));
                let (link, because) = (Link::of(label), labels::named(words));
                let (Some(link), Some(because)) = (link, because) else {
                    return Err(unknown);
                };
                let voice = Voice {
                    spans: Vec::new(),
                    entity: None,
                    because,
                };
                return place(statement, link, voice).map_err(|()| unknown);
            }
        }
        Ok(())
    }

    pub(super) fn reference(
        &mut self,
        line: &str,
        label: &str,
        target: &str,
        because: Option<Reason>,
    ) -> Fits {
        if !self.by_id.contains_key(target) {
            return Err((Misfit::Dangling, target.to_owned()));
        }
        let Some(link) = Link::of(label) else {
            return Ok(());
        };
        let entity = self.entities.of_line(line);
        let unknown = || (Misfit::NoPlace, label.to_owned());
        let found = self.statements.get_mut(target).ok_or_else(unknown)?;
        let voice = voice(Vec::new(), entity, because, found.is_ours);
        place(&mut found.statement, link, voice).map_err(|()| unknown())
    }

    pub(super) fn relation(
        &mut self,
        label: &str,
        from: &'a str,
        to: &'a str,
        because: Option<Reason>,
    ) -> Fits {
        let (from, to) = (self.trigger_or(from), self.trigger_or(to));
        for id in [from, to] {
            if !self.by_id.contains_key(id) {
                return Err((Misfit::Dangling, id.to_owned()));
            }
        }
        let unknown = (Misfit::UnknownLabel, label.to_owned());
        let link = Link::of(label).ok_or(unknown)?;
        if link == Link::Same {
            return Ok(());
        }
        let no_place = || (Misfit::NoPlace, label.to_owned());
        let are_statements = [from, to].map(|id| self.statements.contains_key(id));
        match (link, are_statements) {
            (Link::PartOf, [true, true]) => {
                if let Some(inner) = self.statements.get_mut(from) {
                    inner.outer = Some(to);
                }
                Ok(())
            }
            (_, [true, false]) => self.link(link, from, to, because).map_err(|()| no_place()),
            (_, [false, true]) => self.link(link, to, from, because).map_err(|()| no_place()),
            _ => Err(no_place()),
        }
    }

    /// The trigger is the statement, or else what announces one that has a role.
    pub(super) fn event(
        &mut self,
        label: &str,
        trigger: &'a str,
        roles: &'a [(String, String)],
    ) -> Fits {
        let all = roles
            .iter()
            .map(|(role, id)| (role.as_str(), self.trigger_or(id)));
        let all: Vec<(&str, &str)> = all.collect();
        let said = all.iter().map(|&(_, id)| id);
        let mut said = [trigger].into_iter().chain(said);
        let statement = said.find(|id| self.statements.contains_key(id));
        let no_place = |words: &str| (Misfit::NoPlace, words.to_owned());
        let statement = statement.ok_or_else(|| no_place(label))?;
        if statement != trigger {
            let is_cue = self.link(Link::Cue, statement, trigger, None);
            is_cue.map_err(|()| (Misfit::Dangling, trigger.to_owned()))?;
        }
        for (role, id) in all {
            if id == statement {
                continue;
            }
            let link = Link::of(role).ok_or_else(|| no_place(role))?;
            self.link(link, statement, id, None)
                .map_err(|()| no_place(role))?;
        }
        Ok(())
    }

    /// Gives a statement a voice or a cue.
    fn link(
        &mut self,
        link: Link,
        statement: &str,
        id: &'a str,
        because: Option<Reason>,
    ) -> Result<(), ()> {
        let mark = *self.by_id.get(id).ok_or(())?;
        let mention = self.mentions.get(id).and_then(|mention| mention.entity);
        let entity = mention.or_else(|| self.entities.of_mark(id));
        let found = self.statements.get_mut(statement).ok_or(())?;
        if link == Link::Cue {
            found.statement.cue.extend(&mark.spans);
        } else {
            let voice = voice(mark.spans.clone(), entity, because, found.is_ours);
            place(&mut found.statement, link, voice)?;
        }
        self.used.insert(id);
        Ok(())
    }

    fn trigger_or<'i>(&self, id: &'i str) -> &'i str
    where
        'a: 'i,
    {
        self.events.get(id).copied().unwrap_or(id)
    }
}

fn voice(
    spans: Vec<Span>,
    entity: Option<EntityId>,
    because: Option<Reason>,
    is_ours: bool,
) -> Voice {
    let usual = if is_ours {
        Reason::Subject
    } else {
        Reason::Reader
    };
    Voice {
        spans,
        entity,
        because: because.unwrap_or(usual),
    }
}

/// There is one speaker and one addressee, but any number on the way.
fn place(statement: &mut Statement, link: Link, voice: Voice) -> Result<(), ()> {
    let slot = match link {
        Link::SaidBy => &mut statement.speaker,
        Link::SaidTo => &mut statement.addressee,
        Link::Via => {
            statement.via.push(voice);
            return Ok(());
        }
        Link::Cue | Link::PartOf | Link::Same => return Err(()),
    };
    if slot.is_some() {
        return Err(());
    }
    *slot = Some(voice);
    Ok(())
}
