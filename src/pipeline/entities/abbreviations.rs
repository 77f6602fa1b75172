//! Abbreviations and what they stand for.

use super::things;
use crate::document::{Form, Kind, Mention, overlapping};
use crate::pipeline::names::nested::is_nested;
use crate::pipeline::words::Words;

/// Pairs of names, long and short, where one stands in brackets behind the other: "Weltgesundheitsorganisation (WHO)",
/// "WHO (Weltgesundheitsorganisation)".
pub fn in_brackets<'a>(
    words: &'a Words<'a>,
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
        let end = overlapping(words.tokens, before.span);
        let start = overlapping(words.tokens, inside.span);
        // „Human Rights Watch“ (HRW): the mark may stand between.
        let mark = usize::from(matches!(
            words.word(end.end),
            "“" | "\"" | "«" | "»" | "‘" | "”"
        ));
        let open = end.end + mark;
        let bracketed = words.word(open) == "("
            && start.start == open + 1
            && matches!(words.word(start.end), ")" | "," | ";" | "/");
        if !bracketed {
            return None;
        }
        let (first, second) = (before.span.of(words.text), inside.span.of(words.text));
        // "Umweltprogramm der Vereinten Nationen (UNEP)" abbreviates more than the name before the bracket.
        let is_whole = !matches!(
            words.before(end.start),
            "der" | "des" | "für" | "von" | "vom" | "&"
        ) || end
            .start
            .checked_sub(2)
            .is_none_or(|noun| !words.word(noun).starts_with(char::is_uppercase));
        if abbreviates(second, first, is_whole) {
            Some((index, next))
        } else if abbreviates(first, second, true) {
            Some((next, index))
        } else {
            None
        }
    })
}

/// Whether `short` may abbreviate `long`, which stands beside it: by its first letter and half of the others, or, where
/// `is_whole`, by half of its letters, since many abbreviations are English ones of German names.
///
/// "BKA" abbreviates "Bundeskriminalamt", "WHO" "Weltgesundheitsorganisation"; "SPD" does not abbreviate "Berlin".
fn abbreviates(short: &str, long: &str, is_whole: bool) -> bool {
    if things::key(short) == things::key(long) {
        return true;
    }
    let capitals = short.chars().filter(|c| c.is_uppercase()).count();
    let is_short = 2 <= capitals
        && short.chars().count() <= 12
        && !short.contains(' ')
        && short.len() < long.len();
    if !is_short {
        return false;
    }
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
    let first = letters.first().copied();
    let begins = lower
        .split([' ', '-'])
        .any(|word| word.chars().next() == first);
    letters.len() <= 2 * common && (begins || is_whole)
}

/// What the initials of a name of three words or more may look like: "OSZE", and `GdP` with its small words; hyphens part words.
pub fn initials(name: &str) -> Vec<String> {
    let words = || {
        name.split([' ', '-'])
            .filter_map(|word| word.chars().next())
    };
    if words().count() < 3 {
        return Vec::new();
    }
    let capitals: String = words().filter(|letter| letter.is_uppercase()).collect();
    let all: String = words().collect();
    let mut initials = vec![capitals, all];
    initials.retain(|initials| 3 <= initials.chars().count());
    initials.dedup();
    initials
}
