//! Media by name ("Interfax", "New York Times") and nouns for the way a statement came ("Zeitung", "Interview").

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::word_list;
use crate::german::lower_case::lower_case;

/// The way a statement came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channel {
    /// "Zeitung", "Radio".
    Medium,
    /// "Mitteilung", "Studie".
    Document,
    /// "Interview", "Pressekonferenz".
    Occasion,
}

/// First word of a medium's name → the words that follow, longest first.
static NAMES: LazyLock<BTreeMap<&'static str, Vec<Vec<&'static str>>>> = LazyLock::new(|| {
    let mut names: BTreeMap<&str, Vec<Vec<&str>>> = BTreeMap::new();
    for row in word_list::rows(include_str!("../../assets/lexicon/sources.tsv")) {
        let mut words = row[0].split(' ');
        if let Some(first) = words.next() {
            names.entry(first).or_default().push(words.collect());
        }
    }
    for rest in names.values_mut() {
        rest.sort_by_key(|words| std::cmp::Reverse(words.len()));
        rest.dedup();
    }
    names
});

static CHANNELS: LazyLock<BTreeMap<&'static str, Channel>> = LazyLock::new(|| {
    let rows = word_list::rows(include_str!("../../assets/lexicon/channels.tsv"));
    let entry = |row: Vec<&'static str>| {
        let channel = match *row.get(2)? {
            "medium" => Channel::Medium,
            "document" => Channel::Document,
            _ => Channel::Occasion,
        };
        Some((row[0], channel))
    };
    rows.filter_map(entry).collect()
});

/// Number of words at the start of `words` that name a medium; 0 for none. A genitive "s" at the end is looked through.
pub fn name_length<'a>(mut words: impl Iterator<Item = &'a str> + Clone) -> usize {
    let Some(first) = words.next() else { return 0 };
    let same =
        |expected: &str, word: &str| word == expected || word.strip_suffix('s') == Some(expected);
    let follows = |rest: &Vec<&str>| {
        let mut words = words.clone();
        rest.iter()
            .all(|expected| words.next().is_some_and(|word| same(expected, word)))
    };
    let rests = NAMES
        .get(first)
        .or_else(|| NAMES.get(first.strip_suffix('s')?));
    rests
        .and_then(|rests| rests.iter().find(|rest| follows(rest)))
        .map_or(0, |rest| rest.len() + 1)
}

/// What kind of channel a noun is: "Tageszeitung" and "Fernseh-Interview" by their last part.
pub fn channel(noun: &str) -> Option<Channel> {
    /// Last parts of compounds that are media, occasions and documents more often than not.
    const ENDINGS: [(&str, Channel); 14] = [
        ("zeitung", Channel::Medium),
        ("magazin", Channel::Medium),
        ("sender", Channel::Medium),
        ("agentur", Channel::Medium),
        ("rundfunk", Channel::Medium),
        ("fernsehen", Channel::Medium),
        ("radio", Channel::Medium),
        ("interview", Channel::Occasion),
        ("gespräch", Channel::Occasion),
        ("konferenz", Channel::Occasion),
        ("erklärung", Channel::Document),
        ("mitteilung", Channel::Document),
        ("bericht", Channel::Document),
        ("studie", Channel::Document),
    ];
    let known = CHANNELS.get(noun).copied();
    let by_ending = || {
        let lower = lower_case(noun);
        ENDINGS
            .iter()
            .find(|(ending, _)| lower.ends_with(ending))
            .map(|&(_, channel)| channel)
    };
    known.or_else(by_ending)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_several_words_are_found_whole() {
        assert_eq!(
            name_length(["New", "York", "Times", "berichtet"].into_iter()),
            3
        );
        assert_eq!(name_length(["Interfax", "zufolge"].into_iter()), 1);
        assert_eq!(name_length(["Haus"].into_iter()), 0);
    }

    #[test]
    fn compounds_are_what_their_last_part_is() {
        assert_eq!(channel("Tageszeitung"), Some(Channel::Medium));
        assert_eq!(channel("ARD-Interview"), Some(Channel::Occasion));
        assert_eq!(channel("Haus"), None);
    }
}
