//! What is drawn on a card: lines of text, a plate with a word, the bar.

use crate::exchange::picture::{Anchor, Letters, Shape, Weight, Words};
use crate::view::balance::Part;
use crate::view::palette::{Palette, Rgb};
use crate::view::shares::{Area, Pattern, dotting, hatching};

/// What is drawn so far.
pub(super) struct Sheet<'a> {
    pub letters: &'a Letters,
    pub palette: &'static Palette,
    pub right: f32,
    pub shapes: Vec<Shape>,
}

impl Sheet<'_> {
    /// One line of text, cut if it is too wide.
    pub fn line(
        &mut self,
        words: &str,
        at: (f32, f32),
        weight: Weight,
        size: f32,
        ink: Rgb,
        width: f32,
    ) {
        let text = self.letters.cut(words, weight, size, width);
        self.shapes.push(Shape::Words(Words {
            text,
            at,
            anchor: Anchor::Start,
            weight,
            size,
            ink,
        }));
    }

    /// A word on a plate.
    pub fn pill(&mut self, words: &str, (x, y): (f32, f32)) {
        let palette = self.palette;
        let (weight, size) = (Weight::Medium, 22.0);
        let width = self.letters.width(words, weight, size);
        let area = Area {
            x,
            y,
            width: width + 32.0,
            height: 38.0,
        };
        let fill = palette.accent.over(palette.paper, 0.12);
        self.shapes.push(Shape::Plate {
            area,
            corner: 19.0,
            fill,
        });
        self.line(
            words,
            (x + 16.0, y + 27.0),
            weight,
            size,
            palette.ink,
            f32::INFINITY,
        );
    }

    /// The bar beside the words.
    pub fn bar(&mut self, part: Part, area: Area) {
        let look = self.palette.part(part);
        let (fill, ink) = (look.fill, look.line);
        let corner = 4.0;
        self.shapes.push(Shape::Plate { area, corner, fill });
        match look.pattern {
            Pattern::Plain => {}
            Pattern::Hatched => {
                let inside = Area {
                    y: area.y + 2.0,
                    height: area.height - 4.0,
                    ..area
                };
                let ends = hatching(inside, 9.0);
                self.shapes.push(Shape::Lines {
                    ends,
                    width: 2.4,
                    ink,
                });
            }
            Pattern::Dotted => {
                let (centers, radius) = (dotting(area, 8.0), 1.8);
                self.shapes.push(Shape::Dots {
                    centers,
                    radius,
                    ink,
                });
            }
        }
    }
}
