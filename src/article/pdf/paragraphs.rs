//! Lines to paragraphs and headings: line ends and hyphens undone, running headers and page numbers dropped.

use std::collections::BTreeMap;

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

/// The article that the lines of the pages make.
pub(super) fn of_lines(mut pages: Vec<Vec<Line>>) -> Article {
    let lines = || pages.iter().flatten();
    let body = commonest(lines().map(|line| (line.size, line.text.len())));
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
        match continued(&mut paragraphs, &line, leading, body) {
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
    let mut article = weave(&paragraphs, body);
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
    body: f64,
) -> Option<&'p mut Paragraph> {
    let last = paragraphs.len().checked_sub(1)?;
    if goes_on(&paragraphs[last], line, leading) {
        return paragraphs.get_mut(last);
    }
    let is_body = |paragraph: &Paragraph| (paragraph.size - body).abs() < 0.07 * body;
    let broken = paragraphs.iter().rposition(is_body)?;
    let paragraph = &paragraphs[broken];
    let are_notes = paragraphs[broken + 1..]
        .iter()
        .all(|note| note.size < 0.92 * body);
    let goes_on = are_notes
        && broken < last
        && paragraph.last.column < line.column
        && (line.size - body).abs() < 0.07 * body
        && paragraph.is_bold == line.is_bold
        && !ends_sentence(&paragraph.text);
    goes_on.then(|| &mut paragraphs[broken])
}

/// Whether a line belongs to the paragraph before it.
fn goes_on(paragraph: &Paragraph, line: &Line, leading: f64) -> bool {
    let last = &paragraph.last;
    if hyphens::is_broken(&paragraph.text, &line.text)
        && (line.size - last.size).abs() < 0.07 * last.size
    {
        return true;
    }
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
    let is_body = 0.0 < leading && (line.size - last.size).abs() < 0.3;
    let is_apart = is_body && 1.14 * usual < step;
    step <= 1.35 * usual && !((is_short || is_apart) && ends_sentence(&paragraph.text))
}

fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end_matches(['“', '”', '"', '«', '»', '’', '‘', ')', '\'']);
    text.ends_with(['.', '!', '?', '…', ':'])
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
