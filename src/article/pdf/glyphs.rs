//! What stands where on the pages: every character with its place, its size and its weight.

use std::f64::consts::FRAC_PI_2;
use std::time::Instant;

use hayro_interpret::font::{Glyph, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::content::TypedIter;
use hayro_interpret::hayro_syntax::object::{self, Dict};
use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps,
    InterpreterCache, InterpreterSettings, SoftMask, interpret,
};

use super::super::documents::Refusal;
use super::ink::Inks;
use super::{cork, limits, metadata};

/// One character, or a ligature spelt out. Lengths in points, y grows downwards.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Mark {
    /// The characters.
    pub text: String,
    /// Left edge.
    pub start: f64,
    /// Right edge.
    pub end: f64,
    /// Height of the line it stands on.
    pub baseline: f64,
    /// Size of the font.
    pub size: f64,
    /// Whether the font is a bold one.
    pub is_bold: bool,
}

/// What the interpreter unwinds with when it has had its share, and what to tell of it.
pub(super) struct Spent(pub Refusal);

/// The most characters: a long book has three million.
const MAX_MARKS: usize = 3_000_000;
/// The most characters on one page: a full page of a newspaper has 40000.
const MAX_ON_PAGE: usize = 500_000;
/// The most pages.
const MAX_PAGES: usize = 3_000;
/// Stretches of drawing inside each other.
const MAX_DEPTH: usize = 64;
/// Longer replacements stand for whole lines, whose characters say more about the places.
const MAX_REPLACEMENT: usize = 8;
/// The most drawing steps, pictures and lines included.
const MAX_STEPS: usize = 10_000_000;

/// What stands on a page.
pub(super) struct Sheet {
    /// The characters in the order in which they are drawn.
    pub marks: Vec<Mark>,
    /// Those that the file itself calls no part of the text.
    pub artifacts: Vec<Mark>,
    /// Height of the page.
    pub height: f64,
}

/// Gives the pages to `take` one after the other. Unwinds with [`Spent`] if there is no end to it.
pub(super) fn of_pages(
    pdf: &Pdf,
    until: Instant,
    mut take: impl FnMut(Sheet),
) -> Result<(), Refusal> {
    let cache = InterpreterCache::new();
    let mut left = Share {
        marks: MAX_MARKS,
        steps: MAX_STEPS,
        until,
    };
    let mut inks = Inks::default();
    let pages = pdf.pages();
    if MAX_PAGES < pages.len() {
        return Err(Refusal::Bloated);
    }
    for page in pages.iter() {
        if until < Instant::now() {
            return Err(Refusal::TooSlow);
        }
        take(of_page(pdf, page, &cache, &mut left, &mut inks)?);
    }
    Ok(())
}

fn of_page<'a>(
    pdf: &'a Pdf,
    page: &Page<'a>,
    cache: &InterpreterCache<'a>,
    left: &mut Share,
    inks: &mut Inks,
) -> Result<Sheet, Refusal> {
    let contents = limits::contents(page)?;
    let (width, height) = page.render_dimensions();
    let as_shown = Affine::new(page.initial_transform(true).as_coeffs());
    let mut drawn = |turn: f64| {
        let turned = Affine::rotate(-turn * FRAC_PI_2);
        let room = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let room = turned.transform_rect_bbox(room);
        let upright = Affine::translate(-room.origin().to_vec2()) * turned * as_shown;
        let page_box = room.with_origin(Point::ZERO);
        let settings = InterpreterSettings::default();
        let mut context = Context::new(upright, page_box, cache, pdf.xref(), settings);
        let mut collector = Collector {
            marks: Vec::new(),
            artifacts: Vec::new(),
            turned: [0; 3],
            page_box,
            left,
            contents: Vec::new(),
            too_deep: 0,
            inks,
        };
        let commands = TypedIter::new(&contents);
        interpret(commands, page.resources(), &mut context, &mut collector);
        let sheet = Sheet {
            marks: collector.marks,
            artifacts: collector.artifacts,
            height: page_box.height().max(1.0),
        };
        (sheet, collector.turned)
    };
    let (sheet, turned) = drawn(0.0);
    // A page that lies on its side is read with the head tilted.
    let most = (1..=3).zip(turned).max_by_key(|&(_, count)| count);
    Ok(match most {
        Some((turn, count)) if 4 * sheet.marks.len() + 50 < count => drawn(f64::from(turn)).0,
        _ => sheet,
    })
}

/// What may still be spent on a file.
struct Share {
    marks: usize,
    steps: usize,
    until: Instant,
}

struct Collector<'s> {
    marks: Vec<Mark>,
    artifacts: Vec<Mark>,
    /// Characters that run down, backwards and up.
    turned: [usize; 3],
    page_box: Rect,
    left: &'s mut Share,
    contents: Vec<Content>,
    too_deep: usize,
    inks: &'s mut Inks,
}

/// What the file says about a stretch of drawing.
#[derive(Default)]
struct Content {
    /// Page numbers, running heads and ornaments.
    is_artifact: bool,
    /// What its characters mean; taken by the first of them.
    replacement: Option<String>,
    /// Whether its characters are replaced.
    is_replaced: bool,
}

