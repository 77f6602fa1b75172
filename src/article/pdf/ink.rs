//! Which letters are bold: what the font says of itself or, where it says nothing, how much ink they take.

use std::collections::BTreeMap;

use hayro_interpret::font::{Glyph, OutlineGlyph, PositionedGlyph};
use hayro_interpret::kurbo::Shape;

/// The ink of the glyphs seen so far.
#[derive(Default)]
pub(super) struct Inks(BTreeMap<u128, f64>);

/// Part of its box (advance by em) that a lower-case letter blackens: 0.16 to 0.21 in Computer Modern, Times and Minion, 0.25 to 0.32 in
/// their bold cuts.
const BOLD: f64 = 0.228;
/// The most glyphs whose outlines are looked at; a file with twenty fonts has 1500.
const MAX_GLYPHS: usize = 4_000;
/// Glyphs of one run that are looked at.
const MAX_LETTERS: usize = 24;

impl Inks {
    /// Whether the letters of a run, all in one font, are bold.
    pub(super) fn are_bold(&mut self, glyphs: &[PositionedGlyph<'_>]) -> bool {
        let outlines = glyphs.iter().filter_map(|glyph| match &**glyph {
            Glyph::Outline(outline) => Some(outline),
            Glyph::Type3(_) => None,
        });
        let mut outlines = outlines.peekable();
        let Some(first) = outlines.peek() else {
            return are_wide(glyphs);
        };
        if let Some(font) = first.font_data() {
            let name = font.postscript_name.unwrap_or_default();
            return font.weight.is_some_and(|weight| 600 <= weight) || is_bold_name(&name);
        }
        let inks: Vec<f64> = outlines
            .take(MAX_LETTERS)
            .filter_map(|outline| self.ink(outline))
            .collect();
        !inks.is_empty() && BOLD < inks.iter().sum::<f64>() / inks.len() as f64
    }

    /// Of lower-case letters only: capitals, digits and signs differ too much.
    fn ink(&mut self, outline: &OutlineGlyph) -> Option<f64> {
        let advance = f64::from(outline.advance_width()?);
        let is_letter = match outline.as_unicode()? {
            hayro_interpret::hayro_cmap::BfString::Char(character) => character.is_lowercase(),
            hayro_interpret::hayro_cmap::BfString::String(_) => false,
        };
        if !is_letter || advance < 100.0 {
            return None;
        }
        let key = outline.identifier().cache_key();
        if let Some(ink) = self.0.get(&key) {
            return Some(*ink);
        }
        if MAX_GLYPHS <= self.0.len() {
            return None;
        }
        let ink = outline.outline().area().abs() / (advance * 1000.0);
        self.0.insert(key, ink);
        Some(ink)
    }
}

/// Whether letters of a bitmap font by TeX are as wide as in its bold cut, which is wider by 0.15 than the upright one.
fn are_wide(glyphs: &[PositionedGlyph<'_>]) -> bool {
    let widths = glyphs.iter().take(MAX_LETTERS).filter_map(|glyph| {
        let Glyph::Type3(drawn) = &**glyph else {
            return None;
        };
        let letter = u8::try_from(drawn.char_code()).ok()?;
        let (_, usual) = WIDTHS.iter().find(|(known, _)| *known == letter)?;
        Some((drawn.advance_width()?, *usual))
    });
    let (width, usual) = widths.fold((0.0, 0.0), |sum, (width, usual)| {
        (sum.0 + width, sum.1 + usual)
    });
    0.0 < usual && 1.135 * usual < width
}

/// Widths in Computer Modern at 10 points, by thousandths of an em.
const WIDTHS: [(u8, f32); 10] = [
    (b'a', 500.0),
    (b'd', 556.0),
    (b'e', 444.0),
    (b'h', 556.0),
    (b'i', 278.0),
    (b'n', 556.0),
    (b'r', 392.0),
    (b's', 394.0),
    (b't', 389.0),
    (b'u', 556.0),
];

fn is_bold_name(name: &str) -> bool {
    ["Bold", "Black", "Heavy"]
        .iter()
        .any(|word| name.contains(word))
}
