//! Rows of words to lines, in the order in which columns are read.

use super::glyphs::Sheet;
use super::rows::{self, Word};

/// A line of one column.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    /// Its words, one space between them.
    pub text: String,
    /// Where the first word begins.
    pub start: f64,
    /// Where the last word ends.
    pub end: f64,
    /// How wide the first word is.
    pub first_word: f64,
    /// Its height on the page; grows downwards.
    pub baseline: f64,
    /// Size of the largest part of its letters.
    pub size: f64,
    /// Whether all of it is bold.
    pub is_bold: bool,
    /// The page, counted from 0.
    pub page: usize,
    /// Counts the columns of the whole file in reading order.
    pub column: usize,
    /// Left edge of the column.
    pub column_start: f64,
    /// Right edge of the column.
    pub column_end: f64,
    /// How far down the page it stands, from 0 to 1.
    pub depth: f64,
}

/// The lines of a page in reading order; `columns` counts on.
pub(super) fn of_sheet(sheet: Sheet, page: usize, columns: &mut usize) -> Vec<Line> {
    let mut ordered = Vec::new();
    order(rows::of_marks(sheet.marks), 0, &mut ordered);
    let mut lines = Vec::new();
    for region in ordered {
        let words = || region.iter().flatten();
        let column_start = words().map(|word| word.start).fold(f64::INFINITY, f64::min);
        let column_end = words().map(|word| word.end).fold(0.0, f64::max);
        lines.extend(region.iter().filter_map(|row| {
            let (first, last) = (row.first()?, row.last()?);
            let texts: Vec<_> = row.iter().map(|word| word.text.as_str()).collect();
            Some(Line {
                text: texts.join(" "),
                start: first.start,
                end: last.end,
                first_word: first.end - first.start,
                baseline: first.baseline,
                size: size(row),
                is_bold: row.iter().all(|word| word.is_bold),
                page,
                column: *columns,
                column_start,
                column_end,
                depth: first.baseline / sheet.height,
            })
        }));
        *columns += 1;
    }
    lines
}

/// The size of most letters of a line.
fn size(row: &[Word]) -> f64 {
    let mut sizes: Vec<(f64, usize)> = Vec::new();
    for word in row {
        match sizes
            .iter_mut()
            .find(|(size, _)| (size - word.size).abs() < 0.2)
        {
            Some((_, letters)) => *letters += word.text.len(),
            None => sizes.push((word.size, word.text.len())),
        }
    }
    let most = sizes.iter().max_by_key(|(_, letters)| letters);
    most.map_or(0.0, |&(size, _)| size)
}

/// A full page of a newspaper has 3000 words.
const MAX_WORDS: usize = 20_000;

type Rows = Vec<Vec<Word>>;

/// Splits rows into the regions that are read one after the other: what stands across the page, then the columns under it.
fn order(rows: Rows, depth: usize, ordered: &mut Vec<Rows>) {
    let is_usual = depth < 12 && rows.iter().map(Vec::len).sum::<usize>() < MAX_WORDS;
    let Some(gutter) = is_usual.then(|| gutter(&rows)).flatten() else {
        if !rows.is_empty() {
            ordered.push(rows);
        }
        return;
    };
    let mut above = rows;
    let mut band = above.split_off(gutter.first_row);
    let below = band.split_off(gutter.end_row - gutter.first_row);
    let (left, right) = split(band, gutter.middle);
    for part in [above, left, right, below] {
        order(part, depth + 1, ordered);
    }
}

/// A white strip between two columns.
struct Gutter {
    middle: f64,
    first_row: usize,
    end_row: usize,
    /// How many lines the shorter column has.
    lines: usize,
}

/// The narrowest column, in ems: tables of contents have page numbers of 2, newspapers columns of 11 and more.
const MIN_WIDTH: f64 = 6.5;

/// The strip with the most lines on both sides, if there are three at least.
fn gutter(rows: &[Vec<Word>]) -> Option<Gutter> {
    const STEP: f64 = 2.0;
    let words = || rows.iter().flatten();
    let end = words()
        .map(|word| word.end)
        .fold(0.0, f64::max)
        .min(10_000.0);
    let mut sizes: Vec<f64> = words().map(|word| word.size).collect();
    sizes.sort_by(f64::total_cmp);
    let em = *sizes.get(sizes.len() / 2)?;
    let half = 0.42 * em;
    let mut best: Option<Gutter> = None;
    for step in 1..(end / STEP) as usize {
        let middle = step as f64 * STEP;
        let (mut first_row, mut left, mut right) = (0, 0, 0);
        let (mut start, mut end) = (middle, middle);
        for (index, row) in rows.iter().enumerate() {
            let is_crossed = row
                .iter()
                .any(|word| word.start < middle + half && middle - half < word.end);
            if is_crossed {
                (first_row, left, right) = (index + 1, 0, 0);
                (start, end) = (middle, middle);
                continue;
            }
            for word in row {
                start = start.min(word.start);
                end = end.max(word.end);
            }
            left += usize::from(row.iter().any(|word| word.end < middle));
            right += usize::from(row.iter().any(|word| middle < word.start));
            let lines = left.min(right);
            // Lines of one column alone still belong to the strip that was found above them.
            let is_better = best.as_ref().is_none_or(|best| {
                let goes_on = best.middle.total_cmp(&middle).is_eq() && best.first_row == first_row;
                best.lines < lines || best.lines == lines && goes_on
            });
            // Wide blanks that happen to stand above each other near a margin part no columns.
            let is_wide = MIN_WIDTH * em < (middle - start).min(end - middle);
            if 3 <= lines && is_wide && is_better {
                best = Some(Gutter {
                    middle,
                    first_row,
                    end_row: index + 1,
                    lines,
                });
            }
        }
    }
    best
}

fn split(band: Rows, middle: f64) -> (Rows, Rows) {
    let (mut left, mut right) = (Rows::new(), Rows::new());
    for row in band {
        let (before, after): (Vec<_>, Vec<_>) =
            row.into_iter().partition(|word| word.start < middle);
        left.extend((!before.is_empty()).then_some(before));
        right.extend((!after.is_empty()).then_some(after));
    }
    (left, right)
}
