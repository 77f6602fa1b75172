//! Which marks stand on the line of a token, and on those of its parts.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::marks::{Layer, Mark};
use crate::exchange::words::Words;
use crate::span::Span;

/// A line: a token, or a part of one.
pub(super) struct Row<'m> {
    pub span: Span,
    /// Marks that this line belongs to.
    pub marks: Vec<&'m Mark>,
    /// Relations that lead to the mark whose first line this is.
    pub arcs: Vec<Arc>,
}

pub(super) struct Arc {
    pub role: &'static str,
    /// Where the mark begins that it comes from: "2-3.1".
    pub unit: String,
    /// The numbers of that mark and of the one that it leads to.
    pub ids: (usize, usize),
}

/// The lines of each token: first the token, then its parts by their place, longer ones first.
pub(super) fn of<'m>(words: &Words<'_>, marks: &'m [Mark]) -> Vec<Vec<Row<'m>>> {
    let mut rows: Vec<BTreeMap<(usize, Reverse<usize>), Row<'m>>> = Vec::new();
    rows.resize_with(words.tokens().len(), BTreeMap::new);
    let key = |span: Span| (span.start(), Reverse(span.end()));
    let empty = |span| Row {
        span,
        marks: Vec::new(),
        arcs: Vec::new(),
    };
    for mark in marks {
        for token in words
            .cover(mark.span)
            .map(|cover| cover.tokens)
            .into_iter()
            .flatten()
        {
            let part = part(words.tokens()[token], mark.span);
            let row = rows[token].entry(key(part)).or_insert_with(|| empty(part));
            row.marks.push(mark);
        }
    }
    // A token has a line even where only its parts are marked; the longest, it comes first.
    let whole = |(rows, &token): (BTreeMap<_, Row<'m>>, &Span)| {
        let mut rows: Vec<Row<'m>> = rows.into_values().collect();
        if rows.first().is_none_or(|row| row.span != token) {
            rows.insert(0, empty(token));
        }
        rows
    };
    let mut rows: Vec<Vec<Row<'m>>> = rows.into_iter().zip(words.tokens()).map(whole).collect();
    // Where each mark begins: token, line of the token.
    let mut begins: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    for (token, lines) in rows.iter().enumerate() {
        for (line, row) in lines.iter().enumerate() {
            for mark in &row.marks {
                begins.entry(mark.id).or_insert((token, line));
            }
        }
    }
    for mark in marks {
        let Layer::Statement(part) = &mark.layer else {
            continue;
        };
        let Some(target) = part.of else {
            continue;
        };
        let (from, to) = (begins[&mark.id], begins[&target]);
        let arc = Arc {
            role: part.role,
            unit: unit(words, from),
            ids: (mark.id, target),
        };
        rows[to.0][to.1].arcs.push(arc);
    }
    rows
}

/// What of a token is marked.
fn part(token: Span, mark: Span) -> Span {
    Span::new(token.start().max(mark.start()), token.end().min(mark.end()))
}

/// "2-3", "2-3.1".
fn unit(words: &Words<'_>, (token, line): (usize, usize)) -> String {
    let sentence = words.sentence_of(token);
    let number = token - words.sentences()[sentence].start + 1;
    if line == 0 {
        format!("{}-{number}", sentence + 1)
    } else {
        format!("{}-{number}.{line}", sentence + 1)
    }
}