impl Collector<'_> {
    /// Counts a step. The interpreter cannot be told to stop, so it is unwound; [`super::read`] catches that.
    fn step(&mut self) {
        self.left.steps = self.left.steps.saturating_sub(1);
        let is_late = self.left.steps.is_multiple_of(64) && self.left.until < Instant::now();
        let refusal = match () {
            () if self.left.steps == 0
                || self.left.marks == 0
                || MAX_ON_PAGE < self.marks.len() + self.artifacts.len() =>
            {
                Refusal::Bloated
            }
            () if is_late => Refusal::TooSlow,
            () => return,
        };
        std::panic::resume_unwind(Box::new(Spent(refusal)));
    }

    /// What a character means.
    fn text(&mut self, glyph: &Glyph<'_>) -> Option<String> {
        if let Some(content) = self.contents.iter_mut().find(|content| content.is_replaced) {
            return content.replacement.take();
        }
        let unicode = glyph.as_unicode().map(spelt_out);
        // Characters of TeX's bitmap fonts have no names.
        unicode.or_else(|| match glyph {
            Glyph::Type3(drawn) => cork::letter(drawn.char_code()).map(str::to_owned),
            Glyph::Outline(_) => None,
        })
    }

    fn mark(&mut self, glyph: &Glyph<'_>, place: Affine, is_bold: bool) {
        let [a, b, c, d, ..] = place.as_coeffs();
        // Text that runs up the margin or slantwise over the page is no part of the article.
        if a <= 0.0 || a * 0.1 < b.abs() {
            let turn = if 0.0 < b && a.abs() < 0.1 * b {
                0
            } else if b.abs() < -0.1 * a {
                1
            } else if b < 0.0 && a.abs() < -0.1 * b {
                2
            } else {
                return;
            };
            self.turned[turn] += 1;
            return;
        }
        let Some(text) = self.text(glyph).filter(|text| !text.is_empty()) else {
            return;
        };
        let advance = match glyph {
            Glyph::Outline(outline) => outline.advance_width().unwrap_or(500.0),
            Glyph::Type3(drawn) => drawn.advance_width().unwrap_or(500.0),
        };
        let origin = place * Point::ZERO;
        let size = c.hypot(d) * 1000.0;
        let mark = Mark {
            text,
            start: origin.x,
            end: (place * Point::new(f64::from(advance), 0.0)).x,
            baseline: origin.y,
            size,
            is_bold,
        };
        let is_finite = [mark.start, mark.end, mark.baseline, size]
            .iter()
            .all(|length| length.is_finite());
        if is_finite && 1.0 < size && size < 1000.0 && self.page_box.contains(origin) {
            self.left.marks = self.left.marks.saturating_sub(1);
            let is_artifact = self.contents.iter().any(|content| content.is_artifact);
            let marks = if is_artifact {
                &mut self.artifacts
            } else {
                &mut self.marks
            };
            marks.push(mark);
        }
    }
}

/// The letters of ligatures; everything else as it is.
fn spelt_out(unicode: BfString) -> String {
    let text = match unicode {
        BfString::Char(character) => character.to_string(),
        BfString::String(text) => text,
    };
    let letters = text.chars().flat_map(|character| {
        let letters = match character {
            '\u{FB00}' => "ff",
            '\u{FB01}' => "fi",
            '\u{FB02}' => "fl",
            '\u{FB03}' => "ffi",
            '\u{FB04}' => "ffl",
            '\u{FB05}' | '\u{FB06}' => "st",
            _ => "",
        };
        // Fonts of signs have their characters in a place for private use, in the usual order.
        let character = match character {
            '\u{F021}'..='\u{F07E}' => {
                char::from_u32(u32::from(character) - 0xF000).unwrap_or(character)
            }
            _ => character,
        };
        let itself = letters.is_empty().then_some(character);
        letters.chars().chain(itself)
    });
    let is_shown = |c: char| {
        !matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{FFFD}') && (c == '\t' || !c.is_control())
    };
    letters.filter(|&c| is_shown(c)).collect()
}

impl<'a> Device<'a> for Collector<'_> {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        self.step();
        let is_bold = self.inks.are_bold(run.glyphs());
        for glyph in run.glyphs() {
            self.mark(glyph, props.transform * glyph.transform(), is_bold);
        }
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {
        self.step();
    }

    fn push_clip_path(&mut self, _: &ClipPath) {
        self.step();
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {
        self.step();
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {
        self.step();
    }

    fn begin_marked_content(&mut self, tag: &[u8], properties: Option<&Dict<'_>>) {
        self.step();
        let replacement = properties
            .and_then(|properties| properties.get::<object::String<'_>>("ActualText"))
            .map(|text| metadata::decoded(text.as_bytes()))
            .filter(|text| text.chars().count() <= MAX_REPLACEMENT);
        if self.contents.len() < MAX_DEPTH {
            self.contents.push(Content {
                is_artifact: tag == b"Artifact",
                is_replaced: replacement.is_some(),
                replacement,
            });
        } else {
            self.too_deep += 1;
        }
    }

    fn end_marked_content(&mut self) {
        if 0 < self.too_deep {
            self.too_deep -= 1;
        } else {
            self.contents.pop();
        }
    }

    fn pop_clip(&mut self) {}

    fn pop_transparency_group(&mut self) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ligatures_are_spelt_out() {
        assert_eq!(spelt_out(BfString::Char('\u{FB03}')), "ffi");
        assert_eq!(spelt_out(BfString::Char('ß')), "ß");
        assert_eq!(spelt_out(BfString::String("\u{F041}\u{F0B7}".into())), "A");
        assert_eq!(spelt_out(BfString::String("fl\u{1}".into())), "fl");
    }
}
