//! Draws the parts of the picture from top to bottom: lines of text, headings, bars.

use crate::exchange::picture::{Anchor, Letters, Shape, Weight, Words};
use crate::view::balance::Part;
use crate::view::palette::{Palette, Rgb};
use crate::view::shares::{Area, Pattern, dotting, hatching, segments};

/// Width of the picture.
pub(super) const WIDTH: f32 = 1000.0;
/// Room at its sides.
pub(super) const MARGIN: f32 = 48.0;
/// Where its contents end.
pub(super) const RIGHT: f32 = WIDTH - MARGIN;

/// Draws from top to bottom.
pub(super) struct Pen<'a> {
    pub letters: &'a Letters,
    pub palette: &'static Palette,
    pub y: f32,
    pub shapes: Vec<Shape>,
}

impl Pen<'_> {
    /// Words at the left margin, here.
    pub fn words(&self, words: &str, weight: Weight, size: f32, ink: Rgb) -> Words {
        Words {
            text: words.to_owned(),
            at: (MARGIN, self.y),
            anchor: Anchor::Start,
            weight,
            size,
            ink,
        }
    }

    /// One line of text, `step` below what is above.
    pub fn line(&mut self, words: &str, weight: Weight, size: f32, ink: Rgb, step: f32) {
        self.y += step;
        let words = self.letters.cut(words, weight, size, RIGHT - MARGIN);
        let words = self.words(&words, weight, size, ink);
        self.shapes.push(Shape::Words(words));
    }

    /// A title over a hairline.
    pub fn heading(&mut self, words: &str) {
        self.y += 20.0;
        self.line(words, Weight::Strong, 15.0, self.palette.ink, 28.0);
        self.y += 10.0;
        let rule = [(MARGIN, self.y), (RIGHT, self.y)];
        self.shapes.push(Shape::Lines {
            ends: vec![rule],
            width: 1.0,
            ink: self.palette.hairline,
        });
        self.y += 8.0;
    }

    /// Words side by side, in as many lines as they need.
    pub fn flow(&mut self, items: &[String]) {
        let (weight, size, gap) = (Weight::Regular, 14.5, 28.0);
        let mut x = MARGIN;
        self.y += 20.0;
        for item in items {
            let item = self.letters.cut(item, weight, size, RIGHT - MARGIN);
            let width = self.letters.width(&item, weight, size);
            if MARGIN < x && RIGHT < x + width {
                x = MARGIN;
                self.y += 26.0;
            }
            let words = Words {
                at: (x, self.y),
                ..self.words(&item, weight, size, self.palette.ink)
            };
            self.shapes.push(Shape::Words(words));
            x += width + gap;
        }
    }

    /// A bar as wide as `whole` words.
    pub fn bar(&mut self, bar: Area, counts: [usize; Part::ALL.len()], whole: usize, corner: f32) {
        for (part, area) in segments(bar, counts, whole) {
            self.plate(part, area, corner);
        }
    }

    /// A part of a bar, in the colour and pattern of its kind.
    pub fn plate(&mut self, part: Part, area: Area, corner: f32) {
        let look = self.palette.part(part);
        let corner = corner.min(area.width / 2.0);
        let fill = look.fill;
        self.shapes.push(Shape::Plate { area, corner, fill });
        let ink = look.line;
        match look.pattern {
            Pattern::Plain => {}
            Pattern::Hatched => {
                // Away from the round corners.
                let inside = Area {
                    y: area.y + 0.5,
                    height: area.height - 1.0,
                    ..area
                };
                let ends = hatching(inside, 6.0);
                self.shapes.push(Shape::Lines {
                    ends,
                    width: 1.2,
                    ink,
                });
            }
            Pattern::Dotted => {
                let (centers, radius) = (dotting(area, 6.0), 1.2);
                self.shapes.push(Shape::Dots {
                    centers,
                    radius,
                    ink,
                });
            }
        }
    }
}
