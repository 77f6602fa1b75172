//! Where names stand in a text: at word borders, in the genitive, as the first part of a compound with a hyphen, with
//! the endings of adjectives ("Süddeutschen Zeitung").
//!
//! One tree over the pieces of names, so that thousands of entries cost no more than one. Limits: no compounds without
//! hyphen ("Scholzanhänger"), no second parts ("Ex-Scholz").

use std::collections::HashMap;

use super::entry::{Entry, MAX_WORDS};
use crate::document::{Form, Kind};
use crate::german::inflection::{is_known, without_genitive};
use crate::span::Span;

/// A place where the name of an entry stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit<'a> {
    /// Of a compound the whole word.
    pub span: Span,
    /// [`Form::Name`], or [`Form::Part`] for "Al-Watan-Journalist".
    pub form: Form,
    /// What is found: a name, or what is never a name.
    pub entry: &'a Entry,
}

/// The tree. The first node is its root.
#[derive(Debug, Default)]
pub(super) struct Names {
    entries: Vec<Entry>,
    nodes: Vec<Node>,
}

#[derive(Debug, Default)]
struct Node {
    /// Piece → node.
    next: HashMap<String, usize>,
    /// The entry whose name ends here.
    entry: Option<usize>,
}

/// A run of letters and digits, or another character that is no space.
#[derive(Clone, Copy, Debug)]
struct Piece {
    span: Span,
    is_word: bool,
    /// Whether it follows the one before without a space.
    is_joined: bool,
}

/// Before the stem of an adjective in the tree; stands in no text that is looked up.
const STEM: char = '\u{1}';

/// Endings that an adjective may have.
const ENDINGS: [&str; 5] = ["en", "em", "er", "es", "e"];

impl Names {
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Adds the name of an entry; of two with one name the later counts.
    pub fn add(&mut self, entry: Entry) {
        let name = entry.words().to_owned();
        let takes_endings = !matches!(
            entry,
            Entry::Name {
                kind: Kind::Person,
                ..
            }
        );
        let pieces = pieces(&name);
        let Some(last) = pieces.len().checked_sub(1) else {
            return;
        };
        if self.nodes.is_empty() {
            self.nodes.push(Node::default());
        }
        let mut node = 0;
        for (index, piece) in pieces.iter().enumerate() {
            let words = piece.span.of(&name);
            let stem = adjective_stem(words).filter(|_| takes_endings && index < last);
            let key = key(*piece, stem.unwrap_or(words), stem.is_some());
            let new = self.nodes.len();
            node = *self.nodes[node].next.entry(key).or_insert(new);
            if node == new {
                self.nodes.push(Node::default());
            }
        }
        self.nodes[node].entry = Some(self.entries.len());
        self.entries.push(entry);
    }

    pub fn hits(&self, text: &str) -> Vec<Hit<'_>> {
        if self.is_empty() {
            return Vec::new();
        }
        let pieces = pieces(text);
        let mut hits = Vec::new();
        let mut at = 0;
        while at < pieces.len() {
            let is_inside = pieces[at].is_joined
                && at
                    .checked_sub(1)
                    .is_some_and(|before| joins(text, pieces[before]));
            let found = if is_inside {
                None
            } else {
                self.longest(text, &pieces, at)
            };
            let Some((end, entry)) = found else {
                at += 1;
                continue;
            };
            let (compound_end, is_compound) = compound(text, &pieces, end);
            hits.push(Hit {
                span: pieces[at].span.hull(pieces[compound_end - 1].span),
                form: if is_compound { Form::Part } else { Form::Name },
                entry: &self.entries[entry],
            });
            at = compound_end;
        }
        hits
    }

    /// The longest name that begins with piece `start`: one past its last piece, and its entry.
    fn longest(&self, text: &str, pieces: &[Piece], start: usize) -> Option<(usize, usize)> {
        let mut best: Option<(usize, usize)> = None;
        // Places in the tree that what was read so far leads to.
        let mut places = vec![0_usize];
        let mut index = start;
        while !places.is_empty() && index < pieces.len() && index < start + 4 * MAX_WORDS {
            let mut piece = pieces[index];
            // What stands before the name is not part of it.
            piece.is_joined &= index != start;
            let words = piece.span.of(text);
            let mut further = Vec::new();
            for &place in &places {
                let node = &self.nodes[place];
                let exact = node.next.get(&key(piece, words, false));
                if let Some(&next) = exact {
                    further.push(next);
                    let end = index + 1;
                    if let Some(entry) = self.nodes[next].entry {
                        best = Some((genitive_mark(text, pieces, end), entry));
                        continue;
                    }
                }
                let genitive = genitive(words).find_map(|stem| {
                    let next = node.next.get(&key(piece, stem, false))?;
                    self.nodes[*next].entry
                });
                if let Some(entry) = genitive {
                    best = Some((index + 1, entry));
                }
                let stem = adjective_stem(words);
                further.extend(stem.and_then(|stem| node.next.get(&key(piece, stem, true))));
            }
            places = further;
            index += 1;
        }
        best
    }
}

