//! Where an article says that something came through somebody: "der Agentur Interfax zufolge", "im Deutschlandfunk",
//! "unter Berufung auf …", "über seinen Anwalt".

use std::ops::Range;

use super::phrase::{Head, Phrase, phrase};
use crate::document::PartOfSpeech;
use crate::german::media::Channel;
use crate::german::passing_on::{Passing, passing};
use crate::pipeline::statements::context::Context;
use crate::span::Span;

/// How a link stands to the statement, the nearest to the article first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relation {
    /// "wie die Agentur SID berichtete", "der Agentur Interfax zufolge".
    Teller,
    /// "unter Berufung auf Sicherheitskreise".
    Source,
    /// "dem „Spiegel“", "im Deutschlandfunk".
    Medium,
    /// "auf einer Pressekonferenz", "in einem Brief".
    Occasion,
    /// "über seinen Anwalt".
    Messenger,
}

/// A phrase through which something came.
#[derive(Clone, Debug)]
pub struct Link {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The same in the text.
    pub span: Span,
    /// The same without what depends on the noun.
    pub core: Span,
    /// Where the word ends that stands before it and its preposition.
    pub before: usize,
    /// How it stands to the statement.
    pub relation: Relation,
    /// "in dem Interview": one that was named before.
    pub is_known: bool,
}

/// All links of the article, in text order.
pub fn links(context: &Context) -> Vec<Link> {
    let mut all: Vec<Link> = Vec::new();
    for sentence in context.sentences {
        let sentence = sentence.tokens.clone();
        let mut token = sentence.start;
        while token < sentence.end {
            let found = link(context, token, &sentence);
            token = found
                .as_ref()
                .map_or(token, |found| found.tokens.end.saturating_sub(1))
                .max(token)
                + 1;
            all.extend(found);
        }
    }
    all
}

/// The link that begins at `token`, its preposition included.
fn link(context: &Context, token: usize, sentence: &Range<usize>) -> Option<Link> {
    use PartOfSpeech as P;
    let word = context.word(token);
    let lower;
    let word = if context.observations[token].opens_sentence {
        lower = word.to_lowercase();
        lower.as_str()
    } else {
        word
    };
    match word {
        "in" | "im" | "auf" | "bei" | "beim" | "via" | "per" | "am" | "während" | "gegenüber"
        | "laut" | "nach" | "wie" | "über" | "durch" | "aus" => {
            after_preposition(context, word, token, sentence)
        }
        _ => match context.part(token) {
            P::FiniteVerb => teller_after_verb(context, token, sentence),
            P::Article
            | P::Determiner
            | P::RelativePronoun
            | P::Pronoun
            | P::Noun
            | P::ProperNoun
            | P::Adjective
            | P::Possessive
            | P::Bracket => without_preposition(context, word, token, sentence),
            _ => None,
        },
    }
}

fn after_preposition(
    context: &Context,
    word: &str,
    token: usize,
    sentence: &Range<usize>,
) -> Option<Link> {
    let mut first = token + 1;
    // "aus dem die „Washington Post“ zitiert".
    let is_relative = |first: usize| {
        matches!(context.word(first), "dem" | "der" | "denen")
            && phrase(context, first, sentence.end).is_none()
    };
    first += usize::from(word == "aus" && first < sentence.end && is_relative(first));
    if sentence.end <= first {
        return None;
    }
    if word == "auf" && leans(context, token, sentence) {
        let mut found = phrase(context, first, sentence.end)?;
        // "auf die AFP meldet": what follows the phrase is no part of it.
        found.tokens.start = first;
        return Some(made(context, &found, token, Relation::Source));
    }
    let found = phrase(context, first, sentence.end)?;
    let relation = match (word, found.is) {
        ("wie", Head::Channel(Channel::Medium) | Head::Quoted) => {
            tells_after(context, &found, sentence).then_some(Relation::Teller)
        }
        ("laut", Head::Channel(_) | Head::Quoted) | ("nach", Head::Channel(Channel::Document)) => {
            Some(Relation::Teller)
        }
        ("laut" | "nach", Head::Passing(Passing::Account)) if found.names_medium => {
            Some(Relation::Teller)
        }
        ("über" | "durch", Head::Passing(Passing::Messenger)) => {
            let is_own = found.head != first;
            is_own.then_some(Relation::Messenger)
        }
        ("aus", Head::Channel(Channel::Medium)) if first == token + 2 => {
            tells_after(context, &found, sentence).then_some(Relation::Teller)
        }
        ("aus", _) if is_circles(context.word(found.head)) => Some(Relation::Source),
        ("am", Head::Passing(Passing::Edge)) if found.core_end < found.tokens.end => {
            Some(Relation::Occasion)
        }
        ("aus" | "wie" | "laut" | "nach" | "über" | "durch", _) => None,
        ("gegenüber", Head::Quoted) | (_, Head::Channel(Channel::Medium)) => {
            Some(Relation::Medium)
        }
        ("in" | "im" | "per" | "via", Head::Channel(Channel::Document)) => {
            is_own_document(context, word, &found).then_some(Relation::Occasion)
        }
        (
            "in" | "im" | "auf" | "bei" | "beim" | "während" | "am",
            Head::Channel(Channel::Occasion),
        ) => {
            let has_article = found.head != first || matches!(word, "im" | "beim" | "am");
            has_article.then_some(Relation::Occasion)
        }
        _ => None,
    }?;
    if word == "aus" && relation == Relation::Teller {
        return Some(made(context, &found, token, relation));
    }
    let before_verb = matches!(relation, Relation::Medium | Relation::Occasion)
        && other_verb_follows(context, &found, sentence);
    (!before_verb).then(|| made(context, &found, token, relation))
}

