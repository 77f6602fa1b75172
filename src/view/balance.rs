//! Who has how much of an article: the narrator, those who are quoted, and those who are only talked about.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use unicode_segmentation::UnicodeSegmentation;

use crate::document::{Document, EntityId, Findings, Kind, StatementId, StatementKind};
use crate::span::Span;

use super::listing::by_name;
use super::speaker::{Speaker, SpeakerKey};
use super::statements::Row;
use super::{entities, voices};

/// Mentioned so often, somebody might be expected to have a say.
pub const MANY_MENTIONS: usize = 3;

/// What the words of an article are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Somebody's very words.
    Direct,
    /// What somebody says, in the narrator's words.
    Indirect,
    /// That somebody says something.
    Reported,
    /// Nobody's but the narrator's.
    Narrator,
}

impl Part {
    /// All parts, in the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::Direct, Self::Indirect, Self::Reported, Self::Narrator];

    /// What statements of a kind are; free indirect speech is indirect, too.
    pub fn of(kind: StatementKind) -> Self {
        match kind {
            StatementKind::Direct => Self::Direct,
            StatementKind::Indirect
            | StatementKind::FreeIndirect
            | StatementKind::IndirectFreeIndirect => Self::Indirect,
            StatementKind::Reported => Self::Reported,
        }
    }
}

/// The figures of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Balance {
    /// Words of the article.
    pub n_words: usize,
    /// Statements in it; not those that are the article's own words.
    pub n_statements: usize,
    /// Words of each part, in the order of [`Part::ALL`]. Every word is in one of them: what somebody quotes within a
    /// statement belongs to the one who is quoted.
    pub parts: [usize; Part::ALL.len()],
    /// Everyone who says something: who has most words first, unknown last.
    pub voices: Vec<Voice>,
    /// Persons and organisations that are mentioned often and never say or pass on anything, the most mentioned first.
    pub silent: Vec<Silent>,
    /// Whose source stays unnamed: the speaker, or somebody on the way.
    pub anonymous: Tally,
    /// By nobody who is known.
    pub unknown: Tally,
}

/// What one speaker has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// Who it is.
    pub speaker: Speaker,
    /// Statements by it.
    pub n_statements: usize,
    /// Words of these that are direct, indirect and reported; the narrator has none of them.
    pub parts: [usize; Part::ALL.len()],
}

impl Voice {
    /// Words of all its statements.
    pub fn n_words(&self) -> usize {
        self.parts.iter().sum()
    }
}

/// Somebody who has no voice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Silent {
    /// Who it is.
    pub id: EntityId,
    /// A person or an organisation.
    pub kind: Kind,
    /// The name.
    pub name: String,
    /// How often it is mentioned.
    pub n_mentions: usize,
}

/// Some of the statements.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many.
    pub n_statements: usize,
    /// Words in them.
    pub n_words: usize,
}

/// Where the words of an article begin, as Unicode counts them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordStarts(Vec<u32>);

impl WordStarts {
    /// Finds the words of a text.
    pub fn new(text: &str) -> Self {
        Self(
            text.unicode_word_indices()
                .map(|(at, _)| at as u32)
                .collect(),
        )
    }

    /// How many there are.
    pub fn n_words(&self) -> usize {
        self.0.len()
    }

    /// How many begin in a span.
    fn n_in(&self, span: Span) -> usize {
        let before = |offset: usize| self.0.partition_point(|&at| (at as usize) < offset);
        before(span.end()) - before(span.start())
    }
}

/// Counts the words of an article; `rows` are its statements.
pub fn balance(document: &Document, findings: &Findings, rows: &[Row]) -> Balance {
    balance_of(&WordStarts::new(document.text()), document, findings, rows)
}

