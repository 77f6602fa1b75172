//! Plain text: the text stays as it is; blocks are found by blank lines, line lengths and final punctuation.
//!
//! Paragraphs are separated by blank lines, or stand one on each line; in a text whose lines were cut at a fixed width they are put together.
//! What a block is shows in its place and shape; where both leave doubt, it is a paragraph.

use super::invisible::is_invisible;
use super::long_blocks;
use super::{Article, Block, BlockKind, Source, head, signs};
use crate::span::Span;

/// Reads plain text; line ends must be `\n`.
pub(super) fn read(text: String) -> Article {
    let units = units(&text);
    let kinds = kinds(&text, &units);
    let mut blocks: Vec<_> = units
        .into_iter()
        .zip(kinds)
        .map(|(span, kind)| Block { kind, span })
        .collect();
    split_off_sign(&text, &mut blocks);
    long_blocks::cut(&text, &mut blocks);
    let source = source(&text, &blocks);
    Article {
        text,
        blocks,
        source,
    }
}

/// Title, byline and date from the blocks.
fn source(text: &str, blocks: &[Block]) -> Source {
    let mut signatures = blocks
        .iter()
        .take(TOP)
        .filter(|block| block.kind == BlockKind::Signature)
        .map(|block| block.span.of(text));
    let headline = blocks.iter().find(|b| b.kind == BlockKind::Headline);
    Source {
        title: headline.map(|block| squeezed(block.span.of(text))),
        byline: signatures.clone().find_map(signs::byline),
        date: signatures.find_map(signs::date),
        ..Source::default()
    }
}

fn squeezed(line: &str) -> String {
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Headings, byline and date are among the first blocks.
const TOP: usize = 6;

/// Agency signs without brackets are among the last blocks.
const BOTTOM: usize = 3;

/// A line that is not blank.
#[derive(Clone, Copy, Debug)]
struct Line {
    span: Span,
    /// In characters.
    width: usize,
    /// Whether a blank line, or nothing, stands before it.
    starts_chunk: bool,
}

/// The spans of blocks: lines, or runs of lines where the text was cut at a fixed width.
fn units(text: &str) -> Vec<Span> {
    let lines = lines(text);
    let Some(width) = fixed_width(text, &lines) else {
        return lines.into_iter().map(|line| line.span).collect();
    };
    let mut units: Vec<Span> = Vec::new();
    let mut before: Option<Line> = None;
    for line in lines {
        match (before, units.last_mut()) {
            (Some(before), Some(unit)) if goes_on(text, before, line, width) => {
                *unit = unit.hull(line.span);
            }
            _ => units.push(line.span),
        }
        before = Some(line);
    }
    units
}

fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let (mut start, mut starts_chunk) = (0, true);
    for line in text.split_inclusive('\n') {
        let span = Span::new(start, start + line.len()).trimmed(text);
        start += line.len();
        if span.is_empty() || !span.of(text).contains(|c| !is_invisible(c)) {
            starts_chunk = true;
            continue;
        }
        lines.push(Line {
            span,
            width: span.of(text).chars().count(),
            starts_chunk,
        });
        starts_chunk = false;
    }
    lines
}

/// Widths at which programs cut lines: mail at 72, terminals at 80, typewriters at 60; below and above it is chance.
const WIDTHS: std::ops::RangeInclusive<usize> = 40..=120;

