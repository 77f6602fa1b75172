//! All entities in the making, with what finds them.

mod told;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::draft::Draft;
use super::people::{Naming, persons};
use super::person_names::PersonName;
use super::{abbreviations, derived, things};
use crate::document::{Form, Kind, Mention, PartOfSpeech, overlapping};
use crate::german::aliases;
use crate::german::gender::{Gender, gender};
use crate::german::inflection::{
    head_nominative, nominative, person_nominative, without_article, without_genitive,
};
use crate::german::lexicon::Classes;
use crate::german::titles;
use crate::pipeline::personal::Told;
use crate::pipeline::words::Words;

/// All entities in the making.
pub struct Register<'a> {
    /// The article.
    pub words: Words<'a>,
    /// Entities, some of them the same as others.
    pub drafts: Vec<Draft>,
    /// Per name mention its draft.
    pub draft_of: Vec<Option<usize>>,
    /// Names of the article just as they stand, and the words in them.
    seen: BTreeSet<&'a str>,
    things: HashMap<String, usize>,
    /// Surname and full name of a person → draft.
    persons: HashMap<String, usize>,
    /// What the reader has taught.
    told: &'a Told<'a>,
}

impl<'a> Register<'a> {
    /// Knows the names, but links none.
    pub fn new(words: Words<'a>, names: &[Mention], told: &'a Told<'a>) -> Self {
        let full = names
            .iter()
            .filter(|name| name.form == Form::Name)
            .map(|name| name.span.of(words.text));
        // Each word of a name counts: "Assads" is a genitive where "Baschar al-Assad" stands.
        let seen = full
            .flat_map(|name| name.split_whitespace().chain([name]))
            .collect();
        Self {
            words,
            drafts: Vec::new(),
            draft_of: vec![None; names.len()],
            seen,
            things: HashMap::new(),
            persons: HashMap::new(),
            told,
        }
    }

    /// The name of a mention in the nominative, in one line, without quotation marks around it.
    fn nominative(&self, mention: &Mention) -> String {
        if let Some(told) = self.told.at(mention.span) {
            return told.name.to_owned();
        }
        let surface = mention.span.of(self.words.text);
        let surface = surface.trim_matches(['„', '“', '"', '»', '«', '‚', '‘', '›', '‹']);
        let line = surface.split_whitespace().collect::<Vec<_>>().join(" ");
        let after = overlapping(self.words.tokens, mention.span).end;
        let tag = self.words.tags.get(after);
        let before_noun = tag.is_some_and(|tag| tag.part_of_speech == PartOfSpeech::Noun);
        let lexicon = self.words.lexicon;
        let is_seen = |stem: &str| self.seen.contains(stem);
        if mention.kind == Kind::Person {
            return person_nominative(&line, lexicon, before_noun, is_seen);
        }
        let name = nominative(&line, lexicon, before_noun, is_seen);
        let name = head_nominative(&name, lexicon);
        aliases::spelled(&name).map_or_else(|| without_article(&name, lexicon), str::to_owned)
    }

    fn add(&mut self, kind: Kind, name: &str) -> usize {
        self.drafts.push(Draft {
            kind,
            name: name.to_owned(),
            forms: BTreeMap::new(),
            roles: Vec::new(),
            party: None,
            gender: None,
            told: None,
            same_as: None,
        });
        self.drafts.len() - 1
    }

    /// Links the names of persons.
    pub fn link_persons(&mut self, names: &[Mention]) {
        let of_persons = names
            .iter()
            .enumerate()
            .filter(|(_, name)| name.form == Form::Name && name.kind == Kind::Person);
        let mut forms: Vec<(usize, String)> = of_persons
            .map(|(index, mention)| (index, self.nominative(mention)))
            .collect();
        // "Williams" is the genitive of nobody where "Robbie Williams" stands.
        let surnames: BTreeSet<String> = forms
            .iter()
            .filter_map(|(_, name)| Some(name.rsplit_once(' ')?.1.to_owned()))
            .collect();
        for (index, name) in &mut forms {
            let span = names[*index].span;
            let surface = span.of(self.words.text);
            if surnames.contains(surface) && self.told.at(span).is_none() {
                surface.clone_into(name);
            }
        }
        let mut namings = Vec::new();
        let mut named: Vec<(usize, &str)> = Vec::new();
        for (index, form) in &forms {
            if let Some(name) = PersonName::new(form) {
                namings.push(self.naming(&names[*index], form, name));
                named.push((*index, form));
            }
        }
        let numbers = persons(&namings);
        let mut draft_of: HashMap<usize, usize> = HashMap::new();
        for (((index, form), number), naming) in named.into_iter().zip(numbers).zip(namings) {
            let draft = draft_of.get(&number).copied();
            let draft = draft.unwrap_or_else(|| self.add(Kind::Person, form));
            draft_of.insert(number, draft);
            self.draft_of[index] = Some(draft);
            *self.drafts[draft].forms.entry(form.to_owned()).or_default() += 1;
            self.note(draft, &names[index]);
            let known = &mut self.drafts[draft];
            known.gender = known.gender.or(naming.gender);
            for key in [naming.name.surname.as_str(), &form.to_lowercase()] {
                self.persons.entry(key.to_owned()).or_insert(draft);
            }
        }
    }

