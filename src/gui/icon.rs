//! The window's icon: a German opening quotation mark, computed instead of stored.

use eframe::egui::IconData;

use crate::view::palette::Palette;

const SIZE: u32 = 64;

/// Samples in each direction inside a pixel, so that edges are smooth.
const SAMPLES: u32 = 4;

/// The icon.
pub fn data() -> IconData {
    let (ground, ink) = (Palette::LIGHT.accent, Palette::LIGHT.on_accent);
    let mut rgba = Vec::with_capacity((SIZE * SIZE * 4) as usize);
    for y in 0..SIZE {
        for x in 0..SIZE {
            let (mut on_plate, mut on_mark) = (0.0, 0.0);
            for sample in 0..SAMPLES * SAMPLES {
                let inside = |at: u32| (at as f32 + 0.5) / SAMPLES as f32;
                let px = x as f32 + inside(sample % SAMPLES);
                let py = y as f32 + inside(sample / SAMPLES);
                if is_plate(px, py) {
                    on_plate += 1.0;
                    if is_mark(px - 22.0, py - 32.0) || is_mark(px - 43.0, py - 32.0) {
                        on_mark += 1.0;
                    }
                }
            }
            let color = ink.over(ground, on_mark / f32::max(on_plate, 1.0));
            let opacity = on_plate / (SAMPLES * SAMPLES) as f32;
            rgba.extend([color.0, color.1, color.2, (opacity * 255.0).round() as u8]);
        }
    }
    IconData {
        rgba,
        width: SIZE,
        height: SIZE,
    }
}

/// A square with round corners.
fn is_plate(x: f32, y: f32) -> bool {
    let (middle, half, corner) = (SIZE as f32 / 2.0, 30.0, 14.0);
    let beyond = |at: f32| ((at - middle).abs() - (half - corner)).max(0.0);
    is_in_circle(beyond(x), beyond(y), corner)
}

/// A comma with its head at the origin: a dot, and a tail between two circles.
fn is_mark(x: f32, y: f32) -> bool {
    let is_head = is_in_circle(x, y, 7.5);
    let is_tail = (0.0..15.5).contains(&y)
        && is_in_circle(x + 9.5, y + 0.5, 17.0)
        && !is_in_circle(x + 13.5, y + 0.5, 15.5);
    is_head || is_tail
}

fn is_in_circle(x: f32, y: f32, radius: f32) -> bool {
    x * x + y * y <= radius * radius
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_icon_has_a_plate_a_mark_and_clear_corners() {
        let icon = data();
        let pixel = |x: u32, y: u32| {
            let at = ((y * icon.width + x) * 4) as usize;
            [
                icon.rgba[at],
                icon.rgba[at + 1],
                icon.rgba[at + 2],
                icon.rgba[at + 3],
            ]
        };
        assert_eq!(icon.rgba.len(), (SIZE * SIZE * 4) as usize);
        assert_eq!(pixel(0, 0)[3], 0);
        assert_eq!(pixel(22, 32), [255, 255, 255, 255]);
        assert_eq!(pixel(32, 8), [0x2B, 0x4C, 0x7E, 255]);
    }
}
