//! The other places of an article where a name stands that the reader has marked: „Müller-Große“, „Müller-Großes“,
//! „Müller-Große-Vertraute“.

use std::collections::{BTreeMap, BTreeSet};

use crate::article::Article;
use crate::document::{EntityId, Findings, Form, Kind, MentionId, Verdict};
use crate::german::inflection::without_genitive;
use crate::span::Span;

/// A place where a name stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The name with its ending; in a compound the name only.
    pub span: Span,
    /// Whether it is a part of a longer word.
    pub is_part: bool,
}

/// A place that the reader may want to correct as he has corrected another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// Where.
    pub span: Span,
    /// What is marked there already, in another way.
    pub mention: Option<MentionId>,
    /// Whether it is a part of a longer word.
    pub is_part: bool,
}

/// What a name is marked as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marked {
    /// Where the reader has marked it.
    pub span: Span,
    /// As what.
    pub kind: Kind,
    /// Whom or what it means.
    pub entity: Option<EntityId>,
}

/// The forms to look for when `words` were marked: themselves and, where the text has it, the nominative of a genitive.
pub fn forms(text: &str, words: &str, kind: Kind) -> Vec<String> {
    let mut forms = vec![words.to_owned()];
    if let Some(stem) = without_genitive(words)
        && places(text, stem, kind)
            .iter()
            .any(|place| place.span.of(text) == stem && !place.is_part)
    {
        forms.push(stem.to_owned());
    }
    forms
}

/// Every place where a name stands as such, with an ending, or as a part of a compound with hyphens, in text order.
pub fn places(text: &str, name: &str, kind: Kind) -> Vec<Place> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let Some((&last, before)) = words.split_last() else {
        return Vec::new();
    };
    let first = *before.first().unwrap_or(&last);
    let begin = if before.is_empty() {
        first
    } else {
        adjective_stem(first, kind).unwrap_or(first)
    };
    let mut places: Vec<Place> = Vec::new();
    let mut end = 0;
    for (start, _) in text.match_indices(begin) {
        if start < end || !stands_free(text, start) {
            continue;
        }
        let Some(at) = after_words(text, start, before, kind) else {
            continue;
        };
        let Some(rest) = text[at..].strip_prefix(last) else {
            continue;
        };
        let at = at + last.len();
        let follows_hyphen = is_hyphen(text[..start].chars().next_back());
        let place = if goes_on_with_hyphen(rest) {
            Some((at, true))
        } else {
            ending(last, rest, kind).map(|length| (at + length, follows_hyphen))
        };
        if let Some((to, is_part)) = place {
            end = to;
            places.push(Place {
                span: Span::new(start, to),
                is_part,
            });
        }
    }
    places
}

fn is_hyphen(sign: Option<char>) -> bool {
    matches!(sign, Some('-' | '\u{2011}'))
}

/// Whether a word, or a part of a word after a hyphen, begins here.
fn stands_free(text: &str, start: usize) -> bool {
    let before = text[..start].chars().next_back();
    before.is_none_or(|before| !before.is_alphanumeric() && before != '\u{AD}')
}

fn goes_on_with_hyphen(rest: &str) -> bool {
    let mut letters = rest.chars();
    is_hyphen(letters.next()) && letters.next().is_some_and(char::is_alphanumeric)
}

/// Where the last word begins, if those before it stand here, their adjectives with any ending: „Roten Kreuz“.
fn after_words(text: &str, start: usize, words: &[&str], kind: Kind) -> Option<usize> {
    let mut at = start;
    for word in words {
        let rest = &text[at..];
        let length = match rest.strip_prefix(word) {
            Some(after) if after.starts_with(char::is_whitespace) => word.len(),
            _ => {
                let stem = adjective_stem(word, kind)?;
                let after = rest.strip_prefix(stem)?;
                let length = after.find(char::is_whitespace)?;
                ENDINGS.contains(&&after[..length]).then_some(())?;
                stem.len() + length
            }
        };
        let gap = &text[at + length..];
        let blanks = gap.len() - gap.trim_start().len();
        // A paragraph's end stands in no name.
        if gap[..blanks].contains('\n') || blanks == 0 {
            return None;
        }
        at += length + blanks;
    }
    Some(at)
}

/// Endings of adjectives.
const ENDINGS: [&str; 5] = ["e", "en", "em", "er", "es"];

/// „Rot“ for „Roten“; names of persons have no adjectives.
fn adjective_stem(word: &str, kind: Kind) -> Option<&str> {
    if kind == Kind::Person {
        return None;
    }
    let mut endings = ["en", "em", "er", "es", "e"].into_iter();
    let stem = endings.find_map(|ending| word.strip_suffix(ending))?;
    (3 <= stem.chars().count()).then_some(stem)
}

/// After these a genitive has no „s“.
const HISSING: [char; 4] = ['s', 'ß', 'x', 'z'];

