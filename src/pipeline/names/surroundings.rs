//! What stands around a name decides where the model is unsure: "das Viertel Al-Maadi" is a place, „Bild am Sonntag“ a paper.

use crate::german::lower_case::lower_case;
use crate::learning::hashing::FixedMap;
use std::sync::LazyLock;

use crate::document::{Confidence, Form, Kind, Mention, Token, hull, overlapping};
use crate::german::known_names::known;
use crate::german::media::{Channel, channel, name_length};
use crate::german::word_list::rows;

/// Last part of a noun, in lower case → what a name behind it names.
static KIND_NOUNS: LazyLock<FixedMap<&'static str, Kind>> = LazyLock::new(|| {
    let entry = |row: Vec<&'static str>| {
        let kind = Kind::ALL.into_iter().find(|kind| kind.label() == row[1])?;
        Some((row[0], kind))
    };
    rows(include_str!("../../../assets/lexicon/kind_nouns.tsv"))
        .filter(|row| 1 < row.len())
        .filter_map(entry)
        .collect()
});

/// Corrects names that the model has found, sorted and disjoint, and adds media in quotation marks that it has missed.
pub fn correct(text: &str, tokens: &[Token], names: &mut Vec<Mention>) {
    names.retain(|name| {
        !name
            .span
            .of(text)
            .bytes()
            .all(|byte| byte.is_ascii_punctuation())
    });
    let mut before: Option<(usize, Kind)> = None;
    for name in names.iter_mut() {
        let run = overlapping(tokens, name.span);
        let word = |at: usize| tokens.get(at).map_or("", |token| token.span.of(text));
        let noun = run.start.checked_sub(1).map_or("", word);
        // "die Viertel Al-Maadi und Al-Mardschi": the noun is for both.
        let carried = before.filter(|&(end, _)| run.start == end + 1 && noun == "und");
        let told = kind_by_noun(noun).or(carried.map(|(_, kind)| kind));
        before = None;
        if let Some(kind) = told.filter(|_| name.form == Form::Name && name.kind.is_name()) {
            let is_listed = known(name.span.of(text)).is_some_and(|known| known.kind == name.kind);
            if !is_listed {
                name.kind = kind;
            }
            before = Some((run.end, kind));
        }
        // "Nord- und Südkorea": half a word is a part.
        if name.form == Form::Name && name.span.of(text).ends_with('-') && word(run.end) == "und" {
            name.form = Form::Part;
        }
    }
    let missed = media(text, tokens, names);
    names.extend(missed);
    names.sort_by_key(|name| name.span);
}

/// What a name behind `noun` names: "Hafenstadt" → a place.
fn kind_by_noun(noun: &str) -> Option<Kind> {
    /// Of a longer word, every ending would take too long to look up.
    const LONGEST_BYTES: usize = 64;
    if !noun.starts_with(char::is_uppercase) || LONGEST_BYTES < noun.len() {
        return None;
    }
    let lower = lower_case(noun);
    let mut starts = lower.char_indices().map(|(at, _)| at);
    starts.find_map(|start| KIND_NOUNS.get(&lower[start..]).copied())
}

/// Names of media that fill quotation marks and touch no name: „Bild am Sonntag“. An ordinary word ("Welt") needs a noun
/// for media before it.
fn media(text: &str, tokens: &[Token], names: &[Mention]) -> Vec<Mention> {
    /// As sure as a list and marks together are.
    const CONFIDENCE: f32 = 0.9;
    /// Words of the longest name of a medium in the list.
    const MOST: usize = 8;
    let word = |at: usize| tokens.get(at).map_or("", |token| token.span.of(text));
    let is_mark = |at: usize| matches!(word(at), "„" | "“" | "\"" | "»" | "«" | "”" | "‚" | "‘");
    let mut found = Vec::new();
    for at in 1..tokens.len() {
        if !is_mark(at - 1) || !word(at).starts_with(char::is_uppercase) {
            continue;
        }
        let end = at + name_length((at..(at + MOST).min(tokens.len())).map(word));
        if end == at || !is_mark(end) {
            continue;
        }
        let span = hull(tokens, at..end);
        let is_ordinary =
            known(span.of(text)).is_none_or(|known| known.is_ordinary) && end == at + 1;
        let after_noun = at
            .checked_sub(2)
            .is_some_and(|noun| channel(word(noun)) == Some(Channel::Medium));
        let next = names.partition_point(|name| name.span.end() <= span.start());
        let is_free = names.get(next).is_none_or(|name| !name.span.overlaps(span));
        if is_free && (!is_ordinary || after_noun) {
            found.push(Mention::new(
                span,
                Kind::Organisation,
                Form::Name,
                Confidence::new(CONFIDENCE),
            ));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pipeline::sample::{Sample, sample};
    use crate::span::Span;

    /// Names are given as [name] and are organisations before; afterwards they are shown with their kinds.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mut plain = String::new();
        let mut names = Vec::new();
        let mut start = 0;
        for character in text.chars() {
            match character {
                '[' => start = plain.len(),
                ']' => names.push(Mention::new(
                    Span::new(start, plain.len()),
                    Kind::Organisation,
                    Form::Name,
                    Confidence::CERTAIN,
                )),
                other => plain.push(other),
            }
        }
        let Sample { tokens, .. } = sample(&plain);
        correct(&plain, &tokens, &mut names);
        let shown: Vec<String> = names
            .iter()
            .map(|name| {
                let part = if name.form == Form::Part { " part" } else { "" };
                format!("{}: {}{part}", name.span.of(&plain), name.kind.label())
            })
            .collect();
        assert_eq!(shown.join("; "), expected, "{text}");
    }

    #[test]
    fn the_noun_before_tells_the_kind() {
        check(
            "Die Viertel [Al-Maadi] und [Al-Mardschi].",
            "Al-Maadi: location; Al-Mardschi: location",
        );
        check(
            "Die Hafenstadt [Xyz] und der [Abc].",
            "Xyz: location; Abc: organisation",
        );
        check("Die Stadt [SPD] hat.", "SPD: organisation");
        check("Das Haus [Xyz].", "Xyz: organisation");
    }

    #[test]
    fn media_in_marks_are_found_without_the_marks() {
        check(
            "Das sagte sie der „Bild am Sonntag“ gestern.",
            "Bild am Sonntag: organisation",
        );
        check(
            "Das sagte sie der Zeitung „Welt“ gestern.",
            "Welt: organisation",
        );
        check("Sie will die „Welt“ sehen.", "");
        check("Der „[Spiegel]“ schrieb.", "Spiegel: organisation");
    }

    #[test]
    fn signs_and_halves_are_no_names() {
        check("Die CDU-[/]CSU.", "");
        check(
            "In [Nord-] und [Südkorea].",
            "Nord-: organisation part; Südkorea: organisation",
        );
    }
}
