//! A block that is set in lines, and where in it a span stands.

use std::sync::Arc;

use eframe::egui::text::LayoutJob;
use eframe::egui::{Galley, Rect, TextFormat, Ui, pos2};

use crate::article::BlockKind;
use crate::gui::opened::Opened;
use crate::gui::theme::color;
use crate::gui::widgets::palette;
use crate::span::Span;

use super::layout::{Measure, style};

/// How far letters reach above the baseline, as a share of their size.
const ABOVE: f32 = 0.86;
/// How far they reach below it.
const BELOW: f32 = 0.27;

/// A block, laid out.
pub struct SetBlock {
    /// Which one.
    pub index: usize,
    /// What it is.
    pub kind: BlockKind,
    /// Its lines.
    pub galley: Arc<Galley>,
    /// Room above.
    pub space_before: f32,
    space_after: f32,
    /// Size of its letters.
    pub size: f32,
    /// Room between the letters of one line and those of the next.
    pub leading: f32,
    span: Span,
    /// Byte offset in the article of each character, and of the end.
    offsets: Vec<usize>,
}

/// The part of a span that stands on one line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Piece {
    /// From the top left corner of the block's text; as high as the letters, not the line.
    pub rect: Rect,
    /// Where the letters stand on.
    pub baseline: f32,
}

impl SetBlock {
    /// Lays a block out. egui keeps what was laid out in the last frame, so this is cheap for what stays visible.
    pub fn new(ui: &Ui, opened: &Opened, index: usize, measure: &Measure) -> Self {
        let document = opened.document();
        let blocks = &document.article.blocks;
        let block = blocks[index];
        let style = style(block.kind, index == 0, index + 1 == blocks.len(), measure);
        let palette = palette(ui);
        let ink = if style.is_muted {
            palette.muted
        } else {
            palette.ink
        };
        let format = TextFormat {
            line_height: Some(style.line_height),
            ..TextFormat::simple(style.font.clone(), color(ink))
        };
        let text = block.span.of(document.text());
        let mut job = LayoutJob::single_section(text.chars().map(printable).collect(), format);
        job.wrap.max_width = measure.width;
        let offsets = text
            .char_indices()
            .map(|(offset, _)| block.span.start() + offset)
            .chain([block.span.end()])
            .collect();
        Self {
            index,
            kind: block.kind,
            galley: ui.painter().layout_job(job),
            space_before: style.before,
            space_after: style.after,
            size: style.font.size,
            leading: style.line_height - (ABOVE + BELOW) * style.font.size,
            span: block.span,
            offsets,
        }
    }

    /// Where it stands in the article.
    pub fn span(&self) -> Span {
        self.span
    }

    /// Its words.
    pub fn text<'a>(&self, opened: &'a Opened) -> &'a str {
        self.span.of(opened.document().text())
    }

    /// Height with the room above and below.
    pub fn height(&self) -> f32 {
        self.space_before + self.galley.size().y + self.space_after
    }

    /// The parts of a span, one for each line that it touches.
    pub fn pieces(&self, span: Span) -> Vec<Piece> {
        let start = self.offsets.partition_point(|&at| at < span.start());
        let end = self.offsets.partition_point(|&at| at < span.end());
        let mut pieces = Vec::new();
        let mut row_start = 0;
        for row in &self.galley.rows {
            let row_end = row_start + row.char_count_including_newline().0;
            let glyphs = &row.glyphs;
            let first = start.max(row_start) - row_start;
            let last = end.clamp(row_start, row_end).min(row_start + glyphs.len()) - row_start;
            row_start = row_end;
            let Some(covered) = glyphs.get(first..last.max(first)) else {
                continue;
            };
            // Blanks at the end of a line are not marked.
            let visible = covered
                .iter()
                .rposition(|glyph| !glyph.chr.is_whitespace())
                .map_or(0, |index| index + 1);
            let covered = &covered[..visible];
            let (Some(left), Some(right)) = (covered.first(), covered.last()) else {
                continue;
            };
            let baseline = row.pos.y + left.pos.y;
            pieces.push(Piece {
                rect: Rect::from_min_max(
                    pos2(row.pos.x + left.pos.x, baseline - ABOVE * self.size),
                    pos2(row.pos.x + right.max_x(), baseline + BELOW * self.size),
                ),
                baseline,
            });
        }
        pieces
    }
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
