//! The colours of the program, and the proof that they can be read.

mod contrast;
mod dark;
mod light;
mod pattern;
mod rgb;
mod sepia;

use crate::document::Kind;

use super::tint::VoiceColors;

pub use pattern::{Bar, Stroke, Underline, bar, strokes, underline};
pub use rgb::{Rgb, contrast};

/// All colours of one theme.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Palette {
    /// Light words on dark ground.
    pub is_dark: bool,
    /// Behind the article.
    pub paper: Rgb,
    /// Behind lists and bars.
    pub panel: Rgb,
    /// Cards and fields on a panel.
    pub card: Rgb,
    /// A card under the pointer, a pressed button.
    pub raised: Rgb,
    /// Text.
    pub ink: Rgb,
    /// Text that steps back.
    pub muted: Rgb,
    /// Fine lines between areas.
    pub hairline: Rgb,
    /// What is chosen, and the margin bars.
    pub accent: Rgb,
    /// Text on the accent colour.
    pub on_accent: Rgb,
    /// Something went wrong.
    pub alarm: Rgb,
    person: Rgb,
    organisation: Rgb,
    location: Rgb,
    other: Rgb,
    role: Rgb,
    time: Rgb,
    amount: Rgb,
    /// Share of a line's colour in the fill of a mark.
    fill: f32,
    /// The same for a mark in focus; on dark paper no more is possible, the outline has to do it.
    strong: f32,
    /// Colours of speakers.
    pub(super) voices: VoiceColors,
}

impl Palette {
    /// Every palette.
    pub const ALL: [&'static Self; 5] = [
        &Self::LIGHT,
        &Self::SEPIA,
        &Self::DARK,
        &Self::CONTRAST_LIGHT,
        &Self::CONTRAST_DARK,
    ];

    /// The colour of lines for a kind.
    pub fn line(&self, kind: Kind) -> Rgb {
        match kind {
            Kind::Person => self.person,
            Kind::Organisation => self.organisation,
            Kind::Location => self.location,
            Kind::Other => self.other,
            Kind::Role => self.role,
            Kind::Date | Kind::Time | Kind::Duration => self.time,
            Kind::Amount => self.amount,
        }
    }

    /// The fill of a mark on paper.
    pub fn fill(&self, kind: Kind) -> Rgb {
        self.line(kind).over(self.paper, self.fill_share(kind))
    }

    /// The fill of a mark on paper while something else is in focus: fainter, so that the focus stands out.
    pub fn faded_fill(&self, kind: Kind) -> Rgb {
        self.line(kind)
            .over(self.paper, self.fill_share(kind) * 0.45)
    }

    /// The fill of a mark in focus: stronger than the others, text on it still readable.
    pub fn strong_fill(&self, kind: Kind) -> Rgb {
        self.line(kind).over(self.paper, self.strong)
    }

    /// The band behind the words of a statement in focus.
    pub fn band(&self) -> Rgb {
        self.accent.over(self.paper, 0.11)
    }

    /// Behind selected words.
    pub fn selection(&self) -> Rgb {
        self.accent.over(self.paper, 0.22)
    }

    /// The bar beside a statement: key statements stand out.
    pub fn margin_bar(&self, is_key: bool) -> Rgb {
        if is_key {
            self.accent.over(self.paper, 0.75)
        } else {
            self.muted.over(self.paper, 0.7)
        }
    }

    /// Roles, dates and amounts are marked by a thin line with less colour.
    fn fill_share(&self, kind: Kind) -> f32 {
        if kind.is_name() {
            self.fill
        } else {
            self.fill * 0.65
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GREATEST: [&Palette; 2] = [&Palette::CONTRAST_LIGHT, &Palette::CONTRAST_DARK];

    /// Names a palette where a test fails.
    fn name(palette: &Palette) -> String {
        format!("on paper {}", palette.paper.hex())
    }

    #[test]
    fn lines_stand_out_and_text_on_fills_can_be_read() {
        for palette in Palette::ALL {
            let (least_line, least_text) = if GREATEST.contains(&palette) {
                (7.0, 15.0)
            } else {
                (4.5, 7.0)
            };
            for kind in Kind::ALL {
                let place = name(palette);
                let line = contrast(palette.line(kind), palette.paper);
                assert!(least_line <= line, "{kind:?} line {line} {place}");
                let grounds = [
                    palette.paper,
                    palette.fill(kind),
                    palette.faded_fill(kind),
                    palette.strong_fill(kind),
                    palette.band(),
                ];
                for ground in grounds {
                    let text = contrast(palette.ink, ground);
                    assert!(
                        least_text <= text,
                        "{kind:?} text on {ground:?} {text} {place}"
                    );
                }
                for (words, least) in [(palette.ink, 7.0), (palette.accent, 4.5)] {
                    let selected = contrast(words, palette.selection());
                    assert!(least <= selected, "selected {selected} {place}");
                }
            }
        }
    }

    #[test]
    fn a_fill_is_seen_on_its_paper() {
        for palette in Palette::ALL {
            for kind in Kind::ALL {
                let seen = contrast(palette.fill(kind), palette.paper);
                // As faint as a thin line of a date may be; names are stronger.
                assert!(1.09 <= seen, "{kind:?} {seen} {}", name(palette));
            }
        }
    }

    #[test]
    fn words_of_the_interface_can_be_read_wherever_they_stand() {
        for palette in Palette::ALL {
            let (ink, rest) = if GREATEST.contains(&palette) {
                (15.0, 7.0)
            } else {
                (7.0, 4.5)
            };
            for ground in [palette.paper, palette.panel, palette.card, palette.raised] {
                let check = |color, least: f32, what: &str| {
                    let found = contrast(color, ground);
                    let place = name(palette);
                    assert!(least <= found, "{what} on {ground:?} {found} {place}");
                };
                check(palette.ink, ink, "ink");
                check(palette.muted, rest, "muted");
                check(palette.accent, rest, "accent");
                check(palette.alarm, rest, "alarm");
            }
            assert!(7.0 <= contrast(palette.on_accent, palette.accent));
        }
    }

    #[test]
    fn bars_in_the_margin_and_borders_are_seen() {
        for palette in Palette::ALL {
            for is_key in [true, false] {
                let seen = contrast(palette.margin_bar(is_key), palette.paper);
                // What the guidelines ask of signs.
                assert!(3.0 <= seen, "{is_key} {seen} {}", name(palette));
            }
        }
        for palette in GREATEST {
            let seen = contrast(palette.hairline, palette.card);
            assert!(4.5 <= seen, "{seen} {}", name(palette));
        }
    }

    #[test]
    fn a_palette_is_dark_if_its_paper_is() {
        for palette in Palette::ALL {
            let black = Rgb(0, 0, 0);
            let is_dark = contrast(palette.paper, black) < contrast(palette.ink, black);
            assert_eq!(palette.is_dark, is_dark, "{}", name(palette));
        }
    }
}
