//! Colours of voices: apart from each other also for those who see red and green, or blue and yellow, as one.

use super::palette::{Palette, Rgb};

/// How the words of a speaker are coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tint {
    /// A speaker with a name.
    Voice {
        /// Which colour, less than [`Tint::N_HUES`].
        hue: usize,
        /// Which pattern, for there are more speakers than colours.
        weave: Weave,
    },
    /// All speakers whose name is not known.
    Unknown,
}

impl Tint {
    /// Colours that can be told apart with any eyes; a seventh came too close to the others (10,000 steps of a search).
    pub const N_HUES: usize = 6;
}

/// A pattern that tells speakers of the same colour apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weave {
    /// No pattern.
    Plain,
    /// A line under the words.
    Lined,
    /// A dotted line under the words.
    Dotted,
}

impl Weave {
    /// All patterns, in the order in which they are used up.
    pub const ALL: [Self; 3] = [Self::Plain, Self::Lined, Self::Dotted];
}

/// The colours of one theme.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct VoiceColors {
    /// Behind words.
    pub(super) fills: [Rgb; Tint::N_HUES],
    /// Bars, borders and patterns.
    pub(super) lines: [Rgb; Tint::N_HUES],
    /// Behind words of those whose name is not known.
    pub(super) unknown: Rgb,
}

impl Palette {
    /// Behind the words of a speaker.
    pub fn voice_fill(&self, tint: Tint) -> Rgb {
        match tint {
            Tint::Voice { hue, .. } => self.voices.fills[hue % Tint::N_HUES],
            Tint::Unknown => self.voices.unknown,
        }
    }

    /// Bars and patterns of a speaker.
    pub fn voice_line(&self, tint: Tint) -> Rgb {
        match tint {
            Tint::Voice { hue, .. } => self.voices.lines[hue % Tint::N_HUES],
            Tint::Unknown => self.muted,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::palette::contrast;

    /// What eyes make of red, green and blue light: Machado, Oliveira and Fernandes (2009), "A Physiologically-based Model
    /// for Simulation of Color Vision Deficiency", full severity.
    const EYES: [(&str, [[f32; 3]; 3]); 4] = [
        (
            "all cones",
            [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
        ),
        (
            "no red",
            [
                [0.152_286, 1.052_583, -0.204_868],
                [0.114_503, 0.786_281, 0.099_216],
                [-0.003_882, -0.048_116, 1.051_998],
            ],
        ),
        (
            "no green",
            [
                [0.367_322, 0.860_646, -0.227_968],
                [0.280_085, 0.672_501, 0.047_413],
                [-0.011_820, 0.042_940, 0.968_881],
            ],
        ),
        (
            "no blue",
            [
                [1.255_528, -0.076_749, -0.178_779],
                [-0.078_411, 0.930_809, 0.147_602],
                [0.004_733, 0.691_367, 0.303_900],
            ],
        ),
    ];

    fn times(matrix: &[[f32; 3]; 3], vector: [f32; 3]) -> [f32; 3] {
        matrix.map(|row| row[0] * vector[0] + row[1] * vector[1] + row[2] * vector[2])
    }

    /// Lightness and two colour axes, CIE 1976, in daylight.
    fn lab(color: Rgb, eyes: &[[f32; 3]; 3]) -> [f32; 3] {
        const TO_XYZ: [[f32; 3]; 3] = [
            [0.412_456, 0.357_576, 0.180_438],
            [0.212_673, 0.715_152, 0.072_175],
            [0.019_334, 0.119_192, 0.950_304],
        ];
        let light = [color.0, color.1, color.2].map(|channel| {
            let share = f32::from(channel) / 255.0;
            if share <= 0.040_45 {
                share / 12.92
            } else {
                ((share + 0.055) / 1.055).powf(2.4)
            }
        });
        let seen = times(eyes, light).map(|share| share.clamp(0.0, 1.0));
        let [x, y, z] = times(&TO_XYZ, seen);
        let [x, y, z] = [x / 0.950_47, y, z / 1.088_83].map(|share| {
            if share <= 0.008_856 {
                (903.3 * share + 16.0) / 116.0
            } else {
                share.cbrt()
            }
        });
        [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
    }

    fn distance(one: Rgb, other: Rgb, eyes: &[[f32; 3]; 3]) -> f32 {
        let (one, other) = (lab(one, eyes), lab(other, eyes));
        let squares = [0, 1, 2].map(|axis: usize| (one[axis] - other[axis]).powi(2));
        squares.iter().sum::<f32>().sqrt()
    }

    fn tints() -> Vec<Tint> {
        let weave = Weave::Plain;
        let voices = (0..Tint::N_HUES).map(|hue| Tint::Voice { hue, weave });
        voices.chain([Tint::Unknown]).collect()
    }

    #[test]
    fn words_on_every_voice_can_be_read_and_its_line_is_seen() {
        for palette in Palette::ALL {
            let is_greatest = 20.0 <= contrast(palette.ink, palette.paper);
            let (least_text, least_line) = if is_greatest { (12.0, 7.0) } else { (7.0, 4.5) };
            for tint in tints() {
                let text = contrast(palette.ink, palette.voice_fill(tint));
                assert!(least_text <= text, "{tint:?} {text}");
                for ground in [palette.paper, palette.panel, palette.card] {
                    let line = contrast(palette.voice_line(tint), ground);
                    assert!(least_line <= line, "{tint:?} {line}");
                }
            }
        }
    }

    #[test]
    fn voices_are_told_apart_by_any_eyes() {
        for palette in Palette::ALL {
            let tints = tints();
            for (eyes, matrix) in &EYES {
                for (index, &one) in tints.iter().enumerate() {
                    let fill = palette.voice_fill(one);
                    for &other in &tints[index + 1..] {
                        let apart = distance(fill, palette.voice_fill(other), matrix);
                        // 2.3 is the least that can be seen side by side.
                        assert!(11.0 <= apart, "{eyes}: {one:?} {other:?} {apart}");
                    }
                    if one != Tint::Unknown {
                        let apart = distance(fill, palette.paper, matrix);
                        assert!(11.0 <= apart, "{eyes}: {one:?} and paper {apart}");
                    }
                }
            }
        }
    }
}
