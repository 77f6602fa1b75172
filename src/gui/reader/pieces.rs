//! A block that is set in lines, and where in it a span stands.

use std::ops::Range;
use std::sync::Arc;

use eframe::egui::text::{CCursor, LayoutJob};
use eframe::egui::{Color32, Galley, Pos2, Rect, TextFormat, Vec2, pos2};

use crate::article::{Block, BlockKind};
use crate::document::Document;
use crate::gui::opened::Opened;
use crate::span::Span;

use super::layout::{BlockStyle, Measure, style};

/// How far letters reach above the baseline, as a share of their size.
const ABOVE: f32 = 0.86;
/// How far they reach below it.
const BELOW: f32 = 0.27;

/// A block, laid out.
#[derive(Debug)]
pub struct SetBlock {
    /// Which one.
    pub index: usize,
    /// What it is.
    pub kind: BlockKind,
    /// Its lines, without a colour of their own.
    pub galley: Arc<Galley>,
    /// Whether it steps back.
    pub is_muted: bool,
    /// Room above.
    pub space_before: f32,
    space_after: f32,
    /// Size of its letters.
    pub size: f32,
    /// Room between the letters of one line and those of the next.
    pub leading: f32,
    span: Span,
    /// Byte offset in the block of each character, and of the end.
    offsets: Vec<u32>,
    /// Number of the first character of each line.
    row_starts: Vec<usize>,
}

/// The part of a span that stands on one line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Piece {
    /// From the top left corner of the block's text; as high as the letters, not the line.
    pub rect: Rect,
    /// Where the letters stand on.
    pub baseline: f32,
}

/// The style of a block of an article.
pub fn style_of(
    document: &Document,
    index: usize,
    measure: &Measure,
) -> Option<(Block, BlockStyle)> {
    let blocks = &document.article.blocks;
    let block = *blocks.get(index)?;
    let is_last = index + 1 == blocks.len();
    Some((block, style(block.kind, index == 0, is_last, measure)))
}

/// What is to be laid out for a block.
pub fn job(text: &str, style: &BlockStyle, measure: &Measure) -> LayoutJob {
    let format = TextFormat {
        line_height: Some(style.line_height),
        ..TextFormat::simple(style.font.clone(), Color32::PLACEHOLDER)
    };
    let mut job = LayoutJob::single_section(text.chars().map(printable).collect(), format);
    job.wrap.max_width = measure.width;
    job
}

impl SetBlock {
    /// Lays a block out with `lay_out`; none if there is no such block.
    pub fn new(
        document: &Document,
        index: usize,
        measure: &Measure,
        lay_out: impl FnOnce(LayoutJob) -> Arc<Galley>,
    ) -> Option<Self> {
        let (block, style) = style_of(document, index, measure)?;
        let text = block.span.of(document.text());
        let offsets = text.char_indices().map(|(offset, _)| offset as u32);
        let offsets = offsets.chain([text.len() as u32]).collect();
        let galley = lay_out(job(text, &style, measure));
        let mut row_starts = Vec::with_capacity(galley.rows.len());
        let mut start = 0;
        for row in &galley.rows {
            row_starts.push(start);
            start += row.char_count_including_newline().0;
        }
        Some(Self {
            index,
            kind: block.kind,
            galley,
            is_muted: style.is_muted,
            space_before: style.before,
            space_after: style.after,
            size: style.font.size,
            leading: style.line_height - (ABOVE + BELOW) * style.font.size,
            span: block.span,
            offsets,
            row_starts,
        })
    }

    /// Where it stands in the article.
    pub fn span(&self) -> Span {
        self.span
    }

