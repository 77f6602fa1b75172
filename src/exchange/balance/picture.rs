//! A picture as a list of shapes, before it becomes a file.

use crate::view::palette::Rgb;
use crate::view::shares::Area;

/// Shapes on a ground, the first at the bottom. Lengths are in points.
pub struct Picture {
    pub width: f32,
    pub height: f32,
    pub ground: Rgb,
    /// What it is called.
    pub title: String,
    pub shapes: Vec<Shape>,
}

/// Something drawn.
pub enum Shape {
    Plate {
        area: Area,
        corner: f32,
        fill: Rgb,
    },
    Lines {
        ends: Vec<[(f32, f32); 2]>,
        width: f32,
        ink: Rgb,
    },
    Dots {
        centers: Vec<(f32, f32)>,
        radius: f32,
        ink: Rgb,
    },
    Words(Words),
}

/// A line of text.
pub struct Words {
    pub text: String,
    /// Where it begins or ends on its base line.
    pub at: (f32, f32),
    pub anchor: Anchor,
    pub weight: Weight,
    pub size: f32,
    pub ink: Rgb,
}

/// Which end of a text stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    Start,
    End,
}

/// How strong letters are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    Regular,
    Medium,
    Strong,
}

impl Weight {
    /// On the scale from 100 to 900.
    pub fn number(self) -> u16 {
        match self {
            Self::Regular => 420,
            Self::Medium => 540,
            Self::Strong => 640,
        }
    }
}