    fn naming(&self, mention: &Mention, form: &str, name: PersonName) -> Naming {
        let first = self.words.first_token(mention.span);
        let before = self.words.before(first);
        let title = titles::look_up(before).filter(|title| !titles::is_relation(&title.word));
        let address = match before {
            "Frau" => Some(Gender::Feminine),
            "Herr" | "Herrn" => Some(Gender::Masculine),
            _ => None,
        };
        // "Papst Franziskus", but not "Koch" alone.
        let own_title = form
            .split_once(' ')
            .and_then(|(own, _)| titles::look_up(own));
        let told = address.or_else(|| title.as_ref().or(own_title.as_ref())?.gender);
        let by_name = || {
            if name.first.is_empty() {
                None
            } else {
                gender(form, None)
            }
        };
        Naming {
            sentence: self.words.sentence(first),
            gender: told.or_else(by_name),
            title: title.map(|title| title.word).filter(|_| address.is_none()),
            name,
        }
    }

    /// Links the names of organisations, places and other things.
    pub fn link_things(&mut self, names: &[Mention]) {
        for (index, mention) in names.iter().enumerate() {
            if mention.form != Form::Name || mention.kind == Kind::Person {
                continue;
            }
            let name = self.nominative(mention);
            if name.is_empty() {
                continue;
            }
            let draft = self.thing(mention.kind, &name);
            self.draft_of[index] = Some(draft);
            *self.drafts[draft].forms.entry(name).or_default() += 1;
            self.note(draft, mention);
        }
    }

    /// The organisation, location or other thing of this name, made if it is new.
    fn thing(&mut self, kind: Kind, name: &str) -> usize {
        let key = things::key(name);
        if let Some(&known) = self.things.get(&key) {
            return known;
        }
        let (name, kind) = aliases::look_up(name).map_or((name, kind), |it| (it.name, it.kind));
        let draft = self.add(kind, name);
        self.things.insert(key, draft);
        draft
    }

    /// "Weltgesundheitsorganisation (WHO)", and initials anywhere: one entity.
    pub fn link_abbreviations(&mut self, names: &[Mention]) {
        let words = &self.words;
        let mut pairs = abbreviations::in_brackets(words, names)
            .filter_map(|(long, short)| Some((self.draft_of[long]?, self.draft_of[short]?)))
            .collect::<Vec<_>>();
        let is_thing = |draft: &&(usize, &Draft)| draft.1.kind != Kind::Person;
        let forms = || {
            let things = self.drafts.iter().enumerate();
            let things = things.filter(|draft| is_thing(&draft));
            things.flat_map(|(index, draft)| draft.forms.keys().map(move |form| (index, form)))
        };
        let mut by_initials: HashMap<String, usize> = HashMap::new();
        for (index, form) in forms() {
            for initials in abbreviations::initials(form) {
                by_initials.entry(initials).or_insert(index);
            }
        }
        for (index, form) in forms() {
            if let Some(&long) = by_initials.get(form.as_str()) {
                pairs.push((long, index));
            }
        }
        for (long, short) in pairs {
            self.unite(long, short);
        }
    }

    /// "Mitiga" is "Flughafen Mitiga" where only one longer name fits.
    pub fn link_short_forms(&mut self) {
        /// With more names than that an article is a list, in which short forms mean little.
        const MOST: usize = 400;
        let shown: Vec<(usize, String, Kind)> = (0..self.drafts.len())
            .filter(|&draft| self.root(draft) == draft && self.drafts[draft].kind != Kind::Person)
            .map(|draft| {
                (
                    draft,
                    self.drafts[draft].shown_name().to_owned(),
                    self.drafts[draft].kind,
                )
            })
            .collect();
        if MOST < shown.len() {
            return;
        }
        let lexicon = self.words.lexicon;
        let is_noun = |word: &str| {
            let found = lexicon.look_up(word);
            found.is_some_and(|entry| {
                entry.classes.has(Classes::NOUN) && !entry.classes.has(Classes::NAME)
            })
        };
        let mut pairs = Vec::new();
        for (short, name, kind) in &shown {
            let mut longer = shown.iter().filter(|(long, other, other_kind)| {
                long != short && other_kind == kind && things::is_short_for(name, other, is_noun)
            });
            if let (Some((long, ..)), None) = (longer.next(), longer.next()) {
                pairs.push((*long, *short));
            }
        }
        for (long, short) in pairs {
            self.unite(long, short);
        }
    }

