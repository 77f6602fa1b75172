//! One form names one kind of thing in an article: "Brennfurt", three times a place, is no person in the headline.

use std::collections::BTreeMap;

use crate::document::{Form, Kind, Mention};

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
    use crate::document::{Confidence, Verdict};
    use crate::span::Span;

    #[test]
    fn the_usual_kind_wins_where_it_is_usual_enough() {
        let text = "Ulm Ulm Ulm Bonn Bonn";
        let mention = |start, end, kind| Mention {
            span: Span::new(start, end),
            kind,
            form: Form::Name,
            entity: None,
            value: None,
            confidence: Confidence::CERTAIN,
            verdict: Verdict::Open,
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
