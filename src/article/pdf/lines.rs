//! Characters to lines of words, and lines to the order in which columns are read.

use unicode_normalization::UnicodeNormalization;

use super::glyphs::Mark;

/// A run of characters without a gap.
#[derive(Clone, Debug, PartialEq)]
struct Word {
    text: String,
    start: f64,
    end: f64,
    baseline: f64,
    size: f64,
    is_bold: bool,
}

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
}

/// The lines of a page in reading order; `columns` counts on.
pub(super) fn of_page(marks: &[Mark], page: usize, columns: &mut usize) -> Vec<Line> {
    let mut ordered = Vec::new();
    order(rows(marks), 0, &mut ordered);
    let mut lines = Vec::new();
    for region in ordered {
        let words = || region.iter().flatten();
        let column_start = words().map(|word| word.start).fold(f64::INFINITY, f64::min);
        let column_end = words().map(|word| word.end).fold(0.0, f64::max);
        lines.extend(region.iter().filter_map(|row| {
            let (first, last) = (row.first()?, row.last()?);
            let longest = row.iter().max_by_key(|word| word.text.len())?;
            let texts: Vec<_> = row.iter().map(|word| word.text.as_str()).collect();
            Some(Line {
                text: texts.join(" "),
                start: first.start,
                end: last.end,
                first_word: first.end - first.start,
                baseline: first.baseline,
                size: longest.size,
                is_bold: row.iter().all(|word| word.is_bold),
                page,
                column: *columns,
                column_start,
                column_end,
            })
        }));
        *columns += 1;
    }
    lines
}

/// The words of a page, those with one baseline together, from top to bottom and from left to right.
fn rows(marks: &[Mark]) -> Vec<Vec<Word>> {
    let mut sorted: Vec<_> = marks.iter().collect();
    sorted.sort_by(|one, other| one.baseline.total_cmp(&other.baseline));
    let mut rows: Vec<Vec<&Mark>> = Vec::new();
    for mark in sorted {
        let fits = rows
            .last()
            .and_then(|row| row.first())
            .is_some_and(|first| mark.baseline - first.baseline < 0.25 * first.size.min(mark.size));
        match rows.last_mut() {
            Some(row) if fits => row.push(mark),
            _ => rows.push(vec![mark]),
        }
    }
    let words = rows.into_iter().map(words);
    words.filter(|row| !row.is_empty()).collect()
}

fn words(mut row: Vec<&Mark>) -> Vec<Word> {
    row.sort_by(|one, other| one.start.total_cmp(&other.start));
    let mut words: Vec<Word> = Vec::new();
    let mut is_open = false;
    let mut last: Option<&Mark> = None;
    let mut pending_accent: Option<char> = None;
    for mark in row {
        if mark.text.trim().is_empty() {
            // A no-break space keeps its words together, as »10 000« is one.
            match words.last_mut() {
                Some(word) if is_open && mark.text == "\u{A0}" => {
                    word.text.push('\u{A0}');
                    word.end = mark.end;
                }
                _ => is_open = false,
            }
            continue;
        }
        // Bold letters that are letters drawn twice.
        let is_double = last.is_some_and(|last| {
            last.text == mark.text && mark.start - last.start < 0.1 * mark.size
        });
        if is_double {
            continue;
        }
        let mut text = mark.text.clone();
        let overlaps =
            last.is_some_and(|last| mark.start < last.end - 0.5 * (mark.end - mark.start));
        if let Some(accent) = pending_accent.take()
            && overlaps
            && let Some(word) = words.last_mut()
        {
            word.text.pop();
            text.push(accent);
        } else if let Some(accent) = accent(&text) {
            if overlaps && is_open {
                text = accent.to_string();
            } else {
                pending_accent = Some(accent);
            }
        }
        last = Some(mark);
        match words.last_mut() {
            Some(word) if is_open && mark.start - word.end < 0.16 * mark.size => {
                word.text.push_str(&text);
                word.end = word.end.max(mark.end);
                word.is_bold &= mark.is_bold;
            }
            _ => words.push(Word {
                text,
                start: mark.start,
                end: mark.end,
                baseline: mark.baseline,
                size: mark.size,
                is_bold: mark.is_bold,
            }),
        }
        is_open = true;
    }
    for word in &mut words {
        if word
            .text
            .chars()
            .any(|c| ('\u{300}'..='\u{36F}').contains(&c))
        {
            word.text = word.text.nfc().collect();
        }
        word.text.retain(|c| !matches!(c, '\u{200B}' | '\u{FEFF}'));
        let mut characters = word.text.char_indices();
        let trailing = characters.next_back().map_or(0, |(index, _)| index);
        let (inner, end) = word.text.split_at(trailing);
        word.text = inner.replace('\u{AD}', "") + end;
    }
    words.retain(|word| !word.text.trim().is_empty());
    words
}

/// The combining sign for one that stands for itself; old fonts set ä as ¨ over a.
fn accent(text: &str) -> Option<char> {
    match text {
        "¨" => Some('\u{308}'),
        "´" => Some('\u{301}'),
        "`" => Some('\u{300}'),
        "ˆ" => Some('\u{302}'),
        "¸" => Some('\u{327}'),
        "ˇ" => Some('\u{30C}'),
        "˚" => Some('\u{30A}'),
        _ => None,
    }
}

type Rows = Vec<Vec<Word>>;

/// Splits rows into the regions that are read one after the other: what stands across the page, then the columns under it.
fn order(rows: Rows, depth: usize, ordered: &mut Vec<Rows>) {
    let Some(gutter) = gutter(&rows).filter(|_| depth < 8) else {
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
    let half = 0.42 * sizes.get(sizes.len() / 2)?;
    let mut best: Option<Gutter> = None;
    for step in 1..(end / STEP) as usize {
        let middle = step as f64 * STEP;
        let (mut first_row, mut left, mut right) = (0, 0, 0);
        for (index, row) in rows.iter().enumerate() {
            let is_crossed = row
                .iter()
                .any(|word| word.start < middle + half && middle - half < word.end);
            if is_crossed {
                (first_row, left, right) = (index + 1, 0, 0);
                continue;
            }
            left += usize::from(row.iter().any(|word| word.end < middle));
            right += usize::from(row.iter().any(|word| middle < word.start));
            let lines = left.min(right);
            // Lines of one column alone still belong to the strip that was found above them.
            let is_better = best.as_ref().is_none_or(|best| {
                let goes_on = best.middle.total_cmp(&middle).is_eq() && best.first_row == first_row;
                best.lines < lines || best.lines == lines && goes_on
            });
            if 3 <= lines && is_better {
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