/// "Im Radio lief Musik": the sentence that the phrase opens tells of something else than saying.
fn other_verb_follows(context: &Context, found: &Phrase, sentence: &Range<usize>) -> bool {
    let next = found.tokens.end;
    next < sentence.end
        && found.tokens.start <= sentence.start + 1
        && context.part(next) == PartOfSpeech::FiniteVerb
        && context.words[next].cue == 0
        && !is_letting(context.word(next))
}

/// Forms of "lassen": "ließ mitteilen".
pub fn is_letting(word: &str) -> bool {
    matches!(word, "ließ" | "ließen" | "lässt" | "lassen")
}

/// "in einer Mitteilung", "in seinem Testament", but not "in dem Gesetz".
fn is_own_document(context: &Context, word: &str, found: &Phrase) -> bool {
    let first = context.word(found.tokens.start);
    let determiner = first.to_lowercase();
    let is_indefinite = ["ein", "sein", "ihr", "unser", "mein"]
        .iter()
        .any(|start| determiner.starts_with(start) && found.head != found.tokens.start);
    is_indefinite || matches!(word, "per" | "via")
}

/// "unter Berufung auf", "stützt sich auf", "sich auf … beruft".
fn leans(context: &Context, token: usize, sentence: &Range<usize>) -> bool {
    /// "sich auf Geheimdienstkreise in Washington stützt".
    const REACH: usize = 14;
    let Some(before) = token
        .checked_sub(1)
        .filter(|before| sentence.start <= *before)
    else {
        return false;
    };
    let word = context.word(before);
    if passing(word) == Some(Passing::Reference) {
        return before
            .checked_sub(1)
            .is_some_and(|other| matches!(context.word(other), "unter" | "Unter" | "mit" | "Mit"));
    }
    let is_leaning = |token: usize| {
        let word = context.word(token);
        ["stütz", "beruf", "berief", "bezieh", "bezog"]
            .iter()
            .any(|start| word.starts_with(start))
    };
    word == "sich"
        && (sentence.start.max(token.saturating_sub(4))..sentence.end.min(token + REACH))
            .any(is_leaning)
}

/// "… die dpa meldet", "der NDR zitiert", "dem „Spiegel“ vorliegt", "wie „Bild“ unter Berufung auf … berichtet": the
/// finite verb of the clause is one of telling.
fn tells_after(context: &Context, found: &Phrase, sentence: &Range<usize>) -> bool {
    /// "wie die dpa am Montag unter Berufung auf einen Bericht der Zeitung „Der Westbote“ meldete".
    const REACH: usize = 30;
    let end = sentence.end.min(found.tokens.end + REACH);
    let verb = (found.tokens.end..end).find(|&token| {
        matches!(
            context.part(token),
            PartOfSpeech::FiniteVerb | PartOfSpeech::FiniteAuxiliary
        ) || is_telling(context.word(token))
    });
    verb.is_some_and(|verb| {
        is_telling(context.word(verb)) || context.part(verb) == PartOfSpeech::FiniteAuxiliary
    })
}

/// Forms of the verbs that media tell with.
pub fn is_telling(word: &str) -> bool {
    matches!(
        word,
        "meldet"
            | "melden"
            | "meldete"
            | "meldeten"
            | "berichtet"
            | "berichten"
            | "berichtete"
            | "berichteten"
            | "schreibt"
            | "schrieb"
            | "schreiben"
            | "zitiert"
            | "zitierte"
            | "zitieren"
            | "zitierten"
            | "erfuhr"
            | "erfahren"
            | "vorliegt"
            | "vorlag"
            | "vorliegen"
            | "verbreitet"
            | "verbreitete"
            | "enthüllte"
            | "veröffentlichte"
    )
}

/// "…, meldet die Agentur AFP", "„…“, zitierte ihn die Zeitung „Al-Wasat“".
fn teller_after_verb(context: &Context, verb: usize, sentence: &Range<usize>) -> Option<Link> {
    let before = verb.checked_sub(1).filter(|it| sentence.start <= *it)?;
    if !is_telling(context.word(verb)) || !context.is_mark(before) {
        return None;
    }
    let mut first = verb + 1;
    let is_object = |token: usize| {
        token < sentence.end
            && (context.part(token) == PartOfSpeech::PersonalPronoun
                || matches!(context.word(token), "ihn" | "sie" | "ihm"))
    };
    first += usize::from(is_object(first));
    if sentence.end <= first {
        return None;
    }
    let found = phrase(context, first, sentence.end)?;
    let is_nominative = matches!(context.word(first), "der" | "die" | "das")
        || context.part(first) == PartOfSpeech::ProperNoun
        || found.head == first;
    (is_nominative && matches!(found.is, Head::Channel(Channel::Medium)))
        .then(|| made(context, &found, first, Relation::Teller))
}

