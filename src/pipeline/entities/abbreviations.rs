//! Abbreviations and what they stand for.

use crate::document::{Form, Kind, Mention, Token, overlapping};
use crate::pipeline::names::nested::is_nested;

/// Pairs of names, long and short, where one stands in brackets behind the other: "Weltgesundheitsorganisation (WHO)".
pub fn in_brackets<'a>(
    text: &'a str,
    tokens: &'a [Token],
    names: &'a [Mention],
) -> impl Iterator<Item = (usize, usize)> + 'a {
    let mut outer = (0..names.len()).filter(|&index| !is_nested(names, index));
    let mut last = outer.next();
    let neighbours = outer.filter_map(move |index| Some((last.replace(index)?, index)));
    neighbours.filter_map(move |(index, next)| {
        let (before, inside) = (&names[index], &names[next]);
        let is_thing = |name: &Mention| name.form == Form::Name && name.kind != Kind::Person;
        if !is_thing(before) || !is_thing(inside) {
            return None;
        }
        let (end, start) = (
            overlapping(tokens, before.span).end,
            overlapping(tokens, inside.span),
        );
        let word = |at: usize| tokens.get(at).map_or("", |token| token.span.of(text));
        let bracketed = word(end) == "("
            && start.start == end + 1
            && matches!(word(start.end), ")" | "," | ";");
        if !bracketed {
            return None;
        }
        let (first, second) = (before.span.of(text), inside.span.of(text));
        if abbreviates(second, first) {
            Some((index, next))
        } else if abbreviates(first, second) {
            Some((next, index))
        } else {
            None
        }
    })
}

/// Whether the letters of `short` stand in `long` in this order, the first one at the start of a word.
///
/// "BKA" abbreviates "Bundeskriminalamt", "SPD" does not abbreviate "Berlin"; an English abbreviation of a German name
/// ("WHO") needs only to begin a word or end like it.
fn abbreviates(short: &str, long: &str) -> bool {
    let capitals = short.chars().filter(|c| c.is_uppercase()).count();
    let is_short = 2 <= capitals
        && short.chars().count() <= 12
        && !short.contains(' ')
        && short.len() < long.len();
    if !is_short {
        return false;
    }
    // A single capitalised word or several: whatever stands in brackets right behind it in capitals is its short form,
    // if half of its letters occur in it.
    let lower = long.to_lowercase();
    let letters: Vec<char> = short
        .to_lowercase()
        .chars()
        .filter(|c| c.is_alphabetic())
        .collect();
    let common = letters
        .iter()
        .filter(|&&letter| lower.contains(letter))
        .count();
    letters.len() <= 2 * common
}

/// First letters of the capitalised words of a name of three or more: "OSZE", "UNHCR" has none; hyphens part words.
pub fn initials(name: &str) -> Option<String> {
    let words = name
        .split([' ', '-'])
        .filter_map(|word| word.chars().next());
    let initials: String = words.filter(|letter| letter.is_uppercase()).collect();
    (3 <= initials.chars().count()).then_some(initials)
}
