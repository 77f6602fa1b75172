//! The colours of the program, and the proof that they can be read.

use crate::document::{Kind, StatementKind};

use super::tint::VoiceColors;

/// A colour as red, green and blue, each 0 to 255.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl Rgb {
    /// `share` of this colour laid over `ground`: what a half-transparent fill looks like.
    #[must_use]
    pub fn over(self, ground: Self, share: f32) -> Self {
        let mix = |top: u8, below: u8| {
            (f32::from(top) * share + f32::from(below) * (1.0 - share)).round() as u8
        };
        Self(
            mix(self.0, ground.0),
            mix(self.1, ground.1),
            mix(self.2, ground.2),
        )
    }

    /// As a hexadecimal number: "#0059a8".
    pub fn hex(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }

    /// Relative luminance from 0 to 1, as the Web Content Accessibility Guidelines define it.
    fn luminance(self) -> f32 {
        let linear = |channel: u8| {
            let share = f32::from(channel) / 255.0;
            if share <= 0.040_45 {
                share / 12.92
            } else {
                ((share + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }
}

/// Contrast of two colours from 1 (the same) to 21 (black on white), as the Web Content Accessibility Guidelines define it.
pub fn contrast(one: Rgb, other: Rgb) -> f32 {
    let (one, other) = (one.luminance(), other.luminance());
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// How a mark is underlined, so that a print without colours still tells the kinds apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Underline {
    /// One line: persons.
    Solid,
    /// Two lines: organisations.
    Double,
    /// Dots: places.
    Dotted,
    /// Dashes: other names.
    Dashed,
    /// A thin line: roles.
    Thin,
    /// A thin line with a point at its beginning: dates.
    Point,
    /// Fine points: times.
    Fine,
    /// A thin line between two ends: durations.
    Ends,
    /// Fine dashes: amounts.
    Short,
}

/// The pattern for a kind.
pub fn underline(kind: Kind) -> Underline {
    match kind {
        Kind::Person => Underline::Solid,
        Kind::Organisation => Underline::Double,
        Kind::Location => Underline::Dotted,
        Kind::Other => Underline::Dashed,
        Kind::Role => Underline::Thin,
        Kind::Date => Underline::Point,
        Kind::Time => Underline::Fine,
        Kind::Duration => Underline::Ends,
        Kind::Amount => Underline::Short,
    }
}

/// How the margin marks a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bar {
    /// The very words.
    Solid,
    /// The sense, in the reporter's words.
    Hatched,
    /// That something was said.
    Dotted,
}

/// The pattern for a kind of statement.
pub fn bar(kind: StatementKind) -> Bar {
    match kind {
        StatementKind::Direct => Bar::Solid,
        StatementKind::Indirect
        | StatementKind::FreeIndirect
        | StatementKind::IndirectFreeIndirect => Bar::Hatched,
        StatementKind::Reported => Bar::Dotted,
    }
}

/// All colours of one theme.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Palette {
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
    /// Dark ink on light paper.
    pub const LIGHT: Self = Self {
        paper: Rgb(0xFB, 0xFA, 0xF7),
        panel: Rgb(0xF2, 0xF0, 0xEB),
        card: Rgb(0xFF, 0xFF, 0xFF),
        raised: Rgb(0xE8, 0xE5, 0xDE),
        ink: Rgb(0x1F, 0x23, 0x28),
        muted: Rgb(0x5A, 0x5F, 0x66),
        hairline: Rgb(0xDE, 0xDA, 0xD1),
        accent: Rgb(0x2B, 0x4C, 0x7E),
        on_accent: Rgb(0xFF, 0xFF, 0xFF),
        alarm: Rgb(0xA8, 0x22, 0x22),
        person: Rgb(0x00, 0x59, 0xA8),
        organisation: Rgb(0xB3, 0x47, 0x00),
        location: Rgb(0x00, 0x80, 0x60),
        other: Rgb(0x8A, 0x3F, 0x70),
        role: Rgb(0x5F, 0x3D, 0xB0),
        time: Rgb(0x6B, 0x5D, 0x00),
        amount: Rgb(0x47, 0x53, 0x5E),
        fill: 0.16,
        strong: 0.28,
        voices: VoiceColors::LIGHT,
    };

    /// Light ink on dark paper.
    pub const DARK: Self = Self {
        paper: Rgb(0x1B, 0x1E, 0x23),
        panel: Rgb(0x15, 0x17, 0x1B),
        card: Rgb(0x20, 0x24, 0x2A),
        raised: Rgb(0x2B, 0x30, 0x38),
        ink: Rgb(0xE4, 0xE6, 0xEA),
        muted: Rgb(0xA3, 0xA9, 0xB3),
        hairline: Rgb(0x30, 0x35, 0x3D),
        accent: Rgb(0x9D, 0xBD, 0xEB),
        on_accent: Rgb(0x12, 0x18, 0x22),
        alarm: Rgb(0xFF, 0x9C, 0x94),
        person: Rgb(0x5A, 0xA9, 0xEA),
        organisation: Rgb(0xF2, 0xA6, 0x5A),
        location: Rgb(0x5F, 0xE0, 0xB0),
        other: Rgb(0xE3, 0x9C, 0xC4),
        role: Rgb(0xB9, 0xA0, 0xF4),
        time: Rgb(0xD8, 0xCB, 0x62),
        amount: Rgb(0xAE, 0xB8, 0xC4),
        fill: 0.26,
        strong: 0.26,
        voices: VoiceColors::DARK,
    };

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

    #[test]
    fn lines_stand_out_and_text_on_fills_can_be_read() {
        for palette in [Palette::LIGHT, Palette::DARK] {
            for kind in Kind::ALL {
                let line = contrast(palette.line(kind), palette.paper);
                assert!(4.5 <= line, "{kind:?} line {line}");
                let fills = [
                    palette.fill(kind),
                    palette.faded_fill(kind),
                    palette.strong_fill(kind),
                    palette.band(),
                ];
                for fill in fills {
                    let text = contrast(palette.ink, fill);
                    assert!(7.0 <= text, "{kind:?} text on {fill:?} {text}");
                }
            }
        }
    }

    #[test]
    fn every_kind_has_a_pattern_of_its_own() {
        for (index, kind) in Kind::ALL.into_iter().enumerate() {
            let others = &Kind::ALL[index + 1..];
            assert!(
                others
                    .iter()
                    .all(|&other| underline(other) != underline(kind)),
                "{kind:?}"
            );
        }
    }

    #[test]
    fn words_of_the_interface_can_be_read_wherever_they_stand() {
        for palette in [Palette::LIGHT, Palette::DARK] {
            for ground in [palette.paper, palette.panel, palette.card, palette.raised] {
                assert!(7.0 <= contrast(palette.ink, ground), "ink on {ground:?}");
                assert!(
                    4.5 <= contrast(palette.muted, ground),
                    "muted on {ground:?}"
                );
                assert!(
                    4.5 <= contrast(palette.accent, ground),
                    "accent on {ground:?}"
                );
                assert!(
                    4.5 <= contrast(palette.alarm, ground),
                    "alarm on {ground:?}"
                );
            }
            assert!(7.0 <= contrast(palette.on_accent, palette.accent));
        }
    }

    #[test]
    fn contrast_is_measured_as_the_guidelines_say() {
        let (black, white) = (Rgb(0, 0, 0), Rgb(255, 255, 255));
        assert!((contrast(black, white) - 21.0).abs() < 0.01);
        assert!((contrast(white, white) - 1.0).abs() < 0.01);
        // The lightest grey that passes on white, known from the guidelines' tools: #767676.
        assert!((contrast(Rgb(0x76, 0x76, 0x76), white) - 4.54).abs() < 0.01);
    }

    #[test]
    fn a_fill_mixes_line_and_ground() {
        assert_eq!(
            Rgb(0, 0, 0).over(Rgb(255, 255, 255), 0.5),
            Rgb(128, 128, 128)
        );
        assert_eq!(Rgb(1, 171, 255).hex(), "#01abff");
    }
}
