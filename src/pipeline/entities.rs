//! Who or what the names of an article refer to: surname and full name, genitive, abbreviation, derived word, role.
//!
//! Two persons with one surname stay apart, a bare surname means the one named last before it; names of different kinds
//! stay apart. Limits: nicknames, married names and translations ("Vereinigtes Königreich", "Großbritannien") are not known.

mod abbreviations;
mod people;
mod role_words;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use self::people::People;
use self::role_words::RoleWords;
use super::roles::{Tie, ties};
use crate::document::{
    Entity, EntityId, Form, Kind, Mention, PartOfSpeech, Tag, Token, overlapping,
};
use crate::german::inflection::{
    long_form, nominative, origin, part_names, stem_key, without_article, without_genitive,
};
use crate::german::lexicon::Lexicon;

/// Links the mentions of an article to entities. Mentions may come in any order; they go out sorted by start, longer first.
///
/// "Sergej Lawrow", "Lawrows" and, where the text has tied the role to the name, "der russische Außenminister" are one entity.
pub fn entities(
    text: &str,
    tokens: &[Token],
    tags: &[Tag],
    lexicon: &Lexicon,
    mut mentions: Vec<Mention>,
) -> (Vec<Mention>, Vec<Entity>) {
    mentions.sort_by(|a, b| {
        (a.span.start(), b.span.end(), a.kind, a.form).cmp(&(
            b.span.start(),
            a.span.end(),
            b.kind,
            b.form,
        ))
    });
    let names: Vec<usize> = (0..mentions.len())
        .filter(|&index| mentions[index].kind.is_name())
        .collect();
    let named: Vec<Mention> = names.iter().map(|&index| mentions[index].clone()).collect();
    let roles: Vec<Mention> = mentions
        .iter()
        .filter(|mention| mention.kind == Kind::Role)
        .cloned()
        .collect();
    let ties = ties(text, tokens, &roles, &named);

    let mut register = Register::new(text, tokens, tags, lexicon, &named);
    register.link_names(&named);
    register.link_abbreviations(&named);
    register.link_derived(&named);
    for (&index, &draft) in names.iter().zip(&register.draft_of) {
        mentions[index].entity = draft.map(|draft| EntityId(draft as u32));
    }
    register.link_roles(&mut mentions, &ties, &names);
    register.finish(mentions)
}

/// An entity in the making.
#[derive(Clone, Debug)]
struct Draft {
    kind: Kind,
    name: String,
    /// Forms of the text, in the nominative.
    forms: BTreeSet<String>,
    /// What the text says of a person, in text order.
    roles: Vec<String>,
    party: Option<String>,
    /// Which draft it turned out to be the same as.
    same_as: Option<usize>,
}

/// All entities in the making, with what finds them.
struct Register<'a> {
    text: &'a str,
    tokens: &'a [Token],
    tags: &'a [Tag],
    lexicon: &'a Lexicon,
    /// Names of the article just as they stand.
    seen: BTreeSet<&'a str>,
    drafts: Vec<Draft>,
    /// Per name mention its draft.
    draft_of: Vec<Option<usize>>,
    people: People,
    things: HashMap<(Kind, String), usize>,
}

impl<'a> Register<'a> {
    fn new(
        text: &'a str,
        tokens: &'a [Token],
        tags: &'a [Tag],
        lexicon: &'a Lexicon,
        names: &[Mention],
    ) -> Self {
        let full = names
            .iter()
            .filter(|name| name.form == Form::Name)
            .map(|name| name.span.of(text));
        // Each word of a name counts: "Assads" is a genitive where "Baschar al-Assad" stands.
        let seen = full
            .flat_map(|name| name.split_whitespace().chain([name]))
            .collect();
        Self {
            text,
            tokens,
            tags,
            lexicon,
            seen,
            drafts: Vec::new(),
            draft_of: vec![None; names.len()],
            people: People::default(),
            things: HashMap::new(),
        }
    }