/// The same where the words of the article are known.
pub fn balance_of(
    words: &WordStarts,
    document: &Document,
    findings: &Findings,
    rows: &[Row],
) -> Balance {
    let words_of = words_of_statements(words, document, findings, rows);
    let n_words = words.n_words();
    let mut parts = [0; Part::ALL.len()];
    let mut n_statements = 0;
    let (mut anonymous, mut unknown) = (Tally::default(), Tally::default());
    let mut voices: BTreeMap<&SpeakerKey, Voice> = BTreeMap::new();
    for row in rows {
        let n_words = words_of.get(&row.id).copied().unwrap_or_default();
        if row.speaker.key == SpeakerKey::Editorial {
            // The narrator's, and nobody's voice.
            continue;
        }
        n_statements += 1;
        let part = Part::of(row.kind) as usize;
        let voice = voices.entry(&row.speaker.key).or_insert_with(|| Voice {
            speaker: row.speaker.clone(),
            n_statements: 0,
            parts: [0; Part::ALL.len()],
        });
        voice.n_statements += 1;
        voice.parts[part] += n_words;
        parts[part] += n_words;
        let is_unknown = row.speaker.key == SpeakerKey::Unknown;
        for (tally, counts) in [
            (&mut anonymous, row.is_anonymous()),
            (&mut unknown, is_unknown),
        ] {
            if counts {
                tally.n_statements += 1;
                tally.n_words += n_words;
            }
        }
    }
    parts[Part::Narrator as usize] = n_words - parts.iter().sum::<usize>();
    let mut voices: Vec<Voice> = voices.into_values().collect();
    voices.sort_by_cached_key(|voice| {
        let is_unknown = voice.speaker.key == SpeakerKey::Unknown;
        let most = Reverse((voice.n_words(), voice.n_statements));
        (is_unknown, most, by_name(&voice.speaker))
    });
    Balance {
        n_words,
        n_statements,
        parts,
        voices,
        silent: silent(findings),
        anonymous,
        unknown,
    }
}

/// Shares of 100 % in whole percent that add up to it: by largest remainders, of equal ones the first. Nothing is 0 % of
/// nothing.
pub fn percents<const N: usize>(counts: [usize; N]) -> [usize; N] {
    let total: usize = counts.iter().sum();
    if total == 0 {
        return [0; N];
    }
    let mut percents = counts.map(|count| count * 100 / total);
    let mut by_remainder: Vec<usize> = (0..N).collect();
    by_remainder.sort_by_key(|&index| Reverse(counts[index] * 100 % total));
    let left = 100 - percents.iter().sum::<usize>();
    for &index in &by_remainder[..left] {
        percents[index] += 1;
    }
    percents
}

/// Words that belong to each statement and to none inside it.
fn words_of_statements(
    words: &WordStarts,
    document: &Document,
    findings: &Findings,
    rows: &[Row],
) -> BTreeMap<StatementId, usize> {
    let text = document.text();
    let ids: Vec<StatementId> = rows.iter().map(|row| row.id).collect();
    let stretches = voices::stretches(findings, Span::new(0, text.len()), &ids);
    let mut words_of = BTreeMap::new();
    for stretch in stretches {
        *words_of.entry(stretch.statement).or_default() += words.n_in(stretch.span);
    }
    words_of
}

fn silent(findings: &Findings) -> Vec<Silent> {
    let mut heard: BTreeSet<EntityId> = BTreeSet::new();
    for (_, statement) in findings.shown_statements() {
        let voices = statement.speaker.iter().chain(&statement.via);
        heard.extend(voices.filter_map(|voice| voice.entity));
    }
    let groups = entities::groups(findings).into_iter();
    let of_somebody =
        groups.filter(|group| matches!(group.kind, Kind::Person | Kind::Organisation));
    let mut silent: Vec<Silent> = of_somebody
        .flat_map(|group| {
            let entries = group.entries.into_iter();
            entries.map(move |entry| Silent {
                id: entry.id,
                kind: group.kind,
                name: entry.name,
                n_mentions: entry.n_mentions,
            })
        })
        .filter(|entry| MANY_MENTIONS <= entry.n_mentions && !heard.contains(&entry.id))
        .collect();
    silent.sort_by(|one, other| {
        (other.n_mentions, &one.name, one.id).cmp(&(one.n_mentions, &other.name, other.id))
    });
    silent
}

#[cfg(test)]
#[path = "balance_tests.rs"]
mod tests;