    /// "Idai", once taken for a person and twice for a storm, is the storm.
    pub fn link_mistaken(&mut self) {
        let mut pairs = Vec::new();
        for (index, draft) in self.drafts.iter().enumerate() {
            let is_bare = draft.kind == Kind::Person
                && draft.gender.is_none()
                && draft.told.is_none()
                && draft.forms.keys().all(|form| !form.contains(' '));
            let Some(form) = draft.forms.keys().next().filter(|_| is_bare) else {
                continue;
            };
            let Some(&thing) = self.things.get(&things::key(form)) else {
                continue;
            };
            let thing = self.root(thing);
            let count = |draft: &Draft| draft.forms.values().sum::<usize>();
            if 2 * count(draft) <= count(&self.drafts[thing]) {
                pairs.push((thing, index));
            }
        }
        for (thing, person) in pairs {
            self.unite(thing, person);
        }
    }

    /// Makes two drafts one; the first stays.
    fn unite(&mut self, kept: usize, joined: usize) {
        let (kept, joined) = (self.root(kept), self.root(joined));
        if kept == joined {
            return;
        }
        let forms = std::mem::take(&mut self.drafts[joined].forms);
        for (form, count) in forms {
            *self.drafts[kept].forms.entry(form).or_default() += count;
        }
        self.unite_told(kept, joined);
        self.drafts[joined].same_as = Some(kept);
    }

    /// The draft that this one turned out to be.
    pub fn root(&self, mut draft: usize) -> usize {
        while let Some(same) = self.drafts[draft].same_as {
            draft = same;
        }
        draft
    }

    /// "russischen", "US-Außenminister", "CDU-Politiker": linked to what they come from, which is made if it is only known from a list.
    pub fn link_derived(&mut self, names: &[Mention]) {
        for (index, mention) in names.iter().enumerate() {
            let surface = mention.span.of(self.words.text);
            self.draft_of[index] = match mention.form {
                Form::Derived => self.derived(mention.kind, surface),
                Form::Part => match self.told.at(mention.span) {
                    Some(told) => Some(self.told_part(mention.kind, told.name)),
                    None => self.part(mention.kind, surface),
                },
                Form::Name | Form::Description | Form::Pronoun => self.draft_of[index],
            };
        }
    }

    fn derived(&mut self, kind: Kind, surface: &str) -> Option<usize> {
        if let Some(place) = derived::place(surface) {
            return Some(self.thing(Kind::Location, place));
        }
        // "Mainzer", "Al-Maadier": a place of this article with an ending.
        let known = derived::stems(surface).find_map(|stem| self.things.get(&things::key(stem)));
        // "Süddeutsche" in "Süddeutsche Zeitung" does not come from the paper that is called so for short.
        known.copied().filter(|&draft| {
            kind != Kind::Location || self.drafts[draft].kind != Kind::Organisation
        })
    }

    fn part(&mut self, kind: Kind, surface: &str) -> Option<usize> {
        let heads = derived::heads(surface, &self.seen);
        for head in &heads {
            let stem = without_genitive(head).filter(|stem| self.seen.contains(stem));
            let head = stem.unwrap_or(head);
            let person = || self.persons.get(&head.to_lowercase());
            let thing = self.things.get(&things::key(head));
            if let Some(&known) = thing.or_else(person) {
                return Some(known);
            }
        }
        let head = derived::new_head(surface, &heads)?;
        (kind != Kind::Person).then(|| self.thing(kind, head))
    }

    /// The kind of each name mention: that of the usual mentions of its entity, where these are by far the most.
    pub fn settle_kinds(&mut self, names: &[Mention]) -> Vec<Kind> {
        /// So many times as often must the usual kind stand.
        const TIMES: usize = 2;
        let mut counts: HashMap<usize, BTreeMap<Kind, usize>> = HashMap::new();
        for (mention, draft) in names.iter().zip(&self.draft_of) {
            if let Some(draft) = draft.filter(|_| mention.form == Form::Name) {
                let counts = counts.entry(self.root(draft)).or_default();
                *counts.entry(mention.kind).or_default() += 1;
            }
        }
        for draft in 0..self.drafts.len() {
            let usual = counts.get(&draft).and_then(|counts| {
                counts
                    .iter()
                    .max_by_key(|&(kind, count)| (*count, std::cmp::Reverse(*kind)))
            });
            let told = self.drafts[draft].told.as_ref().map(|(kind, _)| kind);
            if let Some(&kind) = told.or(usual.map(|(kind, _)| kind)) {
                self.drafts[draft].kind = kind;
            }
        }
        let settled = names.iter().zip(&self.draft_of).map(|(mention, draft)| {
            let is_settled = mention.form != Form::Name || self.told.at(mention.span).is_some();
            let Some(draft) = draft.filter(|_| !is_settled) else {
                return mention.kind;
            };
            let root = self.root(draft);
            let usual = self.drafts[root].kind;
            let count = |kind| {
                let counts = counts.get(&root);
                counts
                    .and_then(|counts| counts.get(&kind))
                    .copied()
                    .unwrap_or(0)
            };
            if TIMES * count(mention.kind) <= count(usual) {
                usual
            } else {
                mention.kind
            }
        });
        settled.collect()
    }
}