    /// The name of a mention in the nominative, in one line, without quotation marks around it.
    fn nominative(&self, mention: &Mention) -> String {
        let surface = mention.span.of(self.text);
        let surface = surface.trim_matches(['„', '“', '"', '»', '«', '‚', '‘', '›', '‹']);
        let line = surface.split_whitespace().collect::<Vec<_>>().join(" ");
        let after = overlapping(self.tokens, mention.span).end;
        let before_noun = self
            .tags
            .get(after)
            .is_some_and(|tag| tag.part_of_speech == PartOfSpeech::Noun);
        let name = nominative(&line, self.lexicon, before_noun, |stem| {
            self.seen.contains(stem)
        });
        if mention.kind == Kind::Person {
            name
        } else {
            without_article(&name, self.lexicon)
        }
    }

    fn add(&mut self, kind: Kind, name: String) -> usize {
        self.drafts.push(Draft {
            kind,
            forms: BTreeSet::from([name.clone()]),
            name,
            roles: Vec::new(),
            party: None,
            same_as: None,
        });
        self.drafts.len() - 1
    }

    fn link_names(&mut self, names: &[Mention]) {
        for (index, mention) in names
            .iter()
            .enumerate()
            .filter(|(_, name)| name.form == Form::Name)
        {
            let name = self.nominative(mention);
            if name.is_empty() {
                continue;
            }
            let draft = if mention.kind == Kind::Person {
                let found = self.people.find(&name);
                let draft = found.unwrap_or_else(|| self.add(Kind::Person, name.clone()));
                self.people.remember(&name, draft);
                draft
            } else {
                self.thing(mention.kind, &name)
            };
            self.draft_of[index] = Some(draft);
            let draft = &mut self.drafts[draft];
            // The fullest form is the name.
            if mention.kind == Kind::Person
                && draft.name.split(' ').count() < name.split(' ').count()
            {
                draft.name.clone_from(&name);
            }
            draft.forms.insert(name);
        }
    }

    /// The organisation, location or other thing of this name, made if it is new.
    fn thing(&mut self, kind: Kind, name: &str) -> usize {
        let key = (kind, stem_key(name));
        if let Some(&known) = self.things.get(&key) {
            return known;
        }
        let draft = self.add(kind, name.to_owned());
        self.things.insert(key, draft);
        draft
    }

    /// "Weltgesundheitsorganisation (WHO)", or both forms of a list anywhere: one entity, named by the long form.
    fn link_abbreviations(&mut self, names: &[Mention]) {
        let mut pairs = abbreviations::in_brackets(self.text, self.tokens, names)
            .filter_map(|(long, short)| Some((self.draft_of[long]?, self.draft_of[short]?)))
            .collect::<Vec<_>>();
        let mut by_initials: HashMap<String, usize> = HashMap::new();
        for (index, draft) in self.drafts.iter().enumerate().rev() {
            if let Some(initials) =
                abbreviations::initials(&draft.name).filter(|_| draft.kind != Kind::Person)
            {
                by_initials.insert(initials, index);
            }
        }
        for (index, draft) in self
            .drafts
            .iter()
            .enumerate()
            .filter(|(_, draft)| draft.kind != Kind::Person)
        {
            let listed = long_form(&draft.name)
                .and_then(|long| self.things.get(&(draft.kind, stem_key(long))));
            let initials = by_initials
                .get(&draft.name)
                .filter(|&&long| self.drafts[long].kind == draft.kind);
            pairs.extend(listed.or(initials).map(|&long| (long, index)));
        }
        for (long, short) in pairs {
            self.unite(long, short);
        }
    }

    /// Makes two drafts one; the name of the first is kept.
    fn unite(&mut self, kept: usize, joined: usize) {
        let (kept, joined) = (self.root(kept), self.root(joined));
        if kept == joined {
            return;
        }
        let forms = std::mem::take(&mut self.drafts[joined].forms);
        self.drafts[kept].forms.extend(forms);
        self.drafts[joined].same_as = Some(kept);
    }

    fn root(&self, mut draft: usize) -> usize {
        while let Some(same) = self.drafts[draft].same_as {
            draft = same;
        }
        draft
    }

    /// "russischen", "US-Außenminister", "CDU-Politiker": linked to what they come from, which is made if it is only known from a list.
    fn link_derived(&mut self, names: &[Mention]) {
        for (index, mention) in names.iter().enumerate() {
            let surface = mention.span.of(self.text);
            self.draft_of[index] = match mention.form {
                Form::Derived => self.derived(mention.kind, surface),
                Form::Part => self.part(mention.kind, surface),
                Form::Name | Form::Description | Form::Pronoun => self.draft_of[index],
            };
        }
    }

