//! One workbook for spreadsheets, Office Open XML (ECMA-376): sheets Statements, Entities, Mentions, Article.
//!
//! The first three have the rows of the CSV tables, numbers as numbers; Article has what is known about the article, a fact per
//! row. Headings stay in view and filter. No cell is a formula: what begins with "=" is text. A cell holds 32,767 characters
//! at most; what is longer is cut off.

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError,
};

use super::csv::{LEFT_OUT, ranges_in_words};
use super::extract::Extract;
use super::format::{Facts, FileName, Group};
use super::loss::{Loss, Losses};
use super::rows::{self, Cell, Table};
use super::{left_out, stem, xml};

/// The format.
pub const FACTS: Facts = Facts {
    name: "xlsx",
    describe: "the tables as one workbook for Excel, LibreOffice and statistics",
    group: Group::Table,
    files: &[FileName::Suffix("xlsx")],
    write: |extract, losses| vec![workbook(extract, losses)],
    read: None,
};

/// What a cell holds, in UTF-16 units as Excel counts.
const MAX_CELL: usize = 32_767;

/// The most rows of a sheet, the heading among them.
const MAX_ROWS: usize = 1_048_576;

/// Widths of columns are those of their longest cells, within reason.
const WIDTHS: std::ops::RangeInclusive<usize> = 6..=60;

/// Rows that widths are taken from.
const MEASURED: usize = 200;

fn workbook(extract: &Extract<'_>, losses: &mut Losses) -> Vec<u8> {
    let held = [Loss::Metadata];
    let left_out: Vec<Loss> = LEFT_OUT
        .into_iter()
        .filter(|loss| !held.contains(loss))
        .collect();
    left_out::count(extract, &left_out, losses);
    let sheets = [
        ("Statements", rows::statements(extract)),
        ("Entities", rows::entities(extract)),
        ("Mentions", rows::mentions(extract)),
        ("Article", article(extract)),
    ];
    written(&sheets, extract, losses).expect(
        "names of sheets are right, cells and rows are within the limits, and memory takes all",
    )
}

fn written(
    sheets: &[(&str, Table)],
    extract: &Extract<'_>,
    losses: &mut Losses,
) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // No clock, so that the same review gives the same bytes.
    let properties = DocProperties::new()
        .set_title(xml::allowed(&stem(&extract.article().source)))
        .set_author(concat!("Wortlaut ", env!("CARGO_PKG_VERSION")))
        .set_creation_datetime(&ExcelDateTime::from_ymd(1980, 1, 1)?);
    workbook.set_properties(&properties);
    for (name, table) in sheets {
        let sheet = workbook.add_worksheet();
        sheet.set_name(*name)?;
        fill(sheet, table, losses)?;
    }
    workbook.save_to_buffer()
}

fn fill(sheet: &mut Worksheet, table: &Table, losses: &mut Losses) -> Result<(), XlsxError> {
    let heading = Format::new().set_bold();
    let share = Format::new()
        .set_num_format("0.000")
        .set_align(FormatAlign::Top);
    let plain = Format::new().set_align(FormatAlign::Top);
    let long = plain.clone().set_text_wrap();
    for (column, name) in (0..).zip(table.columns) {
        sheet.write_string_with_format(0, column, *name, &heading)?;
    }
    let n_rows = table.rows.len().min(MAX_ROWS - 1);
    losses.count(Loss::Text, table.rows.len() - n_rows);
    for (row, cells) in (1..).zip(&table.rows[..n_rows]) {
        for (column, cell) in (0..).zip(cells) {
            match cell {
                Cell::Empty => {}
                Cell::Text(text) => {
                    let text = shortened(text, losses);
                    let is_long = *WIDTHS.end() < text.chars().count();
                    let format = if is_long { &long } else { &plain };
                    sheet.write_string_with_format(row, column, text, format)?;
                }
                Cell::Ranges(ranges) => {
                    let text = shortened(&ranges_in_words(ranges, '-'), losses);
                    sheet.write_string_with_format(row, column, text, &plain)?;
                }
                Cell::Count(count) => {
                    sheet.write_number_with_format(row, column, *count as f64, &plain)?;
                }
                Cell::Share(value) => {
                    // 0.7, not 0.699999988079071.
                    let value = (f64::from(*value) * 1e6).round() / 1e6;
                    sheet.write_number_with_format(row, column, value, &share)?;
                }
                Cell::YesNo(yes) => {
                    sheet.write_boolean_with_format(row, column, *yes, &plain)?;
                }
            }
        }
    }
    let last_column = (table.columns.len() - 1) as u16;
    sheet.autofilter(0, 0, n_rows as u32, last_column)?;
    sheet.set_freeze_panes(1, 0)?;
    for (index, name) in table.columns.iter().enumerate() {
        let rows = table.rows.iter().take(MEASURED);
        let widths = rows.map(|row| row.get(index).map_or(0, width));
        let longest = widths.chain([name.len() + 3]).max().unwrap_or(0);
        let width = (longest + 1).clamp(*WIDTHS.start(), *WIDTHS.end());
        sheet.set_column_width(index as u16, width as f64)?;
    }
    Ok(())
}

