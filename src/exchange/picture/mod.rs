//! A picture as a list of shapes, before it becomes a file: SVG or PNG.

mod letters;
mod lines;
mod png;
mod svg;

use crate::view::palette::Rgb;
use crate::view::shares::Area;

pub use letters::Letters;
pub use lines::{broken, even};
pub use png::{Pixels, paint, write as png};
pub use svg::write as svg;

/// Shapes on a ground, the first at the bottom. Lengths are in points.
pub struct Picture {
    /// From left to right.
    pub width: f32,
    /// From top to bottom.
    pub height: f32,
    /// Colour of what nothing lies on.
    pub ground: Rgb,
    /// What it is called.
    pub title: String,
    /// What is drawn on it.
    pub shapes: Vec<Shape>,
}

/// Something drawn.
pub enum Shape {
    /// A filled rectangle.
    Plate {
        /// Where it lies.
        area: Area,
        /// How round its corners are.
        corner: f32,
        /// Its colour.
        fill: Rgb,
    },
    /// Straight lines.
    Lines {
        /// From where to where.
        ends: Vec<[(f32, f32); 2]>,
        /// How thick they are.
        width: f32,
        /// Their colour.
        ink: Rgb,
    },
    /// Filled circles.
    Dots {
        /// Where they lie.
        centers: Vec<(f32, f32)>,
        /// How large they are.
        radius: f32,
        /// Their colour.
        ink: Rgb,
    },
    /// A line of text.
    Words(Words),
}

/// A line of text.
pub struct Words {
    /// What it says.
    pub text: String,
    /// Where it begins or ends on its base line.
    pub at: (f32, f32),
    /// Which end stands there.
    pub anchor: Anchor,
    /// Its letters.
    pub weight: Weight,
    /// How large they are.
    pub size: f32,
    /// Their colour.
    pub ink: Rgb,
}

/// Which end of a text stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The first letter.
    Start,
    /// The last letter.
    End,
}

/// How letters look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Words of the interface.
    Regular,
    /// A little stronger.
    Medium,
    /// Headings.
    Strong,
    /// With serifs, as articles are set.
    Text,
}

impl Weight {
    /// On the scale from 100 to 900.
    pub fn number(self) -> u16 {
        match self {
            Self::Text => 400,
            Self::Regular => 420,
            Self::Medium => 540,
            Self::Strong => 640,
        }
    }
}