    fn derived(&mut self, kind: Kind, surface: &str) -> Option<usize> {
        if let Some(place) = origin(surface) {
            return Some(self.thing(Kind::Location, place));
        }
        // "Mainzer", "Al-Maadier": a place of this article with an ending.
        let stems = [
            "erinnen", "ern", "ers", "er", "ischen", "ische", "ischer", "isches", "ischem",
        ];
        let known = stems.iter().find_map(|ending| {
            self.things
                .get(&(kind, stem_key(surface.strip_suffix(ending)?)))
        });
        known.copied()
    }

    fn part(&mut self, kind: Kind, surface: &str) -> Option<usize> {
        let kinds = [kind, Kind::Organisation, Kind::Location, Kind::Other];
        for name in part_names(surface) {
            let name = without_genitive(name)
                .filter(|stem| self.seen.contains(stem))
                .unwrap_or(name);
            if let Some(&known) = kinds
                .iter()
                .find_map(|&kind| self.things.get(&(kind, stem_key(name))))
            {
                return Some(known);
            }
            if kind == Kind::Person
                && let Some(known) = self.people.find(name)
            {
                return Some(known);
            }
        }
        let (first, _) = surface.split_once('-')?;
        let first = part_names(first).next()?;
        (2 <= first.chars().count() && kind != Kind::Person).then(|| self.thing(kind, first))
    }

    /// Gives persons their roles, and later roles their persons.
    fn link_roles(&mut self, mentions: &mut [Mention], ties: &[Tie], names: &[usize]) {
        let mut tied: BTreeMap<usize, usize> = BTreeMap::new();
        for tie in ties {
            let Some(draft) = self.draft_of[tie.person].map(|draft| self.root(draft)) else {
                continue;
            };
            let person = &mut self.drafts[draft];
            if tie.is_party {
                person.party.get_or_insert_with(|| tie.title.clone());
            } else {
                if !person.roles.contains(&tie.title) {
                    person.roles.push(tie.title.clone());
                }
                tied.insert(tie.span.start(), draft);
            }
        }
        let mut words = RoleWords::default();
        for mention in mentions
            .iter_mut()
            .filter(|mention| mention.kind == Kind::Role)
        {
            let run = overlapping(self.tokens, mention.span);
            let draft = if let Some(&draft) = tied.get(&mention.span.start()) {
                words.remember(mention.span.of(self.text), draft);
                Some(draft)
            } else {
                let article = run
                    .start
                    .checked_sub(1)
                    .map_or("", |before| self.tokens[before].span.of(self.text));
                words.find(article, mention.span.of(self.text))
            };
            mention.entity = draft.map(|draft| EntityId(draft as u32));
        }
        debug_assert!(names.iter().all(|&index| mentions[index].kind.is_name()));
    }

    /// Numbers the entities in the order in which the article names them.
    fn finish(self, mut mentions: Vec<Mention>) -> (Vec<Mention>, Vec<Entity>) {
        let mut number: HashMap<usize, u32> = HashMap::new();
        let mut entities = Vec::new();
        for mention in &mut mentions {
            let Some(EntityId(draft)) = mention.entity else {
                continue;
            };
            let draft = self.root(draft as usize);
            let id = *number.entry(draft).or_insert_with(|| {
                entities.push(entity(&self.drafts[draft]));
                entities.len() as u32 - 1
            });
            mention.entity = Some(EntityId(id));
        }
        (mentions, entities)
    }
}

fn entity(draft: &Draft) -> Entity {
    // The fullest role says most: "russischer Außenminister" rather than "Minister".
    let role = draft
        .roles
        .iter()
        .rev()
        .max_by_key(|role| role.chars().count());
    Entity {
        name: draft.name.clone(),
        kind: draft.kind,
        role: role.cloned(),
        party: draft.party.clone(),
        aliases: draft
            .forms
            .iter()
            .filter(|form| **form != draft.name)
            .cloned()
            .collect(),
        note: String::new(),
    }
}

#[cfg(test)]
mod tests;
