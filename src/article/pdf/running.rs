//! Running heads, feet and page numbers, which are no part of an article.

use std::collections::BTreeMap;

use super::glyphs::Sheet;
use super::lines::Line;
use super::rows;

/// Lines in this part of the page, at the top and at the bottom, stand in its margin.
const MARGIN: f64 = 0.062;

/// Drops lines that stand at the same height of several pages, page numbers, and what stands alone in the margins. Returns the web
/// address that a browser prints there.
pub(super) fn drop(pages: &mut [Vec<Line>], body: f64) -> Option<String> {
    let key = |line: &Line| {
        let words: String = line
            .text
            .chars()
            .map(|c| if c.is_numeric() { '#' } else { c })
            .collect();
        (words, (line.baseline / 3.0).round() as i64)
    };
    let mut counts: BTreeMap<(String, i64), usize> = BTreeMap::new();
    for line in pages.iter().flat_map(|page| page.iter()) {
        *counts.entry(key(line)).or_default() += 1;
    }
    let mut url = None;
    for page in pages {
        let heights = page.iter().map(|line| line.baseline);
        let (top, bottom) = heights.fold((f64::INFINITY, 0.0_f64), |(top, bottom), height| {
            (top.min(height), bottom.max(height))
        });
        let lines = std::mem::take(page);
        let is_running = |line: &Line| {
            let is_edge = line.baseline < top + 30.0 || bottom - 30.0 < line.baseline;
            let is_repeated = counts.get(&key(line)).is_some_and(|&count| 2 <= count);
            is_edge && (is_repeated || is_page_number(&line.text))
                || is_in_margin(line, &lines, body)
        };
        let running: Vec<bool> = lines.iter().map(is_running).collect();
        for (line, is_running) in lines.into_iter().zip(running) {
            if !is_running {
                page.push(line);
            } else if url.is_none() {
                url = address(&line.text);
            }
        }
    }
    url
}

/// Whether a line stands in the margin, with white space between it and the text. A kicker is near its headline.
fn is_in_margin(line: &Line, page: &[Line], body: f64) -> bool {
    let is_apart = |other: &Line| {
        let distance = other.baseline - line.baseline;
        let letters = if 0.0 < distance {
            other.size
        } else {
            line.size
        };
        distance.abs() < 0.3 * line.size || 1.7 * line.size < distance.abs() - 0.8 * letters
    };
    line.size < 1.3 * body
        && !(MARGIN..1.0 - MARGIN).contains(&line.depth)
        && page.iter().all(is_apart)
}

/// The web address that a browser prints in the margin of a page and calls no part of the text.
pub(super) fn address_of(sheet: &Sheet) -> Option<String> {
    let rows = rows::of_marks(sheet.artifacts.clone());
    rows.iter().flatten().find_map(|word| address(&word.text))
}

/// The web address in a line, if it is there in full.
fn address(text: &str) -> Option<String> {
    let mut words = text.split_whitespace();
    let address = words.find(|word| word.starts_with("https://") || word.starts_with("http://"))?;
    (!address.contains('…')).then(|| address.to_owned())
}

/// »7«, »– 7 –«, »Seite 7«, »7 / 12«, »Seite 7 von 12«.
fn is_page_number(text: &str) -> bool {
    let mut words = text
        .split(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '/' | '|'))
        .filter(|word| !word.is_empty());
    let mut has_number = false;
    let is_one = words.all(|word| {
        let is_number = word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_digit());
        has_number |= is_number;
        is_number || ["Seite", "S.", "von", "Page", "of"].contains(&word)
    });
    is_one && has_number
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_numbers_are_known() {
        for text in ["7", "– 7 –", "Seite 7 von 12", "3 / 9"] {
            assert!(is_page_number(text), "{text}");
        }
        assert!(!is_page_number("7 Tote"));
        assert!(!is_page_number("–"));
    }
}