/// The width at which the lines of a text were cut: no line is longer, and nearly every line but the last of a paragraph is so
/// long that the next word would not have fitted.
fn fixed_width(text: &str, lines: &[Line]) -> Option<usize> {
    let pairs = || lines.windows(2).filter(|pair| !pair[1].starts_chunk);
    let width = pairs().map(|pair| pair[0].width).max()?;
    let longer = lines.iter().filter(|line| width < line.width).count();
    if !WIDTHS.contains(&width) || lines.len() < longer * 20 {
        return None;
    }
    let (mut n_pairs, mut n_full, mut n_inside_sentence, mut n_lower_case) = (0, 0, 0, 0);
    for pair in pairs() {
        let next = pair[1].span.of(text);
        n_pairs += 1;
        n_full += usize::from(is_full(text, pair[0], pair[1], width));
        n_inside_sentence += usize::from(!signs::ends_like_a_sentence(pair[0].span.of(text)));
        n_lower_case += usize::from(next.starts_with(char::is_lowercase));
    }
    let mostly_full = n_pairs * 4 <= n_full * 5;
    let cuts_sentences = n_pairs <= n_inside_sentence * 2 && 0 < n_lower_case;
    (mostly_full && cuts_sentences).then_some(width)
}

/// Characters by which a program may have missed the width: another way to count hyphens and tabs.
const SLACK: usize = 3;

/// Whether the first word of `next` would not have fitted on `line`.
fn is_full(text: &str, line: Line, next: Line, width: usize) -> bool {
    let word = next.span.of(text).split_whitespace().next();
    let word_width = word.map_or(0, |word| word.chars().count());
    width < line.width + 1 + word_width + SLACK
}

/// Whether `next` belongs to the paragraph of `line`.
fn goes_on(text: &str, line: Line, next: Line, width: usize) -> bool {
    let starts_small = next.span.of(text).starts_with(char::is_lowercase);
    !next.starts_chunk && (starts_small || is_full(text, line, next, width))
}

/// What each unit is.
fn kinds(text: &str, units: &[Span]) -> Vec<BlockKind> {
    let mut kinds: Vec<_> = (0..units.len())
        .map(|index| sign_kind(units[index].of(text), index, units.len()))
        .collect();
    // Headings are told by what stands before and after them, signs not counted.
    let open: Vec<usize> = (0..units.len()).filter(|&i| kinds[i].is_none()).collect();
    let shapes: Vec<Shape> = open.iter().map(|&i| Shape::of(units[i].of(text))).collect();
    let n_top = top(&open, &shapes, units, text, &mut kinds);
    for index in n_top.max(1)..open.len().saturating_sub(1) {
        let between = shapes[index - 1].is_paragraph() && shapes[index + 1].is_paragraph();
        let long = |i: usize| LONG_BYTES <= units[open[i]].len();
        let is_subheading = match shapes[index] {
            Shape::Heading => between || index == n_top && shapes[index + 1].is_paragraph(),
            Shape::Question => between && long(index - 1) && long(index + 1),
            Shape::Paragraph => false,
        };
        if is_subheading {
            kinds[open[index]] = Some(BlockKind::Subheading);
        }
    }
    mark_lead(&open[n_top..], n_top, &mut kinds);
    kinds
        .into_iter()
        .map(|kind| kind.unwrap_or(BlockKind::Paragraph))
        .collect()
}

/// A question between paragraphs of this length is a subheading; between shorter ones it may be part of an interview.
const LONG_BYTES: usize = 120;

/// Whether the unit is a sign, a byline, a date or a caption, by its words and its place.
fn sign_kind(line: &str, index: usize, n_units: usize) -> Option<BlockKind> {
    let near_top = 0 < index && index < TOP;
    let near_bottom = 0 < index && n_units <= index + BOTTOM;
    let is_signature = 1 < n_units && signs::is_bracketed_sign(line)
        || near_top && head::author_and_date(line).is_some()
        || (near_top || near_bottom)
            && (signs::byline(line).is_some() || signs::is_bare_sign(line))
        || index < TOP
            && 1 < n_units
            && (signs::date(line).is_some() || signs::is_place_line(line));
    if is_signature {
        Some(BlockKind::Signature)
    } else if 0 < index && signs::is_caption(line) {
        Some(BlockKind::Caption)
    } else {
        None
    }
}

