//! How the article is set (face, size, width of the column, room between lines) and how large the window is. Each value has limits within which it reads well.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

/// A family of faces for the article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Typeface {
    /// With serifs, as books and newspapers have it: Literata.
    #[default]
    Serif,
    /// Without serifs: Inter.
    Sans,
    /// Without serifs, and no letter like another one, for weak eyes and for readers who mix letters up: Atkinson Hyperlegible.
    Legible,
}

impl Typeface {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Serif, Self::Sans, Self::Legible];
}

/// How the article is set. What comes from a file may be beyond the limits; [`Typography::fitted`] brings it back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Typography {
    /// The faces.
    pub typeface: Typeface,
    /// Size of the text as a number of steps from normal, each a tenth larger than the one before.
    pub size_steps: i32,
    /// Characters in a line of running text.
    pub characters: u32,
    /// From line to line, in per cent of the text size.
    pub line_height: u32,
}

impl Default for Typography {
    fn default() -> Self {
        Self {
            typeface: Typeface::Serif,
            size_steps: 0,
            characters: 66,
            line_height: 160,
        }
    }
}

/// Factor of one step of text size.
const SIZE_STEP: f32 = 1.1;

impl Typography {
    /// From 56 % to 259 %.
    pub const SIZES: RangeInclusive<i32> = -6..=10;
    /// Below 50 characters too many words break off, above 80 the eye does not find the next line.
    pub const CHARACTERS: RangeInclusive<u32> = 50..=80;
    /// Closer, lines run into each other; wider, they no longer make a paragraph.
    pub const LINE_HEIGHTS: RangeInclusive<u32> = 140..=190;

    /// Text of a size that is so many steps from normal.
    #[must_use]
    pub fn with_size(self, size_steps: i32) -> Self {
        Self { size_steps, ..self }.fitted()
    }

    /// Lines of so many characters.
    #[must_use]
    pub fn with_characters(self, characters: u32) -> Self {
        Self { characters, ..self }.fitted()
    }

    /// So many per cent of the text size from line to line.
    #[must_use]
    pub fn with_line_height(self, line_height: u32) -> Self {
        Self {
            line_height,
            ..self
        }
        .fitted()
    }

    /// The nearest that is within the limits.
    #[must_use]
    pub fn fitted(self) -> Self {
        let into =
            |value: u32, limits: &RangeInclusive<u32>| value.clamp(*limits.start(), *limits.end());
        Self {
            typeface: self.typeface,
            size_steps: self
                .size_steps
                .clamp(*Self::SIZES.start(), *Self::SIZES.end()),
            characters: into(self.characters, &Self::CHARACTERS),
            line_height: into(self.line_height, &Self::LINE_HEIGHTS),
        }
    }

    /// Text size, 1 is normal.
    pub fn zoom(&self) -> f32 {
        SIZE_STEP.powi(self.fitted().size_steps)
    }

    /// Text size in per cent: 110.
    pub fn percent(&self) -> u32 {
        (self.zoom() * 100.0).round() as u32
    }

    /// From line to line, 1 is the text size.
    pub fn leading(&self) -> f32 {
        self.fitted().line_height as f32 / 100.0
    }
}

/// Size of everything in per cent, one of [`WindowZoom::STEPS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "u32", into = "u32")]
pub struct WindowZoom(u32);

impl WindowZoom {
    /// All sizes, in per cent.
    pub const STEPS: [u32; 8] = [80, 90, 100, 110, 125, 150, 175, 200];

    /// In per cent.
    pub fn percent(self) -> u32 {
        self.0
    }

    /// 1 is normal.
    pub fn factor(self) -> f32 {
        self.0 as f32 / 100.0
    }

    /// The next size.
    #[must_use]
    pub fn larger(self) -> Self {
        let next = Self::STEPS.into_iter().find(|&step| self.0 < step);
        Self(next.unwrap_or(self.0))
    }

    /// The size before.
    #[must_use]
    pub fn smaller(self) -> Self {
        let next = Self::STEPS.into_iter().rfind(|&step| step < self.0);
        Self(next.unwrap_or(self.0))
    }
}

impl Default for WindowZoom {
    fn default() -> Self {
        Self(100)
    }
}

impl From<u32> for WindowZoom {
    /// The nearest size.
    fn from(percent: u32) -> Self {
        let nearest = Self::STEPS
            .into_iter()
            .min_by_key(|step| step.abs_diff(percent));
        Self(nearest.unwrap_or(100))
    }
}

impl From<WindowZoom> for u32 {
    fn from(zoom: WindowZoom) -> Self {
        zoom.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_beyond_the_limits_is_brought_back() {
        let wild = Typography {
            typeface: Typeface::Sans,
            size_steps: i32::MIN,
            characters: 0,
            line_height: u32::MAX,
        };
        let fitted = wild.fitted();
        assert_eq!(fitted.size_steps, -6);
        assert_eq!((fitted.characters, fitted.line_height), (50, 190));
        assert_eq!(fitted.typeface, Typeface::Sans);
        assert_eq!(wild.percent(), 56);
        assert!((wild.leading() - 1.9).abs() < f32::EPSILON);
        let usual = Typography::default();
        assert_eq!(usual.fitted(), usual);
    }

    #[test]
    fn a_step_is_a_tenth() {
        let larger = Typography {
            size_steps: 2,
            ..Typography::default()
        };
        assert_eq!(Typography::default().percent(), 100);
        assert_eq!(larger.percent(), 121);
    }

    #[test]
    fn it_is_written_and_read_back_and_what_is_missing_is_as_usual() {
        let set = Typography {
            typeface: Typeface::Legible,
            size_steps: 3,
            characters: 72,
            line_height: 150,
        };
        let written = serde_json::to_string(&set).expect("it can be written");
        assert_eq!(
            serde_json::from_str::<Typography>(&written).ok(),
            Some(set),
            "{written}"
        );
        let part: Typography = serde_json::from_str(r#"{"typeface":"sans"}"#).expect("enough");
        assert_eq!(part.typeface, Typeface::Sans);
        assert_eq!(part.characters, 66);
    }

    #[test]
    fn the_window_has_eight_sizes() {
        let mut zoom = WindowZoom::from(0);
        let mut sizes = vec![zoom.percent()];
        while zoom.larger() != zoom {
            zoom = zoom.larger();
            sizes.push(zoom.percent());
            assert_eq!(zoom.smaller().larger(), zoom);
        }
        assert_eq!(sizes, WindowZoom::STEPS);
        assert_eq!(WindowZoom::from(80).smaller().percent(), 80);
        assert_eq!(WindowZoom::from(113).percent(), 110);
    }
}
