//! Tables of statements, entities and mentions, for spreadsheets and statistics: RFC 4180, UTF-8, offsets in code points.
//!
//! Two presets. `csv` is for programs: comma, no byte order mark, "0.875", "true". `csv-excel` is for Excel in German:
//! semicolon, byte order mark, "0,875", "WAHR", and ranges with a dash that makes no dates of them, "12–18 40–46".
//! Rejected findings are left out; a list in a cell is separated by " | ". A cell that a spreadsheet would take for a
//! formula begins with an apostrophe; for Excel also one that it would take for a date or a number: "'1/3".
//!
//! | table | one row per | columns, besides article, id, date and who found or corrected it |
//! |---|---|---|
//! | `statements` | statement | kind, medium, stance, speaker, addressee, via, text, cue, place, salience, confidence, verdict, note |
//! | `entities` | name | name, type, role, aliases, how often and where it stands, note |
//! | `mentions` | mention | text, type, form, entity, value, place, confidence, verdict, note |
//!
//! ```csv
//! article,id,kind,medium,stance,speaker,…,text,…,ranges,…
//! moewen,0,direct,speech,neutral,Erika Ohnesorg,…,„Das ist neu“,…,12-25,…
//! ```
//!
//! The statements come back from either preset, or from a table of one's own: `read.rs` says which columns it needs.

mod read;

use csv::{Terminator, WriterBuilder};

use super::extract::Extract;
use super::format::{Facts, FileName, Group, Reading};
use super::left_out;
use super::loss::{Loss, Losses};
use super::rows::{self, Cell, Table};

/// The format.
pub const FACTS: Facts = Facts {
    name: "csv",
    describe: "three tables, statements, entities and mentions, for spreadsheets and statistics",
    group: Group::Table,
    files: &[
        FileName::Suffix("statements.csv"),
        FileName::Suffix("entities.csv"),
        FileName::Suffix("mentions.csv"),
    ],
    write: |extract, losses| tables(extract, losses, &PLAIN),
    read: Some(Reading {
        recognises: read::recognises,
        read: read::read,
        needs_article: true,
    }),
};

/// The same for Excel in German.
pub const EXCEL_FACTS: Facts = Facts {
    name: "csv-excel",
    describe: "the same tables for Excel in German: semicolons, decimal commas, byte order mark",
    group: Group::Table,
    files: &[
        FileName::Suffix("statements.excel.csv"),
        FileName::Suffix("entities.excel.csv"),
        FileName::Suffix("mentions.excel.csv"),
    ],
    write: |extract, losses| tables(extract, losses, &EXCEL),
    read: None,
};

/// What tables have no place for.
pub(super) const LEFT_OUT: [Loss; 5] = [
    Loss::Frames,
    Loss::Steps,
    Loss::Blocks,
    Loss::Metadata,
    Loss::Text,
];

fn tables(extract: &Extract<'_>, losses: &mut Losses, style: &Style) -> Vec<Vec<u8>> {
    left_out::count(extract, &LEFT_OUT, losses);
    // Those of findings have a column, that of the article has none.
    losses.count(
        Loss::Notes,
        usize::from(!extract.findings().note.is_empty()),
    );
    let tables = [
        rows::statements(extract),
        rows::entities(extract),
        rows::mentions(extract),
    ];
    tables.map(|table| style.bytes(&table)).into()
}

/// One row per statement, in text order.
pub fn statements(extract: &Extract<'_>) -> Vec<u8> {
    PLAIN.bytes(&rows::statements(extract))
}

/// One row per entity that is mentioned or speaks, in the order of their ids.
pub fn entities(extract: &Extract<'_>) -> Vec<u8> {
    PLAIN.bytes(&rows::entities(extract))
}

/// How cells become text.
struct Style {
    delimiter: u8,
    has_byte_order_mark: bool,
    decimal_sign: &'static str,
    yes_no: [&'static str; 2],
    /// Between the ends of a range.
    dash: char,
    /// Whether the reader of the file makes dates and numbers of what looks like them.
    is_eager: bool,
}

const PLAIN: Style = Style {
    delimiter: b',',
    has_byte_order_mark: false,
    decimal_sign: ".",
    yes_no: ["true", "false"],
    dash: '-',
    is_eager: false,
};

const EXCEL: Style = Style {
    delimiter: b';',
    has_byte_order_mark: true,
    decimal_sign: ",",
    yes_no: ["WAHR", "FALSCH"],
    dash: '–',
    is_eager: true,
};

impl Style {
    fn bytes(&self, table: &Table) -> Vec<u8> {
        let columns = table.columns.iter().map(|&column| column.to_owned());
        let rows = table.rows.iter();
        let cells = rows.map(|row| row.iter().map(|cell| self.cell(cell)).collect());
        let start = if self.has_byte_order_mark {
            "\u{FEFF}".into()
        } else {
            Vec::new()
        };
        rows_to_bytes(start, self.delimiter, columns.collect(), cells)
    }

