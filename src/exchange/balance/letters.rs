//! The letters of pictures: how wide words are, and their outlines.

use skrifa::instance::{Location, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, MetadataProvider};
use vello_cpu::kurbo::BezPath;

use super::picture::Weight;

/// The interface's typeface, then the fonts that the window falls back on for other scripts.
const FILES: [&[u8]; 3] = [
    include_bytes!("../../../assets/fonts/Inter-Latin.ttf"),
    include_bytes!("../../../assets/fonts/Inter-LatinExt.ttf"),
    epaint_default_fonts::UBUNTU_LIGHT,
];

/// Fonts, ready to measure and draw.
pub struct Letters {
    fonts: Vec<FontRef<'static>>,
}

impl Letters {
    /// Opens the fonts.
    pub fn new() -> Self {
        Self {
            fonts: FILES
                .iter()
                .filter_map(|file| FontRef::new(file).ok())
                .collect(),
        }
    }

    /// How wide words are at a size.
    pub fn width(&self, words: &str, weight: Weight, size: f32) -> f32 {
        self.glyphs(words, weight, size, |_, _, _, _| {})
    }

    /// Words cut with an ellipsis so that they are no wider than `width`.
    pub fn cut(&self, words: &str, weight: Weight, size: f32, width: f32) -> String {
        if self.width(words, weight, size) <= width {
            return words.to_owned();
        }
        let ends: Vec<usize> = words.char_indices().map(|(at, _)| at).collect();
        let fits = |&end: &usize| {
            self.width(&format!("{}…", words[..end].trim_end()), weight, size) <= width
        };
        let n_fitting = ends.partition_point(fits);
        let end = ends.get(n_fitting.saturating_sub(1)).copied().unwrap_or(0);
        format!("{}…", words[..end].trim_end())
    }

    /// Words as an outline that begins at a point of the base line; y grows downward.
    pub fn outline(&self, words: &str, weight: Weight, size: f32, at: (f32, f32)) -> BezPath {
        let mut path = BezPath::new();
        self.glyphs(words, weight, size, |font, glyph, location, x| {
            let Some(outline) = font.outline_glyphs().get(glyph) else {
                return;
            };
            let settings = DrawSettings::unhinted(Size::new(size), location);
            let mut pen = Pen {
                path: &mut path,
                at: (at.0 + x, at.1),
            };
            // A letter that cannot be drawn leaves a gap.
            let _ = outline.draw(settings, &mut pen);
        });
        path
    }

    /// Calls `each` for every letter with its place on the line; returns where the line ends.
    fn glyphs(
        &self,
        words: &str,
        weight: Weight,
        size: f32,
        mut each: impl FnMut(&FontRef<'static>, skrifa::GlyphId, &Location, f32),
    ) -> f32 {
        let locations: Vec<Location> = self
            .fonts
            .iter()
            .map(|font| font.axes().location([("wght", f32::from(weight.number()))]))
            .collect();
        let mut x = 0.0;
        for letter in words.chars() {
            let mut fonts = self.fonts.iter().zip(&locations);
            let found = fonts.find_map(|(font, location)| {
                let glyph = font.charmap().map(letter)?;
                Some((font, location, glyph))
            });
            let Some((font, location, glyph)) = found else {
                continue;
            };
            each(font, glyph, location, x);
            let metrics = font.glyph_metrics(Size::new(size), location);
            x += metrics.advance_width(glyph).unwrap_or_default();
        }
        x
    }
}

struct Pen<'a> {
    path: &'a mut BezPath,
    at: (f32, f32),
}

impl Pen<'_> {
    fn point(&self, x: f32, y: f32) -> (f64, f64) {
        (f64::from(self.at.0 + x), f64::from(self.at.1 - y))
    }
}

impl OutlinePen for Pen<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        self.path.move_to(self.point(x, y));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.path.line_to(self.point(x, y));
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.path.quad_to(self.point(cx, cy), self.point(x, y));
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        self.path
            .curve_to(self.point(cx0, cy0), self.point(cx1, cy1), self.point(x, y));
    }

    fn close(&mut self) {
        self.path.close_path();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_have_a_width_and_an_outline() {
        let letters = Letters::new();
        assert_eq!(letters.fonts.len(), FILES.len());
        let (thin, wide) = (Weight::Regular, Weight::Strong);
        assert!(letters.width("im", thin, 10.0) < letters.width("im", wide, 10.0));
        assert!(letters.width("im", thin, 10.0) < letters.width("mmm", thin, 10.0));
        for words in ["Öztürk", "Łódź", "Дмитрий", "„…“"] {
            let path = letters.outline(words, thin, 20.0, (5.0, 50.0));
            assert!(!path.elements().is_empty(), "{words}");
        }
    }

    #[test]
    fn what_is_too_long_ends_with_an_ellipsis() {
        let letters = Letters::new();
        let cut = |words: &str, width| letters.cut(words, Weight::Regular, 10.0, width);
        assert_eq!(cut("kurz", 100.0), "kurz");
        let shown = cut("ein sehr langer Titel, der nicht passt", 100.0);
        assert!(shown.ends_with('…') && shown.starts_with("ein sehr"));
        assert!(letters.width(&shown, Weight::Regular, 10.0) <= 100.0);
        assert_eq!(cut("wort", 0.0), "…");
    }
}
