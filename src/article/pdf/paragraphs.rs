//! Lines to paragraphs and headings: line ends and hyphens undone, running headers and page numbers dropped.

use std::collections::BTreeMap;

use super::super::weave::Weave;
use super::super::{Article, BlockKind, Source};
use super::lines::Line;

struct Paragraph {
    text: String,
    size: f64,
    is_bold: bool,
    last: Line,
}

/// The article that the lines of the pages make.
pub(super) fn of_lines(mut pages: Vec<Vec<Line>>) -> Article {
    drop_running(&mut pages);
    let lines: Vec<Line> = pages.into_iter().flatten().collect();
    let body = commonest(lines.iter().map(|line| (line.size, line.text.len())));
    let leading = lines.windows(2).filter_map(|pair| {
        let step = pair[1].baseline - pair[0].baseline;
        let is_body = (pair[0].size - body).abs() < 0.5 && (pair[1].size - body).abs() < 0.5;
        (is_body && pair[0].column == pair[1].column && 0.0 < step).then_some((step, 1))
    });
    let leading = commonest(leading);
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    for line in lines {
        match paragraphs.last_mut() {
            Some(paragraph) if goes_on(paragraph, &line, leading) => {
                append(&mut paragraph.text, &line.text);
                paragraph.is_bold &= line.is_bold;
                paragraph.last = line;
            }
            _ => paragraphs.push(Paragraph {
                text: line.text.clone(),
                size: line.size,
                is_bold: line.is_bold,
                last: line,
            }),
        }
    }
    weave(&paragraphs, body)
}

/// The commonest of some lengths, to half a point; each counts as often as it says.
fn commonest(lengths: impl Iterator<Item = (f64, usize)>) -> f64 {
    let mut counts: BTreeMap<i64, usize> = BTreeMap::new();
    for (length, count) in lengths {
        *counts.entry((length * 2.0).round() as i64).or_default() += count;
    }
    let commonest = counts.iter().max_by_key(|&(_, count)| count);
    commonest.map_or(0.0, |(&length, _)| length as f64 / 2.0)
}

/// Whether a line belongs to the paragraph before it.
fn goes_on(paragraph: &Paragraph, line: &Line, leading: f64) -> bool {
    let last = &paragraph.last;
    if last.size * 0.07 < (line.size - last.size).abs()
        || last.is_bold != line.is_bold
            && (paragraph.is_bold || line.is_bold && ends_sentence(&paragraph.text))
    {
        return false;
    }
    let is_indented = line.column_start + 0.7 * line.size < line.start;
    let is_hanging = last.column_start + 0.7 * last.size < last.start
        && (last.start - line.start).abs() < 0.3 * line.size;
    if is_indented && !is_hanging && ends_sentence(&paragraph.text) {
        return false;
    }
    // A line that had room for the next word was the last one of its paragraph.
    let room = last.column_end - last.end;
    let is_short = line.first_word + 0.8 * line.size < room;
    if last.column != line.column {
        return !ends_sentence(&paragraph.text) && !is_short
            || ends_sentence(&paragraph.text)
                && room < 0.2 * line.size
                && !is_indented
                && 40 < paragraph.text.len();
    }
    let step = line.baseline - last.baseline;
    let usual = if leading <= 0.0 {
        1.3 * line.size
    } else {
        leading.max(1.15 * line.size)
    };
    step <= 1.35 * usual && !(is_short && ends_sentence(&paragraph.text))
}

fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end_matches(['“', '”', '"', '«', '»', '’', '‘', ')', '\'']);
    text.ends_with(['.', '!', '?', '…', ':'])
}

/// Appends a line; a hyphen at the line end goes if it only marks the break.
fn append(text: &mut String, line: &str) {
    let hyphen = text.chars().next_back();
    let before = text.chars().rev().nth(1);
    let is_hyphen = matches!(hyphen, Some('-' | '\u{AD}' | '\u{2010}'))
        && before.is_some_and(char::is_alphanumeric);
    if !is_hyphen {
        text.push(' ');
    } else if line.starts_with(char::is_lowercase) || hyphen == Some('\u{AD}') {
        let word = line
            .split(|c: char| !c.is_alphabetic())
            .next()
            .unwrap_or_default();
        if ["und", "oder", "bis", "sowie"].contains(&word) && hyphen != Some('\u{AD}') {
            text.push(' ');
        } else {
            text.pop();
        }
    }
    text.push_str(line);
}

/// Drops lines that stand at the same height of several pages, and page numbers.
fn drop_running(pages: &mut [Vec<Line>]) {
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
    for page in pages {
        let top = page
            .iter()
            .map(|line| line.baseline)
            .fold(f64::INFINITY, f64::min);
        let bottom = page.iter().map(|line| line.baseline).fold(0.0, f64::max);
        page.retain(|line| {
            let is_edge = line.baseline < top + 30.0 || bottom - 30.0 < line.baseline;
            let is_repeated = counts.get(&key(line)).is_some_and(|&count| 2 <= count);
            !(is_edge && (is_repeated || is_page_number(&line.text)))
        });
    }
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

fn weave(paragraphs: &[Paragraph], body: f64) -> Article {
    let first_page = || {
        paragraphs
            .iter()
            .take_while(|paragraph| paragraph.last.page == 0)
    };
    let largest = first_page()
        .map(|paragraph| paragraph.size)
        .fold(0.0, f64::max);
    let headline = first_page()
        .position(|paragraph| 1.12 * body < largest && largest * 0.95 < paragraph.size)
        .or_else(|| {
            paragraphs
                .first()
                .filter(|first| first.is_bold && is_heading(first))
                .map(|_| 0)
        });
    let mut weave = Weave::default();
    for (index, paragraph) in paragraphs.iter().enumerate() {
        let is_set_apart = paragraph.is_bold || 1.08 * body < paragraph.size;
        let kind = match headline {
            Some(headline) if index == headline => BlockKind::Headline,
            Some(headline)
                if index < headline && index + 1 == headline && is_heading(paragraph) =>
            {
                BlockKind::Kicker
            }
            Some(headline)
                if index == headline + 1
                    && is_set_apart
                    && ends_sentence(&paragraph.text)
                    && 60 < paragraph.text.len() =>
            {
                BlockKind::Lead
            }
            _ if is_set_apart && is_heading(paragraph) => BlockKind::Subheading,
            _ if paragraph.size < 0.92 * body => BlockKind::Caption,
            _ => BlockKind::Paragraph,
        };
        weave.push(kind, &paragraph.text);
    }
    weave.finish(Source::default())
}

fn is_heading(paragraph: &Paragraph) -> bool {
    paragraph.text.len() < 140 && !paragraph.text.ends_with(['.', ',', ';', '“'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hyphens_that_only_break_a_word_go() {
        let check = |text: &str, line, expected| {
            let mut text = text.to_owned();
            append(&mut text, line);
            assert_eq!(text, expected);
        };
        check("Die Bürger-", "meisterin kam", "Die Bürgermeisterin kam");
        check("Nord-", "und Südseite", "Nord- und Südseite");
        check("Baden-", "Württemberg", "Baden-Württemberg");
        check("Es war –", "fast", "Es war – fast");
        check("Der", "Regen", "Der Regen");
    }

    #[test]
    fn page_numbers_are_known() {
        for text in ["7", "– 7 –", "Seite 7 von 12", "3 / 9"] {
            assert!(is_page_number(text), "{text}");
        }
        assert!(!is_page_number("7 Tote"));
        assert!(!is_page_number("–"));
    }
}