/// What a piece is called in the tree.
fn key(piece: Piece, words: &str, is_stem: bool) -> String {
    let mut key = String::with_capacity(words.len() + 2);
    if !piece.is_joined {
        key.push(' ');
    }
    if is_stem {
        key.push(STEM);
    }
    key.push_str(words);
    key
}

/// What a word would be without the ending of an adjective.
fn adjective_stem(word: &str) -> Option<&str> {
    const SHORTEST: usize = 3;
    let is_name = word.starts_with(char::is_uppercase) && word.chars().any(char::is_lowercase);
    let stem = ENDINGS
        .iter()
        .find_map(|ending| word.strip_suffix(ending))?;
    (is_name && SHORTEST <= stem.chars().count()).then_some(stem)
}

/// What a word may be the genitive of: "Watans", "Bundestages".
fn genitive(word: &str) -> impl Iterator<Item = &str> {
    // "Hans" is not Han's.
    let is_own = |stem: &&str| !is_known(word) || is_known(stem);
    let short = without_genitive(word).filter(is_own);
    let long = word
        .strip_suffix("es")
        .filter(|stem| 3 < stem.chars().count());
    short.into_iter().chain(long.filter(is_own))
}

/// One past the apostrophe of a genitive after the name that ends before `end`: "Hans’ Boot".
fn genitive_mark(text: &str, pieces: &[Piece], end: usize) -> usize {
    let last = pieces[end - 1].span.of(text);
    let is_mark = pieces
        .get(end)
        .is_some_and(|piece| piece.is_joined && matches!(piece.span.of(text), "’" | "'"));
    // Before a letter it would be something else: "Watan's".
    let is_last = pieces
        .get(end + 1)
        .is_none_or(|next| !next.is_joined || !next.is_word);
    let takes_mark = last.ends_with(['s', 'ß', 'x', 'z']);
    end + usize::from(is_mark && is_last && takes_mark)
}

/// Whether a piece ties the next to the one before: "Ost-Berlin", "CDU/CSU", "A&O".
fn joins(text: &str, piece: Piece) -> bool {
    piece.is_joined && matches!(piece.span.of(text), "-" | "‑" | "/" | "&" | "@" | "_" | "·")
}

/// One past the word that the name before `end` is the first part of, and whether there is such a word.
fn compound(text: &str, pieces: &[Piece], end: usize) -> (usize, bool) {
    let mut at = end;
    loop {
        let is_hyphen = pieces
            .get(at)
            .is_some_and(|piece| piece.is_joined && matches!(piece.span.of(text), "-" | "‑"));
        let is_further = pieces
            .get(at + 1)
            .is_some_and(|piece| piece.is_joined && piece.is_word);
        if !is_hyphen || !is_further {
            return (at, at != end);
        }
        at += 2;
    }
}

