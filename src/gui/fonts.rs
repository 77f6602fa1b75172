//! The typefaces: Literata for articles, Inter for the interface, both under the Open Font License.

use std::sync::Arc;

use eframe::egui::epaint::text::{FontTweak, VariationCoords};
use eframe::egui::{FontData, FontDefinitions, FontFamily, FontId};

const LITERATA: &[u8] = include_bytes!("../../assets/fonts/Literata-Latin.ttf");
const LITERATA_EXTENDED: &[u8] = include_bytes!("../../assets/fonts/Literata-LatinExt.ttf");
const INTER: &[u8] = include_bytes!("../../assets/fonts/Inter-Latin.ttf");
const INTER_EXTENDED: &[u8] = include_bytes!("../../assets/fonts/Inter-LatinExt.ttf");

/// A typeface in one weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// Running text of the article.
    Text,
    /// Leads and subheadings.
    TextStrong,
    /// Headlines.
    Headline,
    /// The interface.
    Interface,
    /// Names in lists, buttons.
    Medium,
    /// Titles in the interface.
    Strong,
}

impl Face {
    const ALL: [Self; 6] = [
        Self::Text,
        Self::TextStrong,
        Self::Headline,
        Self::Interface,
        Self::Medium,
        Self::Strong,
    ];

    /// At a size in points.
    pub fn size(self, size: f32) -> FontId {
        FontId::new(size, self.family())
    }

    /// The family it is registered under.
    pub fn family(self) -> FontFamily {
        match self {
            Self::Interface => FontFamily::Proportional,
            face => FontFamily::Name(face.name().into()),
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::TextStrong => "text-strong",
            Self::Headline => "headline",
            Self::Interface => "interface",
            Self::Medium => "medium",
            Self::Strong => "strong",
        }
    }

    /// Weight and, for Literata, the size that the letters are drawn for.
    fn coordinates(self) -> VariationCoords {
        match self {
            Self::Text => VariationCoords::new([(b"wght", 400.0), (b"opsz", 18.0)]),
            Self::TextStrong => VariationCoords::new([(b"wght", 640.0), (b"opsz", 20.0)]),
            Self::Headline => VariationCoords::new([(b"wght", 680.0), (b"opsz", 36.0)]),
            Self::Interface => VariationCoords::new([(b"wght", 420.0)]),
            Self::Medium => VariationCoords::new([(b"wght", 540.0)]),
            Self::Strong => VariationCoords::new([(b"wght", 640.0)]),
        }
    }

    fn files(self) -> [&'static [u8]; 2] {
        match self {
            Self::Text | Self::TextStrong | Self::Headline => [LITERATA, LITERATA_EXTENDED],
            Self::Interface | Self::Medium | Self::Strong => [INTER, INTER_EXTENDED],
        }
    }
}

/// All faces, with egui's own fonts behind them for other scripts and symbols.
pub fn definitions() -> FontDefinitions {
    let mut definitions = FontDefinitions::default();
    let fallback = definitions
        .families
        .get(&FontFamily::Proportional)
        .cloned()
        .unwrap_or_default();
    for face in Face::ALL {
        let mut names = Vec::new();
        for (part, file) in face.files().into_iter().enumerate() {
            let name = format!("{}-{part}", face.name());
            let data = FontData::from_static(file).tweak(FontTweak {
                coords: face.coordinates(),
                ..FontTweak::default()
            });
            definitions.font_data.insert(name.clone(), Arc::new(data));
            names.push(name);
        }
        names.extend(fallback.iter().cloned());
        definitions.families.insert(face.family(), names);
    }
    definitions
}
