//! The file that a personal lexicon is kept in: tab-separated, one entry on each line, made to be read and edited by hand.
//!
//! Lines that make no sense are told and kept; comments and the order of lines stay as they are.

use std::collections::HashMap;

use super::entry::Entry;
use crate::document::Kind;

/// What stands at the top of a new file.
const HEADER: &str = "\
# Wortlaut: personal lexicon – persönliches Wörterbuch
# One entry on each line, columns separated by tabs. Lines with # in front are comments.
# Ein Eintrag je Zeile, Spalten durch Tabulatoren getrennt. Zeilen mit # am Anfang zählen nicht.
#
# name\tAl-Watan\torganisation\t\tperson, organisation, location, other
# name\tScholz\tperson\tOlaf Scholz\tname of the entity, if it differs – voller Name, wenn er anders lautet
# never\tMorgen\t\t\tnever a name – nie ein Name
# no-cue\tbetonen\t\t\tannounces no statement – leitet keine Aussage ein
";

/// A file of entries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LexiconFile {
    lines: Vec<Line>,
    /// Whether something stood in it when it was read: then it needs no explanation on top.
    has_top: bool,
}

/// A line as it stands in the file, or an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Line {
    Entry(Entry),
    /// A comment, an empty line, or one that makes no sense; perhaps not even text.
    Other(Vec<u8>),
    /// An entry that a later one replaces, as it stands.
    Overruled(Entry),
}

/// A line that makes no sense.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// From 1.
    pub line: usize,
    /// What is wrong with it.
    pub reason: FaultReason,
}

/// What is wrong with a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FaultReason {
    /// It is not UTF-8.
    #[error("is no UTF-8 text")]
    NoText,
    /// It begins with no word that is known.
    #[error("begins with none of name, never, no-cue")]
    UnknownWord,
    /// The second column is empty, has no letter, or too many.
    #[error("has no word, or too many, in the second column")]
    NoWords,
    /// The third column of a name is no kind of name.
    #[error("has none of person, organisation, location, other in the third column")]
    UnknownKind,
    /// A later line says something else of the same words.
    #[error("is overruled by a later line on the same words")]
    Overruled,
}

/// What became of an entry that was added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Added {
    /// It is new.
    New,
    /// It was there.
    Known,
    /// It has taken the place of another one on the same words.
    Instead(Entry),
}

/// What came of taking over the entries of another file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// How many are new.
    pub n_new: usize,
    /// How many were there.
    pub n_known: usize,
    /// Those of the other file that contradict one that was there, which stays.
    pub contradicting: Vec<Entry>,
}

impl LexiconFile {
    /// Reads a file; never fails, see [`Self::faults`].
    pub fn read(bytes: &[u8]) -> Self {
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let lines = bytes.split(|&byte| byte == b'\n');
        let line = |line: &[u8]| match entry(line) {
            Ok(Some(entry)) => Line::Entry(entry),
            Ok(None) | Err(_) => Line::Other(line.to_vec()),
        };
        let mut lines: Vec<Line> = lines.map(line).collect();
        if lines.last() == Some(&Line::Other(Vec::new())) {
            lines.pop();
        }
        // The last word on something counts; the same word twice is none too many.
        let mut last: HashMap<(bool, String), usize> = HashMap::new();
        for index in 0..lines.len() {
            let Line::Entry(entry) = &lines[index] else {
                continue;
            };
            if let Some(before) = last.insert(entry.subject(), index)
                && let Line::Entry(overruled) = &lines[before]
            {
                lines[before] = Line::Overruled(overruled.clone());
            }
        }
        let has_top = !lines.is_empty();
        Self { lines, has_top }
    }

    /// The bytes of the file, with an explanation on top of a new one.
    pub fn write(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        if !self.has_top {
            bytes.extend_from_slice(HEADER.as_bytes());
        }
        for line in &self.lines {
            match line {
                Line::Entry(entry) | Line::Overruled(entry) => {
                    bytes.extend_from_slice(written(entry).as_bytes());
                }
                Line::Other(line) => bytes.extend_from_slice(line),
            }
            bytes.push(b'\n');
        }
        bytes
    }

    /// The entries that count, in the order of the file.
    pub fn entries(&self) -> impl DoubleEndedIterator<Item = &Entry> {
        self.lines.iter().filter_map(|line| match line {
            Line::Entry(entry) => Some(entry),
            Line::Other(_) | Line::Overruled(_) => None,
        })
    }

