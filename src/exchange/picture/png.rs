//! A picture as PNG, painted by the renderer that also draws the window's letters.

use vello_cpu::color::AlphaColor;
use vello_cpu::kurbo::{Affine, BezPath, Circle, RoundedRect, Shape as _, Stroke};
use vello_cpu::{Pixmap, RenderContext, Resources};

use super::{Anchor, Letters, Picture, Shape, Words};
use crate::view::palette::Rgb;

/// How far a curve may be from its line, in points.
const TOLERANCE: f64 = 0.02;

/// A picture of pixels: from left to right, row by row, each red, green, blue and full opacity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pixels {
    /// How many in a row.
    pub width: u16,
    /// How many rows.
    pub height: u16,
    /// Four for each pixel.
    pub bytes: Vec<u8>,
}

impl Pixels {
    /// As PNG; an error in the encoder's words.
    pub fn png(&self) -> Result<Vec<u8>, String> {
        let mut bytes = Vec::new();
        let (width, height) = (u32::from(self.width), u32::from(self.height));
        let mut encoder = png::Encoder::new(&mut bytes, width, height);
        encoder.set_color(png::ColorType::Rgba);
        encoder.set_depth(png::BitDepth::Eight);
        let failed = |error: png::EncodingError| error.to_string();
        let mut writer = encoder.write_header().map_err(failed)?;
        writer.write_image_data(&self.bytes).map_err(failed)?;
        writer.finish().map_err(failed)?;
        Ok(bytes)
    }
}

/// The picture as PNG with `scale` pixels for each point; an error in the encoder's words.
pub fn write(picture: &Picture, letters: &Letters, scale: f32) -> Result<Vec<u8>, String> {
    paint(picture, letters, scale).png()
}

/// Paints the picture with `scale` pixels for each point.
pub fn paint(picture: &Picture, letters: &Letters, scale: f32) -> Pixels {
    let pixels = |points: f32| (points * scale).ceil().clamp(1.0, f32::from(u16::MAX)) as u16;
    let (width, height) = (pixels(picture.width), pixels(picture.height));
    let mut context = RenderContext::new(width, height);
    context.set_transform(Affine::scale(f64::from(scale)));
    set_ink(&mut context, picture.ground);
    let whole = RoundedRect::new(
        0.0,
        0.0,
        f64::from(picture.width) + 1.0,
        f64::from(picture.height) + 1.0,
        0.0,
    );
    context.fill_path(&whole.to_path(TOLERANCE));
    for shape in &picture.shapes {
        draw(shape, letters, &mut context);
    }
    let mut pixmap = Pixmap::new(width, height);
    context.flush();
    context.render(&mut pixmap, &mut Resources::new());
    Pixels {
        width,
        height,
        // The ground covers everything, so that premultiplied and plain colours are the same.
        bytes: pixmap.data_as_u8_slice().to_vec(),
    }
}

fn set_ink(context: &mut RenderContext, ink: Rgb) {
    context.set_paint(AlphaColor::from_rgb8(ink.0, ink.1, ink.2));
}

fn draw(shape: &Shape, letters: &Letters, context: &mut RenderContext) {
    match shape {
        Shape::Plate { area, corner, fill } => {
            set_ink(context, *fill);
            let [x, y, width, height] = [area.x, area.y, area.width, area.height].map(f64::from);
            let corner = f64::from(*corner).min(width / 2.0);
            let plate = RoundedRect::new(x, y, x + width, y + height, corner);
            context.fill_path(&plate.to_path(TOLERANCE));
        }
        Shape::Lines { ends, width, ink } => {
            let mut path = BezPath::new();
            for [from, to] in ends {
                path.move_to((f64::from(from.0), f64::from(from.1)));
                path.line_to((f64::from(to.0), f64::from(to.1)));
            }
            set_ink(context, *ink);
            context.set_stroke(Stroke::new(f64::from(*width)));
            context.stroke_path(&path);
        }
        Shape::Dots {
            centers,
            radius,
            ink,
        } => {
            set_ink(context, *ink);
            for &(x, y) in centers {
                let dot = Circle::new((f64::from(x), f64::from(y)), f64::from(*radius));
                context.fill_path(&dot.to_path(TOLERANCE));
            }
        }
        Shape::Words(words) => {
            let x = match words.anchor {
                Anchor::Start => words.at.0,
                Anchor::End => words.at.0 - width_of(words, letters),
            };
            let outline = letters.outline(&words.text, words.weight, words.size, (x, words.at.1));
            set_ink(context, words.ink);
            context.fill_path(&outline);
        }
    }
}

fn width_of(words: &Words, letters: &Letters) -> f32 {
    letters.width(&words.text, words.weight, words.size)
}
