//! Words with a definite article that mean somebody or something named before: "das Ministerium", "die Stadt", "der
//! 62-Jährige", "die Niederländerin".
//!
//! Only what is unambiguous is taken: one organisation or place of that class in the article so far, one person of that
//! gender in the sentence and the one before. Limits: no plurals, no metaphors ("die Alpenrepublik").

use std::collections::{BTreeMap, BTreeSet};

use super::register::Register;
use super::{description, things};
use crate::document::{EntityId, Form, Kind, Mention, PartOfSpeech, Sentence};
use crate::german::gender::Gender;
use crate::german::generic::{self, Generic};
use crate::german::inflection::origin;
use crate::pipeline::words::Words;

/// Finds descriptions of things and persons.
pub struct Describer<'a> {
    words: Words<'a>,
    register: &'a Register<'a>,
    mentions: &'a [Mention],
    /// Class → the things of that class so far, each with the last sentence that means it.
    members: BTreeMap<&'static str, BTreeMap<usize, usize>>,
    /// Draft → its classes so far.
    classes: BTreeMap<usize, BTreeSet<&'static str>>,
    /// Persons so far, each with the last sentence that means them.
    persons: BTreeMap<usize, usize>,
}

impl<'a> Describer<'a> {
    /// Takes the mentions of an article, sorted; their entities are numbers of drafts.
    pub fn new(register: &'a Register<'a>, mentions: &'a [Mention]) -> Self {
        Self {
            words: register.words,
            register,
            mentions,
            members: BTreeMap::new(),
            classes: BTreeMap::new(),
            persons: BTreeMap::new(),
        }
    }

    /// All descriptions, in text order.
    pub fn descriptions(mut self) -> Vec<Mention> {
        let mut found = Vec::new();
        let mut next = 0;
        for (number, sentence) in self.words.sentences.iter().enumerate() {
            let mut covered = sentence.tokens.start;
            for token in sentence.tokens.clone() {
                let start = self.words.tokens[token].span.start();
                while let Some(mention) = self
                    .mentions
                    .get(next)
                    .filter(|it| it.span.start() <= start)
                {
                    let run = self
                        .words
                        .tokens
                        .partition_point(|it| it.span.start() < mention.span.end());
                    let is_word = matches!(mention.form, Form::Name | Form::Description);
                    if is_word
                        && !matches!(
                            mention.kind,
                            Kind::Date | Kind::Time | Kind::Duration | Kind::Amount
                        )
                    {
                        covered = covered.max(run);
                    }
                    self.note(mention, number);
                    next += 1;
                }
                if token < covered || sentence.tokens.start == token {
                    continue;
                }
                let described = self
                    .thing(token, number, sentence)
                    .or_else(|| self.person(token, number, sentence));
                if let Some(mention) = described {
                    self.note(&mention, number);
                    found.push(mention);
                }
            }
            // Persons farther back are not meant any more; this keeps the list short.
            self.persons.retain(|_, last| number < *last + 2);
        }
        found
    }

    /// Remembers what a mention means.
    fn note(&mut self, mention: &Mention, sentence: usize) {
        let Some(EntityId(draft)) = mention.entity else {
            return;
        };
        let draft = draft as usize;
        let entity = &self.register.drafts[draft];
        if entity.kind == Kind::Person {
            if mention.refers() {
                self.persons.insert(draft, sentence);
            }
            return;
        }
        // "der Energiekonzern RWE", "die Stadt Aleppo".
        let first = self.words.first_token(mention.span);
        let is_apposition = mention.form == Form::Name
            && self.part(first.wrapping_sub(1)) == Some(PartOfSpeech::Noun);
        let apposition = generic::class_of(self.words.before(first)).filter(|_| is_apposition);
        let known = self
            .classes
            .entry(draft)
            .or_insert_with(|| classes(entity.kind, entity.forms.keys().chain([&entity.name])));
        // "am Flughafen Leipzig": the city is no airport.
        if known.is_empty() {
            known.extend(apposition);
        }
        for class in known.iter() {
            let members = self.members.entry(class).or_default();
            members.insert(draft, sentence);
        }
    }

    fn part(&self, token: usize) -> Option<PartOfSpeech> {
        self.words.tags.get(token).map(|tag| tag.part_of_speech)
    }

    /// "das Ministerium": token is the noun.
    fn thing(&self, token: usize, sentence: usize, tokens: &Sentence) -> Option<Mention> {
        /// Farther back a description hardly ever reaches.
        const SENTENCES: usize = 6;
        let Generic { class, .. } = generic::look_up(self.words.word(token))
            .filter(|it| it.agrees(self.words.before(token)))?;
        if self.is_restricted(token, tokens) {
            return None;
        }
        let members = self.members.get(class)?;
        // The only one so far, or of several the only one nearby; of countries there are always others.
        let reach = match members.len() {
            1 => SENTENCES,
            _ if class == "country" => return None,
            _ => 1,
        };
        let mut near = members.iter().filter(|&(_, last)| sentence <= last + reach);
        match (near.next(), near.next()) {
            (Some((&draft, _)), None) => Some(self.mention(token, draft)),
            _ => None,
        }
    }

