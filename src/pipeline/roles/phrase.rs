//! What belongs to a role besides its noun: the adjective before it, the institution after it.

use super::Reader;
use crate::document::{Form, Kind, PartOfSpeech, overlapping};
use crate::german::known_names::is_from_place;
use crate::german::lower_case::lower_case;
use crate::pipeline::roles::is_person;

/// Adjectives that tell a role from another one, without ending.
const DESCRIBING: [&str; 32] = [
    "ehemalig",
    "früher",
    "stellvertretend",
    "amtierend",
    "designiert",
    "damalig",
    "neu",
    "künftig",
    "scheidend",
    "leitend",
    "geschäftsführend",
    "regierend",
    "zuständig",
    "einstig",
    "deutsch",
    "langjährig",
    "bisherig",
    "gestürzt",
    "verstorben",
    "abgesetzt",
    "abgewählt",
    "neugewählt",
    "zurückgetreten",
    "ehrenamtlich",
    "hauptamtlich",
    "erst",
    "zweit",
    "dritt",
    "oberst",
    "ständig",
    "parteilos",
    "nächst",
];

impl Reader<'_> {
    /// The token of the role noun, if the role begins at token `at`: after "russische", "Kölner", "Wirtschafts- und".
    pub(super) fn head(&self, at: usize, end: usize) -> usize {
        let mut head = at;
        while head < at + 2 && self.is_describing(head) {
            head += 1;
        }
        let is_cut_off = |word: &str| word.strip_suffix('-').is_some_and(|rest| 1 < rest.len());
        let joins = matches!(self.word(head + 1), "und" | "/" | "oder");
        if head + 2 < end && joins && is_cut_off(self.word(head)) {
            head += 2;
        }
        head
    }

    /// "russische", "ehemaliger", "Kölner": an adjective that is part of a role.
    fn is_describing(&self, at: usize) -> bool {
        let word = self.word(at);
        if word.starts_with(char::is_uppercase) && word.ends_with("er") && self.is_derived(at) {
            return true;
        }
        let Some(stem) = ["en", "em", "er", "es", "e"]
            .iter()
            .find_map(|ending| word.strip_suffix(ending))
        else {
            return false;
        };
        let lower = lower_case(stem);
        lower.ends_with("isch")
            || DESCRIBING.contains(&lower.as_ref())
            || DESCRIBING.contains(&lower_case(word).as_ref())
    }

    /// "Tübinger": a word from a place, by the lists or by the name model.
    fn is_derived(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else {
            return false;
        };
        let found = self
            .names
            .binary_search_by(|name| name.span.cmp(&token.span));
        let by_model = found.is_ok_and(|found| {
            let name = &self.names[found];
            name.form == Form::Derived && name.kind == Kind::Location
        });
        by_model || is_from_place(self.word(at))
    }

    /// One past what follows a role and belongs to it, `at` if nothing does: "des Ministeriums", "der Grünen im Bundestag",
    /// "für Politikwissenschaft an der Freien Universität Berlin".
    pub(super) fn complement(&self, at: usize, end: usize, class: &str) -> usize {
        let next = self.attribute(at, end);
        let next = self.subjects(at, next, end);
        self.place_of_work(next, end, class)
    }

    /// One past "des Ministeriums", "der Grünen", "von Greenpeace" after a role; `at` if there is none.
    fn attribute(&self, at: usize, end: usize) -> usize {
        let preposition = self.word(at);
        if !matches!(
            preposition,
            "des" | "der" | "vom" | "für" | "von" | "beim" | "bei"
        ) {
            return at;
        }
        let next = self.after_adjectives(at + 1, end);
        if end <= next || self.person_begins(next) || !self.is_noun(next) {
            return at;
        }
        if preposition == "bei"
            && self
                .name_at(next)
                .is_none_or(|name| name.kind != Kind::Organisation)
        {
            return at;
        }
        self.after_noun(next, end)
    }

    /// "und Verbraucherschutz" after "für Umwelt": fields of work go on.
    fn subjects(&self, at: usize, mut next: usize, end: usize) -> usize {
        /// "für Bauen, Wohnen, Stadtentwicklung und Verkehr"
        const MOST: usize = 4;
        if self.word(at) != "für" || next == at {
            return next;
        }
        let is_field = |at: usize| {
            at < end && self.is_noun(at) && self.name_at(at).is_none() && !self.person_begins(at)
        };
        let mut list = next;
        for _ in 0..MOST {
            match self.word(list) {
                "und" if is_field(list + 1) => {
                    next = list + 2;
                    break;
                }
                "," if is_field(list + 1) => list += 2,
                _ => break,
            }
        }
        next
    }

    /// "im Bundestag", "an der Universität Jena" after a role.
    fn place_of_work(&self, at: usize, end: usize, class: &str) -> usize {
        let noun = match self.word(at) {
            "im" | "am" => at + 1,
            "an" | "in" if matches!(self.word(at + 1), "der" | "den" | "einer") => at + 2,
            _ => return at,
        };
        let is_in = self.word(at).starts_with('i');
        let noun = self.after_adjectives(noun, end);
        if end <= noun || !self.is_noun(noun) || self.person_begins(noun) {
            return at;
        }
        let lower = self.word(noun).to_lowercase();
        let houses: &[&str] = if is_in {
            &[
                "bundestag",
                "landtag",
                "parlament",
                "rat",
                "senat",
                "ministerium",
                "amt",
                "abgeordnetenhaus",
                "bürgerschaft",
            ]
        } else {
            &[
                "universität",
                "hochschule",
                "institut",
                "klinik",
                "klinikum",
                "akademie",
                "charité",
                "gericht",
                "gerichtshof",
                "theater",
                "uni",
            ]
        };
        let is_house = houses.iter().any(|house| {
            lower.ends_with(house)
                || lower
                    .strip_suffix('s')
                    .is_some_and(|rest| rest.ends_with(house))
        });
        let is_body = class == "science"
            && !is_in
            && self
                .name_at(noun)
                .is_some_and(|name| name.kind == Kind::Organisation);
        if is_house || is_body {
            self.after_noun(noun, end)
        } else {
            at
        }
    }

    /// The first token from `at` on that is no adjective, article or pronoun; at most two are passed.
    fn after_adjectives(&self, at: usize, end: usize) -> usize {
        let mut next = at;
        while next < end
            && next < at + 2
            && self.name_at(next).is_none()
            && self.word(next).starts_with(char::is_lowercase)
            && self.part_of_speech(next).is_none_or(|part| {
                matches!(
                    part,
                    PartOfSpeech::Adjective
                        | PartOfSpeech::Participle
                        | PartOfSpeech::Article
                        | PartOfSpeech::Determiner
                        | PartOfSpeech::Possessive
                )
            })
        {
            next += 1;
        }
        next
    }

    /// One past the whole of a name, or one noun.
    fn after_noun(&self, noun: usize, end: usize) -> usize {
        match self.name_at(noun).filter(|name| !is_person(name)) {
            Some(name) => overlapping(self.tokens, name.span).end.min(end),
            None => noun + 1,
        }
    }

    fn is_noun(&self, at: usize) -> bool {
        let is_capital = self.word(at).chars().next().is_some_and(char::is_uppercase);
        is_capital
            && self.part_of_speech(at).is_none_or(|part| {
                matches!(
                    part,
                    PartOfSpeech::Noun | PartOfSpeech::ProperNoun | PartOfSpeech::Other
                )
            })
            || self.name_at(at).is_some()
    }
}