/// How many letters of a cell are to be seen, about.
fn width(cell: &Cell) -> usize {
    match cell {
        Cell::Empty => 0,
        Cell::Text(text) => text.chars().take(*WIDTHS.end()).count(),
        Cell::Ranges(ranges) => 10 * ranges.len().min(4),
        Cell::Count(_) | Cell::Share(_) | Cell::YesNo(_) => 6,
    }
}

/// What fits into a cell, without what XML forbids.
fn shortened(text: &str, losses: &mut Losses) -> String {
    xml::tell_forbidden(text, losses);
    let text = xml::allowed(text);
    let mut n_units = 0;
    let kept = text.char_indices().take_while(|(_, character)| {
        n_units += character.len_utf16();
        n_units <= MAX_CELL
    });
    let end = kept
        .last()
        .map_or(0, |(at, character)| at + character.len_utf8());
    if end < text.len() {
        losses.add(Loss::Text, &text[..text.floor_char_boundary(end.min(80))]);
    }
    text[..end].to_owned()
}

/// What is known about the article and its analysis.
fn article(extract: &Extract<'_>) -> Table {
    let source = &extract.article().source;
    let path = source.path.as_deref();
    let agencies = Some(source.agencies.join(", ")).filter(|names| !names.is_empty());
    let facts: [(&str, Cell); 14] = [
        ("id", stem(source).into()),
        ("title", source.title.clone().into()),
        ("byline", source.byline.clone().into()),
        ("date", source.date.clone().into()),
        ("url", source.url.clone().into()),
        ("agencies", agencies.into()),
        ("language", source.language.tag().into()),
        (
            "extent",
            source.is_stub.then(|| "beginning".to_owned()).into(),
        ),
        (
            "file",
            path.map(|path| path.to_string_lossy().into_owned()).into(),
        ),
        ("encoding", source.encoding.as_str().into()),
        ("sha256", source.sha256.as_str().into()),
        ("n_characters", extract.text().chars().count().into()),
        ("found_by", extract.document().made_by.as_str().into()),
        ("note", extract.findings().note.as_str().into()),
    ];
    let rows = facts
        .into_iter()
        .map(|(name, value)| vec![name.into(), value]);
    Table {
        columns: &["field", "value"],
        rows: rows.collect(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::review::arbitrary;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(16))]

        #[test]
        fn the_same_review_gives_the_same_workbook(review in arbitrary::review()) {
            let extract = Extract::whole(&review);
            let bytes = workbook(&extract, &mut Losses::default());
            prop_assert_eq!(&bytes, &workbook(&extract, &mut Losses::default()));
            let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("an archive");
            for index in 0..archive.len() {
                let file = archive.by_index(index).expect("it is there");
                let text = std::io::read_to_string(file).expect("it is text");
                prop_assert!(!text.contains("<f>"), "{text}");
            }
        }
    }

    #[test]
    fn what_does_not_fit_into_a_cell_is_cut_off_between_characters_and_told() {
        let mut losses = Losses::default();
        let long = format!("{}{}", "x".repeat(MAX_CELL - 1), "🚋🚋");
        assert_eq!(shortened(&long, &mut losses), "x".repeat(MAX_CELL - 1));
        assert_eq!(losses.iter().next().map(|(loss, _)| loss), Some(Loss::Text));
        assert_eq!(shortened("a\u{1}b", &mut losses), "a\u{FFFD}b");
    }
}
