//! How wide the column is, and how its blocks are set.

use std::sync::Arc;

use eframe::egui::{Color32, FontId, Galley, Ui};

use crate::article::{Block, BlockKind};
use crate::gui::fonts::Face;
use crate::gui::typography::{Typeface, Typography};

/// Size of running text in points.
const TEXT_SIZE: f32 = 18.0;

/// Room at the left for the margin bars.
const MARGIN: f32 = 40.0;

/// Room at the right for the strip, and for the bracket beside the statement in focus.
const RIGHT_MARGIN: f32 = 42.0;

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
    /// Fits the column into the panel. The lines of a sample come with it: as long as these are the same in memory, so is what
    /// egui knows of fonts and glyphs, and what was laid out before can be drawn again.
    pub fn new(ui: &Ui, typography: Typography) -> (Self, Arc<Galley>) {
        const SAMPLE: &str =
            "Die Verhandlungen seien am Mittwoch ohne Ergebnis vertagt worden, hieß es.";
        let typography = typography.fitted();
        let zoom = typography.zoom();
        let sample = ui.painter().layout_no_wrap(
            SAMPLE.to_owned(),
            typography.typeface.size(Face::Text, TEXT_SIZE * zoom),
            Color32::PLACEHOLDER,
        );
        let letter = sample.size().x / SAMPLE.chars().count() as f32;
        let room = ui.available_width();
        let width = (letter * typography.characters as f32)
            .min(room - MARGIN - RIGHT_MARGIN)
            .max(160.0);
        let left = ((room - width) / 2.0).max(MARGIN).floor();
        let measure = Self {
            width: width.round(),
            left,
            zoom,
            typography,
            letter,
        };
        (measure, sample)
    }

    /// Whether lines break at the same places.
    pub fn breaks_like(&self, other: &Self) -> bool {
        let left = other.left;
        Self { left, ..*self } == *other
    }

    /// About how high a block is going to be.
    pub fn guess(&self, block: &Block, style: &BlockStyle) -> f32 {
        // Breaking between words leaves the last twentieth of a line empty.
        let rows = (block.span.len() as f32 * self.letter * 1.05 / self.width).ceil();
        style.before + rows.max(1.0) * style.line_height + style.after
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
