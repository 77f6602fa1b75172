//! How wide the column is, how its blocks are set, and how high they are.

use eframe::egui::{FontId, Ui};

use crate::article::BlockKind;
use crate::gui::fonts::Face;
use crate::gui::opened::Opened;
use crate::gui::typography::{Typeface, Typography};

use super::pieces::SetBlock;

/// Size of running text in points.
const TEXT_SIZE: f32 = 18.0;

/// Room at the left for the margin bars.
const MARGIN: f32 = 40.0;

/// Size and place of the column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measure {
    /// Width of a line.
    pub width: f32,
    /// From the panel's edge to the first letter.
    pub left: f32,
    /// Text size, 1 is normal.
    pub zoom: f32,
    /// Face, and room between lines.
    pub typography: Typography,
    /// Width of an average letter.
    letter: f32,
}

impl Measure {
    /// Fits the column into the panel.
    pub fn new(ui: &Ui, typography: Typography) -> Self {
        const SAMPLE: &str =
            "Die Verhandlungen seien am Mittwoch ohne Ergebnis vertagt worden, hieß es.";
        let typography = typography.fitted();
        let zoom = typography.zoom();
        let galley = ui.painter().layout_no_wrap(
            SAMPLE.to_owned(),
            typography.typeface.size(Face::Text, TEXT_SIZE * zoom),
            eframe::egui::Color32::PLACEHOLDER,
        );
        let letter = galley.size().x / SAMPLE.chars().count() as f32;
        let room = ui.available_width();
        let width = (letter * typography.characters as f32)
            .min(room - MARGIN - 24.0)
            .max(160.0);
        let left = ((room - width) / 2.0).max(MARGIN).round();
        Self {
            width: width.round(),
            left,
            zoom,
            typography,
            letter,
        }
    }
}

/// How a block is set.
#[derive(Clone, Debug)]
pub struct BlockStyle {
    /// Typeface and size.
    pub font: FontId,
    /// From line to line.
    pub line_height: f32,
    /// Whether it steps back.
    pub is_muted: bool,
    /// Room above.
    pub before: f32,
    /// Room below.
    pub after: f32,
}

/// The style of a kind of block; the first block of an article stands at the top of the page.
pub fn style(kind: BlockKind, is_first: bool, is_last: bool, measure: &Measure) -> BlockStyle {
    let zoom = measure.zoom;
    let typeface = measure.typography.typeface;
    let leading = TEXT_SIZE * measure.typography.leading();
    // Small print is set like the interface, unless letters must not be mixed up.
    let (small, small_strong) = match typeface {
        Typeface::Serif | Typeface::Sans => (Face::Interface, Face::Strong),
        Typeface::Legible => (Face::Text, Face::TextStrong),
    };
    let (face, size, line, before, after, is_muted) = match kind {
        BlockKind::Kicker => (small_strong, 13.0, 18.0, 0.0, 6.0, true),
        BlockKind::Headline => (Face::Headline, 33.0, 40.0, 0.0, 18.0, false),
        BlockKind::Lead => (Face::TextStrong, 18.5, leading, 0.0, 18.0, false),
        BlockKind::Subheading => (Face::TextStrong, 21.0, 28.0, 16.0, 9.0, false),
        BlockKind::Paragraph => (Face::Text, TEXT_SIZE, leading, 0.0, 0.52 * leading, false),
        BlockKind::Caption => (small, 13.5, 20.0, 0.0, 16.0, true),
        BlockKind::Signature => (small, 13.5, 20.0, 2.0, 12.0, true),
    };
    BlockStyle {
        font: typeface.size(face, size * zoom),
        line_height: (line * zoom).round(),
        is_muted,
        before: if is_first {
            44.0
        } else {
            (before * zoom).round()
        },
        after: if is_last {
            96.0
        } else {
            (after * zoom).round()
        },
    }
}

/// Heights of all blocks: exact for those that have been laid out, guessed for the others.
#[derive(Debug, Default)]
pub struct Heights {
    /// Which article, how wide, how large, and how many pixels a point has.
    key: Option<(u64, Measure, f32)>,
    values: Vec<f32>,
    /// Where each block begins, and at the end the total; rebuilt when a height has changed.
    tops: Vec<f32>,
}

/// Articles with up to this many blocks are laid out as a whole at once: 300 take 20 ms.
const LAID_OUT_AT_ONCE: usize = 120;

impl Heights {
    /// Starts anew if the article, the width or the size has changed.
    pub fn fit(&mut self, ui: &Ui, opened: &Opened, measure: &Measure) {
        let key = Some((opened.serial, *measure, ui.pixels_per_point()));
        if self.key == key {
            return;
        }
        self.key = key;
        let blocks = &opened.document().article.blocks;
        let n_blocks = blocks.len();
        self.values = (0..n_blocks)
            .map(|index| {
                if n_blocks <= LAID_OUT_AT_ONCE {
                    return SetBlock::new(ui, opened, index, measure).height();
                }
                let block = blocks[index];
                let is_last = index + 1 == n_blocks;
                let style = style(block.kind, index == 0, is_last, measure);
                let n_characters = block.span.len() as f32;
                // Breaking between words leaves the last twentieth of a line empty.
                let rows = (n_characters * measure.letter * 1.05 / measure.width).ceil();
                style.before + rows.max(1.0) * style.line_height + style.after
            })
            .collect();
        self.sum_up(0);
    }

    fn sum_up(&mut self, from: usize) {
        self.tops.truncate(from + 1);
        if self.tops.is_empty() {
            self.tops.push(0.0);
        }
        for index in self.tops.len() - 1..self.values.len() {
            self.tops.push(self.tops[index] + self.values[index]);
        }
    }

    /// Corrects the height of a block.
    pub fn set(&mut self, index: usize, height: f32) {
        if 0.01 < (self.values[index] - height).abs() {
            self.values[index] = height;
            self.sum_up(index);
        }
    }

    /// Where a block begins.
    pub fn top(&self, index: usize) -> f32 {
        self.tops[index]
    }

    /// Height of the whole column.
    pub fn total(&self) -> f32 {
        self.tops.last().copied().unwrap_or_default()
    }

    /// The first block that reaches below `y`, and where it begins.
    pub fn first_below(&self, y: f32) -> (usize, f32) {
        let index = self
            .tops
            .partition_point(|&top| top <= y)
            .saturating_sub(1)
            .min(self.values.len().saturating_sub(1));
        (index, self.tops.get(index).copied().unwrap_or_default())
    }
}
