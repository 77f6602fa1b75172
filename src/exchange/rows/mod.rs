//! The rows of the tables, made once for all formats that have tables.
//!
//! Rejected findings are left out. A list in a cell is separated by " | ", ranges are written "12-18 40-46", in code points.

mod entities;
mod mentions;
pub(in crate::exchange) mod statements;

use super::extract::Extract;
use super::stem;
use super::table::name_of;
use crate::document::{EntityId, Voice};
use crate::review::Stamp;
use crate::span::{Offsets, Span, Unit};
use crate::view::speaker;

pub(super) use entities::entities;
pub(super) use mentions::mentions;
pub(super) use statements::statements;

/// What stands between the entries of a list in a cell.
pub(super) const SEPARATOR: &str = " | ";

/// A table. Every row has a cell for each column.
pub(super) struct Table {
    pub columns: &'static [&'static str],
    pub rows: Vec<Vec<Cell>>,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell {
    Empty,
    Text(String),
    /// Places in the text: "12-18 40-46" is no sum and no date.
    Ranges(Vec<(usize, usize)>),
    /// An id, an offset or a number of things.
    Count(usize),
    /// From 0 to 1.
    Share(f32),
    YesNo(bool),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        if text.is_empty() {
            Self::Empty
        } else {
            Self::Text(text)
        }
    }
}

impl From<Option<String>> for Cell {
    fn from(text: Option<String>) -> Self {
        text.unwrap_or_default().into()
    }
}

impl From<usize> for Cell {
    fn from(count: usize) -> Self {
        Self::Count(count)
    }
}

impl From<Option<EntityId>> for Cell {
    fn from(id: Option<EntityId>) -> Self {
        id.map_or(Self::Empty, |id| Self::Count(id.0 as usize))
    }
}

/// What all rows need.
struct Rows<'a> {
    extract: &'a Extract<'a>,
    text: &'a str,
    offsets: Offsets,
    article: String,
    date: String,
    /// The program and its models.
    found_by: String,
}

impl<'a> Rows<'a> {
    fn new(extract: &'a Extract<'a>) -> Self {
        let text = extract.text();
        let source = &extract.article().source;
        Self {
            extract,
            text,
            offsets: Offsets::new(text, Unit::CodePoints),
            article: stem(source),
            date: source.date.clone().unwrap_or_default(),
            found_by: extract.document().made_by.clone(),
        }
    }

    fn name(&self, voice: &Voice) -> Option<String> {
        name_of(self.text, self.extract.findings(), voice)
    }

    fn is_anonymous(&self, voice: &Voice) -> bool {
        speaker::is_anonymous(self.text, self.extract.findings(), voice)
    }

    fn range(&self, span: Span) -> (usize, usize) {
        self.offsets.from_span(self.text, span)
    }

    fn ranges(&self, spans: &[Span]) -> Cell {
        Cell::Ranges(spans.iter().map(|&span| self.range(span)).collect())
    }

    /// The last columns of each table: date of the article, who found it, who corrected it last, and when.
    fn origin(&self, stamp: Option<&Stamp>) -> [Cell; 4] {
        let (by, at) = match stamp {
            // Who the reader is he need not say.
            Some(stamp) if stamp.by.is_empty() => ("reader", stamp.at.to_string()),
            Some(stamp) => (stamp.by.as_str(), stamp.at.to_string()),
            None => ("", String::new()),
        };
        [
            self.date.as_str().into(),
            self.found_by.as_str().into(),
            by.into(),
            at.into(),
        ]
    }
}

/// The names of the last columns, as [`Rows::origin`] fills them.
const ORIGIN: [&str; 4] = ["date", "found_by", "corrected_by", "corrected_at"];

/// All columns of a table, those of every table last.
const fn columns<const N: usize, const M: usize>(own: [&'static str; N]) -> [&'static str; M] {
    let mut all = [""; M];
    let mut index = 0;
    while index < M {
        all[index] = if index < N {
            own[index]
        } else {
            ORIGIN[index - N]
        };
        index += 1;
    }
    all
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::review::arbitrary;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]

        #[test]
        fn every_row_has_a_cell_for_each_column(review in arbitrary::review()) {
            let extract = Extract::whole(&review);
            for table in [statements(&extract), entities(&extract), mentions(&extract)] {
                prop_assert!(table.columns.ends_with(&ORIGIN));
                prop_assert!(table.rows.iter().all(|row| row.len() == table.columns.len()));
            }
            let shown = review.findings().shown_mentions().count();
            prop_assert_eq!(mentions(&extract).rows.len(), shown);
        }
    }
}