    /// Lines that make no sense, or are overruled by a later one that says something else.
    pub fn faults(&self) -> Vec<Fault> {
        let mut holding: HashMap<(bool, String), &Entry> = HashMap::new();
        holding.extend(self.entries().map(|entry| (entry.subject(), entry)));
        let reason = |line: &Line| match line {
            Line::Entry(_) => None,
            Line::Other(line) => entry(line).err(),
            Line::Overruled(entry) => {
                let is_said_again = holding.get(&entry.subject()) == Some(&entry);
                (!is_said_again).then_some(FaultReason::Overruled)
            }
        };
        let numbered = (1..).zip(&self.lines);
        numbered
            .filter_map(|(number, line)| {
                let reason = reason(line)?;
                Some(Fault {
                    line: number,
                    reason,
                })
            })
            .collect()
    }

    /// Adds an entry, at the end or in the place of one on the same words.
    pub fn add(&mut self, entry: Entry) -> Added {
        let place = self
            .lines
            .iter()
            .position(|line| matches!(line, Line::Entry(known) if known.is_about_the_same(&entry)));
        let Some(place) = place else {
            self.lines.push(Line::Entry(entry));
            return Added::New;
        };
        match std::mem::replace(&mut self.lines[place], Line::Entry(entry.clone())) {
            Line::Entry(known) if known != entry => Added::Instead(known),
            _ => Added::Known,
        }
    }

    /// Takes an entry away, with what it had overruled; `false` if it is not there.
    pub fn remove(&mut self, entry: &Entry) -> bool {
        let n_lines = self.lines.len();
        let is_there = self.entries().any(|known| known == entry);
        if is_there {
            self.lines.retain(|line| match line {
                Line::Entry(known) | Line::Overruled(known) => !known.is_about_the_same(entry),
                Line::Other(_) => true,
            });
        }
        self.lines.len() < n_lines
    }

    /// Takes over the entries of another file; where one contradicts what is there, that stays.
    pub fn merge(&mut self, other: &Self) -> Merged {
        let mut merged = Merged::default();
        let mut known: HashMap<(bool, String), Entry> = HashMap::new();
        known.extend(self.entries().map(|entry| (entry.subject(), entry.clone())));
        for entry in other.entries() {
            match known.get(&entry.subject()) {
                None => {
                    known.insert(entry.subject(), entry.clone());
                    self.lines.push(Line::Entry(entry.clone()));
                    merged.n_new += 1;
                }
                Some(known) if known == entry => merged.n_known += 1,
                Some(_) => merged.contradicting.push(entry.clone()),
            }
        }
        merged
    }
}

/// An entry as a line.
fn written(entry: &Entry) -> String {
    match entry {
        Entry::Name { name, kind, entity } => match entity {
            Some(entity) => format!("name\t{name}\t{}\t{entity}", kind.label()),
            None => format!("name\t{name}\t{}", kind.label()),
        },
        Entry::Never { name } => format!("never\t{name}"),
        Entry::NoCue { words } => format!("no-cue\t{words}"),
    }
}

/// The entry on a line; `None` on an empty line or a comment.
fn entry(line: &[u8]) -> Result<Option<Entry>, FaultReason> {
    let line = std::str::from_utf8(line).map_err(|_| FaultReason::NoText)?;
    let line = line.trim_matches(['\r', ' ']);
    if line.is_empty() || line.starts_with('#') || line.chars().all(char::is_whitespace) {
        return Ok(None);
    }
    // Some editors make spaces of tabs.
    let columns: Vec<&str> = if line.contains('\t') {
        line.split('\t').map(str::trim).collect()
    } else {
        let columns = line.split("  ").map(str::trim);
        columns.filter(|column| !column.is_empty()).collect()
    };
    let column = |index: usize| columns.get(index).copied().unwrap_or_default();
    let found = match column(0).to_lowercase().as_str() {
        "name" => {
            let kind = kind(column(2)).ok_or(FaultReason::UnknownKind)?;
            Entry::name(column(1), kind, Some(column(3)))
        }
        "never" => Entry::never(column(1)),
        "no-cue" | "no cue" => Entry::no_cue(column(1)),
        _ => return Err(FaultReason::UnknownWord),
    };
    found.map(Some).ok_or(FaultReason::NoWords)
}

/// A kind by its name in our files, or by another usual word for it.
fn kind(word: &str) -> Option<Kind> {
    Some(match word.to_lowercase().as_str() {
        "person" => Kind::Person,
        "organisation" | "organization" => Kind::Organisation,
        "location" | "place" | "ort" => Kind::Location,
        "other" | "sonstiges" => Kind::Other,
        _ => return None,
    })
}

#[cfg(test)]
#[path = "file_tests.rs"]
mod tests;