/// "der Agentur Interfax zufolge", "dem Sender gegenüber", "sagte er dem „Spiegel“", "der dem NDR vorliegt".
fn without_preposition(
    context: &Context,
    word: &str,
    token: usize,
    sentence: &Range<usize>,
) -> Option<Link> {
    use PartOfSpeech as P;
    let found = phrase(context, token, sentence.end)?;
    let after = (found.tokens.end < sentence.end).then(|| context.word(found.tokens.end));
    let is_medium = found.is == Head::Channel(Channel::Medium);
    let is_named = is_medium || found.is == Head::Quoted;
    let before = token.checked_sub(1).filter(|it| sentence.start <= *it);
    let is_phrase_start = before.is_none_or(|before| !is_inside_phrase(context, before));
    match after {
        Some("zufolge") if is_phrase_start => {
            let passes = is_named
                || matches!(found.is, Head::Channel(_))
                || found.is == Head::Passing(Passing::Account) && found.names_medium;
            return passes.then(|| made(context, &found, token, Relation::Teller));
        }
        Some("gegenüber") if is_named => {
            return Some(made(context, &found, token, Relation::Medium));
        }
        Some("vorliegt" | "vorlag" | "vorliegen") if is_named && is_phrase_start => {
            return Some(made(context, &found, token, Relation::Teller));
        }
        _ => {}
    }
    let before = before?;
    if !is_named || !matches!(word, "der" | "dem" | "den") {
        return None;
    }
    // "sagte Rybakow der Zeitung", "sagte der Landrat der Agentur": to whom it was said; not "Chef der Zeitung".
    let is_dative = match context.part(before) {
        P::Noun | P::Adjective => word == "dem" || !owns(context, before),
        P::Preposition | P::Article | P::Determiner | P::Possessive => false,
        _ => true,
    };
    let is_relative = context.part(before) == P::Comma
        && context.part(token) == P::RelativePronoun
        && found.head != token + 1;
    let in_sight = has_verb_of_saying(context, token, sentence);
    (is_dative && !is_relative && in_sight).then(|| made(context, &found, token, Relation::Medium))
}

/// Whether the word belongs to the phrase that follows.
fn is_inside_phrase(context: &Context, before: usize) -> bool {
    use PartOfSpeech as P;
    matches!(
        context.part(before),
        P::Article | P::Determiner | P::Possessive | P::Adjective | P::Preposition
    )
}

/// "Chefredakteurin der", "Bericht der", "Eigentümer der": what follows is a genitive.
fn owns(context: &Context, noun: usize) -> bool {
    let word = context.word(noun);
    let is_staff = matches!(
        passing(word),
        Some(Passing::Staff | Passing::Account | Passing::Edge)
    );
    let ends_as_staff = [
        "chef",
        "chefin",
        "redakteur",
        "redakteurin",
        "reporter",
        "reporterin",
    ]
    .iter()
    .any(|ending| word.ends_with(ending));
    is_staff || ends_as_staff || crate::german::media::channel(word).is_some()
}

/// A cue stands near before the dative: "sagte …" or "… der „Spiegel“ sagte".
fn has_verb_of_saying(context: &Context, token: usize, sentence: &Range<usize>) -> bool {
    /// "sagte der stellvertretende Vorsitzende der Gewerkschaft in Kiel, Jan Peters, am Montag".
    const REACH: usize = 25;
    let near = token.saturating_sub(REACH).max(sentence.start)..sentence.end.min(token + REACH);
    near.into_iter()
        .any(|token| context.words[token].cue != 0 || is_letting(context.word(token)))
}

/// "Koalitionskreisen", "Umfeld".
fn is_circles(noun: &str) -> bool {
    noun.ends_with("kreisen") || matches!(noun, "Kreisen" | "Umfeld")
}

fn made(context: &Context, found: &Phrase, outer: usize, relation: Relation) -> Link {
    let first = context.tokens[found.tokens.start].span;
    let before = outer
        .checked_sub(1)
        .map_or(0, |token| context.tokens[token].span.end());
    let is_definite = matches!(
        context.word(found.tokens.start),
        "dem" | "der" | "diesem" | "dieser" | "den" | "Dem" | "Der" | "Den"
    );
    Link {
        span: first.hull(context.tokens[found.tokens.end - 1].span),
        core: first.hull(context.tokens[found.core_end - 1].span),
        tokens: found.tokens.clone(),
        before,
        relation,
        is_known: relation == Relation::Occasion
            && is_definite
            && found.core_end == found.tokens.end,
    }
}
