//! Parties of persons: in brackets behind the name, or in the role: "(SPD, Hamburg)", "CDU-Abgeordneter".

use crate::learning::hashing::FixedMap;
use std::sync::LazyLock;

use crate::document::{Kind, Mention, Token, hull};
use crate::german::word_list::rows;
use crate::span::Span;

/// Form → usual name.
static PARTIES: LazyLock<FixedMap<&'static str, &'static str>> = LazyLock::new(|| {
    rows(include_str!("../../../assets/lexicon/parties.tsv"))
        .filter_map(|row| Some((row[0], *row.get(1)?)))
        .collect()
});

/// A party in brackets that begins at token `at`: "(SPD)", "(Bündnis 90/Die Grünen)", "(55, CDU)", "(CDU/Berlin)".
pub fn in_brackets(text: &str, tokens: &[Token], at: usize, names: &[Mention]) -> Option<Span> {
    /// Words that a bracket with a party may have.
    const MOST: usize = 8;
    let word = |at: usize| tokens.get(at).map_or("", |token| token.span.of(text));
    let close = (at..(at + MOST).min(tokens.len())).find(|&at| word(at) == ")")?;
    let mut first = at;
    // Each piece between commas on its own: "(58, SPD, Hamburg)".
    while first < close {
        let end = (first..close)
            .find(|&at| matches!(word(at), "," | ";"))
            .unwrap_or(close);
        if let Some(party) = piece(text, tokens, first..end, names) {
            return Some(party);
        }
        first = end + 1;
    }
    None
}

/// The party in one piece of a bracket.
fn piece(
    text: &str,
    tokens: &[Token],
    run: std::ops::Range<usize>,
    names: &[Mention],
) -> Option<Span> {
    /// "Bündnis 90 / Die Grünen"
    const MOST: usize = 5;
    if run.is_empty() || MOST < run.len() {
        return None;
    }
    let span = hull(tokens, run.clone());
    let surface = span.of(text);
    if PARTIES.contains_key(surface) || surface.contains("Grünen") || surface == "Freie Wähler" {
        return Some(span);
    }
    // "CDU/Berlin", "SPD Hamburg": the party, then where its member comes from.
    let end = surface.find(['/', ' ', '-', '–']).unwrap_or(surface.len());
    if PARTIES.contains_key(&surface[..end]) {
        return Some(Span::new(span.start(), span.start() + end));
    }
    let has_party = tokens[run]
        .iter()
        .any(|token| PARTIES.contains_key(token.span.of(text)));
    if has_party && surface.starts_with(char::is_uppercase) {
        return Some(span);
    }
    // "Merkel (dpa)" is no party; a bare organisation in brackets only counts where it is short like one.
    let is_organisation = names
        .binary_search_by(|name| name.span.cmp(&span))
        .is_ok_and(|found| names[found].kind == Kind::Organisation);
    let is_short = span.len() <= 5 && surface.chars().filter(|c| c.is_uppercase()).count() >= 2;
    (is_organisation && is_short).then_some(span)
}

/// The party of somebody with this role noun: "SPD-Politikerin" → "SPD", "Linken-Vorsitzende" → "Linke".
pub fn of_role(noun: &str) -> Option<&'static str> {
    /// Ends of roles that deal with a party without being in it.
    const OUTSIDERS: [&str; 12] = [
        "kritiker",
        "kritikerin",
        "gegner",
        "gegnerin",
        "kenner",
        "kennerin",
        "anwalt",
        "anwältin",
        "wähler",
        "wählerin",
        "aussteiger",
        "berater",
    ];
    let mut pieces = noun.split('-').peekable();
    let first = pieces.next_if(|piece| !matches!(*piece, "Ex" | "Vize" | "Alt"));
    let first = first.or_else(|| pieces.nth(1))?;
    let last = pieces.last()?.to_lowercase();
    let is_outsider = OUTSIDERS.iter().any(|end| last.ends_with(end))
        || matches!(
            last.as_str(),
            "experte" | "expertin" | "forscher" | "forscherin"
        );
    PARTIES.get(first).copied().filter(|_| !is_outsider)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_tells_the_party() {
        for (noun, party) in [
            ("SPD-Politikerin", Some("SPD")),
            ("Linken-Vorsitzende", Some("Linke")),
            ("Grünen-Fraktionschefin", Some("Grüne")),
            ("SPD-Gesundheitsexperte", Some("SPD")),
            ("AfD-Experte", None),
            ("AfD-Kritiker", None),
            ("Ex-SPD-Chef", Some("SPD")),
            ("Ex-Kanzler", None),
            ("Siemens-Chef", None),
            ("Kanzler", None),
        ] {
            assert_eq!(of_role(noun), party, "{noun}");
        }
    }
}