    /// "der 62-Jährige", "die Niederländerin": token is the noun.
    fn person(&self, token: usize, sentence: usize, tokens: &Sentence) -> Option<Mention> {
        let article = self.words.before(token).to_lowercase();
        let gender = person_noun(&article, self.words.word(token))?;
        // "die Regierung der Amerikaner": a plural in the genitive.
        let is_genitive = article == "der"
            && matches!(
                self.part(token.wrapping_sub(2)),
                Some(PartOfSpeech::Noun | PartOfSpeech::ProperNoun)
            );
        if is_genitive || self.is_restricted(token, tokens) {
            return None;
        }
        let fitting = self.persons.iter().filter(|&(&draft, &last)| {
            let known = self.register.drafts[draft].gender;
            sentence <= last + 1 && known.is_none_or(|known| known == gender)
        });
        let mut fitting = fitting.map(|(&draft, _)| draft);
        match (fitting.next(), fitting.next()) {
            (Some(draft), None) => Some(self.mention(token, draft)),
            _ => None,
        }
    }

    /// Whether the words behind a noun say which one is meant, or name it: "die Stadt Aleppo", "das Ministerium für Verkehr".
    fn is_restricted(&self, noun: usize, sentence: &Sentence) -> bool {
        let next = noun + 1;
        if sentence.tokens.end <= next {
            return false;
        }
        let word = self.words.word(next);
        let is_named = self.part(next) == Some(PartOfSpeech::ProperNoun)
            || word.starts_with(['„', '"', '»', '‚', '›', '('])
            || self.begins_name(next);
        let is_complement = matches!(
            word,
            "des"
                | "der"
                | "von"
                | "vom"
                | "für"
                | "in"
                | "im"
                | "aus"
                | "bei"
                | "nahe"
                | "zur"
                | "zum"
                | "mit"
                | "am"
                | "an"
                | "auf"
                | "und"
                | "oder"
        );
        let is_relative = word == ","
            && (self.part(next + 1) == Some(PartOfSpeech::RelativePronoun)
                || self.part(next + 2) == Some(PartOfSpeech::RelativePronoun));
        is_named || is_complement || is_relative
    }

    fn begins_name(&self, token: usize) -> bool {
        let Some(span) = self.words.tokens.get(token).map(|token| token.span) else {
            return false;
        };
        let at = self
            .mentions
            .partition_point(|mention| mention.span.start() < span.start());
        let here = self.mentions[at..]
            .iter()
            .take_while(|mention| mention.span.start() == span.start());
        here.into_iter()
            .any(|mention| mention.kind.is_name() && mention.form == Form::Name)
    }

    fn mention(&self, noun: usize, draft: usize) -> Mention {
        let has_article = self.words.before(noun).to_lowercase().starts_with('d');
        let kind = self.register.drafts[draft].kind;
        let end = self.words.tokens[noun].span;
        description(
            &self.words,
            noun - usize::from(has_article),
            end,
            kind,
            draft,
        )
    }
}

/// Classes that names tell: "Deutsche Bank" is a bank and a company.
fn classes<'a>(kind: Kind, forms: impl Iterator<Item = &'a String>) -> BTreeSet<&'static str> {
    let mut classes = BTreeSet::new();
    for form in forms {
        classes.extend(generic::listed_class(form));
        for word in form.split(' ') {
            // "Hamburg" is no castle: of places only whole words count.
            let class = if kind == Kind::Organisation {
                let is_company = things::LEGAL_FORMS.contains(&word);
                generic::class_of(word).or(is_company.then_some("company"))
            } else {
                let last = word.rsplit('-').next().unwrap_or(word);
                generic::look_up(last).map(|generic| generic.class)
            };
            classes.extend(class);
        }
    }
    classes
}

/// Gender of a noun that means a person by age or origin, after `article`; `None` for all other nouns and plurals.
fn person_noun(article: &str, noun: &str) -> Option<Gender> {
    if let Some((age, ending)) = noun.split_once("-Jährige") {
        let is_age =
            !age.is_empty() && age.len() <= 3 && age.bytes().all(|byte| byte.is_ascii_digit());
        return match (article, ending) {
            _ if !is_age => None,
            ("der", "") | ("dem" | "den" | "des", "n") => Some(Gender::Masculine),
            ("die", "") | ("der", "n") => Some(Gender::Feminine),
            _ => None,
        };
    }
    let is_capital = noun.starts_with(char::is_uppercase);
    if !is_capital || origin(noun).is_none() {
        return None;
    }
    match article {
        "die" | "der" if noun.ends_with("in") => Some(Gender::Feminine),
        "der" | "den" | "dem" if noun.ends_with("er") => Some(Gender::Masculine),
        "der" if !noun.ends_with(['n', 's']) => Some(Gender::Masculine),
        "des" if noun.ends_with("ers") => Some(Gender::Masculine),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn persons_are_described_by_age_and_origin() {
        for (article, noun, expected) in [
            ("der", "62-Jährige", Some(Gender::Masculine)),
            ("die", "62-Jährige", Some(Gender::Feminine)),
            ("die", "62-Jährigen", None),
            ("die", "Niederländerin", Some(Gender::Feminine)),
            ("der", "Amerikaner", Some(Gender::Masculine)),
            ("die", "Amerikaner", None),
            ("der", "Franzose", Some(Gender::Masculine)),
            ("die", "Irin", Some(Gender::Feminine)),
            ("der", "Minister", None),
        ] {
            assert_eq!(person_noun(article, noun), expected, "{article} {noun}");
        }
    }
}