    /// Its words.
    pub fn text<'a>(&self, opened: &'a Opened) -> &'a str {
        self.span.of(opened.document().text())
    }

    /// How many characters it has.
    pub fn n_characters(&self) -> usize {
        self.offsets.len().saturating_sub(1)
    }

    /// Height with the room above and below.
    pub fn height(&self) -> f32 {
        self.space_before + self.galley.size().y + self.space_after
    }

    /// The offset in the article of the letter at a point of the block's text.
    pub fn offset_at(&self, point: Vec2) -> usize {
        let character = self.galley.cursor_from_pos(point).index.0;
        let offset = self.offsets.get(character).or(self.offsets.last());
        self.span.start() + offset.copied().unwrap_or_default() as usize
    }

    /// The characters of the block that a span covers.
    pub fn characters(&self, span: Span) -> Range<usize> {
        let before = |offset: usize| {
            let inside = offset.saturating_sub(self.span.start()) as u32;
            self.offsets.partition_point(|&at| at < inside)
        };
        let last = self.n_characters();
        before(span.start()).min(last)..before(span.end()).min(last)
    }

    /// A range of characters as egui knows it.
    pub fn cursors(&self, span: Span) -> (CCursor, CCursor) {
        let range = self.characters(span);
        (CCursor::new(range.start), CCursor::new(range.end))
    }

    /// The part of the article on the lines between two heights of the block's text.
    pub fn span_between(&self, top: f32, bottom: f32) -> Span {
        let rows = &self.galley.rows;
        let first = rows.partition_point(|row| row.rect().bottom() < top);
        let last = rows.partition_point(|row| row.rect().top() < bottom);
        let offset = |row: usize| {
            let character = self.row_starts.get(row).copied();
            let character = character.unwrap_or(self.n_characters());
            let offset = self.offsets.get(character).or(self.offsets.last());
            self.span.start() + offset.copied().unwrap_or_default() as usize
        };
        let start = offset(first);
        Span::new(start, offset(last).max(start))
    }

    /// The lines that a span touches, with what of each is covered: as number of the line and range of its glyphs.
    fn rows(&self, span: Span) -> impl Iterator<Item = (usize, Range<usize>)> + '_ {
        let characters = self.characters(span);
        let first = self
            .row_starts
            .partition_point(|&start| start <= characters.start)
            .saturating_sub(1);
        let rows = self.galley.rows.iter().enumerate().skip(first);
        let rows = rows.zip(&self.row_starts[first..]);
        let end = characters.end;
        let touched = rows.take_while(move |&(_, &start)| start < end);
        touched.filter_map(move |((index, row), &start)| {
            let n_glyphs = row.glyphs.len();
            let from = characters.start.saturating_sub(start).min(n_glyphs);
            let to = (characters.end - start).min(n_glyphs);
            (from < to).then_some((index, from..to))
        })
    }

    /// The parts of a span, one for each line that it touches. Blanks at the end of a line do not count.
    pub fn pieces(&self, span: Span) -> Vec<Piece> {
        self.rows(span)
            .filter_map(|(index, glyphs)| {
                let row = &self.galley.rows[index];
                let covered = &row.glyphs[glyphs];
                let last = covered
                    .iter()
                    .rposition(|glyph| !glyph.chr.is_whitespace())?;
                let covered = &covered[..=last];
                let baseline = row.pos.y + covered[0].pos.y;
                let (left, right) = edges(covered);
                Some(Piece {
                    rect: Rect::from_min_max(
                        pos2(row.pos.x + left, baseline - ABOVE * self.size),
                        pos2(row.pos.x + right, baseline + BELOW * self.size),
                    ),
                    baseline,
                })
            })
            .collect()
    }

    /// What a selection of a span fills: whole lines high, blanks included, from the top left corner `at` of the text.
    pub fn fills(&self, span: Span, at: Pos2) -> Vec<Rect> {
        self.rows(span)
            .map(|(index, glyphs)| {
                let row = &self.galley.rows[index];
                let is_end = glyphs.end == row.glyphs.len();
                let is_last = index + 1 == self.galley.rows.len();
                let goes_on = is_end && (!is_last || self.span.end() < span.end());
                let (left, right) = edges(&row.glyphs[glyphs]);
                // A line whose end is selected shows it.
                let right = right + if goes_on { 0.25 * self.size } else { 0.0 };
                Rect::from_min_max(
                    pos2(row.pos.x + left, row.rect().top()),
                    pos2(row.pos.x + right, row.rect().bottom()),
                )
                .translate(at.to_vec2())
            })
            .collect()
    }
}

/// From the leftmost to the rightmost edge of some glyphs: in some scripts the first is not the leftmost.
fn edges(glyphs: &[eframe::egui::epaint::text::Glyph]) -> (f32, f32) {
    glyphs.iter().fold(
        (f32::INFINITY, f32::NEG_INFINITY),
        |(left, right), glyph| (left.min(glyph.pos.x), right.max(glyph.max_x())),
    )
}

/// What is printed for a character; always one for one, so that offsets hold.
fn printable(character: char) -> char {
    match character {
        // A narrow no-break space would break lines, a no-break hyphen and a soft one have no glyph.
        '\u{202F}' => '\u{00A0}',
        '\u{2011}' => '-',
        '\u{00AD}' | '\u{FEFF}' => '\u{200B}',
        '\n' | '\t' => ' ',
        other if other.is_control() => '\u{200B}',
        other => other,
    }
}