/// What a unit looks like, whatever stands around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    /// Short, begins with a capital or a figure, no final punctuation: "Assad schließt Waffenstillstand aus".
    Heading,
    /// Short, ends with a question mark or an exclamation mark: "Wie geht es weiter?".
    Question,
    /// All else.
    Paragraph,
}

impl Shape {
    fn is_paragraph(self) -> bool {
        self == Self::Paragraph
    }

    fn of(unit: &str) -> Self {
        // A headline of the longest kind has 120 characters.
        if 480 < unit.len() || 120 < unit.chars().count() || 18 < unit.split_whitespace().count() {
            return Self::Paragraph;
        }
        let first = unit.chars().find(|c| c.is_alphanumeric());
        let starts_large = first.is_some_and(|c| c.is_uppercase() || c.is_numeric());
        let is_item = unit.starts_with(['-', '–', '—', '•', '*', '·', '▪', '>', '#', '|']);
        let has_letters = unit.chars().any(char::is_alphabetic);
        if !starts_large || is_item || !has_letters {
            return Self::Paragraph;
        }
        let bare = unit.trim_end_matches(|c: char| "\"“”„«»‹›‘’‚')]".contains(c));
        match bare.chars().next_back() {
            Some('?' | '!') if bare == unit && unit.len() <= 80 => Self::Question,
            // »„Wer sagt das?“« is speech.
            Some('.' | '…' | '?' | '!' | ':' | ';' | ',' | '-' | '–' | '—') | None => {
                Self::Paragraph
            }
            Some(_) => Self::Heading,
        }
    }
}

/// Headline, kicker and what else stands above the first paragraph; returns how many open units these are.
fn top(
    open: &[usize],
    shapes: &[Shape],
    units: &[Span],
    text: &str,
    kinds: &mut [Option<BlockKind>],
) -> usize {
    let words = |index: usize| units[open[index]].of(text).split_whitespace().count();
    let is_label = |index: usize| shapes[index] == Shape::Heading && words(index) <= 4;
    let is_short = |&index: &usize| match shapes[index] {
        Shape::Heading => true,
        // "Wer bezahlt die Brücke?" is a headline; a question below it opens an interview.
        Shape::Question => index == 0 || index == 1 && is_label(0),
        Shape::Paragraph => false,
    };
    let n_short = (0..open.len()).take_while(is_short).count();
    // Without a paragraph after them the lines are a list; more than four are one as well.
    let n_top = if n_short == open.len() || 4 < n_short {
        0
    } else {
        n_short
    };
    let has_kicker = 2 <= n_top && is_label(0) && words(0) < words(1);
    for index in 0..n_top {
        let place = index + usize::from(!has_kicker);
        kinds[open[index]] = Some(match place {
            0 => BlockKind::Kicker,
            1 => BlockKind::Headline,
            2 if 8 <= words(index) => BlockKind::Lead,
            _ => BlockKind::Subheading,
        });
    }
    n_top
}

/// The one paragraph between headline and byline or date is a lead; `open` begins after the headline.
fn mark_lead(open: &[usize], n_top: usize, kinds: &mut [Option<BlockKind>]) {
    if let [first, _, ..] = *open
        && 0 < n_top
        && kinds[first].is_none()
        && kinds[first + 1] == Some(BlockKind::Signature)
    {
        kinds[first] = Some(BlockKind::Lead);
    }
}

/// An agency sign behind the last sentence becomes a block of its own.
pub(super) fn split_off_sign(text: &str, blocks: &mut Vec<Block>) {
    let Some(index) = blocks
        .iter()
        .rposition(|block| block.kind == BlockKind::Paragraph)
    else {
        return;
    };
    let span = blocks[index].span;
    if let Some(at) = signs::trailing_sign(span.of(text)) {
        let sign = Span::new(span.start() + at, span.end());
        blocks[index].span = Span::new(span.start(), sign.start()).trimmed(text);
        let kind = BlockKind::Signature;
        blocks.insert(index + 1, Block { kind, span: sign });
    }
}

#[cfg(test)]
mod tests;
