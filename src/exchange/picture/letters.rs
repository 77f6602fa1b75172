//! The letters of pictures: how wide words are, and their outlines.

use harfrust::{ShapeOptions, ShaperData, ShaperInstance, Tag, UnicodeBuffer, Variation};
use skrifa::instance::{Location, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use vello_cpu::kurbo::BezPath;

use super::Weight;

/// The typeface of articles, that of the interface, and the fonts that the window falls back on for other scripts and signs.
const FILES: [&[u8]; 6] = [
    include_bytes!("../../../assets/fonts/Literata-Latin.ttf"),
    include_bytes!("../../../assets/fonts/Literata-LatinExt.ttf"),
    include_bytes!("../../../assets/fonts/Inter-Latin.ttf"),
    include_bytes!("../../../assets/fonts/Inter-LatinExt.ttf"),
    epaint_default_fonts::UBUNTU_LIGHT,
    epaint_default_fonts::NOTO_EMOJI_REGULAR,
];

/// How many of them have serifs.
const N_WITH_SERIFS: usize = 2;

/// Stand for a letter that no font has, the first that there is.
const BOXES: [char; 3] = ['\u{25FB}', '\u{25A1}', '?'];

/// Fonts, ready to measure and draw.
pub struct Letters {
    fonts: Vec<Font>,
}

struct Font {
    font: FontRef<'static>,
    shaper: ShaperData,
}

/// Neighbouring letters of one font.
struct Run<'a> {
    font: &'a Font,
    letters: String,
}

impl Default for Letters {
    fn default() -> Self {
        Self::new()
    }
}

impl Letters {
    /// Opens the fonts.
    pub fn new() -> Self {
        let fonts = FILES.iter().filter_map(|file| FontRef::new(file).ok());
        let fonts = fonts.map(|font| Font {
            shaper: ShaperData::new(&font),
            font,
        });
        Self {
            fonts: fonts.collect(),
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
        self.glyphs(words, weight, size, |font, glyph, location, (x, y)| {
            let Some(outline) = font.outline_glyphs().get(glyph) else {
                return;
            };
            let settings = DrawSettings::unhinted(Size::new(size), location);
            let mut pen = Pen {
                path: &mut path,
                at: (at.0 + x, at.1 - y),
            };
            // A letter that cannot be drawn leaves a gap.
            let _ = outline.draw(settings, &mut pen);
        });
        path
    }

    /// Calls `each` for every glyph with its place, to the right and above the beginning of the line; returns where the
    /// line ends.
    fn glyphs(
        &self,
        words: &str,
        weight: Weight,
        size: f32,
        mut each: impl FnMut(&FontRef<'static>, GlyphId, &Location, (f32, f32)),
    ) -> f32 {
        // Literata has letters drawn for large sizes. The finest are too fine for what is looked at small.
        let settings = [
            (Tag::new(b"wght"), f32::from(weight.number())),
            (Tag::new(b"opsz"), size.min(36.0)),
        ];
        let mut x = 0.0;
        for run in self.runs(words, weight) {
            let font = &run.font.font;
            let location = font.axes().location(settings);
            let variations = settings.map(|(tag, value)| Variation { tag, value });
            let instance = ShaperInstance::from_variations(font, variations);
            let shaper = run
                .font
                .shaper
                .shaper(font)
                .instance(Some(&instance))
                .build();
            let mut buffer = UnicodeBuffer::new();
            buffer.push_str(&run.letters);
            buffer.guess_segment_properties();
            let shaped = shaper.shape(buffer, ShapeOptions::new());
            let metrics = font.metrics(Size::unscaled(), &location);
            let scale = size / f32::from(metrics.units_per_em.max(1));
            for (glyph, place) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
                let offset = (place.x_offset as f32 * scale, place.y_offset as f32 * scale);
                let id = GlyphId::new(glyph.glyph_id);
                each(font, id, &location, (x + offset.0, offset.1));
                x += place.x_advance as f32 * scale;
            }
        }
        x
    }

    /// Each letter in the first font that has it. What only joins or changes others stays with them.
    fn runs(&self, words: &str, weight: Weight) -> Vec<Run<'_>> {
        let first = match weight {
            Weight::Text => 0,
            Weight::Regular | Weight::Medium | Weight::Strong => N_WITH_SERIFS,
        };
        let fonts = self.fonts.get(first..).unwrap_or_default();
        let has = |font: &Font, letter: char| font.font.charmap().map(letter).is_some();
        let mut runs: Vec<Run<'_>> = Vec::new();
        for letter in words.nfc() {
            let last = runs.last_mut();
            let stays =
                |font: &Font| joins(letter) || is_combining_mark(letter) && has(font, letter);
            match last {
                Some(run) if stays(run.font) => {
                    run.letters.push(letter);
                    continue;
                }
                None if joins(letter) => continue,
                _ => {}
            }
            let found = fonts.iter().find(|font| has(font, letter));
            let found = found.map(|font| (font, letter)).or_else(|| {
                let mut boxes = BOXES.into_iter();
                boxes.find_map(|sign| Some((fonts.iter().find(|font| has(font, sign))?, sign)))
            });
            let Some((font, letter)) = found else {
                continue;
            };
            match runs.last_mut() {
                Some(run) if std::ptr::eq(run.font, font) => run.letters.push(letter),
                _ => runs.push(Run {
                    font,
                    letters: letter.to_string(),
                }),
            }
        }
        runs
    }
}

/// Signs that show nothing by themselves: joiners, selectors of variants, marks of direction, skin tones.
fn joins(letter: char) -> bool {
    matches!(
        letter,
        '\u{AD}' | '\u{34F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
            | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{1F3FB}'..='\u{1F3FF}' | '\u{E0000}'..='\u{E0FFF}'
    ) || letter.is_control()
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
        for words in [
            "Öztürk",
            "Łódź",
            "Дмитрий",
            "„…“",
            "🙂",
            "書",
            "مرحبا",
            "e\u{301}",
        ] {
            for weight in [thin, Weight::Text] {
                let path = letters.outline(words, weight, 20.0, (5.0, 50.0));
                assert!(!path.elements().is_empty(), "{words}");
                assert!(0.0 < letters.width(words, weight, 20.0), "{words}");
            }
        }
    }

    #[test]
    fn letters_stand_together_as_their_typeface_wants() {
        let letters = Letters::new();
        let width = |words: &str| letters.width(words, Weight::Text, 100.0);
        // Kerned.
        assert!(width("Ta") < width("T") + width("a") - 1.0);
        assert!((width("a\u{308}") - width("ä")).abs() < 0.01);
        assert!((width("Scha\u{AD}den") - width("Schaden")).abs() < 3.0);
        assert_eq!(width("\u{200d}"), 0.0);
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
