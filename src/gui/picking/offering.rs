//! Who is offered, in which order, and what comes of picking him.

use crate::document::{EntityId, Findings, Kind, Reason, Voice};
use crate::gui::command::Command;
use crate::gui::finder::{Found, fuzzy};
use crate::gui::i18n::Texts;
use crate::gui::labels;
use crate::gui::opened::Opened;
use crate::review::{Edit, Said, Who};
use crate::span::Span;
use crate::view::candidates::{Wanted, candidates};

use super::{Offer, Picking};

/// More names than this are not listed.
const MOST: usize = 80;

/// Who speaks, is spoken to, or passes on, is most often one of these.
const SPEAKERS: [Kind; 2] = [Kind::Person, Kind::Organisation];

/// What there is to offer somebody from.
pub(super) struct Offering<'a> {
    pub(super) opened: &'a Opened,
    pub(super) picking: Picking,
    /// What was typed.
    pub(super) query: &'a str,
    /// Words that are selected in the text.
    pub(super) selected: Option<Span>,
    pub(super) texts: &'a Texts,
}

impl Offering<'_> {
    fn findings(&self) -> &Findings {
        self.opened.findings()
    }

    /// Whether what somebody is picked for is still there: a correction may have taken it away.
    pub(super) fn is_possible(&self) -> bool {
        let findings = self.findings();
        match self.picking {
            Picking::Speaker(id) | Picking::Addressee(id) | Picking::Via(id) => {
                (id.0 as usize) < findings.statements.len()
            }
            Picking::Meant(id) => (id.0 as usize) < findings.mentions.len(),
            Picking::Merge(id) => (id.0 as usize) < findings.entities.len(),
        }
    }

    pub(super) fn offer(&self) -> Offer {
        let mut found = self.names();
        let n_names = found.len();
        let mut pinned = self.pinned();
        let n_pinned = pinned.len();
        // What was typed in full comes before what only has its letters.
        let fits = |found: &Found| !found.letters.is_empty() || self.query.is_empty();
        pinned.sort_by_key(|found| !fits(found));
        let n_fitting = n_names + pinned.iter().filter(|found| fits(found)).count();
        found.extend(pinned);
        Offer {
            found,
            n_pinned,
            n_fitting,
        }
    }

    /// Names that fit.
    fn names(&self) -> Vec<Found> {
        let findings = self.findings();
        let like: Vec<&str> = match self.picking {
            Picking::Merge(id) => {
                let entity = findings.entity(id);
                let aliases = entity.aliases.iter().map(String::as_str);
                std::iter::once(entity.name.as_str())
                    .chain(aliases)
                    .collect()
            }
            Picking::Meant(id) => vec![findings.mention(id).span.of(self.opened.document().text())],
            Picking::Speaker(_) | Picking::Addressee(_) | Picking::Via(_) => Vec::new(),
        };
        let (near, kind, except) = match self.picking {
            Picking::Speaker(id) | Picking::Addressee(id) | Picking::Via(id) => {
                (Some(findings.statement(id).extent()), None, None)
            }
            Picking::Meant(id) => {
                let mention = findings.mention(id);
                (Some(mention.span), Some(mention.kind), None)
            }
            Picking::Merge(id) => (None, Some(findings.entity(id).kind), Some(id)),
        };
        let kind = kind.map(|kind| [kind]);
        let wanted = Wanted {
            near,
            kinds: kind.as_ref().map_or(&SPEAKERS, |kind| kind),
            like: &like,
            except,
        };
        let candidates = candidates(findings, wanted);
        // A name is found by each of its forms.
        let mut forms: Vec<(EntityId, &str)> = Vec::new();
        for candidate in &candidates {
            let entity = findings.entity(candidate.id);
            forms.push((candidate.id, &entity.name));
            if !self.query.is_empty() {
                let others = entity.aliases.iter().filter(|&alias| *alias != entity.name);
                forms.extend(others.map(|alias| (candidate.id, alias.as_str())));
            }
        }
        let words: Vec<&str> = forms.iter().map(|&(_, form)| form).collect();
        let mut found: Vec<Found> = Vec::new();
        let mut seen: Vec<EntityId> = Vec::new();
        for fit in fuzzy::fitting(self.query, &words, 4 * MOST) {
            let Some(&(id, form)) = forms.get(fit.index) else {
                continue;
            };
            if seen.contains(&id) || MOST <= found.len() {
                continue;
            }
            seen.push(id);
            found.push(self.name(id, form, fit.letters));
        }
        found
    }

    fn name(&self, id: EntityId, form: &str, letters: Vec<u32>) -> Found {
        let entity = self.findings().entity(id);
        let beside = entity
            .office()
            .unwrap_or_else(|| self.texts.text(labels::kind(entity.kind)));
        let words = if form == entity.name {
            entity.name.clone()
        } else {
            format!("{form} · {}", entity.name)
        };
        Found {
            words,
            letters,
            beside,
            kind: Some(entity.kind),
            is_on: self.is_on(id),
            command: Command::Correct(self.edit(Who::Entity(id))),
        }
    }

    /// Whether somebody is the one already.
    fn is_on(&self, id: EntityId) -> bool {
        let findings = self.findings();
        let is_he = |voice: &Voice| voice.entity == Some(id);
        match self.picking {
            Picking::Speaker(statement) => {
                (findings.statement(statement).speaker.as_ref()).is_some_and(is_he)
            }
            Picking::Addressee(statement) => {
                (findings.statement(statement).addressee.as_ref()).is_some_and(is_he)
            }
            Picking::Via(statement) => findings.statement(statement).via.iter().any(is_he),
            Picking::Meant(mention) => findings.mention(mention).entity == Some(id),
            Picking::Merge(_) => false,
        }
    }

    /// What comes of picking somebody.
    fn edit(&self, who: Who) -> Edit {
        let entity = match who {
            Who::Entity(id) => Some(id),
            Who::Words(_) => None,
        };
        match self.picking {
            Picking::Speaker(statement) => Edit::SetSpeaker {
                statement,
                speaker: Said::By(who),
            },
            Picking::Addressee(statement) => Edit::SetAddressee {
                statement,
                addressee: Some(who),
            },
            Picking::Via(statement) => {
                let old = &self.findings().statement(statement).via;
                let mut via: Vec<Who> = old.iter().filter_map(who_is).collect();
                match via.iter().position(|&other| other == who) {
                    Some(index) => drop(via.remove(index)),
                    None => via.push(who),
                }
                Edit::SetVia { statement, via }
            }
            Picking::Meant(mention) => Edit::SetMentionEntity { mention, entity },
            Picking::Merge(from) => Edit::MergeEntities {
                from,
                into: entity.unwrap_or(from),
            },
        }
    }

    /// What is always there: nobody, the article itself, the words that are selected, what was typed.
    fn pinned(&self) -> Vec<Found> {
        let mut pinned = Vec::new();
        let texts = self.texts;
        match self.picking {
            Picking::Speaker(statement) => {
                let voice = self.findings().statement(statement).speaker.as_ref();
                self.words(&mut pinned);
                let said = |speaker| Edit::SetSpeaker { statement, speaker };
                let is_editorial = voice.is_some_and(|voice| voice.because == Reason::Editorial);
                let words = texts.text("speaker-unknown");
                pinned.push(self.always(words, voice.is_none(), said(Said::Unknown)));
                let words = texts.text("pick-editorial");
                pinned.push(self.always(words, is_editorial, said(Said::Editorial)));
            }
            Picking::Addressee(statement) => {
                self.words(&mut pinned);
                let is_on = self.findings().statement(statement).addressee.is_none();
                let edit = Edit::SetAddressee {
                    statement,
                    addressee: None,
                };
                pinned.push(self.always(texts.text("pick-nobody"), is_on, edit));
            }
            Picking::Via(statement) => {
                self.words(&mut pinned);
                let is_on = self.findings().statement(statement).via.is_empty();
                let via = Vec::new();
                let edit = Edit::SetVia { statement, via };
                pinned.push(self.always(texts.text("pick-nobody"), is_on, edit));
            }
            Picking::Meant(mention) => {
                let found = self.findings().mention(mention);
                if !self.query.is_empty() && found.kind.is_name() {
                    let edit = Edit::SplitEntity {
                        mentions: vec![mention],
                        name: self.query.to_owned(),
                    };
                    pinned.push(self.typed("pick-new", self.query, edit));
                }
                let edit = Edit::SetMentionEntity {
                    mention,
                    entity: None,
                };
                let is_on = found.entity.is_none();
                pinned.push(self.always(texts.text("pick-none"), is_on, edit));
            }
            Picking::Merge(_) => {}
        }
        pinned
    }

    /// Words of the article: those that are selected, or those that were typed.
    fn words(&self, pinned: &mut Vec<Found>) {
        let text = self.opened.document().text();
        if let Some(span) = self.selected {
            let words = one_line(span.of(text));
            pinned.push(self.typed("pick-selected", &words, self.edit(Who::Words(span))));
        }
        let near = match self.picking {
            Picking::Speaker(id) | Picking::Addressee(id) | Picking::Via(id) => {
                self.findings().statement(id).extent()
            }
            Picking::Meant(_) | Picking::Merge(_) => return,
        };
        let is_name = |name: &String| name == self.query;
        let mut entities = self.findings().entities.iter();
        if self.query.is_empty() || entities.any(|entity| is_name(&entity.name)) {
            return;
        }
        if let Some(span) = nearest(text, self.query, near) {
            pinned.push(self.typed("pick-words", self.query, self.edit(Who::Words(span))));
        }
    }

    /// Something to pick that what was typed has made.
    fn typed(&self, key: &str, words: &str, edit: Edit) -> Found {
        let shown = self.texts.with(key, &[("words", words.into())]);
        // It fits, since it is what was typed or selected.
        let begin = shown
            .find(words)
            .map_or(0, |at| shown[..at].chars().count());
        let letters = begin..begin + words.chars().count();
        Found {
            letters: letters.map(|letter| letter as u32).collect(),
            words: shown,
            beside: String::new(),
            kind: None,
            is_on: false,
            command: Command::Correct(edit),
        }
    }

    fn always(&self, words: String, is_on: bool, edit: Edit) -> Found {
        let fit = fuzzy::fitting(self.query, &[&words], 1).pop();
        Found {
            letters: fit.map(|fit| fit.letters).unwrap_or_default(),
            words,
            beside: String::new(),
            kind: None,
            is_on,
            command: Command::Correct(edit),
        }
    }
}

