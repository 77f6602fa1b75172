//! Whom "er", "sie", "ihm", "ihn", "ihr" mean, where it is near and unambiguous.
//!
//! Candidates are the persons of the same sentence and the one before whose gender fits. One of them must be the only one,
//! or the subject of the sentence before while the pronoun opens its own. Nothing is said of pronouns inside quotation
//! marks, of plurals and of things ("sie" for "die Regierung").

use std::ops::Range;

use super::statements::context::Context;
use crate::document::{Confidence, Entity, EntityId, Form, Kind, Mention, Mood, PartOfSpeech};
use crate::german::gender::{Gender, gender};
use crate::german::lexicon::Classes;
use crate::german::titles;

/// Adds a mention for every pronoun that is clear; mentions stay sorted.
///
/// "Merkel kam spät. Sie schwieg." → "Sie" means Merkel.
pub fn add(context: &Context, mentions: &mut Vec<Mention>, entities: &[Entity]) {
    let genders = genders(context, mentions, entities);
    let mut finder = Finder {
        context,
        genders: &genders,
        persons: persons(context, mentions),
        resolved: Vec::new(),
    };
    for number in 0..context.sentences.len() {
        for token in context.sentences[number].tokens.clone() {
            if let Some(entity) = finder.meant(token, number) {
                finder.resolved.push(Person {
                    token,
                    entity,
                    is_subject: true,
                });
            }
        }
    }
    let found = finder
        .resolved
        .into_iter()
        .map(|person| pronoun(context, &person));
    let found: Vec<Mention> = found.collect();
    mentions.extend(found);
    mentions.sort_by_key(|mention| (mention.span.start(), usize::MAX - mention.span.end()));
}

/// As sure as such a pronoun is.
const CONFIDENCE: f32 = 0.75;

fn pronoun(context: &Context, person: &Person) -> Mention {
    Mention {
        entity: Some(person.entity),
        ..Mention::new(
            context.tokens[person.token].span,
            Kind::Person,
            Form::Pronoun,
            Confidence::new(CONFIDENCE),
        )
    }
}

/// Whether the finite verb nearest to a pronoun says that it stands for several: "lehnen sie ab".
pub fn is_plural(context: &Context, token: usize) -> bool {
    let classes = nearest_verb(context, token).map(|verb| context.observations[verb].classes);
    classes.is_some_and(|classes| {
        classes.has(Classes::PLURAL_VERB) && !classes.has(Classes::SINGULAR_VERB)
    })
}

fn nearest_verb(context: &Context, token: usize) -> Option<usize> {
    let finite = context
        .sentence_of(token)
        .filter(|&other| context.tags[other].mood != Mood::None);
    let clause = context.words[token].clause;
    finite.min_by_key(|&other| (context.words[other].clause != clause, other.abs_diff(token)))
}

/// A place where a person is meant.
struct Person {
    token: usize,
    entity: EntityId,
    /// Whether it may be the subject: no preposition, no genitive article before it.
    is_subject: bool,
}

struct Finder<'a> {
    context: &'a Context<'a>,
    genders: &'a [Option<Gender>],
    /// By name or description, in text order, none inside quotation marks.
    persons: Vec<Person>,
    /// By pronoun, in text order.
    resolved: Vec<Person>,
}

