//! Lines of brat standoff, taken apart.

use std::collections::BTreeSet;
use std::path::Path;

use crate::exchange::import::{Misfit, Unfit};

/// One annotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Record {
    /// Its id, or its line where it has none.
    pub(super) id: String,
    pub(super) line: Line,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// `T1⇥Person 0 5;7 9⇥Words`.
    Mark {
        label: String,
        ranges: Vec<(usize, usize)>,
        words: String,
    },
    /// `R1⇥SaidBy Arg1:T1 Arg2:T2`.
    Relation {
        label: String,
        from: String,
        to: String,
    },
    /// `E1⇥Statement:T1 Speaker:T2`.
    Event {
        label: String,
        trigger: String,
        roles: Vec<(String, String)>,
    },
    /// `A1⇥Verdict T1 accepted`; `M1⇥Negation T1` in old files.
    Attribute {
        label: String,
        target: String,
        value: String,
    },
    /// `N1⇥Reference T1 Wikipedia:534366⇥Name`.
    Reference {
        label: String,
        target: String,
        database: String,
        number: String,
        words: String,
    },
    /// `#1⇥AnnotatorNotes T1⇥Words`.
    Note {
        label: String,
        target: String,
        words: String,
    },
    /// `*⇥Equiv T1 T2 T3`.
    Equivalent(Vec<String>),
}

/// Whether a file may be standoff: by its name, or by its first line.
pub(super) fn is_standoff(path: &Path, bytes: &[u8]) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str());
    if ending.is_some_and(|ending| matches!(ending, "ann" | "a1" | "a2")) {
        return true;
    }
    let start = &bytes[..bytes.len().min(400)];
    let start = String::from_utf8_lossy(start);
    let first = start.lines().next().unwrap_or_default();
    let Some((id, rest)) = first.split_once('\t') else {
        return false;
    };
    id.len() < 12 && letter_of(id) == Some('T') && mark(rest).is_some()
}

/// All lines that can be read; the others are told. Empty lines are none.
pub(super) fn records(text: &str, unfit: &mut Vec<Unfit>) -> Vec<Record> {
    let (mut records, mut ids) = (Vec::new(), BTreeSet::new());
    for (number, line) in (1..).zip(text.split('\n')) {
        let line = line.strip_suffix('\r').unwrap_or(line);
        if line.trim().is_empty() {
            continue;
        }
        let (id, rest) = line.split_once('\t').unwrap_or((line, ""));
        let is_new = id == "*" || (letter_of(id).is_some() && ids.insert(id));
        let parsed = parsed(id, rest).filter(|_| is_new);
        match parsed {
            Some(parsed) => records.push(Record {
                id: if id == "*" {
                    format!("line {number}")
                } else {
                    id.to_owned()
                },
                line: parsed,
            }),
            None => unfit.push(Unfit {
                place: format!("line {number}"),
                reason: Misfit::Incomplete,
                words: line.chars().take(60).collect(),
            }),
        }
    }
    records
}

/// The first letter of an id, if it is one: letters or `#`, then a number.
fn letter_of(id: &str) -> Option<char> {
    let letters =
        id.trim_start_matches(|letter: char| letter.is_ascii_alphabetic() || letter == '#');
    let has_letters = letters.len() < id.len();
    let has_number = letters.starts_with(|digit: char| digit.is_ascii_digit());
    (id.chars().next()).filter(|_| has_letters && has_number)
}

fn parsed(id: &str, rest: &str) -> Option<Line> {
    if id == "*" {
        let mut ids = rest.split_whitespace().map(str::to_owned);
        ids.next()?;
        return Some(Line::Equivalent(ids.collect()));
    }
    match letter_of(id)? {
        'T' => mark(rest),
        'R' => {
            let mut words = rest.split_whitespace();
            let label = words.next()?.to_owned();
            let mut arguments = words.map(|word| word.split_once(':'));
            let (first, second) = (arguments.next()??, arguments.next()??);
            let is_turned = first.0 == "Arg2" && second.0 == "Arg1";
            let (from, to) = if is_turned {
                (second, first)
            } else {
                (first, second)
            };
            let (from, to) = (from.1.to_owned(), to.1.to_owned());
            arguments
                .next()
                .is_none()
                .then_some(Line::Relation { label, from, to })
        }
        'E' => {
            let mut words = rest.split_whitespace();
            let (label, trigger) = words.next()?.split_once(':')?;
            let roles = words.map(|word| {
                let (role, id) = word.split_once(':')?;
                Some((role.to_owned(), id.to_owned()))
            });
            Some(Line::Event {
                label: label.to_owned(),
                trigger: trigger.to_owned(),
                roles: roles.collect::<Option<_>>()?,
            })
        }
        'A' | 'M' => {
            let mut words = rest.splitn(3, ' ').map(|word| word.trim().to_owned());
            let (label, target) = (words.next()?, words.next()?);
            let value = words.next().unwrap_or_default();
            (!label.is_empty() && !target.is_empty()).then_some(Line::Attribute {
                label,
                target,
                value,
            })
        }
        'N' => {
            let (data, words) = rest.split_once('\t').unwrap_or((rest, ""));
            let mut parts = data.split_whitespace();
            let (label, target) = (parts.next()?.to_owned(), parts.next()?.to_owned());
            let (database, number) = parts.next()?.split_once(':')?;
            Some(Line::Reference {
                label,
                target,
                database: database.to_owned(),
                number: number.to_owned(),
                words: words.to_owned(),
            })
        }
        '#' => {
            let (data, words) = rest.split_once('\t').unwrap_or((rest, ""));
            let (label, target) = data.split_once(' ')?;
            Some(Line::Note {
                label: label.to_owned(),
                target: target.trim().to_owned(),
                words: words.to_owned(),
            })
        }
        _ => None,
    }
}

fn mark(rest: &str) -> Option<Line> {
    let (data, words) = rest.split_once('\t').unwrap_or((rest, ""));
    let (label, places) = data.split_once(' ')?;
    let range = |place: &str| {
        let (start, end) = place.trim().split_once(' ')?;
        let (start, end) = (start.parse().ok()?, end.trim().parse().ok()?);
        Some((start, end)).filter(|(start, end)| start < end)
    };
    let ranges: Option<Vec<(usize, usize)>> = places.split(';').map(range).collect();
    Some(Line::Mark {
        label: label.to_owned(),
        ranges: ranges?,
        words: words.to_owned(),
    })
}