/// The length of the ending with which a name stands here; nothing if another word stands here.
fn ending(name: &str, rest: &str, kind: Kind) -> Option<usize> {
    let is_end = |rest: &str| {
        let next = rest.chars().next();
        next.is_none_or(|next| !next.is_alphanumeric() && next != '\u{AD}')
    };
    if is_end(rest) {
        // „Hans’ Bruder“; what closes a quotation stands before other signs as well.
        let mut letters = rest.chars();
        let sign = letters
            .next()
            .filter(|sign| matches!(sign, '’' | '\''))
            .filter(|_| name.ends_with(HISSING) && letters.next() == Some(' '));
        return Some(sign.map_or(0, char::len_utf8));
    }
    let endings: &[&str] = match kind {
        Kind::Person | Kind::Location => &["s"],
        _ if !name.chars().any(char::is_lowercase) => &["s"],
        // „Grüne“, „Grünen“; „Stadtwerke“, „Stadtwerken“; „Bundestag“, „Bundestages“.
        _ if name.ends_with('e') => &["n", "r", "m", "s"],
        _ => &["s", "es", "n", "en"],
    };
    let mut endings = endings
        .iter()
        .filter(|ending| !(name.ends_with(HISSING) && **ending == "s"));
    let found = endings.find(|ending| rest.strip_prefix(**ending).is_some_and(is_end))?;
    Some(found.len())
}

/// Places of these names that are not marked so yet, apart from the one that was marked: not inside longer names, not where the
/// reader has rejected a mark. `mentions_in` tells what is marked in a block, as it is shown.
pub fn open<'a>(
    article: &Article,
    findings: &Findings,
    mentions_in: impl Fn(usize) -> &'a [MentionId],
    (forms, marked): (&[String], Marked),
) -> Vec<Occurrence> {
    let text = &article.text;
    let mut found: BTreeMap<usize, Place> = BTreeMap::new();
    for place in forms
        .iter()
        .flat_map(|form| places(text, form, marked.kind))
    {
        // The longer form wins: „Müllers“ is not „Müller“ with something behind it.
        let here = found.entry(place.span.start()).or_insert(place);
        if here.span.end() < place.span.end() {
            *here = place;
        }
    }
    if found.is_empty() {
        return Vec::new();
    }
    let rejected: BTreeSet<Span> = findings
        .mentions
        .iter()
        .filter(|mention| mention.verdict == Verdict::Rejected)
        .map(|mention| mention.span)
        .collect();
    let blocks = &article.blocks;
    let occurrences = found.into_values().filter_map(|place| {
        let index = blocks.partition_point(|block| block.span.end() <= place.span.start());
        let is_inside = blocks
            .get(index)
            .is_some_and(|block| block.span.contains(place.span));
        if !is_inside || place.span.overlaps(marked.span) || rejected.contains(&place.span) {
            return None;
        }
        occurrence(findings, mentions_in(index), place, marked)
    });
    occurrences.collect()
}

/// What a place is beside what is marked there; nothing if it is marked as it should be, or belongs to something else.
fn occurrence(
    findings: &Findings,
    mentions: &[MentionId],
    place: Place,
    marked: Marked,
) -> Option<Occurrence> {
    let mut there = None;
    for &id in mentions {
        let mention = findings.mention(id);
        if !mention.span.overlaps(place.span) {
            continue;
        }
        if mention.span == place.span {
            let is_right = mention.kind == marked.kind && mention.entity == marked.entity;
            // A role or a date of the very same words is something else.
            if is_right || !mention.kind.is_name() {
                return None;
            }
            there = Some(id);
        } else if mention.span.contains(place.span) {
            let is_own = mention.entity.is_some() && mention.entity == marked.entity;
            let is_longer_name = mention.kind.is_name() && mention.form == Form::Name;
            if is_longer_name || is_own && mention.kind.is_name() {
                return None;
            }
        } else if !place.span.contains(mention.span) {
            return None;
        }
    }
    Some(Occurrence {
        span: place.span,
        mention: there,
        is_part: place.is_part,
    })
}

/// Other marks of the same kind on the same name, in text order: what is to be rejected, too, when one of them is wrong.
pub fn alike(article: &Article, findings: &Findings, id: MentionId) -> Vec<Occurrence> {
    let text = &article.text;
    let Some(one) = findings.mentions.get(id.0 as usize) else {
        return Vec::new();
    };
    let forms = forms(text, one.span.of(text), one.kind);
    let places = forms.iter().flat_map(|form| places(text, form, one.kind));
    let spans: BTreeSet<Span> = places.map(|place| place.span).collect();
    let mut alike: Vec<Occurrence> = (findings.mentions.iter().enumerate())
        .filter(|(index, mention)| {
            *index != id.0 as usize
                && mention.verdict != Verdict::Rejected
                && mention.kind == one.kind
                && mention.form == one.form
                && spans.contains(&mention.span)
        })
        .map(|(index, mention)| of_mention(MentionId(index as u32), mention))
        .collect();
    alike.sort_by_key(|occurrence| occurrence.span);
    alike
}

/// Every place where an entity is mentioned, in text order.
pub fn of_entity(findings: &Findings, id: EntityId) -> Vec<Occurrence> {
    let mentions = findings.mentions_of(id);
    mentions
        .map(|(id, mention)| of_mention(id, mention))
        .collect()
}

fn of_mention(id: MentionId, mention: &crate::document::Mention) -> Occurrence {
    Occurrence {
        span: mention.span,
        mention: Some(id),
        is_part: mention.form == Form::Part,
    }
}

#[cfg(test)]
#[path = "occurrences_tests.rs"]
mod tests;