impl Finder<'_> {
    /// Whom the pronoun at `token` means.
    fn meant(&self, token: usize, sentence: usize) -> Option<EntityId> {
        let context = self.context;
        if context.part(token) != PartOfSpeech::PersonalPronoun
            || context.words[token].quotation != 0
        {
            return None;
        }
        let start = context.sentences[sentence].tokens.start;
        let word = context.word(token);
        // In "wer sie aufhält" it is an object, which may be anything.
        if start < token && matches!(context.word(token - 1), "wer" | "was" | "man" | "es") {
            return None;
        }
        // "Sie" inside a sentence addresses.
        if word.starts_with(char::is_uppercase) && token != start {
            return None;
        }
        let (wanted, is_subject) = match word.to_lowercase().as_str() {
            "er" => (Gender::Masculine, true),
            "ihm" | "ihn" => (Gender::Masculine, false),
            "sie" if !is_plural(context, token) => (Gender::Feminine, true),
            "ihr" => (Gender::Feminine, false),
            _ => return None,
        };
        let before = sentence
            .checked_sub(1)
            .map(|before| context.sentences[before].tokens.clone());
        let first = before.as_ref().map_or(start, |before| before.start);
        let clause = context.words[token].clause;
        let mut fitting: Vec<(EntityId, bool)> = Vec::new();
        for person in self.between(first..token) {
            let known = self
                .genders
                .get(person.entity.0 as usize)
                .copied()
                .flatten();
            let is_other = known.is_some_and(|known| known != wanted);
            // "Steinmeier traf ihn": not himself.
            let is_same_clause = context.words[person.token].clause == clause;
            if is_other || is_same_clause && !(is_subject && person.token < start) {
                continue;
            }
            let is_sure = known.is_some();
            match fitting
                .iter_mut()
                .find(|(entity, _)| *entity == person.entity)
            {
                Some((_, sure)) => *sure |= is_sure,
                None => fitting.push((person.entity, is_sure)),
            }
        }
        let says = nearest_verb(context, token).is_some_and(|verb| context.words[verb].cue != 0);
        if let [(entity, is_sure)] = fitting[..] {
            let is_clear = says
                || is_sure
                    && self.is_subject_near(entity, first..token)
                    && !before.is_some_and(|before| self.begins_with_thing(before));
            return (is_clear && (is_sure || says)).then_some(entity);
        }
        if token != start || !is_subject {
            return None;
        }
        // "Lawrow traf Kerry in Genf. Er reiste danach ab."
        let mut subjects = self
            .between(first..start)
            .filter(|person| person.is_subject);
        let subject = self.speaker(first..start);
        let subject = subject.or_else(|| Some(subjects.next()?.entity))?;
        let is_candidate = fitting
            .iter()
            .any(|&(entity, is_sure)| entity == subject && is_sure);
        is_candidate.then_some(subject)
    }

    /// The person right beside a verb of saying: "versprach Lawrow".
    fn speaker(&self, tokens: Range<usize>) -> Option<EntityId> {
        let context = self.context;
        let mut cues = tokens.clone().filter(|&token| {
            context.words[token].cue != 0 && context.tags[token].mood != Mood::None
        });
        let cue = cues.next()?;
        let beside = self.between(tokens).filter(|person| person.is_subject);
        let beside = beside.filter(|person| person.token.abs_diff(cue) <= 3);
        let nearest = beside.min_by_key(|person| person.token.abs_diff(cue));
        nearest.map(|person| person.entity)
    }

    fn between(&self, tokens: Range<usize>) -> impl Iterator<Item = &Person> {
        let cut = |list: &'_ [Person]| {
            let from = list.partition_point(|person| person.token < tokens.start);
            from..list.partition_point(|person| person.token < tokens.end)
        };
        let (named, resolved) = (cut(&self.persons), cut(&self.resolved));
        self.persons[named].iter().chain(&self.resolved[resolved])
    }

    fn is_subject_near(&self, entity: EntityId, tokens: Range<usize>) -> bool {
        self.between(tokens)
            .any(|person| person.entity == entity && person.is_subject)
    }

    /// Whether a sentence begins with a noun phrase that names no person: "Der Vertrag …", which "er" might mean as well.
    fn begins_with_thing(&self, sentence: Range<usize>) -> bool {
        let context = self.context;
        let is_article = matches!(
            context.part(sentence.start),
            PartOfSpeech::Article | PartOfSpeech::Determiner | PartOfSpeech::Possessive
        );
        let noun = sentence.clone().take(5).find(|&token| {
            matches!(
                context.part(token),
                PartOfSpeech::Noun | PartOfSpeech::ProperNoun
            )
        });
        let is_person = noun.is_none_or(|noun| {
            titles::look_up(context.word(noun)).is_some()
                || self.between(sentence.start..noun + 1).next().is_some()
        });
        is_article && !is_person
    }
}

