//! What the reader has taught of names, in the register of entities.

use super::Register;
use crate::document::{Kind, Mention};

impl Register<'_> {
    /// Notes what the reader has taught of a mention with the draft that it belongs to.
    pub(super) fn note(&mut self, draft: usize, mention: &Mention) {
        let Some(told) = self.told.at(mention.span) else {
            return;
        };
        let draft = &mut self.drafts[draft];
        let name = told.is_called_otherwise().then_some(told.name);
        draft.told = Some((mention.kind, name.map(str::to_owned)));
        if name.is_some() {
            *draft.forms.entry(told.form.to_owned()).or_default() += 1;
        }
    }

    /// What a compound belongs to whose first part the reader has taught.
    pub(super) fn told_part(&mut self, kind: Kind, name: &str) -> usize {
        if kind != Kind::Person {
            return self.thing(kind, name);
        }
        if let Some(&person) = self.persons.get(&name.to_lowercase()) {
            return person;
        }
        let person = self.add(kind, name);
        self.persons.insert(name.to_lowercase(), person);
        person
    }

    /// What was taught of a draft that turned out to be another one holds for that, too, unless something was taught of it.
    pub(super) fn unite_told(&mut self, kept: usize, joined: usize) {
        let told = self.drafts[joined].told.take();
        let kept = &mut self.drafts[kept].told;
        *kept = kept.take().or(told);
    }
}