/// Who a voice is, to be said again.
fn who_is(voice: &Voice) -> Option<Who> {
    let words = voice.spans.iter().copied().reduce(Span::hull);
    match voice.entity {
        Some(id) => Some(Who::Entity(id)),
        None => words.map(Who::Words),
    }
}

/// The place of some words that is nearest to another place.
fn nearest(text: &str, words: &str, near: Span) -> Option<Span> {
    let places = text.match_indices(words);
    let spans = places.map(|(start, found)| Span::new(start, start + found.len()));
    spans
        .filter(|span| is_whole(text, *span))
        .min_by_key(|span| {
            let after = span.start().saturating_sub(near.end());
            after.max(near.start().saturating_sub(span.end()))
        })
}

/// Whether a place neither begins nor ends inside a word.
fn is_whole(text: &str, span: Span) -> bool {
    let is_letter = |letter: char| letter.is_alphanumeric();
    let before = text[..span.start()].chars().next_back();
    let after = text[span.end()..].chars().next();
    !before.is_some_and(is_letter) && !after.is_some_and(is_letter)
}

/// A place without the white space at its ends.
pub(super) fn trimmed(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let start = span.start() + (words.len() - words.trim_start().len());
    let end = start + words.trim().len();
    Span::new(start.min(end), end)
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