/// Places where persons are named or described, outside quotation marks.
fn persons(context: &Context, mentions: &[Mention]) -> Vec<Person> {
    use PartOfSpeech as P;
    let of_persons = mentions
        .iter()
        .filter(|mention| mention.kind == Kind::Person && mention.refers());
    let place = |mention: &Mention| {
        let start = mention.span.start();
        let token = context.tokens.partition_point(|it| it.span.end() <= start);
        let entity = mention.entity?;
        if context.words.get(token)?.quotation != 0 {
            return None;
        }
        // Titles, adjectives and the article belong to the phrase: "mit dem Außenminister Lawrow".
        let mut first = token;
        let sentence = context.sentence_of(token);
        let belongs = |at: usize| {
            matches!(
                context.part(at),
                P::Adjective | P::Noun | P::ProperNoun | P::Article | P::Possessive
            )
        };
        let mut article = "";
        while sentence.start < first && first + 6 > token && belongs(first - 1) {
            first -= 1;
            if context.part(first) == P::Article {
                article = context.word(first);
                break;
            }
        }
        let before = first.checked_sub(1).filter(|at| sentence.start <= *at);
        let is_governed = before.is_some_and(|at| context.part(at) == P::Preposition);
        let is_oblique = matches!(article.to_lowercase().as_str(), "des" | "dem" | "den");
        let is_genitive = mention.span.of(context.text).ends_with('s')
            && context.part(token.saturating_add(1).min(context.tokens.len() - 1)) == P::Noun;
        Some(Person {
            token,
            entity,
            is_subject: !is_governed && !is_oblique && !is_genitive,
        })
    };
    let mut places: Vec<Person> = of_persons.filter_map(place).collect();
    places.dedup_by_key(|person| person.token);
    places
}

/// Gender of each entity that is a person, by name, role and address.
fn genders(context: &Context, mentions: &[Mention], entities: &[Entity]) -> Vec<Option<Gender>> {
    let mut genders: Vec<Option<Gender>> = entities
        .iter()
        .map(|entity| match entity.kind {
            Kind::Person => gender(&entity.name, entity.role.as_deref()),
            _ => None,
        })
        .collect();
    for mention in mentions {
        let Some(EntityId(id)) = mention.entity.filter(|_| mention.kind == Kind::Person) else {
            continue;
        };
        let Some(slot @ None) = genders.get_mut(id as usize) else {
            continue;
        };
        let start = mention.span.start();
        let token = context.tokens.partition_point(|it| it.span.end() <= start);
        // "Papst Franziskus", but not "Koch" alone.
        let own = mention.span.of(context.text).split_once(' ');
        let own = own.map(|(own, _)| own);
        let before = token
            .checked_sub(1)
            .map_or("", |before| context.word(before));
        *slot = match before {
            "Frau" => Some(Gender::Feminine),
            "Herr" | "Herrn" => Some(Gender::Masculine),
            _ => own
                .into_iter()
                .chain([before])
                .find_map(|word| titles::look_up(word)?.gender),
        };
    }
    genders
}

#[cfg(test)]
mod tests {
    use crate::article::from_text;
    use crate::document::Form;
    use crate::pipeline::Pipeline;

    /// Pronouns and whom they mean: "Er: Sergej Lawrow".
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let pipeline = Pipeline::embedded().expect("sound models");
        let document = pipeline.read(from_text(text.to_owned()));
        let findings = &document.findings;
        let pronouns = findings
            .shown_mentions()
            .filter(|(_, mention)| mention.form == Form::Pronoun);
        let shown: Vec<String> = pronouns
            .map(|(_, mention)| {
                let entity = mention.entity.map_or("", |id| &findings.entity(id).name);
                format!("{}: {entity}", mention.span.of(text))
            })
            .collect();
        assert_eq!(shown, expected, "{text}");
    }

    #[test]
    fn a_pronoun_means_the_only_person_who_fits() {
        check(
            "Angela Merkel kam am Montag nach Berlin. Sie traf dort niemanden.",
            &["Sie: Angela Merkel"],
        );
        check(
            "Angela Merkel sprach am Montag in Berlin mit Frank-Walter Steinmeier. Er widersprach ihr.",
            &["Er: Frank-Walter Steinmeier", "ihr: Angela Merkel"],
        );
    }

    #[test]
    fn what_may_be_a_thing_or_several_is_left_alone() {
        check(
            "Der Vertrag gefiel Frank-Walter Steinmeier. Er gilt seit Montag.",
            &[],
        );
        check(
            "Angela Merkel und Anna Seghers kamen am Montag. Sie sangen.",
            &[],
        );
        check("Angela Merkel kam. „Er hat recht“, hieß es in Berlin.", &[]);
    }
}
