//! Running heads, feet and page numbers, which are no part of an article.

use std::collections::BTreeMap;

use super::lines::Line;

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
        let mut heights: Vec<f64> = page.iter().map(|line| line.baseline).collect();
        heights.sort_by(f64::total_cmp);
        let (Some(&top), Some(&bottom)) = (heights.first(), heights.last()) else {
            continue;
        };
        page.retain(|line| {
            let is_edge = line.baseline < top + 30.0 || bottom - 30.0 < line.baseline;
            let is_repeated = counts.get(&key(line)).is_some_and(|&count| 2 <= count);
            let is_running = is_edge && (is_repeated || is_page_number(&line.text))
                || is_in_margin(line, &heights, body);
            if is_running && url.is_none() {
                let mut words = line.text.split_whitespace();
                let address =
                    words.find(|word| word.starts_with("https://") || word.starts_with("http://"));
                url = address
                    .filter(|address| !address.contains('…'))
                    .map(str::to_owned);
            }
            !is_running
        });
    }
    url
}

/// Whether a line stands in the margin, with white space between it and the text.
fn is_in_margin(line: &Line, heights: &[f64], body: f64) -> bool {
    let gap = 1.8 * line.size;
    let is_near = |&&height: &&f64| {
        0.3 * line.size < (height - line.baseline).abs() && (height - line.baseline).abs() < gap
    };
    line.size < 1.05 * body
        && !(MARGIN..1.0 - MARGIN).contains(&line.depth)
        && heights.iter().find(is_near).is_none()
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
