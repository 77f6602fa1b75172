//! One form names one kind of thing in an article: "Brennfurt", three times a place, is no person in the headline;
//! "Strauss-Kahn" alone is a person where "Dominique Strauss-Kahn" has been named.

use std::collections::{BTreeMap, BTreeSet};

use crate::document::{Confidence, Form, Kind, Mention, PartOfSpeech, Tag, Token};

/// Surnames that stand alone and touch no name, of persons whom the article names in full. Mentions are sorted by place
/// and do not overlap; the new ones do not either.
///
/// Not behind an article or an adjective: "die Fischer" may be others.
pub fn bare_surnames(
    text: &str,
    tokens: &[Token],
    tags: &[Tag],
    mentions: &[Mention],
) -> Vec<Mention> {
    /// Eleven of twelve in Wikinews dev.
    const CONFIDENCE: f32 = 0.9;
    const SHORTEST_BYTES: usize = 4;
    let surname = |mention: &Mention| {
        let (_, surname) = mention.span.of(text).rsplit_once(char::is_whitespace)?;
        let is_full = mention.kind == Kind::Person && mention.form == Form::Name;
        (is_full && SHORTEST_BYTES <= surname.len() && surname.starts_with(char::is_uppercase))
            .then_some(surname)
    };
    let surnames: BTreeSet<&str> = mentions.iter().filter_map(surname).collect();
    if surnames.is_empty() {
        return Vec::new();
    }
    let mut taken = mentions.iter().peekable();
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        while taken
            .next_if(|name| name.span.end() <= token.span.start())
            .is_some()
        {}
        let word = token.span.of(text);
        let is_surname = surnames.contains(word)
            || word
                .strip_suffix('s')
                .is_some_and(|stem| surnames.contains(stem));
        if !is_surname
            || taken
                .peek()
                .is_some_and(|name| name.span.overlaps(token.span))
        {
            continue;
        }
        let before = at.checked_sub(1).and_then(|before| tags.get(before));
        let describes = before.is_some_and(|tag| {
            matches!(
                tag.part_of_speech,
                PartOfSpeech::Article
                    | PartOfSpeech::Determiner
                    | PartOfSpeech::Possessive
                    | PartOfSpeech::Adjective
                    | PartOfSpeech::Numeral
            )
        });
        if describes {
            continue;
        }
        found.push(Mention::new(
            token.span,
            Kind::Person,
            Form::Name,
            Confidence::new(CONFIDENCE),
        ));
    }
    found
}

/// Gives names that an article mostly takes for one kind that kind everywhere.
pub fn agree(text: &str, mentions: &mut [Mention]) {
    /// So many times as often must the usual kind stand.
    const TIMES: usize = 2;
    let mut counts: BTreeMap<&str, BTreeMap<Kind, usize>> = BTreeMap::new();
    let named = |mention: &&Mention| mention.form == Form::Name;
    for mention in mentions.iter().filter(named) {
        *counts
            .entry(mention.span.of(text))
            .or_default()
            .entry(mention.kind)
            .or_default() += 1;
    }
    counts.retain(|_, kinds| 1 < kinds.len());
    for mention in mentions
        .iter_mut()
        .filter(|mention| mention.form == Form::Name)
    {
        let Some(kinds) = counts.get(mention.span.of(text)) else {
            continue;
        };
        let usual = kinds
            .iter()
            .max_by_key(|&(kind, count)| (count, std::cmp::Reverse(kind)));
        let own = kinds.get(&mention.kind).copied().unwrap_or(0);
        if let Some((&kind, &count)) = usual
            && TIMES * own <= count
        {
            mention.kind = kind;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pipeline::sample::{Sample, sample};
    use crate::span::Span;

    #[test]
    fn a_surname_alone_is_a_person_where_the_full_name_stands() {
        let text = "Eva Fischer kam. Fischer blieb, Fischers Boot auch. Die Fischer gingen.";
        let Sample { tokens, tags, .. } = sample(text);
        let full = Mention::new(
            Span::new(0, "Eva Fischer".len()),
            Kind::Person,
            Form::Name,
            Confidence::CERTAIN,
        );
        let found = bare_surnames(text, &tokens, &tags, std::slice::from_ref(&full));
        let found: Vec<&str> = found.iter().map(|name| name.span.of(text)).collect();
        assert_eq!(found, ["Fischer", "Fischers"]);
        assert_eq!(bare_surnames(text, &tokens, &tags, &[]), []);
    }

    #[test]
    fn the_usual_kind_wins_where_it_is_usual_enough() {
        let text = "Ulm Ulm Ulm Bonn Bonn";
        let mention = |start, end, kind| {
            Mention::new(Span::new(start, end), kind, Form::Name, Confidence::CERTAIN)
        };
        let mut mentions = [
            mention(0, 3, Kind::Person),
            mention(4, 7, Kind::Location),
            mention(8, 11, Kind::Location),
            mention(12, 16, Kind::Person),
            mention(17, 21, Kind::Location),
        ];
        agree(text, &mut mentions);
        let kinds = mentions.map(|mention| mention.kind);
        let (person, place) = (Kind::Person, Kind::Location);
        assert_eq!(kinds, [place, place, place, person, place]);
    }
}