/// What a text is made of.
fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for (at, character) in text.char_indices() {
        if character.is_whitespace() || character.is_control() {
            continue;
        }
        let end = at + character.len_utf8();
        let is_word =
            character.is_alphanumeric() || matches!(character, '\u{300}'..='\u{36f}' | '\u{ad}');
        let last = pieces.last_mut();
        let is_joined = last.as_ref().is_some_and(|last| last.span.end() == at);
        match last {
            Some(last) if is_joined && is_word && last.is_word => {
                last.span = Span::new(last.span.start(), end);
            }
            _ => pieces.push(Piece {
                span: Span::new(at, end),
                is_word,
                is_joined,
            }),
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::super::PersonalLexicon;
    use super::*;
    use proptest::prelude::*;

    fn entry(name: &str, kind: Kind) -> Entry {
        Entry::name(name, kind, None).expect("a name")
    }

    fn found<'a>(entries: &[(&str, Kind)], text: &'a str) -> Vec<(&'a str, Form)> {
        let entries = entries.iter().map(|&(name, kind)| entry(name, kind));
        let lexicon = PersonalLexicon::new(entries);
        let hits = lexicon.hits(text).into_iter();
        hits.map(|hit| (hit.span.of(text), hit.form)).collect()
    }

    #[test]
    fn names_stand_at_word_borders_in_all_cases_and_compounds() {
        let text = "Al-Watan meldete, Al-Watans Büro und ein Al-Watan-Journalist; Al-Watani, Nicht-Al-Watan.";
        assert_eq!(
            found(&[("Al-Watan", Kind::Organisation)], text),
            [
                ("Al-Watan", Form::Name),
                ("Al-Watans", Form::Name),
                ("Al-Watan-Journalist", Form::Part)
            ]
        );
    }

    #[test]
    fn apostrophes_and_long_genitives_are_genitives() {
        let entries = [
            ("Jens Voss", Kind::Person),
            ("Kulturrat", Kind::Organisation),
        ];
        let text = "Jens Voss’ Rede. ‚Jens Voss‘ hieß er. Des Kulturrates wegen.";
        assert_eq!(
            found(&entries, text),
            [
                ("Jens Voss’", Form::Name),
                ("Jens Voss", Form::Name),
                ("Kulturrates", Form::Name)
            ]
        );
    }

    #[test]
    fn a_known_name_is_no_genitive_of_another() {
        assert_eq!(found(&[("Han", Kind::Person)], "Hans kam."), []);
        assert_eq!(found(&[("Watan", Kind::Other)], "Watans kam.").len(), 1);
    }

    #[test]
    fn the_longest_name_is_found_over_line_breaks() {
        let entries = [("Radio", Kind::Other), ("Radio Nord", Kind::Organisation)];
        assert_eq!(
            found(&entries, "Radio\nNord und Radio, RadioNord"),
            [("Radio\nNord", Form::Name), ("Radio", Form::Name)]
        );
        assert_eq!(
            found(&[("A B C", Kind::Other), ("B", Kind::Other)], "A B A B C"),
            [("B", Form::Name), ("A B C", Form::Name)]
        );
    }

    #[test]
    fn adjectives_in_names_take_their_endings_but_persons_do_not() {
        let entries = [("Norddeutsche Post", Kind::Organisation)];
        let text = "der Norddeutschen Post, Norddeutsche Posts, Norddeutscher Post";
        assert_eq!(found(&entries, text).len(), 3);
        assert_eq!(found(&[("Dieter Post", Kind::Person)], "Dieten Post"), []);
    }

    #[test]
    fn of_two_entries_with_one_name_the_later_counts() {
        let never = Entry::never("Ulm").expect("a name");
        let lexicon = PersonalLexicon::new([entry("Ulm", Kind::Person), never.clone()]);
        assert_eq!(lexicon.hits("Ulm")[0].entry, &never);
    }

    #[test]
    fn thousands_of_names_with_one_beginning_stay_fast() {
        let names = (0..20_000).map(|number| entry(&format!("Radio Nord {number}"), Kind::Other));
        let lexicon = PersonalLexicon::new(names);
        let text = "Radio Nord 19999 und Radio Nord ".repeat(10_000);
        let start = std::time::Instant::now();
        assert_eq!(lexicon.hits(&text).len(), 10_000);
        assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
    }

    proptest! {
        #[test]
        fn hits_are_disjoint_and_in_order(
            names in prop::collection::vec("[AaBß](-|n| |’|es|s){0,2}[Aab]{0,2}", 0..8),
            text in "([AaBßb]|-|n| |’|es|s|\n){0,40}",
        ) {
            let lexicon = PersonalLexicon::new(names.iter().filter_map(|name| Entry::never(name)));
            let hits = lexicon.hits(&text);
            for pair in hits.windows(2) {
                prop_assert!(pair[0].span.end() <= pair[1].span.start());
            }
            for hit in hits {
                prop_assert!(!hit.span.is_empty() && text.get(hit.span.range()).is_some());
            }
        }
    }
}
