//! Lines to paragraphs and headings: line ends and hyphens undone, running headers and page numbers dropped.

use std::collections::BTreeMap;

use super::super::signs;
use super::super::weave::Weave;
use super::super::{Article, BlockKind, Source};
use super::hyphens;
use super::lines::Line;
use super::running;

struct Paragraph {
    text: String,
    size: f64,
    is_bold: bool,
    last: Line,
}

/// The size of the running text, and how far sizes may be from each other that are meant to be the same.
#[derive(Clone, Copy)]
struct Measure {
    body: f64,
    /// As a part of the size: 0.07, or 0.25 where text recognition has guessed the size of each line.
    tolerance: f64,
}

impl Measure {
    fn of<'l>(body: f64, lines: impl Iterator<Item = &'l Line>) -> Self {
        let mut sizes: BTreeMap<i64, usize> = BTreeMap::new();
        for line in lines {
            *sizes.entry((line.size * 5.0).round() as i64).or_default() += line.text.len();
        }
        let mut letters: Vec<usize> = sizes.into_values().collect();
        letters.sort_unstable_by(|one, other| other.cmp(one));
        // Text that was set has four sizes and hardly more.
        let few: usize = letters.iter().take(4).sum();
        let is_guessed = 10 * few < 7 * letters.iter().sum::<usize>();
        Self {
            body,
            tolerance: if is_guessed { 0.25 } else { 0.07 },
        }
    }

    fn is_same(self, one: f64, other: f64) -> bool {
        (one - other).abs() < self.tolerance * other
    }

    fn is_larger(self, size: f64) -> bool {
        self.body * (1.01 + self.tolerance) < size
    }

    fn is_smaller(self, size: f64) -> bool {
        size < self.body * (0.99 - self.tolerance)
    }
}

/// The article that the lines of the pages make.
pub(super) fn of_lines(mut pages: Vec<Vec<Line>>) -> Article {
    let lines = || pages.iter().flatten();
    let body = commonest(lines().map(|line| (line.size, line.text.len())));
    let measure = Measure::of(body, lines());
    let url = running::drop(&mut pages, body);
    let lines: Vec<Line> = pages.into_iter().flatten().collect();
    let leading = lines.windows(2).filter_map(|pair| {
        let step = pair[1].baseline - pair[0].baseline;
        let is_body = (pair[0].size - body).abs() < 0.5 && (pair[1].size - body).abs() < 0.5;
        (is_body && pair[0].column == pair[1].column && 0.0 < step).then_some((step, 1))
    });
    let leading = commonest(leading);
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    for line in lines {
        match continued(&mut paragraphs, &line, leading, measure) {
            Some(paragraph) => {
                hyphens::append(&mut paragraph.text, &line.text);
                paragraph.is_bold &= line.is_bold;
                paragraph.last = line;
            }
            None => paragraphs.push(Paragraph {
                text: line.text.clone(),
                size: line.size,
                is_bold: line.is_bold,
                last: line,
            }),
        }
    }
    let mut article = weave(&paragraphs, measure);
    article.source.url = url;
    article
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

/// The paragraph that a line belongs to: the last one or, at the top of a column, one that broke off above notes and captions.
fn continued<'p>(
    paragraphs: &'p mut [Paragraph],
    line: &Line,
    leading: f64,
    measure: Measure,
) -> Option<&'p mut Paragraph> {
    let last = paragraphs.len().checked_sub(1)?;
    if goes_on(&paragraphs[last], line, leading, measure) {
        return paragraphs.get_mut(last);
    }
    let is_body = |paragraph: &Paragraph| measure.is_same(paragraph.size, measure.body);
    let broken = paragraphs.iter().rposition(is_body)?;
    let paragraph = &paragraphs[broken];
    let are_notes = paragraphs[broken + 1..]
        .iter()
        .all(|note| measure.is_smaller(note.size));
    let goes_on = are_notes
        && broken < last
        && paragraph.last.column < line.column
        && measure.is_same(line.size, measure.body)
        && paragraph.is_bold == line.is_bold
        && !ends_sentence(&paragraph.text);
    goes_on.then(|| &mut paragraphs[broken])
}

/// Whether a line belongs to the paragraph before it.
fn goes_on(paragraph: &Paragraph, line: &Line, leading: f64, measure: Measure) -> bool {
    let last = &paragraph.last;
    let is_same = measure.is_same(line.size, last.size);
    if is_same && hyphens::is_broken(&paragraph.text, &line.text) {
        return true;
    }
    if !is_same
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
                && room < 0.6 * line.size
                && !is_indented
                && 40 < paragraph.text.len();
    }
    let step = line.baseline - last.baseline;
    let usual = if leading <= 0.0 {
        1.3 * line.size
    } else {
        leading.max(1.15 * line.size)
    };
    let is_body = 0.0 < leading && (line.size - last.size).abs() < 0.3;
    let is_apart = is_body && 1.14 * usual < step;
    step <= 1.35 * usual && !((is_short || is_apart) && ends_sentence(&paragraph.text))
}

fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end_matches(['“', '”', '"', '«', '»', '’', '‘', ')', '\'']);
    text.ends_with(['.', '!', '?', '…', ':'])
}

fn weave(paragraphs: &[Paragraph], measure: Measure) -> Article {
    let first_page = || {
        paragraphs
            .iter()
            .take_while(|paragraph| paragraph.last.page == 0)
    };
    let largest = first_page()
        .map(|paragraph| paragraph.size)
        .fold(0.0, f64::max);
    let headline = first_page()
        .position(|paragraph| measure.is_larger(largest / 1.04) && largest * 0.95 < paragraph.size)
        .or_else(|| {
            paragraphs
                .first()
                .filter(|first| first.is_bold && is_heading(first))
                .map(|_| 0)
        });
    let mut weave = Weave::default();
    for (index, paragraph) in paragraphs.iter().enumerate() {
        let is_set_apart = paragraph.is_bold || measure.is_larger(paragraph.size);
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
            _ if measure.is_smaller(paragraph.size) || signs::is_caption(&paragraph.text) => {
                BlockKind::Caption
            }
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

    fn line(text: &str, size: f64, row: usize) -> Line {
        Line {
            text: text.to_owned(),
            start: 0.0,
            end: 300.0,
            first_word: 20.0,
            baseline: 100.0 + 12.0 * row as f64,
            size,
            is_bold: false,
            page: 0,
            column: 0,
            column_start: 0.0,
            column_end: 300.0,
            depth: 0.5,
        }
    }

    fn check(sizes: [f64; 8], expected: &[&str]) {
        let words = [
            "Der", "Regen", "fällt", "auf", "die", "Stadt", "am", "Meer.",
        ];
        let lines = words.into_iter().zip(sizes).enumerate();
        let lines = lines.map(|(row, (word, size))| line(word, size, row));
        let article = of_lines(vec![lines.collect()]);
        let blocks = article
            .blocks
            .iter()
            .map(|block| block.span.of(&article.text));
        assert_eq!(blocks.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn text_that_was_set_changes_its_size_where_something_ends() {
        let sizes = [10.0, 10.0, 10.0, 10.0, 10.0, 10.0, 8.0, 8.0];
        check(sizes, &["Der Regen fällt auf die Stadt", "am Meer."]);
    }

    #[test]
    fn text_that_was_recognised_has_another_size_in_each_line() {
        let sizes = [10.0, 10.6, 9.4, 10.9, 9.1, 10.3, 9.7, 11.2];
        check(sizes, &["Der Regen fällt auf die Stadt am Meer."]);
    }
}