    fn cell(&self, cell: &Cell) -> String {
        match cell {
            Cell::Empty => String::new(),
            Cell::Text(text) if self.is_eager && looks_converted(text) => format!("'{text}"),
            Cell::Text(text) if is_guarded(text) => format!("'{text}"),
            Cell::Text(text) => harmless(text.clone()),
            Cell::Ranges(ranges) => ranges_in_words(ranges, self.dash),
            Cell::Count(count) => count.to_string(),
            Cell::Share(share) => format!("{share:.3}").replace('.', self.decimal_sign),
            Cell::YesNo(yes) => self.yes_no[usize::from(!yes)].to_owned(),
        }
    }
}

/// "12-18 40-46".
pub(super) fn ranges_in_words(ranges: &[(usize, usize)], dash: char) -> String {
    let ranges = ranges.iter();
    let ranges = ranges.map(|(start, end)| format!("{start}{dash}{end}"));
    ranges.collect::<Vec<_>>().join(" ")
}

/// A table with a heading, made harmless for spreadsheets.
pub(super) fn write<const N: usize>(
    columns: [&str; N],
    rows: impl Iterator<Item = [String; N]>,
) -> Vec<u8> {
    let columns = columns.map(str::to_owned).into();
    let rows = rows.map(|row| row.map(harmless).into());
    rows_to_bytes(Vec::new(), b',', columns, rows)
}

fn rows_to_bytes(
    start: Vec<u8>,
    delimiter: u8,
    columns: Vec<String>,
    rows: impl Iterator<Item = Vec<String>>,
) -> Vec<u8> {
    let mut writer = WriterBuilder::new()
        .delimiter(delimiter)
        .terminator(Terminator::CRLF)
        .from_writer(start);
    let full = "a Vec takes all that it is given, and all rows are of one length";
    writer.write_record(columns).expect(full);
    for row in rows {
        writer.write_record(row).expect(full);
    }
    writer.into_inner().expect(full)
}

const FORMULA_SIGNS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// A spreadsheet takes a cell that begins with one of these for a formula, which may call programs: "=1+1" becomes "'=1+1",
/// as the OWASP page on CSV injection advises. Full-width forms count as their plain ones in East Asian settings.
fn harmless(cell: String) -> String {
    if cell.starts_with(FORMULA_SIGNS) {
        format!("'{cell}")
    } else {
        cell
    }
}

/// Whether Excel would make something else of it: "1/3" a day in March, "10 - 12" another, "1e5" a number, "007" 7. A whole
/// date, "2016-12-08", and a year may become what they are.
fn looks_converted(text: &str) -> bool {
    let is_whole_date = text.len() == 10
        && text.bytes().enumerate().all(|(index, byte)| match index {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    let is_number_like = |byte: u8| byte.is_ascii_digit() || b"-/.,:%eE ".contains(&byte);
    let is_plain_number =
        text.len() < 12 && !text.starts_with('0') && text.bytes().all(|byte| byte.is_ascii_digit());
    !is_whole_date
        && !is_plain_number
        && text.starts_with(|first: char| first.is_ascii_digit())
        && text.bytes().all(is_number_like)
}

/// What a cell said before it was made harmless.
fn as_meant(cell: &str) -> &str {
    let meant = cell.strip_prefix('\'').filter(|_| is_guarded(cell));
    meant.unwrap_or(cell)
}

/// Whether an apostrophe in front would be taken for one that makes a cell harmless. Words that begin so themselves
/// get another one.
fn is_guarded(cell: &str) -> bool {
    let meant = cell.trim_start_matches('\'');
    meant.len() < cell.len() && (meant.starts_with(FORMULA_SIGNS) || looks_converted(meant))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;
    use crate::review::arbitrary;

    /// Rows as maps from column to cell.
    fn table(bytes: &[u8]) -> Vec<BTreeMap<String, String>> {
        let mut reader = csv::Reader::from_reader(bytes);
        let rows = reader.deserialize();
        rows.map(|row| row.expect("every row has all columns"))
            .collect()
    }

    /// The words at "12-18 40-46", counted the slow way.
    fn at_ranges(text: &str, ranges: &str) -> Vec<String> {
        let range = |range: &str| -> String {
            let (start, end) = range.split_once('-').expect("a range has two ends");
            let [start, end] = [start, end].map(|end| end.parse::<usize>().expect("a number"));
            text.chars().skip(start).take(end - start).collect()
        };
        ranges.split_whitespace().map(range).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn every_statement_that_was_not_rejected_is_a_row(review in arbitrary::review()) {
            let rows = table(&statements(&Extract::whole(&review)));
            let findings = review.findings();
            prop_assert_eq!(rows.len(), findings.shown_statements().count());
            for (row, (id, statement)) in rows.iter().zip(findings.shown_statements()) {
                prop_assert_eq!(&row["id"], &id.0.to_string());
                let text = review.document().text();
                let content: Vec<&str> = statement.content.iter().map(|span| span.of(text)).collect();
                prop_assert_eq!(at_ranges(text, &row["ranges"]), content);
                prop_assert_eq!(&row["note"], &harmless(statement.note.clone()));
            }
        }

        #[test]
        fn every_entity_that_is_mentioned_or_speaks_is_a_row(review in arbitrary::review()) {
            let rows = table(&entities(&Extract::whole(&review)));
            let findings = review.findings();
            for row in &rows {
                let id = crate::document::EntityId(row["id"].parse().expect("a number"));
                let text = review.document().text();
                let mentions = findings.mentions_of(id).map(|(_, mention)| mention.span.of(text));
                prop_assert!(mentions.eq(at_ranges(text, &row["mentions"])));
                let n_statements = findings.statements_by(id).count().to_string();
                prop_assert_eq!(&row["n_statements"], &n_statements);
                let mut mentions = findings.shown_mentions();
                let is_related = mentions.any(|(_, mention)| mention.entity == Some(id));
                prop_assert!(row["n_mentions"] != "0" || n_statements != "0" || is_related);
            }
            let n_mentions: usize = rows.iter().map(|row| row["n_mentions"].parse::<usize>().expect("a number")).sum();
            let linked = findings.shown_mentions().filter(|(_, mention)| mention.entity.is_some() && mention.refers());
            prop_assert_eq!(n_mentions, linked.count());
        }

        #[test]
        fn no_cell_is_a_formula(review in arbitrary::review()) {
            for row in table(&statements(&Extract::whole(&review))).iter().chain(&table(&entities(&Extract::whole(&review)))) {
                for cell in row.values() {
                    prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\n']), "{cell}");
                }
            }
        }
    }

    #[test]
    fn formulas_are_made_text() {
        assert_eq!(harmless("=HYPERLINK(\"x\")".into()), "'=HYPERLINK(\"x\")");
        assert_eq!(harmless("Al-Watan".into()), "Al-Watan");
        for text in ["=1", "'=1", "''-", "'ja'", "1/3", "'1/3", "'"] {
            for style in [&PLAIN, &EXCEL] {
                let cell = style.cell(&Cell::Text(text.into()));
                assert_eq!(as_meant(&cell), text, "{cell}");
            }
        }
    }

    #[test]
    fn excel_makes_no_dates_of_what_is_none() {
        let text = |text: &str| EXCEL.cell(&text.into());
        assert_eq!(text("1/3"), "'1/3");
        assert_eq!(text("2016-12"), "'2016-12");
        assert_eq!(text("2016-12-08"), "2016-12-08");
        assert_eq!(text("20 km"), "20 km");
        assert_eq!(text("2016"), "2016");
        assert_eq!(text("007"), "'007");
        assert_eq!(text("=1+1"), "'=1+1");
        assert_eq!(
            EXCEL.cell(&Cell::Ranges(vec![(1, 12), (13, 20)])),
            "1–12 13–20"
        );
        assert_eq!(EXCEL.cell(&Cell::Share(0.5)), "0,500");
        assert_eq!(EXCEL.cell(&Cell::YesNo(true)), "WAHR");
        for text in ["1/3", "=1+1", "'tis", "Al-Watan", "2016-12-08"] {
            assert_eq!(as_meant(&EXCEL.cell(&text.into())), text);
        }
    }
}
